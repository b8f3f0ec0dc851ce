//! Counts said in words and drawn as segments.

use super::speech::Speech;
use crate::badge::{Badge, Level};
use crate::kind::plan::Action;
use crate::kind::plan::measure::Measure;
use crate::kind::plan::percent;
use crate::kind::plan::progress::Progress;
use crate::kind::plan::status::{Status, StatusKey};
use crate::kind::plan::timeframe::Timeframe;
use crate::lang;
use crate::view::{ProgressPart, ProgressView, StatusView, TimeframeView};
use crate::words::Words;

/// The width of a progress drawing, in its own units.
const WIDTH: usize = 1000;

/// How many letters of a label stand in a badge: a picture wider than a telephone is shrunk until
/// nothing in it can be read.
const LONGEST_LABEL: usize = 32;

/// Counts as a page shows them; without any state stated, the sentence alone.
pub fn progress(words: &Words, progress: &Progress) -> ProgressView {
    let stated = progress.states_something();
    let parts = if stated { parts(words, progress) } else { Vec::new() };
    ProgressView {
        stated,
        sentence: sentence(words, progress),
        total: words.count("progress.total", progress.total()),
        rate: progress.percent().map(|percent| words.percent(percent)),
        late: (progress.n_late > 0).then(|| words.count("progress.late", progress.n_late)),
        parts,
        list: None,
    }
}

/// « 7 sur 31 réalisées; 6 en continu », every count with its parts.
pub fn sentence(words: &Words, progress: &Progress) -> String {
    if progress.total() == 0 {
        return words.say("progress.empty", &[]);
    }
    if !progress.states_something() {
        return words.say("progress.none", &[]);
    }
    let done = progress.count(StatusKey::Done);
    let number = |n| words.locale.number(n);
    let mut said = Vec::new();
    if progress.n_rated() > 0 {
        said.push(words.count_with("progress.of", done, &[("total", &number(progress.n_rated()))]));
    }
    for key in [StatusKey::Ongoing, StatusKey::Dropped] {
        let n = progress.count(key);
        if n > 0 {
            said.push(words.count(&format!("progress.{}", key.key()), n));
        }
    }
    said.join(&words.say("progress.separator", &[]))
}

fn parts(words: &Words, progress: &Progress) -> Vec<ProgressPart> {
    let total = progress.total();
    let mut before = 0;
    let mut parts = Vec::new();
    for key in StatusKey::ALL {
        let count = progress.count(key);
        if count == 0 {
            continue;
        }
        // Both ends are rounded from the counts, so that segments meet and fill the line.
        let (start, end) = (before * WIDTH / total, (before + count) * WIDTH / total);
        before += count;
        parts.push(ProgressPart {
            key: key.key().to_owned(),
            label: label(words, key),
            count: words.locale.number(count),
            x: u32::try_from(start).unwrap_or(u32::MAX),
            width: u32::try_from(end - start).unwrap_or(u32::MAX),
        });
    }
    parts
}

fn label(words: &Words, key: StatusKey) -> String {
    words.say(key.label_key(), &[])
}

/// The state of an action; a noted one is the author's words alone.
pub fn status(speech: &Speech<'_>, action: &Action) -> StatusView {
    let words = speech.words;
    let measure = Measure::of(action, speech.lang_of_titles()).map(|Measure { reached, target }| {
        let number = |n: u32| words.locale.number(n);
        words.say("action.measure", &[("n", &number(reached)), ("target", &number(target))])
    });
    StatusView { measure, ..state(speech, &action.status) }
}

/// A state that was noted on a day, without what is measured of the action.
pub fn state(speech: &Speech<'_>, status: &Status) -> StatusView {
    let key = status.key;
    let text = (!status.text.is_empty()).then(|| status.text.clone());
    let (words, text, lang) = match (key, text) {
        (StatusKey::Noted, Some(text)) => (text, None, speech.stated_lang()),
        (key, text) => {
            // What the author's words say more is told beside the name that they have in that language.
            let named = label(speech.author().unwrap_or(speech.words), key);
            let text = text.filter(|text| !lang::is_alike(text, &named));
            // A percentage alone is shown as such, once.
            let text =
                text.filter(|text| status.percent.is_none() || status.percent != percent::marked(text));
            let lang = text.as_ref().and_then(|_| speech.stated_lang());
            (label(speech.words, key), text, lang)
        }
    };
    StatusView { key: key.key().to_owned(), words, text, lang, measure: None }
}

/// A timeframe as written, and as understood when that says more. In another language than its
/// author's, what was understood is enough where the author's words say nothing more.
pub fn timeframe(speech: &Speech<'_>, timeframe: &Timeframe) -> TimeframeView {
    let differs = |meaning: &String| !timeframe.repeats(meaning);
    let meaning = match speech.words.locale.lang() {
        Some(lang) => timeframe.words(lang),
        // Without words for this language, days alone.
        None => timeframe.span().and_then(|range| speech.words.locale.range(range)),
    };
    let says_more = |author: &Words| timeframe.words(author.lang).is_none_or(|it| differs(&it));
    match (speech.author(), meaning) {
        (Some(author), Some(meaning)) if !says_more(author) => {
            TimeframeView { text: meaning, lang: None, meaning: None }
        }
        (Some(_), Some(meaning)) if !differs(&meaning) => {
            TimeframeView { text: timeframe.text.clone(), lang: None, meaning: None }
        }
        (_, meaning) => TimeframeView {
            text: timeframe.text.clone(),
            lang: speech.stated_lang(),
            meaning: meaning.filter(differs),
        },
    }
}

/// The badge of a plan, an orientation or an objective: `label` is cut short, `title` says which it is.
pub fn badge(words: &Words, tag: &str, label: &str, title: &str, progress: &Progress) -> Badge {
    let (message, level) = match progress.percent() {
        None if !progress.states_something() => (words.say("badge.unstated", &[]), Level::Unstated),
        None => (sentence(words, progress), Level::Some),
        Some(percent) => {
            let level = match percent {
                0 => Level::None,
                1..50 => Level::Some,
                50..100 => Level::Most,
                100.. => Level::All,
            };
            let rated = words.locale.number(progress.n_rated());
            (words.count_with("badge.of", progress.count(StatusKey::Done), &[("total", &rated)]), level)
        }
    };
    // Of a part of a plan, it would be wrong to say that the plan publishes no follow-up.
    let said = if level == Level::Unstated { message.clone() } else { sentence(words, progress) };
    let title = words.say("badge.whole", &[("title", title), ("sentence", &said)]);
    Badge { label: shortened(label, LONGEST_LABEL), message, title, level, lang: tag.to_owned() }
}

/// A text cut between words, with an ellipsis, where it is longer than a number of characters.
pub fn shortened(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let cut: String = text.chars().take(longest - 1).collect();
    let whole = cut.rfind(char::is_whitespace).filter(|at| *at > cut.len() / 2).unwrap_or(cut.len());
    format!("{}…", cut[..whole].trim_end_matches([',', ';', ':', ' ', '\u{a0}']))
}
