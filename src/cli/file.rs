//! Writes a new file: whole or not at all, and over an existing one only where that was asked for.

use crate::exit::Failure;
use std::{
    fs,
    io::{self, Write},
    path::Path,
};
use tempfile::NamedTempFile;

/// Fails where a file exists that must not be written over.
pub(crate) fn refuse_existing(path: &Path, force: bool) -> Result<(), Failure> {
    if !force && path.symlink_metadata().is_ok() { Err(exists(path)) } else { Ok(()) }
}

fn exists(path: &Path) -> Failure {
    Failure::Input(format!("`{}` exists; give another name, or `--force` to write over it", path.display()))
}

/// Writes a file by way of one beside it, which then takes its name.
pub(crate) fn write(path: &Path, text: &str, force: bool) -> Result<(), Failure> {
    put(path, text, force).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists if !force => exists(path),
        _ => Failure::Input(format!("cannot write `{}`: {error}", path.display())),
    })
}

fn put(path: &Path, text: &str, force: bool) -> io::Result<()> {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned()); // a link stays a link
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    if let Ok(old) = fs::metadata(&path) {
        file.as_file().set_permissions(old.permissions())?;
    }
    file.as_file().sync_all()?;
    let kept = if force { file.persist(&path) } else { file.persist_noclobber(&path) };
    kept.map(drop).map_err(|error| error.error)
}
