"""The table of 2026 as far as its figures are public: the municipalities of each item give the means."""

from __future__ import annotations

import csv
import random
from typing import TYPE_CHECKING

import pytest
from grant_files import Made, added_up, columns_of, grant_file, leading
from presence import SHARED, present

from carecompare.build.totals import with_totals
from carecompare.paths import project_paths
from carecompare.sources import Places, Reading, read_file, read_places

if TYPE_CHECKING:
    from carecompare.catalog import Catalog

ITEMS = SHARED / "plan" / "grant_items_r8.tsv"
VILLAGE, ALL, UNIONS = "07402", 1_741, 38
# Published means of 2026 and the scores of one village, as public papers print them.
MEANS = {
    "grant_promotion_goal_1": (62.307, 76),
    "grant_promotion_goal_2": (69.176, 62),
    "grant_promotion_goal_3": (50.846, 46),
    "grant_promotion_goal_4": (47.757, 45),
    "grant_promotion": (230.086, 229),
    "grant_support_goal_1": (57.837, 71),
    "grant_support_goal_2": (51.114, 32),
    "grant_support_goal_3": (68.332, 70),
    "grant_support_goal_4": (47.757, 45),
    "grant_support": (225.040, 218),
    "grant_total": (455.126, 447),
}


@pytest.fixture(scope="module")
def listed() -> list[dict[str, str]]:
    with present(ITEMS, "items of the grants").open(encoding="utf-8") as opened:
        return list(csv.DictReader(opened, delimiter="\t"))


@pytest.fixture(scope="module")
def places() -> Places:
    return read_places(project_paths().figures)


@pytest.fixture(scope="module")
def reading(
    listed: list[dict[str, str]], places: Places, catalog: Catalog, tmp_path_factory: pytest.TempPathFactory
) -> Reading:
    """A table in which as many municipalities as published have each item, and the village its own."""
    table = Made(8, columns=columns_of(8))
    items = [place for place, each in enumerate(table.columns) if not each.kind]
    assert [table.columns[place].points for place in items] == [int(each["配点"]) for each in listed]
    lot = random.Random(8)  # noqa: S311 (a lot that can be drawn again)
    others = [code for code in places.names if code != VILLAGE]
    points = {code: [0] * len(table.columns) for code in places.names}
    for place, each in zip(items, listed, strict=True):
        points[VILLAGE][place] = int(each["北塩原村"])
        number = int(each["該当市町村数"]) - (int(each["北塩原村"]) > 0)
        for code in lot.sample(others, number):
            points[code][place] = int(each["配点"])
    table.scores = {code: added_up(table.columns, each) for code, each in points.items()}
    totals = sorted((scores[-1] for scores in table.scores.values()), reverse=True)
    rank = {total: place + 1 for place, total in reversed(list(enumerate(totals)))}
    serial = 0
    for code, name in places.names.items():
        if serial < 2 * UNIONS and serial % 2:
            serial += 1
            row = leading(
                table, serial, code[:2], places.prefectures[code], f"架空広域連合{serial}", f"99{serial:04}"
            )
            table.body.append([*row, *[""] * (len(table.columns) + 1)])
        serial += 1
        row = leading(table, serial, code[:2], places.prefectures[code], name, f"{code}0")
        table.body.append([*row, *table.scores[code], rank[table.scores[code][-1]]])
    assert len(table.body) == ALL + UNIONS
    return read_file(grant_file(tmp_path_factory.mktemp("grants"), table=table), catalog, places=places)


def test_every_municipality_is_read_and_no_union(reading: Reading) -> None:
    assert reading.counts is not None
    assert reading.counts["area"].nunique() == ALL
    assert [(note.problem, note.number) for note in reading.notes] == [("grant_unions", UNIONS)]


def test_means_of_the_nation_and_scores_of_the_village_are_the_published_ones(
    reading: Reading, places: Places
) -> None:
    assert reading.counts is not None
    totals = with_totals(reading.counts, places.areas).set_index(["area", "count"])["value"]
    number = totals["00", "grant_judged"]
    assert number == ALL
    for count, (mean, score) in MEANS.items():
        assert totals["00", count] / number == pytest.approx(mean, abs=0.00051), count
        assert totals[VILLAGE, count] == score, count
    assert totals["00", "grant_total"] == 792_375


def test_each_item_has_the_published_number_of_municipalities(
    reading: Reading, listed: list[dict[str, str]]
) -> None:
    assert reading.grants is not None
    scores = reading.grants.scores
    given = scores[scores["score"] > 0].groupby("item").size()
    assert [int(given[place]) for place in range(len(listed))] == [
        int(each["該当市町村数"]) for each in listed
    ]
