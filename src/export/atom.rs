//! `suivi.atom`: the newest entries of the follow-up log, for feed readers (RFC 4287).
//!
//! Entries are days, and a feed wants moments: noon in universal time is the same day from the
//! Pacific to Europe.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::{Beyond, Format, Subject};
use crate::config::Config;
use crate::date::Date;
use crate::kind::plan::follow_up::Entry;
use crate::kind::plan::follow_up::evidence::{self, Evidence, Link};
use crate::kind::plan::status::Status;
use crate::kind::plan::{Action, Plan};
use crate::lang;
use crate::markdown;
use crate::site;
use crate::site::links::{Target, Use};
use crate::source::listed;

/// The feed of a plan.
pub const FORMAT: Format = Format { file: "suivi.atom", name: "Atom", title: "downloads.feed", suits, write };

/// How many entries a feed shows.
const N_ENTRIES: usize = 50;

/// A feed has absolute addresses alone, and nothing to tell of a plan without a log.
fn suits(config: &Config, plan: &Plan) -> bool {
    !config.base_url.origin.is_empty() && plan.actions().any(|action| !action.history.is_empty())
}

fn write(subject: &Subject<'_>) -> Result<Vec<u8>, Beyond> {
    let Subject { config, words, entry, .. } = *subject;
    let own = subject.url(&site::plan::data(&entry.address, FORMAT.file));
    let page = subject.url(&entry.address);
    let language = config.language(&entry.language);
    let site_title = language.title.as_deref().unwrap_or(&config.title);
    let title = words.say("data.feed", &[("plan", &entry.title)]);
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = write!(
        xml,
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{lang}\">\n  \
         <title>{title}</title>\n  <id>{own}</id>\n  \
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n  \
         <link rel=\"alternate\" type=\"text/html\" href=\"{page}\"/>\n  \
         <updated>{updated}</updated>\n  <author><name>{author}</name></author>\n",
        lang = text(&language.tag),
        title = text(&title),
        own = text(&own),
        page = text(&page),
        updated = moment(subject.changed()),
        author = text(site_title),
    );
    for news in newest(subject.plan) {
        push_entry(&mut xml, subject, &own, &news);
    }
    xml.push_str("</feed>\n");
    Ok(xml.into_bytes())
}

/// An entry of the log and the action it tells of.
struct News<'a> {
    action: &'a Action,
    entry: &'a Entry,
    /// Its place among the entries of that action on that day, from 1.
    nth: usize,
}

/// The newest entries, the last noted first.
fn newest(plan: &Plan) -> Vec<News<'_>> {
    let mut news = Vec::new();
    for action in plan.actions() {
        let mut of_day: BTreeMap<Date, usize> = BTreeMap::new();
        for entry in &action.history {
            let nth = of_day.entry(entry.date).or_insert(0);
            *nth += 1;
            news.push(News { action, entry, nth: *nth });
        }
    }
    news.sort_by_key(|news| (std::cmp::Reverse(news.entry.date), std::cmp::Reverse(news.nth)));
    news.truncate(N_ENTRIES);
    news
}

fn push_entry(xml: &mut String, subject: &Subject<'_>, feed: &str, news: &News<'_>) {
    let News { action, entry, nth } = *news;
    let place = format!("{}-{}", action.id, entry.date);
    let place = if nth == 1 { place } else { format!("{place}-{nth}") };
    let _ = write!(
        xml,
        "  <entry>\n    <title>{title}</title>\n    <id>{id}</id>\n    \
         <link rel=\"alternate\" type=\"text/html\" href=\"{url}\"/>\n    \
         <updated>{updated}</updated>\n    <content type=\"html\">{content}</content>\n  </entry>\n",
        title = text(&title(subject, action, entry)),
        id = text(&format!("{feed}#{}", markdown::encoded(&place))),
        url = text(&subject.url_of(action)),
        updated = moment(entry.date),
        content = text(&content(subject, entry)),
    );
}

/// « 2.1.3 Tournée des régions : Réalisée »
fn title(subject: &Subject<'_>, action: &Action, entry: &Entry) -> String {
    let named = format!("{} {}", action.number, action.title.plain);
    match &entry.status {
        Some(status) => {
            subject.words.say("data.fact", &[("name", &named), ("value", &state(subject, status))])
        }
        None => named,
    }
}

/// The name of a state, then the author's words when they say more.
fn state(subject: &Subject<'_>, status: &Status) -> String {
    let label = subject.words.say(status.key.label_key(), &[]);
    let (written, name) = (lang::fold(&status.text), lang::fold(&label));
    if written.is_empty() || written == name {
        label
    } else if written.starts_with(&name) {
        status.text.clone()
    } else {
        format!("{label} ({})", status.text)
    }
}

/// All the entry says in HTML, a paragraph each.
fn content(subject: &Subject<'_>, entry: &Entry) -> String {
    let Entry { date: _, status, percent, note, evidence } = entry;
    let status = status.as_ref().map(|status| state(subject, status));
    let percent = percent.map(|percent| subject.words.percent(u32::from(percent)));
    let note = (!note.is_empty()).then(|| note.clone());
    let paragraph = |said: String| format!("<p>{said}</p>");
    let ours = [status, percent].into_iter().flatten().map(|said| paragraph(markdown::escape(&said)));
    // The log of a translated plan is in the language of its source.
    let of_author = |said: String| match &subject.plan.translation {
        Some(translation) => format!("<p lang=\"{}\">{said}</p>", translation.foreign.tag),
        None => paragraph(said),
    };
    let note = note.map(|note| of_author(markdown::escape(&note)));
    let evidence = evidence.iter().map(|evidence| of_author(shown(subject, evidence)));
    ours.chain(note).chain(evidence).collect()
}

/// A piece of evidence: a link when it is an address, of the Web or of the site.
fn shown(subject: &Subject<'_>, written: &str) -> String {
    let Evidence { words, link } = evidence::read(written);
    let (address, own) = match link {
        Some(Link::Web(address)) => (Some(address.to_owned()), address),
        Some(Link::Inside(address)) => match inside(subject, address) {
            Some((url, title)) => (Some(url), title),
            None => (None, address),
        },
        None => (None, words),
    };
    let words = markdown::escape(if words.is_empty() { own } else { words });
    match address {
        Some(address) => format!("<a href=\"{}\">{words}</a>", markdown::href(&address)),
        None => words,
    }
}

/// The address of what stands inside the site, and its title, else the file's name.
fn inside<'s>(subject: &Subject<'s>, written: &'s str) -> Option<(String, &'s str)> {
    let target = subject.site.resolve(subject.entry, written, Use::Link).ok()?;
    let Target::Inside { address, anchor, query } = target else { return None };
    let anchor = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
    let title = match subject.site.entry_at(&address) {
        Some(entry) => entry.title.as_str(),
        None => written.trim_end_matches('/').rsplit('/').next().unwrap_or(written),
    };
    Some((format!("{}{query}{anchor}", subject.config.base_url.join(&address)), title))
}

pub(super) fn moment(date: Date) -> String {
    format!("{date}T12:00:00Z")
}

/// A text as XML allows it: marks escaped, and the characters that no XML may hold left out.
pub(super) fn text(text: &str) -> String {
    let refused =
        |c: char| c.is_control() && !matches!(c, '\n' | '\t') || matches!(c, '\u{fffe}' | '\u{ffff}');
    // A text is often a whole page, and nearly none holds one of them: the first look is at bytes.
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(next) = bytes[from..].iter().position(|byte| ODD[usize::from(*byte)]) {
        let is_refused = match bytes[from + next..] {
            [0xc2, second, ..] => second < 0xa0,
            [0xef, second, ..] => second == 0xbf,
            _ => true,
        };
        if is_refused {
            return markdown::escape(&text.replace(refused, ""));
        }
        from += next + 1;
    }
    markdown::escape(text)
}

/// The bytes at which a character that no XML may hold may start.
const ODD: [bool; 256] = listed(
    b"\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x0c\x0d\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f\x7f\xc2\xef",
);

#[cfg(test)]
mod tests {
    use super::text;
    use crate::markdown;

    #[test]
    fn no_character_that_xml_refuses_is_written() {
        let all = (0..=0x10ffff_u32)
            .filter_map(char::from_u32)
            .filter(|c| *c as u32 <= 0x3000 || *c as u32 >= 0xf000);
        for c in all {
            let is_refused = matches!(c as u32, 0..=8 | 0xb..=0x1f | 0x7f..=0x9f | 0xfffe | 0xffff);
            let around = format!("é{c}\u{a0}»");
            let expected = if is_refused { "é\u{a0}»".to_owned() } else { markdown::escape(&around) };
            assert_eq!(text(&around), expected, "{:x}", c as u32);
        }
    }
}
