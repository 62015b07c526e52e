//! Places as headers write them: `Zurich, Zurich, Switzerland`, `San Francisco, CA 94111`, `Remote in Canada`, `A, B and C`.
//!
//! A place is known by the vocabulary or by its shape. Lists are parted, `City, State, Country` stays whole.

use crate::{
    taxonomy::{ConceptId, Family, Taxonomy},
    text::words,
    value::pattern::pattern,
};
use regex::Regex;
use std::sync::LazyLock;

/// `Boulder, CO 80301`, `Cedar Park, TX, US`, `Luton, GB`.
static CITY_STATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?-i:[A-Z])(?u:[^,;:|]+(?:,[^,;:|]+){0,3}),\s?(?-i:[A-Z]{2})(?:\s\d{5}(?:-\d{4})?)?(?:,\s?(?:US|USA|CA|Canada|United States))?$",
    )
});

/// `bedford, Bedford, GB`: the code of a state or country makes up for a small first letter.
static CITY_STATE_ANY: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?-i:[a-z])(?u:[^;:|]+),\s?(?-i:[A-Z]{2})$"));

/// `US, NC, Charlotte`, `GB, LND, London`, `BR, ,`.
static COUNTRY_FIRST: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?-i:[A-Z]{2}),\s?(?-i:[A-Z0-9]{0,3}),"));

/// `GA Qualifications` in `Atlanta, GA Qualifications`.
static BEHIND_STATE: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(?-i:[A-Z]{2})\s(?-i:[A-Z])[a-z]"));

/// `SK`, `CA 94111`, the code of a state or country behind a city.
static CODE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?-i:[A-Z]{2})(?:\s\d{5}(?:-\d{4})?)?$"));

/// `/ Remote (US; CA)` behind places.
static REMOTE_ALSO: LazyLock<Regex> = LazyLock::new(|| pattern(r"\s*(?:/|;|,|\bor\b)\s*remote\s?\((?u:[^)]*)\)$"));

/// Words with which a line is no place.
const NOT_A_PLACE: &[&str] = &[
    "inc", "llc", "ltd", "corp", "gmbh", "plc", "university", "college", "company", "group", "department", "engineer", "analyst", "intern",
    "manager", "trust", "services",
];

/// Words that stand where a place would.
const NOWHERE: &str = "remote|hybrid|onsite|on-site|on site|in person|in-person|anywhere|multiple locations|various|various locations|work from home|\
     virtual|n/a|flexible|multiple";

/// Whether the whole of a line surely is a place: the vocabulary knows every part of it, or it ends in a state or country code.
pub(super) fn is_place(text: &str, taxonomy: &Taxonomy) -> bool {
    let text = text.trim();
    if text.is_empty() || text.len() > 90 || !text.starts_with(char::is_uppercase) {
        return false;
    }
    CITY_STATE.is_match(text)
        || COUNTRY_FIRST.is_match(text)
        || !has_word(text, NOT_A_PLACE) && parts(text).all(|part| is_known(part, taxonomy))
}

/// Whether a text is a short name behind which a comma and a known region or country stand: `Wichita, Kansas`, `Saskatoon, SK`.
pub(super) fn in_region(text: &str, taxonomy: &Taxonomy) -> bool {
    let Some((city, region)) = text.rsplit_once(',') else { return city_and_code(text, taxonomy) };
    let (city, region) = (city.trim(), region.trim());
    let capital = |part: &str| part.trim().starts_with(char::is_uppercase) && part.split_whitespace().count() <= 3;
    let known = CODE.is_match(region)
        || is_known(region, taxonomy) && (holds_others(region, taxonomy) || is_known(city, taxonomy))
        || is_known(city, taxonomy) && capital(region);
    city.split(',').all(capital) && known && region.len() <= 40 && !has_word(text, NOT_A_PLACE)
}

/// `Cairns QLD`: a known city and the capitals of its state.
fn city_and_code(text: &str, taxonomy: &Taxonomy) -> bool {
    let Some((city, code)) = text.rsplit_once(' ') else { return false };
    (2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_uppercase()) && is_known(city, taxonomy)
}

/// Whether a line has the look of a place: one to four short capitalized parts between commas.
pub(super) fn looks_like_place(text: &str) -> bool {
    let capital = |part: &str| part.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) && part.split_whitespace().count() <= 4;
    let parts: Vec<&str> = text.split(',').map(str::trim).collect();
    (2..=4).contains(&parts.len())
        && text.len() <= 70
        && !text.contains(": ")
        && parts.iter().all(|part| capital(part))
        && !has_word(text, NOT_A_PLACE)
}

fn has_word(text: &str, list: &[&str]) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|word| list.iter().any(|other| other.eq_ignore_ascii_case(word)))
}

/// The parts of a place between commas, slashes and `and`, without what stands in parentheses.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let text = text.split(" (").next().unwrap_or(text);
    text.split([',', '/', ';', '|'])
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(" or "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// Whether the vocabulary has this name, written with a capital, perhaps as `Greater X Area`.
pub(super) fn is_known(name: &str, taxonomy: &Taxonomy) -> bool {
    let name = name.trim();
    let core =
        name.trim_start_matches("Greater ").trim_end_matches(" Metropolitan Area").trim_end_matches(" Area").trim_end_matches(" City");
    name.starts_with(char::is_uppercase) && (taxonomy.named(Family::Place, name).is_some() || taxonomy.named(Family::Place, core).is_some())
}

/// The places that a location's text lists, as written.
pub(super) fn list(text: &str, taxonomy: &Taxonomy) -> Vec<String> {
    let text = text.split(['\n', '|', '•', '·']).next().unwrap_or(text).trim();
    let text = REMOTE_ALSO.find(text).and_then(|also| text.get(..also.start())).unwrap_or(text);
    let mut found: Vec<String> = Vec::new();
    for part in text.split(';').flat_map(|part| part.split(" / ")) {
        for place in alternatives(part, taxonomy) {
            let place = tidy(&place);
            if is_somewhere(&place) && !found.contains(&place) {
                found.push(place);
            }
        }
    }
    found
}

/// Parts `Paris, Munich and Zurich`, `Indianapolis, IN or Atlanta, GA`; leaves `Emotional and Behavioural Team, Bedford` whole.
fn alternatives(text: &str, taxonomy: &Taxonomy) -> Vec<String> {
    if COUNTRY_FIRST.is_match(text) {
        return vec![text.to_owned()];
    }
    let sides: Vec<&str> =
        text.split(" or ").flat_map(|part| part.split(" and ")).flat_map(|part| part.split('/')).map(str::trim).collect();
    let known = |side: &&str| {
        side.split(',').all(|part| part.trim().is_empty() || is_known(part, taxonomy) || holds_others(part.trim(), taxonomy))
            || CITY_STATE.is_match(side)
    };
    let sure = sides.iter().filter(|side| known(side)).count();
    if sides.len() > 1 && sure * 2 > sides.len() {
        return sides.iter().flat_map(|side| comma_list(side, taxonomy)).collect();
    }
    comma_list(text, taxonomy)
}

/// Parts `Paris, Heidelberg, Stockholm`, where no part lies in the next; leaves `Zurich, Switzerland` whole.
fn comma_list(text: &str, taxonomy: &Taxonomy) -> Vec<String> {
    let parts: Vec<&str> = text.split(',').map(without_and).filter(|part| !part.is_empty() && !is_nowhere(part)).collect();
    let wide = |part: &&str| holds_others(part, taxonomy);
    let address = parts.len() == 2 && !parts.iter().all(|part| place_of(part, taxonomy).is_some())
        || parts.len() <= 4 && parts.iter().rev().skip(1).filter(|part| wide(part)).count() <= 1 && parts.last().is_some_and(wide);
    if address {
        return vec![parts.join(", ")];
    }
    let mut groups: Vec<String> = Vec::new();
    for part in parts {
        let begins = joined(text, part) || (place_of(part, taxonomy).is_some() && !holds_others(part, taxonomy));
        match groups.last_mut() {
            Some(group) if !begins || group == part => *group = format!("{group}, {part}"),
            _ => groups.push(part.to_owned()),
        }
    }
    groups
}

/// Whether `and` stands before a part: `Munich, and Singapore`.
fn joined(text: &str, part: &str) -> bool {
    let before = text.find(part).and_then(|at| text.get(..at)).unwrap_or_default();
    before.ends_with(" and ") || before.ends_with(" or ")
}

fn place_of(name: &str, taxonomy: &Taxonomy) -> Option<ConceptId> {
    taxonomy.named(Family::Place, name.split(" (").next().unwrap_or(name))
}

/// Whether a part of an address is a state, a country or the like, in which cities lie: `CA 94111`, `Ontario`, `US`.
fn holds_others(part: &str, taxonomy: &Taxonomy) -> bool {
    let code = part.split_whitespace().next().is_some_and(|code| code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase()));
    code || place_of(part, taxonomy).is_some_and(|id| taxonomy.concept(id).sort.as_deref() != Some("city"))
}

/// Whether a line names a state or the like, and nothing in it: `Ontario`.
pub(super) fn is_region(text: &str, taxonomy: &Taxonomy) -> bool {
    !text.contains(',') && place_of(text.trim(), taxonomy).is_some() && holds_others(text.trim(), taxonomy)
}

/// Whether an address names a city and, behind it, this state: `Dayton, OH, 45402` lies in Ohio.
pub(super) fn lies_in(address: &str, region: &str, taxonomy: &Taxonomy) -> bool {
    let Some(region) = place_of(region.trim(), taxonomy) else { return false };
    let postal = taxonomy.concept(region).postal.as_deref();
    let same = |part: &str| place_of(part, taxonomy) == Some(region) || postal.is_some() && part.split(' ').next() == postal;
    let mut parts = address.split(',').map(str::trim);
    parts.next().is_some_and(|city| !same(city)) && parts.any(same)
}

/// ` (On-site)`, ` - Remote`, ` — on-site`, ` Office` at the end of a place.
static HOW_AT_END: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\s*(?:-|–|—|,|\()\s*(?:fully\s)?(?:remote|hybrid|on-?\s?site|in[\s-]person|in[\s-]office)(?:\s\w+)?\)?$|\s\((?:partly\s|partially\s)?(?:remote|hybrid)\b(?u:[^()]*)\)$|\swith\sfrequent\b(?u:.*)$|\soffice$",
    )
});

/// `Remote in Canada` → `Canada`, `Munich, Germany (On-site)` → `Munich, Germany`.
fn tidy(place: &str) -> String {
    let mut place = place.trim().trim_end_matches('.').trim();
    for lead in ["Remote in ", "Remote - ", "Remote, ", "Hybrid - ", "Hybrid in ", "either ", "our ", "the "] {
        place = place.strip_prefix(lead).unwrap_or(place);
    }
    let place = HOW_AT_END.find(place).and_then(|how| place.get(..how.start())).unwrap_or(place);
    place.split_whitespace().collect::<Vec<_>>().join(" ").replace(" ,", ",").trim_end_matches([',', ' ']).to_owned()
}

/// Words of sentences, as no place has.
const SENTENCE: [&str; 7] = [" this ", " is ", " are ", " will ", " be ", " our ", " we "];

fn is_nowhere(part: &str) -> bool {
    NOWHERE.split('|').any(|name| name.eq_ignore_ascii_case(part.trim()))
}

/// Whether the text is the name of some place, not `Remote`, `Multiple locations`, a link or a sentence.
fn is_somewhere(place: &str) -> bool {
    let folded = place.to_lowercase();
    !place.is_empty()
        && place.len() <= 100
        && !is_nowhere(place)
        && !SENTENCE.iter().any(|word| format!(" {folded} ").contains(word))
        && !["www.", "http", "@", "not specified", "see "].iter().any(|sign| folded.contains(sign))
        && (place.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || CITY_STATE_ANY.is_match(place))
        && place.split_whitespace().count() <= 14
}

/// The places in running text that begins with a list of them: `Seattle, Cambridge (UK), Paris, and Munich.`
pub(super) fn leading(text: &str, taxonomy: &Taxonomy) -> Vec<String> {
    let mut names = leading_names(text);
    let known = |part: &str| is_known(part.split(" (").next().unwrap_or(part), taxonomy) || holds_others(part, taxonomy);
    while let Some((rest, last)) = names.rsplit_once(',') {
        if known(without_joiner(last)) {
            break;
        }
        names = rest; // New York, Shapeways
    }
    let all: Vec<&str> = names.split(',').map(without_joiner).collect();
    let sure = all.iter().filter(|part| known(part)).count();
    if !(sure * 2 > all.len() || CITY_STATE.is_match(names)) {
        return Vec::new();
    }
    let mut found: Vec<String> = list(names, taxonomy).into_iter().map(without_next_sentence).collect();
    if let Some(last) = found.pop() {
        found.push(without_next_words(last, taxonomy));
    }
    found
}

fn without_joiner(part: &str) -> &str {
    let part = without_and(part);
    part.split(" and ").next().unwrap_or(part).split(" or ").next().unwrap_or(part)
}

/// `and Singapore` → `Singapore`.
fn without_and(part: &str) -> &str {
    let part = part.trim();
    part.strip_prefix("and ").or_else(|| part.strip_prefix("or ")).unwrap_or(part).trim()
}

/// `Atlanta, GA Qualifications` → `Atlanta, GA`.
fn without_next_sentence(place: String) -> String {
    let end = BEHIND_STATE.find(&place).map(|behind| behind.start() + 2);
    end.and_then(|end| place.get(..end)).map_or_else(|| place.clone(), str::to_owned)
}

/// `Albany We` → `Albany`: words go from the end until the vocabulary knows the rest.
fn without_next_words(place: String, taxonomy: &Taxonomy) -> String {
    let mut rest = place.as_str();
    while !place.contains([',', '(']) && !is_known(rest, taxonomy) {
        let Some((shorter, _)) = rest.rsplit_once(' ') else { return place };
        rest = shorter;
    }
    rest.to_owned()
}

/// The capitalized words, commas and joiners with which a text begins.
fn leading_names(text: &str) -> &str {
    let (mut folds, mut cut) = (String::new(), Vec::new());
    let near = super::page::head(text, 320);
    words(near, &mut folds, &mut cut);
    let mut end = 0;
    for word in &cut {
        let piece = word.span.of(near);
        let joins = matches!(piece, "," | "and" | "or" | "/" | ";" | "either" | "(" | ")" | "-" | "of");
        let name = piece.starts_with(char::is_uppercase) || (end > 0 && piece.len() == 5 && piece.bytes().all(|b| b.is_ascii_digit()));
        if !(joins || name) {
            break;
        }
        if name || piece == ")" {
            end = word.span.end;
        }
    }
    near.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taxonomy() -> Taxonomy {
        let concept = |id: &str, label: &str, sort: &str| {
            (Family::Place, crate::taxonomy::Concept { id: id.into(), label: label.into(), sort: Some(sort.into()), ..Default::default() })
        };
        Taxonomy::new(vec![
            concept("ch", "Switzerland", "country"),
            concept("zurich", "Zurich", "city"),
            concept("fr", "France", "country"),
            concept("paris", "Paris", "city"),
            concept("munich", "Munich", "city"),
            concept("cambridge", "Cambridge", "city"),
            concept("ca", "Canada", "country"),
        ])
    }

    #[test]
    fn a_city_lies_in_its_state() {
        let t = taxonomy();
        assert!(is_region("Switzerland", &t) && !is_region("Zurich", &t) && !is_region("Zurich, Switzerland", &t));
        assert!(lies_in("Zurich, 8001, Switzerland", "Switzerland", &t));
        assert!(!lies_in("Switzerland", "Switzerland", &t) && !lies_in("Paris, France", "Switzerland", &t) && !lies_in("", "Zurich", &t));
    }

    #[test]
    fn lists_are_parted_and_addresses_stay_whole() {
        let t = taxonomy();
        assert_eq!(list("Zurich, Zurich, Switzerland", &t), ["Zurich, Zurich, Switzerland"]);
        assert_eq!(list("Paris, Munich and Zurich", &t), ["Paris", "Munich", "Zurich"]);
        assert_eq!(list("New York, NY; San Francisco, CA", &t), ["New York, NY", "San Francisco, CA"]);
        assert_eq!(list("Indianapolis, IN or Atlanta, GA", &t), ["Indianapolis, IN", "Atlanta, GA"]);
        assert_eq!(
            list("3043 Townsgate Road, Suite 200 , Westlake Village, CA 91361, US", &t),
            ["3043 Townsgate Road, Suite 200, Westlake Village, CA 91361, US"]
        );
        assert_eq!(list("Remote in Canada", &t), ["Canada"]);
        assert_eq!(list("New York, NY, US / Remote (US; CA)", &t), ["New York, NY, US"]);
        assert_eq!(list("manor hospital, Walsall, GB", &t), ["manor hospital, Walsall, GB"]);
    }

    #[test]
    fn a_list_ends_where_the_names_end() {
        let t = taxonomy();
        assert_eq!(leading("Paris, Cambridge (UK), Munich, and Zurich. You will", &t), ["Paris", "Cambridge (UK)", "Munich", "Zurich"]);
        assert_eq!(leading("Agile teams and Scrum", &t), Vec::<String>::new());
    }

    #[test]
    fn places_by_name_and_shape() {
        let t = taxonomy();
        for text in ["Boulder, CO 80301", "Luton, GB", "Zurich", "Munich, Cambridge", "Cedar Park, TX, US"] {
            assert!(is_place(text, &t), "{text}");
        }
        for text in ["Itron, Inc.", "Apple", "Data Analyst, Paris", "we are in Paris", "remote"] {
            assert!(!is_place(text, &t), "{text}");
        }
        assert!(looks_like_place("Springfield, Nowhere") && !looks_like_place("Composite Engineering, Inc., a Kratos Company"));
    }

    #[test]
    fn what_is_nowhere() {
        for text in ["Remote", "Multiple Locations", "www.mos.org", "Anywhere", "see below"] {
            assert_eq!(list(text, &taxonomy()), Vec::<String>::new(), "{text}");
        }
    }
}
