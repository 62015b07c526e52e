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

    /// The main language, where it is the same whatever language the parts are in that are open. What else is not in English is
    /// taken to be in it then, which spares a foreign posting half of the models.
    fn settled(&self, open: Open) -> Option<Tongue> {
        let main = self.main()?;
        let largest = self.letters_of(main);
        let foreign: usize = self.foreign.iter().map(|part| part.letters).sum();
        let still_foreign = (self.english + open.english) * 2 < foreign && self.untold + open.other < foreign * 2;
        (still_foreign && foreign - largest + open.other < largest).then_some(main)
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
    let parts: Vec<(Span, Signs)> = parts(text).map(|span| (span, Signs::of(span.of(text)))).collect();
    let mut open = Open::default();
    parts.iter().for_each(|(_, signs)| open.add(*signs));
    let (mut found, mut last) = (Languages::default(), None);
    for (span, signs) in parts {
        // What is too short to be told, such as the last line, goes with what stands before it.
        let short = span.start > 0 && signs.letters < FEWEST_LETTERS;
        let language = match found.settled(open) {
            _ if short => last,
            Some(main) if signs.may_be_foreign() => Some(main),
            _ => signs.language(span.of(text), last),
        };
        found.add(span, signs, language);
        open.take(signs);
        last = language;
    }
    found
}

/// Bytes of letters in the parts whose language is not told yet.
#[derive(Debug, Clone, Copy, Default)]
struct Open {
    english: usize,
    /// Those of parts that are not English by their small words.
    other: usize,
}

impl Open {
    fn add(&mut self, signs: Signs) {
        *self.of(signs) += signs.letters;
    }

    fn take(&mut self, signs: Signs) {
        *self.of(signs) -= signs.letters;
    }

    fn of(&mut self, signs: Signs) -> &mut usize {
        if signs.is_english() { &mut self.english } else { &mut self.other }
    }
}

/// The parts that are told one by one, in reading order.
fn parts(text: &str) -> impl Iterator<Item = Span> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let from = start;
        (from < text.len()).then(|| {
            start = part_end(text, from);
            Span::new(from, start)
        })
    })
}

/// A part ends at a blank line behind so many bytes, …
const PARAGRAPH: usize = 100;
/// … at a line's end behind so many, …
const LINES: usize = 240;
/// … and at a space behind so many.
const LONGEST_LINE: usize = 600;

fn part_end(text: &str, start: usize) -> usize {
    let after = |bytes: usize| (start + bytes..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    let find = |from: usize, to: usize, stop: &str| {
        let piece = text.as_bytes().get(from..to)?;
        memchr::memmem::find(piece, stop.as_bytes()).map(|at| from + at + stop.len())
    };
    let (paragraph, lines, longest) = (after(PARAGRAPH), after(LINES), after(LONGEST_LINE));
    find(paragraph, lines, "\n\n")
        .or_else(|| find(lines, longest, "\n"))
        .or_else(|| find(longest, text.len(), " "))
        .unwrap_or(text.len())
        .max(start + 1)
}

/// Fewer letters than these, in bytes, tell no language in Latin script.
const FEWEST_LETTERS: usize = 60;

/// One small word in so many is English.
const ENOUGH_ENGLISH: usize = 16;

/// What a word of at most four bytes tells of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Small {
    /// It is frequent in English and rare in other languages.
    English,
    /// English shares it with many languages, so that it tells nothing.
    Shared,
    /// It may be a small word of another language.
    Other,
}

impl Small {
    fn of(word: &[u8]) -> Self {
        let mut lower = *b"    ";
        lower.iter_mut().zip(word).for_each(|(lower, byte)| *lower = byte.to_ascii_lowercase());
        match &lower {
            b"the " | b"and " | b"to  " | b"of  " | b"with" | b"you " | b"our " | b"your" | b"this" | b"be  " | b"will" | b"that"
            | b"have" | b"from" | b"are " | b"by  " | b"as  " | b"or  " => Self::English,
            b"in  " | b"a   " | b"for " | b"on  " | b"at  " | b"is  " | b"an  " => Self::Shared,
            _ => Self::Other,
        }
    }
}

/// Whether a byte is of a letter; of what is beyond ASCII, whichever sign it is.
static OF_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        #[expect(clippy::indexing_slicing, reason = "checked by the compiler: the table is made before the program runs")]
        {
            table[byte] = matches!(byte as u8, b'A'..=b'Z' | b'a'..=b'z' | 0x80..);
        }
        byte += 1;
    }
    table
};

fn is_of_word(byte: u8) -> bool {
    OF_WORD.get(usize::from(byte)) == Some(&true)
}

/// What a part holds, counted without a look at its words: of many bytes at once, so there is no way out in the middle.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    letters: usize,
    /// Runs of letters.
    words: usize,
    beyond_ascii: usize,
}

impl Counts {
    fn of(part: &[u8]) -> Self {
        /// As many as a byte can count.
        const BLOCK: usize = 255;
        let mut counts = Self::default();
        let mut before = 0;
        for block in part.chunks(BLOCK) {
            let is_letter = |byte: &u8| u8::from(byte.is_ascii_alphabetic() | !byte.is_ascii());
            let behind = block.get(1..).unwrap_or_default();
            let begun: u8 = block.iter().zip(behind).map(|(first, second)| !is_letter(first) & is_letter(second)).sum();
            let first = block.first().map_or(0, |first| !is_letter(&before) & is_letter(first));
            counts.letters += usize::from(block.iter().map(is_letter).sum::<u8>());
            counts.beyond_ascii += usize::from(block.iter().map(|byte| u8::from(!byte.is_ascii())).sum::<u8>());
            counts.words += usize::from(begun) + usize::from(first);
            before = block.last().copied().unwrap_or_default();
        }
        counts
    }
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

impl Signs {
    fn of(part: &str) -> Self {
        Self::of_english(part).unwrap_or_else(|| Self::of_words(part))
    }

    /// Those of a part that a quick look tells to be English: most parts are. Joints are not counted, nor more small words than are enough.
    fn of_english(part: &str) -> Option<Self> {
        let Counts { letters, words, beyond_ascii } = Counts::of(part.as_bytes());
        let enough = words.div_ceil(ENOUGH_ENGLISH);
        let mut english =
            part.as_bytes().split(|byte| !is_of_word(*byte)).filter(|word| word.len() <= 4 && Small::of(word) == Small::English);
        let signs = Self { letters, beyond_ascii, words, joints: 0, english: enough };
        (enough > 0 && !signs.is_other_script() && english.nth(enough - 1).is_some()).then_some(signs)
    }

    fn of_words(part: &str) -> Self {
        let mut signs = Self::default();
        let plain = part.is_ascii();
        let (mut rest, mut spaced) = (part.as_bytes(), true);
        while !rest.is_empty() {
            let len = rest.iter().position(|byte| !is_of_word(*byte)).unwrap_or(rest.len());
            let (word, behind) = rest.split_at(len);
            signs.add(word, spaced, plain);
            spaced = behind.first().is_some_and(u8::is_ascii_whitespace);
            rest = behind.get(1..).unwrap_or_default();
        }
        signs
    }

    /// Adds a word; `spaced` says whether white space stands before it, `plain` that it is surely ASCII.
    fn add(&mut self, word: &[u8], spaced: bool, plain: bool) {
        // A bullet, a dash, a quote or the like: U+0080–U+00BF and U+2000–U+2BFF.
        let is_sign = matches!(word.first(), Some(0xC2 | 0xE2));
        if word.is_empty() || is_sign {
            return;
        }
        let beyond_ascii = if plain { 0 } else { word.iter().filter(|byte| !byte.is_ascii()).count() };
        self.words += 1;
        self.letters += word.len();
        self.beyond_ascii += beyond_ascii;
        if word.len() <= 4 {
            let small = Small::of(word);
            self.english += usize::from(small == Small::English);
            let is_one_letter = word.len() == 2 && beyond_ascii == 2; // mostly what is left of a text decoded wrongly
            let capitals = word.iter().any(u8::is_ascii_uppercase);
            let joins = spaced && !capitals && !is_one_letter && (word.len() < 4 || beyond_ascii > 0);
            self.joints += usize::from(joins && small != Small::Shared);
        }
    }

    fn is_english(self) -> bool {
        self.english * ENOUGH_ENGLISH >= self.words
    }

    fn is_other_script(self) -> bool {
        self.beyond_ascii * 3 > self.letters
    }

    /// Whether the part is worth being held against the models.
    fn may_be_foreign(self) -> bool {
        /// One joint in so many words is a sentence; lists of names, addresses and numbers are in no language.
        const SENTENCE: usize = 10;
        const FEWEST_JOINTS: usize = 3;
        let sentence = self.joints >= FEWEST_JOINTS.max(self.words / SENTENCE);
        self.is_other_script() || self.letters >= FEWEST_LETTERS && !self.is_english() && sentence
    }

    /// The language of a part, where it is certain and not English; `before` is that of the part before it.
    fn language(self, part: &str, before: Option<Tongue>) -> Option<Tongue> {
        if !self.may_be_foreign() {
            return None;
        }
        // Most often it is what comes before it, or a neighbor of that: there is no need to hold it against all others.
        let near = before.and_then(|before| certain(part, &Detector::with_allowlist(neighbors(before.0))));
        near.or_else(|| certain(part, &DETECTOR))
    }
}

/// The language of a part by some models, where it is certain and not English.
fn certain(part: &str, models: &Detector) -> Option<Tongue> {
    let guess = models.detect(part).filter(|guess| guess.lang() != Lang::Eng)?;
    // The models are often torn between neighbors such as Danish and Norwegian; what counts is that it is not English.
    let against_english = || Detector::with_allowlist(vec![Lang::Eng, guess.lang()]).detect(part);
    let certain = guess.script() != Script::Latin
        || guess.is_reliable()
        || against_english().is_some_and(|again| again.lang() == guess.lang() && again.is_reliable());
    certain.then_some(Tongue(guess.lang()))
}

/// Languages that the models confuse with one another.
const ALIKE: [&[Lang]; 4] = [
    &[Lang::Dan, Lang::Nob, Lang::Swe],
    &[Lang::Deu, Lang::Nld, Lang::Afr],
    &[Lang::Spa, Lang::Por, Lang::Cat, Lang::Ita, Lang::Fra, Lang::Ron],
    &[Lang::Ces, Lang::Slk, Lang::Pol, Lang::Slv, Lang::Hrv],
];

/// A language, those that it is confused with, and English.
fn neighbors(language: Lang) -> Vec<Lang> {
    let alike = ALIKE.into_iter().find(|alike| alike.contains(&language)).unwrap_or_default();
    [Lang::Eng, language].into_iter().chain(alike.iter().copied().filter(|other| *other != language)).collect()
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
    fn the_quick_look_says_what_the_slow_one_says() {
        let (quick, slow) = (Signs::of_english(ENGLISH).unwrap(), Signs::of_words(ENGLISH));
        assert_eq!((quick.letters, quick.words, quick.is_english()), (slow.letters, slow.words, slow.is_english()));
        for text in [GERMAN, "看護師", "", "Python, Go", "it’s “our” team — and • yours", &"of the team ".repeat(90)] {
            assert!(Signs::of_english(text).is_none() || Signs::of_words(text).is_english(), "{text}");
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
