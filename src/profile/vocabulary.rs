//! Names that the taxonomy does not know: no mistakes, but good to know.
//!
//! ``the vocabulary does not know the skill `Pyton`, which is matched by its words; the nearest name is `Python` ``. A skill that is known
//! as a language or a certificate is told too, since it counts only in its own list.

use super::{Profile, check::Finding, nearest::listed, reader::MOST};
use crate::{
    diagnostic::{Diagnostic, Severity, quoted},
    taxonomy::{Concept, Family, Taxonomy},
};
use rustc_hash::FxHashSet;

/// A name of the profile, of what family it should be, and where it stands.
struct Name<'p> {
    family: Family,
    text: &'p str,
    path: String,
}

/// How many unknown names of a file are compared with the whole vocabulary.
const COMPARED: usize = 100;

/// Notes on the names of a profile that the taxonomy does not know, each once, with the names nearest to them.
///
/// Comparing a name with the whole vocabulary takes milliseconds, so that [`read`](super::read()) leaves it to who wants to know.
///
/// ```
/// use quals::{profile, taxonomy::{Concept, Family, Taxonomy}};
/// let python = Concept { id: "python".into(), label: "Python".into(), ..Concept::default() };
/// let taxonomy = Taxonomy::new(vec![(Family::Skill, python)]);
/// let profile = profile::read("me.toml", "[[skills]]\nname = \"Pyton\"\n", &taxonomy).profile.unwrap();
/// let told = profile::check_vocabulary(&profile, &taxonomy);
/// assert_eq!(told[0].message, "the vocabulary does not know the skill `Pyton`, which is matched by its words");
/// assert_eq!(told[0].help.as_deref(), Some("the nearest name is `Python`"));
/// ```
#[must_use]
pub fn check_vocabulary(profile: &Profile, taxonomy: &Taxonomy) -> Vec<Diagnostic> {
    let mut seen = FxHashSet::default();
    let families: FxHashSet<Family> = FAMILIES.iter().map(|it| it.0).filter(|it| taxonomy.of_family(*it).next().is_some()).collect();
    let unknown = names(profile).into_iter().filter(|name| {
        let new = families.contains(&name.family) && seen.insert((name.family, name.text.to_lowercase()));
        new && !is_known(taxonomy, name)
    });
    let notes = unknown.take(MOST).enumerate().map(|(i, name)| note(taxonomy, &name, i < COMPARED).into_diagnostic(profile));
    let mut notes: Vec<Diagnostic> = notes.collect();
    notes.sort_by_key(|told| told.span);
    notes
}

/// What the names of a family are called.
const FAMILIES: [(Family, &str); 8] = [
    (Family::Skill, "skill"),
    (Family::Field, "field of study"),
    (Family::Venue, "venue"),
    (Family::Certificate, "certificate"),
    (Family::Language, "language"),
    (Family::Place, "place"),
    (Family::Permit, "clearance"),
    (Family::Trait, "trait"),
];

fn names(profile: &Profile) -> Vec<Name<'_>> {
    let mut names = Vec::new();
    let mut add = |family, text, path: String| names.push(Name { family, text, path });
    for (i, it) in profile.education.iter().enumerate() {
        it.field.iter().for_each(|field| add(Family::Field, field, format!("education[{i}].field")));
    }
    let work = profile.work.iter().enumerate().map(|(i, it)| (format!("work[{i}]"), &it.skills));
    let projects = profile.projects.iter().enumerate().map(|(i, it)| (format!("projects[{i}]"), &it.skills));
    for (path, skills) in work.chain(projects) {
        skills.iter().enumerate().for_each(|(i, skill)| add(Family::Skill, skill, format!("{path}.skills[{i}]")));
    }
    profile.skills.iter().enumerate().for_each(|(i, it)| add(Family::Skill, &it.name, format!("skills[{i}].name")));
    for (i, it) in profile.publications.iter().enumerate() {
        it.venue.iter().for_each(|venue| add(Family::Venue, venue, format!("publications[{i}].venue")));
    }
    profile.languages.iter().enumerate().for_each(|(i, it)| add(Family::Language, &it.language, format!("languages[{i}].language")));
    profile.certificates.iter().enumerate().for_each(|(i, it)| add(Family::Certificate, &it.name, format!("certificates[{i}].name")));
    let lists = [
        (Family::Permit, "work_authorization.clearances", profile.work_authorization.clearances.as_deref().unwrap_or_default()),
        (Family::Place, "location.places", &profile.location.places),
        (Family::Trait, "personal.traits", &profile.personal.traits),
        (Family::Place, "wants.places", &profile.wants.places),
    ];
    for (family, path, list) in lists {
        list.iter().enumerate().for_each(|(i, text)| add(family, text, format!("{path}[{i}]")));
    }
    profile.location.base.iter().for_each(|base| add(Family::Place, base, "location.base".to_owned()));
    names
}

/// Whether the taxonomy knows all of a name; of a place such as `Zurich, Switzerland`, a part.
fn is_known(taxonomy: &Taxonomy, name: &Name<'_>) -> bool {
    match name.family {
        Family::Place => !taxonomy.mentioned(Family::Place, name.text).is_empty(),
        family => name.text.is_empty() || taxonomy.named(family, name.text).is_some(),
    }
}

fn note(taxonomy: &Taxonomy, name: &Name<'_>, compare: bool) -> Finding {
    let what = FAMILIES.iter().find(|it| it.0 == name.family).map_or("name", |it| it.1);
    let text = quoted(name.text);
    let message = format!("the vocabulary does not know the {what} {text}, which is matched by its words");
    let near = if compare { nearest_labels(taxonomy, name) } else { Vec::new() };
    let help = match (listed_elsewhere(taxonomy, name), near.as_slice()) {
        (Some(home), _) => format!("it knows {text} as a {home}"),
        (None, []) => "another name for it may be known".to_owned(),
        (None, [one]) => format!("the nearest name is {}", quoted(one)),
        (None, several) => format!("the nearest names are {}", listed(several).replace(" or ", " and ")),
    };
    Finding { severity: Severity::Note, path: name.path.clone(), message, help }
}

/// The list in which a name of the skills should stand instead.
fn listed_elsewhere(taxonomy: &Taxonomy, name: &Name<'_>) -> Option<&'static str> {
    let homes = [
        (Family::Language, "language: list it in `[[languages]]`"),
        (Family::Certificate, "certificate: list it in `[[certificates]]`"),
        (Family::Trait, "trait: list it in `traits` of `[personal]`"),
    ];
    let knows = |family| name.family == Family::Skill && taxonomy.named(family, name.text).is_some();
    homes.into_iter().find(|(family, _)| knows(*family)).map(|(_, home)| home)
}

/// Up to three labels of the family that look like the name, one a concept, the nearest first.
fn nearest_labels<'t>(taxonomy: &'t Taxonomy, name: &Name<'_>) -> Vec<&'t str> {
    let text: String = name.text.to_lowercase().chars().take(80).collect();
    let scored = |label: &'t String| (likeness(&text, &label.to_lowercase()), label.as_str());
    let labels = |concept: &'t Concept| std::iter::once(&concept.label).chain(&concept.alt);
    let best = |concept| labels(concept).map(scored).max_by(|a, b| a.0.total_cmp(&b.0));
    let mut near: Vec<_> = taxonomy.of_family(name.family).filter_map(|(_, it)| best(it)).filter(|it| it.0 >= LEAST_LIKENESS).collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    near.into_iter().take(3).map(|it| it.1).collect()
}

/// Below it, names have little in common: `rostering` and `restocking` have 0.6.
const LEAST_LIKENESS: f64 = 0.65;

/// How alike two names are, 0 to 1: by their letters (`Pyton`, `Python`) or by the words they share (`intensive care nursing`,
/// `intensive care unit`), whichever is more.
fn likeness(a: &str, b: &str) -> f64 {
    let words = |text: &str| text.split(' ').count() as f64;
    let shared = a.split(' ').filter(|word| b.split(' ').any(|other| other == *word)).count() as f64;
    let by_words = 2.0 * shared / (words(a) + words(b));
    let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
    let hopeless = (short as f64) < LEAST_LIKENESS * long as f64; // so many letters would have to be added
    if hopeless { by_words } else { by_words.max(strsim::normalized_damerau_levenshtein(a, b)) }
}
