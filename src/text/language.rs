//! What language a text is in, part by part: quals reads English only, and must know what it cannot read.
//!
//! English is told by its small words, which is nearly free; only parts that lack them are held against the models of `whatlang`. A list of tools
//! has no small words and no language either: it is English unless the models are certain that it is not. What is done with a part in another
//! language is not decided here.
//!
//! `Wir suchen eine Pflegekraft, die gerne im Team arbeitet und …` in, `German` out.

use super::Span;
use std::sync::LazyLock;
use whatlang::{Detector, Lang, Script};

/// A part of a text in one language other than English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Foreign {
    /// Where it stands.
    pub span: Span,
    /// Its language.
    pub language: Tongue,
    /// How many bytes of letters it has.
    letters: usize,
}

/// A human language by its names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tongue(Lang);

impl Tongue {
    /// Its English name: `German`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.eng_name()
    }

    /// Its code in ISO 639-3: `deu`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0.code()
    }
}

/// What languages a text is in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Languages {
    /// The parts that are not in English, in reading order; neighbors in the same language are one part.
    pub foreign: Vec<Foreign>,
    /// How many bytes of letters are in English for certain.
    english: usize,
    /// How many bytes of letters are in no language that could be told: lists of names, addresses.
    untold: usize,
}

impl Languages {
    /// The language that the text is in, where it is not English: no more than a third of what can be told is.
    ///
    /// A posting that is given in full in two languages, one of them English, is read; one with an English notice below it is not. A notice in another
    /// language below a list of tools makes no foreign text of it.
    #[must_use]
    pub fn main(&self) -> Option<Tongue> {
        let foreign: usize = self.foreign.iter().map(|part| part.letters).sum();
        let largest = self.foreign.iter().max_by_key(|part| self.letters_of(part.language))?;
        (self.english * 2 < foreign && self.untold < foreign * 2).then_some(largest.language)
    }

    /// Whether more than half of `span` is not in English.
    #[must_use]
    pub fn is_foreign(&self, span: Span) -> bool {
        let shared = |part: &Foreign| part.span.end.min(span.end).saturating_sub(part.span.start.max(span.start));
        !self.foreign.is_empty() && self.foreign.iter().map(shared).sum::<usize>() * 2 > span.len()
    }

    fn letters_of(&self, language: Tongue) -> usize {
        self.foreign.iter().filter(|part| part.language == language).map(|part| part.letters).sum()
    }

    fn add(&mut self, span: Span, signs: Signs, language: Option<Tongue>) {
        let letters = signs.letters;
        match (language, self.foreign.last_mut()) {
            (None, _) if signs.is_english() => self.english += letters,
            (None, _) => self.untold += letters,
            (Some(language), Some(last)) if last.language == language && last.span.end == span.start => {
                last.span = last.span.cover(span);
                last.letters += letters;
            }
            (Some(language), _) => self.foreign.push(Foreign { span, language, letters }),
        }
    }
}

/// Tells the languages of a text.
///
/// ```
/// use quals::text::languages;
/// let german = "Sie haben eine abgeschlossene Ausbildung in der Pflege und arbeiten gerne mit älteren Menschen.";
/// assert_eq!(languages(german).main().map(|language| language.name()), Some("German"));
/// assert_eq!(languages("Python, PostgreSQL, Docker, Kubernetes, Terraform, Kafka").main(), None);
/// ```
#[must_use]
pub fn languages(text: &str) -> Languages {
    let mut found = Languages::default();
    let mut last = None;
    let mut start = 0;
    while start < text.len() {
        let end = part_end(text, start);
        let span = Span::new(start, end);
        let signs = Signs::of(span.of(text));
        // What is too short to be told, such as the last line, goes with what stands before it.
        let language = if start > 0 && signs.letters < FEWEST_LETTERS { last } else { signs.language(span.of(text)) };
        found.add(span, signs, language);
        (start, last) = (end, language);
    }
    found
}

/// A part ends at a blank line behind so many bytes, …
const PARAGRAPH: usize = 100;
/// … at a line's end behind so many, …
const LINES: usize = 240;
/// … and at a space behind so many.
const LONGEST_LINE: usize = 600;

fn part_end(text: &str, start: usize) -> usize {
    let after = |bytes: usize| (start + bytes..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    let find = |from: usize, to: usize, stop: &str| text.get(from..to).and_then(|piece| piece.find(stop)).map(|at| from + at + stop.len());
    let (paragraph, lines, longest) = (after(PARAGRAPH), after(LINES), after(LONGEST_LINE));
    find(paragraph, lines, "\n\n")
        .or_else(|| find(lines, longest, "\n"))
        .or_else(|| find(longest, text.len(), " "))
        .unwrap_or(text.len())
        .max(start + 1)
}

/// Fewer letters than these, in bytes, tell no language in Latin script.
const FEWEST_LETTERS: usize = 60;

/// Small words that are frequent in English and rare in other languages.
const ENGLISH: [u32; 18] = [
    key(b"the"),
    key(b"and"),
    key(b"to"),
    key(b"of"),
    key(b"with"),
    key(b"you"),
    key(b"our"),
    key(b"your"),
    key(b"this"),
    key(b"be"),
    key(b"will"),
    key(b"that"),
    key(b"have"),
    key(b"from"),
    key(b"are"),
    key(b"by"),
    key(b"as"),
    key(b"or"),
];

/// Small words that English shares with many languages, so that they tell nothing.
const SHARED: [u32; 7] = [key(b"in"), key(b"a"), key(b"for"), key(b"on"), key(b"at"), key(b"is"), key(b"an")];

/// The bytes of a word of at most four in one number, its ASCII letters in lower case.
const fn key(word: &[u8]) -> u32 {
    let (mut key, mut rest) = (0, word);
    while let [first, more @ ..] = rest {
        key = with(key, *first);
        rest = more;
    }
    key
}

const fn with(key: u32, byte: u8) -> u32 {
    key << 8 | (byte | 0x20) as u32
}

/// What a look at the words of a part shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Signs {
    /// Bytes of letters.
    letters: usize,
    /// Those of letters beyond ASCII.
    beyond_ascii: usize,
    words: usize,
    /// Words of three letters or fewer in lower case, behind white space: what joins the words of a sentence in any language.
    joints: usize,
    /// Words that are small words of English.
    english: usize,
}

/// The word that is being read.
#[derive(Clone, Copy, Default)]
struct Begun {
    len: usize,
    key: u32,
    capitals: bool,
    beyond_ascii: usize,
    /// Begins with a byte of a bullet, a dash, a quote or the like: U+0080–U+00BF and U+2000–U+2BFF.
    is_sign: bool,
    /// White space stands before it.
    spaced: bool,
}

impl Signs {
    fn of(part: &str) -> Self {
        let mut signs = Self::default();
        let mut word = Begun { spaced: true, ..Begun::default() };
        for byte in part.bytes() {
            if byte.is_ascii_alphabetic() || !byte.is_ascii() {
                word.is_sign |= word.len == 0 && matches!(byte, 0xC2 | 0xE2);
                word.len += 1;
                word.key = with(word.key, byte);
                word.capitals |= byte.is_ascii_uppercase();
                word.beyond_ascii += usize::from(!byte.is_ascii());
            } else {
                signs.add(word);
                word = Begun { spaced: byte.is_ascii_whitespace(), ..Begun::default() };
            }
        }
        signs.add(word);
        signs
    }

    fn add(&mut self, word: Begun) {
        if word.len == 0 || word.is_sign {
            return;
        }
        self.words += 1;
        self.letters += word.len;
        self.beyond_ascii += word.beyond_ascii;
        if word.len <= 4 {
            self.english += usize::from(ENGLISH.contains(&word.key));
            let is_one_letter = word.len == 2 && word.beyond_ascii == 2; // mostly what is left of a text decoded wrongly
            let joins = word.spaced && !word.capitals && !is_one_letter && (word.len < 4 || word.beyond_ascii > 0);
            self.joints += usize::from(joins && !SHARED.contains(&word.key));
        }
    }

    fn is_english(self) -> bool {
        /// One small word in so many is English.
        const ENOUGH_ENGLISH: usize = 16;
        self.english * ENOUGH_ENGLISH >= self.words
    }

    /// The language of a part, where it is certain and not English.
    fn language(self, part: &str) -> Option<Tongue> {
        /// One joint in so many words is a sentence; lists of names, addresses and numbers are in no language.
        const SENTENCE: usize = 10;
        const FEWEST_JOINTS: usize = 3;
        let other_script = self.beyond_ascii * 3 > self.letters;
        let sentence = self.joints >= FEWEST_JOINTS.max(self.words / SENTENCE);
        let told = self.letters >= FEWEST_LETTERS && !self.is_english() && sentence;
        if !other_script && !told {
            return None;
        }
        let guess = DETECTOR.detect(part).filter(|guess| guess.lang() != Lang::Eng)?;
        // The models are often torn between neighbors such as Danish and Norwegian; what counts is that it is not English.
        let against_english = || Detector::with_allowlist(vec![Lang::Eng, guess.lang()]).detect(part);
        let certain = guess.script() != Script::Latin
            || guess.is_reliable()
            || against_english().is_some_and(|again| again.lang() == guess.lang() && again.is_reliable());
        certain.then_some(Tongue(guess.lang()))
    }
}

/// No posting is in the languages left out, but many a list of names looks like them.
static DETECTOR: LazyLock<Detector> = LazyLock::new(|| Detector::with_denylist(vec![Lang::Lat, Lang::Epo]));

#[cfg(test)]
mod tests {
    use super::*;

    const GERMAN: &str = "Wir suchen eine Pflegekraft mit abgeschlossener Ausbildung, die gerne im Team arbeitet und auch an den Wochenenden \
                          einsetzbar ist. Erfahrung in der Altenpflege ist von Vorteil, aber nicht zwingend; wir arbeiten Sie gründlich ein.";
    const ENGLISH: &str = "We are looking for a nurse who likes to work in a team and can take shifts at the weekend. Experience with older \
                           people is an asset, but not needed: you will be shown all that you have to know by your colleagues.";

    fn main_of(text: &str) -> Option<&'static str> {
        languages(text).main().map(Tongue::name)
    }

    #[test]
    fn names_the_language() {
        let danish = "Du har en uddannelse som sygeplejerske og lyst til at arbejde med ældre. Vi tilbyder dig gode kolleger og en \
                      arbejdsplads, hvor der er tid til at lære.";
        let french = "Vous avez un diplôme d'infirmier et vous aimez travailler en équipe. Une expérience auprès des personnes âgées est un \
                      plus, mais elle n'est pas exigée.";
        let japanese = "看護師を募集しています。チームで働くのが好きな方を歓迎します。";
        let told = [GERMAN, danish, french, japanese].map(main_of);
        assert_eq!(told, [Some("German"), Some("Danish"), Some("French"), Some("Japanese")]);
    }

    #[test]
    fn short_texts_and_lists_are_english() {
        let tools = "Python, PostgreSQL, Docker\nKubernetes, Terraform, Ansible\nKafka, Spark, Airflow";
        let more = "Skills\n• Adobe Illustrator, InDesign, Figma\n• Cinema 4D, Blender, Maya\n• Premiere Pro, DaVinci Resolve, Final Cut Pro\n• Sketch";
        let address = "Contact: Maria da Silva, Rua Augusta 24, 1100 Lisboa, Portugal, maria.silva@example.com, +351 21 000 00 00, Ext. 17";
        for text in [tools, more, address, "Krankenpfleger (m/w/d)", "Nurse", "", "RN license required"] {
            assert_eq!(languages(text).foreign, [], "{text}");
        }
    }

    #[test]
    fn of_a_mixed_text_the_english_part_is_known() {
        let text = format!("{ENGLISH}\n\n{GERMAN}\n\n{ENGLISH}");
        let found = languages(&text);
        assert_eq!(found.main(), None);
        let parts: Vec<&str> = found.foreign.iter().map(|part| part.span.of(&text).trim()).collect();
        assert_eq!(parts, [GERMAN]);
        let at = |piece: &str| Span::new(text.find(piece).unwrap(), text.find(piece).unwrap() + piece.len());
        assert!(found.is_foreign(at("Erfahrung in der Altenpflege")) && !found.is_foreign(at("Experience with older")));
    }

    #[test]
    fn a_translation_is_read_and_a_notice_is_not_enough() {
        assert_eq!(main_of(&format!("{GERMAN}\n\n{ENGLISH}")), None);
        assert_eq!(main_of(&format!("{}\n\n{ENGLISH}", [GERMAN; 4].join("\n"))), Some("German"));
    }

    #[test]
    fn lists_of_names_tell_no_language() {
        let names = "PostgreSQL, Kubernetes, Terraform\nAnsible, Kafka, Airflow, Jenkins\nCINEMA 4D, Blender, Maya, Houdini\n\n";
        assert_eq!(main_of(&format!("{GERMAN}\n\n{names}{names}")), Some("German"));
        assert_eq!(main_of(&format!("{GERMAN}\n\n{}", names.repeat(9))), None);
    }

    #[test]
    fn parts_are_cut_between_characters() {
        for text in ["ä".repeat(5_000), "日本 ".repeat(2_000), "\n".repeat(900), format!("x{}", "é\n\n".repeat(700))] {
            let covered: usize = languages(&text).foreign.iter().map(|part| part.span.of(&text).len()).sum();
            assert_eq!(covered, languages(&text).foreign.iter().map(|part| part.span.len()).sum::<usize>());
        }
    }
}
