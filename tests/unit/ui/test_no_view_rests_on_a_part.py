"""Towns whose hospitals are listed in part, through every view: no headline takes a part for the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carecompare.tables import INCOMPLETE
from carecompare.ui.frame.loading import load
from carecompare.views.base.block import exhibit
from carecompare.views.base.here import page_for
from carecompare.views.files.registry import VIEWS
from carecompare.views.topics.findings import found
from carecompare.views.topics.sheet.groups import shown_groups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page

# 札幌市, 宇都宮市, 京都市 and 那覇市: of 89 hospitals in 京都市 60 are known.
TOWNS = ("01100", "09201", "26100", "47201")
BEDS = "hospital_beds_per_100000"
PART = ("一部の病院だけの値", "出典に載っていない、または病床を記入していない病院があり")
# Pieces by something else than indicators.
PARTED = {"finding", "sheet_group", "demand", "initiative_types", "plan_item"}
RANKED = ("番目", "上回るのは", "下回るのは", "最も高い", "最も低い")


@pytest.mark.parametrize("own", TOWNS)
def test_no_headline_or_finding_rests_on_a_part_of_the_hospitals(own: str) -> None:
    query = {"own": own, "vs": "prefecture", "item": BEDS, "field": "medicine"}
    here = page_for(load(), query)
    latest = here.loaded.latest
    of_beds = [each for each in latest if each.startswith("hospital_beds")]
    rows = here.loaded.figures.rows_at({each: latest[each] for each in of_beds}, [own])
    part = {row["indicator"] for row in rows if row["method"] == INCOMPLETE}
    assert BEDS in part
    names = {here.catalog.indicators[each].name_ja for each in part}
    said = 0
    for view in VIEWS:
        for block in blocks(here, view):
            headline = block.finding
            assert not headline or exhibit(block, query).title == headline
            for name in names & set(named_in(headline)):
                assert any(each in headline for each in PART), (view, name, headline)
            if block.indicators == (BEDS,) and headline:
                said += 1
                assert not any(each in headline for each in RANKED), (view, headline)
    assert said >= 2
    assert not part & {each for one in found(here).listed for each in one.indicators}


def blocks(here: Page, view: str) -> Iterator[Block]:
    """Yield every piece of a view that shows several indicators, and the views of one."""
    parts = {
        "finding": lambda: [each.key for each in found(here).listed],
        "sheet_group": lambda: [each.key for each in shown_groups(here)],
    }
    if view in PARTED - parts.keys():
        return
    for part in parts[view]() if view in parts else [""]:
        block = VIEWS[view].block(here, part)
        if block is not None:
            yield block


def named_in(headline: str) -> list[str]:
    """Return the words between the marks of a sentence, as names of indicators stand in it."""
    for mark in "、。・「」（）":
        headline = headline.replace(mark, "\n")
    words = headline.split("\n")
    return [
        *words,
        *(word.partition("は")[2] for word in words),
        *(word.partition("の")[2] for word in words),
    ]
