//! A condition: met where `[personal] accepts` names it, unmet where `refuses` does, else assumed.
//!
//! Both lists hold names of condition types (`travel`) or phrases (`weekend shifts`); a phrase is more particular than a type.

use super::{Condition, ConditionType};
use crate::{
    kind::{Candidate, judge::Phrase},
    logic::{Bounds, Evidence, Verdict},
};

/// Holds a condition against what the profile accepts and refuses.
pub(in crate::kind) fn judge(candidate: &Candidate<'_>, asked: &Condition) -> Verdict {
    let personal = &candidate.profile.personal;
    let refused = find(&personal.refuses, asked);
    let accepted = find(&personal.accepts, asked);
    match (refused, accepted) {
        (Some((by, i, text)), other) if other.is_none_or(|(how, _, _)| by <= how) => {
            Verdict::new(Bounds::UNMET, vec![Evidence::new(format!("personal.refuses[{i}]"), text)])
        }
        (_, Some((_, i, text))) => Verdict::met(Evidence::new(format!("personal.accepts[{i}]"), text)),
        _ => Verdict::assumed(),
    }
}

/// How an entry names a condition, the more particular first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    Phrase,
    Type,
}

fn find<'p>(list: &'p [String], asked: &Condition) -> Option<(By, usize, &'p str)> {
    let phrase = Phrase::new(&asked.text);
    let is_type = |entry: &String, name: &str| entry.replace([' ', '-'], "_").eq_ignore_ascii_case(name);
    let names_phrase = |entry: &String| !TYPES.iter().any(|t| is_type(entry, name(*t))) && Phrase::new(entry).share_in(&phrase) >= 1.0;
    let by_phrase = list.iter().position(names_phrase).map(|i| (By::Phrase, i));
    let by_type = || list.iter().position(|entry| is_type(entry, name(asked.kind))).map(|i| (By::Type, i));
    let (by, i) = by_phrase.or_else(by_type)?;
    Some((by, i, list.get(i)?))
}

const TYPES: [ConditionType; 12] = [
    ConditionType::BackgroundCheck,
    ConditionType::DrugTest,
    ConditionType::Medical,
    ConditionType::Vaccination,
    ConditionType::Travel,
    ConditionType::Physical,
    ConditionType::Shift,
    ConditionType::Overtime,
    ConditionType::Vehicle,
    ConditionType::Equipment,
    ConditionType::Portfolio,
    ConditionType::Other,
];

fn name(kind: ConditionType) -> &'static str {
    match kind {
        ConditionType::BackgroundCheck => "background_check",
        ConditionType::DrugTest => "drug_test",
        ConditionType::Medical => "medical",
        ConditionType::Vaccination => "vaccination",
        ConditionType::Travel => "travel",
        ConditionType::Physical => "physical",
        ConditionType::Shift => "shift",
        ConditionType::Overtime => "overtime",
        ConditionType::Vehicle => "vehicle",
        ConditionType::Equipment => "equipment",
        ConditionType::Portfolio => "portfolio",
        ConditionType::Other => "other",
    }
}

#[cfg(test)]
mod tests {
    use crate::{kind::judge::testing::label, logic::Label, profile::Profile};
    use serde_json::json;

    #[test]
    fn a_condition_is_accepted_refused_or_assumed() {
        let mut profile = Profile::default();
        let asked = |kind: &str, text: &str| json!({"kind": "condition", "type": kind, "text": text});
        assert_eq!(label(&profile, asked("travel", "25 % travel")), Label::Assumed);
        profile.personal.accepts = vec!["travel".into(), "weekend shifts".into()];
        profile.personal.refuses = vec!["shift".into()];
        assert_eq!(label(&profile, asked("travel", "25 % travel")), Label::Met);
        assert_eq!(label(&profile, asked("shift", "night shifts")), Label::Unmet);
        assert_eq!(label(&profile, asked("shift", "weekend shifts")), Label::Met);
        assert_eq!(label(&profile, asked("drug_test", "drug screen")), Label::Assumed);
    }
}
