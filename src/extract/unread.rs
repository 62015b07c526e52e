//! What of a posting was not read, because it is not in English.
//!
//! quals reads English. A posting in another language is said to be unread, with its language, and gives no requirement: a word that happens to be
//! the same in both would be worse than nothing. Of a mixed one the English part is read. A German posting in, `{"language": "de", "name": "German"}` out.

use crate::{
    diagnostic::{Diagnostic, Severity, quoted},
    taxonomy::{Family, Taxonomy},
    text::{Foreign, Languages, MappedText, Span, Tongue},
};
use serde::{Deserialize, Serialize};

/// The language that kept a posting from being read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unread {
    /// Its code in ISO 639-1, else 639-3.
    pub language: String,
    /// Its English name.
    pub name: String,
}

/// A part of a posting that was passed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnreadPart {
    /// Its language.
    #[serde(flatten)]
    pub language: Unread,
    /// Where it stands in the source's text, in bytes.
    pub span: Span,
}

impl Unread {
    pub(super) fn of(tongue: Tongue, taxonomy: &Taxonomy) -> Self {
        let concept = taxonomy.named(Family::Language, tongue.name()).map(|id| taxonomy.concept(id));
        let code = concept.and_then(|concept| concept.code.clone()).unwrap_or_else(|| tongue.code().to_owned());
        Self { language: code, name: concept.map_or_else(|| tongue.name().to_owned(), |concept| concept.label.clone()) }
    }

    /// What to tell of the posting `source`.
    ///
    /// ```
    /// use quals::extract::Unread;
    /// let german = Unread { language: "de".into(), name: "German".into() };
    /// assert_eq!(german.diagnostic("postings/x.md").message, "`postings/x.md` is in German, which quals does not read");
    /// ```
    #[must_use]
    pub fn diagnostic(&self, source: &str) -> Diagnostic {
        let message = format!("{} is in {}, which quals does not read", quoted(source), self.name);
        Diagnostic::new(Severity::Warning, source, message)
    }
}

/// The parts of a text that are not in English, by their places in the original.
pub(super) fn parts(languages: &Languages, text: &MappedText, taxonomy: &Taxonomy) -> Vec<UnreadPart> {
    let part = |foreign: &Foreign| UnreadPart { language: Unread::of(foreign.language, taxonomy), span: text.origin(foreign.span) };
    languages.foreign.iter().map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_a_code_and_a_name() {
        let taxonomy = Taxonomy::builtin();
        let of =
            |text: &str| crate::text::languages(text).main().map(|tongue| Unread::of(tongue, &taxonomy)).map(|it| (it.language, it.name));
        let norwegian = "Vi søker en sykepleier som liker å jobbe i team og som kan ta helgevakter. Erfaring fra eldreomsorg er en fordel, men \
                         ikke et krav. Vi tilbyr opplæring og et godt arbeidsmiljø, og du vil få egen veileder i starten av ansettelsen hos oss.";
        assert_eq!(of(norwegian), Some(("no".to_owned(), "Norwegian".to_owned())));
        let chinese = "我们正在招聘一名护士,要求喜欢团队合作,有养老护理经验者优先。";
        assert_eq!(of(chinese), Some(("cmn".to_owned(), "Mandarin".to_owned())));
    }
}
