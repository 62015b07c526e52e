//! The right to work, by country. A citizen is authorized; a US person is a citizen or permanent resident of the United States.
//!
//! A country that no list of `[work_authorization]` names is unknown. Where the text names no country, it is the posting's.

use super::{AuthorizationStatus, Sponsorship, WorkAuthorization};
use crate::{
    kind::{Candidate, Context},
    logic::{Bounds, Evidence, Verdict},
};

const PATH: &str = "work_authorization";

/// Holds a right to work against the profile's.
pub(in crate::kind) fn judge(candidate: &Candidate<'_>, context: &Context<'_>, asked: &WorkAuthorization) -> Verdict {
    let statuses = if asked.status.is_empty() { &[AuthorizationStatus::Authorized] } else { asked.status.as_slice() };
    if asked.sponsorship == Some(Sponsorship::Available) && statuses == [AuthorizationStatus::Authorized] {
        return Verdict::met(Evidence::new(PATH, "sponsorship is available"));
    }
    let countries = countries(candidate, context, asked, statuses);
    let each = countries.iter().flat_map(|country| statuses.iter().map(move |status| one(candidate, *status, country)));
    each.reduce(Verdict::or).unwrap_or_else(|| Verdict::unknown([PATH]))
}

/// The countries asked, each with the groups it belongs to; else the posting's own, else the United States where a US person is asked.
fn countries(
    candidate: &Candidate<'_>,
    context: &Context<'_>,
    asked: &WorkAuthorization,
    statuses: &[AuthorizationStatus],
) -> Vec<Vec<String>> {
    let codes = |list: &[String]| {
        list.iter().map(|place| candidate.countries.codes(candidate.taxonomy, place)).filter(|codes| !codes.is_empty()).collect()
    };
    if !asked.countries.is_empty() {
        return codes(&asked.countries);
    }
    if statuses.contains(&AuthorizationStatus::UsPerson) {
        return vec![vec!["US".to_owned()]];
    }
    codes(&context.posting.locations)
}

/// One status in one country.
fn one(candidate: &Candidate<'_>, status: AuthorizationStatus, country: &[String]) -> Verdict {
    let rights = &candidate.rights;
    let citizenship = if status == AuthorizationStatus::Authorized { Reach::Fellows } else { Reach::Own };
    let citizen = find(&rights.citizenships, country, "citizenships", citizenship);
    let resident = find(&rights.permanent_resident_in, country, "permanent_resident_in", Reach::Own);
    let authorized = find(&rights.authorized_in, country, "authorized_in", Reach::Members);
    let sponsored = find(&rights.needs_sponsorship_in, country, "needs_sponsorship_in", Reach::Members);
    let shown = match status {
        AuthorizationStatus::Authorized => authorized.clone().or(citizen.clone()).or(resident.clone()),
        AuthorizationStatus::Citizen => citizen.clone(),
        AuthorizationStatus::PermanentResident => resident.clone(),
        AuthorizationStatus::UsPerson => citizen.clone().or(resident.clone()),
    };
    if let Some(evidence) = shown {
        return Verdict::met(evidence);
    }
    match sponsored.or(authorized).or(resident).or(citizen) {
        Some(evidence) => Verdict::new(Bounds::UNMET, vec![evidence]),
        None => Verdict::unknown([format!("{PATH}.authorized_in")]),
    }
}

/// How far an entry of a list reaches beyond the country it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// To that country alone.
    Own,
    /// A group of countries reaches to its members: `EU`.
    Members,
    /// A citizenship reaches to the fellow members of the European Union.
    Fellows,
}

/// The entry of a list that reaches to the country.
fn find(list: &[Vec<String>], country: &[String], key: &str, reach: Reach) -> Option<Evidence> {
    let own = country.first()?;
    let in_union = |codes: &[String]| codes.iter().any(|code| code == "EU");
    let fits = |codes: &[String]| match codes.first() {
        Some(code) if code == own => true,
        Some(code) if reach != Reach::Own && country.contains(code) => true,
        _ => reach == Reach::Fellows && in_union(codes) && in_union(country),
    };
    let (i, codes) = list.iter().enumerate().find(|(_, codes)| fits(codes))?;
    let entry = codes.first()?;
    let via = if entry == own { Vec::new() } else { vec![entry.clone(), own.clone()] };
    Some(Evidence::new(format!("{PATH}.{key}[{i}]"), entry).via(via))
}

#[cfg(test)]
mod tests {
    use crate::{
        kind::judge::testing::{label, verdict_in},
        logic::Label,
        posting::Posting,
        profile::{Authorization, Profile},
    };
    use serde_json::json;

    fn swiss() -> Profile {
        let list = |codes: &[&str]| codes.iter().map(|c| (*c).to_owned()).collect();
        let work_authorization = Authorization {
            citizenships: list(&["CH"]),
            authorized_in: list(&["CH", "EU"]),
            needs_sponsorship_in: list(&["US"]),
            ..Authorization::default()
        };
        Profile { work_authorization, ..Profile::default() }
    }

    fn asked(status: &str, country: &str) -> serde_json::Value {
        json!({"kind": "work_authorization", "status": [status], "countries": [country]})
    }

    #[test]
    fn a_group_reaches_its_members_and_who_needs_a_sponsor_is_not_authorized() {
        assert_eq!(label(&swiss(), asked("authorized", "Germany")), Label::Met);
        assert_eq!(label(&swiss(), asked("authorized", "CH")), Label::Met);
        assert_eq!(label(&swiss(), asked("authorized", "United States")), Label::Unmet);
        assert_eq!(label(&swiss(), asked("citizen", "US")), Label::Unmet);
        assert_eq!(label(&swiss(), asked("authorized", "Japan")), Label::Unknown);
    }

    #[test]
    fn a_citizen_is_authorized_also_in_fellow_member_states() {
        let mut profile = Profile::default();
        profile.work_authorization.citizenships = vec!["FR".into()];
        assert_eq!(label(&profile, asked("authorized", "DE")), Label::Met);
        assert_eq!(label(&profile, asked("citizen", "DE")), Label::Unknown);
        profile.work_authorization = Authorization { authorized_in: vec!["FR".into()], ..Authorization::default() };
        assert_eq!(label(&profile, asked("authorized", "DE")), Label::Unknown);
    }

    #[test]
    fn a_us_person_is_a_citizen_or_permanent_resident() {
        let mut profile = Profile::default();
        profile.work_authorization.permanent_resident_in = vec!["US".into()];
        assert_eq!(label(&profile, json!({"kind": "work_authorization", "status": ["us_person"]})), Label::Met);
        assert_eq!(label(&profile, asked("citizen", "US")), Label::Unmet);
    }

    #[test]
    fn the_country_is_the_posting_s_where_the_text_names_none() {
        let posting = Posting { locations: vec!["Atlanta".into()], ..Posting::default() };
        let none = json!({"kind": "work_authorization", "sponsorship": "none"});
        assert_eq!(verdict_in(&swiss(), &posting, none.clone()).label(), Label::Unmet);
        assert_eq!(label(&swiss(), none), Label::Unknown);
        let available = json!({"kind": "work_authorization", "sponsorship": "available"});
        assert_eq!(verdict_in(&swiss(), &posting, available).label(), Label::Met);
    }
}
