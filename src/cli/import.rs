//! `quals profile import`: a profile made of a résumé.

use crate::{
    args::AsOf,
    exit::{Exit, Failure},
    file,
    output::Output,
};
use clap::Args;
use quals::{Engine, resume};
use std::{
    fs::File,
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

const EXAMPLES: &str = "\
Examples:
  quals profile import resume.pdf -o me.toml
  quals profile import Basic_LinkedInDataExport.zip -o me.toml
  quals profile import - < resume.json";

/// Make a profile of a résumé
///
/// Reads JSON Resume, LinkedIn's export of your data (its ZIP archive, or the folder that it unpacks to), and résumés in PDF, DOCX, Markdown or text, in
/// English. A fact that is read with doubt has a comment beside its line that says what it was read from; what has no place in a profile is listed at the
/// end. Nothing is made up: what the résumé does not say (the right to work, when you are available) is for you to add.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ImportArgs {
    /// The résumé, the folder of LinkedIn's export, or - for standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Where to write the profile [default: standard output]
    #[arg(short, long, value_name = "PROFILE")]
    output: Option<PathBuf>,
    /// Write over a file that exists
    #[arg(long, requires = "output")]
    force: bool,
    #[command(flatten)]
    as_of: AsOf,
}

/// Runs `quals profile import`.
pub(crate) fn run(args: &ImportArgs, output: &mut Output) -> Result<Exit, Failure> {
    if let Some(path) = &args.output {
        file::refuse_existing(path, args.force)?;
    }
    let shown = args.file.file_name().map_or_else(|| "standard input".to_owned(), |name| name.to_string_lossy().into_owned());
    let name = if is_stdin(&args.file) { "standard input".to_owned() } else { shown };
    let (engine, as_of) = (Engine::new(), args.as_of.date());
    let made = if !is_stdin(&args.file) && args.file.is_dir() {
        resume::import_folder(&args.file, engine.taxonomy(), as_of)
    } else {
        resume::import(&name, &read(&args.file)?, engine.taxonomy(), as_of)
    };
    let made = made.map_err(|error| Failure::Input(error.to_string()))?;
    match &args.output {
        Some(path) => {
            file::write(path, &made.text, args.force)?;
            let sums = format!("{} in doubt, {} not carried over", counted(made.doubts, "fact"), counted(made.left, "thing"));
            output.tell("note", &format!("wrote `{}`: {sums}; see its comments", path.display()));
        }
        None => output.out.write_all(made.text.as_bytes())?,
    }
    Ok(Exit::Ran)
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The bytes of the résumé, one more than can be used where it is too large.
fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let most = u64::try_from(resume::LARGEST).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let read = if is_stdin(path) {
        io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    match read {
        Ok(_) => Ok(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Failure::Input(format!("`{}` does not exist", path.display()))),
        Err(error) => Err(Failure::Input(format!("cannot read `{}`: {error}", path.display()))),
    }
}
