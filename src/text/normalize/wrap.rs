//! Lines that were broken at a column: which line ends stand for a space.
//!
//! A text is hard-wrapped where lines go on in lower case below lines that had no room for the next word. In such a text
//! `…in Computer\nScience` is one line again, and `problem-\nsolving` one word. Lists of one item a line stay lists: an item
//! that begins with a capital letter is joined to the line above only where that line was full and the sentence open.
//! Blank lines, list markers, headings, quotes and tables are never crossed.

/// The longest line of a text that can be hard-wrapped, in characters.
const WIDEST: usize = 120;
/// A line shorter than this says nothing about wrapping.
const NARROWEST: usize = 40;

/// What a line end stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Join {
    /// A space between two words.
    Space,
    /// Nothing: the hyphen before it belongs to the word, or the comma behind it to the sentence.
    KeepHyphen,
    /// Nothing, and the hyphen before it goes too.
    DropHyphen,
}

/// The line ends (places of the LF) that are only due to wrapping, from left to right.
pub(super) fn joins(text: &str) -> Vec<(usize, Join)> {
    if !may_be_wrapped(text) {
        return Vec::new();
    }
    let lines: Vec<Line<'_>> = lines(text);
    let near = near_widths(&lines);
    let Some(width) = wrap_width(&lines, &near) else { return Vec::new() };
    let mut found = Vec::new();
    let mut first = 0;
    for block in lines.split(|line| line.text.is_empty()) {
        let is_list = is_list(block, width);
        let from = first;
        first += block.len() + 1;
        for (at, pair) in block.windows(2).enumerate() {
            let [above, below] = pair else { continue };
            let next = block.get(at + 2);
            let near = near.get(from + at).copied().unwrap_or(width);
            if let Some(join) = join(above, below, next, &Widths { text: width, near }, is_list) {
                found.push((above.line_feed, join));
            }
        }
    }
    found
}

/// A look at line lengths alone, which spares most texts the rest.
fn may_be_wrapped(text: &str) -> bool {
    let (mut start, mut some, mut long) = (0, 0_usize, 0_usize);
    for end in memchr::memchr_iter(b'\n', text.as_bytes()) {
        let len = end - start;
        some += usize::from(len > NARROWEST);
        long += usize::from(len > WIDEST + WIDEST / 4); // bytes, of which a character may have several
        start = end + 1;
    }
    long += usize::from(text.len() - start > WIDEST + WIDEST / 4);
    some > 2 && long * 25 <= some
}

/// A line without the white space around it.
struct Line<'a> {
    text: &'a str,
    /// Its length in characters.
    columns: usize,
    /// Where the line ends in the text.
    line_feed: usize,
    /// It begins with a list marker, a number of a list, a quote or a table's bar, or is a heading by its mark.
    is_marked: bool,
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain(std::iter::once(text.len()));
    ends.map(|end| {
        let line = text.get(start..end).unwrap_or_default().trim();
        start = end + 1;
        Line { text: line, columns: line.chars().count(), line_feed: end, is_marked: is_marked(line) }
    })
    .collect()
}

pub(super) fn is_marked(line: &str) -> bool {
    let Some(first) = line.chars().next() else { return false };
    match first {
        '#' | '>' | '|' => true,
        '(' => line.split_once(')').is_some_and(|(number, _)| number.len() <= 4),
        c if c.is_ascii_digit() => {
            let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
            rest.starts_with(") ") || rest.starts_with(". ")
        }
        c if c.is_ascii_alphabetic() && line.get(1..3) == Some(") ") => true,
        _ => super::bullet::marker(line, 0).is_some(),
    }
}

impl Line<'_> {
    /// The next line's first word had no place on this one, give or take `slack` columns.
    fn is_full(&self, below: &Line<'_>, width: usize, slack: usize) -> bool {
        let word = below.text.split_whitespace().next().map_or(0, |word| word.chars().count());
        self.columns + 1 + word + slack > width
    }

    /// The sentence does not end here.
    fn is_open(&self) -> bool {
        let closers: &[char] = &['"', '”', '\'', '’', ')', '*', '_'];
        !self.text.trim_end_matches(closers).ends_with(['.', '!', '?', ':', ';'])
    }

    fn starts_lower(&self) -> bool {
        let first = self.text.trim_start_matches(['(', '"', '“', '\'', '‘']).chars().next();
        first.is_some_and(char::is_lowercase)
    }

    fn last_word(&self) -> &str {
        self.text.split_whitespace().next_back().unwrap_or_default()
    }

    /// The line cannot be the end of anything: it ends in `of`, `and`, a comma.
    fn goes_on(&self) -> bool {
        is_connector(self.last_word())
    }

    fn ends_in_address(&self) -> bool {
        let word = self.last_word();
        word.contains("://") || word.contains("www.")
    }

    /// The line begins as items of a list of requirements do.
    fn begins_item(&self) -> bool {
        matches!(
            self.text.split_whitespace().next().unwrap_or_default(),
            "Ability"
                | "Able"
                | "Demonstrated"
                | "Evidence"
                | "Excellent"
                | "Experience"
                | "Experienced"
                | "Familiarity"
                | "Good"
                | "Hands-on"
                | "Knowledge"
                | "Must"
                | "Proficiency"
                | "Proficient"
                | "Proven"
                | "Strong"
                | "Successful"
                | "Understanding"
                | "Willingness"
                | "Working"
        )
    }

    /// A heading by its looks: no lower-case letter in it, or bold as a whole.
    fn is_heading(&self) -> bool {
        self.text.starts_with('#')
            || (self.text.starts_with("**") && self.text.ends_with("**"))
            || !self.text.chars().any(char::is_lowercase)
    }
}

/// A lower-case word that no phrase ends with.
pub(super) fn is_connector(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "the"
            | "of"
            | "and"
            | "or"
            | "and/or"
            | "to"
            | "with"
            | "for"
            | "by"
            | "at"
            | "from"
            | "as"
            | "is"
            | "are"
            | "be"
            | "our"
            | "your"
            | "their"
            | "its"
            | "this"
            | "that"
            | "these"
            | "such"
            | "including"
            | "between"
            | "into"
            | "than"
            | "who"
            | "which"
            | "will"
            | "must"
            | "should"
            | "may"
            | "can"
            | "we"
            | "but"
            | "nor"
            | "per"
            | "via"
            | "&"
            | "in"
            | "on"
            | "e.g."
            | "i.e."
    )
}

/// The column at which lines are wrapped.
struct Widths {
    /// In the text as a whole.
    text: usize,
    /// In the lines near by: the pages of a document need not be of one width.
    near: usize,
}

/// How many lines on either side count as near, empty ones left out.
const NEAR: usize = 6;

/// For each line, the width of those near it: that of the second widest, since a single one may stand out.
fn near_widths(lines: &[Line<'_>]) -> Vec<usize> {
    let full: Vec<(usize, usize)> =
        lines.iter().enumerate().filter(|(_, line)| line.columns > 0).map(|(at, line)| (at, line.columns)).collect();
    let mut widths = vec![0; lines.len()];
    for (place, (at, columns)) in full.iter().enumerate() {
        let near = full.get(place.saturating_sub(NEAR)..(place + NEAR + 1).min(full.len())).unwrap_or_default();
        let (mut widest, mut second) = (0, 0);
        for (_, columns) in near {
            if *columns > widest {
                (widest, second) = (*columns, widest);
            } else {
                second = second.max(*columns);
            }
        }
        if let Some(width) = widths.get_mut(*at) {
            *width = second.max(*columns).max(NARROWEST);
        }
    }
    widths
}

/// The column at which the text is wrapped, where it is.
fn wrap_width(lines: &[Line<'_>], near: &[usize]) -> Option<usize> {
    let mut widths: Vec<usize> = lines.iter().map(|line| line.columns).filter(|columns| *columns > 0).collect();
    widths.sort_unstable();
    let width = *widths.get((widths.len().saturating_sub(1)) * 97 / 100)?;
    if !(NARROWEST + 5..=WIDEST).contains(&width) {
        return None;
    }
    let (mut open, mut lower, mut full) = (0_usize, 0_usize, 0_usize);
    for (pair, near) in lines.windows(2).zip(near) {
        let [above, below] = pair else { continue };
        let width = width.min(*near);
        if above.columns < NARROWEST || below.text.is_empty() || below.is_marked || !above.is_open() {
            continue;
        }
        open += 1;
        if below.starts_lower() {
            lower += 1;
            full += usize::from(above.is_full(below, width, width / 5));
        }
    }
    (lower >= 2 && lower * 3 >= open && full * 10 >= lower * 7).then_some(width)
}

/// A block of lines is a list where many lines end early, without a full stop, before a capital letter.
fn is_list(block: &[Line<'_>], width: usize) -> bool {
    let early = block.windows(2).filter(|pair| match pair {
        [above, below] => above.is_open() && !below.starts_lower() && !above.is_full(below, width, 3) && !above.goes_on(),
        _ => false,
    });
    early.count() * 4 > block.len()
}

fn join(above: &Line<'_>, below: &Line<'_>, next: Option<&Line<'_>>, widths: &Widths, is_list: bool) -> Option<Join> {
    let (width, near) = (widths.text, widths.text.min(widths.near));
    if below.is_marked || above.is_heading() || above.text.starts_with('|') {
        return None;
    }
    if let Some(hyphen) = hyphen(above, below) {
        return (below.starts_lower() || above.is_full(below, near, near / 4)).then_some(hyphen);
    }
    let goes_on = if below.starts_lower() { goes_on_lower(above, below, next, near) } else { goes_on_upper(above, below, width, is_list) };
    goes_on.then_some(Join::Space)
}

fn goes_on_lower(above: &Line<'_>, below: &Line<'_>, next: Option<&Line<'_>>, width: usize) -> bool {
    if !above.is_open() {
        // An abbreviation: `e.g.` before `in`.
        return above.text.ends_with('.') && above.is_full(below, width, 3);
    }
    if above.is_full(below, width, width / 4) || above.goes_on() || above.text.ends_with(',') {
        return true;
    }
    let first = below.text.split_whitespace().next().unwrap_or_default();
    // Below a short line that begins a sentence, one line in lower case is its end; several are a list below a heading.
    let is_end = next.is_none_or(|next| !next.starts_lower() || below.is_full(next, width, width / 4));
    is_connector(first) || (!above.starts_lower() && is_end)
}

fn goes_on_upper(above: &Line<'_>, below: &Line<'_>, width: usize, is_list: bool) -> bool {
    if !above.is_open() {
        return false;
    }
    above.goes_on()
        || (above.is_full(below, width, 3) && (above.text.ends_with(',') || !(is_list || above.ends_in_address() || below.begins_item())))
}

/// What becomes of a hyphen at the line's end.
fn hyphen(above: &Line<'_>, below: &Line<'_>) -> Option<Join> {
    let word = above.last_word().strip_suffix(['-', '‐'])?;
    let ends_in_letter = word.chars().next_back().is_some_and(char::is_alphabetic);
    if !ends_in_letter || !below.text.chars().next()?.is_alphabetic() {
        return None;
    }
    let rest = below.text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    Some(if is_fragment(word, rest) { Join::DropHyphen } else { Join::KeepHyphen })
}

/// `rest` is no word of its own (`develop-ment`), so the hyphen before it only parted the word.
fn is_fragment(word: &str, rest: &str) -> bool {
    const FRAGMENTS: [&str; 66] = [
        "ment", "ments", "mental", "tion", "tions", "tional", "sion", "sions", "ing", "ings", "ed", "er", "ers", "ly", "ity", "ities",
        "ence", "ences", "ance", "ances", "ency", "ical", "ically", "ive", "ives", "able", "ible", "ness", "ous", "ogy", "ogies", "gies",
        "ture", "tures", "ware", "dents", "dent", "grams", "sities", "sity", "neering", "neer", "neers", "nical", "nication", "nications",
        "fication", "fications", "mation", "lopment", "agement", "ronment", "tation", "tations", "ization", "izations", "cation",
        "cations", "zation", "zations", "bility", "bilities", "sibility", "sibilities", "tunity", "tunities",
    ];
    !word.contains('-') && FRAGMENTS.contains(&rest)
}
