"""What a line of the sheet says in words: a gap in counts, a rank with its range, an overview."""

from __future__ import annotations

from math import floor, isnan, log10
from typing import TYPE_CHECKING

from carecompare.text import sheet_words as words
from carecompare.text.format import number, rank, rounded
from carecompare.text.words import BEYOND, NOT_RANKED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.rows import SheetLine

DIGITS = 2
EXACT_BELOW = 100


def gap(counted: float, unit: str) -> str:
    """Return a gap in units that people feel.

    Parameters
    ----------
    counted : float
        How many more, from `counted_gap`; NaN where it is not counted.
    unit : str
        What is counted.

    Returns
    -------
    str
        For example ``約+420人``, ``約△3か所`` or ``1か所未満``: whole below 100, two digits from there on.
    """
    if isnan(counted):
        return ""
    if counted == 0:
        return words.SAME
    size = abs(counted)
    if rounded(size) == 0:
        return words.LESS_THAN_ONE.format(unit=unit)
    if size >= EXACT_BELOW:
        step = 10 ** (floor(log10(size)) + 1 - DIGITS)
        size = rounded(size / step) * step
    return words.ABOUT.format(sign="+" if counted > 0 else "△", size=number(size), unit=unit)


def difference(line: SheetLine, unit: str) -> str:
    """Return a gap with whether chance explains it: ``約+420人（高い）``; the word alone where nothing is counted."""
    counted, word = gap(line["gap"], unit), BEYOND.get(line["beyond"], "")
    return f"{counted}（{word}）" if counted and word else counted or word


def placed(line: SheetLine) -> str:
    """Return a rank among own and peers, of how many, with the range that chance leaves; or why there is none."""
    said = rank(line["rank"])
    if not said:
        return NOT_RANKED.get(line["reason"], "")
    said = words.RANKED_OF.format(rank=said, of=line["of"])
    if line["best"] == line["worst"]:
        return said
    return said + words.RANGE.format(best=int(line["best"]), worst=int(line["worst"]))


def trend(line: SheetLine) -> str:
    """Return where the series goes, with the years it is read from; nothing where it is not judged."""
    if not line["trend"]:
        return ""
    return words.TREND_SPAN.format(
        way=words.TREND_TOOLTIP[line["trend"]], first=line["trend_from"], last=line["trend_to"]
    )


def overview(own: str, lines: Sequence[SheetLine]) -> str:
    """Return of how many indicators the difference is hard to explain by chance."""
    above, below, similar = (
        sum(line["beyond"] == way for line in lines) for way in ("higher", "lower", "similar")
    )
    if above + below:
        return words.OVERVIEW.format(own=own, all=len(lines), beyond=above + below, above=above, below=below)
    if similar:
        return words.OVERVIEW_NONE.format(own=own, judged=similar)
    return words.OVERVIEW_UNJUDGED.format(own=own)


def breakdown(lines: Sequence[SheetLine]) -> str:
    """Return how all the indicators divide into those judged and those not."""
    beyond = sum(line["beyond"] in {"higher", "lower"} for line in lines)
    similar = sum(line["beyond"] == "similar" for line in lines)
    silent = sum(isnan(line["value"]) for line in lines)
    withheld = sum(bool(line["reason"]) and not isnan(line["value"]) for line in lines)
    return words.OVERVIEW_REST.format(
        all=len(lines),
        beyond=beyond,
        similar=similar,
        withheld=withheld,
        silent=silent,
        fixed=len(lines) - beyond - similar - withheld - silent,
    )
