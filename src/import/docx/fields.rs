//! Fields: what Word computes, as it computed it last; and the addresses that some of them hold.

use super::xml::Node;

/// The fields that are open, each inside the one before.
#[derive(Default)]
pub struct Fields {
    open: Vec<Field>,
}

struct Field {
    instruction: String,
    /// Whether its result follows, and not its instruction any more.
    is_at_result: bool,
}

impl Fields {
    /// Takes note of `w:fldChar`.
    pub fn sign(&mut self, node: Node<'_>) {
        match node.attribute("fldCharType").as_deref() {
            Some("begin") => self.open.push(Field { instruction: String::new(), is_at_result: false }),
            Some("separate") => {
                if let Some(field) = self.open.last_mut() {
                    field.is_at_result = true;
                }
            }
            Some("end") => {
                self.open.pop();
            }
            Some(_) | None => {}
        }
    }

    pub fn instruct(&mut self, words: &str) {
        if let Some(field) = self.open.last_mut().filter(|field| !field.is_at_result) {
            field.instruction.push_str(words);
        }
    }

    /// Opens a field that is written in one element.
    pub fn open(&mut self, instruction: &str) {
        self.open.push(Field { instruction: instruction.to_owned(), is_at_result: true });
    }

    pub fn close(&mut self) {
        self.open.pop();
    }

    /// Whether what comes now is shown.
    pub fn shows(&self) -> bool {
        self.open.iter().all(|field| field.is_at_result)
    }

    /// Where words lead that stand here.
    pub fn link(&self) -> Option<String> {
        self.open.iter().rev().find_map(|field| address(&field.instruction))
    }

    /// Whether a table of contents stands here.
    pub fn is_in_contents(&self) -> bool {
        self.open.iter().any(|field| field.instruction.split_whitespace().next() == Some("TOC"))
    }

    /// At the end of a paragraph, gives up instructions that no result follows: they would hide the rest.
    pub fn settle(&mut self) {
        self.open.retain(|field| field.is_at_result);
    }
}

/// `HYPERLINK "https://exemple.org" \l "place"`; one that leads inside the document has no address.
fn address(instruction: &str) -> Option<String> {
    let rest = instruction.trim_start().strip_prefix("HYPERLINK")?;
    let mut words = words(rest).into_iter();
    let mut address = None;
    while let Some(word) = words.next() {
        match word.as_str() {
            r"\l" | r"\o" | r"\t" => {
                let value = words.next();
                if let (r"\l", Some(address), Some(place)) = (word.as_str(), &mut address, value) {
                    *address = format!("{address}#{place}");
                }
            }
            r"\n" | r"\m" | r"\h" => {}
            _ if address.is_none() => address = Some(word),
            _ => {}
        }
    }
    address
}

/// Words, of which those between quotation marks are one.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (at, part) in text.split('"').enumerate() {
        if at % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// Whether the box of an old form, that of `w:fldChar`, is ticked; none when there is none.
pub fn box_of_form(node: Node<'_>) -> Option<bool> {
    let ticked = node.child("ffData")?.child("checkBox")?;
    Some(ticked.switch("checked").or_else(|| ticked.switch("default")).unwrap_or(false))
}
