//! `--with 'skills=Kubernetes:working'`: a profile as it would be, which touches no file.

use crate::{exit::Failure, output::Output};
use jiff::civil::Date;
use quals::{
    Engine,
    profile::{
        self, Profile,
        edit::{Assignment, assign},
    },
};
use std::collections::BTreeSet;

/// A profile with some facts set; warns of names in them that the vocabulary does not know.
pub(crate) fn altered(
    profile: &Profile,
    with: &[Assignment],
    engine: &Engine,
    as_of: Date,
    output: &mut Output,
) -> Result<Profile, Failure> {
    let named = with.iter().map(|it| format!("`--with {it}`")).collect::<Vec<_>>().join(" and ");
    let text = assign(profile.text(), with).map_err(|error| Failure::Input(format!("{named}: {error}")))?;
    let checked = profile::read(&profile.source, &text, engine.taxonomy());
    let Some(altered) = checked.profile else {
        let mistake = checked.diagnostics.iter().find(|told| told.is_error());
        let why = mistake.map(|told| match &told.help {
            Some(help) => format!("{}; {help}", told.message),
            None => told.message.clone(),
        });
        return Err(Failure::Input(format!("{named}: {}", why.unwrap_or_else(|| "the profile would have a mistake".to_owned()))));
    };
    let told = |profile: &Profile| notes(profile, engine, as_of).into_iter().collect::<BTreeSet<String>>();
    for note in told(&altered).difference(&told(profile)) {
        output.tell("warning", &format!("{named}: {note}"));
    }
    Ok(altered)
}

/// What there is to say of the facts and names of a profile, without their places.
fn notes(profile: &Profile, engine: &Engine, as_of: Date) -> Vec<String> {
    let checked = profile::read(&profile.source, profile.text(), engine.taxonomy());
    let names = profile::check_vocabulary(profile, engine.taxonomy());
    let told = checked.diagnostics.into_iter().chain(profile::check_as_of(profile, as_of)).chain(names);
    told.map(|told| told.help.map_or(told.message.clone(), |help| format!("{}; {help}", told.message))).collect()
}
