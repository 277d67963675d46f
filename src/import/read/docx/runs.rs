//! What stands in a line of Word: runs, signs, changes that nobody accepted, drawings.

use super::super::symbols;
use super::super::xml::Element;
use super::body::Body;
use super::line::{Kind, Line, Look, text};
use super::styles::on;
use super::within::{chosen, has_words, look_at_drawing};
use crate::import::block::{Origin, What};

impl<'a> Body<'a> {
    /// What stands in a line of runs.
    pub(super) fn inline(
        &mut self,
        holder: &'a Element,
        look: Look<'a>,
        line: &mut Line,
        boxes: &mut Vec<&'a Element>,
        at: &Origin,
    ) {
        if holder.name == "w:r" {
            self.run(holder, look, line, boxes, at);
            return;
        }
        for element in holder.elements() {
            match element.name.as_str() {
                "w:r" => self.run(element, look, line, boxes, at),
                "w:ins" | "w:moveTo" => {
                    self.inline(element, Look { inserted: true, ..look }, line, boxes, at)
                }
                "w:del" | "w:moveFrom" => {
                    self.inline(element, Look { deleted: true, ..look }, line, boxes, at)
                }
                "w:hyperlink" | "w:smartTag" | "w:customXml" | "w:fldSimple" | "w:sdtContent"
                | "w:dir" | "w:bdo" | "w:sdt" | "m:oMathPara" => {
                    self.inline(element, look, line, boxes, at)
                }
                "mc:AlternateContent" => {
                    if let Some(chosen) = chosen(element) {
                        self.inline(chosen, look, line, boxes, at);
                    }
                }
                "w:t" | "m:t" => text(element, look, line),
                "w:commentRangeStart"
                | "w:commentRangeEnd"
                | "w:pPr"
                | "w:sdtPr"
                | "w:customXmlPr"
                | "w:smartTagPr"
                | "w:rPr"
                | "w:sdtEndPr" => {}
                name if name.starts_with("m:") => self.inline(element, look, line, boxes, at),
                "w:drawing" | "w:pict" | "w:object" => self.drawing(element, boxes, at),
                "w:p" => {
                    line.text.push('\n');
                    self.inline(element, look, line, boxes, at);
                    line.text.push('\n');
                }
                _ if has_words(element) => {
                    self.notice(at, What::Unknown, &element.name);
                    self.inline(element, look, line, boxes, at);
                }
                _ => {}
            }
        }
    }

    pub(super) fn run(
        &mut self,
        run: &'a Element,
        look: Look<'a>,
        line: &mut Line,
        boxes: &mut Vec<&'a Element>,
        at: &Origin,
    ) {
        let styles = &self.parts.styles;
        let properties = run.child("w:rPr");
        let own =
            properties.and_then(|properties| properties.child("w:rStyle")?.attribute("w:val"));
        let bold = properties.and_then(|properties| on(properties, "w:b"));
        let bold = bold.unwrap_or_else(|| styles.bold(look.paragraph, own));
        let hidden = properties.and_then(|properties| on(properties, "w:vanish"));
        let hidden = hidden.unwrap_or_else(|| styles.hidden(own));
        let struck = properties
            .and_then(|properties| on(properties, "w:strike").or(on(properties, "w:dstrike")))
            .unwrap_or_else(|| styles.struck(look.paragraph, own));
        self.run_content(run, Look { bold, hidden, struck, ..look }, line, boxes, at);
    }

    pub(super) fn run_content(
        &mut self,
        run: &'a Element,
        look: Look<'a>,
        line: &mut Line,
        boxes: &mut Vec<&'a Element>,
        at: &Origin,
    ) {
        for element in run.elements() {
            match element.name.as_str() {
                "w:t" | "m:t" => text(element, look, line),
                "w:delText" => line.deleted.push_str(&element.text()),
                "w:tab" | "w:ptab" => {
                    line.deleted.push_str(if look.deleted { " " } else { "" });
                    line.text.push_str(if look.deleted { "" } else { "\t" });
                }
                "w:br" if !look.deleted => match element.attribute("w:type") {
                    Some("page") if line.is_blank() && line.pages.is_empty() => {
                        self.new_page = true
                    }
                    Some("page") => line.pages.push(line.text.len()),
                    _ => line.text.push('\n'),
                },
                "w:cr" if !look.deleted => line.text.push('\n'),
                "w:lastRenderedPageBreak" if line.is_blank() && line.pages.is_empty() => {
                    self.new_page = true
                }
                "w:noBreakHyphen" if look.deleted => line.deleted.push('-'),
                "w:noBreakHyphen" => line.write("-", look.bold),
                "w:sym" => self.symbol(element, look, line, at),
                "w:footnoteReference" if !look.deleted => self.call(Kind::Foot, element, line),
                "w:endnoteReference" if !look.deleted => self.call(Kind::End, element, line),
                "w:commentReference" => self.notice(at, What::Comment, ""),
                "w:drawing" | "w:pict" | "w:object" if !look.deleted => {
                    self.drawing(element, boxes, at)
                }
                "mc:AlternateContent" => {
                    if let Some(chosen) = chosen(element) {
                        self.run_content(chosen, look, line, boxes, at);
                    }
                }
                "w:ruby" | "w:rubyBase" | "w:rt" => self.inline(element, look, line, boxes, at),
                "w:rPr" | "w:instrText" | "w:delInstrText" => {}
                _ if has_words(element) => {
                    self.notice(at, What::Unknown, &element.name);
                    self.inline(element, look, line, boxes, at);
                }
                _ => {}
            }
        }
    }

    pub(super) fn symbol(
        &mut self,
        element: &Element,
        look: Look<'_>,
        line: &mut Line,
        at: &Origin,
    ) {
        if look.deleted {
            return;
        }
        let font = element.attribute("w:font").unwrap_or_default();
        let code = element.attribute("w:char").unwrap_or_default();
        let sign = symbols::shown(font, code).unwrap_or_else(|| {
            self.notice(at, What::Unknown, &format!("w:sym {font} {code}"));
            symbols::UNKNOWN
        });
        line.write(sign.encode_utf8(&mut [0; 4]), look.bold);
    }

    /// Text boxes of a drawing, and the pictures that it shows.
    pub(super) fn drawing(
        &mut self,
        drawing: &'a Element,
        boxes: &mut Vec<&'a Element>,
        at: &Origin,
    ) {
        let name = drawing.all("wp:docPr").first().map(|properties| {
            let say = |name| properties.attribute(name).unwrap_or_default();
            [say("name"), say("descr")].join(" ")
        });
        let mut pictures = Vec::new();
        look_at_drawing(drawing, &mut |element| match element.name.as_str() {
            "w:txbxContent" | "a:p" => {
                boxes.push(element);
                false
            }
            "v:textpath" => {
                pictures.push(element.attribute("string").unwrap_or_default().to_owned());
                true
            }
            "pic:pic" | "c:chart" | "dgm:relIds" | "v:imagedata" | "o:OLEObject" => {
                let own = element
                    .attribute("o:title")
                    .or(element.attribute("ProgID"))
                    .unwrap_or_default();
                pictures.push(name.clone().unwrap_or_else(|| own.to_owned()));
                true
            }
            _ => true,
        });
        for picture in pictures {
            self.notice(at, What::Picture, &picture);
        }
    }
}
