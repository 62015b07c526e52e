//! Holds candidates against postings, and writes the rows in the format asked; `quals rank` and `quals diff` are two views of it.

use crate::{
    args::ReadArgs,
    exit::Failure,
    filters::{Format, ShowArgs},
    output::Output,
    sweep::Sweep,
};
use jiff::civil::Date;
use quals::{
    Engine,
    evaluate::Brief,
    kind::{Candidate, Demands},
    profile::Profile,
    rank::{Dropped, Filters, RankRow, SortKey, compare},
    read::{Document, Input},
    report::{Change, Ranking, Row, Subject, Tally, csv, json, markdown, table},
};
use std::{io, io::Write};

/// A profile, and what it is compared with.
pub(crate) struct Contender {
    /// The profile whose rows are shown.
    pub(crate) profile: Profile,
    /// The profile before a change, and what the change is.
    pub(crate) before: Option<(Profile, Change)>,
    /// What its rows must be.
    pub(crate) filters: Vec<Filters>,
}

/// What rows are put together by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    /// The postings of each profile.
    Profile,
    /// The candidates of each posting.
    Posting,
}

/// Which rows are of interest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// All.
    All,
    /// Those that a change of the profile changes.
    Changes,
}

/// What to rank and how to show it.
pub(crate) struct Plan<'a> {
    pub(crate) engine: &'a Engine,
    pub(crate) as_of: Date,
    pub(crate) contenders: &'a [Contender],
    pub(crate) postings: &'a [Input],
    pub(crate) by: By,
    pub(crate) scope: Scope,
    pub(crate) show: &'a ShowArgs,
    /// Dropped rows are written too.
    pub(crate) dropped: bool,
    pub(crate) reading: &'a ReadArgs,
}

/// A candidate beside the one it was.
struct Pair<'p> {
    now: Candidate<'p>,
    before: Option<Candidate<'p>>,
    filters: &'p [Filters],
    name: Option<&'p str>,
}

impl<'p> Pair<'p> {
    fn new(contender: &'p Contender, plan: &Plan<'p>) -> Self {
        let candidate = |profile| Candidate::new(profile, plan.engine.taxonomy(), plan.as_of);
        Self {
            now: candidate(&contender.profile),
            before: contender.before.as_ref().map(|(profile, _)| candidate(profile)),
            filters: &contender.filters,
            name: contender.profile.name.as_deref(),
        }
    }

    /// The row of a posting, and the filter that drops it.
    fn row(&self, brief: &Brief<'_>, engine: &Engine) -> (Row, Option<Dropped>) {
        let result = RankRow::by_brief(&self.now, brief);
        let result = match &self.before {
            Some(before) => result.since(&RankRow::by_brief(before, brief)),
            None => result,
        };
        let extraction = brief.extraction();
        let dropped = self.filters.iter().find_map(|filters| filters.drops(&result, &extraction.posting, engine.taxonomy()));
        (Row::new(result, &extraction.posting, self.name), dropped)
    }
}

/// Ranks.
pub(crate) fn rank(plan: &Plan<'_>, tally: &mut Tally, output: &mut Output) -> Result<Vec<Ranking>, Failure> {
    let pairs: Vec<Pair<'_>> = plan.contenders.iter().map(|contender| Pair::new(contender, plan)).collect();
    let mut shelves: Vec<Shelf> = match plan.by {
        By::Profile => plan.contenders.iter().map(|contender| Shelf::new(subject(contender), plan)).collect(),
        By::Posting => Vec::new(),
    };
    let demands = Demands::new(plan.engine.taxonomy());
    let work = |document: Document| {
        let extraction = plan.engine.extract(&document, plan.as_of);
        let brief = Brief::new(&demands, &extraction);
        let slim = |(row, dropped): (Row, _)| if plan.show.has_verdicts() { (row, dropped) } else { (row.without_verdicts(), dropped) };
        let rows: Vec<_> = pairs.iter().map(|pair| slim(pair.row(&brief, plan.engine))).collect();
        (rows, extraction.source, extraction.posting)
    };
    Sweep::new(plan.postings, plan.reading).each(tally, output, work, |result, tally, _| {
        let Ok((rows, source, facts)) = result else { return Ok(()) };
        if let Some(unread) = rows.first().and_then(|(row, _)| row.result.unread.as_ref()) {
            *tally.unread.entry(unread.name.clone()).or_default() += 1;
        }
        if plan.by == By::Posting {
            let mut shelf = Shelf::new(Subject::Posting { source, facts: Box::new(facts) }, plan);
            rows.into_iter().for_each(|(row, dropped)| shelf.add(row, dropped));
            shelf.sort();
            shelves.push(shelf);
        } else {
            shelves.iter_mut().zip(rows).for_each(|(shelf, (row, dropped))| shelf.add(row, dropped));
        }
        Ok(())
    })?;
    Ok(shelves.into_iter().map(Shelf::finish).collect())
}

fn subject(contender: &Contender) -> Subject {
    let profile = &contender.profile;
    let change = contender.before.as_ref().map(|(_, change)| change.clone());
    Subject::Profile { file: profile.source.clone(), name: profile.name.clone(), change }
}

/// The rows of one subject while they come in: where their order lets it, no more than about twice as many as are shown.
struct Shelf {
    ranking: Ranking,
    beside: Vec<Row>,
    top: usize,
    sort: SortKey,
    scope: Scope,
    keep_dropped: bool,
}

impl Shelf {
    fn new(subject: Subject, plan: &Plan<'_>) -> Self {
        Self {
            ranking: Ranking::of(subject),
            beside: Vec::new(),
            top: plan.show.top(),
            sort: plan.show.sort,
            scope: plan.scope,
            keep_dropped: plan.dropped,
        }
    }

    fn add(&mut self, mut row: Row, dropped: Option<Dropped>) {
        const SLACK: usize = 1_000;
        if let Some(dropped) = dropped {
            *self.ranking.dropped.entry(dropped).or_default() += 1;
            row.result.filtered = Some(dropped.name());
            if self.keep_dropped {
                self.beside.push(row);
            }
            return;
        }
        if self.scope == Scope::Changes && !row.result.has_changed() {
            self.ranking.unchanged += 1;
            return;
        }
        *self.ranking.standings.entry(row.result.standing).or_default() += 1;
        if let Some(was) = row.result.before.as_ref().map(|before| before.standing).filter(|was| *was != row.result.standing) {
            *self.ranking.moves.entry((was, row.result.standing)).or_default() += 1;
        }
        self.ranking.rows.push(row);
        if self.sort == SortKey::Rank && self.ranking.rows.len() > self.top.saturating_mul(2).saturating_add(SLACK) {
            self.sort();
        }
    }

    /// Puts the rows in order, and drops those that are not shown where that can be told already.
    fn sort(&mut self) {
        self.ranking.rows.sort_by(|a, b| compare(&a.result, &b.result));
        if self.sort == SortKey::Rank {
            self.ranking.rows.truncate(self.top);
        }
    }

    fn finish(mut self) -> Ranking {
        self.sort();
        for (row, rank) in self.ranking.rows.iter_mut().zip(1..) {
            row.result.rank = rank;
        }
        if self.sort != SortKey::Rank {
            self.ranking.rows.sort_by(|a, b| self.sort.compare((&a.result, &a.posting), (&b.result, &b.posting)));
            self.ranking.rows.truncate(self.top);
        }
        self.beside.sort_by(|a, b| compare(&a.result, &b.result));
        self.ranking.rows.append(&mut self.beside);
        self.ranking
    }
}

/// Writes rankings in the format asked; what filters drop is told on standard error where the format has no room for it.
pub(crate) fn write(plan: &Plan<'_>, rankings: &[Ranking], tally: &Tally, output: &mut Output) -> io::Result<()> {
    let columns = |standard: &'static [quals::report::Column]| if plan.show.columns.is_empty() { standard } else { &plan.show.columns };
    match plan.show.format {
        Format::Table => {
            let layout = table::Layout { columns: &plan.show.columns, as_of: plan.as_of, look: output.look };
            for ranking in shown(plan, rankings) {
                writeln!(output.out, "{}", table::render(ranking, layout))?;
            }
            write!(output.out, "{}{}", table::left_out(rankings, output.look), table::footer(tally, output.look))
        }
        Format::Markdown => {
            for (at, ranking) in shown(plan, rankings).enumerate() {
                let between = if at == 0 { "" } else { "\n" };
                write!(output.out, "{between}{}", markdown::render(ranking, columns(&markdown::COLUMNS), plan.as_of))?;
            }
            Ok(())
        }
        Format::Json => json::document(&json::Run { as_of: plan.as_of, tally, rankings }, &mut output.out),
        Format::Ndjson => {
            let mut rows = rankings.iter().flat_map(|ranking| &ranking.rows);
            rows.try_for_each(|row| json::line(&row.result, &mut output.out))?;
            tell_dropped(rankings, output);
            Ok(())
        }
        Format::Csv => {
            csv::write(rankings, columns(&csv::COLUMNS), &mut output.out)?;
            tell_dropped(rankings, output);
            Ok(())
        }
    }
}

/// The rankings that a table shows: of postings, those with a candidate left.
fn shown<'r>(plan: &Plan<'_>, rankings: &'r [Ranking]) -> impl Iterator<Item = &'r Ranking> {
    let all = plan.by == By::Profile;
    rankings.iter().filter(move |ranking| all || !ranking.rows.is_empty())
}

fn tell_dropped(rankings: &[Ranking], output: &mut Output) {
    for line in table::dropped(&table::sum(rankings)) {
        output.tell("note", &line);
    }
}
