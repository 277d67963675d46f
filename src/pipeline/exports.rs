//! The files of open data.
//!
//! In: the site's progress and its parts. Out: each file in the sink, and what pages have to know of it. What was made
//! from the same stays as it is: all of a plan, a table of the site by the checksums of its rows, the calendar of an
//! agency by those of its tasks.

use std::io;
use std::sync::Mutex;
use std::sync::atomic::Ordering;

use rayon::prelude::*;

use super::outcome::RunError;
use super::parts::{self, Kind, Made, Parts, output_path};
use super::request::Watch;
use crate::export::{self, Addresses, Facts, File, Files, Put, RowSums, Sheet};
use crate::model::AgencyId;
use crate::output::{Checksum, Sink};
use crate::progress::Progress;

/// What all files of open data are made from, and where they go.
pub(super) struct Exports<'a> {
    progress: &'a Progress<'a>,
    addresses: &'a Addresses,
    /// The checksum of the addresses.
    named: Checksum,
    parts: &'a Parts,
    sink: &'a dyn Sink,
    watch: &'a Watch,
}

impl<'a> Exports<'a> {
    pub(super) fn new(
        progress: &'a Progress<'a>,
        addresses: &'a Addresses,
        parts: &'a Parts,
        sink: &'a dyn Sink,
        watch: &'a Watch,
    ) -> Self {
        let named = Checksum::of(format!("{addresses:?}").as_bytes());
        Self { progress, addresses, named, parts, sink, watch }
    }

    /// Makes them, in parallel; what is known of each is kept, its bytes are not.
    pub(super) fn make(&self) -> Result<Files, RunError> {
        let plans = self.progress.plans.par_iter().map(|plan| {
            self.go_on()?;
            let part = self.parts.part(Kind::Exports, &plan.plan.id, self.named);
            parts::kept_or_made(part, self.sink, || {
                self.gathered(|put| export::of_plan(self.progress, plan, self.addresses, put))
            })
        });
        let (rows, plans): (Vec<RowSums>, Vec<Made>) =
            plans.collect::<Result<Vec<_>, RunError>>()?.into_iter().unzip();
        let mut files = Files::default();
        plans.into_iter().flatten().for_each(|(path, facts)| files.add(path, facts));
        let (agencies, site) = rayon::join(
            || {
                let agencies = self.progress.site.agencies.par_iter();
                let agencies = agencies.map(|(id, _)| self.of_agency(id, &files));
                agencies.collect::<Result<Vec<Made>, RunError>>()
            },
            || self.of_site(&rows),
        );
        for (path, facts) in agencies?.into_iter().flatten().chain(site?) {
            files.add(path, facts);
        }
        self.go_on()?;
        let closing = export::closing(self.progress, self.addresses, &files);
        let ((), closing) = self.gathered(|put| put(closing))?;
        closing.into_iter().for_each(|(path, facts)| files.add(path, facts));
        Ok(files)
    }

    fn go_on(&self) -> Result<(), RunError> {
        match self.watch.interrupted.load(Ordering::Relaxed) {
            true => Err(RunError::Interrupted),
            false => Ok(()),
        }
    }

    /// Makes the files of an agency; `files` are those of plans.
    fn of_agency(&self, id: &AgencyId, files: &Files) -> Result<Made, RunError> {
        self.go_on()?;
        let (progress, addresses) = (self.progress, self.addresses);
        let calendar =
            || self.gathered(|put| put(export::calendar_of_agency(progress, id, addresses)));
        let ((), mut all) = match export::checksum_of_calendar(progress, id, files) {
            Some(tasks) => {
                let name = format!("{}{id}", parts::CALENDAR);
                let part = self.parts.of_site(&name, &[self.named, tasks]);
                parts::kept_or_made(part, self.sink, calendar)?
            }
            None => calendar()?,
        };
        let feeds = |put: &Put<'_>| export::feeds_of_agency(progress, id, addresses, put);
        let ((), feeds) = self.gathered(feeds)?;
        all.extend(feeds);
        Ok(all)
    }

    /// Makes the files of the whole site: tables and what is made of all of them, then feeds. `rows` are the checksums of
    /// the plans' rows.
    fn of_site(&self, rows: &[RowSums]) -> Result<Made, RunError> {
        let (progress, addresses) = (self.progress, self.addresses);
        let tables = export::tables_of_site(progress, addresses);
        let checksums: Vec<_> = tables.iter().map(|table| table.checksum(rows)).collect();
        let written = tables.par_iter().zip(&checksums).map(|(table, checksum)| {
            let name = format!("{}{}", parts::TABLE, table.name());
            let part = self.parts.of_site(&name, &[self.named, *checksum]);
            let mut sheet = None;
            let (csv, files) = parts::kept_or_made(part, self.sink, || {
                let (written, files) = self.gathered(|put| table.write(put))?;
                sheet = written.sheet;
                Ok((written.csv, files))
            })?;
            Ok((csv, files, sheet))
        });
        let written: Vec<(Facts, Made, Option<Sheet>)> =
            written.collect::<Result<_, RunError>>()?;
        let (mut csv, mut sheets, mut all) = (Vec::new(), Vec::new(), Vec::new());
        for (facts, files, sheet) in written {
            csv.push(facts);
            sheets.push(sheet);
            all.extend(files);
        }
        if export::have_workbook(&csv) {
            let made_from: Vec<_> = std::iter::once(self.named).chain(checksums).collect();
            let part = self.parts.of_site(parts::WORKBOOK, &made_from);
            let ((), workbook) = parts::kept_or_made(part, self.sink, || {
                let sheets = tables.iter().zip(sheets);
                let sheets = sheets.map(|(table, sheet)| sheet.unwrap_or_else(|| table.sheet()));
                let workbook = export::workbook_of_site(progress, &sheets.collect::<Vec<_>>());
                self.gathered(|put| put(workbook))
            })?;
            all.extend(workbook);
        }
        let ((), others) = self.gathered(|put| {
            put(export::package_of_site(progress, addresses, &csv))?;
            export::feeds_of_site(progress, addresses, put)
        })?;
        all.extend(others);
        Ok(all)
    }

    /// Puts the files that `make` makes in the sink; out comes what it gives, and what is known of them.
    fn gathered<T>(
        &self,
        make: impl FnOnce(&Put<'_>) -> io::Result<T>,
    ) -> Result<(T, Made), RunError> {
        let made = Mutex::new(Vec::new());
        let put = |file: File| {
            self.sink.put_hashed(&output_path(&file.path), file.content.lent())?;
            let facts = file.facts();
            made.lock()
                .expect("no thread panics while it holds the files")
                .push((file.path, facts));
            Ok(())
        };
        let given = make(&put).map_err(RunError::Sink)?;
        let mut made = made.into_inner().expect("no thread panics while it holds the files");
        made.sort_by(|(one, _), (other, _)| one.cmp(other));
        Ok((given, made))
    }
}
