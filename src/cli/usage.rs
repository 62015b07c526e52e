//! Wrong arguments, told as every mistake is: one sentence, with the nearest valid name.
//!
//! `--standing eligble` is told as ``unknown value `eligble` of `--standing`; did you mean `eligible`?``.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

/// The sentence for an error of the command line; none where clap's own text is what the user wants, such as help.
pub(crate) fn sentence(error: &Error) -> Option<String> {
    let one = |kind| strings(error, kind).into_iter().next();
    let arg = one(ContextKind::InvalidArg).map(|arg| arg.split([' ', '=']).next().unwrap_or_default().to_owned()).unwrap_or_default();
    let value = one(ContextKind::InvalidValue).unwrap_or_default();
    match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => {
            Some(format!("`{arg}` needs a value{}", one_of(&strings(error, ContextKind::ValidValue))))
        }
        ErrorKind::InvalidValue => {
            let near = one(ContextKind::SuggestedValue).map(|near| format!("; did you mean `{near}`?"));
            let help = near.unwrap_or_else(|| one_of(&strings(error, ContextKind::ValidValue)));
            Some(format!("unknown value `{value}` of `{arg}`{help}"))
        }
        ErrorKind::ValueValidation => {
            let why = std::error::Error::source(error).map(|source| format!(": {source}")).unwrap_or_default();
            Some(format!("`{value}` is no value of `{arg}`{why}"))
        }
        ErrorKind::UnknownArgument => {
            let near = one(ContextKind::SuggestedArg).map(|near| format!("; did you mean `{near}`?"));
            Some(format!("there is no option `{arg}`{}", near.unwrap_or_else(|| "; `--help` lists all".to_owned())))
        }
        ErrorKind::InvalidSubcommand => {
            let name = one(ContextKind::InvalidSubcommand).unwrap_or_default();
            let near = one(ContextKind::SuggestedSubcommand).map(|near| format!("; did you mean `{near}`?"));
            Some(format!("there is no command `{name}`{}", near.unwrap_or_else(|| "; `quals --help` lists all".to_owned())))
        }
        ErrorKind::MissingRequiredArgument => {
            let missing = strings(error, ContextKind::InvalidArg);
            let verb = if missing.len() == 1 { "is" } else { "are" };
            Some(format!("{} {verb} missing; `--help` shows an example", listed(&missing, " and ")))
        }
        ErrorKind::ArgumentConflict => {
            let other = one(ContextKind::PriorArg).unwrap_or_default();
            let other = other.split(' ').next().unwrap_or_default();
            Some(format!("`{arg}` and `{other}` do not go together; choose one"))
        }
        _ => None,
    }
}

fn strings(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}

fn one_of(names: &[String]) -> String {
    if names.is_empty() { String::new() } else { format!("; it is one of {}", listed(names, " or ")) }
}

/// `` `a`, `b` or `c` ``.
fn listed(names: &[String], last: &str) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.as_slice() {
        [first @ .., end] if !first.is_empty() => format!("{}{last}{end}", first.join(", ")),
        other => other.concat(),
    }
}
