from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import duckdb
import pandas as pd
import pytest

from carecompare.errors import StoreError
from carecompare.store import area_groups, areas, current_store, open_store, publish, versioned_name
from carecompare.store.in_memory import indicator_values
from carecompare.store.write import StoreContent, write_store
from carecompare.tables import (
    AREA_GROUPS,
    AREAS,
    COUNTS,
    FORMER_NAMES,
    INITIATIVES,
    ISLANDS,
    MEMBERS,
    NEIGHBOURS,
    TOWN_POINTS,
    VALUES,
)

if TYPE_CHECKING:
    from pathlib import Path

AREA = ("15202", "municipality", "長岡市", "ながおかし", "15", "新潟県", 37.4, 138.8)

GROUP = ("15202", "class", "都市Ⅳ－２", "都市Ⅳ－２", "令和5年度決算")


def content(*rows: tuple[object, ...]) -> StoreContent:
    def empty(columns: object) -> pd.DataFrame:
        return pd.DataFrame(columns=list(columns))  # type: ignore[call-overload] # a mapping's keys

    return StoreContent(
        areas=pd.DataFrame(rows or [AREA], columns=list(AREAS.columns)),
        members=empty(MEMBERS.columns),
        groups=pd.DataFrame([GROUP], columns=list(AREA_GROUPS.columns)),
        neighbours=empty(NEIGHBOURS.columns),
        former_names=empty(FORMER_NAMES.columns),
        counts=empty(COUNTS.columns),
        values=empty(VALUES.columns),
        initiatives=empty(INITIATIVES.columns),
        offices=(),
        town_points=empty(TOWN_POINTS.columns),
        islands=empty(ISLANDS.columns),
        ages=(),
        grants=(),
        definitions={"source_definitions": pd.DataFrame({"id": ["a"]})},
    )


def published(folder: Path, fingerprint: str, **changed: pd.DataFrame) -> Path:
    draft = folder / "draft.duckdb"
    write_store(draft, replace(content(), **changed), fingerprint)
    path = folder / versioned_name(fingerprint)
    publish(draft, path)
    return path


def test_a_published_store_is_the_current_one_and_opens(tmp_path: Path) -> None:
    path = published(tmp_path, "one")
    assert current_store(tmp_path) == path
    store = open_store(path)
    assert store.fingerprint == "one"
    assert [each["name_ja"] for each in areas(store)] == ["長岡市"]
    assert [tuple(each.values()) for each in area_groups(store)] == [GROUP]
    store.close()


def test_a_store_without_figures_has_none_of_any_kind(tmp_path: Path) -> None:
    store = open_store(published(tmp_path, "one"))
    figures = indicator_values(store)
    store.close()
    assert figures.years() == {}
    assert figures.rows(["i"], ["15202"]) == figures.rows_at({"i": 2020}, ["15202"]) == []
    assert figures.series(["i"], ["15202"]) == {"15202": {}}
    assert figures.at({}, [])["value"].size == figures.over_all_areas("i", 2020)["value"].size == 0


def test_figures_none_of_which_is_a_projection_or_an_insurers(tmp_path: Path) -> None:
    row = ("15202", 2020, "i", 1.0, 0.5, 1.5, 10.0, 1000.0, 2020, "byar", "observed")
    values = pd.DataFrame([row], columns=list(VALUES.columns))
    store = open_store(published(tmp_path, "one", values=values))
    figures = indicator_values(store)
    store.close()
    assert figures.years() == {"i": {2020: False}}
    assert figures.rows(["i"], ["15202"]) == [dict(zip(VALUES.columns, row, strict=True))]
    assert {name: found.tolist() for name, found in figures.at({"i": 2020}, ["15202"]).items()} == {
        "value": [[1.0]],
        "denominator": [[1000.0]],
        "method": [["byar"]],
        "status": [["observed"]],
    }


def test_a_newer_store_takes_over_and_the_older_file_goes(tmp_path: Path) -> None:
    older = published(tmp_path, "one")
    newer = published(tmp_path, "two")
    assert current_store(tmp_path) == newer
    assert not older.exists()


def test_a_reader_keeps_its_store_while_a_newer_one_takes_over(tmp_path: Path) -> None:
    store = open_store(published(tmp_path, "one"))
    published(tmp_path, "two")
    assert [each["area"] for each in areas(store)] == ["15202"]
    store.close()


def test_nothing_built_is_no_store(tmp_path: Path) -> None:
    assert current_store(tmp_path) is None
    (tmp_path / "current").write_text("carecompare-gone.duckdb", encoding="utf-8")
    assert current_store(tmp_path) is None


def test_a_pointer_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = published(tmp_path, "one")
    folder = tmp_path / "store"
    folder.mkdir()
    (folder / "current").write_text(f"../{outside.name}", encoding="utf-8")
    assert current_store(folder) is None


def test_a_file_that_is_no_store_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "carecompare-x.duckdb"
    path.write_bytes(b"not a database" * 100)
    with pytest.raises(StoreError, match="store_unreadable"):
        open_store(path)


def test_a_database_of_something_else_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "carecompare-x.duckdb"
    duckdb.connect(str(path)).close()
    with pytest.raises(StoreError, match="store_unreadable"):
        open_store(path)


def test_a_store_of_another_make_is_not_read(tmp_path: Path) -> None:
    path = published(tmp_path, "one")
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE meta SET make = make + 1")
    with pytest.raises(StoreError, match="store_other_make"):
        open_store(path)


def test_a_key_that_occurs_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="store_key_twice"):
        write_store(tmp_path / "draft.duckdb", content(AREA, AREA), "one")
