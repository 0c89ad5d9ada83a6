"""Who a municipality is compared with, on a small country of two prefectures."""

from __future__ import annotations

import pandas as pd
import pytest
from area_making import area_row
from indicator_making import indicator_year_of

from carecompare.catalog import Feature
from carecompare.comparisons import (
    COMPARATORS,
    Choice,
    Surroundings,
    comparator_codes,
    feature_table,
    labelled_areas,
)
from carecompare.errors import MeasureError, SelectionError
from carecompare.tables import VALUES

# Code, residents, latitude: along one meridian, so that the order of distances is plain to see.
TOWNS = {
    "31201": (100_000, 35.0),
    "31202": (120_000, 35.1),
    "31301": (9_000, 35.2),
    "31302": (8_000, 35.3),
    "31303": (1_500, 35.4),
    "31304": (0, 35.5),
    "02201": (95_000, 40.0),
    "02301": (10_000, 40.1),
}
BORDERS = [("31201", "31202"), ("31202", "31301"), ("31301", "31302"), ("31202", "31302")]
GROUPS = [
    ("31301", "class", "T1", "町村１"),
    ("02301", "class", "T1", "町村１"),
    ("31302", "class", "T2", "町村２"),
    *((code, "depopulated", "1", "過疎") for code in ("31301", "31302", "31303", "02301")),
    ("31201", "medical_area", "A", "東部"),
    ("31202", "medical_area", "A", "東部"),
    ("31202", "medical_area", "B", "西部"),
    ("31301", "medical_area", "B", "西部"),
]
SIZE = Feature(id="size", label_ja="人口", indicator="population", group="size", transform="log")


def country() -> Surroundings:
    places = [
        ("31", "prefecture", "鳥取県", "", "31", "鳥取県"),
        *(
            (code, "municipality", f"町{code}", "", code[:2], "県", latitude, 133.0)
            for code, (_, latitude) in TOWNS.items()
        ),
    ]
    areas = labelled_areas([area_row(*place) for place in places])
    rows = [
        (code, 2020, "population", float(size), None, None, size, None, None, "none", "observed")
        for code, (size, _) in TOWNS.items()
    ]
    values = pd.DataFrame(rows, columns=list(VALUES.columns))
    table = feature_table(
        [SIZE], {"population": indicator_year_of(values)}, {"population": 2020}, list(TOWNS)
    )
    both = [*BORDERS, *((there, here) for here, there in BORDERS)]
    return Surroundings(
        areas=areas,
        exemplars=("31301", "02201"),
        groups=[
            {"municipality": municipality, "kind": kind, "group": group, "name_ja": name}
            for municipality, kind, group, name in GROUPS
        ],
        bordering={code: [there for here, there in both if here == code] for code, _ in both},
        residents={code: float(size) for code, (size, _) in TOWNS.items() if size},
        features=lambda: table,
    )


def codes(comparators: str, own: str, **settings: object) -> tuple[str, ...]:
    return comparator_codes(Choice(comparators, **settings), own, country())  # type: ignore[arg-type]


def test_the_own_municipality_is_never_its_own_comparator() -> None:
    settings = {"weights": {"size": 1.0}, "chosen": tuple(TOWNS)}
    for comparators in COMPARATORS:
        for own in TOWNS:
            assert own not in codes(comparators, own, **settings)


def test_the_exemplars_keep_the_document_s_order() -> None:
    assert codes("exemplars", "31301") == ("02201",)
    assert codes("exemplars", "31201") == ("31301", "02201")


def test_freely_chosen_ones_keep_their_order_each_once() -> None:
    assert codes("free", "31201", chosen=("02301", "31202", "02301")) == ("02301", "31202")


def test_a_prefecture_is_all_its_municipalities() -> None:
    assert codes("prefecture", "02201") == ("02301",)


def test_a_class_is_the_published_one() -> None:
    assert codes("class", "31301") == ("02301",)


def test_a_municipality_without_a_class_or_alone_in_it_has_nobody() -> None:
    assert codes("class", "31201") == ()
    assert codes("class", "31302") == ()


def test_who_belongs_to_two_medical_areas_has_the_members_of_both() -> None:
    assert codes("medical_area", "31202") == ("31201", "31301")
    assert codes("medical_area", "31201") == ("31202",)


def test_depopulated_ones_are_those_nearest_in_population() -> None:
    assert codes("depopulated", "31301", most=2) == ("02301", "31302")
    assert codes("depopulated", "31301") == ("02301", "31302", "31303")
    assert codes("depopulated", "31201") == ()


def test_the_same_size_is_a_factor_up_and_down() -> None:
    assert codes("size", "31201", factor=1.25) == ("02201", "31202")
    assert codes("size", "31201", factor=1.1) == ("02201",)
    assert codes("size", "31303", factor=3.0) == ()


def test_without_residents_nobody_is_of_the_same_size() -> None:
    assert codes("size", "31304", factor=3.0) == ()


def test_neighbours_are_those_across_the_boundary_then_those_behind_them_then_the_nearest() -> None:
    assert codes("neighbours", "31201") == ("31202", "31301", "31302", "31303", "31304")


def test_an_island_s_neighbours_are_the_nearest_offices() -> None:
    assert codes("neighbours", "31304")[:2] == ("31303", "31302")
    assert len(codes("neighbours", "31304")) == 5


def test_similar_ones_come_nearest_first_and_no_more_than_asked_for() -> None:
    assert codes("similar", "31301", weights={"size": 1.0}, most=2) == ("02301", "31302")
    assert codes("similar", "31301", weights={"size": 1.0}, most=5, pool="prefecture")[0] == "31302"


def test_who_has_no_figures_is_like_nobody_and_nobody_is_like_it() -> None:
    assert codes("similar", "31304", weights={"size": 1.0}) == ()
    assert "31304" not in codes("similar", "31303", weights={"size": 1.0})


def test_without_an_own_municipality_only_named_ones_are_there() -> None:
    for comparators in COMPARATORS:
        expected = {"exemplars": ("31301", "02201"), "free": ("31202",)}.get(comparators, ())
        assert codes(comparators, "", chosen=("31202",)) == expected


def test_an_unknown_set_of_comparators_is_an_error() -> None:
    with pytest.raises(SelectionError, match="comparators_unknown"):
        codes("friends", "31201")


def test_similar_ones_need_a_weight() -> None:
    with pytest.raises(MeasureError, match="weights_all_zero"):
        codes("similar", "31201")
