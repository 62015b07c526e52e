//! HTML entities that were left in plain text.
//!
//! `&amp;` in, `&` out; so `&#8226;`, `&#x2022;`, and `&amp;nbsp;`, which was escaped twice. `R&D;` is no entity.

/// Entities that occur in postings, by name.
const NAMED: [(&str, char); 40] = [
    ("Aacute", 'Á'),
    ("Eacute", 'É'),
    ("aacute", 'á'),
    ("agrave", 'à'),
    ("amp", '&'),
    ("apos", '\''),
    ("auml", 'ä'),
    ("bull", '•'),
    ("ccedil", 'ç'),
    ("copy", '©'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("emsp", ' '),
    ("ensp", ' '),
    ("euro", '€'),
    ("frac12", '½'),
    ("gt", '>'),
    ("hellip", '…'),
    ("iacute", 'í'),
    ("ldquo", '“'),
    ("lsquo", '‘'),
    ("lt", '<'),
    ("mdash", '—'),
    ("middot", '·'),
    ("nbsp", '\u{A0}'),
    ("ndash", '–'),
    ("ntilde", 'ñ'),
    ("oacute", 'ó'),
    ("ouml", 'ö'),
    ("pound", '£'),
    ("quot", '"'),
    ("rdquo", '”'),
    ("reg", '®'),
    ("rsquo", '’'),
    ("shy", '\u{AD}'),
    ("szlig", 'ß'),
    ("thinsp", ' '),
    ("trade", '™'),
    ("uuml", 'ü'),
    ("zwnj", '\u{200C}'),
];

/// The entity that `text` begins with, and its length in bytes.
pub(super) fn decode(text: &str) -> Option<(char, usize)> {
    let mut name = text.strip_prefix('&')?;
    while let Some(rest) = name.strip_prefix("amp;").filter(|rest| named(rest).is_some()) {
        name = rest;
    }
    let (value, len) = named(name)?;
    Some((value, text.len() - name.len() + len + 1))
}

/// The value of the name that `text` begins with, and the name's length.
fn named(text: &str) -> Option<(char, usize)> {
    let len = length(text)?;
    Some((value(text.get(..len)?)?, len))
}

/// The length of the entity's name that `text` begins with; none where no `;` closes it.
fn length(text: &str) -> Option<usize> {
    let len = text.bytes().take(10).position(|b| !(b.is_ascii_alphanumeric() || b == b'#'))?;
    (len > 0 && text.as_bytes().get(len) == Some(&b';')).then_some(len)
}

fn value(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        return NAMED.binary_search_by(|(known, _)| known.cmp(&name)).ok().and_then(|at| NAMED.get(at)).map(|(_, c)| *c);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    // As browsers do: the numbers 128 to 159 mean windows-1252.
    if let Ok(byte @ 0x80..=0x9F) = u8::try_from(code) {
        return encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next();
    }
    char::from_u32(code).filter(|c| !c.is_control() || *c == '\t' || *c == '\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_are_read() {
        for (text, value, len) in
            [("&amp; x", '&', 5), ("&#39;", '\'', 5), ("&#x2022;", '•', 8), ("&amp;nbsp;", '\u{A0}', 10), ("&amp;amp;", '&', 9)]
        {
            assert_eq!(decode(text), Some((value, len)), "{text}");
        }
        assert_eq!(decode("&#150;"), Some(('–', 6)));
    }

    #[test]
    fn other_ampersands_are_not() {
        for text in ["& more", "&D;", "&copyright;", "&amp", "&;", "&#;", "&#xZZ;", "&#99999999;", "&#0;", "T"] {
            assert_eq!(decode(text), None, "{text}");
        }
        assert_eq!(decode("&amp;D;"), Some(('&', 5)));
    }

    #[test]
    fn names_are_sorted() {
        assert!(NAMED.is_sorted_by_key(|(name, _)| *name));
    }
}
