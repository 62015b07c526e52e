//! Reads the header facts of a posting from its text: title, company, places, dates, pay.
//!
//! A fact is looked for where people look: behind its label, in the first lines, then in sentences that state it. What the
//! text does not state stays absent, and what structured columns said wins over the text.

mod column;
mod cue;
mod form;
mod label;
mod name;
mod page;
mod pay;
mod piece;
mod place;
mod time;

use super::{Employment, Posting};
use crate::{taxonomy::Taxonomy, value::PartialDate};
use column::Columns;
use cue::Cues;
use jiff::civil::Date;
use label::{Fact, Labeled};
use page::Line;

/// Reads the header facts of a posting from its normalized text.
///
/// `facts` are what structured columns said; they win where they are set. `as_of` gives a year to days without one.
#[must_use]
pub fn header(text: &str, facts: &Posting, as_of: Date, taxonomy: &Taxonomy) -> Posting {
    reading(text, as_of, taxonomy, |page| page.posting(facts))
}

/// Reads the title alone, as [`header`] does.
#[must_use]
pub fn title(text: &str, facts: &Posting, as_of: Date, taxonomy: &Taxonomy) -> Option<String> {
    facts.title.clone().or_else(|| reading(text, as_of, taxonomy, |page| page.title(page.of_page().0)))
}

/// Makes a text ready, and reads it.
fn reading<T>(text: &str, as_of: Date, taxonomy: &Taxonomy, read: impl FnOnce(&Reading) -> T) -> T {
    let text = page::parted(text);
    let lines = page::lines(&text);
    let labels = label::read(&lines);
    let start = start(&lines, &labels);
    let columns = lines.get(start..).unwrap_or_default();
    let mut columns = column::read(columns, |number| number > 0 && labels.iter().any(|l| l.line == number + start), taxonomy);
    columns.count += start;
    read(&Reading { text: &text, cues: Cues::find(&text), lines: &lines, labels: &labels, columns, as_of, taxonomy })
}

/// The number of lines before the title: `Req #: 88214` stands there, perhaps with the number on the next line.
fn start(lines: &[Line], labels: &[Labeled]) -> usize {
    let before =
        |label: &&Labeled| label.line == 0 && !label.inside && matches!(label.fact, Fact::Reference | Fact::Posted | Fact::Deadline);
    let Some(label) = labels.iter().find(before) else { return 0 };
    1 + usize::from(lines.get(1).is_some_and(|next| next.text.starts_with(label.value)))
}

/// A text under reading.
struct Reading<'t> {
    text: &'t str,
    cues: Cues,
    lines: &'t [Line<'t>],
    labels: &'t [Labeled<'t>],
    columns: Columns<'t>,
    as_of: Date,
    taxonomy: &'t Taxonomy,
}

impl Reading<'_> {
    fn posting(&self, facts: &Posting) -> Posting {
        let facts = facts.clone();
        let (page_title, page_company, page_place) = self.of_page();
        let title = facts.title.or_else(|| self.title(page_title));
        let named = title.as_deref().unwrap_or_default();
        let company = facts.company.or_else(|| self.company(page_company, named));
        let employment = facts.employment.or_else(|| self.employment(named));
        Posting {
            locations: if facts.locations.is_empty() { self.locations(page_place, named) } else { facts.locations },
            workplace: facts.workplace.or_else(|| self.workplace(named)),
            posted: facts
                .posted
                .or_else(|| self.first(Fact::Posted, |v| time::past_day_in(v, self.as_of).map(|day| self.in_order(v, day))))
                .or_else(|| time::posted(self.text, &self.cues, self.as_of)),
            deadline: facts
                .deadline
                .or_else(|| self.first(Fact::Deadline, |v| time::day_in(v, self.as_of).map(|day| self.in_order(v, day))))
                .or_else(|| time::deadline(self.text, &self.cues, self.as_of)),
            weekly_hours: facts
                .weekly_hours
                .or_else(|| self.first(Fact::WeeklyHours, |v| time::hours_in(v, true)))
                .or_else(|| time::hours(self.lines)),
            salary: facts.salary.or_else(|| pay::salary(&self.values(Fact::Salary), self.lines)),
            terms: if facts.terms.is_empty() { self.terms(named, employment) } else { facts.terms },
            reference: facts
                .reference
                .or_else(|| self.first(Fact::Reference, name::number_in))
                .or_else(|| self.pieces().find_map(name::reference_piece))
                .or_else(|| name::reference(self.text, &self.cues)),
            title,
            company,
            employment,
        }
    }

    /// The title, the company and the place that the title of a page holds.
    fn of_page(&self) -> (Option<&str>, Option<&str>, Option<&str>) {
        self.lines.iter().take(3).map(|line| name::of_page(line.text, self.taxonomy)).find(|page| page.1.is_some()).unwrap_or_default()
    }

    /// A day written `02/12/2026`, with the day first where the posting speaks of pounds.
    fn in_order(&self, value: &str, date: PartialDate) -> PartialDate {
        let british = value.contains('/') && memchr::memmem::find(self.text.as_bytes(), "£".as_bytes()).is_some();
        match (date.month, date.day) {
            (Some(month), Some(day)) if british && day <= 12 => PartialDate { month: Some(day), day: Some(month), ..date },
            _ => date,
        }
    }

    /// What stands in the columns below the title, each fact by itself.
    fn pieces(&self) -> impl Iterator<Item = &str> {
        self.lines.iter().take(self.columns.count).skip(1).flat_map(|line| piece::of(line.text))
    }

    /// The values of a fact's labels.
    fn values(&self, fact: Fact) -> Vec<&str> {
        self.labels.iter().filter(|label| label.fact == fact).map(|label| label.value).collect()
    }

    /// What the first readable value of a fact's labels says.
    fn first<T>(&self, fact: Fact, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        self.labels.iter().filter(|label| label.fact == fact).find_map(|label| read(label.value))
    }

    fn title(&self, of_page: Option<&str>) -> Option<String> {
        let labeled = self.labels.iter().find(|label| label.fact == Fact::Title && label.line < 12 && label.value.len() <= 120);
        let title = of_page.or(labeled.filter(|label| label.line == 0).map(|label| label.value)).or(self.columns.title);
        title.or(labeled.map(|label| label.value)).map(str::to_owned)
    }

    fn company(&self, of_page: Option<&str>, title: &str) -> Option<String> {
        let labeled = self.labels.iter().find(|label| label.fact == Fact::Company && label.line < 30 && label.value.len() <= 90);
        let in_header = labeled.filter(|label| label.line <= self.columns.count);
        let company = in_header.map(|label| label.value).or(of_page).or(self.columns.company).or(labeled.map(|label| label.value));
        company.map(str::to_owned).or_else(|| name::company(self.lines, title)).or_else(|| name::mentioned(self.text, title, self.taxonomy))
    }

    fn locations(&self, of_page: Option<&str>, title: &str) -> Vec<String> {
        let of_text = || name::places(self.text, self.taxonomy);
        let column = self.columns.place.or(of_page).or_else(|| self.place_under_title(title));
        if let Some(city) = column.and_then(|region| self.city_in(region)) {
            return vec![city];
        }
        if let Some(column) = column {
            let either = memchr::memmem::find(self.text.as_bytes(), b"either").is_some();
            let stated = if either { of_text() } else { Vec::new() };
            let more = stated.len() > 1 && stated.iter().any(|place| place == column);
            return if more { stated } else { place::list(column, self.taxonomy) };
        }
        let labeled = self.labels.iter().filter(|label| label.fact == Fact::Location && label.value.len() <= 150);
        let places = |label: &Labeled| {
            if label.inside { place::leading(label.value, self.taxonomy) } else { place::list(label.value, self.taxonomy) }
        };
        let found = labeled.map(places).find(|list| !list.is_empty());
        found.unwrap_or_else(of_text)
    }

    /// The city that a label names where the column has its state only: `Ohio`, and `Location: Dayton, OH`.
    fn city_in(&self, region: &str) -> Option<String> {
        if !place::is_region(region, self.taxonomy) {
            return None;
        }
        let labeled = self.labels.iter().find(|label| label.fact == Fact::Location && !label.inside && label.value.len() <= 150)?;
        let mut places = place::list(labeled.value, self.taxonomy);
        let city = places.pop().filter(|_| places.is_empty())?;
        place::lies_in(&city, region, self.taxonomy).then_some(city)
    }

    /// The place on a line of its own under the title, wherever a page's navigation lets the posting begin.
    fn place_under_title(&self, title: &str) -> Option<&str> {
        let pairs = self.lines.iter().zip(self.lines.iter().skip(1)).take(60);
        let mut under = pairs.filter(|(line, _)| !title.is_empty() && line.text.ends_with(title)).map(|(_, next)| next.text);
        under.find(|text| text.contains(',') && place::is_place(text, self.taxonomy))
    }

    fn workplace(&self, title: &str) -> Option<super::Workplace> {
        let labeled = self.first(Fact::Workplace, form::workplace_of).or_else(|| self.first(Fact::Location, form::workplace_of));
        let columns = self.pieces().find_map(form::workplace_of);
        let in_title = || if title.contains('(') { form::workplace_of(title) } else { None };
        labeled.or(columns).or_else(in_title).or_else(|| form::workplace_stated(self.text, &self.cues))
    }

    fn employment(&self, title: &str) -> Option<Employment> {
        let columns = self.pieces().filter(|piece| piece.len() <= 30).find_map(form::employment_of);
        let in_title = form::employment_in_title(title);
        in_title
            .or_else(|| self.first(Fact::Employment, form::employment_of))
            .or(columns)
            .or_else(|| self.first(Fact::WeeklyHours, form::employment_of))
            .or_else(|| form::employment_stated(self.text, &self.cues))
            .or_else(|| form::employment_line(self.lines))
    }

    fn terms(&self, title: &str, employment: Option<Employment>) -> Vec<String> {
        let student_job = employment == Some(Employment::Internship) || title.to_lowercase().contains("student");
        time::terms(title, &self.values(Fact::Term), self.lines, student_job)
    }
}
