//! Terms of a year: `Fall 2022`, `winter academic term 2023`, `2026 Summer Intern`, `Fall/Winter 2025`, bare `fall`.

use super::form;
use crate::{text::Span, value::pattern::pattern};
use regex::Regex;
use std::{fmt, sync::LazyLock};

/// A season.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Season {
    /// Spring.
    Spring,
    /// Summer.
    Summer,
    /// Fall.
    Fall,
    /// Autumn, as fall is called in British English.
    Autumn,
    /// Winter.
    Winter,
}

impl Season {
    fn named(text: &str) -> Option<Self> {
        Some(match text.to_ascii_lowercase().as_str() {
            "spring" => Self::Spring,
            "summer" => Self::Summer,
            "fall" => Self::Fall,
            "autumn" => Self::Autumn,
            "winter" => Self::Winter,
            _ => return None,
        })
    }
}

impl fmt::Display for Season {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Spring => "spring",
            Self::Summer => "summer",
            Self::Fall => "fall",
            Self::Autumn => "autumn",
            Self::Winter => "winter",
        })
    }
}

/// A term and where it stands. Written `summer 2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Its season.
    pub season: Season,
    /// Its year, where the text says it.
    pub year: Option<i16>,
    /// The phrase.
    pub span: Span,
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.season.fmt(f)?;
        self.year.map_or(Ok(()), |year| write!(f, " {year}"))
    }
}

const SEASON: &str = r"(?:spring|summer|fall|autumn|winter)";

/// `Fall 2022`, `winter academic term 2023`, `summer of 2026`, `Spring/Summer 2022`, `Fall '26`.
static SEASON_YEAR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?:\b(?P<earlier>{SEASON})(?:\s+(?:semester|term))?{})?\b(?P<season>{SEASON})\b(?:\s+(?:academic|work|school|co-?op))?(?:\s+(?:semester|term|quarter|session|internships?|interns?|analysts?|co-?ops?|program(?:me)?|associates?)){{0,3}}\s*(?:of\s+|in\s+|,\s*|-\s*|–\s*|\()?(?P<year>{})",
        form::JOINER,
        form::YEAR
    ))
});

/// `2026 Summer Intern`, `2026 - Fall term`.
static YEAR_SEASON: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"\b(?P<year>20\d\d)\s*(?:-\s*|–\s*|:\s*)?(?P<season>{SEASON})\b")));

/// `summer`.
static BARE_SEASON: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"\b(?P<season>{SEASON})\b")));

/// Finds the terms that have a year, left to right.
#[must_use]
pub fn terms(text: &str) -> Vec<Term> {
    let mut found: Vec<Term> = Vec::new();
    for pattern in [&SEASON_YEAR, &YEAR_SEASON] {
        for captures in pattern.captures_iter(text) {
            let Some(whole) = captures.get(0) else { continue };
            let span = Span::from(whole.range());
            let year = captures.name("year").and_then(|m| form::year_number(m.as_str()));
            let season = |group: &str| captures.name(group).and_then(|m| Season::named(m.as_str()));
            if found.iter().any(|other| other.span.overlaps(span)) || year.is_none() {
                continue;
            }
            found.extend([season("earlier"), season("season")].into_iter().flatten().map(|season| Term { season, year, span }));
        }
    }
    found.sort_by_key(|term| term.span);
    found
}

/// Finds the names of seasons, with or without a year, left to right. In running text many are no terms ("fall in love").
#[must_use]
pub fn seasons(text: &str) -> Vec<Term> {
    let mut found = terms(text);
    for captures in BARE_SEASON.captures_iter(text) {
        let (Some(whole), Some(season)) = (captures.get(0), captures.name("season").and_then(|m| Season::named(m.as_str()))) else {
            continue;
        };
        let span = Span::from(whole.range());
        if !found.iter().any(|other| other.span.overlaps(span)) {
            found.push(Term { season, year: None, span });
        }
    }
    found.sort_by_key(|term| term.span);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<String> {
        terms(text).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn terms_with_a_year() {
        for (text, want) in [
            ("Fall 2022 OR winter academic term 2023 internship", &["fall 2022", "winter 2023"][..]),
            ("User Experience Research Intern, Summer 2018", &["summer 2018"]),
            ("2026 Summer Internship", &["summer 2026"]),
            ("Summer Analyst Program 2026", &["summer 2026"]),
            ("Fall/Winter 2025", &["fall 2025", "winter 2025"]),
            ("Summer '26", &["summer 2026"]),
            ("Intern - Data (Summer 2026)", &["summer 2026"]),
            ("UPS Summer 2026 Analytics Internship", &["summer 2026"]),
        ] {
            assert_eq!(all(text), want, "{text}");
        }
    }

    #[test]
    fn bare_seasons() {
        assert_eq!(seasons("Marketing Internship (Fall)").iter().map(ToString::to_string).collect::<Vec<_>>(), ["fall"]);
    }

    #[test]
    fn what_is_no_term() {
        for text in ["Spring Boot 3", "Spring Street 2000", "summer camps", "fall behind", "winterized 2020", "in 2020 summers"] {
            assert_eq!(all(text), Vec::<String>::new(), "{text}");
        }
    }
}
