//! What a group needs: its list read as the head and the wording around it say.

use super::{Setting, dispositions, group::Group, joins, leaf, parens};
use crate::{
    kind::{
        Predicate, Trait,
        heads::{Head, HeadKind, Heads, TaskWord},
        pieces::list_pieces,
        words::Words,
    },
    line::Line,
    logic::Expr,
    requirement::Needs,
    taxonomy::Family,
    value::{Piece, Shape, numeral, read_list},
};
use std::ops::Range;

impl Group {
    /// What the group needs.
    pub(super) fn needs(&self, line: &Line<'_>, setting: Setting<'_>) -> Option<Needs> {
        if let Some(lead) =
            line.search("one|any|either|some of the? following _4 :", self.list.clone()).filter(|lead| lead.start > self.list.start)
        {
            // "programming in one of the following languages: A, B": the list is what stands behind the colon.
            let list = lead.end..self.list.end;
            return Self { list, aside: self.list.end..self.list.end, ..self.clone() }.needs(line, setting);
        }
        if let Some(needs) = self.counted(line, setting).or_else(|| self.by_means(line, setting)) {
            return Some(needs);
        }
        if let Some(needs) = self.labelled(line, setting) {
            return Some(needs);
        }
        let shape = self.with_whole_class(line, read_list(&self.pieces(line))?);
        let needs = self.shape_needs(line, &shape, setting).map(|needs| if self.is_part(line) { as_examples(needs) } else { needs });
        let Some(wish) = &self.wish else { return needs };
        let wished = nonempty(dispositions::wishes(line, wish, self.list.start, &shape), Expr::all);
        let join = if wish.alternative { Expr::any } else { Expr::all };
        nonempty(wished.into_iter().chain(needs).collect(), join)
    }

    /// "…, including experience in | dressing wounds and giving medicine": the list is only a part of what was said before.
    fn is_part(&self, line: &Line<'_>) -> bool {
        self.has_head() && self.words.start > 0 && line.is_one_of(self.words.start - 1, &["including"])
    }

    /// "at least two of the following: Python, R, SQL": so many of the list are enough.
    fn counted(&self, line: &Line<'_>, setting: Setting<'_>) -> Option<Needs> {
        let count = line.matches("at least", self.list.start).unwrap_or(self.list.start);
        let least = numeral::count(line.word(count))?;
        let lead = line
            .matches("or? more? of|from|among the? following? _3 :?", count + 1)
            .or_else(|| line.matches("or more|two|2|three|3 _3 of|from|among", count + 1))?;
        let lead = line.matches(":", lead).unwrap_or(lead);
        let fewer = count.checked_sub(2).filter(|_| line.is_one_of(count - 1, &["or"])); // "one or | two of"
        let least = fewer.and_then(|fewer| numeral::count(line.word(fewer))).map_or(least, |fewer| fewer.min(least));
        let rest = Self { list: lead..self.list.end, aside: self.list.end..self.list.end, ..self.clone() };
        match rest.needs(line, setting)? {
            Expr::All { all: any } if least == 1 => Some(Expr::any(any)),
            Expr::All { all: of } | Expr::Any { any: of, .. } if least > 1 && of.len() > least => {
                Some(Expr::AtLeast { at_least: least, of })
            }
            needs => Some(needs),
        }
    }

    /// "developing services in Java, Go or Rust": what is done, and the list of what it is done with.
    fn by_means(&self, line: &Line<'_>, setting: Setting<'_>) -> Option<Needs> {
        let has = |from: usize, word: &'static [&'static str]| line.find(from..self.list.end, word).is_some();
        if !(has(self.list.start, &["or"]) && has(self.list.start, &[","])) {
            return None; // "developing services in Java": one task
        }
        let mut depth = 0_usize;
        let (at, end) = (self.list.start..self.list.end).find_map(|at| {
            depth = match line.word(at) {
                "(" | "[" => depth + 1,
                ")" | "]" => depth.saturating_sub(1),
                _ => depth,
            };
            let inside = at > self.list.start && depth == 0 && !self.aside.contains(&at);
            let end = if inside { joins::by_means_of(line, at) } else { None };
            end.filter(|end| *end < self.list.end).map(|end| (at, end))
        })?;
        if !(has(end, &["or"]) && has(end, &[","])) {
            return None;
        }
        let done = Self { list: self.list.start..at, aside: at..at, ..self.clone() };
        let means = Self { list: end..self.list.end, ..self.clone() };
        let parts = [done.needs(line, setting)?, means.needs(line, setting)?];
        Some(Expr::all(parts.into()))
    }

    /// "visualization technologies: Tableau, Microstrategy": the list stands behind the colon, what is before it names its class.
    fn labelled(&self, line: &Line<'_>, setting: Setting<'_>) -> Option<Needs> {
        let colon = line.find(self.list.clone(), &[":"]).filter(|_| self.has_head())?;
        let name = self.list.start..colon;
        let task = line.word(name.start).ends_with("ing") && line.find(name.clone(), &["and", "or"]).is_some();
        let plain = !name.is_empty() && !task && name.len() <= 6 && line.find(name.clone(), &["(", ",", ";"]).is_none();
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
                let joined = name.start == first.end + 1 && !name.is_empty() && line.is_one_of(first.end, &["and", "or", "&", ","]);
                let task = name.len() > 1 && line.word(name.start).ends_with("ing");
                let acts = |at: usize| Heads::shared().is_action(line.word(at)) || line.word(at).ends_with("ing");
                let shared = name.len() == 2 && acts(name.start) && acts(first.end.saturating_sub(1)); // "data processing and analysis tools"
                let alike = first.len() == 1 || shared || !task && is_generic_plural(line, first.end.saturating_sub(1));
                let own = line.is_one_of(name.start, &["other", "related", "similar", "relevant"])
                    || leaf::is_a_name(line, first)
                    || leaf::is_a_name(line, name);
                let generic = name.end > name.start && is_generic_plural(line, name.end - 1);
                if joined && alike && generic && !own {
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
        let pieces = joins::settled(line, pieces, self.is_task(line));
        if self.head.is_some_and(|head| head.kind == HeadKind::Trait) {
            joins::join_adjectives(line, joins::join_gerunds(line, pieces))
        } else {
            pieces
        }
    }

    fn is_task(&self, line: &Line<'_>) -> bool {
        let first = line.word(self.list.start);
        self.head.is_some_and(|h| h.kind == HeadKind::Ability)
            || first.len() > 5 && first.ends_with("ing") && joins::begins_no_label(line, self.list.start)
    }

    fn one_of(&self, line: &Line<'_>) -> bool {
        if self.alternatives {
            return true;
        }
        let before = self.words.start..(self.list.start + 4).min(self.words.end);
        line.search("one or more", before.clone()).is_some() || line.search("any|one|some|either of the? following?", before).is_some()
    }

    fn shape_needs(&self, line: &Line<'_>, shape: &Shape, setting: Setting<'_>) -> Option<Needs> {
        let many = |parts: &[Shape]| parts.iter().filter_map(|p| self.shape_needs(line, p, setting)).collect::<Vec<_>>();

        match shape {
            Shape::Item(range) => self.item(line, range, setting),
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

    /// "data science/analysis": behind a slash, the end of another name that begins with the same words, where the vocabulary has both.
    fn item(&self, line: &Line<'_>, range: &Range<usize>, setting: Setting<'_>) -> Option<Needs> {
        if let Some(needs) = dispositions::several(line, range) {
            return Some(needs);
        }
        let slash = range.end.checked_sub(2).filter(|slash| *slash > range.start + 1 && line.is_one_of(*slash, &["/"]));
        if let Some(slash) = slash {
            let (first, shared) = (leaf::clean(line, range.start..slash), range.start..slash - 1);
            let second = format!("{} {}", line.phrase(&shared), line.phrase(&(slash + 1..range.end)));
            let known = |text: &str| line.taxonomy.named(Family::Skill, text).is_some();
            if known(line.phrase(&first)) && known(&second) {
                let level = self.head.and_then(|head| head.level);
                let first = leaf::read(line, &first, self.head, setting)?;
                return Some(Expr::any(vec![Expr::Atom(first), Expr::Atom(crate::kind::skill::read::of_text(second, level))]));
            }
        }
        self.shared_end(line, range, setting).or_else(|| leaf::read(line, range, self.head, setting).map(Expr::Atom))
    }

    /// "grid/cloud computing": before the end that two names of the vocabulary share, a slash parts their beginnings.
    fn shared_end(&self, line: &Line<'_>, range: &Range<usize>, setting: Setting<'_>) -> Option<Needs> {
        line.find(range.clone(), &["/"])?;
        let words = leaf::clean(line, range.clone());
        let slash = words.start + 1;
        if words.len() < 4 || !line.is_one_of(slash, &["/"]) || self.head.is_none() && !setting.bare {
            return None;
        }
        let names = [words.start, slash + 1].map(|at| format!("{} {}", line.raw(at), line.phrase(&(slash + 2..words.end))));
        let level = self.head.and_then(|head| head.level);
        names
            .iter()
            .all(|name| line.taxonomy.named(Family::Skill, name).is_some())
            .then(|| Expr::any(names.into_iter().map(|name| Expr::Atom(crate::kind::skill::read::of_text(name, level))).collect()))
    }

    /// "trenching and shoring standards", "data analysis tools and techniques": a generic noun that two phrases share is given to both.
    fn with_shared_heads(&self, line: &Line<'_>, parts: &[Shape], setting: Setting<'_>) -> Vec<Needs> {
        let mut out = Vec::with_capacity(parts.len());
        for (index, part) in parts.iter().enumerate() {
            let neighbor = |at: usize| {
                parts.get(at).and_then(|p| if let Shape::Item(range) = p { Some(leaf::clean(line, range.clone())) } else { None })
            };
            let shared = match part {
                Shape::Item(range) if self.head.is_some() => {
                    // "regulations, policies and procedures": what all of them are of stands before the first.
                    let before = || (0..index).rev().find_map(|at| neighbor(at).filter(|words| words.len() > 1));
                    leaf::shared_text(line, range, before, || neighbor(index + 1))
                }
                _ => None,
            };
            match shared {
                Some(_) if self.head.is_some_and(|head| head.kind == HeadKind::Trait) => {
                    out.extend(self.liked(line, part)); // "interest in tools | and techniques", not "willing to learn tools | and techniques"
                }
                Some(text) if self.head.is_some() || setting.bare => {
                    out.push(Expr::Atom(match line.taxonomy.named(Family::Trait, &text) {
                        Some(_) => Predicate::Trait(Trait { text, concept: None }), // "verbal, and interpersonal communication"
                        None => crate::kind::skill::read::of_text(text, self.head.and_then(|h| h.level)),
                    }))
                }
                _ => {
                    let needs = self.shape_needs(line, part, setting);
                    out.extend(needs.or_else(|| self.liked(line, part).filter(|_| index > 0 && parts.len() <= MOST_LIKED)));
                }
            }
        }
        out
    }

    /// "interest in finance and markets": a single word that a disposition is for as well, with the words before the first.
    fn liked(&self, line: &Line<'_>, part: &Shape) -> Option<Needs> {
        let Shape::Item(range) = part else { return None };
        let head = self.head.filter(|head| head.kind == HeadKind::Trait)?;
        let word = range.clone().filter(|at| !line.is_sign(*at)).collect::<Vec<_>>();
        let single = matches!(word.as_slice(), [at] if line.label_at(Family::Trait, *at).is_none() && !line.word(*at).ends_with("ing"));
        if line.find(head.end..range.start, &["every", "all", "any", "each"]).is_some() {
            return None; // "respect for people of every caste, gender and age"
        }
        let joint = (head.end..range.start).take(4).find(|at| line.is_one_of(*at, &["in", "for", "about", "of", "towards"]))?;
        let text = format!("{} {}", line.phrase(&(head.end..joint + 1)), line.phrase(range));
        single.then_some(Expr::Atom(Predicate::Trait(Trait { text, concept: None })))
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
            || (!said && matches!(members, Shape::Item(range) if parens::is_abbreviation(line, name, range)))
            || (!said && matches!(members, Shape::Item(range) if range.len() > 4))
        {
            return own();
        }
        let is_trait = matches!(own(), Some(Expr::Atom(Predicate::Trait(_))));
        let parts = if is_trait { parts } else { as_named(parts) };
        let last = name.end.saturating_sub(1);
        let audience = Heads::shared().is_people(line.word(last)) || line.is_one_of(last, &["audience", "audiences"]);
        let task = members.items().first().is_some_and(|first| line.word(first.start).ends_with("ing"));
        if is_trait && (!(examples && said) || audience && !task) {
            return own(); // "clear regardless of medium (text, voice)", "present to many audiences, including executives"
        }
        let learnt = line.is_one_of(name.start, &["learn", "learning", "explore", "adopt"]);
        if is_trait && learnt {
            return own(); // "willing to learn new technologies such as Rust"
        }
        if is_trait {
            return nonempty(own().into_iter().chain(parts).collect(), Expr::all);
        }
        let all_named = !said && matches!(members, Shape::All(_)) && joined_by_and(line, members);
        let subject = said
            && name.len() > 1
            && line.find(name.end..(name.end + 5).min(line.len()), &["including"]).is_some()
            && self.head.is_some_and(|head| head.kind == HeadKind::Skill)
            && line.labels_of(Family::Skill).any(|label| label.words == leaf::clean(line, name.clone()))
            && !is_generic_plural(line, name.end - 1)
            && !leaf::is_a_name(line, name);
        if subject {
            // ".Net development, including C#": the subject is known by itself.
            return Some(Expr::all(own().into_iter().chain([Expr::Any { any: parts, open: examples, class: None }]).collect()));
        }
        let spelled = line.is_one_of(name.end, &["("]) && parens::is_abbreviation(line, name, &(name.end + 1..name.end + 2));
        if spelled && said && line.is_capital(name.start) {
            // "Common Criteria (CC), including protection profiles": a name, whatever the vocabulary knows
            return Some(Expr::all(own().into_iter().chain([Expr::Any { any: parts, open: examples, class: None }]).collect()));
        }
        if leaf::is_a_name(line, name) && !members.items().first().is_some_and(|first| line.is_capital(first.start)) {
            // "Microsoft Excel, including advanced formulas", "SQL (queries, joins)": the class is a thing of its own.
            let members = if all_named { Expr::all(parts) } else { Expr::Any { any: parts, open: examples, class: None } };
            return Some(Expr::all(own().into_iter().chain([members]).collect()));
        }
        if all_named {
            // "maintaining automated tests (unit, acceptance and integration)": the task is one of them.
            let task = (line.word(name.start).ends_with("ing") && name.len() > 2).then(own).flatten();
            return Some(Expr::all(task.into_iter().chain(parts).collect()));
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

/// Several skills as examples, of which one is enough.
fn as_examples(needs: Needs) -> Needs {
    match needs {
        Expr::All { all } if all.iter().all(|need| matches!(need, Expr::Atom(Predicate::Skill(_)))) => {
            Expr::Any { any: all, open: true, class: None }
        }
        other => other,
    }
}

/// The longest list of what a disposition is for; a longer one lists something else.
const MOST_LIKED: usize = 3;

/// "take charge, set objectives, lead by influence": among dispositions, a task that the vocabulary does not know is one too.
fn as_siblings(needs: Vec<Needs>) -> Vec<Needs> {
    let traits = needs.iter().filter(|n| matches!(n, Expr::Atom(Predicate::Trait(_)))).count();
    if traits * 2 < needs.len() || traits < 2 {
        return needs;
    }
    needs
        .into_iter()
        .map(|need| match need {
            // a craft has an object: "schedule" alone is how somebody works
            Expr::Atom(Predicate::Skill(skill))
                if skill.concept.is_none() && (!begins_craft(&skill.text) || traits >= MOST_LIKED && !skill.text.contains(' ')) =>
            {
                Expr::Atom(Predicate::Trait(Trait { text: skill.text, concept: None }))
            }
            other => other,
        })
        .collect()
}

/// "finance processes (budget cycles, negotiations)": beside things that are known, what could be a disposition is one of them.
fn as_named(parts: Vec<Needs>) -> Vec<Needs> {
    if !parts.iter().any(|part| matches!(part, Expr::Atom(Predicate::Skill(_)))) {
        return parts;
    }
    let named = parts.into_iter().map(|part| match part {
        Expr::Atom(Predicate::Trait(found)) => Expr::Atom(crate::kind::skill::read::of_text(found.text, None)),
        other => other,
    });
    named.collect()
}

/// "develop instructional goals": a craft, whatever stands beside it.
fn begins_craft(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default().to_lowercase();
    Heads::shared().is_task_word(TaskWord::Craft, &first)
}

fn nonempty(parts: Vec<Needs>, make: fn(Vec<Needs>) -> Needs) -> Option<Needs> {
    (!parts.is_empty()).then(|| make(parts))
}

/// "tools", "techniques", "technologies": nouns of many things, which name a class.
fn is_generic_plural(line: &Line<'_>, at: usize) -> bool {
    Words::shared().phrase.classes.has(line, at)
}

/// "A and B" inside a parenthesis, in so many words.
fn joined_by_and(line: &Line<'_>, members: &Shape) -> bool {
    let items = members.items();
    items.iter().zip(items.iter().skip(1)).any(|(a, b)| line.find(a.end..b.start, &["and", "&"]).is_some())
}
