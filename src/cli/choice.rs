//! Options whose values are names of the library: `--standing eligible,unclear`, `--columns rank,fit,title`.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use quals::{
    posting::{Employment, Workplace},
    rank::{SortKey, Standing},
    report::Column,
};

/// Reads one of the names as the value it stands for.
fn parser<T: Copy + Send + Sync + 'static>(choices: Vec<(&'static str, T)>) -> impl TypedValueParser<Value = T> {
    let names: Vec<&'static str> = choices.iter().map(|(name, _)| *name).collect();
    PossibleValuesParser::new(names).try_map(move |name| {
        let found = choices.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        found.ok_or("it is no name of the list")
    })
}

/// A standing.
pub(crate) fn standing() -> impl TypedValueParser<Value = Standing> {
    parser(Standing::ALL.iter().map(|it| (it.name(), *it)).collect())
}

/// A column.
pub(crate) fn column() -> impl TypedValueParser<Value = Column> {
    parser(Column::ALL.iter().map(|it| (it.name(), *it)).collect())
}

/// What rows are shown by.
pub(crate) fn sort() -> impl TypedValueParser<Value = SortKey> {
    parser(SortKey::ALL.to_vec())
}

/// A way of work.
pub(crate) fn mode() -> impl TypedValueParser<Value = Workplace> {
    parser(vec![("onsite", Workplace::Onsite), ("hybrid", Workplace::Hybrid), ("remote", Workplace::Remote)])
}

/// A form of employment.
pub(crate) fn employment() -> impl TypedValueParser<Value = Employment> {
    parser(vec![
        ("internship", Employment::Internship),
        ("full_time", Employment::FullTime),
        ("part_time", Employment::PartTime),
        ("contract", Employment::Contract),
        ("temporary", Employment::Temporary),
        ("apprenticeship", Employment::Apprenticeship),
        ("volunteer", Employment::Volunteer),
    ])
}
