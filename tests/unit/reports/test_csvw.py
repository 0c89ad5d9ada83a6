"""A CSV with its description, read by a library that others wrote."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from csvw import CSVW

from carecompare.file_tables import FileColumn, FileTable
from carecompare.origins import Origin
from carecompare.reports.csvw import Described, csvw_zip, metadata
from carecompare.views.base.file_columns import file_table

if TYPE_CHECKING:
    from pathlib import Path


def described(**changes: object) -> Described:
    frame = pd.DataFrame(
        {
            "area": ["01100", "01202"],
            "name": ["札幌市", "=町"],
            "year": [2020, 2020],
            "value": [27.83, float("nan")],
            "upper": [float("nan"), float("nan")],
            "denominator_year": [2020.0, float("nan")],
            "rank": pd.array([1, None], dtype="Int64"),
            "status": ["", "資料なし"],
        }
    )
    origin = Origin(
        "census_2020",
        "令和2年国勢調査",
        "総務省統計局",
        "e-Stat利用規約",
        "https://www.e-stat.go.jp/",
        "2020-10-01",
        "2020-10-01",
    )
    plain = Described(
        "share_2020", file_table(frame, unit="%"), "札幌市の高齢化率", "読み方", [origin], "2026-11-23"
    )
    return Described(**{**vars(plain), **changes})  # type: ignore[arg-type] # the fields of the same class


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(csvw_zip(described()))) as archive:
        archive.extractall(tmp_path)
    return tmp_path / "share_2020.csv"


def test_another_library_finds_the_description_valid_and_reads_typed_cells(unpacked: Path) -> None:
    read = CSVW(str(unpacked), validate=True)
    assert read.is_valid, read.warnings
    first, second = (dict(row) for row in read.tables[0])
    assert first["area"] == "01100"
    assert float(first["value"]) == 27.83
    assert first["rank"] == 1
    assert second["value"] is None
    assert second["rank"] is None
    assert second["status"] == "資料なし"


def test_the_description_names_source_terms_date_unit_and_what_an_empty_cell_means() -> None:
    said = metadata(described())
    assert said["url"] == "share_2020.csv"
    assert said["dc:source"] == ["令和2年国勢調査"]
    assert said["dc:license"] == ["e-Stat利用規約"]
    assert said["dc:created"] == {"@value": "2026-11-23", "@type": "xsd:date"}
    columns = {column["titles"]: column for column in said["tableSchema"]["columns"]}
    assert columns["値"]["schema:unitText"] == "%"
    assert columns["値"]["datatype"] == "number"
    assert columns["年"]["datatype"] == "gYear"
    assert columns["分母の年"]["datatype"] == "gYear"
    assert columns["コード"]["datatype"] == "string"
    # Limits of which none is known are numbers all the same.
    assert columns["95%上限"]["datatype"] == "number"
    assert "schema:unitText" not in columns["順位"]
    assert all(column["null"] == "" for column in columns.values())
    assert "0ではありません" in columns["値"]["dc:description"]


def test_what_stands_where_an_address_would_is_no_reference() -> None:
    pages = Origin("public_pages", "公開ページ", "各ページの発行者", "引用", "各事例カードの出典を参照")
    said = metadata(described(origins=[pages]))
    assert said["dc:source"] == ["公開ページ"]
    assert said["dc:references"] == []


def test_figures_of_no_publication_name_what_the_page_names() -> None:
    said = metadata(described(origins=(), credit="出典：長岡市が取り込み（第2版）"))
    assert said["dc:source"] == ["出典：長岡市が取り込み（第2版）"]


def test_a_year_that_came_as_a_fraction_is_written_whole(unpacked: Path) -> None:
    assert "2020.0" not in unpacked.read_text(encoding="utf-8")


def test_a_cell_that_looks_like_a_formula_is_harmless_here_too(unpacked: Path) -> None:
    assert "'=町" in unpacked.read_text(encoding="utf-8")


def test_a_column_is_known_by_its_key_whatever_its_heading_says() -> None:
    frame = pd.DataFrame({"own_value": [1.0], "other_value": [2.0], "value": [1], "since": [2013]})
    own = {"own_value": "値", "other_value": "値", "since": "始まり"}
    said = metadata(described(table=file_table(frame, own, years=("since",))))
    columns = said["tableSchema"]["columns"]
    assert [(each["name"], each["titles"]) for each in columns] == [
        ("own_value", "値"),
        ("other_value", "値"),
        ("value", "値"),
        ("since", "始まり"),
    ]
    assert columns[-1]["datatype"] == "gYear"
    assert ["dc:description" in each for each in columns] == [False, False, True, False]


@pytest.mark.parametrize("keys", [("value",), ("value", "値"), ("value", "value"), ("value", "2 years")])
def test_a_table_with_a_key_that_is_none_is_refused(keys: tuple[str, ...]) -> None:
    frame = pd.DataFrame([[1.0, 2.0]], columns=["value", keys[-1]])
    with pytest.raises(ValueError, match=r"value|値|years"):
        FileTable(tuple(FileColumn(each, "値") for each in keys), frame)


def test_the_same_table_packs_to_the_same_bytes() -> None:
    assert csvw_zip(described()) == csvw_zip(described())


def test_the_description_is_plain_json(unpacked: Path) -> None:
    text = unpacked.with_name("share_2020.csv-metadata.json").read_text(encoding="utf-8")
    assert json.loads(text)["@context"][0] == "http://www.w3.org/ns/csvw"
