//! The theme: templates, assets and words, the site's over the theme's over the default's.
//!
//! This module and its files are the only ones that know tera.

pub mod about;
mod asked;
mod compile;
mod fields;
mod given;
mod layers;
pub mod look;
mod named;
pub mod pieces;
mod policy;
mod reading;
mod stray;
mod trouble;
mod vocabulary;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, Tera, Value};

use crate::diagnostic::{Diagnostic, Noted, Problem, Severity};
use crate::record::Record;
use crate::view::Frame;
use crate::view::extra::Extra;
use crate::words::Words;
use given::Keys;
use layers::Files;
use trouble::Fault;

/// The name under which templates read what authors add for them.
const EXTRA: &str = "extra";

/// What makes pages of views: compiled templates, and the assets and words that go with them.
///
/// Every template it holds compiles, and every component, filter and template they call exists.
pub struct Theme {
    tera: Tera,
    files: Files,
    keys: Keys,
    /// Whether some template reads what authors add for it. Those of jalon read none.
    reads_extra: bool,
}

/// A folder whose files stand in front of those below: `templates/…`, `assets/…`, `words/…`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layer {
    root: String,
    files: BTreeMap<String, Arc<[u8]>>,
}

/// What a template reads besides its view and its frame.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    pub words: &'a SharedWords,
    /// None when there are no settings.
    pub site: Option<&'a SharedSite>,
    /// `[extra]` of the document that the page shows, when it shows one.
    pub extra: Option<&'a Record>,
}

/// What the settings add for templates, in the form they read, made once and shared by all pages.
#[derive(Debug, Clone)]
pub struct SharedSite {
    site: Value,
}

/// The words of a language in the form templates read, made once and shared by all pages.
#[derive(Debug, Clone)]
pub struct SharedWords {
    words: Value,
    /// Those inside `<main>`, when they are of another language.
    of_main: Option<Value>,
}

/// The name of the theme that comes with the program.
pub const NAME: &str = "default";

impl Layer {
    /// The files of `themes/NAME/`, by path inside it.
    pub fn theme(name: &str, files: BTreeMap<String, Arc<[u8]>>) -> Layer {
        Layer { root: format!("themes/{name}/"), files }
    }

    /// The files of the site itself, by path from its root; only the three folders are read.
    pub fn site(files: BTreeMap<String, Arc<[u8]>>) -> Layer {
        Layer { root: String::new(), files }
    }
}

impl<'a> Around<'a> {
    /// Words alone, of a site without settings.
    pub fn words(words: &'a SharedWords) -> Around<'a> {
        Around { words, site: None, extra: None }
    }
}

impl SharedSite {
    /// With `[extra]` of the settings.
    pub fn of(extra: &Record) -> SharedSite {
        SharedSite { site: Value::from_serializable(&BTreeMap::from([(EXTRA, Extra(extra))])) }
    }
}

impl SharedWords {
    pub fn of(words: &Words) -> SharedWords {
        SharedWords { words: vocabulary::nested(words.entries()), of_main: None }
    }

    /// For a page that shows a document in another language than the page's.
    pub fn around(&self, inside: &SharedWords) -> SharedWords {
        SharedWords { words: self.words.clone(), of_main: Some(inside.words.clone()) }
    }
}

impl Theme {
    /// The default theme with layers over it, the lowest first: a theme of one's own, then the site.
    ///
    /// A file that cannot be used is reported and left out, so that what stands below it serves
    /// and the rest of the site is still checked.
    pub fn new(layers: Vec<Layer>) -> Noted<Theme> {
        let (mut files, mut diagnostics) = Files::of(layers);
        let tera = compile::compile(&mut files, &mut diagnostics);
        let keys = Keys::of(&files);
        diagnostics.extend(given::check(&files, &keys));
        let reads_extra = files.templates().any(|(_, file)| file.source.text.contains(EXTRA));
        Noted { value: Theme { tera, files, keys, reads_extra }, diagnostics }
    }

    /// Writes a page with a template, in the room of the page before. The template reads `frame`, `page`,
    /// `site` and `words`; `base.html` puts `main_words` in the place of `words` inside `<main>`.
    pub fn render<'r>(
        &self,
        template: &str,
        frame: &Frame,
        page: &impl Serialize,
        around: Around<'_>,
        room: &'r mut Vec<u8>,
    ) -> Result<&'r str, Box<Diagnostic>> {
        let Around { words, site, extra } = around;
        let context = || {
            let mut context = Context::new();
            context.insert_value("frame", Value::try_from_serializable(frame)?);
            context.insert_value("page", self.with_extra(Value::try_from_serializable(page)?, extra));
            insert_site(&mut context, site);
            context.insert_value("words", words.words.clone());
            context.insert_value("main_words", words.of_main.as_ref().unwrap_or(&words.words).clone());
            Ok(context)
        };
        self.write(template, context(), room)
    }

    /// A view with what its document adds, where some template may read it: most themes never do.
    fn with_extra(&self, page: Value, extra: Option<&Record>) -> Value {
        if !self.reads_extra || !page.is_map() {
            return page;
        }
        let mut fields = page.into_map().unwrap_or_default();
        let none = Record::default();
        fields.insert(EXTRA.into(), Value::from_serializable(&Extra(extra.unwrap_or(&none))));
        fields.into()
    }

    /// Writes a shortcode with a template, which reads `shortcode`, `site` and `words`.
    pub fn render_shortcode(
        &self,
        template: &str,
        shortcode: &impl Serialize,
        around: Around<'_>,
    ) -> Result<String, Box<Diagnostic>> {
        let Around { words, site, extra: _ } = around;
        let context = || {
            let mut context = Context::new();
            context.insert_value("shortcode", Value::try_from_serializable(shortcode)?);
            insert_site(&mut context, site);
            context.insert_value("words", words.words.clone());
            Ok(context)
        };
        Ok(self.write(template, context(), &mut Vec::new())?.trim().to_owned())
    }

    /// What a template makes of a context, in the room of something else.
    fn write<'r>(
        &self,
        template: &str,
        context: Result<Context, tera::Error>,
        room: &'r mut Vec<u8>,
    ) -> Result<&'r str, Box<Diagnostic>> {
        room.clear();
        let failed = |error: &tera::Error, context: &Context| {
            Box::new(self.diagnose(trouble::of_render(template, error, &self.files, context)))
        };
        let context = context.map_err(|error| failed(&error, &Context::new()))?;
        let written = self.tera.render_to(template, &context, &mut *room);
        // All that a template writes is text; `render_to` does not say so, and this is the fastest to ask.
        let text = written.and_then(|()| simdutf8::basic::from_utf8(room).map_err(tera::Error::message));
        text.map_err(|error| failed(&error, &context))
    }

    /// What its templates and styles ask for, and browsers refuse under the policy that a site publishes.
    pub fn against_policy(&self) -> Vec<Diagnostic> {
        policy::breaches(&self.files)
    }

    /// Whether a page may name this template.
    pub fn has_template(&self, name: &str) -> bool {
        self.tera.contains_template(name)
    }

    /// Whether the template in use of this name is that of the default theme: one that somebody wrote
    /// shows what they want.
    pub fn is_of_default(&self, name: &str) -> bool {
        self.files.template(name).is_some_and(|file| file.origin == layers::Origin::Default)
    }

    /// The names of the templates, in order; for suggesting one.
    pub fn templates(&self) -> impl Iterator<Item = &str> {
        self.files.template_names()
    }

    /// The files to publish beside the pages, by path below the folder of assets.
    pub fn assets(&self) -> &BTreeMap<String, Arc<[u8]>> {
        &self.files.assets
    }

    /// The words of a language tag: those of `fr.toml`, then those of `fr-CA.toml`, layer by layer. What a
    /// language does not say, French says.
    pub fn words(&self, tag: &str) -> Words {
        vocabulary::words(&self.files, tag)
    }

    /// What the files of words lack for a site in these languages, and those that none of them reads.
    pub fn words_problems(&self, tags: &[&str]) -> Vec<Diagnostic> {
        given::of_languages(&self.files, tags, &self.keys)
    }

    /// The words of a language tag that cannot stand in addresses, where they are written.
    pub fn address_problems(&self, tag: &str, words: &Words) -> Vec<Diagnostic> {
        vocabulary::address_problems(&self.files, tag, words)
    }

    fn diagnose(&self, fault: Fault) -> Diagnostic {
        self.files.diagnose(fault)
    }
}

fn insert_site(context: &mut Context, site: Option<&SharedSite>) {
    if let Some(SharedSite { site }) = site {
        context.insert_value("site", site.clone());
    }
}

impl Files {
    /// A fault with the path of the file that holds it.
    fn diagnose(&self, fault: Fault) -> Diagnostic {
        let path = match self.template(&fault.template) {
            Some(file) => file.source.path.clone(),
            None => format!("templates/{}", fault.template),
        };
        Diagnostic {
            severity: Severity::Error,
            problem: Problem::Theme(fault.problem),
            path,
            span: fault.span,
        }
    }
}
