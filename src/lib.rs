//! A static site generator for a government plan and the honest record of its tasks.
//!
//! One pipeline, a type per stage, one direction. [`pipeline::run`] is the whole of it:
//!
//! ```text
//! source    two folders        → SourceTree      files, with their hashes
//! parse     SourceTree         → RawSite         one document per file, as its author wrote it
//! model     RawSite            → Site            references resolved, dates real, numbers unique
//! progress  Site + date        → Progress        what is true on one date
//! check     Site, Progress     → problems        rules that no type can hold
//! export    Progress           → files           tables, feeds, calendars, the text as data
//! search    Progress           → SearchIndex     what can be found, as script files
//! assets    theme files        → AssetMap        fingerprinted names
//! pages     Progress           → PageSet         every page, with the data its template may read
//! render    theme + view       → bytes           HTML, minified under guard, links collected
//! publish   finished files     → Release         the only writer
//! ```
//!
//! Every stage reports its problems and goes on; nothing is published while an error is among them.

pub mod text;
pub mod vocabulary;

pub mod source;

pub mod diagnostic;
pub mod memo;
pub mod output;
pub mod transparency;

pub mod attachment;

pub mod parse;

pub mod model;
pub mod progress;

pub mod hosting;
pub mod paths;
pub mod search;

pub mod export;

pub mod releases;

pub mod assets;
pub mod check;
pub mod pages;
pub mod render;

pub mod publish;

pub mod editor;
pub mod import;

pub mod cli;
pub mod pipeline;
pub mod serve;
