//! How postings ask for a certificate, licence or registration: "valid driver's license", "CPA", "eligible for registration".

use super::{Certification, CertificationStatus};
use crate::{
    kind::{Mention, Predicate, pieces::list_pieces, words::Words},
    line::Line,
    logic::Expr,
    taxonomy::Family,
    value::read_list,
};
use std::ops::Range;

/// Finds the certificates of a line: those the vocabulary knows, then phrases that end in a word for one.
pub(crate) fn read(line: &Line<'_>, out: &mut Vec<Mention>) {
    read_course(line, out);
    for words in line.places(0..line.len(), &["certified"]).filter_map(|at| title(line, at)) {
        push(line, words.clone(), words, out);
    }
    let asked = |words: &Range<usize>| !is_of_others(line, words) && !is_part_of_skill(line, words) && !is_known_only(line, words);
    let labels = line.labels_of(Family::Certificate).map(|l| &l.words).filter(|words| asked(words));
    let mut named: Vec<_> = labels.flat_map(|words| parts(line, words)).map(|name| grown(line, name)).collect();
    named.sort_by_key(|words| std::cmp::Reverse(words.len()));
    for words in named {
        if !shared_noun(line, &words, out) {
            push(line, words.clone(), words, out);
        }
    }
    for words in line.places(0..line.len(), LICENSED).filter_map(|at| licensed(line, at)) {
        push(line, words.clone(), words, out);
    }
    let nouns = &Words::shared().certification.noun;
    for at in 0..line.len() {
        if nouns.has(line, at)
            && out.iter().all(|m| !m.words.contains(&at))
            && line.labels_of(Family::Certificate).all(|l| !l.words.contains(&at))
            && let Some(words) = named_by_noun(line, at).or_else(|| of_trade(line, at))
            && !shared_noun(line, &words, out)
        {
            push(line, words.clone(), words, out);
        }
    }
}

/// Courses that one is certified by: "a post-registration course", "a recognised renal course".
const COURSES: &[&str] = &[
    "post -? registration|graduation|qualification|basic clinical|nursing|specialist? course|courses|qualification|qualifications|training",
    "recognised|recognized|accredited|approved|specialist|mandatory _2 course|courses|qualification",
];

/// "a post registration course, e.g. Oncology or Critical Care": a course with its examples.
fn read_course(line: &Line<'_>, out: &mut Vec<Mention>) {
    let Some(class) = COURSES.iter().find_map(|p| line.search(p, 0..line.len())) else { return };
    if line.labels_in(Family::Degree, class.clone()).next().is_some() || is_of_others(line, &class) {
        return;
    }
    let certified = |words: &Range<usize>| certification(line, words, line.phrase(words).to_owned(), line.phrase(words).to_owned());
    let examples = line.matches(",? eg|e.g|including|like ,?", class.end).or_else(|| line.matches(",? such as", class.end));
    let stop = line.find(class.end..line.len(), &[";", "."]).unwrap_or(line.len());
    let listed = examples
        .filter(|from| *from < stop)
        .and_then(|from| read_list(&list_pieces(line, from..stop, &[Family::Skill, Family::Certificate])));
    let (words, needs) = match listed {
        Some(shape) => {
            let any = shape.items().iter().map(certified).collect();
            (class.start..stop, Expr::Any { any, open: true, class: Some(line.phrase(&class).to_owned()) })
        }
        None => {
            let name = line.matches("recognised|recognized|accredited|approved|mandatory", class.start).unwrap_or(class.start)..class.end;
            if name.len() < 2 {
                return;
            }
            (class, certified(&name))
        }
    };
    out.push(Mention { words, needs, rule: "certification: course" });
}

/// "CPR and First Aid", "CPA/CFA": a label of two certificates is two mentions.
fn parts(line: &Line<'_>, words: &Range<usize>) -> Vec<Range<usize>> {
    let known = |range: &Range<usize>| line.taxonomy.named(Family::Certificate, line.phrase(range)).is_some();
    let mut out = Vec::new();
    let mut rest = words.clone();
    while let Some(join) = line.find(rest.clone(), &["and", "or", "/", "&", ","]) {
        let left = rest.start..join;
        let right = line.matches("and|or|&", join + 1).unwrap_or(join + 1)..rest.end;
        let ends = known(&right) || line.find(right.clone(), &["and", "or", "/", "&", ","]).is_some();
        if left.is_empty() || right.is_empty() || !known(&left) || !ends {
            break;
        }
        out.push(left);
        rest = right;
    }
    out.push(rest);
    out
}

/// "tradesman, journeyman, or master plumbing license": what stands before the last name shares its nouns.
fn shared_noun(line: &Line<'_>, last: &Range<usize>, out: &mut Vec<Mention>) -> bool {
    let words = &Words::shared().certification;
    let shared = last.start + 1..last.end;
    if !words.noun.has(line, last.end.saturating_sub(1)) {
        return false;
    }
    let Some(join) = last.start.checked_sub(1).filter(|at| line.is_one_of(*at, &["or", "and", "/"]) && shared.len() >= 2) else {
        return false;
    };
    let mut items: Vec<usize> = Vec::new();
    let mut at = join;
    while let Some(item) = at.checked_sub(if line.is_one_of(at.saturating_sub(1), &[","]) { 2 } else { 1 }) {
        let known = line.labels_of(Family::Certificate).any(|l| l.words.contains(&item));
        if known || words.no_name.has(line, item) || words.noun.has(line, item) || line.is_sign(item) || line.is_number(item) {
            break;
        }
        items.push(item);
        at = item;
        if !line.is_one_of(item.saturating_sub(1), &[","]) {
            break;
        }
    }
    if items.is_empty() {
        return false;
    }
    let named = |text: String| certification(line, last, text.clone(), text);
    let behind = line.phrase(&shared);
    let mut all: Vec<_> = items.iter().rev().map(|item| named(format!("{} {behind}", line.raw(*item)))).collect();
    all.push(named(line.phrase(last).to_owned()));
    let needs = if line.is_one_of(join, &["and"]) { Expr::all(all) } else { Expr::any(all) };
    let whole = items.last().copied().unwrap_or(last.start)..last.end;
    if out.iter().all(|m| m.words.end <= whole.start || whole.end <= m.words.start) {
        out.push(Mention { words: whole, needs, rule: "certification: shared noun" });
    }
    true
}

fn certification(line: &Line<'_>, words: &Range<usize>, text: String, name: String) -> Expr<Predicate> {
    Expr::Atom(Predicate::Certification(Certification { text, name: Some(name), status: Some(status(line, words)) }))
}

fn push(line: &Line<'_>, words: Range<usize>, name: Range<usize>, out: &mut Vec<Mention>) {
    if out.iter().any(|m| m.words.start < words.end && words.start < m.words.end) {
        return;
    }
    let needs = certification(line, &words, line.phrase(&words).to_owned(), line.phrase(&name).to_owned());
    out.push(Mention { words, needs, rule: "certification" });
}

/// The label with its place before it and its noun behind it: "California driver's license", "nurse on part 1 of the NMC register".
fn grown(line: &Line<'_>, mut words: Range<usize>) -> Range<usize> {
    let classes = &Words::shared().certification;
    words.end = abbreviated(line, &words).unwrap_or(words.end);
    while classes.noun.has(line, words.end) {
        words.end += 1;
    }
    if line.is_one_of(words.start, &["state"])
        || classes.licence.find(line, words.clone()).is_some()
        || line.find(words.clone(), &["bar"]).is_some()
    {
        let place = line
            .labels_of(Family::Place)
            .find(|l| l.words.end == words.start || l.words.end + 1 == words.start && line.is_one_of(l.words.end, &["state"]));
        words.start = place.map_or(words.start, |l| l.words.start);
    }
    if line.find(words.clone(), &["register", "registered", "registration"]).is_some() {
        let start = classes.register.back(line, words.start);
        let named = line.find(start..words.start, &["nurse", "practitioner", "midwife"]);
        words.start = named.map_or(words.start, |_| start);
    }
    words
}

/// "Project Management Professional (PMP)": where the parenthesis closes that holds the same name, shortened.
fn abbreviated(line: &Line<'_>, words: &Range<usize>) -> Option<usize> {
    let close = line.matches("( _ )", words.end)?;
    let short = line.word(words.end + 1);
    let mut initials = words.clone().filter_map(|at| line.word(at).chars().next());
    let same = short.chars().all(|letter| initials.any(|initial| initial == letter));
    (same && words.len() > 1 && short.len() > 1).then_some(close)
}

/// "construction license", "Certification as a Medical Assistant", "TEFL cert"; a bare noun names nothing.
fn named_by_noun(line: &Line<'_>, at: usize) -> Option<Range<usize>> {
    let classes = &Words::shared().certification;
    let is_end = |i: usize| classes.no_name.has(line, i) || classes.end.has(line, i);
    if let Some(end) = line
        .matches("in|as an|a|the? _", at + 1)
        .filter(|_| line.is_one_of(at, &["certification", "certificate", "registration", "licensure", "certified"]))
        && !is_end(end - 1)
    {
        let stop = (end..line.len()).find(|i| is_end(*i)).unwrap_or(line.len());
        return Some(at..stop.max(end));
    }
    // "license to operate a crane", "registration with the Board of Nursing": what it is for, or who keeps it
    let purpose = line.matches("to operate|drive|practice|practise an|a|the? _", at + 1).filter(|_| classes.licence.has(line, at));
    let keeper =
        line.matches("with the|a? _", at + 1).filter(|end| line.is_one_of(at, &["registration", "licensure"]) && line.is_capital(end - 1));
    if let Some(end) = purpose.or(keeper) {
        let goes_on = |i: usize| if keeper.is_some() { line.is_capital(i) || line.is_one_of(i, &["of", "for"]) } else { !is_end(i) };
        let stop = (end..line.len()).find(|i| !goes_on(*i)).unwrap_or(line.len());
        let words = at..line.matches("or an|a|the? _", stop).filter(|_| purpose.is_some()).unwrap_or(stop);
        return (!is_of_others(line, &words)).then_some(words);
    }
    let start = (0..at).rev().take_while(|i| !is_end(*i) && !line.is_sign(*i)).take(4).last()?;
    let words = start..at + 1;
    let loose = line.is_one_of(at, &["registration", "registrations", "certificates", "certifications"]);
    let named = !loose || (start..at).any(|i| i > 0 && line.is_capital(i) || classes.profession.has(line, i));
    (named && !classes.tool.has(line, at + 1) && !is_of_others(line, &words)).then_some(words)
}

/// "relevant certifications", "industry certification": one of the trade, whichever it is.
fn of_trade(line: &Line<'_>, at: usize) -> Option<Range<usize>> {
    const TRADE: &[&str] = &["relevant", "related", "industry", "professional", "applicable", "appropriate", "technical"];
    const NAMES: &[&str] = &["from", "in", "such", "like", "including", "(", "of", ":", "e.g", "eg", "as", "by", "programs", "program"];
    let start = (0..at).rev().take_while(|i| line.is_one_of(*i, TRADE)).take(3).last()?;
    let noun = line.is_one_of(at, &["certification", "certifications", "licensure"]);
    let begins = start == 0 || line.is_one_of(start - 1, &["a", "an", "any", "with", "hold", "holds", "have", "has", "possess", "valid"]);
    (noun && begins && !line.is_one_of(at + 1, NAMES) && !is_of_others(line, &(start..at + 1))).then_some(start..at + 1)
}

/// "knowledge of CPR and its uses": a subject, not a certificate.
fn is_known_only(line: &Line<'_>, words: &Range<usize>) -> bool {
    let from = (0..words.start).rev().find(|at| line.is_one_of(*at, &[";", ".", "with"])).map_or(0, |at| at + 1);
    let head = line.search("knowledge|understanding|awareness|familiarity|familiar of|in|with", from..words.start);
    let noun = Words::shared().certification.noun.find(line, words.start..(words.end + 3).min(line.len()));
    head.is_some_and(|head| line.find(head.end..words.start, &["certified", "licensed", "certification", "must", "hold"]).is_none())
        && noun.is_none()
}

/// "Microsoft Certified Solutions Developer (MCSD)": capitals around "Certified".
fn title(line: &Line<'_>, at: usize) -> Option<Range<usize>> {
    let names = |at: usize| line.is_capital(at) && !Words::shared().certification.no_name.has(line, at);
    if !line.is_capital(at) || !line.is_capital(at + 1) {
        return None;
    }
    let start = (0..at).rev().take_while(|i| names(*i)).last().unwrap_or(at);
    let end = (at + 1..line.len()).find(|i| !line.is_capital(*i)).unwrap_or(line.len());
    let words = start..line.matches("( _ )", end).unwrap_or(end);
    (words.len() >= 3 && !is_of_others(line, &words)).then_some(words)
}

/// Words that say that somebody holds a licence.
const LICENSED: &[&str] = &["licensed", "licenced", "registered", "certified", "qualified", "admitted"];

/// "licensed as a professional engineer", "registered with the Health and Care Professions Council".
fn licensed(line: &Line<'_>, at: usize) -> Option<Range<usize>> {
    let office = line.matches("practitioner|nurse|member? with the? _7 council|board|register", at + 1);
    let role = line
        .matches("as an|a|the _", at + 1)
        .map(|end| (end..line.len()).find(|i| Words::shared().certification.no_name.has(line, *i)).unwrap_or(line.len()));
    let practice = line.matches("or|and? licensed|eligible|admitted? to practice|practise _", at + 1); // "qualified to practice law"
    let words = at..office.or(role).or(practice)?;
    (!is_of_others(line, &words)).then_some(words)
}

/// Certificates that the employer gives, pays or handles.
fn is_of_others(line: &Line<'_>, words: &Range<usize>) -> bool {
    let classes = &Words::shared().certification;
    classes.of_others.find(line, words.start.saturating_sub(6)..words.start).is_some()
        || classes.not_asked.find(line, words.clone()).is_some()
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
