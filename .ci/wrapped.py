#!/usr/bin/env python3
"""Hold the annotated postings, wrapped as pages and as JSON-LD, against themselves as plain text. Standard library only.

    wrapped.py GOLD_DIR [--bin PATH]    print the figures, fail where a wrapping costs more than 0.01
"""
import html
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

MOST = 0.01
FIGURE = "exact_f1"


def body(text):
    """The lines as a site would write them: paragraphs, headings of Markdown, items of lists."""
    out, items = [], False
    for line in map(str.strip, text.splitlines()):
        item = re.match(r"[-*•]\s+(.*)", line)
        heading = re.match(r"(#{1,6})\s+(.*)", line)
        if items and line and not item:
            out.append("</ul>")
            items = False
        if item:
            out.append(("" if items else "<ul>") + f"<li>{inline(item[1])}</li>")
            items = True
        elif heading:
            level = len(heading[1])
            out.append(f"<h{level}>{inline(heading[2])}</h{level}>")
        elif line:
            out.append(f"<p>{inline(line)}</p>")
        elif not items:
            out.append("<p></p>")
    return "\n".join(out)


def inline(text):
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", html.escape(text, quote=False))


def page(text):
    return f"<!doctype html><html><body><nav><a href='/'>Home</a></nav><main>{body(text)}</main><footer>© all rights</footer></body></html>"


def json_ld(text):
    return json.dumps({"@context": "https://schema.org", "@type": "JobPosting", "description": text})


WRAPPINGS = {
    "html": (".html", page),
    "json-ld text": (".json", json_ld),
    "json-ld html": (".json", lambda text: json_ld(body(text))),
    "json-ld page": (".html", lambda text: f"<!doctype html><script type='application/ld+json'>{json_ld(body(text)).replace('</', '<' + chr(92) + '/')}</script>"),
}


def score(gold, binary, extension, wrap, folder):
    lines = []
    for path in sorted(gold.glob("*.gold.json")):
        name = path.name[: -len(".gold.json")]
        source = next((p for p in (path.with_name(name + ".txt"), path.with_name(name + ".md")) if p.exists()), None)
        if source is None:
            continue
        file = Path(folder) / (name + extension)
        file.write_text(wrap(source.read_text(encoding="utf-8")), encoding="utf-8")
        as_of = json.loads(path.read_text(encoding="utf-8")).get("as_of")
        command = [binary, "extract", "--format", "ndjson", str(file)] + (["--as-of", as_of] if as_of else [])
        run = subprocess.run(command, capture_output=True, timeout=60)
        if run.returncode != 0:
            sys.exit(f"{name}: {run.stderr.decode(errors='replace').strip()}")
        lines.append(run.stdout)
    against = Path(folder) / "against.ndjson"
    against.write_bytes(b"".join(lines))
    run = subprocess.run([sys.executable, str(gold.parent / "score.py"), str(gold), "--against", str(against), "--json"], capture_output=True, text=True)
    return json.loads(run.stdout.strip().splitlines()[-1])[FIGURE]


def main():
    gold = Path(sys.argv[1]) / "dev"
    binary = sys.argv[sys.argv.index("--bin") + 1] if "--bin" in sys.argv else "target/release/quals"
    with tempfile.TemporaryDirectory() as folder:
        plain = score(gold, binary, ".md", lambda text: text, folder)
        print(f"    plain          {plain:.4f}")
        lost = 0
        for name, (extension, wrap) in WRAPPINGS.items():
            found = score(gold, binary, extension, wrap, folder)
            lost += plain - found > MOST
            print(f"    {name:14} {found:.4f}{'  LOST' if plain - found > MOST else ''}")
    if lost:
        sys.exit(f"{lost} wrappings cost more than {MOST}")


if __name__ == "__main__":
    main()
