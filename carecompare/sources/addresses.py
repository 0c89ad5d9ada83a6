"""Find offices whose address names another municipality than their code."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from carecompare.sources.cells import narrow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    import pandas as pd

    from carecompare.sources.places import Places

_CITY = "2"  # third digit of the code of a city that is not designated
_LONGEST_COUNTY = 5


def elsewhere(
    addresses: pd.Series[str], municipalities: pd.Series[str], places: Places, words: Mapping[str, Any]
) -> Iterator[tuple[int, str]]:
    """Yield each office whose address begins with the name of another municipality.

    Parameters
    ----------
    addresses : Series of str
        As written, with or without prefecture and county; the index is the row in the file.
    municipalities : Series of str
        The municipality each office is coded to; empty ones are passed over.
    places : Places
        Names of municipalities and prefectures.
    words : mapping
        ``same_characters`` and ``county_mark`` of the layout.

    Yields
    ------
    tuple of int and str
        Row and the code of the municipality the address names; the prefecture's two digits where it names
        another prefecture but no municipality of it.

    Notes
    -----
    Without a prefecture in front only the names of cities count: many quarters are called like a town.
    """
    names = spelled_names(places, words)
    prefecture_of = dict(places.prefectures)
    codes_of: dict[str, dict[str, str]] = {}
    for code, name in names.items():
        codes_of.setdefault(prefecture_of[code], {})[name] = code
    longest_first = sorted({len(each) for each in codes_of}, reverse=True)
    cells = (each.to_numpy(dtype=object) for each in (municipalities, addresses))
    for row, code, address in zip(addresses.index, *cells, strict=True):
        if not code:
            continue
        own = prefecture_of[code]
        # Nearly every address is written plainly and in full.
        if address.startswith(own + names[code]):
            continue
        text = spelled(address, words)
        if text.startswith((own + names[code], names[code])):
            continue
        named = next((text[:length] for length in longest_first if text[:length] in codes_of), "")
        rest = text.removeprefix(named).lstrip()
        county, mark, town = rest[: _LONGEST_COUNTY + 1].partition(words["county_mark"])
        after_county = town + rest[_LONGEST_COUNTY + 1 :] if county and mark else ""
        if rest.startswith(names[code]) or after_county.startswith(names[code]):
            if named and named != own:
                yield int(row), next(iter(codes_of[named].values()))[:2]
            continue
        candidates = codes_of[named or own]
        found = [
            other
            for name, other in candidates.items()
            if (named or other[2] == _CITY)
            and (rest.startswith(name) or (after_county and after_county.startswith(name)))
        ]
        if found:
            yield int(row), max(found, key=lambda other: len(names[other]))
        elif named and named != own:
            yield int(row), next(iter(candidates.values()))[:2]


def spelled_names(places: Places, words: Mapping[str, Any]) -> Mapping[str, str]:
    """Return the name of each municipality of today as `spelled` has it: the same for file after file."""
    return _spelled_names(tuple(places.names.items()), tuple(words["same_characters"].items()))


@lru_cache(maxsize=2)
def _spelled_names(
    names: tuple[tuple[str, str], ...], same: tuple[tuple[str, str], ...]
) -> Mapping[str, str]:
    words = {"same_characters": dict(same)}
    return {code: spelled(name, words) for code, name in names}


def spelled(text: str, words: Mapping[str, Any]) -> str:
    """Return the text narrowed, with one character for those that are written in two ways."""
    narrowed = narrow(text)
    for one, other in words["same_characters"].items():
        narrowed = narrowed.replace(one, other)
    return narrowed
