//! What a single phrase is: a skill or a trait.

use super::{NoteRule, Setting, group::begins_clause, joins::is_verb_form, subject};
use crate::{
    kind::{
        Predicate,
        heads::{Head, HeadKind, Heads, TaskWord},
        skill,
        trait_::{self, task::Nature},
        words::Words,
    },
    line::Line,
    taxonomy::Family,
};
use std::ops::Range;

/// The longest phrase that is taken as a name where no head says that it is one, in words.
const LONGEST_BARE: usize = 5;

/// The longest text of an atom, in words.
const LONGEST_TEXT: usize = 14;

/// "experience in", "track record of": what follows was done, and can be checked.
fn done_before(line: &Line<'_>, head: Head) -> bool {
    head.kind == HeadKind::Skill
        && line
            .find(head.end.saturating_sub(3)..head.end, &["experience", "experiences", "experienced", "record", "expertise", "background"])
            .is_some()
}

/// What a phrase asks; `None` where it names nothing.
pub(super) fn read(line: &Line<'_>, range: &Range<usize>, head: Option<Head>, setting: Setting<'_>) -> Option<Predicate> {
    if head.is_some_and(|h| h.kind == HeadKind::Trait) {
        if line.matches("both individually|independently|alone", range.start).is_some()
            || line.matches("as a|an? _1 member|part of", range.start).is_some()
        {
            return None; // "enjoy solving puzzles, | both individually and | as a member of a team"
        }
        let words = trim_end(line, capped(range.clone()));
        note(line, &words, head, setting, NoteRule::TraitHead);
        let alone = line.labels_of(Family::Trait).any(|label| label.words == words); // "driven"
        return (words.len() > 1 || alone).then(|| trait_::read::of_phrase(line, &words));
    }
    let lists = &Words::shared().phrase;
    let words = from_work(line, clean(line, range.clone()));
    if words.is_empty() || !line.phrase(&words).chars().any(char::is_alphabetic) || is_address(line.phrase(&words)) {
        return None;
    }
    if line.is_number(words.start) && line.is_one_of(words.start + 1, &["of", "\""]) {
        return None; // "2 of 4", "3" above"
    }
    if words.len() == 1
        && head.is_some_and(|h| h.kind == HeadKind::Ability)
        && line.matches("you can", words.start.saturating_sub(2)).is_some()
    {
        return None; // "a portfolio that | you can share"
    }
    let skill_label = longest_label(line, Family::Skill, &words);
    let trait_label = longest_label(line, Family::Trait, &words);
    if words.clone().all(|at| line.is_sign(at) || line.is_one_of(at, &["written", "verbal", "oral", "spoken", "both"]))
        || is_manner_of_language(line, &words)
        || is_manner_of_speaking(line, &words)
        || is_work_itself(line, words.start)
    {
        return None;
    }
    if words.len() == 1 && line.is_one_of(words.start, &["internal", "external"]) {
        return None; // "communication at all levels, internal and external"
    }
    let letter = words.len() == 1 && line.raw(words.start).chars().nth(1).is_none() && skill_label.is_none(); // "Category B"
    if trait_label.is_none() && words.len() <= 2 && words.clone().all(|at| lists.manner.has(line, at)) || letter {
        return None;
    }
    let level = head.and_then(|h| h.level);
    let by_ending = trait_::read::ends_as_trait(line, &words);
    let subject = is_subject(line, &words);
    if !setting.bare && !subject && head.is_none() && trait_label.is_none() && skill_label.is_none() && !(by_ending && setting.asks) {
        return None;
    }
    if lists.firm.has(line, words.end - 1) {
        return None; // "Harbor Works Inc."
    }
    let named = trait_label.as_ref().is_some_and(|t| t.start == words.start) || is_capitals(line, words.start);
    let praised = head.is_some_and(|h| h.kind == HeadKind::Grade) && lists.chances.has(line, words.start);
    if praised && (words.len() == 1 || line.is_one_of(words.start + 1, &["for", "to", "if", "in"])) {
        return None; // "a great | opportunity for a student"
    }
    if is_code(line, &words) || lists.outside.has(line, words.start) && !named {
        return None;
    }
    if skill_label.is_none() && trait_label.is_none() && words.len() == 1 && line.word(words.start).ends_with("ly") {
        return None; // "sufficiently"
    }
    let named = skill_label.is_some() || trait_label.is_some() || is_verb_form(Heads::shared(), line.word(words.start));
    if !named && words.len() <= 3 && Heads::shared().is_people(line.word(words.end - 1)) {
        return None; // "… clients, attorneys and staff"
    }
    let done = head.is_some_and(|h| done_before(line, h)) && line.word(words.start).ends_with("ing");
    let whole_trait = trait_label.as_ref().is_some_and(|t| *t == words);
    let by_nature = trait_label.as_ref().is_some_and(|t| t.start == words.start)
        && head.is_some_and(|h| line.find(h.end.saturating_sub(3)..h.end, &["record"]).is_some()); // "track record of taking initiative"
    if done && !by_nature {
        return Some(skill::read::of_phrase(line, &words, level)); // "track record of delivering timely information"
    }
    // "Smart View" behind "proficiency with": a name, though "smart" is a disposition.
    let named = head.is_some_and(|h| h.kind == HeadKind::Skill)
        && words.len() > 1
        && words.start > 0
        && !whole_trait
        && words.clone().all(|at| line.is_capital(at));
    let nature = if done || !begins_task(line, &words, head) { None } else { trait_::task::nature(line, &words) };
    let is_trait = is_way_of_speaking(line, &words)
        || !named
            && nature != Some(Nature::Craft)
            && (nature == Some(Nature::Disposition)
                || trait_label.as_ref().is_some_and(|t| {
                    skill_label.as_ref().is_none_or(|s| s.len() <= t.len())
                        && (t.start <= words.start + 1
                            || t.end == words.end && (t.len() * 3 >= words.len() || line.find(words.clone(), &["("]).is_some())
                            || t.len() * 2 >= words.len())
                }));
    if is_trait || (by_ending && skill_label.as_ref().is_none_or(|s| s.len() < words.len())) {
        note(line, &words, head, setting, if is_trait { NoteRule::Trait } else { NoteRule::TraitEnding });
        return Some(trait_::read::of_phrase(line, &with_manner(line, words)));
    }
    let words = match (words.start + 1..words.end - 1).find(|at| lists.clause.has(line, *at) && !is_capitals(line, *at)) {
        Some(clause) if !begins_clause(line, words.start) => trim_end(line, words.start..clause),
        _ => words,
    };
    if words.is_empty() {
        return None;
    }
    let headed = head.is_some_and(|h| h.kind != HeadKind::Grade);
    let graded = head.is_some();
    let bare = setting.bare && words.len() <= LONGEST_BARE;
    let known = skill_label.is_some_and(|s| s.len() + 2 >= words.len());
    let rule = match (headed, graded, bare) {
        (true, ..) => NoteRule::Head,
        (_, true, _) => NoteRule::Grade,
        (_, _, true) => NoteRule::BareName,
        _ => NoteRule::KnownName,
    };
    note(line, &words, head, setting, rule);
    (headed || graded || bare || subject || (known && (setting.asks || is_tailed(line, words.end))))
        .then(|| skill::read::of_phrase(line, &words, level))
}

/// "Zoning experience is a plus": what begins the line and of which nothing else is said.
fn is_subject(line: &Line<'_>, words: &Range<usize>) -> bool {
    words.start == 0 && words.len() <= LONGEST_BARE && subject::is_experience(line, words.end)
}

/// "machine learning | and deep learning experience is a plus": whether a word for skill or experience ends the list of names.
fn is_tailed(line: &Line<'_>, from: usize) -> bool {
    let mut at = from;
    while at < line.len().min(from + LONGEST_TEXT) {
        if line.is_one_of(at, &["experience", "skills", "expertise", "knowledge", "proficiency"]) {
            return !is_of_others(line, at);
        }
        at = match line.label_at(Family::Skill, at) {
            Some(label) => label.words.end,
            None if line.is_one_of(at, &[",", "/", "and", "or", "&"]) => at + 1,
            None => return false,
        };
    }
    false
}

/// "IT", "US": a name, though the word in small letters is none.
fn is_capitals(line: &Line<'_>, at: usize) -> bool {
    line.raw(at).len() > 1 && line.raw(at).chars().all(char::is_uppercase) && line.text.chars().any(char::is_lowercase)
}

/// "GS-11", "SF 50", "GS": a pay grade or a form, and "AB204117": the number of a posting. "SF Bay" is none.
fn is_code(line: &Line<'_>, words: &Range<usize>) -> bool {
    let next = words.start + 1;
    let digits = line.raw(words.start).bytes().filter(u8::is_ascii_digit).count();
    digits >= MOST_DIGITS
        || Words::shared().phrase.codes.has(line, words.start) && (words.len() == 1 || line.is_number(next) || line.is_one_of(next, &["-"]))
}

/// How many digits no name has.
const MOST_DIGITS: usize = 6;

/// An address of mail or of a page.
fn is_address(text: &str) -> bool {
    text.contains('=')
        || memchr::memchr3(b'@', b'.', b':', text.as_bytes()).is_some()
            && ["@", "www.", "http:", "https:", ".com/", ".aspx"].iter().any(|sign| text.contains(sign))
}

/// "able to | work alone", "comfortable | working alone"; what one has knowledge of is a subject, whatever its form.
fn begins_task(line: &Line<'_>, words: &Range<usize>, head: Option<Head>) -> bool {
    match head {
        Some(head) if head.kind == HeadKind::Ability => true,
        _ if !line.word(words.start).ends_with("ing") => false,
        Some(head) => Words::shared().phrase.known.find(line, head.end.saturating_sub(3)..head.end).is_none(),
        None => true,
    }
}

/// "fluent English, | spoken and written": how a language is used.
fn is_manner_of_language(line: &Line<'_>, words: &Range<usize>) -> bool {
    words.clone().all(|at| Words::shared().phrase.usage.has(line, at))
        && !line.is_one_of(words.end, &["skills", "abilities", "communication", "skill"])
        && line.labels_of(Family::Language).next().is_some()
}

/// "excellent communication skills, | both verbal and written": how one communicates, which the phrase before has said.
fn is_manner_of_speaking(line: &Line<'_>, words: &Range<usize>) -> bool {
    let told = &["communication", "communications", "communicator", "communicate", "communicating"];
    let spoken = line.find(words.clone(), &["written", "verbal", "oral", "spoken"]).is_some();
    spoken && words.clone().all(|at| Words::shared().phrase.usage.has(line, at)) && line.find(0..words.start, told).is_some()
}

/// "interpersonal (verbal and written) communication": a disposition, with how it shows in a parenthesis.
fn is_way_of_speaking(line: &Line<'_>, words: &Range<usize>) -> bool {
    let open = line.find(words.clone(), &["("]);
    let Some((open, close)) = open.zip(line.find(words.clone(), &[")"])).filter(|(open, close)| open < close) else { return false };
    let manner = (open + 1..close).all(|at| line.is_sign(at) || Words::shared().phrase.usage.has(line, at));
    let name = format!("{} {}", line.phrase(&(words.start..open)), line.phrase(&(close + 1..words.end)));
    manner && line.taxonomy.named(Family::Trait, name.trim()).is_some()
}

/// "working with | a wide range of people": the phrase with what it says of work, which experience was only gathered by.
fn from_work(line: &Line<'_>, words: Range<usize>) -> Range<usize> {
    let passed = |at: usize| Heads::shared().is_leading(line.word(at));
    let work = (0..words.start).rev().take(LONGEST_LEAD).find(|at| line.is_one_of(*at, &["working"]));
    // "experience working with remote teams": with whom one worked is not known by itself
    let people = |at: usize| Heads::shared().is_people(line.word(at)) || line.is_one_of(at, &["team", "teams"]);
    let from = work
        .filter(|work| {
            *work == 0
                || !Words::shared().experience.noun.has(line, work - 1)
                || line.is_one_of(*work + 1, &["with"]) && people(words.end - 1)
        })
        .and_then(|work| Some((work, line.matches("with|in|on|within|across|under", work + 1)?)));
    match from.filter(|(_, from)| (*from..words.start).all(passed)).map(|(work, _)| work..words.end) {
        Some(whole) if trait_::task::nature(line, &whole) == Some(Nature::Disposition) => whole,
        _ => words,
    }
}

/// The longest lead from "working" to what one works with, in words.
const LONGEST_LEAD: usize = 6;

/// "communication | skills, both verbal and written": the phrase with how one communicates.
fn with_manner(line: &Line<'_>, words: Range<usize>) -> Range<usize> {
    const MANNER: &str = "skills|abilities? ,? both? verbal|written|oral|spoken and|&|or|/ verbal|written|oral|spoken";
    let told = line.is_one_of(words.end - 1, &["communication", "communications", "communicator"]);
    line.matches(MANNER, words.end).filter(|_| told).map_or(words.clone(), |end| words.start..end)
}

/// "the experience necessary to | perform the duties of the job", "current | employment with the city": the work itself, not what
/// it takes.
fn is_work_itself(line: &Line<'_>, at: usize) -> bool {
    [
        "perform|performing|fulfill|fulfil the|all|these|this|those|such _3 job|work|duties|functions|responsibilities|tasks|role",
        "employment with|by|at a|an|the? _",
        "perform|performing|fulfill|fulfil job|essential|required|assigned|such|work duties|functions|responsibilities|tasks",
    ]
    .iter()
    .any(|wording| line.matches(wording, at).is_some())
}

/// Notes why a phrase is taken, where somebody asks.
fn note(line: &Line<'_>, words: &Range<usize>, head: Option<Head>, setting: Setting<'_>, rule: NoteRule) {
    if let Some(notes) = setting.notes {
        notes.add(line, words, head, rule);
    }
}

/// The longest label of a family in a phrase; of one that reaches beyond it ("communication skills"), the part inside.
fn longest_label(line: &Line<'_>, family: Family, words: &Range<usize>) -> Option<Range<usize>> {
    line.labels_of(family)
        .map(|l| l.words.start.max(words.start)..l.words.end.min(words.end))
        .filter(|part| !part.is_empty())
        .max_by_key(Range::len)
}

/// A phrase without the words around it that name nothing: "common ML frameworks" → "ML frameworks".
pub(super) fn clean(line: &Line<'_>, range: Range<usize>) -> Range<usize> {
    let heads = Heads::shared();
    let mut words = capped(range);
    words.start =
        line.matches("the? area|areas|field|fields|realm|world of", words.start).filter(|end| *end < words.end).unwrap_or(words.start);
    while words.start < words.end
        && (line.is_sign(words.start) || heads.is_leading(line.word(words.start)) && !begins_long_label(line, &words))
        && !leads_people(line, words.start)
    {
        words.start += 1;
    }
    let words = trim_end(line, whole_parens(line, words));
    let words = behind_tail(line, words);
    let named = line.label_at(Family::Skill, words.start).map_or(2, |label| label.words.len().min(2)); // "Python for data analysis"
    let purpose = line.find(words.start + named..words.end, &["for"]).filter(|at| at + 1 < words.end); // "contact databases for data accuracy purposes"
    // "statistical modeling | in at least one package"
    let choice = line.search("in|using|with at least one|two|# _", words.start + 1..words.end).map(|found| found.start);
    match purpose.or(choice).or_else(|| aim(line, &words)) {
        Some(purpose) => trim_end(line, words.start..purpose),
        None => words,
    }
}

/// "experience | leading a team": a task, where "leading tools" only praises them.
fn leads_people(line: &Line<'_>, at: usize) -> bool {
    line.is_one_of(at, &["leading"])
        && (line.is_one_of(at + 1, &["a", "an", "the", "teams", "people", "projects"])
            || at > 0 && Heads::shared().noun_at(line, at - 1).is_some())
}

/// A phrase up to a parenthesis that does not close in it.
fn whole_parens(line: &Line<'_>, words: Range<usize>) -> Range<usize> {
    match line.find(words.clone(), &["("]) {
        Some(open) if line.find(open..words.end, &[")"]).is_none() => words.start..open,
        _ => words,
    }
}

/// "Heroku | to join our team": where a name ends and what it is wanted for begins.
fn aim(line: &Line<'_>, words: &Range<usize>) -> Option<usize> {
    let heads = Heads::shared();
    if is_verb_form(heads, line.word(words.start)) {
        return None; // "use statistics to find causes" is one task
    }
    let leads = |at: usize| {
        line.is_one_of(at, &["able", "ability", "willing", "willingness", "desire", "how", "eager", "ready", "need", "or", "and"])
    };
    (words.start + 1..words.end).find(|at| line.is_one_of(*at, &["to"]) && heads.is_verb(line.word(at + 1)) && !leads(at - 1))
}

/// The text of a phrase under a head with the generic noun that it shares with a neighbor; `None` where it shares none.
pub(super) fn shared_text(
    line: &Line<'_>,
    range: &Range<usize>,
    before: impl FnOnce() -> Option<Range<usize>>,
    after: impl FnOnce() -> Option<Range<usize>>,
) -> Option<String> {
    let lists = &Words::shared().phrase;
    let own = clean(line, range.clone());
    if own.len() != 1 {
        return None;
    }
    let labelled =
        |words: &Range<usize>| line.labels().iter().any(|l| matches!(l.family, Family::Skill | Family::Trait) && l.words == *words);
    let alike = |at: usize| lists.shared.has(line, at) || lists.alike.has(line, at);
    if alike(own.start) {
        let before = before().filter(|b| b.len() >= 2 && alike(b.end - 1))?;
        return Some(format!("{} {}", line.phrase(&(before.start..before.end - 1)), line.phrase(&own)));
    }
    let after = after()?;
    let shares_nature = |a: &Range<usize>| line.labels_of(Family::Trait).any(|label| label.words.start < a.end && label.words.end >= a.end);
    if (2..=4).contains(&after.len())
        && is_adjective(line.word(own.start))
        && is_adjective(line.word(after.start))
        && line.label_at(Family::Trait, own.start).is_none()
        && !shares_nature(&after)
    {
        return Some(format!("{} {}", line.phrase(&own), line.phrase(&(after.start + 1..after.end)))); // "political and economical trends"
    }
    if labelled(&own) || !may_modify(line, own.start) {
        return None;
    }
    let whole = |a: &Range<usize>| a.clone().all(|at| !line.is_sign(at)) && !line.is_capital(a.start);
    if !(2..=LONGEST_SHARED).contains(&after.len()) || !whole(&after) {
        return None;
    }
    let noun = after.end - 1;
    let acts = alike(noun) || Heads::shared().is_action(line.word(noun)) || line.is_one_of(noun, &["testing", "engineering"]);
    // "unit and integration testing": the noun stands behind as many words of the other phrase
    let text = format!("{} {}", line.phrase(&own), line.phrase(&(after.start + 1..after.end)));
    (acts && !shares_nature(&after) && (!labelled(&after) || line.taxonomy.named(Family::Skill, &text).is_some())).then_some(text)
}

/// The longest phrase whose noun is shared, in words and signs.
const LONGEST_SHARED: usize = 3;

/// Whether a word may stand before a noun that is told later: no name, number, plural or thing of its own.
fn may_modify(line: &Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    !line.is_capital(at)
        && !line.is_number(at)
        && !word.ends_with('s')
        && !word.ends_with("ing")
        && !line.is_one_of(at, &["written", "oral", "verbal", "spoken"])
        && !Heads::shared().is_task_word(TaskWord::Thing, word)
}

/// Whether a word is an adjective by its ending: "political", "economic".
pub(super) fn is_adjective(word: &str) -> bool {
    word.len() > 5 && ["al", "ic", "ive", "ary", "ous", "ble"].iter().any(|ending| word.ends_with(ending))
}

fn capped(range: Range<usize>) -> Range<usize> {
    range.start..range.end.min(range.start + LONGEST_TEXT)
}

fn begins_long_label(line: &Line<'_>, words: &Range<usize>) -> bool {
    [Family::Skill, Family::Trait].into_iter().any(|family| line.label_at(family, words.start).is_some_and(|l| l.words.end <= words.end))
}

fn trim_end(line: &Line<'_>, mut words: Range<usize>) -> Range<usize> {
    while words.end > words.start {
        let last = words.end - 1;
        let in_label = || {
            line.labels().iter().any(|l| {
                matches!(l.family, Family::Skill | Family::Trait)
                    && l.words.end == words.end
                    && l.words.start >= words.start
                    && l.words.len() > 1
            })
        };
        let closes = || line.word(last) == ")" && line.find(words.clone(), &["("]).is_some(); // "Query Language (QL)"
        let sign = line.is_sign(last) && !matches!(line.word(last), "+" | "#" | "%") && !closes();
        if sign || (Words::shared().phrase.trailing.has(line, last) && !is_of_others(line, last) && !in_label()) {
            words.end = last;
        } else {
            break;
        }
    }
    words
}

/// "user experience", "customer experiences": what others go through.
fn is_of_others(line: &Line<'_>, noun: usize) -> bool {
    line.is_one_of(noun, &["experience", "experiences"]) && noun > 0 && Words::shared().phrase.of_others.has(line, noun - 1)
}

/// "coding skills in Python" → "Python"; "communication skills with clients" → "communication".
fn behind_tail(line: &Line<'_>, words: Range<usize>) -> Range<usize> {
    const TAILS: &[&str] = &["skills", "abilities", "experience", "proficiency", "skill"];
    let tail = line.places(words.start + 1..words.end, TAILS).find(|at| !is_of_others(line, *at));
    let Some(tail) = tail else { return words };
    let behind = tail + 1..words.end;
    let unbroken = (words.start..tail).all(|at| !line.is_sign(at) || !line.is_spaced(at));
    if unbroken
        && line.is_one_of(tail, &["experience"])
        && line.word(behind.start).len() > 5
        && line.word(behind.start).ends_with("ing")
        && behind.len() > 1
    {
        return behind; // "development experience | building scalable services"
    }
    let list = line.is_one_of(behind.start, &["in", "with", "using", "of"]);
    let skill_before = line.labels_in(Family::Skill, words.start..tail).next().is_some_and(|l| l.words.len() > 1);
    let trait_before = line.labels_in(Family::Trait, words.start..tail + 1).next().is_some();
    if list && !skill_before && !trait_before && line.labels_in(Family::Skill, behind.clone()).next().is_some() {
        return behind.start + 1..behind.end;
    }
    words.start..tail
}

/// Whether a phrase is the proper name of one thing.
pub(super) fn is_a_name(line: &Line<'_>, words: &Range<usize>) -> bool {
    let words = clean(line, words.clone());
    words.clone().all(|at| line.is_capital(at)) && line.labels_in(Family::Skill, words.clone()).any(|l| l.words == words)
}
