"""The table of plan and actual: read back as it was written, and every slip named at once."""

from __future__ import annotations

import csv
import io
import random
from typing import TYPE_CHECKING

import pytest

from carecompare.errors import OwnConflictError, OwnDataError
from carecompare.own import Memory, Shelf
from carecompare.own.contents.plan_figures import (
    PLAN_FIGURES,
    PLAN_REVIEW,
    Limits,
    PlanFigure,
    PlanFigures,
    PlanItem,
    PlanReview,
    ReviewLine,
    plan_changes,
    plan_figures_with,
    plan_merged,
)
from carecompare.own.uploads.plan_form import form_texts, plan_form
from carecompare.own.uploads.plan_table import ReadPlan, read_plan
from carecompare.own.uploads.sheets import read_sheets
from carecompare.text.errors.explain import TEMPLATES, sentence
from carecompare.text.errors.problem_rows import problem_row

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.catalog import Catalog, PlanGuide

OWN = "44208"
KEPT = PlanFigures(
    (
        PlanFigure("insured.persons", 2024, planned=9_100.0, actual=9_074.0),
        PlanFigure("certified.persons", 2026, planned=1_900.0, interim=1_850.0),
        PlanFigure("home_help.cost", 2025, planned=210_500.5, actual=0.0),
        PlanFigure("own:配食サービス", 2025, planned=0.0, actual=12.0),
        PlanFigure("home_help.users", 2019, actual=77.0),
    ),
    (PlanItem("配食サービス", "食", "reach"),),
)


@pytest.fixture
def guide(catalog: Catalog) -> PlanGuide:
    return catalog.plan


def read(content: bytes, guide: PlanGuide, name: str = "計画.xlsx") -> ReadPlan:
    return read_plan(read_sheets(content, name), guide, name)


def text(rows: list[list[str]], encoding: str = "utf-8-sig") -> bytes:
    stream = io.StringIO()
    csv.writer(stream).writerows(rows)
    return stream.getvalue().encode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp932"])
def test_the_form_read_again_changes_nothing(guide: PlanGuide, encoding: str) -> None:
    for content, name in (
        (plan_form("竹田市", guide, KEPT), "計画.xlsx"),
        (text(form_texts(guide, KEPT), encoding), "計画.csv"),
    ):
        found = read(content, guide, name)
        assert found.problems == ()
        assert found.items == KEPT.items
        for anew in (False, True):
            after = plan_figures_with(KEPT, found.figures, found.items, anew=anew)
            assert plan_changes(KEPT.figures, after.figures) == []


def test_an_empty_form_is_told_and_its_year_columns_are_those_of_both_periods(guide: PlanGuide) -> None:
    found = read(plan_form("竹田市", guide, PlanFigures()), guide)
    assert [each.problem for each in found.problems] == ["plan_nothing_entered"]
    columns = form_texts(guide, PlanFigures())[0]
    assert columns[5] == "令和3年度（2021年度）計画値"
    assert columns[-1] == "令和8年度（2026年度）9月末"
    assert len(columns) == 5 + 3 * 6


def test_headings_may_be_written_in_other_ways_and_rows_in_any_order(guide: PlanGuide) -> None:
    rows = [
        ["竹田市の計画"],
        ["サービス名", "内訳", "2024年度実績値", "R6 計画", "令和8年9月末"],
        ["訪問介護", "給付費", "1,234.5", "△", "―"],
        ["第１号被保険者", "", "9,074", "9,100", "9,000"],
    ]
    rows[2][3] = "2,000"
    found = read(text(rows), guide, "a.csv")
    assert found.problems == ()
    assert set(found.figures) == {
        PlanFigure("home_help.cost", 2024, planned=2_000.0, actual=1_234.5),
        PlanFigure("insured.persons", 2024, planned=9_100.0, actual=9_074.0),
        PlanFigure("insured.persons", 2026, interim=9_000.0),
    }


def test_every_slip_of_a_table_is_named_at_once_with_its_place(guide: PlanGuide) -> None:
    rows = [
        [
            "項目",
            "指標",
            "単位",
            "見方",
            "令和6年度計画値",
            "令和6年度実績",
            "令和6年度実績値",
            "令和7年度見込み",
        ],
        ["訪問介護", "給付費", "円", "", "1", "2", "", "3"],
        ["訪問看誤", "給付費", "千円", "", "1", "", "", ""],
        ["通所介護", "定員", "", "", "1", "", "", ""],
        ["通所介護", "給付費", "", "", "千", "-5", "", ""],
        ["独自：見守り", "", "", "良いほうが", "1", "", "", ""],
        ["", "給付費", "", "", "1e99", "", "", ""],
        ["福祉用具貸与", "給付費", "", "", "1", "", "", ""],
        ["福祉用具貸与", "給付費", "", "", "2", "", "", ""],
        ["住宅改修", "給付費", "", "", "9" * 17, "", "", ""],
    ]
    found = read(text(rows), guide, "a.csv")
    assert [(each.problem, each.fields["row"]) for each in found.problems] == [
        ("own_column_twice", 1),
        ("plan_column_unclear", 1),
        ("own_unit_differs", 2),
        ("own_item_unknown", 3),
        ("plan_measure_unknown", 4),
        ("own_value_wrong", 5),
        ("own_value_negative", 5),
        ("own_unit_missing", 6),
        ("plan_reading_unknown", 6),
        ("own_item_missing", 7),
        ("own_value_wrong", 7),
        ("plan_row_twice", 9),
        ("plan_value_too_large", 10),
    ]
    assert "訪問看護" in problem_row(found.problems[3])[-1]
    for each in found.problems:
        assert sentence(each).endswith("。")


def rows_with_figures(rows: list[list[str]]) -> list[int]:
    return [place for place, row in enumerate(rows) if place and any(row[5:])]


def spoiled_cell(words: list[str]) -> Callable[[list[list[str]], random.Random], str]:
    def damage(rows: list[list[str]], chance: random.Random) -> str:
        place = chance.randrange(1, len(rows))
        rows[place][chance.randrange(5, len(rows[0]))] = chance.choice(words)
        return str(place + 1)

    return damage


def wrong_item(rows: list[list[str]], chance: random.Random) -> str:
    place = chance.choice(rows_with_figures(rows))
    rows[place][1] = chance.choice(["訪問かいご？", "合計", "第1号被保険者数の計", "=A1"])
    return str(place + 1)


def no_item(rows: list[list[str]], chance: random.Random) -> str:
    place = chance.choice(rows_with_figures(rows))
    rows[place][1] = " "
    return str(place + 1)


def wrong_measure(rows: list[list[str]], chance: random.Random) -> str:
    place = chance.choice([each for each in rows_with_figures(rows) if rows[each][2]])
    rows[place][2] = chance.choice(["定員", "給付費（円）", "人"])
    return str(place + 1)


def wrong_unit(rows: list[list[str]], chance: random.Random) -> str:
    place = chance.choice([each for each in rows_with_figures(rows) if rows[each][2]])
    rows[place][3] = chance.choice(["円", "百万円", "世帯"])
    return str(place + 1)


def row_again(rows: list[list[str]], chance: random.Random) -> str:
    place = chance.choice(rows_with_figures(rows))
    rows.append(list(rows[place]))
    return str(len(rows))


def wrong_year(rows: list[list[str]], chance: random.Random) -> str:
    column = chance.choice([each for each in range(5, len(rows[0])) if any(row[each] for row in rows[1:])])
    rows[0][column] = chance.choice(["R6", "見込み", "令和6年度見込み", "計画値", "2024"])
    return "1"


def year_again(rows: list[list[str]], chance: random.Random) -> str:
    first, second = chance.sample(range(5, len(rows[0])), 2)
    rows[0][second] = rows[0][first]
    return "1"


DAMAGES: dict[str, tuple[Callable[[list[list[str]], random.Random], str], set[str]]] = {
    "text": (spoiled_cell(["なし", "12人", "1.2.3", "#REF!", "=1+1", "千二百", "1,23"]), {"own_value_wrong"}),
    "negative": (spoiled_cell(["-1", "△3,000", "▲0.5"]), {"own_value_negative"}),
    "large": (spoiled_cell(["9" * 16, "9" * 30]), {"plan_value_too_large", "own_value_wrong"}),
    "item": (wrong_item, {"own_item_unknown"}),
    "no item": (no_item, {"own_item_missing"}),
    "measure": (wrong_measure, {"plan_measure_unknown"}),
    "unit": (wrong_unit, {"own_unit_differs"}),
    "row": (row_again, {"plan_row_twice"}),
    "year": (wrong_year, {"plan_column_unclear"}),
    "column": (year_again, {"own_column_twice"}),
}


def full_table(guide: PlanGuide, chance: random.Random) -> list[list[str]]:
    rows = form_texts(guide, KEPT)
    for row in rows[1:]:
        for column in range(5, len(row)):
            if chance.random() < 0.3:
                row[column] = str(chance.randrange(0, 90_000))
    return rows


def broken_bytes(content: bytes, chance: random.Random) -> bytes:
    way = chance.randrange(4)
    if way == 0:
        return content[: chance.randrange(1, len(content) - 1)]
    if way == 1:
        return content[:200].replace(content[20:24], b"\xff\xfe\x00\x81") + b"\xff" * 9
    if way == 2:
        return b""
    return bytes(chance.randrange(256) for _ in range(400))


@pytest.mark.parametrize("seed", range(160))
def test_160_damaged_tables_say_every_slip_in_a_sentence_and_lose_nothing(
    guide: PlanGuide, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same slips in every run
    rows = full_table(guide, chance)
    names = chance.sample(list(DAMAGES), chance.randrange(1, 4))
    # What takes a whole row or column out of sight comes last, so that no slip hides another.
    expected = [
        (DAMAGES[name][0](rows, chance), DAMAGES[name][1]) for name in sorted(names, key=list(DAMAGES).index)
    ]
    shelf = Shelf(Memory({}))
    before = shelf.save(OWN, PLAN_FIGURES, KEPT, 0, "計画係")
    found = read(text(rows, chance.choice(["utf-8-sig", "cp932"])), guide, "a.csv")
    said = {(str(each.fields.get("row", "")), str(each.problem)) for each in found.problems}
    for row, kinds in expected:
        assert any((row, kind) in said for kind in kinds), (names, said)
    for each in found.problems:
        assert sentence(each).endswith("。")
        assert each.problem in TEMPLATES
        assert "{" not in sentence(each)
        assert problem_row(each)[4]
    assert shelf.kept(OWN, PLAN_FIGURES) == before


@pytest.mark.parametrize("seed", range(160, 200))
def test_40_broken_files_are_refused_in_a_sentence_or_read_with_every_slip(
    guide: PlanGuide, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same slips in every run
    content = broken_bytes(
        plan_form("竹田市", guide, KEPT) if seed % 2 else text(full_table(guide, chance)), chance
    )
    try:
        found = read(content, guide, "計画.xlsx" if seed % 2 else "計画.csv")
    except OwnDataError as problem:
        found = ReadPlan((), (), (problem,))
    # A table cut between two rows is a table: what is left of it is read, and saved only after a preview.
    assert found.problems or set(found.figures)
    for each in found.problems:
        assert sentence(each).endswith("。")


def test_what_a_new_table_does_not_know_stays_and_a_table_anew_takes_its_place() -> None:
    new = (
        PlanFigure("insured.persons", 2024, actual=9_075.0),
        PlanFigure("insured.persons", 2025, planned=1.0),
    )
    added = plan_figures_with(KEPT, new, ())
    assert PlanFigure("insured.persons", 2024, planned=9_100.0, actual=9_075.0) in added.figures
    assert len(added.figures) == len(KEPT.figures) + 1
    anew = plan_figures_with(KEPT, new, (), anew=True)
    assert anew.figures == new
    assert anew.items == ()
    changes = plan_changes(KEPT.figures, anew.figures)
    assert sorted({change for change, _ in changes}) == ["changed", "gone", "new"]


def test_two_who_type_in_different_rows_do_not_meet_and_in_one_row_nothing_is_lost() -> None:
    shelf = Shelf(Memory({}))
    began = KEPT.figures
    theirs = shelf.save(
        OWN,
        PLAN_FIGURES,
        plan_figures_with(KEPT, [PlanFigure("insured.persons", 2024, actual=1.0)], ()),
        0,
        "係",
    )
    mine = (*began[:1], PlanFigure("certified.persons", 2026, planned=1.0), *began[2:])
    merged = plan_merged(theirs, began, mine)
    assert PlanFigure("insured.persons", 2024, planned=9_100.0, actual=1.0) in merged.figures
    assert PlanFigure("certified.persons", 2026, planned=1.0) in merged.figures
    mine = (PlanFigure("insured.persons", 2024, planned=5.0), *began[1:])
    with pytest.raises(OwnConflictError) as caught:
        plan_merged(theirs, began, mine)
    assert caught.value.mine == PlanFigures(mine[:1], KEPT.items)
    assert shelf.kept(OWN, PLAN_FIGURES) == theirs


def test_a_cell_that_is_emptied_is_not_yet_known_and_an_empty_row_goes() -> None:
    shelf = Shelf(Memory({}))
    kept = shelf.save(OWN, PLAN_FIGURES, KEPT, 0, "係")
    mine = (PlanFigure("insured.persons", 2024), *KEPT.figures[1:])
    assert plan_merged(kept, KEPT.figures, mine).figures == KEPT.figures[1:]


def test_limits_follow_each_other_or_are_refused() -> None:
    good = KEPT.limits(close=Limits(3, 6, 9), reach=Limits(110, 100, 50))
    assert good.close == Limits(3, 6, 9)
    for close, reach in ((Limits(9, 6, 3), Limits(100, 90, 70)), (Limits(1, 2, 3), Limits(70, 90, 100))):
        with pytest.raises(OwnDataError) as caught:
            KEPT.limits(close=close, reach=reach)
        assert "境目の順" in sentence(caught.value)


def test_what_was_written_of_a_cycle_comes_back_and_each_cycle_has_its_own() -> None:
    shelf = Shelf(Memory({}))
    line = ReviewLine(
        "home_help.cost", "improve", "人手が足りない", "係", cause="staff", next="研修", due="12月"
    )
    shelf.save(OWN, PLAN_REVIEW.of("2025-final"), PlanReview((line,)), 0, "計画係")
    kept = shelf.kept(OWN, PLAN_REVIEW.of("2025-final"))
    assert kept is not None
    assert kept.content.lines == (line,)
    assert shelf.kept(OWN, PLAN_REVIEW.of("2026-interim")) is None
