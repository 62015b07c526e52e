//! Coverage as an interval: how much of a thing is shown for certain, and how much at most.
//!
//! Met is `1..1`, unmet `c..c` with `c < 1` (2 of 3 years is `0.67..0.67`), unknown `c..1`. Parts combine by [`at_least`]: the mean of the
//! best k. Rounding never turns an unmet part into a met whole: what is not wholly covered stays below 1.

use serde::{Serialize, Serializer, ser::SerializeTuple};

/// The greatest number below 1.
const BELOW_ONE: f64 = 1.0 - f64::EPSILON / 2.0;

/// What is known of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Truth {
    /// It holds.
    Met,
    /// It does not hold.
    Unmet,
    /// The facts at hand do not say.
    Unknown,
}

/// An interval of coverage within 0 and 1.
///
/// ```
/// use quals::logic::{Bounds, Truth};
/// assert_eq!(Bounds::unmet(2.0 / 3.0).truth(), Truth::Unmet);
/// assert_eq!(Bounds::UNKNOWN.truth(), Truth::Unknown);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    lo: f64,
    hi: f64,
}

impl Bounds {
    /// Wholly covered.
    pub const MET: Self = Self { lo: 1.0, hi: 1.0 };
    /// Not covered at all.
    pub const UNMET: Self = Self { lo: 0.0, hi: 0.0 };
    /// Anything from nothing to all.
    pub const UNKNOWN: Self = Self { lo: 0.0, hi: 1.0 };

    /// Unmet, with the part that is covered; a part of 1 or more is taken as just below 1.
    #[must_use]
    pub fn unmet(part: f64) -> Self {
        let part = below_one(part);
        Self { lo: part, hi: part }
    }

    /// Unknown, with the part that is covered for certain.
    #[must_use]
    pub fn unknown(part: f64) -> Self {
        Self { lo: below_one(part), hi: 1.0 }
    }

    /// Met where `have` reaches `need`, else unmet with their ratio.
    #[must_use]
    pub fn ratio(have: f64, need: f64) -> Self {
        if have >= need { Self::MET } else { Self::unmet(have / need) }
    }

    /// What is covered for certain.
    #[must_use]
    pub fn lo(self) -> f64 {
        self.lo
    }

    /// What is covered at most.
    #[must_use]
    pub fn hi(self) -> f64 {
        self.hi
    }

    /// Met where all is covered for certain, unmet where it cannot be.
    #[must_use]
    pub fn truth(self) -> Truth {
        if self.lo >= 1.0 {
            Truth::Met
        } else if self.hi < 1.0 {
            Truth::Unmet
        } else {
            Truth::Unknown
        }
    }

    /// The same, but for a list that is open: what it lacks is unknown instead of unmet.
    #[must_use]
    pub fn opened(self) -> Self {
        Self { lo: self.lo, hi: 1.0 }
    }

    /// The better of two.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self { lo: self.lo.max(other.lo), hi: self.hi.max(other.hi) }
    }

    /// All that either leaves open: what holds whichever of the two is right.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self { lo: self.lo.min(other.lo), hi: self.hi.max(other.hi) }
    }

    /// The worse of two.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        Self { lo: self.lo.min(other.lo), hi: self.hi.min(other.hi) }
    }
}

impl Serialize for Bounds {
    /// Writes `[lo, hi]`, to four decimals; only what is wholly covered is written as 1.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut pair = serializer.serialize_tuple(2)?;
        for value in [self.lo, self.hi] {
            if value >= 1.0 {
                pair.serialize_element(&1)?;
            } else if value <= 0.0 {
                pair.serialize_element(&0)?;
            } else {
                pair.serialize_element(&((value * 1e4).round() / 1e4).min(0.9999))?;
            }
        }
        pair.end()
    }
}

fn below_one(part: f64) -> f64 {
    if part.is_nan() { 0.0 } else { part.clamp(0.0, BELOW_ONE) }
}

/// The mean of the `k` best of `values`; 1 only where `k` of them are.
fn mean_of_best(values: impl Iterator<Item = f64>, k: usize) -> f64 {
    let mut sorted: Vec<f64> = values.collect();
    if k < sorted.len() {
        sorted.sort_by(|a, b| b.total_cmp(a));
        sorted.truncate(k);
    }
    let mut mean = Mean::default();
    sorted.into_iter().for_each(|value| mean.add(value));
    mean.of(k)
}

/// A sum of values, and how many of them are whole.
#[derive(Debug, Default)]
struct Mean {
    sum: f64,
    whole: usize,
}

impl Mean {
    fn add(&mut self, value: f64) {
        self.sum += value;
        self.whole += usize::from(value >= 1.0);
    }

    /// The sum over `k`, which no more than `k` values made; 1 only where `k` of them are.
    fn of(&self, k: usize) -> f64 {
        if self.whole == k {
            return 1.0;
        }
        #[expect(clippy::cast_precision_loss, reason = "a requirement has few parts")]
        let mean = self.sum / k.max(1) as f64;
        below_one(mean)
    }
}

/// How many parts of a combination are needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needed {
    /// Every part.
    All,
    /// So many of them; more than there are parts is taken as all.
    AtLeast(usize),
}

/// Combines parts by strong Kleene logic with coverage: *all* is the mean, *any* (at least 1) the maximum, *at least k* the sum of the
/// k best over k.
///
/// `None` is a part that is assumed to hold. It fills one of the places needed and is not counted: all of an assumed and a met part is met.
/// Where assumed parts fill every place, the whole is assumed, whatever the others are: `None`.
#[must_use]
pub fn at_least(needed: Needed, parts: &[Option<Bounds>]) -> Option<Bounds> {
    let places = match needed {
        Needed::All => return all_of(parts.iter().copied()),
        Needed::AtLeast(k) => k.clamp(1, parts.len().max(1)),
    };
    if places == 1 {
        return any_of(parts.iter().copied());
    }
    let known = || parts.iter().flatten();
    let k = places.saturating_sub(parts.len() - known().count());
    if k == 0 {
        return None;
    }
    Some(Bounds { lo: mean_of_best(known().map(|b| b.lo), k), hi: mean_of_best(known().map(|b| b.hi), k) })
}

/// All of the parts: the mean of those that are not assumed.
pub(super) fn all_of(parts: impl Iterator<Item = Option<Bounds>>) -> Option<Bounds> {
    let (mut lo, mut hi, mut count) = (Mean::default(), Mean::default(), 0);
    for part in parts.flatten() {
        lo.add(part.lo);
        hi.add(part.hi);
        count += 1;
    }
    (count > 0).then(|| Bounds { lo: lo.of(count), hi: hi.of(count) })
}

/// Any of the parts: the maximum; assumed where one is.
pub(super) fn any_of(mut parts: impl Iterator<Item = Option<Bounds>>) -> Option<Bounds> {
    parts.try_fold(Bounds::UNMET, |best, part| part.map(|part| best.or(part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_of_an_unmet_and_an_unknown_part_is_unmet() {
        let both = at_least(Needed::All, &[Some(Bounds::unmet(0.5)), Some(Bounds::UNKNOWN)]).unwrap();
        assert_eq!(both.truth(), Truth::Unmet);
        assert!((both.lo() - 0.25).abs() < 1e-12 && (both.hi() - 0.75).abs() < 1e-12);
    }

    #[test]
    fn a_sliver_short_of_met_is_unmet_among_many() {
        let mut parts = vec![Some(Bounds::MET); 200];
        parts.push(Some(Bounds::unmet(1.0)));
        assert_eq!(at_least(Needed::All, &parts).unwrap().truth(), Truth::Unmet);
    }

    #[test]
    fn thirds_add_up() {
        let thirds = [Some(Bounds::unmet(1.0 / 3.0)); 3];
        assert!((at_least(Needed::All, &thirds).unwrap().lo() - 1.0 / 3.0).abs() < 1e-12);
        assert_eq!(at_least(Needed::All, &[Some(Bounds::MET); 3]), Some(Bounds::MET));
    }

    #[test]
    fn assumed_parts_fill_their_place_only() {
        assert_eq!(at_least(Needed::All, &[None, Some(Bounds::MET)]), Some(Bounds::MET));
        assert_eq!(at_least(Needed::All, &[None, Some(Bounds::UNMET)]), Some(Bounds::UNMET));
        assert_eq!(at_least(Needed::All, &[None, None]), None);
        assert_eq!(at_least(Needed::AtLeast(1), &[None, Some(Bounds::UNMET)]), None);
        assert_eq!(at_least(Needed::AtLeast(1), &[None, Some(Bounds::MET)]), None);
        assert_eq!(at_least(Needed::AtLeast(2), &[None, Some(Bounds::MET), Some(Bounds::UNMET)]), Some(Bounds::MET));
    }

    #[test]
    fn bounds_are_written_as_a_pair() {
        let text = |b: Bounds| serde_json::to_string(&b).unwrap();
        assert_eq!(text(Bounds::MET), "[1,1]");
        assert_eq!(text(Bounds::unknown(2.0 / 3.0)), "[0.6667,1]");
        assert_eq!(text(Bounds::unmet(1.0)), "[0.9999,0.9999]");
    }
}
