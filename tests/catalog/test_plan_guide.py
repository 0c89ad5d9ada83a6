"""The items of the check of a plan: all eleven, a draft by name and date, and editable in one file."""

from __future__ import annotations

import re
import shutil
import tomllib
from datetime import date
from typing import TYPE_CHECKING

import pytest

from carecompare import clock
from carecompare.catalog import Catalog, load_catalog
from carecompare.errors import CatalogError
from carecompare.own import KINDS
from carecompare.text.errors.explain import sentence
from carecompare.text.format import date as written
from carecompare.text.topics import plan_area_words, plan_progress_words, plan_words
from carecompare.text.words import PAGES
from carecompare.views.base.choice import DECLARED, OF_COMPARATORS
from carecompare.views.files.registry import VIEWS

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.paths import Paths

# Kept in the towns' own files: an id that goes leaves its words without a place.
ITEMS = [f"p10_{number}" for number in range(1, 12)]
# Of pages that this version may not have yet.
ANNOUNCED = {"grant"}


def test_the_items_are_the_eleven_of_the_draft_in_their_order(catalog: Catalog) -> None:
    assert list(catalog.plan.items) == ITEMS
    assert "".join(each.number_ja for each in catalog.plan.items.values()) == "一二三四五六七八九十十一"


def test_the_text_that_is_followed_is_called_a_draft_with_its_date_and_as_known_at_second_hand(
    catalog: Catalog,
) -> None:
    note = plan_words.draft_note(catalog.plan.draft)
    for said in ("案", "2026年6月29日", "第135回", "確定した国の考え方ではありません", "二次情報"):
        assert said in note


def test_every_item_says_what_to_look_at_and_where_to_get_what_is_missing(catalog: Catalog) -> None:
    for item in catalog.plan.items.values():
        assert item.looks_ja
        assert item.missing
        assert all(each.what_ja and each.from_ja for each in item.missing)


def test_views_pages_and_kinds_that_an_item_names_are_there(catalog: Catalog) -> None:
    for item in catalog.plan.items.values():
        assert {each.name for each in item.view} <= set(VIEWS)
        assert {name for each in item.view for name in each.query} <= {*DECLARED, *OF_COMPARATORS}
        assert set(item.pages) <= {*PAGES, *ANNOUNCED}
        assert set(item.kept) <= set(KINDS)


def test_codes_of_exports_are_read_whatever_stands_behind_their_number(catalog: Catalog) -> None:
    item = catalog.plan.items["p10_9"]
    asked = ["F1", "F9-a", "F15", "F25", "F40", "W126", "W145"]
    assert [code for code in asked if item.asks_for(code)] == asked
    assert not any(map(item.asks_for, ["F10", "F26", "W146", "B5-a", "", "F", "x"]))
    assert catalog.plan.items["p10_5"].asks_for("δ2")
    assert catalog.plan.items["p10_5"].asks_for("δ3-e")


@pytest.fixture
def copied(paths: Paths, tmp_path: Path) -> Path:
    shutil.copytree(paths.catalog, tmp_path / "catalog")
    return tmp_path / "catalog"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (r'"A1\.\.A9"', '"A1-A9"', "A1-A9"),
        (r'"births_per_1000", ', '"births_per_thousand", ', "births_per_thousand"),
        (r'id = "p10_2"', 'id = "p10_1"', "p10_1"),
        (r"\nlooks_ja", "\nlooks", "looks"),
        (r'date = "2026-06-29"', "", "date"),
    ],
)
def test_a_slip_of_who_edits_the_file_is_said_in_a_sentence(
    copied: Path, before: str, after: str, said: str
) -> None:
    file = copied / "plan.toml"
    file.write_text(re.sub(before, after, file.read_text(encoding="utf-8"), count=1), encoding="utf-8")
    with pytest.raises(CatalogError) as caught:
        load_catalog(copied)
    assert "plan.toml" in sentence(caught.value)
    assert said in sentence(caught.value)


# Every table of the file, and the rule whose source, date and standing it goes by. Periods and measures are
# the law's years and units: what is no draft of anybody.
RULES = {
    "draft": "draft",
    "check_item": "draft",
    "special_area": "special_area",
    "marks": "marks",
    "progress_item": "marks",
    "progress_measure": "marks",
    "plan_period": "",
}


def test_every_rule_has_its_source_its_date_and_says_that_it_is_a_draft_or_ours(paths: Paths) -> None:
    content = tomllib.loads((paths.catalog / "plan.toml").read_text(encoding="utf-8"))
    assert set(content) == set(RULES), "a table that no rule stands for"
    for name in set(filter(None, RULES.values())):
        rule = content[name]
        assert date.fromisoformat(rule["date"]) <= clock.today(), name
        assert rule.get("meeting_ja") or rule["source_ja"], name
        assert "二次情報" in rule["known_by_ja"], name
        assert "案" in rule["standing_ja"] or "国から示されていません" in rule["standing_ja"], name


def test_pages_say_source_date_and_standing_of_every_rule(catalog: Catalog) -> None:
    guide = catalog.plan
    for said, rule in (
        (plan_words.draft_note(guide.draft), guide.draft),
        (plan_area_words.lead(guide.special_area), guide.special_area),
    ):
        assert written(rule.date) in said
        assert rule.meeting_ja in said
        assert rule.standing_ja in said
        assert rule.known_by_ja in said
        assert "案" in said
    assert written(guide.marks.date) in plan_progress_words.marks_note(guide.marks)
    assert guide.marks.source_ja in plan_progress_words.marks_note(guide.marks)
    assert guide.marks.standing_ja in plan_progress_words.marks_note(guide.marks)
