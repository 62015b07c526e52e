//! The first lines of a posting, which often are columns: title, company, place, then short facts, then text.
//!
//! `Machine Learning Intern / Posted on 11/21/2025 / Apple / No salary listed / Munich, Germany / In Person`: a line counts by
//! its form where it has one, and by its position where it has none.

use super::{page::Line, piece, place};
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

/// Headings of sections, which are no column.
static HEADS_SECTION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:about\b|overview|(?:job |position |role |program |company |executive |general )?(?:summary|description|overview|profile|purpose|details|function|objective)s?\b|(?:key |primary |essential |main |core |job |your |additional )*(?:responsibilit|requirement|qualification|duties|functions|skills|benefits|accountabilities|(?:job )?information)|the\s(?:role|position|team|company|job|opportunity)\b|level$|work term|introduction|background|company$|classification|education\b|experience\b|(?:minimum|preferred|basic)\s|hiring_paths|company_profile|(?:brief|summary|primary|job|position|posting)\s(?:description|statement|purpose|goal|posting title|title|type)|(?:category|department|location|human resources|cell|job)$)\w*",
    )
});

/// First words of a text, as no name begins.
static BEGINS_TEXT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:what|who|why|how|we|we'\w+|our|you|your|note|please|apply|join|this|here\s(?:at|is)|are\syou|do\syou|at|as\san?|in\sthis|if|when|hours|schedule|shift|is|to)\b",
    )
});

/// Words of a sentence or of a page's furniture, as no title has.
static NO_TITLE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\b(?:is|are|was|were|will|may|has|have|click|vacancy|req\sid|\d{1,2}(?::\d\d)?\s?[ap]m|\d{1,2}a)\b|^\w*\d{3,}\w*$|^\w{1,3}$")
});

/// `Posted on …`, `3 days ago`, `Full-time`, `In Person`, `No salary listed`: facts with a form, and buttons of a page.
static SHORT_FACT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:posted\b|reposted\b|(?:refreshed|updated|published|deadline|closing)\b|\d+\+?\s(?:hours?|days?|weeks?|months?)\sago|no\ssalary|(?:full|part)[\s-]time$|internship$|intern$|contract$|temporary$|permanent$|in[\s-]person$|on-?\s?site$|hybrid$|remote$|apply(?:\snow)?$|save$|share$|over\s\d|\d+\sapplicants|easy\sapply|https?:|www\.|(?:\$|£|€)|entry\slevel$|\d[\d.,]*$)|\w@\w|^[\w.-]+\.(?:com|org|net)\b",
    )
});

/// Reads the columns at the head of a page.
pub(super) fn read<'t>(lines: &[Line<'t>], labeled: impl Fn(usize) -> bool, taxonomy: &Taxonomy) -> Columns<'t> {
    let columns = invitation(lines).or_else(|| table(lines, &labeled, taxonomy)).unwrap_or_else(|| one_by_one(lines, labeled, taxonomy));
    columns.with_pieces(taxonomy)
}

/// The last line of a list of facts below the title, which a place among its items tells from a list in the text.
fn bullets(lines: &[Line], taxonomy: &Taxonomy) -> usize {
    let list = || lines.iter().take(7).skip(1).take_while(|line| line.bullet && line.text.len() <= 60);
    let tells = |line: &Line| place::is_place(line.text, taxonomy) || place::in_region(line.text, taxonomy);
    if list().any(tells) { list().count() } else { 0 }
}

/// Whether a line tells when the page was written.
fn dates(line: &str) -> bool {
    let first = line.split(' ').next().unwrap_or_default();
    ["refreshed", "updated", "posted", "reposted", "published"].iter().any(|word| word.eq_ignore_ascii_case(first))
}

/// `City of X / invites applications for the position of: / Building Inspector`.
fn invitation<'t>(lines: &[Line<'t>]) -> Option<Columns<'t>> {
    let invites = |line: &Line| {
        let end = line.text.trim_end_matches(':').to_ascii_lowercase();
        line.text.len() <= 80 && end.starts_with("invites") && (end.ends_with("position of") || end.ends_with("following position"))
    };
    let number = lines.iter().take(3).position(invites)?;
    let company = lines.get(number.checked_sub(1)?).map(|line| line.text);
    let title = lines.get(number + 1).map(|line| line.text);
    Some(Columns { title, company, place: None, count: number + 2 })
}

/// Reads line after line, as long as they are columns.
fn one_by_one<'t>(lines: &[Line<'t>], labeled: impl Fn(usize) -> bool, taxonomy: &Taxonomy) -> Columns<'t> {
    let mut columns = Columns::default();
    let bullets = bullets(lines, taxonomy);
    let low = lines.iter().take(4).skip(1).any(|line| place::is_place(line.text, taxonomy));
    for (number, line) in lines.iter().enumerate().take(12) {
        if !labeled(number) {
            let text = line.is_long() || is_sentence(line.text);
            let text = text && !(number > 0 && piece::are_many(line.text));
            if line.bullet && (number == 0 || number > bullets) || text || (number > 0 && heads_text(line)) {
                break;
            }
            let low = low && number == 0 && line.text.split_whitespace().count() <= 10;
            columns.take(line, number, low, taxonomy);
        }
        columns.count = number + 1;
    }
    columns
}

/// Two or three lines that stand by themselves: title, company, place; their position is enough.
fn table<'t>(lines: &[Line<'t>], labeled: impl Fn(usize) -> bool, taxonomy: &Taxonomy) -> Option<Columns<'t>> {
    let count = lines.iter().skip(1).take_while(|line| !line.after_blank).count() + 1;
    let rows = lines.get(..count)?;
    let plain = |(number, line): (usize, &Line)| {
        let text = labeled(number) || line.bullet || line.text.len() > 200 || (number > 0 && is_sentence(line.text));
        !text
    };
    if !(2..=3).contains(&count) || !rows.iter().enumerate().all(plain) || !(rows.first()?.heading || may_begin(rows.first()?.text)) {
        return None;
    }
    let text = |number: usize| lines.get(number).filter(|_| number < count).map(|line| line.text);
    let second = text(1).filter(|second| count == 3 || !HEADS_SECTION.is_match(second));
    let again = |second: &str| dates(second) || text(0).is_some_and(|title| second.starts_with(title));
    if second.is_some_and(again) {
        return None;
    }
    let second_is_place = count == 2 && second.is_some_and(|second| place::is_place(second, taxonomy));
    let (company, place) = if second_is_place { (None, second) } else { (second, text(2)) };
    Some(Columns { title: text(0), company, place: place.filter(|place| !SHORT_FACT.is_match(place)), count })
}

impl<'t> Columns<'t> {
    /// Takes one line for what it is.
    ///
    /// `low`: a first line may be a title in small letters, since a place stands below.
    fn take(&mut self, line: &Line<'t>, number: usize, low: bool, taxonomy: &Taxonomy) {
        let text = line.text.split(" with frequent ").next().unwrap_or(line.text);
        let again = self.title.is_some_and(|title| text.starts_with(title));
        let known = again || [self.title, self.company, self.place].contains(&Some(text));
        if known || (number > 0 && SHORT_FACT.is_match(text)) {
            return;
        }
        if self.title.is_none() {
            self.title = (number == 0 && (is_title(line) || low)).then_some(text);
            return;
        }
        if piece::are_facts(text) {
            return;
        }
        let place = place::is_place(text, taxonomy);
        if self.company.is_none() && self.place.is_none() && !place && number <= 4 && !text.ends_with(':') {
            self.company = Some(text);
        } else if self.place.is_none() && (place || number <= 8 && place::looks_like_place(text)) {
            self.place = Some(text);
        }
    }
}

impl<'t> Columns<'t> {
    /// Parts what stands side by side in one line: the company's line often names the place too.
    fn with_pieces(mut self, taxonomy: &Taxonomy) -> Self {
        self.place = self.place.filter(|place| place.starts_with(|c: char| c.is_ascii_digit()) || !piece::are_facts(place));
        if let Some(pieces) = self.company.and_then(|company| piece::read(company, taxonomy)) {
            self.company = pieces.name;
            self.place = pieces.place.or(self.place);
        }
        if let Some((title, place)) = self.title.and_then(|title| before_pay(title, taxonomy)) {
            self.title = Some(title);
            self.place = self.place.or(Some(place));
        }
        self
    }
}

/// A title's line that goes on to pay, as advertisements of agencies do: `Driver - Daventry - £13.75 per hour - Temp`.
fn before_pay<'t>(line: &'t str, taxonomy: &Taxonomy) -> Option<(&'t str, &'t str)> {
    let pieces = piece::of(line);
    pieces.iter().skip(1).find(|piece| piece.starts_with(['$', '£', '€']))?;
    let known = pieces.iter().skip(1).copied().find(|piece| place::is_place(piece, taxonomy));
    let second = pieces.get(1).copied().filter(|second| !second.contains(' ') && !piece::is_fact(second));
    let place = known.or(second);
    let title = pieces.first().copied().filter(|title| !title.contains('('))?;
    place.map(|place| (title, place))
}

/// Whether a line heads a section or begins the text.
fn heads_text(line: &Line) -> bool {
    line.heading || HEADS_SECTION.is_match(line.text) || BEGINS_TEXT.is_match(line.text)
}

/// Whether a first line can be the first of some columns.
fn may_begin(text: &str) -> bool {
    let whole_heading = HEADS_SECTION.find(text).is_some_and(|found| found.end() == text.trim_end_matches(':').len());
    !whole_heading && !text.starts_with([',', ';', ')']) && text.split_whitespace().count() <= 22
}

/// Whether a first line can be a title where nothing but its form tells.
fn is_title(line: &Line) -> bool {
    let text = line.text;
    let begins = text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '(' | '"' | '.' | '['));
    let stops = text.ends_with(':') || (text.ends_with('.') && !text.ends_with(".."));
    let fits = may_begin(text) && text.len() <= 150 && !text.to_lowercase().starts_with("about ");
    fits && (line.heading || begins && !stops && !BEGINS_TEXT.is_match(text) && !NO_TITLE.is_match(text))
}

/// Whether a line reads as a sentence: seven words and more with a full stop at the end, or two sentences.
fn is_sentence(text: &str) -> bool {
    let count = text.split_whitespace().count();
    let company = ["Inc.", "LLC.", "Ltd.", "Corp.", "Co.", "L.P."].iter().any(|end| text.trim_end().ends_with(end));
    (count >= 7 && text.ends_with(['.', '!', '?', ',']) && !company) || (count >= 12 && text.contains(". ") && !company) || count > 24
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
            ("nurse in the ward\nRefreshed July 23, 2026\nMunich\n\nWe are", ("nurse in the ward", None, Some("Munich"))),
            ("# Nurse\n\n- The Trust\n- Munich\n- Part time, 24 hours\n\nWe are", ("Nurse", Some("The Trust"), Some("Munich"))),
            (
                "Nurse (all)\n===========\n\nThe Trust AG · Luton, GB · Part-time\n\nWe",
                ("Nurse (all)", Some("The Trust AG"), Some("Luton, GB")),
            ),
            ("CITY OF X\ninvites applications for the position of:\nINSPECTOR II\n\nSALARY", ("INSPECTOR II", Some("CITY OF X"), None)),
            ("TEACHER\nTEACHER - GRADES K-5\n\nDistrict 17\nLuton, GB\n\nWe", ("TEACHER", Some("District 17"), Some("Luton, GB"))),
            ("Driver - Munich - £13.75 p/h days\n\nWe seek", ("Driver", None, Some("Munich"))),
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
