"""Ways in which archives, the workbook of the projection and answers of the e-Stat API are damaged."""

# ruff: noqa: ARG001, ARG005 (ways of damage are called alike, whatever they need)

from __future__ import annotations

import io
import json
import struct
import zipfile
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from damage import (
    BOMB_BYTES,
    NOTICED,
    REFUSED,
    SAME,
    Damage,
    Layout,
    bytes_overwritten,
    cut,
    empty_archive,
    packed,
    sheet_bomb,
    table_damages,
    without_one,
)
from more_whole_files import HEAD_OF_PROJECTION, packed_table
from whole_files import grids_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

MANY_MEMBERS = 11
DEEP = 200_000
BAD_NUMBERS = ("12人", "1e3", "--5", "12,34", "１２a", "#REF!")


def archive_damages(layout: Layout) -> list[Damage]:
    """Return the ways an archive is damaged: those of the table in it, and those of the archive."""
    inside = [replace(each, made=_inside(each.made)) for each in table_damages(layout)]
    return [
        *inside,
        Damage("columns shuffled", REFUSED, _inside(_columns_shuffled)),
        Damage("packed without compression", SAME, lambda path, layout, lot: _zip(path, zipfile.ZIP_STORED)),
        Damage("a Mac's companions beside it", SAME, _with_companions),
        Damage("cut", REFUSED, lambda path, layout, lot: cut(path.read_bytes(), lot)),
        Damage("bytes overwritten", NOTICED, bytes_overwritten),
        Damage("no table inside", REFUSED, empty_archive),
        Damage("two tables", REFUSED, lambda path, layout, lot: _with_others(path, 1)),
        Damage("many tables", REFUSED, lambda path, layout, lot: _with_others(path, MANY_MEMBERS)),
        Damage("an archive in the archive", REFUSED, _nested),
        Damage("a zip bomb", REFUSED, lambda path, layout, lot: _bomb(path, lies=False)),
        Damage("a zip bomb that lies", REFUSED, lambda path, layout, lot: _bomb(path, lies=True)),
        Damage("locked with a word", REFUSED, _locked),
    ]


def projection_damages() -> list[Damage]:
    """Return the ways the workbook of the projection is damaged."""
    return [
        Damage("rows shuffled", SAME, _rows(lambda rows, lot: lot.sample(rows, len(rows)))),
        Damage("cut", REFUSED, lambda path, layout, lot: cut(path.read_bytes(), lot)),
        Damage("a row twice", REFUSED, _rows(lambda rows, lot: [*rows, lot.choice(rows)])),
        Damage("a municipality lost", REFUSED, _rows(_without_municipality)),
        Damage("a prefecture lost", REFUSED, _rows(_without_prefecture)),
        Damage("cut between rows", REFUSED, _rows(lambda rows, lot: rows[: lot.randrange(len(rows) - 10)])),
        Damage("an unknown code", REFUSED, _rows(_one_cell(0, lambda cell, lot: 99999))),
        Damage("a code that is none", REFUSED, _rows(_one_cell(0, lambda cell, lot: "東京"))),
        Damage("a bad number", REFUSED, _rows(_one_cell(None, lambda cell, lot: lot.choice(BAD_NUMBERS)))),
        Damage("a number emptied", REFUSED, _rows(_one_cell(None, lambda cell, lot: ""))),
        Damage("a figure ten times as large", REFUSED, _rows(_one_cell(None, lambda cell, lot: 10 * cell))),
        Damage("one person more", NOTICED, _rows(_one_cell(None, lambda cell, lot: cell + 1))),
        Damage("two areas exchanged", NOTICED, _rows(_exchanged)),
        Damage("two years exchanged", REFUSED, _heads(_years_exchanged)),
        Damage("a year lost", REFUSED, _heads(_year_lost)),
        Damage("headings lost", REFUSED, _heads(lambda head, lot: head.clear())),
        Damage("bytes overwritten", NOTICED, bytes_overwritten),
        Damage("a zip bomb", REFUSED, sheet_bomb),
        Damage("no workbook inside", REFUSED, empty_archive),
    ]


def answer_damages() -> list[Damage]:
    """Return the ways an answer of the API is damaged."""
    return [
        Damage("values shuffled", SAME, _values(lambda values, lot: lot.sample(values, len(values)))),
        Damage("written in one line", SAME, _answer(lambda data, whole, lot: None)),
        Damage("cut", REFUSED, lambda path, layout, lot: cut(path.read_bytes(), lot)),
        Damage("a value lost", REFUSED, _values(without_one)),
        Damage("a value twice", REFUSED, _values(lambda values, lot: [*values, lot.choice(values)])),
        Damage("a value twice for another", REFUSED, _values(_twice_for_another)),
        Damage("an unknown code", REFUSED, _one_value("@area", lambda text, lot: "99999")),
        Damage("a code that is none", REFUSED, _one_value("@area", lambda text, lot: "東京")),
        Damage("a bad number", REFUSED, _one_value("$", lambda text, lot: lot.choice(BAD_NUMBERS))),
        Damage("a month for a year", REFUSED, _one_value("@time", lambda text, lot: f"{text[:4]}000406")),
        Damage("thousands", REFUSED, _one_value("@unit", lambda text, lot: "千人")),
        Damage("a category of two kinds", REFUSED, _values(_another_category)),
        Damage("an item that nobody asked for", NOTICED, _one_value("@cat01", lambda text, lot: "X1")),
        Damage("a digit changed", NOTICED, _one_value("$", _another_digit)),
        Damage("a mark for a number", NOTICED, _one_value("$", lambda text, lot: lot.choice(("-", "***")))),
        Damage("two areas exchanged", NOTICED, _values(_areas_exchanged)),
        Damage("another table", REFUSED, _answer(_other_table)),
        Damage("a refusal", REFUSED, _answer(_refusal)),
        Damage("the rest on another page", REFUSED, _answer(_unfinished)),
        Damage("deeper than anything", REFUSED, lambda path, layout, lot: _deep(path)),
        Damage("bytes overwritten", NOTICED, bytes_overwritten),
    ]


def _inside(made: Callable[[Path, Layout, Random], bytes]) -> Callable[[Path, Layout, Random], bytes]:
    def whole(path: Path, layout: Layout, lot: Random) -> bytes:
        name, content = packed_table(path)
        with TemporaryDirectory() as folder:
            table = Path(folder, name)
            table.write_bytes(content)
            return _zipped({name: made(table, layout, lot)})

    return whole


def _zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def _zip(path: Path, method: int) -> bytes:
    return _zipped(dict([packed_table(path)]), method)


def _columns_shuffled(path: Path, layout: Layout, lot: Random) -> bytes:
    """Shuffle the names alone: every figure then stands under another name."""
    lines = path.read_bytes().decode(layout.encoding).splitlines(keepends=True)
    names = lines[0].strip().split(",")
    return "".join([",".join(lot.sample(names, len(names))) + "\r\n", *lines[1:]]).encode(layout.encoding)


def _with_companions(path: Path, layout: Layout, lot: Random) -> bytes:
    name, content = packed_table(path)
    return _zipped({name: content, f"__MACOSX/._{name}": b"\0" * 100, ".DS_Store": b"\0"})


def _with_others(path: Path, number: int) -> bytes:
    name, content = packed_table(path)
    return _zipped({name: content, **{f"{n}_{name}": content[:1000] for n in range(number)}})


def _nested(path: Path, layout: Layout, lot: Random) -> bytes:
    return _zipped({path.name: path.read_bytes()})


def _locked(path: Path, layout: Layout, lot: Random) -> bytes:
    """Set the mark of a locked member in both of its headers."""
    content = bytearray(path.read_bytes())
    content[6] |= 1
    central = content.rindex(b"PK\x01\x02")
    content[central + 8] |= 1
    return bytes(content)


def _bomb(path: Path, *, lies: bool) -> bytes:
    name, content = packed_table(path)
    made = io.BytesIO()
    with (
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open(name, "w", force_zip64=False) as opened,
    ):
        opened.write(content)
        for _ in range((BOMB_BYTES if not lies else BOMB_BYTES // 10) // 10_000_000):
            opened.write(b"\n" * 10_000_000)
    packed_bytes = bytearray(made.getvalue())
    if lies:
        central = packed_bytes.rindex(b"PK\x01\x02")
        struct.pack_into("<I", packed_bytes, central + 24, len(content))
    return bytes(packed_bytes)


def _rows(
    changed: Callable[[list[list[Any]], Random], list[list[Any]]],
) -> Callable[[Path, Layout, Random], bytes]:
    def made(path: Path, layout: Layout, lot: Random) -> bytes:
        ((name, grid),) = grids_of(path).items()
        rows = changed(grid[HEAD_OF_PROJECTION:], lot)
        return packed(path, {name: [*grid[:HEAD_OF_PROJECTION], *rows]})

    return made


def _heads(changed: Callable[[list[list[Any]], Random], object]) -> Callable[[Path, Layout, Random], bytes]:
    def made(path: Path, layout: Layout, lot: Random) -> bytes:
        ((name, grid),) = grids_of(path).items()
        head = [list(row) for row in grid[:HEAD_OF_PROJECTION]]
        changed(head, lot)
        return packed(path, {name: [*head, *grid[HEAD_OF_PROJECTION:]]})

    return made


def _one_cell(
    column: int | None, changed: Callable[[Any, Random], Any]
) -> Callable[[list[list[Any]], Random], list[list[Any]]]:
    """Change a cell of a row that is no ward: a code, or a number of persons of any year."""

    def made(rows: list[list[Any]], lot: Random) -> list[list[Any]]:
        number = lot.choice([n for n, row in enumerate(rows) if str(row[1]) != "0"])
        place = lot.randint(4, 10) if column is None else column
        cells = list(rows[number])
        cells[place] = changed(cells[place], lot)
        return [*rows[:number], cells, *rows[number + 1 :]]

    return made


def _without_municipality(rows: list[list[Any]], lot: Random) -> list[list[Any]]:
    lost = lot.choice([row for row in rows if str(row[1]) in "123"])
    return [row for row in rows if row is not lost]


def _without_prefecture(rows: list[list[Any]], lot: Random) -> list[list[Any]]:
    lost = lot.choice([row for row in rows if row[1] == "a"])
    return [row for row in rows if row is not lost]


def _exchanged(rows: list[list[Any]], lot: Random) -> list[list[Any]]:
    one, other = lot.sample([n for n, row in enumerate(rows) if str(row[1]) in "23"], 2)
    made = [list(row) for row in rows]
    made[one][0], made[other][0] = made[other][0], made[one][0]
    return made


def _years_exchanged(head: list[list[Any]], lot: Random) -> None:
    one, other = lot.sample(range(4, 11), 2)
    years = head[-1]
    years[one], years[other] = years[other], years[one]


def _year_lost(head: list[list[Any]], lot: Random) -> None:
    head[-1][lot.randint(4, 10)] = ""


def _answer(
    changed: Callable[[dict[str, Any], dict[str, Any], Random], object],
) -> Callable[[Path, Layout, Random], bytes]:
    def made(path: Path, layout: Layout, lot: Random) -> bytes:
        whole = json.loads(path.read_text(encoding="utf-8"))["GET_STATS_DATA"]
        changed(whole["STATISTICAL_DATA"], whole, lot)
        return json.dumps({"GET_STATS_DATA": whole}, ensure_ascii=False).encode()

    return made


def _values(changed: Callable[[list[Any], Random], list[Any]]) -> Callable[[Path, Layout, Random], bytes]:
    def change(data: dict[str, Any], _: dict[str, Any], lot: Random) -> None:
        data["DATA_INF"]["VALUE"] = changed(data["DATA_INF"]["VALUE"], lot)

    return _answer(change)


def _one_value(name: str, changed: Callable[[str, Random], str]) -> Callable[[Path, Layout, Random], bytes]:
    def change(values: list[Any], lot: Random) -> list[Any]:
        number = lot.randrange(len(values))
        one = {**values[number], name: changed(values[number][name], lot)}
        return [*values[:number], one, *values[number + 1 :]]

    return _values(change)


def _twice_for_another(values: list[Any], lot: Random) -> list[Any]:
    one, other = lot.sample(range(len(values)), 2)
    return [values[other] if n == one else each for n, each in enumerate(values)]


def _another_category(values: list[Any], lot: Random) -> list[Any]:
    return [{**each, "@cat02": str(n % 2)} for n, each in enumerate(values)]


def _areas_exchanged(values: list[Any], lot: Random) -> list[Any]:
    item = lot.choice(values)["@cat01"]
    one, other = lot.sample([each for each in values if each["@cat01"] == item], 2)
    one["@area"], other["@area"] = other["@area"], one["@area"]
    return values


def _another_digit(text: str, lot: Random) -> str:
    return str(int(text) + lot.randint(1, 9))


def _other_table(data: dict[str, Any], whole: dict[str, Any], lot: Random) -> None:
    data["TABLE_INF"]["@id"] = "0003425893"


def _refusal(data: dict[str, Any], whole: dict[str, Any], lot: Random) -> None:
    whole["RESULT"] = {"STATUS": 100, "ERROR_MSG": "認証に失敗しました。"}


def _unfinished(data: dict[str, Any], whole: dict[str, Any], lot: Random) -> None:
    data["RESULT_INF"]["NEXT_KEY"] = len(data["DATA_INF"]["VALUE"]) + 1


def _deep(path: Path) -> bytes:
    begin = path.read_bytes().partition(b'"STATISTICAL_DATA"')[0]
    return begin + b'"STATISTICAL_DATA":' + b"[" * DEEP
