//! jalon turns the action plans of an association into a public website.
//!
//! ```text
//! disk::read    folder    → Inputs              bytes as found
//! kind::read    &Source   → Noted<Document>     one file, never fails
//! site::link    documents → Noted<Site>         addresses, links and collisions settled
//! page::make    &Site     → Vec<Page>           exactly what one template may read, batch by batch
//! theme, export, then disk::aside and publish   bytes, written where they differ, then moved in place
//! ```
//!
//! The modules stand in the order of the layers: each imports only those above it.

pub mod filled;
pub mod source;
pub mod digest;
pub mod json;
pub mod date;
pub mod lang;
pub mod locale;
pub mod colour;
pub mod html;
pub mod typography;
pub mod diagnostic;
pub mod decode;
pub mod sheet;
pub mod record;
pub mod words;
pub mod address;
pub mod config;
pub mod document_path;
pub mod front_matter;
pub mod shortcode;
pub mod markdown;
pub mod picture;
pub mod glossary;
pub mod kind;
pub mod site;
pub mod translations;
pub mod badge;
pub mod chart;
pub mod view;
pub mod export;
pub mod page;
pub mod search;
pub mod theme;
pub mod check;
pub mod pipeline;
pub mod schema;
pub mod starter;
#[cfg(feature = "import")]
pub mod import;
pub mod disk;
#[cfg(feature = "external")]
pub mod visit;
#[cfg(feature = "serve")]
pub mod watch;
#[cfg(feature = "serve")]
pub mod server;
pub mod cli;
