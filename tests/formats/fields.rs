//! What the fields of each format say.

use crate::{document, documents, extract};
use quals::{
    posting::{Employment, PayPeriod, Posting, Salary, Workplace},
    read::{Document, ReadError, ReadOptions, read_bytes},
};
use serde_json::{Value, json};

fn salary(min: f64, max: f64, currency: &str, period: PayPeriod) -> Option<Salary> {
    Some(Salary { min: Some(min), max: Some(max), currency: Some(currency.to_owned()), period: Some(period) })
}

fn read(value: &Value) -> Document {
    document("posting.json", value.to_string())
}

fn quotes(document: &Document) -> Vec<String> {
    extract(document).requirements.into_iter().map(|it| it.quote).collect()
}

/// The facts that all boards have, and no others.
fn facts(title: &str, posted: &str) -> Posting {
    Posting { title: Some(title.to_owned()), locations: vec!["Leeds".to_owned()], posted: posted.parse().ok(), ..Posting::default() }
}

fn job_posting() -> Value {
    json!({
        "@context": "https://schema.org", "@type": ["JobPosting"], "title": " Staff  Nurse ", "datePosted": "2026-11-02T08:00:00+01:00",
        "validThrough": "2026-12-05T23:59", "employmentType": ["PART_TIME", "INTERN"], "jobLocationType": "TELECOMMUTE",
        "hiringOrganization": { "@type": "Organization", "name": "St Mary" },
        "jobLocation": [{ "@type": "Place", "address": { "addressLocality": "Leeds", "addressRegion": "Leeds", "addressCountry": { "name": "UK" } } }],
        "baseSalary": { "@type": "MonetaryAmount", "currency": "GBP", "value": { "minValue": "30,000", "maxValue": 34000, "unitText": "YEAR" } },
        "identifier": { "@type": "PropertyValue", "name": "St Mary", "value": 4711 }, "workHours": "37.5 hours per week",
        "description": "<p>We care for people.</p><ul><li>Experience with wound care required</li></ul>",
        "experienceRequirements": { "@type": "OccupationalExperienceRequirements", "monthsOfExperience": "36" },
        "educationRequirements": { "@type": "EducationalOccupationalCredential", "credentialCategory": "bachelor degree" },
        "experienceInPlaceOfEducation": true, "qualifications": "Fluent in English is required",
        "applicantLocationRequirements": { "@type": "Country", "name": "United Kingdom" },
    })
}

#[test]
fn of_a_job_posting() {
    let document = read(&job_posting());
    let expected = Posting {
        company: Some("St Mary".to_owned()),
        locations: vec!["Leeds, UK".to_owned()],
        workplace: Some(Workplace::Remote),
        employment: Some(Employment::Internship),
        deadline: "2026-12-05".parse().ok(),
        weekly_hours: Some(37.5),
        salary: salary(30_000.0, 34_000.0, "GBP", PayPeriod::Year),
        reference: Some("4711".to_owned()),
        ..facts("Staff Nurse", "2026-11-02")
    };
    assert_eq!(document.facts, expected);
    let found = quotes(&document);
    let quotes = [
        "Experience with wound care required", "Fluent in English is required", "Bachelor's degree or 36 months of experience",
        "Must be located in United Kingdom",
    ];
    assert_eq!(found, quotes);
}

#[test]
fn fields_do_not_ask_again_what_the_text_asks() {
    let mut posting = job_posting();
    posting["description"] =
        "Requirements:\n- BSc in Nursing or equivalent experience\n- Three years of experience on a ward\n- Fluent in English is required"
            .into();
    let found = quotes(&read(&posting));
    assert!(!found.iter().any(|quote| quote.contains("36 months") || quote.contains("Bachelor's")), "{found:?}");
    assert_eq!(found.iter().filter(|quote| quote.contains("Fluent")).count(), 1, "{found:?}");
}

#[test]
fn months_of_experience_are_quoted() {
    let months = |months: Value| json!({ "@type": "OccupationalExperienceRequirements", "monthsOfExperience": months });
    for (needs, want) in [
        (months(36.into()), vec![("36 months of experience", 36.0)]),
        (json!([months("12.5".into()), months(24.into())]), vec![("13 months of experience", 13.0), ("24 months of experience", 24.0)]),
        (months(0.into()), vec![]),
        (months((-5).into()), vec![]),
        (months(100_000.into()), vec![]),
        (months("some".into()), vec![]),
    ] {
        let document =
            read(&json!({ "@type": "JobPosting", "title": "Cook", "description": "<p>We cook.</p>", "experienceRequirements": needs }));
        let found = extract(&document).requirements;
        let asked = found.iter().map(|it| {
            assert_eq!(it.span.of(document.source.text()), it.quote);
            let atoms: Vec<Value> = it.needs.atoms().map(|atom| serde_json::to_value(atom).unwrap()).collect();
            (it.quote.as_str(), atoms[0]["min_months"].as_f64().unwrap())
        });
        assert_eq!(asked.collect::<Vec<_>>(), want, "{needs}");
    }
}

#[test]
fn of_pages_with_data() {
    let script = |text: &str| format!("<!doctype html><script type='application/ld+json'>{text}</script><body><p>Apply now");
    let page = |text: &str| documents("page.html", script(text));
    let title = |found: &Result<Document, ReadError>| found.as_ref().unwrap().facts.title.clone().unwrap();
    let one = "{\"@type\": \"JobPosting\", \"title\": \"One\", \"description\": \"<p>RN license\nrequired\", }";
    assert_eq!(page(one).iter().map(title).collect::<Vec<_>>(), ["One"]);
    assert_eq!(page(&format!("<!-- {one} -->")).len(), 1);
    let two = page(
        "[{\"@type\": \"JobPosting\", \"title\": \"One\", \"description\": \"RN\"}, {\"mainEntity\": {\"@type\": \"schema:JobPosting\", \"title\": \"Two\", \"description\": \"MD\"}}]",
    );
    assert_eq!(two.iter().map(title).collect::<Vec<_>>(), ["One", "Two"]);
    assert_eq!(two[1].as_ref().unwrap().source.name(), "page.html:2");
    assert_eq!(page("{\"@type\": \"Person\"}")[0].as_ref().unwrap().source.text().trim(), "Apply now");
    assert_eq!(page("{\"@type\": \"JobPosting\"")[0].as_ref().unwrap().source.text().trim(), "Apply now");
}

/// Search engines are often given the text without its lines; the page has them.
#[test]
fn of_pages_whose_data_lost_their_lines() {
    let page = "<script type='application/ld+json'>{\"@type\": \"JobPosting\", \"title\": \"Nurse\", \"description\": \"We care. You have: RN license Two years on a ward\"}\
        </script><main><h1>Nurse</h1><p>We care.</p><h2>You have:</h2><ul><li>RN license</li><li>Two years on a ward</li></ul></main>";
    let document = document("page.html", page);
    assert!(document.source.text().contains("• RN license\n• Two years on a ward"), "{}", document.source.text());
    assert_eq!(document.facts.title.as_deref(), Some("Nurse"));
}

#[test]
fn of_microdata() {
    let page = "<html><body><div itemscope itemtype='https://schema.org/JobPosting'><h1 itemprop='title'>Staff <b>Nurse</b></h1>\
        <meta itemprop='datePosted' content='2026-11-02'><span itemprop='hiringOrganization' itemscope itemtype='https://schema.org/Organization'>\
        <span itemprop='name'>St Mary</span></span><div itemprop='jobLocation' itemscope itemtype='https://schema.org/Place'>\
        <div itemprop='address' itemscope itemtype='https://schema.org/PostalAddress'><span itemprop='addressLocality'>Leeds</span></div></div>\
        <time itemprop='validThrough' datetime='2026-12-05'>soon</time>\
        <div itemprop='description'><div><h2>Requirements</h2></div><ul><li>RN license</ul></div></div><p>More jobs</body>";
    let document = document("page.html", page);
    let expected =
        Posting { company: Some("St Mary".to_owned()), deadline: "2026-12-05".parse().ok(), ..facts("Staff Nurse", "2026-11-02") };
    assert_eq!(document.facts, expected);
    assert_eq!(document.source.text().trim(), "## Requirements\n• RN license");
}

#[test]
fn of_boards() {
    let greenhouse = json!({ "jobs": [{ "title": "Nurse", "absolute_url": "x", "location": { "name": "Leeds" }, "first_published": "2026-11-02T10:00:00-05:00",
        "content": "&amp;lt;p&amp;gt;RN license&amp;lt;/p&amp;gt;", "company_name": "St Mary", "requisition_id": "R-7",
        "pay_input_ranges": [{ "min_cents": 3_000_000, "max_cents": 3_400_000, "currency_type": "GBP", "title": "Annual Salary" }] }] });
    let found = document("board.json", greenhouse.to_string());
    assert_eq!((found.source.text().trim(), found.source.name()), ("RN license", "board.json"));
    let expected = Posting {
        company: Some("St Mary".to_owned()),
        reference: Some("R-7".to_owned()),
        salary: salary(30_000.0, 34_000.0, "GBP", PayPeriod::Year),
        ..facts("Nurse", "2026-11-02")
    };
    assert_eq!(found.facts, expected);

    let lever = json!([{ "text": "Nurse", "categories": { "location": "Leeds", "commitment": "Full-time" }, "createdAt": 1_762_041_600_000_u64, "workplaceType": "hybrid",
        "description": "<div>We care.</div>", "lists": [{ "text": "You have:", "content": "<li>RN license</li><li>Thai</li>" }], "additional": "<p>Nights.</p>",
        "salaryRange": { "min": 15, "max": 17, "currency": "GBP", "interval": "per-hour-wage" } }]);
    let found = document("lever.json", lever.to_string());
    assert_eq!(found.source.text(), "We care.\n\n## You have:\n\n• RN license\n• Thai\n\n## Additional information\n\nNights.\n");
    let expected = Posting {
        workplace: Some(Workplace::Hybrid),
        employment: Some(Employment::FullTime),
        salary: salary(15.0, 17.0, "GBP", PayPeriod::Hour),
        ..facts("Nurse", "2025-11-02")
    };
    assert_eq!((found.facts, found.source.text_of().unwrap().to_string().as_str()), (expected, "json:description+lists+additional"));

    let ashby = json!({ "jobs": [{ "title": "Nurse", "location": "Leeds", "descriptionHtml": "<p>RN license", "publishedAt": "2026-11-02T10:00:00.000+00:00", "isRemote": true,
        "employmentType": "PartTime", "compensation": { "summaryComponents": [{ "compensationType": "EquityPercentage" },
        { "compensationType": "Salary", "interval": "1 YEAR", "currencyCode": "GBP", "minValue": 30000, "maxValue": 34000 }] } }] });
    let expected = Posting {
        workplace: Some(Workplace::Remote),
        employment: Some(Employment::PartTime),
        salary: salary(30_000.0, 34_000.0, "GBP", PayPeriod::Year),
        ..facts("Nurse", "2026-11-02")
    };
    assert_eq!(read(&ashby).facts, expected);
}

#[test]
fn of_applicant_tracking_systems() {
    let smart = json!({ "name": "Nurse", "company": { "name": "St Mary" }, "location": { "city": "Leeds", "remote": false }, "releasedDate": "2026-11-02T10:00:00.000Z", "refNumber": "R7",
        "typeOfEmployment": { "label": "Full-time" }, "jobAd": { "sections": { "qualifications": { "title": "Qualifications", "text": "<p>RN license" },
        "jobDescription": { "title": "Job Description", "text": "<p>Care." } } } });
    let found = read(&smart);
    assert_eq!(found.source.text(), "## Job Description\n\nCare.\n\n## Qualifications\n\nRN license\n");
    let named = Posting {
        company: Some("St Mary".to_owned()),
        employment: Some(Employment::FullTime),
        reference: Some("R7".to_owned()),
        ..facts("Nurse", "2026-11-02")
    };
    assert_eq!(found.facts, named);

    let workday = json!({ "jobPostingInfo": { "title": "Nurse", "jobDescription": "<p>RN license", "location": "Leeds", "startDate": "2026-11-02", "timeType": "Full time", "jobReqId": "R7" },
        "hiringOrganization": { "name": "St Mary" } });
    assert_eq!(read(&workday).facts, named);
}

#[test]
fn of_lists_of_links() {
    let links = json!([
        { "title": "ML Intern", "company_name": "Northlight", "locations": ["Leeds"], "date_posted": 1_762_041_600, "terms": ["Summer 2027"], "sponsorship": "Does Not Offer Sponsorship" },
        { "title": "Radar Intern", "company_name": "Farsight", "locations": [], "terms": [], "sponsorship": "U.S. Citizenship is Required", "degrees": ["Master's", "PhD"] },
    ]);
    let found = documents("listings.json", links.to_string());
    let (first, second) = (found[0].as_ref().unwrap(), found[1].as_ref().unwrap());
    let expected =
        Posting { company: Some("Northlight".to_owned()), terms: vec!["summer 2027".to_owned()], ..facts("ML Intern", "2025-11-02") };
    assert_eq!((&first.facts, first.source.name()), (&expected, "listings.json:1"));
    assert!(quotes(first).iter().any(|quote| quote.contains("without sponsorship")), "{:?}", quotes(first));
    assert_eq!(quotes(second), ["Master's or PhD degree", "U.S. Citizenship is Required"]);
}

#[test]
fn of_tables() {
    let table = "site,title,company,location,date_posted,job_type,interval,min_amount,max_amount,currency,is_remote,description\n\
        indeed,Nurse,St Mary,Leeds,2026-11-02,fulltime,yearly,30000.0,34000.0,GBP,False,\"**You have**\n\n* RN license\"\n";
    let found = document("jobs.csv", table);
    let expected = Posting {
        company: Some("St Mary".to_owned()),
        employment: Some(Employment::FullTime),
        salary: salary(30_000.0, 34_000.0, "GBP", PayPeriod::Year),
        ..facts("Nurse", "2026-11-02")
    };
    assert_eq!((found.facts, found.source.name()), (expected, "jobs.csv:2"));
    assert_eq!(found.source.text(), "**You have**\n\n* RN license");
    assert_eq!(document("-", table).source.name(), "-:2");
}

#[test]
fn of_a_named_column() {
    let options = ReadOptions { text_column: Some("What You Need".to_owned()), ..ReadOptions::default() };
    let read = |name: &str, text: &str| read_bytes(name, text.as_bytes().to_vec(), &options).collect::<Vec<_>>();
    let found = read("jobs.csv", "title;description;what_you_need\nNurse;we care;RN license\n");
    assert_eq!(found[0].as_ref().unwrap().source.text(), "RN license");
    let found = read("jobs.ndjson", "{\"description\": \"we care\", \"whatYouNeed\": \"RN license\"}\n{\"description\": \"x\"}");
    assert_eq!(found[0].as_ref().unwrap().source.text(), "RN license");
    let told = found[1].as_ref().unwrap_err().to_string();
    assert!(told.starts_with("row `jobs.ndjson:2` has no column `What You Need` for the posting's text; "), "{told}");
}

#[cfg(feature = "pdf")]
#[test]
fn of_a_pdf_document() {
    use lopdf::{
        Dictionary, Object, Stream,
        content::{Content, Operation},
        dictionary,
    };
    let mut pdf = lopdf::Document::with_version("1.5");
    let pages = pdf.new_object_id();
    let font = |name: &str| dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => name, "Encoding" => "WinAnsiEncoding" };
    let fonts: Dictionary = dictionary! { "F1" => font("Helvetica"), "F2" => font("Helvetica-Bold") };
    let mut operations = vec![Operation::new("BT", vec![])];
    let lines: [(&str, i64, &str); 6] = [
        ("F1", 730, "Lake Z\u{fc}rich is near."),
        ("F2", 700, "Requirements"),
        ("F1", 676, "\u{95} RN license"),
        ("F1", 662, "\u{95} Five years of experi-"),
        ("F1", 648, "ence on a ward"),
        ("F1", 634, "\u{95} Fluent in English"),
    ];
    for (font, y, text) in lines {
        operations.push(Operation::new("Tf", vec![font.into(), 11.into()]));
        operations.push(Operation::new("Tm", vec![1.into(), 0.into(), 0.into(), 1.into(), 72.into(), y.into()]));
        let bytes: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        operations.push(Operation::new("Tj", vec![Object::string_literal(bytes)]));
    }
    operations.push(Operation::new("ET", vec![]));
    let content = pdf.add_object(Stream::new(dictionary! {}, Content { operations }.encode().unwrap()));
    let page = pdf.add_object(
        dictionary! { "Type" => "Page", "Parent" => pages, "Contents" => content, "Resources" => dictionary! { "Font" => fonts } },
    );
    pdf.objects.insert(pages, Object::Dictionary(dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 }));
    let catalog = pdf.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    pdf.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).unwrap();
    let found = document("posting.pdf", bytes);
    assert_eq!(found.source.text_of().unwrap().to_string(), "pdf");
    assert_eq!(quotes(&found), ["RN license", "Five years of experience on a ward", "Fluent in English"]);
    assert!(found.source.text().starts_with("Lake Zürich is near.\n\n**Requirements**\n"), "{}", found.source.text());
}
