"""Everything a town keeps goes to another machine in one file, and nothing that was there is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from carecompare.errors import OwnDataError
from carecompare.own import (
    COMPARATOR_SETS,
    NOTES,
    OWN_FIGURES,
    ComparatorSet,
    ComparatorSets,
    Folder,
    Note,
    OwnFigure,
    OwnFigures,
    Shelf,
    bring,
    carried_file,
    read_carried,
)

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.own import Carried

FIGURES = OwnFigures(figures=(OwnFigure("", "population", 2025, 20_000.0, "住民基本台帳"),))
SETS = ComparatorSets((ComparatorSet("s1", "豪雪の町", ("15202", "46523")),))


def who(carried: Carried) -> str:
    return f"高齢福祉課（元は{carried.kept.author}）"


@pytest.fixture
def desk(tmp_path: Path) -> Shelf:
    """Return the shelf of a machine where two municipalities have saved, one of them twice."""
    shelf = Shelf(Folder(tmp_path / "desk"))
    shelf.save("44208", OWN_FIGURES, OwnFigures(), 0, "計画係")
    shelf.save("44208", OWN_FIGURES, FIGURES, 1, "計画係")
    shelf.save("44208", COMPARATOR_SETS, SETS, 0, "計画係")
    shelf.save("15202", NOTES.of("aging"), Note("雪"), 0, "長岡")
    return shelf


def test_the_latest_of_everything_arrives_word_for_word(desk: Shelf, tmp_path: Path) -> None:
    there = Shelf(Folder(tmp_path / "there"))
    saved, known = bring(read_carried(carried_file(desk, ["44208", "15202"]), "own.json"), there, who)
    assert (len(saved), known) == (3, [])
    figures = there.kept("44208", OWN_FIGURES)
    assert figures is not None
    assert (figures.content, figures.version, figures.author) == (FIGURES, 1, "高齢福祉課（元は計画係）")
    note = there.kept("15202", NOTES.of("aging"))
    assert note is not None
    assert note.content == Note("雪")


def test_what_was_there_stays_in_the_history_and_twice_is_once(desk: Shelf, tmp_path: Path) -> None:
    there = Shelf(Folder(tmp_path / "there"))
    mine = OwnFigures(figures=(OwnFigure("", "population", 2025, 1.0),))
    there.save("44208", OWN_FIGURES, mine, 0, "ここの係")
    carried = read_carried(carried_file(desk, ["44208"]), "own.json")
    saved, _ = bring(carried, there, who)
    assert {(each.kind.name, version) for each, version in saved} == {
        ("own_figures", 2),
        ("comparator_sets", 1),
    }
    assert there.at("44208", OWN_FIGURES, 1).content == mine
    again, known = bring(carried, there, who)
    assert not again
    assert len(known) == 2


def test_one_municipality_takes_nothing_of_another_along(desk: Shelf) -> None:
    assert {each.area for each in read_carried(carried_file(desk, ["15202"]), "own.json")} == {"15202"}


def test_a_file_with_one_damaged_record_brings_nothing(desk: Shelf) -> None:
    whole = msgspec.json.decode(carried_file(desk, ["44208"]))
    whole["records"][0]["content"] = {"unknown": 1}
    with pytest.raises(OwnDataError) as caught:
        read_carried(msgspec.json.encode(whole), "own.json")
    assert caught.value.problem == "own_unreadable"


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[1]", b"\xff\xfe", b'{"carecompare_own": 2, "records": []}']
)
def test_another_file_is_refused(content: bytes) -> None:
    with pytest.raises(OwnDataError) as caught:
        read_carried(content, "own.json")
    assert caught.value.problem == "own_visit_wrong"


def test_a_record_that_cannot_be_read_stops_the_file_and_is_replaced_by_what_comes(
    desk: Shelf, tmp_path: Path
) -> None:
    carried = read_carried(carried_file(desk, ["44208"]), "own.json")
    damaged = tmp_path / "desk" / "44208" / "own_figures" / "000003.json"
    damaged.write_bytes(b"{")
    with pytest.raises(OwnDataError):
        carried_file(desk, ["44208"])
    saved, _ = bring(carried, desk, who)
    assert [(each.kind.name, version) for each, version in saved] == [("own_figures", 4)]


def test_where_nothing_is_kept_there_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OwnDataError) as caught:
        carried_file(Shelf(Folder(tmp_path)), ["44208"])
    assert caught.value.problem == "own_nothing_kept"
