//! A language: listed at the level asked or above, on one scale from A1 to native.
//!
//! Basic is A1, conversational B1, fluent C1; C2 meets native, and the evidence says so. A language listed without a level is unknown at a level.

use super::{Language, LanguageLevel};
use crate::{
    kind::{Candidate, judge::Phrase},
    logic::{Bounds, Evidence, Verdict},
    profile::{LanguageEntry, List},
    taxonomy::Family,
};

/// Holds a language against those that the profile lists.
pub(in crate::kind) fn judge(candidate: &Candidate<'_>, asked: &Language) -> Verdict {
    let listed = candidate.profile.languages.iter().enumerate().filter(|(_, entry)| same(candidate, entry, asked));
    let best = listed.map(|(i, entry)| at_level(i, entry, asked.level)).reduce(Verdict::or);
    match best {
        Some(verdict) => verdict,
        None if candidate.is_complete(List::Languages) => Verdict::unmet(),
        None => Verdict::unknown(["languages"]),
    }
}

/// Without a name ("a foreign language") any but English is one.
fn same(candidate: &Candidate<'_>, entry: &LanguageEntry, asked: &Language) -> bool {
    let taxonomy = candidate.taxonomy;
    let Some(name) = &asked.language else { return !entry.language.eq_ignore_ascii_case("english") };
    if name.eq_ignore_ascii_case(&entry.language) {
        return true;
    }
    let concept = |text: &str| taxonomy.named(Family::Language, text);
    match (concept(&entry.language), concept(name)) {
        (Some(have), Some(want)) => taxonomy.way_up(have, want).is_some(),
        _ => Phrase::new(&entry.language).same(&Phrase::new(name)),
    }
}

fn at_level(i: usize, entry: &LanguageEntry, asked: Option<LanguageLevel>) -> Verdict {
    let path = format!("languages[{i}]");
    let Some(want) = asked else { return Verdict::met(Evidence::new(path, &entry.language)) };
    let Some(have) = entry.level else {
        let missing = format!("languages[{i}].level");
        return Verdict::unknown([missing]).with(Evidence::new(path, &entry.language));
    };
    let (have_points, want_points) = (points(have), points(want));
    let evidence = Evidence::new(path, format!("{}, {}", entry.language, name(have)));
    if want == LanguageLevel::Native && have == LanguageLevel::C2 {
        return Verdict::met(evidence.note("C2 is taken as native"));
    }
    Verdict::new(Bounds::ratio(have_points, want_points), vec![evidence])
}

fn points(level: LanguageLevel) -> f64 {
    match level {
        LanguageLevel::A1 | LanguageLevel::Basic => 1.0,
        LanguageLevel::A2 => 2.0,
        LanguageLevel::B1 | LanguageLevel::Conversational => 3.0,
        LanguageLevel::B2 => 4.0,
        LanguageLevel::C1 | LanguageLevel::Fluent => 5.0,
        LanguageLevel::C2 | LanguageLevel::Native => 6.0,
    }
}

fn name(level: LanguageLevel) -> &'static str {
    match level {
        LanguageLevel::Basic => "basic",
        LanguageLevel::Conversational => "conversational",
        LanguageLevel::Fluent => "fluent",
        LanguageLevel::Native => "native",
        LanguageLevel::A1 => "A1",
        LanguageLevel::A2 => "A2",
        LanguageLevel::B1 => "B1",
        LanguageLevel::B2 => "B2",
        LanguageLevel::C1 => "C1",
        LanguageLevel::C2 => "C2",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        kind::judge::testing::{label, verdict},
        logic::Label,
        profile::{Assume, Profile},
    };
    use serde_json::json;

    fn with(language: &str, level: Option<LanguageLevel>) -> Profile {
        Profile { languages: vec![LanguageEntry { language: language.into(), level }], ..Profile::default() }
    }

    fn asked(language: &str, level: &str) -> serde_json::Value {
        json!({"kind": "language", "language": language, "level": level})
    }

    #[test]
    fn levels_stand_on_one_scale() {
        let german = with("German", Some(LanguageLevel::B2));
        assert_eq!(label(&german, asked("German", "conversational")), Label::Met);
        assert_eq!(verdict(&german, asked("german", "fluent")).bounds, Some(Bounds::unmet(0.8)));
        assert_eq!(label(&german, asked("English", "basic")), Label::Unmet);
        let c2 = verdict(&with("English", Some(LanguageLevel::C2)), asked("English", "native"));
        assert_eq!((c2.label(), c2.evidence[0].note.as_deref()), (Label::Met, Some("C2 is taken as native")));
        assert_eq!(label(&with("English", Some(LanguageLevel::C1)), asked("English", "native")), Label::Partial);
    }

    #[test]
    fn no_level_is_unknown_at_a_level_and_open_lists_lack_nothing() {
        assert_eq!(verdict(&with("German", None), asked("German", "fluent")).missing, ["languages[0].level"]);
        assert_eq!(label(&with("German", None), json!({"kind": "language", "language": "German"})), Label::Met);
        assert_eq!(label(&with("German", None), json!({"kind": "language"})), Label::Met);
        let open = Profile { assume: Assume { complete: Vec::new() }, ..Profile::default() };
        assert_eq!(label(&open, asked("German", "fluent")), Label::Unknown);
    }
}
