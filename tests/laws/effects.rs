//! Laws of questions and gaps: what they say of an answer, or of something met, is what comes of it.

use crate::{
    config,
    given::{date, fill, posting, profile},
    matching::{candidate, row},
};
use proptest::prelude::*;
use quals::{
    extract::Extraction,
    kind::Judged,
    logic::{Label, Truth},
    profile::{Profile, Project},
    rank::{Outlook, Question, RankRow, Standing, gaps, questions},
};

fn outlook(profile: &Profile, posting: &Extraction) -> Outlook {
    let candidate = candidate(profile);
    Outlook::new(&candidate, posting, RankRow::new(&candidate, posting))
}

fn asked(profile: &Profile, posting: &Extraction) -> Vec<Question> {
    questions(&candidate(profile), &[outlook(profile, posting)])
}

fn is_unknown(atom: &Judged) -> bool {
    atom.coverage.is_some_and(|bounds| bounds.truth() == Truth::Unknown)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_question_that_decides_leaves_nothing_open(
        before in profile(), posting in posting(), which in any::<prop::sample::Index>(), with in any::<u32>(), date in date(),
    ) {
        let old = row(&before, &posting);
        let open: Vec<&Judged> = old.verdicts.iter().flat_map(|v| &v.atoms).filter(|atom| is_unknown(atom)).collect();
        let missing: Vec<&String> = open.iter().flat_map(|atom| atom.missing()).collect();
        prop_assume!(!missing.is_empty());
        let path = missing[which.index(missing.len())];
        let mut after = before.clone();
        prop_assume!(fill(&mut after, path, with, date));
        let new = row(&after, &posting);
        // the answer settles one part, and tells nothing of the others
        let pairs = || old.verdicts.iter().flat_map(|v| &v.atoms).zip(new.verdicts.iter().flat_map(|v| &v.atoms));
        let is_as_asked = |(old, new): (&Judged, &Judged)| if old.missing().contains(path) { !is_unknown(new) } else { old.coverage == new.coverage };
        prop_assume!(missing.iter().filter(|it| **it == path).count() == 1 && pairs().all(is_as_asked));
        let is_about = |it: &Question| it.id == *path || it.id.starts_with(&format!("{path}:"));
        let Some(question) = asked(&before, &posting).into_iter().find(is_about) else { return Ok(()) };
        if question.decides == 1 {
            prop_assert!(asked(&after, &posting).iter().all(|it| it.decides + it.may_decide == 0), "{question:?}");
        } else if open.len() == 1 && question.may_decide == 0 {
            prop_assert_eq!(old.standing, new.standing);
        }
        if open.len() == 1 && old.standing == Standing::Unclear && new.standing == Standing::Eligible {
            prop_assert_eq!((question.decides, question.eligible), (1, 1));
        }
    }

    #[test]
    fn a_gap_that_is_filled_gives_what_it_says(before in profile(), posting in posting()) {
        let old = outlook(&before, &posting);
        for gap in gaps(&candidate(&before), std::slice::from_ref(&old)).iter().filter(|gap| gap.kind == "skill") {
            let mut after = before.clone();
            after.projects.push(Project { name: None, skills: vec![gap.name.clone()] });
            let new = outlook(&after, &posting);
            // deep learning covers a part of PyTorch too, and a level that is stated elsewhere may still be too low
            let atoms = |profile: &Profile| row(profile, &posting).verdicts.into_iter().flat_map(|v| v.atoms).collect::<Vec<_>>();
            let is_met = |(before, after): (&Judged, &Judged)| before.coverage == after.coverage || after.verdict == Label::Met;
            let is_left = gaps(&candidate(&after), std::slice::from_ref(&new)).iter().any(|left| left.name == gap.name);
            if is_left || !atoms(&before).iter().zip(&atoms(&after)).all(is_met) {
                continue;
            }
            let gain = new.fit.zip(old.fit).map_or(0.0, |(new, old)| new - old);
            prop_assert!((gain - gap.fit_gain).abs() < 0.06, "{gap:?}: {gain}");
            prop_assert_eq!(gap.eligible == 1, new.standing == Standing::Eligible && old.standing != Standing::Eligible, "{:?}", gap);
            prop_assert_eq!(gap.leave_stretch == 1, old.standing == Standing::Stretch && new.standing < Standing::Stretch, "{:?}", gap);
        }
    }
}
