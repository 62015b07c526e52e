//! Degrees that no name of a degree names: "a program of study with a major in X", "Enrolled in a Mechanical Engineering program",
//! "graduation from an accredited university", "the course of study must be in X".

use super::{
    Degree, DegreeLevel, DegreeStatus,
    fields::{field_list, fields_end},
    lead_in,
    tail::tail,
};
use crate::{
    kind::{Mention, Predicate},
    line::Line,
    taxonomy::Family,
};

/// Degrees that no name of a degree names: "pursuing a degree" is vocabulary, "in a program of study … with a major in X" and
/// "Enrolled in a Mechanical Engineering program" are read here.
pub(super) fn read(line: &Line<'_>, out: &mut Vec<Mention>) {
    let schools = [
        "graduation|graduate from an|a accredited|recognized _4 college|university or? college|university?",
        "graduation|graduate|graduated of|from an|a accredited|recognized|recognised|approved _3 school|program|programme",
    ];
    if let Some(words) = schools.iter().find_map(|school| line.search(school, 0..line.len())).filter(|_| out.is_empty()) {
        // "Graduation from an accredited four-year college or university"
        let four = line.find(words.clone(), &["four", "4"]).is_some();
        let mut found = Degree {
            text: line.phrase(&words).to_owned(),
            levels: if four { vec![DegreeLevel::Bachelor] } else { Vec::new() },
            status: Some(DegreeStatus::Completed),
            // "Graduate of an accredited nursing program"
            fields: line.labels_in(Family::Field, words.clone()).map(|field| line.phrase(&field.words).to_owned()).collect(),
            related_fields: false,
            or_higher: false,
            or_equivalent: false,
        };
        let end = tail(line, words.end, &mut found);
        out.push(Mention::of("degree: graduation", words.start..end, Predicate::Degree(found)));
        return;
    }
    if let Some(found) = course(line).filter(|_| out.is_empty()) {
        out.push(found);
        return;
    }
    let enrolled = line.search("enrolled|registered|majoring|pursuing|studying in|a|an|the? one|a|an|the?", 0..line.len());
    let Some(lead) = enrolled else { return };
    if out.iter().any(|m| m.words.start <= lead.start + 3 && lead.start <= m.words.end)
        || line.is_one_of(
            lead.start.saturating_sub(1),
            &["not", "patients", "clients", "children", "members", "participants", "residents", "people", "families"],
        )
    {
        return;
    }
    let program = line.find(lead.end..(lead.end + 12).min(line.len()), &["program", "programme", "programs", "course", "curriculum"]);
    let mut found = Degree {
        text: String::new(),
        levels: Vec::new(),
        status: Some(DegreeStatus::Enrolled),
        fields: Vec::new(),
        related_fields: false,
        or_higher: false,
        or_equivalent: false,
    };
    let mut end = lead.end;
    if let Some(at) = program {
        if line.labels_in(Family::Field, lead.end..at).next().is_some() {
            found.fields = field_list(line, lead.end..at, &mut Degree { ..found.clone() });
        }
        end = line.matches("of study", at + 1).unwrap_or(at + 1);
        found.related_fields = line.find(lead.start..end, &["related", "relevant", "similar"]).is_some();
        found.text = line.phrase(&(lead.start..end)).to_owned();
        end = tail(line, end, &mut found);
    } else if line.is_one_of(lead.start, &["majoring", "studying"])
        && let stop = fields_end(line, lead.end)
        && line.labels_in(Family::Field, lead.end..stop).next().is_some()
    {
        // "studying physics", not "studying for a career"
        found.fields = field_list(line, lead.end..stop, &mut found.clone());
        found.text = line.phrase(&(lead.start..stop)).to_owned();
        end = tail(line, stop, &mut found);
    }
    if (!found.fields.is_empty() || found.related_fields) && !found.text.is_empty() {
        out.push(Mention::of("degree: unnamed", lead_in(line, lead.start)..end, Predicate::Degree(found)));
    }
}

/// "Your course of study should be related to physics", "The major must be accounting or finance", "Majors: history, law".
fn course(line: &Line<'_>) -> Option<Mention> {
    const COURSES: &[&str] = &[
        "course|field|area|program|programme of study should|must|shall be? closely? related? in|to|within? a|an|the?",
        "major|majors should|must|shall be? closely? related? in|to|within? a|an|the?",
        "students|candidates|applicants with|pursuing a? major|majors in a|an|the?",
    ];
    const LABELS: &[&str] = &["preferred|required|desired? majors|major :", "preferred|required|desired? fields|field of study :"];
    let said = COURSES.iter().find_map(|wording| line.search(wording, 0..line.len()));
    let lead = said.or_else(|| LABELS.iter().find_map(|label| line.matches(label, 0)).map(|end| 0..end))?;
    let end = fields_end(line, lead.end);
    line.labels_in(Family::Field, lead.end..end).next()?;
    let named = line.find(lead.clone(), &["should", "must", "shall", ":"]).unwrap_or(lead.end);
    let mut found = Degree {
        text: line.phrase(&(lead.start..named)).to_owned(),
        levels: Vec::new(),
        status: Some(DegreeStatus::Enrolled),
        fields: Vec::new(),
        related_fields: line.find(lead.clone(), &["related"]).is_some(),
        or_higher: false,
        or_equivalent: false,
    };
    found.fields = field_list(line, lead.end..end, &mut found);
    let words = lead.start..tail(line, end, &mut found);
    (!found.fields.is_empty()).then(|| Mention::of("degree: course of study", words, Predicate::Degree(found)))
}
