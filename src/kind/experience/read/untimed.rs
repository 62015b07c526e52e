//! Experience without a length: in a setting ("Industry experience"), a role ("experience as a nurse"), a place of work, an
//! industry ("experience in banking or insurance"), or with the people or animals that a job is for.
//!
//! Experience of a task, a subject or a tool is a skill, and is left to the phrases.

use super::{
    areas::{areas, areas_end, list_areas, trim_area},
    settings,
};
use crate::{
    kind::{Experience, Mention, Predicate, heads::Heads, pieces::list_pieces, words::Words},
    line::Line,
    logic::Expr,
    taxonomy::Family,
    value::{Shape, read_list},
};
use std::ops::Range;

/// The longest name of a place of work or of those it is for, in words.
const LONGEST_NAME: usize = 8;

/// Finds the experience of a line that has no length.
pub(super) fn read(line: &Line<'_>, out: &mut Vec<Mention>) {
    let nouns = &Words::shared().experience.noun;
    for at in 0..line.len() {
        if nouns.has(line, at)
            && out.iter().all(|m| !m.words.contains(&at))
            && let Some(mention) = untimed(line, at)
        {
            out.push(mention);
        }
    }
    for at in line.places(0..line.len(), &["experienced"]) {
        // "experienced in working in a busy kitchen"
        if line.matches("in|with|at working|operating|serving", at + 1).is_some()
            && let Some(name) = place_of_work(line, at + 1)
            && out.iter().all(|m| m.words.end <= at || name.end <= m.words.start)
        {
            out.push(mention(line, at..name.end, list_areas(line, trim_area(line, name))));
        }
    }
    read_posts(line, out);
}

fn untimed(line: &Line<'_>, at: usize) -> Option<Mention> {
    let outside = &Words::shared().experience.outside;
    let of_name = |at: usize| {
        !outside.has(line, at) || line.is_one_of(at, &["or", "/", "and"]) && at > 0 && Heads::shared().setting(line.raw(at - 1)).is_some()
    };
    let start = (0..at).rev().take_while(|i| of_name(*i)).take(6).last().unwrap_or(at);
    if line.is_one_of(at, &["internship", "internships", "co-op"]) {
        let previous = line.find(start..at, &["previous", "prior", "past", "related", "relevant"]);
        return Some(mention(line, previous?..at + 1, Vec::new()));
    }
    if let Some(some) = line.search("several|many|multiple years of|'?", 0..at).filter(|some| at - some.end <= LONGEST_NAME / 2) {
        // "several years of scientific experience in biology"
        let (end, areas) = areas(line, some.end, line.len(), Some(at));
        return Some(mention(line, some.start..end.max(at + 1), areas));
    }
    if let Some(role) = role(line, at) {
        let end = areas_end(line, role, line.len());
        let area = trim_area(line, role..end);
        return Some(mention(line, start..end, list_areas(line, area)));
    }
    if let Some(name) = place_of_work(line, at).or_else(|| served(line, at)) {
        return Some(mention(line, at..name.end, list_areas(line, trim_area(line, name))));
    }
    industries(line, at).or_else(|| named(line, start, at))
}

/// "experience as a nurse", "experience being a team lead": where the role begins.
fn role(line: &Line<'_>, at: usize) -> Option<usize> {
    let lead = line.matches("working|employed|acting|serving|practicing? as|being", at + 1)?;
    let article = line.matches("an|a|the", lead).or_else(|| line.matches("in - house", lead).map(|_| lead));
    let other = ["well", "required", "needed", "described", "necessary", "per", "outlined", "listed", "noted", "part", "follows"];
    article.or_else(|| (line.is_capital(lead) && !other.contains(&line.word(lead))).then_some(lead))
}

/// "Retail experience", "leadership experience": what stands before the noun.
fn named(line: &Line<'_>, start: usize, at: usize) -> Option<Mention> {
    let phrase = trim_area(line, start..at);
    let named = line.phrase(&(start..at));
    let in_setting = settings(line, &(start..at));
    let heads = Heads::shared();
    // "project management" is a task, "retail management" a role in an industry
    let task = line.labels_of(Family::Skill).any(|l| l.words.len() > 1 && l.words == phrase)
        && line.is_one_of(phrase.end.saturating_sub(1), &["management"])
        && !heads.is_industry(line.phrase(&phrase));
    let is_area = !task && (!phrase.is_empty() && heads.is_area(line.phrase(&phrase)) || heads.is_area(named));
    if in_setting.is_empty() && !is_area || names_tool(line, at) {
        return None;
    }
    let areas = if is_area && heads.setting(line.phrase(&phrase)).is_none() { list_areas(line, phrase) } else { Vec::new() };
    Some(mention(line, start..at + 1, areas))
}

/// "commercial experience developing in Java": experience with a tool, wherever it was gathered.
fn names_tool(line: &Line<'_>, at: usize) -> bool {
    let leads = line.matches("with|using", at + 1).is_some() || line.word(at + 1).len() > 4 && line.word(at + 1).ends_with("ing");
    leads && line.labels_in(Family::Skill, at + 2..(at + 6).min(line.len())).any(|label| line.is_capital(label.words.start))
}

/// "experience in a surgical setting", "experience in the retail industry", "experience working in community pharmacy": the name of
/// the place.
fn place_of_work(line: &Line<'_>, at: usize) -> Option<Range<usize>> {
    let start = line
        .matches(
            "of? specifically|directly? working|operating|practicing|serving|performing|employed|selling? in|within|at|from or? with|for? an|a|the|either? the?",
            at + 1,
        )
        .or_else(|| line.matches("specifically|directly? working for an|a|the?", at + 1))
        .or_else(|| line.matches("working|serving? on|with a|an", at + 1).filter(|start| is_in_company(line, *start)))
        .filter(|start| !begins_with_task(line, *start))?;
    if let Some(end) = listed_places(line, start) {
        return Some(start..end);
    }
    let heads = Heads::shared();
    let limit = (start + LONGEST_NAME).min(line.len());
    let stops = &Words::shared().experience.place_stop;
    let stop = (start..limit).find(|i| stops.has(line, *i) || line.is_one_of(*i, &[",", "and", "or"])).unwrap_or(limit);
    match (start..stop).rev().find(|i| heads.is_place(line.word(*i))) {
        Some(place) => (!is_of_task(line, start, place)).then_some(start..place + 1),
        None => (line.is_one_of(at + 1, &["working"]) && heads.is_area(line.phrase(&(start..stop)))).then_some(start..stop),
    }
}

/// "in maintaining warehouse systems": what was done, not where.
fn begins_with_task(line: &Line<'_>, at: usize) -> bool {
    line.word(at).len() > 5 && line.word(at).ends_with("ing") && Heads::shared().is_verb(line.word(at).trim_end_matches("ing"))
}

/// "on a scrum team", "with a global marketing organization": others that one worked among.
fn is_in_company(line: &Line<'_>, start: usize) -> bool {
    let limit = (start + LONGEST_NAME).min(line.len());
    let stop = line.find(start..limit, &[",", "and", "or", ".", ";", "(", "to", "for", "with"]).unwrap_or(limit);
    let last = line.find(start..stop, &["team", "organization", "organisation", "company", "firm", "agency", "startup"]);
    last.is_some_and(|last| last > start)
}

/// "in the area of statistics", "in a Linux environment", "in a team environment": what is known or how one works, no place.
fn is_of_task(line: &Line<'_>, start: usize, place: usize) -> bool {
    let subject = line.is_one_of(place, &["field", "area", "space", "domain"]) && line.is_one_of(place + 1, &["of"]);
    let team = line.is_one_of(start, &["team"]) || line.find(start..place, &["teams"]).is_some();
    let longer = line.label_at(Family::Skill, start).is_some_and(|l| l.words.end > place + 1);
    let tool = line.is_one_of(place, &["environment", "environments"])
        && settings(line, &(start..place)).is_empty()
        && line
            .labels_in(Family::Skill, start..place)
            .any(|l| l.words.len() == 1 && l.words.end == place && !Heads::shared().is_area(line.phrase(&l.words)));
    subject || team || longer || tool
}

/// "experience from the banking, insurance, or retail industry": names that share the noun for a place of work.
fn listed_places(line: &Line<'_>, start: usize) -> Option<usize> {
    let limit = (start + 18).min(line.len());
    let noun = (start..limit).find(|at| Words::shared().experience.place.has(line, *at))?;
    let part = |at: usize| {
        !Words::shared().experience.place_stop.has(line, at) && !line.is_one_of(at, &["in"]) && !Heads::shared().is_verb(line.word(at))
    };
    let listed = line.find(start..noun, &["and", "or", "/", ","]).is_some();
    (listed && noun > start && (start..noun).all(part)).then_some(noun + 1)
}

/// "experience working with children", "experience servicing insurance companies": those whom a job is for.
fn served(line: &Line<'_>, at: usize) -> Option<Range<usize>> {
    let classes = &Words::shared().experience;
    let start = line.matches(
        "specifically|directly? working|caring|supporting|teaching|serving|helping|treating|nursing with|for|or? servicing|serving?",
        at + 1,
    )?;
    let limit = (start + LONGEST_NAME).min(line.len());
    let stop = (start..limit).find(|i| classes.place_stop.has(line, *i) || line.is_one_of(*i, &[","])).unwrap_or(limit);
    let last = (start..stop).rev().find(|i| classes.served.has(line, *i))?;
    if last == start && classes.anyone.has(line, last) {
        return None;
    }
    let end = areas_end(line, last + 1, (last + LONGEST_NAME).min(line.len())).max(last + 1);
    Some(at + 1..line.find(last + 1..end, &[",", "and", "or"]).unwrap_or(end))
}

/// "experience in banking, insurance or retail": each is one, where all are industries or kinds of work.
fn industries(line: &Line<'_>, at: usize) -> Option<Mention> {
    let start = line.matches("experience|background in|within the|an|a|either?", at)?;
    let end = areas_end(line, start, line.len());
    let shape = read_list(&list_pieces(line, start..end, &[Family::Skill, Family::Field]))?;
    let heads = Heads::shared();
    let related = |words: &Range<usize>| is_related(line, words);
    let known = |words: Range<usize>| {
        !line.is_one_of(words.start, &["with"]) && (related(&words) || heads.is_industry(line.phrase(&trim_area(line, words))))
    };
    let items = shape.items();
    // "background in fintech, HR tech or SaaS": one that is known tells what the others are
    let told = line.is_one_of(at, &["background"]) && items.iter().all(|item| item.len() <= 3) && items.iter().cloned().any(known);
    if shape.has_class() || items.iter().all(related) || !told && !items.into_iter().all(known) {
        return None;
    }
    let mut first = Some(at);
    Some(Mention { words: at..end, needs: needs(line, &shape, &mut first), rule: "experience: industry" })
}

/// The experience of each item of a list; the text of the first begins at the noun.
fn needs(line: &Line<'_>, shape: &Shape, first: &mut Option<usize>) -> Expr<Predicate> {
    match shape {
        Shape::All(parts) | Shape::Any(parts) => {
            let named = parts.iter().filter(|part| !matches!(part, Shape::Item(words) if is_related(line, words)));
            let parts = named.map(|part| needs(line, part, first)).collect();
            if matches!(shape, Shape::All(_)) { Expr::all(parts) } else { Expr::any(parts) }
        }
        Shape::Item(words) => item(line, words, first),
        Shape::Class { members, .. } => needs(line, members, first),
    }
}

/// "a related field": a field that names none.
fn is_related(line: &Line<'_>, words: &Range<usize>) -> bool {
    line.matches("a|an|the? related|similar|relevant field|fields|industry|industries|area|areas|discipline", words.start)
        == Some(words.end)
}

fn item(line: &Line<'_>, words: &Range<usize>, first: &mut Option<usize>) -> Expr<Predicate> {
    let area = trim_area(line, words.clone());
    let text = first.take().unwrap_or(area.start)..area.end;
    Expr::Atom(experience(line, &text, vec![line.phrase(&area).to_owned()]))
}

/// "currently working as a staff nurse", "has worked as a teacher", "have worked in a startup environment".
fn read_posts(line: &Line<'_>, out: &mut Vec<Mention>) {
    let free = |out: &[Mention], words: &Range<usize>| out.iter().all(|m| m.words.end <= words.start || words.end <= m.words.start);
    if let Some(place) = line.search("has|have|previously worked in|at|for|within", 0..line.len())
        && let Some(name) = place_of_work(line, place.end - 2)
    {
        let words = place.end - 2..name.end;
        if free(out, &words) {
            out.push(mention(line, words, list_areas(line, trim_area(line, name))));
        }
    }
    if let Some(lead) = line.search("previous|prior|past roles|positions|role|position in|within|as", 0..line.len()) {
        let end = areas_end(line, lead.end, line.len());
        let area = trim_area(line, lead.end..end);
        if !area.is_empty() && free(out, &(lead.start..end)) {
            out.push(mention(line, lead.start..end, list_areas(line, area)));
        }
    }
    let Some(lead) = line.search("currently|previously|has|have working|employed|worked|work in|as|at an|a|the?", 0..line.len()) else {
        return;
    };
    let end = areas_end(line, lead.end, line.len());
    let area = trim_area(line, lead.end..end);
    let role = line.is_one_of(line.search("as|at|in", lead.clone()).map_or(0, |r| r.start), &["as"]);
    if !area.is_empty() && role && free(out, &(lead.start..end)) {
        out.push(mention(line, lead.start..end, list_areas(line, area)));
    }
}

fn mention(line: &Line<'_>, words: Range<usize>, areas: Vec<String>) -> Mention {
    let experience = experience(line, &words, areas);
    Mention::of("experience", words, experience)
}

fn experience(line: &Line<'_>, words: &Range<usize>, areas: Vec<String>) -> Predicate {
    let text = line.phrase(words).to_owned();
    Predicate::Experience(Experience { text, min_months: None, max_months: None, areas, settings: settings(line, words) })
}
