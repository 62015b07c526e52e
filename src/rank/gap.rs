//! Gaps: what is unmet over many postings, put together by what it is about, with what meeting it alone would change.
//!
//! Kubernetes is asked by 12 postings; were it met alone, 3 of them would turn eligible. To know something shows what is broader too: Kubernetes counts for the
//! postings that ask for container orchestration. What hardly any posting asks by its own name, and opens no more than what is broader, is left out.

use super::{
    Outlook, Standing,
    outlook::{Part, Place, PostingName},
};
use crate::{
    kind::{Candidate, Topic},
    logic::{Label, Truth},
    requirement::Priority,
};
use rustc_hash::FxHashMap;
use serde::Serialize;

/// A gap is asked often by its own name where that is one in so many of the postings that it would help with.
const OWN_SHARE: usize = 5;

/// Something unmet, over many postings.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Gap {
    /// The kind of predicate.
    pub kind: &'static str,
    /// What it is about: `Kubernetes`.
    pub name: String,
    /// The id of the concept in the vocabulary, or the code of the country.
    pub id: Option<String>,
    /// How many postings ask it, or something that it shows, unmet.
    pub postings: usize,
    /// How many of them require it.
    pub required: usize,
    /// How many would turn eligible, were it met alone.
    pub eligible: usize,
    /// How many would leave *stretch*, to eligible or unclear.
    pub leave_stretch: usize,
    /// How many would leave *ineligible*.
    pub leave_ineligible: usize,
    /// How many points of fit all of them together would gain.
    pub fit_gain: f64,
    /// The postings that would turn eligible.
    pub turn_eligible: Vec<PostingName>,
}

/// A posting that one requirement keeps from being eligible.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Near {
    /// The posting.
    #[serde(flatten)]
    pub posting: PostingName,
    /// Its standing.
    pub standing: Standing,
    /// Its fit.
    pub fit: Option<f64>,
    /// Its fit, were the requirement met.
    pub fit_if_met: Option<f64>,
    /// The id of the requirement.
    pub requirement: String,
    /// Its sentence.
    pub quote: String,
    /// Its line.
    pub line: usize,
    /// What is unmet in it.
    pub lacks: Vec<String>,
}

/// The gaps of a candidate over postings: first what would turn most of them eligible, then what opens most, then what the fit gains most by.
#[must_use]
pub fn gaps(candidate: &Candidate<'_>, outlooks: &[Outlook]) -> Vec<Gap> {
    let topics = Topics::new(candidate, outlooks);
    let mut shared: FxHashMap<&[usize], Vec<Met>> = FxHashMap::default();
    let all: Vec<Gap> = topics
        .all
        .iter()
        .map(|it| {
            let broader = shared.entry(it.broader.as_slice()).or_insert_with(|| topics.met_by(&it.broader, outlooks));
            it.gap(broader, outlooks)
        })
        .collect();
    let stands_alone: Vec<bool> = all.iter().zip(&topics.all).map(|(gap, it)| it.stands_alone(gap, &all)).collect();
    let mut gaps: Vec<Gap> = all.into_iter().zip(stands_alone).filter(|(_, alone)| *alone).map(|(gap, _)| gap).collect();
    gaps.sort_by(|a, b| {
        let counts = b.opens().cmp(&a.opens());
        counts.then(b.fit_gain.total_cmp(&a.fit_gain)).then_with(|| (a.kind, &a.name).cmp(&(b.kind, &b.name)))
    });
    gaps
}

/// An outlook some of whose parts would be met.
struct Met {
    /// Its place among the outlooks.
    outlook: usize,
    /// The parts, in order.
    parts: Vec<Place>,
    /// The standing and the fit that it would have.
    outcome: (Standing, Option<f64>),
}

impl Met {
    fn new(outlooks: &[Outlook], outlook: usize, parts: Vec<Place>) -> Option<Self> {
        let outcome = outlooks.get(outlook)?.with_met(&parts);
        Some(Self { outlook, parts, outcome })
    }
}

/// What the unmet parts of all postings are about.
struct Topics<'o> {
    all: Vec<Lacked<'o>>,
}

/// Something that is unmet in postings.
struct Lacked<'o> {
    topic: &'o Topic,
    /// Where it is asked by its own name, in reading order.
    own: Vec<(usize, Place)>,
    /// The places of the topics that it shows, but for itself, in order.
    broader: Vec<usize>,
}

impl<'o> Topics<'o> {
    fn new(candidate: &Candidate<'_>, outlooks: &'o [Outlook]) -> Self {
        let mut at: FxHashMap<&Topic, usize> = FxHashMap::default();
        let mut all: Vec<Lacked<'_>> = Vec::new();
        for (o, outlook) in outlooks.iter().enumerate() {
            for (place, part) in outlook.parts(is_unmet) {
                let Some(topic) = &part.topic else { continue };
                let known = *at.entry(topic).or_insert_with(|| {
                    all.push(Lacked { topic, own: Vec::new(), broader: Vec::new() });
                    all.len() - 1
                });
                if let Some(lacked) = all.get_mut(known) {
                    lacked.own.push((o, place));
                }
            }
        }
        let ids = all.iter().enumerate().filter_map(|(i, it)| Some(((it.topic.kind, it.topic.id.as_deref()?), i)));
        let by_id: FxHashMap<(&str, &str), usize> = ids.collect();
        for lacked in &mut all {
            lacked.broader = broader(candidate, lacked.topic, &by_id);
        }
        Self { all }
    }

    /// What would be met were these topics, by outlook and in order.
    fn met_by(&self, topics: &[usize], outlooks: &[Outlook]) -> Vec<Met> {
        let mut all: Vec<(usize, Place)> = topics.iter().filter_map(|at| self.all.get(*at)).flat_map(|it| &it.own).copied().collect();
        all.sort_unstable();
        all.dedup();
        let of_one = |of_one: &[(usize, Place)]| Met::new(outlooks, of_one.first()?.0, of_one.iter().map(|it| it.1).collect());
        all.chunk_by(|a, b| a.0 == b.0).filter_map(of_one).collect()
    }
}

/// The places of the topics that a topic shows, but for itself.
fn broader(candidate: &Candidate<'_>, topic: &Topic, by_id: &FxHashMap<(&str, &str), usize>) -> Vec<usize> {
    let shown = if matches!(topic.kind, "skill" | "certification") { topic.shows(candidate) } else { Vec::new() };
    let others = shown.iter().filter(|id| topic.id.as_ref() != Some(id));
    others.filter_map(|id| by_id.get(&(topic.kind, id.as_str())).copied()).collect()
}

impl Lacked<'_> {
    /// Whether a gap says more than the broader ones that it shows: it is often asked by its own name, or opens more than each of them.
    ///
    /// Twenty tools that each show "BI tool" would else stand above it, whoever asks for them.
    fn stands_alone(&self, gap: &Gap, all: &[Gap]) -> bool {
        let own = self.own.chunk_by(|a, b| a.0 == b.0).count();
        own * OWN_SHARE >= gap.postings || self.broader.iter().filter_map(|at| all.get(*at)).all(|broader| gap.opens() > broader.opens())
    }

    /// What would change, were it met: its own parts, together with those of what it shows.
    fn gap(&self, broader: &[Met], outlooks: &[Outlook]) -> Gap {
        let mut gap = Gap::of(self.topic);
        let mut others = broader.iter().peekable();
        for own in self.own.chunk_by(|a, b| a.0 == b.0) {
            let Some(&(at, _)) = own.first() else { continue };
            while let Some(other) = others.next_if(|other| other.outlook < at) {
                gap.count(other, outlooks);
            }
            let mut parts: Vec<Place> = own.iter().map(|it| it.1).collect();
            if let Some(other) = others.next_if(|other| other.outlook == at) {
                parts.extend_from_slice(&other.parts);
                parts.sort_unstable();
            }
            if let Some(met) = Met::new(outlooks, at, parts) {
                gap.count(&met, outlooks);
            }
        }
        others.for_each(|other| gap.count(other, outlooks));
        gap.fit_gain = (gap.fit_gain * 10.0).round() / 10.0;
        gap
    }
}

impl Gap {
    /// How many postings it would turn eligible, then how many it would open.
    fn opens(&self) -> (usize, usize) {
        (self.eligible, self.leave_stretch + self.leave_ineligible)
    }

    fn of(topic: &Topic) -> Self {
        Self {
            kind: topic.kind,
            name: topic.name.clone(),
            id: topic.id.clone(),
            postings: 0,
            required: 0,
            eligible: 0,
            leave_stretch: 0,
            leave_ineligible: 0,
            fit_gain: 0.0,
            turn_eligible: Vec::new(),
        }
    }

    /// Counts what a posting gains where some of its parts are met.
    fn count(&mut self, met: &Met, outlooks: &[Outlook]) {
        let Some(outlook) = outlooks.get(met.outlook) else { return };
        let (standing, fit) = met.outcome;
        let is_required = |place: &Place| outlook.requirements.get(place.0).is_some_and(|it| it.priority == Priority::Required);
        self.postings += 1;
        self.required += usize::from(met.parts.iter().any(is_required));
        self.leave_stretch += usize::from(outlook.standing == Standing::Stretch && standing < Standing::Stretch);
        self.leave_ineligible += usize::from(outlook.standing == Standing::Ineligible && standing < Standing::Ineligible);
        self.fit_gain += fit.zip(outlook.fit).map_or(0.0, |(now, before)| now - before);
        if standing == Standing::Eligible && outlook.standing != Standing::Eligible {
            self.eligible += 1;
            self.turn_eligible.push(outlook.posting.clone());
        }
    }
}

fn is_unmet(part: &Part) -> bool {
    part.truth() == Some(Truth::Unmet)
}

/// The postings that one requirement keeps from being eligible, the best fit first.
#[must_use]
pub fn near(outlooks: &[Outlook]) -> Vec<Near> {
    let mut near: Vec<Near> = outlooks.iter().filter_map(nearly).collect();
    near.sort_by(|a, b| {
        let fit = |it: &Near| it.fit_if_met.unwrap_or_default();
        fit(b).total_cmp(&fit(a)).then_with(|| a.posting.source.cmp(&b.posting.source))
    });
    near
}

fn nearly(outlook: &Outlook) -> Option<Near> {
    let open = |label| !matches!(label, Label::Met | Label::Assumed);
    let required = outlook.requirements.iter().enumerate().filter(|(_, it)| it.priority == Priority::Required && open(it.label));
    let [(at, requirement)] = required.collect::<Vec<_>>()[..] else { return None };
    let of_it = |place: &Place| place.0 == at;
    let lacking: Vec<(Place, &Part)> = outlook.parts(is_unmet).filter(|(place, _)| of_it(place)).collect();
    let (standing, fit) = outlook.with_met(&lacking.iter().map(|(place, _)| *place).collect::<Vec<_>>());
    let lacks = lacking.iter().filter_map(|(_, part)| part.topic.as_ref().map(|topic| topic.name.clone()));
    (standing == Standing::Eligible && !lacking.is_empty()).then(|| Near {
        posting: outlook.posting.clone(),
        standing: outlook.standing,
        fit: outlook.fit,
        fit_if_met: fit,
        requirement: requirement.id.to_string(),
        quote: requirement.quote.to_string(),
        line: requirement.line,
        lacks: lacks.collect(),
    })
}
