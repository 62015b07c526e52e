//! Diagnostics: what is doubtful or wrong in an input, with its place.
//!
//! A diagnostic is one sentence, in lower case, without a full stop, with the user's text in backticks. It stands by itself: it carries
//! the piece of the source that it speaks of, so that it can be shown when the source is gone. As a line:
//! ``me.toml:2:1: unknown key `degre`; did you mean `level`?``; [`Renderer`] draws it under the line of the file.

use crate::text::{Source, Span, escape};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Patch, Snippet};
use std::fmt;

/// How bad a diagnostic is, the worst last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Good to know.
    Note,
    /// Probably not what was meant; the input is used all the same.
    Warning,
    /// The input cannot be used.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// Something doubtful or wrong at a place of an input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// One sentence, lower case, no full stop, the user's text in backticks.
    pub message: String,
    /// The name of the source.
    pub source: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The column, in characters, counted from 1.
    pub column: usize,
    /// Where it is in the text of the source, in bytes.
    pub span: Span,
    /// What to write under the marked text.
    pub label: Option<String>,
    /// How to mend it, as a sentence.
    pub help: Option<String>,
    /// What to put in place of the marked text.
    pub replacement: Option<String>,
    /// The marked line: before the mark, the mark, behind it.
    excerpt: Option<[String; 3]>,
}

/// The most characters of a line that are shown on either side of a mark.
const CONTEXT: usize = 100;

impl Diagnostic {
    /// A diagnostic of a whole source.
    #[must_use]
    pub fn new(severity: Severity, source: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            severity,
            message: message.into(),
            source: source.into(),
            line: 1,
            column: 1,
            span: Span::default(),
            label: None,
            help: None,
            replacement: None,
            excerpt: None,
        }
    }

    /// A diagnostic of a piece of a source.
    #[must_use]
    pub fn at(severity: Severity, source: &Source, span: Span, message: impl Into<String>) -> Self {
        let excerpt = excerpt(source.text(), span);
        let (line, column) = (source.line(span.start), source.column(span.start));
        Self { line, column, span, excerpt, ..Self::new(severity, source.name(), message) }
    }

    /// The same diagnostic with a word under the mark.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// The same diagnostic with a way to mend it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same diagnostic with what to put in place of the marked text.
    #[must_use]
    pub fn replace_by(mut self, replacement: impl Into<String>) -> Self {
        self.replacement = Some(replacement.into());
        self
    }

    /// Whether the input cannot be used.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// The form of one line: `file:line:column: message; help`.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", escape(&self.source), self.line, self.column, escape(&self.message))?;
        self.help.as_ref().map_or(Ok(()), |help| write!(f, "; {}", escape(help)))
    }
}

/// Puts text of a user in backticks, escaped and cut to sixty characters.
///
/// ```
/// assert_eq!(quals::diagnostic::quoted("C++\n"), "`C++\\n`");
/// ```
#[must_use]
pub fn quoted(text: &str) -> String {
    const MOST: usize = 60;
    let cut: String = text.chars().take(MOST).collect();
    format!("`{}{}`", escape(&cut), if cut.len() < text.len() { "…" } else { "" })
}

/// The marked piece of its first line, with what stands around it, escaped.
fn excerpt(text: &str, span: Span) -> Option<[String; 3]> {
    let (head, tail) = (text.get(..span.start)?, text.get(span.start..)?);
    let before = head.rsplit('\n').next().unwrap_or_default();
    let line = tail.split('\n').next().unwrap_or_default().trim_end_matches('\r');
    let (marked, after) = line.split_at_checked(span.len()).unwrap_or((line, ""));
    let skipped = before.char_indices().rev().nth(CONTEXT).map_or(0, |(at, c)| at + c.len_utf8());
    let start = |text: &str, most: usize| escape_but_tabs(&text.chars().take(most).collect::<String>());
    Some([escape_but_tabs(before.get(skipped..)?), start(marked, 2 * CONTEXT), start(after, CONTEXT)])
}

fn escape_but_tabs(text: &str) -> String {
    text.split('\t').map(escape).collect::<Vec<_>>().join("\t")
}

/// Draws diagnostics for people, each under the line that it speaks of.
///
/// ```
/// use quals::{diagnostic::{Diagnostic, Renderer, Severity}, text::{Source, Span}};
/// let source = Source::new("me.toml", "degre = \"MS\"\n");
/// let told = Diagnostic::at(Severity::Error, &source, Span::new(0, 5), "unknown key `degre`");
/// assert!(Renderer::plain().render(&told).starts_with("error: unknown key `degre`\n --> me.toml:1:1\n"));
/// ```
#[derive(Debug, Clone)]
pub struct Renderer(annotate_snippets::Renderer);

impl Renderer {
    /// Draws without color.
    #[must_use]
    pub fn plain() -> Self {
        Self(annotate_snippets::Renderer::plain())
    }

    /// Draws with color, by escape sequences of the terminal.
    #[must_use]
    pub fn styled() -> Self {
        Self(annotate_snippets::Renderer::styled())
    }

    /// Draws one diagnostic; the text has no line break at its end.
    #[must_use]
    pub fn render(&self, told: &Diagnostic) -> String {
        let source = escape(&told.source).into_owned();
        let line = told.excerpt.as_ref().map(|pieces| pieces.concat());
        let mut main = Group::with_title(level(told.severity).primary_title(escape(&told.message)));
        let mut help = told.help.as_ref().map(|help| Level::HELP.secondary_title(escape(help)));
        let mut groups = Vec::new();
        if let (Some(line), Some([before, marked, _])) = (&line, &told.excerpt) {
            let mark = before.len()..before.len() + marked.len();
            let note = AnnotationKind::Primary.span(mark.clone()).label(told.label.as_deref().map(escape));
            let snippet = Snippet::source(line).line_start(told.line).annotation(note);
            if before.chars().count() + 1 == told.column {
                main = main.element(snippet.path(&source));
            } else {
                main = main.element(origin(&source, told)).element(snippet); // a line cut or escaped has other columns
            }
            if let (Some(title), Some(text)) = (&help, &told.replacement) {
                let patch = Patch::new(mark, escape(text));
                groups.push(title.clone().element(Snippet::source(line).line_start(told.line).patch(patch)));
                help = None;
            }
        } else {
            main = main.element(origin(&source, told));
        }
        groups.insert(0, main);
        groups.extend(help.map(Group::with_title));
        self.0.render(&groups)
    }
}

fn origin<'a>(source: &'a str, told: &Diagnostic) -> Origin<'a> {
    Origin::path(source).line(told.line).char_column(told.column)
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, piece: &str) -> Diagnostic {
        let start = text.find(piece).unwrap();
        Diagnostic::at(Severity::Error, &Source::new("me.toml", text), Span::new(start, start + piece.len()), "unknown key `degre`")
    }

    #[test]
    fn one_line_names_the_place_and_the_help() {
        let told = told("a = 1\r\n  degre = 2\r\n", "degre").help("did you mean `level`?");
        assert_eq!(told.to_string(), "me.toml:2:3: unknown key `degre`; did you mean `level`?");
    }

    #[test]
    fn draws_the_mark_and_the_mend() {
        let told = told("a = 1\r\n  degre = 2\r\n", "degre").label("not a key").help("did you mean `level`?").replace_by("level");
        let drawn = Renderer::plain().render(&told);
        let want = "error: unknown key `degre`\n --> me.toml:2:3\n  |\n2 |   degre = 2\n  |   ^^^^^ not a key\n  |\nhelp: did you mean `level`?\n  |\n2 -   degre = 2\n2 +   level = 2\n  |";
        assert_eq!(drawn, want);
    }

    #[test]
    fn nothing_of_the_source_reaches_the_terminal_unescaped() {
        let text = "\u{1b}[31m\u{202e}x = 1\u{9b}31m";
        let told = told(text, "x").label("\u{1b}]0;t\u{7}").help("\u{200b}");
        for shown in [told.to_string(), Renderer::plain().render(&told)] {
            assert!(!shown.contains(|c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202e}' | '\u{200b}')), "{shown:?}");
        }
    }

    #[test]
    fn a_very_long_line_is_cut() {
        let text = format!("{}x{}", "é".repeat(50_000), "y".repeat(50_000));
        assert!(Renderer::plain().render(&told(&text, "x")).len() < 2_000);
    }

    #[test]
    fn a_mark_over_several_lines_shows_the_first() {
        let drawn = Renderer::plain().render(&told("list = [\n1,\n]\n", "[\n1,\n]"));
        assert!(drawn.contains("1 | list = [\n"), "{drawn}");
    }

    #[test]
    fn user_text_is_quoted_and_cut() {
        assert_eq!(quoted("\u{1b}x"), "`\\u{1b}x`");
        assert_eq!(quoted(&"x".repeat(61)), format!("`{}…`", "x".repeat(60)));
    }
}
