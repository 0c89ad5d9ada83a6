"""What an upload is checked against: the definitions, the town's names, areas and items."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from carecompare.cells import narrow
from carecompare.own.keeping.records import LONGEST_NAME
from carecompare.own.uploads.spelling import plain_name, spellings
from carecompare.own.uploads.units import same_unit
from carecompare.text.own import own_upload_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carecompare.catalog import Indicator
    from carecompare.own.contents.figures import OwnArea, OwnItem
    from carecompare.rows import LabelledArea


_OWN_ITEM = re.compile(own_upload_words.OWN_ITEM, re.IGNORECASE)
_UNIT_BEHIND = re.compile(r"(.+?) ?[(\[](.+)[)\]]")


@dataclass(frozen=True)
class Known:
    """What an upload is checked against.

    Parameters
    ----------
    own_names : frozenset of str
        Code and names of the town itself.
    others : mapping of str to str
        Codes and names of all other municipalities, each with the name to say.
    indicators : mapping of str to Indicator
        By id.
    published : mapping of str to mapping of int to float
        The town's published figures by indicator and year.
    areas : tuple of OwnArea
        The town's own areas.
    items : tuple of OwnItem
        The own items it has used.
    """

    own_names: frozenset[str]
    others: Mapping[str, str] = field(repr=False)
    indicators: Mapping[str, Indicator] = field(repr=False)
    published: Mapping[str, Mapping[int, float]] = field(default_factory=dict, repr=False)
    areas: tuple[OwnArea, ...] = ()
    items: tuple[OwnItem, ...] = ()

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Return the ids of indicators by every name they go by."""
        found: dict[str, str] = {}
        saved: dict[str, set[str]] = {}
        for each in self.indicators.values():
            for name in (each.id, each.label_ja, each.label_en, each.short_ja):
                if name:
                    found.setdefault(plain_name(name), each.id)
                    for spelling in spellings(name):
                        saved.setdefault(spelling, set()).add(each.id)
        # What two names become when a program saves them names neither.
        return {**{name: next(iter(ids)) for name, ids in saved.items() if len(ids) == 1}, **found}

    @cached_property
    def own_items(self) -> Mapping[str, OwnItem]:
        """Return the own items by id."""
        return {each.id: each for each in self.items}

    @cached_property
    def places(self) -> Mapping[str, str]:
        """Return the ids of places by name: the town itself is empty."""
        return {
            **{spelling: each.id for each in self.areas for spelling in spellings(each.name)},
            **{spelling: "" for name in self.own_names for spelling in spellings(name)},
        }

    @cached_property
    def strangers(self) -> Mapping[str, str]:
        """Return the other municipalities by every name."""
        return {spelling: shown for name, shown in self.others.items() for spelling in spellings(name)}

    def indicator_of(self, text: str) -> str | None:
        """Return the id of the indicator a text names, with or without its unit in brackets behind."""
        found = self.names.get(plain_name(text))
        with_unit = _UNIT_BEHIND.fullmatch(narrow(text))
        if found is None and with_unit is not None:
            named = self.names.get(plain_name(with_unit[1]))
            if named is not None and same_unit(with_unit[2], self.indicators[named].unit_ja):
                return named
        return found

    def is_item(self, text: str) -> bool:
        """Return whether a text names an indicator or an own item."""
        return self.indicator_of(text) is not None or own_item_name(text) is not None


def known_from(
    own: str,
    rows: Iterable[LabelledArea],
    indicators: Iterable[Indicator],
    published: Mapping[str, Mapping[int, float]],
    entered: tuple[tuple[OwnArea, ...], tuple[OwnItem, ...]],
) -> Known:
    """Return what entries of a municipality are checked against.

    Parameters
    ----------
    own : str
        Its code.
    rows : iterable of LabelledArea
        Every municipality.
    indicators : iterable of Indicator
        What may be entered.
    published : mapping of str to mapping of int to float
        Its observed figures by indicator and year.
    entered : tuple
        Its own areas and its own items.
    """
    own_names: frozenset[str] = frozenset()
    others: dict[str, str] = {}
    for row in rows:
        name, label = row["name_ja"], row["label_ja"]
        if row["area"] == own:
            own_names = frozenset({own, name, label, f"{row['prefecture_ja']}{name}"})
        else:
            others.update((each, label) for each in (row["area"], name, label))
    return Known(
        own_names=own_names,
        others=others,
        indicators={each.id: each for each in indicators},
        published=published,
        areas=entered[0],
        items=entered[1],
    )


def own_item_name(text: str) -> str | None:
    """Return the name of an own item where a text says that it is one."""
    # The characters of the name stay as they were written: only what stands before it is compared.
    found = _OWN_ITEM.match(text)
    name = " ".join(text[found.end() :].split())[:LONGEST_NAME] if found else ""
    return name or None
