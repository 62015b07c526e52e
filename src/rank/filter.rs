//! Filters: which rows are shown. They never change a standing or a fit.
//!
//! `--employment internship` drops a posting that states another form of employment, and one that states none: whoever asks for internships does not
//! want to read what may be one. The two are counted apart, and [`Silence::Keep`] keeps the second. What a candidate *wants* drops only what says
//! otherwise. Each dropped row is counted for the first filter that drops it, in the order of [`FilterName`].

use super::{RankRow, Standing};
use crate::{
    kind::lies_within,
    posting::{Employment, PayPeriod, Posting, Salary, Workplace},
    profile::Wants,
    taxonomy::Taxonomy,
    text::{Word, WordKind, words},
};
use jiff::civil::Date;
use serde::Serialize;

/// The filters, in the order in which they are tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FilterName {
    /// The standing is one of those asked.
    Standing,
    /// The fit is high enough.
    MinFit,
    /// The deadline has not passed.
    Open,
    /// The form of employment is one of those asked.
    Employment,
    /// It lies in one of the places asked.
    Place,
    /// The way of work is one of those asked.
    Mode,
    /// It is for one of the terms asked.
    Term,
    /// It pays enough.
    MinSalary,
    /// The title has the words asked.
    Title,
    /// The company is none of those to leave out.
    ExcludeCompany,
}

impl FilterName {
    /// Its name, as in JSON and, with `-` for `_`, on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Standing => "standing",
            Self::MinFit => "min_fit",
            Self::Open => "open",
            Self::Employment => "employment",
            Self::Place => "place",
            Self::Mode => "mode",
            Self::Term => "term",
            Self::MinSalary => "min_salary",
            Self::Title => "title",
            Self::ExcludeCompany => "exclude_company",
        }
    }
}

/// What becomes of a posting that does not state what a filter asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Silence {
    /// It is dropped.
    #[default]
    Drop,
    /// It is kept.
    Keep,
}

/// Which filter dropped a row, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Dropped {
    /// The filter.
    pub by: FilterName,
    /// It is one of the candidate's `[wants]`.
    pub wanted: bool,
    /// The posting does not state what the filter asks for.
    pub silent: bool,
}

impl Dropped {
    /// As JSON names it: `employment`, or `wants.employment`.
    #[must_use]
    pub fn name(self) -> String {
        if self.wanted { format!("wants.{}", self.by.name()) } else { self.by.name().to_owned() }
    }
}

/// A least pay.
#[derive(Debug, Clone, PartialEq)]
pub struct LeastPay {
    /// The sum a year.
    pub a_year: f64,
    /// Its currency, an ISO 4217 code; without one, sums are compared whatever their currency.
    pub currency: Option<String>,
}

/// What a row must be to be shown; what is empty asks nothing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filters {
    /// One of these standings.
    pub standings: Vec<Standing>,
    /// At least this fit.
    pub min_fit: Option<f64>,
    /// The deadline has not passed on this day.
    pub open_on: Option<Date>,
    /// One of these forms of employment.
    pub employment: Vec<Employment>,
    /// In one of these places.
    pub places: Vec<String>,
    /// One of these ways of work.
    pub modes: Vec<Workplace>,
    /// For one of these terms: `summer 2027`, `fall`.
    pub terms: Vec<String>,
    /// At least this pay.
    pub min_salary: Option<LeastPay>,
    /// All words of one of these begin words of the title.
    pub titles: Vec<String>,
    /// Not by one of these companies.
    pub exclude_companies: Vec<String>,
    /// What becomes of a posting that does not state it.
    pub silence: Silence,
    /// These are a candidate's `[wants]`.
    pub wanted: bool,
}

impl Filters {
    /// The filters of a profile's `[wants]`. They drop what says otherwise, and nothing that is silent.
    #[must_use]
    pub fn of_wants(wants: &Wants) -> Self {
        Self {
            employment: wants.employment.clone(),
            places: wants.places.clone(),
            modes: wants.modes.clone(),
            min_salary: wants.min_salary.map(|a_year| LeastPay { a_year, currency: None }),
            exclude_companies: wants.exclude_companies.clone(),
            silence: Silence::Keep,
            wanted: true,
            ..Self::default()
        }
    }

    /// The first filter that drops a row; `None` where it is shown.
    #[must_use]
    pub fn drops(&self, row: &RankRow, posting: &Posting, taxonomy: &Taxonomy) -> Option<Dropped> {
        use FilterName as F;
        let checks: [(F, &dyn Fn() -> Option<bool>); 10] = [
            (F::Standing, &|| Some(self.standings.is_empty() || self.standings.contains(&row.standing))),
            (F::MinFit, &|| self.min_fit.map_or(Some(true), |least| row.fit.map(|fit| fit >= least))),
            (F::Open, &|| Some(self.open_on.zip(posting.deadline).is_none_or(|(day, deadline)| deadline.last_day() >= day))),
            (F::Employment, &|| one_of(&self.employment, posting.employment)),
            (F::Place, &|| self.place(posting, taxonomy)),
            (F::Mode, &|| one_of(&self.modes, posting.workplace)),
            (F::Term, &|| any_of(&self.terms, &posting.terms, same_term)),
            (F::MinSalary, &|| self.min_salary.as_ref().map_or(Some(true), |least| pays(posting, least))),
            (F::Title, &|| any_of(&self.titles, posting.title.as_slice(), |words, title| has_words(title, words))),
            (F::ExcludeCompany, &|| Some(!self.excludes(posting))),
        ];
        checks.iter().find_map(|(by, fits)| match fits() {
            Some(true) => None,
            None if self.silence == Silence::Keep => None,
            fits => Some(Dropped { by: *by, wanted: self.wanted, silent: fits.is_none() }),
        })
    }

    fn place(&self, posting: &Posting, taxonomy: &Taxonomy) -> Option<bool> {
        any_of(&self.places, &posting.locations, |place, location| lies_within(taxonomy, location, place))
    }

    fn excludes(&self, posting: &Posting) -> bool {
        posting.company.as_ref().is_some_and(|company| self.exclude_companies.iter().any(|name| has_words(company, name)))
    }
}

/// Whether a stated fact is one of those asked; `None` where it is not stated.
fn one_of<T: PartialEq>(asked: &[T], stated: Option<T>) -> Option<bool> {
    if asked.is_empty() { Some(true) } else { stated.map(|stated| asked.contains(&stated)) }
}

/// Whether some stated fact fits some that is asked; `None` where none is stated.
fn any_of(asked: &[String], stated: &[String], fits: impl Fn(&str, &str) -> bool) -> Option<bool> {
    if asked.is_empty() {
        return Some(true);
    }
    (!stated.is_empty()).then(|| stated.iter().any(|stated| asked.iter().any(|asked| fits(asked, stated))))
}

/// `fall 2027` is `autumn 2027`; `summer` is any summer.
fn same_term(asked: &str, stated: &str) -> bool {
    let plain = |term: &str| term.to_lowercase().replace("autumn", "fall");
    has_words(&plain(stated), &plain(asked))
}

/// Whether every word of `asked` begins a word of `text`: `data engineer` fits `Senior Data Engineers`.
fn has_words(text: &str, asked: &str) -> bool {
    let (have, want) = (folded(text), folded(asked));
    !want.is_empty() && want.iter().all(|want| have.iter().any(|have| have.starts_with(want.as_str())))
}

fn folded(text: &str) -> Vec<String> {
    let (mut folds, mut cut) = (String::new(), Vec::new());
    words(text, &mut folds, &mut cut);
    cut.iter().filter(|word: &&Word| word.kind != WordKind::Sign).map(|word| word.folded.of(&folds).to_owned()).collect()
}

/// Whether the most that is paid reaches a sum; `None` where that is not stated, or not in its currency.
fn pays(posting: &Posting, least: &LeastPay) -> Option<bool> {
    let salary = posting.salary.as_ref()?;
    let comparable = least.currency.as_ref().is_none_or(|want| salary.currency.as_ref() == Some(want));
    let most = a_year(salary, posting.weekly_hours).filter(|_| comparable)?;
    Some(most >= least.a_year)
}

/// The most that is paid in a year of full time; `None` where it cannot be told.
pub(super) fn a_year(salary: &Salary, weekly_hours: Option<f64>) -> Option<f64> {
    const WEEKS: f64 = 52.0;
    const FULL_TIME: f64 = 40.0;
    /// A sum without its period that is no less than this is for a year.
    const YEARLY: f64 = 10_000.0;
    let most = salary.max.or(salary.min)?;
    match salary.period {
        Some(PayPeriod::Year) => Some(most),
        Some(PayPeriod::Month) => Some(most * 12.0),
        Some(PayPeriod::Week) => Some(most * WEEKS),
        Some(PayPeriod::Day) => Some(most * 5.0 * WEEKS),
        Some(PayPeriod::Hour) => Some(most * weekly_hours.unwrap_or(FULL_TIME) * WEEKS),
        None => (most >= YEARLY).then_some(most),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{extract::Extraction, kind::Candidate, kind::testing::TAXONOMY, profile::Profile};
    use serde_json::{Value, json};

    /// What drops a posting with these facts, of which the candidate meets all.
    fn dropped(filters: &Filters, posting: Value) -> Option<(String, bool)> {
        let extraction: Extraction =
            serde_json::from_value(json!({"schema": "", "source": "p", "posting": posting, "requirements": []})).unwrap();
        let profile = Profile::default();
        let row = RankRow::new(&Candidate::new(&profile, &TAXONOMY, jiff::civil::date(2026, 12, 1)), &extraction);
        filters.drops(&row, &extraction.posting, &TAXONOMY).map(|dropped| (dropped.name(), dropped.silent))
    }

    fn said(name: &str) -> Option<(String, bool)> {
        Some((name.to_owned(), false))
    }

    fn silent(name: &str) -> Option<(String, bool)> {
        Some((name.to_owned(), true))
    }

    #[test]
    fn what_says_otherwise_is_told_from_what_is_silent() {
        let filters = Filters { employment: vec![Employment::Internship], ..Filters::default() };
        assert_eq!(dropped(&filters, json!({"employment": "internship"})), None);
        assert_eq!(dropped(&filters, json!({"employment": "full_time"})), said("employment"));
        assert_eq!(dropped(&filters, json!({})), silent("employment"));
        assert_eq!(dropped(&Filters { silence: Silence::Keep, ..filters }, json!({})), None);
    }

    #[test]
    fn wants_keep_what_is_silent() {
        let wants = Wants { modes: vec![Workplace::Remote], exclude_companies: vec!["Acme".into()], ..Wants::default() };
        let filters = Filters::of_wants(&wants);
        assert_eq!(dropped(&filters, json!({})), None);
        assert_eq!(dropped(&filters, json!({"workplace": "onsite"})), said("wants.mode"));
        assert_eq!(dropped(&filters, json!({"company": "Acme Robotics Ltd"})), said("wants.exclude_company"));
    }

    #[test]
    fn a_place_holds_what_lies_in_it() {
        let filters = Filters { places: vec!["Germany".into()], ..Filters::default() };
        assert_eq!(dropped(&filters, json!({"locations": ["Atlanta", "Munich"]})), None);
        assert_eq!(dropped(&filters, json!({"locations": ["Atlanta"]})), said("place"));
    }

    #[test]
    fn pay_is_compared_by_the_year_and_in_its_currency() {
        let pay = |currency: Option<&str>| Filters {
            min_salary: Some(LeastPay { a_year: 50_000.0, currency: currency.map(str::to_owned) }),
            ..Filters::default()
        };
        let hourly = json!({"salary": {"min": 20.0, "max": 30.0, "currency": "USD", "period": "hour"}});
        assert_eq!(dropped(&pay(None), hourly.clone()), None);
        assert_eq!(dropped(&pay(Some("CHF")), hourly), silent("min_salary"));
        assert_eq!(dropped(&pay(None), json!({"salary": {"max": 4000.0, "period": "month"}})), said("min_salary"));
        assert_eq!(dropped(&pay(None), json!({"salary": {"max": 4000.0}})), silent("min_salary"));
    }

    #[test]
    fn words_terms_and_deadlines() {
        let titles = Filters { titles: vec!["data engineer".into(), "nurse".into()], ..Filters::default() };
        assert_eq!(dropped(&titles, json!({"title": "Senior Data Engineers"})), None);
        assert_eq!(dropped(&titles, json!({"title": "Data Analyst"})), said("title"));
        let terms = Filters { terms: vec!["autumn 2027".into()], ..Filters::default() };
        assert_eq!(dropped(&terms, json!({"terms": ["summer 2027", "fall 2027"]})), None);
        assert_eq!(dropped(&terms, json!({"terms": ["fall 2026"]})), said("term"));
        let open = Filters { open_on: Some(jiff::civil::date(2026, 12, 1)), ..Filters::default() };
        assert_eq!(dropped(&open, json!({"deadline": "2026-12"})), None);
        assert_eq!(dropped(&open, json!({"deadline": "2026-11-30"})), said("open"));
        assert_eq!(dropped(&open, json!({})), None);
    }

    #[test]
    fn the_first_filter_in_order_is_named() {
        let filters = Filters { standings: vec![Standing::Eligible], min_fit: Some(50.0), ..Filters::default() };
        assert_eq!(dropped(&filters, json!({})), said("standing"));
        assert_eq!(dropped(&Filters { standings: Vec::new(), ..filters }, json!({})), silent("min_fit"));
    }
}
