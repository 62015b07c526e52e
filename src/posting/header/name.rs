//! Names in running text: who hires, where, under which number.

use super::{
    cue::{Cues, Rule},
    page::{Line, head},
    place,
};
use crate::{
    taxonomy::{Family, Taxonomy},
    value::pattern::pattern,
};
use regex::Regex;
use std::sync::LazyLock;

/// `Machine Learning Scientist - Careers at Apple`: the title of a scraped page.
static CAREERS_AT: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:^|\b\d*\+?\s?)(?:careers|jobs)\sat\s(?P<name>(?-i:[A-Z])(?u:[^|\n]+))"));

/// `Apple hiring Machine Learning Intern in Munich | LinkedIn`.
static X_HIRING_Y: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?P<company>(?u:.+?))\s(?:is\s)?hiring\s(?P<title>(?u:.+?))\sin\s(?P<place>(?u:[^|\n]+?))\s*(?:\||$)"));

/// `Applied Memetics LLC is a …`, `Novitex, formerly …, delivers`: a name at the head of a sentence, and what it is.
static NAME_IS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?P<name>(?-i:[A-Z])[\w&.'-]*(?:\s(?:(?-i:[A-Z0-9&])[\w&.'()-]*|of|and|the|for))*)(?:,?\s\((?u:[^)]*)\))?(?:,\s(?:formerly|an?|the|part)\b(?u:[^.]*?),?)?\s(?:is\s(?:an?|the|one|now|currently|looking|seeking|hiring|searching|recruiting|proud|committed|dedicated)|delivers|invites|provides|offers|seeks|was\sfounded|has\sbeen|are\slooking)\b",
    )
});

/// First words that are no company.
const NO_COMPANY: [&str; 52] = [
    "the", "this", "these", "our", "we", "you", "your", "it", "a", "an", "as", "in", "at", "position", "role", "candidate", "candidates",
    "there", "job", "what", "who", "if", "for", "overview", "experience", "knowledge", "ability", "title", "he", "she", "that", "travel",
    "pay", "internship", "applicants", "how", "why", "when", "where", "all", "each", "every", "no", "one", "some", "please", "must",
    "strong", "work", "us", "me", "least",
];

/// `About Craneware`.
static ABOUT_NAME: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^about\s(?P<name>(?-i:[A-Z])[\w&.'-]*(?:\s(?-i:[A-Z0-9&])[\w&.'-]*){0,4}):?$"));

/// `At Harbor Works`, `join Harbor Works`: where one works.
static AT_NAME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:at|join|joining|about|why\s(?:work|join))\s(?:the\s)?(?P<name>(?-i:[A-Z])[\w&'-]*(?:\x20(?:(?-i:[A-Z0-9&])[\w&'-]*|of))*)",
    )
});

/// `This position will be based in`, `join our teams in`, `in the south of`: places follow.
static JOB_IN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:(?:based|located|placed|situated|headquartered)\s(?:out\sof|in|at)|join\s(?:us|our\s\w+|the\s\w+|our\steams?|our\s\w+\steams?)\sin|(?:position|role|job|internship|opportunity|opportunities|openings|school|work|working|living)\s(?:is\s)?in|in\sthe\s(?:north|south|east|west|center|centre|heart)\sof)\s(?:either\s|the\s|our\s|downtown\s|beautiful\s|central\s)?(?-i:[A-Z])",
    )
});

/// `Role Number: 200152401`, `(JOB ID # 420781)`, `Req. No. R-1234`.
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:(?:(?:role|job|requisition|req|vacancy|posting|position|reference|ref|announcement|opening)\.?\s?(?:posting\s|req(?:uisition)?\s)?(?:number|no\b\.?|nr\.?|id|ref(?:erence)?(?:\s(?:number|no\.?))?)|reqid|jobid)\s?(?:[:#-]|–|—)?\s?#?|(?:req(?:uisition)?|ref(?:erence)?|job|vacancy)\s?(?:#|:\s?#?))\s?(?P<id>(?-i:[A-Za-z]{0,6})[-_/.]?\d[\w./-]{2,23})",
    )
});

/// The title and the company of a page's own title line.
pub(super) fn of_page<'t>(line: &'t str, taxonomy: &Taxonomy) -> (Option<&'t str>, Option<&'t str>, Option<&'t str>) {
    let folded = line.as_bytes().to_ascii_lowercase();
    let holds = |word: &str| memchr::memmem::find(&folded, word.as_bytes()).is_some();
    if holds("hiring")
        && let Some(found) = X_HIRING_Y.captures(line)
    {
        let get = |group| found.name(group).map(|m| m.as_str());
        if get("place").is_some_and(|p| place::is_place(p, taxonomy)) {
            return (get("title"), get("company"), get("place"));
        }
    }
    if (holds("careers") || holds("jobs"))
        && let Some(found) = CAREERS_AT.captures(line)
    {
        let before = found.get(0).and_then(|m| line.get(..m.start())).map(|t| t.trim_end_matches([' ', '-', '–', '|']));
        return (
            before.filter(|title| !title.is_empty()),
            found.name("name").map(|m| undoubled(m.as_str().trim())).filter(|name| name.len() <= 60),
            None,
        );
    }
    (None, None, None)
}

/// `Apple Apple` → `Apple`.
fn undoubled(name: &str) -> &str {
    let middle = name.len() / 2;
    match name.split_at_checked(middle) {
        Some((first, second)) if !first.is_empty() && second.strip_prefix(' ') == Some(first) => first,
        _ => name,
    }
}

/// The company that a sentence introduces by name, in the first lines.
pub(super) fn company(lines: &[Line], title: &str) -> Option<String> {
    lines.iter().take(25).find_map(|line| {
        let about = ABOUT_NAME.captures(line.text).filter(|_| line.text.len() < 60);
        let found = about.or_else(|| NAME_IS.captures(head(line.text, 200)).filter(|_| line.is_long() || line.text.contains(' ')))?;
        let name = found.name("name")?.as_str().trim_end_matches(['.', ',']).trim();
        let first = name.split_whitespace().next()?.to_lowercase();
        let is_job = title.to_lowercase().contains(&name.to_lowercase());
        (name.len() >= 2 && !NO_COMPANY.contains(&first.as_str()) && !is_job && !line.bullet).then(|| name.to_owned())
    })
}

/// How often a posting must tell a name that it puts where one works once, and how often where it also names something known.
const OFTEN: usize = 2;
const OFTENER: usize = 4;

/// The longest name of a company that is told in running text, in words.
const LONGEST_NAME: usize = 5;

/// The company that sentences name again and again: "At Harbor Works we …", "join Harbor Works", "Harbor Works is a …".
pub(super) fn mentioned(text: &str, title: &str, taxonomy: &Taxonomy) -> Option<String> {
    let at = AT_NAME.captures_iter(text);
    let sentences = text.split(['\n', '.', '!']).map(str::trim_start).filter(|sentence| sentence.starts_with(char::is_uppercase));
    let is = sentences.filter_map(|sentence| NAME_IS.captures(head(sentence, 120)));
    let mut told: Vec<(&str, usize)> = Vec::new();
    for found in at.chain(is) {
        let name = found.name("name").and_then(|name| company_name(name.as_str(), title));
        let Some(name) = name.filter(|name| told.iter().all(|(known, _)| known != name)) else { continue };
        let times = memchr::memmem::find_iter(text.as_bytes(), name).count();
        let known = [Family::Skill, Family::Field, Family::Degree].into_iter().any(|family| taxonomy.named(family, name).is_some());
        if times >= if known { OFTENER } else { OFTEN } && !place::is_place(name, taxonomy) {
            told.push((name, times));
        }
    }
    told.into_iter().reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(name, _)| name.to_owned())
}

/// A stretch of capitalised words as the name of a company, without the small words and possessives at its end.
fn company_name<'t>(name: &'t str, title: &str) -> Option<&'t str> {
    let name = name.trim_end_matches(['.', ',', '-', '&', ' ']);
    let name = ["'s", "\u{2019}s", " of", " and", " the"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name).trim_end();
    let first = name.split_whitespace().next()?.to_lowercase();
    let words = name.split_whitespace().count();
    let is_job = title.to_lowercase().contains(&name.to_lowercase());
    let body = ["Council", "Board", "Department", "Team", "Office", "Commission", "Division"].iter().any(|end| name.ends_with(end));
    (name.len() >= 2 && !body && words <= LONGEST_NAME && !NO_COMPANY.contains(&first.as_str()) && !is_job).then_some(name)
}

/// The places where sentences put the job.
pub(super) fn places(text: &str, taxonomy: &Taxonomy) -> Vec<String> {
    JOB_IN
        .find_iter(text)
        .map(|cue| place::leading(text.get(cue.end() - 1..).unwrap_or_default(), taxonomy))
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// The employer's number of the posting.
pub(super) fn reference(text: &str, cues: &Cues) -> Option<String> {
    cues.captures(Rule::Reference, &NUMBER, text).find_map(|found| number_in(found.name("id")?.as_str()))
}

/// The number in a piece of a line that begins with its name: `Reference RB-118`, `Ref. AB/CA/2026/09`.
pub(super) fn reference_piece(piece: &str) -> Option<String> {
    let (word, number) = piece.split_once(' ')?;
    let named = ["ref", "ref.", "ref:", "reference", "reference:", "req", "req."].iter().any(|name| name.eq_ignore_ascii_case(word));
    number_in(number).filter(|_| named && !number.contains(' '))
}

/// A value as a number of a posting: no spaces, at least three characters, one of them a digit.
pub(super) fn number_in(value: &str) -> Option<String> {
    let first = value.split_whitespace().next()?.trim_matches(['#', '.', ',', ')', '(', ';']);
    let fits = (3..=30).contains(&first.len())
        && first.bytes().any(|b| b.is_ascii_digit())
        && first.chars().all(|c| c.is_alphanumeric() || "-_/.".contains(c));
    (fits && !first.contains("//")).then(|| first.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{super::page::lines, *};

    #[test]
    fn names_of_companies() {
        for (text, want) in [
            ("Applied Memetics LLC is a professional services company", Some("Applied Memetics LLC")),
            ("Novitex Enterprise Solutions, formerly Pitney Bowes, delivers innovative", Some("Novitex Enterprise Solutions")),
            ("About Craneware", Some("Craneware")),
            ("The Data Analyst is a key", None),
            ("We are a great company", None),
            ("Data Analyst is a role", None),
            ("Experience is a plus", None),
        ] {
            assert_eq!(company(&lines(text), "Data Analyst").as_deref(), want, "{text}");
        }
    }

    #[test]
    fn names_that_come_again() {
        let taxonomy = Taxonomy::new(Vec::new());
        for (text, want) in [
            ("At Harbor Works, we mend boats. Harbor Works is by the river.", Some("Harbor Works")),
            ("Boats come to Harbor Works. We mend them at Harbor Works's yard.", Some("Harbor Works")),
            ("Join Harbor Works.", None),
            ("Meet at City Council. The City Council meets at noon.", None),
            ("At the yard, we mend boats at dawn.", None),
        ] {
            assert_eq!(mentioned(text, "Line keeper", &taxonomy).as_deref(), want, "{text}");
        }
    }

    #[test]
    fn titles_of_pages() {
        let t = Taxonomy::new(Vec::new());
        assert_eq!(of_page("ML Scientist - Careers at Apple Apple", &t), (Some("ML Scientist"), Some("Apple"), None));
        assert_eq!(of_page("Bank hiring Analyst in Troy, MI | LinkedIn", &t), (Some("Analyst"), Some("Bank"), Some("Troy, MI")));
        assert_eq!(of_page("Data Analyst", &t), (None, None, None));
    }

    #[test]
    fn numbers_in_pieces() {
        assert_eq!(reference_piece("Ref. AB/CA/2026/09").as_deref(), Some("AB/CA/2026/09"));
        assert_eq!(reference_piece("Reference RB-118").as_deref(), Some("RB-118"));
        assert_eq!(reference_piece("Reference 10 projects"), None);
    }

    #[test]
    fn numbers_of_postings() {
        for (text, want) in [
            ("Role Number:\n200152401", Some("200152401")),
            ("Job ID: 505268", Some("505268")),
            ("(JOB ID # 420781) Please", Some("420781")),
            ("Req # R-10234.", Some("R-10234")),
            ("(Job Number – POR000XE).", Some("POR000XE")),
            ("three job references", None),
            ("Reference: available on request", None),
            ("Class Code: 4323", None),
            ("number of positions: 12", None),
        ] {
            assert_eq!(reference(text, &Cues::find(text)).as_deref(), want, "{text}");
        }
    }
}
