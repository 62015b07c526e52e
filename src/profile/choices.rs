//! The names of the fixed choices of a profile: `level = "master"` is one of the names of [`DegreeLevel`].

use super::{CertificateStatus, EducationStatus, List};
use crate::{
    posting::{Employment, Workplace},
    value::{DegreeLevel, LanguageLevel, Setting, SkillLevel, StudyYear},
};

/// A value that is written as one of a few names.
pub(super) trait Choice: Copy + 'static {
    /// The names, in the order in which people should read them.
    const NAMES: &'static [(&'static str, Self)];

    /// The names alone.
    fn names() -> Vec<&'static str> {
        Self::NAMES.iter().map(|(name, _)| *name).collect()
    }

    /// The value of a name.
    fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
    }
}

impl Choice for StudyYear {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("freshman", Self::Freshman),
        ("sophomore", Self::Sophomore),
        ("junior", Self::Junior),
        ("senior", Self::Senior),
        ("first_year", Self::FirstYear),
        ("second_year", Self::SecondYear),
        ("third_year", Self::ThirdYear),
        ("fourth_year", Self::FourthYear),
        ("fifth_year", Self::FifthYear),
        ("graduate", Self::Graduate),
    ];
}

impl Choice for DegreeLevel {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("high_school", Self::HighSchool),
        ("associate", Self::Associate),
        ("bachelor", Self::Bachelor),
        ("master", Self::Master),
        ("doctorate", Self::Doctorate),
        ("professional", Self::Professional),
    ];
}

impl Choice for EducationStatus {
    const NAMES: &'static [(&'static str, Self)] =
        &[("enrolled", Self::Enrolled), ("completed", Self::Completed), ("incomplete", Self::Incomplete)];
}

/// Without `internship`: a job says that by `internship = true`, beside its setting.
impl Choice for Setting {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("industry", Self::Industry),
        ("academic", Self::Academic),
        ("government", Self::Government),
        ("military", Self::Military),
        ("volunteer", Self::Volunteer),
    ];
}

impl Choice for SkillLevel {
    const NAMES: &'static [(&'static str, Self)] =
        &[("familiar", Self::Familiar), ("working", Self::Working), ("proficient", Self::Proficient), ("expert", Self::Expert)];
}

impl Choice for LanguageLevel {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("A1", Self::A1),
        ("A2", Self::A2),
        ("B1", Self::B1),
        ("B2", Self::B2),
        ("C1", Self::C1),
        ("C2", Self::C2),
        ("basic", Self::Basic),
        ("conversational", Self::Conversational),
        ("fluent", Self::Fluent),
        ("native", Self::Native),
    ];
}

impl Choice for CertificateStatus {
    const NAMES: &'static [(&'static str, Self)] = &[("held", Self::Held), ("in_progress", Self::InProgress)];
}

impl Choice for Workplace {
    const NAMES: &'static [(&'static str, Self)] = &[("onsite", Self::Onsite), ("hybrid", Self::Hybrid), ("remote", Self::Remote)];
}

impl Choice for Employment {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("internship", Self::Internship),
        ("full_time", Self::FullTime),
        ("part_time", Self::PartTime),
        ("contract", Self::Contract),
        ("temporary", Self::Temporary),
        ("apprenticeship", Self::Apprenticeship),
        ("volunteer", Self::Volunteer),
    ];
}

impl Choice for List {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("education", Self::Education),
        ("work", Self::Work),
        ("skills", Self::Skills),
        ("publications", Self::Publications),
        ("languages", Self::Languages),
        ("certificates", Self::Certificates),
    ];
}

/// The sorts of conditions that `[personal]` can accept or refuse by name.
pub(super) const CONDITIONS: [&str; 11] = [
    "background_check", "drug_test", "medical", "vaccination", "travel", "physical", "shift", "overtime", "vehicle", "equipment",
    "portfolio",
];

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Serialize;

    /// The names are those of the JSON contract, where the type stands in it too.
    #[test]
    fn names_are_those_of_the_contract() {
        fn same<C: Choice + Serialize>() {
            for (name, value) in C::NAMES {
                assert_eq!(serde_json::to_value(value).unwrap(), *name);
                assert!(C::named(name).is_some());
            }
        }
        same::<StudyYear>();
        same::<DegreeLevel>();
        same::<Setting>();
        same::<SkillLevel>();
        same::<LanguageLevel>();
        same::<Workplace>();
        same::<Employment>();
        for name in CONDITIONS {
            assert!(serde_json::from_value::<crate::kind::ConditionType>(name.into()).is_ok(), "{name}");
        }
    }
}
