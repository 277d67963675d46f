//! The chain of themes: a file is taken from the first theme that has it.

use std::collections::BTreeMap;
use std::sync::Arc;

use include_dir::Dir;
use serde::Deserialize;

use crate::diagnostic::catalog::{ck143, ck251, ck252};
use crate::diagnostic::{Diagnostics, Place, SourcePath};
use crate::text::nearest;
use crate::text::normalize::is_unfit_in_text;

/// The theme that is compiled into the program, and every other theme's last parent.
pub const BUILTIN: &str = "mac-dinh";

/// The files of one theme: path within its folder → bytes.
pub type ThemeFiles = BTreeMap<String, Arc<[u8]>>;

/// The files of a folder that is compiled into the program.
pub fn embedded(folder: &Dir<'_>) -> ThemeFiles {
    let mut files = ThemeFiles::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for file in folder.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            files.insert(path, file.contents().into());
        }
        folders.extend(folder.dirs());
    }
    files
}

/// One theme of a chain.
#[derive(Clone, Debug)]
pub struct Layer {
    /// The theme's folder name.
    pub name: String,
    /// Its files.
    pub files: ThemeFiles,
}

/// A theme and its parents, child first; the last one is the built-in theme, or its stand-in.
#[derive(Clone, Debug)]
pub struct Chain(Vec<Layer>);

impl Chain {
    /// The chain of the theme `name`, which the site chose at `chosen_at`.
    ///
    /// `available` holds the site's own themes. Where one of them is called [`BUILTIN`], its files
    /// go before the built-in ones of the same path; to extend such a file, make a child theme.
    pub fn resolve(
        available: &BTreeMap<String, ThemeFiles>,
        name: &str,
        chosen_at: &Place,
        builtin: &ThemeFiles,
        problems: &mut Diagnostics,
    ) -> Option<Self> {
        let mut layers: Vec<Layer> = Vec::new();
        let mut next = (name.to_owned(), chosen_at.clone());
        loop {
            let (name, named_at) = next;
            if layers.iter().any(|layer| layer.name == name) {
                let names = layers.iter().map(|layer| layer.name.as_str());
                let names: Vec<&str> =
                    names.skip_while(|other| *other != name).chain([name.as_str()]).collect();
                problems.push(ck252::circle(named_at, &names));
                return None;
            }
            let Some(files) = files_of(available, &name, builtin) else {
                let known = available.keys().map(String::as_str).chain([BUILTIN]);
                problems.push(ck251::unknown_theme(named_at, &name, nearest(&name, known)));
                return None;
            };
            let parent = parent_of(&name, &files, problems)?;
            let key = SourcePath::theme(&format!("{name}/theme.yml")).key("cha");
            layers.push(Layer { name, files });
            next = match parent {
                Some(parent) => (parent, key),
                None if layers.iter().any(|layer| layer.name == BUILTIN) => {
                    return Some(Self(layers));
                }
                None => (BUILTIN.to_owned(), key),
            };
        }
    }

    /// The themes, child first.
    pub fn layers(&self) -> &[Layer] {
        &self.0
    }

    /// The files below `folder` (such as `assets/`), each from the first theme that has it: the
    /// path within the folder, the file's place, its bytes.
    pub fn files<'a>(&'a self, folder: &str) -> BTreeMap<&'a str, (SourcePath, &'a Arc<[u8]>)> {
        let mut found = BTreeMap::new();
        for layer in &self.0 {
            for (path, bytes) in &layer.files {
                if let Some(name) = path.strip_prefix(folder) {
                    found.entry(name).or_insert_with(|| (layer.source(path), bytes));
                }
            }
        }
        found
    }

    /// The texts of all files, so that a problem in one can show its line.
    pub fn texts(&self) -> impl Iterator<Item = (SourcePath, Arc<str>)> + '_ {
        self.0.iter().flat_map(|layer| {
            let text = |bytes: &[u8]| std::str::from_utf8(bytes).ok().map(Arc::from);
            layer
                .files
                .iter()
                .filter_map(move |(path, bytes)| Some((layer.source(path), text(bytes)?)))
        })
    }
}

impl Layer {
    /// The source path of a file of this theme.
    pub fn source(&self, path: &str) -> SourcePath {
        SourcePath::theme(&format!("{}/{path}", self.name))
    }
}

/// What `theme.yml` says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTheme {
    #[serde(rename = "ten")]
    name: String,
    cha: Option<String>,
}

fn files_of(
    available: &BTreeMap<String, ThemeFiles>,
    name: &str,
    builtin: &ThemeFiles,
) -> Option<ThemeFiles> {
    let own = available.get(name);
    if name != BUILTIN {
        return own.cloned();
    }
    let mut files = builtin.clone();
    files.extend(own.into_iter().flatten().map(|(path, bytes)| (path.clone(), Arc::clone(bytes))));
    Some(files)
}

/// The parent that `theme.yml` names, if it does; nothing at all where it cannot be used.
fn parent_of(name: &str, files: &ThemeFiles, problems: &mut Diagnostics) -> Option<Option<String>> {
    let file = SourcePath::theme(&format!("{name}/theme.yml"));
    let Some(bytes) = files.get("theme.yml") else {
        problems.push(ck251::no_description(file.whole(), name));
        return None;
    };
    let Ok(text) = std::str::from_utf8(bytes) else {
        problems.push(ck251::not_text(file.whole()));
        return None;
    };
    if hidden(&file, text, problems) {
        return None;
    }
    let Ok(theme) = serde_yaml::from_str::<RawTheme>(text) else {
        problems.push(ck251::bad_description(file.whole()));
        return None;
    };
    for (key, value) in [("ten", Some(&theme.name)), ("cha", theme.cha.as_ref())] {
        if let Some(c) = value.and_then(|value| value.chars().find(|c| is_unfit_in_text(*c))) {
            problems.push(ck143::spelled_in(file.key(key), c));
            return None;
        }
    }
    Some(theme.cha)
}

/// Tells each character that no file may hold once, at its first place; whether there is one.
fn hidden(file: &SourcePath, text: &str, problems: &mut Diagnostics) -> bool {
    let mut found: BTreeMap<char, (usize, usize)> = BTreeMap::new();
    for (at, c) in text.char_indices().filter(|(_, c)| is_unfit_in_text(*c)) {
        found.entry(c).or_insert((at, 0)).1 += 1;
    }
    for (c, (at, count)) in &found {
        let place = file.passage(*at..at + c.len_utf8());
        problems.push(ck143::written(place, *c, *count, false));
    }
    !found.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn theme(yaml: &str) -> ThemeFiles {
        ThemeFiles::from([("theme.yml".to_owned(), yaml.as_bytes().into())])
    }

    /// `themes` is `name: parent` by lines; the result is the chain or the problem's code.
    #[track_caller]
    fn check(themes: &[(&str, &str)], chosen: &str, expected: &str) {
        let available =
            themes.iter().map(|(name, yaml)| ((*name).to_owned(), theme(yaml))).collect();
        let mut problems = Diagnostics::default();
        let at = SourcePath::content("trang.yml").key("giao_dien");
        let chain = Chain::resolve(&available, chosen, &at, &theme("ten: Mặc định"), &mut problems);
        let shown = match chain {
            Some(chain) => {
                chain.layers().iter().map(|layer| layer.name.as_str()).collect::<Vec<_>>().join(" ")
            }
            None => problems.iter().map(|p| format!("{} {}", p.rule.code, p.place.file)).collect(),
        };
        assert_eq!(shown, expected);
    }

    #[test]
    fn parents_come_after_children_and_the_built_in_theme_last() {
        check(&[], "mac-dinh", "mac-dinh");
        check(&[("tinh", "ten: Tỉnh")], "tinh", "tinh mac-dinh");
        check(
            &[("con", "ten: Con\ncha: tinh"), ("tinh", "ten: Tỉnh\ncha: mac-dinh")],
            "con",
            "con tinh mac-dinh",
        );
        check(
            &[("mac-dinh", "ten: Riêng\ncha: tinh"), ("tinh", "ten: Tỉnh")],
            "mac-dinh",
            "mac-dinh tinh",
        );
    }

    #[test]
    fn what_cannot_be_resolved_is_told() {
        check(&[], "tinh", "CK251 trang.yml");
        check(&[("con", "ten: Con\ncha: tinh")], "con", "CK251 con/theme.yml");
        check(&[("con", "ten: Con\nme: tinh")], "con", "CK251 con/theme.yml");
        check(&[("a", "ten: A\ncha: b"), ("b", "ten: B\ncha: a")], "a", "CK252 b/theme.yml");
    }

    #[test]
    fn a_description_has_no_hidden_characters() {
        check(&[("a", "ten: A\u{202e}\u{202e}b")], "a", "CK143 a/theme.yml");
        check(&[("a", "ten: A\u{c}")], "a", "CK143 a/theme.yml");
        check(&[("a", "ten: \"A\\u202E\"")], "a", "CK143 a/theme.yml");
        check(&[("a", "ten: A\ncha: \"\\x0cmac-dinh\"")], "a", "CK143 a/theme.yml");
        check(&[("a", "ten: A\r\ncha:\tmac-dinh\r\n")], "a", "a mac-dinh");
    }

    #[test]
    fn a_file_comes_from_the_first_theme_that_has_it() {
        let file = |text: &str| Arc::<[u8]>::from(text.as_bytes());
        let mut own = theme("ten: Riêng");
        own.insert("assets/a.css".to_owned(), file("con"));
        let mut builtin = theme("ten: Mặc định");
        builtin.insert("assets/a.css".to_owned(), file("cha"));
        builtin.insert("assets/b.css".to_owned(), file("cha"));
        for name in ["tinh", BUILTIN] {
            let available = BTreeMap::from([(name.to_owned(), own.clone())]);
            let at = SourcePath::content("trang.yml").whole();
            let chain =
                Chain::resolve(&available, name, &at, &builtin, &mut Diagnostics::default())
                    .unwrap();
            let files = chain.files("assets/");
            assert_eq!((&**files["a.css"].1, &**files["b.css"].1), (&b"con"[..], &b"cha"[..]));
        }
    }
}
