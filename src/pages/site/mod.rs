//! Pages of the whole site.

pub mod agencies;
pub mod agency;
pub mod corrections;
pub mod crawlers;
pub mod data;
pub mod documents;
pub mod former;
pub mod glossary;
pub mod group;
pub mod home;
pub mod method;
pub mod not_found;
pub mod petition;
pub mod plans;
pub mod prose;
pub mod releases;
pub mod search;
pub mod site_map;
pub mod updates;
