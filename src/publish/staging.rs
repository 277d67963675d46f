//! The new site while it is made, in a folder beside the published one.
//!
//! In: finished files from any thread. Out: a [`Release`]. Dropped without one, it leaves the
//! published folder as it was and nothing beside it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::civil::Date;
use rayon::prelude::*;

use super::cache::{self, Known, KnownPart, Made};
use super::changes::{Changes, changes};
use super::disk::{Disk, create_dir_all, exists};
use super::error::{Action, PublishError};
use super::foreign::{self, Contents, is_ours_by_name};
use super::guard::{Published, Seen, inspect, removable};
use super::leftover;
use super::manifest::{MANIFEST, Manifest};
use super::places::Places;
use super::swap;
use super::target::Target;
use crate::output::{Checksum, Entry, Hashed, Notes, Output, OutputPath, Part, Sink};

const MARK_TEXT: &str = "congkhai đang dựng trang mới trong thư mục này.\n";

/// A site in the making, with the lock on the published folder.
#[derive(Debug)]
pub struct Staging<'d> {
    target: Target<'d>,
    output: Mutex<Output>,
    /// The parts of the new site that the next build may keep.
    parts: Mutex<BTreeMap<String, KnownPart>>,
    /// The site that is published now, as its manifest tells it.
    published: Option<Arc<Manifest>>,
    folders: Mutex<BTreeSet<PathBuf>>,
    /// The checksum of the program, where its builds may remember each other.
    program: Option<Checksum>,
    /// What the build before left for this one.
    known: Known,
    /// The folder of which no file is taken.
    left_out: Option<&'static str>,
    /// The published site is the new one already.
    kept: AtomicBool,
    /// The new site is published; what is left beside it is told in the release.
    swapped: bool,
}

/// What the manifest says besides the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meta {
    /// Version of the tool.
    pub tool_version: String,
    /// The date that the site speaks of.
    pub as_of: Date,
    /// What the next build may know it by; none where it must not believe that nothing is to be told.
    pub made: Option<Made>,
}

/// A published site.
#[derive(Debug)]
pub struct Release {
    /// What it changed in the one before.
    pub changes: Changes,
    /// Number of files, without the manifest.
    pub files: usize,
    /// Number of bytes in them.
    pub bytes: u64,
    /// Why something of the site before could not be removed; the next run tries again.
    pub leftover: Option<PublishError>,
}

impl<'d> Target<'d> {
    /// Makes the folder that the new site is written to.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn stage(self) -> Result<Staging<'d>, PublishError> {
        Staging::new(self)
    }
}

impl<'d> Staging<'d> {
    fn new(mut target: Target<'d>) -> Result<Self, PublishError> {
        let published = match inspect(&target.places.output, &mut target.seen)? {
            Published::Nothing | Published::Empty => None,
            Published::Site(manifest) => Some(manifest),
        };
        let staging = Self {
            target,
            output: Mutex::default(),
            parts: Mutex::default(),
            published,
            folders: Mutex::default(),
            program: None,
            known: Known::default(),
            left_out: None,
            kept: AtomicBool::new(false),
            swapped: false,
        };
        let (disk, root) = (staging.disk(), staging.root());
        let failed = |error| PublishError::io(Action::CreateFolder, root, error);
        disk.create_dir(root).map_err(failed)?;
        write(disk, &Places::mark(root), MARK_TEXT.as_bytes())?;
        Ok(staging)
    }

    /// Lets builds of the program with this checksum remember each other.
    #[must_use]
    pub fn made_by(mut self, program: Checksum) -> Self {
        self.program = Some(program);
        let manifest = self.target.seen.bytes();
        let known =
            manifest.and_then(|manifest| cache::known(&self.target.places, program, manifest));
        self.known = known.unwrap_or_default();
        self
    }

    /// Takes no file of that folder of the site.
    #[must_use]
    pub fn without(mut self, folder: &'static str) -> Self {
        self.left_out = Some(folder);
        self
    }

    /// Keeps every published file as it stands; out comes whether each still is what was published.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn keep_all(&self) -> Result<bool, PublishError> {
        let Some(published) = self.published.clone() else { return Ok(true) };
        for (path, entry) in published.files.iter() {
            let bytes = self.published_bytes(path);
            let Some(bytes) = bytes.filter(|bytes| Entry::of(bytes) == *entry) else {
                return Ok(false);
            };
            let file = self.place(path, *entry)?;
            self.link(path, &file, &bytes)?;
        }
        Ok(true)
    }

    /// What was put so far.
    pub fn output(&self) -> Output {
        hold(&self.output).clone()
    }

    /// Publishes what was put.
    ///
    /// # Errors
    /// Where a file of others stands in the way or the disk refuses; the published folder is
    /// then the old site, or one that the next run completes.
    pub fn publish(mut self, meta: Meta) -> Result<Release, PublishError> {
        let files = std::mem::take(&mut *hold(&self.output));
        let parts = std::mem::take(&mut *hold(&self.parts));
        if *self.kept.get_mut() {
            let leftover = self.target.left.take();
            let (changes, bytes) = (changes(&files, &files), files.bytes());
            return Ok(Release { changes, files: files.len(), bytes, leftover });
        }
        let Meta { tool_version, as_of, made } = meta;
        let manifest = Manifest { tool_version, as_of, files };
        let now = inspect(&self.target.places.output, &mut self.target.seen)?;
        let places = &self.target.places;
        let old = match &now {
            Published::Nothing | Published::Empty => {
                removable(&places.output)?;
                &Output::default()
            }
            Published::Site(old) => {
                // Once more: others may have put a folder there since the build began.
                let (contents, removable) =
                    rayon::join(|| Contents::of(&places.output), || removable(&places.output));
                let foreign = contents?.foreign_to(old);
                removable?;
                foreign::make_way(&foreign, &manifest.files, &places.output)?;
                foreign::carry(self.disk(), &foreign, &places.output, self.root())?;
                &old.files
            }
        };
        let sealed = manifest.to_bytes();
        self.seal(&sealed)?;
        let forgotten = cache::forget(self.disk(), places);
        swap::swap(self.disk(), places)?;
        self.swapped = true;
        let (places, seen) = (&self.target.places, &mut self.target.seen);
        let leftover = swap::tidy(self.target.disk, places, seen).err();
        let leftover = leftover.or_else(|| self.target.left.take());
        if let (Some(program), Ok(())) = (self.program, forgotten) {
            let known = Known { made, parts };
            // Without it the next build takes longer.
            let _ = cache::remember(self.disk(), &self.target.places, program, &known, &sealed);
        }
        let files = manifest.files;
        Ok(Release {
            changes: changes(old, &files),
            files: files.len(),
            bytes: files.bytes(),
            leftover,
        })
    }

    /// Makes the folder a whole site: everything on the disk first, the mark away last.
    fn seal(&self, manifest: &[u8]) -> Result<(), PublishError> {
        let (disk, root) = (self.disk(), self.root());
        write(disk, &root.join(MANIFEST), manifest)?;
        let unsynced = |error| PublishError::io(Action::Sync, root, error);
        disk.sync_tree(root).map_err(unsynced)?;
        let mark = Places::mark(root);
        disk.remove_file(&mark).map_err(|error| PublishError::io(Action::Remove, &mark, error))?;
        disk.sync_dir(root).map_err(unsynced)
    }

    fn write(&self, path: &OutputPath, file: Hashed<&[u8]>) -> Result<(), PublishError> {
        let (bytes, entry) = (file.bytes(), file.entry());
        let file = self.place(path, entry)?;
        let same = self.published_entry(path) == Some(entry);
        if same && self.published_bytes(path).is_some_and(|published| published == bytes) {
            return self.link(path, &file, bytes);
        }
        write(self.disk(), &file, bytes)
    }

    /// Keeps the published files of a part, if they were made from the same and still are what we published.
    fn keep_part(&self, part: &Part) -> Result<Option<Notes>, PublishError> {
        let Some(known) = self.known.part(part) else { return Ok(None) };
        // All are looked at before the first is taken over.
        let mut kept = Vec::with_capacity(known.files.len());
        for path in &known.files {
            let Some(bytes) = self.published_bytes(path) else { return Ok(None) };
            let entry = Entry::of(&bytes);
            if self.published_entry(path) != Some(entry) {
                return Ok(None);
            }
            kept.push((path, entry, bytes));
        }
        for (path, entry, bytes) in kept {
            let file = self.place(path, entry)?;
            self.link(path, &file, &bytes)?;
        }
        hold(&self.parts).insert(part.name.clone(), known.clone());
        Ok(Some(known.notes.clone()))
    }

    fn published_entry(&self, path: &OutputPath) -> Option<Entry> {
        self.published.as_ref()?.files.get(path).copied()
    }

    /// What stands in the published folder, if it is a file of its own; what others changed there is
    /// found by comparing.
    fn published_bytes(&self, path: &OutputPath) -> Option<Vec<u8>> {
        let file = path.below(&self.target.places.output);
        let is_file = fs::symlink_metadata(&file).is_ok_and(|about| about.is_file());
        is_file.then(|| fs::read(&file).ok()).flatten()
    }

    /// Gives the published file a second name; where the file system has no such thing, writes it.
    fn link(&self, path: &OutputPath, file: &Path, bytes: &[u8]) -> Result<(), PublishError> {
        let published = path.below(&self.target.places.output);
        match self.disk().hard_link(&published, file) {
            Ok(()) => Ok(()),
            Err(_) => write(self.disk(), file, bytes),
        }
    }

    /// Registers a file and makes the folders above it.
    fn place(&self, path: &OutputPath, entry: Entry) -> Result<PathBuf, PublishError> {
        if is_ours_by_name(Path::new(&*path.key())) {
            return Err(PublishError::Reserved { path: path.clone() });
        }
        hold(&self.output).insert(path.clone(), entry).map_err(PublishError::Collision)?;
        let file = path.below(self.root());
        if let Some(folder) = file.parent() {
            // Two threads may both find it missing; making it twice does no harm.
            let known = folder == self.root() || hold(&self.folders).contains(folder);
            if !known {
                create_dir_all(self.disk(), folder)?;
                hold(&self.folders).insert(folder.to_path_buf());
            }
        }
        Ok(file)
    }

    fn disk(&self) -> &'d dyn Disk {
        self.target.disk
    }

    fn root(&self) -> &Path {
        &self.target.places.staging
    }
}

impl Staging<'_> {
    /// The pages of the published site, if it was made from these inputs and each of its files is still what it was.
    fn whole_site(&self, inputs: Checksum) -> Option<usize> {
        let published = self.published.as_ref()?;
        let made = self.known.made.as_ref().filter(|made| made.inputs == inputs)?;
        let files: Vec<_> = published.files.iter().collect();
        let is_whole = files.par_iter().all(|(path, entry)| {
            self.published_bytes(path).is_some_and(|bytes| Entry::of(&bytes) == **entry)
        });
        is_whole.then_some(made.pages)
    }
}

impl Sink for Staging<'_> {
    fn put_hashed(&self, path: &OutputPath, file: Hashed<&[u8]>) -> io::Result<()> {
        let is_in =
            |folder| path.as_str().strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        if self.left_out.is_some_and(is_in) {
            return Ok(());
        }
        Ok(self.write(path, file)?)
    }

    fn so_far(&self) -> Output {
        self.output()
    }

    fn keep_site(&self, inputs: Checksum) -> io::Result<Option<usize>> {
        let pages = self.whole_site(inputs);
        if let (Some(_), Some(published)) = (pages, &self.published) {
            *hold(&self.output) = published.files.clone();
            self.kept.store(true, Ordering::Relaxed);
        }
        Ok(pages)
    }

    fn takes_notes(&self) -> bool {
        self.program.is_some()
    }

    fn noted(&self, read: Checksum) -> Option<Notes> {
        self.known.made.as_ref()?.noted(read)
    }

    fn left_with(&self, part: &Part) -> Option<Notes> {
        self.known.part(part).map(|known| Arc::clone(&known.notes))
    }

    fn keep(&self, part: &Part) -> io::Result<Option<Notes>> {
        Ok(self.keep_part(part)?)
    }

    fn leave(&self, part: Part, files: Vec<OutputPath>, notes: Notes) {
        let Part { name, made_from } = part;
        hold(&self.parts).insert(name, KnownPart { made_from, files, notes });
    }
}

impl Drop for Staging<'_> {
    fn drop(&mut self) {
        let places = &self.target.places;
        // While a journal stands, this folder may be the only whole site.
        if !self.swapped && matches!(exists(&places.journal), Ok(false)) {
            // A failure leaves what the next run removes.
            let _ =
                leftover::clear(self.disk(), &places.staging, &places.output, &mut Seen::default());
        }
    }
}

fn write(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), PublishError> {
    disk.write_new(path, bytes).map_err(|error| PublishError::io(Action::Write, path, error))
}

fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Each change under these locks is a single insertion, whole even if another thread panicked.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
