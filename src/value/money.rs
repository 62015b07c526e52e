//! Sums of money: `$131,500 and $243,300`, `£12.60 per hour`, `USD 2500-3000 per month`, `90k-100k`, `from $13/hr`.
//!
//! Tells how much, in which currency, for what time. Sums that no one is paid for work are left out where the words beside them
//! show it: `$2 billion`, `$500 sign-on bonus`, `401k`. Whether a sum is the pay of a posting is for the callers to say.

use super::{
    numeral::Range,
    pattern::{pattern, starts_free},
};
use crate::text::{Finder, Span, digits::has_digit};
use regex::{Captures, Match, Regex};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// The time that a pay is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PayPeriod {
    /// A year.
    Year,
    /// A month.
    Month,
    /// A week.
    Week,
    /// A day.
    Day,
    /// An hour.
    Hour,
}

/// A sum or a range of sums.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Money {
    /// From and to; both the same where one sum is stated.
    pub amount: Range,
    /// ISO 4217 code; a bare `$` is USD.
    pub currency: Option<&'static str>,
    /// The time it is for, where the phrase says so.
    pub period: Option<PayPeriod>,
    /// The phrase, its period included.
    pub span: Span,
}

/// Signs and codes of currencies; longer ones first.
const CURRENCIES: [(&str, &str); 32] = [
    ("us$", "USD"),
    ("usd$", "USD"),
    ("usd", "USD"),
    ("ca$", "CAD"),
    ("cad$", "CAD"),
    ("cad", "CAD"),
    ("c$", "CAD"),
    ("aud$", "AUD"),
    ("aud", "AUD"),
    ("au$", "AUD"),
    ("a$", "AUD"),
    ("s$", "SGD"),
    ("sgd", "SGD"),
    ("nz$", "NZD"),
    ("nzd", "NZD"),
    ("hk$", "HKD"),
    ("hkd", "HKD"),
    ("gbp", "GBP"),
    ("eur", "EUR"),
    ("chf", "CHF"),
    ("inr", "INR"),
    ("rs", "INR"),
    ("sek", "SEK"),
    ("dkk", "DKK"),
    ("nok", "NOK"),
    ("pln", "PLN"),
    ("zar", "ZAR"),
    ("$", "USD"),
    ("£", "GBP"),
    ("€", "EUR"),
    ("₹", "INR"),
    ("¥", "JPY"),
];

/// `$`, `US$`, `EUR`, `(USD)`.
const SIGN: &str = r"\(?(?:(?:\b(?:US|USD|CA|CAD|C|AUD|AU|A|S|NZ|HK)\s?)?\$|£|€|₹|¥|\b(?:USD|CAD|AUD|SGD|NZD|HKD|GBP|EUR|CHF|INR|Rs|SEK|DKK|NOK|PLN|ZAR)\b\.?)\)?";

/// The codes of three letters of [`SIGN`] that stand without a `$`.
static CODES: LazyLock<Finder> = LazyLock::new(|| {
    Finder::new(["usd", "cad", "aud", "sgd", "nzd", "hkd", "gbp", "eur", "chf", "inr", "sek", "dkk", "nok", "pln", "zar"])
});

/// `131,500`, `4,50,000`, `2.651,00`, `15.87`, `90k`.
const AMOUNT: &str =
    r"(?:\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:[,.']\d{3})+(?:\s?[.,]\d{2})?|\d{1,7}(?:\s?[.,]\d{1,2})?)(?:\s?k\b)?(?:\s?\+)?";

/// `per hour`, `/yr`, `annually`, `a month`, `gross per month`.
const PERIOD: &str = r"(?:\s*(?:\(?gross\)?|usd|cad|base)\b)?(?:\s*(?:/|\bper\b|\bp[./]|\beach\b|\ban?\b)\s*(?:hour|hr|year|yr|annum|month|mo|week|wk|day|diem|h|a)\b|\s*[(/]?\s*\b(?:hourly|annually|annual|yearly|monthly|weekly|daily|pcm|pa|p\.a|p\.h|year|hour)\b)\.?";

/// Words that may stand between the two ends of a range: `(scale 9)`, `for an undergrad`.
const ASIDE: &str = r"(?:\s*\((?u:[^()$£€]*)\)|\s+for\s+an?\s+\w+)?";

/// `between $131,500 and $243,300`, `€ 2,651 (scale 9) and € 3,997`, `$15.87 - $44.23 an hour`, `up to £14.13`.
static SUM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?:(?P<most>up\s+to|maximum(?:\s+of)?|as\s+much\s+as|max\.?)\s*|(?P<least>from|starting\s+(?:at|from)|starts?\s+at|at\s+least|minimum(?:\s+of)?|over)\s*)?(?P<sign>{SIGN}\s?)?(?P<low>{AMOUNT})(?:\s?(?P<after>{SIGN}))?(?P<p1>{PERIOD})?(?:{ASIDE}\s*(?:-|–|—|\bto\b|\band\b|\bor\b|/)(?:\s+up\s+to)?\s*(?P<sign2>{SIGN}\s?)?(?P<high>{AMOUNT})(?:\s?(?P<after2>{SIGN}))?)?(?P<p2>{ASIDE}{PERIOD})?"
    ))
});

/// `hourly rate of`, `annual salary:`, `per hour:` before a sum.
static PERIOD_BEFORE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?:hourly|per\s+hour|annual(?:ly)?|per\s+(?:year|annum)|yearly|monthly|per\s+month|weekly|daily)\b"));

/// What follows a sum that is no pay: `million`, `sign-on bonus`, `(k)`.
static NO_PAY_BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^\s?(?:million|billion|trillion|mil\b|bn\b|mm?\b|b\b|%|\(k\)|\+?\s?(?:in|of)\s+(?:sales|revenue|funding|assets|annual)|(?:[\w-]+\s+){0,3}(?:bonus|bonuses|referral|reimbursement|allowance|discount|budget|deductible|fee|credit|voucher|scholarship|donation)\b)",
    )
});

/// Finds the sums of money in a text, left to right: every one has a currency, or thousands (`90k-100k`) with a range.
#[must_use]
pub fn find(text: &str) -> Vec<Money> {
    read_all(text, false)
}

/// Finds sums in a text that is known to state pay, such as what follows `Salary:`; there `45,000 - 50,000` needs no currency.
#[must_use]
pub fn find_in_pay(text: &str) -> Vec<Money> {
    read_all(text, true)
}

fn read_all(text: &str, bare: bool) -> Vec<Money> {
    if !has_digit(text) || !bare && !may_be_signed(text) {
        return Vec::new();
    }
    // A number is no sum without a sign: most need not be taken apart.
    let sums = SUM.find_iter(text).filter(|sum| bare || may_be_signed(sum.as_str()));
    sums.filter_map(|sum| read(text, &SUM.captures_at(text, sum.start())?, bare)).collect()
}

/// A quick look: whether a sign or code of a currency stands in a text, or thousands do (`90k`), without which no sum counts.
fn may_be_signed(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.iter().all(|b| b.is_ascii_digit() || matches!(b, b' ' | b',' | b'.' | b'-')) {
        return false; // a bare number
    }
    memchr::memchr(b'$', bytes).is_some()
        || !text.is_ascii() && ["£", "€", "₹", "¥"].iter().any(|sign| text.contains(sign))
        || memchr::memchr2_iter(b'k', b'K', bytes).any(|at| {
            let before = bytes.get(..at).unwrap_or_default();
            before.strip_suffix(b" ").or_else(|| before.strip_suffix(b"\n")).unwrap_or(before).last().is_some_and(u8::is_ascii_digit)
        })
        || CODES.any(text, |_, code| stands_alone(bytes, code))
        || memchr::memchr2_iter(b'r', b'R', bytes)
            .any(|at| matches!(bytes.get(at + 1), Some(b's' | b'S')) && stands_alone(bytes, at..at + 2))
}

/// Whether no letter, digit or underscore stands at either end of a word.
fn stands_alone(text: &[u8], word: std::ops::Range<usize>) -> bool {
    let free = |at: Option<usize>| at.and_then(|at| text.get(at)).is_none_or(|b| !b.is_ascii_alphanumeric() && *b != b'_');
    free(word.start.checked_sub(1)) && free(Some(word.end))
}

fn read(text: &str, found: &Captures, bare: bool) -> Option<Money> {
    let whole = found.get(0)?;
    let low = found.name("low")?;
    let sign = ["sign", "after", "sign2", "after2"].iter().find_map(|group| found.name(group));
    let period = ["p2", "p1"].iter().find_map(|group| found.name(group)).and_then(|m| period_of(m.as_str()));
    let rest = text.get(whole.end()..)?;
    let glued = found.name("sign").is_none() && !starts_free(text, low.start());
    let cut = rest.starts_with(|c: char| c.is_ascii_digit()) || NO_PAY_BEHIND.is_match(rest);
    if glued || cut || is_plan(low.as_str()) || sign.is_none() && !counts_without_sign(found, period, bare) {
        return None;
    }
    let amount = amounts(found, sign)?;
    let period = period.or_else(|| period_before(text, whole.start()));
    let code = ["after2", "after"].iter().find_map(|group| found.name(group)).filter(|_| sign.is_some_and(|m| m.as_str().trim() == "$"));
    let behind = code_behind(rest).filter(|_| sign.is_some_and(|m| m.as_str().trim() == "$"));
    let currency = code.and_then(|m| currency(m.as_str())).or(behind).or_else(|| sign.and_then(|m| currency(m.as_str())));
    Some(Money { amount, currency, period, span: Span::from(whole.range()) })
}

/// The code of a currency behind a sum in dollars and its period: `$52,000 - $60,000 per year CAD`.
fn code_behind(rest: &str) -> Option<&'static str> {
    let word = rest.trim_start_matches([' ', '(']).split(|c: char| !c.is_ascii_alphabetic()).next()?;
    ["CAD", "AUD", "NZD", "SGD", "HKD"].contains(&word).then(|| currency(word)).flatten()
}

/// `401k` and `403b` are retirement plans.
fn is_plan(amount: &str) -> bool {
    ["401", "403", "457", "529"].iter().any(|plan| amount.trim_end_matches(['k', 'K', ' ']) == *plan)
}

/// Without a currency: a range of thousands, or, where pay is stated, a sum for a time or of four digits and more.
fn counts_without_sign(found: &Captures, period: Option<PayPeriod>, bare: bool) -> bool {
    let thousands = |group: &str| found.name(group).is_some_and(|m| m.as_str().to_ascii_lowercase().contains('k'));
    let digits = found.name("low").map_or(0, |m| m.as_str().bytes().filter(u8::is_ascii_digit).count());
    let ranged = found.name("high").is_some();
    ranged && thousands("high") || bare && (period.is_some() || thousands("low") || digits >= 4 && ranged || digits >= 5)
}

fn amounts(found: &Captures, sign: Option<Match>) -> Option<Range> {
    let dollars = sign.is_none_or(|m| m.as_str().contains('$'));
    let read = |group: &str| found.name(group).and_then(|m| amount(m.as_str(), dollars));
    let (mut low, high) = (read("low")?, read("high"));
    if found.name("high").is_some_and(|m| m.as_str().contains(['k', 'K'])) && low < 1000.0 {
        low *= 1000.0; // $90-100k
    }
    if high.is_some_and(|high| high >= 10_000.0 && low < 1000.0 && (low * 1000.0..=low * 4000.0).contains(&high)) {
        low *= 1000.0; // £40-65,000
    }
    let open = found.name("low").is_some_and(|m| m.as_str().ends_with('+')) || found.name("least").is_some();
    Some(match high.filter(|high| *high >= low) {
        Some(high) => Range { min: Some(low), max: Some(high) },
        None if found.name("most").is_some() => Range { min: None, max: Some(low) },
        None if open => Range { min: Some(low), max: None },
        None => Range { min: Some(low), max: Some(low) },
    })
}

/// Reads `131,500`, `2.651,00`, `15.87`, `90k`. A dot before three digits parts thousands, unless the sum is in dollars.
fn amount(text: &str, dollars: bool) -> Option<f64> {
    let text: String = text.chars().filter(|c| !c.is_whitespace() && *c != '+').collect();
    let (digits, factor) = match text.strip_suffix(['k', 'K']) {
        Some(digits) => (digits, 1000.0),
        None => (text.as_str(), 1.0),
    };
    let cents = digits.rfind(['.', ',']).filter(|at| {
        let behind = digits.len() - at - 1;
        behind < 3 || (dollars && digits.get(*at..).is_some_and(|tail| tail.starts_with('.')))
    });
    let (whole, cents) = digits.split_at_checked(cents.unwrap_or(digits.len()))?;
    let plain: String = whole.chars().filter(char::is_ascii_digit).collect();
    let value: f64 = format!("{plain}{}", cents.replace(',', ".")).parse().ok()?;
    Some(value * factor)
}

fn currency(sign: &str) -> Option<&'static str> {
    let sign = sign.to_lowercase().replace(['(', ')', ' ', '.'], "");
    CURRENCIES.iter().find(|(name, _)| *name == sign).map(|(_, code)| *code)
}

fn period_of(words: &str) -> Option<PayPeriod> {
    let folded = words.to_ascii_lowercase();
    let tail = folded.rsplit(')').next()?.trim_start_matches([' ', '/', '(']).trim_end_matches('.');
    let last = tail.rsplit([' ', '/', '.', '(']).find(|word| !word.is_empty())?;
    Some(match last.bytes().next()? {
        b'h' => PayPeriod::Hour,
        b'y' | b'a' => PayPeriod::Year,
        b'p' if last.starts_with("pcm") => PayPeriod::Month,
        b'p' => PayPeriod::Year,
        b'm' => PayPeriod::Month,
        b'w' => PayPeriod::Week,
        b'd' => PayPeriod::Day,
        _ => return None,
    })
}

/// The period that the words before a sum name, at most a line away: `The hourly rate for this role is £12.60`.
fn period_before(text: &str, at: usize) -> Option<PayPeriod> {
    let mut start = at.saturating_sub(80);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let before = text.get(start..at)?;
    let before = before.rsplit(". ").next()?;
    let cue = PERIOD_BEFORE.find_iter(before).last()?;
    let cue = cue.as_str().to_ascii_lowercase();
    let word = cue.rsplit(|c: char| c.is_whitespace()).next()?;
    period_of(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    type Found = (Option<f64>, Option<f64>, Option<&'static str>, Option<PayPeriod>);

    fn all(text: &str) -> Vec<Found> {
        find(text).into_iter().map(|m| (m.amount.min, m.amount.max, m.currency, m.period)).collect()
    }

    #[test]
    fn ranges_of_pay() {
        use PayPeriod::{Hour, Month, Year};
        for (text, min, max, currency, period) in [
            ("between $131,500 and $243,300, and", 131_500.0, 243_300.0, "USD", None),
            ("$15.87 - $44.23 per hour", 15.87, 44.23, "USD", Some(Hour)),
            ("$15-16/hr depending", 15.0, 16.0, "USD", Some(Hour)),
            ("$15/hr to $18/hr", 15.0, 18.0, "USD", Some(Hour)),
            ("USD 2500-3000 per month", 2500.0, 3000.0, "USD", Some(Month)),
            ("Salary $2500-$3000 per month.", 2500.0, 3000.0, "USD", Some(Month)),
            ("€ 2.651 to 3.997", 2651.0, 3997.0, "EUR", None),
            ("of between € 2,651 (scale 9) and € 3,997 (scale 10 Dutch\nUniversities) gross per month", 2651.0, 3997.0, "EUR", Some(Month)),
            ("(USD) 48,811-57,126", 48_811.0, 57_126.0, "USD", None),
            ("$39,337 to $57,545", 39_337.0, 57_545.0, "USD", None),
            ("ANNUAL SALARY\n\n$39,337 to $57,545", 39_337.0, 57_545.0, "USD", Some(Year)),
            ("$90,000.00 - $100,000.00 per year", 90_000.0, 100_000.0, "USD", Some(Year)),
            ("$60-80k plus", 60_000.0, 80_000.0, "USD", None),
            ("$95,000 - 118,000USD Annually", 95_000.0, 118_000.0, "USD", Some(Year)),
            ("The hourly rate for this role is £12.60 and up to £14.13", 12.6, 14.13, "GBP", Some(Hour)),
            ("$12.75 per hour for an undergrad or $13.00 for a graduate", 12.75, 13.0, "USD", Some(Hour)),
            ("$28.20 - $35.87 HOUR", 28.2, 35.87, "USD", Some(Hour)),
            ("CAD $70,000 to $80,000 annually", 70_000.0, 80_000.0, "CAD", Some(Year)),
            ("Rs. 4,50,000 - 6,75,000 per annum", 450_000.0, 675_000.0, "INR", Some(Year)),
            ("$52,000 - $60,000 CAD", 52_000.0, 60_000.0, "CAD", None),
            ("$52,000 - $60,000 per year (CAD)", 52_000.0, 60_000.0, "CAD", Some(Year)),
            ("£40-65,000 depending", 40_000.0, 65_000.0, "GBP", None),
            ("£13.75 p/h days", 13.75, 13.75, "GBP", Some(Hour)),
            ("£37,008 p.a.", 37_008.0, 37_008.0, "GBP", Some(Year)),
        ] {
            assert_eq!(all(text), [(Some(min), Some(max), Some(currency), period)], "{text}");
        }
    }

    #[test]
    fn open_ends() {
        assert_eq!(all("from $13/hr"), [(Some(13.0), None, Some("USD"), Some(PayPeriod::Hour))]);
        assert_eq!(all("Earn up to $30 per hour"), [(None, Some(30.0), Some("USD"), Some(PayPeriod::Hour))]);
        assert_eq!(all("$45,000+"), [(Some(45_000.0), None, Some("USD"), None)]);
        assert_eq!(all("90k-100k"), [(Some(90_000.0), Some(100_000.0), None, None)]);
    }

    #[test]
    fn pay_without_a_currency() {
        let found = find_in_pay("45,000 - 50,000");
        assert_eq!(found.first().map(|m| (m.amount.min, m.currency)), Some((Some(45_000.0), None)));
        assert_eq!(find_in_pay("according to 3 scales, grade 12"), []);
    }

    #[test]
    fn what_is_no_pay() {
        for text in [
            "a $2 billion company", "a $1.5 billion in sales company", "more than $40 billion", "401k and 403b", "401(k) match",
            "a $500 sign-on bonus", "$4,000 Sign-On Bonus", "roughly $5M to $100M+ ARR", "2-4 years", "10k run", "£150 million", "€1bn",
            "45,000 - 50,000 customers",
        ] {
            assert_eq!(all(text), [], "{text}");
        }
    }
}
