"""Zip archives: one table, in memory, never larger than it says and than it may be."""

from __future__ import annotations

import struct
import zipfile
from typing import TYPE_CHECKING

import pytest
from small_medical_files import BEDS, COLUMNS, HOSPITALS, hospital, medical_text, zip_file

from carecompare.errors import SourceError
from carecompare.sources import Places, read_file
from carecompare.sources.archive import HIGHEST_RATIO, MOST_MEMBERS, unpacked
from carecompare.text.errors.explain import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.catalog import Catalog

TABLE = medical_text([hospital()], [*COLUMNS, *BEDS]).encode("utf-8-sig")
NAME = f"{HOSPITALS}.zip"


def refused(path: Path, catalog: Catalog, places: Places) -> str:
    with pytest.raises(SourceError) as caught:
        read_file(path, catalog, places=places)
    assert sentence(caught.value).startswith(f"{path.name}：")
    return caught.value.problem


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    path = zip_file(tmp_path, NAME, {f"{HOSPITALS}.csv": b"0" * 30_000_000})
    assert path.stat().st_size * HIGHEST_RATIO < 30_000_000
    assert refused(path, catalog, places) == "archive_too_large"


def test_a_bomb_that_lies_about_its_size_is_refused(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    path = zip_file(tmp_path, NAME, {f"{HOSPITALS}.csv": TABLE + b"0" * 30_000_000})
    content = bytearray(path.read_bytes())
    true_size = struct.pack("<L", len(TABLE) + 30_000_000)
    while true_size in content:
        at = content.index(true_size)
        content[at : at + 4] = struct.pack("<L", len(TABLE))
    path.write_bytes(content)
    assert refused(path, catalog, places) in {"archive_wrong", "archive_too_large"}


def test_many_members_are_refused(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    members = {f"{number}.txt": b"" for number in range(MOST_MEMBERS + 1)}
    assert refused(zip_file(tmp_path, NAME, members), catalog, places) == "archive_members"


@pytest.mark.parametrize("members", [{}, {"a.txt": b"x"}, {"a.csv": TABLE, "b.csv": TABLE}])
def test_an_archive_holds_one_table(
    members: dict[str, bytes], tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    path = zip_file(tmp_path, NAME, members)
    if not members:
        path.write_bytes(b"PK\x03\x04")
        assert refused(path, catalog, places) == "archive_wrong"
    else:
        assert refused(path, catalog, places) == "archive_tables"


def test_what_a_mac_adds_is_passed_over(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    members = {"folder/a.csv": TABLE, "__MACOSX/folder/._a.csv": b"x", ".DS_Store": b"x"}
    assert read_file(zip_file(tmp_path, NAME, members), catalog, places=places).counts is not None


def test_a_name_that_leads_elsewhere_writes_nothing(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    path = zip_file(tmp_path, NAME, {"../../escaped.csv": TABLE})
    assert refused(path, catalog, places) == "archive_tables"
    absolute = zip_file(tmp_path, NAME, {f"{tmp_path}/escaped.csv": TABLE})
    assert read_file(absolute, catalog, places=places).counts is not None
    assert [each.name for each in tmp_path.parent.rglob("escaped.csv")] == []


def test_a_cut_or_damaged_archive_is_refused(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    whole = zip_file(tmp_path, NAME, {"a.csv": TABLE}).read_bytes()
    for number, damaged in enumerate(
        (whole[:-30], whole[: len(whole) // 2], whole[:60] + b"?" * 40 + whole[100:])
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = folder / NAME
        path.write_bytes(damaged)
        assert refused(path, catalog, places) == "archive_wrong"


def test_an_archive_with_a_password_is_refused(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    path = zip_file(tmp_path, NAME, {"a.csv": TABLE})
    content = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + offset] |= 1
    path.write_bytes(content)
    assert refused(path, catalog, places) == "archive_wrong"


def test_only_the_beginning_is_unpacked_to_recognise_a_file(tmp_path: Path) -> None:
    path = zip_file(tmp_path, NAME, {"a.csv": TABLE * 10})
    assert unpacked(path.read_bytes(), NAME, most=50) == TABLE[:50]
    with zipfile.ZipFile(path) as archive:
        assert unpacked(path.read_bytes(), NAME) == archive.read("a.csv")
