"""What is said of a density whose denominator is of a newer census than before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.text.format import number, with_unit, year_word

if TYPE_CHECKING:
    from carecompare.catalog import Indicator


HIGHER, LOWER = "高く", "低く"
BREAK = "{earlier}は人数のままの値、{year}は不詳補完値です。"


def moved(
    indicator: Indicator,
    label: str,
    new: tuple[int, float],
    old: tuple[int, float],
    value: float,
    *,
    imputed: bool,
) -> str:
    """Return by how much a density moved because of its denominator alone.

    Parameters
    ----------
    indicator : Indicator
        The density.
    label : str
        What the denominator counts.
    new, old : tuple of int and float
        Year and persons of the denominator, and of the census before it.
    value : float
        The density.
    imputed : bool
        Whether the unknown ages are distributed in the new denominator and not in the old one.

    Returns
    -------
    str
        One or two sentences.
    """
    before = value * new[1] / old[1]
    percent = (old[1] / new[1] - 1) * 100
    year, earlier = year_word(new[0]), year_word(old[0])
    start = f"分母は{year}の{label}{number(new[1])}人です。{earlier}の{number(old[1])}人で割ると"
    size = number(abs(percent), 1)
    moved_by = (
        "ほぼ同じです"
        if size == "0.0"
        else f"分母の違いだけで{size}%{HIGHER if percent > 0 else LOWER}なっています"
    )
    ending = BREAK.format(year=year, earlier=earlier) if imputed else ""
    return f"{start}{with_unit(before, indicator)}で、{moved_by}。{ending}"
