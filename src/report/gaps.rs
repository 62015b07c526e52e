//! Gaps and questions, as a person wants to read them: what is worth learning, and what is worth saying.

use super::{
    Look, Tally,
    look::{BOLD, DIM},
    table::{footer, paragraph},
    words::count,
    wrap::{cut, hang, one_line},
};
use crate::rank::{Answers, Gap, Near, PostingName, Question};
use comfy_table::{Attribute, Cell, CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, Table, presets};
use jiff::civil::Date;
use serde::Serialize;

/// The name of the document that `quals gaps --format json` writes.
pub const GAPS_SCHEMA: &str = "quals.gaps/1";

/// The name of the document that `quals ask --format json` writes.
pub const QUESTIONS_SCHEMA: &str = "quals.questions/1";

/// How many postings are named beside a question or a gap.
const NAMED: usize = 3;

/// What a run is about.
#[derive(Debug, Clone, Serialize)]
pub struct About {
    /// The name of the form.
    pub schema: &'static str,
    /// The profile's file.
    pub profile: String,
    /// The candidate's name.
    pub name: Option<String>,
    /// The reference date.
    pub as_of: String,
    /// How many postings were read.
    pub read: usize,
    /// How many files, folders and rows could not be.
    pub failed: usize,
}

impl About {
    /// A run for one profile.
    #[must_use]
    pub fn new(schema: &'static str, profile: &crate::profile::Profile, as_of: Date, tally: &Tally) -> Self {
        let (profile, name) = (profile.source.clone(), profile.name.clone());
        Self { schema, profile, name, as_of: as_of.to_string(), read: tally.read, failed: tally.failed }
    }

    fn head(&self) -> String {
        let name = self.name.as_deref().map(|name| format!("{} · ", one_line(name))).unwrap_or_default();
        format!("{name}{} · as of {}", one_line(&self.profile), self.as_of)
    }
}

/// `quals.gaps/1`.
#[derive(Debug, Clone, Serialize)]
pub struct Gaps {
    /// What the run is about.
    #[serde(flatten)]
    pub about: About,
    /// The gaps, those that open most first; with `--top` the first of them.
    pub gaps: Vec<Gap>,
    /// How many gaps there are.
    pub total: usize,
    /// The postings that one requirement keeps from being eligible, the best fit first.
    pub near: Vec<Near>,
}

/// `quals.questions/1`.
#[derive(Debug, Clone, Serialize)]
pub struct Questions {
    /// What the run is about.
    #[serde(flatten)]
    pub about: About,
    /// The questions, the most decisive first; with `--top` the first of them.
    pub questions: Vec<Question>,
    /// How many questions there are.
    pub total: usize,
}

fn table(look: Look, headings: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING.header_separator(LineStyle::none().fill('─').junction('─')));
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(look.table_width()).unwrap_or(u16::MAX));
    if look.styled {
        table.enforce_styling();
    } else {
        table.force_no_tty();
    }
    table.set_header(headings.iter().map(|name| Cell::new(name).add_attribute(Attribute::Bold)));
    table
}

/// Numbers to the right and as narrow as they are, the last column without padding.
fn lay_out(table: &mut Table, numbers: usize) {
    let last = table.column_count().saturating_sub(1);
    for (at, column) in table.column_iter_mut().enumerate() {
        column.set_padding((0, if at == last { 0 } else { 2 }));
        if at < numbers {
            column.set_constraint(ColumnConstraint::ContentWidth).set_cell_alignment(CellAlignment::Right);
        }
    }
}

fn lines(table: &Table) -> String {
    table.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

/// Writes gaps, and where asked the postings that are near.
#[must_use]
pub fn render(found: &Gaps, show_near: bool, tally: &Tally, look: Look) -> String {
    let mut out = paragraph(&found.about.head(), BOLD, look) + "\n";
    if show_near {
        out.push_str(&near(found, look));
    } else if found.gaps.is_empty() {
        out.push_str("nothing that the postings ask is unmet\n");
    } else {
        let mut table = table(look, &["Asked", "Eligible", "Opened", "Fit", "What is lacking", "Kind"]);
        for gap in &found.gaps {
            let opened = gap.leave_stretch + gap.leave_ineligible;
            let numbers = [gap.postings.to_string(), plus(gap.eligible), plus(opened), format!("+{:.1}", gap.fit_gain)];
            table.add_row(numbers.into_iter().chain([cut(&one_line(&gap.name), 60), gap.kind.replace('_', " ")]).map(Cell::new));
        }
        lay_out(&mut table, 4);
        out.push_str(&lines(&table));
        out.push('\n');
        let hidden = found.total - found.gaps.len();
        let more = if hidden > 0 { format!(" ({hidden} not shown)") } else { String::new() };
        out.push_str(&paragraph(&format!("{}{more}", count(found.total, "gap")), BOLD, look));
        let meaning = "Asked: postings that ask it, or what it shows. Were it met alone, Eligible: postings that would turn eligible; \
                       Opened: postings that would leave stretch or ineligible; Fit: points of fit gained, over all postings.";
        out.push_str(&paragraph(meaning, DIM, look));
        let one = count(found.near.len(), "posting");
        out.push_str(&paragraph(&format!("{one} one requirement away from eligible; --near lists them"), DIM, look));
    }
    out + "\n" + &footer(tally, look)
}

fn plus(number: usize) -> String {
    if number == 0 { "–".to_owned() } else { format!("+{number}") }
}

/// The postings that one requirement keeps from being eligible.
fn near(found: &Gaps, look: Look) -> String {
    if found.near.is_empty() {
        return "no posting is one requirement away from eligible\n".to_owned();
    }
    let mut table = table(look, &["Fit", "Posting", "What is lacking"]);
    for it in &found.near {
        let fit = |fit: Option<f64>| fit.map_or_else(|| "–".to_owned(), |fit| format!("{fit:.0}"));
        let posting = format!("{}\n{}", name(&it.posting), one_line(&it.posting.source));
        let lacks = format!("{}\nline {}: “{}”", one_line(&it.lacks.join(", ")), it.line, cut(&one_line(&it.quote), 120));
        table.add_row([format!("{} → {}", fit(it.fit), fit(it.fit_if_met)), posting, lacks].map(Cell::new));
    }
    lay_out(&mut table, 1);
    let total = format!("{} one requirement away from eligible", count(found.near.len(), "posting"));
    format!("{}\n{}", lines(&table), paragraph(&total, BOLD, look))
}

/// `Nurse · St Mary`; the file where there is no title.
fn name(posting: &PostingName) -> String {
    let title = posting.title.as_deref().map(one_line).filter(|title| !title.is_empty());
    let title = title.unwrap_or_else(|| one_line(&posting.source));
    [Some(cut(&title, 60)), posting.company.as_deref().map(|it| cut(&one_line(it), 40))]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Writes questions.
#[must_use]
pub fn render_questions(found: &Questions, tally: &Tally, look: Look) -> String {
    let mut out = paragraph(&found.about.head(), BOLD, look) + "\n";
    for question in &found.questions {
        out.push_str(&question_text(question, look));
        out.push('\n');
    }
    let hidden = found.total - found.questions.len();
    let more = if hidden > 0 { format!(" ({hidden} not shown)") } else { String::new() };
    let total = if found.total == 0 { "no question is open".to_owned() } else { format!("{}{more}", count(found.total, "question")) };
    out.push_str(&paragraph(&total, BOLD, look));
    if let Some(first) = found.questions.first() {
        let example = format!("answer with --answer, as in --answer \"{}={}\"", first.id, example(&first.answers));
        out.push_str(&paragraph(&one_line(&example), DIM, look));
    }
    out + "\n" + &footer(tally, look)
}

/// A question, what it decides and for which postings.
fn question_text(question: &Question, look: Look) -> String {
    let width = look.text_width();
    let mut out = String::new();
    for line in hang("", &one_line(&question.text), width) {
        out.push_str(&format!("{}\n", look.paint(BOLD, line)));
    }
    let names: Vec<String> = question.postings.iter().take(NAMED).map(name).collect();
    let more = question.postings.len().saturating_sub(NAMED);
    let which = if names.is_empty() {
        String::new()
    } else {
        format!(": {}{}", names.join("; "), if more > 0 { format!("; and {more} more") } else { String::new() })
    };
    for text in [weight(question) + &which, format!("{}={}", one_line(&question.id), form(&question.answers))] {
        for line in hang("  ", &text, width) {
            out.push_str(&format!("{}\n", look.paint(DIM, line)));
        }
    }
    out
}

/// `decides 3 of the 5 postings that ask it, may decide 1, and could make 2 eligible`.
#[must_use]
pub fn weight(question: &Question) -> String {
    let asked = count(question.asked, "posting");
    let mut parts = Vec::new();
    if question.decides > 0 {
        parts.push(format!("decides {} of the {asked} that ask it", question.decides));
    } else {
        parts.push(format!("asked by {asked}"));
    }
    if question.may_decide > 0 {
        parts.push(format!("may decide {}{}", question.may_decide, if question.decides > 0 { " more" } else { "" }));
    }
    if question.eligible > 0 {
        parts.push(format!("could make {} eligible", question.eligible));
    }
    parts.join(", ")
}

/// The form of an answer: `yes|no`.
#[must_use]
pub fn form(answers: &Answers) -> String {
    match answers {
        Answers::YesNo => "yes|no".to_owned(),
        Answers::OneOf(names) => names.join("|"),
        Answers::Number => "NUMBER".to_owned(),
        Answers::Date => "YYYY-MM-DD".to_owned(),
        Answers::Text => "WORDS".to_owned(),
        Answers::Entry(form) => (*form).to_owned(),
    }
}

fn example(answers: &Answers) -> String {
    match answers {
        Answers::YesNo => "yes".to_owned(),
        Answers::OneOf(names) => names.first().copied().unwrap_or("yes").to_owned(),
        Answers::Number => "6".to_owned(),
        Answers::Date => "2027-05".to_owned(),
        Answers::Text => "…".to_owned(),
        Answers::Entry(form) => (*form).to_owned(),
    }
}
