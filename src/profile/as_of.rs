//! Facts held against a day.
use super::Profile;
use crate::diagnostic::Diagnostic;
/// Warns.
#[must_use]
pub fn check_as_of(_profile: &Profile, _as_of: jiff::civil::Date) -> Vec<Diagnostic> {
    Vec::new()
}
