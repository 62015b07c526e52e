//! From a source to its header facts and requirements.
//!
//! A document is normalised, cut into passages, and each passage that states something about the candidate is read by all kinds and
//! composed into one requirement a priority. What states nothing is told by `statement`, lists without a heading by `lists`.

mod fields;
mod lists;
mod narrowing;
mod reading;
mod statement;

mod unread;
mod wording;

pub use reading::{Discard, Dropped, Origin, PartRead, READING_SCHEMA, Reading, RequirementRead};
pub use unread::{Unread, UnreadPart};

use crate::{
    compose::{Setting, compose, lead_of},
    kind::{Force, Mention, Other, Predicate, READERS, trait_, without_overlaps, words::Words},
    line::Line,
    logic::Expr,
    posting::{Posting, header, title},
    priority::{Cues, Priority, Region, regions},
    read::Document,
    requirement::{Basis, Needs, Requirement},
    segment::{Form, Passage, Section, Segmenter},
    taxonomy::Taxonomy,
    text::{MappedText, Source, TextOf, languages, normalize},
};
use jiff::civil::Date;
use reading::{Found, Trace};
use serde::{Deserialize, Serialize};
use statement::{
    Outlook, Wording, begins_as_third_person, begins_with_verb, is_needless, is_notice, is_offer, not_a_statement, not_worth_reading,
};
use wording::Heard;

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
        if let Some(language) = languages.main() {
            // The title is a title in any language; the other facts are looked for in English wordings.
            out.posting = Posting { title: title(text.as_str(), &document.facts, as_of, taxonomy), ..document.facts.clone() };
            out.unread = Some(Unread::of(language, taxonomy));
            return out;
        }
        out.posting = header(text.as_str(), &document.facts, as_of, taxonomy);
        out.unread_parts = unread::parts(&languages, &text, taxonomy);
        let passages = lists::settle(text.as_str(), self.segmenter.passages(&text, source.text()), taxonomy);
        for passage in &passages {
            let dropped = if languages.is_foreign(passage.span) {
                Some(Discard::Language)
            } else {
                self.read_passage(source, &text, passage, taxonomy, as_of, &mut out.requirements, trace)
            };
            if let (Some(trace), Some(why)) = (trace, dropped) {
                trace.dropped(source, &text, passage, why);
            }
        }
        if let Some(fields) = document.fields {
            fields::drop_repeated(&mut out.requirements, fields);
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
        let heard = Heard::of(&line);
        if is_offer(&line, &heard) {
            return Some(Discard::SilentSection);
        }
        let lead = passage.heading.filter(|_| passage.section.asks()).and_then(|heading| lead_of(text.slice(heading)));
        let ends_heading = lead.is_some() && begins_with_verb(&line); // "Ability to: | prepare reports"
        if !ends_heading && is_notice(&line, &heard) {
            return Some(Discard::Notice);
        }
        let cues = self.cues.find(&line);
        let said = if cues.is_empty() { None } else { Some(regions(&line, &cues)) };
        let wording = Wording::of(&line, &heard, said.iter().flatten().any(|r| r.priority.is_some()));
        if is_needless(&line, &heard) {
            return Some(Discard::Notice);
        }
        let outlook = if ends_heading { Outlook::Open } else { wording.outlook(&line, passage) };
        let mentions = match read_kinds(&line, outlook) {
            Ok(found) => without_overlaps(found),
            Err(why) => return Some(why),
        };
        if !ends_heading && let Some(why) = not_a_statement(&line, &heard, passage, &mentions, wording) {
            return Some(why);
        }
        if mentions.is_empty() && is_label(&line) {
            return Some(Discard::NoKind);
        }
        let item = passage.form == Form::Item;
        let bare = passage.section.asks()
            && passage.section != Section::Conditions
            && (item || is_verbless(&line))
            && mentions.is_empty()
            && line.len() <= LONGEST_LIST
            && !piece.ends_with('!') // "Now for the perks!"
            && !piece.contains("://")
            && !line.is_one_of(0, &["you", "you'll", "you're", "we", "we're", "it's"])
            && !begins_with_verb(&line);
        let setting = Setting { asks: passage.section.asks(), bare, lead, notes: trace.map(Trace::notes) };
        let before = out.len();
        let regions = said.unwrap_or_else(|| regions(&line, &cues));
        let cue_words: Vec<_> = cues.into_iter().map(|cue| cue.words).collect();
        for region in by_priority(passage.section, regions) {
            let needs = narrowing::narrowed(&line, &region.words, &mentions)
                .or_else(|| compose(&line, &region.words, &mentions, &cue_words, setting));
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

/// Regions that come to the same priority, by their wording or their section, are one.
fn by_priority(section: Section, regions: Vec<Region>) -> Vec<Region> {
    let mut out: Vec<Region> = Vec::with_capacity(regions.len());
    for region in regions {
        let same = |known: &&mut Region| priority(section, known.priority).0 == priority(section, region.priority).0;
        match out.iter_mut().find(same) {
            Some(known) => {
                known.priority = known.priority.or(region.priority);
                known.words.extend(region.words);
                known.words.sort_by_key(|words| words.start);
                known.words = joined(&known.words);
            }
            None => out.push(region),
        }
    }
    out
}

/// Stretches with neighbours that touch taken into one.
fn joined(stretches: &[std::ops::Range<usize>]) -> Vec<std::ops::Range<usize>> {
    let mut out: Vec<std::ops::Range<usize>> = Vec::with_capacity(stretches.len());
    for stretch in stretches {
        match out.last_mut().filter(|last| last.end >= stretch.start) {
            Some(last) => last.end = last.end.max(stretch.end),
            None => out.push(stretch.clone()),
        }
    }
    out
}

/// What the kinds find in a line. Most lines outside the sections that ask need not be read by all of them.
fn read_kinds(line: &Line<'_>, outlook: Outlook) -> Result<Vec<Mention>, Discard> {
    if let Outlook::Nothing(why) = outlook {
        return Err(why);
    }
    let mut found: [Vec<Mention>; READERS.len()] = Default::default();
    let read = |force: Force, found: &mut [Vec<Mention>]| {
        for ((reader, own), out) in READERS.iter().zip(found) {
            if *own == force {
                reader(line, out); // a reader looks at what it has found itself, not at the other kinds'
            }
        }
    };
    read(Force::Tells, &mut found);
    match outlook {
        Outlook::IfTold(why) if found.iter().all(Vec::is_empty) => return Err(why),
        _ => read(Force::Follows, &mut found),
    }
    Ok(found.into_iter().flatten().collect())
}

/// The longest line that is taken for a bare list of names, in words and signs.
const LONGEST_LIST: usize = 22;

/// "Safety procedures and public relations practices.": no verb makes it a sentence.
fn is_verbless(line: &Line<'_>) -> bool {
    line.len() <= LONGEST_LIST
        && line.find(0..line.len(), &["is", "are", "will", "be", "has", "have", "may", "can", "must", "you", "we", "this"]).is_none()
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

/// The longest line with a colon at its end that is taken for a label, in words and signs.
const LONGEST_LABEL: usize = 8;

/// "Model Training:" heads the items below it.
fn is_label(line: &Line<'_>) -> bool {
    let titles = &Words::shared().phrase.title;
    let case = line.is_one_of(0, &["for"]) && line.len() <= 2 * LONGEST_LABEL && line.text.trim_end().ends_with(':'); // "For a Level III (Fellow):"
    case || line.len() <= LONGEST_LABEL
        && (line.text.trim_end().ends_with(':')
            || line.text.trim_end().ends_with("the following")
            || line.len() > 1 && (0..line.len()).all(|at| line.is_sign(at) || titles.has(line, at)))
}

/// A requirement that no kind can say. "You can hit the ground running" says how somebody is, in words of its own.
fn other(line: &Line<'_>) -> Option<Needs> {
    if let Some(from) = line.matches("you|you're|you've|you'll can|are|have|also|always|be|'re?", 0).filter(|_| line.len() <= LONGEST_LIST)
        && from + 1 < line.len()
        && !line.is_one_of(from, &["will", "must", "may", "should", "do", "don't"])
    {
        return Some(Expr::Atom(trait_::read::of_phrase(line, &(from..line.len() - usize::from(line.is_sign(line.len() - 1))))));
    }
    if begins_as_third_person(line) && line.len() <= LONGEST_LIST {
        return Some(Expr::Atom(trait_::read::of_phrase(line, &(0..line.len() - usize::from(line.is_sign(line.len() - 1))))));
    }
    let is_address = ["@", "http://", "https://", "www."].iter().any(|sign| line.text.contains(sign)); // "Questions go to crew@example.org"
    let says = (0..line.len()).any(|at| line.raw(at).chars().filter(|c| c.is_alphabetic()).nth(2).is_some()); // more than "2 of 4"
    (line.len() >= 3 && says && !is_address).then(|| Expr::Atom(Predicate::Other(Other { text: line.text.to_owned() })))
}
