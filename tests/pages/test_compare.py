"""`python -m carecompare compare`: a town beside others in a file, without a server."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from pptx import Presentation
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from carecompare.tables import COMPARISON_COLUMNS
from carecompare.ui.frame.loading import load

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., subprocess.CompletedProcess[bytes]]

NAGAOKA, SETAGAYA, KASHIWA = "15202", "13112", "12217"


@pytest.fixture
def run(store_file: Path, pytestconfig: pytest.Config) -> Run:
    assert store_file.is_file()

    def runs(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-W", "error", "-m", "carecompare", *arguments]
        return subprocess.run(
            command, cwd=pytestconfig.rootpath, capture_output=True, check=False, timeout=120
        )

    return runs


def test_a_csv_goes_to_standard_output_and_nothing_else_anywhere(run: Run) -> None:
    finished = run("compare", "--own", NAGAOKA, "--vs", "exemplars")
    assert (finished.returncode, finished.stderr) == (0, b"")
    rows = list(csv.DictReader(io.StringIO(finished.stdout.decode())))
    assert tuple(rows[0]) == COMPARISON_COLUMNS
    loaded = load()
    shown = [each.id for each in loaded.catalog.main_indicators if each.id in loaded.latest]
    assert list(dict.fromkeys(row["indicator"] for row in rows)) == shown
    assert len(rows) == len(shown) * (1 + 10 + 2)
    assert {row["role"] for row in rows} == {"own", "peer", "reference"}


def test_the_figures_are_those_of_the_command_values(run: Run) -> None:
    compared = run("compare", "--own", NAGAOKA, "--vs", "free", "--chosen", f"{SETAGAYA},{KASHIWA}")
    rows = [
        row
        for row in csv.DictReader(io.StringIO(compared.stdout.decode()))
        if row["indicator"] == "certification_rate"
    ]
    assert [row["area"] for row in rows] == [NAGAOKA, SETAGAYA, KASHIWA, "15", "00"]
    codes = ",".join(row["area"] for row in rows)
    asked = ("--indicator", "certification_rate", "--area", codes, "--year", rows[0]["year"])
    finished = run("values", *asked, "--format", "json")
    values = {row["area"]: row["value"] for row in json.loads(finished.stdout)}
    assert {row["area"]: float(row["value"]) for row in rows} == pytest.approx(values)


def test_a_workbook_is_written_whole_under_the_name_that_was_given(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "長岡.xlsx"
    finished = run("compare", "--own", NAGAOKA, "--vs", "neighbours", "--format", "xlsx", "-o", str(file))
    assert (finished.returncode, finished.stderr) == (0, b"")
    assert finished.stdout.decode().strip() == str(file)
    assert [each.name for each in tmp_path.iterdir()] == [file.name]
    book = CalamineWorkbook.from_path(file)
    assert book.sheet_names == ["表紙", "図表", "データ", "定義", "出典"]
    heading, *rows = book.get_sheet_by_name("データ").to_python()
    own = [row for row in rows if row[heading.index("コード")] == NAGAOKA]
    assert own[0][heading.index("値")] == 251069


def test_slides_are_the_usual_twelve(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "長岡.pptx"
    finished = run("compare", "--own", NAGAOKA, "--vs", "exemplars", "--format", "pptx", "-o", str(file))
    assert (finished.returncode, finished.stderr) == (0, b"")
    titles = [slide.shapes.title.text for slide in Presentation(str(file)).slides]
    assert sum("高齢化率33.0%" in title for title in titles) >= 1
    assert len(titles) > 12


def test_the_paper_is_the_sheet_of_all_indicators(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "長岡.pdf"
    finished = run("compare", "--own", NAGAOKA, "--vs", "exemplars", "--format", "pdf", "-o", str(file))
    assert (finished.returncode, finished.stderr) == (0, b"")
    text = "".join(page.extract_text() for page in PdfReader(file).pages)
    assert "長岡市" in text
    assert "33.0" in text


def test_a_place_that_cannot_be_written_to_is_said_in_one_sentence(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "nowhere" / "a.csv"
    finished = run("compare", "--own", NAGAOKA, "--vs", "neighbours", "-o", str(file))
    assert finished.returncode == 2
    (said,) = finished.stderr.decode().splitlines()
    assert said.startswith(f"{file}：書き込めません（")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--own", "99999", "--vs", "similar"), "市区町村コード「99999」を知りません。"),
        (("--own", "", "--vs", "similar"), "市区町村コード「」を知りません。"),
        (("--own", NAGAOKA, "--vs", "free", "--chosen", "1"), "市区町村コード「1」を知りません。"),
        (("--own", NAGAOKA, "--vs", "free"), "「自由に選ぶ」には、くらべる市区町村がありません。"),
    ],
)
def test_what_does_not_exist_is_said_in_one_sentence(run: Run, arguments: tuple[str, ...], said: str) -> None:
    finished = run("compare", *arguments)
    assert finished.returncode == 2
    assert finished.stdout == b""
    assert finished.stderr.decode().splitlines() == [said]
