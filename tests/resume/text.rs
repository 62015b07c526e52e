//! Résumés in text and Markdown: each piece of a full one, and where it went; the layouts that there are.

use crate::{import, line, made, shown};
use quals::{profile::Profile, resume};
use std::fs;

/// A row of the résumé, the fact of the profile that a piece of it became, and the line of that fact.
const CARRIED: &[(&str, &str, &str)] = &[
    ("# Marta Oliveira-Stone", "name", "name = \"Marta Oliveira-Stone\""),
    ("Leeds, United Kingdom", "location.base", "base = \"Leeds, United Kingdom\" # it stands above the first heading"),
    ("### Software Engineer, Kormoran AG", "work[0].title", "title = \"Software Engineer\""),
    ("### Software Engineer, Kormoran AG", "work[0].organization", "organization = \"Kormoran AG\""),
    ("*March 2021 – Present*", "work[0].start", "start = \"2021-03\""),
    ("*March 2021 – Present*", "work[0].end", "end = \"present\""),
    (
        "- Built services in Rust and PostgreSQL for",
        "work[0].skills",
        "skills = [\"Rust\", \"PostgreSQL\", \"Kubernetes\"] # named in its text, which is kept at the end",
    ),
    ("### Data Engineering Intern, Delta Looms Ltd", "work[1].title", "title = \"Data Engineering Intern\""),
    ("### Data Engineering Intern, Delta Looms Ltd", "work[1].organization", "organization = \"Delta Looms Ltd\""),
    ("### Data Engineering Intern, Delta Looms Ltd", "work[1].internship", "internship = true # for \"intern\" in the title"),
    ("Summer 2019", "work[1].start", "start = \"2019\" # \"Summer 2019\""),
    ("Summer 2019", "work[1].end", "end = \"2019\" # only one date is given"),
    ("**MSc in Data Science**", "education[0].level", "level = \"master\" # \"MSc in Data Science\""),
    ("**MSc in Data Science**", "education[0].field", "field = \"Data Science\" # \"MSc in Data Science\""),
    ("University of Leeds", "education[0].institution", "institution = \"University of Leeds\""),
    ("Sept 2018", "education[0].start", "start = \"2018-09\""),
    ("June 2020", "education[0].end", "end = \"2020-06\""),
    ("June 2020", "education[0].status", "status = \"completed\" # the end, \"June 2020\", is over"),
    ("GPA: 3.8/4.0", "education[0].gpa", "gpa = 3.8"),
    ("GPA: 3.8/4.0", "education[0].gpa_scale", "gpa_scale = 4.0"),
    ("**BSc Mathematics**", "education[1].level", "level = \"bachelor\" # \"BSc Mathematics\""),
    ("Expected May 2027", "education[1].end", "end = \"2027-05\""),
    ("Expected May 2027", "education[1].status", "status = \"enrolled\" # the end, \"May 2027\", is to come"),
    ("Python (expert)", "skills[0].name", "name = \"Python\""),
    ("Python (expert)", "skills[0].level", "level = \"expert\""),
    ("SQL", "skills[1].name", "name = \"SQL\""),
    ("Expert: Docker", "skills[2].level", "level = \"expert\""),
    ("Kubernetes: 2 years", "skills[3].years", "years = 2.0 # \"2 years\""),
    ("- Strong background", "skills[4].name", "name = \"statistics\" # named in \"Strong background in statistics and machine learning\""),
    ("Portuguese (native)", "languages[0].level", "level = \"native\""),
    ("English – fluent", "languages[1].level", "level = \"fluent\""),
    ("expires May 2027", "certificates[0].expires", "expires = \"2027-05\" # \"Certified Kubernetes Administrator, expires May 2027\""),
    (
        "- AWS Certified",
        "certificates[1].name",
        "name = \"AWS Certified Cloud Practitioner\" # \"AWS Certified Cloud Practitioner – Amazon, 2022\"",
    ),
    (
        "Boats that do not wait",
        "publications[0].title",
        "title = \"Boats that do not wait\" # \"M. Oliveira-Stone, \"Boats that do not wait\", NeurIPS 2021.\"",
    ),
    ("NeurIPS 2021", "publications[0].year", "year = 2021 # \"M. Oliveira-Stone, \"Boats that do not wait\", NeurIPS 2021.\""),
    ("**Tide tables**", "projects[0].name", "name = \"Tide tables\""),
    ("Treasurer, River Watch", "work[2].title", "title = \"Treasurer\""),
    ("Treasurer, River Watch", "work[2].setting", "setting = \"volunteer\" # by the heading above it"),
];

/// What a profile has no place for, as it is listed.
const LEFT: &[&str] = &[
    "marta@example.org",
    "+44 7700 900123",
    "Summary: Careful with data, fond of rivers.",
    "work: Built services in Rust and PostgreSQL for many small boats",
    "work: Moved deployments to Kubernetes",
    "work: Cleaned tables with Python and pandas",
    "skills: Strong background in statistics and machine learning",
    "projects: Used by two harbours",
    "Interests: Chess",
];

/// Where each entry came from, as its comment says.
const SOURCES: &[&str] = &[
    "Software Engineer, Kormoran AG | March 2021 – Present | Basel, Switzerland",
    "Data Engineering Intern, Delta Looms Ltd | Summer 2019",
    "MSc in Data Science, University of Leeds, Sept 2018 – June 2020",
    "BSc Mathematics, University of Porto, Expected May 2027",
    "Tide tables – a small service in Flask and PostgreSQL (2022)",
    "Treasurer, River Watch, Jan 2018 – Dec 2019",
];

#[test]
fn no_row_of_a_full_resume_is_lost() {
    let source = fs::read_to_string("tests/resume/full.md").unwrap();
    let (text, profile) = made("full.md", &source);
    for (piece, path, want) in CARRIED {
        assert!(source.contains(piece), "{piece}");
        assert_eq!(line(&text, &profile, path), *want, "{piece}");
    }
    let (body, left) = text.split_once("# not carried over:\n").unwrap();
    assert_eq!(left.lines().map(|line| line.trim_start_matches("# - ")).collect::<Vec<_>>(), LEFT);
    let sources = body.lines().filter_map(|line| line.strip_prefix("# from \"")?.strip_suffix('"'));
    let mut sources: Vec<&str> = sources.collect();
    sources.sort_unstable();
    let mut wanted = SOURCES.to_vec();
    wanted.sort_unstable();
    assert_eq!(sources, wanted);
    assert_eq!(profile.skills.len(), 6, "{text}");
}

/// Jobs as `TITLE @ EMPLOYER, START to END`.
fn jobs(profile: &Profile) -> Vec<String> {
    let jobs = profile.work.iter().map(|job| {
        let (start, end) = (job.start.map(|it| it.to_string()).unwrap_or_default(), shown(job.end));
        format!("{} @ {}, {start} to {end}", job.title.as_deref().unwrap_or_default(), job.organization.as_deref().unwrap_or_default())
    });
    jobs.collect()
}

#[test]
fn jobs_in_every_layout() {
    let want = ["Staff Nurse @ St Brigid Hospital, 2019-06 to present", "Cook @ Elm House, 2017-09 to 2019-05"];
    for (name, text) in [
        (
            "dates on the left",
            "06/2019 - Present    Staff Nurse\n                     St Brigid Hospital, Dublin\n                     - Wound care\n\
             09/2017 - 05/2019    Cook\n                     Elm House\n                     - Soup\n",
        ),
        (
            "dates on the right",
            "Staff Nurse, St Brigid Hospital            June 2019 – present\n• Wound care\nCook, Elm House                Sept 2017 – May 2019\n• Soup\n",
        ),
        (
            "dates below",
            "St Brigid Hospital\nStaff Nurse\nJune 2019 to date\nWound care of all sorts, by day and by night, for the whole ward.\nElm House\nCook\nSeptember 2017 until May 2019\n",
        ),
        ("dates above", "JUNE 2019 – CURRENT\nStaff Nurse\nSt Brigid Hospital\n\nSEPTEMBER 2017 – MAY 2019\nCook\nElm House\n"),
        ("dates in brackets", "- Staff Nurse at St Brigid Hospital (06/2019–now)\n- Cook at Elm House (09/2017–05/2019)\n"),
        ("bars", "Staff Nurse | St Brigid Hospital | Dublin, Ireland | 2019-06 – ongoing\n\nCook | Elm House | 2017-09 – 2019-05\n"),
        ("European dates", "01.06.2019 – heute: Staff Nurse – St Brigid Hospital\n01.09.2017 – 31.05.2019: Cook – Elm House\n"),
        ("a table", "| 06/2019 – present | Staff Nurse, St Brigid Hospital |\n|---|---|\n| 09/2017 – 05/2019 | Cook, Elm House |\n"),
        (
            "Markdown",
            "### Staff Nurse\n**St Brigid Hospital** | _June 2019 – Present_\n\n* Wound care\n\n### Cook\n**Elm House** | _Sep 2017 – May 2019_\n\n* Soup\n",
        ),
        (
            "LinkedIn's PDF",
            "St Brigid Hospital\nStaff Nurse\nJune 2019 - Present (7 years 5 months)\nDublin, Ireland\n\nElm House\nCook\nSeptember 2017 - May 2019 (1 year 9 months)\n",
        ),
    ] {
        let (written, profile) = made("a.txt", format!("Ada Moss\n\nPROFESSIONAL EXPERIENCE\n\n{text}"));
        let found: Vec<String> = jobs(&profile)
            .iter()
            .map(|job| job.replace("2019-06-01", "2019-06").replace("2017-09-01", "2017-09").replace("2019-05-31", "2019-05"))
            .collect();
        assert_eq!(found, want, "{name}\n{written}");
    }
}

#[test]
fn degrees_in_every_layout() {
    for (name, text) in [
        ("degree before school", "BSc in Nursing, University of Lagos, 2013 – 2017\nGPA 4.2/5.0\n"),
        (
            "school before degree",
            "University of Lagos                      2013 - 2017\nBachelor of Science in Nursing\nSecond class upper, GPA 4.2/5.0\n",
        ),
        ("bullets", "- University of Lagos: B.Sc. Nursing (2013–2017), GPA: 4.2/5.0\n"),
        ("columns", "2013 – 2017\tBachelor of Science (BSc), Nursing\n\tUniversity of Lagos\n\tGrade: GPA 4.2 / 5.0\n"),
        ("European", "01/10/2013 – 30/06/2017 – Lagos, Nigeria\nBACHELOR OF SCIENCE IN NURSING – University of Lagos\nGPA 4.2/5.0\n"),
        ("short years", "Bachelor of Science, Nursing\nUniversity of Lagos, 2013–17\nGPA of 4.2/5.0\n"),
    ] {
        let (written, profile) = made("a.txt", format!("Ada Moss\n\nE D U C A T I O N\n\n{text}"));
        let [degree] = profile.education.as_slice() else { panic!("{name}\n{written}") };
        let years = (degree.start.map(|it| it.year), degree.end.map(|it| it.year));
        assert_eq!(years, (Some(2013), Some(2017)), "{name}\n{written}");
        assert_eq!(degree.institution.as_deref(), Some("University of Lagos"), "{name}\n{written}");
        assert_eq!(degree.field.as_deref().map(str::to_lowercase).as_deref(), Some("nursing"), "{name}\n{written}");
        assert_eq!(format!("{:?}", degree.level), "Some(Bachelor)", "{name}\n{written}");
        assert_eq!((degree.gpa, degree.gpa_scale), (Some(4.2), Some(5.0)), "{name}\n{written}");
    }
}

#[test]
fn skills_in_every_layout() {
    for text in [
        "Wound care          Phlebotomy\nTriage              Python\n",
        "- Wound care\n- Phlebotomy\n- Triage\n- Python\n",
        "Clinical: wound care, phlebotomy, and triage\nOther: Python.\n",
        "Wound care | Phlebotomy | Triage • Python",
        "Clinical\twound care, phlebotomy, triage, Python\n",
        "Wound care / Phlebotomy / Triage; Python\n",
    ] {
        let (written, profile) = made("a.txt", format!("Ada Moss\n\nKey Skills:\n{text}"));
        let names: Vec<String> = profile.skills.iter().map(|skill| skill.name.to_lowercase()).collect();
        assert_eq!(names, ["wound care", "phlebotomy", "triage", "python"], "{written}");
    }
}

#[test]
fn languages_of_every_kind() {
    let text = "Ada Moss\n\nLANGUAGE SKILLS\n\nMother tongue(s): Polish\nEnglish\tC1\tC1\tB2\nGerman (B1), native French\nFluent in Thai and Lao\nKlingon\n";
    let (text, profile) = made("a.txt", text);
    let levels: Vec<String> = profile.languages.iter().map(|one| format!("{}:{}", one.language, one.level.is_some())).collect();
    assert_eq!(levels, ["Polish:true", "English:false", "German:true", "French:true", "Thai:true", "Lao:true"], "{text}");
    assert!(text.contains("# level: \"C1 C1 B2\" names several levels\n"), "{text}");
    assert!(text.contains("# - languages: Klingon\n"), "{text}");
}

#[test]
fn what_no_word_tells_says_so() {
    let (text, profile) =
        made("a.txt", "Ada Moss\n\nExperience\n\nNight watch, Old Harbour, 2019 – 2020\n\nEducation\n\nBSc Physics, Old Tower, 2015\n");
    for (path, want) in [
        ("work[0].title", "title = \"Night watch\" # by its place in \"Night watch, Old Harbour, 2019 – 2020\""),
        ("work[0].organization", "organization = \"Old Harbour\" # by its place in \"Night watch, Old Harbour, 2019 – 2020\""),
        ("education[0].institution", "institution = \"Old Tower\" # by its place in \"BSc Physics, Old Tower, 2015\""),
    ] {
        assert_eq!(line(&text, &profile, path), want);
    }
}

#[test]
fn what_is_no_resume_is_told() {
    for (name, bytes, want) in [
        (
            "a.txt",
            &b"Dear all,\n\nthe harbour is closed.\n"[..],
            "has no heading of a r\u{e9}sum\u{e9} that is known, such as `Experience`",
        ),
        ("a.txt", b"", "has no heading of a r\u{e9}sum\u{e9}"),
        ("a.txt", b"Experience\n", "`a.txt` holds nothing that a profile has a place for"),
        ("a.bin", b"\0\x01\x02\0\0", "`a.bin` is "),
    ] {
        let told = import(name, bytes).unwrap_err().to_string();
        assert!(told.contains(want), "{told}");
    }
}

#[test]
fn bad_text_costs_little() {
    let begun = std::time::Instant::now();
    for text in [
        format!("Experience\n{}", "Nurse, St Mary, 2019 - 2020, ".repeat(10_000)),
        format!("Experience\n{}", "2019 - 2020\n".repeat(10_000)),
        format!("Skills\n{}", "(".repeat(400_000)),
        format!("Skills\n{}", "a, ".repeat(100_000)),
        format!("Education\n{}", "- ".repeat(200_000)),
        "Experience\n".repeat(40_000),
        format!("Experience\n{}", "- a\n b\n".repeat(50_000)),
    ] {
        assert!(text.len() < resume::LONGEST);
        if let Ok(made) = import("a.txt", &text) {
            assert!(made.text.len() < 64 << 20);
        }
    }
    let told = import("a.txt", "Experience\n".repeat(50_000)).unwrap_err().to_string();
    assert_eq!(told, "`a.txt` has more than 512 KB of text, which no résumé has; is it the right file?");
    assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
}
