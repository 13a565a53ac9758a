"""Cuts the fonts of the site to the characters and features that it uses, and writes the style sheet that names them.

Run by tools/fonts, with the folder that contains the packages of the Source fonts. Writes static/fonts/*.woff2 and
static/styles/fonts.css. fonts/README.md explains the choices.
"""

import logging
import pathlib
import sys
from io import BytesIO

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

logging.disable(logging.WARNING)

# Weight 400 to 600, as one file; or 400 alone.
VARIABLE, REGULAR = (400, 400, 600), 400

LATIN = "20-7E A0-FF 131 152-153 2013-2014 2018-201A 201C-201E 2022 2026 2032-2033 2039-203A 20AC 2122 2212"
# Characters within these ranges that are left out, because reports hardly ever use them.
RARE = "¢¤¥¦¨¬¯´µ¸¹¼¾"
EXTENDED = "100-130 132-151 154-24F 1E00-1EFF 2B0-2BF"
ARABIC = "600-6FF 750-77F 8A0-8FF"
HEBREW = "590-5FF 20AA 25CC FB1D-FB4F"

TEXT = ["kern", "liga", "tnum"]
MARKS = ["kern", "ccmp", "locl", "mark"]
SCRIPT = ["kern", "ccmp", "locl", "mark", "mkmk", "init", "medi", "fina", "liga", "rlig"]

# Name of the file, source, weights, characters, features, family, style, weights in CSS, and size in percent.
# The names of the families are ours, as the licence of Source Sans asks of changed fonts.
FONTS = [
    ("serif", "serif/source-serif-4-latin-wght-normal", VARIABLE, LATIN, TEXT, "Record Serif", "normal", "400 600", 100),
    ("serif-italic", "serif/source-serif-4-latin-wght-italic", REGULAR, LATIN, TEXT, "Record Serif", "italic", "400", 100),
    ("sans", "sans/source-sans-3-latin-wght-normal", VARIABLE, LATIN, TEXT, "Record Sans", "normal", "400 600", 100),
    ("serif-extended", "serif/source-serif-4-latin-ext-wght-normal", REGULAR, EXTENDED, MARKS, "Record Serif", "normal", "400 600", 100),
    ("serif-italic-extended", "serif/source-serif-4-latin-ext-wght-italic", REGULAR, EXTENDED, MARKS, "Record Serif", "italic", "400", 100),
    ("sans-extended", "sans/source-sans-3-latin-ext-wght-normal", VARIABLE, EXTENDED, MARKS, "Record Sans", "normal", "400 600", 100),
    # The sizes are those of the preview pictures, in src/picture/fonts.rs.
    ("serif-arabic", "noto-naskh-arabic/regular.ttf", None, ARABIC, SCRIPT, "Noto Naskh Arabic", "normal", "400", 112),
    ("sans-arabic", "noto-sans-arabic/regular.ttf", None, ARABIC, SCRIPT, "Noto Sans Arabic", "normal", "400", 95),
    ("sans-arabic-semibold", "noto-sans-arabic/semibold.ttf", None, ARABIC, SCRIPT, "Noto Sans Arabic", "normal", "600", 95),
    ("serif-hebrew", "noto-serif-hebrew/regular.ttf", None, HEBREW, SCRIPT, "Noto Serif Hebrew", "normal", "400", 100),
    ("sans-hebrew", "noto-sans-hebrew/regular.ttf", None, HEBREW, SCRIPT, "Noto Sans Hebrew", "normal", "400", 100),
    ("sans-hebrew-semibold", "noto-sans-hebrew/semibold.ttf", None, HEBREW, SCRIPT, "Noto Sans Hebrew", "normal", "600", 100),
]

# Fonts of readers' systems that are shown until ours arrive: names, and average width of a letter of English text, in
# em. Those of Arial, Georgia and so on are from the package @capsizecss/metrics 4.3.0; those of the DejaVu fonts were
# measured in the same way. Of each group, a browser uses the last that the system has.
SERIF_WIDTH, SANS_WIDTH, SEMIBOLD_WIDTH = 0.4790, 0.4180, 0.4310
SERIF_FALLBACKS = [
    (["DejaVu Serif"], 0.5165),
    (["Times New Roman", "Liberation Serif"], 0.4063),
    (["Noto Serif"], 0.4810),
    (["Cambria", "Caladea"], 0.4110),
    (["Georgia", "Gelasio"], 0.4458),
]
SANS_FALLBACKS = [
    (["DejaVu Sans"], 0.5100),
    (["Arial", "Liberation Sans", "Helvetica Neue"], 0.4458),
    (["Noto Sans"], 0.4740),
    (["Roboto"], 0.4448),
    (["Segoe UI"], 0.4434),
]
SEMIBOLD_FALLBACKS = [
    (["DejaVu Sans Bold"], 0.5768),
    (["Arial Bold", "Liberation Sans Bold", "Helvetica Neue Bold"], 0.4800),
    (["Noto Sans SemiBold"], 0.4920),
    (["Roboto Medium"], 0.4487),
    (["Segoe UI Semibold"], 0.4575),
]
# Ascent and descent of the Source fonts, in em.
SERIF_HEIGHTS, SANS_HEIGHTS = (1.036, 0.335), (1.024, 0.400)

HEADER = """/* The fonts of the site, and what is shown until they arrive. Made by tools/fonts: see fonts/README.md. A browser loads
   only the files whose characters a page has. */
"""


def characters(ranges):
    for part in ranges.split():
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def cut(path, weights, ranges, features, family):
    font = TTFont(path, recalcTimestamp=False)
    if weights:
        font = instancer.instantiateVariableFont(font, {"wght": weights})
    if family.startswith("Record"):
        for record in font["name"].names:
            if record.nameID in (1, 3, 4, 6):
                record.string = family.replace(" ", "" if record.nameID == 6 else " ")
    # The subsetter needs complete tables, as they are in a file.
    file = BytesIO()
    font.flavor = None
    font.save(file)
    file.seek(0)
    font = TTFont(file, recalcTimestamp=False)
    options = subset.Options()
    options.layout_features = features
    options.layout_scripts = ["*"]
    options.hinting = False
    options.glyph_names = False
    # The copyright and the licence stay in the file.
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += ["BASE", "prep", "gasp"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=set(characters(ranges)) - set(map(ord, RARE)))
    subsetter.subset(font)
    font.flavor = "woff2"
    file = BytesIO()
    font.save(file, reorderTables=False)
    return file.getvalue()


def face(*lines):
    return "@font-face { " + "; ".join(lines) + "; }\n"


def fallbacks(family, weight, fonts, width, heights):
    for names, local in fonts:
        size = round(width / local * 100, 1)
        ascent, descent = (round(height / size * 10000, 1) for height in heights)
        yield face(
            f'font-family: "{family}"',
            f"font-weight: {weight}",
            "src: " + ", ".join(f'local("{name}")' for name in names),
            f"size-adjust: {size}%",
            f"ascent-override: {ascent}%",
            f"descent-override: {descent}%",
            "line-gap-override: 0%",
        )


def main(packages):
    target = pathlib.Path("static/fonts")
    target.mkdir(exist_ok=True)
    for old in target.glob("*.woff2"):
        old.unlink()
    css = [HEADER]
    for name, source, weights, ranges, features, family, style, weight, size in FONTS:
        path = pathlib.Path("fonts", source) if source.endswith(".ttf") else pathlib.Path(packages, f"{source}.woff2")
        data = cut(path, weights, ranges, features, family)
        (target / f"{name}.woff2").write_bytes(data)
        print(f"{len(data):>6} {name}.woff2")
        lines = [
            f'font-family: "{family}"',
            f"font-style: {style}",
            f"font-weight: {weight}",
            "font-display: swap",
            f'src: url("{name}.woff2") format("woff2")',
            "unicode-range: " + ", ".join(f"U+{part}" for part in ranges.split()),
        ]
        if size != 100:
            lines.append(f"size-adjust: {size}%")
        css.append(face(*lines))
    css.append("/* Fonts of the system, at the size of ours, so that no line moves when ours arrive. */\n")
    css.extend(fallbacks("Serif fallback", "400", SERIF_FALLBACKS, SERIF_WIDTH, SERIF_HEIGHTS))
    css.extend(fallbacks("Sans fallback", "400", SANS_FALLBACKS, SANS_WIDTH, SANS_HEIGHTS))
    css.extend(fallbacks("Sans fallback", "600", SEMIBOLD_FALLBACKS, SEMIBOLD_WIDTH, SANS_HEIGHTS))
    pathlib.Path("static/styles/fonts.css").write_text("".join(css), encoding="utf-8")


main(sys.argv[1])
