//! The letters and marks of French beyond ASCII.

/// What most of the characters beyond ASCII of a French text come down to, before they are folded.
pub(super) fn plain(c: char) -> Option<char> {
    match c {
        'à' | 'â' | 'À' | 'Â' => Some('a'),
        'ç' | 'Ç' => Some('c'),
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => Some('e'),
        'î' | 'ï' | 'Î' | 'Ï' => Some('i'),
        'ô' | 'Ô' => Some('o'),
        'ù' | 'û' | 'ü' | 'Ù' | 'Û' | 'Ü' => Some('u'),
        '\u{a0}' | '\u{202f}' => Some(' '),
        '’' | '–' | '—' | 'œ' | 'Œ' | '«' | '»' => Some(c),
        _ => None,
    }
}
