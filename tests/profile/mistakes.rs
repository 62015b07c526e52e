//! Every mistake of a profile, with the line and the column at which it is told, and the way to mend it.

use quals::{
    diagnostic::Renderer,
    profile::{MAX_BYTES, check_as_of, check_vocabulary, read, read_bytes},
    taxonomy::{Concept, Family, Taxonomy},
};

/// A vocabulary of a few names.
fn taxonomy() -> Taxonomy {
    let concept = |(family, label, code): (Family, &str, &str)| {
        let id = label.to_lowercase().replace(' ', "-");
        (family, Concept { id, label: label.to_owned(), code: (!code.is_empty()).then(|| code.to_owned()), ..Concept::default() })
    };
    let names = [
        (Family::Place, "Switzerland", "CH"),
        (Family::Place, "Germany", "DE"),
        (Family::Language, "German", "de"),
        (Family::Skill, "Python", ""),
        (Family::Skill, "SQL", ""),
        (Family::Skill, "Perl", ""),
    ];
    Taxonomy::new(names.into_iter().map(concept).collect())
}

/// What is told of a file, a line each: `error 2:1 message; help`.
fn told(text: &str) -> Vec<String> {
    let checked = read("", text, &taxonomy());
    let failed = checked.diagnostics.iter().any(|told| told.is_error());
    assert_eq!(checked.profile.is_none(), failed, "{text}");
    let notes = checked.profile.iter().flat_map(|profile| check_vocabulary(profile, &taxonomy()));
    let lines = checked.diagnostics.iter().cloned().chain(notes);
    lines.map(|it| format!("{} {}", it.severity, it.to_string().trim_start_matches(':').replacen(": ", " ", 1))).collect()
}

fn check(cases: &[(&str, &[&str])]) {
    for (text, want) in cases {
        assert_eq!(told(text), *want, "{text}");
    }
}

#[test]
fn a_key_that_no_table_or_another_table_has() {
    check(&[
        (
            "degre = 1",
            &["error 1:1 unknown key `degre`; did you mean `level`, which belongs in `[[education]]`, `[[skills]]` or `[[languages]]`?"],
        ),
        ("[eduction]\nx = 1", &["error 1:2 unknown table `eduction`; did you mean `education`?"]),
        ("[[eduction]]\nx = 1", &["error 1:3 unknown table `eduction`; did you mean `education`?"]),
        (
            "color = 3",
            &[
                "error 1:1 unknown key `color`; a profile knows `name`, `education`, `work`, `projects`, `skills`, `publications`, `languages`, `certificates`, `study`, `work_authorization`, `availability`, `location`, `personal`, `assume`, `wants` or `weights`",
            ],
        ),
        ("gpa = 3", &["error 1:1 unknown key `gpa`; `gpa` belongs in `[[education]]`"]),
        (
            "[[work]]\nlevel = \"expert\"\nemployer = \"x\"\nfoo = 1",
            &[
                "error 2:1 unknown key `level` in `[[work]]`; `level` belongs in `[[education]]`, `[[skills]]` or `[[languages]]`",
                "error 3:1 unknown key `employer` in `[[work]]`; did you mean `organization`?",
                "error 4:1 unknown key `foo` in `[[work]]`; `[[work]]` knows `title`, `organization`, `setting`, `internship`, `start`, `end`, `hours_per_week` or `skills`",
            ],
        ),
        (
            "[study]\nenroled = true\nname = \"x\"",
            &[
                "error 2:1 unknown key `enroled` in `[study]`; did you mean `enrolled`?",
                "error 3:1 unknown key `name` in `[study]`; `name` belongs at the top of the file, or in `[[projects]]`, `[[skills]]` or `[[certificates]]`",
            ],
        ),
        (
            "[[languages]]\nname = \"German\"",
            &[
                r#"error 1:1 this `[[languages]]` has no `language`; add `language = "German"`"#,
                "error 2:1 unknown key `name` in `[[languages]]`; did you mean `language`?",
            ],
        ),
        ("study.enroled = true", &["error 1:7 unknown key `enroled` in `[study]`; did you mean `enrolled`?"]),
        (
            "[[work.more]]\nx = 1",
            &[
                "error 1:3 `work` must be a list of tables, not a table; begin each of them with `[[work]]`",
                "error 1:8 unknown key `more` in `[[work]]`; `[[work]]` knows `title`, `organization`, `setting`, `internship`, `start`, `end`, `hours_per_week` or `skills`",
            ],
        ),
    ]);
}

#[test]
fn a_table_that_should_be_a_list_and_the_other_way_around() {
    check(&[
        (
            "[education]\nlevel = \"PhD\"",
            &[
                "error 1:1 `education` must be a list of tables, not a table; begin each of them with `[[education]]`",
                "error 2:9 unknown level `PhD`; did you mean `doctorate`?",
            ],
        ),
        ("[[study]]\nyear = \"graduate\"", &["error 1:1 `study` must be a table, not a list of tables; begin it with `[study]`"]),
        ("study = 3", &["error 1:9 `study` must be a table, not a number; begin it with `[study]`"]),
        (
            "education = [1]",
            &["error 1:14 `education` must be a list of tables, but holds a number; begin each of them with `[[education]]`"],
        ),
        (
            "work = [{ title = \"x\" }, 2]",
            &["error 1:26 `work` must be a list of tables, but holds a number; begin each of them with `[[work]]`"],
        ),
        ("[[skills]]\nlevel = \"expert\"", &[r#"error 1:1 this `[[skills]]` has no `name`; add `name = "Python"`"#]),
        ("[[certificates]]", &[r#"error 1:1 this `[[certificates]]` has no `name`; add `name = "First aid"`"#]),
        ("[[skills]]\nname = \" \"", &[r#"error 2:8 `name` is empty; write `name = "Python"`"#]),
    ]);
}

#[test]
fn a_value_of_another_type() {
    check(&[
        ("name = 3", &[r#"error 1:8 `name` must be a string, not a number; write `name = "Mira Okafor"`"#]),
        (
            "[[education]]\ngpa = \"3.8\"\nlevel = 3\nfield = [1]",
            &[
                "error 2:7 `gpa` must be a number, not a string; write `gpa = 3.8`",
                r#"error 3:9 `level` must be a string, not a number; write `level = "master"`"#,
                r#"error 4:9 `field` must be a string, not a list; write `field = "Computer Science"`"#,
            ],
        ),
        ("[study]\nenrolled = \"yes\"", &["error 2:12 `enrolled` must be `true` or `false`, not a string; write `enrolled = true`"]),
        (
            "[[work]]\nskills = \"Python\"",
            &[r#"error 2:10 `skills` must be a list of strings, not a string; write `skills = ["Python", "SQL"]`"#],
        ),
        (
            "[[work]]\nskills = [\"SQL\", 3, \"\"]",
            &[
                r#"error 2:18 `skills` must be a list of strings, but holds a number; write `skills = ["Python", "SQL"]`"#,
                "warning 2:21 `skills` holds an empty string; remove the empty string",
            ],
        ),
        ("[personal]\nage = 26.5", &["error 2:7 `age` must be a whole number, not a number with a fraction; write `age = 26`"]),
        ("[availability]\nstart = 2026-02-01T10:00:00", &[r#"error 2:9 `start` must be a date, not a time; write `start = "2026-02-01"`"#]),
        ("[[education]]\nfield = \"\"", &[r#"warning 2:9 `field` is empty; write `field = "Computer Science"`, or leave it out"#]),
    ]);
}

#[test]
fn a_date_that_is_none() {
    check(&[
        (
            "[[education]]\nstart = \"2026-13\"\nend = \"May 2026\"",
            &[
                "error 2:9 `2026-13` is not in the calendar; mend the month or the day",
                r#"error 3:7 `May 2026` is not a date; write `"2027"`, `"2027-05"` or `"2027-05-31"`"#,
            ],
        ),
        ("[availability]\nend = \"2026-02-30\"", &["error 2:7 `2026-02-30` is not in the calendar; mend the month or the day"]),
        (
            "[[education]]\nend = \"present\"",
            &["error 2:7 `present` is not a date; only the `end` of `[[work]]` can be `present`; give the expected date, or leave it out"],
        ),
        ("[[work]]\nend = \"now\"", &[r#"error 2:7 `now` is not a date; write `end = "present"` for a job that goes on"#]),
        (
            "[[work]]\nend = \"soon\"",
            &[r#"error 2:7 `soon` is not a date; write `"2027"`, `"2027-05"` or `"2027-05-31"`, for a job that goes on `"present"`"#],
        ),
        ("[[work]]\nend = 2027-05", &[r#"error 2:7 `2027-05` is not a date; write `"2027"`, `"2027-05"` or `"2027-05-31"`"#]),
        ("[[work]]\nend = 2027-13-31", &[r#"error 2:7 `2027-13-31` is not a date; write `"2027"`, `"2027-05"` or `"2027-05-31"`"#]),
        (
            "[[work]]\nstart = \"0024-05\"",
            &[r#"error 2:9 the year `0024` is not of our time; write `"2027"`, `"2027-05"` or `"2027-05-31"`"#],
        ),
    ]);
}

#[test]
fn a_name_that_is_none_of_the_choice() {
    check(&[
        (
            "[[education]]\nlevel = \"Masters\"\nstatus = \"done\"",
            &["error 2:9 unknown level `Masters`; did you mean `master`?", "error 3:10 unknown status `done`; did you mean `completed`?"],
        ),
        (
            "[[education]]\nlevel = \"wizard\"",
            &[
                "error 2:9 unknown level `wizard`; it is one of `high_school`, `associate`, `bachelor`, `master`, `doctorate` or `professional`",
            ],
        ),
        ("[study]\nyear = \"4th\"", &["error 2:8 unknown year `4th`; did you mean `fourth_year`?"]),
        ("[[work]]\nsetting = \"industrial\"", &["error 2:11 unknown setting `industrial`; did you mean `industry`?"]),
        ("[[skills]]\nname = \"SQL\"\nlevel = \"profficient\"", &["error 3:9 unknown level `profficient`; did you mean `proficient`?"]),
        ("[[languages]]\nlanguage = \"German\"\nlevel = \"b2\"", &["error 3:9 unknown level `b2`; did you mean `B2`?"]),
        ("[[certificates]]\nname = \"x\"\nstatus = \"ongoing\"", &["error 3:10 unknown status `ongoing`; did you mean `in_progress`?"]),
        (
            "[location]\nmodes = [\"home\", \"On-Site\"]",
            &["error 2:10 unknown mode `home`; did you mean `remote`?", "error 2:18 unknown mode `On-Site`; did you mean `onsite`?"],
        ),
        ("[wants]\nemployment = [\"Full-Time\"]", &["error 2:15 unknown employment `Full-Time`; did you mean `full_time`?"]),
        (
            "[personal]\naccepts = [\"shfit\", \"lifting 20 kg\", \"no_way\"]",
            &[
                "error 2:12 unknown condition `shfit`; did you mean `shift`?",
                "error 2:38 unknown condition `no_way`; write it in plain words, or as one of `background_check`, `drug_test`, `medical`, `vaccination`, `travel`, `physical`, `shift`, `overtime`, `vehicle`, `equipment` or `portfolio`",
            ],
        ),
        ("[assume]\ncomplete = [\"skill\"]", &["error 2:13 unknown list `skill`; did you mean `skills`?"]),
        (
            "[work_authorization]\ncitizenships = [\"Swizerland\", \"XX\", \"Germany\", \"ch\"]",
            &[
                "error 2:17 unknown country `Swizerland`; did you mean `Switzerland`?",
                "error 2:31 unknown country `XX`; give a code of two letters such as `CH`, or `EU`",
            ],
        ),
    ]);
}

#[test]
fn a_number_out_of_bounds() {
    check(&[
        (
            "[[education]]\ngpa = -1\ngpa_scale = 0.5",
            &[
                "error 2:7 `gpa` cannot be `-1`; give a number from 0 to 110",
                "error 3:13 `gpa_scale` cannot be `0.5`; give a number from 1 to 110",
            ],
        ),
        ("[personal]\nage = 151", &["error 2:7 `age` cannot be `151`; give a number from 0 to 150"]),
        ("[[work]]\nhours_per_week = 169", &["error 2:18 `hours_per_week` cannot be `169`; give a number from 0 to 168"]),
        (
            "[availability]\nmonths = nan\ndays_per_week = 8",
            &[
                "error 2:10 `months` cannot be `nan`; give a number from 0 to 600",
                "error 3:17 `days_per_week` cannot be `8`; give a number from 0 to 7",
            ],
        ),
        (
            "[[publications]]\nyear = 99999999999999999999",
            &["error 2:8 `year` cannot be `99999999999999999999`; give a number from 1900 to 2200"],
        ),
        ("[weights]\nrequired = -1", &["error 2:12 `required` cannot be `-1`; give a number from 0 to 1000"]),
        ("[wants]\nmin_salary = -5", &["error 2:14 `min_salary` cannot be `-5`; give a number from 0 to 1000000000"]),
        ("[[skills]]\nname = \"SQL\"\nyears = 0x51", &["error 3:9 `years` cannot be `0x51`; give a number from 0 to 80"]),
    ]);
}

#[test]
fn facts_that_contradict_each_other() {
    check(&[
        (
            "[[education]]\nstart = \"2027-05\"\nend = \"2026\"",
            &["error 3:1 the end `2026` is before the start `2027-05`; mend one of them; the start comes first"],
        ),
        (
            "[[work]]\nstart = 2025-05-02\nend = 2025-05-01",
            &["error 3:1 the end `2025-05-01` is before the start `2025-05-02`; mend one of them; the start comes first"],
        ),
        (
            "[availability]\nstart = \"2027\"\nend = \"2026-12-31\"",
            &["error 3:1 the end `2026-12-31` is before the start `2027`; mend one of them; the start comes first"],
        ),
        ("[[education]]\ngpa = 5\ngpa_scale = 4", &["error 2:1 the gpa `5` is above its scale `4`; mend `gpa` or `gpa_scale`"]),
        (
            "[[education]]\ngpa = 3",
            &[
                "warning 2:1 `gpa` has no `gpa_scale`, without which it says little; add the best grade of the scale, such as `gpa_scale = 4.0`",
            ],
        ),
        (
            "[availability]\nmonths = 6\nstart = \"2026-01\"\nend = \"2026-02\"",
            &["warning 2:1 6 months are longer than the time from `2026-01` to `2026-02`; give the longest stay within that time"],
        ),
        (
            "[study]\nenrolled = true\n[[education]]\nstatus = \"completed\"",
            &[
                r#"warning 2:1 `enrolled = true`, but no `[[education]]` has `status = "enrolled"`; add the degree that is under way to `[[education]]`"#,
            ],
        ),
        (
            "[study]\nenrolled = false\nreturning = true\n[[education]]\nstatus = \"enrolled\"",
            &[
                "warning 3:1 `returning` is set, but `enrolled = false`; remove it",
                r#"error 5:1 `status = "enrolled"`, but `[study]` says `enrolled = false`; mend one of them"#,
            ],
        ),
        (
            "[personal]\naccepts = [\"travel\"]\nrefuses = [\"shift\", \"Travel\"]",
            &["error 3:21 unknown condition `Travel`; did you mean `travel`?"],
        ),
        (
            "[work_authorization]\ncitizenships = [\"Germany\"]\nneeds_sponsorship_in = [\"US\", \"DE\"]",
            &["error 3:31 `DE` is in `needs_sponsorship_in` and in `citizenships`; remove it from one of them"],
        ),
        (
            "[weights]\nrequired = 0\npreferred = 0",
            &["error 1:2 with both weights zero, nothing counts; give at least one of them a weight; the defaults are 3 and 1"],
        ),
        (
            "[[skills]]\nname = \"Python\"\n[[skills]]\nname = \"python\"",
            &["warning 4:1 the skill `python` is listed twice; keep one of them"],
        ),
    ]);
}

#[test]
fn what_is_not_toml() {
    check(&[
        ("name = \"a\"\nname = \"b\"", &["error 2:1 `name` is given twice; keep one of them"]),
        ("[study]\n[study]", &["error 2:2 `study` is given twice; keep one of them"]),
        ("[education]\n[education]", &["error 2:2 `education` is given twice; begin each of them with `[[education]]`"]),
        (
            "[[skills]]\nname = Python\n[study]\nyear = 1\nenrolled = yes",
            &[
                r#"error 2:8 `Python` is text without quotes; write `"Python"`"#,
                r#"error 4:8 `year` must be a string, not a number; write `year = "graduate"`"#,
                "error 5:12 `yes` is text without quotes; write `true`",
            ],
        ),
        ("[[skills]]\nname = \nyears = 2", &["error 2:8 the value is missing; write it behind the `=`"]),
        (
            "name\n[personal]\nage = 900\n= 4",
            &[
                "error 1:5 this line has no value; write `key = value`",
                "error 3:7 `age` cannot be `900`; give a number from 0 to 150",
                "error 4:1 unquoted keys cannot be empty; expected letters, numbers, `-`, `_`",
            ],
        ),
        ("name = \"a", &[r#"error 1:10 invalid basic string; expected `"`"#]),
        ("name = \"\u{1b}[31m\"", &["error 1:9 invalid basic string: `\\u{1b}`; expected non-double-quote visible characters, `\\`"]),
        ("a = [[[[[[[[[[", &["error 1:15 unclosed array; expected `]`"]),
        ("é = 1", &["error 1:1 invalid unquoted key: `é`; expected letters, numbers, `-`, `_`"]),
    ]);
}

#[test]
fn names_that_the_vocabulary_does_not_know() {
    check(&[
        (
            "[[skills]]\nname = \"Pyhton\"\n[[work]]\nskills = [\"Python\", \"pyhton\", \"German\"]",
            &[
                "note 4:21 the vocabulary does not know the skill `pyhton`, which is matched by its words; the nearest name is `Python`",
                "note 4:31 the vocabulary does not know the skill `German`, which is matched by its words; it knows `German` as a language: list it in `[[languages]]`",
            ],
        ),
        (
            "[[languages]]\nlanguage = \"Germann\"",
            &["note 2:1 the vocabulary does not know the language `Germann`, which is matched by its words; the nearest name is `German`"],
        ),
        (
            "[location]\nbase = \"Bern, Switzerland\"\nplaces = [\"Atlantis\"]",
            &[
                "note 3:11 the vocabulary does not know the place `Atlantis`, which is matched by its words; another name for it may be known",
            ],
        ),
    ]);
}

#[test]
fn a_file_that_states_nothing() {
    check(&[
        ("", &["warning 1:1 the profile states nothing; every field is optional, but where nothing is stated all is unknown"]),
        (
            "# nothing yet\n",
            &["warning 1:1 the profile states nothing; every field is optional, but where nothing is stated all is unknown"],
        ),
    ]);
}

#[test]
fn five_mistakes_are_told_at_once() {
    let text = "nmae = \"x\"\n[study]\nenrolled = yes\n[[education]]\nlevel = \"Msc\"\nend = \"2026-13\"\ngpa = 5\ngpa_scale = 4\n";
    let lines: Vec<String> = told(text).iter().map(|line| line.split(' ').take(2).collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(lines, ["error 1:1", "error 3:12", "error 5:9", "error 6:7", "error 7:1"]);
}

#[test]
fn a_mistake_is_drawn_under_its_line_with_the_mend() {
    let checked = read("me.toml", "# me\n[study]\nyear = \"gradute\"\n", &taxonomy());
    let drawn = Renderer::plain().render(&checked.diagnostics[0]);
    let want = "error: unknown year `gradute`\n --> me.toml:3:8\n  |\n3 | year = \"gradute\"\n  |        ^^^^^^^^^\n  |\nhelp: did you mean `graduate`?\n  |\n3 | year = \"graduate\"\n  |              +";
    assert_eq!(drawn, want);
}

#[test]
fn line_ends_and_byte_order_marks_change_no_place() {
    let unix = "[study]\nenroled = true\nyear = \"x\"\n";
    let windows = format!("\u{feff}{}", unix.replace('\n', "\r\n"));
    assert_eq!(told(&windows), told(unix));
    let checked = read_bytes("me.toml", windows.as_bytes(), &taxonomy());
    assert!(checked.diagnostics.len() == 2);
    assert!(read("me.toml", "\u{feff}name = \"x\"\r\n", &taxonomy()).profile.is_some_and(|it| it.name.as_deref() == Some("x")));
}

#[test]
fn bytes_that_are_not_utf_8_are_told_with_their_place() {
    let checked = read_bytes("me.toml", b"# me\nname = \"Zo\xeb\"\n", &taxonomy());
    assert!(checked.profile.is_none());
    assert_eq!(checked.diagnostics[0].to_string(), "me.toml:2:11: byte 15 of the file is not UTF-8; save the file as UTF-8");
}

#[test]
fn a_file_of_ten_megabytes_is_refused() {
    let checked = read("me.toml", &"# x\n".repeat(2_621_440), &taxonomy());
    assert!(checked.profile.is_none());
    let want = format!("me.toml:1:1: the file has 10485760 bytes, but a profile has at most {MAX_BYTES}; is it the right file?");
    assert_eq!(checked.diagnostics[0].to_string(), want);
}

/// Large files, full of one mistake, do not take long, and their mistakes are counted.
#[test]
fn very_many_mistakes_are_counted() {
    for piece in ["x = 1\n[[skills]]\n", "[[work]]\nend=\"2020\"\nstart=\"2021\"\n", "= 1\n", "a\n", "[[", "\"", "a=[{"] {
        let checked = read("me.toml", &piece.repeat(MAX_BYTES / 16 / piece.len()), &taxonomy());
        assert!(!checked.diagnostics.is_empty() && checked.diagnostics.len() <= 501, "{piece} {}", checked.diagnostics.len());
    }
    let one_line = format!("work = [{}]", "{start=\"2021\",end=\"2020\"},".repeat(20_000));
    let last = read("me.toml", &one_line, &taxonomy()).diagnostics.pop().unwrap();
    assert_eq!(last.to_string(), "me.toml:1:1: 19500 more mistakes are not shown");
}

#[test]
fn a_day_shows_what_has_run_out() {
    for (text, want) in [
        (
            "[[education]]\nstatus = \"enrolled\"\nend = \"2026-06\"",
            Some("me.toml:3:1: the degree is under way, but its end `2026-06` is past"),
        ),
        ("[[education]]\nstatus = \"enrolled\"\nend = \"2026-11\"", None),
        ("[[education]]\nstatus = \"enrolled\"\nend = \"2026\"", None),
        (
            "[[education]]\nstatus = \"completed\"\nend = \"2026-12\"",
            Some("me.toml:3:1: the degree is completed, but its end `2026-12` is to come"),
        ),
        ("[[education]]\nstart = \"2027\"", Some("me.toml:2:1: the degree has not begun; its start `2027` is to come")),
        ("[[work]]\nstart = \"2026-12\"", Some("me.toml:2:1: the job has not begun; its start `2026-12` is to come")),
        ("[[certificates]]\nname = \"x\"\nexpires = \"2026-10\"", Some("me.toml:3:1: `x` expired with `2026-10`")),
        ("[[certificates]]\nname = \"x\"\nstatus = \"in_progress\"\nexpires = \"2026-10\"", None),
        ("[availability]\nend = \"2026-11-20\"", Some("me.toml:2:1: the availability ended with `2026-11-20`")),
    ] {
        let profile = read("me.toml", text, &taxonomy()).profile.unwrap();
        let told = check_as_of(&profile, jiff::civil::date(2026, 11, 21));
        let first = told.first().map(ToString::to_string);
        assert_eq!(
            first.as_deref().map(|it| it.split("; ").next().unwrap_or_default()),
            want.map(|it| it.split("; ").next().unwrap_or_default()),
            "{text}"
        );
    }
}
