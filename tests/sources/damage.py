"""Ways in which a file is damaged on its way from the publisher, each with what may come of it.

``SAME``: the file still says the same, so the figures must be the same.
``REFUSED``: it does not hold together any more; one clear error, nothing else.
``NOTICED``: nothing in the file itself shows the damage (a digit, two rows exchanged). Figures may come out
otherwise, but never in silence: the change log names count, year and how many areas differ.
A damage can also hit what is not read at all; then every kind may end in the same figures.
"""

# ruff: noqa: ARG001, ARG005 (ways of damage are called alike, whatever they need)

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from small_files import workbook_file
from whole_files import grids_of, rows_of, written

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from random import Random

SAME, REFUSED, NOTICED = "same", "refused", "noticed"
SHEET = "xl/worksheets/sheet1.xml"
BOMB_BYTES = 260_000_000
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
Rows = list[list[str]]


@dataclass(frozen=True)
class Layout:
    """What a damage has to know of a file.

    ``header`` lines stand above the rows. ``key`` is the column that names the area, ``numbers`` are columns
    that are read as numbers. ``by_name`` is whether columns are known by name, so that their order is free;
    ``complete`` whether every area must occur, so that a missing row is noticed in the file. ``repeated`` and
    ``unknown`` are what comes of a row listed twice and of a code that no list knows.
    """

    header: int = 1
    key: int = 0
    numbers: tuple[int, ...] = ()
    encoding: str = "utf-8-sig"
    by_name: bool = True
    complete: bool = True
    zeros: tuple[int, ...] = ()
    repeated: str = REFUSED
    unknown: str = REFUSED


@dataclass(frozen=True)
class Damage:
    """One way: its name, what may come of it, and what it makes of a file."""

    name: str
    outcome: str
    made: Callable[[Path, Layout, Random], bytes]


def table_damages(layout: Layout) -> list[Damage]:
    """Return the ways a comma-separated file of a layout is damaged."""
    ways = [
        Damage("rows shuffled", SAME, _rows(lambda rows, layout, lot: lot.sample(rows, len(rows)))),
        Damage("another encoding", SAME, _encoded(("utf-8", "utf-8-sig", "cp932"))),
        Damage("all cells quoted, other line ends", SAME, _requoted),
        Damage("full-width digits", SAME, _cells_changed(lambda text: text.translate(WIDE))),
        Damage("cut inside a row", REFUSED, _cut_inside),
        Damage("a cell too few", REFUSED, _one_row(lambda row, lot: row[:-1])),
        Damage("a cell too many", REFUSED, _one_row(lambda row, lot: [*row, "1"])),
        Damage("another system's encoding", REFUSED, _encoded(("utf-16", "euc-jp", "iso2022_jp"))),
        Damage("header lost", REFUSED, _header_lost),
        Damage("an unknown code", layout.unknown, _one_cell("key", lambda text, lot: "99999")),
        Damage("a code that is none", REFUSED, _one_cell("key", lambda text, lot: "東京")),
        Damage("bytes overwritten", NOTICED, bytes_overwritten),
        Damage("junk in the middle", NOTICED, _junk_inserted),
        Damage("a digit changed", NOTICED, _one_cell("number", _another_digit)),
        Damage("a number emptied", NOTICED, _one_cell("number", lambda text, lot: "")),
        Damage("figures of two areas exchanged", NOTICED, _exchanged),
        Damage("cut between rows", REFUSED if layout.complete else NOTICED, _cut_between),
        Damage("a row lost", REFUSED if layout.complete else NOTICED, _row_lost),
        Damage("cut anywhere", NOTICED, lambda path, layout, lot: cut(path.read_bytes(), lot)),
        Damage("names of columns exchanged", NOTICED, _names_exchanged),
        Damage("rows repeated", layout.repeated, _rows_repeated),
    ]
    if layout.numbers:
        bad = ("？", "1e3", "--5", "12,34", "1 000", "#REF!", "NaN", "inf", "１２a", "=1+1", "∞")
        ways.append(Damage("a bad number", REFUSED, _one_cell("number", lambda text, lot: lot.choice(bad))))
    if layout.by_name:
        ways.append(Damage("columns shuffled", SAME, _columns_shuffled))
        ways.append(Damage("a name of a column lost", REFUSED, _name_lost))
    if layout.zeros:
        ways.append(Damage("leading zeros lost", SAME, _zeros_lost))
    return ways


def any_damages() -> list[Damage]:
    """Return the ways any file is damaged."""
    junk = (b"<html><body>404</body></html>", b"\0" * 4000, b"%PDF-1.7\n", b"\x1f\x8b\x08" + b"\7" * 300)
    return [
        Damage("nothing left", REFUSED, lambda path, layout, lot: b""),
        Damage("another file under its name", REFUSED, lambda path, layout, lot: lot.choice(junk)),
        Damage(
            "a few bytes left", REFUSED, lambda path, layout, lot: path.read_bytes()[: lot.randint(1, 40)]
        ),
    ]


def workbook_damages() -> list[Damage]:
    """Return the ways a workbook is damaged."""
    return [
        Damage("rows shuffled", SAME, _sheets(_rows_of_sheet(lambda rows, lot: lot.sample(rows, len(rows))))),
        Damage("cut", REFUSED, lambda path, layout, lot: cut(path.read_bytes(), lot)),
        Damage("a sheet lost", REFUSED, _sheet_lost),
        Damage("another sheet", REFUSED, _sheet_added),
        Damage("a row lost", REFUSED, _sheets(_rows_of_sheet(without_one))),
        Damage("a row twice", REFUSED, _sheets(_rows_of_sheet(lambda rows, lot: [*rows, lot.choice(rows)]))),
        Damage("columns exchanged", REFUSED, _sheets(_columns_exchanged)),
        Damage(
            "a digit changed", REFUSED, _sheets(_rows_of_sheet(_cell_replaced(lambda cell, lot: cell + 1)))
        ),
        Damage("a number emptied", REFUSED, _sheets(_rows_of_sheet(_cell_replaced(lambda cell, lot: "")))),
        Damage("a bad number", REFUSED, _sheets(_rows_of_sheet(_cell_replaced(lambda cell, lot: "12人")))),
        Damage("an unknown insurer", REFUSED, _sheets(_rows_of_sheet(_renamed))),
        Damage("insurers exchanged", NOTICED, _sheets(_insurers_exchanged)),
        Damage("bytes overwritten", NOTICED, bytes_overwritten),
        Damage("a zip bomb", REFUSED, sheet_bomb),
        Damage("no workbook inside", REFUSED, empty_archive),
    ]


def topojson_damages() -> list[Damage]:
    """Return the ways boundaries are damaged."""
    return [
        Damage("cut", REFUSED, lambda path, layout, lot: cut(path.read_bytes(), lot)),
        Damage("a municipality lost", REFUSED, _topology(lambda made, lot: made.remove(lot.choice(made)))),
        Damage("an unknown code", REFUSED, _topology(_code_replaced)),
        Damage("shapes shuffled", SAME, _topology(lambda made, lot: lot.shuffle(made))),
        Damage("an arc that is none", REFUSED, _topology(_arc_replaced)),
        Damage("arcs of two exchanged", NOTICED, _topology(_arcs_exchanged)),
        Damage("bytes overwritten", NOTICED, bytes_overwritten),
    ]


def cut(content: bytes, lot: Random) -> bytes:
    return content[: lot.randint(len(content) // 20, len(content) - 3)]


def _rows(changed: Callable[[Rows, Layout, Random], Rows]) -> Callable[[Path, Layout, Random], bytes]:
    def made(path: Path, layout: Layout, lot: Random) -> bytes:
        rows = rows_of(path, layout.encoding)
        body = changed(rows[layout.header :], layout, lot)
        return written([*rows[: layout.header], *body], layout.encoding)

    return made


def _one_row(changed: Callable[[list[str], Random], list[str]]) -> Callable[[Path, Layout, Random], bytes]:
    def one(rows: Rows, layout: Layout, lot: Random) -> Rows:
        number = lot.randrange(len(rows))
        return [*rows[:number], changed(rows[number], lot), *rows[number + 1 :]]

    return _rows(one)


def _one_cell(which: str, changed: Callable[[str, Random], str]) -> Callable[[Path, Layout, Random], bytes]:
    def one(rows: Rows, layout: Layout, lot: Random) -> Rows:
        column = layout.key if which == "key" or not layout.numbers else lot.choice(layout.numbers)
        number = lot.randrange(len(rows))
        cells = list(rows[number])
        cells[column] = changed(cells[column], lot)
        return [*rows[:number], cells, *rows[number + 1 :]]

    return _rows(one)


def _another_digit(text: str, lot: Random) -> str:
    places = [place for place, sign in enumerate(text) if sign in "0123456789"]
    if not places:
        return "7"
    place = lot.choice(places)
    other = lot.choice([digit for digit in "0123456789" if digit != text[place]])
    return text[:place] + other + text[place + 1 :]


def _cells_changed(changed: Callable[[str], str]) -> Callable[[Path, Layout, Random], bytes]:
    def cells(rows: Rows, layout: Layout, lot: Random) -> Rows:
        columns = {layout.key, *layout.numbers, *layout.zeros}
        return [
            [changed(cell) if place in columns else cell for place, cell in enumerate(row)] for row in rows
        ]

    return _rows(cells)


def _exchanged(path: Path, layout: Layout, lot: Random) -> bytes:
    def exchange(rows: Rows, layout: Layout, lot: Random) -> Rows:
        one, other = lot.sample(range(len(rows)), 2)
        made = [list(row) for row in rows]
        made[one][layout.key], made[other][layout.key] = made[other][layout.key], made[one][layout.key]
        return made

    return _rows(exchange)(path, layout, lot)


def _encoded(encodings: Sequence[str]) -> Callable[[Path, Layout, Random], bytes]:
    def made(path: Path, layout: Layout, lot: Random) -> bytes:
        text = path.read_bytes().decode(layout.encoding)
        encoding = lot.choice([each for each in encodings if each != layout.encoding])
        try:
            return text.encode(encoding, errors="strict" if encoding == "cp932" else "xmlcharrefreplace")
        except UnicodeEncodeError:
            return text.encode("utf-8")

    return made


def _requoted(path: Path, layout: Layout, lot: Random) -> bytes:
    made = written(rows_of(path, layout.encoding), layout.encoding, csv.QUOTE_ALL)
    return made.replace(b"\r\n", b"\n") if lot.random() < 0.5 else made


def _cut_inside(path: Path, layout: Layout, lot: Random) -> bytes:
    content = path.read_bytes()
    lines = content.splitlines(keepends=True)
    number = lot.randrange(layout.header, len(lines))
    row = next(csv.reader([lines[number].decode(layout.encoding, errors="replace")]))
    # Before the last separator, so that a cell is missing.
    kept = ",".join(row[: lot.randint(1, len(row) - 1)])
    return b"".join(lines[:number]) + kept.encode(layout.encoding.removesuffix("-sig"), errors="replace")


def _cut_between(path: Path, layout: Layout, lot: Random) -> bytes:
    return _rows(lambda rows, layout, lot: rows[: lot.randint(0, len(rows) - 1)])(path, layout, lot)


def _row_lost(path: Path, layout: Layout, lot: Random) -> bytes:
    return _rows(lambda rows, layout, lot: without_one(rows, lot))(path, layout, lot)


def without_one(rows: list[Any], lot: Random) -> list[Any]:
    number = lot.randrange(len(rows))
    return [*rows[:number], *rows[number + 1 :]]


def _rows_repeated(path: Path, layout: Layout, lot: Random) -> bytes:
    def repeated(rows: Rows, layout: Layout, lot: Random) -> Rows:
        number = lot.randrange(len(rows))
        return [*rows[: number + 1], *rows[number : number + lot.randint(1, 3)], *rows[number + 1 :]]

    return _rows(repeated)(path, layout, lot)


def _header_lost(path: Path, layout: Layout, lot: Random) -> bytes:
    rows = rows_of(path, layout.encoding)
    return written(rows[layout.header :], layout.encoding)


def _columns_shuffled(path: Path, layout: Layout, lot: Random) -> bytes:
    rows = rows_of(path, layout.encoding)
    order = lot.sample(range(len(rows[0])), len(rows[0]))
    return written([[row[place] for place in order] for row in rows], layout.encoding)


def _names_exchanged(path: Path, layout: Layout, lot: Random) -> bytes:
    """Exchange names alone: what stands below is then called something else."""
    rows = rows_of(path, layout.encoding)
    names = rows[layout.header - 1]
    columns = [layout.key, *layout.numbers]
    one, other = lot.sample(columns if len(columns) > 1 else range(len(names)), 2)
    names[one], names[other] = names[other], names[one]
    return written(rows, layout.encoding)


def _name_lost(path: Path, layout: Layout, lot: Random) -> bytes:
    rows = rows_of(path, layout.encoding)
    column = lot.choice([layout.key, *layout.numbers])
    rows[layout.header - 1][column] += "（旧）"
    return written(rows, layout.encoding)


def _zeros_lost(path: Path, layout: Layout, lot: Random) -> bytes:
    def lost(rows: Rows, layout: Layout, lot: Random) -> Rows:
        return [
            [
                str(int(cell)) if place in layout.zeros and cell.isdigit() else cell
                for place, cell in enumerate(row)
            ]
            for row in rows
        ]

    return _rows(lost)(path, layout, lot)


def bytes_overwritten(path: Path, layout: Layout, lot: Random) -> bytes:
    content = bytearray(path.read_bytes())
    for _ in range(lot.randint(1, 12)):
        content[lot.randrange(len(content))] = lot.randrange(256)
    return bytes(content)


def _junk_inserted(path: Path, layout: Layout, lot: Random) -> bytes:
    content = path.read_bytes()
    place = lot.randrange(len(content))
    return content[:place] + lot.randbytes(lot.randint(1, 200)) + content[place:]


def _sheets(
    changed: Callable[[list[list[Any]], Random], list[list[Any]]],
) -> Callable[[Path, Layout, Random], bytes]:
    def made(path: Path, layout: Layout, lot: Random) -> bytes:
        grids = grids_of(path)
        name = lot.choice(list(grids))
        return packed(path, {**grids, name: changed(grids[name], lot)})

    return made


def _rows_of_sheet(
    changed: Callable[[list[list[Any]], Random], list[list[Any]]],
) -> Callable[[list[list[Any]], Random], list[list[Any]]]:
    def made(grid: list[list[Any]], lot: Random) -> list[list[Any]]:
        start = _first_insurer(grid)
        return [*grid[:start], *changed(grid[start:], lot)]

    return made


def _first_insurer(grid: list[list[Any]]) -> int:
    return 1 + next(n for n, row in enumerate(grid) if "".join(str(row[0]).split()) == "全国")


def _cell_replaced(
    changed: Callable[[Any, Random], Any],
) -> Callable[[list[list[Any]], Random], list[list[Any]]]:
    def made(rows: list[list[Any]], lot: Random) -> list[list[Any]]:
        number, column = lot.randrange(len(rows)), lot.randint(2, 5)
        cells = list(rows[number])
        cells[column] = changed(cells[column], lot)
        return [*rows[:number], cells, *rows[number + 1 :]]

    return made


def _renamed(rows: list[list[Any]], lot: Random) -> list[list[Any]]:
    number = lot.randrange(len(rows))
    return [*rows[:number], [rows[number][0], "無名町", *rows[number][2:]], *rows[number + 1 :]]


def _insurers_exchanged(grid: list[list[Any]], lot: Random) -> list[list[Any]]:
    start = _first_insurer(grid)
    one, other = lot.sample(range(start, len(grid)), 2)
    made = [list(row) for row in grid]
    made[one][:2], made[other][:2] = made[other][:2], made[one][:2]
    return made


def _columns_exchanged(grid: list[list[Any]], lot: Random) -> list[list[Any]]:
    """Exchange figures, not their headings: sums of rows stay, those of the other sheets do not."""
    start = _first_insurer(grid) - 1
    one, other = 2, 5
    made = [list(row) for row in grid]
    for row in made[start:]:
        row[one], row[other] = row[other], row[one]
    return made


def _sheet_lost(path: Path, layout: Layout, lot: Random) -> bytes:
    grids = grids_of(path)
    name = lot.choice(list(grids))
    kept = {each: grid for each, grid in grids.items() if each != name}
    return packed(path, kept or {"空": [["空"]]})


def _sheet_added(path: Path, layout: Layout, lot: Random) -> bytes:
    grids = grids_of(path)
    name = lot.choice(list(grids))
    return packed(path, {**grids, "別の表": grids[name]})


def packed(path: Path, grids: dict[str, list[list[Any]]]) -> bytes:
    scratch = path.with_name(f"scratch-{path.name}")
    content = workbook_file(path.parent, scratch.name, grids).read_bytes()
    scratch.unlink()
    return content


def sheet_bomb(path: Path, layout: Layout, lot: Random) -> bytes:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(path) as archive,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out,
    ):
        for name in archive.namelist():
            if name != SHEET:
                out.writestr(name, archive.read(name))
        with out.open(SHEET, "w", force_zip64=True) as opened:
            block = b" " * 10_000_000
            for _ in range(BOMB_BYTES // len(block)):
                opened.write(block)
    return made.getvalue()


def empty_archive(path: Path, layout: Layout, lot: Random) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.txt", "a")
    return made.getvalue()


def _topology(changed: Callable[[list[Any], Random], object]) -> Callable[[Path, Layout, Random], bytes]:
    def made(path: Path, layout: Layout, lot: Random) -> bytes:
        topology = json.loads(path.read_text(encoding="utf-8"))
        (collection,) = topology["objects"].values()
        changed(collection["geometries"], lot)
        return json.dumps(topology).encode()

    return made


def _code_replaced(geometries: list[Any], lot: Random) -> None:
    lot.choice(geometries)["properties"]["lg_code_5"] = "99999"


def _arc_replaced(geometries: list[Any], lot: Random) -> None:
    lot.choice(geometries)["arcs"] = [[999_999]] if lot.random() < 0.5 else [["a"]]


def _arcs_exchanged(geometries: list[Any], lot: Random) -> None:
    one, other = lot.sample(geometries, 2)
    for name in ("type", "arcs"):
        one[name], other[name] = other[name], one[name]
