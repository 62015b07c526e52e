//! Words and punctuation of a line.
//!
//! `C++, Node.js (Ph.D. level)` has the words `C++` `,` `Node.js` `(` `Ph.D.` `level` `)`, and their folded forms `c++`,
//! `node.js`, `phd`, `level`. Hyphens and slashes are punctuation, so that `problem-solving` can be found as `problem solving`.

use super::Span;

/// What a [`Word`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordKind {
    /// Letters, perhaps with digits and inner signs: `C++`, `Node.js`, `Ph.D.`, `3D`.
    Letters,
    /// Digits, perhaps with a decimal point or thousands commas: `3.5`, `10,000`.
    Number,
    /// One sign.
    Sign,
}

/// A word or a sign of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: WordKind,
    /// White space stands before it, or it is the first.
    pub spaced: bool,
    /// Where its folded form stands in the buffer that [`words`] filled.
    pub folded: Span,
}

/// Cuts `text` into words; the folded form of each stands in `folds`: lower case, without the dots of an abbreviation,
/// with straight apostrophes.
///
/// `folds` gets the whole text in small letters, which holds the form of nearly every word, and behind it the other forms.
pub fn words(text: &str, folds: &mut String, out: &mut Vec<Word>) {
    let base = folds.len();
    folds.push_str(text);
    if let Some(copy) = folds.get_mut(base..) {
        copy.make_ascii_lowercase();
    }
    let mut from = 0;
    while let Some(at) = skip_space(text, from) {
        let (end, kind, folded) = match plain_end(text.as_bytes(), at) {
            Some((end, kind)) => (end, kind, Span::new(at, end).shifted(base)),
            None => {
                let Some((end, kind)) = peek(text, at).map(|first| word_end(text, at, first)) else { return };
                let start = folds.len();
                fold_word(Span::new(at, end).of(text), folds);
                (end, kind, Span::new(start, folds.len()))
            }
        };
        out.push(Word { span: Span::new(at, end), kind, spaced: at > from || from == 0, folded });
        from = end;
    }
}

/// The first word behind byte `from`, which is 0 or the end of the word before; its folded form goes to `folds`.
pub(crate) fn next_word(text: &str, from: usize, folds: &mut String) -> Option<Word> {
    let at = skip_space(text, from)?;
    let spaced = at > from || from == 0;
    let start = folds.len();
    let (end, kind) = match plain_end(text.as_bytes(), at) {
        Some((end, kind)) => {
            folds.push_str(Span::new(at, end).of(text));
            if let Some(word) = folds.get_mut(start..) {
                word.make_ascii_lowercase();
            }
            (end, kind)
        }
        None => {
            let (end, kind) = word_end(text, at, peek(text, at)?);
            fold_word(Span::new(at, end).of(text), folds);
            (end, kind)
        }
    };
    Some(Word { span: Span::new(at, end), kind, spaced, folded: Span::new(start, folds.len()) })
}

/// Where the next character stands that is no white space.
fn skip_space(text: &str, mut at: usize) -> Option<usize> {
    loop {
        match text.as_bytes().get(at)? {
            b' ' | 9..=13 => at += 1,
            byte if byte.is_ascii() => return Some(at),
            _ => match peek(text, at)? {
                c if c.is_whitespace() => at += c.len_utf8(),
                _ => return Some(at),
            },
        }
    }
}

/// Where a word ends that is plain ASCII and whose end one look at the next signs tells; `None` where [`word_end`] has to say.
/// Nearly all words are such, and this is much faster.
fn plain_end(bytes: &[u8], start: usize) -> Option<(usize, WordKind)> {
    let first = *bytes.get(start)?;
    if first.is_ascii_alphabetic() {
        return plain_letters_end(bytes, start).map(|end| (end, WordKind::Letters));
    }
    if first.is_ascii_digit() {
        let end = run_end(bytes, start + 1, DIGIT);
        let plain = match bytes.get(end) {
            None => true,
            Some(b'.' | b',') => !bytes.get(end + 1).is_some_and(u8::is_ascii_digit),
            Some(next) => next.is_ascii() && !next.is_ascii_alphabetic(),
        };
        return plain.then_some((end, WordKind::Number));
    }
    let sign = first.is_ascii() && !(first == b'.' && bytes.get(start + 1).is_some_and(u8::is_ascii_uppercase));
    sign.then_some((start + 1, WordKind::Sign))
}

fn plain_letters_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut end = run_end(bytes, start + 1, DIGIT | LETTER);
    loop {
        let next = bytes.get(end + 1);
        match bytes.get(end) {
            Some(b'.') => {
                let before = start.checked_sub(1).and_then(|at| bytes.get(at));
                let free = before.is_none_or(|b| b.is_ascii() && !b.is_ascii_alphabetic() && *b != b'.');
                let stop = next.is_none_or(|b| b.is_ascii() && !b.is_ascii_alphanumeric());
                return (free && stop).then_some(end);
            }
            Some(b'\'') if next.is_some_and(u8::is_ascii_alphabetic) => end = run_end(bytes, end + 2, DIGIT | LETTER),
            Some(b'\'') if next.is_some_and(|b| !b.is_ascii()) => return None,
            Some(b'&' | b'+' | b'#' | 0x80..) => return None,
            _ => return Some(end),
        }
    }
}

/// Where a run of bytes of some classes ends.
fn run_end(bytes: &[u8], from: usize, classes: u8) -> usize {
    let of_run = |byte: &u8| CLASSES.get(usize::from(*byte)).is_some_and(|class| class & classes != 0);
    bytes.get(from..).and_then(|rest| rest.iter().position(|byte| !of_run(byte))).map_or(bytes.len(), |len| from + len)
}

/// The classes of bytes that words are made of.
const DIGIT: u8 = 1;
const LETTER: u8 = 2;

/// The class of each byte of ASCII: one look instead of three comparisons for each byte of a text.
static CLASSES: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        #[expect(clippy::indexing_slicing, reason = "checked by the compiler: the table is made before the program runs")]
        {
            table[byte] = match byte as u8 {
                b'0'..=b'9' => DIGIT,
                b'a'..=b'z' | b'A'..=b'Z' => LETTER,
                _ => 0,
            };
        }
        byte += 1;
    }
    table
};

fn peek(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

fn word_end(text: &str, start: usize, first: char) -> (usize, WordKind) {
    let after_first = start + first.len_utf8();
    if first == '.'
        && peek(text, after_first).is_some_and(|c| c.is_ascii_uppercase())
        && text.get(..start).and_then(|t| t.chars().next_back()).is_none_or(|c| !c.is_alphanumeric())
    {
        return (letters_end(text, after_first), WordKind::Letters); // .NET
    }
    if first.is_ascii_digit() {
        return number_end(text, after_first);
    }
    if first.is_alphanumeric() {
        return (letters_end(text, after_first), WordKind::Letters);
    }
    (after_first, WordKind::Sign)
}

fn number_end(text: &str, mut at: usize) -> (usize, WordKind) {
    while let Some(c) = peek(text, at) {
        let next_digit = || peek(text, at + 1).is_some_and(|d| d.is_ascii_digit());
        if c.is_ascii_digit() || (matches!(c, '.' | ',') && next_digit()) {
            at += 1;
        } else if c.is_alphabetic() {
            return (letters_end(text, at), WordKind::Letters); // 3D, 1st
        } else {
            break;
        }
    }
    (at, WordKind::Number)
}

fn letters_end(text: &str, mut at: usize) -> usize {
    while let Some(c) = peek(text, at) {
        let next = peek(text, at + c.len_utf8());
        let joins = match c {
            '\'' | '’' => next.is_some_and(char::is_alphabetic),
            '.' => next.is_some_and(|n| joins_behind_dot(text, at, n)) || abbreviated(text, at),
            '&' => {
                next.is_some_and(|n| n.is_ascii_uppercase())
                    && text.get(..at).and_then(|t| t.chars().next_back()).is_some_and(char::is_uppercase)
            }
            '+' | '#' => next.is_none_or(|n| !n.is_alphanumeric()),
            _ => c.is_alphanumeric(),
        };
        if !joins {
            break;
        }
        at += c.len_utf8();
    }
    at
}

/// `Node.js`, `ASP.NET`, `Ph.D` hold their dot; `required.Must` is two sentences without a space.
fn joins_behind_dot(text: &str, dot: usize, next: char) -> bool {
    let before = text.get(..dot).unwrap_or_default();
    let part = before.get(before.rfind(|c: char| !c.is_alphanumeric()).map_or(0, |i| i + 1)..).unwrap_or(before);
    let closes = text.get(dot + 1..).is_some_and(closes_name);
    next.is_alphanumeric() && (!next.is_uppercase() || closes || part.chars().count() <= 2 || part.chars().all(char::is_uppercase))
}

/// `Node.JS`, `Asp.NET`: what stands behind a dot ends a name, whatever stands before it.
pub(crate) fn closes_name(rest: &str) -> bool {
    ["JS", "NET"].iter().any(|end| rest.strip_prefix(end).is_some_and(|behind| !behind.starts_with(char::is_alphanumeric)))
}

/// A dot after `at` closes an abbreviation: the letters before it hold a dot already (`Ph.D`, `U.S`, `e.g`).
fn abbreviated(text: &str, dot: usize) -> bool {
    let before = text.get(..dot).unwrap_or_default();
    let start = before
        .rfind(|c: char| !(c.is_alphabetic() || c == '.'))
        .map_or(0, |i| i + before.get(i..).and_then(|t| t.chars().next()).map_or(1, char::len_utf8));
    let word = before.get(start..).unwrap_or_default();
    is_dotted(word)
}

/// `Ph.D.`, `U.S.`, `B.Eng`: short parts with dots between them, unlike `Node.js` and `ASP.NET`.
fn is_dotted(word: &str) -> bool {
    let short = |part: &str| part.len() <= 2 || ["eng", "tech", "com"].iter().any(|known| part.eq_ignore_ascii_case(known));
    word.contains('.') && word.split('.').all(short) && word.chars().next().is_some_and(char::is_alphabetic)
}

/// Appends the folded form of one word to `out`.
pub fn fold_word(word: &str, out: &mut String) {
    let dotted = is_dotted(word);
    for c in word.chars() {
        match c {
            '.' if dotted => {}
            '’' => out.push('\''),
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            c => out.extend(c.to_lowercase()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folds(text: &str) -> Vec<String> {
        let (mut buffer, mut out) = (String::new(), Vec::new());
        words(text, &mut buffer, &mut out);
        out.iter().map(|w| w.folded.of(&buffer).to_owned()).collect()
    }

    #[test]
    fn signs_that_belong_to_a_name_stay_with_it() {
        assert_eq!(folds("C++, C# and .NET"), ["c++", ",", "c#", "and", ".net"]);
        assert_eq!(folds("R&D and Q & A"), ["r&d", "and", "q", "&", "a"]);
        assert_eq!(folds("Node.js, ASP.NET."), ["node.js", ",", "asp.net", "."]);
        assert_eq!(folds("Node.JS or required.Must"), ["node.js", "or", "required", ".", "must"]);
    }

    #[test]
    fn abbreviations_lose_their_dots() {
        assert_eq!(folds("a Ph.D. in the U.S., e.g. B.S. or M.Sc."), ["a", "phd", "in", "the", "us", ",", "eg", "bs", "or", "msc"]);
        assert_eq!(folds("is required.Must have"), ["is", "required", ".", "must", "have"]);
        assert_eq!(folds("We use Go. Then"), ["we", "use", "go", ".", "then"]);
    }

    #[test]
    fn numbers_keep_their_point() {
        assert_eq!(folds("3.5 of 10,000, 3D 2+"), ["3.5", "of", "10,000", ",", "3d", "2", "+"]);
        assert_eq!(folds("bachelor’s problem-solving"), ["bachelor's", "problem", "-", "solving"]);
    }
}
