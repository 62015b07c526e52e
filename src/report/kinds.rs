//! The kinds of predicates as a table: `quals kinds`.

use super::Look;
use crate::kind::KINDS;
use comfy_table::{Attribute, Cell, ColumnConstraint, ContentArrangement, LineStyle, Table, presets};

/// Writes the kinds in the order of the contract.
#[must_use]
pub fn render(look: Look) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING.header_separator(LineStyle::none().fill('─').junction('─')));
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(look.text_width()).unwrap_or(u16::MAX));
    if look.styled {
        table.enforce_styling();
    } else {
        table.force_no_tty();
    }
    table.set_header(["Kind", "Gate", "Scored", "What it is"].map(|name| Cell::new(name).add_attribute(Attribute::Bold)));
    let sign = |yes| if yes { "yes" } else { "–" };
    for kind in KINDS {
        table.add_row([kind.name, sign(kind.gate), sign(kind.scored), kind.summary]);
    }
    for (at, column) in table.column_iter_mut().enumerate() {
        column.set_padding((0, u16::from(at < 3)));
        if at < 3 {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
    table.lines().fold(String::new(), |out, line| out + line.trim_end() + "\n")
}
