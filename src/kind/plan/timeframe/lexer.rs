//! Cuts a timeframe into words, numbers and marks, all folded so that they can be compared.

use crate::lang::fold;

/// A piece of a timeframe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Folded: « Fév. » is `fev`, any dash is `-`, an elided word keeps its apostrophe (`d'`).
    pub text: String,
    pub kind: TokenKind,
    /// Where it stands in the text, in bytes.
    pub start: usize,
    pub end: usize,
}

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    Word,
    Number,
    /// `1er`, `2e`, `3rd`: the text holds the digits alone.
    Ordinal,
    /// `'14`: a year cut short in English.
    Apostrophed,
    Mark,
}

/// The tokens of a text. White space, emphasis and the point of an abbreviation separate tokens
/// and leave no trace; every other character belongs to one.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut lexer = Lexer { text, at: 0, tokens: Vec::new() };
    while let Some(c) = lexer.peek() {
        lexer.token_at(c);
    }
    lexer.tokens
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    tokens: Vec<Token>,
}

impl Lexer<'_> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn token_at(&mut self, c: char) {
        let start = self.at;
        self.at += c.len_utf8();
        if is_word_part(c) {
            self.word(start);
        } else if c.is_ascii_digit() {
            self.number(start);
        } else if is_apostrophe(c) && self.peek().is_some_and(|next| next.is_ascii_digit()) {
            let digits = self.at;
            self.skip_while(|c| c.is_ascii_digit());
            self.push(TokenKind::Apostrophed, start, self.text[digits..self.at].to_owned());
        } else if c == '.' {
            // « 11.10 » is not a pair of numbers that we know how to read.
            let inside_number = self.text[..start].ends_with(|c: char| c.is_ascii_digit())
                && self.peek().is_some_and(|next| next.is_ascii_digit());
            if inside_number {
                self.push(TokenKind::Mark, start, ".".to_owned());
            }
        } else if !is_blank(c) {
            self.mark(c, start);
        }
    }

    fn word(&mut self, start: usize) {
        self.skip_while(is_word_part);
        let mut word = fold(&self.text[start..self.at]);
        // « A2026 » is somebody's code, not « à 2026 ».
        if word == "a" {
            let digits = self.at;
            self.skip_while(|c| c.is_ascii_digit());
            word.push_str(&self.text[digits..self.at]);
        }
        let rest = &self.text[self.at..];
        if let Some(apostrophe) = rest.chars().next().filter(|c| is_apostrophe(*c))
            && rest[apostrophe.len_utf8()..].starts_with(char::is_alphabetic)
        {
            self.at += apostrophe.len_utf8();
            word.push('\'');
        }
        self.push(TokenKind::Word, start, word);
    }

    fn number(&mut self, start: usize) {
        self.skip_while(|c| c.is_ascii_digit());
        let digits = self.text[start..self.at].to_owned();
        let after_digits = self.at;
        self.skip_while(is_word_part);
        let is_ordinal = ORDINAL_ENDINGS.contains(&fold(&self.text[after_digits..self.at]).as_str());
        if !is_ordinal {
            self.at = after_digits;
        }
        self.push(if is_ordinal { TokenKind::Ordinal } else { TokenKind::Number }, start, digits);
    }

    fn mark(&mut self, c: char, start: usize) {
        let folded = fold(c.encode_utf8(&mut [0; 4]));
        match folded.as_str() {
            "×" => self.push(TokenKind::Word, start, "x".to_owned()),
            "" => {}
            _ => self.push(TokenKind::Mark, start, folded),
        }
    }

    fn skip_while(&mut self, belongs: impl Fn(char) -> bool) {
        while let Some(c) = self.peek().filter(|c| belongs(*c)) {
            self.at += c.len_utf8();
        }
    }

    fn push(&mut self, kind: TokenKind, start: usize, text: String) {
        self.tokens.push(Token { text, kind, start, end: self.at });
    }
}

const ORDINAL_ENDINGS: &[&str] = &["er", "re", "ere", "e", "eme", "ieme", "nd", "nde", "rd", "st", "th"];

/// A letter, or an accent written apart from its letter.
fn is_word_part(c: char) -> bool {
    c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c) || c == '\u{ad}'
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘')
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '*' | '_' | '~' | '`' | '\u{200b}' | '\u{feff}' | '…')
}

#[cfg(test)]
mod tests {
    use super::tokens;

    fn check(text: &str, expected: &str) {
        let read: Vec<String> = tokens(text).into_iter().map(|token| token.text).collect();
        assert_eq!(read.join(" "), expected, "{text}");
    }

    #[test]
    fn spacing_accents_and_dashes_do_not_matter() {
        check("Aut.13 - Hiver 14", "aut 13 - hiver 14");
        check("Aut. 13–Hiver\u{a0}14", "aut 13 - hiver 14");
        check("mi-fév. 2026", "mi - fev 2026");
        check("De\u{301}cembre 2013", "decembre 2013");
    }

    #[test]
    fn elided_words_stand_apart() {
        check("D’ici l'été", "d' ici l' ete");
        check("jusqu’au 31", "jusqu' au 31");
        check("Spring '14", "spring 14");
    }

    #[test]
    fn figures_stand_apart_from_letters() {
        check("T1 2024", "t 1 2024");
        check("A2026", "a2026");
        check("1er juin", "1 juin");
        check("2025+", "2025 +");
        check("2×/an", "2 x / an");
        check("11.10", "11 . 10");
    }
}
