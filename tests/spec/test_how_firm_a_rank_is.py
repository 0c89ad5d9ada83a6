"""What a rank with a range says, and what a shrunk value is."""

from __future__ import annotations

import numpy as np

from carecompare.measures.rank_interval import Figure, rank_limits
from carecompare.measures.rates import proportion
from carecompare.measures.shrinkage import shrunk_shares


def ranges(counts: list[int], people: list[int]) -> list[tuple[int, int]]:
    share = proportion(counts, people, per=100)
    columns = (*share[:3], counts, people, share.method)
    found = rank_limits([Figure(*place) for place in zip(*columns, strict=True)])
    return [(int(best), int(worst)) for best, worst in zip(found.best, found.worst, strict=True)]


def test_a_village_of_200_at_20_percent_may_stand_first_or_last_among_cities_of_17_to_23() -> None:
    village, *cities = ranges([40, 17_000, 18_000, 19_000, 21_000, 22_000, 23_000], [200, *[100_000] * 6])

    assert village == (1, 7)
    assert all(worst - best <= 1 for best, worst in cities)


def test_two_cities_far_apart_do_not_change_places() -> None:
    assert ranges([20_000, 25_000], [100_000, 100_000]) == [(2, 2), (1, 1)]


def test_a_shrunk_value_moves_a_village_far_and_a_city_hardly() -> None:
    shares = shrunk_shares([20, 30, 4_000, 21_000], [40, 200, 20_000, 100_000])
    moved = np.abs(shares.value - np.array([0.5, 0.15, 0.2, 0.21]))

    assert moved[0] > 0.1
    assert moved[3] < 0.002
