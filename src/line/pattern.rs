//! A small language of word patterns, so that a wording reads as itself.
//!
//! `"currently|presently? enrolled|registered in|at? a|an? #"` is a sequence of items parted by spaces. An item is one or more
//! alternatives parted by `|`; a `?` behind it makes it optional. `#` is a number in digits, `_` any word, `_3` up to three
//! words that are no sign of the end of a clause. Words are compared in their folded form; a hyphen is a word of its own, so
//! that `full -? time` is `full-time` and `full time`.

use super::Line;

/// The most words that a gap `_9` can pass.
const WIDEST_GAP: usize = 9;

/// Where the pattern ends when it begins at word `at`; `None` where it does not fit.
#[must_use]
pub fn matches_at(line: &Line<'_>, pattern: &str, at: usize) -> Option<usize> {
    match pattern.split_once(' ') {
        Some((item, rest)) => item_ends(line, item, at).find_map(|end| matches_at(line, rest, end)),
        None if pattern.is_empty() => Some(at),
        None => item_ends(line, pattern, at).next(),
    }
}

/// The ends that an item can have at `at`, the longest first.
fn item_ends<'l>(line: &'l Line<'_>, item: &'l str, at: usize) -> impl Iterator<Item = usize> + 'l {
    let (body, optional) = match item.strip_suffix('?') {
        Some(body) if !body.is_empty() => (body, true),
        _ => (item, false),
    };
    let widest = gap(body);
    let here = match widest {
        Some(_) => false,
        None => at < line.len() && body.split('|').any(|word| is_word(line, word, at)),
    };
    let reach = widest.map_or(0, |most| {
        (0..most.min(WIDEST_GAP))
            .take_while(|step| at + step < line.len() && !line.is_one_of(at + step, &[";", ".", ":", "(", ")"]))
            .count()
    });
    let gap_ends = widest.map(|_| (0..=reach).map(move |step| at + step)).into_iter().flatten();
    let word_end = here.then_some(at + 1);
    let skip = (optional && widest.is_none()).then_some(at);
    word_end.into_iter().chain(gap_ends).chain(skip)
}

/// `_3` is a gap of up to three words.
fn gap(item: &str) -> Option<usize> {
    item.strip_prefix('_').and_then(|most| most.parse().ok())
}

fn is_word(line: &Line<'_>, word: &str, at: usize) -> bool {
    match word {
        "#" => line.is_number(at),
        "_" => !line.is_sign(at),
        _ => line.word(at) == word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::taxonomy::Taxonomy;

    fn end(text: &str, pattern: &str) -> Option<usize> {
        let taxonomy = Taxonomy::new(Vec::new());
        matches_at(&Line::new(text, &taxonomy, jiff::civil::Date::ZERO), pattern, 0)
    }

    #[test]
    fn alternatives_options_and_gaps() {
        assert_eq!(end("currently enrolled in a", "currently|presently? enrolled|registered in|at?"), Some(3));
        assert_eq!(end("enrolled a", "currently? enrolled in?"), Some(1));
        assert_eq!(end("able to quickly and safely lift 50 lb", "able to _3 lift # lb"), Some(8));
        assert_eq!(end("able to: lift", "able to _3 lift"), None);
        assert_eq!(end("full-time", "full -? time"), Some(3));
        assert_eq!(end("full", "full time"), None);
    }
}
