//! Single signs: which plain text a character stands for.
//!
//! `“` in, `"` out; `ﬁ` in, `fi` out; a soft hyphen in, nothing out.

/// What a character becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Plain {
    /// It stays.
    Same,
    /// Another character.
    Letter(char),
    /// A text, perhaps an empty one.
    Text(&'static str),
}

/// What `c` becomes, wherever it stands.
pub(super) fn plain(c: char) -> Plain {
    match c {
        '\t' => Plain::Text(" "),
        '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' => Plain::Text("'"),
        '“' | '”' | '„' | '‟' | '″' => Plain::Text("\""),
        '‐' | '‑' | '‒' | '–' | '−' | '﹣' | '－' => Plain::Text("-"),
        '—' | '―' => Plain::Text("–"),
        'ﬀ' => Plain::Text("ff"),
        'ﬁ' => Plain::Text("fi"),
        'ﬂ' => Plain::Text("fl"),
        'ﬃ' => Plain::Text("ffi"),
        'ﬄ' => Plain::Text("ffl"),
        'ﬅ' | 'ﬆ' => Plain::Text("st"),
        '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{0B}' | '\u{0C}' | '\r' => Plain::Text("\n"),
        c if is_invisible(c) => Plain::Text(""),
        c if is_space(c) => Plain::Text(" "),
        // Geometric bullets between items of one line are the same sign in another dress.
        '●' | '▪' | '■' | '◦' | '‣' | '∙' | '⦁' | '⁃' | '✓' | '✔' | '☑' | '➢' | '➤' | '►' | '▶' | '❖' | '◆' | '❏' | '\u{F0B7}'
        | '\u{F0A7}' | '\u{F0D8}' | '\u{F0FC}' => Plain::Text("•"),
        c => styled(c).map_or(Plain::Same, Plain::Letter),
    }
}

/// Full-width letters, and the mathematical alphabets that people write bold or italic posts with: `𝗣𝘆𝘁𝗵𝗼𝗻`.
fn styled(c: char) -> Option<char> {
    let code = u32::from(c);
    let ascii = match code {
        0xFF01..=0xFF5E => code - 0xFF01 + 0x21,
        0x1D400..=0x1D6A3 => match (code - 0x1D400) % 52 {
            letter @ 0..26 => letter + u32::from(b'A'),
            letter => letter - 26 + u32::from(b'a'),
        },
        0x1D7CE..=0x1D7FF => (code - 0x1D7CE) % 10 + u32::from(b'0'),
        _ => return None,
    };
    char::from_u32(ascii)
}

/// A character that shows nothing: soft hyphens, joiners, direction marks, variation selectors.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// A space that is not a line end.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}')
}

/// The length of the spaces and invisible characters at the start of `text`.
pub(super) fn blank_prefix(text: &str) -> usize {
    let rest = text.trim_start_matches(|c| is_space(c) || is_invisible(c));
    text.len() - rest.len()
}

/// Letters stand on both sides of the `len` bytes at `at`.
pub(super) fn between_letters(text: &str, at: usize, len: usize) -> bool {
    let before = text.get(..at).and_then(|t| t.chars().next_back());
    let after = text.get(at + len..).and_then(|t| t.chars().next());
    before.is_some_and(char::is_alphabetic) && after.is_some_and(char::is_alphabetic)
}
