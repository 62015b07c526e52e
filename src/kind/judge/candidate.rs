//! A candidate: a profile made ready to be held against many postings.
//!
//! Everything that does not depend on a posting is worked out once: the skills with all they imply, the jobs with their months, the
//! countries by code.

use super::{skills::SkillIndex, work::Job};
use crate::{
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
    /// Skills.
    pub(crate) skills: SkillIndex,
    /// Jobs.
    pub(crate) jobs: Vec<Job>,
}

impl<'a> Candidate<'a> {
    /// Makes a profile ready.
    #[must_use]
    pub fn new(profile: &'a Profile, taxonomy: &'a Taxonomy, as_of: Date) -> Self {
        let skills = SkillIndex::new(profile, taxonomy);
        let jobs = profile.work.iter().enumerate().map(|(i, work)| Job::new(i, work, taxonomy, as_of)).collect();
        Self { profile, taxonomy, as_of, skills, jobs }
    }

    /// Whether a list of the profile says no to what it lacks.
    #[must_use]
    pub fn is_complete(&self, list: List) -> bool {
        self.profile.assume.is_complete(list)
    }
}
