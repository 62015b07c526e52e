//! From bytes to text, and from wrongly decoded text to what it was meant to be.
//!
//! [`decode`] finds the encoding of a file. [`repair`] undoes a decoding that went wrong before the file was written: UTF-8 read
//! as windows-1252 (`â€¢` → `•`) or as Mac Roman (`Link√∂ping` → `Linköping`, `bachelor‚Äôs` → `bachelor’s`), once or twice over.
//! A genuine `√ 2` stays, and so does a sign of which the last bytes were lost.

use std::borrow::Cow;
use std::sync::LazyLock;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A text with how much had to be done for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// The bytes were not UTF-8, or the text had been decoded wrongly before; a byte-order mark alone does not count.
    pub repaired: bool,
}

/// The bytes are no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the content is {what}, not text")]
pub struct NotText {
    /// What they are, as far as their first bytes say: `a PDF document`.
    pub what: &'static str,
}

/// Decodes `bytes`: byte-order marks, UTF-8, UTF-16, else the encoding that fits best; then repairs the text.
///
/// ```
/// use quals::text::decode;
/// let decoded = decode(b"Z\xFCrich")?;
/// assert_eq!(decoded.text, "Zürich");
/// assert!(decoded.repaired);
/// # Ok::<(), quals::text::NotText>(())
/// ```
///
/// # Errors
///
/// [`NotText`] where the bytes are a known binary format, hold NUL bytes, or mostly control characters.
pub fn decode(bytes: &[u8]) -> Result<Decoded, NotText> {
    if let Some(what) = known_format(bytes) {
        return Err(NotText { what });
    }
    let (text, foreign) = decode_bytes(bytes)?;
    Ok(match repair(&text) {
        Some(text) => Decoded { text, repaired: true },
        None => Decoded { text: text.into_owned(), repaired: foreign },
    })
}

fn decode_bytes(bytes: &[u8]) -> Result<(Cow<'_, str>, bool), NotText> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
        return refuse_controls(text).map(|text| (text, encoding != UTF_8));
    }
    if let Some(encoding) = utf_16_without_mark(bytes) {
        return Ok((encoding.decode_without_bom_handling(bytes).0, true));
    }
    if memchr::memchr(0, bytes).is_some() {
        return Err(NotText { what: "binary data" });
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return refuse_controls(Cow::Borrowed(text)).map(|text| (text, false));
    }
    let text = guess(bytes).decode_without_bom_handling(bytes).0;
    refuse_controls(text).map(|text| (text, true))
}

/// The encoding that fits `bytes` best, which are not UTF-8 as a whole.
fn guess(bytes: &[u8]) -> &'static Encoding {
    if is_nearly_utf_8(bytes) {
        return UTF_8;
    }
    if is_mac_roman(bytes) {
        return MACINTOSH;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// UTF-8 of which a few bytes were cut or lost: many sound signs to every broken one.
fn is_nearly_utf_8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    sound > broken * 3
}

/// Mac Roman by its quotes: `bachelorÕs` in windows-1252. No detector knows it.
fn is_mac_roman(bytes: &[u8]) -> bool {
    let (mut mac, mut windows) = (0_usize, 0_usize);
    for window in bytes.windows(3) {
        let &[before, sign, after] = window else { continue };
        match sign {
            0xD5 if before.is_ascii_lowercase() && after.is_ascii_lowercase() => mac += 1,
            0xD2 if before == b' ' && after.is_ascii_alphabetic() => mac += 1,
            0xA5 if matches!(before, b'\n' | b'\r') && matches!(after, b' ' | b'\t') => mac += 1,
            0x91..=0x97 => windows += 1,
            _ => {}
        }
    }
    mac > windows
}

/// UTF-16 without a byte-order mark: every other byte of its beginning is NUL.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..512).unwrap_or(bytes);
    let nul = |first: usize| head.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (nul(0), nul(1));
    let half = head.len() / 2;
    match (even, odd) {
        _ if half < 4 || !bytes.len().is_multiple_of(2) => None,
        (0, odd) if odd * 10 >= half * 7 => Some(UTF_16LE),
        (even, 0) if even * 10 >= half * 7 => Some(UTF_16BE),
        _ => None,
    }
}

/// What a file is that is no text, by its first bytes: `a PDF document`. None where they say nothing.
#[must_use]
pub fn known_format(bytes: &[u8]) -> Option<&'static str> {
    const FORMATS: [(&[u8], &str); 16] = [
        (b"%PDF", "a PDF document"),
        (b"PK\x03\x04", "a ZIP archive or an office document"),
        (b"PK\x05\x06", "an empty ZIP archive"),
        (b"\xD0\xCF\x11\xE0", "an old office document"),
        (b"{\\rtf", "an RTF document"),
        (b"\x7FELF", "a program"),
        (b"\x89PNG", "a PNG picture"),
        (b"GIF8", "a GIF picture"),
        (b"\xFF\xD8\xFF", "a JPEG picture"),
        (b"RIFF", "a picture or sound"),
        (b"\x1F\x8B", "a gzip archive"),
        (b"BZh", "a bzip2 archive"),
        (b"7z\xBC\xAF", "a 7z archive"),
        (b"\x28\xB5\x2F\xFD", "a zstd archive"),
        (b"SQLite format 3\0", "an SQLite database"),
        (b"PAR1", "a Parquet file"),
    ];
    FORMATS.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, what)| *what)
}

/// Refuses text of which more than one character in fifty is a control character.
fn refuse_controls(text: Cow<'_, str>) -> Result<Cow<'_, str>, NotText> {
    let is_odd = |byte: &&u8| matches!(byte, 0..=8 | 0x0E..=0x1A | 0x1C..=0x1F | 0x7F);
    let odd = text.as_bytes().iter().filter(is_odd).count();
    if odd * 50 > text.len() || text.as_bytes().iter().take(8_192).any(|byte| *byte == 0) {
        return Err(NotText { what: "binary data" });
    }
    Ok(text)
}

/// How many layers of wrong decoding are undone. Two occur; every layer halves the text, so more is an attack.
const MOST_LAYERS: usize = 8;

/// Undoes decodings that went wrong; none where there is nothing to repair.
///
/// ```
/// use quals::text::repair;
/// assert_eq!(repair("Link√∂ping, bachelor‚Äôs, â€¢ 5").as_deref(), Some("Linköping, bachelor’s, • 5"));
/// assert_eq!(repair("√ 2 in Zürich"), None);
/// ```
#[must_use]
pub fn repair(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let mut repaired = repair_once(text)?;
    for _ in 1..MOST_LAYERS {
        match repair_once(&repaired) {
            Some(next) => repaired = next,
            None => break,
        }
    }
    Some(repaired)
}

/// One pass over the runs of characters that are not ASCII.
fn repair_once(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut copied = 0;
    let mut at = 0;
    while let Some(start) = beyond_ascii(text, at) {
        let rest = text.get(start..)?;
        let run = rest.get(..rest.bytes().position(|byte| byte.is_ascii()).unwrap_or(rest.len()))?;
        at = start + run.len();
        let touches_letter = text.get(..start).is_some_and(|t| t.ends_with(|c: char| c.is_ascii_alphabetic()))
            || text.get(at..).is_some_and(|t| t.starts_with(|c: char| c.is_ascii_alphabetic()));
        if let Some(meant) = repair_run(run, touches_letter) {
            out.push_str(text.get(copied..start)?);
            out.push_str(&meant);
            copied = at;
        }
    }
    if copied == 0 {
        return None;
    }
    out.push_str(text.get(copied..)?);
    Some(out)
}

/// Where the first byte beyond ASCII stands from byte `from` on; most of a text is ASCII, and passed over block by block.
fn beyond_ascii(text: &str, from: usize) -> Option<usize> {
    const BLOCK: usize = 32;
    let rest = text.as_bytes().get(from..)?;
    let passed = rest.as_chunks::<BLOCK>().0.iter().take_while(|block| block.is_ascii()).count() * BLOCK;
    let at = rest.get(passed..)?.iter().position(|byte| !byte.is_ascii())?;
    Some(from + passed + at)
}

/// What a run was meant to be. Windows-1252 is tried first: Mac Roman would turn `Ã¶` into another sound sign.
fn repair_run(run: &str, touches_letter: bool) -> Option<String> {
    let windows = |run: &str| reencode(run, windows_1252).filter(|meant| is_likely(meant, run));
    windows(run)
        .or_else(|| reencode(run, mac_roman).filter(|meant| is_likely_mac(run, meant, touches_letter)))
        .or_else(|| repair_parts(run))
        .or_else(|| repair_beheaded(run))
}

/// Repairs the parts of a run that are beyond doubt, where a sound sign stands beside them: `’â€¢`.
fn repair_parts(run: &str) -> Option<String> {
    let mut out = String::new();
    let mut found = false;
    let mut rest = run;
    while let Some(first) = rest.chars().next() {
        let len = match first {
            'Â' | 'Ã' => 2,
            'â' => 3,
            _ => 1,
        };
        let end = rest.char_indices().nth(len).map_or(rest.len(), |(end, _)| end);
        let (part, behind) = rest.split_at_checked(end)?;
        match reencode(part, windows_1252).filter(|meant| len > 1 && meant.chars().count() == 1 && is_likely(meant, part)) {
            Some(meant) => {
                out.push_str(&meant);
                found = true;
                rest = behind;
            }
            None => {
                out.push(first);
                rest = rest.get(first.len_utf8()..)?;
            }
        }
    }
    found.then_some(out)
}

/// `€¢` and `€™`, which lost the `â` before them; no text has these signs side by side. (`€“` may close a German quotation.)
fn repair_beheaded(run: &str) -> Option<String> {
    let is_cut = run.contains("€¢") || run.contains("€™");
    is_cut.then(|| run.replace("€¢", "•").replace("€™", "’"))
}

/// The bytes of `run` in an encoding of one byte a character, read as UTF-8.
fn reencode(run: &str, byte: impl Fn(char) -> Option<u8>) -> Option<String> {
    if !run.is_ascii() && run.chars().nth(1).is_none() {
        return None; // one byte beyond ASCII is no character
    }
    let bytes: Option<Vec<u8>> = run.chars().map(byte).collect();
    String::from_utf8(bytes?).ok()
}

/// A repair reads better than what stood there: it has the signs of western text, or is long enough not to be chance.
fn is_likely(meant: &str, run: &str) -> bool {
    let western = |c: char| matches!(c, '\u{A0}'..='\u{17F}' | '\u{2000}'..='\u{27BF}' | '\u{F000}'..='\u{F0FF}' | '\u{FB00}'..='\u{FB06}' | '\u{FEFF}' | '\u{1F300}'..='\u{1FAFF}');
    let printable = meant.chars().all(|c| !c.is_control() || !run.chars().any(|r| r.is_control()));
    printable && (meant.chars().all(western) || meant.chars().count() > 2)
}

/// As [`is_likely`]; a sign of mathematics before a Greek letter may be genuine, so a letter must stand beside it.
fn is_likely_mac(run: &str, meant: &str, touches_letter: bool) -> bool {
    let is_punctuation = run.starts_with("‚Ä") || run.starts_with('¬') || run.starts_with("Ô");
    is_likely(meant, run) && (touches_letter || is_punctuation || run.chars().count() > 3)
}

/// The byte of a character in windows-1252, or in Latin-1 where that has one and windows-1252 has not.
fn windows_1252(c: char) -> Option<u8> {
    one_byte(c, &WINDOWS_1252_HIGH).or_else(|| u8::try_from(u32::from(c)).ok())
}

fn mac_roman(c: char) -> Option<u8> {
    one_byte(c, &MAC_ROMAN_HIGH)
}

static WINDOWS_1252_HIGH: LazyLock<Vec<(char, u8)>> = LazyLock::new(|| high_half(WINDOWS_1252));
static MAC_ROMAN_HIGH: LazyLock<Vec<(char, u8)>> = LazyLock::new(|| high_half(MACINTOSH));

/// The characters of the bytes from 0x80, sorted.
fn high_half(encoding: &'static Encoding) -> Vec<(char, u8)> {
    let mut table: Vec<(char, u8)> =
        (0x80..=0xFF).filter_map(|byte| encoding.decode_without_bom_handling(&[byte]).0.chars().next().map(|c| (c, byte))).collect();
    table.sort_unstable();
    table
}

fn one_byte(c: char, table: &[(char, u8)]) -> Option<u8> {
    let found = table.binary_search_by_key(&c, |(known, _)| *known).ok()?;
    table.get(found).map(|(_, byte)| *byte)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn wrong_decodings_are_undone() {
        for (wrong, right) in [
            ("Link√∂ping och Malm√∂ är fina", "Linköping och Malmö är fina"),
            ("LinkÃ¶ping", "Linköping"),
            ("bachelor‚Äôs ‚Äì ‚Ä¢ x", "bachelor’s – • x"),
            ("bachelorâ€™s â€“ â€œteamâ€\u{9d} â€¦", "bachelor’s – “team” …"),
            ("â\u{80}\u{a2} Python", "• Python"),
            ("ï‚· Python ï¬\u{81}t", "\u{F0B7} Python ﬁt"),
            ("Â£30,000 Â· 5Â°C\u{C2}\u{A0}x", "£30,000 · 5°C\u{A0}x"),
            ("â‚¬50 âœ“ Â®", "€50 ✓ ®"),
            ("ðŸ˜€ ok", "😀 ok"),
            ("‚Ä¢¬†Python", "•\u{A0}Python"),
            ("â€¢â€¢ ’â€¢", "•• ’•"),
            ("€¢ bachelor€™s ¬© x", "• bachelor’s © x"),
            ("ÃƒÂ¶", "ö"),
            ("Ã¢â‚¬Â¢ twice", "• twice"),
            ("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"),
        ] {
            assert_eq!(repair(wrong).as_deref(), Some(right), "{wrong}");
        }
    }

    #[test]
    fn sound_text_stays() {
        for text in [
            "plain", "√ 2 ≈ 1.4", "√π", "x ≠ y", "Zürich, Malmö, São Paulo, İstanbul", "MENÜ– CAFÉ”", "É– x", "naïve – “quoted” • item…",
            "Привет, мир", "Ελλάδα", "日本語の求人", "Việt Nam", "cut â€ and \u{FFFD}", "„100 €“", "€ 5", "Ã", "5 ± 2 µm",
            "«Où êtes-vous ?»", "ÅÄÖ åäö", "½ día", "NÃO", "• • ●",
        ] {
            assert_eq!(repair(text), None, "{text}");
        }
    }

    #[test]
    fn encodings_are_found() {
        for (bytes, text, repaired) in [
            (&b"\xEF\xBB\xBFplain"[..], "plain", false),
            (b"\xFF\xFEh\0i\0", "hi", true),
            (b"\xFE\xFF\0h\0i", "hi", true),
            (b"p\0l\0a\0i\0n\0 \0t\0e\0x\0t\0", "plain text", true),
            ("Zürich".as_bytes(), "Zürich", false),
            (b"Z\xFCrich and a bachelor\x92s degree", "Zürich and a bachelor’s degree", true),
            (b"a bachelor\xD5s degree in Link\x9Aping", "a bachelor’s degree in Linköping", true),
            (b"\xE2\x80\xA2 a \xE2\x80\xA2 b \xE2\x80\xA2 c \xE2\x80\xA2 d \xE2\x80", "• a • b • c • d \u{FFFD}", true),
            ("LinkÃ¶ping".as_bytes(), "Linköping", true),
            (b"", "", false),
        ] {
            let decoded = decode(bytes).unwrap();
            assert_eq!((decoded.text.as_str(), decoded.repaired), (text, repaired), "{bytes:?}");
        }
    }

    #[test]
    fn binary_files_are_refused() {
        for bytes in [&b"%PDF-1.7 x"[..], b"PK\x03\x04abc", b"\x7FELF\x02", b"\x89PNG\r\n", b"a\0b", b"\x01\x02\x03\x04 text"] {
            assert!(decode(bytes).is_err(), "{bytes:?}");
        }
        assert_eq!(decode(b"%PDF-1.7").unwrap_err().to_string(), "the content is a PDF document, not text");
    }

    proptest! {
        #[test]
        fn repair_is_idempotent(text in "([a-z ]|[Ââ√‚Ã€¢™œäöÄ¬†∂ôü’\u{80}-\u{9f}]){0,40}") {
            if let Some(once) = repair(&text) {
                prop_assert_eq!(repair(&once), None);
            }
        }

        #[test]
        fn repair_undoes_a_wrong_decoding(text in "[a-z ]{0,5}[äöüéèñß’“•–€]{1}[a-z]{1,5}") {
            let wrong = WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned();
            prop_assert_eq!(repair(&wrong), Some(text));
        }

        #[test]
        fn decode_takes_any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = decode(&bytes);
        }
    }
}
