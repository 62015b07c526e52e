//! Counts what was found right, wrong, not at all and for nothing, of one posting or of all.
//!
//! A gold file and an extraction go in, [`Tally`] comes out, with every miss in words. What the counts amount to is up to
//! [`super::figures`].

use crate::atoms::{Atom, atoms, classes, list, text};
use crate::pairing::{is_blank, names, pairs, same_value, wrong};
use crate::words::{overlap, squash};
use serde_json::Value;
use std::collections::BTreeMap;

/// The header facts that are compared.
pub(crate) const FACTS: [&str; 11] =
    ["title", "company", "locations", "workplace", "employment", "posted", "deadline", "weekly_hours", "salary", "terms", "reference"];

/// What became of the atoms of a kind.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Count {
    /// In the gold, and found.
    pub(crate) found: usize,
    /// Of those, the ones with nothing wrong.
    pub(crate) exact: usize,
    /// Of those found, the ones with the right priority.
    pub(crate) priority: usize,
    /// In the gold, and not found.
    pub(crate) missed: usize,
    /// Found, and not in the gold.
    pub(crate) spurious: usize,
}

/// How often something was right.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Rate {
    pub(crate) right: usize,
    pub(crate) wrong: usize,
}

impl Rate {
    fn add(&mut self, is_right: bool) {
        *if is_right { &mut self.right } else { &mut self.wrong } += 1;
    }
}

/// What was counted.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) kinds: BTreeMap<String, Count>,
    pub(crate) structure: Rate,
    pub(crate) metadata: Rate,
    pub(crate) faithful: Rate,
    pub(crate) postings: usize,
    /// What went wrong, in words.
    pub(crate) misses: Vec<String>,
}

impl Tally {
    /// Counts one posting: its gold, what was found, and the text that was read.
    pub(crate) fn add(&mut self, name: &str, gold: &Value, found: &Value, source: &str) {
        let (ours, theirs) = (atoms(gold), atoms(found));
        let pairs = pairs(&ours, &theirs);
        let before = self.misses.len();
        self.postings += 1;
        pairs.iter().for_each(|(i, j)| self.add_pair(&ours[*i], &theirs[*j]));
        let is_left = |at: usize, side: fn(&(usize, usize)) -> usize| pairs.iter().all(|pair| side(pair) != at);
        let missed = ours.iter().enumerate().filter(|(at, it)| is_left(*at, |pair| pair.0) && !it.is_optional);
        missed.for_each(|(_, it)| self.add_missed(it));
        let spurious = theirs.iter().enumerate().filter(|(at, it)| is_left(*at, |pair| pair.1) && !is_noise(it, gold));
        spurious.for_each(|(_, it)| self.add_spurious(it));
        self.add_structure(&ours, &theirs, &pairs);
        self.add_facts(&gold["posting"], &found["posting"]);
        self.add_quotes(found, source);
        self.misses[before..].iter_mut().for_each(|miss| *miss = format!("{name}: {miss}"));
    }

    fn count(&mut self, atom: &Atom<'_>) -> &mut Count {
        self.kinds.entry(atom.kind().to_owned()).or_default()
    }

    fn add_pair(&mut self, gold: &Atom<'_>, found: &Atom<'_>) {
        if gold.is_optional {
            return;
        }
        let wrong = wrong(gold, found);
        let count = self.count(gold);
        count.found += 1;
        count.exact += usize::from(wrong.is_empty());
        count.priority += usize::from(!wrong.contains(&"priority"));
        if !wrong.is_empty() {
            let said = format!("{} {} for {} {}", found.priority, found.value, gold.priority, gold.value);
            self.misses.push(format!("wrong {}: {said}", wrong.join(", ")));
        }
    }

    fn add_missed(&mut self, gold: &Atom<'_>) {
        self.count(gold).missed += 1;
        self.misses.push(format!("missed {} {} in {:?}", gold.priority, gold.value, gold.quote));
    }

    fn add_spurious(&mut self, found: &Atom<'_>) {
        self.count(found).spurious += 1;
        self.misses.push(format!("spurious {} {} in {:?}", found.priority, found.value, found.quote));
    }

    /// A requirement of which two atoms or more were found is right where every two of them hang together as they should.
    fn add_structure(&mut self, gold: &[Atom<'_>], found: &[Atom<'_>], pairs: &[(usize, usize)]) {
        for requirement in 0..=gold.last().map_or(0, |it| it.requirement) {
            let members: Vec<_> = pairs.iter().filter(|(i, _)| gold[*i].requirement == requirement).collect();
            if members.len() < 2 {
                continue;
            }
            let holds = |a: &(usize, usize), b: &(usize, usize)| gold[a.0].relation(&gold[b.0]) == found[a.1].relation(&found[b.1]);
            let is_right = members.iter().enumerate().all(|(at, a)| members[at + 1..].iter().all(|b| holds(a, b)));
            self.structure.add(is_right);
            if !is_right {
                self.misses.push(format!("structure of {:?}", gold[members[0].0].quote));
            }
        }
    }

    /// A fact of the gold must be found; one that the gold says is not stated must not.
    fn add_facts(&mut self, gold: &Value, found: &Value) {
        for fact in FACTS {
            let (want, got) = (&gold[fact], &found[fact]);
            let is_right = if is_blank(want) { is_blank(got) } else { same_value(fact, want, got) };
            if !is_blank(want) || (gold.get(fact).is_some() && !is_right) {
                self.metadata.add(is_right);
            }
            if !is_right && gold.get(fact).is_some() {
                self.misses.push(format!("{fact} {got} for {want}"));
            }
        }
    }

    fn add_quotes(&mut self, found: &Value, source: &str) {
        for requirement in list(found, "requirements") {
            let fault = misquote(requirement, source);
            self.faithful.add(fault.is_none());
            self.misses.extend(fault);
        }
    }
}

/// What is wrong with the quote of a requirement: it must stand in the text, at its span.
pub(crate) fn misquote(requirement: &Value, source: &str) -> Option<String> {
    let at = |n: usize| requirement["span"][n].as_u64().and_then(|it| usize::try_from(it).ok());
    let quote = text(requirement, "quote");
    let there = at(0).zip(at(1)).and_then(|(start, end)| source.get(start..end));
    (quote.is_empty() || there != Some(quote)).then(|| format!("{quote:?} is quoted, but {there:?} stands at its span"))
}

/// Whether an atom that was found counts neither way: it stands in a text where readers could differ, or is the class of a list of examples.
fn is_noise(found: &Atom<'_>, gold: &Value) -> bool {
    let fold = |text: &str| squash(text).to_lowercase();
    let quote = fold(found.quote);
    let zones = list(gold, "optional_text").iter().filter_map(Value::as_str).map(fold);
    let is_class =
        |(class, at): (&str, &str)| overlap(at, found.quote) >= 0.5 && names(found.value).any(|name| overlap(class, name) >= 0.5);
    zones.into_iter().any(|zone| zone.contains(&quote) || quote.contains(&zone))
        || (found.kind() == "skill" && classes(gold).into_iter().any(is_class))
}
