//! A certificate: held, and valid at the reference date.
//!
//! `obtainable` accepts one that is in progress, and is unknown without; a certificate that must be held and is in progress is half met.

use super::{Certification, CertificationStatus};
use crate::{
    kind::{Candidate, judge::Phrase},
    logic::{Bounds, Evidence, Verdict},
    profile::{CertificateEntry, CertificateStatus, List},
    taxonomy::{ConceptId, Family},
};

/// Holds a certificate against those that the profile lists.
pub(in crate::kind) fn judge(candidate: &Candidate<'_>, asked: &Certification) -> Verdict {
    let name = asked.name.as_deref().unwrap_or(&asked.text);
    let wanted = Wanted { concept: concept(candidate, name), phrase: content(name) };
    let obtainable = asked.status == Some(CertificationStatus::Obtainable);
    let listed = candidate.profile.certificates.iter().enumerate().filter(|(_, entry)| wanted.is(candidate, &entry.name));
    let best = listed.map(|(i, entry)| standing(candidate, i, entry, obtainable)).reduce(Verdict::or);
    match best {
        Some(verdict) => verdict,
        None if obtainable || !candidate.is_complete(List::Certificates) => Verdict::unknown(["certificates"]),
        None => Verdict::unmet(),
    }
}

struct Wanted {
    concept: Option<ConceptId>,
    phrase: Phrase,
}

impl Wanted {
    fn is(&self, candidate: &Candidate<'_>, held: &str) -> bool {
        let known = self.concept.zip(concept(candidate, held));
        known.is_some_and(|(want, have)| candidate.taxonomy.way_up(have, want).is_some())
            || (!self.phrase.is_empty() && self.phrase.share_in(&content(held)) >= 1.0)
    }
}

/// The certificate that a phrase names, or the first that it mentions.
fn concept(candidate: &Candidate<'_>, phrase: &str) -> Option<ConceptId> {
    let taxonomy = candidate.taxonomy;
    taxonomy.named(Family::Certificate, phrase).or_else(|| taxonomy.mentioned(Family::Certificate, phrase).first().copied())
}

/// The words of a certificate's name that tell it from others.
fn content(name: &str) -> Phrase {
    const FORM: [&str; 19] = [
        "certificate",
        "certificates",
        "certification",
        "certified",
        "cert",
        "license",
        "licence",
        "licensed",
        "licensure",
        "registration",
        "registered",
        "course",
        "qualification",
        "valid",
        "active",
        "current",
        "professional",
        "state",
        "holder",
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
