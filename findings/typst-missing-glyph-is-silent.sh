#!/usr/bin/env bash
# typst 0.15.2 for Python: letters that no font has are set as empty boxes without a warning.
#
# Guess: compile_with_warnings tells of letters that cannot be set, as it tells of a font that is unknown.
# Seen: without the fonts of the system, 町 東京 makes a PDF and no warning, with fallback off too; a font folder that
# does not exist is taken without a word; only a family asked for by name and not found is warned of. The PDF's text
# does not have the letters either: searching and copying find nothing.
# So: what a font holds has to be checked against the text beforehand.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-compile typst==0.15.2 pypdf==7.1.0
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import sys


def expect(what, seen, known):
    print(f"{what}: {seen!r}")
    if seen != known:
        sys.exit(f"changed: {what} was {known!r}")


import io

import pypdf
import typst


def made(source, **options):
    pdf, warned = typst.compile_with_warnings(source.encode(), ignore_system_fonts=True, **options)
    return pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text(), [str(each.message) for each in warned]


text, warned = made("町 東京")
expect("warnings", warned, [])
expect("letters in the PDF", any(letter in text for letter in "町東京"), False)
expect("warnings without fallback", made("#set text(fallback: false)\n町 東京")[1], [])
expect("warnings of a folder that is not there", made("町", font_paths=["not-there"])[1], [])
expect("warnings of a family that is not there", made('#set text(font: "ない")\nA')[1], ["unknown font family: ない"])
PYTHON
echo "as known"
