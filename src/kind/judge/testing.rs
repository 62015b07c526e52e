//! What the tests of the judges share: a small vocabulary, and a predicate and a posting written as JSON.

use super::{Candidate, Context, work_out};
use crate::{
    kind::Predicate,
    logic::{Label, Verdict},
    posting::Posting,
    profile::Profile,
    taxonomy::{Concept, Family, Taxonomy},
};
use jiff::civil::date;
use serde_json::{Value, json};
use std::sync::LazyLock;

/// PyTorch is a deep learning framework and implies Python; Munich lies in Germany, which lies in the EU.
pub(crate) static TAXONOMY: LazyLock<Taxonomy> = LazyLock::new(|| {
    let skill = |value: Value| (Family::Skill, value);
    let field = |value: Value| (Family::Field, value);
    let place = |value: Value| (Family::Place, value);
    let concepts = vec![
        skill(json!({"id": "pytorch", "label": "PyTorch", "broader": ["dl-framework"], "implies": ["python"]})),
        skill(json!({"id": "tensorflow", "label": "TensorFlow", "broader": ["dl-framework"], "implies": ["python"]})),
        skill(
            json!({"id": "dl-framework", "label": "deep learning framework", "alt": ["deep learning toolkit"], "implies": ["deep-learning"]}),
        ),
        skill(json!({"id": "deep-learning", "label": "deep learning", "broader": ["machine-learning"]})),
        skill(json!({"id": "computer-vision", "label": "computer vision", "broader": ["machine-learning"]})),
        skill(json!({"id": "machine-learning", "label": "machine learning"})),
        skill(json!({"id": "python", "label": "Python", "broader": ["programming-language"]})),
        skill(json!({"id": "java", "label": "Java", "broader": ["programming-language"]})),
        skill(json!({"id": "cpp", "label": "C++", "broader": ["programming-language"]})),
        skill(json!({"id": "programming-language", "label": "programming language", "alt": ["programming"]})),
        skill(json!({"id": "version-control", "label": "version control"})),
        skill(json!({"id": "git", "label": "Git", "broader": ["version-control"]})),
        field(json!({"id": "computing", "label": "Computing", "group": "computing"})),
        field(json!({"id": "engineering", "label": "Engineering", "group": "engineering"})),
        field(json!({"id": "cs", "label": "Computer Science", "group": "computing", "related": ["engineering"]})),
        field(json!({"id": "ml", "label": "Machine Learning", "group": "computing", "broader": ["cs"]})),
        field(json!({"id": "ds", "label": "Data Science", "group": "computing"})),
        field(json!({"id": "ee", "label": "Electrical Engineering", "group": "engineering", "related": ["computing"]})),
        field(json!({"id": "economics", "label": "Economics", "group": "economics"})),
        place(json!({"id": "eu", "label": "European Union", "type": "group", "code": "EU"})),
        place(json!({"id": "germany", "label": "Germany", "type": "country", "code": "DE", "broader": ["eu"]})),
        place(json!({"id": "france", "label": "France", "type": "country", "code": "FR", "broader": ["eu"]})),
        place(json!({"id": "usa", "label": "United States", "type": "country", "code": "US"})),
        place(json!({"id": "munich", "label": "Munich", "type": "city", "broader": ["germany"]})),
        place(json!({"id": "atlanta", "label": "Atlanta", "type": "city", "broader": ["usa"]})),
        (Family::Venue, json!({"id": "cvpr", "label": "CVPR", "area": "vision", "tier": 1})),
        (Family::Venue, json!({"id": "eccv", "label": "ECCV", "area": "vision", "tier": 1})),
        (Family::Venue, json!({"id": "bmvc", "label": "BMVC", "area": "vision", "tier": 2})),
        (Family::Language, json!({"id": "english", "label": "English"})),
        (Family::Language, json!({"id": "german", "label": "German"})),
        (Family::Permit, json!({"id": "secret", "label": "Secret", "type": "clearance", "rank": 2})),
        (Family::Permit, json!({"id": "top-secret", "label": "Top Secret", "type": "clearance", "rank": 3})),
    ];
    Taxonomy::new(concepts.into_iter().map(|(family, value)| (family, serde_json::from_value::<Concept>(value).unwrap())).collect())
});

/// The verdict on a predicate as of 2025-12-01, in a posting without a header.
pub(crate) fn verdict(profile: &Profile, predicate: Value) -> Verdict {
    verdict_in(profile, &Posting::default(), predicate)
}

/// The same in a posting with a header.
pub(crate) fn verdict_in(profile: &Profile, posting: &Posting, predicate: Value) -> Verdict {
    let mut predicate = predicate;
    if predicate.get("text").is_none() {
        predicate["text"] = json!("…");
    }
    let predicate: Predicate = serde_json::from_value(predicate).unwrap();
    let candidate = Candidate::new(profile, &TAXONOMY, date(2025, 12, 1));
    let context = Context { posting, degree: None };
    work_out(&candidate, &context, &candidate.demands.demand(&context, &predicate))
}

/// The label of [`verdict`].
pub(crate) fn label(profile: &Profile, predicate: Value) -> Label {
    verdict(profile, predicate).label()
}
