//! A group: a head and the phrases it heads, "proficiency in | SQL, Python and data warehouses such as Snowflake".

use super::{Lead, Setting, leaf};
use crate::{
    kind::{
        Predicate, SkillLevel, Trait,
        heads::{Head, HeadKind, Heads},
        pieces::{list_pieces, token_at},
    },
    line::Line,
    logic::Expr,
    requirement::Needs,
    taxonomy::Family,
    value::{Piece, Shape, Token, read_list},
};
use std::ops::Range;

/// Words that lead to a statement about the candidate and belong to nothing.
const LEAD: &[&str] = &[
    "you", "we", "candidate", "candidates", "applicant", "applicants", "must", "should", "will", "have", "has", "had", "having", "possess",
    "possesses", "possessing", "be", "is", "are", "the", "a", "an", "successful", "ideal", "individual", "individuals", "also", "who",
    "need", "needs", "required", "preferred", "demonstrate", "demonstrates", "demonstrating", "exhibit", "exhibits", "show", "bring",
    "person", "student", "students", "it", "our", "your", "they", "their", "this", "position", "requires", "role", "looking", "for",
    "someone", "that", "'re", "you're", "you've", "'ve", "we're", "i", "expected", "to", "highly", "very", "both", "additionally", "plus",
    "strongly", "mandatory", "essential", "employee", "work", "shall", "may", "display", "displays", "displaying", "incumbent", "intern",
    "interns", "qualified", "minimum", "at", "least", "of", "in", "and", "or", "any", "would", "like", "please", "note", "preference",
    "some", "previous", "prior", "one", "more", "not", "only", "but", "desired", "additional", "if", "possible", "preferably", "ideally",
    "other", "as", "can", "posses", "well",
];

/// Words behind which the rest of a phrase says why, how or where, not what.
const CUT: &[&str] = &[
    "that", "which", "while", "via", "throughout", "because", "whose", "where", "when", "so", "who", "can", "will", "is", "are", "would",
    "considered",
];

/// A head with the stretch of words that it heads.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub(super) words: Range<usize>,
    head: Option<Head>,
    list: Range<usize>,
    /// Words inside `list` that only say why or how; examples of a class may follow them.
    aside: Range<usize>,
}

/// Reads the group that begins at `at`, and says where it ends. `limit` is where the next mention begins.
pub(super) fn read(line: &Line<'_>, at: usize, limit: usize) -> (Option<Group>, usize) {
    let heads = Heads::shared();
    let mut start = at;
    let mut head = heads.head_at(line, start);
    if let Some(clause) = habit(line, start).filter(|clause| *clause < limit) {
        let end = group_end(line, clause, limit, None);
        let head = Some(Head { kind: HeadKind::Trait, level: None, end: clause });
        return (Some(Group { words: at..end, head, list: clause..end, aside: end..end }), end);
    }
    while head.is_none_or(|h| h.kind == HeadKind::Grade && line.is_one_of(start, LEAD))
        && start < limit
        && line.is_one_of(start, LEAD)
        && !begins_label(line, start)
    {
        start += 1;
        head = heads.head_at(line, start);
    }
    if start >= limit {
        return (None, limit);
    }
    let list_start = head.map_or(start, |h| if h.kind == HeadKind::Trait { start } else { h.end });
    if list_start >= limit {
        return (None, limit.max(start + 1));
    }
    let end = group_end(line, list_start, limit, head);
    if let Some(colon) = label_colon(line, start, end, head) {
        // "One or more of: …" says how the list is meant; another label says nothing.
        let alternatives = line.search("one or more", at..colon).or_else(|| line.search("any|one|either of", at..colon)).is_some();
        if !alternatives {
            return (None, colon + 1);
        }
        return (Some(Group { words: at..end, head: None, list: colon + 1..end, aside: end..end }), end);
    }
    let aside = purpose(line, list_start..end, head);
    let list = if aside.end >= end { list_start..aside.start } else { list_start..end };
    (Some(Group { words: at..end, head, list, aside }), end)
}

/// "a problem solver who | navigates ambiguity": what somebody does by nature; where the clause begins.
fn habit(line: &Line<'_>, at: usize) -> Option<usize> {
    let verb = line.matches("who", at)?;
    let word = line.word(verb);
    let stem = word.strip_suffix('s').filter(|stem| stem.len() > 2)?;
    let be = matches!(word, "is" | "has" | "was" | "possesses" | "understands" | "knows" | "does" | "demonstrates" | "brings" | "needs");
    (!be && (Heads::shared().is_verb(stem) || !stem.ends_with('s'))).then_some(verb)
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
        if depth == 0 && at > start {
            let (token, after) = token_at(line, at, limit);
            let joins = matches!(token, Token::Comma | Token::And | Token::Or | Token::Slash)
                || line.is_one_of(at, &["with", "plus", "while", "coupled", "combined", "who"]);
            if joins
                && (habit(line, at).is_some() || leads_to_head(line, heads, after, limit, head) || leads_to_trait(line, heads, at, limit))
            {
                return at;
            }
        }
        at += 1;
    }
    limit
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
        ) || line.is_sign(at) && !line.is_one_of(at, &["(", ")"]))
    {
        at += 1;
    }
    match heads.head_at(line, at).filter(|_| at < limit) {
        Some(head) if head.kind == HeadKind::Grade => {
            tail_ahead(line, heads, head.end, limit) && own.is_none_or(|o| o.kind != HeadKind::Ability)
        }
        Some(head) => {
            head.end <= limit
                && !(line.is_one_of(at, &["understand", "know", "use", "experience", "understanding"])
                    && own.is_some_and(|o| o.kind == HeadKind::Ability))
        }
        None => false,
    }
}

/// "a team player with strong attention to detail": what "with" leads to is a disposition of its own.
fn leads_to_trait(line: &Line<'_>, heads: &Heads, at: usize, limit: usize) -> bool {
    let from = line.matches("a|an|the", at + 1).unwrap_or(at + 1);
    let from = heads.grade_at(line, from).map_or(from, |(_, end)| end);
    line.is_one_of(at, &["with"]) && from < limit && line.label_at(Family::Trait, from).is_some_and(|l| l.words.end <= limit)
}

/// Whether a head noun stands between here and the next comma or stop: "strong … skills".
fn tail_ahead(line: &Line<'_>, heads: &Heads, from: usize, limit: usize) -> bool {
    (from..limit).take_while(|at| !line.is_one_of(*at, &[",", ";", ".", "(", ")"])).take(8).any(|at| heads.noun_at(line, at).is_some())
}

/// "Software skills: Python, R": a label before the list, which says nothing itself.
fn label_colon(line: &Line<'_>, start: usize, end: usize, head: Option<Head>) -> Option<usize> {
    if head.is_some_and(|h| matches!(h.kind, HeadKind::Skill | HeadKind::Ability)) {
        return None;
    }
    (start..end).take(8).find(|at| line.is_one_of(*at, &[":"]))
}

/// What only says why or how: "… to build robust pipelines", "skills in a cross functional setting", up to examples behind it
/// ("tools to verify contacts (i.e. ZoomInfo)") or the end.
fn purpose(line: &Line<'_>, range: Range<usize>, head: Option<Head>) -> Range<usize> {
    let heads = Heads::shared();
    let ability = head.is_some_and(|h| h.kind == HeadKind::Ability);
    for at in range.start + 1..range.end {
        let tail = at > range.start && heads.noun_at(line, at - 1).is_some() && (at - 1 > range.start || head.is_none());
        let to_verb = line.is_one_of(at, &["to"])
            && heads.is_verb(line.word(if line.word(at + 1).ends_with("ly") { at + 2 } else { at + 1 }))
            && !line.is_one_of(at - 1, &["how", "ability", "able", "related", "limited", "willingness", "desire", "need", "and", "or"]);
        let place = tail
            && line.is_one_of(at, &["in", "within", "across", "when", "as", "through", "by", "for", "during", "among"])
            && line.labels_in(Family::Skill, at..range.end).next().is_none();
        let manner = at > range.start + 1
            && line.matches("in|within a|an _3 environment|setting|manner|pace|atmosphere", at).is_some()
            && line.label_at(Family::Trait, range.start).is_none();
        // "Microsoft Excel for data transformation, analysis and presentation": what a named thing is used for.
        let use_of_name = line.is_one_of(at, &["for"])
            && is_a_name(line, &(range.start..at))
            && (at + 1..range.end).all(|i| !line.is_capital(i) || line.is_sign(i));
        let gone = manner
            || use_of_name
            || line.is_one_of(at, CUT) && line.matches("who is|are", at).is_none()
            || line.matches("in order to", at).is_some()
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

/// "all types of partners (product managers, engineers)": the list names people, not things one knows.
fn names_people(line: &Line<'_>, at: usize) -> bool {
    line.is_one_of(
        at,
        &[
            "partners", "stakeholders", "clients", "customers", "teams", "team", "members", "audience", "audiences", "users", "managers",
            "departments", "functions", "groups", "people", "leaders", "colleagues", "staff", "patients", "employees",
        ],
    )
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
    pub(super) fn carries(&self, line: &Line<'_>) -> Option<Lead> {
        let head = self.head.filter(|head| line.is_one_of(head.end.saturating_sub(1), &[":"]))?;
        match head.kind {
            HeadKind::Skill => Some(Lead::Skill),
            HeadKind::Ability => Some(Lead::Ability),
            _ => None,
        }
    }

    /// The group under the head of the heading above, where it has none of its own.
    pub(super) fn under(self, lead: Option<Lead>) -> Self {
        let kind = match lead {
            Some(Lead::Skill) => HeadKind::Skill,
            Some(Lead::Ability) => HeadKind::Ability,
            None => return self,
        };
        let head = self.head.or(Some(Head { kind, level: Some(SkillLevel::Working), end: self.list.start }));
        Self { head, ..self }
    }

    /// What the group needs.
    pub(super) fn needs(&self, line: &Line<'_>, setting: Setting<'_>) -> Option<Needs> {
        if let Some(lead) =
            line.search("one|any|either|some of the? following _4 :", self.list.clone()).filter(|lead| lead.start > self.list.start)
        {
            // "programming in one of the following languages: A, B": the list is what stands behind the colon.
            let list = lead.end..self.list.end;
            return Self { list, aside: self.list.end..self.list.end, ..self.clone() }.needs(line, setting);
        }
        if let Some(needs) = self.labelled(line, setting) {
            return Some(needs);
        }
        let shape = self.with_whole_class(line, read_list(&self.pieces(line))?);
        self.shape_needs(line, &shape, setting)
    }

    /// "visualization technologies: Tableau, Microstrategy": the list stands behind the colon, what is before it names its class.
    fn labelled(&self, line: &Line<'_>, setting: Setting<'_>) -> Option<Needs> {
        let colon = line.find(self.list.clone(), &[":"]).filter(|_| self.has_head())?;
        let name = self.list.start..colon;
        let plain = !name.is_empty() && name.len() <= 6 && line.find(name.clone(), &["(", ",", ";"]).is_none();
        let rest = colon + 1..self.list.end;
        if !plain || rest.is_empty() {
            return None;
        }
        let needs = Self { list: rest.clone(), aside: rest.end..rest.end, ..self.clone() }.needs(line, setting)?;
        let class = leaf::clean(line, name);
        Some(match needs {
            Expr::All { all } if line.find(rest, &["etc"]).is_some() => {
                Expr::Any { any: all, open: true, class: Some(line.phrase(&class).to_owned()) }
            }
            other => other,
        })
    }

    /// "research methodologies and practices, including A and B": two nouns name the class together.
    fn with_whole_class(&self, line: &Line<'_>, shape: Shape) -> Shape {
        let (Shape::All(parts) | Shape::Any(parts)) = &shape else { return shape };
        match parts.as_slice() {
            [Shape::Item(first), Shape::Class { name, members, examples, said }] => {
                let joined = name.start == first.end + 1 && !name.is_empty();
                let own = line.is_one_of(name.start, &["other", "related", "similar", "relevant"])
                    || is_a_name(line, first)
                    || is_a_name(line, name);
                let generic = name.end > name.start && is_generic_plural(line.word(name.end - 1));
                if joined && generic && !own {
                    return Shape::Class { name: first.start..name.end, members: members.clone(), examples: *examples, said: *said };
                }
                shape
            }
            _ => shape,
        }
    }

    /// The list's tokens: "one or more of" and bare verbs that share an object are settled before the shape is read.
    fn pieces(&self, line: &Line<'_>) -> Vec<Piece> {
        let pieces = list_pieces(line, self.list.clone(), &[Family::Skill, Family::Trait, Family::Condition]);
        let pieces = pieces.into_iter().filter(|p| !self.aside.contains(&p.words.start)).collect();
        let pieces = join_descriptions(line, join_surroundings(line, join_abbreviations(line, settle_connectors(line, pieces))));
        if self.is_task(line) { join_objects(line, join_verbs(line, pieces)) } else { pieces }
    }

    fn is_task(&self, line: &Line<'_>) -> bool {
        let first = line.word(self.list.start);
        self.head.is_some_and(|h| h.kind == HeadKind::Ability)
            || first.len() > 5 && first.ends_with("ing") && begins_no_label(line, self.list.start)
    }

    fn one_of(&self, line: &Line<'_>) -> bool {
        let before = self.words.start..(self.list.start + 4).min(self.words.end);
        line.search("one or more", before.clone()).is_some() || line.search("any|one|some|either of the? following?", before).is_some()
    }

    fn shape_needs(&self, line: &Line<'_>, shape: &Shape, setting: Setting<'_>) -> Option<Needs> {
        let many = |parts: &[Shape]| parts.iter().filter_map(|p| self.shape_needs(line, p, setting)).collect::<Vec<_>>();

        match shape {
            Shape::Item(range) => leaf::read(line, range, self.head, setting).map(Expr::Atom),
            Shape::All(parts) | Shape::Any(parts) if parts.is_empty() => None,
            Shape::All(parts) if self.one_of(line) => nonempty(many(parts), Expr::any),
            Shape::All(parts) => {
                // "A, B and other research tools": the last only names what the others are.
                let others = parts.len() > 1
                    && parts.last().is_some_and(|p| matches!(p, Shape::Item(r) if line.is_one_of(r.start, &["other", "others"])));
                let named = parts.get(..parts.len() - usize::from(others))?;
                let needs = self.with_shared_heads(line, named, setting);
                nonempty(if self.is_ability() { as_siblings(needs) } else { needs }, Expr::all)
            }
            Shape::Any(parts) => {
                let open = parts.last().is_some_and(|p| self.names_others(line, p));
                self.alternatives(line, parts, open, setting)
            }
            Shape::Class { name, members, examples, said } => self.class(line, name, members, *examples, *said, setting),
        }
    }

    /// "trenching and shoring standards", "data analysis tools and techniques": a generic noun that two phrases share is given to both.
    fn with_shared_heads(&self, line: &Line<'_>, parts: &[Shape], setting: Setting<'_>) -> Vec<Needs> {
        let mut out = Vec::with_capacity(parts.len());
        for (index, part) in parts.iter().enumerate() {
            let neighbor = |at: Option<usize>| {
                at.and_then(|at| parts.get(at))
                    .and_then(|p| if let Shape::Item(range) = p { Some(leaf::clean(line, range.clone())) } else { None })
            };
            let shared = match part {
                Shape::Item(range) => leaf::shared_text(line, range, neighbor(index.checked_sub(1)), neighbor(Some(index + 1))),
                _ => None,
            };
            match shared {
                Some(text) if self.head.is_some() => {
                    out.push(Expr::Atom(crate::kind::skill::read::of_text(text, self.head.and_then(|h| h.level))))
                }
                _ => out.extend(self.shape_needs(line, part, setting)),
            }
        }
        out
    }

    /// "A, B or other tools": the last names the class of the others.
    fn names_others(&self, line: &Line<'_>, shape: &Shape) -> bool {
        let Shape::Item(range) = shape else { return false };
        let start = line.matches("a|an|any|some", range.start).unwrap_or(range.start);
        start < range.end && line.is_one_of(start, &["other", "others", "similar", "equivalent", "another", "related", "comparable"])
    }

    fn alternatives(&self, line: &Line<'_>, parts: &[Shape], open: bool, setting: Setting<'_>) -> Option<Needs> {
        let named = if open { parts.get(..parts.len() - 1)? } else { parts };
        let any: Vec<Needs> = named.iter().filter_map(|p| self.shape_needs(line, p, setting)).collect();
        if any.is_empty() {
            return None;
        }
        if !open {
            return Some(Expr::any(any));
        }
        let class = match parts.last() {
            Some(Shape::Item(range)) => Some(line.phrase(&(range.start + 1..range.end)).to_owned()).filter(|c| !c.is_empty()),
            _ => None,
        };
        Some(Expr::Any { any, open: true, class })
    }

    fn class(
        &self,
        line: &Line<'_>,
        name: &Range<usize>,
        members: &Shape,
        examples: bool,
        said: bool,
        setting: Setting<'_>,
    ) -> Option<Needs> {
        let parts: Vec<Needs> = members.items().iter().filter_map(|range| self.member(line, range, setting)).collect();
        let own = || leaf::read(line, name, self.head, setting).map(Expr::Atom);
        if parts.is_empty()
            || (!said && matches!(members, Shape::Item(range) if is_abbreviation(line, name, range)))
            || (!said && matches!(members, Shape::Item(range) if range.len() > 4))
        {
            return own();
        }
        let is_trait = matches!(own(), Some(Expr::Atom(Predicate::Trait(_))));
        if is_trait && !(examples && said) {
            return own(); // "clear regardless of medium (text, voice)"
        }
        if is_trait {
            return nonempty(own().into_iter().chain(parts).collect(), Expr::all);
        }
        let all_named = !said && matches!(members, Shape::All(_)) && joined_by_and(line, members);
        if is_a_name(line, name) && !members.items().first().is_some_and(|first| line.is_capital(first.start)) {
            // "Microsoft Excel, including advanced formulas", "SQL (queries, joins)": the class is a thing of its own.
            let members = if all_named { Expr::all(parts) } else { Expr::Any { any: parts, open: examples, class: None } };
            return Some(Expr::all(own().into_iter().chain([members]).collect()));
        }
        if all_named {
            return Some(Expr::all(parts));
        }
        let class = leaf::clean(line, name.clone());
        Some(Expr::Any { any: parts, open: examples, class: (!class.is_empty()).then(|| line.phrase(&class).to_owned()) })
    }

    /// A member of a class; its own head ("ability to use Word") is passed over.
    fn member(&self, line: &Line<'_>, range: &Range<usize>, setting: Setting<'_>) -> Option<Needs> {
        let heads = Heads::shared();
        let skip = (range.start..range.end)
            .take(2)
            .find_map(|at| heads.head_at(line, at).filter(|h| h.kind != HeadKind::Grade && h.end < range.end));
        match skip {
            Some(head) => {
                let from = line.matches("use|using", head.end).unwrap_or(head.end);
                leaf::read(line, &(from..range.end), Some(head), setting).map(Expr::Atom)
            }
            None => leaf::read(line, range, self.head.or(Some(Head { kind: HeadKind::Skill, level: None, end: range.start })), setting)
                .map(Expr::Atom),
        }
    }
}

/// "take charge, set objectives, lead by influence": among dispositions, a task that the vocabulary does not know is one too.
fn as_siblings(needs: Vec<Needs>) -> Vec<Needs> {
    let traits = needs.iter().filter(|n| matches!(n, Expr::Atom(Predicate::Trait(_)))).count();
    if traits * 2 < needs.len() || traits < 2 {
        return needs;
    }
    needs
        .into_iter()
        .map(|need| match need {
            Expr::Atom(Predicate::Skill(skill)) if skill.concept.is_none() => {
                Expr::Atom(Predicate::Trait(Trait { text: skill.text, concept: None }))
            }
            other => other,
        })
        .collect()
}

fn nonempty(parts: Vec<Needs>, make: fn(Vec<Needs>) -> Needs) -> Option<Needs> {
    (!parts.is_empty()).then(|| make(parts))
}

/// "tools", "techniques", "technologies": nouns of many things, which name a class.
fn is_generic_plural(word: &str) -> bool {
    const CLASSES: &[&str] = &[
        "tools", "technologies", "techniques", "practices", "methods", "platforms", "frameworks", "systems", "algorithms", "languages",
        "libraries", "packages", "software", "applications", "processes", "concepts", "principles", "methodologies", "databases",
        "products", "services", "solutions", "standards", "programs", "equipment", "approaches",
    ];
    CLASSES.contains(&word)
}

fn begins_no_label(line: &Line<'_>, at: usize) -> bool {
    line.label_at(Family::Skill, at).is_none() && line.label_at(Family::Trait, at).is_none()
}

/// "A and B" inside a parenthesis, in so many words.
fn joined_by_and(line: &Line<'_>, members: &Shape) -> bool {
    let items = members.items();
    items.iter().zip(items.iter().skip(1)).any(|(a, b)| line.find(a.end..b.start, &["and", "&"]).is_some())
}

/// Whether a phrase is the proper name of one thing.
fn is_a_name(line: &Line<'_>, words: &Range<usize>) -> bool {
    let words = leaf::clean(line, words.clone());
    words.clone().all(|at| line.is_capital(at)) && line.labels_in(Family::Skill, words.clone()).any(|l| l.words == words)
}

/// "Earned Value Management (EVMS)": the letters of the words before.
fn is_abbreviation(line: &Line<'_>, name: &Range<usize>, range: &Range<usize>) -> bool {
    let letters: String = line.phrase(range).chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let initials: String = name.clone().filter_map(|at| line.word(at).chars().next()).filter(|c| c.is_alphabetic()).collect();
    range.len() <= 2
        && letters.len() >= 2
        && letters.len() <= 7
        && letters.chars().next().is_some_and(|c| initials.contains(c))
        && letters.chars().take(2).all(|c| initials.contains(c))
}

/// "Application Lifecycle Management (ALM) tools": an abbreviation inside a phrase is a part of it.
fn join_abbreviations(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    for open in 1..pieces.len() {
        let Some([before, opening, inner, closing, behind]) = pieces.get_mut(open - 1..open + 4) else { break };
        let shaped = before.token == Token::Word
            && opening.token == Token::Open
            && inner.token == Token::Word
            && closing.token == Token::Close
            && behind.token == Token::Word;
        let from = before.words.end.saturating_sub(6);
        if shaped && is_abbreviation(line, &(from..before.words.end), &inner.words) {
            opening.token = Token::Word;
            closing.token = Token::Word;
        }
    }
    pieces
}

/// "a dynamic, fast-paced environment", "an inclusive and diverse community": adjectives before one noun of a place or a circle
/// of people are one phrase, however they are joined.
fn join_surroundings(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let ends: Vec<usize> = (0..pieces.len())
        .filter(|at| pieces.get(*at).is_some_and(|p| p.token == Token::Word && line.is_one_of(p.words.end - 1, SURROUNDINGS)))
        .collect();
    for end in ends {
        let mut at = end;
        while at > 0 && pieces.get(at - 1).is_some_and(|p| p.token == Token::Word) {
            at -= 1;
        }
        // The run of words that holds the noun is short, and an adjective stands before the join.
        let own = pieces.get(at).map_or(0, |p| p.words.start)..pieces.get(end).map_or(0, |p| p.words.end);
        let joined = at >= 2 && pieces.get(at - 1).is_some_and(|p| matches!(p.token, Token::Comma | Token::And));
        let adjective = pieces.get(at.wrapping_sub(2)).is_some_and(|p| p.token == Token::Word && modifies(line.word(p.words.end - 1)));
        if joined
            && adjective
            && own.len() <= 5
            && modifies_first(line, &own)
            && let Some(join) = pieces.get_mut(at - 1)
        {
            join.token = Token::Word;
        }
    }
    pieces
}

/// "large, complex, multi-dimensional data sets", "efficient and scalable data pipelines": words that only praise or measure a
/// thing name nothing, so those before one noun are one phrase.
fn join_descriptions(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let heads = Heads::shared();
    for at in 1..pieces.len().saturating_sub(1) {
        let Some([before, join, behind]) = pieces.get_mut(at - 1..at + 2) else { break };
        let joins = matches!(join.token, Token::Comma | Token::And) && before.token == Token::Word && behind.token == Token::Word;
        let described = heads.is_description(line.word(before.words.end - 1));
        let next = line.word(behind.words.start);
        let known = line.label_at(Family::Trait, before.words.start).is_some_and(|l| l.words.end == before.words.end);
        if joins && described && !known && (heads.is_description(next) || line.is_one_of(behind.words.start + 1, &["-"])) {
            join.token = Token::Word;
        }
    }
    pieces
}

/// Nouns of a place of work, or of the people in it.
const SURROUNDINGS: &[&str] = &[
    "environment", "environments", "setting", "settings", "team", "teams", "community", "communities", "atmosphere", "culture",
    "workplace", "organization", "organisation",
];

fn modifies_first(line: &Line<'_>, words: &Range<usize>) -> bool {
    words.clone().take(3).any(|at| modifies(line.word(at)))
}

/// Whether a word describes a noun, by its ending: "collaborative", "distributed", "fast-paced", "global".
fn modifies(word: &str) -> bool {
    word.len() > 4
        && ["al", "ic", "ive", "ed", "ing", "ous", "ble", "ary", "ant", "ent", "functional", "disciplinary", "diverse"]
            .iter()
            .any(|ending| word.ends_with(ending))
        || matches!(word, "diverse" | "paced" | "agile" | "global" | "dynamic" | "matrix" | "complex" | "remote" | "busy" | "matrixed")
}

/// Words that only join: "as applied to problems in" parts two items.
fn settle_connectors(line: &Line<'_>, pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut skip_to = 0;
    for piece in pieces {
        let at = piece.words.start;
        if at < skip_to {
            continue;
        }
        let connector = line
            .matches("as? applied to problems? in?", at)
            .or_else(|| line.matches("with a? focus|emphasis on", at))
            .or_else(|| line.matches("in addition to", at))
            .or_else(|| line.matches("who is|are", at))
            .or_else(|| line.matches("along with", at))
            .or_else(|| by_means_of(line, at));
        match connector {
            Some(end) if piece.token == Token::Word => {
                out.push(Piece { token: Token::And, words: at..end });
                skip_to = end;
            }
            _ => out.push(piece),
        }
    }
    out
}

/// "building front-end applications using PyQt": what something is done with is known as well, where the vocabulary has it.
fn by_means_of(line: &Line<'_>, at: usize) -> Option<usize> {
    if at > 0
        && let Some(end) = line.matches("in|using|with either", at)
    {
        return Some(end); // "developing services in either Java or Python"
    }
    let end = line
        .matches("using|utilizing|leveraging|through? the? use? of?", at)
        .filter(|_| line.is_one_of(at, &["using", "utilizing", "leveraging"]))?;
    let named = (end..end + 4).any(|i| line.label_at(Family::Skill, i).is_some()) || line.is_capital(end);
    (at > 0 && named).then_some(end)
}

/// "review, organize, and present large sets of data": bare verbs before an object are one task with it.
fn join_verbs(line: &Line<'_>, pieces: Vec<Piece>) -> Vec<Piece> {
    let heads = Heads::shared();
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut index = 0;
    while let Some(piece) = pieces.get(index) {
        let run = pieces.iter().skip(index).take_while(|p| p.token == Token::Word).count();
        let verb = piece.token == Token::Word
            && run == 1
            && is_verb_form(heads, line.word(piece.words.start))
            && begins_no_trait(line, piece.words.start);
        let joins =
            pieces.iter().skip(index + run).take_while(|p| matches!(p.token, Token::Comma | Token::And | Token::Or | Token::Slash)).count();
        let next = index + run + joins;
        let chained = verb && chain_ends_in_object(line, heads, &pieces, next);
        let next_is_verb = chained
            && pieces.get(next).is_some_and(|p| {
                p.token == Token::Word && is_verb_form(heads, line.word(p.words.start)) && begins_no_trait(line, p.words.start)
            });
        if verb && joins > 0 && next_is_verb {
            // The verb and the joins become words of the next item.
            out.extend(pieces.iter().skip(index).take(run + joins).map(|p| Piece { token: Token::Word, words: p.words.clone() }));
            index = next;
            continue;
        }
        out.extend(pieces.iter().skip(index).take(run.max(1)).cloned());
        index += run.max(1);
    }
    out
}

/// Whether a chain of bare verbs ends in one with an object: "review, organize, and present | large sets of data".
fn chain_ends_in_object(line: &Line<'_>, heads: &Heads, pieces: &[Piece], mut at: usize) -> bool {
    while let Some(piece) = pieces.get(at).filter(|p| p.token == Token::Word && is_verb_form(heads, line.word(p.words.start))) {
        let run = pieces.iter().skip(at).take_while(|p| p.token == Token::Word).count();
        let words: usize = pieces.iter().skip(at).take(run).map(|p| p.words.len()).sum();
        if words > 1 {
            return line.label_at(Family::Skill, piece.words.start).is_none_or(|l| l.words.len() < words);
        }
        at += run
            + pieces.iter().skip(at + run).take_while(|p| matches!(p.token, Token::Comma | Token::And | Token::Or | Token::Slash)).count();
    }
    false
}

/// "collaborate with senior members and stakeholders": in a list of tasks, what begins with no verb and is nothing known by itself is
/// one more object of the task before it.
fn join_objects(line: &Line<'_>, mut pieces: Vec<Piece>) -> Vec<Piece> {
    let heads = Heads::shared();
    let mut depth = 0_usize;
    let mut open = false;
    if pieces.iter().filter(|p| p.token == Token::Comma).count() >= 2 {
        return pieces; // three objects and more are listed: "instructions, correspondence, and memos"
    }
    for index in 1..pieces.len() {
        let (Some(before), Some(piece)) = (pieces.get(index - 1).cloned(), pieces.get(index).cloned()) else { break };
        match piece.token {
            Token::Open => depth += 1,
            Token::Close => depth = depth.saturating_sub(1),
            Token::Example | Token::Namely | Token::Semicolon => open = true,
            _ => {}
        }
        let begins = piece.token == Token::Word && matches!(before.token, Token::Comma | Token::And | Token::Slash) && depth == 0 && !open;
        if !begins {
            continue;
        }
        let at = piece.words.start;
        let at = if line.word(at).ends_with("ly") || line.is_one_of(at, &["to", "the"]) { at + 1 } else { at };
        let own = is_verb_form(heads, line.word(at))
            || !begins_no_label(line, at)
            || line.label_at(Family::Condition, at).is_some()
            || line.is_one_of(at, &["as", "with", "under", "other"]);
        if !own {
            let joins = pieces
                .iter()
                .take(index)
                .rev()
                .take_while(|p| matches!(p.token, Token::Comma | Token::And | Token::Or | Token::Slash))
                .count();
            for piece in pieces.iter_mut().take(index).skip(index - joins) {
                piece.token = Token::Word;
            }
        }
    }
    pieces
}

fn is_verb_form(heads: &Heads, word: &str) -> bool {
    heads.is_verb(word) || (word.len() > 5 && word.ends_with("ing"))
}

fn begins_no_trait(line: &Line<'_>, at: usize) -> bool {
    line.label_at(Family::Trait, at).is_none()
}
