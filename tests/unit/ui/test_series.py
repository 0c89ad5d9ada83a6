"""What pages say of years, of denominators and of projections that missed, for towns with known figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carecompare.typed_cells import texts_of
from carecompare.views.base.here import Page, page_for
from carecompare.views.base.installation import Loaded, opened
from carecompare.views.shapes.compared import compared
from carecompare.views.shapes.denominators import denominator_note
from carecompare.views.topics.aging import aging_course_block
from carecompare.views.topics.home import population_block
from carecompare.views.topics.outlook import outlook_block
from carecompare.views.topics.series import rate_series_block, resource_series_block
from carecompare.views.topics.supply import people_to_come, supply_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carecompare.paths import Paths

HOMES = "care_homes_per_1000_residents_75_and_over"


@pytest.fixture(scope="module")
def loaded(paths: Paths, store_file: Path) -> Iterator[Loaded]:
    found = opened(paths, store_file.name)
    yield found
    found.store.close()


def here(loaded: Loaded, own: str, **choice: str) -> Page:
    page = page_for(loaded, {"own": own} | choice)
    assert page is not None
    return page


def test_a_resource_is_shown_over_every_edition_with_its_trend(loaded: Loaded) -> None:
    block = resource_series_block(here(loaded, "15202", field="医療", item="physicians_per_100000"))
    assert block is not None
    assert "傾向：2014年〜2022年の等間隔の5つの値から、上がっている" in block.notes[0]
    assert block.notes[1].startswith("分母の国勢調査の年：2010年・2015年・2020年。")


def test_a_trend_that_is_not_judged_is_not_called_no_change(loaded: Loaded) -> None:
    """Nagaoka has nine or ten general hospitals from 2015 to 2023: a year with nine stops the rule."""
    block = resource_series_block(here(loaded, "15202", field="医療", item="hospitals_per_100000"))
    assert block is not None
    assert "「変わらない」という意味ではありません" in block.notes[0]
    assert [row[0] for row in block.table.rows] == [f"{year}年" for year in range(2015, 2024)]


def test_years_before_and_after_a_break_are_never_joined(loaded: Loaded) -> None:
    """The survey of 2021 covers more establishments than that of 2016."""
    page = here(loaded, "15202", field="横断", item="health_and_welfare_workers_per_1000_75_and_over")
    block = resource_series_block(page)
    assert block is not None
    assert block.finding == "長岡市の医療・福祉の従業者（民営）は、くらべられる2つの年の値がありません"
    assert any("2021年からはそれより前と数え方が違うため、線をつながず" in each for each in block.notes)
    assert block.plot is not None
    lines = {each.name: each.values for each in block.plot().series if "長岡市" in each.name}
    assert {name: [value is None for value in values] for name, values in lines.items()} == {
        "長岡市（2016年まで）": [False, True],
        "長岡市": [True, False],
    }


def test_what_has_one_year_alone_has_no_series(loaded: Loaded) -> None:
    assert resource_series_block(here(loaded, "15202", field="介護", item=HOMES)) is None
    assert rate_series_block(here(loaded, "15202")) is None


def test_a_density_says_by_how_much_its_denominator_moved_it(loaded: Loaded) -> None:
    """43,143 aged 75 and over counted in 2020 against 47,540 imputed in 2025: 1 - 43143 / 47540 = 9.2 %."""
    page = here(loaded, "15202")
    homes, beds = (loaded.catalog.indicators[each] for each in (HOMES, "hospital_beds_per_100000"))
    said = denominator_note(page, homes, compared(page, homes, 2025).own)
    assert "2025年の75歳以上人口（国勢調査の不詳補完値）47,540人" in said
    assert "2020年の43,143人で割ると75歳以上千人あたり0.74か所" in said
    assert "分母の違いだけで9.2%低くなっています。2020年は人数のままの値、2025年は不詳補完値です。" in said
    said = denominator_note(page, beds, compared(page, beds, 2025).own)
    assert "6.3%高くなっています。" in said
    assert "不詳補完値" not in said


def test_a_density_of_a_later_year_per_the_same_census_says_nothing_of_it(loaded: Loaded) -> None:
    page = here(loaded, "15202")
    physicians = loaded.catalog.indicators["physicians_per_100000"]
    assert "2015年の" in denominator_note(page, physicians, compared(page, physicians, 2020).own)
    assert denominator_note(page, physicians, compared(page, physicians, 2022).own) == ""


def test_counted_2025_stands_beside_the_projection_in_the_course(loaded: Loaded) -> None:
    block = aging_course_block(here(loaded, "15202"))
    rows = {(row[0], row[1]): row[2] for row in texts_of(block.table.rows)}
    assert rows["2025年", "国勢調査（不詳補完値）"] == "33.0"
    assert rows["2025年", "推計"] == "32.9"
    assert ("2025年", "国勢調査") not in rows
    home = population_block(here(loaded, "15202"))
    assert "推計256,456人、国勢調査251,069人" in "".join(home.notes)
    assert home.notes[0].startswith(
        "長岡市の人口は2025年に251,069人（国勢調査）。推計では2025年から2050年まで"
    )


def test_the_outlook_says_how_far_its_projection_was_off(loaded: Loaded) -> None:
    notes = "".join(outlook_block(here(loaded, "15202")).notes)
    assert "75歳以上の2025年：推計49,891人、国勢調査（不詳補完値）47,540人" in notes
    assert "85歳以上が2020年の国勢調査と5%を超えて違ったのは、全国で573市区町村です。" in notes
    assert "推計の水準は割り引いて" not in notes


def test_people_to_come_start_from_those_counted_and_grow_as_projected(loaded: Loaded) -> None:
    """49,891 projected and 47,540 counted in 2025, 53,109 projected of 2030."""
    page = here(loaded, "15202")
    older = [row for row in people_to_come(page).rows if row["series"] == "population_75_and_over_ipss_ages"]
    assert (older[0]["year"], older[0]["population"]) == (2025, 47_540)
    assert older[1]["population"] == pytest.approx(47_540 * 53_109 / 49_891)
    needed = supply_of(page, loaded.catalog.indicators[HOMES])
    assert needed.rows[0]["needed"] == needed.offices == 32
    first = texts_of(outlook_block(page).table.rows)[0]
    assert first[1:4] == ("47,540", "48,288", "1.6")


def test_who_was_counted_stands_in_the_outlook_where_nothing_is_projected(loaded: Loaded) -> None:
    """Futaba: 22 residents of 75 and over in 2025; no municipality of Fukushima has a projection by ages."""
    block = outlook_block(here(loaded, "07546", vs="prefecture"))
    own = texts_of(block.table.rows)[0]
    assert own[:2] == ("双葉町", "22")
    assert set(own[2:]) == {"資料なし"}
