"""How far the figures of a municipality can be trusted, in sentences made by rule."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from carecompare.tables import PROJECTED
from carecompare.text.format import edge_word, era_year, municipalities, number, status_word
from carecompare.text.route_sentences import several
from carecompare.text.sentences import WITHHELD

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.rows import SheetLine


def complete(own: str, lines: Sequence[SheetLine]) -> str:
    """Return of how many indicators there is a figure, and of how many it is ranked."""
    silent = sum(map(_is_silent, lines))
    withheld = sum(bool(line["reason"]) and not isnan(line["value"]) for line in lines)
    return (
        f"{own}は、{number(len(lines))}指標のうち{number(len(lines) - silent)}指標に値があります。"
        f"値がないもの{number(silent)}、値はあるが順位を付けないもの（数が少ない、保険者の値など）{number(withheld)}です。"
    )


def missing(own: str, lines: Sequence[SheetLine], names: Mapping[str, str]) -> str:
    """Return which figures are missing, with the word that stands in their place."""
    silent = [line for line in lines if _is_silent(line)]
    if not silent:
        return f"{own}に、値のない指標はありません。全国では、下のわけで値のないところがあります。"
    by_word: dict[str, list[str]] = {}
    for line in silent:
        word = status_word(line["status"]) or WITHHELD.get(line["reason"], "")
        by_word.setdefault(word, []).append(names[line["indicator"]])
    parts = (f"{word}（{several(each)}）" for word, each in by_word.items())
    return f"{own}に値のない{number(len(silent))}指標は、{'、'.join(parts)}です。0ではありません。"


def dated(own: str, lines: Sequence[SheetLine], names: Mapping[str, str]) -> str:
    """Return of which years the oldest and the newest figure are."""
    known = [line for line in lines if not isnan(line["value"]) and line["status"] != PROJECTED]
    if not known:
        return f"{own}には、推計のほかに値のある指標がありません。"
    oldest, newest = (choose(known, key=lambda line: line["year"]) for choose in (min, max))
    first, last = era_year(int(oldest["year"])), era_year(int(newest["year"]))
    return (
        f"{own}の値（将来推計をのぞく）は、最も古いものが{first}（{names[oldest['indicator']]}など）、"
        f"最も新しいものが{last}（{names[newest['indicator']]}など）です。"
    )


def small(own: str, lines: Sequence[SheetLine], names: Mapping[str, str]) -> str:
    """Return how many figures rest on small numbers."""
    known = [line for line in lines if not _is_silent(line)]
    few = [line for line in known if line["reason"] in {"few_events", "few_residents"}]
    if not few:
        return f"{own}の{number(len(known))}指標に、数が少ないため順位を付けないものはありません。"
    found = several([names[line["indicator"]] for line in few])
    return (
        f"{own}の{number(len(known))}指標のうち{number(len(few))}指標（{found}）は、数が少なく偶然で大きく変わるため、"
        "順位も色も付けていません。"
    )


def covered(complete_areas: int, areas: int) -> str:
    """Return how many municipalities have every figure."""
    if not complete_areas:
        return f"すべての出典の値がそろう市区町村は、{municipalities(areas)}の中にまだありません。出典ごとの数は図のとおりです。"
    return (
        f"すべての出典の値がそろうのは、{municipalities(areas)}のうち{municipalities(complete_areas)}です。"
    )


def _is_silent(line: SheetLine) -> bool:
    """Return whether nothing is known, not even that a year lies beyond those looked at."""
    return isnan(line["value"]) and not edge_word(line)
