//! Values written as JSON.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};

/// A value on one line.
pub fn on_one_line(value: &impl Serialize) -> String {
    written(value, CompactFormatter)
}

/// A value on lines of its own, indented for those who read them.
pub fn indented(value: &impl Serialize) -> String {
    written(value, PrettyFormatter::new()) + "\n"
}

fn written(value: &impl Serialize, formatter: impl Formatter) -> String {
    let mut text = Text(Vec::with_capacity(256));
    let mut serializer = Serializer::with_formatter(&mut text, formatter);
    value.serialize(&mut serializer).expect("the keys of our types are texts");
    String::from_utf8(text.0).expect("JSON is text")
}

/// A text that is being written. Most of what is written of JSON at a time is a mark, or the two spaces of an
/// indent: to add some bytes, however few, costs several times as much.
struct Text(Vec<u8>);

impl Write for Text {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes).map(|()| bytes.len())
    }

    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        match bytes {
            [mark] => self.0.push(*mark),
            [mark, next] => {
                self.0.push(*mark);
                self.0.push(*next);
            }
            bytes => self.0.extend_from_slice(bytes),
        }
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    #[test]
    fn a_value_is_written_as_its_library_writes_it() {
        let value = json!({ "a": [1, -2.5, null, true], "é": "« \"x\" »\n", "b": { "c": [], "d": {} } });
        assert_eq!(super::on_one_line(&value), serde_json::to_string(&value).expect("a value"));
        assert_eq!(super::indented(&value), serde_json::to_string_pretty(&value).expect("a value") + "\n");
    }
}
