"""Two hundred damaged tables of the incentive grants: one clear sentence each; nothing is lost."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from grant_files import added_up, columns_of, grid_of, made
from small_files import MUNICIPALITIES, changes_file, municipalities_file, workbook_file

from carecompare.errors import SourceError
from carecompare.sources import Places, Reading, imported, read_file
from carecompare.text.errors.explain import sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carecompare.catalog import Catalog

    Rows = list[list[object]]

VARIANTS, SEED = 200, 20_260_629
IMPORTED_WHOLE = 12
LONGEST_SENTENCE = 700
HEAD, FIRST, TOTAL, RANK = 18, 14, 335, 336
SUMS = (54, 56, 107, 140, 141, 237, 333, 334, TOTAL)
FILE = "001732614.xlsx"
COLUMNS = columns_of(8)
SOUND = grid_of(made())


def town(rows: Rows, lot: random.Random) -> list[object]:
    return lot.choice([row for row in rows[HEAD:] if row[FIRST] != ""])


def item(lot: random.Random) -> int:
    return lot.randrange(FIRST, 50)


def _number(cell: object) -> int:
    return int(str(cell))


def _score_changed(rows: Rows, lot: random.Random) -> None:
    row, column = town(rows, lot), item(lot)
    row[column] = _number(row[column]) + 1


def _total_changed(rows: Rows, lot: random.Random) -> None:
    row, column = town(rows, lot), lot.choice(SUMS)
    row[column] = _number(row[column]) + lot.choice([-1, 1, 10])


def _several_changed(rows: Rows, lot: random.Random) -> None:
    for _ in range(4):
        _total_changed(rows, lot)


def _rank_changed(rows: Rows, lot: random.Random) -> None:
    row = town(rows, lot)
    row[RANK] = _number(row[RANK]) + 1


def _cell(text: object, columns: tuple[int, ...] = ()) -> Callable[[Rows, random.Random], None]:
    def change(rows: Rows, lot: random.Random) -> None:
        town(rows, lot)[lot.choice(columns) if columns else item(lot)] = text

    return change


def _all_scores_lost(rows: Rows, lot: random.Random) -> None:
    row = town(rows, lot)
    row[FIRST:] = [""] * len(row[FIRST:])


def _too_many_points(rows: Rows, lot: random.Random) -> None:
    row = town(rows, lot)
    scores = [_number(each) for each in row[FIRST:RANK]]
    scores[item(lot) - FIRST] = 9
    row[FIRST:RANK] = added_up(COLUMNS, scores)


def _row_lost(rows: Rows, lot: random.Random) -> None:
    rows.remove(town(rows, lot))


def _row_twice(rows: Rows, lot: random.Random) -> None:
    rows.append(list(town(rows, lot)))


def _cut(rows: Rows, lot: random.Random) -> None:
    del rows[lot.randint(2, len(rows) - 2) :]


def _union_lost(rows: Rows, _: random.Random) -> None:
    rows[HEAD:] = [row for row in rows[HEAD:] if row[FIRST] != ""]


def _name(text: str) -> Callable[[Rows, random.Random], None]:
    def change(rows: Rows, lot: random.Random) -> None:
        town(rows, lot)[7] = text

    return change


def _prefecture(rows: Rows, lot: random.Random) -> None:
    town(rows, lot)[6] = "沖縄県"


def _names_exchanged(rows: Rows, _: random.Random) -> None:
    """Two towns of one prefecture: the numbers of their insurers tell."""
    one, other = (
        next(row for row in rows if len(row) > 7 and row[7] == name) for name in ("川越市", "越谷市")
    )
    one[7], other[7] = other[7], one[7]


def _heading_row_lost(rows: Rows, lot: random.Random) -> None:
    del rows[lot.randint(1, 7)]


def _heading_row_added(rows: Rows, lot: random.Random) -> None:
    rows.insert(lot.randint(2, 7), [""] * len(rows[0]))


def _labels_lost(rows: Rows, _: random.Random) -> None:
    for row in rows[8:17]:
        row[6] = ""


def _column_lost(rows: Rows, lot: random.Random) -> None:
    column = lot.choice([20, 30, 54, 56, 140, 200, 300, 333, TOTAL])
    for row in rows:
        if len(row) > column:
            del row[column]


def _columns_exchanged(rows: Rows, lot: random.Random) -> None:
    """Scores change places under headings that stay: what they can give differs."""
    one, other = lot.choice([(14, 56), (57, 62), (54, 55), (140, 141)])
    for row in rows[HEAD:]:
        row[one], row[other] = row[other], row[one]


def _caption_changed(rows: Rows, lot: random.Random) -> None:
    column = lot.choice(SUMS)
    for row in rows[:8]:
        if row[column] != "":
            row[column] = lot.choice(["計", "小計", ""])


def _serial_lost(rows: Rows, lot: random.Random) -> None:
    town(rows, lot)[0] = lot.choice(["", "－", "追加"])


def _points_lost(rows: Rows, lot: random.Random) -> None:
    rows[8][item(lot)] = lot.choice(["", "四"])


def _number_of_another(rows: Rows, lot: random.Random) -> None:
    row = next(each for each in rows[HEAD:] if each[7] == "川越市")
    row[3] = lot.choice(["112227", "131121"])


def _fund_lost(rows: Rows, _: random.Random) -> None:
    rows[1][FIRST] = ""


def _same_rows(rows: Rows, _: random.Random) -> None:
    rows.append([""] * 5)
    rows.append(["", "※ 表の注"])
    for row in rows[HEAD:]:
        if len(row) > 3 and row[3]:
            row[3] = int(str(row[3]))


def _spaces(rows: Rows, _: random.Random) -> None:
    for row in rows[HEAD:]:
        if len(row) > 7:
            row[7] = f"　{row[7]} "


REFUSED, SAME = "refused", "same"
DAMAGES: tuple[tuple[str, str, Callable[[Rows, random.Random], None]], ...] = (
    ("a score changed", REFUSED, _score_changed),
    ("a total changed", REFUSED, _total_changed),
    ("several totals changed", REFUSED, _several_changed),
    ("a rank changed", REFUSED, _rank_changed),
    ("a score emptied", REFUSED, _cell("")),
    ("a score in words", REFUSED, _cell("４点")),
    ("a score below zero", REFUSED, _cell(-1)),
    ("half a point", REFUSED, _cell(0.5)),
    ("a total emptied", REFUSED, _cell("", SUMS)),
    ("all scores of a town lost", REFUSED, _all_scores_lost),
    ("more points than there are", REFUSED, _too_many_points),
    ("a row lost", REFUSED, _row_lost),
    ("a row twice", REFUSED, _row_twice),
    ("cut", REFUSED, _cut),
    ("the union's row lost", REFUSED, _union_lost),
    ("a name mistyped", REFUSED, _name("かわごえ市")),
    ("a name emptied", REFUSED, _name("")),
    ("another prefecture", REFUSED, _prefecture),
    ("names exchanged", REFUSED, _names_exchanged),
    ("a heading row lost", REFUSED, _heading_row_lost),
    ("a heading row added", REFUSED, _heading_row_added),
    ("the labels lost", REFUSED, _labels_lost),
    ("a column lost", REFUSED, _column_lost),
    ("columns exchanged", REFUSED, _columns_exchanged),
    ("a caption changed", REFUSED, _caption_changed),
    ("a serial number lost", REFUSED, _serial_lost),
    ("points lost", REFUSED, _points_lost),
    ("the number of another insurer", REFUSED, _number_of_another),
    ("the first fund lost", REFUSED, _fund_lost),
    ("notes below, zeros of numbers lost", SAME, _same_rows),
    ("blanks around names", SAME, _spaces),
)


def damaged(number: int, folder: Path) -> tuple[Path, str, str]:
    lot = random.Random(SEED + number)  # noqa: S311 (a lot that can be drawn again)
    name, end, change = DAMAGES[number % len(DAMAGES)]
    rows = [list(row) for row in SOUND]
    change(rows, lot)
    return workbook_file(folder, FILE, {"全国集計（市町村）": rows}), name, end


def test_two_hundred_damaged_tables_get_one_clear_sentence_each(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    sound = workbook_file(tmp_path, FILE, {"全国集計（市町村）": SOUND})
    expected = read_file(sound, catalog, places=places)
    ends: Counter[str] = Counter()
    for number in range(VARIANTS):
        path, name, end = damaged(number, tmp_path)
        try:
            reading = read_file(path, catalog, places=places)
        except SourceError as refused:
            said = sentence(refused)
            assert said.startswith(FILE), (name, said)
            assert said.endswith("。"), (name, said)
            assert "None" not in said, (name, said)
            assert len(said) < LONGEST_SENTENCE, (name, said)
            assert end == REFUSED, (name, said)
        else:
            assert end == SAME, (name, number)
            assert says_the_same(reading, expected), name
        ends[end] += 1
    assert ends[REFUSED] > VARIANTS * 0.9
    assert ends[SAME] > 0


def says_the_same(reading: Reading, expected: Reading) -> bool:
    if reading.counts is None or expected.counts is None or reading.grants is None or expected.grants is None:
        return False
    pairs = zip(reading.grants.tables(), expected.grants.tables(), strict=True)
    return reading.counts.equals(expected.counts) and all(one[1].equals(other[1]) for one, other in pairs)


def test_bytes_cut_or_overwritten_are_refused(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    path = workbook_file(tmp_path, FILE, {"全国集計（市町村）": SOUND})
    content = path.read_bytes()
    lot = random.Random(SEED)  # noqa: S311 (a lot that can be drawn again)
    for _ in range(5):
        path.write_bytes(content[: lot.randint(100, len(content) - 3)])
        with pytest.raises(SourceError):
            read_file(path, catalog, places=places)


def test_a_refused_table_leaves_the_figures_as_they_were(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, catalog: Catalog
) -> None:
    figures = tmp_path_factory.mktemp("grants") / "figures"
    ground = tmp_path_factory.mktemp("ground")
    imported(figures, [municipalities_file(ground), changes_file(ground)], catalog)
    sound = workbook_file(ground, FILE, {"全国集計（市町村）": grid_of(made(7))})
    imported(figures, [sound], catalog)
    before = {path: path.read_bytes() for path in figures.rglob("*") if path.is_file()}
    assert any(path.parent.name == "grants" for path in before)
    for number in range(IMPORTED_WHOLE):
        path, name, _ = damaged(number, tmp_path)
        with pytest.raises(SourceError):
            imported(figures, [path], catalog)
        assert {each: each.read_bytes() for each in figures.rglob("*") if each.is_file()} == before, name
    assert len(MUNICIPALITIES) == 11
