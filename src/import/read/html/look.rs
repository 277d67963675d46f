//! How text on a page stands, by names and styles.

use scraper::ElementRef;

/// How text stands.
#[derive(Clone, Copy, Default)]
pub(super) struct Look {
    pub(super) bold: bool,
    pub(super) centred: bool,
    pub(super) kept: bool,
    pub(super) hidden: bool,
    pub(super) struck: bool,
    pub(super) inserted: bool,
    pub(super) cell: Option<(usize, usize, usize)>,
}

/// What an element's attributes say of its look.
#[derive(Default)]
pub(super) struct Style {
    pub(super) bold: Option<bool>,
    pub(super) centred: Option<bool>,
    pub(super) hidden: bool,
    pub(super) struck: bool,
    pub(super) kept: bool,
    pub(super) page_before: bool,
    pub(super) page_after: bool,
}

pub(super) fn declarations(style: &str) -> impl Iterator<Item = (String, String)> + '_ {
    style.split(';').filter_map(|declaration| {
        let (name, value) = declaration.split_once(':')?;
        Some((name.trim().to_lowercase(), value.trim().to_lowercase()))
    })
}

impl Style {
    pub(super) fn of(element: ElementRef<'_>) -> Style {
        let mut style = Style::default();
        if let Some(align) = element.attr("align") {
            style.centred =
                Some(matches!(align.trim().to_lowercase().as_str(), "center" | "middle"));
        }
        for (name, value) in element.attr("style").into_iter().flat_map(declarations) {
            match name.as_str() {
                "font-weight" => {
                    let weight = value.parse::<u16>().ok();
                    style.bold =
                        Some(weight.map_or(value.starts_with("bold"), |weight| weight >= 600));
                }
                "text-align" => style.centred = Some(value.starts_with("center")),
                "display" => style.hidden |= value.starts_with("none"),
                "mso-hide" => style.hidden |= value == "all",
                "text-decoration" | "text-decoration-line" => {
                    style.struck |= value.contains("line-through");
                }
                "white-space" => style.kept |= value.starts_with("pre"),
                "page-break-before" | "break-before" => {
                    style.page_before |=
                        matches!(value.as_str(), "always" | "page" | "left" | "right");
                }
                "page-break-after" | "break-after" => {
                    style.page_after |=
                        matches!(value.as_str(), "always" | "page" | "left" | "right");
                }
                _ => {}
            }
        }
        style
    }

    pub(super) fn apply(&self, look: Look, name: &str) -> Look {
        let by_name =
            matches!(name, "b" | "strong" | "th" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6");
        let centred = if matches!(name, "center" | "th" | "caption") { Some(true) } else { None };
        Look {
            bold: self.bold.unwrap_or(look.bold || by_name),
            centred: self.centred.or(centred).unwrap_or(look.centred),
            hidden: look.hidden || self.hidden,
            struck: look.struck || self.struck || matches!(name, "s" | "strike"),
            inserted: look.inserted || name == "ins",
            kept: look.kept || self.kept,
            ..look
        }
    }
}
