"""An installation for rounds of kills, and the rounds themselves in a process that may fork."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from small_files import care_file, care_row
from small_installation import small_installation

from carecompare.sources.cells import check_digit

if TYPE_CHECKING:
    from carecompare.paths import Paths

SCRIPT = Path(__file__).parents[2] / "killed_changes.py"
SERVICES = ("110", "320")


def rounds(paths: Paths, folder: Path, number: int, seed: int, database: str) -> dict[str, Any]:
    """Make an installation in a folder, do the rounds, return what was killed and what was broken."""
    small = small_installation(paths, folder)
    with (small.figures / "areas.csv").open(encoding="utf-8", newline="") as opened:
        places = [row for row in csv.DictReader(opened) if row["level"] == "municipality"]
    for each in range(1, 4):
        for service in SERVICES:
            target = folder / "new" / str(each)
            target.mkdir(parents=True, exist_ok=True)
            care_file(
                target,
                [_office(place, n) for place in places for n in range(each)],
                f"jigyosho_{service}.csv",
            )
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(folder), str(number), str(seed), database],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise AssertionError(done.stderr[-2_000:])
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return said


def _office(place: dict[str, str], number: int) -> str:
    return care_row(
        都道府県コード又は市町村コード=place["area"] + check_digit(place["area"]),
        都道府県名=place["prefecture_ja"],
        市区町村名=place["name_ja"],
        住所="1",
        緯度=place["latitude"],
        経度=place["longitude"],
        事業所番号=f"{place['area']}{number:05}",
    )
