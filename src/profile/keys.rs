//! The tables of a profile and their keys: the one place that says what a profile may hold.
//!
//! A new key is one entry here and one field in the model; messages, examples and the outline follow from it.

use super::{
    Assume, Authorization, Available, CertificateEntry, Education, LanguageEntry, Personal, Profile, Project, PublicationEntry, SkillEntry,
    Study, Wants, Weights, Whereabouts, Work, WorkEnd,
    table::{
        Key, Outline, Table, conditions, countries, date, date_or_present, flag, number, one_of, some_of, table, tables, text, texts, whole,
    },
};

/// Everything that a profile may hold, for a schema or a page of documentation.
///
/// ```
/// let outline = quals::profile::outline();
/// assert!(outline.keys.iter().any(|key| key.name == "education"));
/// ```
#[must_use]
pub fn outline() -> Outline {
    profile().outline()
}

pub(super) fn profile() -> Table<Profile> {
    let mut keys = vec![text(("name", "The candidate's name; shown, never scored."), "Mira Okafor", |p: &mut Profile, v| p.name = Some(v))];
    keys.extend(lists());
    keys.extend(single_tables());
    Table(keys)
}

/// `[[education]]` and the other tables of which there can be several.
fn lists() -> Vec<Key<Profile>> {
    vec![
        tables(("education", "Degrees, finished or under way."), education(), |p: &mut Profile| &mut p.education),
        tables(("work", "Jobs, internships, voluntary work."), work(), |p| &mut p.work),
        tables(("projects", "Projects that show skills."), project(), |p| &mut p.projects),
        tables(("skills", "What the candidate knows."), skill(), |p| &mut p.skills),
        tables(("publications", "Published work."), publication(), |p| &mut p.publications),
        tables(("languages", "Human languages."), language(), |p| &mut p.languages),
        tables(("certificates", "Certificates, licenses and registrations."), certificate(), |p| &mut p.certificates),
    ]
}

/// `[study]` and the other tables of which there is one.
fn single_tables() -> Vec<Key<Profile>> {
    vec![
        table(("study", "Today's standing as a student."), study(), |p: &mut Profile| &mut p.study),
        table(("work_authorization", "The right to work."), authorization(), |p| &mut p.work_authorization),
        table(("availability", "When and how much the candidate can work."), availability(), |p| &mut p.availability),
        table(("location", "Where the candidate lives and would work."), location(), |p| &mut p.location),
        table(("personal", "Age, traits, and what the candidate accepts."), personal(), |p| &mut p.personal),
        table(("assume", "Which lists are complete."), assume(), |p| &mut p.assume),
        table(("wants", "What the candidate looks for."), wants(), |p| &mut p.wants),
        table(("weights", "How much requirements count in the fit."), weights(), |p| &mut p.weights),
    ]
}

fn study() -> Table<Study> {
    Table(vec![
        flag(("enrolled", "Enrolled at a school or university today."), |s: &mut Study, v| s.enrolled = Some(v)),
        one_of(("year", "The year of study."), "graduate", |s, v| s.year = Some(v)),
        flag(("returning", "Goes back to studies after an internship."), |s, v| s.returning = Some(v)),
        flag(("final_requirement", "An internship would be the last requirement before graduating."), |s, v| s.final_requirement = Some(v)),
    ])
}

fn education() -> Table<Education> {
    Table(vec![
        one_of(("level", "The level of the degree."), "master", |e: &mut Education, v| e.level = Some(v)),
        one_of(("status", "How far along it is."), "enrolled", |e, v| e.status = Some(v)),
        text(("field", "The field of study."), "Computer Science", |e, v| e.field = Some(v)),
        text(("institution", "The school or university."), "ETH Zurich", |e, v| e.institution = Some(v)),
        date(("start", "The first month."), "2023-09", |e, v| e.start = Some(v)),
        date(("end", "The last month; while enrolled, the expected one."), "2027-08", |e, v| e.end = Some(v)),
        number(("gpa", "The grade, in points of `gpa_scale`."), 0.0..=110.0, "3.8", |e, v| e.gpa = Some(v)),
        number(("gpa_scale", "The best grade of the scale."), 1.0..=110.0, "4.0", |e, v| e.gpa_scale = Some(v)),
    ])
}

fn work() -> Table<Work> {
    Table(vec![
        text(("title", "The title of the job."), "Research intern", |w: &mut Work, v| w.title = Some(v)),
        text(("organization", "The employer."), "Example AG", |w, v| w.organization = Some(v)),
        one_of(("setting", "The sort of employer."), "industry", |w, v| w.setting = Some(v)),
        flag(("internship", "It was an internship or co-op."), |w, v| w.internship = v),
        date(("start", "The first month."), "2024-06", |w, v| w.start = Some(v)),
        date_or_present(("end", "The last month, or `present`."), "2024-09", |w, v| {
            w.end = Some(v.map_or(WorkEnd::Present, WorkEnd::Date))
        }),
        number(("hours_per_week", "Hours a week."), 0.0..=168.0, "40", |w, v| w.hours_per_week = Some(v)),
        texts(("skills", "Skills used."), &["Python", "SQL"], |w, v| w.skills = v),
    ])
}

fn project() -> Table<Project> {
    Table(vec![
        text(("name", "The name of the project."), "Pose from video", |p: &mut Project, v| p.name = Some(v)),
        texts(("skills", "Skills used."), &["PyTorch"], |p, v| p.skills = v),
    ])
}

fn skill() -> Table<SkillEntry> {
    Table(vec![
        text(("name", "The skill, as the candidate calls it."), "Python", |s: &mut SkillEntry, v| s.name = v).required(),
        one_of(("level", "How well; left out, it meets any level."), "proficient", |s, v| s.level = Some(v)),
        number(("years", "Years of use."), 0.0..=80.0, "5", |s, v| s.years = Some(v)),
    ])
}

fn publication() -> Table<PublicationEntry> {
    Table(vec![
        text(("title", "The title."), "A title", |p: &mut PublicationEntry, v| p.title = Some(v)),
        text(("venue", "The conference or journal."), "NeurIPS", |p, v| p.venue = Some(v)),
        whole(("year", "The year."), 1900..=2200, "2025", |p, v| p.year = i16::try_from(v).ok()),
    ])
}

fn language() -> Table<LanguageEntry> {
    Table(vec![
        text(("language", "The English name of the language."), "German", |l: &mut LanguageEntry, v| l.language = v).required(),
        one_of(("level", "How well, by CEFR or in a word."), "B2", |l, v| l.level = Some(v)),
    ])
}

fn certificate() -> Table<CertificateEntry> {
    Table(vec![
        text(("name", "The certificate, license or registration."), "First aid", |c: &mut CertificateEntry, v| c.name = v).required(),
        one_of(("status", "Held, or under way."), "held", |c, v| c.status = v),
        date(("expires", "The last month it is valid."), "2027-03", |c, v| c.expires = Some(v)),
    ])
}

fn authorization() -> Table<Authorization> {
    Table(vec![
        countries(("citizenships", "Citizenships."), &["CH"], |a: &mut Authorization, v| a.citizenships = v),
        countries(("authorized_in", "Where the candidate may work without sponsorship."), &["CH", "EU"], |a, v| a.authorized_in = v),
        countries(("permanent_resident_in", "Where the candidate is a permanent resident."), &["CH"], |a, v| a.permanent_resident_in = v),
        countries(("needs_sponsorship_in", "Where the candidate would need sponsorship."), &["US"], |a, v| a.needs_sponsorship_in = v),
        texts(("clearances", "Security clearances held; an empty list says none."), &["Secret"], |a, v| a.clearances = Some(v)),
    ])
}

fn availability() -> Table<Available> {
    Table(vec![
        date(("start", "The first day or month."), "2026-02-01", |a: &mut Available, v| a.start = Some(v)),
        date(("end", "The last day or month."), "2026-09-30", |a, v| a.end = Some(v)),
        number(("months", "The longest stay, in months."), 0.0..=600.0, "6", |a, v| a.months = Some(v)),
        number(("hours_per_week", "Hours a week."), 0.0..=168.0, "40", |a, v| a.hours_per_week = Some(v)),
        number(("days_per_week", "Days a week."), 0.0..=7.0, "5", |a, v| a.days_per_week = Some(v)),
    ])
}

fn location() -> Table<Whereabouts> {
    Table(vec![
        text(("base", "Where the candidate lives."), "Zurich, Switzerland", |l: &mut Whereabouts, v| l.base = Some(v)),
        texts(("places", "Where the candidate would work."), &["Zurich", "Munich"], |l, v| l.places = v),
        some_of(("modes", "Ways of work that the candidate accepts."), &["onsite", "hybrid"], |l, v| l.modes = v),
        flag(("relocate", "Would relocate."), |l, v| l.relocate = Some(v)),
    ])
}

fn personal() -> Table<Personal> {
    Table(vec![
        whole(("age", "Age in years."), 0..=150, "26", |p: &mut Personal, v| p.age = u32::try_from(v).ok()),
        texts(("traits", "Traits that the candidate claims."), &["communication"], |p, v| p.traits = v),
        conditions(("accepts", "Conditions that the candidate accepts."), &["travel"], |p, v| p.accepts = v),
        conditions(("refuses", "Conditions that the candidate refuses."), &["shift"], |p, v| p.refuses = v),
    ])
}

fn assume() -> Table<Assume> {
    let about = "The lists that say no to what they lack.";
    Table(vec![some_of(("complete", about), &["education", "work"], |a: &mut Assume, v| a.complete = v)])
}

fn wants() -> Table<Wants> {
    Table(vec![
        some_of(("employment", "Forms of employment."), &["internship"], |w: &mut Wants, v| w.employment = v),
        texts(("places", "Places."), &["Switzerland"], |w, v| w.places = v),
        some_of(("modes", "Ways of work."), &["remote"], |w, v| w.modes = v),
        number(("min_salary", "The least pay a year."), 0.0..=1e9, "60000", |w, v| w.min_salary = Some(v)),
        texts(("exclude_companies", "Companies to leave out."), &["Example AG"], |w, v| w.exclude_companies = v),
    ])
}

fn weights() -> Table<Weights> {
    Table(vec![
        number(("required", "The weight of a required requirement."), 0.0..=1000.0, "3", |w: &mut Weights, v| w.required = v),
        number(("preferred", "The weight of a preferred one."), 0.0..=1000.0, "1", |w, v| w.preferred = v),
    ])
}
