//! Random postings that ask things of every kind, random profiles, and facts that are filled in.

use proptest::prelude::*;
use quals::{
    extract::Extraction,
    kind::{DegreeLevel, SkillLevel, StudyYear},
    profile::{
        Assume, Authorization, Available, CertificateEntry, CertificateStatus, Education, EducationStatus, LanguageEntry, List, Personal,
        Profile, Project, PublicationEntry, SkillEntry, Study, Whereabouts, Work, WorkEnd,
    },
    taxonomy::{Concept, Family, Taxonomy},
    value::{LanguageLevel, PartialDate, Setting},
};
use serde_json::{Value, json};
use std::sync::LazyLock;

/// A vocabulary in which PyTorch is one of the machine learning things and implies Python, and Munich lies in the European Union.
pub(crate) static TAXONOMY: LazyLock<Taxonomy> = LazyLock::new(|| {
    let concepts = [
        (Family::Skill, json!({"id": "pytorch", "label": "PyTorch", "broader": ["dl"], "implies": ["python"]})),
        (Family::Skill, json!({"id": "dl", "label": "deep learning", "broader": ["ml"]})),
        (Family::Skill, json!({"id": "ml", "label": "machine learning"})),
        (Family::Skill, json!({"id": "python", "label": "Python"})),
        (Family::Skill, json!({"id": "sql", "label": "SQL"})),
        (Family::Field, json!({"id": "cs", "label": "Computer Science", "group": "computing"})),
        (Family::Field, json!({"id": "ds", "label": "Data Science", "group": "computing"})),
        (Family::Field, json!({"id": "nursing", "label": "Nursing", "group": "health"})),
        (Family::Place, json!({"id": "eu", "label": "European Union", "type": "group", "code": "EU"})),
        (Family::Place, json!({"id": "germany", "label": "Germany", "type": "country", "code": "DE", "broader": ["eu"]})),
        (Family::Place, json!({"id": "usa", "label": "United States", "type": "country", "code": "US"})),
        (Family::Place, json!({"id": "munich", "label": "Munich", "type": "city", "broader": ["germany"]})),
        (Family::Language, json!({"id": "english", "label": "English"})),
        (Family::Language, json!({"id": "german", "label": "German"})),
        (Family::Venue, json!({"id": "cvpr", "label": "CVPR", "area": "vision", "tier": 1})),
        (Family::Venue, json!({"id": "eccv", "label": "ECCV", "area": "vision", "tier": 1})),
        (Family::Permit, json!({"id": "secret", "label": "Secret", "type": "clearance", "rank": 2})),
    ];
    let concept = |value: Value| serde_json::from_value::<Concept>(value).unwrap();
    Taxonomy::new(concepts.into_iter().map(|(family, value)| (family, concept(value))).collect())
});

pub(crate) const SKILLS: [&str; 7] = ["PyTorch", "deep learning", "machine learning", "Python", "SQL", "patient care", "welding"];
const FIELDS: [&str; 4] = ["Computer Science", "Data Science", "Nursing", "Puppetry"];
const COUNTRIES: [&str; 3] = ["DE", "US", "EU"];

fn one_of(values: &[&'static str]) -> impl Strategy<Value = &'static str> + use<> {
    prop::sample::select(values.to_vec())
}

/// A value, or none of it.
fn maybe(values: &[&'static str]) -> impl Strategy<Value = Value> + use<> {
    prop::option::of(one_of(values)).prop_map(|value| json!(value))
}

fn skill() -> impl Strategy<Value = Value> {
    (one_of(&SKILLS), maybe(&["familiar", "working", "proficient", "expert"]))
        .prop_map(|(skill, level)| json!({"kind": "skill", "text": skill, "level": level}))
}

fn degree() -> impl Strategy<Value = Value> {
    let fields = prop::collection::vec(one_of(&FIELDS), 0..3);
    (one_of(&["bachelor", "master", "doctorate"]), maybe(&["enrolled", "completed", "either"]), fields, any::<(bool, bool, bool)>())
        .prop_map(|(level, status, fields, (related, higher, equivalent))| {
            json!({"kind": "degree", "text": "degree", "levels": [level], "status": status, "fields": fields,
                "related_fields": related, "or_higher": higher, "or_equivalent": equivalent})
        })
}

fn experience() -> impl Strategy<Value = Value> {
    let areas = prop::collection::vec(one_of(&SKILLS), 0..3);
    let settings = prop::collection::vec(one_of(&["industry", "academic", "internship"]), 0..2);
    (prop::option::of(1..60_u32), prop::option::of(1..120_u32), areas, settings).prop_map(|(min, max, areas, settings)| {
        json!({"kind": "experience", "text": "experience", "min_months": min, "max_months": max, "areas": areas, "settings": settings})
    })
}

fn student() -> impl Strategy<Value = Value> {
    let years = prop::collection::vec(one_of(&["junior", "senior", "graduate"]), 0..2);
    (one_of(&["enrolled", "returning", "final_requirement", "recent_graduate"]), years)
        .prop_map(|(condition, years)| json!({"kind": "student_status", "text": "student", "condition": condition, "years": years}))
}

fn right() -> impl Strategy<Value = Value> {
    (one_of(&["authorized", "citizen", "permanent_resident", "us_person"]), one_of(&["Germany", "United States"]))
        .prop_map(|(status, country)| json!({"kind": "work_authorization", "text": "right", "status": [status], "countries": [country]}))
}

fn time() -> impl Strategy<Value = Value> {
    let number =
        |key: &'static str, range: std::ops::Range<u32>| range.prop_map(move |n| json!({"kind": "availability", "text": "time", key: n}));
    prop_oneof![
        number("min_months", 1..12),
        number("hours_per_week", 10..41),
        number("days_per_week", 1..6),
        one_of(&["2026-02", "2026-06", "2026-10"]).prop_map(|date| json!({"kind": "availability", "text": "time", "start": date})),
        one_of(&["2026-06", "2026-12"]).prop_map(|date| json!({"kind": "availability", "text": "time", "end": date})),
        one_of(&["summer 2026", "fall"]).prop_map(|term| json!({"kind": "availability", "text": "time", "terms": [term]})),
    ]
}

fn place() -> impl Strategy<Value = Value> {
    prop_oneof![
        one_of(&["Munich", "Germany", "United States", "Springfield"])
            .prop_map(|place| json!({"kind": "location", "text": "place", "places": [place]})),
        one_of(&["onsite", "remote"]).prop_map(|mode| json!({"kind": "location", "text": "place", "modes": [mode]})),
        Just(json!({"kind": "location", "text": "place", "relocation": true})),
    ]
}

/// Any kind but those that speak of the degree beside them.
fn atom() -> impl Strategy<Value = Value> {
    let publication = (prop::collection::vec(one_of(&["CVPR", "ECCV", "Nature"]), 0..2), any::<bool>(), 1..3_u32).prop_map(
        |(venues, open, count)| json!({"kind": "publication", "text": "papers", "venues": venues, "open": open, "min_count": count}),
    );
    let language = (maybe(&["German", "English", "Welsh"]), maybe(&["basic", "B2", "fluent", "native"]))
        .prop_map(|(language, level)| json!({"kind": "language", "text": "language", "language": language, "level": level}));
    let certificate = (one_of(&["CPA", "forklift license"]), maybe(&["held", "obtainable"]))
        .prop_map(|(name, status)| json!({"kind": "certification", "text": name, "name": name, "status": status}));
    let clearance = maybe(&["active", "obtainable"])
        .prop_map(|status| json!({"kind": "clearance", "text": "clearance", "level": "Secret", "status": status}));
    let rest = prop::sample::select(vec![
        json!({"kind": "age", "text": "18", "min": 18}),
        json!({"kind": "trait", "text": "curious"}),
        json!({"kind": "other", "text": "excellence"}),
        json!({"kind": "condition", "text": "travel", "type": "travel"}),
    ]);
    prop_oneof![
        4 => skill(), 2 => degree(), 2 => experience(), 1 => student(), 1 => right(), 1 => time(), 1 => place(), 1 => publication,
        1 => language, 1 => certificate, 1 => clearance, 2 => rest,
    ]
}

/// What is said of a degree that may stand beside it: alone in its requirement here.
fn of_a_degree() -> impl Strategy<Value = Value> {
    prop_oneof![
        (20..40_u32).prop_map(|tenths| json!({"kind": "gpa", "text": "grade", "min": f64::from(tenths) / 10.0, "scale": 4.0})),
        (one_of(&["2025", "2026-06"]), one_of(&["2026-12", "2027"]))
            .prop_map(|(earliest, latest)| json!({"kind": "graduation", "text": "graduation", "earliest": earliest, "latest": latest})),
    ]
}

fn needs() -> impl Strategy<Value = Value> {
    let list = prop::collection::vec(atom(), 1..4);
    let combined = (list, 0..3_usize).prop_map(|(mut atoms, form)| match (atoms.len(), form) {
        (1, _) => atoms.remove(0),
        (_, 0) => json!({"any": atoms}),
        (_, 1) => json!({"all": atoms}),
        (n, _) => json!({"at_least": 2.min(n), "of": atoms}),
    });
    prop_oneof![8 => combined, 1 => of_a_degree()]
}

/// A posting of up to five requirements.
pub(crate) fn posting() -> impl Strategy<Value = Extraction> {
    prop::collection::vec((needs(), any::<bool>()), 0..6).prop_map(|list| {
        let requirement = |(i, (needs, required)): (usize, (Value, bool))| {
            let priority = if required { "required" } else { "preferred" };
            json!({"id": format!("r{i}"), "priority": priority, "basis": "section", "quote": "…", "span": [0, 3], "line": 1, "needs": bare(needs)})
        };
        let requirements: Vec<Value> = list.into_iter().enumerate().map(requirement).collect();
        let posting = json!({"locations": ["Munich"]});
        serde_json::from_value(json!({"schema": "quals.extract/1", "source": "p", "posting": posting, "requirements": requirements})).unwrap()
    })
}

/// Without the keys that are null, as a posting that does not state them.
fn bare(value: Value) -> Value {
    match value {
        Value::Object(map) => map.into_iter().filter(|(_, value)| !value.is_null()).map(|(key, value)| (key, bare(value))).collect(),
        Value::Array(list) => list.into_iter().map(bare).collect(),
        other => other,
    }
}

fn level() -> impl Strategy<Value = Option<SkillLevel>> {
    prop::option::of(prop::sample::select(vec![SkillLevel::Familiar, SkillLevel::Working, SkillLevel::Proficient, SkillLevel::Expert]))
}

pub(crate) fn date() -> impl Strategy<Value = PartialDate> {
    (2024..2028_i16, 1..=12_i8).prop_map(|(year, month)| PartialDate::month(year, month))
}

/// An entry of `[[education]]`, with gaps.
pub(crate) fn entry() -> impl Strategy<Value = Education> {
    let level = prop::option::of(prop::sample::select(vec![DegreeLevel::Bachelor, DegreeLevel::Master, DegreeLevel::Doctorate]));
    let status =
        prop::option::of(prop::sample::select(vec![EducationStatus::Enrolled, EducationStatus::Completed, EducationStatus::Incomplete]));
    let field = prop::option::of(one_of(&FIELDS).prop_map(str::to_owned));
    (level, status, field, prop::option::of(date()), prop::option::of(20..40_u32)).prop_map(|(level, status, field, end, tenths)| {
        Education {
            level,
            status,
            field,
            end,
            gpa: tenths.map(|tenths| f64::from(tenths) / 10.0),
            gpa_scale: Some(4.0),
            ..Education::default()
        }
    })
}

/// A job, with gaps.
pub(crate) fn job() -> impl Strategy<Value = Work> {
    let start = prop::option::of((2015..2025_i16, 1..=12_i8).prop_map(|(year, month)| PartialDate::month(year, month)));
    let setting = prop::option::of(prop::sample::select(vec![Setting::Industry, Setting::Academic]));
    (start, 0..4_u8, setting, any::<bool>(), prop::collection::vec(one_of(&SKILLS), 0..3), prop::option::of(5.0..45.0_f64)).prop_map(
        |(start, end, setting, internship, skills, hours_per_week)| Work {
            start,
            end: match end {
                0 => None,
                1 => Some(WorkEnd::Present),
                _ => Some(WorkEnd::Date(PartialDate::month(start.map_or(2024, |start| start.year) + i16::from(end), 12))),
            },
            setting,
            internship,
            skills: skills.into_iter().map(str::to_owned).collect(),
            hours_per_week,
            ..Work::default()
        },
    )
}

fn rights() -> impl Strategy<Value = Authorization> {
    let list = || prop::collection::vec(one_of(&COUNTRIES).prop_map(str::to_owned), 0..2);
    let clearances = prop::option::of(prop::collection::vec(Just("Secret".to_owned()), 0..2));
    (list(), list(), list(), list(), clearances).prop_map(|(citizenships, authorized_in, permanent_resident_in, needs, clearances)| {
        let free = [&citizenships, &authorized_in, &permanent_resident_in];
        let needs_sponsorship_in = needs.into_iter().filter(|country| !free.iter().any(|list| list.contains(country))).collect();
        Authorization { citizenships, authorized_in, permanent_resident_in, needs_sponsorship_in, clearances }
    })
}

fn available() -> impl Strategy<Value = (Available, Whereabouts)> {
    let number = |range: std::ops::Range<u32>| prop::option::of(range.prop_map(f64::from));
    let time = (prop::option::of(date()), prop::option::of(date()), number(1..12), number(5..45), number(1..6));
    let base = prop::option::of(one_of(&["Munich", "Springfield"]).prop_map(str::to_owned));
    let places = prop::collection::vec(one_of(&["Germany", "Springfield"]).prop_map(str::to_owned), 0..2);
    (time, base, places, prop::option::of(any::<bool>())).prop_map(
        |((start, end, months, hours_per_week, days_per_week), base, places, relocate)| {
            (Available { start, end, months, hours_per_week, days_per_week }, Whereabouts { base, places, modes: Vec::new(), relocate })
        },
    )
}

fn study() -> impl Strategy<Value = Study> {
    let flag = || prop::option::of(any::<bool>());
    let year = prop::option::of(prop::sample::select(vec![StudyYear::Junior, StudyYear::Senior, StudyYear::Graduate]));
    (flag(), flag(), flag(), year).prop_map(|(enrolled, returning, final_requirement, year)| Study {
        enrolled,
        year,
        returning,
        final_requirement,
    })
}

fn lists() -> impl Strategy<Value = (Vec<LanguageEntry>, Vec<CertificateEntry>, Vec<PublicationEntry>)> {
    let language = (
        one_of(&["German", "English"]),
        prop::option::of(prop::sample::select(vec![LanguageLevel::A2, LanguageLevel::B2, LanguageLevel::C2])),
    )
        .prop_map(|(language, level)| LanguageEntry { language: language.to_owned(), level });
    let certificate = (one_of(&["CPA", "forklift license"]), any::<bool>()).prop_map(|(name, held)| CertificateEntry {
        name: name.to_owned(),
        status: if held { CertificateStatus::Held } else { CertificateStatus::InProgress },
        expires: None,
    });
    let publication = prop::option::of(one_of(&["CVPR", "Nature"]).prop_map(str::to_owned))
        .prop_map(|venue| PublicationEntry { venue, ..PublicationEntry::default() });
    (prop::collection::vec(language, 0..2), prop::collection::vec(certificate, 0..2), prop::collection::vec(publication, 0..2))
}

prop_compose! {
    /// A profile with gaps of every kind.
    pub(crate) fn profile()(
        skills in prop::collection::btree_map(0..SKILLS.len(), level(), 0..4),
        education in prop::collection::vec(entry(), 0..3),
        work in prop::collection::vec(job(), 0..3),
        (languages, certificates, publications) in lists(),
        work_authorization in rights(),
        (availability, location) in available(),
        study in study(),
        age in prop::option::of(15..40_u32),
        open in prop::collection::vec(any::<bool>(), 6),
    ) -> Profile {
        let skills = skills.into_iter().map(|(i, level)| SkillEntry { name: SKILLS[i].to_owned(), level, years: None }).collect();
        let complete = Assume::default().complete.into_iter().zip(open).filter(|(_, open)| !open).map(|(list, _)| list).collect();
        let personal = Personal { age, ..Personal::default() };
        Profile {
            skills, education, work, languages, certificates, publications, work_authorization, availability, location, study, personal,
            assume: Assume { complete }, ..Profile::default()
        }
    }
}

/// The same, with every list open and nothing in it.
pub(crate) fn silent() -> Profile {
    Profile { assume: Assume { complete: Vec::<List>::new() }, ..Profile::default() }
}

/// Takes back a fact that is stated, and that no other fact implies; `false` where there is none.
pub(crate) fn forget(profile: &mut Profile, which: u8) -> bool {
    let entry = profile.education.first_mut();
    match which {
        0 => profile.languages.first_mut().and_then(|it| it.level.take()).is_some(),
        1 => entry.and_then(|it| it.level.take()).is_some(),
        2 => entry.and_then(|it| it.status.take()).is_some(),
        3 => entry.and_then(|it| it.field.take()).is_some(),
        4 => profile.work.first_mut().and_then(|it| it.setting.take()).is_some(),
        5 => profile.personal.age.take().is_some(),
        6 => profile.location.relocate.take().is_some(),
        _ => profile.publications.first_mut().and_then(|it| it.venue.take()).is_some(),
    }
}

/// Fills in the fact that a verdict calls missing, with a value of some sort; `false` where there is nothing to fill.
pub(crate) fn fill(profile: &mut Profile, path: &str, with: u32, date: PartialDate) -> bool {
    let yes = with.is_multiple_of(2);
    let number = f64::from(with % 40 + 1);
    match path {
        "study.enrolled" => profile.study.enrolled = Some(yes),
        "study.returning" => profile.study.returning = Some(yes),
        "study.final_requirement" => profile.study.final_requirement = Some(yes),
        "study.year" => profile.study.year = Some(if yes { StudyYear::Junior } else { StudyYear::Senior }),
        "personal.age" => profile.personal.age = Some(with % 40),
        "location.relocate" => profile.location.relocate = Some(yes),
        "location.base" => profile.location.base = Some(if yes { "Munich" } else { "Springfield" }.to_owned()),
        "location.modes" => {
            profile.location.modes = vec![if yes { quals::posting::Workplace::Onsite } else { quals::posting::Workplace::Remote }]
        }
        "work_authorization.clearances" if profile.work_authorization.clearances.is_none() => {
            profile.work_authorization.clearances = Some(if yes { vec!["Secret".to_owned()] } else { Vec::new() });
        }
        "availability.start" => profile.availability.start = Some(date),
        "availability.end" => profile.availability.end = Some(date),
        "availability.months" => profile.availability.months = Some(number),
        "availability.hours_per_week" => profile.availability.hours_per_week = Some(number),
        "availability.days_per_week" => {
            // fewer days than the stated hours fill would contradict them
            let filled = profile.availability.hours_per_week.map_or(1.0, |hours| (hours / 8.0).floor());
            profile.availability.days_per_week = Some(f64::from(with % 5 + 1).max(filled));
        }
        "skills" => profile.projects.push(Project { name: None, skills: vec![SKILLS[with as usize % SKILLS.len()].to_owned()] }),
        _ => return fill_entry(profile, path, with, date),
    }
    true
}

fn fill_entry(profile: &mut Profile, path: &str, with: u32, date: PartialDate) -> bool {
    let Some((list, rest)) = path.split_once('[') else { return false };
    let Some((at, key)) = rest.split_once("].") else { return false };
    let at: usize = at.parse().unwrap();
    let yes = with.is_multiple_of(2);
    if let (true, Some(entry)) = (list == "education", profile.education.get(at)) {
        let stated = [("level", entry.level.is_some()), ("status", entry.status.is_some()), ("field", entry.field.is_some())];
        assert!(!stated.contains(&(key, true)), "{path} is stated, and called missing");
    }
    match (list, key) {
        ("education", "level") => profile.education[at].level = Some(if yes { DegreeLevel::Bachelor } else { DegreeLevel::Doctorate }),
        ("education", "status") => {
            profile.education[at].status = Some(if yes { EducationStatus::Enrolled } else { EducationStatus::Completed });
        }
        ("education", "field") => profile.education[at].field = Some(FIELDS[with as usize % FIELDS.len()].to_owned()),
        ("education", "end") => profile.education[at].end = Some(date),
        ("education", "gpa") => profile.education[at].gpa = Some(f64::from(with % 40) / 10.0),
        ("work", "setting") => profile.work[at].setting = Some(if yes { Setting::Industry } else { Setting::Academic }),
        ("work", "start") => profile.work[at].start = Some(PartialDate::month(2020, 1)),
        ("work", "end") => profile.work[at].end = Some(WorkEnd::Date(PartialDate::month(2022, 1))),
        // a skill of a job is one more of a list that may have been called complete
        ("work", "skills") if profile.assume.is_complete(List::Skills) => return false,
        ("work", "skills") => profile.work[at].skills = vec![SKILLS[with as usize % SKILLS.len()].to_owned()],
        ("languages", "level") => profile.languages[at].level = Some(if yes { LanguageLevel::A2 } else { LanguageLevel::C2 }),
        ("publications", "venue") => profile.publications[at].venue = Some(if yes { "CVPR" } else { "Nature" }.to_owned()),
        _ => return false,
    }
    true
}
