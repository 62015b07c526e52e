//! A skill: the concept asked, a narrower one, or one that implies it, at the level asked; what the vocabulary does not know, by its words.
//!
//! A lower level is partial, by the ratio of levels; a skill without a level meets any. A broader concept alone (deep learning for PyTorch) is
//! half met a step up, a quarter two steps up. A task that no list of skills would name, and of which the vocabulary
//! knows little, is met where that little is shown, else assumed, like a trait: its owner alone can vouch for it.

use super::{Skill, SkillLevel};
use crate::{
    kind::{
        Candidate, Language,
        judge::{Asked, Fact, Phrase, Shown, level_points},
        language,
    },
    logic::{Bounds, Evidence, Needed, Verdict, at_least},
    profile::List,
    taxonomy::{ConceptId, CutPhrase, Family, Taxonomy},
};

/// The share of a phrase's words that a listed skill must have to meet it.
const SAME_WORDS: f64 = 1.0;
/// The most that a skill with fewer words than the phrase covers of it.
const FEWER_WORDS: f64 = 0.5;

/// What a skill asks, in terms of the vocabulary and by its words.
#[derive(Debug)]
pub(in crate::kind) struct Wanted {
    asked: Asked,
    phrase: Phrase,
    /// The language that the phrase names, where it is not known as a skill: `English`.
    language: Option<ConceptId>,
}

impl Wanted {
    /// Reads what a skill asks.
    pub(in crate::kind) fn new(taxonomy: &Taxonomy, skill: &Skill) -> Self {
        if let Some(concept) = skill.concept.as_deref().and_then(|id| taxonomy.by_id(id)) {
            return Self { asked: Asked::Concept(concept), phrase: Phrase::new(&skill.text), language: None };
        }
        let cut = CutPhrase::new(taxonomy, &skill.text);
        let phrase = Phrase::of(&cut);
        let asked = Asked::of(taxonomy, &cut, &phrase);
        let is_unknown = !matches!(asked, Asked::Concept(_));
        let language = is_unknown.then(|| cut.named(Family::Language, 0..cut.words().len())).flatten();
        Self { asked, phrase, language }
    }

    /// What is asked.
    pub(in crate::kind) fn asked(&self) -> &Asked {
        &self.asked
    }

    /// The language that is asked, where the phrase names one.
    pub(in crate::kind) fn language(&self) -> Option<ConceptId> {
        self.language
    }
}

/// Holds a skill against those that the profile shows.
pub(in crate::kind) fn judge(candidate: &Candidate<'_>, asked: &Skill, wanted: &Wanted) -> Verdict {
    let (phrase, level) = (&wanted.phrase, asked.level);
    let is_met = |verdict: &Verdict| verdict.bounds == Some(Bounds::MET);
    let by_concept = |concept| by_concept(candidate, concept, level);
    let by_slips = || by_slips(candidate, phrase, level);
    let by_words = || by_words(candidate, phrase, level);
    let by_mentions = |concepts| by_mentions(candidate, concepts, level);
    let verdict = match &wanted.asked {
        Asked::Concept(concept) => by_concept(*concept).or_else(by_slips),
        Asked::Mentions(concepts) => by_mentions(concepts).or_else(by_words),
        Asked::Words => match (by_words(), wanted.language) {
            (verdict, Some(language)) if !is_met(&verdict) => return by_language(candidate, language, &asked.text),
            (verdict, _) => verdict,
        },
        Asked::Task(concepts) => {
            let mentioned = (!concepts.is_empty()).then(|| by_mentions(concepts));
            match mentioned.filter(is_met).or_else(|| Some(by_words()).filter(is_met)) {
                Some(verdict) => verdict,
                None => return Verdict::assumed(),
            }
        }
    };
    opened(candidate, verdict)
}

/// The same, but unknown where it is not met and the list of skills is open.
fn opened(candidate: &Candidate<'_>, verdict: Verdict) -> Verdict {
    match verdict.bounds {
        Some(bounds) if bounds != Bounds::MET && !candidate.is_complete(List::Skills) => {
            Verdict { bounds: Some(bounds.opened()), ..verdict }.missing(["skills"])
        }
        _ => verdict,
    }
}

/// By the languages that the profile lists, where the phrase names one: `English`.
fn by_language(candidate: &Candidate<'_>, language: ConceptId, text: &str) -> Verdict {
    let name = candidate.taxonomy.concept(language).label.clone();
    language::judge::judge(candidate, &Language { text: text.to_owned(), language: Some(name), level: None })
}

/// By a concept that the vocabulary knows.
fn by_concept(candidate: &Candidate<'_>, concept: ConceptId, level: Option<SkillLevel>) -> Verdict {
    if let Some((shown, fact)) = candidate.skills.shows(concept) {
        return shown_at(shown, fact, level);
    }
    let Some((steps, above, fact)) = candidate.skills.broader(candidate.taxonomy, concept) else { return Verdict::unmet() };
    let label = |id| candidate.taxonomy.concept(id).label.clone();
    let evidence = Evidence::new(&fact.path, &fact.text).note(format!("{} alone does not show {}", label(above), label(concept)));
    Verdict::new(Bounds::unmet(0.5_f64.powi(i32::from(steps))), vec![evidence])
}

fn shown_at(shown: &Shown, fact: &Fact, level: Option<SkillLevel>) -> Verdict {
    let evidence = Evidence::new(&fact.path, &fact.text).via(shown.via.clone());
    at_level(evidence, shown.level, level)
}

/// Met where the level reaches the one asked; a level that is not stated does.
fn at_level(evidence: Evidence, have: Option<SkillLevel>, want: Option<SkillLevel>) -> Verdict {
    let (Some(have), Some(want)) = (have, want) else { return Verdict::met(evidence) };
    let bounds = Bounds::ratio(f64::from(level_points(have)), f64::from(level_points(want)));
    let evidence = if bounds == Bounds::MET { evidence } else { evidence.note(format!("{} where {} is asked", name(have), name(want))) };
    Verdict::new(bounds, vec![evidence])
}

fn name(level: SkillLevel) -> &'static str {
    match level {
        SkillLevel::Familiar => "familiar",
        SkillLevel::Working => "working",
        SkillLevel::Proficient => "proficient",
        SkillLevel::Expert => "expert",
    }
}

/// By the concepts that a longer phrase mentions: all of them are needed.
fn by_mentions(candidate: &Candidate<'_>, concepts: &[ConceptId], level: Option<SkillLevel>) -> Verdict {
    let parts: Vec<Verdict> = concepts.iter().map(|concept| by_concept(candidate, *concept, level)).collect();
    let bounds = at_least(Needed::All, &parts.iter().map(|p| p.bounds).collect::<Vec<_>>());
    let evidence = parts.into_iter().flat_map(|p| p.evidence).collect();
    Verdict { bounds, evidence, missing: Vec::new() }
}

/// By words: a listed skill with all words of the phrase meets it, one with some of them covers a part, and so does any of a word that could mean
/// anything: computer repair shows `computer` in part.
fn by_words(candidate: &Candidate<'_>, phrase: &Phrase, level: Option<SkillLevel>) -> Verdict {
    let found = candidate.skills.near(phrase).filter_map(|fact| by_words_of(fact, phrase, level));
    found.reduce(Verdict::or).unwrap_or_else(Verdict::unmet)
}

fn by_words_of(fact: &Fact, phrase: &Phrase, level: Option<SkillLevel>) -> Option<Verdict> {
    let evidence = || Evidence::new(&fact.path, &fact.text);
    let share = phrase.share_in(&fact.phrase);
    if (share >= SAME_WORDS && !phrase.is_vague()) || phrase.same(&fact.phrase) {
        return Some(at_level(evidence(), fact.level, level));
    }
    let within = share >= SAME_WORDS || fact.phrase.share_in(phrase) >= SAME_WORDS;
    within.then(|| Verdict::new(Bounds::unmet(share.min(FEWER_WORDS)), vec![evidence().note("in part, by its words")]))
}

/// By the whole names of listed skills that the vocabulary does not know: slips of the pen.
fn by_slips(candidate: &Candidate<'_>, phrase: &Phrase, level: Option<SkillLevel>) -> Verdict {
    let same = candidate.skills.unknown_near(phrase).filter(|fact| phrase.same(&fact.phrase));
    let found = same.map(|fact| at_level(Evidence::new(&fact.path, &fact.text), fact.level, level));
    found.reduce(Verdict::or).unwrap_or_else(Verdict::unmet)
}

/// Whether a member of the class of an open list is shown, and how well.
pub(in crate::kind) fn judge_class(candidate: &Candidate<'_>, class: &Skill, wanted: &Wanted) -> Option<Verdict> {
    let Asked::Concept(concept) = wanted.asked else { return None };
    let (shown, fact) = candidate.skills.shows(concept)?;
    Some(shown_at(shown, fact, class.level))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        kind::judge::testing::{label, verdict},
        logic::Label,
        profile::{Assume, LanguageEntry, Profile, SkillEntry, Work},
    };
    use serde_json::json;

    fn with(skills: &[(&str, Option<SkillLevel>)]) -> Profile {
        let skills = skills.iter().map(|(name, level)| SkillEntry { name: (*name).to_owned(), level: *level, years: None }).collect();
        Profile { skills, ..Profile::default() }
    }

    fn asked(text: &str) -> serde_json::Value {
        json!({"kind": "skill", "text": text})
    }

    #[test]
    fn a_narrower_skill_and_one_that_implies_it_meet() {
        let profile = with(&[("PyTorch", None)]);
        for text in ["PyTorch", "deep learning frameworks", "Python", "machine learning techniques", "Python scripting", "programming"] {
            assert_eq!(label(&profile, asked(text)), Label::Met, "{text}");
        }
        let verdict = verdict(&profile, asked("Python"));
        assert_eq!(verdict.evidence, [Evidence::new("skills[0]", "PyTorch").via(vec!["PyTorch".into(), "Python".into()])]);
    }

    #[test]
    fn what_is_not_listed_is_unmet_in_a_complete_list_and_unknown_in_an_open_one() {
        let mut profile = with(&[("Java", None)]);
        for text in ["C++", "PyTorch", "JavaScript", "embodied systems"] {
            assert_eq!(label(&profile, asked(text)), Label::Unmet, "{text}");
        }
        profile.assume = Assume { complete: Vec::new() };
        assert_eq!(label(&profile, asked("C++")), Label::Unknown);
        assert_eq!(verdict(&profile, asked("C++")).missing, ["skills"]);
    }

    #[test]
    fn a_broader_skill_alone_is_partial() {
        let verdict = verdict(&with(&[("machine learning", None)]), asked("deep learning"));
        assert_eq!((verdict.label(), verdict.bounds), (Label::Partial, Some(Bounds::unmet(0.5))));
    }

    #[test]
    fn a_lower_level_is_partial_by_its_ratio() {
        let profile = with(&[("Python", Some(SkillLevel::Working)), ("Java", None)]);
        let level = |text: &str, level: &str| verdict(&profile, json!({"kind": "skill", "text": text, "level": level}));
        assert_eq!(level("Python", "expert").bounds, Some(Bounds::unmet(0.5)));
        assert_eq!(level("Python", "working").label(), Label::Met);
        assert_eq!(level("Java", "expert").label(), Label::Met);
    }

    #[test]
    fn a_stated_level_holds_for_a_bare_mention_in_a_job_too() {
        let work = vec![Work { skills: vec!["Python".into()], ..Work::default() }];
        let profile = Profile { work, ..with(&[("Python", Some(SkillLevel::Familiar))]) };
        assert_eq!(label(&profile, json!({"kind": "skill", "text": "Python", "level": "expert"})), Label::Partial);
    }

    #[test]
    fn slips_of_the_pen_are_forgiven_and_near_names_are_not() {
        assert_eq!(label(&with(&[("PyTroch", None)]), asked("PyTorch")), Label::Met);
        assert_eq!(label(&with(&[("postgre sql", None)]), asked("PostgreSQL")), Label::Met);
        for (have, want) in [("Java", "JavaScript"), ("SQL", "NoSQL"), ("C", "C++"), ("React", "Reactive"), ("JavaScript", "Java")] {
            assert_ne!(label(&with(&[(have, None)]), asked(want)), Label::Met, "{have} for {want}");
        }
    }

    #[test]
    fn words_decide_what_the_vocabulary_does_not_know() {
        let profile = with(&[("pediatric patient care", None), ("wound dressing", None)]);
        assert_eq!(label(&profile, asked("patient care")), Label::Met);
        assert_eq!(label(&profile, asked("wound dressing changes")), Label::Partial);
        assert_eq!(label(&profile, asked("customer care")), Label::Unmet);
        let vague = |have: &str| label(&with(&[(have, None)]), asked("computer"));
        assert_eq!((vague("computer repair"), vague("computers")), (Label::Partial, Label::Met));
    }

    #[test]
    fn a_language_asked_as_a_skill_is_looked_for_among_the_languages() {
        let languages = vec![LanguageEntry { language: "German".into(), level: None }];
        let profile = Profile { languages, ..with(&[("Java", None)]) };
        assert_eq!((label(&profile, asked("german")), label(&profile, asked("English"))), (Label::Met, Label::Unmet));
        assert_eq!(label(&with(&[("English", None)]), asked("English")), Label::Met);
    }

    #[test]
    fn a_task_that_no_list_would_name_is_assumed() {
        let profile = with(&[("Java", None)]);
        for text in
            ["crafting, prototyping, and delivering advanced algorithmic solutions", "transition of a prototype into a final product"]
        {
            assert_eq!(label(&profile, asked(text)), Label::Assumed, "{text}");
        }
        for text in ["PyTorch pipelines", "marketing plans", "embodied systems"] {
            assert_eq!(label(&profile, asked(text)), Label::Unmet, "{text}");
        }
    }
}
