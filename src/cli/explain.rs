//! `quals explain`: one posting for one profile, requirement by requirement.

use crate::{
    args::{AsOf, ReadArgs},
    exit::{Exit, Failure},
    inputs,
    output::Output,
};
use clap::{Args, ValueEnum};
use jiff::civil::Date;
use quals::{
    Engine,
    extract::Extraction,
    kind::Candidate,
    profile::Profile,
    rank::RankRow,
    read::{Document, Entry, Input, find},
    report::{Explanation, Tally, compare, explain, json},
};
use std::{
    io::Write,
    path::{Path, PathBuf},
};

const EXAMPLES: &str = "\
Examples:
  quals explain -p me.toml postings/nurse.md
  quals explain -p me.toml jobs.ndjson:17          the 17th row
  quals explain -p me.toml --format json postings/nurse.md
  quals explain -p me.toml --compare postings/nurse.md jobs.ndjson:17";

/// Explain one posting for one profile, requirement by requirement
///
/// Quotes every requirement with its line, says whether it is met, which line of the profile decided that, and what the profile would have to say to
/// decide what is unknown.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ExplainArgs {
    /// The profile
    #[arg(short, long, value_name = "PROFILE")]
    profile: PathBuf,
    /// The posting: a file, a row of a file of many as FILE:ROW, or - for standard input; two with --compare
    #[arg(required = true, value_name = "POSTING", num_args = 1..=2)]
    postings: Vec<PathBuf>,
    /// Put two postings side by side
    #[arg(long)]
    compare: bool,
    /// How to write it
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    #[command(flatten)]
    as_of: AsOf,
    #[command(flatten)]
    reading: ReadArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// One document
    Json,
}

/// Runs `quals explain`.
pub(crate) fn run(args: &ExplainArgs, output: &mut Output) -> Result<Exit, Failure> {
    let (engine, as_of) = (Engine::new(), args.as_of.date());
    let profile = &inputs::profile(&args.profile, &engine, as_of, output)?;
    match (args.postings.as_slice(), args.compare) {
        ([path], false) => {
            let read = Read::new(path, profile, args, &engine, as_of, output)?;
            let explanation = read.explanation(profile, as_of);
            match args.format {
                Format::Text => write!(output.out, "{}", explain::render(&explanation, output.look))?,
                Format::Json => json::document(&explanation, &mut output.out)?,
            }
        }
        ([left, right], true) => {
            let both = [Read::new(left, profile, args, &engine, as_of, output)?, Read::new(right, profile, args, &engine, as_of, output)?];
            let [left, right] = both.each_ref().map(|read| read.explanation(profile, as_of));
            let comparison = compare::Comparison { schema: compare::COMPARISON_SCHEMA, left: &left, right: &right };
            match args.format {
                Format::Text => write!(output.out, "{}", compare::render(&left, &right, output.look))?,
                Format::Json => json::document(&comparison, &mut output.out)?,
            }
        }
        (_, true) => return Err(Failure::Input("name two postings to compare, as in `--compare a.md b.md`".to_owned())),
        (_, false) => return Err(Failure::Input("name one posting, or put two side by side with `--compare`".to_owned())),
    }
    Ok(Exit::Ran)
}

/// A posting that was read, with its result.
struct Read {
    extraction: Extraction,
    result: RankRow,
}

impl Read {
    fn new(path: &Path, profile: &Profile, args: &ExplainArgs, engine: &Engine, as_of: Date, output: &mut Output) -> Result<Self, Failure> {
        let document = posting(path, &args.reading, output)?;
        let extraction = engine.extract(&document, as_of);
        inputs::note_language(&extraction, output);
        let result = RankRow::new(&Candidate::new(profile, engine.taxonomy(), as_of), &extraction);
        Ok(Self { extraction, result: RankRow { rank: 1, ..result } })
    }

    fn explanation<'a>(&'a self, profile: &'a Profile, as_of: Date) -> Explanation<'a> {
        Explanation { profile, extraction: &self.extraction, result: &self.result, as_of }
    }
}

/// Reads the one posting that the path names.
fn posting(path: &Path, reading: &ReadArgs, output: &mut Output) -> Result<Document, Failure> {
    let row = row_of(path);
    let file = row.as_ref().map_or(path, |(file, _)| file.as_path());
    let mut tally = Tally::default();
    let mut found = None;
    // Other rows are found, but not read.
    let is_other = |entry: &Entry| row.as_ref().is_some_and(|(file, name)| entry.name() != name && Path::new(entry.name()) != file);
    let entries = find(&[Input::from(file)], &reading.options()).filter(|entry| !entry.as_ref().is_ok_and(is_other));
    for result in entries.flat_map(|entry| entry.map_or_else(|error| vec![Err(error)], Entry::documents)) {
        match result {
            Ok(document) if row.as_ref().is_some_and(|(_, name)| document.source.name() != name) => {}
            Ok(_) if found.is_some() => {
                let advice = if file.is_dir() { "name one file" } else { "name one row, as in `jobs.ndjson:17`" };
                return Err(Failure::Input(format!("`{}` holds several postings; {advice}", path.display())));
            }
            Ok(document) => found = Some(document),
            Err(error) if row.as_ref().is_none_or(|(_, name)| error.path() == name) => inputs::note(&error, &mut tally, output),
            Err(_) => {}
        }
        if row.is_some() && found.is_some() {
            break;
        }
    }
    found.ok_or_else(|| Failure::Input(format!("there is no posting to explain in `{}`", path.display())))
}

/// `jobs.ndjson:17` as the file and the name of the row, where no file has that very name.
fn row_of(path: &Path) -> Option<(PathBuf, String)> {
    let name = path.to_str().filter(|_| !path.exists())?;
    let (file, row) = name.rsplit_once(':')?;
    let is_row = !row.is_empty() && row.bytes().all(|byte| byte.is_ascii_digit()) && Path::new(file).is_file();
    is_row.then(|| (PathBuf::from(file), name.to_owned()))
}
