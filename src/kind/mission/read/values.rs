//! Values of an association: items of a list, definitions, or headings.

use super::sections::Titled;
use crate::kind::mission::Value;
use crate::markdown::{Definitions, Html, Line, List};

/// The values of a list: « **Entraide** : nous nous épaulons », or a name alone.
pub fn of_list(list: &List) -> Vec<Value> {
    let values = list.items.iter().filter(|item| !item.line.plain.is_empty()).map(|item| {
        let (name, mut text) = match item.line.term() {
            Some((name, said)) => (name, said.html),
            None => (item.line.clone(), Html::default()),
        };
        let mut whole = item.line.html.clone();
        for html in [&mut text, &mut whole] {
            html.push(&Html::under(item));
        }
        Value { id: None, name, text, item: Some(whole) }
    });
    values.collect()
}

/// The values of a definition list: each term with what defines it.
pub fn of_definitions(definitions: &Definitions) -> Vec<Value> {
    let values = definitions.entries.iter().map(|(term, said)| Value {
        id: None,
        name: term.clone(),
        text: Line::joined(said).html,
        item: None,
    });
    values.collect()
}

/// A value that has a heading of its own.
pub fn of_heading(titled: &Titled) -> Value {
    let Titled { heading, is_axis: _, text } = titled;
    Value { id: Some(heading.id.clone()), name: heading.line.clone(), text: text.clone(), item: None }
}
