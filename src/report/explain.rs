//! One posting for one profile, as a person wants to read it before applying.
//!
//! First who hires for what, the standing and the fit in words, and what decides; then every requirement in reading order: its quote and line, the
//! verdict, the fact of the profile that decided it with its line in the file, the way through the vocabulary, and what would decide what is unknown.

use super::{
    Explanation, Look,
    look::{self, BOLD, DIM},
    view::{Reason, ReasonSort},
    words,
    wrap::{hang, one_line},
};
use crate::{
    evaluate::RequirementVerdict,
    kind::Judged,
    logic::{Evidence, Expr, Label, Truth},
    posting::Posting,
    rank::{Counts, RankRow, Standing},
    requirement::Priority,
};
use anstyle::Style;

/// Writes an explanation.
#[must_use]
pub fn render(explanation: &Explanation<'_>, look: Look) -> String {
    let mut page = Page { look, out: String::new() };
    page.head(explanation);
    page.summary(explanation);
    for verdict in &explanation.result.verdicts {
        page.requirement(explanation, verdict);
    }
    page.out
}

/// The text so far.
struct Page {
    look: Look,
    out: String,
}

impl Page {
    /// Adds wrapped lines, the first behind `first`; only what stands in `first` is painted.
    fn add(&mut self, first: &str, style: Style, text: &str) {
        for (at, line) in hang(first, text, self.look.text_width()).iter().enumerate() {
            match line.strip_prefix(first).filter(|_| at == 0) {
                Some(rest) => self.out.push_str(&format!("{}{rest}\n", self.look.paint(style, first))),
                None => self.out.push_str(&format!("{line}\n")),
            }
        }
    }

    /// Adds wrapped lines, all painted.
    fn add_painted(&mut self, indent: &str, style: Style, text: &str) {
        for line in hang(indent, text, self.look.text_width()) {
            let painted = self.look.paint(style, line.trim_start());
            self.out.push_str(&format!("{indent}{painted}\n"));
        }
    }

    fn blank(&mut self) {
        self.out.push('\n');
    }

    fn head(&mut self, explanation: &Explanation<'_>) {
        let posting = &explanation.extraction.posting;
        let source = one_line(&explanation.extraction.source);
        self.add_painted("", BOLD, &posting.title.as_deref().map_or_else(|| source.clone(), one_line));
        let lines = [employer(posting), terms(posting), dates(posting, explanation)];
        for line in lines.iter().filter(|line| !line.is_empty()) {
            self.add("", DIM, line);
        }
        let name = explanation.profile.name.as_deref().map(|name| format!("{}, ", one_line(name))).unwrap_or_default();
        let file = one_line(&explanation.profile.source);
        self.blank();
        self.add("posting  ", DIM, &source);
        self.add("profile  ", DIM, &format!("{name}{file}, as of {}", explanation.as_of));
        self.blank();
    }

    fn summary(&mut self, explanation: &Explanation<'_>) {
        let result = explanation.result;
        let style = look::of_standing(result.standing).map_or(BOLD, |color| color.on_default().bold());
        let standing = result.standing.name().to_uppercase();
        let language = result.unread.as_ref().map(|it| format!("the posting is in {}, which quals does not read", it.name));
        self.add(&format!("{standing}  "), style, language.as_deref().unwrap_or(meaning(result.standing)));
        if result.asked == 0 {
            return;
        }
        self.add("", DIM, &fit(result));
        for (name, counts) in [("required   ", result.required), ("preferred  ", result.preferred)] {
            self.add(name, DIM, &tally(counts));
        }
        for (sort, style) in [
            (ReasonSort::Blocks, look::of_label(Label::Unmet)),
            (ReasonSort::Lacks, look::of_label(Label::Partial)),
            (ReasonSort::Unknown, look::of_label(Label::Unknown)),
        ] {
            self.reasons(result, sort, style);
        }
        self.blank();
    }

    /// One line for the required things of one sort: what blocks, what lacks, what is unknown.
    fn reasons(&mut self, result: &RankRow, sort: ReasonSort, style: Style) {
        let required = result.verdicts.iter().filter(|v| v.priority == Priority::Required);
        let open = required.filter(|v| !matches!(v.verdict, Label::Met | Label::Assumed));
        let reasons: Vec<Reason> = open.map(Reason::of).filter(|reason| reason.sort == sort).collect();
        if !reasons.is_empty() {
            let mut texts: Vec<String> = Vec::new();
            for text in reasons.iter().map(|reason| one_line(&reason.text)) {
                if !texts.contains(&text) {
                    texts.push(text);
                }
            }
            self.add(&format!("{:<11}", sort.word()), style, &texts.join("; "));
        }
    }

    fn requirement(&mut self, explanation: &Explanation<'_>, verdict: &RequirementVerdict) {
        let style = look::of_label(verdict.verdict);
        let blocks = verdict.priority == Priority::Required && verdict.blocked_by_gate();
        let priority = match verdict.priority {
            Priority::Required => "required",
            Priority::Preferred => "preferred",
        };
        let word = if blocks { "BLOCKS" } else { words::verdict(verdict.verdict) };
        self.add(&format!("{} {word}  ", words::sign(verdict.verdict)), style, &format!("{priority}, line {}", verdict.line));
        self.add("  ", DIM, &format!("“{}”", one_line(&verdict.quote)));
        self.tree(explanation, verdict, &verdict.tree, 4);
        self.blank();
    }

    /// The parts of a requirement, indented by how they combine.
    fn tree(&mut self, explanation: &Explanation<'_>, verdict: &RequirementVerdict, tree: &Expr<usize>, indent: usize) {
        let (head, parts) = match tree {
            Expr::Atom(at) => {
                if let Some(atom) = verdict.atoms.get(*at) {
                    self.atom(explanation, atom, indent);
                }
                return;
            }
            Expr::All { all } => (None, all),
            Expr::Any { any, open, class } => (Some(any_of(*open, class.as_deref())), any),
            Expr::AtLeast { at_least, of } => (Some(format!("at least {at_least} of")), of),
        };
        let nested = indent > 4 && head.is_none();
        let head = if nested { Some("all of".to_owned()) } else { head };
        if let Some(head) = &head {
            let label = verdict.label_of(tree);
            let sign = format!("{}{} ", " ".repeat(indent), words::sign(label));
            self.add(&sign, look::of_label(label), &format!("{head}:"));
        }
        let deeper = if head.is_some() { indent + 2 } else { indent };
        let enough = !matches!(tree, Expr::All { .. }) && is_met(tree, verdict);
        for part in parts.iter().filter(|part| !enough || is_met(part, verdict)) {
            self.tree(explanation, verdict, part, deeper);
        }
        let rest: Vec<String> = parts.iter().filter(|part| enough && !is_met(part, verdict)).map(|part| texts(part, verdict)).collect();
        if !rest.is_empty() {
            self.add_painted(&" ".repeat(deeper), DIM, &format!("not needed for it: {}", rest.join(", ")));
        }
    }

    /// One part: its sign and words, then what shows it or is missing.
    fn atom(&mut self, explanation: &Explanation<'_>, atom: &Judged, indent: usize) {
        let first = format!("{}{} ", " ".repeat(indent), words::sign(atom.verdict));
        let text = one_line(atom.text());
        let kind = atom.kind.name.replace('_', " ");
        self.add(&first, look::of_label(atom.verdict), &if kind == "other" { text } else { format!("{text} ({kind}{})", part(atom)) });
        let below = " ".repeat(indent + 4);
        for evidence in atom.evidence() {
            self.evidence(explanation, evidence, &below);
        }
        if !atom.missing().is_empty() {
            self.add(&below, DIM, &format!("to decide it, state {} in the profile", atom.missing().join(", or ")));
        }
    }

    fn evidence(&mut self, explanation: &Explanation<'_>, evidence: &Evidence, indent: &str) {
        let line = explanation.profile.line_of(&evidence.profile).map(|line| format!(", line {line}")).unwrap_or_default();
        let place = if evidence.profile.is_empty() { String::new() } else { format!(" [{}{line}]", evidence.profile) };
        self.add(indent, DIM, one_line(&format!("{}{place}", evidence.text)).trim());
        if !evidence.via.is_empty() {
            self.add(indent, DIM, &format!("via {}", one_line(&evidence.via.join(" → "))));
        }
        if let Some(note) = &evidence.note {
            self.add(indent, DIM, &format!("note: {}", one_line(note)));
        }
    }
}

/// Whether a part of a requirement is met, by the verdicts on what it is made of.
fn is_met(tree: &Expr<usize>, verdict: &RequirementVerdict) -> bool {
    let bounds = tree.coverage(&|at: &usize| verdict.atoms.get(*at).and_then(|atom| atom.coverage));
    bounds.is_some_and(|bounds| bounds.truth() == Truth::Met)
}

/// The words of the posting for a part of a requirement.
fn texts(tree: &Expr<usize>, verdict: &RequirementVerdict) -> String {
    let texts: Vec<String> = tree.atoms().filter_map(|at| verdict.atoms.get(*at)).map(|atom| one_line(atom.text())).collect();
    texts.join(" with ")
}

/// `Acme AG · Zurich, Switzerland; Munich, Germany · hybrid`.
fn employer(posting: &Posting) -> String {
    let places: Vec<String> = posting.locations.iter().map(|place| one_line(place)).collect();
    let workplace = posting.workplace.map(|it| words::workplace(it).to_owned());
    join([posting.company.as_deref().map(one_line), Some(places.join("; ")), workplace])
}

/// `internship · summer 2027 · 40 hours a week · CHF 3,500 a month`.
fn terms(posting: &Posting) -> String {
    let employment = posting.employment.map(|it| words::employment(it).to_owned());
    let hours = posting.weekly_hours.map(|hours| format!("{} hours a week", words::number(hours)));
    let terms = one_line(&posting.terms.join(", "));
    join([employment, Some(terms), hours, posting.salary.as_ref().map(words::salary)])
}

/// `apply by 2027-01-15 · posted 2026-11-02 · reference 1234`.
fn dates(posting: &Posting, explanation: &Explanation<'_>) -> String {
    let deadline = posting.deadline.map(|date| {
        let closed = date.last_day() < explanation.as_of;
        if closed { format!("closed on {date}") } else { format!("apply by {date}") }
    });
    let posted = posting.posted.map(|date| format!("posted {date}"));
    let reference = posting.reference.as_deref().map(|it| format!("reference {}", one_line(it)));
    join([deadline, posted, reference])
}

fn join<const N: usize>(facts: [Option<String>; N]) -> String {
    facts.into_iter().flatten().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// What a standing says, in words.
fn meaning(standing: Standing) -> &'static str {
    match standing {
        Standing::Eligible => "every required requirement is met",
        Standing::Unclear => "nothing required is unmet, but the profile does not decide all of it",
        Standing::Stretch => "nothing that decides by itself is unmet, but something else required is",
        Standing::Ineligible => "something that decides by itself is not met",
        Standing::Unread => "no requirement was found in the posting, so nothing was checked; read it yourself",
    }
}

/// The fit with its bounds, in words.
fn fit(result: &RankRow) -> String {
    let (Some(fit), Some(low), Some(high)) = (result.fit, result.fit_low, result.fit_high) else { return String::new() };
    let decided = format!("{} of {} decided", result.checked, words::count(result.asked, "requirement"));
    if low == high {
        return format!("Fit {fit:.0} of 100, with {decided}.");
    }
    format!("Fit {fit:.0} of 100, with {decided}; it would be {low:.0} were all that is unknown unmet, and {high:.0} were it met.")
}

/// `4 met, 1 not met, 1 unknown`.
fn tally(counts: Counts) -> String {
    let all = [
        (counts.met, "met"),
        (counts.partial, "partly met"),
        (counts.unmet, "not met"),
        (counts.unknown, "unknown"),
        (counts.assumed, "assumed"),
    ];
    let said: Vec<String> = all.iter().filter(|(times, _)| *times > 0).map(|(times, word)| format!("{times} {word}")).collect();
    if said.is_empty() { "nothing asked".to_owned() } else { said.join(", ") }
}

/// How much of a partly met thing is there.
fn part(atom: &Judged) -> String {
    let covered = atom.coverage.filter(|_| atom.verdict == Label::Partial);
    covered.map(|bounds| format!(", {:.0} % of it", bounds.lo() * 100.0)).unwrap_or_default()
}

fn any_of(open: bool, class: Option<&str>) -> String {
    match (open, class) {
        (false, _) => "one of".to_owned(),
        (true, None) => "one of these, or one like them".to_owned(),
        (true, Some(class)) => format!("one of these, or another of “{}”", one_line(class)),
    }
}
