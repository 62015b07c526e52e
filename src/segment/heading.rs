//! Whether a line heads what follows it.
//!
//! Known headings are looked up; any other line is judged by its wording ("We imagine you're someone who has", "Sounds like you?"),
//! its shape ("4. SELECTION CRITERIA") and what stands around it. `What You'll Love About Harbor Works` opens a section of benefits.

use super::{
    Segmenter, State,
    mark::Mark,
    section::{Section, guess},
    words::Heading,
};
use aho_corasick::AhoCorasick;
use std::sync::LazyLock;

impl Segmenter {
    /// "Tools and Resources" over a list or a paragraph, inside a section that asks: a heading that is not known.
    pub(super) fn stands_alone(&self, line: &str, next: &str, state: State) -> bool {
        let word_count = line.split_whitespace().take(11).count();
        if !next.is_empty() && (asks_reader(line) || word_count <= 7 && names_requirements(line) || leads_on(line)) {
            return true;
        }
        if !(2..=10).contains(&word_count) || !is_title(line) {
            return false;
        }
        let heads = state.section.asks()
            && state.blank
            && !self.breaker.opens_item(line)
            && (next.trim_start().starts_with('•') || next.len() > 100);
        // "Soft Skills & Mindset" over a longer line, where pages have lost their blank lines.
        let guessed = guess(line).filter(|_| next.len() > 40 && !is_title(next) && !self.breaker.opens_item(line));
        let told = guessed.is_some_and(|section| state.section.asks() || section.asks());
        told && word_count <= 8 || heads && word_count <= 5
    }

    /// The section that a line opens when it is a heading. `set_off` says whether it stands alone or is bold.
    pub(super) fn heading(&self, line: &str, marked: Mark, set_off: &dyn Fn() -> bool) -> Option<Section> {
        if line.len() > 120 {
            return None;
        }
        if let Some(section) = self.headings.section(line) {
            let bare = line.trim_end_matches([':', '.', ' ']);
            let sentence = line.trim_end().ends_with('.') && bare.split_whitespace().count() > 3;
            return (!sentence).then_some(section);
        }
        if let Some(section) = self.of_employer(line) {
            return Some(section);
        }
        let word_count = line.split_whitespace().take(15).count();
        let colon = line.trim_end().ends_with(':');
        if (3..=12).contains(&word_count) && !line.ends_with(['.', ',', ';']) && mentions_offer(line) {
            return guess(line).or(Some(Section::Benefits));
        }
        if colon && (counts_experience(line) || word_count <= LONGEST_TASK && names_task(line)) {
            return (!counts_experience(line)).then_some(Section::Duties);
        }
        if asks_reader(line) && word_count <= 12 && set_off() {
            return Some(if screens(line) { Section::Application } else { guess(line).unwrap_or(Section::Other) });
        }
        let capitals = word_count > 1 && !line.chars().any(char::is_lowercase) && line.chars().any(char::is_alphabetic);
        if word_count <= 8 && !colon && !line.ends_with('.') && set_off() {
            return Some(guess(line).unwrap_or(if leads_on(line) { Section::Required } else { Section::Other }));
        }
        if marked == Mark::Heading {
            return Some(guess(line).unwrap_or(Section::Other));
        }
        if (colon && word_count <= 14) || (capitals && word_count <= 7) {
            return guess(line).or_else(|| (colon && leads_on(line)).then_some(Section::Required));
        }
        None
    }

    /// "What You'll Love About Harbor Works": a heading that names the employer where others say "us".
    fn of_employer(&self, line: &str) -> Option<Section> {
        let words = line.trim_end_matches([':', ' ']).split_whitespace();
        if !words.clone().next_back()?.starts_with(char::is_uppercase) {
            return None;
        }
        let named = words.clone().rev().take_while(|word| word.starts_with(|c: char| c.is_uppercase())).count();
        let count = words.clone().count();
        let joint = |at: usize| {
            words.clone().nth(at).is_some_and(|word| ["about", "join", "with", "for"].iter().any(|known| word.eq_ignore_ascii_case(known)))
        };
        let at = (count.saturating_sub(named.min(LONGEST_EMPLOYER) + 1)..count.saturating_sub(1)).find(|at| joint(*at))?;
        let line = words.take(at + 1).chain(["us"]).collect::<Vec<_>>().join(" ");
        self.headings.section(&line)
    }
}

/// "At least two years' experience in:": no heading, but the beginning of what the items below end.
fn counts_experience(line: &str) -> bool {
    let mut words = line.split_whitespace().map(|word| word.trim_end_matches(['\'', '’', ':']));
    let years = words.any(|word| ["year", "years", "year's", "years'", "months"].iter().any(|known| word.eq_ignore_ascii_case(known)));
    years && leads_to_list(line) && line.split_whitespace().any(|word| word.trim_end_matches(':').eq_ignore_ascii_case("experience"))
}

/// "Updates job knowledge by:": what somebody does.
fn names_task(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default();
    first.ends_with('s') && line.trim_end().ends_with(" by:")
}

/// The longest task that is taken for a heading, in words.
const LONGEST_TASK: usize = 6;

/// The longest name of an employer in a heading, in words.
const LONGEST_EMPLOYER: usize = 4;

/// "Hiring Qualifications: …": a heading that is not known but by its words, with the list behind its colon; where the colon stands.
pub(super) fn label_ahead(line: &str) -> Option<(Section, usize)> {
    let bytes = line.as_bytes();
    let colon = memchr::memchr(b':', bytes.get(..60).unwrap_or(bytes)).filter(|at| at + 2 < line.len())?;
    let label = line.get(..colon).filter(|label| is_title(label) && label.split_whitespace().count() <= 6)?;
    let said = ["qualification", "requirement"].iter().any(|word| label.to_lowercase().contains(word));
    let section = guess(label).filter(|section| section.asks() && said)?;
    Some((section, colon))
}

/// "Required qualification and experience": a line that ends in what only headings name so.
fn names_requirements(line: &str) -> bool {
    const JOINTS: &[&str] = &["in", "with", "of", "years", "a", "the", "is", "are"];
    let names = |word: &str| Heading::shared().asked.iter().any(|known| known.eq_ignore_ascii_case(word));
    let joins = |word: &str| JOINTS.iter().any(|known| known.eq_ignore_ascii_case(word));
    let mut words = line.split_whitespace();
    let ends = words.next_back().is_some_and(|last| names(last) || last.eq_ignore_ascii_case("experience"));
    ends && line.starts_with(char::is_uppercase)
        && words.next().is_some()
        && line.split_whitespace().any(names)
        && !line.split_whitespace().any(joins)
}

/// "We imagine you're someone who has": a line that breaks off where the list below goes on.
fn leads_on(line: &str) -> bool {
    let Heading { people, open, .. } = Heading::shared();
    let words = || line.split_whitespace().map(str::to_lowercase);
    let breaks_off = words().next_back().is_some_and(|last| {
        let last = last.trim_end_matches(['.', '…', ':']).replace('’', "'");
        // "You'll thrive in this role if you:"
        open.contains(&last) || matches!(last.as_str(), "you" | "you're" | "if") && words().any(|word| word == "if")
    });
    breaks_off && (3..=12).contains(&words().count()) && words().any(|word| people.contains(&word.replace('’', "'")))
}

/// "How is it working here?", "Sounds like you?": a question that stands over what follows, and is none of a screening.
fn asks_reader(line: &str) -> bool {
    let opens = |first: &str| {
        let first = first.to_lowercase().replace('’', "'");
        Heading::shared().question.iter().any(|known| known == first.trim_end_matches(','))
    };
    line.ends_with('?') && line.split_whitespace().next().is_some_and(opens)
}

/// "What is your level of education?": an applicant is asked, and the answers to choose from stand below.
fn screens(question: &str) -> bool {
    let lower = question.to_lowercase();
    let has = |list: &[String]| list.iter().any(|wording| lower.contains(wording.as_str()));
    has(&Heading::shared().screening) && !has(&Heading::shared().needed)
}

/// "Here is what we can offer you", "What's in it for you?": headings that are whole sentences.
fn mentions_offer(line: &str) -> bool {
    static OFFERS: LazyLock<Option<AhoCorasick>> =
        LazyLock::new(|| AhoCorasick::builder().ascii_case_insensitive(true).build(&Heading::shared().offer).ok());
    OFFERS.as_ref().is_some_and(|offers| offers.is_match(line))
}

/// "4. SELECTION CRITERIA": a numbered line of two to seven words in capitals.
pub(super) fn is_shouted(line: &str) -> bool {
    !line.chars().any(char::is_lowercase)
        && line.chars().filter(|c| c.is_alphabetic()).nth(8).is_some()
        && (2..=7).contains(&line.split_whitespace().count())
}

/// Whether all words but the small ones are capitalised, and no stop ends the line.
fn is_title(line: &str) -> bool {
    const SMALL: &[&str] = &["and", "of", "the", "for", "in", "to", "a", "&", "at", "with", "or"];
    let titled = line.split_whitespace().all(|word| word.starts_with(|c: char| c.is_uppercase()) || SMALL.contains(&word));
    titled && !line.ends_with(['.', ',', ';', '!'])
}

/// "… in one of the following:", "… experience with:".
pub(super) fn leads_to_list(piece: &str) -> bool {
    let Some(body) = piece.trim_end().strip_suffix(':') else { return false };
    let last = body.rsplit(' ').next().unwrap_or_default().to_ascii_lowercase();
    body.len() > 12
        && (body.to_ascii_lowercase().contains("following")
            || ["in", "with", "of", "including", "as", "in:", "areas"].contains(&last.as_str()))
}
