//! Concepts that are read from their JSON when someone first asks for them.

use super::{Concept, ConceptId, Family};
use crate::text::flat::part;
use std::{
    borrow::Cow,
    sync::{LazyLock, OnceLock},
};

/// All concepts of a taxonomy.
#[derive(Debug, Default)]
pub(super) struct Concepts {
    families: Vec<u32>,
    starts: Vec<u32>,
    entries: Cow<'static, str>,
    read: Box<[OnceLock<Box<Concept>>]>,
}

impl Concepts {
    pub(super) fn new(families: Vec<u32>, starts: Vec<u32>, entries: Cow<'static, str>) -> Self {
        let read = families.iter().map(|_| OnceLock::new()).collect();
        Self { families, starts, entries, read }
    }

    /// A concept; an empty one where the id is of another taxonomy.
    pub(super) fn get(&self, id: ConceptId) -> &Concept {
        static NONE: LazyLock<Concept> = LazyLock::new(Concept::default);
        let number = id.0 as usize;
        let entry = || Box::new(serde_json::from_str(part(&self.entries, &self.starts, number)).unwrap_or_default());
        self.read.get(number).map_or(&NONE, |cell| cell.get_or_init(entry))
    }

    pub(super) fn family(&self, id: ConceptId) -> Option<Family> {
        self.families.get(id.0 as usize).and_then(|family| Family::ALL.get(*family as usize)).copied()
    }

    /// The concepts of a family, in their order.
    pub(super) fn of(&self, family: Family) -> impl Iterator<Item = ConceptId> {
        self.families.iter().zip(0..).filter(move |(of, _)| **of == family as u32).map(|(_, number)| ConceptId(number))
    }
}
