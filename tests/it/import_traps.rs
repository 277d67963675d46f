//! Documents in which readers are known to stumble: `tests/import/traps/make.py` makes them and says why, and what must
//! be found in each stands beside it. `UPDATE=1` rewrites that; read the diff as a reviewer would.

use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::PathBuf;
use std::process::Command;

use congkhai::import::block::{Block, Document, Noticed, Origin, Paragraph};
use congkhai::import::read::{Counted, OldCode, Reading, Refusal, Unread, read, words_of};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::support::{expect_file, root, updating};

fn folder() -> PathBuf {
    root().join("tests/import/traps")
}

/// The documents, by their names.
fn traps() -> Vec<(String, Vec<u8>)> {
    let mut traps: Vec<(String, Vec<u8>)> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.ends_with("README.md"))
        .filter(|path| {
            path.extension()
                .is_some_and(|ending| !["py", "blocks"].iter().any(|own| ending == *own))
        })
        .map(|path| {
            (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(path).unwrap())
        })
        .collect();
    traps.sort();
    traps
}

/// A reading as text: what a reviewer compares with the document.
fn shown(reading: &Reading) -> String {
    let mut text = format!("{:?}\n", reading.form);
    show(&reading.document.blocks, 0, &mut text);
    for Noticed { at, what, words } in &reading.document.noticed {
        writeln!(text, "{}", format!("! {what:?}{}: {words}", place(at)).trim_end()).unwrap();
    }
    text
}

fn place(at: &Origin) -> String {
    let mut place = if at.line > 0 { format!(" {}", at.line) } else { String::new() };
    if let Some((table, row, column)) = at.cell {
        write!(place, " ({table}, {row}, {column})").unwrap();
    }
    place
}

fn show(blocks: &[Block], depth: usize, text: &mut String) {
    let blank = "  ".repeat(depth);
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => writeln!(text, "{blank}{}", line(paragraph)).unwrap(),
            Block::Note { mark, paragraphs } => {
                writeln!(text, "{blank}note {mark}").unwrap();
                paragraphs.iter().for_each(|own| writeln!(text, "{blank}  {}", line(own)).unwrap());
            }
            Block::Table(table) => {
                let lines = if table.ruled { "ruled" } else { "bare" };
                let (columns, heads) = (table.columns, table.heads);
                writeln!(
                    text,
                    "{blank}table{}: {columns} columns, {heads} heads, {lines}",
                    place(&table.at)
                )
                .unwrap();
                for (at, row) in table.rows.iter().enumerate() {
                    writeln!(text, "{blank}  row {}", at + 1).unwrap();
                    for cell in row {
                        let (column, width, height) = (cell.column, cell.width, cell.height);
                        let size = if (width, height) == (1, 1) {
                            String::new()
                        } else {
                            format!(" {width}×{height}")
                        };
                        writeln!(text, "{blank}    column {column}{size}{}", place(&cell.at))
                            .unwrap();
                        show(&cell.blocks, depth + 3, text);
                    }
                }
            }
        }
    }
}

/// A paragraph: its line, its look, its number, its words.
fn line(paragraph: &Paragraph) -> String {
    let mut line = paragraph.at.line.to_string();
    let looks = [
        (paragraph.bold, "bold"),
        (paragraph.centred, "centred"),
        (paragraph.new_page, "new page"),
    ];
    let looks: Vec<&str> = looks.into_iter().filter(|(is, _)| *is).map(|(_, name)| name).collect();
    if !looks.is_empty() {
        write!(line, " ({})", looks.join(", ")).unwrap();
    }
    if let Some(number) = &paragraph.number {
        write!(line, " [{number}]").unwrap();
    }
    format!("{line} {}", paragraph.text.replace('\n', "⏎")).trim_end().to_owned()
}

#[test]
fn each_trap_is_read_as_its_page_shows_it() {
    for (name, bytes) in traps() {
        let reading =
            read(&name, &bytes).unwrap_or_else(|refusal| panic!("{name}: {}", refusal.says()));
        let path = folder().join(format!("{name}.blocks"));
        if updating() {
            fs::write(&path, shown(&reading)).unwrap();
        } else {
            expect_file(&path, &shown(&reading));
        }
    }
}

#[test]
fn both_readers_find_the_same_words_in_each_trap() {
    for (name, bytes) in traps() {
        let reading = read(&name, &bytes).expect("a trap can be read");
        assert_eq!(words_of(&reading.document), reading.words, "{name}");
        assert!(reading.words.values().sum::<usize>() >= 3, "{name}");
    }
}

/// Real documents may not enter the tree: who has some names their folder.
#[test]
fn both_readers_find_the_same_words_in_documents_that_are_given() {
    let Some(folder) = std::env::var_os("CONGKHAI_VAN_BAN") else {
        eprintln!("CONGKHAI_VAN_BAN names no folder of documents: none was read");
        return;
    };
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if !path.is_file() {
            continue;
        }
        let name = path.display().to_string();
        match read(&name, &fs::read(&path).unwrap()) {
            Ok(reading) => assert!(words_of(&reading.document) == reading.words, "{name}"),
            Err(refusal) => eprintln!("{name}: {}", refusal.says()),
        }
    }
}

#[test]
fn the_second_reader_sees_a_word_that_the_first_lost() {
    let name = "content-control.docx";
    let reading = read(name, &fs::read(folder().join(name)).unwrap()).unwrap();
    let mut document: Document = reading.document.clone();
    let lost = document.blocks.remove(0);
    assert!(matches!(lost, Block::Paragraph(_)));
    assert_ne!(words_of(&document), reading.words);
}

#[test]
fn the_script_makes_these_very_documents() {
    let into = tempfile::tempdir().unwrap();
    let Ok(made) = Command::new("python3").arg(folder().join("make.py")).arg(into.path()).output()
    else {
        eprintln!("python3 is not here: the script was not run");
        return;
    };
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let traps = traps();
    assert_eq!(fs::read_dir(into.path()).unwrap().count(), traps.len());
    for (name, bytes) in traps {
        assert!(
            fs::read(into.path().join(&name)).unwrap() == bytes,
            "{name} is not what the script makes"
        );
    }
}

fn refusal(bytes: &[u8]) -> Refusal {
    let refusal = read("a.docx", bytes).expect_err("this is refused");
    for text in [refusal.says(), refusal.remedy().to_owned()] {
        assert!(text.ends_with('.') && !text.is_ascii(), "{text}");
    }
    refusal
}

/// An archive of parts, packed.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn document(body: &str) -> Vec<u8> {
    let names = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;
    let xml = format!("<w:document {names}><w:body>{body}</w:body></w:document>");
    archive(&[("word/document.xml", xml.as_bytes())])
}

#[test]
fn other_forms_are_told_by_their_bytes() {
    let form = |bytes: &[u8]| match refusal(bytes) {
        Refusal::Form(form) => form,
        other => panic!("{other:?}"),
    };
    let compound = |stream: &str| {
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        file.create_stream(stream).unwrap().write_all(b"x").unwrap();
        file.into_inner().into_inner()
    };
    let open_document = |kind: &str| {
        let kind = format!("application/vnd.oasis.opendocument.{kind}");
        archive(&[("mimetype", kind.as_bytes()), ("content.xml", b"<a/>")])
    };
    let flat = br#"<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>"#;
    let cases: [(Vec<u8>, Unread); 15] = [
        (compound("WordDocument"), Unread::OldWord),
        (compound("Workbook"), Unread::OldExcel),
        (compound("Khac"), Unread::OldOther),
        (b"%PDF-1.7\n".to_vec(), Unread::Pdf),
        (b"{\\rtf1\\ansi K\\'e1}".to_vec(), Unread::Rtf),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related".to_vec(), Unread::WebArchive),
        (flat.to_vec(), Unread::FlatXml),
        (archive(&[("ppt/presentation.xml", b"<a/>")]), Unread::Slides),
        (open_document("presentation"), Unread::Slides),
        (open_document("spreadsheet"), Unread::OpenSheet),
        (archive(&[("mimetype", b"application/epub+zip")]), Unread::Book),
        (archive(&[("ke-hoach.docx", b"x")]), Unread::Archive),
        (b"\x89PNG\r\n\x1a\n".to_vec(), Unread::Picture),
        (b"<?xml version=\"1.0\"?><ghi-chu/>".to_vec(), Unread::OtherXml),
        (b"abc\0\x01\x02".to_vec(), Unread::Unknown),
    ];
    for (bytes, expected) in cases {
        assert_eq!(form(&bytes), expected);
    }
    assert_eq!(refusal(&compound("EncryptedPackage")), Refusal::Locked);
    assert_eq!(refusal(b" \n"), Refusal::Empty);
    assert_eq!(refusal(&document("<w:p/>")), Refusal::NoWords { pictures: 0 });
}

#[test]
fn text_of_another_code_is_refused_with_its_line() {
    assert_eq!(refusal(b"Plan\n\xe9t\xe9\n"), Refusal::Encoding { line: 2 });
    let bytes =
        |text: &str| text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect::<Vec<u8>>();
    let tcvn = bytes("Céng hoµ x· héi chñ nghÜa ViÖt Nam\n§éc lËp\nKÕ ho¹ch thùc hiÖn");
    assert!(matches!(refusal(&tcvn), Refusal::OldLetters { code: OldCode::Tcvn3, .. }));
    // In a document of Word such letters are good Unicode, and no Vietnamese.
    let vni = document(
        "<w:p><w:r><w:t>Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, keá hoaïch thöïc hieän</w:t></w:r></w:p>",
    );
    assert!(matches!(refusal(&vni), Refusal::OldLetters { code: OldCode::Vni, .. }));
}

#[test]
fn hostile_files_are_refused_before_they_cost_anything() {
    let deep = document(&"<w:sdt>".repeat(5000));
    assert!(matches!(refusal(&deep), Refusal::TooDeep { .. }));
    let bomb = archive(&[("word/document.xml", &vec![b' '; 3_000_000])]);
    assert!(bomb.len() < 10_000, "it is small");
    assert!(matches!(refusal(&bomb), Refusal::Bomb { .. }));
    let entities = b"<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>";
    assert!(matches!(
        refusal(&archive(&[("word/document.xml", entities)])),
        Refusal::Entities { .. }
    ));
    assert!(matches!(
        refusal(&archive(&[("xl/workbook.xml", entities), ("xl/worksheets/sheet1.xml", b"<a/>")])),
        Refusal::Entities { .. }
    ));
    let many = document(&"<w:p/>".repeat(200_001));
    assert_eq!(refusal(&many), Refusal::TooMany { what: Counted::Paragraphs, most: 200_000 });
    let cells = document(&format!(
        "<w:tbl>{}</w:tbl>",
        format!("<w:tr>{}</w:tr>", "<w:tc/>".repeat(200)).repeat(1001)
    ));
    assert_eq!(refusal(&cells), Refusal::TooMany { what: Counted::Cells, most: 200_000 });
    let parts: Vec<(String, Vec<u8>)> =
        (0..10_001).map(|at| (format!("{at}"), Vec::new())).collect();
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    assert!(matches!(refusal(&archive(&parts)), Refusal::TooManyParts { .. }));
    let page = format!("<html><body>{}", "<div>".repeat(1000));
    assert!(matches!(refusal(page.as_bytes()), Refusal::TooDeep { .. }));
    let quotes = format!("# a\n{} b", ">".repeat(5000));
    assert!(matches!(refusal(quotes.as_bytes()), Refusal::TooDeep { .. }));
    let wide =
        b"<table><tr><td colspan=1000 rowspan=65534>a<td colspan=1000>b<td colspan=1000>c</table>";
    assert!(matches!(refusal(wide), Refusal::TooMany { what: Counted::Cells, .. }));
}

/// Small files that would take hours or all of the memory, each by another way.
#[test]
fn small_files_that_grow_are_refused() {
    let attributes = (0..100_000).map(|at| format!("a{at}=\"\"")).collect::<Vec<_>>().join(" ");
    let too_many = Refusal::TooMany { what: Counted::Attributes, most: 500 };
    assert_eq!(refusal(&document(&format!("<w:p {attributes}/>"))), too_many);
    for tag in ["<p", "<p a='>' ", "</p", "<script>a<b=\"</script><p"] {
        let page = format!("<html><body>{tag} {attributes}>x");
        assert_eq!(refusal(page.as_bytes()), too_many, "{tag}");
    }
    // A text that a book has once, and its cells a hundred thousand times.
    let cells: String = (1..=3000)
        .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>"))
        .collect();
    let words: String = (0..20_000).map(|at| format!("{at} ")).collect();
    let letters = |most| Refusal::TooMany { what: Counted::Letters, most };
    assert_eq!(refusal(&book(&cells, &words)), letters(20_000_000));
    // A row that stands for a million rows, of cells that stand for thousands.
    let row = |rows: usize, cells: usize| {
        let names = ["office", "text", "table"]
            .map(|name| {
                format!("xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\"")
            })
            .join(" ");
        let xml = format!(
            "<office:document-content {names}><office:body><office:text><text:p>x</text:p><table:table><table:table-row \
             table:number-rows-repeated=\"{rows}\"><table:table-cell table:number-columns-repeated=\"{cells}\"><text:p>một hai\
             </text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>"
        );
        let kind: &[u8] = b"application/vnd.oasis.opendocument.text";
        archive(&[("mimetype", kind), ("content.xml", xml.as_bytes())])
    };
    assert_eq!(refusal(&row(1_048_576, 1)), letters(5_000_000));
    assert_eq!(refusal(&row(1, 1_048_576)), letters(5_000_000));
    assert!(read("a.odt", &row(20, 5)).is_ok());
}

/// A book with one sheet of rows and one text.
fn book(rows: &str, text: &str) -> Vec<u8> {
    const X: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const P: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let related = |rows: &[(&str, &str)]| {
        let made: String = rows
            .iter()
            .enumerate()
            .map(|(at, (kind, target))| {
                format!("<Relationship Id=\"r{at}\" Type=\"{R}/{kind}\" Target=\"{target}\"/>")
            })
            .collect();
        format!("<Relationships xmlns=\"{P}\">{made}</Relationships>")
    };
    let parts = [
        ("_rels/.rels", related(&[("officeDocument", "xl/workbook.xml")])),
        (
            "xl/_rels/workbook.xml.rels",
            related(&[
                ("worksheet", "worksheets/sheet1.xml"),
                ("sharedStrings", "sharedStrings.xml"),
            ]),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{X}\" xmlns:r=\"{R}\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r0\"/></sheets></workbook>"
            ),
        ),
        ("xl/sharedStrings.xml", format!("<sst xmlns=\"{X}\"><si><t>{text}</t></si></sst>")),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{X}\"><sheetData>{rows}</sheetData></worksheet>"),
        ),
    ];
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    archive(&parts)
}

#[test]
fn an_archive_that_says_two_things_is_refused() {
    let names = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;
    let body = |text: &str| {
        format!(
            "<w:document {names}><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
        )
    };
    let (first, second) = (body("một"), body("hai"));
    // The library writes no name twice: the second is made alike in the bytes.
    for other in
        ["word/documenx.xml", "/ord/document.xml", "word/DOCUMENT.XML", "word\\document.xml"]
    {
        let mut bytes =
            archive(&[("word/document.xml", first.as_bytes()), (other, second.as_bytes())]);
        if other.ends_with("documenx.xml") {
            let places: Vec<usize> = (0..bytes.len() - other.len())
                .filter(|at| bytes[*at..].starts_with(other.as_bytes()))
                .collect();
            assert_eq!(places.len(), 2, "in its own head and in the list");
            for at in places {
                bytes[at..at + other.len()].copy_from_slice(b"word/document.xml");
            }
        }
        let is_twice = matches!(read("a.docx", &bytes), Err(Refusal::Twice { .. }));
        assert_eq!(is_twice, !other.starts_with("/ord"), "{other}");
    }
}

#[test]
fn what_only_word_can_put_together_is_refused() {
    let chunk = r#"<w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p><w:altChunk r:id="a" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>"#;
    assert_eq!(refusal(&document(chunk)), Refusal::Chunks { count: 1 });
}

#[test]
fn one_appendix_in_an_old_code_is_enough_to_refuse() {
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let plan = paragraph("Thực hiện nhiệm vụ lập sổ ruộng trên địa bàn tỉnh").repeat(200);
    assert!(read("a.docx", &document(&plan)).is_ok());
    let old = paragraph("LËp sæ ruéng, ®¾p ®ª c¸c x·");
    let told = refusal(&document(&format!("{plan}{old}")));
    assert!(
        matches!(&told, Refusal::OldLetters { code: OldCode::Tcvn3, sample } if sample.starts_with("LËp")),
        "{told:?}"
    );
    // A page from a machine that takes TCVN3 for Western letters.
    let mut page =
        b"<html><head><meta charset=windows-1252></head><p>K\xd5 ho\xb9ch l\xcbp s\xe6, ".to_vec();
    page.extend(b"\xae\xbep \xae\xaa c\xb8c x\xb7, th\xf9c hi\xd6n nhi\xd6m v\xf4");
    assert!(matches!(refusal(&page), Refusal::OldLetters { code: OldCode::Tcvn3, .. }));
}

#[test]
fn damaged_archives_are_told() {
    let (name, whole) = traps().into_iter().find(|(name, _)| name == "lists.docx").unwrap();
    for length in [30, 200, whole.len() / 2, whole.len() - 30] {
        let cut = read(&name, &whole[..length]).expect_err("half an archive is none");
        assert!(matches!(cut, Refusal::Broken { .. }), "{cut:?}");
    }
    assert!(matches!(refusal(&document("<w:p>")), Refusal::Broken { .. }));
}

#[test]
fn a_name_that_says_another_form_is_told() {
    let bytes = fs::read(folder().join("word-page.doc")).unwrap();
    let told = |name: &str| {
        let reading = read(name, &bytes).unwrap();
        reading
            .document
            .noticed
            .into_iter()
            .find(|noticed| noticed.what == congkhai::import::block::What::OtherForm)
    };
    assert_eq!(told("ke-hoach.DOC").map(|noticed| noticed.words).as_deref(), Some(".doc"));
    assert_eq!(told("ke-hoach.html"), None);
    assert_eq!(told("ke-hoach"), None);
}

/// Blocks without their places and looks: what two forms of one document share.
fn shape(blocks: &[Block], shape: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph(own) => {
                let number = own.number.as_deref().unwrap_or_default();
                shape.push(format!("{number} {}", own.text));
            }
            Block::Note { paragraphs, .. } => {
                shape.extend(paragraphs.iter().map(|own| format!("note {}", own.text)));
            }
            Block::Table(table) => {
                shape.push(format!("table of {} rows", table.rows.len()));
                for cell in table.rows.iter().flatten() {
                    shape.push(format!("{} {}×{}", cell.column, cell.width, cell.height));
                    self::shape(&cell.blocks, shape);
                }
            }
        }
    }
}

/// What LibreOffice saves of a document says the same, in its own form and in Word's.
#[test]
fn what_libreoffice_saves_reads_like_what_it_opened() {
    const NAMES: [&str; 11] = [
        "content-control",
        "hidden",
        "letters",
        "numbered-cells",
        "pages",
        "recipients-between",
        "repeated-head",
        "strict",
        "text-box",
        "two-documents",
        "typed-and-list",
    ];
    let into = tempfile::tempdir().unwrap();
    for form in ["odt", "docx"] {
        let mut office = Command::new("soffice");
        office.arg(format!("-env:UserInstallation=file://{}/profile", into.path().display()));
        office.args(["--headless", "--convert-to", form, "--outdir"]).arg(into.path());
        office.args(NAMES.map(|name| folder().join(format!("{name}.docx"))));
        let Ok(made) = office.output() else {
            eprintln!("bỏ qua: máy này không có LibreOffice");
            return;
        };
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        for name in NAMES {
            let shape_of = |path: PathBuf| {
                let reading = read(name, &fs::read(path).unwrap()).unwrap();
                assert_eq!(words_of(&reading.document), reading.words, "{name} as {form}");
                let mut found = Vec::new();
                shape(&reading.document.blocks, &mut found);
                found
            };
            let saved = shape_of(into.path().join(format!("{name}.{form}")));
            assert_eq!(saved, shape_of(folder().join(format!("{name}.docx"))), "{name} as {form}");
        }
    }
}
