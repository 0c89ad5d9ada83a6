"""The command ``reach``."""

from __future__ import annotations

import csv
import io
import json

import pytest

from carecompare.__main__ import main
from carecompare.commands.reach import COLUMNS


@pytest.mark.usefixtures("store_file")
def test_a_row_per_point_as_csv_and_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reach", "--area", "43212", "--service", "110", "--speed", "20"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == 15
    (island,) = (row for row in rows if row["town"] == "大矢野町湯島")
    assert (island["office_area"], island["over_sea"]) == ("42214", "True")
    assert float(island["road_km"]) == pytest.approx(float(island["distance_km"]) * 1.3, abs=2e-3)
    assert float(island["minutes"]) == pytest.approx(float(island["road_km"]) / 20 * 60, abs=0.06)
    assert main(["reach", "--area", "43212", "--service", "110", "--format", "json"]) == 0
    again = json.loads(capsys.readouterr().out)
    assert [row["office"] for row in again] == [row["office"] for row in rows]


@pytest.mark.parametrize(
    ("area", "service", "speed", "said"),
    [
        ("13362", "110", "30", "利島村には町丁・字の代表点がない"),
        ("99999", "110", "30", "市区町村コード「99999」を知りません"),
        ("43000", "110", "30", "市区町村コード「43000」を知りません"),
        ("43212", "999", "30", "サービス「999」の事業所がありません"),
        ("43212", "clinic", "30", "一部の市区町村だけ"),
        ("43212", "110", "0", "速さ「0」は使えません"),
        ("43212", "110", "nan", "速さ「nan」は使えません"),
    ],
)
@pytest.mark.usefixtures("store_file")
def test_what_cannot_be_answered_is_said_in_a_sentence(
    capsys: pytest.CaptureFixture[str], area: str, service: str, speed: str, said: str
) -> None:
    assert main(["reach", "--area", area, "--service", service, "--speed", speed]) == 2
    assert said in capsys.readouterr().err
