"""What peers say beside any municipality: years, quartiles and ways, without what is not firm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from indicator_making import density_indicator

from carecompare.comparisons import comparable, peer_figures
from carecompare.measures.rates import density

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.comparisons import PeerFigures
    from carecompare.rows import ValueRow

NAN = float("nan")
SERVICE = density_indicator()
YEARS = (2018, 2019, 2020, 2021, 2022)
RISING = (400, 480, 560, 640, 720)


def series(counts: Sequence[float], *, people: float = 10_000, status: str = "observed") -> list[ValueRow]:
    made = []
    for year, count in zip(YEARS, counts, strict=True):
        figure = density(count, people, per=SERVICE.per)
        row = {
            "area": "00001",
            "year": year,
            "indicator": SERVICE.id,
            "value": float(figure.value),
            "lower": float(figure.lower),
            "upper": float(figure.upper),
            "numerator": float(count),
            "denominator": float(people),
            "method": str(figure.method),
            "status": status,
        }
        made.append(row)
    return made


def of_peers(*peers: list[ValueRow]) -> PeerFigures:
    return peer_figures([{SERVICE.id: each} for each in peers], [SERVICE], {SERVICE.id: YEARS[-1]})


def test_the_ways_are_those_of_the_firm_series() -> None:
    found = of_peers(series(RISING), series([400] * 5), series([4, 5, 6, 7, 8]))
    assert found.ways == {(SERVICE.id, YEARS): ["up", "no_change"]}


def test_the_quartiles_leave_out_insurers_and_shaky_figures() -> None:
    peers = [series([0] * 4 + [10 * place]) for place in range(1, 6)]
    shaky = [series([0] * 4 + [90], people=99), series([0] * 4 + [90], status="insurer_level")]
    assert of_peers(*peers, *shaky).quartiles[SERVICE.id] == pytest.approx((2, 3, 4))
    assert of_peers(*peers[:4], *shaky).quartiles == {}


def test_an_indicator_that_no_peer_has_is_not_known() -> None:
    found = peer_figures([{}, {}], [SERVICE], {SERVICE.id: YEARS[-1]})
    assert (found.known, found.counted, found.ways, found.last_year) == (frozenset(), {}, {}, {})
    assert of_peers(series(RISING)).known == {SERVICE.id}


def beds(value: float, method: str) -> ValueRow:
    return series([value] * len(YEARS))[-1] | {"value": value, "method": method}  # type: ignore[return-value] # of a test


@pytest.mark.parametrize(("partly", "known"), [(3, 9), (4, 0)])
def test_of_peers_more_than_a_quarter_of_which_are_known_in_part_no_median_is_taken(
    partly: int, known: int
) -> None:
    """福知山市's beds stood beside 0: nine of its 25 peers were left out, and four not listed."""
    whole = [beds(0.0, "exact") for _ in range(5)] + [beds(700.0, "byar") for _ in range(4)]
    rows = [*whole, *(beds(300.0, "incomplete") for _ in range(partly - 1)), beds(NAN, "unlisted")]
    assert len(comparable(rows)) == known
