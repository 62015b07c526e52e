//! How postings ask for a certificate, licence or registration: "valid driver's license", "CPA", "eligible for registration".

use super::{Certification, CertificationStatus};
use crate::{
    kind::{Mention, Predicate, pieces::list_pieces},
    line::Line,
    logic::Expr,
    taxonomy::Family,
    value::read_list,
};
use std::ops::Range;

/// Words that a name of a certificate ends in.
const NOUNS: &[&str] = &[
    "certification", "certifications", "certificate", "certificates", "license", "licence", "licenses", "licensure", "registration",
    "credential", "cert", "card",
];

/// Words before a noun that belong to the name or its state.
const NOT_NAMES: &[&str] = &[
    "a", "an", "the", "any", "and", "or", "of", "with", "have", "has", "hold", "holds", "possess", "possesses", "must", "required",
    "valid", "current", "active", "appropriate", "relevant", "related", "professional", "industry", "other", "all", "obtain", "maintain",
    "be", "is", "your", "our", "additional", "applicable", "to", "in", "for", "as", "by", ",", ";", ":", "(", ")", ".", "-", "completed",
    "including", "one", "more", "software", "business", "under", "at", "from", "full", "unrestricted", "earned", "get", "their", "own",
    "similar", "preferred", "equivalent", "on", "various", "technical", "some", "pass", "board", "•",
];

/// Finds the certificates of a line: those the vocabulary knows, then phrases that end in a word for one.
pub(crate) fn read(line: &Line<'_>, out: &mut Vec<Mention>) {
    read_course(line, out);
    for label in line.labels_of(Family::Certificate) {
        if is_of_others(line, &label.words) || is_part_of_skill(line, &label.words) {
            continue;
        }
        let words = grown(line, label.words.clone());
        push(line, words, label.words.clone(), out);
    }
    for words in (0..line.len()).filter_map(|at| title(line, at).or_else(|| licensed(line, at))) {
        push(line, words.clone(), words, out);
    }
    for at in 0..line.len() {
        if line.is_one_of(at, NOUNS)
            && out.iter().all(|m| !m.words.contains(&at))
            && let Some(words) = named_by_noun(line, at)
        {
            push(line, words.clone(), words, out);
        }
    }
}

/// "a post registration course, e.g. Oncology or Critical Care": a course that one is certified by, with its examples.
fn read_course(line: &Line<'_>, out: &mut Vec<Mention>) {
    let class =
        line.search("post -? registration|graduation|qualification clinical|nursing? course|courses|qualification|training", 0..line.len());
    let Some(class) = class else { return };
    let certification = |words: &Range<usize>| {
        let text = line.phrase(words).to_owned();
        Expr::Atom(Predicate::Certification(Certification { name: Some(text.clone()), text, status: Some(CertificationStatus::Held) }))
    };
    let examples = line.matches(",? eg|e.g|including|like ,?", class.end).or_else(|| line.matches(",? such as", class.end));
    let stop = line.find(class.end..line.len(), &[";", "."]).unwrap_or(line.len());
    let listed = examples
        .filter(|from| *from < stop)
        .and_then(|from| read_list(&list_pieces(line, from..stop, &[Family::Skill, Family::Certificate])));
    let (words, needs) = match listed {
        Some(shape) => {
            let any = shape.items().iter().map(certification).collect();
            (class.start..stop, Expr::Any { any, open: true, class: Some(line.phrase(&class).to_owned()) })
        }
        None => (class.clone(), certification(&class)),
    };
    out.push(Mention { words, needs, rule: "certification: course" });
}

fn push(line: &Line<'_>, words: Range<usize>, name: Range<usize>, out: &mut Vec<Mention>) {
    if out.iter().any(|m| m.words.start < words.end && words.start < m.words.end) {
        return;
    }
    let certification = Certification {
        text: line.phrase(&words).to_owned(),
        name: Some(line.phrase(&name).to_owned()),
        status: Some(status(line, &words)),
    };
    out.push(Mention::of("certification", words, Predicate::Certification(certification)));
}

/// The label with the words for its state before it and its noun behind it: "valid California driver's license".
fn grown(line: &Line<'_>, mut words: Range<usize>) -> Range<usize> {
    while line.is_one_of(words.end, NOUNS) {
        words.end += 1;
    }
    words
}

/// "construction license", "Certification as a Medical Assistant", "TEFL cert"; a bare noun names nothing.
fn named_by_noun(line: &Line<'_>, at: usize) -> Option<Range<usize>> {
    if let Some(end) = line
        .matches("in|as an|a|the? _", at + 1)
        .filter(|_| line.is_one_of(at, &["certification", "certificate", "registration", "licensure", "certified"]))
    {
        let stop = (end..line.len()).find(|i| line.is_one_of(*i, NOT_NAMES)).unwrap_or(line.len());
        return Some(at..stop.max(end));
    }
    let start = (0..at).rev().take_while(|i| !NOT_NAMES.contains(&line.word(*i)) && !line.is_sign(*i)).take(4).last()?;
    let tool = line.is_one_of(
        at + 1,
        &[
            "authority", "management", "agreement", "agreements", "program", "number", "fee", "fees", "plate", "process", "system",
            "systems", "records", "software", "renewals",
        ],
    );
    (!tool && !is_of_others(line, &(start..at + 1))).then_some(start..at + 1)
}

/// "Microsoft Certified Solutions Developer (MCSD)": capitals around "Certified".
fn title(line: &Line<'_>, at: usize) -> Option<Range<usize>> {
    let names = |at: usize| line.is_capital(at) && !NOT_NAMES.contains(&line.word(at));
    if !line.is_one_of(at, &["certified"]) || !line.is_capital(at) || !line.is_capital(at + 1) {
        return None;
    }
    let start = (0..at).rev().take_while(|i| names(*i)).last().unwrap_or(at);
    let end = (at + 1..line.len()).find(|i| !line.is_capital(*i)).unwrap_or(line.len());
    let words = start..line.matches("( _ )", end).unwrap_or(end);
    (words.len() >= 3 && !is_of_others(line, &words)).then_some(words)
}

/// "licensed as a professional engineer", "registered with the Health and Care Professions Council".
fn licensed(line: &Line<'_>, at: usize) -> Option<Range<usize>> {
    if !line.is_one_of(at, &["licensed", "licenced", "registered", "certified"]) {
        return None;
    }
    let office = line.matches("practitioner|nurse|member? with the? _7 council|board|register", at + 1);
    let role = line
        .matches("as an|a|the _", at + 1)
        .map(|end| (end..line.len()).find(|i| NOT_NAMES.contains(&line.word(*i))).unwrap_or(line.len()));
    let words = at..office.or(role)?;
    (!is_of_others(line, &words)).then_some(words)
}

/// Certificates that the employer gives, pays or handles.
fn is_of_others(line: &Line<'_>, words: &Range<usize>) -> bool {
    line.find(
        words.start.saturating_sub(6)..words.start,
        &[
            "voter", "register", "maintains", "verifies", "compile", "reimburse", "reimbursement", "pay", "provide", "we", "our", "offer",
            "verify", "statements", "free", "proof", "process", "without", "no", "not",
        ],
    )
    .is_some()
        || line.find(words.clone(), &["voter", "software", "birth", "marriage", "gift", "death", "records"]).is_some()
}

/// "PMP methodology" and "CPR reporting" are skills.
fn is_part_of_skill(line: &Line<'_>, words: &Range<usize>) -> bool {
    line.is_one_of(
        words.end,
        &["reporting", "reports", "methodology", "standards", "processes", "compliance", "audits", "preparation", "formats"],
    ) || line.labels_of(Family::Skill).any(|l| l.words.start <= words.start && words.end <= l.words.end && l.words.len() > words.len())
}

fn status(line: &Line<'_>, words: &Range<usize>) -> CertificationStatus {
    let far = words.start.saturating_sub(8);
    let before = (far..words.start).rev().find(|at| line.is_one_of(*at, &["(", ")", ";"])).map_or(far, |at| at + 1)..words.start;
    let clause_end = line.find(words.end..line.len(), &["(", ")", ";"]).unwrap_or(line.len());
    let obtain = line
        .find(
            before,
            &["obtain", "eligible", "eligibility", "working", "pursuing", "enrolled", "acquire", "willing", "seek", "towards", "within"],
        )
        .is_some();
    let later = line.search("within _2 months|days|year|years of", words.end..clause_end).is_some()
        || line.search("eligible|eligibility", words.end..(words.end + 2).min(line.len())).is_some();
    if obtain || later { CertificationStatus::Obtainable } else { CertificationStatus::Held }
}
