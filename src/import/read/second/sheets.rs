//! The words of sheets: each cell's text, or its number as its form shows it.

use super::super::characters::Door;
use super::super::docx;
use super::super::package::Package;
use super::super::refusal::Refusal;
use super::super::shown::shown;
use super::super::words::{Words, count};
use super::super::xml::Element;

/// The words of sheets: each cell's text, or its number as its form shows it.
pub(crate) fn sheets(package: &mut Package<'_>) -> Result<Words, Refusal> {
    let mut words = Words::new();
    let strings = match docx::text(package, "xl/sharedStrings.xml")? {
        Some(text) => {
            let root = Element::read("xl/sharedStrings.xml", text.as_bytes())?;
            root.elements().filter(|item| item.name == "x:si").map(rich_text).collect()
        }
        None => Vec::new(),
    };
    let forms = match docx::text(package, "xl/styles.xml")? {
        Some(text) => forms(&Element::read("xl/styles.xml", text.as_bytes())?),
        None => Vec::new(),
    };
    let book = docx::text(package, "xl/workbook.xml")?.unwrap_or_default();
    let from_1904 = ["date1904=\"1\"", "date1904=\"true\""].iter().any(|mark| book.contains(mark));
    let names: Vec<String> = package
        .names()
        .iter()
        .filter(|name| name.starts_with("xl/worksheets/") && name.ends_with(".xml"))
        .cloned()
        .collect();
    for name in names {
        let Some(text) = docx::text(package, &name)? else { continue };
        let root = Element::read(&name, text.as_bytes())?;
        for cell in root.all("x:c") {
            let value = cell.child("x:v").map(Element::text).unwrap_or_default();
            let text = match cell.attribute("t") {
                Some("s") => value
                    .trim()
                    .parse()
                    .ok()
                    .and_then(|at: usize| strings.get(at).cloned())
                    .unwrap_or_default(),
                Some("inlineStr") => cell.child("x:is").map(rich_text).unwrap_or_default(),
                Some("b") => if value.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
                Some("n") | None => {
                    let form = cell
                        .attribute("s")
                        .and_then(|style| forms.get(style.parse::<usize>().ok()?));
                    let (id, code) = form.cloned().unwrap_or((None, "General".to_owned()));
                    match value.trim().parse() {
                        Ok(number) => shown(number, &code, id, from_1904).text,
                        Err(_) => value,
                    }
                }
                _ => value,
            };
            count(&mut words, &Door::default().usual(&text));
        }
    }
    Ok(words)
}

/// A text of runs, without what is said beside it.
fn rich_text(item: &Element) -> String {
    let mut text = String::new();
    item.look(&mut |element: &Element| {
        if element.name == "x:t" {
            // Blanks at the edges count where the file says so.
            let own = element.text();
            let is_kept = element.attribute("xml:space") == Some("preserve");
            text.push_str(if is_kept { &own } else { own.trim() });
        }
        element.name != "x:rPh"
    });
    text
}

/// The form of numbers of each style.
fn forms(styles: &Element) -> Vec<(Option<u32>, String)> {
    const USUAL: [(u32, &str); 13] = [
        (1, "0"),
        (2, "0.00"),
        (3, "#,##0"),
        (4, "#,##0.00"),
        (9, "0%"),
        (10, "0.00%"),
        (14, "mm-dd-yy"),
        (15, "d-mmm-yy"),
        (17, "mmm-yy"),
        (20, "h:mm"),
        (21, "h:mm:ss"),
        (22, "m/d/yy h:mm"),
        (49, "@"),
    ];
    let own: Vec<(u32, &str)> = styles
        .all("x:numFmt")
        .iter()
        .filter_map(|form| {
            Some((form.attribute("numFmtId")?.parse().ok()?, form.attribute("formatCode")?))
        })
        .collect();
    let cells = styles.child("x:cellXfs").into_iter().flat_map(Element::elements);
    let form = |cell: &Element| {
        let id = cell.attribute("numFmtId").and_then(|id| id.parse().ok()).unwrap_or(0);
        let own = own.iter().find(|(number, _)| *number == id);
        let usual = USUAL.iter().find(|(number, _)| *number == id);
        let code = own.map(|(_, code)| *code).or(usual.map(|(_, code)| *code)).unwrap_or("General");
        (Some(id), code.to_owned())
    };
    cells.map(form).collect()
}
