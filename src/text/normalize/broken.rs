//! Lines that were broken where words stood in bold or in a link: which line ends stand inside a sentence.
//!
//! A page that is copied badly has "Proven track record of \nshipping services\n in production": the space beside the marked words
//! stays beside the line end. Only such texts are touched, and in them only line ends beside a space, or before a comma, that
//! stand in the middle of a sentence.

use super::wrap::{Join, is_connector, is_marked};

/// The line ends (places of the LF) that stand inside a sentence, from left to right.
pub(super) fn joins(text: &str) -> Vec<(usize, Join)> {
    let found: Vec<_> = memchr::memchr_iter(b'\n', text.as_bytes()).filter_map(|end| break_at(text, end)).collect();
    // One space at a line's end may be an accident; what goes on behind one is not.
    let goes_on = found.iter().any(|found| matches!(found.side, Side::Behind));
    if goes_on { found.into_iter().map(|found| (found.line_feed, found.join)).collect() } else { Vec::new() }
}

/// A line end inside a sentence.
struct Break {
    line_feed: usize,
    join: Join,
    side: Side,
}

/// On which side of the line end the space or the comma stands.
enum Side {
    Before,
    Behind,
}

fn break_at(text: &str, end: usize) -> Option<Break> {
    let bytes = text.as_bytes();
    let (before, behind) = (*bytes.get(end.checked_sub(1)?)?, *bytes.get(end + 1)?);
    if before != b' ' && behind != b' ' && behind != b',' {
        return None; // nearly every line end
    }
    let mut lines = text.get(..end)?.rsplit('\n');
    let above = lines.next()?;
    // The line above holds a sentence's words, or words that were marked; a heading has neither.
    let inside =
        above.split_whitespace().any(|word| word.starts_with(char::is_lowercase)) || lines.next().is_some_and(|line| line.ends_with(' '));
    let indented = above.starts_with([' ', '\t']); // as the lines of a list are, one below the other
    let above = above.trim();
    let mut lines = text.get(end + 1..)?.split('\n');
    let below = lines.next()?.trim();
    let goes_on = lines.next().is_some_and(|line| line.starts_with([' ', ',']));
    let last = above.split_whitespace().next_back()?;
    let first = below.chars().next()?;
    let open = !above.ends_with(['.', '!', '?', ':', ';', ',']) && !is_marked(below);
    let break_of = |join, side| Some(Break { line_feed: end, join, side });
    if behind == b',' && open && below.len() > 1 {
        break_of(Join::KeepHyphen, Side::Behind)
    } else if behind == b' ' && open && !indented && inside && (first.is_lowercase() || first == '(') {
        break_of(Join::Space, Side::Behind)
    } else if before == b' ' && open && last.starts_with(char::is_lowercase) && (is_connector(last) || first.is_lowercase() && goes_on) {
        break_of(Join::Space, Side::Before)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(text: &str) -> usize {
        joins(text).len()
    }

    #[test]
    fn marked_words_stay_in_their_sentence() {
        assert_eq!(
            joined("Track record of \nmooring ships\n in harbors\nBackground in \nRust, C, and Go\nAbility to \nsteer\n, alone or not"),
            5
        );
        assert_eq!(joined("Teams of \n20+ sailors\n (deck, engine)"), 2);
    }

    #[test]
    fn lists_and_headings_stay_apart() {
        assert_eq!(joined("Skills \npython \nsql \njava "), 0, "nothing goes on behind a line end");
        assert_eq!(joined("Requirements:\n python\n sql\n java"), 0, "an indented list");
        assert_eq!(joined("Minimum Qualifications\n two knots\n three sails"), 0, "a heading over an indented list");
        assert_eq!(joined("python \nsql \nA boat\n (red)"), 0, "a list far from what goes on");
        assert_eq!(joined("Ends here.\n then\n\n more"), 0);
    }
}
