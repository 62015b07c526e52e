//! Laws of verdicts, standing, fit and order, on random profiles before random postings.

use crate::{
    config,
    given::{SKILLS, TAXONOMY, date, entry, fill, forget, job, posting, profile, silent},
};
use proptest::prelude::*;
use quals::{
    extract::Extraction,
    kind::{Candidate, Judged},
    logic::{Label, Truth},
    profile::{CertificateEntry, Education, EducationStatus, LanguageEntry, Profile, Project, PublicationEntry},
    rank::{Outlook, RankRow, Standing, compare, order},
    requirement::Priority,
    value::LanguageLevel,
};
use std::cmp::Ordering;

/// A profile before a posting on the day of these tests.
pub(crate) fn row(profile: &Profile, posting: &Extraction) -> RankRow {
    RankRow::new(&candidate(profile), posting)
}

pub(crate) fn candidate(profile: &Profile) -> Candidate<'_> {
    Candidate::new(profile, &TAXONOMY, jiff::civil::date(2025, 12, 1))
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

/// Everything that a row says but the words of its evidence.
fn verdicts(row: &RankRow) -> impl PartialEq + std::fmt::Debug + use<> {
    let of_one = |v: &quals::evaluate::RequirementVerdict| {
        let paths: Vec<String> = v.evidence().iter().map(|evidence| evidence.profile.clone()).collect();
        (v.verdict, v.coverage, v.missing().join(" "), paths)
    };
    let verdicts: Vec<_> = row.verdicts.iter().map(of_one).collect();
    (row.standing, row.fit, row.fit_low, row.fit_high, verdicts)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn one_more_good_fact_lowers_nothing(
        before in profile(), posting in posting(), what in 0..7_u8, which in 0..SKILLS.len(), entry in entry(), job in job(),
    ) {
        let mut after = before.clone();
        match what {
            0 => after.projects.push(Project { name: None, skills: vec![SKILLS[which].to_owned()] }),
            1 => {
                // an enrolment says too that one is no graduate, and a grade or a date can be a bad one
                let finished = Education { status: Some(EducationStatus::Completed), gpa: None, end: None, ..entry };
                after.education.push(finished);
            }
            2 => after.work.push(job),
            3 => after.languages.push(LanguageEntry { language: "German".into(), level: Some(LanguageLevel::Native) }),
            4 => after.certificates.push(CertificateEntry { name: "CPA".into(), ..CertificateEntry::default() }),
            5 => after.publications.push(PublicationEntry { venue: Some("CVPR".into()), ..PublicationEntry::default() }),
            _ => after.location.places.push("Germany".into()),
        }
        no_lower(&row(&before, &posting), &row(&after, &posting))?;
    }

    #[test]
    fn a_missing_fact_that_is_filled_in_overturns_nothing(
        before in profile(), posting in posting(), which in any::<prop::sample::Index>(), with in any::<u32>(), date in date(),
    ) {
        let old = row(&before, &posting);
        let missing: Vec<&String> = old.verdicts.iter().flat_map(|v| &v.atoms).flat_map(Judged::missing).collect();
        prop_assume!(!missing.is_empty());
        let mut after = before.clone();
        let path = missing[which.index(missing.len())];
        // what an entry is says whose grade counts, so that another grade may be held against the one asked
        let says_whose = path.starts_with("education[") && !path.ends_with(".gpa");
        let asks_grade = posting.requirements.iter().flat_map(|it| it.needs.atoms()).any(|it| it.kind().name == "gpa");
        prop_assume!(!(says_whose && asks_grade) && fill(&mut after, path, with, date));
        let new = row(&after, &posting);
        for (b, a) in old.verdicts.iter().zip(&new.verdicts) {
            let (Some(b), Some(a)) = (b.coverage, a.coverage) else { continue };
            prop_assert!(b.truth() == Truth::Unknown || b.truth() == a.truth(), "{path}: {b:?} {a:?}");
            prop_assert!(b.lo() <= a.lo() + 1e-12 && a.hi() <= b.hi() + 1e-12, "{path}: {b:?} {a:?}");
        }
        prop_assert!(old.fit_low <= new.fit_low && new.fit_high <= old.fit_high);
        prop_assert!(old.standing != Standing::Ineligible || new.standing == Standing::Ineligible);
        prop_assert!(old.standing != Standing::Eligible || new.standing == Standing::Eligible);
    }

    #[test]
    fn a_fact_that_is_taken_back_decides_nothing(before in profile(), posting in posting(), which in 0..8_u8) {
        let mut after = before.clone();
        // what an entry is says whose grade counts
        let asks_grade = posting.requirements.iter().flat_map(|it| it.needs.atoms()).any(|it| it.kind().name == "gpa");
        prop_assume!(!asks_grade && forget(&mut after, which));
        let (old, new) = (row(&before, &posting), row(&after, &posting));
        for (b, a) in old.verdicts.iter().zip(&new.verdicts) {
            let (Some(b), Some(a)) = (b.coverage, a.coverage) else { continue };
            prop_assert!(a.truth() == Truth::Unknown || a.truth() == b.truth(), "{which}: {b:?} {a:?}");
        }
    }

    #[test]
    fn silence_is_neither_permission_nor_refusal(posting in posting()) {
        let row = row(&silent(), &posting);
        for atom in row.verdicts.iter().flat_map(|v| &v.atoms) {
            prop_assert!(matches!(atom.verdict, Label::Unknown | Label::Assumed), "{}: {:?}", atom.text(), atom.verdict);
        }
        prop_assert!(row.standing != Standing::Ineligible && row.standing != Standing::Stretch);
        prop_assert_eq!(row.verdicts.len(), posting.requirements.len());
    }

    #[test]
    fn what_no_kind_names_changes_no_verdict(before in profile(), posting in posting(), words in "[A-Za-z ]{1,12}|Nursing|machine learning|Germany|CPA") {
        let mut after = before.clone();
        after.name = Some(words.clone());
        after.source = words.clone();
        after.education.iter_mut().for_each(|entry| entry.institution = Some(words.clone()));
        after.work.iter_mut().for_each(|job| job.organization = Some(words.clone()));
        after.projects.iter_mut().for_each(|project| project.name = Some(words.clone()));
        after.wants.places.push(words);
        prop_assert_eq!(verdicts(&row(&before, &posting)), verdicts(&row(&after, &posting)));
    }

    #[test]
    fn a_verdict_says_what_showed_it_or_what_is_missing(profile in profile(), posting in posting()) {
        for atom in row(&profile, &posting).verdicts.iter().flat_map(|v| &v.atoms) {
            let is_shown = !atom.evidence().is_empty();
            prop_assert!(is_shown || !matches!(atom.verdict, Label::Met | Label::Partial), "{atom:?}");
            prop_assert!(is_shown || !atom.missing().is_empty() || atom.verdict != Label::Unknown || atom.kind.name == "other", "{atom:?}");
            prop_assert!(atom.evidence().iter().all(|it| !it.profile.is_empty()), "{atom:?}");
        }
    }

    #[test]
    fn what_is_preferred_and_what_is_no_gate_make_nobody_ineligible(before in profile(), posting in posting()) {
        let old = row(&before, &posting);
        let mut required = posting.clone();
        required.requirements.retain(|it| it.priority == Priority::Required);
        if !required.requirements.is_empty() {
            prop_assert_eq!(old.standing, row(&before, &required).standing);
        }
        let mut after = before.clone();
        after.projects.push(Project { name: None, skills: SKILLS.map(str::to_owned).to_vec() });
        let is_ineligible = |row: &RankRow| row.standing == Standing::Ineligible;
        prop_assert_eq!(is_ineligible(&old), is_ineligible(&row(&after, &posting)));
    }

    #[test]
    fn one_more_requirement_betters_no_standing(profile in profile(), posting in posting(), more in posting()) {
        let mut both = posting.clone();
        both.requirements.extend(more.requirements);
        let (before, after) = (row(&profile, &posting), row(&profile, &both));
        prop_assert!(before.standing == Standing::Unread || before.standing <= after.standing);
        prop_assert_eq!(&before.verdicts, &after.verdicts[..before.verdicts.len()]);
    }

    #[test]
    fn the_fit_lies_within_its_bounds_and_needs_no_other_row(profile in profile(), postings in prop::collection::vec(posting(), 1..4)) {
        let together = candidate(&profile);
        for posting in &postings {
            let row = RankRow::new(&together, posting);
            prop_assert_eq!(&row, &self::row(&profile, posting));
            prop_assert_eq!(row.fit.is_none(), posting.requirements.is_empty());
            prop_assert_eq!(row.standing == Standing::Unread, posting.requirements.is_empty());
            prop_assert!(row.fit_low <= row.fit && row.fit <= row.fit_high);
            prop_assert!(row.fit.is_none_or(|fit| (0.0..=100.0).contains(&fit)));
            prop_assert!(row.checked <= row.asked);
        }
    }

    #[test]
    fn the_order_is_total_and_does_not_depend_on_the_input_s(profile in profile(), postings in prop::collection::vec(posting(), 3..5)) {
        let candidate = candidate(&profile);
        let mut rows: Vec<RankRow> = postings.iter().map(|posting| RankRow::new(&candidate, posting)).collect();
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

    #[test]
    fn every_node_is_as_its_requirement(profile in profile(), posting in posting()) {
        for verdict in row(&profile, &posting).verdicts {
            let node = verdict.node();
            prop_assert_eq!((node.verdict, node.coverage), (verdict.verdict, verdict.coverage));
            prop_assert_eq!((&node.evidence, &node.missing), (&verdict.evidence(), &verdict.missing()));
        }
    }

    #[test]
    fn an_answer_decides_what_its_question_says(profile in profile(), posting in posting()) {
        let candidate = candidate(&profile);
        let row = RankRow::new(&candidate, &posting);
        let outlook = Outlook::new(&candidate, &posting, row.clone());
        prop_assert_eq!((outlook.standing, outlook.fit), (row.standing, row.fit));
        for question in quals::rank::questions(&candidate, std::slice::from_ref(&outlook)) {
            prop_assert!(question.decides + question.may_decide <= question.asked && question.asked == 1);
            prop_assert!(row.standing != Standing::Ineligible || question.decides == 0);
        }
        for gap in quals::rank::gaps(&candidate, std::slice::from_ref(&outlook)) {
            prop_assert!(gap.fit_gain >= 0.0, "{gap:?}");
            prop_assert!(gap.eligible >= gap.turn_eligible.len() && gap.postings == 1);
        }
    }
}
