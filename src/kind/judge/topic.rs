//! What a predicate is about, so that many postings that ask the same can be put together.
//!
//! `Kubernetes experience` and `K8s` are both about the skill Kubernetes; a right to work is about its country.

use super::{
    Candidate, Context, Countries,
    demand::{Demand, Meaning},
    lists::Role,
    skills::closure,
};
use crate::{
    kind::{Degree, DegreeStatus, Experience, Predicate, StudentCondition, WorkAuthorization, experience::judge::Area},
    taxonomy::{ConceptId, Family, Taxonomy},
    text::{WordKind, words},
};
use std::sync::Arc;

/// What a predicate is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Topic {
    /// The kind of predicate.
    pub kind: &'static str,
    /// Its name: `Kubernetes`, `bachelor degree`, `Canada`.
    pub name: String,
    /// The id of the concept in the vocabulary, or the code of the country.
    pub id: Option<String>,
}

impl Topic {
    /// What a demand is about. Country and place are the posting's where it names none.
    #[must_use]
    pub fn of(candidate: &Candidate<'_>, context: &Context<'_>, demand: &Demand) -> Arc<Self> {
        demand.topic(candidate.taxonomy, &candidate.countries, context)
    }

    pub(super) fn work_out(taxonomy: &Taxonomy, countries: &Countries, context: &Context<'_>, demand: &Demand) -> Self {
        let kind = demand.kind().name;
        let label = |id: ConceptId| taxonomy.concept(id).label.clone();
        let (name, id) = match (demand.predicate(), &demand.meaning) {
            (Predicate::Skill(it), Meaning::Skill(wanted)) => match (wanted.asked().single(), wanted.language()) {
                (None, Some(language)) => (label(language), None),
                (concept, _) => named(taxonomy, concept, &it.text),
            },
            (Predicate::Certification(it), Meaning::Certification(title)) => {
                named(taxonomy, title.concept(), it.name.as_deref().unwrap_or(&it.text))
            }
            (Predicate::Experience(it), Meaning::Experience(areas)) => {
                (experience(it, areas.first().and_then(Area::about).map(label)), None)
            }
            (predicate, _) => of_plain(taxonomy, countries, context, predicate),
        };
        Self { kind, name, id }
    }

    /// Whether a person could say of it whether they have it: what the vocabulary knows, or a phrase that is a name by its words.
    ///
    /// `wound dressing` is one; `languages as long they` is a piece of a sentence, and `area` could be anything.
    #[must_use]
    pub fn is_askable(&self) -> bool {
        self.id.is_some() || self.kind != "skill" || is_name(&self.name)
    }

    /// The ids of all that is shown by showing this: PyTorch shows deep learning framework, and Python.
    #[must_use]
    pub fn shows(&self, candidate: &Candidate<'_>) -> Vec<String> {
        let concept = self.id.as_deref().and_then(|id| candidate.taxonomy.by_id(id));
        let above = concept.map(|concept| closure(candidate.taxonomy, concept)).unwrap_or_default();
        above.into_iter().map(|(id, _)| candidate.taxonomy.concept(id).id.clone()).collect()
    }
}

/// Whether a phrase names something: few words, none of which belongs to a sentence, and not a single one that says nothing.
fn is_name(phrase: &str) -> bool {
    const MOST_WORDS: usize = 6;
    let (mut folds, mut cut) = (String::new(), Vec::new());
    words(phrase, &mut folds, &mut cut);
    let all: Vec<&str> = cut.iter().filter(|word| word.kind != WordKind::Sign).map(|word| word.folded.of(&folds)).collect();
    let alone = |word: &&str| Role::Vague.is_of(word) || Role::Closer.is_of(word) || Role::TaskVerb.is_of(word) || Role::Stop.is_of(word);
    !all.is_empty() && all.len() <= MOST_WORDS && !all.iter().any(|word| Role::OfSentence.is_of(word)) && !all.iter().all(alone)
}

/// The name and the id of what is asked by a kind that needs no reading.
fn of_plain(taxonomy: &Taxonomy, countries: &Countries, context: &Context<'_>, predicate: &Predicate) -> (String, Option<String>) {
    let name = match predicate {
        Predicate::WorkAuthorization(it) => return country(taxonomy, countries, context, it),
        Predicate::Language(it) => it.language.clone().unwrap_or_else(|| "another language".to_owned()),
        Predicate::Degree(it) => degree(taxonomy, it),
        Predicate::Clearance(it) => it.level.clone().unwrap_or_else(|| "a security clearance".to_owned()),
        Predicate::Location(it) => {
            let modes = it.modes.first().map(|mode| format!("{mode:?} work").to_lowercase());
            it.places.first().cloned().or(modes).unwrap_or_else(|| "relocation".to_owned())
        }
        Predicate::Publication(it) => it.venues.first().cloned().unwrap_or_else(|| "a publication".to_owned()),
        Predicate::StudentStatus(it) => standing(it.condition).to_owned(),
        Predicate::Condition(it) => format!("{:?}", it.kind).to_lowercase(),
        Predicate::Graduation(_) => "the date of graduation".to_owned(),
        Predicate::Gpa(_) => "the grade".to_owned(),
        Predicate::Availability(_) => "availability".to_owned(),
        Predicate::Age(_) => "age".to_owned(),
        Predicate::Skill(_) | Predicate::Certification(_) | Predicate::Experience(_) | Predicate::Trait(_) | Predicate::Other(_) => {
            predicate.text().to_owned()
        }
    };
    (name, None)
}

fn named(taxonomy: &Taxonomy, concept: Option<ConceptId>, text: &str) -> (String, Option<String>) {
    let known = concept.map(|id| taxonomy.concept(id));
    known.map_or_else(|| (text.trim().to_lowercase(), None), |concept| (concept.label.clone(), Some(concept.id.clone())))
}

/// `bachelor degree: Nursing`, `enrolment for a master`.
fn degree(taxonomy: &Taxonomy, asked: &Degree) -> String {
    let label = |field: &String| {
        let known = taxonomy.named(Family::Field, field).map(|id| taxonomy.concept(id).label.clone());
        format!(": {}", known.unwrap_or_else(|| field.clone()))
    };
    let field = asked.fields.first().map(label).unwrap_or_default();
    let level = asked.levels.iter().min().map(|level| format!("{level:?}").to_lowercase());
    let level = level.map(|level| if level == "highschool" { "high school".to_owned() } else { level });
    match (asked.status, level) {
        (Some(DegreeStatus::Enrolled), Some(level)) => format!("enrolment for a {level}{field}"),
        (Some(DegreeStatus::Enrolled), None) => format!("enrolment{field}"),
        (_, Some(level)) => format!("{level} degree{field}"),
        (_, None) => format!("degree{field}"),
    }
}

/// `experience in nursing`, `industry experience`, `experience`.
fn experience(asked: &Experience, known: Option<String>) -> String {
    let area = asked.areas.first().map(|text| known.unwrap_or_else(|| text.to_lowercase()));
    let setting = asked.settings.first().map(|setting| format!("{setting:?}").to_lowercase());
    match (area, setting) {
        (Some(area), _) => format!("experience: {area}"),
        (None, Some(setting)) => format!("experience: {setting}"),
        (None, None) => "experience".to_owned(),
    }
}

/// The name of the first country asked and its code.
fn country(taxonomy: &Taxonomy, countries: &Countries, context: &Context<'_>, asked: &WorkAuthorization) -> (String, Option<String>) {
    let place = asked.countries.first().or_else(|| context.posting.locations.first());
    let code = place.and_then(|place| countries.codes(taxonomy, place).into_iter().next()).filter(|code| code.len() == 2);
    let code = code.or_else(|| asked.countries.is_empty().then(|| "US".to_owned()).filter(|_| place.is_none() && asks_us_person(asked)));
    let name = code.as_deref().map(|code| country_name(taxonomy, code));
    (name.unwrap_or_else(|| "the right to work".to_owned()), code)
}

fn asks_us_person(asked: &WorkAuthorization) -> bool {
    asked.status.contains(&crate::kind::AuthorizationStatus::UsPerson)
}

fn country_name(taxonomy: &Taxonomy, code: &str) -> String {
    let countries = taxonomy.of_family(Family::Place);
    let found = countries
        .map(|(_, concept)| concept)
        .find(|concept| matches!(concept.sort.as_deref(), Some("country" | "group")) && concept.code.as_deref() == Some(code));
    found.map_or_else(|| code.to_owned(), |concept| concept.label.clone())
}

fn standing(condition: StudentCondition) -> &'static str {
    match condition {
        StudentCondition::Enrolled => "being enrolled",
        StudentCondition::Returning => "going back to studies",
        StudentCondition::FinalRequirement => "a last requirement before graduating",
        StudentCondition::RecentGraduate => "a recent graduation",
    }
}
