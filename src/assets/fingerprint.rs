//! Assets under names that change with their bytes, so that a reader's cache may keep them for ever.

use std::collections::BTreeMap;
use std::sync::Arc;

use percent_encoding::percent_decode_str;

use crate::assets::Chain;
use crate::assets::compact::compact;
use crate::assets::style::{Named, named};
use crate::diagnostic::catalog::{ck253, ck264, ck265};
use crate::diagnostic::{Diagnostics, Place, SourcePath};
use crate::output::Checksum;
use crate::text::address::{as_browsers_read, scheme};
use crate::text::{nearest, slug};

/// The folder of the site that holds all assets.
const FOLDER: &str = "tai-nguyen";

/// How many hexadecimal digits of the checksum stand in a name.
const DIGITS: usize = 10;

/// A published asset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Its path in the site, such as `tai-nguyen/trang.0a1b2c3d4e.css`.
    pub path: String,
    /// Its bytes; in a style sheet, addresses of other assets are those of the site.
    pub bytes: Arc<[u8]>,
}

/// What is published of a style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Styles {
    /// No comments, and white space only where it parts something.
    Compact,
    /// Every byte but the addresses.
    AsWritten,
}

/// The assets of a chain of themes, by their names in the theme, such as `css/trang.css`.
#[derive(Clone, Debug, Default)]
pub struct AssetMap(BTreeMap<String, Asset>);

impl AssetMap {
    /// Gives every asset of the chain its published name.
    pub fn of(chain: &Chain, styles: Styles, problems: &mut Diagnostics) -> Self {
        let files = chain.files("assets/");
        let (done, open) = (BTreeMap::new(), Vec::new());
        let mut work = Fingerprinting { files: &files, styles, done, open, problems };
        for name in files.keys() {
            work.publish(name);
        }
        Self(work.done)
    }

    /// The asset of that name.
    pub fn get(&self, name: &str) -> Option<&Asset> {
        self.0.get(name)
    }

    /// All assets by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Asset)> {
        self.0.iter().map(|(name, asset)| (name.as_str(), asset))
    }

    /// The name that a mistyped one is likely to stand for.
    pub fn nearest(&self, name: &str) -> Option<&str> {
        nearest(name, self.0.keys().map(String::as_str))
    }
}

struct Fingerprinting<'a> {
    files: &'a BTreeMap<&'a str, (SourcePath, &'a Arc<[u8]>)>,
    styles: Styles,
    done: BTreeMap<String, Asset>,
    /// The style sheets that are being read, each named by the one before it.
    open: Vec<&'a str>,
    problems: &'a mut Diagnostics,
}

impl<'a> Fingerprinting<'a> {
    fn publish(&mut self, name: &'a str) {
        if self.done.contains_key(name) {
            return;
        }
        let (source, bytes) = &self.files[name];
        let bytes = if name.ends_with(".css") {
            self.style_sheet(name, source, bytes)
        } else {
            Arc::clone(bytes)
        };
        let path = published_path(name, &bytes);
        self.done.insert(name.to_owned(), Asset { path, bytes });
    }

    fn style_sheet(&mut self, name: &'a str, source: &SourcePath, bytes: &Arc<[u8]>) -> Arc<[u8]> {
        let Ok(css) = std::str::from_utf8(bytes) else {
            self.problems.push(ck253::not_utf8(source.whole()));
            return Arc::clone(bytes);
        };
        self.open.push(name);
        let mut written = String::with_capacity(css.len());
        let mut copied = 0;
        for one in named(css) {
            let found = match one {
                Named::Address(found) => found,
                Named::Unreadable(range) => {
                    let shown = &css[range.clone()];
                    self.problems.push(ck253::unreadable_address(source.passage(range), shown));
                    continue;
                }
                Named::TooDeep(range) => {
                    self.problems.push(ck253::too_deep(source.passage(range)));
                    continue;
                }
            };
            let place = source.passage(found.range.clone());
            let address = match found.is_sure() {
                true => self.address(name, &found.address, place),
                false => self.text_that_may_be_one(&found.address, place),
            };
            if let Some(address) = address {
                written.push_str(&css[copied..found.range.start]);
                written.push_str(&found.with(css, &address));
                copied = found.range.end;
            }
        }
        written.push_str(&css[copied..]);
        self.open.pop();
        match self.styles {
            Styles::Compact => compact(&written).into_bytes().into(),
            Styles::AsWritten => written.into_bytes().into(),
        }
    }

    /// What to write for an address in the style sheet `from`; nothing where it stays as it is.
    fn address(&mut self, from: &str, address: &str, place: Place) -> Option<String> {
        let address = as_browsers_read(address);
        if address.starts_with('#') || address.is_empty() || self.leaves(&address, &place) {
            return None;
        }
        let (path, fragment) =
            address.find(['#', '?']).map_or((&*address, ""), |at| address.split_at(at));
        let target = relative_to(from, path);
        let decoded = percent_decode_str(path).decode_utf8().ok();
        let decoded = decoded.and_then(|path| relative_to(from, &path));
        let known = [&target, &decoded]
            .into_iter()
            .flatten()
            .find_map(|target| self.files.get_key_value(target.as_str()));
        let Some((&target, _)) = known else {
            let near = nearest(target.as_deref().unwrap_or(path), self.files.keys().copied());
            self.problems.push(ck253::unknown_asset(place, path, near));
            return None;
        };
        if self.open.contains(&target) {
            self.problems.push(ck253::circle(place, target));
            return None;
        }
        self.publish(target);
        let file =
            self.done[target].path.rsplit('/').next().expect("a split yields one part at least");
        Some(format!("{file}{fragment}"))
    }

    /// Tells of a string that leads elsewhere if it becomes an address; it stays as it is.
    fn text_that_may_be_one(&mut self, text: &str, place: Place) -> Option<String> {
        let address = as_browsers_read(text);
        let is_remote = address.starts_with("//")
            || matches!(scheme(&address).as_deref(), Some("http" | "https"));
        if is_remote && !address.contains(char::is_whitespace) {
            self.problems.push(ck265::remote_in_style(place, &address));
        }
        None
    }

    /// Whether the address is none of the theme's own files, which is told.
    fn leaves(&mut self, address: &str, place: &Place) -> bool {
        match scheme(address).as_deref() {
            None if address.starts_with("//") => {}
            None => return false,
            Some("http" | "https") => {}
            Some(_) => {
                self.problems.push(ck264::unsafe_in_style(place.clone(), address));
                return true;
            }
        }
        self.problems.push(ck265::remote_in_style(place.clone(), address));
        true
    }
}

/// The name of the asset at `path`, as seen from the asset `from`; nothing outside the folder.
fn relative_to(from: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()?),
            _ => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

fn published_path(name: &str, bytes: &[u8]) -> String {
    let file = name.rsplit('/').next().expect("a split yields one part at least");
    let checksum = Checksum::of(bytes).to_string();
    let digits = &checksum[..DIGITS];
    match file.rsplit_once('.') {
        Some((stem, extension)) => format!("{FOLDER}/{}.{digits}.{}", slug(stem), slug(extension)),
        None => format!("{FOLDER}/{}.{digits}", slug(file)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::{BUILTIN, ThemeFiles};

    fn fingerprint(assets: &[(&str, &str)]) -> (AssetMap, String) {
        let mut files = ThemeFiles::from([("theme.yml".to_owned(), b"ten: M".as_slice().into())]);
        files.extend(
            assets.iter().map(|(name, text)| (format!("assets/{name}"), text.as_bytes().into())),
        );
        let mut problems = Diagnostics::default();
        let at = SourcePath::content("trang.yml").whole();
        let chain = Chain::resolve(&BTreeMap::new(), BUILTIN, &at, &files, &mut problems).unwrap();
        let map = AssetMap::of(&chain, Styles::AsWritten, &mut problems);
        (map, problems.iter().map(|p| p.rule.code).collect::<Vec<_>>().join(" "))
    }

    #[track_caller]
    fn check(css: &str, problems: &str) {
        let (_, found) = fingerprint(&[("css/a.css", css), ("img/x.svg", "<svg/>")]);
        assert_eq!(found, problems, "{css}");
    }

    #[test]
    fn a_name_holds_the_checksum_and_style_sheets_follow_it() {
        let (map, problems) = fingerprint(&[
            ("css/a.css", "@import 'b.css';i{background:url(../img/Hoa%20v%C4%83n.svg#x)}"),
            ("css/b.css", "b{}"),
            ("img/Hoa văn.svg", "<svg/>"),
        ]);
        assert_eq!(problems, "");
        let image = &map.get("img/Hoa văn.svg").unwrap().path;
        assert_eq!(
            image,
            &format!("tai-nguyen/hoa-van.{}.svg", &Checksum::of(b"<svg/>").to_string()[..10])
        );
        let style = String::from_utf8(map.get("css/a.css").unwrap().bytes.to_vec()).unwrap();
        let file = |path: &str| path.strip_prefix("tai-nguyen/").unwrap().to_owned();
        let imported = file(&map.get("css/b.css").unwrap().path);
        assert_eq!(style, format!("@import '{imported}';i{{background:url({}#x)}}", file(image)));
    }

    #[test]
    fn a_style_sheet_names_what_the_theme_has() {
        check("a{b:url(../img/x.svg)} c{d:url(#e)}", "");
        check("a{b:url(x.svg)}", "CK253");
        check("a{b:url(../../x.svg)}", "CK253");
        check("@import 'a.css';", "CK253");
        check("a{b:url(../img/Hoa văn.svg)}", "CK253");
        check("a{b:url(https://c.example/d.png)}", "CK265");
        check("a{b:u\\72l(//c.example/d.png)}", "CK265");
        check("a{b:url('\\\\\\\\c.example/d.png')}", "CK265");
        check("a{b:image-set(\"https:c.example\" 1x)}", "CK265");
        check("@import/**/url( \"//c.example/d.css\" );", "CK265");
        check("a{--b:'//c.example';--d:'e: f';--g:'// h'}", "CK265");
        check("a{b:url(data:image/png;base64,AA==)}", "CK264");
    }
}
