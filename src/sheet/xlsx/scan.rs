//! What stands around the cells of an `.xlsx`, part by part: notes, hidden rows and columns, words that are struck
//! through, pictures. What cannot be read costs no row.

use std::collections::BTreeMap;

use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::{Place, Refusal, Sheet};
use crate::lang;
use crate::sheet::archive::{self, Archive};
use crate::sheet::around::{Around, Part};

/// The sheets with what is around their cells.
pub fn with_around(mut sheets: Vec<Sheet>, archive: Archive<'_>) -> Result<Vec<Sheet>, Refusal> {
    let mut parts = Parts { archive };
    let whole = parts.relations("");
    let Some(book) = part(&whole, "officeDocument") else { return Ok(sheets) };
    let relations = parts.relations(book);
    let strings = part(&relations, "sharedStrings");
    let struck = strings.map(|path| parts.read(path, struck_strings)).unwrap_or_default();
    let paths = parts.read(book, |reader| paths(reader, &relations));
    for sheet in &mut sheets {
        if let Some(path) = sheet.name.as_ref().and_then(|name| paths.get(name)) {
            parts.around(path, &struck, &mut sheet.around);
        }
    }
    Ok(sheets)
}

/// Texts that several cells may show, by their rank, when some of their words are struck through.
type Struck = BTreeMap<usize, Vec<Part>>;

/// The last word of what a part is to another, and its path, by the code that the other names it by.
type Relations = BTreeMap<String, (String, String)>;

/// The path of the part of that nature.
fn part<'r>(relations: &'r Relations, nature: &str) -> Option<&'r str> {
    relations.values().find(|(own, _)| own == nature).map(|(_, path)| path.as_str())
}

struct Parts<'a> {
    archive: Archive<'a>,
}

impl Parts<'_> {
    /// What a part says; nothing when it is not there.
    fn read<T: Default>(&mut self, path: &str, read: impl FnOnce(&mut Events<'_>) -> T) -> T {
        let Ok(Some(text)) = self.archive.text(path) else { return T::default() };
        let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
        reader.config_mut().expand_empty_elements = true;
        read(&mut Events { reader })
    }

    /// Where a part leads within the workbook; the part of no name is the workbook as a whole.
    fn relations(&mut self, path: &str) -> Relations {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        self.read(&archive::beside(folder, &format!("_rels/{name}.rels")), |events| {
            let mut relations = Relations::new();
            while let Some(said) = events.next() {
                let Said::Opened(start) = said else { continue };
                let (Some(code), Some(to)) = (value(&start, "Id"), value(&start, "Target")) else { continue };
                if value(&start, "TargetMode").as_deref() != Some("External") {
                    let nature = value(&start, "Type").unwrap_or_default();
                    let nature = nature.rsplit('/').next().unwrap_or_default().to_owned();
                    relations.insert(code, (nature, archive::beside(folder, &to)));
                }
            }
            relations
        })
    }

    fn around(&mut self, path: &str, struck: &Struck, around: &mut Around) {
        self.read(path, |events| cells(events, struck, around));
        let relations = self.relations(path);
        let of = |nature: &str| -> Vec<&String> {
            let parts = relations.values().filter(|(own, _)| own == nature);
            parts.map(|(_, path)| path).collect()
        };
        let mut notes: BTreeMap<Place, String> = BTreeMap::new();
        for (place, words) in of("comments").into_iter().flat_map(|path| self.read(path, comments)) {
            notes.insert(place, words);
        }
        // Beside a conversation, Excel writes a note for older programs, which says that they cannot show it.
        let mut threads: BTreeMap<Place, Vec<String>> = BTreeMap::new();
        for (place, words) in of("threadedComment").into_iter().flat_map(|path| self.read(path, comments)) {
            threads.entry(place).or_default().push(words);
        }
        notes.extend(threads.into_iter().map(|(place, words)| (place, words.join("\n"))));
        around.notes.extend(notes);
        for path in of("drawing") {
            self.read(path, |events| drawing(events, around));
        }
    }
}

/// Where each sheet of a workbook stands.
fn paths(events: &mut Events<'_>, relations: &Relations) -> BTreeMap<String, String> {
    let mut paths = BTreeMap::new();
    while let Some(said) = events.next() {
        if let Said::Opened(start) = said
            && start.local_name().as_ref() == "sheet"
            && let (Some(name), Some(code)) = (value(&start, "name"), value(&start, "id"))
            && let Some((_, path)) = relations.get(&code)
        {
            paths.insert(name, path.clone());
        }
    }
    paths
}

fn struck_strings(events: &mut Events<'_>) -> Struck {
    let mut struck = Struck::new();
    let mut rank = 0;
    while let Some(said) = events.next() {
        if let Said::Opened(start) = said
            && start.local_name().as_ref() == "si"
        {
            let parts = rich_text(events, "si");
            if parts.iter().any(|part| part.is_struck) {
                struck.insert(rank, parts);
            }
            rank += 1;
        }
    }
    struck
}

/// The words of a text, up to the end of its element, without those that say how it is pronounced.
fn rich_text(events: &mut Events<'_>, element: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let (mut is_struck, mut is_text, mut is_sound) = (false, false, false);
    while let Some(said) = events.next() {
        match said {
            Said::Opened(start) => match start.local_name().as_ref() {
                "r" => is_struck = false,
                "strike" => is_struck = !matches!(value(&start, "val").as_deref(), Some("0" | "false")),
                "rPh" => is_sound = true,
                "t" => is_text = !is_sound,
                _ => {}
            },
            Said::Closed(end) if end.local_name().as_ref() == element => break,
            Said::Closed(end) => match end.local_name().as_ref() {
                "r" => is_struck = false,
                "rPh" => is_sound = false,
                "t" => is_text = false,
                _ => {}
            },
            Said::Words(words) if is_text => {
                match parts.last_mut().filter(|last| last.is_struck == is_struck) {
                    Some(last) => last.words.push_str(&words),
                    None => parts.push(Part { words, is_struck }),
                }
            }
            Said::Words(_) => {}
        }
    }
    parts
}

/// What a sheet says of its rows, its columns and the texts of its cells.
fn cells(events: &mut Events<'_>, struck: &Struck, around: &mut Around) {
    let (mut row, mut column) = (0_usize, 0_usize);
    // The cell whose text is one of those that several may show.
    let mut shares = None;
    let mut is_value = false;
    while let Some(said) = events.next() {
        match said {
            Said::Opened(start) => match start.local_name().as_ref() {
                "col" if is_hidden(&start) => {
                    let number = |name| value(&start, name)?.parse::<usize>().ok()?.checked_sub(1);
                    if let (Some(first), Some(last)) = (number("min"), number("max")) {
                        Around::hide(&mut around.hidden_columns, first, last);
                    }
                }
                "row" => {
                    row = value(&start, "r").and_then(|number| number.parse().ok()).unwrap_or(row + 1);
                    column = 0;
                    if is_hidden(&start) {
                        Around::hide(&mut around.hidden_rows, row, row);
                    }
                }
                "c" => {
                    let place = value(&start, "r").and_then(|name| place(&name));
                    let place = place.unwrap_or(Place { row, column });
                    column = place.column + 1;
                    shares = (value(&start, "t").as_deref() == Some("s")).then_some(place);
                }
                "is" => {
                    let parts = rich_text(events, "is");
                    if parts.iter().any(|part| part.is_struck) {
                        let column = column.saturating_sub(1);
                        around.struck.insert(Place { row, column }, parts);
                    }
                }
                "v" => is_value = true,
                margin @ ("oddHeader" | "oddFooter" | "evenHeader" | "evenFooter" | "firstHeader"
                | "firstFooter") => {
                    let words = margin_words(&events.words(margin));
                    if !around.margins.contains(&words) {
                        around.margins.push(words);
                    }
                }
                _ => {}
            },
            Said::Words(words) if is_value => {
                let parts = words.trim().parse().ok().and_then(|rank: usize| struck.get(&rank));
                if let (Some(place), Some(parts)) = (shares, parts) {
                    around.struck.insert(place, parts.clone());
                }
            }
            Said::Closed(end) if end.local_name().as_ref() == "v" => is_value = false,
            Said::Words(_) | Said::Closed(_) => {}
        }
    }
}

fn is_hidden(start: &BytesStart<'_>) -> bool {
    matches!(value(start, "hidden").as_deref(), Some("1" | "true"))
}

/// The words of a header or footer of printed pages, without its codes: `&C&"Arial,Bold"Plan&R&P`.
fn margin_words(coded: &str) -> String {
    let mut words = String::new();
    let mut rest = coded;
    while let Some((before, behind)) = rest.split_once('&') {
        words.push_str(before);
        let Some(code) = behind.chars().next() else { break };
        rest = &behind[code.len_utf8()..];
        match code {
            '&' => words.push('&'),
            'L' | 'C' | 'R' => words.push('\n'),
            '"' => rest = rest.split_once('"').map_or("", |(_, behind)| behind),
            'K' => rest = rest.get(6..).unwrap_or_default(),
            '0'..='9' => rest = rest.trim_start_matches(|c: char| c.is_ascii_digit()),
            // The page, how many there are, the day, the name of the file.
            _ => words.push(' '),
        }
    }
    words.push_str(rest);
    let lines = words.lines().map(lang::on_one_line);
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" – ")
}

/// The comments of a part, and the cell that each is pinned on.
fn comments(events: &mut Events<'_>) -> Vec<(Place, String)> {
    let mut comments = Vec::new();
    while let Some(said) = events.next() {
        let Said::Opened(start) = said else { continue };
        let pinned = value(&start, "ref").and_then(|name| place(&name));
        let words = match start.local_name().as_ref() {
            "comment" => rich_text(events, "comment").into_iter().map(|part| part.words).collect::<String>(),
            "threadedComment" => events.words("threadedComment"),
            _ => continue,
        };
        comments.extend(pinned.filter(|_| !words.trim().is_empty()).map(|pinned| (pinned, words)));
    }
    comments
}

/// Counts what lies over a sheet, and takes the words of its boxes.
fn drawing(events: &mut Events<'_>, around: &mut Around) {
    while let Some(said) = events.next() {
        if let Said::Opened(start) = said {
            match start.local_name().as_ref() {
                // What older programs show in place of what was counted.
                "Fallback" => drop(events.words("Fallback")),
                "pic" | "graphicFrame" => around.n_pictures += 1,
                "sp" => {
                    let words = events.words("sp");
                    match words.trim() {
                        "" => {}
                        words => around.boxes.push(words.to_owned()),
                    }
                }
                _ => {}
            }
        }
    }
}

/// A cell by its name: `B7`.
fn place(name: &str) -> Option<Place> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let letters = name[..digits].bytes().filter(u8::is_ascii_alphabetic);
    let column = letters.fold(0_usize, |column, letter| {
        column.saturating_mul(26).saturating_add(usize::from(letter.to_ascii_uppercase() - b'A') + 1)
    });
    Some(Place { row: name[digits..].parse().ok()?, column: column.checked_sub(1)? })
}

/// A part as it is read, up to where it breaks.
struct Events<'a> {
    reader: Reader<&'a [u8]>,
}

enum Said<'a> {
    Opened(BytesStart<'a>),
    Closed(BytesEnd<'a>),
    Words(String),
}

impl<'a> Events<'a> {
    fn next(&mut self) -> Option<Said<'a>> {
        loop {
            return Some(match self.reader.read_event().ok()? {
                Event::Start(start) => Said::Opened(start),
                Event::End(end) => Said::Closed(end),
                Event::Text(text) => Said::Words(text.xml10_content().into_owned()),
                Event::CData(text) => Said::Words(text.xml10_content().into_owned()),
                Event::GeneralRef(entity) => {
                    let known = match entity.resolve_char_ref().ok()? {
                        Some(c) => c.to_string(),
                        None => quick_xml::escape::resolve_xml_entity(&entity.xml10_content())?.to_owned(),
                    };
                    Said::Words(known)
                }
                Event::Eof => return None,
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {
                    continue;
                }
            });
        }
    }

    /// The words up to the end of an element, a line for each paragraph.
    fn words(&mut self, element: &str) -> String {
        let mut all = String::new();
        while let Some(said) = self.next() {
            match said {
                Said::Words(words) => all.push_str(&words),
                Said::Closed(end) if end.local_name().as_ref() == element => break,
                Said::Closed(end) if end.local_name().as_ref() == "p" => all.push('\n'),
                Said::Closed(_) | Said::Opened(_) => {}
            }
        }
        all
    }
}

/// What an attribute says, by its name without its prefix.
fn value(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = start.attributes();
    let own = attributes
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(own.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}
