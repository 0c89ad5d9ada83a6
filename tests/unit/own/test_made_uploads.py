"""Uploads as people make them, from the cell's format to the program that saved the file."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from upload_making import text_file

from carecompare.own import OwnFigure
from carecompare.own.uploads.check import checked
from carecompare.own.uploads.sheets import read_sheets

if TYPE_CHECKING:
    from random import Random

    from carecompare.own.uploads.known import Known

# What each program does with what its encoding lacks.
PROGRAMS = {"Excel": ("utf-8-sig", ""), "old Excel": ("cp932", "?"), "Excel best fit": ("cp932", "2")}
PROGRAMS |= {"LibreOffice": ("cp932", "?"), "this project": ("cp932", "〓"), "Notepad": ("utf-16", "")}
STATUS_ENDINGS = {"": [""], "actual": ["実績", "（実績）", "実績値"], "expected": ["見込み", "（見込）"]}
STATUS_ENDINGS |= {"planned": ["計画", "（計画値）"]}
ITEMS = {
    "population": ("総人口", "人"),
    "population_per_habitable_km2": ("可住地人口密度", "人／可住地km²"),
    "old_age_dependency_ratio": ("老年人口指数（15〜64歳100人に対する65歳以上）", "人／15〜64歳100人"),
    "share_65_and_over": ("高齢化率", "%"),
    "certification_rate": ("要介護・要支援認定率", "％"),
    "population_change_5_years": ("5年間の人口増減率", "%"),
    "own:通いの場": ("独自：通いの場", "か所"),
    "own:サロンの参加率": ("独自：サロンの参加率", "％"),
}
PER_CENT = {"share_65_and_over", "certification_rate", "population_change_5_years", "own:サロンの参加率"}


@dataclass(frozen=True)
class Cell:
    """What a person types, how a workbook may hold it, and its format."""

    text: str
    held: str | float | date
    code: str = ""


def year_cell(chance: Random, year: int, status: str) -> Cell:
    era = year - 2018
    ending = chance.choice(STATUS_ENDINGS[status])
    if not ending and chance.random() < 0.4:
        held, code, text = chance.choice(
            [
                (year, "0", str(year)),
                (date(year, 4, 1), '[$-411]ggge"年度"', f"令和{era}年度"),
                (date(year, 4, 1), 'yyyy"年度"', f"{year}年度"),
                (date(year, 10, 1), "yyyy/m/d", f"{year}/10/1"),
                (era, '"令和"0"年度"', f"令和{era}年度"),
                (era, '"R"0', f"R{era}"),
            ]
        )
        return Cell(text, held, code)
    forms = [f"{year}年度", f"令和{era}年度", f"R{era}", f"令和{era}({year})年", f"R{era}年度"]
    if not ending:
        forms += [
            f"令和{era + 1}年3月末時点",
            f"令和{era}年10月1日",
            f"{year}/10/1",
            f"10/1/{year}",
            f"令和{era}年度末",
        ]
        forms += ["平成31年度／令和元年度"] if year == 2019 else []
    text = chance.choice(forms) + ending
    return Cell(text, text)


def value_cell(chance: Random, item: str) -> tuple[float, Cell]:
    if item in PER_CENT:
        thousandths = chance.randint(1, 99_999)
        value = thousandths / 1_000
        shown = [f"{value!r}", f"{value!r}%", f"{value!r}％"]
        if chance.random() < 0.5:
            fraction = float(f"{thousandths}e-5")
            return value, Cell(f"{value!r}%", fraction, chance.choice(["0.0%", "0%", "0.00%;[Red]-0.00%"]))
        return value, Cell(chance.choice(shown), value, chance.choice(["", "0.0", '0.0"%"']))
    value = float(chance.randint(1, 999_999))
    return value, Cell(f"{value:,.0f}", value, chance.choice(["", "#,##0", "0"]))


def made(chance: Random) -> tuple[list[list[Cell]], set[OwnFigure]]:
    """Return a table with years down or across, and what it holds."""
    items = chance.sample(sorted(ITEMS), chance.randint(1, 5))
    years = chance.sample(range(2019, 2031), chance.randint(1, 4))
    kinds = {year: chance.choice(sorted(STATUS_ENDINGS)) for year in years}
    heading = [Cell(each, each) for each in ("指標", "単位")]
    figures = set()
    rows = [[*heading, *(year_cell(chance, year, kinds[year]) for year in years)]]
    for item in items:
        name, unit = ITEMS[item]
        row = [Cell(name, name), Cell(unit, unit)]
        for year in years:
            value, cell = value_cell(chance, item)
            row.append(cell)
            figures.add(OwnFigure("", item, year, value, status=kinds[year]))  # type: ignore[arg-type]
        rows.append(row)
    return rows, figures


def workbook(rows: list[list[Cell]]) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("表")
        for line, row in enumerate(rows):
            for column, cell in enumerate(row):
                style = book.add_format({"num_format": cell.code}) if cell.code else None
                if isinstance(cell.held, date):
                    sheet.write_datetime(line, column, cell.held, style)
                else:
                    sheet.write(line, column, cell.held, style)
    return stream.getvalue()


def saved(chance: Random, rows: list[list[Cell]]) -> tuple[str, bytes]:
    if chance.random() < 0.5:
        return "x.xlsx", workbook(rows)
    encoding, lost = PROGRAMS[chance.choice(sorted(PROGRAMS))]
    texts = [[cell.text.replace("²", lost) if lost else cell.text for cell in row] for row in rows]
    return "x.csv", text_file(texts, encoding, chance.choice(",\t;"))


@settings(deadline=None, max_examples=300, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**40))
def test_300_uploads_as_people_make_them_come_back_exactly(known: Known, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test wants the same upload again
    rows, figures = made(chance)
    wrong = chance.choice(["", "", "label", "value", "unit"])
    column = chance.randrange(2, len(rows[0]))
    if wrong == "label":
        rows[0][column] = Cell("れいわ5年", "れいわ5年")
    elif wrong == "value":
        rows[1][column] = Cell("約20", "約20")
    elif wrong == "unit":
        rows[1][1] = Cell("千トン", "千トン")
    name, content = saved(chance, rows)
    result = checked(read_sheets(content, name), known, name)
    found = {(each.problem, each.fields["found"]) for each in (*result.problems, *result.left_out)}
    own = rows[1][0].text.startswith("独自")
    if wrong == "label":
        assert found == {("own_year_wrong", "れいわ5年")}
        assert bool(result.problems) == (len(rows[0]) == 3)
        assert set(result.figures) < figures
    elif wrong == "value":
        assert ("own_value_wrong", "約20") in found
        assert len(result.problems) == 1
    elif wrong == "unit" and not own:
        assert ("own_unit_differs", "千トン") in found
    elif not wrong:
        assert found == set()
        assert set(result.figures) == figures
        assert len(result.figures) == len(figures)
