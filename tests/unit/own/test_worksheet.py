"""What a town keeps in its worksheet, and what happens when two write at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace as replace_struct

from carecompare.errors import OwnConflictError, OwnDataError
from carecompare.own import (
    WORKSHEET,
    Evidence,
    LineDraft,
    Memory,
    Shelf,
    Worksheet,
    WorksheetLine,
    begun_from,
    cleaned,
    counts_by_state,
    difference,
    merged,
    read_visit,
    visit_file,
    with_evidence,
    with_lines,
    without_evidence,
)
from carecompare.own.contents.lines import MOST_EVIDENCE

WHEN = datetime(2026, 11, 23, 3, 4, tzinfo=UTC)
RATE = Evidence(
    "認定率は17.6%", WHEN, "認定率（%）", ("長岡市：値 17.6",), "出典：年報", "./care_need?own=15202"
)
NEEDS = WorksheetLine(
    "c_1", "partly", "買い物の足がない。\n通院も", "計画係", due="令和9年3月末", evidence=(RATE,)
)
CARE = WorksheetLine("c_3_care", "unknown", "訪問介護が少ない")
THIS_YEAR = WORKSHEET.of("2026")


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(Memory({}))


def draft(began: WorksheetLine, line: WorksheetLine) -> dict[str, LineDraft[WorksheetLine]]:
    return {line.id: LineDraft(began, line)}


def blank(line: WorksheetLine) -> WorksheetLine:
    return WorksheetLine(line.id)


def test_a_sheet_comes_back_as_it_was_saved_and_each_year_has_its_own(shelf: Shelf) -> None:
    shelf.save("15202", THIS_YEAR, Worksheet((NEEDS, CARE)), 0, "計画係")
    kept = shelf.kept("15202", THIS_YEAR)
    assert kept is not None
    assert kept.content.lines == (NEEDS, CARE)
    assert kept.content.line("c_1").evidence[0].taken_at == WHEN
    assert shelf.kept("15202", WORKSHEET.of("2025")) is None


def test_a_visitor_takes_a_sheet_home_and_brings_it_back() -> None:
    records: dict[str, bytes] = {}
    Shelf(Memory(records)).save("15202", THIS_YEAR, Worksheet((NEEDS,)), 0, "計画係")
    again = Shelf(Memory(read_visit(visit_file(records), "visit.json"))).kept("15202", THIS_YEAR)
    assert again is not None
    assert again.content.lines == (NEEDS,)


def test_a_line_that_was_emptied_is_no_line_any_more() -> None:
    assert with_lines(Worksheet((NEEDS, CARE)), [blank(CARE)]).lines == (NEEDS,)


def test_two_who_write_in_different_lines_do_not_meet(shelf: Shelf) -> None:
    theirs = shelf.save("15202", THIS_YEAR, Worksheet((NEEDS,)), 0, "計画係")
    both = merged(theirs, draft(blank(CARE), CARE), Worksheet())
    assert both.lines == (NEEDS, CARE)


def test_two_who_write_in_one_line_are_shown_both_and_nothing_is_lost(shelf: Shelf) -> None:
    theirs = shelf.save("15202", THIS_YEAR, Worksheet((NEEDS, CARE)), 0, "計画係")
    mine = WorksheetLine("c_1", "known", "私の言葉")
    with pytest.raises(OwnConflictError) as caught:
        merged(theirs, draft(blank(NEEDS), mine), Worksheet())
    assert caught.value.newer == replace(theirs, content=Worksheet((NEEDS,)))
    assert caught.value.mine == Worksheet((mine,))
    assert merged(theirs, draft(NEEDS, mine), Worksheet()).lines == (mine, CARE)


def test_the_same_words_twice_are_no_quarrel(shelf: Shelf) -> None:
    theirs = shelf.save("15202", THIS_YEAR, Worksheet((NEEDS,)), 0, "計画係")
    assert merged(theirs, draft(blank(NEEDS), NEEDS), Worksheet()).lines == (NEEDS,)


def test_a_line_taken_back_meanwhile_is_a_quarrel_too(shelf: Shelf) -> None:
    theirs = shelf.save("15202", THIS_YEAR, Worksheet(), 0, "計画係")
    with pytest.raises(OwnConflictError):
        merged(theirs, draft(NEEDS, replace_words(NEEDS, "続き")), Worksheet())


def replace_words(line: WorksheetLine, words: str) -> WorksheetLine:
    return replace_struct(line, words=words)


def test_a_year_begins_with_the_words_of_the_last_but_its_own_review() -> None:
    review = WorksheetLine("l_1", "known", "通いの場が増えた")
    begun = begun_from(Worksheet((NEEDS, review)), 2025, ["l_1"])
    assert begun.lines == (NEEDS,)
    assert begun.begun_from == 2025
    assert begun.lines[0].evidence[0].taken_at == WHEN


@pytest.mark.parametrize(
    ("last", "now", "word"),
    [
        (blank(NEEDS), blank(NEEDS), ""),
        (NEEDS, NEEDS, "same"),
        (blank(NEEDS), NEEDS, "new"),
        (NEEDS, blank(NEEDS), "gone"),
        (NEEDS, replace_words(NEEDS, "ほか"), "changed"),
        (NEEDS, without_evidence(NEEDS, 0), "changed"),
    ],
)
def test_what_differs_from_last_year_has_a_word(last: WorksheetLine, now: WorksheetLine, word: str) -> None:
    assert difference(last, now) == word


def test_evidence_is_attached_once_and_taken_off_again() -> None:
    line = with_evidence(with_evidence(CARE, RATE), RATE)
    assert line.evidence == (RATE,)
    assert without_evidence(line, 0) == CARE


def test_evidence_that_says_something_else_by_now_is_attached_beside_the_earlier_one() -> None:
    later = replace_struct(RATE, taken_at=WHEN + timedelta(days=30))
    assert with_evidence(NEEDS, later) == NEEDS
    newer = replace_struct(later, text="認定率は17.9%", figures=("長岡市：値 17.9",))
    assert with_evidence(NEEDS, newer).evidence == (RATE, newer)


def test_there_is_a_most_of_evidence() -> None:
    line = CARE
    for number in range(MOST_EVIDENCE):
        line = with_evidence(line, Evidence(f"{number}", WHEN))
    with pytest.raises(OwnDataError, match="own_evidence_too_many"):
        with_evidence(line, RATE)


def test_every_line_is_counted_in_one_state() -> None:
    counts = counts_by_state(Worksheet((NEEDS, CARE)), ["c_1", "c_3_care", "c_5"])
    assert counts == {"known": 0, "partly": 1, "unknown": 1, "not_applicable": 0, "": 1}


@settings(deadline=None)
@given(st.text(max_size=80))
def test_whatever_is_typed_can_be_saved_and_comes_back(text: str) -> None:
    line = WorksheetLine("c_1", words=cleaned(text, 60))
    kept = Shelf(Memory({})).save("15202", THIS_YEAR, Worksheet((line,)), 0, "x")
    assert kept.content.lines == (line,)
    assert len(line.words) <= 60
    assert cleaned(line.words, 60) == line.words


def test_lines_end_as_they_were_typed_and_controls_are_left_out() -> None:
    assert cleaned("一\r\n二\t三\x07\ud800", 20) == "一\n二 三"
