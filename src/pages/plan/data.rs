//! The data of one plan.
//!
//! In: the plan's files of open data. Out: [`PlanDataView`], all that `plan-data.html` may read.

use serde::Serialize;

use crate::export::{self, names};
use crate::model::Plan;
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::parts::cards;
use crate::pages::parts::downloads::{self, Download, DownloadSection, TableView};
use crate::pages::parts::feeds;
use crate::pages::values::{Link, PlanHead, Reference};
use crate::paths;
use crate::vocabulary::downloads as words;
use crate::vocabulary::plan as plans;

/// What `plan-data.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct PlanDataView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// How many tables there are, and in which formats.
    pub answer: String,
    /// How words stand in CSV that a spreadsheet would run.
    pub guarded: &'static str,
    /// What readers must know of compressed files, where there are some.
    pub packed: Option<String>,
    /// The tables, limited to the plan.
    pub tables: Vec<TableView>,
    /// The other files, by subject.
    pub sections: Vec<DownloadSection>,
    /// The page of the whole site's data.
    pub all: String,
    /// The plan's answer, made to stand in a frame of another site.
    pub embed: Link,
    /// The licence of the data, with its text where that is known.
    pub licence: Option<Reference>,
    /// How to cite the plan's data, ready to be copied.
    pub citation: String,
}

/// The files of a plan.
pub(crate) fn view(here: Context<'_>, plan: &Plan) -> PlanDataView {
    let head = Head::new(words::of_plan(plan.cited()), words::about_plan(plan.cited()))
        .above(here.above_plan(plan))
        .feeds(feeds::of_plan(here, plan))
        .json_ld(export::dataset(
            here.progress,
            Some(plan),
            &here.options.addresses,
            &here.options.files,
        ));
    let name = plans::named(plan.cited(), &plan.short_name);
    PlanDataView {
        frame: here.frame(head),
        plan: cards::plan_head(here, plan),
        answer: downloads::answer(here, Some(&plan.id)),
        guarded: words::guarded(),
        packed: downloads::packed(here, Some(&plan.id)),
        tables: downloads::tables(here, Some(&plan.id)),
        sections: vec![whole(here, plan), downloads::followed(here, Some(&plan.id))],
        all: here.href(&paths::data()),
        embed: here.link(&paths::embed(&plan.id), words::embed()),
        licence: downloads::licence(here),
        citation: downloads::citation(here, &name, &paths::plan(&plan.id)),
    }
}

fn whole(here: Context<'_>, plan: &Plan) -> DownloadSection {
    let file = |name: &str, description: &str| -> Download {
        downloads::download(here, &paths::export(Some(&plan.id), name), description)
    };
    let mut files = vec![
        file(names::WORKBOOK, words::workbook()),
        file(names::EXCEL, words::excel()),
        file(names::RECORD, words::record()),
        file(names::TEXT, words::text()),
        file(names::PACKAGE, words::package()),
    ];
    files.extend(
        plan.source_text.copy.as_ref().map(|copy| downloads::source_copy(here, plan, copy)),
    );
    DownloadSection { name: words::whole_plan().to_owned(), files }
}
