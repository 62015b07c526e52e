//! What no kind can say is never decided; no fact of a profile would.

use crate::logic::Verdict;

/// Always unknown.
pub(in crate::kind) fn judge() -> Verdict {
    Verdict::unknown(std::iter::empty::<String>())
}
