//! From a source to its header facts and requirements.

mod reading;
mod unread;

pub use reading::{Discard, Dropped, Origin, PartRead, READING_SCHEMA, Reading, RequirementRead};
pub use unread::{Unread, UnreadPart};

use crate::{
    compose::{Setting, compose},
    kind::{
        Kind, Mention, Other, Predicate, READERS,
        heads::{HeadKind, Heads},
        without_overlaps,
    },
    line::Line,
    logic::Expr,
    posting::{Posting, header},
    priority::{Cues, Priority, regions},
    read::Document,
    requirement::{Basis, Needs, Requirement},
    segment::{Form, Passage, Section, Segmenter},
    taxonomy::{Family, Taxonomy},
    text::{MappedText, Source, TextOf, languages, normalize},
};
use aho_corasick::AhoCorasick;
use jiff::civil::Date;
use reading::{Found, Trace};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// What a posting says of itself and asks of a candidate: one line of `quals extract --format ndjson`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Extraction {
    /// Always `quals.extract/1`.
    pub schema: String,
    /// Where the posting was read from.
    pub source: String,
    /// How the text was made, where it is not the bytes of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text_of: Option<TextOf>,
    /// The language of a posting that is not in English, and so was not read; there are no requirements.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unread: Option<Unread>,
    /// The parts of a posting otherwise in English that are not, and so were passed over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unread_parts: Vec<UnreadPart>,
    /// Header facts.
    pub posting: Posting,
    /// Requirements in reading order.
    pub requirements: Vec<Requirement>,
}

/// The name of the JSON form of an [`Extraction`].
pub const EXTRACT_SCHEMA: &str = "quals.extract/1";

impl Extraction {
    /// An extraction that found nothing.
    #[must_use]
    pub fn empty(source: &Source) -> Self {
        Self {
            schema: EXTRACT_SCHEMA.to_owned(),
            source: source.name().to_owned(),
            text_of: source.text_of().cloned(),
            unread: None,
            unread_parts: Vec::new(),
            posting: Posting::default(),
            requirements: Vec::new(),
        }
    }
}

/// Reads postings. Built once.
#[derive(Debug, Default)]
pub struct Extractor {
    segmenter: Segmenter,
    cues: Cues,
}

/// Beginnings of sentences about the job or the employer, even in a section that asks.
const NOT_ASKING: &[&str] = &[
    "we|our|us _",
    "you will|'ll _",
    "you'll _",
    "this|the role|position|job|team|department|program|internship|opportunity _",
    "as a|an|part _",
    "in this role|position _",
    "join _",
    "what we offer",
    "click _",
    "please|to apply|submit|send|note|see|visit|contact|include _",
    "visit _",
    "for more _",
    "about _",
    "salary|compensation|pay|benefits|wage|location|hours|schedule|reports|posted|department|company|website|email|phone|address|job|job _",
    "why _",
    "how to _",
    "at|with our|us _",
    "if you _",
    "there is|are _",
    "no _ experience|degree _",
    "no experience _",
    "all qualified applicants _",
    "the above _",
    "note : _",
    "your resume|application|cv _",
    "must be submitted _",
    "duties _",
    "responsibilities _",
    "equal _",
    "compensation _",
];

/// Beginnings of sentences about the employer: "Example AG is a global firm", "More information is available".
const OF_EMPLOYER: &[&str] = &[
    "_4 is|are a|an|the|proud|committed|available|located|part|dedicated|one|looking",
    "_6 please email|send|submit|apply|visit|contact",
    "_2 has|have been",
    "qualified applicants _",
];

/// Wordings of equal-opportunity and accommodation notices, which ask nothing wherever they stand.
const NOTICES: &[&str] = &[
    "equal opportunity|opportunities|employment", "without regard to", "regardless of _6 race|gender|age|religion",
    "reasonable accommodation|accommodations", "discriminate|discriminates|discrimination", "protected veteran|veterans|class",
    "individuals with disabilities", "race , color|colour|religion|gender|ethnicity", "affirmative action", "not be accepted|considered",
    "salary of|range|based|is|scale", "gross per month", "holiday allowance", "perform each essential duty", "minimum of the requirements",
    "intended to describe", "not an exhaustive list",
];

/// Who a statement is about when it is about the candidate.
const CANDIDATE: &[&str] = &[
    "candidate|candidates|applicant|applicants|postholder|incumbent|person|individual|employee|interns|intern _4 must|should|shall|is|are|may|has|have|needs|need|would|possess|can",
    "candidate|applicant|incumbent|individual|person|candidates|applicants|interns will have|possess|need|be|also|demonstrate|bring|hold",
    "post holder _1 will|must|should|is",
    "you must|should|need|possess|have|are",
    "you will need|have|possess|be",
    "you'll need|have|bring",
    "ideal|successful|right|qualified|strong|preferred|selected candidate|candidates|applicant|applicants|person|intern|individual|hire",
    "students|student must|should|shall",
    "students|student will|are|is _1 need|have|possess|be required|expected|able|subject",
    "students|student are|is required|expected|to be",
    "looking|searching|seek|seeking for|a|an|people|someone|candidates|individuals",
    "position|role|job|internship|work|posn will? also? requires|require|required",
    "applicants|candidates _3 must|should|considered|eligible",
    "must|should have|be|possess|hold|obtain|live|reside|pass",
    "is|are required|preferred|essential|desirable",
    "preference given|will",
    "required|requirement is|to",
    "may be required",
    "open to",
    "suitable for someone|candidates|people",
    "someone with|who",
];

impl Extractor {
    /// Loads headings and cues.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads one posting.
    #[must_use]
    pub fn extract(&self, document: &Document, taxonomy: &Taxonomy, as_of: Date) -> Extraction {
        self.read(document, taxonomy, as_of, None)
    }

    /// Reads one posting, and tells how: what made each requirement what it is, and what was passed over.
    #[must_use]
    pub fn reading(&self, document: &Document, taxonomy: &Taxonomy, as_of: Date) -> Reading {
        let trace = Trace::default();
        let extraction = self.read(document, taxonomy, as_of, Some(&trace));
        trace.finish(extraction)
    }

    fn read(&self, document: &Document, taxonomy: &Taxonomy, as_of: Date, trace: Option<&Trace>) -> Extraction {
        let source = &document.source;
        let text = normalize(source.text());
        let mut out = Extraction::empty(source);
        let languages = languages(text.as_str());
        out.posting = header(text.as_str(), &document.facts, as_of, taxonomy);
        if let Some(language) = languages.main() {
            // The title is a title in any language; the other facts are looked for in English wordings.
            out.posting = Posting { title: out.posting.title, ..document.facts.clone() };
            out.unread = Some(Unread::of(language, taxonomy));
            return out;
        }
        out.unread_parts = unread::parts(&languages, &text, taxonomy);
        for passage in &self.segmenter.passages(&text, source.text()) {
            let dropped = if languages.is_foreign(passage.span) {
                Some(Discard::Language)
            } else {
                self.read_passage(source, &text, passage, taxonomy, as_of, &mut out.requirements, trace)
            };
            if let (Some(trace), Some(why)) = (trace, dropped) {
                trace.dropped(source, &text, passage, why);
            }
        }
        out
    }

    /// Adds the requirements of a passage; where there are none, says why.
    #[expect(clippy::too_many_arguments, reason = "a stage of one function, parted for its length")]
    fn read_passage(
        &self,
        source: &Source,
        text: &MappedText,
        passage: &Passage,
        taxonomy: &Taxonomy,
        as_of: Date,
        out: &mut Vec<Requirement>,
        trace: Option<&Trace>,
    ) -> Option<Discard> {
        let piece = text.slice(passage.span);
        if let Some(why) = not_worth_reading(passage, piece) {
            return Some(why);
        }
        let line = Line::new(piece, taxonomy, as_of);
        let mut found = Vec::new();
        for reader in READERS {
            let mut own = Vec::new(); // a reader looks at what it has found itself, not at the other kinds'
            reader(&line, &mut own);
            found.extend(own);
        }
        let mentions = without_overlaps(found);
        let cues = self.cues.find(&line);
        let regions = regions(&line, &cues);
        let cue_words: Vec<_> = cues.into_iter().map(|cue| cue.words).collect();
        let said = regions.iter().any(|r| r.priority.is_some());
        if let Some(why) = not_a_statement(&line, passage, &mentions, said) {
            return Some(why);
        }
        let item = passage.form == Form::Item;
        let bare = passage.section.asks()
            && passage.section != Section::Conditions
            && item
            && mentions.is_empty()
            && line.len() <= LONGEST_LIST
            && !begins_with_verb(&line);
        let setting = Setting { asks: passage.section.asks(), bare, notes: trace.map(Trace::notes) };
        let before = out.len();
        for region in regions {
            let needs = compose(&line, &region.words, &mentions, &cue_words, setting);
            let asks_something =
                passage.section.asks() && passage.section != Section::Conditions && passage.form == Form::Item && !passage.trailing;
            let Some(needs) =
                needs.or_else(|| (asks_something && out.last().is_none_or(|r| r.quote != piece)).then(|| other(&line)).flatten())
            else {
                continue;
            };
            let (priority, basis) = priority(passage.section, region.priority);
            let requirement = requirement(source, text, passage, needs, priority, basis, out.len() + 1);
            if let Some(trace) = trace {
                trace.found(&Found {
                    requirement: &requirement,
                    passage,
                    line: &line,
                    mentions: &mentions,
                    cues: &cue_words,
                    region: &region,
                });
            }
            out.push(requirement);
        }
        (out.len() == before).then_some(Discard::NoKind)
    }
}

/// The longest line that is taken for a bare list of names, in words and signs.
const LONGEST_LIST: usize = 22;

/// "Compile and verify voter lists", "Prepares, maintains, …": a duty, wherever it stands.
fn begins_with_verb(line: &Line<'_>) -> bool {
    let heads = Heads::shared();
    let at = usize::from(line.word(0).ends_with("ly"));
    let first = line.word(at);
    let stem = first.strip_suffix("ies").map_or_else(
        || first.strip_suffix("es").filter(|s| heads.is_verb(s)).or_else(|| first.strip_suffix('s')).unwrap_or(first).to_owned(),
        |s| format!("{s}y"),
    );
    let last = line.len().saturating_sub(if line.is_sign(line.len().saturating_sub(1)) { 2 } else { 1 });
    let listed = line.is_one_of(at + 1, &[","]) && line.is_one_of(last, &["skills", "abilities", "experience", "knowledge"]);
    let noun = listed
        || line.label_at(Family::Skill, at).is_some_and(|l| l.words.len() > 1)
        || line.is_sign(at + 1) && !line.is_one_of(at + 1, &[","]);
    heads.is_verb(first) && !noun || heads.is_verb(&stem) && first != stem && !noun
}

fn requirement(
    source: &Source,
    text: &MappedText,
    passage: &Passage,
    needs: Needs,
    priority: Priority,
    basis: Basis,
    number: usize,
) -> Requirement {
    let span = text.origin(passage.span);
    Requirement {
        id: format!("r{number}"),
        priority,
        basis,
        section: passage.heading.map(|h| text.slice(h).trim_end_matches(':').trim().to_owned()),
        quote: source.slice(span).to_owned(),
        span,
        line: source.line(span.start),
        needs,
    }
}

/// Wording wins, then the section, then the form: a flat statement is required.
fn priority(section: Section, said: Option<Priority>) -> (Priority, Basis) {
    match (said, section) {
        (Some(priority), _) => (priority, Basis::Wording),
        (None, Section::Preferred) => (Priority::Preferred, Basis::Section),
        (None, section) => (Priority::Required, if section.asks() { Basis::Section } else { Basis::Wording }),
    }
}

/// Words without which a sentence outside the sections that ask states nothing about the candidate.
static TELLING: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let words = [
        "must", "should", "require", "candidate", "applicant", "prefer", "ideal", "looking for", "seeking", "you have", "you are",
        "you're", "need", "plus", "pursuing", "enrolled", "degree", "experience", "years", "post holder", "postholder", "citizen",
        "authoriz", "sponsor", "clearance", "expected", "able to", "eligible", "desirable", "bachelor", "ph.d", "phd", "master", "license",
        "licence", "gpa", "student", "individual", "asset", "advantage", "residen", "check", "undergraduate", "skills", "ability",
        "knowledge", "familiar", "understanding", "proficien", "self-", "someone", "commute", "right to work", "native", "graduat",
        "diploma", "willing",
    ];
    AhoCorasick::builder().ascii_case_insensitive(true).build(words).ok()
});

/// The longest sentence that is read, in bytes.
const LONGEST_SENTENCE: usize = 2_500;

/// A cheap look before a line is cut into words: outside the sections that ask, only lines with a telling word are read.
fn not_worth_reading(passage: &Passage, piece: &str) -> Option<Discard> {
    let is_telling = || passage.section.asks() || TELLING.as_ref().is_none_or(|telling| telling.is_match(piece));
    match passage.section {
        Section::EqualOpportunity => Some(Discard::EqualOpportunity),
        Section::Header => Some(Discard::Header),
        _ if piece.trim_end().ends_with('?') => Some(Discard::Question),
        _ if piece.len() >= LONGEST_SENTENCE => Some(Discard::TooLong),
        _ => (!is_telling()).then_some(Discard::NoTellingWord),
    }
}

/// Why a line states nothing about the candidate; `None` where it does.
fn not_a_statement(line: &Line<'_>, passage: &Passage, mentions: &[Mention], said: bool) -> Option<Discard> {
    if NOTICES.iter().any(|p| line.search(p, 0..line.len()).is_some()) {
        return Some(Discard::Notice);
    }
    let about_candidate = CANDIDATE.iter().any(|p| line.search(p, 0..line.len()).is_some());
    let asks_anyhow =
        line.search("requires|require|required|suitable|someone|must|candidate|candidates|applicants", 0..line.len().min(12)).is_some();
    let about_other = !asks_anyhow && NOT_ASKING.iter().any(|p| line.matches(p, 0).is_some());
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
    if passage.section.is_silent() {
        let asks = mentions.iter().any(|m| m.needs.atoms().any(|p| matches!(p, Predicate::WorkAuthorization(_) | Predicate::Clearance(_))))
            && line.find(0..line.len(), &["verify", "e-verify"]).is_none();
        return (!asks).then_some(Discard::SilentSection);
    }
    if passage.section.asks() && !passage.trailing {
        let duty = begins_with_verb(line)
            && mentions.is_empty()
            && !said
            && !about_candidate
            && line.labels_of(Family::Trait).next().is_none_or(|l| l.words.start > 2);
        if duty && passage.section != Section::Conditions {
            return Some(Discard::Duty);
        }
        let opens = Heads::shared().head_at(line, 0).is_some();
        let speaks_of_us = !opens && line.find(0..line.len(), &["we", "we'll", "we're", "our", "you'll"]).is_some() && line.len() > 8;
        let of_employer = !about_candidate
            && !said
            && (speaks_of_us && !gates || passage.form == Form::Sentence && OF_EMPLOYER.iter().any(|p| line.matches(p, 0).is_some()));
        let states = !(about_other || of_employer) || legal || about_candidate && said || gates && (said || about_candidate);
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
    let opens_with_head = Heads::shared().head_at(line, 0).is_some_and(|h| match h.kind {
        HeadKind::Skill => h.end > 1,
        HeadKind::Ability => true,
        HeadKind::Grade => (h.end..line.len().min(h.end + 8))
            .take_while(|at| !line.is_one_of(*at, &[";", "."]))
            .any(|at| line.is_one_of(at, &["skills", "abilities", "experience", "knowledge", "ability", "background", "understanding"])),
        HeadKind::Trait => false,
    });
    let timed = mentions.iter().any(|m| {
        m.words.start <= 3
            && m.needs
                .atoms()
                .any(|p| matches!(p, Predicate::Experience(e) if e.min_months.is_some() || !e.areas.is_empty() && m.words.start == 0))
    });
    let headed = (0..line.len().min(40)).any(|at| Heads::shared().head_at(line, at).is_some_and(|h| h.kind != HeadKind::Grade));
    let states = match passage.section {
        Section::Duties => {
            about_candidate
                && (said || gates)
                && !line.is_one_of(0, &["ensure", "assist", "support"])
                && line.search("candidate|candidates|applicant|applicants|must|post|you must", 0..line.len()).is_some()
        }
        Section::Summary | Section::Other | Section::Company if (opens_with_head || timed || legal) && !about_other => true,
        _ => about_candidate && (said || !about_other && (headed || !mentions.is_empty())) || opens_with_mention,
    };
    (!states).then_some(Discard::NotOfCandidate)
}

fn is_gate(predicate: &Predicate) -> bool {
    let kind: &Kind = predicate.kind();
    kind.gate
}

/// A requirement that no kind can say.
fn other(line: &Line<'_>) -> Option<Needs> {
    let long_enough = line.len() >= 3;
    long_enough.then(|| Expr::Atom(Predicate::Other(Other { text: line.text.to_owned() })))
}
