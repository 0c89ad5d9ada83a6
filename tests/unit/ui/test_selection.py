from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carecompare.ui.selection import Selection, checked

if TYPE_CHECKING:
    from carecompare.catalog import Catalog

CODES = ("15202", "20201", "46523")


def test_an_empty_choice_needs_no_link() -> None:
    assert Selection().as_query() == {"vs": "exemplars"}


def test_what_exists_is_kept_and_what_does_not_is_named(catalog: Catalog) -> None:
    asked = Selection(own="15202", vs="free", chosen="20201.99999.46523", year="2020", item="nothing")
    sound, problems = checked(asked, CODES, catalog)
    assert sound == Selection(own="15202", vs="free", chosen="20201.46523", year="2020")
    assert [problem.problem for problem in problems] == ["chosen_unknown", "item_unknown"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.builds(Selection, *[st.text(max_size=20)] * 8))
def test_any_link_gives_a_sound_choice_and_a_sound_choice_is_not_changed(
    catalog: Catalog, asked: Selection
) -> None:
    sound, _ = checked(asked, CODES, catalog)
    again, problems = checked(sound, CODES, catalog)
    assert again == sound
    assert problems == []


@pytest.mark.parametrize("digits", ["²", "٣", "令和二"])
def test_a_year_is_written_in_plain_digits(catalog: Catalog, digits: str) -> None:
    sound, problems = checked(Selection(year=digits), CODES, catalog)
    assert sound.year == ""
    assert problems[0].problem == "year_wrong"
