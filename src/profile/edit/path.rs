//! The path of a fact: `education[0].gpa`, `study.returning`, `skills`.
//!
//! A path is checked against the tables of a profile when it is read, so that `skils` is told with the nearest name.

use super::NotAssigned;
use crate::{
    diagnostic::quoted,
    profile::{
        keys,
        nearest::{listed, nearest},
        table::{KeyOutline, Outline, Want},
    },
};
use std::{fmt, str::FromStr};

/// The path of a fact that a profile can have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactPath {
    pub(super) steps: Vec<Step>,
}

/// A key, and the entry of its list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) key: String,
    pub(super) at: Option<usize>,
}

impl fmt::Display for FactPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, step) in self.steps.iter().enumerate() {
            write!(f, "{}{}", if i > 0 { "." } else { "" }, step.key)?;
            if let Some(at) = step.at {
                write!(f, "[{at}]")?;
            }
        }
        Ok(())
    }
}

impl FromStr for FactPath {
    type Err = NotAssigned;

    fn from_str(text: &str) -> Result<Self, NotAssigned> {
        let steps = text.split('.').map(step).collect::<Result<Vec<_>, _>>()?;
        let path = Self { steps };
        check(&path, &keys::outline())?;
        Ok(path)
    }
}

fn step(text: &str) -> Result<Step, NotAssigned> {
    let Some((key, rest)) = text.split_once('[') else { return Ok(Step { key: text.to_owned(), at: None }) };
    let at = rest.strip_suffix(']').and_then(|number| number.parse().ok());
    let at = at.ok_or_else(|| NotAssigned::Path(format!("{} names no entry; entries count from 0, as in `education[0]`", quoted(text))))?;
    Ok(Step { key: key.to_owned(), at: Some(at) })
}

/// Follows the path through the tables.
fn check(path: &FactPath, outline: &Outline) -> Result<(), NotAssigned> {
    let mut outline = outline;
    for (i, step) in path.steps.iter().enumerate() {
        let key = key_of(outline, &step.key, i)?;
        let is_last = i + 1 == path.steps.len();
        match (&key.want, is_last) {
            (Want::Table(inner), false) if step.at.is_none() => outline = inner,
            (Want::Tables(inner), false) if step.at.is_some() => outline = inner,
            (Want::Tables(inner), true) if step.at.is_none() => outline = inner,
            (Want::Table(inner) | Want::Tables(inner), _) => return Err(told_by_example(key, inner)),
            (Want::Texts | Want::SomeOf(_) | Want::Countries | Want::Conditions, true) => {}
            (_, true) if step.at.is_none() => {}
            _ => return Err(NotAssigned::Path(format!("{} is one fact and has no parts", quoted(&step.key)))),
        }
    }
    Ok(())
}

/// The key of a table by its name.
pub(super) fn key_of<'o>(outline: &'o Outline, name: &str, depth: usize) -> Result<&'o KeyOutline, NotAssigned> {
    let unknown = || {
        let names: Vec<&str> = outline.keys.iter().map(|key| key.name).collect();
        let help = match nearest(name, &names) {
            Some(near) => format!("did you mean `{near}`?"),
            None if depth == 0 => format!("a profile has {}", listed(&names)),
            None => format!("there are {}", listed(&names)),
        };
        NotAssigned::Unknown { name: quoted(name), help }
    };
    outline.keys.iter().find(|key| key.name == name).ok_or_else(unknown)
}

fn told_by_example(key: &KeyOutline, inner: &Outline) -> NotAssigned {
    let first = inner.keys.first().map_or("", |key| key.name);
    let example = match key.want {
        Want::Tables(_) => format!("name a fact of an entry, as in `{}[0].{first}`, or add one, as in `{}=…`", key.name, key.name),
        _ => format!("name one of its facts, as in `{}.{first}`", key.name),
    };
    NotAssigned::Path(format!("`{}` is not one fact; {example}", key.name))
}
