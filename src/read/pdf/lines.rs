//! From texts in places to lines, and from lines to a text that reads on.
//!
//! `Exper-` and `ience` under it become `Experience`; a line that is full goes on in the next; a gap between lines is an empty line.

use super::page::Run;
use std::collections::{BTreeSet, HashMap, HashSet};

/// A line of a page.
#[derive(Debug, Clone)]
struct Line {
    x: f32,
    y: f32,
    end: f32,
    size: f32,
    is_bold: bool,
    text: String,
}

/// The text of all pages.
pub(super) fn text(pages: &[Vec<Run>]) -> String {
    let mut pages: Vec<Vec<Line>> = pages.iter().map(|runs| in_reading_order(lines(runs))).collect();
    pages.iter_mut().flatten().filter(|line| line.text.contains('\t')).for_each(|line| line.text = line.text.replace('\t', " "));
    let usual = usual_size(&pages);
    // What stands before a hyphen at the end of a line may be half a word.
    let whole = |line: &Line| line.text.trim_end_matches('-').len() == line.text.len();
    let sure = |line: &Line| if whole(line) { line.text.len() } else { line.text.rfind(' ').unwrap_or_default() };
    let known = pages.iter().flatten().filter_map(|line| line.text.get(..sure(line)));
    let words: HashSet<String> = known.flat_map(|text| text.split(|c: char| !c.is_alphanumeric())).map(str::to_lowercase).collect();
    let mut out = String::new();
    for page in &pages {
        let right = page.iter().map(|line| line.end).fold(0.0, f32::max);
        let mut before: Option<&Line> = None;
        for line in page {
            write(&mut out, before, line, usual, right, &words);
            before = Some(line);
        }
        out.push('\n');
    }
    out
}

/// The lines of all pages as they stand, with a tab for each wide gap, set in as on the page; larger ones are headings, the more `#` the smaller.
pub(super) fn standing(pages: &[Vec<Run>]) -> String {
    let pages: Vec<Vec<Line>> = pages.iter().map(|runs| side_by_side(in_reading_order(lines(runs)))).collect();
    let usual = usual_size(&pages);
    let tenths = |line: &Line| (line.size * 10.0) as i32;
    let large = pages.iter().flatten().filter(|line| line.size > usual * 1.15 && line.text.len() < 120).map(tenths);
    let sizes: Vec<i32> = large.collect::<BTreeSet<_>>().into_iter().rev().collect();
    let mut out = String::new();
    for page in &pages {
        let left = page.iter().map(|line| line.x).fold(f32::MAX, f32::min);
        let mut before: Option<&Line> = None;
        for line in page {
            if before.is_some_and(|before| before.y - line.y > before.size * 1.9 || before.y < line.y) {
                out.push('\n');
            }
            let depth = sizes.iter().position(|size| *size == tenths(line)).map_or(0, |rank| rank.min(5) + 1);
            let inset = ((line.x - left) / line.size.max(1.0) * 2.0).clamp(0.0, 40.0) as usize;
            out.push_str(&" ".repeat(if depth == 0 { inset } else { 0 }));
            out.push_str(&"#".repeat(depth));
            out.extend([if depth == 0 { "" } else { " " }, &line.text, "\n"]);
            before = Some(line);
        }
        out.push('\n');
    }
    out
}

/// Puts lines of the same height that follow one another on one, with a tab between.
fn side_by_side(lines: Vec<Line>) -> Vec<Line> {
    let mut found: Vec<Line> = Vec::new();
    for line in lines {
        match found.last_mut() {
            Some(last) if (last.y - line.y).abs() < last.size.max(line.size) * 0.4 && line.x > last.end => {
                last.text.push('\t');
                last.text.push_str(&line.text);
                last.end = line.end;
            }
            _ => found.push(line),
        }
    }
    found
}

/// Puts what stands side by side on one line, with a tab for each wide gap.
fn lines(runs: &[Run]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for run in runs {
        match lines.last_mut() {
            Some(line) if (line.y - run.y).abs() < line.size.max(run.size) * 0.4 && run.x > line.end - line.size * 0.6 => {
                let gap = run.x - line.end;
                if gap > line.size * 0.15 && !line.text.ends_with(' ') && !run.text.starts_with(' ') {
                    line.text.push(if gap > line.size * 1.5 { '\t' } else { ' ' });
                }
                line.text.push_str(&run.text);
                line.end = run.end;
                line.size = line.size.max(run.size);
                line.is_bold &= run.is_bold || run.text.trim().is_empty();
            }
            _ => lines.push(Line { x: run.x, y: run.y, end: run.end, size: run.size, is_bold: run.is_bold, text: run.text.clone() }),
        }
    }
    for line in &mut lines {
        let columns = line.text.split('\t').map(|column| column.split_whitespace().collect::<Vec<_>>().join(" "));
        line.text = columns.filter(|column| !column.is_empty()).collect::<Vec<_>>().join("\t");
    }
    lines.retain(|line| !line.text.is_empty());
    lines
}

/// Lines stand as they were painted, which is by columns, unless they jump up and down.
fn in_reading_order(mut lines: Vec<Line>) -> Vec<Line> {
    let jumps = lines.iter().zip(lines.iter().skip(1)).filter(|(line, next)| next.y > line.y + line.size).count();
    if jumps * 4 > lines.len() {
        lines.sort_by(|a, b| b.y.total_cmp(&a.y).then(a.x.total_cmp(&b.x)));
    }
    lines
}

/// The size that most of the text has, in tenths.
fn usual_size(pages: &[Vec<Line>]) -> f32 {
    let mut sizes: HashMap<i32, usize> = HashMap::new();
    for line in pages.iter().flatten() {
        *sizes.entry((line.size * 10.0) as i32).or_default() += line.text.len();
    }
    sizes.into_iter().max_by_key(|(size, len)| (*len, *size)).map_or(10.0, |(size, _)| size as f32 / 10.0)
}

fn write(out: &mut String, before: Option<&Line>, line: &Line, usual: f32, right: f32, words: &HashSet<String>) {
    let is_heading = line.size > usual * 1.15 && line.text.len() < 120;
    let gap = before.map_or(0.0, |before| before.y - line.y);
    let is_next = before.is_some_and(|before| gap > 0.0 && gap < before.size.max(line.size) * 1.9 && (before.size - line.size).abs() < 0.5);
    let is_full = before.is_some_and(|before| before.end > right * 0.8 && before.is_bold == line.is_bold);
    let goes_on = line.text.starts_with(|c: char| c.is_lowercase() || c.is_numeric() || matches!(c, '(' | '"' | '“'));
    let joins = before.is_some_and(|before| line.x >= before.x - 2.0 && (goes_on || (is_full && !ends_sentence(&before.text))));
    if is_next && !is_heading && joins && !begins_item(&line.text) {
        return join(out, &line.text, words);
    }
    if before.is_some_and(|before| gap > before.size * 1.9 || gap < 0.0) {
        out.push('\n');
    }
    match (is_heading, line.is_bold && line.text.len() < 120) {
        (true, _) => out.extend(["## ", &line.text, "\n"]),
        (false, true) => out.extend(["**", &line.text, "**\n"]),
        (false, false) => out.extend([line.text.as_str(), "\n"]),
    }
}

fn ends_sentence(text: &str) -> bool {
    text.ends_with(['.', ':', ';', '!', '?'])
}

/// `• Go`, `- Go`, `1. Go`.
fn begins_item(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let is_number = first.len() > 1 && first.ends_with(['.', ')']) && first.bytes().rev().skip(1).all(|byte| byte.is_ascii_digit());
    is_number || (first.chars().count() == 1 && first.chars().all(|c| !c.is_alphanumeric() && !matches!(c, '(' | '"' | '“' | '&')))
}

/// Writes a line behind the one before it, of which it is the end.
fn join(out: &mut String, text: &str, words: &HashSet<String>) {
    let is_bold = out.ends_with("**\n");
    out.truncate(out.trim_end_matches(['\n', '*']).len());
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let last: String = out.trim_end_matches('-').chars().rev().take_while(|c| c.is_alphanumeric()).collect();
    let last: String = last.chars().rev().collect::<String>().to_lowercase();
    let is_divided = out.ends_with('-') && !last.is_empty() && text.starts_with(char::is_lowercase);
    if out.ends_with('\u{ad}') || (is_divided && (words.contains(&(last.clone() + &word(text))) || !words.contains(&last))) {
        out.pop();
    } else if out.ends_with('-') && is_divided {
        // `full-` and `time`: both are words, so the hyphen is one.
    } else {
        out.push(' ');
    }
    out.push_str(text);
    out.push_str(if is_bold { "**\n" } else { "\n" });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(x: f32, y: f32, text: &str) -> Run {
        Run { x, y, end: x + 5.0 * text.len() as f32, size: 10.0, is_bold: false, text: text.to_owned() }
    }

    #[test]
    fn what_stands_side_by_side_is_a_line() {
        assert_eq!(text(&[vec![run(0.0, 100.0, "Fluent"), run(33.0, 100.0, "in"), run(43.0, 100.0, "to")]]), "Fluent into\n\n");
    }

    #[test]
    fn divided_words_are_joined_and_compounds_kept() {
        let page =
            vec![run(0.0, 100.0, "Five years of experi-"), run(0.0, 88.0, "ence, part or full-"), run(0.0, 76.0, "time, full weeks")];
        assert_eq!(text(&[page]), "Five years of experience, part or full-time, full weeks\n\n");
    }

    #[test]
    fn items_and_paragraphs_stay_apart() {
        let page = vec![run(0.0, 100.0, "You have"), run(0.0, 70.0, "• Go"), run(0.0, 58.0, "• SQL")];
        assert_eq!(text(&[page]), "You have\n\n• Go\n• SQL\n\n");
    }

    #[test]
    fn a_page_that_was_painted_in_no_order_is_sorted() {
        let page = vec![run(0.0, 60.0, "c c."), run(0.0, 100.0, "A a."), run(0.0, 40.0, "D d."), run(0.0, 80.0, "B b.")];
        assert_eq!(text(&[page]).split_whitespace().collect::<String>(), "Aa.Bb.cc.Dd.");
    }
}
