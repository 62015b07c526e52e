//! Pages as they occur, and as nobody should write them.

use super::*;
use std::time::{Duration, Instant};

#[track_caller]
fn reads(page: &str, expected: &str) {
    assert_eq!(text(page), expected, "{page}");
}

#[test]
fn blocks_end_lines() {
    reads("<p>One\n two</p><div>three<br>four</div>five", "One two\nthree\nfour\nfive\n");
    reads("<p>a</p><p>&nbsp;</p><p>b<br><br>c</p>", "a\n\nb\n\nc\n");
    reads("a <i>b</i><b>c</b> &amp; d&nbsp;e", "a bc & d e\n");
    reads("<h1>T</h1><p>x</p><h3>U</h3>y", "# T\nx\n\n### U\ny\n");
    reads("<pre>a\n  b\n\nc</pre>", "a\nb\n\nc\n");
}

#[test]
fn items_stand_on_their_own() {
    reads("<ul><li>a<li> <p>b</p></li>\n<li></li><li>c<ul><li>d</ul></ul>e", "• a\n• b\n• c\n  • d\n\ne\n");
    reads("<ul><li>a<br>\n</li></ul><div>b</div>", "• a\n\nb\n");
    reads("<ol><li><b>x</b></li></ol>", "• x\n");
}

#[test]
fn bold_lines_are_marked() {
    reads("<p><strong>Skills:</strong></p><p><b>Go</b> and C</p>", "**Skills:**\nGo and C\n");
    reads("<b>Needs</b><br>x", "**Needs**\nx\n");
    reads("<p><b>a</p><p>b</p>", "**a**\nb\n");
}

#[test]
fn rows_stand_side_by_side() {
    reads("<table><tr><td>Pay</td><td>5</td></tr><tr><th>Where:<td>Rome</table>", "Pay: 5\nWhere: Rome\n");
    reads("<table><tr><td>a<td>b<td>c<tr><td>d<td><td>f</table>", "a | b | c\nd | f\n");
    reads("<table><tr><td><p>Pay</p></td><td><p>5</p><p>6</p></td></tr></table>", "Pay: 5\n6\n");
    reads("<table><tr><td>Needs</td><td><ul><li>x</ul></td></tr></table>", "Needs:\n• x\n");
    reads("<dl><dt>Pay</dt><dd>5</dd><dt>Hours:</dt><dd><p>40</p></dd></dl>", "Pay: 5\nHours: 40\n");
}

#[test]
fn what_is_no_posting_goes() {
    reads("<title>t</title><style>p{}</style><script>if (a<b) x()</script><nav><ul><li>Home</ul></nav>a<footer>c</footer>", "a\n");
    reads("<form><select><option>x</select><button>Go</button>Search</form><p>a <button>Apply</button>b</p>", "a b\n");
    reads("a<span hidden>x</span> b <div style='display: none'><div>y</div>z</div>c", "a b\nc\n");
    let posting = format!("<form><p>{}</p></form>", "long ".repeat(400));
    assert_eq!(text(&posting).len(), 2_000);
    reads("<div hidden>only</div>", "only\n");
    reads("<nav>unclosed <p>text", "unclosed\ntext\n");
    let page = format!("<h1>Job</h1><p>menu</p><main><p>{}</p></main><p>more jobs</p>", "words ".repeat(100));
    assert!(text(&page).starts_with("# Job\nwords") && text(&page).ends_with("words\n"));
}

#[test]
fn escaped_pages_are_read_too() {
    reads("&lt;p&gt;a&lt;/p&gt;&lt;ul&gt;&lt;li&gt;b&lt;/li&gt;&lt;/ul&gt;", "a\n• b\n");
}

#[test]
fn html_is_known_by_its_content() {
    for page in [
        "<p>x", "<div>a</div>", "a<br>b<br/>c", "<b>x</b><br>y", "<ul>\n<li>a</li>\n</ul>", "<!DOCTYPE html>\n",
        "intro\n<p>a</p>\n<p>b</p>",
    ] {
        assert!(is_html(page), "{page}");
    }
    for text in ["x < y", "Vec<p>", "a <b>c</b>", "- a<br>b\n- c\n- d\n- e", "<https://a.b>", "<your name>", ""] {
        assert!(!is_html(text), "{text}");
    }
}

#[test]
fn hostile_pages_cost_no_more() {
    let n = 20_000;
    let attributes: String = (0..n).map(|i| format!(" a{i}=x")).collect();
    for page in [
        "<div>".repeat(n),
        "<table><tr><td>".repeat(n),
        "<b><i>".repeat(n),
        "<nav><footer>".repeat(n),
        "<ul><li>".repeat(n),
        "</p>".repeat(n),
        "<form><form>x</form>".repeat(n),
        "<".repeat(n),
        "&amp".repeat(n),
        "<!--".repeat(n),
        "<tr><td>a".repeat(n),
        format!("<p{attributes}>x"),
        "<dl><dt>a<dd>".repeat(n),
        "<script>".repeat(n),
        "<td>a".repeat(n),
    ] {
        let start = Instant::now();
        let _ = text(&page);
        assert!(start.elapsed() < Duration::from_secs(2), "{}", page.get(..20).unwrap_or_default());
    }
}

#[test]
fn what_follows_a_list_stands_apart() {
    reads("<ul><li>a</ul><ul><li>b</li></ul><p>c</p><p>d</p>", "• a\n• b\n\nc\nd\n");
}

#[test]
fn escaped_tags_are_seen_through() {
    assert_eq!(visible("&amp;lt;p&amp;gt;C&amp;amp;C&amp;lt;br&amp;gt;x"), "C&C\nx\n");
    assert_eq!(visible("a &lt; b &gt; c &amp; d"), "a &lt; b &gt; c &amp; d");
}
