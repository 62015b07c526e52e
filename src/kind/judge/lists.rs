//! Words that say nothing of what a skill phrase asks, or that tell a task from a name.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a word does in a skill phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It opens a phrase and says nothing of what is asked.
    Opener = 1,
    /// It closes a phrase and says nothing of what is asked.
    Closer = 2,
    /// A verb that opens a task where it stands without `-ing`.
    TaskVerb = 4,
    /// The name of a subject that ends like a verb's `-ing`.
    IngNoun = 8,
    /// It names nothing by itself.
    Stop = 16,
    /// It stands in sentences, and in no name.
    OfSentence = 32,
    /// Alone it could mean anything.
    Vague = 64,
}

impl Role {
    /// Whether a folded word does that.
    pub(super) fn is_of(self, word: &str) -> bool {
        ROLES.get(word).is_some_and(|roles| roles & self as u8 != 0)
    }
}

/// The roles of each word that has one, as bits.
static ROLES: LazyLock<FxHashMap<&'static str, u8>> = LazyLock::new(|| {
    let lists: [(Role, &[&'static str]); 7] = [
        (Role::OfSentence, &OF_SENTENCES),
        (Role::Vague, &VAGUE),
        (Role::Opener, &OPENERS),
        (Role::Closer, &CLOSERS),
        (Role::TaskVerb, &TASK_VERBS),
        (Role::IngNoun, &ING_NOUNS),
        (Role::Stop, &STOP),
    ];
    let mut roles: FxHashMap<&'static str, u8> = FxHashMap::default();
    for (role, word) in lists.into_iter().flat_map(|(role, list)| list.iter().map(move |word| (role, *word))) {
        *roles.entry(word).or_default() |= role as u8;
    }
    roles
});

/// Words that open a phrase and say nothing of what is asked.
#[rustfmt::skip]
const OPENERS: [&str; 47] = [
    "the", "a", "an", "common", "relevant", "modern", "various", "basic", "advanced", "core", "general", "current", "different",
    "multiple", "other", "related", "similar", "popular", "standard", "practical", "applied", "fundamental", "fundamentals", "principles",
    "concepts", "basics", "knowledge", "use", "using", "software", "computer", "of", "in", "with", "and", "at", "conducting",
    "performing", "doing", "working", "developing", "building", "creating", "writing", "applying", "industry", "real-world",
];

/// Words that close a phrase and say nothing of what is asked.
#[rustfmt::skip]
const CLOSERS: [&str; 52] = [
    "fundamentals", "concepts", "concept", "techniques", "technique", "skills", "skill", "tools", "tool", "technologies", "technology",
    "principles", "methods", "method", "methodologies", "methodology", "scripting", "programming", "language", "languages", "development",
    "models", "model", "frameworks", "framework", "libraries", "library", "toolkits", "toolkit", "platforms", "platform", "systems",
    "system", "software", "basics", "practices", "practice", "processes", "process", "environments", "environment", "applications",
    "application", "theory", "procedures", "packages", "coding", "products", "suite", "theories", "cloud", "services",
];

/// Verbs that open a task when they stand without `-ing`.
#[rustfmt::skip]
const TASK_VERBS: [&str; 46] = [
    "develop", "manage", "build", "create", "handle", "troubleshoot", "translate", "ensure", "deliver", "write", "lead", "work", "use",
    "analyze", "perform", "conduct", "implement", "support", "maintain", "plan", "prepare", "present", "propose", "identify", "interact",
    "interpret", "operate", "provide", "read", "solve", "understand", "drive", "apply", "collect", "coordinate", "establish", "evaluate",
    "follow", "organize", "review", "run", "set", "take", "teach", "turn", "assist",
];

/// Names of subjects that end like a verb's `-ing`.
#[rustfmt::skip]
const ING_NOUNS: [&str; 26] = [
    "engineering", "programming", "modeling", "modelling", "testing", "accounting", "marketing", "training", "learning", "banking",
    "nursing", "scripting", "scheduling", "estimating", "budgeting", "forecasting", "reporting", "computing", "networking",
    "manufacturing", "mentoring", "processing", "mining", "cleaning", "cooking", "welding",
];

/// Words that name nothing by themselves.
#[rustfmt::skip]
const STOP: [&str; 53] = [
    "a", "an", "the", "of", "in", "on", "for", "to", "and", "or", "with", "at", "by", "as", "from", "into", "within", "across", "such",
    "other", "using", "use", "their", "our", "your", "its", "is", "are", "be", "that", "this", "these", "those", "etc", "similar",
    "related", "relevant", "equivalent", "various", "common", "modern", "current", "general", "basic", "advanced", "new", "any", "all",
    "both", "including", "like", "least", "some",
];

/// Words of sentences: a phrase with one of them is a piece of a sentence, and names nothing.
#[rustfmt::skip]
const OF_SENTENCES: [&str; 37] = [
    "they", "them", "we", "you", "your", "our", "their", "its", "this", "these", "those", "there", "there's", "is", "are", "was",
    "were", "be", "been", "will", "would", "could", "must", "should", "has", "have", "had", "does", "never", "not", "any", "if",
    "when", "while", "which", "that", "because",
];

/// Words that could mean anything where they stand alone: a person could not say whether they have it.
#[rustfmt::skip]
const VAGUE: [&str; 64] = [
    "ability", "activities", "admin", "administration", "administrative", "analysis", "analytical", "analytics", "area", "areas", "business",
    "communication", "computers", "computer", "content", "data", "department", "design", "detail", "documentation", "documents", "education",
    "engineering", "equipment", "experience", "field", "fields", "fundamentals", "growth", "industry", "information", "initiatives",
    "internet", "knowledge", "letter", "level", "management", "material", "materials", "mathematical", "operation", "operational",
    "operations", "organization", "organizational", "performance", "policies", "product", "professional", "program", "programs", "project",
    "projects", "quality", "regulations", "report", "reports", "research", "strategy", "technical",
    "availability", "registration", "time", "training",
];
