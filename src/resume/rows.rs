//! A résumé's text cut into sections and rows.
//!
//! `## Experience`, `EXPERIENCE`, `E X P E R I E N C E` and `Work experience:` open the same section; the rows below it are without their marks, a wrapped bullet in one.

use super::words;

/// A line that is not empty, without its marks; columns stand apart by tabs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) text: String,
    pub(super) is_bullet: bool,
    /// How many `#` stand before it.
    pub(super) depth: usize,
    pub(super) follows_gap: bool,
    /// How far it is set in, in signs; of a bullet, what follows the mark.
    indent: usize,
}

/// Rows below one heading.
#[derive(Debug, Clone, Default)]
pub(super) struct Section {
    /// The list of a profile that stands below it; empty before the first heading, `other` where a profile has no place for it.
    pub(super) list: &'static str,
    /// The heading as it is written.
    pub(super) heading: String,
    pub(super) rows: Vec<Row>,
}

/// The sections in which `Tools: Git` is a row of its own, not a heading with what stands below it.
const LABELLED: [&str; 4] = ["work", "volunteer", "projects", "skills"];

/// Cuts a text into sections.
pub(super) fn sections(text: &str) -> Vec<Section> {
    let (mut found, mut depth) = (vec![Section::default()], 0);
    for row in rows(text) {
        let list = found.last().map_or("", |section| section.list);
        if let Some((list, heading, rest)) = opens(&row, list) {
            depth = row.depth;
            let rows = rest.map(|text| Row { text: text.to_owned(), ..Row::default() });
            found.push(Section { list, heading: heading.to_owned(), rows: rows.into_iter().collect() });
        } else if row.depth > 0 && row.depth <= depth && !words::is_title(&row.text) && !row.text.contains(|c: char| c.is_ascii_digit()) {
            found.push(Section { list: "other", heading: row.text, rows: Vec::new() });
        } else if let Some(section) = found.last_mut() {
            section.rows.push(row);
        }
    }
    found
}

/// The list that a row opens, its heading, and what stands behind the heading on the same row.
fn opens<'r>(row: &'r Row, list: &str) -> Option<(&'static str, &'r str, Option<&'r str>)> {
    let text = row.text.trim_matches(['-', '=', '~', ' ']); // "--- Work experience ---"
    if row.is_bullet || !text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) && row.depth == 0 {
        return None;
    }
    let bare = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ' '));
    if let Some(known) = words::section(bare).or_else(|| words::section(&spelled(bare)?)) {
        return Some((known, bare, None));
    }
    let (heading, rest) = bare.split_once(':').filter(|_| !LABELLED.contains(&list))?;
    let known = words::section(heading).filter(|known| *known != list)?;
    Some((known, heading, Some(rest.trim())))
}

/// `E D U C A T I O N` as a word; words of such a text stand apart by more than a space.
fn spelled(text: &str) -> Option<String> {
    let is_spelled = |word: &str| word.split(' ').count() > 2 && word.split(' ').all(|sign| sign.chars().count() == 1);
    text.split('\t').all(is_spelled).then(|| text.replace(' ', "").replace('\t', " "))
}

/// The marks that begin an item of a list.
const MARKS: [char; 13] = ['-', '*', '•', '·', '▪', '◦', '‣', '●', '–', '■', '➢', '○', '\u{f0b7}'];

fn rows(text: &str) -> Vec<Row> {
    let (mut found, mut follows_gap): (Vec<Row>, bool) = (Vec::new(), false);
    for line in text.lines().flat_map(cut) {
        let Some(row) = row(line, follows_gap) else {
            follows_gap = true;
            continue;
        };
        follows_gap = false;
        match found.last_mut() {
            Some(last) if goes_on(last, &row) => {
                last.text.push(' ');
                last.text.push_str(&row.text);
            }
            _ => found.push(row),
        }
    }
    found
}

/// The longest row, in bytes; what is longer is cut at a space.
const LONGEST_ROW: usize = 4_000;

fn cut(line: &str) -> Vec<&str> {
    let (mut rest, mut found) = (line, Vec::new());
    while rest.len() > LONGEST_ROW {
        let most = (1..=LONGEST_ROW).rev().find(|at| rest.is_char_boundary(*at)).unwrap_or(rest.len());
        let (row, behind) = rest.split_at(rest.get(..most).and_then(|row| row.rfind(' ')).filter(|at| *at > 0).unwrap_or(most));
        found.push(row);
        rest = behind;
    }
    found.push(rest);
    found
}

/// How many signs a tab is wide.
const TAB: usize = 4;

/// Whether a row is the rest of the bullet before it.
fn goes_on(last: &Row, row: &Row) -> bool {
    let is_inset = row.indent >= last.indent && row.indent > 0;
    last.is_bullet
        && last.text.len() < LONGEST_ROW
        && !row.is_bullet
        && !row.follows_gap
        && row.depth == 0
        && (is_inset || row.text.starts_with(char::is_lowercase))
}

fn row(line: &str, follows_gap: bool) -> Option<Row> {
    let line =
        line.replace("**", "").replace("__", "").replace(['`', '\u{200b}'], "").replace('\u{a0}', " ").replace("](", " (").replace('[', "");
    let marked = line.trim_start();
    let unmarked = marked.trim_start_matches('#');
    let depth = marked.len() - unmarked.len();
    let item = unmarked.trim_start();
    let bare = item.strip_prefix(MARKS).filter(|bare| bare.starts_with([' ', '\t']) || !item.starts_with(['-', '*', '–', '·']));
    let text = columns(bare.unwrap_or(item));
    let width = |c: char| if c == '\t' { TAB } else { 1 };
    let inset: usize = line.chars().take_while(|c| c.is_whitespace()).map(width).sum();
    let indent = inset + bare.map_or(0, |bare| item.len() - bare.trim_start().len());
    text.contains(char::is_alphanumeric).then_some(Row { text, is_bullet: bare.is_some(), depth, follows_gap, indent })
}

/// A tab for each gap of a tab or of several spaces, and for each bar of a table.
fn columns(text: &str) -> String {
    let text = format!(" {text} ").replace('*', "").replace(" _", " ").replace("_ ", " ");
    let text = text.trim().trim_matches('|').replace('\t', "   ");
    let cells = text.split("  ").map(str::trim).filter(|cell| !cell.is_empty());
    cells.collect::<Vec<_>>().join("\t")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headings(text: &str) -> Vec<(&'static str, usize)> {
        sections(text).iter().skip(1).map(|section| (section.list, section.rows.len())).collect()
    }

    #[test]
    fn headings_in_every_dress() {
        for text in
            ["## Work Experience\nA", "**WORK EXPERIENCE**\nA", "Work experience:\nA", "--- Work Experience ---\nA", "2. Employment\nA"]
        {
            assert_eq!(headings(text), [("work", 1)], "{text}");
        }
        assert_eq!(headings("E X P E R I E N C E\nA\nS K I L L S\nB\nC"), [("work", 1), ("skills", 2)]);
        assert_eq!(headings("W O R K   E X P E R I E N C E\nA"), [("work", 1)]);
    }

    #[test]
    fn a_label_opens_a_section_only_where_none_has_labels() {
        assert_eq!(headings("Ada\nSkills: Go\nLanguages: Thai\n"), [("skills", 2)]);
        assert_eq!(headings("Ada\nLanguages: Thai\nSkills: Go\n"), [("languages", 1), ("skills", 1)]);
        assert_eq!(headings("# Ada\n## Experience\n### Cook\n## Prizes\nA\n"), [("work", 1), ("other", 1)]);
    }

    #[test]
    fn wrapped_bullets_are_one() {
        let texts: Vec<String> = rows("- Wrote code\n  in Go\n• Slept\nwell\n\tCook").into_iter().map(|row| row.text).collect();
        assert_eq!(texts, ["Wrote code in Go", "Slept well Cook"]);
        assert_eq!(rows("Go   SQL\tThai")[0].text, "Go\tSQL\tThai");
    }
}
