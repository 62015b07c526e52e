//! The right to work.

pub(in crate::kind) mod judge;
pub(crate) mod read;

use serde::{Deserialize, Serialize};

/// The right to work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WorkAuthorization {
    /// The phrase that names it.
    pub text: String,
    /// Accepted statuses; one is enough.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub status: Vec<AuthorizationStatus>,
    /// Where; one is enough.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub countries: Vec<String>,
    /// What the employer says of sponsorship.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sponsorship: Option<Sponsorship>,
}

/// A status that gives the right to work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuthorizationStatus {
    /// Authorized.
    Authorized,
    /// Citizen.
    Citizen,
    /// Permanent resident.
    PermanentResident,
    /// Us person.
    UsPerson,
}

/// Whether an employer sponsors a visa.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sponsorship {
    /// None.
    None,
    /// Available.
    Available,
}
