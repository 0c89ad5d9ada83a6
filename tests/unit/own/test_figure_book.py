"""The book of figures that a town keeps: numbers, chapters, order."""

from __future__ import annotations

import pytest

from carecompare.errors import OwnDataError
from carecompare.exhibits import Exhibit, Grid
from carecompare.own import (
    FigureBook,
    book_changed,
    book_chapter_titled,
    book_moved,
    book_numbers,
    book_with,
    book_without,
)


def exhibit(name: str) -> Exhibit:
    return Exhibit(name, "", {"own": "44208"}, "2026-11-30", name, "", Grid((), ()), "")


def book(*names: str) -> FigureBook:
    return book_with(FigureBook(), [exhibit(each) for each in names], 1)


def order(kept: FigureBook) -> list[tuple[str, str]]:
    numbers = book_numbers(kept)
    return [(each.view, "{}-{}".format(*numbers[each.id])) for each in kept.figures]


def test_figures_are_counted_within_chapters_and_empty_chapters_are_not_counted() -> None:
    kept = book("a", "b", "c", "d")
    kept = book_changed(kept, "b1_2", chapter=3)
    assert order(kept) == [("a", "1-1"), ("c", "1-2"), ("d", "1-3"), ("b", "2-1")]
    kept = book_chapter_titled(kept, 3, " 介護 の 必要 ")
    assert (kept.chapter_title(1), kept.chapter_title(3), kept.chapter_title(9)) == ("", "介護 の 必要", "")


def test_a_figure_moves_within_its_chapter_alone() -> None:
    kept = book_changed(book("a", "b", "c"), "b1_3", chapter=2)
    assert order(book_moved(kept, "b1_1", 1)) == [("b", "1-1"), ("a", "1-2"), ("c", "2-1")]
    assert order(book_moved(kept, "b1_2", 9)) == order(kept)
    assert order(book_moved(kept, "b1_3", -1)) == order(kept)


def test_later_figures_have_ids_that_no_other_had() -> None:
    kept = book_with(book_without(book("a", "b"), "b1_2"), [exhibit("c")], 3)
    assert [each.id for each in kept.figures] == ["b1_1", "b3_1"]


def test_a_book_refuses_what_is_not_there_and_what_is_too_much() -> None:
    with pytest.raises(OwnDataError, match="own_book_unknown"):
        book_moved(book("a"), "b9_9", 1)
    with pytest.raises(OwnDataError, match="own_book_full"):
        book(*map(str, range(101)))
