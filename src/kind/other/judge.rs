//! What no kind can say is never decided; no fact of a profile would.

use crate::logic::Verdict;

/// Always unknown.
pub(in crate::kind) fn judge() -> Verdict {
    Verdict::unknown(std::iter::empty::<String>())
}

#[cfg(test)]
mod tests {
    use crate::{kind::judge::testing::verdict, logic::Label, profile::Profile};
    use serde_json::json;

    #[test]
    fn what_no_kind_can_say_stays_unknown() {
        let verdict = verdict(&Profile::default(), json!({"kind": "other", "text": "academic excellence"}));
        assert_eq!((verdict.label(), verdict.missing), (Label::Unknown, Vec::new()));
    }
}
