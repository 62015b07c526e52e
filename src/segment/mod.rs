//! From a posting's text to its sentences and list items, each with the section it stands in.
//!
//! Five shapes are read: Markdown with headings and bullets; prose under bare headings; bullets with a paragraph behind them;
//! truncated pages; and pages scraped without a line break, where headings are doubled ("Minimum QualificationsMinimum
//! Qualifications") and items glued ("CVMLExperience with"). What is a requirement is not decided here.

mod breaks;
mod heading;
mod mark;
mod section;
mod words;

pub use section::Section;

use crate::text::{MappedText, Span, emphasized};
use breaks::Breaker;
use heading::{is_shouted, label_ahead, leads_to_list};
use mark::{Mark, content_of, numbered, trimmed};
use section::{Headings, guess};
use serde::Serialize;

/// How a passage was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// A list item, or a line of its own.
    Item,
    /// A sentence of running text.
    Sentence,
}

/// A sentence or list item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Where it stands in the normalised text.
    pub span: Span,
    /// The section it stands in.
    pub section: Section,
    /// The heading above it.
    pub heading: Option<Span>,
    /// How it was written.
    pub form: Form,
    /// A paragraph that follows the section's list behind a blank line, and so may not belong to the section any more.
    pub trailing: bool,
}

/// Cuts postings into passages.
#[derive(Debug)]
pub struct Segmenter {
    headings: Headings,
    breaker: Breaker,
}

/// Where the segmenter stands in a posting.
#[derive(Debug, Clone, Copy)]
struct State {
    section: Section,
    heading: Option<Span>,
    items_seen: bool,
    blank: bool,
    trailing: bool,
}

impl State {
    fn open(&mut self, section: Section, heading: Span) {
        *self = Self { section, heading: Some(heading), items_seen: false, blank: false, trailing: false };
    }
}

impl Default for Segmenter {
    fn default() -> Self {
        Self::new()
    }
}

impl Segmenter {
    /// Loads the headings.
    #[must_use]
    pub fn new() -> Self {
        Self { headings: Headings::builtin(), breaker: Breaker::new() }
    }

    /// The passages of a normalised text, in reading order. `original` is what it was made from: bold lines are seen there.
    #[must_use]
    pub fn passages(&self, mapped: &MappedText, original: &str) -> Vec<Passage> {
        let text = mapped.as_str();
        let mut out = Vec::new();
        let mut state = State { section: Section::Summary, heading: None, items_seen: false, blank: false, trailing: false };
        let mut at = 0;
        let mut lines = text.split('\n');
        while let Some(line) = lines.next() {
            let span = trimmed(text, Span::new(at, at + line.len()));
            at += line.len() + 1;
            if span.is_empty() {
                state.blank = true;
                continue;
            }
            let (behind, before) = (lines.clone(), state);
            let set_off = || {
                let next = behind.clone().find(|line| !line.trim().is_empty()).unwrap_or_default();
                self.stands_alone(span.of(text), next, before) || emphasized(original, mapped.origin(span))
            };
            self.line(text, span, &set_off, &mut state, &mut out);
            state.blank = false;
        }
        self.join_lists(text, out)
    }

    /// "3+ months of experience in one of the following:" takes the items below it, which are its list.
    fn join_lists(&self, text: &str, passages: Vec<Passage>) -> Vec<Passage> {
        let mut out: Vec<Passage> = Vec::with_capacity(passages.len());
        let mut open = 0_usize;
        for passage in passages {
            let piece = passage.span.of(text);
            let continues = open > 0
                && piece.len() < LONGEST_LISTED
                && !self.breaker.opens_item(piece)
                && !piece.starts_with(|c: char| c.is_ascii_digit());
            match out.last_mut().filter(|last| continues && last.heading == passage.heading && last.section == passage.section) {
                Some(last) => {
                    last.span = last.span.cover(passage.span);
                    open -= 1;
                }
                None => {
                    open = if passage.section.asks() && leads_to_list(piece) { MOST_LISTED } else { 0 };
                    out.push(passage);
                }
            }
        }
        out
    }

    fn line(&self, text: &str, span: Span, set_off: &dyn Fn() -> bool, state: &mut State, out: &mut Vec<Passage>) {
        let line = span.of(text);
        let (marked, content) = content_of(text, span);
        let shouted = marked == Mark::Bullet && is_shouted(content.of(text));
        if marked != Mark::Bullet || shouted || line.trim_end().ends_with(':') {
            let known = if shouted {
                self.headings.section(content.of(text)).or_else(|| guess(content.of(text)))
            } else if marked == Mark::Bullet {
                self.headings.section(content.of(text))
            } else {
                self.heading(content.of(text), marked, set_off)
            };
            if let Some(section) = known {
                // "RAG + Knowledge Graphs:" among desired things: a part of that section, whatever its words.
                let part = section == Section::Required
                    && state.section == Section::Preferred
                    && self.headings.section(content.of(text)).is_none();
                state.open(if part { state.section } else { section }, content);
                return;
            }
        }
        if state.section == Section::Header && content.len() > LONGEST_VALUE {
            (state.section, state.heading) = (Section::Other, None); // "Job Level | Manager | At this time, we are not …"
        }
        if marked == Mark::Bullet {
            state.items_seen = true;
            state.trailing = false;
        } else if state.blank && state.items_seen && looks_like_prose(content.of(text)) {
            state.trailing = true;
        }
        let item = marked == Mark::Bullet || content.len() < 160;
        self.pieces(text, content, item, marked == Mark::Bullet, state, out);
    }

    /// Cuts the content of a line into passages, following headings inside it.
    fn pieces(&self, text: &str, content: Span, item: bool, bulleted: bool, state: &mut State, out: &mut Vec<Passage>) {
        let mut from = content.start;
        let mut first = true;
        let glued = breaks::is_glued(content.of(text));
        if !bulleted
            && !state.section.asks()
            && let Some((section, colon)) = label_ahead(content.of(text))
        {
            // "Hiring Qualifications:Extraordinary attention to detail."
            state.open(section, Span::new(content.start, content.start + colon));
            from = content.start + colon + 1;
        }
        while from < content.end {
            let rest = Span::new(from, content.end);
            let cut = self.breaker.next(text, rest, first, &self.headings, glued || state.section.asks());
            // "• Industry experience" is an item, though the same words may head a section.
            let whole = bulleted && cut.after >= content.end;
            if whole {
                self.emit(text, Span::new(from, content.end), item, state, out);
                return;
            }
            if let Some((section, heading)) = cut.heading {
                self.emit_run(text, Span::new(from, heading.start), item, state, out);
                if section == Section::Conditions && cut.colon && item && heading.start == content.start && cut.after < content.end {
                    // "Travel: 0-10%": the label says what the value is of.
                    let labelled = State { section, heading: Some(heading), ..*state };
                    self.emit(text, content, item, &labelled, out);
                    return;
                }
                if section == Section::Duties && state.section == Section::Conditions && cut.colon && cut.after < content.end {
                    // "Activities: frequent bending" among physical demands: a label.
                    self.emit(text, Span::new(cut.after, content.end), item, state, out);
                    return;
                }
                let listed = cut.colon && heading.start == content.start && cut.after < content.end && !heading.of(text).contains(' ');
                if section == Section::Application && state.section.asks() && listed {
                    // "Evaluation: Trulens, Ragas" in a list of tools: a label.
                    self.emit(text, content, item, state, out);
                    return;
                }
                if section == Section::Header {
                    if item {
                        // "Schedule: Monday to Friday, with some evening work required"
                        let value = Span::new(cut.after, content.end);
                        let asks = value.len() > LONGEST_VALUE / 2
                            && value.of(text).split_whitespace().any(|word| word.trim_end_matches('.') == "required");
                        let section = if asks { Section::Conditions } else { section };
                        let labelled = State { section, ..*state };
                        self.emit(text, value, item, &labelled, out);
                        return;
                    }
                } else if let Some(end) = self.answer_end(text, heading, cut.after, content.end) {
                    let labelled = State { heading: Some(heading), ..*state };
                    self.emit(text, Span::new(cut.after, end), item, &labelled, out);
                    (from, first) = (end, false);
                    continue;
                } else if !(bulleted && state.section.asks() && section != Section::Preferred) {
                    state.open(section, heading);
                } else if cut.colon {
                    // "• Education: BS in Biology": a label of the item; "• Minimum GPA: 3.5" is one statement.
                    let value = Span::new(cut.after, content.end);
                    // "• Ability to: read blueprints; climb ladders": the label begins the sentence.
                    let leads = [" to", " of", " in", " with"].iter().any(|word| heading.of(text).ends_with(word));
                    let stated = !leads && value.of(text).split_whitespace().count() > 2;
                    self.emit(text, if stated { value } else { content }, item, state, out);
                    return;
                }
            } else {
                self.emit_run(text, Span::new(from, cut.end), item, state, out);
            }
            from = cut.after.max(from + 1);
            first = false;
        }
    }

    /// Emits a sentence, or the items of which it is made where a page has lost the ends of its lines.
    fn emit_run(&self, text: &str, span: Span, item: bool, state: &State, out: &mut Vec<Passage>) {
        if state.section.asks() || span.len() < LONGEST_PLAIN {
            return self.emit(text, span, item, state, out);
        }
        let mut items = Vec::new();
        let mut from = span.start;
        while from < span.end {
            let cut = self.breaker.next(text, Span::new(from, span.end), false, &self.headings, true);
            // "Experience in | rigging": words that could head a list begin an item here, which ends at the break behind them.
            let begun = cut.end <= from && cut.after > from;
            let end =
                if begun { self.breaker.next(text, Span::new(cut.after, span.end), false, &self.headings, true).end } else { cut.end };
            let end = if end > from { end } else { span.end };
            items.push(Span::new(from, end));
            from = end;
        }
        if items.len() < FEWEST_ITEMS {
            return self.emit(text, span, item, state, out);
        }
        items.into_iter().for_each(|span| self.emit(text, span, true, state, out));
    }

    fn emit(&self, text: &str, span: Span, item: bool, state: &State, out: &mut Vec<Passage>) {
        let span = trimmed(text, span);
        let span = numbered(span.of(text)).map_or(span, |label| trimmed(text, Span::new(span.start + label, span.end)));
        let doubled = state.heading.is_some_and(|heading| heading.of(text).eq_ignore_ascii_case(span.of(text)));
        if span.len() < 2 || doubled || !span.of(text).chars().any(char::is_alphabetic) {
            return;
        }
        if let Some(label) = state.heading.filter(|label| self.labels_answer(text, *label, span)) {
            // "Work authorization: | United States (Required)"
            let section = if state.section.asks() { state.section } else { Section::Required };
            out.push(Passage { span: label.cover(span), section, heading: None, form: Form::Item, trailing: false });
            return;
        }
        if !state.section.asks() && span.len() <= LONGEST_VALUE && span.of(text).contains(':') && breaks::ends_marked(span.of(text)) {
            // "Java: 3 years (Required)", wherever a form has put it
            out.push(Passage { span, section: Section::Required, heading: None, form: Form::Item, trailing: false });
            return;
        }
        let form = if item { Form::Item } else { Form::Sentence };
        out.push(Passage { span, section: state.section, heading: state.heading, form, trailing: state.trailing });
    }

    /// Where the marked answer to a label of an application form ends: "Education: Master's (Required) | Language: …".
    fn answer_end(&self, text: &str, label: Span, from: usize, limit: usize) -> Option<usize> {
        let known = breaks::is_form_label(label.of(text).trim_end_matches(':').trim());
        let end = known.then(|| self.breaker.next(text, Span::new(from, limit), false, &self.headings, true).end)?;
        (end > from && breaks::ends_marked(Span::new(from, end).of(text))).then_some(end)
    }

    /// Whether a label of an application form stands directly before an answer that is marked as required or preferred.
    fn labels_answer(&self, text: &str, label: Span, answer: Span) -> bool {
        let between = text.get(label.end..answer.start);
        between.is_some_and(|gap| gap.chars().all(|c| c == ':' || c.is_whitespace()))
            && breaks::ends_marked(answer.of(text))
            && breaks::is_form_label(label.of(text).trim_end_matches(':').trim())
    }
}

/// The longest value of a fact of the header, in bytes; what is longer under its label is told of something else.
const LONGEST_VALUE: usize = 80;

/// The length from which a sentence may be a list whose line ends are lost, in bytes, and how many items make it one.
const LONGEST_PLAIN: usize = 160;
const FEWEST_ITEMS: usize = 3;

/// The longest item that a lead-in with a colon takes, in bytes, and how many it takes at most.
const LONGEST_LISTED: usize = 90;
const MOST_LISTED: usize = 12;

/// A line that reads as running text: long, or a sentence with its full stop.
fn looks_like_prose(line: &str) -> bool {
    line.split_whitespace().nth(8).is_some()
}
