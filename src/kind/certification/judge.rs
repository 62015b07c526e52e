//! A certificate: held, and valid at the reference date.
//!
//! `obtainable` accepts one that is in progress, and is unknown without; a certificate that must be held and is in progress is half met.

use super::{Certification, CertificationStatus};
use crate::{
    kind::{Candidate, judge::Phrase},
    logic::{Bounds, Evidence, Verdict},
    profile::{CertificateEntry, CertificateStatus, List, Profile},
    taxonomy::{ConceptId, Family, Taxonomy},
};

/// What a certificate's name says.
#[derive(Debug)]
pub(in crate::kind) struct Title {
    concept: Option<ConceptId>,
    phrase: Phrase,
}

impl Title {
    fn new(taxonomy: &Taxonomy, name: &str) -> Self {
        Self { concept: concept(taxonomy, name), phrase: content(name) }
    }

    /// What a certificate that is asked is called.
    pub(in crate::kind) fn asked(taxonomy: &Taxonomy, asked: &Certification) -> Self {
        Self::new(taxonomy, asked.name.as_deref().unwrap_or(&asked.text))
    }

    /// What the vocabulary knows it as.
    pub(in crate::kind) fn concept(&self) -> Option<ConceptId> {
        self.concept
    }

    /// The certificates of a profile, in order.
    pub(in crate::kind) fn all(profile: &Profile, taxonomy: &Taxonomy) -> Vec<Self> {
        profile.certificates.iter().map(|entry| Self::new(taxonomy, &entry.name)).collect()
    }

    /// Whether a certificate that is held shows this one.
    fn is_shown_by(&self, taxonomy: &Taxonomy, held: &Self) -> bool {
        self.concept.zip(held.concept).is_some_and(|(want, have)| taxonomy.way_up(have, want).is_some())
            || (!self.phrase.is_empty() && self.phrase.share_in(&held.phrase) >= 1.0)
    }
}

/// Holds a certificate against those that the profile lists.
pub(in crate::kind) fn judge(candidate: &Candidate<'_>, asked: &Certification, wanted: &Title) -> Verdict {
    let obtainable = asked.status == Some(CertificationStatus::Obtainable);
    let entries = candidate.profile.certificates.iter().zip(&candidate.certificates).enumerate();
    let listed = entries.filter(|(_, (_, title))| wanted.is_shown_by(candidate.taxonomy, title));
    let best = listed.map(|(i, (entry, _))| standing(candidate, i, entry, obtainable)).reduce(Verdict::or);
    match best {
        Some(verdict) => verdict,
        None if obtainable || !candidate.is_complete(List::Certificates) => Verdict::unknown(["certificates"]),
        None => Verdict::unmet(),
    }
}

/// The certificate that a phrase names, or the first that it mentions.
fn concept(taxonomy: &Taxonomy, phrase: &str) -> Option<ConceptId> {
    taxonomy.named(Family::Certificate, phrase).or_else(|| taxonomy.mentioned(Family::Certificate, phrase).first().copied())
}

/// The words of a certificate's name that tell it from others.
fn content(name: &str) -> Phrase {
    const FORM: [&str; 19] = [
        "certificate", "certificates", "certification", "certified", "cert", "license", "licence", "licensed", "licensure", "registration",
        "registered", "course", "qualification", "valid", "active", "current", "professional", "state", "holder",
    ];
    let kept: Vec<&str> = name.split_whitespace().filter(|word| !FORM.contains(&word.to_lowercase().trim_matches(['.', ',']))).collect();
    Phrase::new(&kept.join(" "))
}

fn standing(candidate: &Candidate<'_>, i: usize, entry: &CertificateEntry, obtainable: bool) -> Verdict {
    let evidence = Evidence::new(format!("certificates[{i}]"), &entry.name);
    if entry.expires.is_some_and(|date| date.last_day() < candidate.as_of) {
        return Verdict::new(if obtainable { Bounds::UNKNOWN } else { Bounds::UNMET }, vec![evidence.note("expired")])
            .missing(["certificates"]);
    }
    match entry.status {
        CertificateStatus::InProgress if !obtainable => Verdict::new(Bounds::unmet(0.5), vec![evidence.note("in progress")]),
        CertificateStatus::Held | CertificateStatus::InProgress => Verdict::met(evidence),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{kind::judge::testing::label, logic::Label};
    use serde_json::json;

    fn with(name: &str, status: CertificateStatus, expires: Option<&str>) -> Profile {
        let entry = CertificateEntry { name: name.into(), status, expires: expires.and_then(|e| e.parse().ok()) };
        Profile { certificates: vec![entry], ..Profile::default() }
    }

    fn asked(name: &str, status: &str) -> serde_json::Value {
        json!({"kind": "certification", "name": name, "status": status})
    }

    #[test]
    fn held_and_valid_meets() {
        let held = with("RN licence", CertificateStatus::Held, Some("2025-12"));
        assert_eq!(label(&held, asked("valid RN license", "held")), Label::Met);
        assert_eq!(label(&held, asked("CPA", "held")), Label::Unmet);
        let expired = with("RN licence", CertificateStatus::Held, Some("2025-11"));
        assert_eq!(label(&expired, asked("RN license", "held")), Label::Unmet);
    }

    #[test]
    fn obtainable_accepts_what_is_in_progress_and_is_unknown_without() {
        let under_way = with("CPA", CertificateStatus::InProgress, None);
        assert_eq!(label(&under_way, asked("CPA", "obtainable")), Label::Met);
        assert_eq!(label(&under_way, asked("CPA", "held")), Label::Partial);
        assert_eq!(label(&Profile::default(), asked("CPA", "obtainable")), Label::Unknown);
    }
}
