//! Experience: the months of the jobs that match by setting and by area, overlaps merged, part time in part.
//!
//! One of several areas and one of several settings is enough. Internships count, and the evidence says so. Without a duration any matching
//! job will do. Years of use that the profile states for a skill count as experience with it, where no setting is asked. Too long is a note.

use super::{Experience, Setting};
use crate::{
    kind::{
        Candidate,
        judge::{Asked, Job, Phrase, months_together},
    },
    logic::{Bounds, Evidence, Truth, Verdict},
    profile::{List, Work},
    taxonomy::{ConceptId, CutPhrase, Taxonomy},
};

/// The share of an area's words that a job must have, where the vocabulary does not know the area.
const ENOUGH_WORDS: f64 = 0.66;

/// Holds time asked against the jobs of the profile.
pub(in crate::kind) fn judge(candidate: &Candidate<'_>, asked: &Experience, areas: &[Area]) -> Verdict {
    if asked.min_months == Some(0) {
        return Verdict::met(Evidence::new("work", "no experience is needed"));
    }
    let areas: Vec<&Area> = areas.iter().filter(|area| !area.says_nothing()).collect();
    let (mut sure, mut possible, mut missing) = (Vec::new(), Vec::new(), Vec::new());
    for (job, work) in candidate.jobs.iter().zip(&candidate.profile.work) {
        let is_of = areas.is_empty() || areas.iter().any(|area| area.is_of(job));
        let (truth, lacks) = matches(job, work, asked, is_of);
        match truth {
            Truth::Met => sure.push((job, work)),
            Truth::Unknown => possible.push((job, work)),
            Truth::Unmet => continue,
        }
        missing.extend(lacks);
    }
    let evidence = |jobs: &[(&Job, &Work)]| jobs.iter().map(|(job, work)| describe(job, work)).collect::<Vec<_>>();
    let open = !possible.is_empty() || !candidate.is_complete(List::Work);
    let verdict = match asked.min_months {
        None if !sure.is_empty() => return Verdict::new(Bounds::MET, evidence(&sure)),
        None => Verdict::new(Bounds::UNMET, evidence(&possible)),
        Some(min) => {
            let undated = sure.iter().any(|(job, _)| job.months.is_none());
            let verdict = months(candidate, asked, &areas, &sure, f64::from(min), evidence(&sure));
            if undated && verdict.bounds != Some(Bounds::MET) {
                Verdict { bounds: verdict.bounds.map(Bounds::opened), ..verdict }
            } else {
                verdict
            }
        }
    };
    if open && verdict.bounds != Some(Bounds::MET) {
        missing.push("work".to_owned());
        return Verdict { bounds: verdict.bounds.map(Bounds::opened), ..verdict }.missing(missing);
    }
    verdict.missing(missing)
}

fn months(
    candidate: &Candidate<'_>,
    asked: &Experience,
    areas: &[&Area],
    sure: &[(&Job, &Work)],
    min: f64,
    evidence: Vec<Evidence>,
) -> Verdict {
    let worked = months_together(sure.iter().map(|(job, _)| *job));
    let stated = if asked.settings.is_empty() { stated_months(candidate, areas) } else { None };
    let (have, mut evidence) = match stated {
        Some((months, fact)) if months > worked => (months, vec![fact]),
        _ => (worked, evidence),
    };
    let over = asked.max_months.is_some_and(|max| have > f64::from(max));
    let note = format!("{have:.0} of {min:.0} months{}", if over { ", more than the most asked" } else { "" });
    match evidence.first_mut() {
        Some(first) => first.note = Some(first.note.take().map_or(note.clone(), |old| format!("{note}; {old}"))),
        None => evidence.push(Evidence::new("work", note)),
    }
    Verdict::new(Bounds::ratio(have, min), evidence)
}

/// The most years of use that the profile states for a skill that is one of the areas.
fn stated_months(candidate: &Candidate<'_>, areas: &[&Area]) -> Option<(f64, Evidence)> {
    let stated = areas.iter().filter_map(|area| area.stated(candidate));
    let (months, fact) = stated.max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))?;
    let fact = candidate.skills.facts().get(fact)?;
    Some((months, Evidence::new(&fact.path, &fact.text).note("by the years stated for the skill")))
}

/// What time was to be spent on.
#[derive(Debug)]
pub(in crate::kind) struct Area {
    concept: Option<ConceptId>,
    /// What a single concept in it is called, else none.
    about: Option<ConceptId>,
    phrase: Phrase,
}

impl Area {
    /// Reads what time is to be spent on.
    pub(in crate::kind) fn new(taxonomy: &Taxonomy, text: &str) -> Self {
        let cut = CutPhrase::new(taxonomy, text);
        let phrase = Phrase::of(&cut);
        let asked = Asked::of(taxonomy, &cut, &phrase);
        let concept = if let Asked::Concept(concept) = asked { Some(concept) } else { None };
        Self { concept, about: asked.single(), phrase }
    }

    /// The one concept that it is about.
    pub(in crate::kind) fn about(&self) -> Option<ConceptId> {
        self.about
    }

    /// Whether it is nothing but words that could be said of any job: "relevant".
    fn says_nothing(&self) -> bool {
        self.concept.is_none() && self.phrase.is_empty()
    }

    fn is_of(&self, job: &Job) -> bool {
        self.concept.is_some_and(|it| job.concepts.contains(&it)) || self.phrase.share_in(&job.phrase) >= ENOUGH_WORDS
    }

    /// The most months of use that the profile states for a skill that is it, and the place of that skill.
    fn stated(&self, candidate: &Candidate<'_>) -> Option<(f64, usize)> {
        candidate.skills.months_of(self.concept?)
    }
}

/// Whether a job matches, and the facts that would tell.
fn matches(job: &Job, work: &Work, asked: &Experience, is_of: bool) -> (Truth, Vec<String>) {
    let setting = if asked.settings.is_empty() { Truth::Met } else { setting_fits(work, &asked.settings) };
    let area = if is_of {
        Truth::Met
    } else if job.described {
        Truth::Unmet
    } else {
        Truth::Unknown
    };
    let mut missing = Vec::new();
    for (truth, key) in [(setting, "setting"), (area, "skills")] {
        match truth {
            Truth::Unmet => return (Truth::Unmet, Vec::new()),
            Truth::Unknown => missing.push(format!("{}.{key}", job.path)),
            Truth::Met => {}
        }
    }
    let truth = if missing.is_empty() { Truth::Met } else { Truth::Unknown };
    if asked.min_months.is_some() && job.months.is_none() {
        missing.push(format!("{}.{}", job.path, if work.start.is_none() { "start" } else { "end" }));
    }
    (truth, missing)
}

fn setting_fits(work: &Work, asked: &[Setting]) -> Truth {
    if work.internship && asked.contains(&Setting::Internship) {
        return Truth::Met;
    }
    match work.setting {
        Some(setting) if asked.contains(&setting) => Truth::Met,
        Some(_) => Truth::Unmet,
        None if asked.iter().all(|s| *s == Setting::Internship) => Truth::Unmet,
        None => Truth::Unknown,
    }
}

fn describe(job: &Job, work: &Work) -> Evidence {
    let evidence = Evidence::new(&job.path, &job.text);
    if work.internship { evidence.note("an internship") } else { evidence }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        kind::judge::testing::{label, verdict},
        logic::Label,
        profile::{Profile, SkillEntry, WorkEnd},
    };
    use serde_json::json;

    fn job(title: &str, setting: Setting, start: &str, end: &str, skills: &[&str]) -> Work {
        Work {
            title: Some(title.into()),
            setting: Some(setting),
            start: start.parse().ok(),
            end: end.parse().ok().map(WorkEnd::Date).or(Some(WorkEnd::Present)),
            skills: skills.iter().map(|s| (*s).to_owned()).collect(),
            ..Work::default()
        }
    }

    fn vision() -> Profile {
        let academic = job("Doctoral researcher", Setting::Academic, "2022-12", "present", &["computer vision"]);
        let intern = Work { internship: true, ..job("Research intern", Setting::Industry, "2024-06", "2024-09", &["PyTorch"]) };
        Profile { work: vec![academic, intern], ..Profile::default() }
    }

    #[test]
    fn months_count_by_setting_and_area() {
        let months = |value| verdict(&vision(), value).bounds.unwrap();
        let vision = json!({"kind": "experience", "min_months": 60, "areas": ["computer vision"], "settings": ["academic", "industry"]});
        assert_eq!(months(vision), Bounds::unmet(36.0 / 60.0));
        assert_eq!(months(json!({"kind": "experience", "min_months": 36, "areas": ["machine learning"]})), Bounds::MET);
        assert_eq!(months(json!({"kind": "experience", "min_months": 16, "settings": ["industry"]})), Bounds::unmet(0.25));
        assert_eq!(months(json!({"kind": "experience", "min_months": 12, "areas": ["nursing"]})), Bounds::UNMET);
        assert_eq!(months(json!({"kind": "experience", "min_months": 0, "areas": ["nursing"]})), Bounds::MET);
    }

    #[test]
    fn without_months_any_matching_job_will_do() {
        assert_eq!(label(&vision(), json!({"kind": "experience", "settings": ["internship"]})), Label::Met);
        assert_eq!(label(&vision(), json!({"kind": "experience", "settings": ["military"]})), Label::Unmet);
        assert_eq!(label(&vision(), json!({"kind": "experience", "areas": ["relevant"]})), Label::Met);
        assert_eq!(label(&Profile::default(), json!({"kind": "experience"})), Label::Unmet);
    }

    #[test]
    fn internships_and_too_long_are_notes() {
        let verdict = verdict(&vision(), json!({"kind": "experience", "min_months": 2, "max_months": 3, "settings": ["industry"]}));
        assert_eq!(verdict.label(), Label::Met);
        assert_eq!(verdict.evidence[0].note.as_deref(), Some("4 of 2 months, more than the most asked; an internship"));
    }

    #[test]
    fn what_a_job_does_not_say_is_missing() {
        let work = vec![Work { title: Some("Machine learning engineer".into()), ..Work::default() }];
        let profile = Profile { work, ..Profile::default() };
        let verdict =
            verdict(&profile, json!({"kind": "experience", "min_months": 12, "areas": ["machine learning"], "settings": ["industry"]}));
        assert_eq!(
            (verdict.label(), verdict.missing),
            (Label::Unknown, vec!["work[0].setting".into(), "work[0].start".into(), "work".into()])
        );
    }

    #[test]
    fn stated_years_of_a_skill_count_where_no_setting_is_asked() {
        let skills = vec![SkillEntry { name: "PyTorch".into(), level: None, years: Some(5.0) }];
        let profile = Profile { skills, ..Profile::default() };
        assert_eq!(label(&profile, json!({"kind": "experience", "min_months": 60, "areas": ["Python"]})), Label::Met);
        assert_eq!(
            label(&profile, json!({"kind": "experience", "min_months": 60, "areas": ["Python"], "settings": ["industry"]})),
            Label::Unmet
        );
    }
}
