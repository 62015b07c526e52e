//! Writes facts into the file of a profile: the whole new text, or nothing.

use crate::{exit::Failure, output::Output};
use quals::{
    Engine,
    diagnostic::Diagnostic,
    profile::{
        self, Profile,
        edit::{Assignment, assign},
    },
};
use std::{
    fs,
    io::{self, Write},
    path::Path,
};
use tempfile::NamedTempFile;

/// Sets facts in the file that a profile was read from, and tells what was written.
pub(crate) fn write(profile: &Profile, facts: &[Assignment], engine: &Engine, output: &mut Output) -> Result<(), Failure> {
    if facts.is_empty() {
        output.tell("note", &format!("nothing was written to `{}`", profile.source));
        return Ok(());
    }
    let named = facts.iter().map(|fact| format!("`{fact}`")).collect::<Vec<_>>().join(" and ");
    let refused = |why: String| Failure::Input(format!("{named}: {why}, and `{}` stays as it was", profile.source));
    let path = Path::new(&profile.source);
    let text = fs::read_to_string(path).map_err(|error| refused(format!("the file cannot be read: {error}")))?;
    let changed = changed(&text, facts, engine).map_err(refused)?;
    replace(path, &changed).map_err(|error| refused(format!("it cannot be written: {error}")))?;
    for fact in facts {
        writeln!(output.out, "{}: set {}", quals::text::escape(&profile.source), quals::text::escape(&fact.to_string()))?;
    }
    Ok(())
}

/// The text of a profile with facts set, or in one sentence why it would have a mistake.
pub(crate) fn changed(text: &str, facts: &[Assignment], engine: &Engine) -> Result<String, String> {
    let changed = assign(text, facts).map_err(|error| error.to_string())?;
    let checked = profile::read("the profile", &changed, engine.taxonomy());
    match checked.diagnostics.into_iter().find(|told| told.is_error()) {
        Some(Diagnostic { message, help, .. }) => Err(help.map_or(message.clone(), |help| format!("{message}; {help}"))),
        None => Ok(changed),
    }
}

/// Puts a new file in the place of the old one, with its permissions; a link stays a link.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let path = path.canonicalize()?;
    let mut file = NamedTempFile::new_in(path.parent().unwrap_or(Path::new(".")))?;
    file.write_all(text.as_bytes())?;
    file.as_file().set_permissions(fs::metadata(&path)?.permissions())?;
    file.as_file().sync_all()?;
    file.persist(&path)?;
    Ok(())
}
