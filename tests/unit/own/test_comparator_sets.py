from __future__ import annotations

import pytest
from msgspec.structs import replace

from carecompare.errors import OwnDataError
from carecompare.own import ComparatorSets, comparator_set, sets_renamed, sets_with, sets_without

TWO = sets_with(sets_with(ComparatorSets(), "豪雪の町", ["20201", "20202", "20201"], 1), "島", ["13402"], 2)
FIRST, SECOND = (each.id for each in TWO.sets)
FULL = ComparatorSets(sets=tuple(replace(TWO.sets[0], id=f"s{n}", name=f"{n}") for n in range(50)))


def test_a_set_has_a_name_its_municipalities_once_each_and_an_id() -> None:
    assert [(each.name, each.areas) for each in TWO.sets] == [
        ("豪雪の町", ("20201", "20202")),
        ("島", ("13402",)),
    ]
    assert [each.id[:3] for each in TWO.sets] == ["s1-", "s2-"]


def test_a_set_of_another_visit_has_another_id_unless_it_is_the_same_set() -> None:
    """On a public server every visitor's first set is saved as version 1."""
    mine, same, named, larger = (
        sets_with(ComparatorSets(), name, areas, 1).sets[0].id
        for name, areas in (
            ("島", ["13402"]),
            ("島", ["13402"]),
            ("町", ["13402"]),
            ("島", ["13402", "20201"]),
        )
    )
    assert mine == same
    assert len({mine, named, larger}) == 3


def test_an_id_is_never_given_again_so_that_an_old_link_opens_no_other_set() -> None:
    made = sets_with(sets_without(TWO, SECOND), "島", ["13402"], 4)
    assert [each.id[:3] for each in made.sets] == ["s1-", "s4-"]
    assert comparator_set(made, SECOND) is None


def test_renaming_keeps_id_place_and_municipalities() -> None:
    renamed = sets_renamed(TWO, FIRST, " 雪の\n多い町 ")
    assert [(each.id, each.name) for each in renamed.sets] == [(FIRST, "雪の 多い町"), (SECOND, "島")]
    assert renamed.sets[0].areas == TWO.sets[0].areas
    assert sets_renamed(TWO, FIRST, "豪雪の町") == TWO


@pytest.mark.parametrize(
    ("attempt", "problem"),
    [
        (lambda: sets_with(TWO, "島", ["15202"], 3), "own_set_name_taken"),
        (lambda: sets_with(TWO, "  ", ["15202"], 3), "own_set_nameless"),
        (lambda: sets_with(TWO, "空", [], 3), "own_set_empty"),
        (lambda: sets_with(TWO, "全国", [str(code) for code in range(301)], 3), "own_set_too_large"),
        (lambda: sets_with(FULL, "もう1つ", ["15202"], 3), "own_sets_too_many"),
        (lambda: sets_renamed(TWO, FIRST, "島"), "own_set_name_taken"),
        (lambda: sets_renamed(TWO, "s9", "山"), "own_set_unknown"),
        (lambda: sets_without(TWO, "s9"), "own_set_unknown"),
    ],
)
def test_what_cannot_be_is_refused(attempt: object, problem: str) -> None:
    with pytest.raises(OwnDataError) as caught:
        attempt()  # type: ignore[operator]
    assert caught.value.problem == problem
