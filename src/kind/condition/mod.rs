//! Something to accept or to bring.

pub(in crate::kind) mod judge;
pub(crate) mod read;

use serde::{Deserialize, Serialize};

/// Something to accept or to bring.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Condition {
    /// The phrase that names it.
    pub text: String,
    /// Of what sort.
    #[serde(rename = "type")]
    pub kind: ConditionType,
}

/// A sort of condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConditionType {
    /// Background check.
    BackgroundCheck,
    /// Drug test.
    DrugTest,
    /// Medical.
    Medical,
    /// Vaccination.
    Vaccination,
    /// Travel.
    Travel,
    /// Physical.
    Physical,
    /// Shift.
    Shift,
    /// Overtime.
    Overtime,
    /// Vehicle.
    Vehicle,
    /// Equipment.
    Equipment,
    /// Portfolio.
    Portfolio,
    /// Other.
    Other,
}
