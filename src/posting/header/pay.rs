//! What the job pays, where figures stand: behind a label, or in a sentence that speaks of pay before it names a sum.

use super::page::{Line, head};
use crate::{
    posting::{PayPeriod, Salary},
    text::digits::has_digit,
    value::{money, pattern::pattern},
};
use regex::Regex;
use std::sync::LazyLock;

/// Words that say a sum is pay.
static OF_PAY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:salary|salaries|pay|paid|paying|compensation|wages?|hourly|remuneration|stipend|earn|earning|rate|rates|base|ote|per\shour|hiring\srange|annual\srange|pay\srange)\b",
    )
});

/// Words that say a sum is something else.
static NOT_PAY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:bonus|bonuses|allowance|reimburse\w*|tuition|deducted|cost|costs|fee|fees|check|fund\w*|raised|revenue|sales|budget|assets|grant|insurance|contribution|match\w*|savings|discount|referral|relocation|401|value|customers?|worth|project|award|charge|loan|mileage|example|save|saving|expensive)\b",
    )
});

/// Words that say a range is the pay, whatever else is spoken of: "the base salary range, without bonus".
static RANGE_OF_PAY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?:salary|compensation|pay|wage|hiring)\s(?:range|scale|band)\b|\bbase\s(?:salary|pay|compensation)\b"));

/// The longest sum that stands on a line of its own, in bytes.
const LONGEST_SUM: usize = 40;

/// From this sum on, pay without a period is for a year.
const YEARLY: f64 = 10_000.0;

/// The pay that labels state, or else sentences.
pub(super) fn salary(labeled: &[&str], lines: &[Line]) -> Option<Salary> {
    let labeled = labeled.iter().find_map(|value| in_label(value));
    let ranged = labeled.as_ref().is_some_and(|pay| pay.min != pay.max);
    if ranged { labeled } else { over_lines(lines).or(labeled).or_else(|| in_sentences(lines)) }
}

/// A range whose ends stand on lines of their own, with or without a dash between them, under words for pay.
fn over_lines(lines: &[Line]) -> Option<Salary> {
    let alone = |text: &str| {
        let short = text.len() <= LONGEST_SUM && has_digit(text);
        let sum = if short && has_currency(text) { money::find(text).into_iter().next() } else { None };
        sum.is_some_and(|sum| sum.span.start == 0 && text.len() <= sum.span.end + 8)
    };
    if !lines.iter().any(|line| alone(line.text)) {
        return None;
    }
    let lines: Vec<&str> =
        lines.iter().map(|line| line.text).filter(|text| !matches!(*text, "" | "-" | "\u{2013}" | "\u{2014}" | "to")).collect();
    lines.windows(3).find_map(|window| {
        let [told, least, most] = window else { return None };
        if !alone(least) || !alone(most) || !OF_PAY.is_match(told) {
            return None;
        }
        let range = format!("{least} - {most}");
        let sum = money::find(&range).into_iter().next()?;
        (sum.amount.max > sum.amount.min).then(|| of(sum))
    })
}

fn in_label(value: &str) -> Option<Salary> {
    let near = head(value, 160);
    let sum = money::find_in_pay(near).into_iter().next()?;
    let between = near.get(..sum.span.start)?;
    (!NOT_PAY.is_match(between) && between.len() <= 80).then(|| of(sum))
}

/// The first range of pay in the text, or else the first single sum for a time.
fn in_sentences(lines: &[Line]) -> Option<Salary> {
    let mut single = None;
    for (number, line) in lines.iter().enumerate() {
        if !has_digit(line.text) || !has_currency(line.text) {
            continue;
        }
        let joined = joined(lines, number);
        for sum in money::find(&joined.text) {
            let heads = number < 12 && sum.amount.min.is_some_and(|min| min >= YEARLY) && sum.amount.max > sum.amount.min;
            if sum.span.end <= joined.from || !is_pay(&joined.text, sum, heads) {
                continue;
            }
            let ranged = sum.amount.min != sum.amount.max;
            if ranged {
                return Some(of(sum));
            }
            single = single.or(Some(sum));
        }
    }
    single.map(of)
}

fn has_currency(text: &str) -> bool {
    memchr::memchr3(b'$', b'k', b'K', text.as_bytes()).is_some()
        || !text.is_ascii() && ["£", "€", "₹"].iter().any(|sign| text.contains(sign))
        || ["USD", "EUR", "GBP", "CAD", "CHF", "INR"].iter().any(|code| text.contains(code))
}

/// A line with its neighbors, since sentences wrap.
struct Joined {
    text: String,
    /// Where the line itself begins.
    from: usize,
}

fn joined(lines: &[Line], number: usize) -> Joined {
    let before = number.checked_sub(1).and_then(|n| lines.get(n)).map_or("", |line| line.text);
    let before = before.get(before.char_indices().rev().nth(100).map_or(0, |(at, _)| at)..).unwrap_or_default();
    let line = lines.get(number).map_or("", |line| line.text);
    let next = lines.get(number + 1).filter(|next| !next.after_blank && !next.bullet).map_or("", |next| head(next.text, 80));
    // "$90,000 + bonus" is no open range
    Joined { text: format!("{before}\n{line}\n{next}").replace(" + ", " ; "), from: before.len() + 1 }
}

/// Whether the words before a sum speak of pay, or it is a range that `heads` the posting, and nothing near it of something else.
fn is_pay(text: &str, sum: money::Money, heads: bool) -> bool {
    let before = text.get(..sum.span.start).unwrap_or_default();
    let near = before.get(before.char_indices().rev().nth(110).map_or(0, |(at, _)| at)..).unwrap_or_default();
    let near = near.rsplit(". ").next().unwrap_or(near);
    let sentence = near.rsplit(".\n").next().unwrap_or(near);
    let behind = head(text.get(sum.span.end..).unwrap_or_default(), 30);
    let behind = behind.split(['.', '\n', ';', ',']).next().unwrap_or_default();
    let low = sum.amount.min.or(sum.amount.max).unwrap_or_default();
    let timed = sum.period.is_some() && low >= 5.0;
    let plausible = match sum.period {
        Some(PayPeriod::Hour) => (3.0..=500.0).contains(&low),
        Some(PayPeriod::Year) => (5_000.0..=2_000_000.0).contains(&low),
        None => (8.0..=2_000_000.0).contains(&low),
        Some(_) => low >= 20.0,
    };
    let offered = low >= YEARLY && sum.amount.max > sum.amount.min && near.trim_end().to_ascii_lowercase().ends_with("we offer");
    let stated = low >= YEARLY && sum.amount.max > sum.amount.min && RANGE_OF_PAY.is_match(sentence);
    plausible
        && (stated || (timed || heads || offered || OF_PAY.is_match(near)) && !NOT_PAY.is_match(sentence) && !NOT_PAY.is_match(behind))
}

fn of(sum: money::Money) -> Salary {
    let low = sum.amount.min.or(sum.amount.max).unwrap_or_default();
    let period = sum.period.or_else(|| (low >= YEARLY).then_some(PayPeriod::Year));
    Salary { min: sum.amount.min, max: sum.amount.max, currency: sum.currency.map(str::to_owned), period }
}

#[cfg(test)]
mod tests {
    use super::{super::page::lines, *};

    fn stated(text: &str) -> Option<(Option<f64>, Option<f64>, Option<PayPeriod>)> {
        salary(&[], &lines(text)).map(|pay| (pay.min, pay.max, pay.period))
    }

    #[test]
    fn pay_in_sentences() {
        for (text, min, max, period) in [
            ("The base pay range for this role is between $131,500 and $243,300, and your", 131_500.0, 243_300.0, PayPeriod::Year),
            ("Liberty Lake, WA: $15.87 - $44.23 per hour", 15.87, 44.23, PayPeriod::Hour),
            (
                "a salary of between € 2,651 (scale 9) and € 3,997 (scale 10 Dutch\nUniversities) gross per month for",
                2651.0,
                3997.0,
                PayPeriod::Month,
            ),
            ("We Offer£32,000 – £48,000 (DOE) + benefits", 32_000.0, 48_000.0, PayPeriod::Year),
            ("Salary $2500-$3000 per month.", 2500.0, 3000.0, PayPeriod::Month),
            ("The base salary range is $90,000-$120,000 + bonus", 90_000.0, 120_000.0, PayPeriod::Year),
            ("Pay range\n$90,000\n—\n$120,000 USD", 90_000.0, 120_000.0, PayPeriod::Year),
        ] {
            assert_eq!(stated(text), Some((Some(min), Some(max), Some(period))), "{text}");
        }
    }

    #[test]
    fn sums_that_are_no_pay() {
        for text in [
            "We are a $1.5 billion in sales company",
            "Standard Check: £26 + Administration cost of £4.20 = deducted at £10.20 from 1st month salary",
            "We have invested £150 million in services",
            "a sign-on bonus of $5,000",
            "up to $2,000 in donations, matched",
            "No salary listed",
            "manage a budget of $200,000",
        ] {
            assert_eq!(stated(text), None, "{text}");
        }
    }
}
