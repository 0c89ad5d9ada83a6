"""Figures that changed otherwise than the same figure did elsewhere."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from carecompare.sources.changes import FEWEST_OTHERS, ground_changes, mapped_codes, unlike_others
from carecompare.sources.notes import Note
from carecompare.sources.reading import Reading

AREAS = 60


def pairs(**changed: tuple[float, float]) -> pd.DataFrame:
    """Return sixty areas of 1,000 to 60,000 persons that all lost about a twentieth, and those named."""
    then = np.arange(1, AREAS + 1) * 1_000.0
    now = then * 0.95 * (1 + 0.01 * np.sin(np.arange(AREAS)))
    frame = pd.DataFrame({"then": then, "now": now.round()}, index=[f"{n:05}" for n in range(AREAS)])
    for area, (one, other) in changed.items():
        frame.loc[area.removeprefix("a")] = (one, other)
    return frame


def flagged(frame: pd.DataFrame) -> list[str]:
    return unlike_others(frame).pipe(lambda found: found[found].index.tolist())


def test_what_changes_as_everywhere_is_no_news() -> None:
    assert flagged(pairs()) == []


def test_a_figure_that_doubles_while_all_others_fall_is_unlike_them() -> None:
    assert flagged(pairs(a00010=(3_000, 6_000))) == ["00010"]
    assert flagged(pairs(a00010=(6_000, 3_000))) == ["00010"]


def test_three_that_become_six_are_chance() -> None:
    assert flagged(pairs(a00010=(3, 6))) == []


def test_when_everything_doubles_the_one_that_stays_is_unlike_the_others() -> None:
    frame = pairs()
    frame["now"] = frame["then"] * 2
    frame.loc["00007", "now"] = frame.loc["00007", "then"]
    assert flagged(frame) == ["00007"]


def test_less_than_half_as_much_again_is_never_flagged_however_sure() -> None:
    assert flagged(pairs(a00050=(1_000_000, 1_300_000))) == []
    assert flagged(pairs(a00050=(1_000_000, 1_600_000))) == ["00050"]


def test_too_few_others_say_nothing() -> None:
    frame = pairs(a00001=(3_000, 30_000)).iloc[: FEWEST_OTHERS - 1]
    assert flagged(frame) == []


def test_zero_is_a_figure_like_any_other() -> None:
    assert flagged(pairs(a00010=(3_000, 0))) == ["00010"]


def test_a_code_that_was_followed_is_in_the_log_and_a_ward_is_not() -> None:
    notes = (
        Note("code_mapped", 7, {"found": "40305", "area": "40231"}),
        Note("ward_counted_in_city", 9, {"found": "01101", "area": "01100"}),
    )
    (line,) = mapped_codes(Reading("ipss_ages", "a.csv", "0", notes=notes))
    row = line.row("2026-01-01")
    assert [row["change"], row["area"], row["before"], row["after"]] == [
        "code_followed",
        "40231",
        "40305",
        "7",
    ]


@pytest.mark.parametrize(
    ("after", "number"), [([1, 2, 3], []), ([3, 2, 1], []), ([1, 2], [1]), ([1, 5, 6], [2])]
)
def test_a_list_says_how_many_of_its_rows_are_other(after: list[int], number: list[int]) -> None:
    before = pd.DataFrame({"x": [1, 2, 3]})
    found = ground_changes("areas.csv", before, pd.DataFrame({"x": after}), Reading("", "a.csv", "0"))
    assert [change.after for change in found] == number
