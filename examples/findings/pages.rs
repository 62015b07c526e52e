//! Pairs the postings of two files by their source, without holding more than what is out of step.

use quals::extract::Extraction;
use std::{
    collections::HashMap,
    fs::File,
    io::{self, BufRead, BufReader},
    path::Path,
};

/// Calls `take` with each posting as it was before and after; one of the two is absent where only one file has it.
///
/// # Errors
/// A file that cannot be read, or a line that is no extraction.
pub(crate) fn pair(before: &Path, after: &Path, mut take: impl FnMut(Option<&Extraction>, Option<&Extraction>)) -> io::Result<()> {
    let (mut before, mut after) = (Pages::open(before)?, Pages::open(after)?);
    let (mut old, mut new): (Waiting, Waiting) = (HashMap::new(), HashMap::new());
    loop {
        let (left, right) = (before.next().transpose()?, after.next().transpose()?);
        if left.is_none() && right.is_none() {
            break;
        }
        let come: Vec<String> = left.iter().chain(&right).map(|page| page.source.clone()).collect();
        left.into_iter().for_each(|page| old.entry(page.source.clone()).or_default().push(page));
        right.into_iter().for_each(|page| new.entry(page.source.clone()).or_default().push(page));
        come.iter().for_each(|source| match_up(source, &mut old, &mut new, &mut take));
    }
    in_order(old).iter().for_each(|page| take(Some(page), None));
    in_order(new).iter().for_each(|page| take(None, Some(page)));
    Ok(())
}

type Waiting = HashMap<String, Vec<Extraction>>;

/// Takes what both files have of a source by now; where it stands in a file twice, in order.
fn match_up(source: &str, old: &mut Waiting, new: &mut Waiting, take: &mut impl FnMut(Option<&Extraction>, Option<&Extraction>)) {
    let (mut before, mut after) = (old.remove(source).unwrap_or_default(), new.remove(source).unwrap_or_default());
    while !before.is_empty() && !after.is_empty() {
        take(Some(&before.remove(0)), Some(&after.remove(0)));
    }
    if !before.is_empty() {
        old.insert(source.to_owned(), before);
    }
    if !after.is_empty() {
        new.insert(source.to_owned(), after);
    }
}

fn in_order(waiting: Waiting) -> Vec<Extraction> {
    let mut pages: Vec<Extraction> = waiting.into_values().flatten().collect();
    pages.sort_by(|a, b| a.source.cmp(&b.source));
    pages
}

/// The lines of a file, read one by one.
struct Pages {
    name: String,
    lines: io::Lines<BufReader<File>>,
    number: usize,
}

impl Pages {
    fn open(path: &Path) -> io::Result<Self> {
        let name = path.display().to_string();
        let file = File::open(path).map_err(|error| io::Error::new(error.kind(), format!("cannot read `{name}`: {error}")))?;
        Ok(Self { name, lines: BufReader::new(file).lines(), number: 0 })
    }
}

impl Iterator for Pages {
    type Item = io::Result<Extraction>;

    fn next(&mut self) -> Option<Self::Item> {
        self.number += 1;
        let line = match self.lines.next()? {
            Ok(line) => line,
            Err(error) => return Some(Err(error)),
        };
        let problem = |error| {
            let told = format!("`{}:{}` is no line of `quals extract --format ndjson`: {error}", self.name, self.number);
            io::Error::new(io::ErrorKind::InvalidData, told)
        };
        Some(serde_json::from_str(&line).map_err(problem))
    }
}
