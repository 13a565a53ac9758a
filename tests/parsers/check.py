"""Reads the files of a built site with parsers of other projects, and compares what they read with the dossiers.

Usage: check.py SITE BUNDLE ADDRESS. Prints one line for each difference, and how many files each parser read.
"""

import csv
import io
import json
import re
import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import rispy
from markdown_it import MarkdownIt
from pybtex.database import parse_string

SITE, BUNDLE, ADDRESS = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
HTML = "{http://www.w3.org/1999/xhtml}"

# What TeX prints for the commands of BibTeX files.
TEX = {
    "textbackslash{}": "\\",
    "textbraceleft{}": "{",
    "textbraceright{}": "}",
    "textasciitilde{}": "~",
    "textasciicircum{}": "^",
} | {character: character for character in "#$%&_"}

failures = []
read = Counter()
csv.field_size_limit(1 << 30)


def same(what, found, expected):
    if found != expected:
        failures.append(f"{what}: {found!r} instead of {expected!r}")


def holds(what, condition):
    if not condition:
        failures.append(what)


def one_line(text):
    """Formats that have lines show a text in one line."""
    return re.sub(r"\s+", " ", text).strip()


def name(value):
    return value["is"] if isinstance(value, dict) else value


def no_duplicates(pairs):
    fields = dict(pairs)
    holds(f"a field twice in {pairs!r}", len(fields) == len(pairs))
    return fields


def no_constant(text):
    raise ValueError(f"{text} is not JSON")


def parse_json(path):
    read["JSON"] += 1
    text = path.read_bytes().decode("utf-8")
    return json.loads(text, object_pairs_hook=no_duplicates, parse_constant=no_constant)


def parse_html(path):
    read["HTML"] += 1
    parser = html5lib.HTMLParser(strict=False)
    document = parser.parse(path.read_bytes().decode("utf-8"))
    for _, error, _ in parser.errors:
        failures.append(f"{path}: {error}")
    return document


def text_of(element):
    return one_line("".join(element.itertext()))


def check_page(path):
    document = parse_html(path)
    elements = list(document.iter())
    for element in elements:
        if not isinstance(element.tag, str):
            continue
        tag = element.tag.removeprefix(HTML)
        for attribute, value in element.attrib.items():
            attribute = str(attribute)
            holds(f"{path}: {tag} has {attribute}", not attribute.lower().startswith("on"))
            holds(f"{path}: {tag} runs {value!r}", not value.strip().lower().startswith("javascript:"))
        # The page for unknown addresses has a script of the site, and no words of a dossier.
        if path.name == "404.html":
            continue
        is_data = element.get("type") in ("application/ld+json", "application/json")
        holds(f"{path}: a script of a dossier", tag != "script" or element.get("src") or is_data)
        if tag == "script" and is_data:
            json.loads("".join(element.itertext()), object_pairs_hook=no_duplicates)
            read["linked data"] += 1


def heading(path):
    headings = parse_html(path).iter(f"{HTML}h1")
    return text_of(next(headings))


def check_bib(path, dossier, wanted):
    read["BibTeX"] += 1
    entries = parse_string(path.read_bytes().decode("utf-8"), "bibtex").entries
    same(f"{path}: keys", list(entries), [f"{dossier['id']}:{it['id']}" for it in wanted])
    for entry in entries.values():
        headline = dossier["article"].get("headline")
        if headline is not None:
            same(f"{path}: title", printed(entry.fields["title"]), one_line(headline))
        same(f"{path}: year", entry.fields["year"], dossier["article"]["published"][:4])
        same(f"{path}: address", entry.fields.get("url"), dossier["article"].get("address"))
        holds(f"{path}: note", printed(entry.fields["note"]).startswith("Statement "))


def printed(field):
    """What TeX prints for a field: commands become characters, and groups only keep characters apart."""
    commands = "|".join(re.escape(command) for command in TEX)
    unknown = re.sub(rf"\\({commands})", "", field)
    holds(f"an unknown command in {field!r}", "\\" not in unknown)
    return one_line(re.sub(rf"\\({commands})|[{{}}]", lambda found: TEX.get(found[1], ""), field))


def check_ris(path, dossier, wanted):
    read["RIS"] += 1
    entries = rispy.loads(path.read_bytes().decode("utf-8"))
    same(f"{path}: ids", [it["id"] for it in entries], [f"{dossier['id']}:{it['id']}" for it in wanted])
    for entry in entries:
        headline = dossier["article"].get("headline")
        if headline is not None:
            same(f"{path}: title", one_line(entry["title"]), one_line(headline))


def check_csl(path, dossier, wanted):
    entries = parse_json(path)
    entries = entries if isinstance(entries, list) else [entries]
    read["CSL"] += 1
    same(f"{path}: ids", [it["id"] for it in entries], [f"{dossier['id']}:{it['id']}" for it in wanted])
    for entry in entries:
        same(f"{path}: title", entry.get("title"), dossier["article"].get("headline"))
        published = [int(part) for part in dossier["article"]["published"].split("-")]
        same(f"{path}: date", entry["issued"], {"date-parts": [published]})


def check_csv(path, dossier, list_name):
    read["CSV"] += 1
    text = path.read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    same(f"{path}: ids", [row["id"] for row in rows], [it["id"] for it in dossier[list_name]])
    for row, item in zip(rows, dossier[list_name]):
        holds(f"{path}: a row with more or fewer cells", None not in row and None not in row.values())
        # A spreadsheet would run a cell that begins with one of these. An apostrophe says that it is text.
        for cell in row.values():
            holds(f"{path}: a formula {cell!r}", not re.match(r"[=+@\t\r-](?!\d)", cell or ""))
        if "gist_by_annotator" in row and "gist" in item:
            same(f"{path}: gist", row["gist_by_annotator"].removeprefix("'"), item["gist"])


def check_markdown(path, dossier, list_name):
    read["Markdown"] += 1
    tokens = MarkdownIt("commonmark").parse(path.read_bytes().decode("utf-8"))
    kinds = {token.type for token in tokens}
    holds(f"{path}: markup {kinds}", not kinds & {"html_block", "code_block", "fence", "hr"})
    headings = []
    for before, token in zip(tokens, tokens[1:]):
        if before.type == "heading_open":
            headings.append((before.tag, plain(token)))
        for part in token.children or []:
            holds(f"{path}: HTML {part.content!r}", part.type != "html_inline")
            holds(f"{path}: a picture {part.attrs!r}", part.type != "image")
            if part.type == "link_open":
                target = part.attrs["href"]
                known = dossier["article"].get("address", ADDRESS)
                holds(f"{path}: a link to {target}", target.startswith((ADDRESS, known[:20])))
    same(f"{path}: headings", [tag for tag, _ in headings], ["h1"] + ["h2"] * len(dossier[list_name]))
    holds(f"{path}: title {headings[0]}", headings[0][1].endswith(one_line(dossier["title"])))


def plain(token):
    """The text of an inline token, as a reader sees it."""
    shown = {"softbreak": " ", "hardbreak": " "}
    return one_line("".join(shown.get(part.type, part.content) for part in token.children or []))


def check_dossier(dossier):
    folder = BUNDLE / dossier["id"]
    statements = dossier["statements"]
    published = parse_json(folder / "dossier.json")["dossier"]
    for field in ["id", "title", "summary"]:
        same(f"{folder}: {field}", published[field], dossier[field])
    same(f"{folder}: headline", published["article"].get("headline"), dossier["article"].get("headline"))
    holds(f"{folder}: heading", one_line(dossier["title"]) in heading(folder / "index.html"))
    check_bib(folder / "statements.bib", dossier, statements)
    check_ris(folder / "statements.ris", dossier, statements)
    check_csl(folder / "statements.csl.json", dossier, statements)
    for statement in statements:
        one = folder / "statements" / statement["id"]
        check_bib(one / "cite.bib", dossier, [statement])
        check_ris(one / "cite.ris", dossier, [statement])
        check_csl(one / "cite.json", dossier, [statement])
        embed = html5lib.parseFragment(parse_json(one / "oembed.json")["html"])
        kinds = [it.tag.removeprefix(HTML) for it in embed.iter() if isinstance(it.tag, str)]
        holds(f"{one}: embed {kinds}", kinds.count("iframe") == 1 and "script" not in kinds[1:2])
    for list_name in ["statements", "actors", "figures"]:
        rows = parse_json(folder / f"{list_name}.json")
        same(f"{folder}: {list_name}", [it["id"] for it in rows], [it["id"] for it in dossier[list_name]])
        check_csv(folder / f"{list_name}.csv", dossier, list_name)
        check_markdown(folder / f"{list_name}.md", dossier, list_name)


def check_feed(dossiers):
    read["Atom"] += 1
    feed = ElementTree.fromstring((BUNDLE / "feed.xml").read_bytes())
    same("feed.xml", feed.tag, f"{ATOM}feed")
    entries = feed.findall(f"{ATOM}entry")
    for entry in entries:
        for field in ["id", "title", "updated", "link"]:
            holds(f"feed.xml: an entry without {field}", entry.find(f"{ATOM}{field}") is not None)
    titles = {one_line(entry.findtext(f"{ATOM}title")) for entry in entries}
    for dossier in dossiers:
        holds(f"feed.xml: {dossier['title']!r}", one_line(dossier["title"]) in titles)


def check_sitemap():
    read["sitemap"] += 1
    sitemap = ElementTree.fromstring((BUNDLE / "sitemap.xml").read_bytes())
    places = [place.text for place in sitemap.iter(f"{SITEMAP}loc")]
    holds("sitemap.xml has no pages", len(places) > 10)
    for place in places:
        page = BUNDLE / place.removeprefix(ADDRESS) / "index.html"
        holds(f"sitemap.xml: {place}", place.startswith(ADDRESS) and page.is_file())


dossiers = [json.loads(path.read_text("utf-8")) for path in sorted((SITE / "dossiers").glob("*.json"))]
for dossier in dossiers:
    check_dossier(dossier)
check_feed(dossiers)
check_sitemap()
for path in sorted(BUNDLE.rglob("*")):
    if path.suffix == ".html":
        check_page(path)
    elif path.suffix in (".json", ".jsonld"):
        parse_json(path)
    elif path.suffix == ".svg":
        ElementTree.fromstring(path.read_bytes())
        read["SVG"] += 1
    elif path.suffix == ".txt":
        path.read_bytes().decode("utf-8")
print(", ".join(f"{kind}: {count}" for kind, count in sorted(read.items())))
for failure in failures:
    print(failure[:1000])
sys.exit(1 if failures or not dossiers else 0)
