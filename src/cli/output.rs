//! Where the command writes: results to standard output, buffered; everything else to standard error, one sentence a line.

use crate::{
    args::Color,
    exit::{Exit, Failure},
};
use anstream::{AutoStream, ColorChoice, stream::IsTerminal};
use indicatif::{MultiProgress, ProgressBar, ProgressDrawTarget};
use quals::{
    diagnostic::{Diagnostic, Renderer},
    report::Look,
    text::escape,
};
use std::io::{self, BufWriter, Stderr, StdoutLock, Write};

/// The two streams, and how to write to them.
pub(crate) struct Output {
    /// For results.
    pub(crate) out: BufWriter<AutoStream<StdoutLock<'static>>>,
    /// How results for people look.
    pub(crate) look: Look,
    err: AutoStream<Stderr>,
    /// What is drawn at the foot of the terminal, out of the way of sentences.
    bars: MultiProgress,
    renderer: Renderer,
}

impl Output {
    /// Opens the streams.
    pub(crate) fn new(color: Color) -> Self {
        let stdout = io::stdout();
        let choice = choice(color, AutoStream::choice(&stdout));
        let look = Look { width: width(stdout.is_terminal()), styled: choice != ColorChoice::Never };
        let err_choice = self::choice(color, AutoStream::choice(&io::stderr()));
        let renderer = if err_choice == ColorChoice::Never { Renderer::plain() } else { Renderer::styled() };
        let out = buffered(AutoStream::new(stdout.lock(), choice));
        let bars = MultiProgress::with_draw_target(ProgressDrawTarget::hidden());
        Self { out, look, err: AutoStream::new(io::stderr(), err_choice), bars, renderer }
    }

    /// Shows a bar on the terminal, if standard error is one.
    pub(crate) fn show(&self, bar: &ProgressBar) {
        if io::stderr().is_terminal() {
            self.bars.set_draw_target(ProgressDrawTarget::stderr());
            self.bars.add(bar.clone());
        }
    }

    /// Lets results through as they are: JSON holds no color that has to be looked for and taken out.
    pub(crate) fn write_as_is(&mut self) {
        self.out = buffered(AutoStream::always_ansi(io::stdout().lock()));
    }

    /// Whether results go to a terminal.
    pub(crate) fn is_terminal(&self) -> bool {
        io::stdout().is_terminal()
    }

    /// Says one sentence on standard error. There is nowhere to complain when that fails.
    pub(crate) fn tell(&mut self, severity: &str, sentence: &str) {
        let err = &mut self.err;
        let _ = self.bars.suspend(|| writeln!(err, "{severity}: {}", escape(sentence)));
    }

    /// Draws a diagnostic on standard error.
    pub(crate) fn draw(&mut self, diagnostic: &Diagnostic) {
        let _ = writeln!(self.err, "{}\n", self.renderer.render(diagnostic));
    }

    /// Writes what is still buffered.
    pub(crate) fn finish(&mut self) -> Result<(), Failure> {
        Ok(self.out.flush()?)
    }

    /// Tells why the run stops, and gives its end.
    pub(crate) fn fail(&mut self, failure: &Failure) -> Exit {
        if !failure.is_closed_pipe() {
            let _ = self.out.flush();
            self.tell("error", &failure.to_string());
        }
        failure.exit()
    }
}

fn buffered(stream: AutoStream<StdoutLock<'static>>) -> BufWriter<AutoStream<StdoutLock<'static>>> {
    BufWriter::with_capacity(64 << 10, stream)
}

/// What the flag says, else what the environment and the stream say.
fn choice(color: Color, found: ColorChoice) -> ColorChoice {
    match color {
        Color::Auto => found,
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    }
}

/// `COLUMNS` where it is set, else the terminal's width, else 100.
fn width(is_terminal: bool) -> usize {
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|columns| *columns > 0);
    let terminal = || is_terminal.then(terminal_size::terminal_size).flatten().map(|(width, _)| usize::from(width.0));
    columns.or_else(terminal).unwrap_or(Look::PLAIN.width)
}
