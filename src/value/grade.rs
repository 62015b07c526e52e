//! Grades: `GPA of 3.0 or higher`, `3.25 GPA`, `3.0/4.0`, `72%`, `high GPA`.
//!
//! A grade has the least value asked for and the scale it is on, each where the text says so; `high GPA` has neither.

use super::pattern::{pattern, starts_free};
use crate::text::{Finder, Span, digits::has_digit};
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// A grade that a text asks for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Grade {
    /// The least; a percentage where the scale is 100.
    pub min: Option<f64>,
    /// The best grade there is, such as 4.0.
    pub scale: Option<f64>,
    /// The phrase that names it.
    pub span: Span,
}

/// `GPA`, `grade point average`, with what may qualify it.
const NAME: &str = r"(?:\b(?:cumulative|overall|undergraduate|collegiate|college|minimum|major|academic|current|graduate)\s+)*(?:\bC?GPAs?\b|\bG\.P\.A\b\.?|\bgrade[\s-]point[\s-](?:average|index)s?\b(?:\s*\(C?GPA\))?)";

/// `3.5`, `3,5`, `8`.
const POINTS: &str = r"\d{1,2}(?:[.,]\d{1,2})?";

/// `/4.0`, `out of 4`, `on a 4.0 scale`.
const SCALE: &str = r"(?:\s*/\s*|\s+out\s+of\s+(?:a\s+)?(?:possible\s+)?|,?\s+\(?(?:on|based\s+on|using)\s+(?:a|an|the)\s+|\s+\(of\s+)(?P<scale>\d{1,2}(?:\.\d{1,2})?)(?:[\s-]+(?:point[\s-]+)?scale)?";

/// `or higher`, `+`, `and above`.
const OR_BETTER: &str = r"(?:\s?\+|\s+(?:or|and)\s+(?:higher|above|better|greater|more|over|up)\b|\s+minimum\b)";

/// `GPA of 3.0 or higher`, `GPA is at or above: 3.5`, `GPA (3.2+ on a 4.0 scale)`.
static GPA_OF_N: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"{NAME}[\s:(]*(?:(?:(?:must|should)\s+be|requirement|score|average|is|are|of|at|or|above|over|least|greater|higher|than|minimum|equal|to|a|an|>=?|≥|=|-)\b?[\s:]*)*(?P<min>{POINTS}){OR_BETTER}?(?:{SCALE})?{OR_BETTER}?"
    ))
});

/// `3.25 GPA`, `minimum 3.0 cumulative grade point average on a 4.0 scale`, `3.0/4.0 or better GPA`.
static N_GPA: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?P<min>{POINTS}){OR_BETTER}?(?:\s*/\s*(?P<over>\d{{1,2}}(?:\.\d{{1,2}})?))?{OR_BETTER}?[\s-]+(?:(?:or|higher|better|above|and)\s+)*{NAME}(?:{SCALE})?{OR_BETTER}?"
    ))
});

/// `8.0/10`, `3.0/4.0`.
static N_OF_SCALE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?P<min>\d{1,2}\.\d{1,2})\s*/\s*(?P<scale>4\.[03]{1,2}|4|5\.0|5|10\.0|10)\b"));

/// `72%` in `an average of 72%`: a percentage is a grade only behind a word for one.
static N_PERCENT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:average|grades?|marks?|GPA|academics?|academic records?)\b(?u:[^;%]*?)(?P<phrase>(?P<min>\d{2}(?:\.\d)?)\s?(?:%|percent\b))",
    )
});

/// `high GPA`, `excellent academic average`.
static HIGH_GPA: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"\b(?:high|strong|good|excellent|competitive|solid|outstanding|great)\s+{NAME}")));

/// One of these is in every line that names a grade with its number, …
static TELLING: LazyLock<Finder> = LazyLock::new(|| Finder::new(["academic", "gpa", "g.p.a", "grade", "average"]));

/// … and of these in every line that names one without.
static NAMES: LazyLock<Finder> = LazyLock::new(|| Finder::new(["gpa", "g.p.a", "grade"]));

/// Finds the grades that a line asks for, left to right.
#[must_use]
pub fn find(text: &str) -> Vec<Grade> {
    let numbered = has_digit(text); // all forms but the last hold a number
    if !numbered && !NAMES.is_in(text) {
        return Vec::new();
    }
    let (mut named, mut academic) = (!numbered, false);
    if numbered {
        TELLING.any(text, |word, _| {
            named |= word > 0;
            academic |= word == 0;
            named
        });
    }
    let mut found: Vec<Grade> = Vec::new();
    if named && numbered {
        for form in [&GPA_OF_N, &N_GPA] {
            add(text, form.captures_iter(text), &mut found);
        }
        add(text, N_PERCENT.captures_iter(text), &mut found);
    }
    if numbered && (named || academic) {
        add(text, N_OF_SCALE.captures_iter(text), &mut found);
    }
    if named {
        add(text, HIGH_GPA.captures_iter(text), &mut found);
    }
    found.sort_by_key(|grade| grade.span);
    found
}

/// Adds what a form found where no earlier form found something.
fn add<'t>(text: &'t str, matches: impl Iterator<Item = Captures<'t>>, found: &mut Vec<Grade>) {
    for captures in matches {
        if let Some(grade) = read(text, &captures)
            && !found.iter().any(|other| other.span.overlaps(grade.span))
        {
            found.push(grade);
        }
    }
}

fn read(text: &str, found: &Captures) -> Option<Grade> {
    let whole = found.name("phrase").or(found.get(0))?;
    let value = |group: &str| found.name(group).and_then(|m| m.as_str().replace(',', ".").parse::<f64>().ok());
    let Some(points) = found.name("min") else {
        return Some(Grade { min: None, scale: None, span: Span::from(whole.range()) });
    };
    if found.get(0)?.len() > whole.len() + 45 {
        return None;
    }
    let percent = whole.as_str().ends_with(['%', 't', 'T']) || text.get(points.end()..)?.trim_start().starts_with('%');
    let scale = value("scale").or_else(|| value("over")).or(percent.then_some(100.0));
    let min = value("min")?;
    let possible = min > 0.0 && min <= scale.unwrap_or(10.0) && !(percent && min < 50.0);
    let whole_number = text.get(points.end()..)?.chars().next().is_none_or(|c| !c.is_alphanumeric());
    let given = if percent { None } else { scale };
    (possible && whole_number && starts_free(text, points.start())).then(|| Grade {
        min: Some(min),
        scale: given,
        span: Span::from(whole.range()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<(Option<f64>, Option<f64>, &str)> {
        find(text).into_iter().map(|g| (g.min, g.scale, g.span.of(text))).collect()
    }

    #[test]
    fn grades_with_a_name() {
        for (text, min, scale, phrase) in [
            ("a GPA of 3.0 or higher", 3.0, None, "GPA of 3.0 or higher"),
            ("GPA 3.0 or above.", 3.0, None, "GPA 3.0 or above"),
            ("Cumulative GPA is 3.0 or above", 3.0, None, "Cumulative GPA is 3.0 or above"),
            ("a cumulative GPA of 3.5", 3.5, None, "cumulative GPA of 3.5"),
            ("Your GPA is at or above: 3.5.", 3.5, None, "GPA is at or above: 3.5"),
            ("at least a 3.25 GPA.", 3.25, None, "3.25 GPA"),
            ("3.0/4.0 GPA", 3.0, Some(4.0), "3.0/4.0 GPA"),
            ("GPA: 3.2/4.0", 3.2, Some(4.0), "GPA: 3.2/4.0"),
            ("GPA of at least 3.0 on a 4.0 scale", 3.0, Some(4.0), "GPA of at least 3.0 on a 4.0 scale"),
            ("3.0 or higher cumulative GPA", 3.0, None, "3.0 or higher cumulative GPA"),
            ("Minimum GPA: 3", 3.0, None, "Minimum GPA: 3"),
            ("GPA (3.5+)", 3.5, None, "GPA (3.5+"),
            ("a G.P.A. of 2.75", 2.75, None, "G.P.A. of 2.75"),
            ("CGPA 8.0/10", 8.0, Some(10.0), "CGPA 8.0/10"),
            (
                "Minimum 3.0 cumulative collegiate grade point average, on a 4.0 scale or the equivalent",
                3.0,
                Some(4.0),
                "3.0 cumulative collegiate grade point average, on a 4.0 scale",
            ),
        ] {
            assert_eq!(all(text), [(Some(min), scale, phrase)], "{text}");
        }
    }

    #[test]
    fn grades_beside_another() {
        let text = "Strong academic records (GPA 3.0 or 72% and better)";
        assert_eq!(all(text), [(Some(3.0), None, "GPA 3.0"), (Some(72.0), None, "72%")]);
        assert_eq!(all("an academic average of 8.0/10"), [(Some(8.0), Some(10.0), "8.0/10")]);
    }

    #[test]
    fn grades_without_a_number() {
        assert_eq!(all("a quantitative discipline with a high GPA"), [(None, None, "high GPA")]);
    }

    #[test]
    fn what_is_no_grade() {
        for text in [
            "pay grade 12", "travel up to 25 %", "3.5 years of experience", "24/7 support", "version 3.0", "grade 11", "above average",
            "cut average costs by 20%", "75% of the time", "average of 40 hours", "an average deal size of $3.2 million",
        ] {
            assert_eq!(all(text), [], "{text}");
        }
    }
}
