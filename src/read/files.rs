//! Goes over files, folders and standard input, in the order given; folders by path.
//!
//! Hidden files and folders are left out. In a folder, files whose names say that they are something else are skipped with a
//! reason; the same files given by name are read, or fail. Links are followed, links that lead back to themselves are not.

use super::open::{Opened, open};
use super::stream::Counted;
use super::{Document, Entry, Format, Input, ReadError, ReadOptions};
use std::collections::VecDeque;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use walkdir::{DirEntry, WalkDir};

/// Reads all postings of `inputs`, one at a time.
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # std::fs::write(dir.path().join("nurse.txt"), "Nurse\nRN license required")?;
/// # std::fs::write(dir.path().join("photo.png"), "")?;
/// use quals::read::{ReadOptions, read};
/// let (documents, errors): (Vec<_>, Vec<_>) = read(&[dir.path().into()], &ReadOptions::default()).partition(Result::is_ok);
/// assert_eq!(documents.len(), 1);
/// assert!(errors[0].as_ref().is_err_and(|error| error.is_skipped()));
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
///
/// Each item may be a [`ReadError`] of its own; the ones after it are read nonetheless.
pub fn read(inputs: &[Input], options: &ReadOptions) -> impl Iterator<Item = Result<Document, ReadError>> + Send + use<> {
    find(inputs, options).flat_map(|entry| entry.map_or_else(|error| vec![Err(error)], Entry::documents))
}

/// Finds all postings of `inputs`, one at a time, without reading them: [`Entry::documents`] does, on whatever thread.
///
/// # Errors
///
/// Each item may be a [`ReadError`] of its own; the ones after it are found nonetheless.
#[must_use]
pub fn find(inputs: &[Input], options: &ReadOptions) -> Entries {
    Entries { inputs: inputs.iter().cloned().collect(), folder: None, rows: None, options: options.clone() }
}

/// The postings of some inputs, as [`find`] gives them.
pub struct Entries {
    inputs: VecDeque<Input>,
    folder: Option<Folder>,
    rows: Option<Box<dyn Iterator<Item = Result<Entry, ReadError>> + Send>>,
    options: ReadOptions,
}

/// A folder on the way.
struct Folder {
    path: PathBuf,
    walk: Box<dyn Iterator<Item = walkdir::Result<DirEntry>> + Send>,
    /// Files were found that are postings by their names, whether or not they could be read.
    has_postings: bool,
}

impl Iterator for Entries {
    type Item = Result<Entry, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(rows) = &mut self.rows {
                match rows.next() {
                    Some(row) => return Some(row),
                    None => self.rows = None,
                }
            }
            let found = match &mut self.folder {
                Some(folder) => match folder.walk.next() {
                    Some(entry) => folder.entry(entry, &self.options),
                    None => self.leave_folder(),
                },
                None => self.next_input()?,
            };
            match found {
                Some(Opened::One(one)) => return Some(*one),
                Some(Opened::Rows(rows)) => self.rows = Some(rows),
                None => {}
            }
        }
    }
}

impl Entries {
    fn next_input(&mut self) -> Option<Option<Opened>> {
        Some(match self.inputs.pop_front()? {
            Input::Stdin => Some(open("-", io::stdin(), &self.options)),
            Input::Path(path) if path.is_dir() => {
                self.folder = Some(Folder { walk: Box::new(walk(&path)), path, has_postings: false });
                None
            }
            Input::Path(path) => Some(open_file(&path, &self.options)),
        })
    }

    fn leave_folder(&mut self) -> Option<Opened> {
        let folder = self.folder.take().filter(|folder| !folder.has_postings)?;
        Some(failed(ReadError::NoPosting { path: shown(&folder.path) }))
    }
}

impl Folder {
    /// Opens a file of the folder; none for folders in it.
    fn entry(&mut self, entry: walkdir::Result<DirEntry>, options: &ReadOptions) -> Option<Opened> {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => return Some(failed(walk_error(error, &self.path))),
        };
        let kind = entry.file_type();
        if kind.is_dir() {
            return None;
        }
        let reason = if kind.is_file() { skip_reason(entry.path()) } else { Some("it is no regular file".to_owned()) };
        if let Some(reason) = reason {
            return Some(failed(ReadError::Skipped { path: shown(entry.path()), reason }));
        }
        match open_file(entry.path(), options) {
            // JSON is used for much; what holds no posting is none that failed.
            Opened::One(one)
                if matches!(*one, Err(ReadError::Row { .. })) && Format::of_name(&shown(entry.path())) == Some(Format::Json) =>
            {
                Some(failed(ReadError::Skipped { path: shown(entry.path()), reason: "it is JSON without a posting".to_owned() }))
            }
            opened => {
                self.has_postings = true;
                Some(opened)
            }
        }
    }
}

/// The files below a folder, sorted by path, without hidden ones.
fn walk(path: &Path) -> impl Iterator<Item = walkdir::Result<DirEntry>> + Send + use<> {
    let is_hidden = |entry: &DirEntry| entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".");
    WalkDir::new(path).follow_links(true).sort_by_file_name().into_iter().filter_entry(move |entry| !is_hidden(entry))
}

fn walk_error(error: walkdir::Error, folder: &Path) -> ReadError {
    let path = shown(error.path().unwrap_or(folder));
    if error.loop_ancestor().is_some() {
        return ReadError::Skipped { path, reason: "it is a link to a folder that it is in".to_owned() };
    }
    let is_link = fs::symlink_metadata(&path).is_ok_and(|data| data.is_symlink());
    if is_link {
        return ReadError::Skipped { path, reason: "it is a link that leads nowhere".to_owned() };
    }
    ReadError::of_io(&path, error.into())
}

/// Why a file of a folder is no posting by its name; none where it may be one.
fn skip_reason(path: &Path) -> Option<String> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().to_ascii_uppercase();
    if matches!(stem.as_str(), "README" | "LICENSE" | "LICENCE" | "CHANGELOG" | "MAKEFILE") {
        return Some("its name is that of a note, not of a posting".to_owned());
    }
    if Format::of_name(&name).is_some() {
        return None;
    }
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    Some(format!("`.{extension}` is no format of postings"))
}

fn open_file(path: &Path, options: &ReadOptions) -> Opened {
    let name = shown(path);
    match File::open(path) {
        #[cfg(feature = "parquet")]
        Ok(file) if is_parquet(&file, options) => {
            match super::parquet::Rows::new(&name, file, options.text_column.as_deref().map(Arc::from)) {
                Ok(rows) => Opened::Rows(Box::new(rows)),
                Err(error) => failed(error),
            }
        }
        Ok(file) => open(&name, Counted::new(file, Arc::clone(&options.bytes_read)), options),
        Err(error) => failed(ReadError::of_io(&name, error)),
    }
}

/// Whether a file is a Parquet table, which is not read from its beginning to its end.
#[cfg(feature = "parquet")]
fn is_parquet(file: &File, options: &ReadOptions) -> bool {
    use std::io::{Read, Seek};
    let mut file = file;
    let mut mark = [0; 4];
    if options.format.is_some_and(|format| format != Format::Parquet) || !file.metadata().is_ok_and(|data| data.is_file()) {
        return false;
    }
    let is_marked = file.read_exact(&mut mark).is_ok() && &mark == b"PAR1";
    let is_back = file.rewind().is_ok();
    is_back && (is_marked || options.format == Some(Format::Parquet))
}

fn failed(error: ReadError) -> Opened {
    Opened::One(Box::new(Err(error)))
}

/// A path as it is shown to people.
fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
