//! Whether a sentence or list item states something about the candidate: "You will design …" does not, "You must have …" does.
//!
//! What stands in a section that asks does, unless its wording speaks of the job, the employer or the application; what stands
//! elsewhere does where it speaks of the candidate, or opens with words that only requirements open with.

use super::{
    Discard,
    wording::{Heard, Topic, is_telling},
};
use crate::{
    kind::{
        ConditionType, Kind, Mention, Predicate,
        heads::{HeadKind, Heads},
    },
    line::Line,
    segment::{Passage, Section},
    taxonomy::Family,
};
use std::borrow::Cow;

/// The longest sentence that is read, in bytes.
const LONGEST_SENTENCE: usize = 2_500;

/// A cheap look before a line is cut into words: outside the sections that ask, only lines with a telling word are read.
pub(super) fn not_worth_reading(passage: &Passage, piece: &str) -> Option<Discard> {
    match passage.section {
        Section::EqualOpportunity if !speaks_of_status(piece) => Some(Discard::EqualOpportunity),
        Section::Header => Some(Discard::Header),
        _ if piece.trim_end().ends_with('?') => Some(Discard::Question),
        _ if piece.len() >= LONGEST_SENTENCE => Some(Discard::TooLong),
        _ => (!passage.section.asks() && !is_telling(piece)).then_some(Discard::NoTellingWord),
    }
}

/// "Applicants must have valid work authorization": among statements of equal opportunity, only that is read.
fn speaks_of_status(piece: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| piece.contains(word));
    has(&["visa", "immigration"]) && piece.contains("sponsorship")
        || piece.contains("must") && has(&["authorization", "authorized to", "authorised to"])
}

/// Whether a line is a notice, which asks nothing wherever it stands.
pub(super) fn is_notice(line: &Line<'_>, heard: &Heard) -> bool {
    // "… the candidate's experience as it demonstrates knowledge of: safety rules; equal employment policies; …"
    let lists = || line.search("knowledge|ability|skills of|to|in :", 0..line.len()).is_some() && heard.has(line, Topic::Sought);
    heard.has(line, Topic::Notice) && !lists()
}

/// "No degree is required": what is not needed, and not said to be welcome either.
pub(super) fn is_needless(line: &Line<'_>, heard: &Heard) -> bool {
    let welcome = || heard.has(line, Topic::Welcome);
    (heard.has(line, Topic::Needless) || is_declined(line)) && !welcome()
}

/// "Travel: no", "Registration for continued employment: N/A": a label whose value is that there is none.
fn is_declined(line: &Line<'_>) -> bool {
    let end = line.len() - usize::from(line.is_one_of(line.len().saturating_sub(1), &["."]));
    let colon = (0..end).rev().take(4).find(|at| line.is_one_of(*at, &[":"]));
    let none = ["none|no|nil|na", "n / a", "not applicable|required"];
    colon.is_some_and(|at| none.iter().any(|wording| line.matches(wording, at + 1) == Some(end)))
}

/// "You will be digging into …": what somebody will do on the job.
fn is_of_days(line: &Line<'_>) -> bool {
    let Some(verb) = line.search("will be", 0..line.len().min(6)) else { return false };
    let word = line.word(verb.end);
    word.len() > 5
        && word.ends_with("ing")
        && (line.label_at(Family::Trait, verb.end).is_none() || word == "working") // "will be working with a team" tells with whom
        && Heads::shared().head_at(line, verb.end).is_none()
}

/// "401(k) matching, dental insurance, paid time off": a list of what is offered, wherever it stands.
pub(super) fn is_offer(line: &Line<'_>, heard: &Heard) -> bool {
    let terms = heard.likely(Topic::Offer).filter(|pattern| line.search(pattern, 0..line.len()).is_some());
    let enough = match line.len() {
        ..=SHORTEST_OFFER => 1,                  // "Life insurance"
        ..=SHORT if !opens_with_head(line) => 2, // "Health benefits + 401k plan"
        _ => OFFERED,
    };
    terms.take(enough).count() == enough
}

/// The longest line that one benefit fills, in words and signs.
const SHORTEST_OFFER: usize = 3;

/// How many benefits make a line an offer.
const OFFERED: usize = 3;

/// What the wording of a line says, before the kinds have read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wording {
    /// The line says whom one looks for.
    sought: bool,
    /// The line speaks of the candidate.
    about_candidate: bool,
    /// It says that something is required or welcome.
    said: bool,
    /// It begins as only requirements do.
    opens_with_head: bool,
}

/// Whether a line may state something about the candidate. [`not_a_statement`] decides; this spares what it would put aside anyhow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outlook {
    /// It may, whatever the kinds find in it.
    Open,
    /// Only where a kind finds something that tells.
    IfTold(Discard),
    /// It does not.
    Nothing(Discard),
}

impl Wording {
    pub(super) fn of(line: &Line<'_>, heard: &Heard, said: bool) -> Self {
        let given = heard.has(line, Topic::Given);
        let sought = !given && heard.has(line, Topic::Sought);
        let about_candidate = sought || (said || !given) && heard.has(line, Topic::Candidate);
        Self { sought, about_candidate, said, opens_with_head: opens_with_head(line) }
    }

    /// What a line can still be in its section.
    pub(super) fn outlook(self, line: &Line<'_>, passage: &Passage) -> Outlook {
        let opens = self.about_candidate || self.opens_with_head;
        if passage.section.asks() && !passage.trailing {
            return Outlook::Open;
        }
        if passage.section.is_silent() {
            let open = opens || passage.section == Section::Application && (self.said || tells_inclusion(line));
            return if open { Outlook::Open } else { Outlook::IfTold(Discard::SilentSection) };
        }
        match passage.section {
            Section::Duties if opens || self.said || line.is_one_of(0, &["must"]) || is_dispositions(line) => Outlook::Open,
            Section::Duties if line.is_number(0) => Outlook::IfTold(Discard::NotOfCandidate), // "5+ years of …"
            Section::Duties => Outlook::Nothing(Discard::NotOfCandidate),
            _ if opens || self.said => Outlook::Open,
            _ => Outlook::IfTold(Discard::NotOfCandidate),
        }
    }
}

/// Why a line, which is no notice, states nothing about the candidate; `None` where it does.
pub(super) fn not_a_statement(
    line: &Line<'_>,
    heard: &Heard,
    passage: &Passage,
    mentions: &[Mention],
    wording: Wording,
) -> Option<Discard> {
    let Wording { sought, about_candidate, said, opens_with_head } = wording;
    let asks_anyhow =
        line.search("requires|require|required|suitable|someone|must|candidate|candidates|applicants", 0..line.len().min(12)).is_some();
    let given = !said && heard.has(line, Topic::Given); // "you will have the opportunity to"
    let early = 0..line.len().min(8);
    let brings = !given
        && (line.search("you will have|need|possess|bring|hold|demonstrate|be", early.clone()).is_some()
            || line.search("you'll have|need|possess|bring|hold|be", early).is_some());
    let about_other =
        is_of_days(line) && !said || !asks_anyhow && !brings && !sought && heard.likely(Topic::Job).any(|p| line.matches(p, 0).is_some());
    let gates = mentions.iter().any(|m| m.needs.atoms().any(is_gate));
    let legal = mentions.iter().any(|m| {
        m.needs.atoms().any(|p| {
            matches!(
                p,
                Predicate::WorkAuthorization(_)
                    | Predicate::Clearance(_)
                    | Predicate::Gpa(_)
                    | Predicate::Graduation(_)
                    | Predicate::Age(_)
            )
        })
    });
    let permit = mentions.iter().any(|m| m.needs.atoms().any(|p| matches!(p, Predicate::WorkAuthorization(_))));
    let headed = || (0..line.len().min(40)).any(|at| Heads::shared().head_at(line, at).is_some_and(|h| h.kind != HeadKind::Grade));
    let calls = |line: &Line<'_>| sought && (line.is_one_of(0, &["if"]) || is_described(line)); // "If you are curious, we want to hear from you"
    if passage.section.is_silent() {
        let misplaced = match passage.section {
            Section::Pay => about_candidate && headed() && !about_other || opens_with_head && said || calls(line),
            Section::Benefits => opens_with_head && said || calls(line),
            Section::Application => {
                let checked = mentions.iter().any(|m| m.needs.atoms().any(is_check));
                (about_candidate || said) && (checked || gates && !heard.has(line, Topic::Document))
                    || tells_inclusion(line)
                    || opens_with_competency(line) && !heard.has(line, Topic::Document)
            }
            _ => false,
        };
        let of_status =
            mentions.iter().any(|m| m.needs.atoms().any(|p| matches!(p, Predicate::WorkAuthorization(_) | Predicate::Clearance(_))));
        let asks = misplaced || of_status && line.find(0..line.len(), &["verify", "e-verify"]).is_none();
        return (!asks).then_some(Discard::SilentSection);
    }
    if passage.section.asks() && !passage.trailing {
        let duty = begins_with_verb(line)
            && (!begins_as_third_person(line) || line.len() > LONGEST_HABIT && line.labels_of(Family::Trait).nth(1).is_none())
            && mentions.is_empty()
            && !said
            && !about_candidate
            && line
                .labels_of(Family::Trait)
                .find(|l| l.words != (0..1) || !line.word(0).ends_with("ly")) // "proactively" only says how
                .is_none_or(|l| l.words.start > 2);
        if duty && passage.section != Section::Conditions {
            return Some(Discard::Duty);
        }
        let opens = Heads::shared().head_at(line, 0).is_some();
        let of_us =
            line.find(0..line.len(), &["we", "we'll", "we're"]).is_some() || line.find(0..line.len().min(3), &["our", "you'll"]).is_some();
        let of_days = !brings
            && line
                .search("you will", 0..line.len())
                .is_some_and(|will| !line.is_one_of(will.end, &["need", "have", "be", "also", "bring"]));
        let speaks_of_us = !opens && (of_us || of_days) && line.len() > 8;
        let of_employer = !about_candidate
            && !said
            && (speaks_of_us && !gates
                || !opens && mentions.is_empty() && describes(line)
                || !opens && heard.likely(Topic::Employer).any(|p| line.matches(p, 0).is_some()));
        // "Offers are contingent upon a check"
        let checked = line.find(0..line.len(), &["contingent", "conditional", "conditioned", "subject"]).is_some()
            && mentions.iter().any(|m| m.needs.atoms().any(is_check));
        let states = !(about_other || of_employer) || legal || checked || about_candidate && said || gates && (said || about_candidate);
        return (!states).then_some(if about_other { Discard::AboutJob } else { Discard::AboutEmployer });
    }
    let opens_with_mention = mentions.iter().any(|m| {
        m.words.start <= 1
            && m.needs.atoms().any(|p| {
                matches!(
                    p,
                    Predicate::Degree(_)
                        | Predicate::WorkAuthorization(_)
                        | Predicate::Clearance(_)
                        | Predicate::Gpa(_)
                        | Predicate::StudentStatus(_)
                )
            })
    });
    let timed = mentions.iter().any(|m| {
        m.words.start <= 3
            && m.needs
                .atoms()
                .any(|p| matches!(p, Predicate::Experience(e) if e.min_months.is_some() || !e.areas.is_empty() && m.words.start == 0))
    });
    let names_something =
        || headed() || is_graded(line) || !mentions.is_empty() || is_described(line) || line.find(0..line.len(), &["whose"]).is_some();
    let states = match passage.section {
        Section::Duties => {
            let item = (opens_with_head || line.is_one_of(0, &["must"])) && !begins_with_verb(line);
            let speaks = about_candidate
                && (said || gates)
                && !line.is_one_of(0, &["ensure", "assist", "support"])
                && line.search("candidate|candidates|applicant|applicants|must|post|you must", 0..line.len()).is_some();
            let of_the_job =
                about_candidate && headed() && line.search("position|role|job|post requires|require", 0..line.len().min(8)).is_some();
            let priority = said && headed() && !begins_with_verb(line); // "Machine learning experience is a plus"
            // "Travel between sites may be required", among the duties
            let accepted =
                said && !begins_with_verb(line) && mentions.iter().any(|m| m.words.start <= 3 && m.needs.atoms().any(is_accepted));
            let by_law = legal && said && !begins_with_verb(line); // "Accordingly, citizenship is required"
            let counted = line.is_number(0) && timed; // "5+ years of experience in sales", among the duties
            item || counted
                || speaks
                || of_the_job
                || priority
                || accepted
                || by_law
                || is_dispositions(line)
                || sought && names_something()
        }
        Section::Summary | Section::Other | Section::Company if (opens_with_head || timed || legal) && !about_other || permit => true,
        _ => permit || about_candidate && said || (about_candidate || said) && !about_other && names_something() || opens_with_mention,
    };
    (!states).then_some(Discard::NotOfCandidate)
}

/// "Knowledge of radiation safety", "Skill in interviewing": what is evaluated, among the steps of an application.
fn opens_with_competency(line: &Line<'_>) -> bool {
    const COMPETENCIES: &[&str] = &[
        "_1 knowledge|understanding|mastery|experience of|in|with", "_1 ability|capacity to",
        "_1 skill|skills|skilled|proficiency|expertise in",
    ];
    COMPETENCIES.iter().any(|wording| line.matches(wording, 0).is_some())
}

/// "… your fit for the job, including the ability to …", in what is said of an application.
fn tells_inclusion(line: &Line<'_>) -> bool {
    line.search("including the? knowledge|ability of|to", 0..line.len()).is_some()
}

/// "Experience with …", "Ability to …", "Strong communication skills": only requirements open so.
fn opens_with_head(line: &Line<'_>) -> bool {
    let first =
        line.matches("the|a|an", 0).or_else(|| line.matches("be|have|has|having|possess|possesses|possessing the? a?", 0)).unwrap_or(0);
    Heads::shared().head_at(line, first).is_some_and(|head| match head.kind {
        HeadKind::Skill => head.end > 1 || line.word(head.end).ends_with("ing"),
        HeadKind::Ability => true,
        HeadKind::Grade => (head.end..line.len().min(head.end + 8))
            .take_while(|at| !line.is_one_of(*at, &[";", "."]))
            .any(|at| line.is_one_of(at, &["skills", "abilities", "experience", "knowledge", "ability", "background", "understanding"])),
        HeadKind::Trait => {
            line.is_one_of(first, &["willingness", "eagerness", "passion", "enthusiasm", "desire", "interest", "willing", "eager"])
        }
    })
}

/// "… to have excellent communication skills": a grade with its noun, anywhere.
fn is_graded(line: &Line<'_>) -> bool {
    (0..line.len().min(40)).any(|at| is_graded_noun(line, at))
}

/// "excellent communication skills": a grade with its noun, here.
fn is_graded_noun(line: &Line<'_>, at: usize) -> bool {
    Heads::shared().grade_at(line, at).is_some_and(|(_, end)| {
        (end..line.len().min(end + 6))
            .take_while(|next| !line.is_one_of(*next, &[";", "."]))
            .any(|next| line.is_one_of(next, &["skills", "abilities", "knowledge", "ability", "background", "understanding"]))
    })
}

/// "The successful candidate is curious, …": a disposition close behind a verb of being.
fn is_described(line: &Line<'_>) -> bool {
    let Some(verb) = line.find(0..line.len().min(14), &["is", "are", "be", "will", "would"]) else { return false };
    line.labels_of(Family::Trait).any(|l| l.words.start > verb && l.words.start <= verb + 4)
}

/// "Extraordinary attention to detail.": a short line that is made of dispositions.
fn is_dispositions(line: &Line<'_>) -> bool {
    let named: usize = line.labels_of(Family::Trait).map(|label| label.words.len()).sum();
    let early = line.labels_of(Family::Trait).next().is_some_and(|label| label.words.start <= 1);
    early && line.len() <= SHORT && 2 * named >= line.len() && !begins_with_verb(line)
}

/// The longest line that tells what somebody does by nature, in words and signs; a longer one is a duty.
const LONGEST_HABIT: usize = 18;

/// The longest line that is taken for a list of dispositions, in words and signs.
const SHORT: usize = 10;

/// "The normal shift is 40 hours", "Review of applications will begin": a whole sentence whose subject is somebody or something else.
fn describes(line: &Line<'_>) -> bool {
    let Some(verb) = line.find(1..line.len().min(12), &["is", "are", "was", "were", "will", "would", "has", "have", "had", "undergo"])
    else {
        return false;
    };
    line.find(0..verb, &["you", "your", "who", "that", "i", ":", "("]).is_none()
        && line.labels_in(Family::Trait, 0..verb).next().is_none()
        && (0..verb).all(|at| Heads::shared().head_at(line, at).is_none_or(|head| head.kind == HeadKind::Grade))
}

/// A check that somebody has to pass: what is said of it belongs to the job as much as to the application.
fn is_check(predicate: &Predicate) -> bool {
    use ConditionType::{BackgroundCheck, DrugTest, Medical};
    matches!(predicate, Predicate::Condition(condition) if matches!(condition.kind, BackgroundCheck | DrugTest | Medical))
}

/// What one has to accept: a condition, or a place.
fn is_accepted(predicate: &Predicate) -> bool {
    matches!(predicate, Predicate::Condition(_) | Predicate::Location(_))
}

fn is_gate(predicate: &Predicate) -> bool {
    let kind: &Kind = predicate.kind();
    kind.gate
}

/// "Ships code fast": what somebody does, said of the candidate where a section describes them.
pub(super) fn begins_as_third_person(line: &Line<'_>) -> bool {
    let heads = Heads::shared();
    let first = line.word(0);
    let stem = first.strip_suffix("es").filter(|stem| heads.is_verb(stem)).or_else(|| first.strip_suffix('s'));
    !heads.is_verb(first) && stem.is_some_and(|stem| heads.is_verb(stem)) && !line.is_sign(1)
}

/// "Compile and verify voter lists", "Prepares, maintains, …": a duty, wherever it stands.
pub(super) fn begins_with_verb(line: &Line<'_>) -> bool {
    let heads = Heads::shared();
    let at = usize::from(line.word(0).ends_with("ly"));
    let first = line.word(at);
    let stem = || match first.strip_suffix("ies") {
        Some(stem) => Cow::Owned(format!("{stem}y")),
        None => first.strip_suffix("es").filter(|s| heads.is_verb(s)).or_else(|| first.strip_suffix('s')).unwrap_or(first).into(),
    };
    if !heads.is_verb(first) && !heads.is_verb(&stem()) {
        return false; // most words
    }
    const HAVING: &[&str] = &[
        "understand", "understands", "know", "knows", "bring", "brings", "possess", "possesses", "hold", "holds", "exhibit", "demonstrate",
        "demonstrates",
    ];
    if line.is_one_of(at, HAVING) {
        return false; // "Understand common agent patterns", "Bring experience with …": something known or had, not done
    }
    let last = line.len().saturating_sub(if line.is_sign(line.len().saturating_sub(1)) { 2 } else { 1 });
    let listed = line.is_one_of(at + 1, &[","]) && line.is_one_of(last, &["skills", "abilities", "experience", "knowledge"]);
    // "Program strategy development and demonstrated leadership ability"
    let joined = (at + 2..line.len()).any(|and| line.is_one_of(and, &["and"]) && is_graded_noun(line, and + 1));
    let noun = listed
        || joined
        || line.matches("track record", at).is_some()
        || line.label_at(Family::Skill, at).is_some_and(|l| l.words.len() > 1)
        || line.is_sign(at + 1) && !line.is_one_of(at + 1, &[","]);
    !noun
}
