from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import carecompare.ui
from carecompare.views.base.choice import DECLARED, ITEM, OF_COMPARATORS, YEAR, Selection, checked

if TYPE_CHECKING:
    from carecompare.catalog import Catalog

CODES = ("15202", "20201", "46523")


def test_an_empty_choice_needs_no_link() -> None:
    assert Selection().as_query() == {"vs": "exemplars"}


def test_what_exists_is_kept_and_what_does_not_is_named(catalog: Catalog) -> None:
    asked = Selection.of(
        {"own": "15202", "vs": "free", "chosen": "20201.99999.46523", "year": "2020", "item": "nothing"}
    )
    sound, problems = checked(asked, CODES, catalog)
    assert sound == Selection(own="15202", vs="free", chosen="20201.46523", others={"year": "2020"})
    assert sound[YEAR] == "2020"
    assert sound[ITEM] == ""
    assert [problem.problem for problem in problems] == ["chosen_unknown", "item_unknown"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.fixed_dictionaries(
        dict.fromkeys(
            (*OF_COMPARATORS, *DECLARED),
            st.text(max_size=20)
            | st.sampled_from(["15", "31", "1.5", "aging", "similar", "size-0.tax-30", "kind"]),
        )
    )
)
def test_any_link_gives_a_sound_choice_and_a_sound_choice_is_not_changed(
    catalog: Catalog, asked: dict[str, str]
) -> None:
    sound, _ = checked(Selection.of(asked), CODES, catalog)
    again, problems = checked(sound, CODES, catalog)
    assert again == sound
    assert problems == []


def test_what_is_usual_is_left_out_of_the_link(catalog: Catalog) -> None:
    asked = Selection(vs="similar", n="15", preset="overall", weights="size-15", pool="nation", factor="1.25")
    sound, problems = checked(asked, CODES, catalog)
    assert sound == Selection(vs="similar")
    assert problems == []


def test_a_choice_knows_what_it_is_set_to(catalog: Catalog) -> None:
    asked = Selection(
        vs="similar", n="7", preset="place", weights="size-30.aged65-5", pool="kind", factor="2"
    )
    sound, problems = checked(asked, CODES, catalog)
    choice = sound.choice(catalog)
    assert problems == []
    assert (choice.comparators, choice.most, choice.pool, choice.factor) == ("similar", 7, "kind", 2.0)
    assert choice.weights["size"] == 3
    assert choice.weights["aged65"] == 0.5
    assert choice.weights["density"] == catalog.presets["place"].weights["density"]
    assert choice.weights["alone"] == 0


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        (Selection(n="4"), "n_unknown"),
        (Selection(n="31"), "n_unknown"),
        (Selection(preset="best"), "preset_unknown"),
        (Selection(pool="moon"), "pool_unknown"),
        (Selection(factor="9"), "factor_unknown"),
        (Selection(weights="size-7"), "weights_wrong"),
        (Selection(weights="size-35"), "weights_wrong"),
        (Selection(weights="hospitals-10"), "weights_wrong"),
        (
            Selection(preset="place", weights="size-0.change-0.density-0.primary-0.secondary-0.tax-0"),
            "weights_wrong",
        ),
    ],
)
def test_a_setting_that_cannot_be_is_named_and_left_out(
    catalog: Catalog, asked: Selection, problem: str
) -> None:
    sound, problems = checked(asked, CODES, catalog)
    assert [each.problem for each in problems] == [problem]
    assert sound.n == sound.pool == sound.factor == sound.weights == ""


@pytest.mark.parametrize("digits", ["²", "٣", "令和二", "2" * 5000])
def test_a_year_is_written_in_plain_digits(catalog: Catalog, digits: str) -> None:
    sound, problems = checked(Selection.of({"year": digits}), CODES, catalog)
    assert sound[YEAR] == ""
    assert problems[0].problem == "year_wrong"


def test_a_saved_set_stands_in_the_link_only_where_it_is_compared_with(catalog: Catalog) -> None:
    asked = Selection(own="15202", vs="saved", set="s1-3fa2b0")
    assert checked(asked, CODES, catalog) == (asked, [])
    assert checked(Selection(own="15202", vs="free", set="s1-3fa2b0"), CODES, catalog) == (
        Selection(own="15202", vs="free"),
        [],
    )


def test_what_nobody_declared_is_no_part_of_a_choice() -> None:
    assert Selection.of({"own": "15202", "utm_source": "mail"}) == Selection(own="15202")


def test_every_parameter_of_a_link_is_declared_in_one_place() -> None:
    package = Path(carecompare.ui.__file__).parents[1]
    declared = [
        name
        for path in sorted(package.rglob("*.py"))
        for name in re.findall(r"= parameter\(\s*\"(\w+)\"", path.read_text(encoding="utf-8"))
    ]
    assert sorted(declared) == sorted(DECLARED)
    assert not set(declared) & set(OF_COMPARATORS)
