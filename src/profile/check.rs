//! Facts that contradict each other.
use super::{Profile, reader::Reader};
pub(super) fn contradictions(_profile: &Profile, _reader: &mut Reader<'_>) {}
