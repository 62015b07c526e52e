//! What holds for any text: reading never panics, and every diagnostic points into the file.

use proptest::prelude::*;
use quals::{
    diagnostic::Renderer,
    profile::{check_as_of, read, read_bytes},
    taxonomy::Taxonomy,
};
use std::sync::LazyLock;

const EXAMPLE: &str = include_str!("../../profiles/example.toml");

/// A small vocabulary: comparing names with the whole one takes long, and finds nothing else.
static TAXONOMY: LazyLock<Taxonomy> = LazyLock::new(|| Taxonomy::new(Vec::new()));

/// One change of the bytes of a file.
#[derive(Debug, Clone)]
enum Change {
    Delete(usize, usize),
    Insert(usize, String),
    Repeat(usize, usize),
}

fn change() -> impl Strategy<Value = Change> {
    let at = 0..EXAMPLE.len();
    let piece = prop_oneof![
        "[\\[\\]{}=\"'.,#\n\r 0-9a-z\u{feff}\u{1b}é]{1,6}",
        prop::sample::select(vec![
            "[[skills]]\n", "[study]\n", "\"\"\"", "nan", "-1", "2026-02-30", "present", "= ", "\n= 3\n", "a.b.c = 1\n", "[[a.b]]\n"
        ])
        .prop_map(str::to_owned),
    ];
    prop_oneof![
        (at.clone(), 1..40_usize).prop_map(|(at, len)| Change::Delete(at, len)),
        (at.clone(), piece).prop_map(|(at, text)| Change::Insert(at, text)),
        (at, 1..400_usize).prop_map(|(at, len)| Change::Repeat(at, len)),
    ]
}

fn changed(changes: &[Change]) -> Vec<u8> {
    let mut bytes = EXAMPLE.as_bytes().to_vec();
    for change in changes {
        match change {
            Change::Delete(at, len) => drop(bytes.drain(*at.min(&bytes.len())..(at + len).min(bytes.len()))),
            Change::Insert(at, text) => drop(bytes.splice(*at.min(&bytes.len())..*at.min(&bytes.len()), text.bytes())),
            Change::Repeat(at, len) => {
                let piece = bytes[*at.min(&bytes.len())..(at + len).min(bytes.len())].to_vec();
                drop(bytes.splice(*at.min(&bytes.len())..*at.min(&bytes.len()), piece));
            }
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_change_of_the_example_makes_it_panic(changes in prop::collection::vec(change(), 1..6)) {
        let bytes = changed(&changes);
        let checked = read_bytes("any.toml", &bytes, &TAXONOMY);
        prop_assert_eq!(checked.profile.is_none(), checked.diagnostics.iter().any(|told| told.is_error()));
        let lines = String::from_utf8_lossy(&bytes).split('\n').count();
        for told in &checked.diagnostics {
            prop_assert!(told.line >= 1 && told.line <= lines && told.column >= 1, "{}", told);
            prop_assert!(!told.message.ends_with('.') && !told.to_string().contains('\n'));
            prop_assert!(!Renderer::plain().render(told).is_empty());
        }
        if let Some(profile) = &checked.profile {
            let _ = check_as_of(profile, jiff::civil::date(2026, 11, 21));
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,200}|[\\[\\]{}=\"'.,#\n\r\t a-z0-9]{0,200}") {
        let checked = read("any.toml", &text, &TAXONOMY);
        prop_assert!(checked.profile.is_some() || !checked.diagnostics.is_empty());
    }
}
