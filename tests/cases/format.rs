//! The notation of the cases.
//!
//! A file of cases is Markdown; each list item with a `*` is a case, all else is for the reader.
//!
//! ```text
//! * "MS or PhD in Physics." → degree levels=master,doctorate status=completed fields=Physics
//! * "Proficient in MS Office." → no degree
//! * [duties] "You will write reports in Python." → nothing
//! * "Python required, Java preferred." → required skill "Python"; preferred skill "Java"
//! * "Python or R, and SQL." → all[any[skill "Python", skill "R"], skill "SQL"]
//! * "Tools such as Git." → open any[skill "Git"] class=Tools
//! * "Right, but not read yet." → gpa min=3 (gap: why)
//! ```
//!
//! An atom is a kind, its text in quotes where the case is about the text, and its attributes. The atoms of a kind that a case names must
//! be all that are found of that kind. An atom of the kind that the file is about is stated in full: an attribute it does not name must be
//! absent. An unknown kind, attribute or value is an error, never a case that fails.

use quals::kind::{KINDS, Predicate};
use serde_json::{Map, Value, json};

/// The cases of one file.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) path: String,
    /// What the file is about; none where it is about more than one kind.
    pub(crate) kind: Option<&'static str>,
    pub(crate) cases: Vec<Case>,
}

/// A sentence and what must be read from it.
#[derive(Debug, PartialEq)]
pub(crate) struct Case {
    pub(crate) line: usize,
    pub(crate) section: Section,
    pub(crate) sentence: String,
    pub(crate) expected: Vec<Expected>,
    /// Right by the contract, but not read so yet.
    pub(crate) gap: bool,
}

/// Where the sentence stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Section {
    pub(crate) name: &'static str,
    pub(crate) heading: &'static str,
    /// A list item, not a paragraph.
    pub(crate) item: bool,
}

/// The first is meant where a case names none.
const SECTIONS: [Section; 11] = [
    Section { name: "requirements", heading: "Requirements", item: true },
    Section { name: "minimum", heading: "Minimum qualifications", item: true },
    Section { name: "preferred", heading: "Preferred qualifications", item: true },
    Section { name: "conditions", heading: "Working conditions", item: true },
    Section { name: "duties", heading: "Responsibilities", item: true },
    Section { name: "benefits", heading: "Benefits", item: true },
    Section { name: "text", heading: "Requirements", item: false },
    Section { name: "summary", heading: "Summary", item: false },
    Section { name: "company", heading: "About us", item: false },
    Section { name: "notice", heading: "Equal opportunity", item: false },
    Section { name: "application", heading: "How to apply", item: false },
];

/// One thing that a case says.
#[derive(Debug, PartialEq)]
pub(crate) enum Expected {
    /// No requirement at all.
    Nothing,
    /// No atom of the kind; with a text: none with that text.
    No(&'static str, Option<String>),
    /// An atom, or the whole of a requirement.
    Needs(Option<String>, Tree),
}

/// What a requirement needs.
#[derive(Debug, PartialEq)]
pub(crate) enum Tree {
    Atom(Atom),
    All(Vec<Tree>),
    Any { parts: Vec<Tree>, open: bool, class: Option<String> },
    AtLeast(u64, Vec<Tree>),
}

/// An atom with the attributes that the case names.
#[derive(Debug, PartialEq)]
pub(crate) struct Atom {
    pub(crate) kind: &'static str,
    pub(crate) text: Option<String>,
    pub(crate) attributes: Map<String, Value>,
}

/// What the value of an attribute looks like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Word,
    Number,
    List,
    Flag,
}

/// The attributes of a kind, as the contract lists them.
fn attributes(kind: &str) -> &'static [(&'static str, Form)] {
    use Form::{Flag, List, Number, Word};
    match kind {
        "degree" => {
            &[("levels", List), ("status", Word), ("fields", List), ("related_fields", Flag), ("or_higher", Flag), ("or_equivalent", Flag)]
        }
        "student_status" => &[("condition", Word), ("years", List)],
        "graduation" => &[("earliest", Word), ("latest", Word)],
        "gpa" => &[("min", Number), ("scale", Number)],
        "experience" => &[("min_months", Number), ("max_months", Number), ("areas", List), ("settings", List)],
        "skill" => &[("level", Word)],
        "publication" => &[("venues", List), ("open", Flag), ("min_count", Number)],
        "availability" => &[
            ("min_months", Number),
            ("max_months", Number),
            ("start", Word),
            ("end", Word),
            ("hours_per_week", Number),
            ("days_per_week", Number),
            ("terms", List),
        ],
        "location" => &[("places", List), ("modes", List), ("relocation", Flag)],
        "work_authorization" => &[("status", List), ("countries", List), ("sponsorship", Word)],
        "clearance" => &[("level", Word), ("status", Word)],
        "language" => &[("language", Word), ("level", Word)],
        "certification" => &[("name", Word), ("status", Word)],
        "age" => &[("min", Number)],
        "condition" => &[("type", Word)],
        _ => &[],
    }
}

impl File {
    /// Reads the cases of a file.
    pub(crate) fn parse(path: &str, kind: Option<&'static str>, text: &str) -> Result<Self, String> {
        let items = text.lines().enumerate().filter(|(_, line)| line.trim_start().starts_with("* "));
        let cases = items.map(|(at, line)| Case::parse(at + 1, line.trim()).map_err(|e| format!("{path}:{}: {e}", at + 1)));
        Ok(Self { path: path.to_owned(), kind, cases: cases.collect::<Result<_, _>>()? })
    }
}

impl Case {
    fn parse(number: usize, line: &str) -> Result<Self, String> {
        let item = line.strip_prefix("* ").ok_or("no list item")?;
        let (section, item) = section(item)?;
        let (sentence, expected) = item.split_once("\" → ").ok_or("no `\" → ` behind a sentence in quotes")?;
        let sentence = sentence.strip_prefix('"').ok_or("the sentence does not begin with a quote")?;
        let (expected, gap) = match expected.rsplit_once(" (gap") {
            Some((before, cause)) if cause == ")" || cause.starts_with(": ") && cause.ends_with(')') => (before, true),
            Some(_) => return Err("a gap is written `(gap)` or `(gap: why)`".to_owned()),
            None => (expected, false),
        };
        let mut reader = Reader { rest: expected };
        let expected = reader.expectations()?;
        Ok(Self { line: number, section, sentence: sentence.to_owned(), expected, gap })
    }

    /// Whether it only says what is not there.
    pub(crate) fn is_negative(&self) -> bool {
        self.expected.iter().all(|it| matches!(it, Expected::Nothing | Expected::No(..)))
    }

    /// Whether it expects an atom of a kind.
    pub(crate) fn names(&self, kind: &str) -> bool {
        self.expected.iter().any(|it| matches!(it, Expected::Needs(_, tree) if tree.names(kind)))
    }
}

impl Tree {
    fn names(&self, kind: &str) -> bool {
        match self {
            Self::Atom(atom) => atom.kind == kind,
            Self::All(parts) | Self::Any { parts, .. } | Self::AtLeast(_, parts) => parts.iter().any(|part| part.names(kind)),
        }
    }
}

fn section(item: &str) -> Result<(Section, &str), String> {
    let Some((name, rest)) = item.strip_prefix('[').and_then(|item| item.split_once("] ")) else { return Ok((SECTIONS[0], item)) };
    let section = SECTIONS.iter().find(|section| section.name == name).ok_or(format!("no section is called `{name}`"))?;
    Ok((*section, rest))
}

/// Reads what stands behind the arrow.
struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn expectations(&mut self) -> Result<Vec<Expected>, String> {
        let mut all = vec![self.expectation()?];
        while self.eat(";") {
            all.push(self.expectation()?);
        }
        if self.rest.is_empty() { Ok(all) } else { Err(format!("`{}` is left over", self.rest)) }
    }

    fn expectation(&mut self) -> Result<Expected, String> {
        if self.eat_word("nothing") {
            return Ok(Expected::Nothing);
        }
        if self.eat_word("no") {
            let kind = self.kind()?;
            return Ok(Expected::No(kind, self.quoted()?));
        }
        let priority = ["required", "preferred"].into_iter().find(|word| self.eat_word(word));
        Ok(Expected::Needs(priority.map(str::to_owned), self.tree()?))
    }

    fn tree(&mut self) -> Result<Tree, String> {
        if self.eat("all[") {
            return Ok(Tree::All(self.parts()?));
        }
        let open = self.eat("open any[");
        if open || self.eat("any[") {
            let parts = self.parts()?;
            let class = if self.eat("class=") { Some(self.value()?) } else { None };
            return Ok(Tree::Any { parts, open, class });
        }
        let digits = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let (number, behind) = self.rest.split_at(digits);
        if let Ok(count) = number.parse() {
            self.rest = behind.trim_start();
            return if self.eat("of[") { Ok(Tree::AtLeast(count, self.parts()?)) } else { Err("no `of[` behind a number".to_owned()) };
        }
        Ok(Tree::Atom(self.atom()?))
    }

    fn parts(&mut self) -> Result<Vec<Tree>, String> {
        let mut parts = vec![self.tree()?];
        while self.eat(", ") {
            parts.push(self.tree()?);
        }
        if self.eat("]") { Ok(parts) } else { Err(format!("no `]` before `{}`", self.rest)) }
    }

    fn atom(&mut self) -> Result<Atom, String> {
        let kind = self.kind()?;
        let text = self.quoted()?;
        let mut given = Map::new();
        while self.rest.starts_with(|c: char| c.is_ascii_lowercase()) && !self.rest.starts_with("class=") {
            let name = self.bare();
            let form = attributes(kind).iter().find(|(known, _)| *known == name).ok_or(format!("{kind} has no attribute `{name}`"))?.1;
            if given.insert(name.clone(), self.attribute(form)?).is_some() {
                return Err(format!("`{name}` is given twice"));
            }
        }
        is_value_of_kind(kind, &given)?;
        Ok(Atom { kind, text, attributes: given })
    }

    fn attribute(&mut self, form: Form) -> Result<Value, String> {
        match (form, self.eat("=")) {
            (Form::Flag, false) => {
                self.skip_spaces();
                return Ok(json!(true));
            }
            (Form::Flag, true) => return Err("a flag takes no value".to_owned()),
            (_, false) => return Err("an attribute needs a value".to_owned()),
            _ => {}
        }
        let mut values = vec![self.value()?];
        while form == Form::List && !self.rest.starts_with(", ") && self.eat(",") {
            values.push(self.value()?);
        }
        match form {
            Form::List => Ok(json!(values)),
            Form::Number => values[0].parse::<f64>().map(|n| json!(n)).map_err(|_| format!("`{}` is no number", values[0])),
            _ => Ok(json!(values[0])),
        }
    }

    fn kind(&mut self) -> Result<&'static str, String> {
        let name = self.bare();
        self.skip_spaces();
        KINDS.iter().map(|kind| kind.name).find(|known| *known == name).ok_or(format!("no kind is called `{name}`"))
    }

    fn value(&mut self) -> Result<String, String> {
        let value = if self.rest.starts_with('"') { self.quoted_here()? } else { self.bare() };
        if !self.rest.starts_with(',') {
            self.skip_spaces();
        }
        if value.is_empty() { Err(format!("no value before `{}`", self.rest)) } else { Ok(value) }
    }

    fn quoted(&mut self) -> Result<Option<String>, String> {
        if !self.rest.starts_with('"') {
            return Ok(None);
        }
        let text = self.quoted_here()?;
        self.skip_spaces();
        Ok(Some(text))
    }

    fn quoted_here(&mut self) -> Result<String, String> {
        let (text, rest) = self.rest.strip_prefix('"').and_then(|rest| rest.split_once('"')).ok_or("a quote is not closed")?;
        self.rest = rest;
        Ok(text.to_owned())
    }

    fn bare(&mut self) -> String {
        let end = self.rest.find(|c: char| c.is_whitespace() || ",;[]=\"".contains(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word.to_owned()
    }

    fn eat(&mut self, sign: &str) -> bool {
        let Some(rest) = self.rest.strip_prefix(sign) else { return false };
        self.rest = rest;
        if sign != ", " && !sign.ends_with('=') {
            self.skip_spaces();
        }
        true
    }

    fn eat_word(&mut self, word: &str) -> bool {
        let whole = self.rest.strip_prefix(word).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'));
        whole && self.eat(word)
    }

    fn skip_spaces(&mut self) {
        self.rest = self.rest.trim_start();
    }
}

/// Whether the library knows the values: `status=enroled` is a slip of the pen, not a gap.
fn is_value_of_kind(kind: &str, given: &Map<String, Value>) -> Result<(), String> {
    let mut atom = json!({"kind": kind, "text": "", "condition": "enrolled", "type": "other"});
    let fields = atom.as_object_mut().ok_or("no object")?;
    for (name, value) in given {
        let whole = value.as_f64().filter(|n| n.fract() == 0.0 && *n >= 0.0);
        fields.insert(name.clone(), whole.map_or_else(|| value.clone(), |n| json!(n as u64)));
    }
    serde_json::from_value::<Predicate>(atom).map(|_| ()).map_err(|e| format!("{kind}: {e}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Case, String> {
        Case::parse(1, line)
    }

    #[test]
    fn reads_every_form() {
        let case = parse(r#"* [duties] "A 5" pipe → 6" pipe." → preferred degree "MS or PhD" levels=master,doctorate fields="Computer Science",Physics or_higher; no skill "go"; no gpa (gap: why)"#).unwrap();
        assert_eq!((case.section.name, case.sentence.as_str(), case.gap), ("duties", "A 5\" pipe → 6\" pipe.", true));
        let attributes = json!({"levels": ["master", "doctorate"], "fields": ["Computer Science", "Physics"], "or_higher": true});
        let atom = Atom { kind: "degree", text: Some("MS or PhD".to_owned()), attributes: attributes.as_object().unwrap().clone() };
        let expected = [
            Expected::Needs(Some("preferred".to_owned()), Tree::Atom(atom)),
            Expected::No("skill", Some("go".to_owned())),
            Expected::No("gpa", None),
        ];
        assert_eq!(case.expected, expected);
    }

    #[test]
    fn reads_trees() {
        let skill = |text: &str| Tree::Atom(Atom { kind: "skill", text: Some(text.to_owned()), attributes: Map::new() });
        let case = parse(r#"* "A." → all[skill "a", any[skill "b", 2 of[skill "c", skill "d"]], open any[skill "e"] class="some things"]"#)
            .unwrap();
        let inner = Tree::AtLeast(2, vec![skill("c"), skill("d")]);
        let any = Tree::Any { parts: vec![skill("b"), inner], open: false, class: None };
        let open = Tree::Any { parts: vec![skill("e")], open: true, class: Some("some things".to_owned()) };
        assert_eq!(case.expected, [Expected::Needs(None, Tree::All(vec![skill("a"), any, open]))]);
        assert!(!case.is_negative() && case.names("skill") && !case.names("gpa"));
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        for (line, told) in [
            ("* \"A\" → degre", "no kind is called `degre`"),
            ("* \"A\" → degree level=master", "degree has no attribute `level`"),
            ("* \"A\" → degree levels=maester", "unknown variant `maester`"),
            ("* \"A\" → degree related", "degree has no attribute `related`"),
            ("* \"A\" → degree levels", "an attribute needs a value"),
            ("* \"A\" → degree or_higher=true", "a flag takes no value"),
            ("* \"A\" → gpa min=three", "`three` is no number"),
            ("* \"A\" → gpa min=3 min=4", "given twice"),
            ("* \"A\" → nothing else", "`else` is left over"),
            ("* \"A\" → all[skill, skill", "no `]`"),
            ("* \"A\" → skill \"a", "not closed"),
            ("* \"A\" → skill (gap, why)", "a gap is written"),
            ("* \"A\" -> skill", "no `\" → `"),
            ("* A\" → skill", "does not begin with a quote"),
            ("* [dutys] \"A\" → skill", "no section is called `dutys`"),
        ] {
            let error = parse(line).expect_err(line);
            assert!(error.contains(told), "{line}: {error}");
        }
    }
}
