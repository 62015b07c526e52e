//! Finds and reads profiles and postings, and tells what could not be read.

use crate::{exit::Failure, output::Output};
use jiff::civil::Date;
use quals::{
    Engine,
    diagnostic::{Diagnostic, Severity},
    extract::Extraction,
    profile::{self, Checked, Profile},
    read::{Input, ReadError},
    report::Tally,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
};

/// The folder of profiles where none is given.
const PROFILES: &str = "profiles";
/// The folder of postings where none is given.
const POSTINGS: &str = "postings";

/// The profiles of a run.
pub(crate) struct Profiles {
    /// Those without an error.
    pub(crate) good: Vec<Profile>,
    /// How many files could not be used.
    pub(crate) failed: usize,
}

/// Reads profiles: the files given, those of the folders given, or those of `profiles/`; tells what is wrong with them.
///
/// Fails where none can be used.
pub(crate) fn profiles(given: &[PathBuf], engine: &Engine, as_of: Date, output: &mut Output) -> Result<Profiles, Failure> {
    let default = [PathBuf::from(PROFILES)];
    let (given, hint) = match given {
        [] => (default.as_slice(), "; name one with `-p me.toml`"),
        given => (given, ""),
    };
    let mut found = Profiles { good: Vec::new(), failed: 0 };
    for path in given {
        match files(path) {
            Ok(files) => files.iter().for_each(|file| add_profile(&mut found, file, engine, as_of, output)),
            Err(sentence) => {
                output.tell("error", &format!("{sentence}{hint}"));
                found.failed += 1;
            }
        }
    }
    if found.good.is_empty() {
        return Err(Failure::Input("there is no profile to work with".to_owned()));
    }
    drop_repeated(&mut found.good, output);
    warn_of_namesakes(&found.good, output);
    Ok(found)
}

/// Leaves out a file that is given twice.
fn drop_repeated(profiles: &mut Vec<Profile>, output: &mut Output) {
    let mut seen = BTreeSet::new();
    profiles.retain(|profile| {
        let is_new = seen.insert(profile.source.clone());
        if !is_new {
            output.tell("warning", &format!("`{}` is given twice, and used once", profile.source));
        }
        is_new
    });
}

/// Tells of profiles that share a name.
fn warn_of_namesakes(profiles: &[Profile], output: &mut Output) {
    let mut files: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for profile in profiles {
        if let Some(name) = &profile.name {
            files.entry(name).or_default().push(&profile.source);
        }
    }
    for (name, files) in files.iter().filter(|(_, files)| files.len() > 1) {
        let files: Vec<String> = files.iter().map(|file| format!("`{file}`")).collect();
        output.tell("warning", &format!("{} have the same name `{name}`; their files tell them apart", files.join(" and ")));
    }
}

/// Reads the one profile that a path names; tells what is wrong with it.
pub(crate) fn profile(path: &Path, engine: &Engine, as_of: Date, output: &mut Output) -> Result<Profile, Failure> {
    let mut found = profiles(&[path.to_owned()], engine, as_of, output)?.good;
    match (found.pop(), found.is_empty()) {
        (Some(profile), true) => Ok(profile),
        _ => Err(Failure::Input(format!("`{}` holds several profiles; name one file", path.display()))),
    }
}

fn add_profile(found: &mut Profiles, path: &Path, engine: &Engine, as_of: Date, output: &mut Output) {
    let checked = match read_profile(path, engine) {
        Ok(checked) => checked,
        Err(sentence) => {
            output.tell("error", &sentence);
            found.failed += 1;
            return;
        }
    };
    let errors = checked.diagnostics.iter().filter(|told| told.is_error()).count();
    checked.diagnostics.iter().filter(|told| told.is_error()).for_each(|told| output.draw(told));
    let warnings = checked.diagnostics.iter().filter(|told| told.severity == Severity::Warning);
    warnings.for_each(|told| output.tell("warning", &told.to_string()));
    let Some(profile) = checked.profile else {
        let mistakes = if errors == 1 { "a mistake".to_owned() } else { format!("{errors} mistakes") };
        output.tell("error", &format!("`{}` has {mistakes}, shown above, and is left out", path.display()));
        found.failed += 1;
        return;
    };
    profile::check_as_of(&profile, as_of).iter().for_each(|told| output.tell("warning", &told.to_string()));
    found.good.push(profile);
}

/// The profile files that a path names: itself, or the `.toml` files of the folder, by name.
pub(crate) fn files(path: &Path) -> Result<Vec<PathBuf>, String> {
    if !path.is_dir() {
        return if path.exists() { Ok(vec![path.to_owned()]) } else { Err(format!("`{}` does not exist", path.display())) };
    }
    let unreadable = |error: io::Error| format!("cannot read the folder `{}`: {error}", path.display());
    let entries = path.read_dir().map_err(unreadable)?.collect::<io::Result<Vec<_>>>().map_err(unreadable)?;
    let mut files: Vec<PathBuf> = entries.iter().map(std::fs::DirEntry::path).filter(|file| is_profile(file)).collect();
    files.sort();
    if files.is_empty() { Err(format!("`{}` holds no profile, which is a .toml file", path.display())) } else { Ok(files) }
}

fn is_profile(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml")) && path.is_file()
}

/// Reads one profile; a sentence where the file cannot be read.
pub(crate) fn read_profile(path: &Path, engine: &Engine) -> Result<Checked, String> {
    let name = path.display().to_string();
    let mut bytes = Vec::new();
    let limit = u64::try_from(profile::MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let read = File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes));
    match read {
        Ok(len) if len > profile::MAX_BYTES => {
            Err(format!("`{name}` is larger than a profile can be, which is {} MB; is it the right file?", profile::MAX_BYTES >> 20))
        }
        Ok(_) => Ok(profile::read_bytes(&name, &bytes, engine.taxonomy())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(format!("`{name}` does not exist")),
        Err(error) => Err(format!("cannot read `{name}`: {error}")),
    }
}

/// Where postings come from: what is given, or `postings/`.
pub(crate) fn postings(given: &[PathBuf]) -> Result<Vec<Input>, Failure> {
    if !given.is_empty() {
        return Ok(given.iter().cloned().map(Input::from).collect());
    }
    if Path::new(POSTINGS).is_dir() {
        return Ok(vec![Input::from(POSTINGS)]);
    }
    Err(Failure::Input(format!("no postings are given, and there is no folder `{POSTINGS}` here; name files or folders of postings")))
}

/// Counts an input that gave no posting, and tells it where it is an error.
pub(crate) fn note(error: &ReadError, tally: &mut Tally, output: &mut Output) {
    if let ReadError::Skipped { reason, .. } = error {
        *tally.skipped.entry(reason.clone()).or_default() += 1;
    } else {
        tally.failed += 1;
        output.tell("error", &error.to_string());
    }
}

/// Tells that a posting was not read because it is not in English.
pub(crate) fn note_language(extraction: &Extraction, output: &mut Output) {
    if let Some(unread) = &extraction.unread {
        output.tell("warning", &unread.diagnostic(&extraction.source).message);
    }
}

/// All there is to say of a profile: what stands in its file, and what has run out.
pub(crate) fn all_diagnostics(checked: Checked, as_of: Date) -> Vec<Diagnostic> {
    let mut told = checked.diagnostics;
    told.extend(checked.profile.iter().flat_map(|profile| profile::check_as_of(profile, as_of)));
    told.sort_by_key(|told| told.span);
    told
}
