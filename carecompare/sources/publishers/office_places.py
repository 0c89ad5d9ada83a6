"""Places of offices: one house may hold several designations, each with a row of its own in the lists."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.sources.cells import narrowed
from carecompare.sources.manifest import Origin
from carecompare.tables import OBSERVED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from typing import Any

    from carecompare.catalog import Catalog, Count

CARE_OFFICES = "care_offices"
# As long as names of prefecture, county and city together are at most; a quarter may be called like the city.
_LONGEST_PREFIX = 14
_KEY_BYTES = 4


def counted_by_place(catalog: Catalog) -> Iterator[tuple[Count, list[str]]]:
    """Yield the counts of places with the services whose offices they count, the usual one first."""
    for count in catalog.counts.values():
        if count.places_of:
            yield count, [catalog.counts[each].read[CARE_OFFICES] for each in count.places_of]


def place_keys(
    listed: pd.DataFrame, numbers: pd.Series[str], words: Mapping[str, Any]
) -> pd.Series[str] | None:
    """Return a short key of each office's address, however it is spelled.

    Parameters
    ----------
    listed : DataFrame
        The cells as written, by name of column.
    numbers : Series of str
        Of the offices: an office without an address is a place of its own.
    words : mapping
        Of the layout: ``address``, the names of prefecture and municipality before it, ``address_spelling``.

    Returns
    -------
    Series of str or None
        Eight hexadecimal digits: the address itself is not kept. None where the list has no addresses.
    """
    column, *before = (words[name] for name in ("address", "prefecture_name", "municipality_name"))
    if column not in listed.columns:
        return None
    spelling = words["address_spelling"]
    prefixes = [narrowed(listed[name]) for name in before if name in listed.columns]
    text = narrowed(listed[column]).str.replace(r"\s", "", regex=True)
    for names in prefixes:
        cells = (each.to_numpy(dtype=object) for each in (text, names))
        text = pd.Series(list(map(_after, *cells)), text.index, dtype="str")
    digits = {each: str(place) for place, each in enumerate(spelling["digits"], 1)}
    text = text.str.replace(spelling["quarter"], lambda found: digits[found[0]], regex=True)
    text = text.str.replace(spelling["joint"], "-", regex=True).str.strip("-")
    return text.mask(text == "", numbers).map(_short)


def place_columns(
    offices: pd.DataFrame, catalog: Catalog, origins: Mapping[tuple[str, int], Origin], areas: Collection[str]
) -> Iterator[tuple[tuple[str, int], pd.DataFrame, Origin]]:
    """Yield the number of places of each municipality, where every office is known by its place.

    Parameters
    ----------
    offices : DataFrame
        OFFICES.
    catalog : Catalog
        Which counts are made so.
    origins : mapping
        Where the counts of offices came from, by count and year.
    areas : collection of str
        The municipalities.

    Yields
    ------
    tuple of (str, int), DataFrame and Origin
        Count and year, ``area``, ``value`` and ``status``, and the files it is made of.
    """
    for count, services in counted_by_place(catalog):
        held = [[key for key in origins if key[0] == each] for each in count.places_of]
        newest = [max(keys) for keys in held if keys]
        rows = offices[offices["service"].isin(services) & offices["municipality"].notna()]
        if len(newest) < len(services) or not len(rows) or rows["place"].isna().any():
            continue
        of_town = one_of_each_place(rows, services)["municipality"].value_counts()
        listed = sorted(areas)
        value = of_town.reindex(listed, fill_value=0).to_numpy(dtype=float)
        column = pd.DataFrame({"area": listed, "value": value, "status": OBSERVED})
        year = max(key[1] for key in newest)
        yield (count.id, year), column, _together([origins[key] for key in newest])


def one_of_each_place(offices: pd.DataFrame, services: Sequence[str]) -> pd.DataFrame:
    """Return offices of several services, one for each place.

    Parameters
    ----------
    offices : DataFrame
        Columns of OFFICES, with ``service``, ``municipality``, ``office`` and ``place``.
    services : sequence of str
        The usual one first.

    Returns
    -------
    DataFrame
        One number counts once, at its address in the first of the services; of those left, one address once.
        Offices of which no place is known stay as they are.
    """
    rows = offices[offices["service"].isin(services)]
    ordered = rows.assign(order=rows["service"].map(list(services).index)).sort_values(["order", "place"])
    unknown = ordered["place"].isna()
    first = ordered[~unknown].drop_duplicates(["municipality", "office"])
    once = first.drop_duplicates(["municipality", "place"])
    return pd.concat([once, ordered[unknown]])[list(offices.columns)]


def _together(origins: list[Origin]) -> Origin:
    """Return the origin of what is made of several files: the latest date, every edition and every file."""
    latest = max(origins, key=lambda of: (of.as_of, of.imported))
    files, checksums = "+".join(of.file for of in origins), "+".join(of.file_sha256 for of in origins)
    editions = "+".join(sorted({of.edition for of in origins}))
    return Origin(latest.as_of, files, checksums, editions, latest.imported, OBSERVED)


def _after(address: str, name: str) -> str:
    start = address.find(name, 0, _LONGEST_PREFIX + len(name)) if name else -1
    return address[start + len(name) :] if start >= 0 else address


def _short(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=_KEY_BYTES).hexdigest()
