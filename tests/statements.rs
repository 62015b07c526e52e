//! Which sentences of a posting ask for something: for each rule one sentence that it lets through, and one like it that asks nothing.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use quals::{
    Engine,
    read::{ReadOptions, read_bytes},
};
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(Engine::new);

/// What is quoted of a posting.
fn quotes(text: &str) -> Vec<String> {
    let document = read_bytes("posting.txt", text.as_bytes().to_vec(), &ReadOptions::default()).next().unwrap().unwrap();
    ENGINE.extract(&document, jiff::civil::date(2026, 12, 1)).requirements.into_iter().map(|it| it.quote).collect()
}

/// Whether a sentence asks for something in running text under no heading.
fn asks_in_text(sentence: &str) -> bool {
    quotes(&format!("Line keeper\n\nHarbor Works repairs boats on the river.\n\n{sentence}\n"))
        .iter()
        .any(|quote| sentence.contains(quote.as_str()))
}

/// Whether an item asks for something under a heading that asks.
fn asks_in_list(item: &str) -> bool {
    quotes(&format!("Line keeper\n\nRequirements:\n- Experience with PostgreSQL\n- {item}\n"))
        .iter()
        .any(|quote| item.contains(quote.as_str()))
}

#[test]
fn running_text_asks_where_it_says_whom_one_looks_for() {
    for (sentence, asks) in [
        ("We are looking for a chandler who is patient and knows PostgreSQL.", true),
        ("We are looking for new moorings along the east bank.", false),
        ("Harbor Works is looking for a chandler that is passionate about old sails.", true),
        ("We are seeking a highly skilled Tide Modelling (TM) lead with a strong background in PostgreSQL.", true),
        ("The candidate will need a solid PostgreSQL background.", true),
        ("The candidate will be supported by a crew of ten.", false),
        ("The engineer who fits best is curious and has strong Python skills.", true),
        ("The engineer will be responsible for Python services.", false),
        ("This role is suited to someone with experience in PostgreSQL.", true),
        ("This role is based in our boat house.", false),
        ("The keeper will have the opportunity to learn Python.", false),
        ("This job calls for strong PostgreSQL skills.", true),
        ("This job is reached by the river path.", false),
        ("The berth is intended for students who know PostgreSQL.", true),
        ("The berth is intended for sailing boats.", false),
        ("Ideal for an engineer with strong Python skills.", true),
        ("Ideal for a walk along the river.", false),
        ("They have strong PostgreSQL skills.", true),
        ("They have three boats.", false),
        ("We expect you to have strong PostgreSQL skills.", true),
        ("We expect high water in spring.", false),
        ("We welcome candidates with strong Python skills.", true),
        ("We welcome visitors in summer.", false),
        ("Zoning experience is a plus.", true),
        ("Zoning is done by the town.", false),
        ("You will be leading a crew with strong Python skills.", false),
        ("You will have the opportunity to learn Python and to enjoy river cruises.", false),
        ("You will have strong Python skills and enjoy river cruises.", true),
        ("Interns will be exposed to knots, sails and tides.", false),
        ("Interns must be familiar with knots and tides.", true),
        ("We would love to meet someone who enjoys early tides.", true),
        ("We would love to meet you at the regatta.", false),
        ("Whoever joins needs to have strong Python skills.", true),
        ("Experience the calm of the river.", false),
        ("We will consider qualified applicants with arrest and conviction records.", false),
        ("Applicants must pass a background check.", true),
        ("I'm keen to hear from engineers with strong Python skills.", true),
        ("We'd love to hear from you.", false),
        ("If you have strong Python skills, we want to hear from you.", true),
        ("If you have questions about Python, write to the harbor office.", false),
        ("We're looking for patient problem solvers who have strong Python skills.", true),
    ] {
        assert_eq!(asks_in_text(sentence), asks, "{sentence}");
    }
}

#[test]
fn lists_pass_over_offers_and_what_is_not_needed() {
    for (item, asks) in [
        ("Health, dental and vision insurance, 401(k), paid time off", false),
        ("Experience with health insurance claims", true),
        ("A great opportunity for a keeper", false),
        ("Health benefits and a 401k plan", false),
        ("A friendly working atmosphere by the river", false),
        ("A friendly manner with visitors", true),
        ("Modern office practices", true),
        ("Lunch and learn sessions, social events and a capstone project at the end of summer", false),
        ("Applications must be received by noon", false),
        ("Web application testing", true),
        ("Indicate how many years of boat work you have", false),
        ("Your answers must be supported by the work experience section of your application", false),
        ("Interested applicants are invited to submit their updated CV and credentials", false),
        ("One year of experience is equal to 2,080 hours", false),
        ("A criminal record will not disqualify an applicant", false),
        ("Criminal record check", true),
        ("Applicants who do not complete the questionnaire will not be considered", false),
        ("Applicants outside Lisbon will not be considered", true),
        ("Applicants who do not pass a drug test will not be considered", true),
        ("No prior experience is required", false),
        ("No degree is needed", false),
        ("Two years of experience are required", true),
        ("Questions go to crew@harbor.example", false),
        ("You are good at PostgreSQL", true),
        ("Bring experience with Docker", true),
        ("Maintain the hulls of visiting boats", false),
        ("Competitive salary and a share of the moorings", false),
        ("Competitive programming experience", true),
        ("Flexible working hours", false),
        ("Flexible and reliable", true),
        ("Unlimited vacation", false),
        ("Free lunch and coffee", false),
        ("Please send your resume to the harbor office", false),
        ("Please note: PostgreSQL experience is required", true),
        ("Applicants must submit transcripts", false),
        ("At Harbor Works, we value PostgreSQL", false),
        ("We will provide full training in PostgreSQL", false),
        ("Full training in PostgreSQL is required", true),
        ("A satisfactory equivalent combination of education and experience", false),
        ("You will be pursuing a degree in Computer Science", true),
        ("Failure to pass the check ends the offer", false),
        ("Failure analysis experience", true),
        ("Travel: none", false),
        ("Travel: up to 20%", true),
        ("Minimum License and Certifications", false),
        ("Class lessons are taught in the evenings", true),
        ("Classes are taught in the evenings", false),
        ("If you require an accommodation, tell the harbor office", false),
        ("The exact compensation may vary with skills and experience", false),
        ("Knowledge of compensation plans", true),
        ("Compensation packages are based on your skills and experience", false),
        ("Annual bonus and milestone bonuses", false),
        ("Exclusive discount programs", false),
        ("Experience with discount programs of riverside shops", true),
        ("In what you submit, you may redact or remove age-identifying information", false),
        ("Reply with your resume and three reasons", false),
        ("Experience replying to complaints", true),
        ("Offers are contingent upon a background check", true),
        ("Program planning and proven leadership skills", true),
        ("Program the tide clock", false),
        (
            "Maintains the warehouse interior including sweeping, washing floors with a machine, and dusting; keeps the stock of paint and of brushes",
            false,
        ),
        ("Takes ownership", true),
    ] {
        assert_eq!(asks_in_list(item), asks, "{item}");
    }
}

#[test]
fn names_of_tools_ask_where_several_stand_together() {
    let several = quotes("Line keeper\n\nHarbor Works repairs boats.\n\nJavaScript\nPython\nDocker or Kubernetes\nPostgreSQL\n");
    assert_eq!(several, ["JavaScript", "Python", "Docker or Kubernetes", "PostgreSQL"]);
    assert!(quotes("Line keeper\n\nHarbor Works repairs boats.\n\nPython\n").is_empty());
    assert!(quotes("Line keeper\n\nOur technology:\n\nJavaScript\nPython\nDocker\nPostgreSQL\n").is_empty());
}

#[test]
fn a_question_heads_what_follows() {
    let answered = "Line keeper\n\nRequirements:\n- Experience with PostgreSQL\n\nHow many years of experience do you have?\n\nLess than one year\nTwo years or more\n";
    assert_eq!(quotes(answered), ["Experience with PostgreSQL"]);
    let asked = "Line keeper\n\nWhat are we looking for?\n\nExperience with PostgreSQL\nKnowledge of Docker\n";
    assert_eq!(quotes(asked), ["Experience with PostgreSQL", "Knowledge of Docker"]);
}

#[test]
fn a_line_that_breaks_off_heads_what_follows() {
    let open = "Line keeper\n\nMend nets with the crew every morning.\n\nWe imagine you are someone who has\n\nPostgreSQL at hand\nExperience with Docker\n";
    assert!(quotes(open).contains(&"Experience with Docker".to_owned()));
}

#[test]
fn a_line_that_breaks_off_heads_what_a_candidate_is() {
    let fits =
        "Line keeper\n\nWhat you will do\n\n- Tend the lines\n\nYou'll thrive in this role if you:\n\n- Know PostgreSQL\n- Are curious\n";
    assert_eq!(quotes(fits), ["Know PostgreSQL", "Are curious"]);
    let among_duties = "Line keeper\n\nWhat you will do\n\n- Tend the lines\n- Strong knowledge of PostgreSQL\n- Comfortable on ladders\n- Paint the hulls\n";
    assert_eq!(quotes(among_duties), ["Strong knowledge of PostgreSQL", "Comfortable on ladders"]);
}

#[test]
fn a_heading_may_name_the_employer() {
    let named = "Line keeper\n\nRequirements:\n- Experience with PostgreSQL\n\nWhat You'll Love About Harbor Works\n\n- Docker and a fresh breeze\n";
    assert_eq!(quotes(named), ["Experience with PostgreSQL"]);
    let asks = "Line keeper\n\nRequirements:\n- Experience with PostgreSQL\n\nWhat You'll Need\n\n- Docker\n";
    assert_eq!(quotes(asks), ["Experience with PostgreSQL", "Docker"]);
}

#[test]
fn items_in_a_paragraph_keep_their_first_letter() {
    let glued = "Line keeper\n\nHarbor Works is a small yard on the river that mends boats for the whole town and the islands Knowledge of PostgreSQL an asset Experience in Docker \
                 and Kubernetes an asset Experience in PyTorch and best practices an asset Experience in rigging an asset\n";
    let found = quotes(glued);
    assert!(found.iter().any(|quote| quote.starts_with("Experience in PyTorch")), "{found:?}");
    assert!(found.iter().all(|quote| quote.starts_with(char::is_uppercase)), "{found:?}");
}

#[test]
fn benefits_that_open_like_requirements_ask_nothing() {
    let offered = "Line keeper\n\nRequirements:\n- Experience with PostgreSQL\n\nBenefits\n\n- Excellent views of the river\n- Strong coffee\n- Comfortable chairs\n";
    assert_eq!(quotes(offered), ["Experience with PostgreSQL"]);
}

#[test]
fn headings_that_speak_to_the_reader_part_glued_text() {
    let glued = "Line keeper\n\nHarbor Works mends boats and writes tests to keep them dry The skills you'll need You'll need a background in PostgreSQL.\n";
    assert_eq!(quotes(glued), ["You'll need a background in PostgreSQL."]);
    let shouted = "Line keeper\n\nRequirements\n\nExperience with PostgreSQL on our boats and in our harborsWHAT WE OFFER Docker and a fresh breeze\n";
    assert_eq!(quotes(shouted), ["Experience with PostgreSQL on our boats and in our harbors"]);
}

#[test]
fn words_that_lead_on_head_a_list_only_before_a_colon() {
    let whole = "Line keeper\n\nRequirements:\n- Knowledge of PostgreSQL is a plus\n- Proficiency in Docker\n";
    assert_eq!(quotes(whole), ["Knowledge of PostgreSQL is a plus", "Proficiency in Docker"]);
}

#[test]
fn items_begin_behind_articles_and_colons() {
    let listed = "Line keeper\n\nRequirements\n\nOur ideal keeper possesses: Experience with PostgreSQL on small boats The ability to read charts of the river and the sea An understanding of how Docker moves goods\n";
    let found = quotes(listed);
    for item in [
        "Experience with PostgreSQL on small boats", "The ability to read charts of the river and the sea",
        "An understanding of how Docker moves goods",
    ] {
        assert!(found.iter().any(|quote| quote == item), "{found:?}");
    }
}

#[test]
fn competencies_are_read_among_the_steps_of_an_application() {
    let evaluated = "Line keeper\n\nHow to apply\n\n- Knowledge of PostgreSQL\n- Bachelor's degree\n- Send your resume\n";
    assert_eq!(quotes(evaluated), ["Knowledge of PostgreSQL"]);
}

#[test]
fn what_somebody_will_enjoy_is_offered() {
    let offered = "Line keeper\n\nRequirements\n\n- Experience with PostgreSQL\n\nAs part of the crew, you'll enjoy:\n\n- Comprehensive training in Docker\n- Strong coffee\n";
    assert_eq!(quotes(offered), ["Experience with PostgreSQL"]);
}

#[test]
fn a_length_before_a_list_is_no_heading() {
    let counted = "Line keeper\n\nRequirements\n\nAt least two years experience in:\n\n- mending sails\n- painting hulls\n";
    let found = quotes(counted);
    assert!(found.iter().any(|quote| quote.contains("two years") && quote.contains("painting hulls")), "{found:?}");
}

#[test]
fn rights_to_work_are_read_beside_equal_opportunity() {
    let stated = "Line keeper\n\nEqual opportunity\n\nApplicants must have valid work authorization in the United States.\n\nWe welcome strong Python skills.\n";
    assert_eq!(quotes(stated), ["Applicants must have valid work authorization in the United States."]);
}
