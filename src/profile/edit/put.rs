//! Puts a value at its place in a TOML document.
//!
//! Plain words become what the key wants: `yes` for a flag becomes `true`, `3.5` for a number a number, `B2` a string.

use super::{Assignment, NotAssigned, path::Step, path::key_of};
use crate::profile::table::{Outline, Want};
use toml_edit::{Array, ArrayOfTables, InlineTable, Item, Table, TableLike, Value};

/// The facts of a new entry in the order in which they are written shortly: `Kubernetes:working`.
const SHORT: [(&str, &[&str]); 7] = [
    ("skills", &["name", "level", "years"]),
    ("languages", &["language", "level"]),
    ("certificates", &["name", "status", "expires"]),
    ("education", &["level", "status", "field"]),
    ("work", &["title", "setting", "start", "end"]),
    ("projects", &["name"]),
    ("publications", &["title", "venue", "year"]),
];

/// Lists of which an entry stands in one alone: what is put into the first is taken out of the second.
const EXCLUSIVE: [(&str, &str); 8] = [
    ("citizenships", "needs_sponsorship_in"),
    ("authorized_in", "needs_sponsorship_in"),
    ("permanent_resident_in", "needs_sponsorship_in"),
    ("needs_sponsorship_in", "citizenships"),
    ("needs_sponsorship_in", "authorized_in"),
    ("needs_sponsorship_in", "permanent_resident_in"),
    ("accepts", "refuses"),
    ("refuses", "accepts"),
];

/// Puts the value of an assignment into a document.
pub(super) fn put(root: &mut Table, outline: &Outline, assignment: &Assignment) -> Result<(), NotAssigned> {
    into_table(root, outline, &assignment.path.steps, assignment, 0)
}

fn into_table(
    table: &mut dyn TableLike,
    outline: &Outline,
    steps: &[Step],
    assignment: &Assignment,
    depth: usize,
) -> Result<(), NotAssigned> {
    let Some((step, rest)) = steps.split_first() else { return Ok(()) };
    let key = key_of(outline, &step.key, depth)?;
    match (&key.want, step.at) {
        (Want::Table(inner), _) => {
            let item = table.entry(&step.key).or_insert_with(|| Item::Table(Table::new()));
            let inner_table = item.as_table_like_mut().ok_or_else(|| not_a(assignment, "table"))?;
            into_table(inner_table, inner, rest, assignment, depth + 1)
        }
        (Want::Tables(inner), Some(at)) => {
            let entry = table.get_mut(&step.key).and_then(|item| entry_mut(item, at));
            into_table(entry.ok_or_else(|| no_entry(&step.key, at))?, inner, rest, assignment, depth + 1)
        }
        (Want::Tables(inner), None) => add_entry(table, &step.key, inner, assignment),
        (Want::Texts | Want::SomeOf(_) | Want::Countries | Want::Conditions, at) => {
            put_text(table, &step.key, at, &assignment.value)?;
            for (_, other) in EXCLUSIVE.iter().filter(|(one, _)| *one == step.key) {
                take_text(table, other, &assignment.value);
            }
            Ok(())
        }
        (want, _) => {
            set(table, &step.key, value_of(want, &assignment.value));
            Ok(())
        }
    }
}

fn not_a(assignment: &Assignment, what: &str) -> NotAssigned {
    NotAssigned::Path(format!("`{}` cannot be set, for the profile has no {what} there", assignment.path))
}

fn no_entry(key: &str, at: usize) -> NotAssigned {
    NotAssigned::Path(format!("the profile has no `{key}[{at}]`; entries count from 0"))
}

/// An entry of `[[key]]`, or of a list of tables in one line.
fn entry_mut(item: &mut Item, at: usize) -> Option<&mut dyn TableLike> {
    match item {
        Item::ArrayOfTables(list) => list.get_mut(at).map(|table| table as &mut dyn TableLike),
        Item::Value(Value::Array(list)) => list.get_mut(at)?.as_inline_table_mut().map(|table| table as &mut dyn TableLike),
        _ => None,
    }
}

/// Sets a key and keeps what stands around its old value.
fn set(table: &mut dyn TableLike, key: &str, mut value: Value) {
    match table.get_mut(key) {
        Some(Item::Value(old)) => {
            *value.decor_mut() = old.decor().clone();
            *old = value;
        }
        _ => {
            table.insert(key, Item::Value(value));
        }
    }
}

/// The value that plain words are where `want` is wanted; TOML is taken as it is.
fn value_of(want: &Want, text: &str) -> Value {
    match want {
        Want::Flag => match text.to_lowercase().as_str() {
            "true" | "yes" | "y" => true.into(),
            "false" | "no" | "n" => false.into(),
            _ => text.into(),
        },
        Want::Number(_) | Want::Whole(_) => match (text.parse::<i64>(), text.parse::<f64>()) {
            (Ok(whole), _) => whole.into(),
            (_, Ok(number)) if number.is_finite() => number.into(),
            _ => text.into(),
        },
        _ => text.parse::<Value>().ok().filter(Value::is_str).unwrap_or_else(|| text.into()),
    }
}

/// Adds a text to a list, or puts it in an entry's place, or replaces the list by one in TOML.
fn put_text(table: &mut dyn TableLike, key: &str, at: Option<usize>, text: &str) -> Result<(), NotAssigned> {
    if let (None, Ok(Value::Array(list))) = (at, text.parse::<Value>()) {
        set(table, key, Value::Array(list));
        return Ok(());
    }
    let item = table.entry(key).or_insert_with(|| Item::Value(Value::Array(Array::new())));
    let list = item.as_array_mut().ok_or_else(|| NotAssigned::Path(format!("`{key}` is no list in the profile")))?;
    let value = value_of(&Want::Text, text);
    match at {
        Some(at) if at < list.len() => {
            list.replace(at, value);
        }
        Some(at) => return Err(no_entry(key, at)),
        None if list.iter().any(|old| is_text(old, text)) => {}
        None => list.push(value),
    }
    Ok(())
}

fn take_text(table: &mut dyn TableLike, key: &str, text: &str) {
    if let Some(list) = table.get_mut(key).and_then(Item::as_array_mut) {
        list.retain(|old| !is_text(old, text));
    }
}

fn is_text(value: &Value, text: &str) -> bool {
    value.as_str().is_some_and(|old| old.eq_ignore_ascii_case(text.trim_matches('"')))
}

/// Adds an entry to a list of tables; one of the same name is changed instead.
fn add_entry(table: &mut dyn TableLike, key: &str, inner: &Outline, assignment: &Assignment) -> Result<(), NotAssigned> {
    let facts = facts_of(key, inner, &assignment.value)?;
    let named = facts.first().filter(|_| inner.keys.iter().any(|key| key.required)).cloned();
    let item = table.entry(key).or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    let count = match item {
        Item::ArrayOfTables(list) => list.len(),
        Item::Value(Value::Array(list)) => list.len(),
        _ => return Err(not_a(assignment, "list of tables")),
    };
    let same = |entry: &dyn TableLike| {
        named.as_ref().is_some_and(|(name, value)| {
            let both = entry.get(name).and_then(Item::as_str).zip(value.as_str());
            both.is_some_and(|(a, b)| a.eq_ignore_ascii_case(b))
        })
    };
    let at = (0..count).find(|at| entry_mut(item, *at).is_some_and(|entry| same(entry)));
    match (at.and_then(|at| entry_mut(item, at)), facts) {
        (Some(entry), facts) => facts.into_iter().skip(1).for_each(|(name, value)| set(entry, &name, value)),
        (None, facts) => push(item, facts),
    }
    Ok(())
}

fn push(item: &mut Item, facts: Vec<(String, Value)>) {
    match item {
        Item::ArrayOfTables(list) => {
            let mut entry = Table::new();
            facts.into_iter().for_each(|(name, value)| drop(entry.insert(&name, Item::Value(value))));
            list.push(entry);
        }
        Item::Value(Value::Array(list)) => list.push(InlineTable::from_iter(facts)),
        _ => {}
    }
}

/// The facts of a new entry: `{ name = "Kubernetes" }`, or `Kubernetes:working`.
fn facts_of(key: &str, inner: &Outline, text: &str) -> Result<Vec<(String, Value)>, NotAssigned> {
    if let Ok(Value::InlineTable(table)) = text.parse::<Value>() {
        return Ok(table.into_iter().map(|(name, value)| (name.to_string(), value.decorated(" ", ""))).collect());
    }
    let names = SHORT.iter().find(|(table, _)| *table == key).map_or(&[][..], |(_, names)| names);
    let parts: Vec<&str> = text.split(':').map(str::trim).collect();
    if parts.len() > names.len() {
        let form = names.join(":");
        return Err(NotAssigned::Path(format!("`{text}` has too many parts; write `{key}={form}`, or a table, as in `{key}={{…}}`")));
    }
    let given = names.iter().zip(parts).filter(|(_, part)| !part.is_empty());
    let pair = |(name, part): (&&str, &str)| {
        let want = inner.keys.iter().find(|key| key.name == *name).map_or(&Want::Text, |key| &key.want);
        ((*name).to_owned(), value_of(want, part))
    };
    Ok(given.map(pair).collect())
}

#[cfg(test)]
mod tests {
    use super::super::{Assignment, assign};

    fn assigned(text: &str, assignment: &str) -> String {
        assign(text, &[assignment.parse::<Assignment>().unwrap()]).unwrap_or_else(|error| format!("error: {error}"))
    }

    const ME: &str = "# me\nname = \"Ada\" # shown\n\n[[education]]\nlevel = \"master\"\nstatus = \"enrolled\" # until June\n\n# what I know\n[[skills]]\nname = \"Go\"\nlevel = \"familiar\"\n\n[work_authorization]\nneeds_sponsorship_in = [\"US\", \"GB\"]\n";

    #[test]
    fn facts_are_set_and_comments_stay() {
        assert_eq!(assigned(ME, "education[0].status=completed"), ME.replace("\"enrolled\" #", "\"completed\" #"));
        assert_eq!(assigned(ME, "skills=go:expert"), ME.replace("familiar", "expert"));
        let more = assigned(ME, "skills=Kubernetes:working");
        assert_eq!(more, ME.replace("\n[work_", "\n[[skills]]\nname = \"Kubernetes\"\nlevel = \"working\"\n\n[work_"));
        assert!(assigned(ME, "study.returning=yes").ends_with("\n[study]\nreturning = true\n"));
        assert!(assigned(ME, "education[0].gpa=3.5").contains("\ngpa = 3.5\n"));
    }

    #[test]
    fn a_country_moves_from_one_list_to_the_other() {
        let moved = assigned(ME, "work_authorization.authorized_in=US");
        assert!(moved.contains("needs_sponsorship_in = [ \"GB\"]") && moved.contains("authorized_in = [\"US\"]"), "{moved}");
        assert!(assigned(ME, "location.places=[\"Rome\"]").contains("[location]\nplaces = [\"Rome\"]"));
    }

    #[test]
    fn lists_in_one_line_are_kept_so() {
        let text = "skills = [{ name = \"Go\" }]\nstudy.enrolled = true\n";
        assert_eq!(assigned(text, "study.enrolled=no"), text.replace("true", "false"));
        assert!(assigned(text, "skills=Rust").contains("name = \"Rust\""), "{}", assigned(text, "skills=Rust"));
    }

    #[test]
    fn what_cannot_be_set_is_told() {
        let told = |text: &str| text.parse::<Assignment>().map_err(|error| error.to_string()).map(|it| assigned(ME, &it.to_string()));
        assert_eq!(told("skils=Go"), Err("unknown fact `skils`; did you mean `skills`?".to_owned()));
        assert_eq!(told("education[0].statsu=completed"), Err("unknown fact `statsu`; did you mean `status`?".to_owned()));
        assert!(told("study=true").is_err_and(|error| error.contains("`study.enrolled`")));
        assert!(told("education.status=completed").is_err_and(|error| error.contains("`education[0].level`")));
        assert_eq!(told("education[3].status=completed"), Ok("error: the profile has no `education[3]`; entries count from 0".to_owned()));
        assert!(
            told("skills").is_err() && told("skills=").is_err() && told("name.first=A").is_err() && told("education[x].gpa=1").is_err()
        );
    }
}
