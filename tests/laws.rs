//! The laws of matching, as properties: of the logic on random trees, of verdicts, standing, fit and order on random profiles.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use proptest::prelude::*;
use quals::{
    extract::Extraction,
    kind::{Candidate, DegreeLevel, SkillLevel},
    logic::{Bounds, Expr, Truth},
    profile::{Assume, Education, EducationStatus, LanguageEntry, List, Profile, SkillEntry, Work, WorkEnd},
    rank::{RankRow, Standing, compare, order},
    taxonomy::{Concept, Family, Taxonomy},
    value::PartialDate,
};
use serde_json::{Value, json};
use std::{cmp::Ordering, sync::LazyLock};

/// How many cases each law is tried on.
const CASES: u32 = 1_000;

/// A leaf: its coverage, or none where it is assumed.
type Leaf = Option<Bounds>;

fn leaf() -> impl Strategy<Value = Leaf> {
    prop_oneof![
        3 => Just(Some(Bounds::MET)),
        2 => (0..=6_u8).prop_map(|sixths| Some(Bounds::unmet(f64::from(sixths) / 6.0))),
        2 => (0..=6_u8).prop_map(|sixths| Some(Bounds::unknown(f64::from(sixths) / 6.0))),
        1 => Just(None),
    ]
}

fn tree_of(leaf: impl Strategy<Value = Leaf> + 'static) -> impl Strategy<Value = Expr<Leaf>> {
    leaf.prop_map(Expr::Atom).prop_recursive(4, 40, 6, |part| {
        let parts = prop::collection::vec(part, 1..6);
        prop_oneof![
            parts.clone().prop_map(|all| Expr::All { all }),
            parts.clone().prop_map(|any| Expr::Any { any, open: false, class: None }),
            (parts, 2..4_usize).prop_map(|(of, at_least)| Expr::AtLeast { at_least: at_least.min(of.len()), of }),
        ]
    })
}

fn tree() -> impl Strategy<Value = Expr<Leaf>> {
    tree_of(leaf())
}

/// Trees without assumed parts.
fn stated_tree() -> impl Strategy<Value = Expr<Leaf>> {
    tree_of(leaf().prop_map(|leaf| leaf.or(Some(Bounds::UNKNOWN))))
}

fn coverage(tree: &Expr<Leaf>) -> Leaf {
    tree.coverage(&|leaf: &Leaf| *leaf)
}

/// Strong Kleene by truth values alone.
fn kleene(tree: &Expr<Leaf>) -> Truth {
    let (needed, parts) = match tree {
        Expr::Atom(leaf) => return leaf.map_or(Truth::Unknown, Bounds::truth),
        Expr::All { all } => (all.len(), all),
        Expr::Any { any, .. } => (1, any),
        Expr::AtLeast { at_least, of } => (*at_least, of),
    };
    let truths: Vec<Truth> = parts.iter().map(kleene).collect();
    let count = |truth| truths.iter().filter(|t| **t == truth).count();
    if count(Truth::Met) >= needed {
        Truth::Met
    } else if truths.len() - count(Truth::Unmet) < needed {
        Truth::Unmet
    } else {
        Truth::Unknown
    }
}

/// Mean, maximum, sum of the k best over k, without any care.
fn plain(tree: &Expr<Leaf>, of: &impl Fn(Bounds) -> f64) -> f64 {
    let (needed, parts) = match tree {
        Expr::Atom(leaf) => return leaf.map_or(0.0, of),
        Expr::All { all } => (all.len(), all),
        Expr::Any { any, .. } => (1, any),
        Expr::AtLeast { at_least, of } => (*at_least, of),
    };
    let mut values: Vec<f64> = parts.iter().map(|part| plain(part, of)).collect();
    values.sort_by(|a, b| b.total_cmp(a));
    values[..needed].iter().sum::<f64>() / needed as f64
}

/// The tree with its leaves changed, each by the next of `changes`.
fn change(tree: &Expr<Leaf>, changes: &mut impl Iterator<Item = u8>, by: &impl Fn(Leaf, u8) -> Leaf) -> Expr<Leaf> {
    let mut parts = |list: &[Expr<Leaf>]| list.iter().map(|part| change(part, changes, by)).collect();
    match tree {
        Expr::Atom(leaf) => Expr::Atom(by(*leaf, changes.next().unwrap_or(0))),
        Expr::All { all } => Expr::All { all: parts(all) },
        Expr::Any { any, .. } => Expr::Any { any: parts(any), open: false, class: None },
        Expr::AtLeast { at_least, of } => Expr::AtLeast { at_least: *at_least, of: parts(of) },
    }
}

/// An unknown leaf stays, becomes met, or becomes unmet with no less than was certain.
fn learn(leaf: Leaf, how: u8) -> Leaf {
    match leaf {
        Some(bounds) if bounds.truth() == Truth::Unknown => match how % 4 {
            0 => leaf,
            1 => Some(Bounds::MET),
            2 => Some(Bounds::unmet(bounds.lo())),
            _ => Some(Bounds::unknown(f64::midpoint(bounds.lo(), 1.0))),
        },
        _ => leaf,
    }
}

/// A leaf stays or rises.
fn raise(leaf: Leaf, how: u8) -> Leaf {
    let bounds = leaf?;
    match how % 4 {
        0 => leaf,
        1 => Some(Bounds::MET),
        2 => Some(bounds.opened()),
        _ => Some(bounds.or(Bounds::unmet(0.5))),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(CASES) })]

    #[test]
    fn met_is_one_and_unmet_is_below_one_by_strong_kleene(tree in stated_tree()) {
        let bounds = coverage(&tree).unwrap();
        prop_assert!(0.0 <= bounds.lo() && bounds.lo() <= bounds.hi() && bounds.hi() <= 1.0);
        prop_assert_eq!(bounds.truth() == Truth::Met, bounds.lo() == 1.0);
        prop_assert_eq!(bounds.truth() == Truth::Unmet, bounds.hi() < 1.0);
        prop_assert_eq!(bounds.truth(), kleene(&tree));
    }

    #[test]
    fn coverage_is_mean_maximum_and_k_best(tree in stated_tree()) {
        let bounds = coverage(&tree).unwrap();
        prop_assert!((bounds.lo() - plain(&tree, &Bounds::lo)).abs() < 1e-9);
        prop_assert!((bounds.hi() - plain(&tree, &Bounds::hi)).abs() < 1e-9);
    }

    #[test]
    fn learning_never_overturns_nor_widens(tree in tree(), how in prop::collection::vec(any::<u8>(), 60)) {
        let learned = change(&tree, &mut how.into_iter(), &learn);
        match (coverage(&tree), coverage(&learned)) {
            (Some(before), Some(after)) => {
                prop_assert!(before.lo() <= after.lo() + 1e-12 && after.hi() <= before.hi() + 1e-12, "{before:?} {after:?}");
                prop_assert!(before.truth() == Truth::Unknown || before.truth() == after.truth());
            }
            (None, after) => prop_assert!(after.is_none_or(|b| b.truth() == Truth::Met)),
            (Some(before), None) => prop_assert!(before.truth() == Truth::Unknown, "{before:?} became assumed"),
        }
    }

    #[test]
    fn raising_a_part_never_lowers_the_whole(tree in stated_tree(), how in prop::collection::vec(any::<u8>(), 60)) {
        let raised = change(&tree, &mut how.into_iter(), &raise);
        let (before, after) = (coverage(&tree).unwrap(), coverage(&raised).unwrap());
        prop_assert!(before.lo() <= after.lo() + 1e-12 && before.hi() <= after.hi() + 1e-12);
        prop_assert!(before.truth() != Truth::Met || after.truth() == Truth::Met);
        prop_assert!(before.truth() != Truth::Unknown || after.truth() != Truth::Unmet);
    }

    #[test]
    fn what_is_assumed_counts_as_met_for_the_label(tree in tree()) {
        let met = coverage(&change(&tree, &mut std::iter::repeat(0), &|leaf, _| leaf.or(Some(Bounds::MET)))).unwrap();
        match coverage(&tree) {
            Some(bounds) => prop_assert_eq!(bounds.truth(), met.truth()),
            None => prop_assert_eq!(met.truth(), Truth::Met),
        }
    }
}

/// A vocabulary in which PyTorch is one of the machine learning things and implies Python.
static TAXONOMY: LazyLock<Taxonomy> = LazyLock::new(|| {
    let concepts = [
        json!({"id": "pytorch", "label": "PyTorch", "broader": ["dl"], "implies": ["python"]}),
        json!({"id": "dl", "label": "deep learning", "broader": ["ml"]}),
        json!({"id": "ml", "label": "machine learning"}),
        json!({"id": "python", "label": "Python"}),
        json!({"id": "sql", "label": "SQL"}),
    ];
    Taxonomy::new(concepts.into_iter().map(|c| (Family::Skill, serde_json::from_value::<Concept>(c).unwrap())).collect())
});

const SKILLS: [&str; 7] = ["PyTorch", "deep learning", "machine learning", "Python", "SQL", "patient care", "welding"];

fn atom() -> impl Strategy<Value = Value> {
    let skill = (0..SKILLS.len(), 0..5_usize).prop_map(|(i, level)| {
        let level = [Value::Null, json!("familiar"), json!("working"), json!("proficient"), json!("expert")][level].clone();
        json!({"kind": "skill", "text": SKILLS[i], "level": level})
    });
    let degree = (0..3_usize, 0..2_usize, any::<bool>()).prop_map(|(level, status, equivalent)| {
        let (levels, statuses) = (["bachelor", "master", "doctorate"], ["enrolled", "completed"]);
        json!({"kind": "degree", "text": "degree", "levels": [levels[level]],
            "status": statuses[status], "or_equivalent": equivalent})
    });
    let months = (0..60_u32, 0..SKILLS.len())
        .prop_map(|(min, i)| json!({"kind": "experience", "text": "experience", "min_months": min, "areas": [SKILLS[i]]}));
    let rest = prop::sample::select(vec![
        json!({"kind": "age", "text": "18", "min": 18}),
        json!({"kind": "student_status", "text": "returning", "condition": "returning"}),
        json!({"kind": "language", "text": "German", "language": "German", "level": "fluent"}),
        json!({"kind": "trait", "text": "curious"}),
        json!({"kind": "other", "text": "excellence"}),
        json!({"kind": "condition", "text": "travel", "type": "travel"}),
    ]);
    prop_oneof![4 => skill, 2 => degree, 2 => months, 3 => rest]
}

fn posting() -> impl Strategy<Value = Extraction> {
    let list = prop::collection::vec(atom(), 1..4);
    let needs = (list, 0..3_usize).prop_map(|(mut atoms, form)| match (atoms.len(), form) {
        (1, _) => atoms.remove(0),
        (_, 0) => json!({"any": atoms}),
        (_, 1) => json!({"all": atoms}),
        (n, _) => json!({"at_least": 2.min(n), "of": atoms}),
    });
    let requirements = prop::collection::vec((needs, any::<bool>()), 0..6);
    requirements.prop_map(|list| {
        let requirement = |(i, (needs, required)): (usize, (Value, bool))| {
            let priority = if required { "required" } else { "preferred" };
            json!({"id": format!("r{i}"), "priority": priority, "basis": "section", "quote": "…", "span": [0, 3], "line": 1, "needs": needs})
        };
        let requirements: Vec<Value> = list.into_iter().enumerate().map(requirement).collect();
        serde_json::from_value(json!({"schema": "quals.extract/1", "source": "p", "posting": {}, "requirements": requirements})).unwrap()
    })
}

fn level() -> impl Strategy<Value = Option<SkillLevel>> {
    prop::option::of(prop::sample::select(vec![SkillLevel::Familiar, SkillLevel::Working, SkillLevel::Proficient, SkillLevel::Expert]))
}

fn entry() -> impl Strategy<Value = Education> {
    let level = prop::sample::select(vec![DegreeLevel::Bachelor, DegreeLevel::Master, DegreeLevel::Doctorate]);
    let status = prop::option::of(prop::sample::select(vec![EducationStatus::Enrolled, EducationStatus::Completed]));
    (level, status).prop_map(|(level, status)| Education { level: Some(level), status, ..Education::default() })
}

fn job() -> impl Strategy<Value = Work> {
    (2015..2025_i16, 1..=12_i8, 0..3_i16, 0..SKILLS.len(), prop::option::of(5.0..45.0_f64)).prop_map(
        |(year, month, years, skill, hours)| Work {
            start: Some(PartialDate::month(year, month)),
            end: Some(if years == 2 { WorkEnd::Present } else { WorkEnd::Date(PartialDate::month(year + years, 12)) }),
            skills: vec![SKILLS[skill].to_owned()],
            hours_per_week: hours,
            ..Work::default()
        },
    )
}

prop_compose! {
    fn profile()(
        skills in prop::collection::btree_map(0..SKILLS.len(), level(), 0..4),
        education in prop::collection::vec(entry(), 0..3),
        work in prop::collection::vec(job(), 0..3),
        open in any::<bool>(),
    ) -> Profile {
        let skills = skills.into_iter().map(|(i, level)| SkillEntry { name: SKILLS[i].to_owned(), level, years: None }).collect();
        let complete = if open { vec![List::Education, List::Work] } else { Assume::default().complete };
        Profile { skills, education, work, assume: Assume { complete }, ..Profile::default() }
    }
}

fn row(profile: &Profile, posting: &Extraction) -> RankRow {
    RankRow::new(&Candidate::new(profile, &TAXONOMY, jiff::civil::date(2025, 12, 1)), posting)
}

fn no_lower(before: &RankRow, after: &RankRow) -> Result<(), TestCaseError> {
    prop_assert!(after.standing <= before.standing, "{:?} became {:?}", before.standing, after.standing);
    prop_assert!(before.fit <= after.fit && before.fit_low <= after.fit_low && before.fit_high <= after.fit_high, "{before:#?} {after:#?}");
    for (b, a) in before.verdicts.iter().zip(&after.verdicts) {
        if let (Some(b), Some(a)) = (b.coverage, a.coverage) {
            prop_assert!(b.lo() <= a.lo() + 1e-12 && b.hi() <= a.hi() + 1e-12, "{b:?} {a:?}");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(CASES) })]

    #[test]
    fn one_more_skill_lowers_nothing(before in profile(), posting in posting(), skill in 0..SKILLS.len()) {
        let mut after = before.clone();
        after.projects.push(quals::profile::Project { name: None, skills: vec![SKILLS[skill].to_owned()] });
        no_lower(&row(&before, &posting), &row(&after, &posting))?;
    }

    #[test]
    fn one_more_degree_or_job_lowers_nothing(before in profile(), posting in posting(), entry in entry(), job in job()) {
        let mut after = before.clone();
        after.education.push(entry);
        no_lower(&row(&before, &posting), &row(&after, &posting))?;
        after.work.push(job);
        no_lower(&row(&before, &posting), &row(&after, &posting))?;
    }

    #[test]
    fn a_fact_learned_overturns_nothing(before in profile(), posting in posting(), age in 14..40_u32, returning in any::<bool>()) {
        let mut after = before.clone();
        after.study.enrolled = Some(true);
        after.education.push(Education { level: Some(DegreeLevel::HighSchool), ..Education::default() });
        let before = after.clone();
        after.personal.age = Some(age);
        after.study.returning = Some(returning);
        let (old, new) = (row(&before, &posting), row(&after, &posting));
        for (b, a) in old.verdicts.iter().zip(&new.verdicts) {
            let (Some(b), Some(a)) = (b.coverage, a.coverage) else { continue };
            prop_assert!(b.truth() == Truth::Unknown || b.truth() == a.truth());
            prop_assert!(b.lo() <= a.lo() + 1e-12 && a.hi() <= b.hi() + 1e-12);
        }
        prop_assert!(old.fit_low <= new.fit_low && new.fit_high <= old.fit_high);
        prop_assert!(old.standing != Standing::Ineligible || new.standing == Standing::Ineligible);
    }

    #[test]
    fn the_fit_lies_within_its_bounds_and_a_closed_list_narrows_them(mut profile in profile(), posting in posting()) {
        profile.languages = vec![LanguageEntry { language: "German".into(), level: None }];
        let row = row(&profile, &posting);
        prop_assert_eq!(row.fit.is_none(), posting.requirements.is_empty());
        prop_assert_eq!(row.standing == Standing::Unread, posting.requirements.is_empty());
        prop_assert!(row.fit_low <= row.fit && row.fit <= row.fit_high);
        prop_assert!(row.fit.is_none_or(|fit| (0.0..=100.0).contains(&fit)));
        prop_assert!(row.checked <= row.asked);
    }

    #[test]
    fn the_order_is_total_and_does_not_depend_on_the_input_s(profile in profile(), postings in prop::collection::vec(posting(), 3..6)) {
        let mut rows: Vec<RankRow> = postings.iter().map(|posting| row(&profile, posting)).collect();
        for (i, row) in rows.iter_mut().enumerate() {
            row.source = format!("{i}");
        }
        for (a, b) in rows.iter().flat_map(|a| rows.iter().map(move |b| (a, b))) {
            prop_assert_eq!(compare(a, b), compare(b, a).reverse());
            prop_assert_eq!(compare(a, b) == Ordering::Equal, a.source == b.source);
        }
        let mut turned: Vec<RankRow> = rows.iter().rev().cloned().collect();
        order(&mut rows);
        order(&mut turned);
        prop_assert_eq!(&rows, &turned);
        prop_assert!(rows.iter().zip(1..).all(|(row, rank)| row.rank == rank));
    }
}

#[test]
fn a_row_is_written_as_the_contract_says() {
    let posting: Extraction = serde_json::from_value(json!({
        "schema": "quals.extract/1", "source": "postings/zurich.md", "posting": {"title": "Intern", "company": "Example AG"},
        "requirements": [
            {"id": "r1", "priority": "required", "basis": "section", "quote": "Python.", "span": [0, 7], "line": 3,
             "needs": {"kind": "skill", "text": "Python"}},
            {"id": "r2", "priority": "preferred", "basis": "section", "quote": "18.", "span": [8, 11], "line": 4,
             "needs": {"kind": "age", "text": "18", "min": 18}}]
    }))
    .unwrap();
    let skills = vec![SkillEntry { name: "PyTorch".into(), ..SkillEntry::default() }];
    let profile = Profile { source: "profiles/mira.toml".into(), skills, ..Profile::default() };
    let mut rows = vec![row(&profile, &posting)];
    order(&mut rows);
    assert_eq!(
        serde_json::to_value(&rows[0]).unwrap(),
        json!({"schema": "quals.rank/1", "profile": "profiles/mira.toml", "source": "postings/zurich.md", "title": "Intern", "company": "Example AG",
            "rank": 1, "standing": "eligible", "fit": 80.0, "fit_low": 66.7, "fit_high": 83.3, "checked": 1, "asked": 2,
            "required": {"met": 1, "partial": 0, "unmet": 0, "unknown": 0, "assumed": 0},
            "preferred": {"met": 0, "partial": 0, "unmet": 0, "unknown": 1, "assumed": 0},
            "verdicts": [
                {"requirement": "r1", "priority": "required", "quote": "Python.", "line": 3, "verdict": "met", "coverage": [1, 1],
                 "evidence": [{"profile": "skills[0]", "text": "PyTorch", "via": ["PyTorch", "Python"]}], "missing": [],
                 "atoms": [{"kind": "skill", "text": "Python", "verdict": "met", "coverage": [1, 1],
                            "evidence": [{"profile": "skills[0]", "text": "PyTorch", "via": ["PyTorch", "Python"]}], "missing": []}]},
                {"requirement": "r2", "priority": "preferred", "quote": "18.", "line": 4, "verdict": "unknown", "coverage": [0, 1],
                 "evidence": [], "missing": ["personal.age"],
                 "atoms": [{"kind": "age", "text": "18", "verdict": "unknown", "coverage": [0, 1], "evidence": [], "missing": ["personal.age"]}]}],
            "filtered": null})
    );
}
