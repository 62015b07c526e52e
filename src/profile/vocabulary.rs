//! Names that the taxonomy does not know.
use super::{Profile, reader::Reader};
pub(super) fn unknown_names(_profile: &Profile, _reader: &mut Reader<'_>) {}
