//! When, how long and how much the candidate can work.

pub(in crate::kind) mod judge;
pub(crate) mod read;

use crate::value::PartialDate;
use serde::{Deserialize, Serialize};

/// When, how long and how much the candidate can work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Availability {
    /// The phrase that names it.
    pub text: String,
    /// The least length, in months.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_months: Option<f64>,
    /// The most, in months.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_months: Option<f64>,
    /// Available from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<PartialDate>,
    /// Available until.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<PartialDate>,
    /// Hours a week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours_per_week: Option<f64>,
    /// Days a week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_per_week: Option<f64>,
    /// Terms: `summer 2026`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<String>,
}
