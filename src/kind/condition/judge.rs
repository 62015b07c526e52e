//! A condition: met where `[personal] accepts` names it, unmet where `refuses` does, else assumed.
//!
//! Both lists hold names of condition types (`travel`) or phrases (`weekend shifts`); a phrase is more particular than a type.

use super::{Condition, ConditionType};
use crate::{
    kind::{Candidate, judge::Phrase},
    logic::{Bounds, Evidence, Verdict},
};

/// An entry of `accepts` or `refuses`.
#[derive(Debug)]
pub(in crate::kind) struct Term {
    path: String,
    text: String,
    names: Names,
}

/// What an entry names.
#[derive(Debug)]
enum Names {
    /// All conditions of a type.
    Type(ConditionType),
    /// Those with these words.
    Phrase(Phrase),
}

impl Term {
    /// The entries of a list of `[personal]`.
    pub(in crate::kind) fn all(key: &str, list: &[String]) -> Vec<Self> {
        let names = |text: &String| {
            let plain = text.replace([' ', '-'], "_");
            let of_type = TYPES.iter().find(|it| plain.eq_ignore_ascii_case(name(**it)));
            of_type.map_or_else(|| Names::Phrase(Phrase::new(text)), |it| Names::Type(*it))
        };
        let term = |(i, text): (usize, &String)| Self { path: format!("personal.{key}[{i}]"), text: text.clone(), names: names(text) };
        list.iter().enumerate().map(term).collect()
    }

    fn evidence(&self) -> Evidence {
        Evidence::new(&self.path, &self.text)
    }
}

/// Holds a condition against what the profile accepts and refuses.
pub(in crate::kind) fn judge(candidate: &Candidate<'_>, asked: &Condition, phrase: &Phrase) -> Verdict {
    let find = |terms| find(terms, asked, phrase);
    let (refused, accepted) = (find(&candidate.refuses), find(&candidate.accepts));
    match (refused, accepted) {
        (Some((by, term)), other) if other.is_none_or(|(how, _)| by <= how) => Verdict::new(Bounds::UNMET, vec![term.evidence()]),
        (_, Some((_, term))) => Verdict::met(term.evidence()),
        _ => Verdict::assumed(),
    }
}

/// How an entry names a condition, the more particular first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    Phrase,
    Type,
}

fn find<'t>(terms: &'t [Term], asked: &Condition, phrase: &Phrase) -> Option<(By, &'t Term)> {
    let is_within = |own: &Phrase| own.share_in(phrase) >= 1.0;
    let by_phrase = terms.iter().find(|it| matches!(&it.names, Names::Phrase(own) if is_within(own)));
    let by_type = || terms.iter().find(|it| matches!(it.names, Names::Type(own) if own == asked.kind));
    by_phrase.map(|term| (By::Phrase, term)).or_else(|| by_type().map(|term| (By::Type, term)))
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
