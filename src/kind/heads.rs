//! Words that head a phrase about the candidate: "strong knowledge of …", "… skills", "proficient in …".
//!
//! The words are data (`data/heads.toml`); how they combine is read here, for all kinds.

mod packed;

use super::{Setting, SkillLevel};
use crate::{
    line::Line,
    taxonomy::Family,
    text::{flat::Sieve, key::lower},
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// Phrases by their first word, each with the words that follow it.
type ByFirst<T> = FxHashMap<String, Vec<(Vec<String>, T)>>;

/// What a head makes of the phrase behind or before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HeadKind {
    /// "knowledge of", "proficient in": a skill.
    Skill,
    /// "ability to", "able to": a task, which is a skill or a trait.
    Ability,
    /// "passion for", "willing to": a trait.
    Trait,
    /// "strong", "excellent": the head noun follows the phrase.
    Grade,
}

/// What a word of a task is: "manage | multiple | projects".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum TaskWord {
    /// "work", "thrive": a verb that says only where, how or with whom.
    Manner,
    /// "communicate", "learn": a verb of a disposition.
    Disposition,
    /// "analyze", "build": a verb of work on a thing.
    Craft,
    /// "manage", "handle": a verb that says only that something is dealt with.
    Light,
    /// "deadlines", "trust": what only a disposition deals with.
    Object,
    /// "problems": the same, where nothing more is said of them.
    PlainObject,
    /// "projects": the same, where there are many.
    CountedObject,
    /// "multiple"
    Many,
    /// "data", "tools": what is worked with.
    Thing,
}

/// A head found in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) kind: HeadKind,
    pub(crate) level: Option<SkillLevel>,
    /// Where the phrase it heads begins.
    pub(crate) end: usize,
}

/// The words of `data/heads.toml`, ready to be looked up.
#[derive(Debug)]
pub(crate) struct Heads {
    grades: ByFirst<SkillLevel>,
    nouns: ByFirst<SkillLevel>,
    adjectives: ByFirst<SkillLevel>,
    trait_nouns: FxHashSet<String>,
    trait_adjectives: FxHashSet<String>,
    trait_praise: FxHashSet<String>,
    /// By their first word, each with the words that follow it.
    trait_verbs: FxHashMap<String, Vec<Vec<String>>>,
    trait_company: FxHashSet<String>,
    prepositions: FxHashSet<String>,
    settings: FxHashMap<String, Setting>,
    areas: FxHashSet<String>,
    industries: FxHashSet<String>,
    work: FxHashSet<String>,
    places: FxHashSet<String>,
    verbs: FxHashSet<String>,
    /// Each word with a bit for each role that it can have.
    task_words: FxHashMap<String, u16>,
    leading: FxHashSet<String>,
    descriptions: FxHashSet<String>,
    people: FxHashSet<String>,
    actions: FxHashSet<String>,
    action_endings: Vec<String>,
    /// The words with which heads begin.
    firsts: Sieve,
}

impl Heads {
    /// The words that quals ships, loaded once.
    pub(crate) fn shared() -> &'static Self {
        static SHARED: LazyLock<Heads> = LazyLock::new(Heads::load);
        &SHARED
    }

    /// The setting that a word or two name.
    pub(crate) fn setting(&self, text: &str) -> Option<Setting> {
        self.settings.get(&*lower(text)).copied()
    }

    /// Whether a phrase, or its last words, names an industry, a role or a kind of work: "retail management".
    pub(crate) fn is_area(&self, text: &str) -> bool {
        let lower = lower(text);
        self.work.contains(&*lower) || ends_in(&self.areas, &lower) || ends_in(&self.industries, &lower)
    }

    /// Whether a phrase names an industry by its last words, or as a whole a role or a kind of work: "orthopedic surgery", "sales",
    /// but neither "data management" nor the task "supervising".
    pub(crate) fn is_industry(&self, text: &str) -> bool {
        let lower = lower(text);
        let kind = self.areas.contains(&*lower) && !lower.ends_with("ing");
        self.work.contains(&*lower) || kind || ends_in(&self.industries, &lower)
    }

    /// Whether a word names a place of work.
    pub(crate) fn is_place(&self, word: &str) -> bool {
        self.places.contains(word)
    }

    /// Whether a word only praises or measures the noun behind it.
    pub(crate) fn is_description(&self, word: &str) -> bool {
        self.descriptions.contains(word)
    }

    /// Whether a word is a noun of what is done: "development", "upkeep".
    pub(crate) fn is_action(&self, word: &str) -> bool {
        self.actions.contains(word) || word.len() > 5 && self.action_endings.iter().any(|ending| word.ends_with(ending.as_str()))
    }

    /// Whether a word names people one works with or for.
    pub(crate) fn is_people(&self, word: &str) -> bool {
        self.people.contains(word)
    }

    /// Whether a word begins a task.
    pub(crate) fn is_verb(&self, word: &str) -> bool {
        self.verbs.contains(word)
    }

    /// Whether a phrase is a disposition where it stands among others.
    pub(crate) fn is_trait_in_company(&self, text: &str) -> bool {
        self.trait_company.contains(&*lower(text))
    }

    /// Whether a word can be that in a task.
    pub(crate) fn is_task_word(&self, role: TaskWord, word: &str) -> bool {
        self.task_words.get(word).is_some_and(|roles| roles >> role as u16 & 1 != 0)
    }

    /// Whether a verb, bare or as a gerund, can be that in a task: "lead", "leading".
    pub(crate) fn is_task_verb(&self, role: TaskWord, word: &str) -> bool {
        let stem = word.strip_suffix("ing").filter(|stem| stem.len() > 2);
        self.is_task_word(role, word)
            || stem.is_some_and(|stem| self.is_task_word(role, stem) || self.is_task_word(role, &format!("{stem}e")))
    }

    /// Whether a word at the start of a phrase is no part of what the phrase names.
    pub(crate) fn is_leading(&self, word: &str) -> bool {
        self.leading.contains(word)
    }

    /// The level that a grade word at `at` gives, and where it ends.
    pub(crate) fn grade_at(&self, line: &Line<'_>, at: usize) -> Option<(SkillLevel, usize)> {
        let listed = line.is_one_of(at, &["technical"]) && line.is_one_of(at + 1, &[",", "and", "&", "or"]); // "technical and social skills"
        if listed { None } else { longest(&self.grades, line, at) }
    }

    /// The level of a head noun at `at`, and where it ends.
    pub(crate) fn noun_at(&self, line: &Line<'_>, at: usize) -> Option<(SkillLevel, usize)> {
        longest(&self.nouns, line, at)
    }

    /// The head that begins at `at`.
    pub(crate) fn head_at(&self, line: &Line<'_>, at: usize) -> Option<Head> {
        if !self.firsts.passes_hash(line.hash(at)?) {
            return None; // most words begin none
        }
        let (grade, after) = self.grades_from(line, at);
        let after = self.behind_trait_noun(line, after).unwrap_or(after);
        if self.trait_praise.contains(line.word(after)) {
            // "a genuine | interest in robotics"
            return self.trait_head(line, after + 1).filter(|_| self.trait_nouns.contains(line.word(after + 1)));
        }
        self.noun_head(line, grade, after)
            .or_else(|| self.trait_head(line, after))
            .or_else(|| self.adjective_head(line, grade, after))
            .or_else(|| (after > at).then_some(Head { kind: HeadKind::Grade, level: grade, end: after }))
    }

    /// "interest and | knowledge of", "knowledge of and | interest in": the wish beside a head, and where the head that it stands beside
    /// begins or ends.
    /// `head` is what begins at `at`.
    pub(crate) fn wish_at(&self, line: &Line<'_>, at: usize, head: Option<Head>) -> Option<(usize, usize)> {
        if self.trait_nouns.contains(line.word(at)) {
            let beside = self.behind_trait_noun(line, at)?;
            return self.head_at(line, beside).filter(|head| head.kind == HeadKind::Skill).map(|_| (at, beside));
        }
        let head = head.filter(|head| head.kind == HeadKind::Skill)?;
        let wish = line.matches("and|&|or", head.end)?;
        let wish = self.grades_from(line, wish).1;
        self.trait_nouns.contains(line.word(wish)).then_some((wish, head.end))
    }

    /// "Interest and knowledge of": where the second noun begins.
    fn behind_trait_noun(&self, line: &Line<'_>, at: usize) -> Option<usize> {
        let next = line.matches("and|&|or", at + 1).filter(|_| self.trait_nouns.contains(line.word(at)))?;
        let next = self.grades_from(line, next).1;
        self.noun_at(line, next).map(|_| next)
    }

    /// "Strong, proven", "Sufficient and effective": the highest grade, and where the words end.
    fn grades_from(&self, line: &Line<'_>, mut at: usize) -> (Option<SkillLevel>, usize) {
        let mut level: Option<SkillLevel> = None;
        while let Some((grade, end)) = self.grade_at(line, at) {
            let part_of_name = line.label_at(Family::Skill, at).is_some_and(|l| {
                let graded = line.taxonomy.named(Family::Skill, line.phrase(&(end..l.words.end))).is_some(); // "advanced SQL"
                l.words.len() > 1 && l.words.end > end && !(graded && line.is_one_of(at, &["advanced", "basic", "intermediate"]))
            });
            let nature = line.is_one_of(at, &["technical", "professional", "practical", "conceptual", "clear"])
                && line.label_at(Family::Trait, at).is_some_and(|l| l.words.end > end);
            // "strong technical skills": a name, where no subject follows
            let whole = part_of_name
                && line.is_one_of(at, &["technical"])
                && line
                    .label_at(Family::Skill, at)
                    .is_some_and(|l| line.word(l.words.end) != "and" && !self.prepositions.contains(line.word(l.words.end)));
            if part_of_name && self.noun_at(line, end).is_none() || nature || whole {
                break; // "significant deep learning expertise": "deep" belongs to the name
            }
            level = level.max(Some(grade));
            at = end;
            let next = line.matches(",|and|/|to", at).or_else(|| line.matches(", and", at));
            match next.filter(|next| self.grade_at(line, *next).is_some()) {
                Some(next) => at = next,
                None if self.grade_at(line, at).is_none() => break,
                None => {}
            }
        }
        (level, at)
    }

    /// "experience and knowledge in", "ability to", "understanding of the".
    fn noun_head(&self, line: &Line<'_>, grade: Option<SkillLevel>, at: usize) -> Option<Head> {
        let (mut level, mut end) = self.noun_at(line, at)?;
        let mut ability = line.is_one_of(end - 1, &["ability", "abilities", "capability", "capacity", "aptitude"]);
        loop {
            let joined = line.matches("and|or|/|&|and/or", end).map(|next| self.grades_from(line, next).1);
            match joined.and_then(|next| self.noun_at(line, next)) {
                Some((other, after)) => {
                    level = level.max(other);
                    end = after;
                    ability |= line.is_one_of(end - 1, &["ability"]);
                }
                // "ability and willingness to", "experience and interest in": the noun that can be checked is heard.
                None => match joined.filter(|next| self.trait_nouns.contains(line.word(*next))) {
                    Some(next) => end = next + 1,
                    None => break,
                },
            }
        }
        // "experience in and understanding of": the second noun has the phrase.
        if let Some(next) = line.matches("in|with|of and|or|/", end).map(|next| self.grades_from(line, next).1)
            && let Some((other, after)) = self.noun_at(line, next)
        {
            level = level.max(other);
            end = after;
        }
        let to = line.is_one_of(end, &["to"]);
        let behind = self.behind_noun(line, end)?;
        let kind = if to && (ability || line.is_one_of(end - 1, &["skills", "experience", "knowledge", "capacity"])) {
            HeadKind::Ability
        } else {
            HeadKind::Skill
        };
        Some(Head { kind, level: Some(grade.filter(|g| *g != SkillLevel::Working).unwrap_or(level)), end: behind })
    }

    /// Where the phrase behind a head noun begins: behind its preposition, or at a gerund.
    fn behind_noun(&self, line: &Line<'_>, at: usize) -> Option<usize> {
        if line.is_one_of(at, &[":"]) {
            return Some(at + 1);
        }
        let gerund = |at: usize| line.word(at).len() > 4 && line.word(at).ends_with("ing");
        if gerund(at) {
            return Some(
                line.matches("working with|on|in|within|across", at)
                    .or_else(|| line.matches("using", at))
                    .or_else(|| line.matches("developing|coding|scripting in|using", at)) // "experience developing in Java"
                    .unwrap_or(at),
            );
        }
        let recorded = line.is_one_of(at, &["for"]) && line.is_one_of(at.saturating_sub(1), &["record"]); // "track record for"
        if !self.prepositions.contains(line.word(at)) || line.is_one_of(at, &["and", "for", "as"]) && !recorded {
            return None;
        }
        let mut end = at + 1;
        for lead in [
            "working with|on|in|across", "using|utilizing", "the use of", "use of", "one or more of? the? following? _2 :",
            "one or more of", "any|one of the? following? _2 :", "how to", "the|both|all|various", ":",
        ] {
            end = line.matches(lead, end).unwrap_or(end);
        }
        Some(end)
    }

    fn trait_head(&self, line: &Line<'_>, at: usize) -> Option<Head> {
        let word = line.word(at);
        let noun = self.trait_nouns.contains(word)
            && line.is_one_of(at + 1, &["for", "in", "to", "of", "about", "around", "on", "towards", "with"]);
        let adjective = self.trait_adjectives.contains(word) && line.is_one_of(at + 1, &["about", "in", "to", "by", "for", "on"]);
        let verb = || {
            let rests = self.trait_verbs.get(word);
            rests.is_some_and(|rests| rests.iter().any(|rest| rest.iter().enumerate().all(|(i, other)| line.word(at + 1 + i) == other)))
        };
        (noun || adjective || verb()).then_some(Head { kind: HeadKind::Trait, level: None, end: at })
    }

    fn adjective_head(&self, line: &Line<'_>, grade: Option<SkillLevel>, at: usize) -> Option<Head> {
        // "proficient" is a grade too, so the adjective is looked for at the start of the grades as well.
        let (level, end) = longest(&self.adjectives, line, at)
            .or_else(|| (grade.is_some() && at > 0).then(|| longest(&self.adjectives, line, at - 1)).flatten())?;
        // "Experience the power of …": what a visitor is invited to
        if line.is_one_of(at, &["experience"]) && line.is_one_of(at + 1, &["the", "our", "what", "life", "how", "your", "this"]) {
            return None;
        }
        let ability = line.is_one_of(end - 1, &["to", "can"]);
        let end = ["both", "the use of", "use of", "using", "working with|in|on", "the", "how to", "all|various", ":"]
            .iter()
            .fold(end, |end, lead| line.matches(lead, end).unwrap_or(end));
        Some(Head {
            kind: if ability { HeadKind::Ability } else { HeadKind::Skill },
            level: Some(grade.map_or(level, |g| g.max(level))),
            end,
        })
    }
}

/// Whether the last words of a phrase are one of a set.
fn ends_in(set: &FxHashSet<String>, phrase: &str) -> bool {
    let words: Vec<&str> = phrase.split_whitespace().collect();
    (0..words.len()).any(|from| words.get(from..).is_some_and(|tail| set.contains(&tail.join(" "))))
}

fn longest(table: &ByFirst<SkillLevel>, line: &Line<'_>, at: usize) -> Option<(SkillLevel, usize)> {
    table.get(line.word(at))?.iter().find_map(|(rest, level)| {
        let end = at + 1 + rest.len();
        rest.iter().enumerate().all(|(i, word)| line.word(at + 1 + i) == word).then_some((*level, end))
    })
}
