"""One fact, one sentence, for the towns where it went wrong: 竹田市, 大和村, 双葉町, 青ヶ島村."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from carecompare.ui.frame.loading import load
from carecompare.views.base.here import page_for
from carecompare.views.files.registry import VIEWS
from carecompare.views.topics.care_need import certification_block
from carecompare.views.topics.findings import finding_sentence, found
from carecompare.views.topics.home import home_resources_block
from carecompare.views.topics.resources import field_profile_block, fields_with_resources
from carecompare.views.topics.sheet.groups import shown_groups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carecompare.views.base.here import Page

# Views in pieces that have to be named.
PARTED = {"finding", "sheet_group", "demand", "initiative_types", "plan_item"}
NONE_DIFFERS = re.compile(r"判定した([0-9]+)指標のどれも、くらべる相手の")
NOT_JUDGED = re.compile(r"([0-9]+)指標のどれも、偶然かどうかを判定していません（.+）")


def page(own: str, vs: str, **choice: str) -> Page:
    here = page_for(load(), {"own": own, "vs": vs, **choice})
    assert here is not None
    return here


def headlines(here: Page, own: str, vs: str) -> Iterator[str]:
    yield home_resources_block(here).finding
    for field in fields_with_resources(here):
        yield field_profile_block(page(own, vs, field=field)).finding
    for group in shown_groups(here):
        block = VIEWS["sheet_group"].block(here, group.key)
        assert block is not None
        yield block.finding


@pytest.mark.parametrize("vs", ["prefecture", "exemplars"])
@pytest.mark.parametrize("own", ["46523", "07546", "13402"])  # 大和村, 双葉町, 青ヶ島村
def test_that_nothing_differs_is_said_of_what_was_judged_and_of_no_more(own: str, vs: str) -> None:
    here = page(own, vs)
    said = list(headlines(here, own, vs))
    assert len(said) > 10
    for sentence in said:
        assert "違うものがありません" not in sentence
        if "どれも" in sentence:
            judged = NONE_DIFFERS.search(sentence)
            assert (judged and int(judged[1]) > 0) or NOT_JUDGED.search(sentence), sentence
    assert any(NOT_JUDGED.search(sentence) for sentence in said)


def test_the_peak_of_taketa_is_2010_wherever_it_is_said() -> None:
    here = page("44208", "prefecture")
    (row,) = here.loaded.figures.rows(["year_of_75_and_over_peak"], ["44208"])
    assert row["value"] == 2010
    said = [finding_sentence(here, each) for each in found(here).listed if each.rule == "peak"]
    for view in VIEWS:
        block = VIEWS[view].block(here, "") if view not in PARTED else None
        said += [block.finding, *block.notes] if block else []
    peaks = [each for each in said if "75歳以上の人口が最も多い" in each]
    assert peaks
    assert all("平成22年（2010年）" in each for each in peaks)


@pytest.mark.parametrize("own", ["13305", "12221", "44208", "13112", "15202"])
def test_a_rank_and_its_range_are_stated_from_the_same_end(own: str) -> None:
    sentence = certification_block(page(own, "prefecture")).finding
    ranked = re.search(
        r"([0-9]+)番目に(高い|低い)（順位の幅は(高い|低い)ほうから([0-9]+)〜([0-9]+)位）", sentence
    )
    if ranked is None:
        assert "順位の幅" not in sentence
        return
    assert ranked[2] == ranked[3]
    assert int(ranked[4]) <= int(ranked[1]) <= int(ranked[5])
