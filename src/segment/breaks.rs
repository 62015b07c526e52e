//! Where one passage ends and the next begins inside a line.
//!
//! Sentence ends; bullets in the middle of a line; glued words ("recordsFamiliarity"); double spaces before a capital; words that
//! only begin list items ("… position Strong knowledge of …") where the section asks; and headings inside the line
//! ("solutions.  Job Requirements  Currently enrolled").

mod heading;

use super::{
    section::{Headings, Section},
    words::{Heading, form_labels, starters},
};
use crate::text::{Span, closes_name, key::lower};
use heading::{LONGEST_FIRST, heading_at, label, may_address, may_close};
use rustc_hash::FxHashMap;
use std::cell::LazyCell;

/// The longest rest of a line that is looked through for what closes a heading, in bytes: a longer one is taken to hold it.
const FARTHEST_CLOSE: usize = 8_000;

/// Words behind which no item begins.
const OPEN_ENDED: &[&str] = &[
    "and", "or", "of", "the", "a", "an", "in", "with", "to", "for", "at", "by", "on", "as", "from", "your", "our", "their", "is", "are",
    "be", "have", "has", "including", "include", "plus", "also", "e.g", "i.e", "vs", "both", "either", "must", "that", "this", "these",
    "any", "all", "other", "following",
];

/// Abbreviations whose dot ends no sentence.
const ABBREVIATIONS: &[&str] = &[
    "e.g", "i.e", "inc", "dr", "mr", "mrs", "ms", "st", "no", "vs", "approx", "sr", "jr", "dept", "univ", "corp", "co", "ltd", "est",
    "min", "max", "incl", "ph.d", "b.s", "m.s", "b.a", "m.a", "u.s", "u.k", "etc", "ext", "fig", "hrs", "yrs", "govt", "ex", "ie", "eg",
    "b.sc", "m.sc", "eng",
];

/// Finds the next break of a line.
#[derive(Debug)]
pub(super) struct Breaker {
    /// Item openers by their first word, lower case; the rest of the opener.
    starters: FxHashMap<&'static str, Vec<&'static str>>,
    /// The length of the longest first word.
    longest: usize,
}

/// The bytes at which a line may break: of marks, digits, capitals, and of characters beyond ASCII. [`Breaker::next`] looks at
/// no others, so that a sign it is to break at belongs here.
static MAY_BREAK: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        #[expect(clippy::indexing_slicing, reason = "checked by the compiler: the table is made before the program runs")]
        {
            table[byte] = matches!(byte as u8, b'.' | b'!' | b'?' | b'*' | b'-' | b'(' | b'0'..=b'9' | b'A'..=b'Z' | 0xC0..);
        }
        byte += 1;
    }
    table
};

/// The next break.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cut {
    /// Where the passage before ends.
    pub(super) end: usize,
    /// Where the text behind the break, or behind the heading, begins.
    pub(super) after: usize,
    /// A heading stands here.
    pub(super) heading: Option<(Section, Span)>,
    /// The heading closes with a colon.
    pub(super) colon: bool,
}

impl Breaker {
    pub(super) fn new() -> Self {
        let mut openers: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
        for phrase in starters() {
            let (first, rest) = phrase.split_once([' ', '-']).unwrap_or((phrase, ""));
            openers.entry(first).or_default().push(rest);
        }
        let longest = openers.keys().map(|first| first.len()).max().unwrap_or_default();
        Self { starters: openers, longest }
    }

    /// The first break in `rest`; its end where there is none. `first`: `rest` begins its line.
    pub(super) fn next(&self, text: &str, rest: Span, first: bool, headings: &Headings, asks: bool) -> Cut {
        let body = rest.of(text);
        if let Some(cut) = heading_at(text, rest.start, rest, headings, true, first) {
            return cut;
        }
        let label = LazyCell::new(|| label(body));
        let may_close = LazyCell::new(|| body.len() > FARTHEST_CLOSE || may_close(body));
        let mut from = 0;
        while let Some((at, c)) = next_place(body, from) {
            let here = rest.start + at;
            from = at + c.len_utf8();
            let before = body.get(..at).and_then(|left| left.chars().next_back());
            if c == '(' && at > 0 && lettered(body, at) {
                return Cut { end: here, after: here, heading: None, colon: false };
            }
            if let Some(width) = inner_bullet(body, at, c, before) {
                return Cut { end: here, after: here + width, heading: None, colon: false };
            }
            if matches!(c, '.' | '!' | '?') && self.ends_sentence(body, at, c) {
                let after = here + c.len_utf8();
                return Cut { end: after, after, heading: None, colon: false };
            }
            if at > 0
                && c.is_ascii_digit()
                && before.is_some_and(char::is_lowercase)
                && lower_run(body, at) >= 4
                && counts_years(body.get(at..).unwrap_or_default())
            {
                return Cut { end: here, after: here, heading: None, colon: false }; // "Qualifications5+ years"
            }
            if at > 0 && c.is_uppercase() {
                let boundary = self.boundary(body, at, before, asks);
                let shouted = begins_shout(body, at, before); // "… environmentsWHAT WE OFFER"
                let strong = boundary == Boundary::Strong || shouted;
                if (boundary != Boundary::None || shouted || before == Some(' ') && !label.contains(&at))
                    && (strong || *may_close || body.get(at..).is_some_and(may_address))
                    && let Some(cut) = heading_at(text, here, rest, headings, strong, false)
                {
                    return Cut { end: here, ..cut };
                }
                if boundary == Boundary::Strong || boundary == Boundary::Opener {
                    return Cut { end: here, after: here, heading: None, colon: false };
                }
            }
        }
        Cut { end: rest.end, after: rest.end, heading: None, colon: false }
    }

    fn ends_sentence(&self, body: &str, at: usize, c: char) -> bool {
        let rest = body.get(at + 1..).unwrap_or_default();
        let next = rest.chars().next();
        let follower = rest.trim_start().chars().next();
        let begins = follower.is_some_and(|f| f.is_uppercase() || f.is_ascii_digit() || matches!(f, '"' | '\'' | '(' | '*' | '•'));
        match next {
            None => false,
            Some(n) if n.is_whitespace() => begins && (c != '.' || !self.is_abbreviation(body, at, rest)),
            // "… actuarial field.2. 3+ years", "… a plus.5+ years", "… the organization.30% travel": glued to the stop.
            Some(n) if n.is_ascii_digit() => {
                body.get(..at).is_some_and(|b| b.ends_with(|c: char| c.is_alphabetic() || c == ')'))
                    && (numbers_item(rest) || counts_years(rest) || rest.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with('%'))
            }
            // "… lookups).Comfortable speaking": glued behind a parenthesis.
            Some(n) => {
                let spelled = rest.chars().nth(1).is_some_and(char::is_lowercase);
                let name = ["Net", "Js", "Io", "Ai"].iter().any(|ending| rest.starts_with(ending));
                let short = (lower_run(body, at) == 2 || lower_run(body, at) == 1 && self.opens_item(rest)) && spelled && !name; // "… and sell it.An understanding of"
                n.is_uppercase()
                    && !closes_name(rest)
                    && (lower_run(body, at) >= 3 || short || spelled && body.get(..at).is_some_and(|b| b.ends_with(')')))
            }
        }
    }

    fn is_abbreviation(&self, body: &str, dot: usize, rest: &str) -> bool {
        let before = body.get(..dot).unwrap_or_default();
        let word = lower(before.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | ',' | '/')).next().unwrap_or_default());
        if word.len() == 1 && word.chars().all(|c| c.is_alphabetic()) && word != "c" && word != "r" {
            return true; // an initial
        }
        if word.contains('.') && word.split('.').all(|part| part.len() == 1) && !self.opens_item(rest.trim_start()) {
            return true; // "P.C. 832"
        }
        let digits = !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
        if digits && before.len() <= 3 {
            return true; // the number of an item
        }
        // "… or Ph.D. Strong knowledge": an abbreviation ends a sentence where an item opener follows.
        ABBREVIATIONS.contains(&&*word) && !self.opens_item(rest.trim_start())
    }

    /// Whether a text begins with words that only begin list items.
    pub(super) fn opens_item(&self, text: &str) -> bool {
        let text = ["A ", "An ", "The "].iter().find_map(|article| text.strip_prefix(article)).unwrap_or(text); // "The ability to"
        let Some((first, rests)) = self.starters_of(text) else { return false };
        let behind = text.get(first..).unwrap_or_default();
        if behind.starts_with(|c: char| c.is_alphanumeric()) {
            return false;
        }
        rests.iter().any(|rest| rest.is_empty() || starts_with_words(behind.trim_start_matches([' ', '-']), rest))
    }

    /// The length of the first word of a text, and the openers that begin with it.
    fn starters_of(&self, text: &str) -> Option<(usize, &[&str])> {
        let letters = text.bytes().take_while(|b| b.is_ascii_alphabetic() || *b == b'\'').count();
        let mut folded = [0; LONGEST_FIRST];
        if let Some(folded) = folded.get_mut(..letters)
            && text.as_bytes().get(letters).is_none_or(u8::is_ascii)
        {
            folded.copy_from_slice(text.as_bytes().get(..letters)?);
            folded.make_ascii_lowercase();
            return Some((letters, self.starters.get(std::str::from_utf8(folded).ok()?)?));
        }
        let begins = text.chars().take_while(|c| c.is_alphabetic() || *c == '\'').take(self.longest + 1);
        let first: String = begins.flat_map(char::to_lowercase).collect();
        Some((first.len(), self.starters.get(first.as_str())?))
    }

    /// What stands between the character before `at` and the capital at `at`.
    fn boundary(&self, body: &str, at: usize, before: Option<char>, asks: bool) -> Boundary {
        let here = body.get(at..).unwrap_or_default();
        if matches!(before, Some(' ' | ')')) && body.get(..at).is_some_and(ends_marked) {
            return Boundary::Strong; // "SQL: 3 years (Required) Education: …"
        }
        let capitalised = here.chars().nth(1).is_some_and(|c| c.is_lowercase());
        match before {
            Some(c) if c.is_lowercase() || c == ')' || (c.is_ascii_digit() && capitalised) => {
                let glued = c != ')' && !c.is_ascii_digit() && lower_run(body, at) >= 4 && capitalised && is_lower_word(body, at);
                if glued || self.opens_item(here) { Boundary::Strong } else { Boundary::None }
            }
            Some(c) if c.is_uppercase() && capitalised && self.opens_item(here) => Boundary::Strong,
            Some(' ') => {
                let left = body.get(..at).unwrap_or_default();
                let spaces = left.len() - left.trim_end().len();
                let last = left.trim_end();
                if spaces >= 2 && !last.ends_with([',', '(', '/', '-', '&']) {
                    return Boundary::Strong;
                }
                let closes = last.ends_with(|c: char| c.is_lowercase() || c == ')') || leads_in(last);
                if asks && capitalised && ends_item(last) && last.split_whitespace().nth(1).is_some() && !next_is_capital(here) {
                    return Boundary::Opener;
                }
                if asks && closes && self.opens_item(here) && last.split_whitespace().nth(1).is_some() && !ends_open(last) {
                    return Boundary::Opener;
                }
                Boundary::None
            }
            _ => Boundary::None,
        }
    }
}

/// "…; (b) Proven ability …": a lettered item behind a semicolon, a colon or a stop.
fn lettered(body: &str, at: usize) -> bool {
    let behind = body.get(..at).is_some_and(|before| before.ends_with(' ') && before.trim_end().ends_with([';', ':', '.', ',']));
    let mut label = body.get(at + 1..).unwrap_or_default().chars();
    let marked = label.next().is_some_and(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    let rest = label.as_str().trim_start_matches(|c: char| matches!(c, 'i' | 'v' | 'x') || c.is_ascii_digit());
    behind && marked && rest.starts_with(") ")
}

/// The next place in `body` at which it may break, with the character there.
fn next_place(body: &str, from: usize) -> Option<(usize, char)> {
    let rest = body.as_bytes().get(from..)?;
    let at = from + rest.iter().position(|byte| MAY_BREAK.get(usize::from(*byte)) == Some(&true))?;
    Some((at, body.get(at..)?.chars().next()?))
}

/// The width of a bullet in the middle of a line: `•`, ` * `, `.- Knowledge`, and ` - Knowledge` where the line holds several.
fn inner_bullet(body: &str, at: usize, c: char, before: Option<char>) -> Option<usize> {
    let rest = body.get(at + c.len_utf8()..)?;
    let spaced = before.is_none_or(char::is_whitespace) && rest.starts_with(' ');
    let is_bullet = match c {
        '•' => at > 0,
        '·' | '▪' | '●' | '◦' | '‣' | '■' | '✓' | '✔' | '☑' | '➢' | '➤' | '►' | '▶' | '❖' | '◆' | '❏' | '➔' => {
            true
        }
        '*' => spaced,
        '-' => {
            let capital = rest.starts_with(' ') && rest.trim_start().starts_with(|n: char| n.is_uppercase());
            let closed = body.get(..at).is_some_and(|b| b.trim_end().ends_with(['.', ';', ':']));
            capital && (closed || (at == 0) || (spaced && body.matches(" - ").nth(2).is_some()))
        }
        _ => false,
    };
    is_bullet.then_some(c.len_utf8())
}

/// "2. 3+ years …", "10) Knowledge of …".
fn numbers_item(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    text.len() - rest.len() <= 2 && rest.starts_with(['.', ')']) && rest.get(1..).is_some_and(|r| r.starts_with(' '))
}

fn counts_years(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | ' '));
    rest.starts_with("year") || rest.starts_with("yrs") || rest.starts_with("month")
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Boundary {
    None,
    /// A new passage begins for sure.
    Strong,
    /// A list item begins, by its first words.
    Opener,
}

fn starts_with_words(text: &str, words: &str) -> bool {
    text.get(..words.len()).is_some_and(|t| t.eq_ignore_ascii_case(words))
        && !text.get(words.len()..).unwrap_or_default().starts_with(|c: char| c.is_alphanumeric())
}

/// "… (Required)", "… (Preferred)": an answer of an application form ends here.
pub(super) fn ends_marked(text: &str) -> bool {
    let text = text.trim_end();
    ["(required)", "(preferred)"]
        .iter()
        .any(|mark| text.len().checked_sub(mark.len()).and_then(|at| text.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(mark)))
}

/// A list whose line breaks and stops are lost: long, with hardly a sentence end.
pub(super) fn is_glued(line: &str) -> bool {
    /// One sentence end in so many bytes is enough.
    const FAR: usize = 400;
    let ends = |sign: &'static str| memchr::memmem::find_iter(line.as_bytes(), sign);
    let enough = line.len().div_ceil(FAR);
    line.len() > 300 && ends(". ").chain(ends("! ")).take(enough).count() < enough
}

/// Whether a text is a label of an application form: "Ability to commute", "Work authorization".
pub(super) fn is_form_label(text: &str) -> bool {
    form_labels().iter().any(|label| label.eq_ignore_ascii_case(text))
}

/// Nouns that close an item: "… sound judgment skills Financial services and …".
fn ends_item(text: &str) -> bool {
    const LAST: &[&str] =
        &["skills", "abilities", "experience", "required", "preferred", "plus", "presentation", "environment", "field", "knowledge"];
    text.rsplit(|c: char| c.is_whitespace()).next().is_some_and(|word| LAST.contains(&word))
}

/// "Skills Financial Services": a capital after a capital is a name or a heading.
fn next_is_capital(here: &str) -> bool {
    here.split_whitespace().nth(1).is_some_and(|word| word.starts_with(|c: char| c.is_uppercase()))
}

fn ends_open(text: &str) -> bool {
    text.rsplit(|c: char| c.is_whitespace()).next().is_some_and(|word| OPEN_ENDED.contains(&word.to_lowercase().as_str()))
}

/// Whether two words in capitals are glued to a word in small letters.
fn begins_shout(body: &str, at: usize, before: Option<char>) -> bool {
    before.is_some_and(char::is_lowercase)
        && lower_run(body, at) >= 4
        && is_lower_word(body, at)
        && body.get(at..).is_some_and(|here| {
            here.split_whitespace().take(2).filter(|word| word.len() > 1 && word.chars().all(char::is_uppercase)).count() == 2
        })
}

/// "Our ideal student possesses:": words behind which the items of a list begin.
fn leads_in(text: &str) -> bool {
    let last = text.strip_suffix(':').and_then(|text| text.rsplit(char::is_whitespace).next()).unwrap_or_default();
    Heading::shared().open.iter().any(|known| last.eq_ignore_ascii_case(known)) || ["include", "includes", "following"].contains(&last)
}

/// How many lower-case letters stand directly before `at`.
fn lower_run(body: &str, at: usize) -> usize {
    body.get(..at).unwrap_or_default().chars().rev().take_while(|c| c.is_lowercase()).count()
}

/// Whether the word that ends at `at` has no capital: `programme|Prescription`, but not `Java|Script`.
fn is_lower_word(body: &str, at: usize) -> bool {
    let left = body.get(..at).unwrap_or_default();
    let run = left.chars().rev().take_while(|c| c.is_lowercase()).map(char::len_utf8).sum::<usize>();
    !left.get(..left.len() - run).unwrap_or_default().ends_with(|c: char| c.is_alphanumeric())
}
