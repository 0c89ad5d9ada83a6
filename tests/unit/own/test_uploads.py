"""A thousand uploads nobody foresaw: read back exactly, or refused with all their problems."""

from __future__ import annotations

import csv
import io
import random
import re
import zipfile
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from upload_making import note, text_file, upload, workbook, written_file

from carecompare.errors import OwnDataError
from carecompare.own import OwnFigures
from carecompare.own.uploads.check import checked
from carecompare.own.uploads.check_result import Checked
from carecompare.own.uploads.sheets import read_sheets
from carecompare.own.uploads.template import template_rows
from carecompare.own.uploads.template_workbook import template_workbook
from carecompare.reports import csv_file
from carecompare.reports.workbooks.table import table_workbook
from carecompare.text.errors.explain import TEMPLATES
from carecompare.views.base.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.own.uploads.known import Known

MANY = settings(deadline=None, suppress_health_check=list(HealthCheck))
SEEDS = st.integers(0, 2**40)
HEADING = ["指標", "年", "独自値", "単位", "地域", "備考"]
GOOD = ["総人口", "2024", "260000", "人", "", ""]
# One wrong cell each: the row, and the problem it must be named with.
MISTAKES: dict[str, list[str]] = {
    "own_item_unknown": ["総入口", "2024", "1", "", "", ""],
    "own_item_missing": ["", "2024", "1", "", "", ""],
    "own_year_wrong": ["高齢化率", "去年", "31", "", "", ""],
    "own_year_missing": ["高齢化率", "", "31", "", "", ""],
    "own_value_wrong": ["高齢化率", "2001", "=1+2", "", "", ""],
    "own_value_beyond_whole": ["高齢化率", "2002", "3140", "", "", ""],
    "own_value_negative": ["病院", "2008", "△1", "", "", ""],
    "own_unit_differs": ["総人口", "2003", "266", "千人", "", ""],
    "own_unit_missing": ["独自：<script>", "2004", "1", "", "", ""],
    "own_place_unknown": ["高齢化率", "2005", "31", "", "西部圏域", ""],
    "own_place_other_town": ["高齢化率", "2006", "31", "", "長野市", ""],
    "own_text_too_long": ["高齢化率", "2007", "31", "", "", "あ" * 501],
}


def chance_of(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - a test wants the same upload again


def refused_or_read(content: bytes, name: str, known: Known) -> Checked:
    """Return what was read; a file that is refused whole is one problem that names it."""
    try:
        return read(content, name, known)
    except OwnDataError as problem:
        return Checked((), (), (problem,))


def read(content: bytes, name: str, known: Known) -> Checked:
    return checked(read_sheets(content, name), known, name)


@settings(MANY, max_examples=600)
@given(seed=SEEDS)
def test_600_right_uploads_are_read_back_exactly(known: Known, seed: int) -> None:
    made = upload(chance_of(seed), known)
    result = read(made.content, made.name, known)
    assert [str(problem) for problem in result.problems] == []
    assert {each.key: each for each in result.figures} == made.figures
    assert len(result.figures) == len(made.figures)


@settings(MANY, max_examples=200)
@given(seed=SEEDS)
def test_200_wrong_uploads_are_refused_with_every_problem_in_its_row(known: Known, seed: int) -> None:
    chance = chance_of(seed)
    order = ["good", "twice", *chance.sample(sorted(MISTAKES), chance.randint(1, len(MISTAKES)))]
    chance.shuffle(order)
    table, expected = [HEADING], set()
    for name in order:
        if name == "good":
            table.append(GOOD)
        elif name == "twice":
            table += [["高齢化率", "1999", "20", "", "", note(chance)]] * 2
            expected.add(("own_figure_twice", len(table)))
        else:
            table.append(MISTAKES[name])
            expected.add((name, len(table)))
    file, content = written_file(chance, table)
    result = read(content, file, known)
    found = [*result.problems, *result.left_out]
    assert {(each.problem, each.fields["row"]) for each in found} == expected
    assert len(found) == len(expected)


@settings(MANY, max_examples=100)
@given(content=st.one_of(st.binary(max_size=3_000), st.text(max_size=1_000).map(str.encode)))
def test_100_files_of_anything_are_refused_in_words(known: Known, content: bytes) -> None:
    result = refused_or_read(content, "x.csv", known)
    assert result.problems
    assert all(each.problem in TEMPLATES for each in result.problems)


@settings(MANY, max_examples=100)
@given(seed=SEEDS, cuts=st.integers(1, 20))
def test_100_damaged_workbooks_give_the_right_figures_or_a_refusal(
    known: Known, seed: int, cuts: int
) -> None:
    chance = chance_of(seed)
    content = bytearray(workbook([HEADING, GOOD]))
    for _ in range(cuts):
        content[chance.randrange(len(content))] = chance.randrange(256)
    if chance.random() < 0.3:
        del content[chance.randrange(len(content)) :]
    result = refused_or_read(bytes(content), "x.xlsx", known)
    right = [("population", 2024, 260_000.0)]
    assert result.problems or [(each.item, each.year, each.value) for each in result.figures] == right


@settings(MANY, max_examples=60)
@given(seed=SEEDS)
def test_of_60_accepted_uploads_nothing_runs_in_any_file_that_leaves_again(known: Known, seed: int) -> None:
    made = upload(chance_of(seed), known)
    result = read(made.content, made.name, known)
    content = OwnFigures(result.figures, known.areas, result.items)
    rows = template_rows([], {}, content)
    cells = [(row.item, row.unit, row.place, row.note, row.source, row.value) for row in rows]
    books = [
        template_workbook("長岡市", rows, [], [each.name for each in content.areas]),
        table_workbook("表", ["=1", "b", "c", "d", "e", "f"], cells),
    ]
    for book in books:
        with zipfile.ZipFile(io.BytesIO(book)) as archive:
            names = archive.namelist()
            sheets = b"".join(archive.read(name) for name in names if name.startswith("xl/worksheets/"))
        assert not re.search(rb"<f[ >]|hyperlink", sheets)
        assert not [name for name in names if "vba" in name or "external" in name or "connections" in name]
    text = csv_file(pd.DataFrame(cells)).content.decode("utf-8-sig")
    written = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    numbers = {repr(each.value) for each in result.figures}
    assert not [cell for cell in written if cell[:1] in tuple("=+-@\t\r") and cell and cell not in numbers]
    shown = Table(["a"] * 6, [[str(cell) for cell in row] for row in cells]).html()
    assert set(re.findall(r"<(\w+)", shown)) <= {"div", "table", "thead", "tbody", "tr", "th", "td"}


def test_a_hundred_thousand_rows_are_read_and_every_problem_counted(known: Known) -> None:
    years = range(1930, 2070)
    rows = [
        [f"独自：圏域{area}", str(year), str(area), "人", "", ""] for area in range(715) for year in years
    ]
    right = read(text_file([HEADING, *rows]), "big.csv", known)
    assert (len(right.figures), right.problems) == (100_100, ())
    wrong = read(text_file([HEADING, *([*row[:2], "？", *row[3:]] for row in rows[:20_000])]), "x.csv", known)
    assert (len(wrong.problems) + wrong.more_problems, wrong.figures) == (20_000, ())


@pytest.mark.parametrize("make", [text_file, workbook])
def test_what_looks_like_a_formula_or_html_stays_text(known: Known, make: Callable[..., bytes]) -> None:
    table = [HEADING, ["独自：=SUM(A1)", "2024", "3", "<b>", "", '=HYPERLINK("http://example.org")']]
    result = read(make(table), "x", known)
    (figure,) = result.figures
    assert (figure.item, figure.note) == ("own:=SUM(A1)", '=HYPERLINK("http://example.org")')
    assert result.items[0].unit == "<b>"
