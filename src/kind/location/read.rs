//! How postings ask where the candidate must be: "must live in", "willing to relocate", "able to commute to", "on site 3 days".

use super::Location;
use crate::{
    kind::{Mention, Predicate},
    line::Line,
    posting::Workplace,
    taxonomy::Family,
};
use std::ops::Range;

/// Wordings that ask for a place.
const ASKED: &[&str] = &[
    "must|should|be|currently|already|candidates|applicants|shall live|living|reside|residing|located|based in|near|within|around",
    "must|should _2 live|reside|locate in|near|within",
    "candidates|applicants|people|someone|individuals who|that? are|is|live|lives|reside|currently based|located|living|residing? in|near|within",
    "living|residing in|near",
    "you are|be located|based in|near|within",
    "live|living|reside|residing|located within _3 distance|drive|miles|minutes|commute of|to|from",
    "resident|residents of",
    "become|becoming a|an? resident|residents",
    "residency|residence _3 required",
    "able|willing|willingness|ability|open|can to reliably? commute|relocate to|from|within?",
    "able|willing|willingness|ability|can to reliably? drive to|from|within",
    "able|willing|ability to travel / commute to?",
    "able|willing|ability to drive / commute to office",
    "located or willing to relocate to",
    "willing|willingness|able|open to relocate|relocating|relocation",
    "reliably commute|relocate",
    "candidates|applicants|applications from? outside",
    "local candidates|applicants only",
    "relocation is? required|mandatory",
    "able|willing|willingness|ability to commute / relocate",
    "must|candidates|applicants _2 live|reside in|within the? immediate|local|surrounding area",
    "relocate at their|your|own own? expense",
    "candidates|applicants only from|in",
    "residency is generally? required",
];

/// Wordings that ask for a place where a line begins with them: "Based in Lisbon".
const OPENING: &str = "live|living|reside|based in|near|within";

/// Wordings that ask for a way of work.
const MODES: &[(&str, Workplace)] = &[
    ("expected|required|must|able|need|needs to? be onsite", Workplace::Onsite),
    ("expected|required|must|able|need|needs to? be on - site", Workplace::Onsite),
    ("expected|required|must|able|need|needs to? be on site", Workplace::Onsite),
    ("expected|required|must|able|need|needs to? be in - person", Workplace::Onsite),
    ("expected|required|must|able|need|needs to? be in the office", Workplace::Onsite),
    ("expected|required|must|able|ability|willing|willingness to? work|report onsite", Workplace::Onsite),
    ("expected|required|must|able|ability|willing|willingness to? work|report on - site", Workplace::Onsite),
    ("expected|required|must|able|ability|willing|willingness to? work|report on site", Workplace::Onsite),
    ("onsite work|presence|attendance is? required|expected", Workplace::Onsite),
    ("on - site work|presence|attendance is? required|expected", Workplace::Onsite),
    ("remote applicants|candidates will not", Workplace::Onsite),
    ("able|ability|willing to work virtually", Workplace::Remote),
    ("must|able|ability|willing|comfortable to? work|working remotely|remote", Workplace::Remote),
    ("must|able|ability|willing to work hybrid|a hybrid", Workplace::Hybrid),
    ("work|works|working|report|reports from|in|at the|our? office one|two|three|four|1|2|3|4 +? days a|per|each week", Workplace::Hybrid),
    ("one|two|three|four|1|2|3|4 +? days required|minimum? in -? the|our? office", Workplace::Hybrid),
    ("in|at? the|our? office one|two|three|four|1|2|3|4 days|day per|a|each? week?", Workplace::Hybrid),
    ("one|two|three|four|1|2|3|4 days|day per|a|each week in|at the|our office", Workplace::Hybrid),
];

/// Finds the places and ways of work that a line asks for.
pub(crate) fn read(line: &Line<'_>, out: &mut Vec<Mention>) {
    if line.find(0..line.len(), &["convicted", "discriminate", "employer"]).is_some() {
        return;
    }
    let of_us = |mention: &Mention| line.matches(", we|our|the|it", mention.words.end).is_some(); // "Based in Lisbon, we make …"
    let opening = line.matches(OPENING, 0).and_then(|end| asked(line, 0..end)).filter(|mention| !of_us(mention));
    let mut from = opening.as_ref().map_or(0, |mention| mention.words.end);
    out.extend(opening);
    while let Some(range) = line
        .likely(ASKED, |pattern| pattern)
        .filter_map(|p| line.search(p, from..line.len()))
        .min_by_key(|r| (r.start, std::cmp::Reverse(r.len())))
    {
        from = range.end;
        out.extend(asked(line, range));
    }
    for (pattern, mode) in line.likely(MODES, |entry| entry.0) {
        if let Some(words) = line.search(pattern, 0..line.len()) {
            let location = Location { text: line.phrase(&words).to_owned(), places: Vec::new(), modes: vec![*mode], relocation: false };
            out.push(Mention::of("location: way of work", words, Predicate::Location(location)));
            break;
        }
    }
}

fn asked(line: &Line<'_>, range: Range<usize>) -> Option<Mention> {
    let relocation = line.find(range.clone(), &["relocate", "relocating", "relocation"]).is_some();
    let near = range.start..(range.end + 14).min(line.len());
    let stop = line.find(range.end..near.end, &[";", ".", "within", "if"]).unwrap_or(near.end);
    let mut end = range.end;
    let mut places = Vec::new();
    for label in line.labels_in(Family::Place, range.start.saturating_sub(4)..stop) {
        let mut words = label.words.clone();
        if let Some(region) = line.matches(",", words.end).and_then(|at| line.label_at(Family::Place, at)) {
            words.end = region.words.end; // "Atlanta, GA"
        }
        if label.words.start >= end || places.is_empty() {
            let name = line.phrase(&words).to_owned();
            if !places.contains(&name) {
                places.push(name);
            }
            end = end.max(words.end);
        }
    }
    let commute =
        line.find(range.clone(), &["commute", "drive", "relocate", "relocation", "relocating", "local", "resident", "residency"]).is_some();
    if places.is_empty() && !commute {
        return None;
    }
    // "candidates who are based in Lisbon": who is looked for is no part of it.
    let people = line.is_one_of(range.start, &["candidates", "applicants", "people", "someone", "individuals"]);
    let verb = line.find(range.clone(), &["based", "located", "live", "lives", "living", "reside", "residing"]).filter(|_| people);
    let words = verb.unwrap_or(range.start)..end;
    Some(Mention::of(
        "location",
        words.clone(),
        Predicate::Location(Location { text: line.phrase(&words).to_owned(), places, modes: Vec::new(), relocation }),
    ))
}
