//! Plans whose tasks did not all reach the model, because their files are faulty.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostics, Severity};
use crate::model::{Plan, PlanId, Record};
use crate::source::ContentFile;

/// The plans of which a task's file has an error and gave no task, or one of another number: what it
/// would have said is not missed a second time.
#[derive(Debug, Default)]
pub(super) struct Lost<'a>(BTreeSet<&'a PlanId>);

impl<'a> Lost<'a> {
    pub(super) fn of(record: &'a Record, problems: &Diagnostics) -> Self {
        let errors = problems.iter().filter(|problem| problem.severity == Severity::Error);
        let faulty: BTreeSet<_> = errors.map(|problem| &problem.place.file).collect();
        let read: BTreeSet<_> = record.tasks().map(|(_, task)| &task.source).collect();
        let misnumbered: BTreeSet<_> = problems
            .iter()
            .filter(|problem| problem.rule.code == "CK101")
            .map(|problem| &problem.place.file)
            .collect();
        let missing =
            faulty.into_iter().filter(|file| !read.contains(file) || misnumbered.contains(file));
        let lost: BTreeSet<&str> = missing
            .filter_map(|file| match ContentFile::of(file) {
                Some(ContentFile::Task(plan, _)) => Some(plan),
                _ => None,
            })
            .collect();
        Self(record.plans.keys().filter(|id| lost.contains(id.as_str())).collect())
    }

    pub(super) fn has_task_of(&self, plan: &Plan) -> bool {
        self.0.contains(&plan.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Content;
    use crate::diagnostic::SourcePath;
    use crate::diagnostic::catalog::{ck001, ck140};

    #[track_caller]
    fn check(file: &str, expected: bool) {
        let mut content = Content::default();
        content.task("1.1", "");
        let record = content.site();
        let file = SourcePath::content(&format!("ke-hoach/12-kh-ubnd-2024/{file}"));
        let mut problems = Diagnostics::default();
        problems.push(ck001::binary(file.whole()));
        problems.push(ck140::not_nfc(
            SourcePath::content("ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-9.md").whole(),
            1,
        ));
        let plan = record.plans.values().next().unwrap();
        assert_eq!(Lost::of(&record, &problems).has_task_of(plan), expected, "{file}");
    }

    #[test]
    fn a_faulty_file_without_a_task_is_a_loss() {
        check("nhiem-vu/1-2.md", true);
        check("nhiem-vu/1-1.md", false);
        check("bao-cao.yml", false);
    }
}
