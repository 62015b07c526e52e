//! LinkedIn's export: each cell of its tables, and where it went; broken tables and archives.

use crate::{AS_OF, TAXONOMY, import, line, made, sound};
use quals::{
    profile::Profile,
    resume::{self, NotImported},
};
use std::{fs, io::Write, path::Path};

const FOLDER: &str = "tests/resume/linkedin";

/// A cell of the export by its table, row and column, the fact that it became, and the line of that fact.
const CARRIED: &[(&str, &str, &str)] = &[
    ("Profile.csv[0].First Name", "name", "name = \"Selin Okoro-Haas\""),
    ("Profile.csv[0].Last Name", "name", "name = \"Selin Okoro-Haas\""),
    ("Profile.csv[0].Geo Location", "location.base", "base = \"Rotterdam, Netherlands\""),
    ("Positions.csv[0].Company Name", "work[0].organization", "organization = \"Kormoran AG\""),
    ("Positions.csv[0].Title", "work[0].title", "title = \"Data Engineer\""),
    ("Positions.csv[0].Started On", "work[0].start", "start = \"2021-03\""),
    ("Positions.csv[1].Company Name", "work[1].organization", "organization = \"Delta Looms Ltd\""),
    ("Positions.csv[1].Title", "work[1].title", "title = \"Data Engineering Intern\""),
    ("Positions.csv[1].Started On", "work[1].start", "start = \"2019-06\""),
    ("Positions.csv[1].Finished On", "work[1].end", "end = \"2019-08\""),
    ("Volunteering.csv[0].Company Name", "work[2].organization", "organization = \"River Watch\""),
    ("Volunteering.csv[0].Role", "work[2].title", "title = \"Treasurer\""),
    ("Volunteering.csv[0].Started On", "work[2].start", "start = \"2018-01\""),
    ("Volunteering.csv[0].Finished On", "work[2].end", "end = \"2019-12\""),
    ("Education.csv[0].School Name", "education[0].institution", "institution = \"University of Ghent\""),
    ("Education.csv[0].Start Date", "education[0].start", "start = \"2016\""),
    ("Education.csv[0].End Date", "education[0].end", "end = \"2020\""),
    ("Education.csv[0].Degree Name", "education[0].level", "level = \"bachelor\" # \"Bachelor of Science - BS, Computer Science\""),
    ("Education.csv[1].School Name", "education[1].institution", "institution = \"TU Delft\""),
    ("Education.csv[1].Start Date", "education[1].start", "start = \"2026\""),
    ("Education.csv[1].End Date", "education[1].end", "end = \"2028\""),
    ("Education.csv[1].Degree Name", "education[1].level", "level = \"master\""),
    ("Skills.csv[0].Name", "skills[0].name", "name = \"Python\""),
    ("Skills.csv[1].Name", "skills[1].name", "name = \"Apache Spark\""),
    ("Skills.csv[2].Name", "skills[2].name", "name = \"Stakeholder dinners\""),
    ("Languages.csv[0].Name", "languages[0].language", "language = \"Turkish\""),
    ("Languages.csv[0].Proficiency", "languages[0].level", "level = \"native\" # \"Native or bilingual proficiency\""),
    ("Languages.csv[1].Name", "languages[1].language", "language = \"Dutch\""),
    ("Languages.csv[1].Proficiency", "languages[1].level", "level = \"conversational\" # \"Limited working proficiency\""),
    ("Languages.csv[2].Name", "languages[2].language", "language = \"English\""),
    ("Languages.csv[2].Proficiency", "languages[2].level", "level = \"fluent\" # \"Full professional proficiency\""),
    ("Certifications.csv[0].Name", "certificates[0].name", "name = \"Certified Kubernetes Administrator\""),
    ("Certifications.csv[0].Finished On", "certificates[0].expires", "expires = \"2027-04\""),
    ("Projects.csv[0].Title", "projects[0].name", "name = \"Tide tables\""),
    ("Publications.csv[0].Name", "publications[0].title", "title = \"Queues that do not wait\""),
    ("Publications.csv[0].Publisher", "publications[0].venue", "venue = \"USENIX ATC\""),
    ("Publications.csv[0].Published On", "publications[0].year", "year = 2023 # \"Jul 10, 2023\""),
];

/// What the cells do not say, but what follows from them.
const FOLLOWS: &[(&str, &str)] = &[
    ("work[0].end", "end = \"present\" # no end is given"),
    ("work[0].skills", "skills = [\"Python\", \"Apache Spark\"] # named in its text, which is kept at the end"),
    ("work[1].internship", "internship = true # for \"intern\" in the title"),
    ("work[2].setting", "setting = \"volunteer\" # it stands under volunteer"),
    ("education[0].field", "field = \"Computer Science\" # \"Bachelor of Science - BS, Computer Science\""),
    ("education[0].status", "status = \"completed\" # the end, \"2020\", is over"),
    ("education[1].status", "status = \"enrolled\" # the end, \"2028\", is to come"),
    ("projects[0].skills", "skills = [\"Flask\", \"PostgreSQL\"] # some named in its text, which is kept at the end"),
];

fn of_folder(path: &Path) -> Result<(String, Profile), NotImported> {
    resume::import_folder(path, &TAXONOMY, AS_OF).map(|made| sound(made.text))
}

/// The cells of a table by their names, without empty ones.
fn cells(file: &str) -> Vec<(String, String)> {
    let text = fs::read_to_string(format!("{FOLDER}/{file}")).unwrap();
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let columns = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let named = |(at, row): (usize, &csv::StringRecord)| {
        let cells = columns.iter().zip(row.iter()).filter(|(_, cell)| !cell.is_empty());
        cells.map(|(column, cell)| (format!("{file}[{at}].{column}"), cell.to_owned())).collect::<Vec<_>>()
    };
    rows.iter().enumerate().flat_map(named).collect()
}

#[test]
fn no_cell_of_an_export_is_lost() {
    let (text, profile) = of_folder(Path::new(FOLDER)).unwrap();
    let (_, left) = text.split_once("# not carried over:\n").unwrap();
    for (cell, path, want) in CARRIED {
        assert_eq!(line(&text, &profile, path), *want, "{cell}");
    }
    for (path, want) in FOLLOWS {
        assert_eq!(line(&text, &profile, path), *want);
    }
    let files = fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let all: Vec<(String, String)> = files.filter(|file| file != "Connections.csv").flat_map(|file| cells(&file)).collect();
    for (cell, value) in &all {
        let column = cell.split_once("].").unwrap().1.to_lowercase();
        let shown = format!(".{column}: {}", value.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase());
        let is_listed = left.lines().any(|line| line.to_lowercase().ends_with(&shown));
        assert!(CARRIED.iter().any(|(carried, ..)| carried == cell) != is_listed, "{cell} has not exactly one place\n{text}");
    }
    assert_eq!(all.iter().filter(|(cell, _)| CARRIED.iter().any(|(carried, ..)| carried == cell)).count(), CARRIED.len());
    assert!(left.ends_with("# - not read: Connections.csv\n"), "{left}");
    assert_eq!(left.lines().count(), all.len() - CARRIED.len() + 1, "{left}");
}

#[test]
fn bad_tables_are_left_out_with_a_word() {
    let dir = tempfile::tempdir().unwrap();
    let put = |name: &str, bytes: &[u8]| fs::write(dir.path().join(name), bytes).unwrap();
    put("Skills.csv", b"Python\nRust\n");
    put("Languages.csv", b"Notes:\n\"one, two\"\n\nname,proficiency\nThai,\xe9l\xe9mentaire\nLao,Elementary,spare\n");
    put("Education.csv", b"\0\0\0\0\x01\x02");
    put("Positions.csv", b"Title,Started On\n\"Cook, and \"\"chef\"\"\nof the house\",June 2020\nWaiter,\"Jan 2019\n");
    let (text, profile) = of_folder(dir.path()).unwrap();
    assert_eq!(line(&text, &profile, "languages[1].level"), "level = \"basic\" # \"Elementary\"");
    assert_eq!(profile.work[0].title.as_deref(), Some("Cook, and \"chef\" of the house"));
    for part in [
        "# - Skills.csv: it has none of the columns Name, and is not read\n",
        "# - Education.csv: it is binary data, no table\n",
        "# level: \"élémentaire\" is not understood\n",
        "# - languages[1].column 3: spare\n",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert_eq!(
        of_folder(Path::new("src")).unwrap_err().to_string(),
        "`src` is a folder without the tables of LinkedIn's export, such as `Positions.csv`; give the file of the résumé"
    );
    put("Skills.csv", &vec![b'x'; resume::LARGEST + 1]);
    assert!(of_folder(dir.path()).unwrap_err().to_string().contains("is larger than 16 MB"));
}

#[cfg(feature = "docx")]
fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, content) in files {
        archive.start_file(*name, options).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[cfg(feature = "docx")]
#[test]
fn the_archive_gives_what_the_folder_gives() {
    let mut names: Vec<String> = fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    let files: Vec<(&str, Vec<u8>)> = names.iter().map(|name| (name.as_str(), fs::read(format!("{FOLDER}/{name}")).unwrap())).collect();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, content)| (*name, content.as_slice())).collect();
    let body = |text: &str| text.split_once('\n').unwrap().1.to_owned();
    let (packed, _) = made("export.zip", archive(&files));
    assert!(packed.starts_with("# Made of export.zip (LinkedIn's export), as of 2026-12-01.\n"), "{packed}");
    assert_eq!(body(&packed), body(&of_folder(Path::new(FOLDER)).unwrap().0));
}

#[cfg(feature = "docx")]
#[test]
fn archives_that_are_no_export() {
    let told = |bytes: Vec<u8>| import("a.zip", bytes).unwrap_err().to_string();
    let bomb = archive(&[("Skills.csv", &vec![b'x'; 300 << 20])]);
    assert!(bomb.len() < 1 << 20);
    assert_eq!(told(bomb), "`a.zip` is larger than 16 MB, which no résumé is; is it the right file?");
    let many = archive(&[("Skills.csv", &vec![b'x'; 9 << 20]), ("Projects.csv", &vec![b'x'; 9 << 20])]);
    assert_eq!(told(many), "`a.zip` is larger than 16 MB, which no résumé is; is it the right file?");
    let good = archive(&[("Skills.csv", b"Name\nGo\n")]);
    assert!(told(good[..good.len() / 2].to_vec()).starts_with("`a.zip` is no sound archive: "));
    assert!(told(archive(&[("a.txt", b"Experience")])).contains("`a.zip` is a ZIP archive"));
    assert_eq!(
        told(archive(&[("Skills.csv", b"Name\n")])),
        "`a.zip` holds nothing that a profile has a place for; start with `profiles/example.toml`"
    );
    let mut damaged = good.clone();
    damaged[40] ^= 0xff;
    let both = import("a.zip", damaged);
    assert!(both.is_err(), "a damaged table is not read as a sound one");
}
