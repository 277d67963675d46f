//! The theme that a site chose, and what its pages are told of it.

use std::sync::Arc;

use include_dir::{Dir, include_dir};

use super::request::Request;
use crate::assets::{self, AssetMap, Chain, Styles};
use crate::diagnostic::Diagnostics;
use crate::export::{Addresses, Files};
use crate::memo::Memo;
use crate::model::{Minify, Settings};
use crate::output::Digest;
use crate::pages::PageOptions;
use crate::paths::PagePath;
use crate::render::theme::Theme;
use crate::source::SourceTree;
use crate::text::SiteAddress;

static BUILTIN_THEME: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/mac-dinh");

/// A theme with its assets, if it can be used, and what was found in it.
#[derive(Clone, Debug)]
pub(super) struct Look {
    loaded: Option<Arc<(Theme, AssetMap)>>,
    problems: Diagnostics,
}

/// The themes that a site chose, child first.
pub(super) struct Chosen {
    chain: Chain,
    /// Whether it is the built-in theme, and nothing beside it.
    pub(super) is_builtin: bool,
}

/// The theme that the site chose, with its parents; the default theme is built into the program.
pub(super) fn chosen(
    tree: &mut SourceTree,
    settings: &Settings,
    problems: &mut Diagnostics,
) -> Option<Chosen> {
    let at = settings.source.key("giao_dien");
    let builtin = assets::embedded(&BUILTIN_THEME);
    let chain = Chain::resolve(&tree.themes, &settings.theme, &at, &builtin, problems)?;
    tree.add_theme_texts(chain.texts());
    let is_builtin = matches!(chain.layers(), [only] if only.files == builtin);
    Some(Chosen { chain, is_builtin })
}

/// The theme, ready to use, if it can be.
pub(super) fn theme(
    chosen: &Chosen,
    tree: &SourceTree,
    settings: &Settings,
    looks: &Memo<Look>,
    problems: &mut Diagnostics,
) -> Option<Arc<(Theme, AssetMap)>> {
    let styles = match settings.minify {
        Minify::Templates | Minify::Pages => Styles::Compact,
        Minify::Nothing => Styles::AsWritten,
    };
    let files = || {
        let mut files = Digest::new();
        files.add(format!("{} {styles:?}", settings.theme).as_bytes());
        files.add_themes(tree);
        files.checksum()
    };
    let look = looks.get(files, || Look::of(&chosen.chain, styles));
    looks.forget_unused();
    problems.append(look.problems);
    look.loaded
}

impl Look {
    fn of(chain: &Chain, styles: Styles) -> Self {
        let mut problems = Diagnostics::default();
        let assets = AssetMap::of(chain, styles, &mut problems);
        let theme = Theme::load(chain, &assets, &mut problems);
        Self { loaded: theme.map(|theme| Arc::new((theme, assets))), problems }
    }
}

/// The path under which the site is to stand; begins and ends in `/`.
pub(super) fn base_path(request: &Request, settings: &Settings) -> String {
    address(request, settings).map_or("/", SiteAddress::path).to_owned()
}

/// Where the site is published.
fn address<'a>(request: &'a Request, settings: &'a Settings) -> Option<&'a SiteAddress> {
    request.base_url.as_ref().or(settings.address.as_ref())
}

/// What every page is told; the files of open data are not made yet.
pub(super) fn options(request: &Request, settings: &Settings, assets: &AssetMap) -> PageOptions {
    let address = address(request, settings);
    let published = |ending: &str| {
        // Those in a folder of their own are linked by the templates that need them.
        let is_part = |name: &str| name.starts_with(assets::PARTS);
        let assets =
            assets.iter().filter(move |(name, _)| name.ends_with(ending) && !is_part(name));
        assets.map(|(_, asset)| PagePath::new(asset.path.as_str())).collect::<Vec<_>>()
    };
    PageOptions {
        addresses: Addresses::new(address.map(SiteAddress::as_str), settings),
        address: address.map(|address| address.as_str().to_owned()),
        base_path: base_path(request, settings),
        stylesheets: published(".css"),
        icon: published("bieu-tuong.svg").pop(),
        generator: format!("congkhai {}", env!("CARGO_PKG_VERSION")),
        files: Files::default(),
        releases: None,
    }
}
