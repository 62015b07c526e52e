//! Lines that hold several facts side by side, for their pieces.
//!
//! `Company Ltd. · Basel, Switzerland · Internship` is a name, a place and a form of work; `Company Ltd, Nairobi, Kenya` a name
//! and a place. A line that is one name stays whole: `University of California, Irvine`.

use super::place;
use crate::{taxonomy::Taxonomy, value::pattern::pattern};
use regex::Regex;
use std::sync::LazyLock;

/// What parts the pieces; the last, a hyphen, stands within names as well.
const PARTERS: [&str; 6] = [" | ", " · ", " • ", " — ", " – ", " - "];

/// Words of which forms of work are made: `Full-time, permanent`.
const OF_FORM: &[&str] = &[
    "full", "part", "time", "fulltime", "parttime", "permanent", "temporary", "temp", "contract", "contractor", "internship", "intern",
    "fixed", "term", "casual", "seasonal", "volunteer", "apprenticeship", "freelance", "regular", "exempt", "non", "limited", "unlimited",
    "tenure", "track", "paid", "unpaid", "to", "hire", "or", "and", "job", "position", "entry", "level", "mid", "senior", "fully",
    "remote", "hybrid", "onsite", "site", "on", "in", "person", "office", "immediate", "start", "asap", "open", "ended", "ongoing",
    "flexible", "day", "days", "night", "shift", "benefited", "type",
];

/// A piece that begins as pay, a number, a date or a further condition does.
static OTHER_FACT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:[\d$~(]|£|€|₹|(?-i:[a-z])|(?:EUR|USD|CAD|GBP|INR|CHF|AUD|Rs\.?|US\$|AU\$|C\$|A\$)\s?\d|(?:salary|pay|ref|reference|req|job\sid|posted|updated|refreshed|closing|deadline|start(?:s|ing)?|grade|apply|hours|up\sto|from)\b)|:\s|:$",
    )
});

/// A line's name and its place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Pieces<'t> {
    pub(super) name: Option<&'t str>,
    pub(super) place: Option<&'t str>,
}

/// The pieces of a line; one where nothing parts it.
pub(super) fn of(line: &str) -> Vec<&str> {
    let mut pieces = vec![line];
    for parter in PARTERS {
        if line.contains(parter) {
            pieces = pieces.into_iter().flat_map(|piece| piece.split(parter)).collect();
        }
    }
    pieces.into_iter().map(str::trim).filter(|piece| !piece.is_empty()).collect()
}

/// The name and the place of a line that holds more than a name.
pub(super) fn read<'t>(line: &'t str, taxonomy: &Taxonomy) -> Option<Pieces<'t>> {
    let pieces = of(line);
    if pieces.len() < 2 {
        return name_and_place(line, Alone::Whole, taxonomy);
    }
    let is_place = |piece: &&str| place::is_place(piece, taxonomy) || place::in_region(piece, taxonomy);
    let place = pieces.iter().copied().find(is_place);
    let mut named = pieces.iter().copied().filter(|piece| !is_fact(piece) && !is_place(piece));
    let name = named.next();
    if place.is_some() {
        return Some(Pieces { name, place });
    }
    let facts = pieces.iter().any(|piece| is_fact(piece));
    let parted = name.and_then(|name| name_and_place(name, Alone::Piece, taxonomy));
    parted.or_else(|| facts.then_some(Pieces { name, place: None }))
}

/// Whether a piece is a fact with a form of its own, and neither a name nor a place.
pub(super) fn is_fact(piece: &str) -> bool {
    is_form(piece) || OTHER_FACT.is_match(piece)
}

/// Whether all pieces of a line are facts.
pub(super) fn are_facts(line: &str) -> bool {
    of(line).into_iter().all(is_fact)
}

/// Whether a long line is many short pieces and no sentence.
pub(super) fn are_many(line: &str) -> bool {
    line.contains([' ', '|']) && line.contains(['|', '·', '•']) && {
        let pieces = of(line);
        pieces.len() >= 3 && line.len() <= 250 && pieces.iter().all(|piece| piece.split_whitespace().count() <= 9)
    }
}

/// Whether a piece is made of the words of a form of work.
fn is_form(piece: &str) -> bool {
    let mut words = piece.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    piece.len() <= 60 && words.peek().is_some() && words.all(|word| OF_FORM.iter().any(|known| known.eq_ignore_ascii_case(word)))
}

/// Whether a name is the whole line or stands among other pieces; among others a single city behind it is its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Alone {
    Whole,
    Piece,
}

/// Parts `Company Ltd, Nairobi, Kenya`, whose end is a city and the region in which it lies.
fn name_and_place<'t>(text: &'t str, alone: Alone, taxonomy: &Taxonomy) -> Option<Pieces<'t>> {
    let mut found = None;
    for (comma, _) in text.match_indices(',') {
        let (name, rest) = (text.get(..comma)?.trim(), text.get(comma + 1..)?.trim());
        let bare = rest.split(" (").next().unwrap_or(rest);
        let fits = place::in_region(bare, taxonomy) || alone == Alone::Piece && place::is_place(bare, taxonomy);
        if fits && !place::is_known(name, taxonomy) && !is_unit(name) && bare.split(',').count() <= 3 {
            found = Some(Pieces { name: Some(name), place: Some(bare) });
            break;
        }
    }
    found
}

/// Names that a place behind a comma belongs to.
fn is_unit(name: &str) -> bool {
    name.starts_with("University of") || name.len() < 3
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::taxonomy::{Concept, Family};

    fn taxonomy() -> Taxonomy {
        let concept = |id: &str, label: &str, sort: &str| {
            (Family::Place, Concept { id: id.into(), label: label.into(), sort: Some(sort.into()), ..Default::default() })
        };
        Taxonomy::new(vec![
            concept("ch", "Switzerland", "country"),
            concept("basel", "Basel", "city"),
            concept("kansas", "Kansas", "region"),
            concept("boston", "Boston", "city"),
        ])
    }

    #[test]
    fn names_and_places_in_one_line() {
        let taxonomy = taxonomy();
        for (line, name, place) in [
            ("Rhine AG · Basel, Switzerland · Internship · Reference RB-1", Some("Rhine AG"), Some("Basel, Switzerland")),
            ("Cess Systems | Wichita, Kansas | On-site", Some("Cess Systems"), Some("Wichita, Kansas")),
            ("Potash Ltd. - Saskatoon, SK", Some("Potash Ltd."), Some("Saskatoon, SK")),
            ("Telecom – Toronto, ON – Hybrid", Some("Telecom"), Some("Toronto, ON")),
            ("The Forum, Basel, Switzerland (remote possible)", Some("The Forum"), Some("Basel, Switzerland")),
            ("Centre for Science, Basel | 100 % | limited to 3 years", Some("Centre for Science"), Some("Basel")),
            ("Full-time · Hybrid · EUR 68,000 - 82,000 gross", None, None),
        ] {
            assert_eq!(read(line, &taxonomy), Some(Pieces { name, place }), "{line}");
        }
    }

    #[test]
    fn a_name_stays_whole() {
        for line in ["Museum of Science, Boston", "University of Kansas", "Itron, Inc.", "Basel, Switzerland", "Smith - Jones Partners"] {
            assert_eq!(read(line, &taxonomy()), None, "{line}");
        }
    }

    #[test]
    fn facts_with_a_form() {
        for fact in ["Full-time, permanent", "Full-time, permanent | $44.75/hour", "limited to 3 years", "Reference number: 1"] {
            assert!(are_facts(fact), "{fact}");
        }
        for name in ["International Forum", "Apple", "Full Circle Media"] {
            assert!(!are_facts(name), "{name}");
        }
    }
}
