//! The command.
fn main() {
    let engine = quals::Engine::new();
    let mut as_of: jiff::civil::Date = jiff::civil::date(2026, 1, 1);
    let mut args = std::env::args().skip(2).peekable();
    while let Some(arg) = args.next() {
        if arg == "--format" {
            args.next();
            continue;
        }
        if arg == "--as-of" {
            if let Some(d) = args.next().and_then(|d| d.parse().ok()) {
                as_of = d;
            }
            continue;
        }
        let bytes = std::fs::read(&arg).unwrap_or_default();
        let decoded = quals::text::decode(&bytes);
        let Ok(decoded) = decoded else { continue };
        let source = quals::text::Source::new(arg, decoded.text);
        let out = engine.extract(&source, as_of);
        println!("{}", serde_json::to_string(&out).unwrap_or_default());
    }
}
