//! The files of an export: of a ZIP archive, or of a folder.
//!
//! Only tables that are read are unpacked, and no more of them than a résumé can have; the names of all others are kept.

use super::{
    LARGEST, NotImported,
    linkedin::{File, is_table},
};
use std::{fs, io::Read, path::Path};

/// The tables that are read, and the names of the files that are not.
pub(super) type Files = (Vec<File>, Vec<String>);

/// The files of a folder.
pub(super) fn of_folder(path: &Path) -> Result<Files, NotImported> {
    let name = path.display().to_string();
    let unreadable = |error: std::io::Error| NotImported::Unreadable { name: name.clone(), error };
    let (mut tables, mut others, mut room) = (Vec::new(), Vec::new(), LARGEST);
    let mut entries: Vec<_> = fs::read_dir(path).map_err(unreadable)?.flatten().collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let file = entry.file_name().to_string_lossy().into_owned();
        let is_file = fs::metadata(entry.path()).is_ok_and(|data| data.is_file());
        if is_file && is_table(&file) {
            let content = fs::File::open(entry.path()).and_then(|content| read(content, &mut room));
            tables.push((file, content.map_err(unreadable)?.ok_or_else(|| NotImported::TooLarge { name: name.clone() })?));
        } else {
            others.push(file);
        }
    }
    Ok((tables, others))
}

/// The files of an archive, wherever in it they stand.
#[cfg(feature = "docx")]
pub(super) fn of_archive(name: &str, bytes: &[u8]) -> Result<Files, NotImported> {
    let broken = |error: zip::result::ZipError| NotImported::Zip { name: name.to_owned(), why: error.to_string() };
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).map_err(broken)?;
    let (mut tables, mut others, mut room) = (Vec::new(), Vec::new(), LARGEST);
    for at in 0..archive.len() {
        let Ok(entry) = archive.by_index(at) else { continue };
        let path = String::from_utf8_lossy(entry.name_raw()).into_owned();
        let file = path.rsplit('/').next().unwrap_or_default().to_owned();
        if is_table(&file) && !entry.encrypted() {
            match read(entry, &mut room) {
                Ok(content) => tables.push((file, content.ok_or_else(|| NotImported::TooLarge { name: name.to_owned() })?)),
                Err(error) => others.push(format!("{file} ({error})")),
            }
        } else if !file.is_empty() {
            others.push(path);
        }
    }
    Ok((tables, others))
}

/// The content, where there is room for it.
fn read(content: impl Read, room: &mut usize) -> std::io::Result<Option<Vec<u8>>> {
    let most = u64::try_from(*room).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    content.take(most).read_to_end(&mut bytes)?;
    let left = room.checked_sub(bytes.len());
    *room = left.unwrap_or_default();
    Ok(left.map(|_| bytes))
}
