"""Who is meant by what was typed into a box of municipalities, and how that is said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carecompare.text import town_words

if TYPE_CHECKING:
    from collections.abc import Collection

    from carecompare.comparisons import FoundTowns
    from carecompare.views.base.installation import Loaded


def meant(loaded: Loaded, typed: str, known: Collection[str]) -> FoundTowns:
    """Return who of those that can be chosen is meant by a text."""
    found = loaded.towns.found(typed)
    return replace(found, codes=tuple(code for code in found.codes if code in known))


def asked_sentence(typed: str, found: FoundTowns) -> str:
    """Return what stands above the municipalities that may be meant."""
    if not found.codes:
        return town_words.NOTHING.format(text=typed)
    said = (town_words.NEAR if found.way == "near" else town_words.SEVERAL).format(text=typed)
    more = len(found.codes) - town_words.MOST_SHOWN
    return said if more <= 0 else said + town_words.MORE.format(count=more)


def named(loaded: Loaded, code: str, found: FoundTowns) -> str:
    """Return the name of one that may be meant, with the former name that was typed."""
    label = loaded.full_labels[code]
    former = found.former.get(code)
    return town_words.FORMER.format(name=label, former=former) if former else label
