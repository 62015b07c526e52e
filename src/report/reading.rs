//! How a posting was read, for people: `quals extract --explain FILE`.
//!
//! Every requirement with its section, what set its priority and what made each of its parts; then what was passed over, line by line where the
//! posting asks, counted where it does not.

use super::{
    Look,
    look::{BOLD, DIM},
    words::count,
    wrap::{hang, one_line},
};
use crate::{
    compose::NoteRule,
    extract::{Discard, Dropped, Origin, PartRead, Reading, RequirementRead},
    requirement::{Basis, Priority, Requirement},
    segment::{Form, Section},
};
use anstyle::Style;
use std::collections::BTreeMap;

/// Writes a reading.
#[must_use]
pub fn render(reading: &Reading, look: Look) -> String {
    let mut page = Page { look, out: String::new() };
    let extraction = &reading.extraction;
    page.add("", BOLD, &one_line(&extraction.source));
    match &extraction.unread {
        Some(unread) => page.add("  ", DIM, &format!("in {}, which quals does not read", unread.name)),
        None => page.add("  ", DIM, &count(extraction.requirements.len(), "requirement")),
    }
    for (requirement, read) in extraction.requirements.iter().zip(&reading.requirements) {
        page.requirement(requirement, read);
    }
    page.dropped(&reading.dropped);
    page.out
}

/// The text so far.
struct Page {
    look: Look,
    out: String,
}

impl Page {
    /// Adds wrapped lines, the text painted.
    fn add(&mut self, first: &str, style: Style, text: &str) {
        for line in hang(first, text, self.look.text_width()) {
            let (indent, text) = line.split_at_checked(first.len()).unwrap_or(("", &line));
            self.out.push_str(&format!("{indent}{}\n", self.look.paint(style, text)));
        }
    }

    fn requirement(&mut self, requirement: &Requirement, read: &RequirementRead) {
        let priority = match requirement.priority {
            Priority::Required => "required",
            Priority::Preferred => "preferred",
        };
        self.out.push_str(&format!("\n{} {priority}, line {}\n", self.look.paint(BOLD, &requirement.id), requirement.line));
        self.add("  ", Style::new(), &format!("“{}”", one_line(&requirement.quote)));
        self.add("  section   ", Style::new(), &section(requirement.section.as_deref(), read.section, read.form));
        self.add("  priority  ", Style::new(), &basis(requirement.basis, &read.cues));
        for part in &read.parts {
            let first = format!("  {:<10}", part.kind.replace('_', " "));
            self.add(&format!("{first}{}", if first.len() > 12 { "  " } else { "" }), Style::new(), &words_of_part(part));
        }
    }

    fn dropped(&mut self, dropped: &[Dropped]) {
        let (shown, counted): (Vec<&Dropped>, Vec<&Dropped>) = dropped.iter().partition(|one| one.asks || tells_of_a_candidate(one.why));
        if !shown.is_empty() {
            self.out.push('\n');
            self.add("", BOLD, "Not read as requirements");
        }
        for one in shown {
            let heading = one.heading.as_deref().map(|heading| format!(", under “{}”", one_line(heading))).unwrap_or_default();
            self.add("  ", DIM, &format!("line {}{heading}: {}", one.line, reason(one.why)));
            self.add("    ", Style::new(), &format!("“{}”", one_line(&one.quote)));
        }
        let mut counts: BTreeMap<Discard, usize> = BTreeMap::new();
        counted.iter().for_each(|one| *counts.entry(one.why).or_default() += 1);
        if !counts.is_empty() {
            self.out.push('\n');
            self.add("", BOLD, "Passed over outside the sections that ask");
        }
        for (why, times) in counts {
            self.add("  ", DIM, &format!("{}: {}", count(times, "sentence"), reason(why)));
        }
    }
}

/// Whether a sentence outside the sections that ask was looked at closely.
fn tells_of_a_candidate(why: Discard) -> bool {
    matches!(why, Discard::NotOfCandidate | Discard::NoKind | Discard::TooLong)
}

/// `“Requirements”, a section of what is required; an item of a list`.
fn section(heading: Option<&str>, section: Section, form: Form) -> String {
    let about = match section {
        Section::Required => "what is required",
        Section::Preferred => "what is preferred",
        Section::Mixed => "what is required or preferred",
        Section::Conditions => "conditions of the work",
        Section::Duties => "what the job is",
        Section::Summary => "the job in general",
        Section::Company => "who hires",
        Section::Benefits => "what is offered",
        Section::Pay => "pay",
        Section::EqualOpportunity => "equal opportunity",
        Section::Application => "how to apply",
        Section::Header => "single facts",
        Section::Other => "anything else",
    };
    let form = match form {
        Form::Item => "an item or a line of its own",
        Form::Sentence => "a sentence of running text",
    };
    match heading {
        Some(heading) => format!("“{}”, read as {about}; {form}", one_line(heading)),
        None => format!("no heading above, read as {about}; {form}"),
    }
}

fn basis(basis: Basis, cues: &[String]) -> String {
    match (basis, cues) {
        (Basis::Section, _) => "by its section".to_owned(),
        (Basis::Wording, []) => "a statement outside the sections that ask is required".to_owned(),
        (Basis::Wording, cues) => {
            let cues: Vec<String> = cues.iter().map(|cue| format!("“{}”", one_line(cue))).collect();
            format!("by its wording: {}", cues.join(", "))
        }
    }
}

/// `“SQL” (sql), behind “knowledge of”`.
fn words_of_part(part: &PartRead) -> String {
    let concept = part.concept.as_deref().map(|id| format!(" ({id} in the vocabulary)")).unwrap_or_default();
    let head = |head: &Option<String>| head.as_deref().map_or("a list's head".to_owned(), |head| format!("“{}”", one_line(head)));
    let origin = match &part.origin {
        Origin::Reader { rule } => format!("read by the rule `{rule}`"),
        Origin::Phrase { rule: NoteRule::Head, head: words } => format!("a phrase behind {}", head(words)),
        Origin::Phrase { rule: NoteRule::Grade, head: words } => format!("a phrase graded by {}, in a section that asks", head(words)),
        Origin::Phrase { rule: NoteRule::BareName, .. } => "a short item among names, in a section that asks".to_owned(),
        Origin::Phrase { rule: NoteRule::KnownName, .. } => "a name of the vocabulary, in a section that asks".to_owned(),
        Origin::Phrase { rule: NoteRule::Trait, .. } => "a trait of the vocabulary".to_owned(),
        Origin::Phrase { rule: NoteRule::TraitEnding, .. } => "a phrase that ends as traits do".to_owned(),
        Origin::Phrase { rule: NoteRule::TraitHead, .. } => "a phrase that begins as traits do".to_owned(),
        Origin::Shared => "a phrase that shares a noun with its neighbor".to_owned(),
        Origin::Rest => "no kind can say it, and the section asks".to_owned(),
    };
    format!("“{}”{concept}: {origin}", one_line(&part.text))
}

fn reason(why: Discard) -> &'static str {
    match why {
        Discard::Duty => "a duty; it begins with the verb of a task",
        Discard::AboutJob => "it begins as what is said of the job, the employer or how to apply does",
        Discard::AboutEmployer => "about the employer",
        Discard::NotOfCandidate => "not about the candidate",
        Discard::Notice => "a notice, which asks nothing",
        Discard::Question => "a question",
        Discard::TooLong => "longer than any sentence that is read",
        Discard::NoKind => "no kind found in it",
        Discard::SilentSection => "among benefits, pay or how to apply, where only rights to work are read",
        Discard::EqualOpportunity => "in a section on equal opportunity",
        Discard::Header => "among single facts",
        Discard::NoTellingWord => "no word that tells of a candidate",
        Discard::Language => "not in English",
    }
}
