"""The form comes back from every program and encoding that a town hall saves it in."""

from __future__ import annotations

import csv
import io
import subprocess
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from lxml import etree
from presence import program
from python_calamine import CalamineWorkbook

from carecompare.own import OwnFigure, OwnFigures, OwnItem
from carecompare.own.uploads.check import checked
from carecompare.own.uploads.sheets import read_sheets
from carecompare.own.uploads.spelling import spellings
from carecompare.own.uploads.template import TemplateRow, template_rows
from carecompare.own.uploads.template_workbook import template_workbook
from carecompare.reports import csv_file
from carecompare.text.own.own_upload_words import TEMPLATE_COLUMNS

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.catalog import Catalog
    from carecompare.own.uploads.known import Known

KEPT = OwnFigures(
    figures=(
        OwnFigure("", "population", 2025, 258_100.0),
        OwnFigure("", "population_per_habitable_km2", 2025, 812.5),
        OwnFigure("", "old_age_dependency_ratio", 2025, 60.0),
        OwnFigure("", "share_65_and_over", 2025, 32.456, status="expected"),
        OwnFigure("", "population_change_5_years", 2025, -3.04, "=1+1"),
        OwnFigure("", "own:𠮷野サロン", 2025, 12.0),
    ),
    items=(OwnItem("𠮷野サロン", "か所"),),
)


@pytest.fixture(scope="module")
def form(catalog: Catalog, known: Known) -> list[TemplateRow]:
    published = {**known.published, "population_change_5_years": {2020: -0.04}}
    return template_rows(catalog.main_indicators, published, KEPT)


@pytest.fixture(scope="module")
def town(known: Known) -> Known:
    return replace(known, items=KEPT.items, published={})


def table(rows: list[TemplateRow]) -> pd.DataFrame:
    cells = [{label: row.shown(each) for each, label in TEMPLATE_COLUMNS.items()} for row in rows]
    return pd.DataFrame(cells, columns=list(TEMPLATE_COLUMNS.values()), dtype=object)


def comes_back(content: bytes, name: str, town: Known) -> None:
    result = checked(read_sheets(content, name), town, name)
    assert ([str(each) for each in (*result.problems, *result.left_out)], result.doubts) == ([], ())
    assert sorted(result.figures, key=str) == sorted(KEPT.figures, key=str)
    assert result.items == KEPT.items


def as_shift_jis(text: str, square: str) -> bytes:
    """Return text as a program saves it whose encoding lacks some characters."""
    return text.replace("²", square).encode("cp932", errors="replace")


@pytest.mark.parametrize("square", ["?", "2", "〓"])
def test_the_form_saved_as_shift_jis_is_read_back(form: list[TemplateRow], town: Known, square: str) -> None:
    text = csv_file(table(form)).content.decode("utf-8-sig")
    comes_back(as_shift_jis(text, square), "f.csv", town)


def test_the_form_is_read_back_from_both_of_our_own_encodings(form: list[TemplateRow], town: Known) -> None:
    comes_back(csv_file(table(form)).content, "f.csv", town)
    comes_back(csv_file(table(form), "cp932").content, "f.csv", town)


def test_the_form_shows_figures_as_pages_do(form: list[TemplateRow]) -> None:
    text = csv_file(table(form)).content.decode("utf-8-sig")
    lines = [line for line in csv.reader(io.StringIO(text)) if line[3]]
    assert {line[0]: line[3] for line in lines}.items() >= {
        "総人口": "266936",
        "5年間の人口増減率": "0.0",
        "高齢化率（65歳以上）": "31.4",
    }.items()


@pytest.mark.parametrize("kind", ["xlsx", "csv:Text - txt - csv (StarCalc):44,34,64,1"])
def test_the_form_saved_by_libreoffice_is_read_back(
    form: list[TemplateRow], town: Known, catalog: Catalog, tmp_path: Path, kind: str
) -> None:
    given = tmp_path / "form.xlsx"
    given.write_bytes(template_workbook("長岡市", form, catalog.main_indicators, []))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    folder = tmp_path / "saved"
    office = program("LibreOffice", "soffice", "libreoffice")
    command = [office, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(given)]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    (saved,) = folder.iterdir()
    comes_back(saved.read_bytes(), saved.name, town)


def test_the_cells_of_the_form_have_the_format_of_their_unit(
    form: list[TemplateRow], catalog: Catalog
) -> None:
    content = template_workbook("長岡市", form, catalog.main_indicators, [])
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert [row[5] for row in rows if row[4]][1:3] == [258_100.0, 812.5]
    assert [code for code in codes_of(content) if "#,##0.000" in code] == [
        '[>=0.0005]#,##0.000"%";[<=-0.0005]"△"#,##0.000"%";"0.000""%"'
    ]


def codes_of(content: bytes) -> list[str]:
    """Return the formats of numbers that a workbook defines."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("xl/styles.xml"))
    return [each.get("formatCode") for each in root.iter("{*}numFmt")]


def test_a_name_has_the_spellings_in_which_programs_save_it() -> None:
    assert spellings("人／可住地km²") == ("人/可住地km2", "人/可住地km?", "人/可住地km〓")
    assert spellings("人／15〜64歳100人") == ("人/15〜64歳100人",)
    assert spellings("𠮷" * 5) == ("𠮷" * 5,)
