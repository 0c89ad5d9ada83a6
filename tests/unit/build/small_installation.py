"""A small installation out of the real one: the definitions as they are, the figures of one prefecture."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
from typing import TYPE_CHECKING

from carecompare.paths import Paths

if TYPE_CHECKING:
    from pathlib import Path

PREFECTURE = "31"
TABLES = ("areas.csv", "census/2020.csv", "municipality_insurer.csv")


def small_installation(paths: Paths, folder: Path) -> Paths:
    """Write it and return its folders; its store is built in a fraction of the time."""
    made = Paths(folder)
    shutil.copytree(paths.catalog, made.catalog)
    (made.catalog / "corrections.toml").write_text("", encoding="utf-8")
    manifest = json.loads((paths.figures / "manifest.json").read_text(encoding="utf-8"))
    tables = {}
    for name in TABLES:
        content, rows = _of_prefecture((paths.figures / name).read_text(encoding="utf-8"))
        path = made.figures / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        digest = hashlib.sha256(content).hexdigest()
        tables[name] = {**manifest["tables"][name], "rows": rows, "sha256": digest}
    for name in ("changes.csv", "notes.csv"):
        first, _, _ = (paths.figures / name).read_text(encoding="utf-8").partition("\n")
        (made.figures / name).write_text(first + "\n", encoding="utf-8")
    written = json.dumps({**manifest, "tables": tables})
    (made.figures / "manifest.json").write_text(written, encoding="utf-8")
    return made


def _of_prefecture(text: str) -> tuple[bytes, int]:
    """Return the rows of the nation, the prefectures and one prefecture's municipalities."""
    heading, *rows = list(csv.reader(io.StringIO(text)))
    kept = [row for row in rows if len(row[0]) < 5 or row[0].startswith(PREFECTURE)]
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows([heading, *kept])
    return stream.getvalue().encode(), len(kept)
