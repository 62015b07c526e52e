//! The figures that reading must not fall below, in `floors.toml`.
//!
//! A figure below its floor, one without a floor and a floor without a figure are complaints. Raising writes every figure that is above its
//! floor, or has none, as the new floor; it lowers nothing.

use crate::figures::Figures;
use std::fmt::Write;

/// What stands above the floors in the file.
const HEADER: &str = "\
# What reading the postings of this folder must reach, written by `RAISE_FLOORS=1 cargo test --release --test corpus`.
# F1 from 0 to 1, shares in percent; see docs/annotation.md. A floor falls only by hand, with the reason in the commit.
";

/// Reads `floors.toml`.
///
/// # Errors
///
/// Where it is not a TOML file of tables with numbers.
pub(crate) fn parse(text: &str) -> Result<Figures, String> {
    toml::from_str(text).map_err(|e| format!("floors.toml: {e}"))
}

/// The text of `floors.toml`, the figures over all kinds first.
pub(crate) fn render(floors: &Figures) -> String {
    let mut out = HEADER.to_owned();
    let (all, kinds): (Vec<_>, Vec<_>) = floors.iter().partition(|(group, _)| *group == "all");
    for (group, figures) in all.into_iter().chain(kinds) {
        writeln!(out, "\n[{group}]").unwrap();
        figures.iter().for_each(|(name, floor)| writeln!(out, "{name} = {floor:?}").unwrap());
    }
    out
}

/// What is wrong with the figures.
pub(crate) fn complaints(figures: &Figures, floors: &Figures) -> Vec<String> {
    let mut out = Vec::new();
    for (group, name, figure) in flat(figures) {
        match get(floors, group, name) {
            Some(floor) if figure < floor => out.push(format!("{group}: {name} is {figure}, below its floor {floor}")),
            Some(_) => {}
            None => out.push(format!("{group}: {name} has no floor in floors.toml; it is {figure}")),
        }
    }
    let lost = flat(floors).filter(|(group, name, _)| get(figures, group, name).is_none());
    out.extend(lost.map(|(group, name, _)| format!("{group}: {name} has a floor, but nothing is measured")));
    out
}

/// The floors, with what is higher in `figures`.
pub(crate) fn raised(figures: &Figures, floors: &Figures) -> Figures {
    let mut out = floors.clone();
    for (group, name, figure) in flat(figures) {
        let floor = out.entry(group.to_owned()).or_default().entry(name.to_owned()).or_insert(figure);
        *floor = floor.max(figure);
    }
    out
}

/// Every figure with its group and name.
pub(crate) fn flat(figures: &Figures) -> impl Iterator<Item = (&str, &str, f64)> {
    figures.iter().flat_map(|(group, them)| them.iter().map(move |(name, figure)| (group.as_str(), name.as_str(), *figure)))
}

pub(crate) fn get(figures: &Figures, group: &str, name: &str) -> Option<f64> {
    figures.get(group)?.get(name).copied()
}

#[test]
fn a_floor_holds() {
    let floors = parse("[all]\nfaithful = 100.0\n\n[skill]\nexact = 0.7\nfound = 0.8\n").unwrap();
    let with = |exact: f64| parse(&format!("[all]\nfaithful = 100.0\n[skill]\nexact = {exact:?}\nfound = 0.8")).unwrap();
    assert_eq!(complaints(&floors, &floors), Vec::<String>::new());
    assert_eq!(complaints(&with(0.71), &floors).len(), 0);
    assert_eq!(complaints(&with(0.6999), &floors).len(), 1);
    assert_eq!(complaints(&parse("[all]\nfaithful = 100.0").unwrap(), &floors).len(), 2);
    assert_eq!(complaints(&floors, &parse("[skill]\nexact = 0.7\nfound = 0.8").unwrap()).len(), 1);
    assert_eq!(raised(&with(0.6), &floors), floors);
    assert_eq!(raised(&with(0.9), &floors), with(0.9));
    assert_eq!(raised(&floors, &Figures::new()), floors);
    assert_eq!(parse(&render(&floors)).unwrap(), floors);
    assert!(parse("[skill]\nexact = \"high\"").is_err());
}
