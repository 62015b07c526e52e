//! The command.
fn main() {
    let engine = quals::Engine::new();
    let mut as_of: jiff::civil::Date = jiff::civil::date(2026, 1, 1);
    let mut args = std::env::args().skip(2).peekable();
    let mut inputs = Vec::new();
    while let Some(arg) = args.next() {
        if arg == "--format" { args.next(); continue; }
        if arg == "--as-of" { if let Some(d) = args.next().and_then(|d| d.parse().ok()) { as_of = d; } continue; }
        inputs.push(quals::read::Input::from(arg));
    }
    let mut out = std::io::BufWriter::new(std::io::stdout());
    for document in quals::read::read(&inputs, &quals::read::ReadOptions::default()) {
        let Ok(document) = document else { continue };
        let found = engine.extract(&document, as_of);
        use std::io::Write;
        let _ = writeln!(out, "{}", serde_json::to_string(&found).unwrap_or_default());
    }
}
