//! Words that say nothing of what a skill phrase asks, or that tell a task from a name.

/// Words that open a phrase and say nothing of what is asked.
#[rustfmt::skip]
pub(super) const OPENERS: [&str; 47] = [
    "the", "a", "an", "common", "relevant", "modern", "various", "basic", "advanced", "core", "general", "current", "different",
    "multiple", "other", "related", "similar", "popular", "standard", "practical", "applied", "fundamental", "fundamentals", "principles",
    "concepts", "basics", "knowledge", "use", "using", "software", "computer", "of", "in", "with", "and", "at", "conducting",
    "performing", "doing", "working", "developing", "building", "creating", "writing", "applying", "industry", "real-world",
];

/// Words that close a phrase and say nothing of what is asked.
#[rustfmt::skip]
pub(super) const CLOSERS: [&str; 52] = [
    "fundamentals", "concepts", "concept", "techniques", "technique", "skills", "skill", "tools", "tool", "technologies", "technology",
    "principles", "methods", "method", "methodologies", "methodology", "scripting", "programming", "language", "languages", "development",
    "models", "model", "frameworks", "framework", "libraries", "library", "toolkits", "toolkit", "platforms", "platform", "systems",
    "system", "software", "basics", "practices", "practice", "processes", "process", "environments", "environment", "applications",
    "application", "theory", "procedures", "packages", "coding", "products", "suite", "theories", "cloud", "services",
];

/// Verbs that open a task when they stand without `-ing`.
#[rustfmt::skip]
pub(super) const TASK_VERBS: [&str; 46] = [
    "develop", "manage", "build", "create", "handle", "troubleshoot", "translate", "ensure", "deliver", "write", "lead", "work", "use",
    "analyze", "perform", "conduct", "implement", "support", "maintain", "plan", "prepare", "present", "propose", "identify", "interact",
    "interpret", "operate", "provide", "read", "solve", "understand", "drive", "apply", "collect", "coordinate", "establish", "evaluate",
    "follow", "organize", "review", "run", "set", "take", "teach", "turn", "assist",
];

/// Names of subjects that end like a verb's `-ing`.
#[rustfmt::skip]
pub(super) const ING_NOUNS: [&str; 26] = [
    "engineering", "programming", "modeling", "modelling", "testing", "accounting", "marketing", "training", "learning", "banking",
    "nursing", "scripting", "scheduling", "estimating", "budgeting", "forecasting", "reporting", "computing", "networking",
    "manufacturing", "mentoring", "processing", "mining", "cleaning", "cooking", "welding",
];

/// Words that name nothing by themselves.
#[rustfmt::skip]
pub(super) const STOP: [&str; 53] = [
    "a", "an", "the", "of", "in", "on", "for", "to", "and", "or", "with", "at", "by", "as", "from", "into", "within", "across", "such",
    "other", "using", "use", "their", "our", "your", "its", "is", "are", "be", "that", "this", "these", "those", "etc", "similar",
    "related", "relevant", "equivalent", "various", "common", "modern", "current", "general", "basic", "advanced", "new", "any", "all",
    "both", "including", "like", "least", "some",
];
