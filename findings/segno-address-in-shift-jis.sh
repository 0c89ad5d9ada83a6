#!/usr/bin/env bash
# segno 1.6.6: a text with Japanese letters is put into a QR code as Shift_JIS wherever that can hold it.
#
# Guess: what is not Latin-1 goes in as UTF-8, which readers expect of an address.
# Seen: make("http://a.example/?t=長久手") holds the bytes of Shift_JIS, without a mark (ECI) that says so; one letter
# that Shift_JIS lacks (髙, ①, the full-width tilde ～ but not the wave dash 〜) turns the whole text to UTF-8. So
# two towns of one list get codes in two encodings, and whether a reader gets the name right is its guess.
# So: percent-encode addresses, and pass encoding="utf-8" for words.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-compile segno==1.6.6
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import sys


def expect(what, seen, known):
    print(f"{what}: {seen!r}")
    if seen != known:
        sys.exit(f"changed: {what} was {known!r}")


import segno
from segno import encoder


def held(text, encoding=None):
    segments = encoder.prepare_data(text, None, encoding)
    bits = "".join(str(int(bit)) for bit in segments.segments[0].bits)
    content = int(bits, 2).to_bytes(len(bits) // 8, "big")
    return next(name for name in ("shift_jis", "utf-8") if content == text.encode(name, "replace"))


for text, known in (
    ("http://a.example/?t=長久手", "shift_jis"),
    ("http://a.example/?t=髙島", "utf-8"),
    ("http://a.example/?t=①", "utf-8"),
    ("1〜3", "shift_jis"),
    ("1～3", "utf-8"),
):
    expect(text, held(text), known)
expect("with encoding utf-8", held("http://a.example/?t=長久手", "utf-8"), "utf-8")
# The code made is the same as the one made with that encoding asked for, but for the mark: none is set.
text = "http://a.example/?t=長久手"
made = segno.make(text, error="m")
expect("same as encoding shift_jis", made.matrix == segno.make(text, error="m", encoding="shift_jis").matrix, True)
expect("other than with a mark", made.matrix == segno.make_qr(text, error="m", encoding="shift_jis", eci=True).matrix, False)
PYTHON
echo "as known"
