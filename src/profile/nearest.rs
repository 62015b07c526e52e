//! The name that was probably meant: `degre` → `degree`, `Full-Time` → `full_time`, `employer` → `organization`.

/// Words that people write for a name of the profile. Several names may be meant; the place decides.
const ALIASES: &[(&str, &[&str])] = &[
    ("1st", &["first_year"]),
    ("2nd", &["second_year"]),
    ("3rd", &["third_year"]),
    ("4th", &["fourth_year"]),
    ("5th", &["fifth_year"]),
    ("area", &["field"]),
    ("associates", &["associate"]),
    ("ba", &["bachelor"]),
    ("begin", &["start"]),
    ("bs", &["bachelor"]),
    ("bsc", &["bachelor"]),
    ("citizen", &["citizenships"]),
    ("college", &["institution"]),
    ("company", &["organization"]),
    ("conference", &["venue"]),
    ("coop", &["internship"]),
    ("current", &["present"]),
    ("degree", &["level"]),
    ("degrees", &["education"]),
    ("done", &["completed"]),
    ("employer", &["organization"]),
    ("enddate", &["end"]),
    ("experience", &["work"]),
    ("expiry", &["expires"]),
    ("finished", &["completed"]),
    ("from", &["start"]),
    ("graduated", &["completed"]),
    ("graduation", &["end"]),
    ("home", &["remote"]),
    ("jobs", &["work"]),
    ("journal", &["venue"]),
    ("licences", &["certificates"]),
    ("licenses", &["certificates"]),
    ("major", &["field"]),
    ("ms", &["master"]),
    ("msc", &["master"]),
    ("name", &["language", "title"]),
    ("nationality", &["citizenships"]),
    ("now", &["present"]),
    ("office", &["onsite"]),
    ("ongoing", &["enrolled", "in_progress", "present"]),
    ("phd", &["doctorate"]),
    ("position", &["title"]),
    ("profession", &["title"]),
    ("proficiency", &["level"]),
    ("role", &["title"]),
    ("school", &["institution"]),
    ("startdate", &["start"]),
    ("studying", &["enrolled"]),
    ("studytype", &["level"]),
    ("subject", &["field"]),
    ("to", &["end"]),
    ("today", &["present"]),
    ("undergraduate", &["bachelor"]),
    ("university", &["institution"]),
    ("until", &["end"]),
    ("visa", &["work_authorization"]),
];

/// The one of `names` that `word` was probably meant to be: by another spelling, by an alias, by few mistyped letters, or by its beginning.
pub(super) fn nearest<'a>(word: &str, names: &[&'a str]) -> Option<&'a str> {
    let word = fold(word);
    let alias = || {
        let near = |alias: &str| alias == word || (alias.len() > 5 && strsim::damerau_levenshtein(alias, &word) == 1);
        names.iter().find(|name| ALIASES.iter().any(|(alias, meant)| meant.contains(name) && near(alias)))
    };
    let same = names.iter().find(|name| fold(name) == word);
    same.or_else(alias).or_else(|| mistyped(&word, names)).or_else(|| begun(&word, names)).copied()
}

/// Letters and digits in lower case: `Full-Time` and `full_time` are the same.
fn fold(word: &str) -> String {
    word.chars().take(60).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The nearest name within one mistake for each three letters.
fn mistyped<'n, 'a>(word: &str, names: &'n [&'a str]) -> Option<&'n &'a str> {
    let most = word.chars().count() / 3;
    let far = |name: &&&str| strsim::damerau_levenshtein(word, &fold(name));
    names
        .iter()
        .map(|name| (far(&name), name))
        .filter(|(far, _)| *far <= most.max(1) && word.len() > 1)
        .min_by_key(|(far, _)| *far)
        .map(|it| it.1)
}

/// The name that begins with the word, or the other way around: `doc` → `doctorate`, `masters_degree` → `master`.
fn begun<'n, 'a>(word: &str, names: &'n [&'a str]) -> Option<&'n &'a str> {
    let begins = |name: &str| word.len() >= 3 && name.len() >= 3 && (name.starts_with(word) || word.starts_with(name));
    names.iter().find(|name| begins(&fold(name)))
}

/// `` `a`, `b` or `c` ``.
pub(super) fn listed(names: &[impl AsRef<str>]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{}`", name.as_ref())).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant() {
        let levels = ["high_school", "associate", "bachelor", "master", "doctorate", "professional"];
        let keys = ["level", "status", "field", "institution", "start", "end", "gpa", "gpa_scale"];
        for (word, names, want) in [
            ("Masters", &levels[..], Some("master")),
            ("PhD", &levels, Some("doctorate")),
            ("HighSchool", &levels, Some("high_school")),
            ("bachelors_degree", &levels, Some("bachelor")),
            ("degre", &keys, Some("level")),
            ("degree", &keys, Some("level")),
            ("feild", &keys, Some("field")),
            ("gpascale", &keys, Some("gpa_scale")),
            ("endDate", &keys, Some("end")),
            ("", &keys, None),
            ("x", &keys, None),
            ("color", &keys, None),
        ] {
            assert_eq!(nearest(word, names), want, "{word}");
        }
    }

    #[test]
    fn lists_read_as_a_sentence() {
        assert_eq!(listed(&["a"]), "`a`");
        assert_eq!(listed(&["a", "b", "c"]), "`a`, `b` or `c`");
    }
}
