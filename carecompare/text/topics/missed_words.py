"""What is said of a projection beside what was counted of the same year."""

from __future__ import annotations

from carecompare.text.format import number

NAMES = {
    "population_ipss": "総人口",
    "population_65_and_over_ipss": "65歳以上",
    "population_75_and_over_ipss_ages": "75歳以上",
    "population_85_and_over_ipss_ages": "85歳以上",
}
COUNTED = "国勢調査"
IMPUTED = "国勢調査（不詳補完値）"
MISSED = (
    "{own}では、推計が国勢調査と{percent:g}%を超えて違っていました。推計の水準は割り引いて読んでください。"
)
COUNTRY = (
    "{edition}の{name}が{year}年の国勢調査と{percent:g}%を超えて違ったのは、全国で{missed}市区町村です。"
)


def beside(
    projection: str, edition: str, year: int, projected: float, counted: float, *, imputed: bool
) -> str:
    """Return a projected figure beside the counted one.

    Parameters
    ----------
    projection : str
        Id of the projected count.
    edition : str
        What its projection is called.
    year : int
        Of both.
    projected, counted : float
        Persons.
    imputed : bool
        Whether the counted figure has its unknown ages distributed.

    Returns
    -------
    str
        One sentence: both figures and the difference in persons and per cent.
    """
    difference = counted - projected
    census = IMPUTED if imputed else COUNTED
    start = f"{NAMES[projection]}の{year}年：推計{number(projected)}人、{census}{number(counted)}人"
    if number(difference) == "0":
        return f"{start}で、同じです（{edition}）。"
    way = "多い" if difference > 0 else "少ない"
    percent = number(abs(difference) / projected * 100, 1)
    return f"{start}。国勢調査が{number(abs(difference))}人（{percent}%）{way}（{edition}）。"
