#!/usr/bin/env bash
# jaconv 0.5.0: kata2hira turns the ヶ and ケ within town names into ゖ and け, and a list no longer matches itself.
#
# Guess: to compare readings, turning everything into hiragana is safe: kanji stay, kana become alike.
# Seen: kata2hira("龍ヶ崎市") is 龍ゖ崎市 with U+3096, a letter nobody types, and 龍ケ崎市 is 龍け崎市: the two writings of one
# town differ still, and neither is on any list. kata2hira(..., ignore="ヶケ") and normalize() leave the name alone.
# So: fold ヶ, ケ and が between kanji before comparing names, and convert readings only.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-compile jaconv==0.5.0
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import sys


def expect(what, seen, known):
    print(f"{what}: {seen!r}")
    if seen != known:
        sys.exit(f"changed: {what} was {known!r}")


import jaconv

expect("龍ヶ崎市", jaconv.kata2hira("龍ヶ崎市"), "龍\u3096崎市")
expect("龍ケ崎市", jaconv.kata2hira("龍ケ崎市"), "龍け崎市")
expect("both alike", jaconv.kata2hira("龍ヶ崎市") == jaconv.kata2hira("龍ケ崎市"), False)
expect("六ヶ所村 with ignore", jaconv.kata2hira("六ヶ所村", ignore="ヶケ"), "六ヶ所村")
expect("normalize", jaconv.normalize("六ヶ所村"), "六ヶ所村")
PYTHON
echo "as known"
