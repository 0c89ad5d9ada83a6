"""Ages or rates: who is counted on each side, and what is said where nothing can be parted."""

from __future__ import annotations

from itertools import pairwise

import pytest

from carecompare.comparisons import decomposed
from carecompare.comparisons.decomposition import CERTIFIED, INSURED

OWN = ((12, 60, 150), (520, 330, 250))
NATION = ((430_000, 2_100_000, 3_900_000), (17_000_000, 12_000_000, 6_600_000))
UNION = ((8, 40, 90), (500, 400, 200))


def counts(sides: dict[str, tuple[tuple[int, ...], tuple[int, ...]]]) -> dict[str, dict[str, float]]:
    return {
        area: dict(zip((*CERTIFIED, *INSURED), (*certified, *insured), strict=True))
        for area, (certified, insured) in sides.items()
    }


def test_the_steps_lead_from_the_other_rate_to_the_own_without_a_gap() -> None:
    steps = decomposed(counts({"a": OWN, "00": NATION}), {}, "a", ["00"]).steps()

    assert [step["part"] for step in steps] == [
        "start",
        *["structure"] * 3,
        "expected",
        *["rates"] * 3,
        "end",
    ]
    assert steps[0]["reach"] == pytest.approx(18.06179775, abs=1e-8)
    assert steps[-1]["reach"] == pytest.approx(20.1818, abs=1e-4)
    for before, after in pairwise(steps):
        assert after["begin"] == pytest.approx(before["reach"])
    assert sum(step["points"] for step in steps) == pytest.approx(steps[-1]["reach"] - steps[0]["reach"])


def test_points_are_persons_of_the_own_insured() -> None:
    result = decomposed(counts({"a": OWN, "00": NATION}), {}, "a", ["00"])
    steps = result.steps()

    assert sum(step["persons"] for step in steps) == pytest.approx(222 - 1100 * 0.1806179775, abs=1e-6)


def test_an_insurer_of_several_is_counted_once_among_the_others() -> None:
    given = counts({"a": OWN, "b": UNION, "c": UNION, "d": UNION})
    once = decomposed(given, {"b": "u", "c": "u"}, "a", ["b", "c"])
    alone = decomposed(given, {}, "a", ["b"])

    assert once.other.insured.tolist() == [500, 400, 200]
    assert once.parts is not None
    assert alone.parts is not None
    assert once.parts.other == alone.parts.other
    assert decomposed(given, {"b": "u", "c": "u"}, "a", ["b", "d"]).other.insured.tolist() == [1000, 800, 400]


def test_members_of_the_own_insurer_are_not_compared_with() -> None:
    given = counts({"a": UNION, "b": UNION, "d": OWN})
    assert decomposed(given, {"a": "u", "b": "u"}, "a", ["b"]).reason == "same_insurer"
    assert decomposed(given, {"a": "u", "b": "u"}, "a", ["b", "d"]).other.counted == ("d",)


def test_where_one_side_has_no_figures_it_says_which() -> None:
    given = counts({"a": OWN})
    assert decomposed(given, {}, "x", ["a"]).reason == "own_unknown"
    assert decomposed(given, {}, "a", ["x"]).reason == "others_unknown"
    assert decomposed(given, {}, "a", ["x"]).steps() == []


def test_those_without_figures_are_left_out_and_named() -> None:
    result = decomposed(counts({"a": OWN, "b": UNION}), {}, "a", ["b", "x"])
    assert (result.other.counted, result.other.left_out) == (("b",), ("x",))


def test_a_band_with_fewer_than_ten_certified_is_marked() -> None:
    result = decomposed(counts({"a": ((9, 60, 150), OWN[1]), "00": NATION}), {}, "a", ["00"])
    assert result.few == ("65_to_74",)
    assert [step["few"] for step in result.steps() if step["band"] == "65_to_74"] == [True, True]
    assert not any(step["few"] for step in result.steps() if step["band"] == "85_and_over")


def test_a_rate_that_is_lower_at_every_age_and_higher_in_all_is_called_a_reversal() -> None:
    """An old town certifies fewer at every age than a young one, and more in all."""
    old = ((4, 20, 114), (100, 100, 200))
    young = ((15, 44, 58), (300, 200, 100))
    given = counts({"old": old, "young": young})
    assert decomposed(given, {}, "old", ["young"]).reversal == "lower"
    assert decomposed(given, {}, "young", ["old"]).reversal == "higher"
    assert decomposed(given, {}, "old", ["old"]).reversal == ""
    assert decomposed({}, {}, "old", ["young"]).reversal == ""


def test_where_no_rate_is_shown_its_difference_is_not_parted_either() -> None:
    small = ((1, 1, 1), (20, 12, 7))
    given = counts({"a": OWN, "island": small})
    assert decomposed(given, {}, "island", ["a"]).reason == "own_few"
    assert decomposed(given, {}, "a", ["island"]).reason == "others_few"
    assert decomposed(given, {}, "island", ["a"]).parts is None
