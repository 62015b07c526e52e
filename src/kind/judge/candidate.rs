//! A candidate: a profile made ready to be held against many postings.
//!
//! Everything that does not depend on a posting is worked out once: the skills with all they imply, the jobs with their months, the
//! countries by code. What depends on a phrase alone is remembered.

use super::{
    Finding,
    demand::Demands,
    memo::{Memo, Results},
    places::Countries,
    skills::SkillIndex,
    work::Job,
};
use crate::{
    kind::{certification::judge::Title, condition::judge::Term, trait_::judge::Claim},
    logic::Truth,
    profile::{List, Profile},
    taxonomy::Taxonomy,
};
use jiff::civil::Date;

/// A profile made ready to be judged.
#[derive(Debug)]
pub struct Candidate<'a> {
    /// The profile.
    pub profile: &'a Profile,
    /// The vocabulary.
    pub taxonomy: &'a Taxonomy,
    /// The reference date, the only date that enters a result.
    pub as_of: Date,
    pub(crate) skills: SkillIndex,
    pub(crate) jobs: Vec<Job>,
    pub(crate) countries: Countries,
    /// The countries of `[work_authorization]`, as codes.
    pub(crate) rights: Rights,
    /// The certificates, by what their names say.
    pub(in crate::kind) certificates: Vec<Title>,
    /// The traits of `[personal]`.
    pub(in crate::kind) claims: Vec<Claim>,
    /// What `[personal]` accepts and refuses.
    pub(in crate::kind) accepts: Vec<Term>,
    pub(in crate::kind) refuses: Vec<Term>,
    /// Verdicts on what many postings ask.
    pub(super) findings: Results<Finding>,
    /// How a field of the profile fits one asked, by both and whether related ones do.
    pub(crate) field_fits: Memo<(Truth, Vec<String>)>,
    /// What postings ask that are made ready for this candidate alone.
    pub(crate) demands: Demands<'a>,
}

impl<'a> Candidate<'a> {
    /// Makes a profile ready.
    #[must_use]
    pub fn new(profile: &'a Profile, taxonomy: &'a Taxonomy, as_of: Date) -> Self {
        let countries = Countries::new(taxonomy);
        let rights = Rights::new(profile, taxonomy, &countries);
        let jobs = profile.work.iter().enumerate().map(|(i, work)| Job::new(i, work, taxonomy, as_of)).collect();
        Self {
            profile,
            taxonomy,
            as_of,
            skills: SkillIndex::new(profile, taxonomy),
            jobs,
            countries,
            rights,
            certificates: Title::all(profile, taxonomy),
            claims: Claim::all(profile, taxonomy),
            accepts: Term::all("accepts", &profile.personal.accepts),
            refuses: Term::all("refuses", &profile.personal.refuses),
            findings: Results::default(),
            field_fits: Memo::default(),
            demands: Demands::new(taxonomy),
        }
    }

    /// Whether a list of the profile says no to what it lacks.
    #[must_use]
    pub fn is_complete(&self, list: List) -> bool {
        self.profile.assume.is_complete(list)
    }
}

/// The lists of `[work_authorization]`, each country with the groups it belongs to, as codes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rights {
    pub(crate) citizenships: Vec<Vec<String>>,
    pub(crate) authorized_in: Vec<Vec<String>>,
    pub(crate) permanent_resident_in: Vec<Vec<String>>,
    pub(crate) needs_sponsorship_in: Vec<Vec<String>>,
}

impl Rights {
    fn new(profile: &Profile, taxonomy: &Taxonomy, countries: &Countries) -> Self {
        let codes = |list: &[String]| list.iter().map(|country| countries.codes(taxonomy, country)).collect();
        let stated = &profile.work_authorization;
        Self {
            citizenships: codes(&stated.citizenships),
            authorized_in: codes(&stated.authorized_in),
            permanent_resident_in: codes(&stated.permanent_resident_in),
            needs_sponsorship_in: codes(&stated.needs_sponsorship_in),
        }
    }
}
