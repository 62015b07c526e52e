//! A group: a head and the phrases it heads, "proficiency in | SQL, Python and data warehouses such as Snowflake".

use super::{Lead, joins, leaf};
use crate::{
    kind::{
        SkillLevel,
        heads::{Head, HeadKind, Heads},
        pieces::token_at,
        trait_::task,
        words::Words,
    },
    line::Line,
    taxonomy::Family,
    value::Token,
};
use std::ops::Range;

/// Verbs between a disposition and what one has besides: "able to learn while possessing …".
const HAVING: &[&str] = &["possessing", "having", "demonstrating", "exhibiting", "displaying", "showing"];

const DASHES: &[&str] = &["\u{2013}", "\u{2014}", "-"];

/// A head with the stretch of words that it heads.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub(super) words: Range<usize>,
    pub(super) head: Option<Head>,
    pub(super) list: Range<usize>,
    /// Words inside `list` that only say why or how; examples of a class may follow them.
    pub(super) aside: Range<usize>,
    /// One item of the list is enough, as is said before it.
    pub(super) alternatives: bool,
    /// A wish that stands beside the head: "interest | and experience in".
    pub(super) wish: Option<Wish>,
}

/// A noun of wishing beside a head, which has the same object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wish {
    /// The noun: "interest".
    pub(super) noun: Range<usize>,
    /// One of both is enough: "interest or experience".
    pub(super) alternative: bool,
}

/// Reads the group that begins at `at`, and says where it ends. `limit` is where the next mention begins.
pub(super) fn read(line: &Line<'_>, at: usize, limit: usize) -> (Option<Group>, usize) {
    let (heads, words) = (Heads::shared(), &Words::shared().phrase);
    let mut start = at;
    let mut head = heads.head_at(line, start);
    if let Some(clause) = habit(line, start).filter(|clause| *clause < limit) {
        let end = group_end(line, clause, limit, None);
        let head = Some(Head { kind: HeadKind::Trait, level: None, end: clause });
        return (Some(Group { words: at..end, head, list: clause..end, aside: end..end, alternatives: false, wish: None }), end);
    }
    while head.is_none_or(|h| h.kind == HeadKind::Grade && words.lead.has(line, start))
        && start < limit
        && words.lead.has(line, start)
        && (!begins_label(line, start)
            || line.is_one_of(start, &["be", "a", "an"]) && start + 1 < limit && !line.is_one_of(start + 1, &["/"]))
    {
        start += 1;
        head = heads.head_at(line, start);
    }
    if start >= limit {
        return (None, limit);
    }
    head = head.map(|head| before_company(line, head));
    let wish = heads.wish_at(line, start, head).map(|(noun, joined)| Wish {
        noun: noun..noun + 1,
        alternative: line.is_one_of(if noun < joined { noun + 1 } else { joined }, &["or"]),
    });
    // "knowledge of and interest in | robotics": the object stands behind the wish
    let behind = wish.as_ref().filter(|wish| head.is_some_and(|h| h.end < wish.noun.start)).map(|wish| wish.noun.end);
    let list_start = behind.map(|end| line.matches("in|for|of|with|about", end).unwrap_or(end)).or(head.map(|h| h.end)).unwrap_or(start);
    if list_start >= limit {
        // "experience | must include …": a head alone, whose list may stand behind a cue
        let alone =
            head.map(|_| Group { words: at..limit, head, list: limit..limit, aside: limit..limit, alternatives: false, wish: None });
        return (alone, limit.max(start + 1));
    }
    let end = group_end(line, list_start, limit, head);
    if let Some(colon) = label_colon(line, start, end, head) {
        // "One or more of: …" says how the list is meant; another label says nothing.
        let alternatives = line.search("one or more", at..colon).or_else(|| line.search("any|one|either of", at..colon)).is_some();
        if !alternatives {
            return (None, colon + 1);
        }
        return (Some(Group { words: at..end, head: None, list: colon + 1..end, aside: end..end, alternatives: false, wish: None }), end);
    }
    let aside = purpose(line, list_start..end, head);
    let list = if aside.end >= end { list_start..aside.start } else { list_start..end };
    (Some(Group { words: at..end, head, list, aside, alternatives: false, wish }), end)
}

/// "a problem solver who | navigates ambiguity": what somebody does by nature; where the clause begins.
fn habit(line: &Line<'_>, at: usize) -> Option<usize> {
    let verb = line.matches("who", at)?;
    let word = line.word(verb);
    let stem = word.strip_suffix('s').filter(|stem| stem.len() > 2)?;
    let be = matches!(word, "is" | "has" | "was" | "possesses" | "understands" | "knows" | "does" | "demonstrates" | "brings" | "needs");
    (!be && (Heads::shared().is_verb(stem) || !stem.ends_with('s'))).then_some(verb)
}

/// "comfortable | working with a wide range of people": with whom one works is a task of its own; with what, only says of what.
fn before_company(line: &Line<'_>, head: Head) -> Head {
    let work = head.end.saturating_sub(2);
    let clause = line.find(head.end..line.len(), &[",", ";", ".", "(", "and", "or"]).unwrap_or(line.len());
    let social = head.kind == HeadKind::Skill
        && line.is_one_of(work, &["working"])
        && task::nature(line, &(work..clause)) == Some(task::Nature::Disposition);
    if social { Head { end: work, ..head } } else { head }
}

fn begins_label(line: &Line<'_>, at: usize) -> bool {
    [Family::Skill, Family::Trait]
        .into_iter()
        .any(|family| line.label_at(family, at).is_some_and(|l| l.words.len() > 1 || line.word(at).len() > 4))
}

/// Where a group ends: at a stop, or where a conjunction, a comma or "with" leads to another head.
fn group_end(line: &Line<'_>, start: usize, limit: usize, head: Option<Head>) -> usize {
    let heads = Heads::shared();
    let mut depth = 0_usize;
    let mut at = start;
    while at < limit {
        match line.word(at) {
            "(" | "[" => depth += 1,
            ")" | "]" => depth = depth.saturating_sub(1),
            ";" | "•" if depth == 0 => return at,
            "." if depth == 0 && !is_initial(line, at) => return at,
            _ => {}
        }
        if depth == 0 && at > start && line.is_one_of(at, JOINING) {
            // "Familiarity with machine learning: experience in building models": a head behind a colon begins a thing of its own
            if line.is_one_of(at, &[":"]) && headed(head) && heads.head_at(line, at + 1).is_some_and(|h| headed(Some(h)) && h.end <= limit)
            {
                return at;
            }
            let parts = line.is_spaced(at) || !line.is_one_of(at, &["-"]);
            if line.is_one_of(at, DASHES) && parts && line.is_one_of(at + 1, &["you", "you're", "you'll", "you've", "we", "they"]) {
                return at; // "… marketing economics - you can build a model"
            }
            let (token, after) = token_at(line, at, limit);
            let joins = matches!(token, Token::Comma | Token::And | Token::Or | Token::Slash)
                || line.is_one_of(at, DASHES) && line.is_spaced(at) && line.is_spaced(at + 1)
                || line.is_one_of(at, &["with", "plus", "while", "coupled", "combined", "who"])
                || includes_head(line, at);
            if joins
                && (habit(line, at).is_some()
                    || leads_to_grade(line, heads, at, head)
                    || leads_to_head(line, heads, after, limit, head)
                    || leads_to_trait(line, heads, at, limit, head))
            {
                return at;
            }
        }
        at += 1;
    }
    limit
}

/// The words at which a group may end: all that [`token_at`] takes for a join, and what may lead to another head.
const JOINING: &[&str] = &[
    ":", "\u{2013}", "\u{2014}", "-", ",", "•", "and", "or", "&", "+", "as", "along", "/", "with", "plus", "while", "coupled", "combined",
    "who", "including",
];

/// "analytical skills, including the ability to": a part that has a head of its own. Without the comma it is a list of examples.
fn includes_head(line: &Line<'_>, at: usize) -> bool {
    const PART: &str = "including the|an|a? _1 \
        ability|capacity|willingness|skill|experience|knowledge|understanding|familiarity|proficiency|expertise";
    line.is_one_of(at.saturating_sub(1), &[","]) && line.matches(PART, at).is_some()
}

/// Whether a head says what its phrases are.
fn headed(head: Option<Head>) -> bool {
    head.is_some_and(|h| matches!(h.kind, HeadKind::Skill | HeadKind::Ability))
}

/// "E. coli": the stop behind a single capital ends nothing where small letters follow.
pub(super) fn is_initial(line: &Line<'_>, stop: usize) -> bool {
    stop > 0 && line.raw(stop - 1).len() == 1 && line.is_capital(stop - 1) && !line.is_capital(stop + 1)
}

fn leads_to_head(line: &Line<'_>, heads: &Heads, after: usize, limit: usize, own: Option<Head>) -> bool {
    let mut at = after;
    while at < limit
        && (line.is_one_of(
            at,
            &[
                "and", "or", "the", "a", "an", "also", "must", "have", "has", "be", "possess", "be", "you", "with", "as", "well", "to",
                "is", "are", "should", "will", "would", "who", "display", "preferably", "ideally", "their", "your",
            ],
        ) || line.is_one_of(at, HAVING)
            || line.is_sign(at) && !line.is_one_of(at, &["(", ")"]))
    {
        at += 1;
    }
    match heads.head_at(line, at).filter(|_| at < limit) {
        Some(head) if head.kind == HeadKind::Grade => {
            // "able to learn while possessing strong … skills"
            let had = line.is_one_of(at - 1, &["possess"]) || line.is_one_of(at - 1, HAVING);
            tail_ahead(line, heads, head.end, limit) && (had || own.is_none_or(|o| o.kind != HeadKind::Ability))
        }
        Some(head) => {
            head.end <= limit
                && !(line.is_one_of(at, &["understand", "know", "use", "experience", "understanding"])
                    && own.is_some_and(|o| o.kind == HeadKind::Ability))
        }
        None => false,
    }
}

/// "highly organized with strong process management": behind a disposition or a graded name, a grade begins a thing of its own.
fn leads_to_grade(line: &Line<'_>, heads: &Heads, at: usize, own: Option<Head>) -> bool {
    let named = own.is_some_and(|head| matches!(head.kind, HeadKind::Skill | HeadKind::Ability));
    line.is_one_of(at, &["with"]) && !named && heads.grade_at(line, at + 1).is_some()
}

/// "a team player with strong attention to detail", "…, is innovative": what "with" or a verb of being leads to is a disposition of
/// its own.
fn leads_to_trait(line: &Line<'_>, heads: &Heads, at: usize, limit: usize, own: Option<Head>) -> bool {
    let is = line.matches(", and? is|are", at).is_some_and(|to| line.label_at(Family::Trait, to).is_some_and(|l| l.words.end <= limit));
    let Some(with) = line.matches("coupled|combined? with", at) else { return is };
    let from = line.matches("being? a|an|the", with).unwrap_or(with);
    let graded = heads.grade_at(line, from).map_or(from, |(_, end)| end);
    // "relationships with internal and external stakeholders": with whom is no disposition of its own
    let people = |label: &Range<usize>| heads.is_people(line.word(label.end - 1));
    // "able to deliver messages with credibility": a single word says how a task is done
    let task = own.is_some_and(|head| head.kind == HeadKind::Ability) && graded == from;
    if task && own.is_some_and(|head| head.end + 1 == at) {
        return false; // "able to deal | with the ambiguity"
    }
    let manner = |label: &Range<usize>| task && label.len() == 1 && line.label_at(Family::Trait, label.end).is_none();
    let whole = |label: &Range<usize>| label.end <= limit && !people(label) && !manner(label);
    let named = |at: usize| at < limit && line.label_at(Family::Trait, at).is_some_and(|l| whole(&l.words));
    named(from) || named(graded)
}

/// Whether a head noun stands between here and the next comma or stop: "strong … skills".
fn tail_ahead(line: &Line<'_>, heads: &Heads, from: usize, limit: usize) -> bool {
    // "… and professional development and the ability to": the noun behind a second join has a phrase of its own
    let parts = |at: usize| {
        line.is_one_of(at, &[",", ";", ".", "(", ")"])
            || line.matches("and|or|with the|a|an?", at).is_some_and(|next| heads.noun_at(line, next).is_some())
    };
    (from..limit).take_while(|at| !parts(*at)).take(8).any(|at| heads.noun_at(line, at).is_some())
}

/// "Software skills: Python, R": a label before the list, which says nothing itself.
fn label_colon(line: &Line<'_>, start: usize, end: usize, head: Option<Head>) -> Option<usize> {
    if head.is_some_and(|h| matches!(h.kind, HeadKind::Skill | HeadKind::Ability)) {
        return None;
    }
    (start..end).take(8).find(|at| line.is_one_of(*at, &[":"]))
}

/// The farthest that "to" stands behind "use" where both tell of one task, in words.
const LONGEST_MEANS: usize = 4;

/// The words with which a purpose may begin, beside those that always cut a phrase.
const PURPOSE: &[&str] = &["to", "in", "within", "across", "when", "as", "through", "by", "for", "during", "among", "using", "inclusive"];

/// What only says why or how: "… to build robust pipelines", "skills in a cross functional setting", up to examples behind it
/// ("tools to verify contacts (i.e. ZoomInfo)") or the end.
fn purpose(line: &Line<'_>, range: Range<usize>, head: Option<Head>) -> Range<usize> {
    let heads = Heads::shared();
    let ability = head.is_some_and(|h| h.kind == HeadKind::Ability);
    let nature = head.is_some_and(|h| h.kind == HeadKind::Trait);
    for at in range.start + 1..range.end {
        if !line.is_one_of(at, PURPOSE) && !Words::shared().phrase.cut.has(line, at) {
            continue;
        }
        let tail = at > range.start && heads.noun_at(line, at - 1).is_some() && (at - 1 > range.start || head.is_none());
        let to_verb = line.is_one_of(at, &["to"])
            && !(nature && at <= range.start + 2) // "willing to learn", "desire always to learn"
            && heads.is_verb(line.word(if line.word(at + 1).ends_with("ly") { at + 2 } else { at + 1 }))
            && !line.is_one_of(at - 1, &["how", "ability", "able", "related", "limited", "willingness", "desire", "need", "and", "or"])
            && heads.head_at(line, at - 1).is_none_or(|h| h.kind != HeadKind::Trait); // "eagerness to learn"
        // "use evidence to support a case": what something unnamed is used for says what is done with it
        let use_of_thing = line.is_one_of(range.start, &["use", "using", "leverage", "leveraging", "utilize", "utilizing"])
            && at <= range.start + LONGEST_MEANS
            && line.labels_in(Family::Skill, range.start + 1..at).all(|label| !line.is_capital(label.words.start));
        let to_verb = to_verb && !use_of_thing;
        let place = tail
            && line.is_one_of(at, &["in", "within", "across", "when", "as", "through", "by", "for", "during", "among"])
            && line.labels_in(Family::Skill, at..range.end).next().is_none();
        let manner = (at > range.start + 1 || line.label_at(Family::Skill, range.start).is_some_and(|l| l.words.end == at))
            && line.matches("in|within a|an _3 environment|setting|manner|pace|atmosphere", at).is_some()
            && !line.is_one_of(at - 1, &["or", "and"]) // "work individually or in a team environment"
            && line.label_at(Family::Trait, range.start).is_none();
        // "Microsoft Excel for data transformation, analysis and presentation": what a named thing is used for.
        let use_of_name = line.is_one_of(at, &["for"])
            && leaf::is_a_name(line, &(range.start..at))
            && (at + 1..range.end).all(|i| !line.is_capital(i) || line.is_sign(i));
        // "…, using whole numbers and fractions": means that nothing names
        let means = line.is_one_of(at, &["using"])
            && line.is_one_of(at - 1, &[","])
            && joins::by_means_of(line, at).is_none()
            && (at..range.end).all(|i| !line.is_capital(i));
        let gone = manner
            || means
            || use_of_name
            || Words::shared().phrase.cut.has(line, at)
                && !begins_clause(line, range.start)
                && line.matches("who is|are", at).is_none()
                && joins::by_means_of(line, at).is_none()
            || line.matches("in order to", at).is_some()
            || line.matches("inclusive of", at).is_some() && line.is_one_of(at - 1, &[","])
            || line.matches("in support of", at).is_some()
            || line.matches("as applied to", at).is_some() && ability;
        if gone || place || (to_verb && (tail || !ability || !line.is_one_of(at - 1, &[","]))) {
            let examples = (at..range.end)
                .find(|i| line.is_one_of(*i, &["("]) || matches!(token_at(line, *i, range.end).0, Token::Example | Token::Namely))
                .filter(|i| !names_people(line, i.saturating_sub(1)));
            return at..examples.unwrap_or(range.end);
        }
    }
    range.end..range.end
}

/// "what would benefit users most", "how social media works": the clause is what is known.
pub(super) fn begins_clause(line: &Line<'_>, at: usize) -> bool {
    line.is_one_of(at, &["how", "what", "why", "when", "whether", "where"])
}

/// "all types of partners (product managers, engineers)": the list names people, not things one knows.
fn names_people(line: &Line<'_>, at: usize) -> bool {
    Heads::shared().is_people(line.word(at)) || line.is_one_of(at, &["team", "functions", "groups"])
}

/// What a head that stands farther before makes of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Carried {
    pub(super) lead: Lead,
    /// One item of the list is enough.
    pub(super) alternatives: bool,
}

/// What a head makes of phrases that stand apart from it.
fn lead_of(head: Head) -> Option<Lead> {
    match head.kind {
        HeadKind::Skill => Some(Lead::Skill),
        HeadKind::Ability => Some(Lead::Ability),
        _ => None,
    }
}

impl Group {
    /// Whether a head says what the phrases are.
    pub(super) fn has_head(&self) -> bool {
        self.head.is_some_and(|h| h.kind != HeadKind::Grade)
    }

    /// Whether it is a task: "able to …".
    pub(super) fn is_ability(&self) -> bool {
        self.head.is_some_and(|h| h.kind == HeadKind::Ability)
    }

    /// What a head with a colon makes of the clauses behind it: "the ability to: work alone; lead others".
    pub(super) fn carries(&self, line: &Line<'_>) -> Option<Carried> {
        let head = self.head.filter(|head| line.is_one_of(head.end.saturating_sub(1), &[":"]))?;
        Some(Carried { lead: lead_of(head)?, alternatives: false })
    }

    /// What a head makes of a list from which a cue parts it: "experience with any of the following | is a plus: A, B", "experience |
    /// must include A and B". The cue ends at `behind`.
    pub(super) fn announces(&self, line: &Line<'_>, behind: usize) -> Option<Carried> {
        line.matches(":|include|includes", behind)?;
        let lead = lead_of(self.head?)?;
        let alternatives = line.matches("any|one|some|either or? more? of the? following|these?", self.list.start);
        (self.list.is_empty() || alternatives.is_some() || line.is_one_of(self.list.end - 1, &["following"]))
            .then_some(Carried { lead, alternatives: alternatives.is_some() })
    }

    /// The group under a head that stands before it, where it has none of its own.
    pub(super) fn under(self, carried: Option<Carried>) -> Self {
        let Some(Carried { lead, alternatives }) = carried else { return self };
        let kind = match lead {
            Lead::Skill => HeadKind::Skill,
            Lead::Ability => HeadKind::Ability,
        };
        let head = self.head.or(Some(Head { kind, level: Some(SkillLevel::Working), end: self.list.start }));
        Self { head, alternatives, ..self }
    }
}
