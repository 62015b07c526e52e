//! A certificate, licence or registration.

pub(in crate::kind) mod judge;
pub(crate) mod read;

use serde::{Deserialize, Serialize};

/// A certificate, licence or registration.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Certification {
    /// The phrase that names it.
    pub text: String,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Held already, or to be obtained.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<CertificationStatus>,
}

/// How far along a certificate must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CertificationStatus {
    /// Held.
    Held,
    /// Obtainable.
    Obtainable,
}
