//! The first lines of a posting, which often are columns: title, company, place, then short facts, then text.
//!
//! `Machine Learning Intern / Posted on 11/21/2025 / Apple / No salary listed / Munich, Germany / In Person`: a line counts by
//! its form where it has one, and by its position where it has none.

use super::{page::Line, place};
use crate::{taxonomy::Taxonomy, value::pattern::pattern};
use regex::Regex;
use std::sync::LazyLock;

/// What the first lines say by position.
#[derive(Debug, Default)]
pub(super) struct Columns<'t> {
    pub(super) title: Option<&'t str>,
    pub(super) company: Option<&'t str>,
    pub(super) place: Option<&'t str>,
    /// The number of lines that are columns; text begins behind them.
    pub(super) count: usize,
}

/// First words of lines that head a section or begin a text, and so are no column.
static HEADS_SECTION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:about\b|overview|(?:job |position |role |program |company |executive |general )?(?:summary|description|overview|profile|purpose|details|function|objective)s?\b|(?:key |primary |essential |main |core |job |your )*(?:responsibilit|requirement|qualification|duties|functions|skills|benefits|accountabilities)|what\s|who\s|why\s|how\s|the\s(?:role|position|team|company|job|opportunity)\b|we\b|we'|our\b|you\b|your\b|level$|work term|introduction|background|note\b|please\b|apply\b|company$|description$|classification|education\b|experience\b|join\b|this\b|here\s(?:at|is)|are\syou|do\syou|at\s|as\san?\s|in\sthis\b|(?:minimum|preferred|basic)\s|internship program overview|(?:hiring_paths|company_profile|summary|benefits|requirements)$)",
    )
});

/// `Posted on …`, `3 days ago`, `Full-time`, `In Person`, `No salary listed`: facts with a form, and buttons of a page.
static SHORT_FACT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:posted\b|reposted\b|\d+\+?\s(?:hours?|days?|weeks?|months?)\sago|no\ssalary|(?:full|part)[\s-]time$|internship$|intern$|contract$|temporary$|permanent$|in[\s-]person$|on-?\s?site$|hybrid$|remote$|apply(?:\snow)?$|save$|share$|over\s\d|\d+\sapplicants|easy\sapply|https?:|www\.|(?:\$|£|€)|entry\slevel$|\d[\d.,]*$)|\w@\w|^[\w.-]+\.(?:com|org|net)\b",
    )
});

/// Reads the columns at the head of a page.
pub(super) fn read<'t>(lines: &[Line<'t>], labeled: impl Fn(usize) -> bool, taxonomy: &Taxonomy) -> Columns<'t> {
    let mut columns = Columns::default();
    let solid = lines.iter().skip(1).take_while(|line| !line.after_blank).count() + 1;
    for (number, line) in lines.iter().enumerate().take(12) {
        if labeled(number) {
            columns.count = number + 1;
            continue;
        }
        if line.bullet || line.is_long() || (number > 0 && (line.heading || HEADS_SECTION.is_match(line.text))) || is_sentence(line.text) {
            break;
        }
        columns.count = number + 1;
        columns.take(line.text, number, number < 3 && solid == 3, taxonomy);
    }
    columns
}

impl<'t> Columns<'t> {
    /// Takes one line for what it is.
    fn take(&mut self, text: &'t str, number: usize, in_columns: bool, taxonomy: &Taxonomy) {
        let known = [self.title, self.company, self.place].contains(&Some(text));
        if known || (number > 0 && SHORT_FACT.is_match(text)) {
            return;
        }
        if self.title.is_none() {
            self.title = (number == 0 && is_title(text)).then_some(text);
            return;
        }
        let place = place::is_place(text, taxonomy);
        if self.company.is_none() && self.place.is_none() && (!place || in_columns && number == 1) && number <= 4 {
            self.company = Some(text);
        } else if self.place.is_none() && (place || (in_columns && number == 2) || number <= 8 && place::looks_like_place(text)) {
            self.place = Some(text);
        }
    }
}

/// Whether a first line can be a title.
fn is_title(text: &str) -> bool {
    let begins = text.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '(' | '"' | '\'' | '['));
    begins && text.len() <= 150 && text.split_whitespace().count() <= 20 && !HEADS_SECTION.is_match(text) && !text.ends_with(':')
}

/// Whether a line reads as a sentence: ten words and more with a full stop at the end, or two sentences.
fn is_sentence(text: &str) -> bool {
    let count = text.split_whitespace().count();
    (count >= 7 && text.ends_with(['.', '!', '?', ','])) || (count >= 12 && text.contains(". ")) || count > 24
}

#[cfg(test)]
mod tests {
    use super::{super::page::lines, *};
    use crate::taxonomy::{Concept, Family};

    fn read_all(text: &str) -> (Option<&str>, Option<&str>, Option<&str>) {
        let concept = Concept { id: "munich".into(), label: "Munich".into(), ..Default::default() };
        let taxonomy = Taxonomy::new(vec![(Family::Place, concept)]);
        let found = read(&lines(text), |_| false, &taxonomy);
        (found.title, found.company, found.place)
    }

    #[test]
    fn columns_by_position_and_form() {
        for (text, want) in [
            ("Intern\nApple\nNowhere Special\n\nWe do", ("Intern", Some("Apple"), Some("Nowhere Special"))),
            (
                "Intern\n\nPosted on 11/21/2025\n\nApple\n\nApple\n\nNo salary listed\n\nMunich, Germany\n\nIn Person\n\nSummary",
                ("Intern", Some("Apple"), Some("Munich, Germany")),
            ),
            ("# Nurse\n\nThe Trust\n\nLuton, GB\n\nWe are", ("Nurse", Some("The Trust"), Some("Luton, GB"))),
            ("Teacher\n\ncompany_profile\nWe place", ("Teacher", None, None)),
            ("Nurse\nMunich\n\nAbout us", ("Nurse", None, Some("Munich"))),
            (
                "Intern\n\nMuseum of Science, Boston\n\nwww.mos.org\n\nProgram Description",
                ("Intern", Some("Museum of Science, Boston"), None),
            ),
        ] {
            assert_eq!(read_all(text), (Some(want.0), want.1, want.2), "{text}");
        }
    }

    #[test]
    fn text_is_no_column() {
        for text in [", 2020\nRole Number:", "We are looking for people who love their work.", "About us\n\nApple", "• Python\n• Java"]
        {
            assert_eq!(read_all(text).0, None, "{text}");
        }
    }
}
