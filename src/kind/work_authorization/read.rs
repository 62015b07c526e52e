//! How postings speak of the right to work: authorized, citizen, permanent resident, US person; sponsorship or none.

use super::{AuthorizationStatus, Sponsorship, WorkAuthorization};
use crate::{
    kind::{Mention, Predicate, words::Words},
    line::Line,
    taxonomy::Family,
};
use std::ops::Range;

/// Wordings of the right to work, and the status they accept.
const STATUSES: &[(&str, AuthorizationStatus)] = &[
    ("legally? authorized|authorised|eligible|permitted|entitled|allowed to lawfully|legally? work|live", AuthorizationStatus::Authorized),
    ("eligible|authorized|authorised to be employed", AuthorizationStatus::Authorized),
    ("legally able to work", AuthorizationStatus::Authorized),
    (
        "legal|legally|valid|current? right|eligibility|entitlement|permission|authorization|authorisation to live? and? legally? work",
        AuthorizationStatus::Authorized,
    ),
    ("right to work", AuthorizationStatus::Authorized),
    ("full|unrestricted|unlimited? working|work rights", AuthorizationStatus::Authorized),
    ("authorized|authorised for employment", AuthorizationStatus::Authorized),
    ("authorized|authorised to accept employment", AuthorizationStatus::Authorized),
    ("able to live? and? legally? work in the? _3 without _2 sponsorship", AuthorizationStatus::Authorized),
    ("entitlement to work", AuthorizationStatus::Authorized),
    ("work|employment authorization|authorisation|eligibility|permit", AuthorizationStatus::Authorized),
    ("legal authorization|authorisation|right|status to work", AuthorizationStatus::Authorized),
    ("citizen|citizens|citizenship", AuthorizationStatus::Citizen),
    ("permanent resident|residents|residency|residence", AuthorizationStatus::PermanentResident),
    ("lawful permanent", AuthorizationStatus::PermanentResident),
    ("green card", AuthorizationStatus::PermanentResident),
    ("admitted for permanent residence", AuthorizationStatus::PermanentResident),
    ("us|u.s person|persons", AuthorizationStatus::UsPerson),
    ("us|u.s worker|workers", AuthorizationStatus::UsPerson),
];

/// "no visa sponsorship", "unable to sponsor", "without sponsorship".
const NO_SPONSORSHIP: &[&str] = &[
    "no _2 sponsorship",
    "not _4 sponsor|sponsors|sponsorship|sponsoring",
    "unable|cannot|can't|won't|doesn't|don't|aren't|isn't|never _4 sponsor|sponsorship",
    "without _7 sponsorship|sponsor",
    "ineligible for _3 sponsorship",
    "sponsorship is|are|will _1 not|unavailable",
    "sponsorship not offered|available|provided|possible|supported",
    "sponsorship for _6 will|is|can|may not",
    "not now and? /? or? will not in the future require _4 sponsorship",
    "not be? eligible for _4 sponsorship",
    "not require _4 sponsorship|sponsor",
    "not now or in the future require _4 sponsorship",
];

/// "visa sponsorship available", "we can sponsor".
const SPONSORSHIP: &[&str] = &[
    "visa|immigration|h1b|h-1b sponsorship is|may _1 available|provided|offered|possible",
    "will|can|able|may _1 sponsor visas|visa|work|h1b|your|candidates|applicants",
    "sponsorship available",
    "we|employer|company sponsor|sponsors _5 visa|visas",
    "visa sponsorship offered|provided",
    "offer|offers|provide|provides visa sponsorship",
];

/// Finds what a line says of the right to work: one mention, for it is one rule.
pub(crate) fn read(line: &Line<'_>, out: &mut Vec<Mention>) {
    let mut found = WorkAuthorization { text: String::new(), status: Vec::new(), countries: Vec::new(), sponsorship: None };
    let mut words: Option<Range<usize>> = None;
    for (pattern, status) in line.likely(STATUSES, |entry| entry.0) {
        let mut from = 0;
        while let Some(range) = line.search(pattern, from..line.len()) {
            from = range.end;
            if is_of_others(line, &range) {
                continue;
            }
            if !found.status.contains(status) {
                found.status.push(*status);
            }
            words = Some(cover(words, &range));
        }
    }
    if let Some(range) = first(line, NO_SPONSORSHIP) {
        found.sponsorship = Some(Sponsorship::None);
        words = Some(cover(words, &range));
    } else if let Some(range) = first(line, SPONSORSHIP) {
        found.sponsorship = Some(Sponsorship::Available);
        words = Some(cover(words, &range));
    }
    let Some(words) = words.filter(|words| !is_form(line, words, &found)) else { return };
    let words = with_countries(line, words, &mut found);
    if found.status == [AuthorizationStatus::UsPerson]
        || found.status.contains(&AuthorizationStatus::Citizen)
        || !found.status.is_empty()
        || found.sponsorship.is_some()
    {
        found.text = line.phrase(&words).to_owned();
        out.push(Mention::of("work authorization", words, Predicate::WorkAuthorization(found)));
    }
}

fn first(line: &Line<'_>, patterns: &'static [&'static str]) -> Option<Range<usize>> {
    line.likely(patterns, |pattern| pattern).filter_map(|pattern| line.search(pattern, 0..line.len())).min_by_key(|range| range.start)
}

fn cover(words: Option<Range<usize>>, range: &Range<usize>) -> Range<usize> {
    words.map_or_else(|| range.clone(), |w| w.start.min(range.start)..w.end.max(range.end))
}

/// Citizens of whom the posting speaks, not the candidate: "serve the citizens of", "corporate citizenship", "senior citizens",
/// "without regard to citizenship", "citizenship status" in a notice; "(requires work permits)" of a building.
fn is_of_others(line: &Line<'_>, range: &Range<usize>) -> bool {
    let around = range.start.saturating_sub(6)..(range.end + 4).min(line.len());
    line.find(
        around,
        &[
            "senior", "corporate", "regard", "regardless", "race", "religion", "serve", "serving", "discriminate", "welfare", "local",
            "good", "digital", "global", "veteran", "contract", "prepare", "prepares", "preparing", "educate", "educates", "informed",
            "productive", "engaged", "responsible",
        ],
    )
    .is_some()
        || line.search("citizens of the host|city|county|state|community", range.clone().start..line.len()).is_some()
        || line.is_one_of(range.end, OF_CITIZENS)
        || line.is_one_of(range.start, &["citizen", "citizens"]) && !is_asked(line, range)
        || line.search("not eligible", range.end..line.len()).is_some()
            && !line.is_one_of(range.start, &["right"])
            && line.is_one_of(range.start, &["citizens", "permanent"])
}

/// Words behind "citizen" or "employment eligibility" that name something else: "citizen science", "eligibility verification form".
const OF_CITIZENS: &[&str] = &[
    "science", "scientist", "scientists", "developer", "developers", "journalism", "engagement", "services", "inquiries", "complaints",
    "guide", "form", "verification",
];

/// A citizen is the candidate where a country stands beside the word, or a word that asks.
fn is_asked(line: &Line<'_>, range: &Range<usize>) -> bool {
    let beside = range.start.saturating_sub(4)..(range.end + 5).min(line.len());
    line.labels_in(Family::Place, beside).next().is_some()
        || Words::shared().nationality.contains_key(line.word(range.start.saturating_sub(1)))
        || line.find(0..line.len(), ASKING).is_some()
}

const ASKING: &[&str] = &["must", "required", "require", "requires", "only", "applicants", "candidates", "candidate", "eligible", "you"];

/// An answer of a form ("Yes: Immigrant visa sponsorship (e.g., green card sponsorship)") or a sponsor of events.
fn is_form(line: &Line<'_>, words: &Range<usize>, found: &WorkAuthorization) -> bool {
    let question = line.text.trim_end().ends_with('?');
    let answer = line.is_one_of(0, &["yes", "no"]) && line.is_one_of(1, &[":", ","]);
    let events = found.status.is_empty()
        && line
            .find(words.end..(words.end + 3).min(line.len()), &["events", "hackathons", "teams", "research", "local", "training"])
            .is_some();
    question || answer || events
}

/// The countries named in the line near the wording; the mention grows over those that follow it.
fn with_countries(line: &Line<'_>, mut words: Range<usize>, found: &mut WorkAuthorization) -> Range<usize> {
    let nations = &Words::shared().nationality;
    for at in (words.start.saturating_sub(4)..words.start).rev() {
        match nations.get(line.word(at)) {
            Some(country) => {
                found.countries.insert(0, country.clone());
                words.start = at;
            }
            None if line.is_one_of(at, &["and", "or", "/", ","]) => {}
            None => break,
        }
    }
    let near = words.start.saturating_sub(6)..(words.end + 14).min(line.len());
    for label in line.labels_in(Family::Place, near) {
        let concept = line.taxonomy.concept(label.concept);
        if !matches!(concept.sort.as_deref(), Some("country" | "group")) {
            continue;
        }
        if line.matches("citizenship and immigration", label.words.end).is_some() {
            continue; // an office
        }
        // "United States or Canada" may be one label
        for name in line.phrase(&label.words).trim_start_matches("the ").split(" or ") {
            if !found.countries.iter().any(|known| known == name) {
                found.countries.push(name.to_owned());
            }
        }
        words = words.start.min(label.words.start)..words.end.max(label.words.end);
    }
    words
}
