//! The options that choose rows, and how the rows are shown; `quals rank` and `quals diff` share them.

use crate::{args::parse_count, choice, exit::Failure, output::Output};
use clap::{Args, ValueEnum};
use jiff::civil::Date;
use quals::{
    Engine,
    posting::{Employment, Workplace},
    rank::{Filters, LeastPay, Silence, SortKey, Standing},
    report::Column,
    taxonomy::Family,
};
use std::num::NonZero;

/// Which rows are shown.
#[derive(Debug, Args)]
#[command(next_help_heading = "Filters, which never change a standing or a fit; what they drop is counted")]
pub(crate) struct FilterArgs {
    /// Only what is eligible; the same as --standing eligible
    #[arg(long, conflicts_with = "standing")]
    eligible: bool,
    /// Only these standings
    #[arg(long, value_name = "STANDING", value_delimiter = ',', value_parser = choice::standing())]
    standing: Vec<Standing>,
    /// Only a fit of N or more
    #[arg(long, value_name = "N", value_parser = fit)]
    min_fit: Option<u8>,
    /// Only postings whose deadline has not passed, or that have none
    #[arg(long)]
    open: bool,
    /// Only these forms of employment
    #[arg(long, value_name = "FORM", value_delimiter = ',', value_parser = choice::employment())]
    employment: Vec<Employment>,
    /// Only postings in this city, region, country or group of countries; may be given several times
    #[arg(long, value_name = "PLACE")]
    place: Vec<String>,
    /// Only these ways of work
    #[arg(long, value_name = "MODE", value_delimiter = ',', value_parser = choice::mode())]
    mode: Vec<Workplace>,
    /// Only postings for this term, as in "summer 2027"; may be given several times
    #[arg(long, value_name = "TERM", value_parser = term)]
    term: Vec<String>,
    /// Only postings that pay so much a year or more, as in 60000, or "60000 CHF" for one currency
    #[arg(long, value_name = "SUM", value_parser = pay)]
    min_salary: Option<LeastPay>,
    /// Only titles with these words, or words that begin so; may be given several times
    #[arg(long, value_name = "WORDS")]
    title: Vec<String>,
    /// Only what the profile's [wants] do not exclude; a posting that does not state something is kept
    #[arg(long)]
    wanted: bool,
    /// Keep postings that do not state what a filter asks for
    #[arg(long)]
    unstated: bool,
    /// Write the dropped rows too, behind the others, with the filter that drops them
    #[arg(long)]
    pub(crate) dropped: bool,
}

impl FilterArgs {
    /// The filters; warns of a place that is not known.
    pub(crate) fn filters(&self, engine: &Engine, as_of: Date, output: &mut Output) -> Filters {
        for place in &self.place {
            warn_of_unknown(place, engine, output);
        }
        Filters {
            standings: if self.eligible { vec![Standing::Eligible] } else { self.standing.clone() },
            min_fit: self.min_fit.map(f64::from),
            open_on: self.open.then_some(as_of),
            employment: self.employment.clone(),
            places: self.place.clone(),
            modes: self.mode.clone(),
            terms: self.term.clone(),
            min_salary: self.min_salary.clone(),
            titles: self.title.clone(),
            exclude_companies: Vec::new(),
            silence: if self.unstated { Silence::Keep } else { Silence::Drop },
            wanted: false,
        }
    }

    /// Whether the profile's `[wants]` apply.
    pub(crate) fn wanted(&self) -> bool {
        self.wanted
    }
}

fn warn_of_unknown(place: &str, engine: &Engine, output: &mut Output) {
    let taxonomy = engine.taxonomy();
    if taxonomy.mentioned(Family::Place, place).is_empty() {
        let near = taxonomy.nearest(Family::Place, place).map(|(name, _)| format!("; the nearest name is `{name}`")).unwrap_or_default();
        let sentence = format!("the vocabulary does not know the place `{place}` of `--place`, which is matched by its words{near}");
        output.tell("warning", &sentence);
    }
}

fn term(text: &str) -> Result<String, String> {
    const SEASONS: [&str; 5] = ["spring", "summer", "fall", "autumn", "winter"];
    let mut words = text.split_whitespace();
    let is_word = |word: &str| SEASONS.contains(&word.to_lowercase().as_str()) || (word.len() == 4 && word.parse::<u16>().is_ok());
    if words.clone().next().is_some() && words.all(is_word) {
        return Ok(text.to_owned());
    }
    Err("a term is a season, a year or both, as in `summer 2027`; the seasons are `spring`, `summer`, `fall` and `winter`".to_owned())
}

fn pay(text: &str) -> Result<LeastPay, String> {
    let is_code = |part: &str| part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let (codes, sums): (Vec<&str>, Vec<&str>) = text.split_whitespace().partition(|part| is_code(part));
    let sum =
        sums.first().and_then(|sum| sum.replace([',', '_', '\''], "").parse::<f64>().ok()).filter(|sum| sum.is_finite() && *sum >= 0.0);
    match (sum, sums.len(), codes.as_slice()) {
        (Some(a_year), 1, [] | [_]) => Ok(LeastPay { a_year, currency: codes.first().map(|code| code.to_uppercase()) }),
        _ => Err("it must be a sum a year, as in `60000` or `60000 CHF`".to_owned()),
    }
}

/// How rows are shown.
#[derive(Debug, Args)]
pub(crate) struct ShowArgs {
    /// How to write it
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    pub(crate) format: Format,
    /// The columns of a table, Markdown or CSV
    #[arg(long, value_name = "COLUMN", value_delimiter = ',', value_parser = choice::column())]
    pub(crate) columns: Vec<Column>,
    /// In which order to show rows; their ranks stay
    #[arg(long, value_name = "KEY", default_value = "rank", value_parser = choice::sort())]
    pub(crate) sort: SortKey,
    /// Show only the first N rows of each profile, or of each posting
    #[arg(long, value_name = "N", value_parser = parse_count)]
    top: Option<NonZero<usize>>,
}

/// The formats of a ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Tables that fit the terminal
    Table,
    /// One document
    Json,
    /// One line for each profile and posting
    Ndjson,
    /// One line for each profile and posting, for a spreadsheet
    Csv,
    /// Tables for a wiki or an issue
    Markdown,
}

impl ShowArgs {
    /// How many rows are shown at most.
    pub(crate) fn top(&self) -> usize {
        self.top.map_or(usize::MAX, NonZero::get)
    }

    /// Refuses columns for a format that has none.
    pub(crate) fn check(&self) -> Result<(), Failure> {
        let whole = matches!(self.format, Format::Json | Format::Ndjson);
        if whole && !self.columns.is_empty() {
            let advice = "JSON always holds all; choose `--format table`, `csv` or `markdown`";
            return Err(Failure::Input(format!("`--columns` does not go with JSON: {advice}")));
        }
        Ok(())
    }

    /// Whether rows are written with their verdicts.
    pub(crate) fn has_verdicts(&self) -> bool {
        matches!(self.format, Format::Json | Format::Ndjson)
    }
}

fn fit(text: &str) -> Result<u8, String> {
    text.parse().ok().filter(|fit| *fit <= 100).ok_or_else(|| "it must be a whole number from 0 to 100".to_owned())
}
