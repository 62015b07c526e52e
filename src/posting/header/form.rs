//! The form of a job: where the work is done, and as what one is employed, from a fact's words or from statements in the text.
//!
//! `Hybrid position` is hybrid; `This is an on-site role` on site; `Remote applicants will not be considered` not remote.

use super::cue::{Cues, Rule};
use crate::{
    posting::{Employment, Workplace},
    value::pattern::pattern,
};
use regex::Regex;
use std::sync::LazyLock;

/// `Hybrid position`, `fully remote`, `This is an on-site role`, `in the office 5 days a week`, `based in store`.
static WORKPLACE: LazyLock<Regex> = LazyLock::new(|| {
    let job = r"(?:position|role|job|internship|opportunity|co-op|post|vacancy)";
    pattern(&format!(
        r"(?P<hybrid>\bhybrid(?:[\s-](?:remote|work|working|role|position|job|internship|schedule|model|environment|setting|arrangement|opportunity|basis|policy|workplace|format|office|working))+\b|\b{job}\s(?:is|will\sbe|offers)\s(?:an?\s)?(?:\w+\s)?hybrid\b|\bpartial(?:ly)?\sremote|\b(?:1|2|3|4|one|two|three|four)(?:\s?(?:-|–|to|or)\s?\w+)?\s(?:days?|x)\s(?:per|a|each|/)?\s?(?:week\s)?(?:in|at|from)\s(?:the|our)\soffice|\bhybrid\sby\sagreement|\band\swill\sbe\shybrid|\b(?:in|from|at)[\s-](?:(?:the|our)\s(?:\w+\s)?)?office\s(?:at\sleast\s)?(?:1|2|3|4|one|two|three|four)(?:\s?(?:-|–|to|or)\s?\w+)?\sdays)|(?P<remote>\b(?:fully|100%|completely|entirely|primarily|permanently|full[\s-]time)[\s-]remote\b|\b100%\s(?:wfh|work\sfrom\shome)|\bremote[\s-](?:{job}|first\s{job}|based\s{job})\b|\b{job}\s(?:is|will\sbe|can\sbe)\s(?:a\s|an\s|currently\s|located\s)?(?:\w+\s)?remote(?:ly)?\b|\bwork\s(?:\w+\s)?remotely\sfrom|\bwork\s(?:will\sbe|is)\sremote\b|\bwork\sfrom\s(?:home|anywhere)\s{job}|#remote\b)|(?P<onsite>\bin[\s-]office\sworkplace|\b100%\sin[\s-]person\b|\bin[\s-]office\sin\s[\w\s,]{{2,40}}\sis\srequired\b|\bon-?\s?site\swork\s(?:is\s)?required|\bon-?\s?site\s(?:\w+\s)?{job}\b|\b{job}\s(?:is|will\sbe)\s(?:an?\s)?(?:\w+\s)?(?:on-?\s?site|in[\s-]person|in[\s-]office)\b|\bin[\s-](?:person|office)\s{job}|\bexpected\sto\sbe\s(?:on-?\s?site|in\s(?:the|our)\soffice\s(?:5|five))|\b(?:5|five)\sdays\s(?:per|a|each|/)\s?week\s(?:in|at|from|on)\s(?:the|our|-?site)|\b{job}\s(?:is\s)?based\s(?:in\sstore|on-?\s?site|in\sthe\soffice)|\bremote\s(?:work|applicants?|candidates?|working)\s(?:is|are|will)\s(?:not|un)|\btele(?:work|commut)\w*\s(?:is|are)\s(?:not|un)|\b(?:not|no)\s(?:eligible\sfor\s|an?\s|available\sfor\s)?(?:remote|telework))"
    ))
});

/// What turns a statement into its contrary or into a perhaps.
static NOT_SO: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:\bnot|\bno|n't|\bneither|\bmay|\bif|\bwhether|\bother|\bsome|\bthan)(?:\s\w+){0,2}\s*$"));

/// The workplace that a whole value names: `In person`, `Hybrid remote`, `Remote`.
pub(super) fn workplace_of(value: &str) -> Option<Workplace> {
    if value.trim_matches(|c: char| c.is_whitespace() || c == '-').len() > 70 {
        return None;
    }
    let value = value.to_lowercase().replace('-', " ");
    let value = value.trim();
    let stands = |word: &str| {
        let ends = |text: &str, before: char| text.strip_suffix(word).is_some_and(|left| left.ends_with(before));
        value == word
            || value.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '))
            || ends(value, ' ')
            || value.strip_suffix(')').is_some_and(|inner| ends(inner, '('))
    };
    let has = |words: &[&str]| words.iter().any(|word| stands(word));
    if value.contains("hybrid") || value.contains("partially remote") {
        Some(Workplace::Hybrid)
    } else if has(&["no", "not"]) {
        None
    } else if has(&["remote", "fully remote", "work from home", "100% remote"]) {
        Some(Workplace::Remote)
    } else if has(&["in person", "onsite", "on site", "in office"]) {
        Some(Workplace::Onsite)
    } else {
        None
    }
}

/// The workplace that statements in the text agree on. Some of each is hybrid where `hybrid` is said, else unknown.
pub(super) fn workplace_stated(text: &str, cues: &Cues) -> Option<Workplace> {
    let (mut remote, mut onsite) = (false, false);
    for found in cues.captures(Rule::Workplace, &WORKPLACE, text) {
        let start = found.get(0).map_or(0, |m| m.start());
        let before = text.get(..start).unwrap_or_default();
        let near = before.get(before.char_indices().rev().nth(24).map_or(0, |(at, _)| at)..).unwrap_or_default();
        if NOT_SO.is_match(near) {
            continue;
        }
        if found.name("hybrid").is_some() {
            return Some(Workplace::Hybrid);
        }
        remote |= found.name("remote").is_some();
        onsite |= found.name("onsite").is_some();
    }
    match (remote, onsite) {
        (true, false) => Some(Workplace::Remote),
        (false, true) => Some(Workplace::Onsite),
        _ => None,
    }
}

/// Words of a title that tell the form of employment: the strongest first.
static IN_TITLE: LazyLock<[(Regex, Employment); 7]> = LazyLock::new(|| {
    [
        (r"\b(?:intern|interns|internships?|co-?ops?)\b", Employment::Internship),
        (r"\bapprentices?(?:hips?)?\b", Employment::Apprenticeship),
        (r"\bvolunteers?\b", Employment::Volunteer),
        (r"\bpart[\s-]time\b", Employment::PartTime),
        (r"\bcontract[\s-]to[\s-]hire\b|[(\[-]\s?contract\b|\bcontract\s?(?:[)\]]|$)|\bcontract\s(?:position|role|job|basis)\b|\b\d+[\s-]month\scontract\b", Employment::Contract),
        (r"\btemporary\b|\btemp\b|\bseasonal\b|\bfixed[\s-]term\b|\bmaternity\scover\b|\bterm\sposition\b", Employment::Temporary),
        (r"\bfull[\s-]time\b", Employment::FullTime),
    ]
    .map(|(words, form)| (pattern(words), form))
});

/// Titles of those who look after others of that form: `Volunteer Coordinator`.
static LOOKS_AFTER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?:coordinator|manager|director|supervisor|recruiter|officer|advisor|specialist|services|lead)\b"));

/// One of these is in every title that [`IN_TITLE`] knows: a quick look before seven patterns.
static MAY_TELL: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"intern|co-?op|apprentice|volunteer|part|contract|temp|season|fixed|maternity|term|full"));

/// The form of employment that a title names.
pub(super) fn employment_in_title(title: &str) -> Option<Employment> {
    if !MAY_TELL.is_match(title) {
        return None;
    }
    let (_, form) = IN_TITLE.iter().find(|(words, _)| words.is_match(title))?;
    let others = matches!(form, Employment::Volunteer | Employment::Apprenticeship) && LOOKS_AFTER.is_match(title);
    (!others).then_some(*form)
}

/// The form of employment that a value names: `Full-time`, `Permanent, Part time`, `Internship`.
pub(super) fn employment_of(value: &str) -> Option<Employment> {
    let value = super::page::head(value, 60).to_lowercase();
    const WORDS: [(&str, Employment); 17] = [
        ("freelance", Employment::Contract),
        ("intern", Employment::Internship),
        ("co-op", Employment::Internship),
        ("apprentice", Employment::Apprenticeship),
        ("volunteer", Employment::Volunteer),
        ("part time", Employment::PartTime),
        ("part-time", Employment::PartTime),
        ("full time", Employment::FullTime),
        ("full-time", Employment::FullTime),
        ("fulltime", Employment::FullTime),
        ("contract", Employment::Contract),
        ("temporary", Employment::Temporary),
        ("temp", Employment::Temporary),
        ("fixed term", Employment::Temporary),
        ("fixed-term", Employment::Temporary),
        ("seasonal", Employment::Temporary),
        ("c2c", Employment::Contract),
    ];
    let first = WORDS.iter().filter_map(|(word, form)| Some((value.find(word)?, *form))).min_by_key(|(at, _)| *at)?;
    Some(first.1).filter(|_| {
        !value.contains("internal")
            && !value.contains("internation")
            && !value.contains("contractor")
            && !value.contains("contracted hours")
    })
}

/// `This is a contract role`, `seeking one full time attorney`, `a CO-OP position`, `temporary contract`, `Fixed Term until May`.
static STATED: LazyLock<Regex> = LazyLock::new(|| {
    let job = r"(?:position|role|job|opportunity|post|vacancy|contract|appointment)";
    pattern(&format!(
        r"(?:\bthis\s(?:\w+\s)?(?:is|will\sbe)\s(?:an?|our)\s(?:[\w,/-]+\s){{0,3}}?|\b(?:is\s)?(?:seeking|hiring|recruiting|looking\sfor)\s(?:an?|one|two|\d)\s(?:\w+\s)?|\bwe\soffer\sa\s|\bas\sa\s|\bstatus\sis\s|\b{job}\sis\s(?:an?\s)?)(?P<form>full[\s-]?time|part[\s-]?time|(?:\d+[\s-](?:month|week|year)\s)?contract(?:[\s-]to[\s-]hire)?|temporary|seasonal|fixed[\s-]term|volunteer|(?:paid\s|unpaid\s|summer\s|remote\s)?internship|apprenticeship)\b(?P<noun>\s(?:\w+\s)?{job})?|(?P<temporary>\b(?:temporary|fixed[\s-]term)\s(?:contract|position|appointment|post|role|until|for)\b)|(?P<full>\bfull[\s-]?time,?\s(?:position|role|job|employee|employment|permanent|regular)\b)|(?P<internship>\bco-op\s(?:position|student|program|term|placement)|\bwork\sterm\b|\bco-op\swork\b|\b(?:paid|unpaid|summer|this|our|the|week|month)\sinternship\b)"
    ))
});

/// The form of employment that the text states.
pub(super) fn employment_stated(text: &str, cues: &Cues) -> Option<Employment> {
    let mut full = None;
    let other = cues.captures(Rule::Employment, &STATED, text).find_map(|found| {
        if found.name("temporary").is_some() {
            return Some(Employment::Temporary);
        }
        if found.name("full").is_some() {
            full = Some(Employment::FullTime); // "a full-time position": it may be a temporary one
            return None;
        }
        if found.name("internship").is_some() {
            return Some(Employment::Internship);
        }
        let form = found.name("form")?.as_str();
        let bare_contract = form.to_lowercase().contains("contract") && found.name("noun").is_none();
        if bare_contract { None } else { employment_of(form) }
    });
    other.or(full)
}

/// The form of employment on a line of its own: `Full-time`, `Part time, permanent`.
pub(super) fn employment_line(lines: &[super::page::Line]) -> Option<Employment> {
    let begins = |text: &str| text.starts_with(['F', 'f', 'P', 'p']) && text.len() <= 45;
    lines.iter().filter(|line| begins(line.text) && super::piece::are_facts(line.text)).find_map(|line| employment_of(line.text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn workplaces_stated() {
        use Workplace::{Hybrid, Onsite, Remote};
        for (text, want) in [
            ("Hybrid position; must be located", Hybrid),
            ("location with hybrid work flexibility", Hybrid),
            ("THIS POSITION IS ELIGIBLE FOR PARTIAL REMOTE WORK", Hybrid),
            ("three days a week in the office", Hybrid),
            ("This is a fully remote team", Remote),
            ("This role is 100% remote", Remote),
            ("a remote position", Remote),
            ("This is an on-site role located in Pella", Onsite),
            ("In office in Port Ada is required.", Onsite),
            ("available in 100% in person in one of", Onsite),
            ("expected to be in the office 5 days a week", Onsite),
            ("the opportunity to telework is not available", Onsite),
            ("Remote applicants will not be considered", Onsite),
            ("The student is expected to be onsite", Onsite),
            ("This is a role based in store within", Onsite),
        ] {
            assert_eq!(workplace_stated(text, &Cues::find(text)), Some(want), "{text}");
        }
    }

    #[test]
    fn workplaces_not_stated() {
        for text in [
            "Todays unprecedented shift to remote work has", "secure on-site consultations",
            "This position can be remote or is an on-site role", "lead remote teams", "hybrid cloud environments", "at all job sites",
            "Microsoft Office",
        ] {
            assert_eq!(workplace_stated(text, &Cues::find(text)), None, "{text}");
        }
    }

    #[test]
    fn employment_by_title_value_and_statement() {
        use Employment::{Contract, FullTime, Internship, PartTime, Temporary};
        assert_eq!(employment_in_title("CO-OP Info Technology"), Some(Internship));
        assert_eq!(employment_in_title("Data Analyst - Contract to Hire"), Some(Contract));
        assert_eq!(employment_in_title("Customer Service Associate - Part Time"), Some(PartTime));
        assert_eq!(employment_of("Permanent, Full-time"), Some(FullTime));
        for (text, want) in [
            ("This is a contract role for a nurse", Contract),
            ("is seeking one full time admitted Attorney", FullTime),
            ("the range for this full-time position is", FullTime),
            ("Employee Status : Full Time Employee", FullTime),
            ("A CO-OP position is available", Internship),
            ("on a temporary contract with", Temporary),
            ("band 6. Fixed Term until May 2021", Temporary),
        ] {
            assert_eq!(employment_stated(text, &Cues::find(text)), Some(want), "{text}");
        }
    }

    #[test]
    fn employment_not_stated() {
        for title in ["Contracts Manager", "Internal Auditor", "Volunteer Coordinator", "Contract Administrator", "International Sales"] {
            assert_eq!(employment_in_title(title), None, "{title}");
        }
        for text in [
            "a full-time degree program", "benefits for full-time employees", "two years of full-time paid experience",
            "drafting a wide variety of contracts", "an internal role",
        ] {
            assert_eq!(employment_stated(text, &Cues::find(text)), None, "{text}");
        }
    }
}
