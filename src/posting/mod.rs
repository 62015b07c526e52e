//! What a posting says of itself: title, company, places, dates, pay.
//!
//! A field that the text does not state is absent, never guessed.

mod header;

pub use crate::value::money::PayPeriod;
pub use header::{header, title};

use crate::value::PartialDate;
use serde::{Deserialize, Serialize};

/// The header facts of a posting.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Posting {
    /// The job's title, without what surrounds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who hires.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
    /// Where the job is, each place as written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub locations: Vec<String>,
    /// Where the work is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub workplace: Option<Workplace>,
    /// The form of employment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employment: Option<Employment>,
    /// The day it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub posted: Option<PartialDate>,
    /// The last day to apply.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<PartialDate>,
    /// Hours of work a week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weekly_hours: Option<f64>,
    /// Pay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub salary: Option<Salary>,
    /// Terms of the year: `summer 2026`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<String>,
    /// The employer's number of the posting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
}

/// Where work is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Workplace {
    /// At the employer's place.
    Onsite,
    /// Partly there, partly elsewhere.
    Hybrid,
    /// Elsewhere.
    Remote,
}

/// A form of employment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Employment {
    /// An internship or co-op.
    Internship,
    /// Full time.
    FullTime,
    /// Part time.
    PartTime,
    /// By contract.
    Contract,
    /// For a limited time.
    Temporary,
    /// An apprenticeship.
    Apprenticeship,
    /// Unpaid, by will.
    Volunteer,
}

/// Pay as stated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Salary {
    /// The least, in units of `currency`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    /// The most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
    /// ISO 4217 code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// What the sum is paid for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<PayPeriod>,
}
