use std::collections::BTreeSet;
use std::io::{Cursor, Write};

use exif::experimental::Writer as ExifWriter;
use exif::{Field, In, Rational, Tag, Value};
use img_parts::jpeg::Jpeg;
use img_parts::png::Png;
use img_parts::{Bytes, ImageEXIF};
use lopdf::{Document, Object, dictionary};
use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const TYPES: (&str, &[u8]) = ("[Content_Types].xml", b"<Types/>");
const CORE: (&str, &[u8]) = (
    "docProps/core.xml",
    "<cp:coreProperties><dc:creator>Trần B</dc:creator><dc:title>Báo cáo</dc:title><cp:lastModifiedBy/></cp:coreProperties>".as_bytes(),
);
const PLAIN: (&str, &[u8]) = ("word/document.xml", b"<w:document><w:t>x</w:t></w:document>");

fn word(parts: &[(&str, &[u8])]) -> Vec<u8> {
    zip(&[&[TYPES, PLAIN], parts].concat())
}

fn odt(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let kind: (&str, &[u8]) = ("mimetype", b"application/vnd.oasis.opendocument.text");
    zip(&[&[kind], parts].concat())
}

/// The fewest bytes that are a JPEG.
fn bare_jpeg() -> Vec<u8> {
    let mut bytes = vec![0xff, 0xd8];
    bytes.extend(b"\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0");
    bytes.extend(b"\xff\xda\0\x08\x01\x01\0\0\x3f\0\x00\xff\xd9");
    bytes
}

/// A photo as a telephone takes it.
fn photo() -> Vec<u8> {
    let field = |tag, value| Field { tag, ifd_num: In::PRIMARY, value };
    let degrees = [(20, 1), (30, 1), (0, 1)].map(|(num, denom)| Rational { num, denom });
    let fields = [
        field(Tag::GPSLatitude, Value::Rational(degrees.to_vec())),
        field(Tag::Artist, Value::Ascii(vec!["Lê C".as_bytes().to_vec()])),
        field(Tag::BodySerialNumber, Value::Ascii(vec![b"SN-1".to_vec()])),
        field(Tag::Orientation, Value::Short(vec![6])),
    ];
    let mut writer = ExifWriter::new();
    fields.iter().for_each(|field| writer.push_field(field));
    let thumbnail = bare_jpeg();
    writer.set_jpeg(&thumbnail, In::THUMBNAIL);
    let mut exif = Cursor::new(Vec::new());
    writer.write(&mut exif, false).unwrap();
    let mut picture = Jpeg::from_bytes(bare_jpeg().into()).unwrap();
    picture.set_exif(Some(exif.into_inner().into()));
    picture.encoder().bytes().to_vec()
}

fn png() -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, contents) in
        [(*b"IHDR", vec![0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]), (*b"IEND", Vec::new())]
    {
        let chunk = img_parts::png::PngChunk::new(kind, contents.into());
        bytes.extend(chunk.encoder().bytes().iter());
    }
    bytes
}

fn pdf(change: impl FnOnce(&mut Document, lopdf::ObjectId)) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let pages = document.new_object_id();
    let page = document.add_object(dictionary! { "Type" => "Page", "Parent" => pages });
    let list = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
    document.objects.insert(pages, Object::Dictionary(list));
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    change(&mut document, page);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

fn text(words: &str) -> Object {
    Object::string_literal(words)
}

fn noted(document: &mut Document, page: lopdf::ObjectId) {
    let note = dictionary! { "Type" => "Annot", "Subtype" => "Text", "Rect" => vec![0.into(); 4], "T" => text("Trần B") };
    let note = document.add_object(note);
    let link = dictionary! { "Type" => "Annot", "Subtype" => "Link", "Rect" => vec![0.into(); 4] };
    let link = document.add_object(link);
    let info =
        document.add_object(dictionary! { "Author" => text("Tran B"), "Title" => text("Bao cao") });
    document.trailer.set("Info", info);
    let page = document.get_dictionary_mut(page).unwrap();
    page.set("Annots", vec![note.into(), link.into()]);
}

fn old_office(stream: &str) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream(stream).unwrap().write_all(b"x").unwrap();
    // One property, the author, of eight letters.
    let mut set = vec![0; 44];
    let numbers: [u32; 7] = [48, 32, 1, 4, 16, 30, 8];
    set.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
    set.extend(b"Tran B\0\0");
    file.create_stream("/\u{5}SummaryInformation").unwrap().write_all(&set).unwrap();
    file.into_inner().into_inner()
}

#[test]
fn the_ending_and_the_bytes_must_agree() {
    #[track_caller]
    fn check(name: &str, bytes: &[u8], expected: Result<Kind, Refusal>) {
        assert_eq!(kind(name, bytes), expected, "{name}");
    }
    let pdf = pdf(|_, _| {});
    check("tep/a.PDF", &pdf, Ok(Kind::Pdf));
    check("tep/a.v2.pdf", &pdf, Ok(Kind::Pdf));
    check("tep/a.jpg", &pdf, Err(Refusal::OtherKind(Some("pdf"))));
    check("tep/a.txt", b"Bi\xc3\xaan b\xe1\xba\xa3n", Ok(Kind::Text));
    check("tep/a.csv", b"a,b\r\n", Ok(Kind::Text));
    check("tep/a.txt", b"\xff\xfeB\0", Ok(Kind::Text));
    check("tep/a.pdf", b"words", Err(Refusal::OtherKind(Some("txt"))));
    check("tep/a.pdf", b"\0\x01\x02", Err(Refusal::OtherKind(None)));
    check("tep/a.pdf", b"", Err(Refusal::Empty));
    check("tep/a.docx", &word(&[]), Ok(Kind::Word));
    check("tep/a.xlsx", &word(&[]), Err(Refusal::OtherKind(Some("docx"))));
    check("tep/a.zip", &word(&[]), Ok(Kind::Archive));
    check("tep/a.odt", &odt(&[]), Ok(Kind::OpenDocument));
    check("tep/a.doc", &old_office("/WordDocument"), Ok(Kind::OldOffice));
    check("tep/a.xls", &old_office("/Workbook"), Ok(Kind::OldOffice));
    check("tep/a.xls", &old_office("/WordDocument"), Err(Refusal::OtherKind(Some("doc"))));
    check("tep/a.docx", &old_office("/EncryptedPackage"), Ok(Kind::Word));
    check("tep/a.jpeg", &photo(), Ok(Kind::Jpeg));
    check("tep/a.png", &photo(), Err(Refusal::OtherKind(Some("jpg"))));
    check("tep/a.png", &png(), Ok(Kind::Png));
    check("tep/a", &pdf, Err(Refusal::Ending(None)));
    check("tep/a.html", b"<p>x</p>", Err(Refusal::Ending(Some("html".to_owned()))));
    check("tep/a.xml", b"<x/>", Err(Refusal::Ending(Some("xml".to_owned()))));
}

#[test]
fn nothing_that_runs_is_published() {
    for name in
        ["a.php", "a.php.pdf", "web.config", "a.aspx", "a.PHTML", "a.sh", ".htaccess", "a.asp .pdf"]
    {
        let refused = matches!(kind(&format!("tep/{name}"), &pdf(|_, _| {})), Err(Refusal::Run(_)));
        assert!(refused, "{name}");
    }
    for text in [
        "<script>alert(1)</script>",
        "\u{feff} \r\n<!DOCTYPE html>",
        "<?php system('x');",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "#!/bin/sh",
    ] {
        assert_eq!(kind("a.txt", text.as_bytes()), Err(Refusal::Active), "{text}");
        assert_eq!(kind("a.pdf", text.as_bytes()), Err(Refusal::Active), "{text}");
    }
    let wide: Vec<u8> = "<html>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(kind("a.txt", &[&[0xff, 0xfe], &*wide].concat()), Err(Refusal::Active));
    let macros = word(&[("word/vbaProject.bin", b"x")]);
    assert_eq!(kind("a.docx", &macros), Err(Refusal::Active));
}

#[test]
fn a_drawing_runs_loads_and_leads_nowhere() {
    const HEAD: &str =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">";
    #[track_caller]
    fn check(inner: &str, expected: Result<Kind, Refusal>) {
        let svg = format!("<?xml version=\"1.0\"?>{HEAD}{inner}</svg>");
        assert_eq!(kind("a.svg", svg.as_bytes()), expected, "{inner}");
    }
    for inner in [
        "<path d=\"M0 0L1 1\" fill=\"url(#a)\" style=\"fill:url('#b');stroke:red\"/><text>on = 1</text>",
        "<use xlink:href=\"#a\"/><image href=\"data:image/png;base64,AA==\"/>",
        "<style>.a{fill:url(#b)}</style><title>@import</title>",
        "<metadata xmlns:d=\"d\"><d:title>x</d:title></metadata><g d:docname=\"C:\\a.svg\" xmlns:d=\"d\"/>",
    ] {
        check(inner, Ok(Kind::Vector));
    }
    for inner in [
        "<script>x()</script>",
        "<SCRIPT/>",
        "<x:script xmlns:x=\"http://www.w3.org/2000/svg\"/>",
        "<g onload=\"x()\"/>",
        "<g oNclick=\"x()\"/>",
        "<a href=\"#b\"/>",
        "<use href=\"https://x.example/a.svg#b\"/>",
        "<image href=\"//x.example/a.png\"/>",
        "<image href=\"data:image/svg+xml;base64,AA==\"/>",
        "<foreignObject><p/></foreignObject>",
        "<set attributeName=\"href\" to=\"javascript:x()\"/>",
        "<style>@import \"https://x.example/a.css\";</style>",
        "<style><![CDATA[.a{fill:url(https://x.example)}]]></style>",
        "<style>.a{fill:u\\72l(https://x.example)}</style>",
        "<style>.a{fill:u&#114;l(https://x.example)}</style>",
        "<g style=\"fill:url(//x.example/a)\"/>",
        "<g filter=\"url(https://x.example/a)\"/>",
        "<style>@im<!-- x -->port \"https://x.example\"</style>",
        "<style>@im<![CDATA[port \"https://x.example\"]]></style>",
        "<style><g/>@import \"https://x.example\"</style>",
        "<g style=\"fill:u&#x72;l(https://x.example)\"/>",
        "<h:img xmlns:h=\"http://www.w3.org/1999/xhtml\" src=\"#a\"/>",
        "<metadata><h:script xmlns:h=\"http://www.w3.org/1999/xhtml\">x()</h:script></metadata>",
        "<g srcset=\"https://x.example 1x\"/>",
        "<text>\u{1b}$B</text>",
    ] {
        check(inner, Err(Refusal::Active));
    }
    for encoding in ["ISO-2022-JP", "UTF-7", "UTF-16"] {
        let other = format!("<?xml version=\"1.0\" encoding=\"{encoding}\"?>{HEAD}</svg>");
        assert_eq!(kind("a.svg", other.as_bytes()), Err(Refusal::Active), "{encoding}");
    }
    let entity = format!("<!DOCTYPE svg [<!ENTITY a \"b\">]>{HEAD}</svg>");
    assert_eq!(kind("a.svg", entity.as_bytes()), Err(Refusal::Active));
    let sheet = format!("<?xml-stylesheet href=\"a.css\"?>{HEAD}</svg>");
    assert_eq!(kind("a.svg", sheet.as_bytes()), Err(Refusal::Active));
    assert_eq!(kind("a.svg", b"<html><svg/></html>"), Err(Refusal::Active));
    assert_eq!(kind("a.svg", b"<svg><g></svg>"), Err(Refusal::Active));
    assert_eq!(kind("a.svg", &png()), Err(Refusal::OtherKind(Some("png"))));
}

fn author(name: &str) -> Carried {
    Carried::Author(name.to_owned())
}

#[track_caller]
fn check_cleaned(kind: Kind, bytes: &[u8], carried: &[Carried]) -> Vec<u8> {
    let found = contents(kind, bytes);
    assert_eq!(found.carried, BTreeSet::from_iter(carried.iter().cloned()));
    let copy = cleaned(kind, bytes).unwrap_or_else(|fault| panic!("{fault:?}"));
    assert_eq!(contents(kind, &copy), Contents::default());
    assert_eq!(cleaned(kind, bytes).as_deref(), Ok(&*copy), "the same bytes each time");
    assert_eq!(cleaned(kind, &copy), Err(NotCleaned::Nothing));
    copy
}

#[test]
fn what_a_word_file_carries_is_told_and_taken_out() {
    let bytes = word(&[
        CORE,
        ("word/comments.xml", b"<w:comments><w:comment w:author=\"B\"><w:p/></w:comment></w:comments>"),
        ("docProps/thumbnail.jpeg", b"x"),
        ("_rels/.rels", b"<R><Relationship Id=\"1\" Target=\"docProps/thumbnail.jpeg\"/><Relationship Id=\"2\" Target=\"word/document.xml\"/></R>"),
        ("word/media/image1.jpg", &photo()),
    ]);
    let carried = [
        author("Trần B"),
        author("Lê C"),
        Carried::Comments,
        Carried::Thumbnail,
        Carried::Location,
        Carried::Camera("SN-1".to_owned()),
    ];
    let copy = check_cleaned(Kind::Word, &bytes, &carried);
    assert_eq!(kind("a.docx", &copy), Ok(Kind::Word));
    let mut archive = zip::ZipArchive::new(Cursor::new(copy)).unwrap();
    let mut part = |name: &str| std::io::read_to_string(archive.by_name(name).unwrap()).unwrap();
    assert_eq!(part("word/document.xml").as_bytes(), PLAIN.1);
    assert!(part("docProps/core.xml").contains("<dc:title>Báo cáo</dc:title>"));
    assert_eq!(part("_rels/.rels"), "<R><Relationship Id=\"2\" Target=\"word/document.xml\"/></R>");
}

#[test]
fn changes_of_words_are_for_people_to_judge() {
    let bytes =
        zip(&[TYPES, ("word/document.xml", b"<w:document><w:del w:author=\"B\"/></w:document>")]);
    assert_eq!(contents(Kind::Word, &bytes).carried, BTreeSet::from([Carried::TrackedChanges]));
    assert_eq!(cleaned(Kind::Word, &bytes), Err(NotCleaned::ByHand));
    let notes = zip(&[
        TYPES,
        ("xl/workbook.xml", b"<x/>"),
        ("xl/comments1.xml", b"<comments><comment/></comments>"),
    ]);
    assert_eq!(cleaned(Kind::Excel, &notes), Err(NotCleaned::ByHand));
}

#[test]
fn an_open_document_is_looked_through_likewise() {
    let meta = "<m><meta:initial-creator>Trần B</meta:initial-creator><dc:title>x</dc:title></m>"
        .as_bytes();
    let bytes = odt(&[
        ("meta.xml", meta),
        ("content.xml", b"<c><office:annotation><p/></office:annotation><p>x</p></c>"),
        ("Thumbnails/thumbnail.png", b"x"),
    ]);
    let copy = check_cleaned(
        Kind::OpenDocument,
        &bytes,
        &[author("Trần B"), Carried::Comments, Carried::Thumbnail],
    );
    assert_eq!(kind("a.odt", &copy), Ok(Kind::OpenDocument));
    let locked = odt(&[("META-INF/manifest.xml", b"<m><encryption-data/></m>")]);
    assert_eq!(contents(Kind::OpenDocument, &locked), Contents::locked());
}

#[test]
fn what_a_pdf_carries_is_told_and_taken_out() {
    let bytes = pdf(noted);
    let copy = check_cleaned(Kind::Pdf, &bytes, &[author("Tran B"), Carried::Comments]);
    assert_eq!(kind("a.pdf", &copy), Ok(Kind::Pdf));
    let document = Document::load_mem(&copy).unwrap();
    let page = document.page_iter().next().unwrap();
    let links = document.get_page_annotations(page).unwrap();
    assert_eq!(links.len(), 1, "a link belongs to the document");
    assert!(!String::from_utf8_lossy(&copy).contains("Tran B"));
}

#[test]
fn a_signed_file_has_no_copy() {
    let signed = pdf(|document, page| {
        noted(document, page);
        document.add_object(dictionary! { "Type" => "Sig", "ByteRange" => vec![0.into(); 4], "Contents" => text("x") });
    });
    let found = contents(Kind::Pdf, &signed);
    // What nothing leads to is no signature, but is left to people all the same.
    assert!(found.is_signed);
    assert_eq!(cleaned(Kind::Pdf, &signed), Err(NotCleaned::Signed));
    let signed = word(&[CORE, ("_xmlsignatures/sig1.xml", b"<x/>")]);
    assert_eq!(cleaned(Kind::Word, &signed), Err(NotCleaned::Signed));
    let signed = odt(&[("META-INF/documentsignatures.xml", b"<x/>")]);
    assert_eq!(cleaned(Kind::OpenDocument, &signed), Err(NotCleaned::Signed));
}

#[test]
fn a_broken_picture_in_a_document_is_told_by_its_name() {
    let part = "word/media/image1.PNG";
    for carried in [&[][..], &[CORE]] {
        let broken = &png()[..12];
        let bytes = word(&[carried, &[(part, broken)]].concat());
        let found = contents(Kind::Word, &bytes);
        assert_eq!(found.damaged_parts, BTreeSet::from([part.to_owned()]));
        assert_eq!((found.is_damaged, found.carried.is_empty()), (false, carried.is_empty()));
        assert_eq!(cleaned(Kind::Word, &bytes), Err(NotCleaned::DamagedParts));
    }
}

#[test]
fn a_part_that_would_be_cleaned_is_looked_at() {
    for part in ["_rels/.rels", "word/theme/theme1.xml", "word/people.xml", "META-INF/manifest.xml"]
    {
        let bytes = word(&[CORE, (part, b"<a></b>")]);
        assert!(contents(Kind::Word, &bytes).is_damaged, "{part}");
    }
}

#[test]
fn what_cannot_be_opened_is_told() {
    assert!(contents(Kind::Word, &old_office("/EncryptedPackage")).is_locked);
    assert!(contents(Kind::Word, b"PK\x03\x04").is_damaged);
    assert!(contents(Kind::Pdf, b"%PDF-1.7\n%%EOF").is_damaged);
    let whole = pdf(|_, _| {});
    assert!(contents(Kind::Pdf, &whole[..whole.len() / 3]).is_damaged);
    assert!(contents(Kind::Png, &png()[..12]).is_damaged);
    assert!(contents(Kind::OldOffice, b"\xd0\xcf\x11\xe0").is_damaged);
    assert_eq!(cleaned(Kind::Png, &png()[..12]), Err(NotCleaned::Damaged));
    let locked = pdf(|document, _| {
        document.trailer.set("ID", vec![text("a"), text("a")]);
        let version = lopdf::EncryptionVersion::V2 {
            document,
            owner_password: "chu",
            user_password: "khach",
            key_length: 128,
            permissions: lopdf::Permissions::all(),
        };
        let state = lopdf::EncryptionState::try_from(version).unwrap();
        document.encrypt(&state).unwrap();
    });
    assert_eq!(contents(Kind::Pdf, &locked), Contents::locked());
}

#[test]
fn a_program_in_a_pdf_and_files_in_it_are_told() {
    let bytes = pdf(|document, _| {
        document.add_object(dictionary! { "S" => "JavaScript", "JS" => text("x()") });
        document.add_object(dictionary! { "Type" => "EmbeddedFile" });
    });
    assert_eq!(
        contents(Kind::Pdf, &bytes).carried,
        BTreeSet::from([Carried::Script, Carried::Files])
    );
}

#[test]
fn an_old_office_file_tells_its_author() {
    let found = contents(Kind::OldOffice, &old_office("/WordDocument"));
    assert_eq!(found.carried, BTreeSet::from([author("Tran B")]));
    assert_eq!(cleaned(Kind::OldOffice, &old_office("/WordDocument")), Err(NotCleaned::ByHand));
}

#[test]
fn a_photo_keeps_its_side_and_nothing_else() {
    let carried =
        [author("Lê C"), Carried::Location, Carried::Thumbnail, Carried::Camera("SN-1".to_owned())];
    let copy = check_cleaned(Kind::Jpeg, &photo(), &carried);
    let exif = exif::Reader::new().read_from_container(&mut Cursor::new(&copy)).unwrap();
    assert_eq!(exif.fields().len(), 1);
    assert_eq!(exif.get_field(Tag::Orientation, In::PRIMARY).unwrap().value.get_uint(0), Some(6));
    let mut picture = Jpeg::from_bytes(bare_jpeg().into()).unwrap();
    let packet = b"http://ns.adobe.com/xap/1.0/\0<x><dc:creator><rdf:Seq><rdf:li>B</rdf:li></rdf:Seq></dc:creator><exif:GPSLatitude/></x>";
    picture.segments_mut().insert(
        1,
        img_parts::jpeg::JpegSegment::new_with_contents(0xe1, Bytes::from_static(packet)),
    );
    let bytes = picture.encoder().bytes().to_vec();
    let copy = check_cleaned(Kind::Jpeg, &bytes, &[author("B"), Carried::Location, Carried::Notes]);
    assert_eq!(copy, bare_jpeg());
}

#[test]
fn a_png_keeps_its_dots_alone() {
    let mut picture = Png::from_bytes(png().into()).unwrap();
    let jpeg = Jpeg::from_bytes(photo().into()).unwrap();
    picture.set_exif(jpeg.exif());
    let bytes = picture.encoder().bytes().to_vec();
    assert!(contents(Kind::Png, &bytes).carried.contains(&Carried::Location));
    assert!(cleaned(Kind::Png, &bytes).is_ok());
}

#[test]
fn what_stands_in_odd_places_of_a_word_file_is_found() {
    #[track_caller]
    fn check(parts: &[(&str, &[u8])], carried: &[Carried], copy: Result<(), NotCleaned>) {
        let bytes = word(parts);
        let found = contents(Kind::Word, &bytes);
        assert_eq!(found.carried, BTreeSet::from_iter(carried.iter().cloned()), "{parts:?}");
        assert_eq!(cleaned(Kind::Word, &bytes).map(drop), copy, "{parts:?}");
    }
    let name = |tag: &str, name: &str| format!("<c><{tag}>{name}</{tag}></c>").into_bytes();
    let core = name("dc:creator", "Tran B");
    check(&[("DocProps/Core.xml", &core)], &[author("Tran B")], Ok(()));
    check(&[("package/core-properties/a.psmdcp", &core)], &[author("Tran B")], Ok(()));
    let cdata = name("dc:creator", "<![CDATA[Tran B]]>");
    check(&[("docProps/core.xml", &cdata)], &[author("Tran B")], Ok(()));
    let spelled = name("dc:creator", "&#84;ran");
    check(&[("docProps/core.xml", &spelled)], &[author("…ran")], Ok(()));
    check(
        &[("docProps/custom.xml", b"<p><property>x</property></p>")],
        &[Carried::Notes],
        Err(NotCleaned::ByHand),
    );
    let wide: Vec<u8> = "<c/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    check(&[("word/comments.xml", &wide)], &[Carried::Unknown], Err(NotCleaned::ByHand));
    for change in
        ["trPrChange", "tcPrChange", "cellDel", "numberingChange", "customXmlDelRangeStart"]
    {
        let part = format!("<w><w:{change}/></w>").into_bytes();
        check(&[("word/footer1.xml", &part)], &[Carried::TrackedChanges], Err(NotCleaned::ByHand));
    }
    check(
        &[("word/footer1.xml", b"<w><w:vanish/></w>")],
        &[Carried::Hidden],
        Err(NotCleaned::ByHand),
    );
    let long = format!("<w>{}</w>", " ".repeat(64_000_001)).into_bytes();
    check(&[("word/footer1.xml", &long)], &[Carried::Unknown], Err(NotCleaned::ByHand));
    let picture = png();
    check(&[("word/media/thumbnail-a.png", &picture)], &[], Err(NotCleaned::Nothing));
    assert!(contents(Kind::Word, &word(&[("_XmlSignatures/a.xml", b"<x/>")])).is_signed);
}

#[test]
fn nothing_of_a_picture_is_left_behind_its_end() {
    let bytes = [photo(), photo()].concat();
    let copy = cleaned(Kind::Jpeg, &bytes).unwrap();
    assert_eq!(copy.windows(2).filter(|pair| pair == b"\xff\xd9").count(), 1);
    let mut picture = Png::from_bytes(png().into()).unwrap();
    let note = img_parts::png::PngChunk::new(*b"tEXt", Bytes::from_static(b"Author\0B"));
    picture.chunks_mut().insert(1, note);
    check_cleaned(Kind::Png, &picture.encoder().bytes(), &[Carried::Notes]);
    let bytes = b"GIF89a\x21\xfe\x01B\0;";
    assert_eq!(contents(Kind::Gif, bytes).carried, BTreeSet::from([Carried::Notes]));
    assert_eq!(cleaned(Kind::Archive, &word(&[])), Err(NotCleaned::ByHand));
}

#[test]
fn what_stands_within_other_things_of_a_pdf_is_found() {
    let nested = pdf(|document, _| {
        let catalog = document.catalog_mut().unwrap();
        catalog.set("OpenAction", dictionary! { "S" => "JavaScript", "JS" => text("x()") });
    });
    assert_eq!(contents(Kind::Pdf, &nested).carried, BTreeSet::from([Carried::Script]));
    let signed = pdf(|document, _| {
        let signature = dictionary! { "ByteRange" => vec![0.into(); 4], "Contents" => text("x") };
        document.add_object(dictionary! { "FT" => "Sig", "V" => signature });
    });
    assert!(contents(Kind::Pdf, &signed).is_signed);
    let shown = pdf(|document, _| {
        let dictionary = dictionary! { "Subtype" => "Image", "Filter" => "DCTDecode" };
        let stream = lopdf::Stream::new(dictionary, photo());
        let picture = document.add_object(stream);
        document.catalog_mut().unwrap().set("Shown", picture);
    });
    let carried =
        [author("Lê C"), Carried::Location, Carried::Thumbnail, Carried::Camera("SN-1".to_owned())];
    let copy = check_cleaned(Kind::Pdf, &shown, &carried);
    assert_eq!(kind("a.pdf", &copy), Ok(Kind::Pdf));
    let again = [&*pdf(|_, _| {}), b"\n%%EOF\n"].concat();
    assert!(contents(Kind::Pdf, &again).carried.contains(&Carried::Earlier));
}

#[test]
fn what_pictures_say_in_words_is_told_and_taken_out() {
    const XMP: &[u8] =
        b"<dc:creator><rdf:li>B</rdf:li></dc:creator><x exif:GPSLatitude=\"20,30N\"/>";
    let with = |kind: [u8; 4], text: Vec<u8>| {
        let mut picture = Png::from_bytes(png().into()).unwrap();
        picture.chunks_mut().insert(1, img_parts::png::PngChunk::new(kind, text.into()));
        picture.encoder().bytes().to_vec()
    };
    let noted = with(*b"iTXt", [b"XML:com.adobe.xmp\0\0\0\0\0", XMP].concat());
    assert_eq!(
        check_cleaned(Kind::Png, &noted, &[author("B"), Carried::Location, Carried::Notes]),
        png()
    );
    let named = with(*b"tEXt", b"Author\0L\xea C".to_vec());
    assert_eq!(check_cleaned(Kind::Png, &named, &[Carried::Notes]), png());
    let length = |bytes: &[u8]| u32::try_from(bytes.len()).unwrap().to_le_bytes();
    let body =
        [b"WEBPVP8 \x02\0\0\0xxXMP ", &length(XMP)[..], XMP, &b"\0"[..XMP.len() % 2]].concat();
    let webp = [b"RIFF", &length(&body)[..], &body].concat();
    check_cleaned(Kind::Webp, &webp, &[author("B"), Carried::Location, Carried::Notes]);
}

proptest! {
    #[test]
    fn no_bytes_make_it_fall(
        seed in 0..6_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        cut in any::<prop::sample::Index>(),
    ) {
        let (kind, mut bytes) = match seed {
            0 => (Kind::Pdf, pdf(noted)),
            1 => (Kind::Word, word(&[CORE])),
            2 => (Kind::Jpeg, photo()),
            3 => (Kind::Png, png()),
            4 => (Kind::OldOffice, old_office("/WordDocument")),
            _ => (Kind::OpenDocument, odt(&[("meta.xml", b"<m/>")])),
        };
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(bytes.len() - cut.index(bytes.len()) / 4);
        let _ = super::kind("a.pdf", &bytes);
        let _ = cleaned(kind, &bytes);
    }
}
