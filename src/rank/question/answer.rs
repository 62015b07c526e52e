//! From an answer to the facts that it sets: `skills:Kubernetes` answered `working` is `skills=Kubernetes:working`.

use super::words::RIGHTS;
use crate::profile::edit::{Assignment, NotAssigned};

/// Why an answer sets no fact.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoAnswer {
    /// The answer is none of those that there are.
    #[error("`{0}` is no answer to `{1}`; it is one of {2}")]
    NotOneOf(String, String, String),
    /// There is no such fact.
    #[error(transparent)]
    NotAssigned(#[from] NotAssigned),
}

/// The facts that an answer to a question sets. Nothing where a profile cannot say it: an open list has no place for a "no".
///
/// What is no name of a question is taken for the path of a fact.
///
/// ```
/// use quals::rank::answer;
/// let facts = |id, said| answer(id, said).unwrap().iter().map(ToString::to_string).collect::<Vec<_>>();
/// assert_eq!(facts("work_authorization:CA", "needs_sponsorship"), ["work_authorization.needs_sponsorship_in=CA"]);
/// assert_eq!(facts("skills:Kubernetes", "working"), ["skills=Kubernetes:working"]);
/// assert!(facts("skills:Kubernetes", "no").is_empty());
/// ```
///
/// # Errors
/// [`NoAnswer`] where the answer is none of those asked for, or no profile has such a fact.
pub fn answer(id: &str, said: &str) -> Result<Vec<Assignment>, NoAnswer> {
    let said = said.trim();
    let lower = said.to_lowercase();
    let (path, subject) = id.split_once(':').unwrap_or((id, ""));
    let (yes, no) = (matches!(lower.as_str(), "yes" | "y" | "true"), matches!(lower.as_str(), "no" | "n" | "none" | "false"));
    let not_one_of = |names: &str| Err(NoAnswer::NotOneOf(said.to_owned(), id.to_owned(), names.to_owned()));
    let one = |path: &str, value: String| Ok(vec![Assignment::new(path, value)?]);
    match (path, subject.is_empty()) {
        (_, true) if path == "work_authorization.clearances" && no => one(path, "[]".to_owned()),
        (_, true) => one(path, said.to_owned()),
        ("work_authorization", false) => {
            let lists = ["citizenships", "permanent_resident_in", "authorized_in", "needs_sponsorship_in"];
            let known = RIGHTS.iter().position(|right| *right == lower).or(if yes {
                Some(2)
            } else if no {
                Some(3)
            } else {
                None
            });
            match known.and_then(|at| lists.get(at)) {
                Some(list) => one(&format!("work_authorization.{list}"), subject.to_owned()),
                None => not_one_of("`citizen`, `permanent_resident`, `authorized` or `needs_sponsorship`"),
            }
        }
        ("work_authorization.clearances", false) => one(path, if no { "[]".to_owned() } else { said.to_owned() }),
        (_, false) if no => Ok(Vec::new()),
        ("location.places", false) if yes => one(path, subject.to_owned()),
        ("location.places", false) => not_one_of("`yes` or `no`"),
        ("skills" | "languages" | "certificates", false) if yes => one(path, subject.to_owned()),
        ("skills" | "languages" | "certificates", false) => one(path, format!("{subject}:{said}")),
        (_, false) => one(path, said.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(id: &str, said: &str) -> Result<Vec<String>, String> {
        answer(id, said).map(|facts| facts.iter().map(ToString::to_string).collect()).map_err(|error| error.to_string())
    }

    #[test]
    fn answers_become_facts() {
        for (id, said, want) in [
            ("study.returning", "yes", "study.returning=yes"),
            ("work_authorization:CA", "no", "work_authorization.needs_sponsorship_in=CA"),
            ("work_authorization:CA", "Citizen", "work_authorization.citizenships=CA"),
            ("work_authorization.clearances:Secret", "none", "work_authorization.clearances=[]"),
            ("languages:French", "B2", "languages=French:B2"),
            ("certificates:CPA", "yes", "certificates=CPA"),
            ("location.places:Rome", "yes", "location.places=Rome"),
            ("education:bachelor degree", "bachelor:completed:Nursing", "education=bachelor:completed:Nursing"),
        ] {
            assert_eq!(facts(id, said), Ok(vec![want.to_owned()]), "{id} {said}");
        }
        assert_eq!(facts("languages:French", "no"), Ok(Vec::new()));
        assert!(facts("work_authorization:CA", "perhaps").is_err_and(|told| told.contains("`needs_sponsorship`")));
        assert_eq!(facts("study.retruning", "yes"), Err("unknown fact `retruning`; did you mean `returning`?".to_owned()));
    }
}
