//! How wide and how colorful a text is written, and the few styles that there are.

use crate::{logic::Label, rank::Standing};
use anstyle::{AnsiColor, Style};
use std::fmt::Display;

/// The width and the color of what is written for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Columns of the terminal. Tables and texts are laid out for at least [`Look::NARROWEST`].
    pub width: usize,
    /// Whether escape sequences of color are written.
    pub styled: bool,
}

impl Look {
    /// The narrowest layout.
    pub const NARROWEST: usize = 60;
    /// The width where there is no terminal.
    pub const PLAIN: Self = Self { width: 100, styled: false };
    /// Text wider than this is hard to read.
    const WIDEST_TEXT: usize = 110;

    /// The width of a table.
    #[must_use]
    pub fn table_width(self) -> usize {
        self.width.max(Self::NARROWEST)
    }

    /// The width of running text.
    #[must_use]
    pub fn text_width(self) -> usize {
        self.table_width().min(Self::WIDEST_TEXT)
    }

    /// `text` in `style`, or plain.
    pub(super) fn paint(self, style: Style, text: impl Display) -> String {
        if self.styled { format!("{style}{text}{style:#}") } else { text.to_string() }
    }
}

/// Headings and names.
pub(super) const BOLD: Style = Style::new().bold();
/// What may be passed over.
pub(super) const DIM: Style = Style::new().dimmed();

/// The color of a standing.
pub(super) fn of_standing(standing: Standing) -> Option<AnsiColor> {
    match standing {
        Standing::Eligible => Some(AnsiColor::Green),
        Standing::Unclear => Some(AnsiColor::Cyan),
        Standing::Stretch => Some(AnsiColor::Yellow),
        Standing::Ineligible => Some(AnsiColor::Red),
        Standing::Unread => None,
    }
}

/// The style of a verdict.
pub(super) fn of_label(label: Label) -> Style {
    match label {
        Label::Met => AnsiColor::Green.on_default(),
        Label::Partial => AnsiColor::Yellow.on_default(),
        Label::Unmet => AnsiColor::Red.on_default(),
        Label::Unknown => AnsiColor::Cyan.on_default(),
        Label::Assumed => DIM,
    }
}
