//! LinkedIn's export of one's data: tables, each of which becomes a section of JSON Resume and is read as that.
//!
//! `Positions.csv` with `Company Name,Title,Started On` becomes `work` with `name`, `position` and `startDate`; a column without such a name keeps its own,
//! and is listed with what is not carried over. Tables that are no part of a résumé are named, and not read.

use serde_json::{Map, Value, json};

/// A file of the export: its name without folders, and its content.
pub(super) type File = (String, Vec<u8>);

/// A table, its section, and what its columns are called there.
type Table = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const TABLES: [Table; 14] = [
    ("Profile.csv", "basics", &[("First Name", "first"), ("Last Name", "last"), ("Geo Location", "location"), ("Headline", "Headline")]),
    (
        "Positions.csv",
        "work",
        &[
            ("Company Name", "name"),
            ("Title", "position"),
            ("Description", "description"),
            ("Started On", "startDate"),
            ("Finished On", "endDate"),
        ],
    ),
    (
        "Volunteering.csv",
        "volunteer",
        &[
            ("Company Name", "organization"),
            ("Role", "position"),
            ("Description", "summary"),
            ("Started On", "startDate"),
            ("Finished On", "endDate"),
        ],
    ),
    (
        "Education.csv",
        "education",
        &[
            ("School Name", "institution"),
            ("Degree Name", "studyType"),
            ("Field Of Study", "area"),
            ("Start Date", "startDate"),
            ("End Date", "endDate"),
        ],
    ),
    ("Skills.csv", "skills", &[("Name", "name")]),
    ("Languages.csv", "languages", &[("Name", "language"), ("Proficiency", "fluency")]),
    ("Certifications.csv", "certificates", &[("Name", "name"), ("Finished On", "expires")]),
    ("Projects.csv", "projects", &[("Title", "name"), ("Description", "description")]),
    ("Publications.csv", "publications", &[("Name", "name"), ("Publisher", "publisher"), ("Published On", "releaseDate")]),
    ("Honors.csv", "honors", &[("Title", "Title")]),
    ("Courses.csv", "courses", &[("Name", "Name")]),
    ("Organizations.csv", "organizations", &[("Name", "Name")]),
    ("Patents.csv", "patents", &[("Title", "Title")]),
    ("Test Scores.csv", "tests", &[("Name", "Name")]),
];

/// Whether a file of this name is read.
pub(super) fn is_table(file: &str) -> bool {
    TABLES.iter().any(|table| table.0.eq_ignore_ascii_case(file))
}

/// The tables as a document of JSON Resume, and a sentence for each that is left out.
pub(super) fn document(files: &[File]) -> (Value, Vec<String>) {
    let (mut document, mut left) = (Map::new(), Vec::new());
    for (file, content) in files {
        let Some((_, section, columns)) = TABLES.iter().find(|table| table.0.eq_ignore_ascii_case(file)) else { continue };
        match rows(content, columns) {
            Ok(rows) if *section == "basics" => {
                rows.into_iter().take(1).for_each(|row| drop(document.insert("basics".to_owned(), basics(row))))
            }
            Ok(rows) => drop(document.insert((*section).to_owned(), rows.into_iter().map(Value::Object).collect())),
            Err(why) => left.push(format!("{file}: {why}")),
        }
    }
    (Value::Object(document), left)
}

/// The rows of a table, each by what its columns are called in its section; the head is the first row that names one of them.
fn rows(bytes: &[u8], columns: &[(&str, &str)]) -> Result<Vec<Map<String, Value>>, String> {
    let text = crate::text::decode(bytes).map_err(|error| format!("it is {}, no table", error.what))?.text;
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let mut records = reader.records().map_while(Result::ok);
    let known = |cell: &str| columns.iter().find(|(column, _)| column.eq_ignore_ascii_case(cell.trim())).map(|(_, name)| *name);
    let head = records.by_ref().take(10).find(|record| record.iter().any(|cell| known(cell).is_some()));
    let names: Vec<&str> = columns.iter().map(|(column, _)| *column).collect();
    let head = head.ok_or_else(|| format!("it has none of the columns {}, and is not read", names.join(", ")))?;
    let name = |at: usize| head.get(at).map_or_else(|| format!("column {}", at + 1), |cell| known(cell).unwrap_or(cell.trim()).to_owned());
    let named = |record: csv::StringRecord| {
        let cells = record.iter().map(str::trim).enumerate().filter(|(_, cell)| !cell.is_empty());
        cells.map(|(at, cell)| (name(at), Value::String(cell.to_owned()))).collect()
    };
    Ok(records.map(named).collect())
}

fn basics(mut row: Map<String, Value>) -> Value {
    let names: Vec<String> = ["first", "last"].iter().filter_map(|column| Some(row.remove(*column)?.as_str()?.to_owned())).collect();
    if let Some(place) = row.remove("location") {
        row.insert("location".to_owned(), json!({ "city": place }));
    }
    row.insert("name".to_owned(), Value::String(names.join(" ")));
    Value::Object(row)
}
