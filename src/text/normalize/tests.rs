//! Wordings of real postings, made plain.

use super::*;

fn plain(text: &str) -> String {
    normalize(text).as_str().to_owned()
}

#[track_caller]
fn same(text: &str) {
    assert_eq!(plain(text), text);
}

#[test]
fn signs_become_plain() {
    assert_eq!(plain("“C” – a ‘must’ — 3−5\u{A0}years"), "\"C\" - a 'must' – 3-5 years");
    assert_eq!(plain("ofﬁce ﬂow e\u{AD}mail\u{200B} x\ty"), "office flow email x y");
    assert_eq!(plain("𝗣𝘆𝘁𝗵𝗼𝗻 𝟯+ Ｃ＋＋"), "Python 3+ C++");
    assert_eq!(plain("bachelor`s and master´s"), "bachelor's and master's");
    same("Zürich, Łódź, naïve, 日本 — ".trim_end_matches([' ', '—']));
}

#[test]
fn line_ends_become_line_feeds() {
    assert_eq!(plain("a\r\nb\rc\u{2028}d\n"), "a\nb\nc\nd\n");
}

#[test]
fn list_markers_become_bullets() {
    for marker in [
        "• ", "•", "- ", "-", "* ", "*", "+ ", "– ", "–", "· ", "▪\t", "●", "\u{F0B7}  ", "➢", "✓ ", "✔\u{FE0F} ", "o  ", "\\- ",
        "&bull; ", "•\u{A0}", "• - ",
    ] {
        assert_eq!(plain(&format!("Skills\n{marker}Python")), "Skills\n• Python", "{marker:?}");
    }
    assert_eq!(plain("  \t- Go"), "   • Go");
    assert_eq!(plain("-3+ years"), "• 3+ years");
    assert_eq!(plain("•\nPython\n•\nGo"), "• Python\n• Go");
    assert_eq!(plain("Python • Go ● C"), "Python • Go • C");
    assert_eq!(plain("* **Go** and *C*"), "• Go and C");
}

#[test]
fn other_line_starts_stay() {
    for text in [
        "-5 °C", "--- ", "*.txt", "+49 30 1234", "1. one", "a) one", "(a) one", "# Title", "> quote", "office", "o zero", "-", "*",
        "10 - 12", "... more", "*** ",
    ] {
        same(text);
    }
}

#[test]
fn markdown_marks_go() {
    assert_eq!(plain("**Company:** Apple, _new_ and *old*."), "Company: Apple, new and old.");
    assert_eq!(plain("**Note:**This ***all*** (__x__) \"*y*\""), "Note:This all (x) \"y\"");
    assert_eq!(plain("#### **Summary**  "), "#### Summary  ");
    assert_eq!(plain("**Skills **\n"), "Skills \n");
    assert_eq!(plain("[our page](https://a.b/c_d_e), ![logo](x.png) `a_b*c*`"), "our page, logo a_b*c*");
    assert_eq!(plain("3\\-5 C\\+\\+ R\\&D 2\\\\+ \\*not\\* 1\\. x"), "3-5 C++ R&D 2+ *not* 1. x");
    assert_eq!(plain("**a *b* c** d"), "a b c d");
}

#[test]
fn other_stars_and_lines_stay() {
    for text in [
        "5 * 3 * 2", "snake_case_name", "C* and D*", "take *args, **kwargs", "name: _____ date", "2*3*4", "a ** b ** c", "[x] (y)",
        "[Remote](optional)", "C:\\dir", "a\\\\b", "`` open", "x *y z", "4 *not closed",
    ] {
        same(text);
    }
    assert_eq!(plain("a *open\nclosed* b"), "a *open\nclosed* b");
}

#[test]
fn entities_are_read() {
    assert_eq!(plain("R&amp;D &lt;3&nbsp;years&gt; bachelor&rsquo;s &#8211; x"), "R&D <3 years> bachelor's - x");
    same("AT&T, R&D; Q & A");
}

#[test]
fn bold_is_known_afterwards() {
    let original = "**Skills**\n**Go**: fast\n- **One**";
    let text = normalize(original);
    let line = |needle: &str| {
        let start = text.as_str().find(needle).unwrap();
        emphasized(original, text.origin(Span::new(start, start + needle.len())))
    };
    assert!(line("Skills"));
    assert!(!line("Go: fast"));
}

const WRAPPED: &str = "\
We seek a scientific programmer to take a major role in the project, working in
close cooperation with the European Space Agency. Prototypes of the external
data processing pipelines have already been developed by the Kapteyn
Astronomical Institute, and are written entirely in Python.

Requirements
Strong legal research abilities and a state-of-the-art under-
standing of the law, of how it is applied today, and require-
ments analysis with problem-
solving skills
Experience with Python
Experience with SQL
- Bulleted item that is long enough to be wrapped at the very end
  of the line
- Another
";

#[test]
fn wrapped_lines_are_joined() {
    let text = plain(WRAPPED);
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].contains("working in close cooperation with the European Space Agency. Prototypes"), "{text}");
    assert!(lines[0].contains("external data processing"), "{text}");
    assert!(lines[0].ends_with("Kapteyn Astronomical Institute, and are written entirely in Python."), "{text}");
    assert_eq!(lines[2], "Requirements");
    assert!(lines.contains(&"Experience with Python") && lines.contains(&"Experience with SQL"), "{text}");
    assert!(text.contains("• Bulleted item that is long enough to be wrapped at the very end of the line\n• Another"), "{text}");
}

#[test]
fn hyphens_at_a_line_end() {
    let text = plain(WRAPPED);
    assert!(text.contains("and requirements analysis with problem-solving skills"), "{text}");
}

#[test]
fn lists_without_bullets_are_not_joined() {
    for text in [
        "Experience with Python and other languages of that kind\nExperience with SQL in one of its many dialects\nAbility to work in a team that is spread over the world\n",
        "python\nsql\nexcel and other office software\nable to lift fifty pounds\nable to work nights and weekends in all weather conditions\n",
        "must be able to lift fifty pounds without the help of others\nmust have a valid driving license\nable to work at heights of more than thirty feet in all seasons\nown tools\n",
    ] {
        same(text);
    }
}

#[test]
fn both_ways_to_find_a_special_byte_agree() {
    for byte in 0..=255 {
        assert_eq!(has_special(&[byte]), is_special(byte), "{byte:#x}");
    }
}

#[test]
fn a_bad_line_costs_one_pass() {
    for unit in ["*a ", "[", "_a", "`a ``", "\\", "&amp;", "**a *b ", "[a](", "• ", "’", "\u{200B}"] {
        let text = unit.repeat(1 << 17);
        let start = std::time::Instant::now();
        let _ = normalize(&text);
        assert!(start.elapsed().as_secs() < 2, "{unit}");
    }
}

mod laws {
    use super::*;
    use proptest::prelude::*;

    /// Texts of pieces that normalization knows, so that they meet in every order.
    fn messy() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "*",
            "**",
            "_",
            "`",
            "[",
            "](a.b)",
            "\\",
            "&amp;",
            "&bull;",
            "&",
            "•",
            "- ",
            "\n",
            "\r\n",
            "\r",
            "\t",
            " ",
            "\u{A0}",
            "\u{AD}",
            "’",
            "—",
            "ﬁ",
            "word",
            "C++",
            "é",
            "😀",
            "𝗕",
            "o  X",
            "\n\n",
            "-",
            "1.",
            "|",
            "of\n",
            "a line that is long enough to be taken for one that is wrapped,\nand",
            "! ",
            "\u{2028}",
            "\u{FE0F}",
            "✔",
        ]);
        prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
    }

    fn ends(text: &str) -> Vec<usize> {
        (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect()
    }

    proptest! {
        #[test]
        fn every_place_maps_back_in_order(original in messy()) {
            let text = normalize(&original);
            let places = ends(text.as_str());
            let mut last = 0;
            for pair in places.windows(2) {
                let origin = text.origin(Span::new(pair[0], pair[1]));
                prop_assert!(original.get(origin.start..origin.end).is_some(), "{:?} of {:?}", origin, original);
                prop_assert!(origin.start >= last, "{:?} before {}", origin, last);
                prop_assert!(!origin.is_empty());
                last = origin.start;
            }
            let whole = text.origin(Span::new(0, text.as_str().len()));
            prop_assert!(original.get(whole.start..whole.end).is_some());
        }

        #[test]
        fn maps_compose(original in messy()) {
            let first = normalize(&original);
            let second = normalize(first.as_str());
            let both = first.then(second.clone());
            prop_assert_eq!(both.as_str(), second.as_str());
            for pair in ends(both.as_str()).windows(2) {
                let span = Span::new(pair[0], pair[1]);
                let origin = both.origin(span);
                prop_assert!(original.get(origin.start..origin.end).is_some());
                prop_assert!(first.origin(second.origin(span)).contains(origin), "{:?}", span);
            }
        }

        #[test]
        fn any_text_is_taken(original in "\\PC{0,60}") {
            let text = normalize(&original);
            let whole = text.origin(Span::new(0, text.as_str().len()));
            prop_assert!(original.get(whole.start..whole.end).is_some());
        }

        #[test]
        fn plain_words_stay(original in "[a-zA-Z0-9 ,.;:()/+#'\"]{0,60}") {
            prop_assume!(!original.trim_start().starts_with(['+', 'o']));
            prop_assert_eq!(plain(&original), original);
        }
    }
}
