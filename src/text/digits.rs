//! Where digits stand: a look over many bytes at once, since most lines hold none.

/// Where the first digit of ASCII stands from byte `from` on.
pub(crate) fn next_digit(text: &[u8], from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    let passed = rest.as_chunks::<BLOCK>().0.iter().take_while(|block| !holds_digit(block)).count() * BLOCK;
    let at = rest.get(passed..)?.iter().position(u8::is_ascii_digit)?;
    Some(from + passed + at)
}

/// Whether a text holds a digit of ASCII.
pub(crate) fn has_digit(text: &str) -> bool {
    next_digit(text.as_bytes(), 0).is_some()
}

/// How many bytes are looked at together.
const BLOCK: usize = 32;

/// Without a way out in the middle, so that it compiles to a few instructions.
fn holds_digit(block: &[u8; BLOCK]) -> bool {
    block.iter().fold(false, |found, byte| found | byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_found_wherever_they_stand() {
        for before in [0, 1, 31, 32, 33, 64, 100] {
            let text = format!("{}7 and 8", "é".repeat(before));
            let next = |from: usize| next_digit(text.as_bytes(), from);
            assert_eq!((next(0), next(before * 2)), (Some(before * 2), Some(before * 2)));
            assert_eq!((next(before * 2 + 1), next(before * 2 + 7)), (Some(before * 2 + 6), None));
        }
        assert!(!has_digit("/:abc") && has_digit("0") && next_digit(b"1", 2).is_none());
    }
}
