"""Initiatives a town enters: its own, and those it has found elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from carecompare.errors import OwnDataError
from carecompare.limits import YearIfAny
from carecompare.own.keeping.records import Content, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


Evidence = Literal["own", "page", "title", "unconfirmed"]
OWN: Literal["own"] = "own"
PAGE: Literal["page"] = "page"
TITLE: Literal["title"] = "title"
UNCONFIRMED: Literal["unconfirmed"] = "unconfirmed"
# What one may know of an initiative found elsewhere, the firmest first.
FOUND: tuple[Evidence, ...] = (PAGE, TITLE, UNCONFIRMED)
EVIDENCES: tuple[Evidence, ...] = (OWN, *FOUND)
MOST_INITIATIVES = 500


class Initiative(Content, frozen=True):
    """One initiative.

    ``area`` is the code of its municipality; ``since`` a year, or 0 where it is not known; ``contact`` a post
    or section, not a person. ``id`` stands in links and is never given to another one.
    """

    id: str
    area: str
    title: str
    types: tuple[str, ...]
    fields: tuple[str, ...]
    evidence: Evidence
    since: YearIfAny = 0
    implementers: str = ""
    funding: str = ""
    effects: str = ""
    source: str = ""
    contact: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Return what no two initiatives share."""
        return self.area, self.title


class Initiatives(Content, frozen=True):
    """All of a town, in the order they were entered."""

    initiatives: tuple[Initiative, ...] = ()


INITIATIVES = Kind("initiatives", Initiatives)


def initiative(kept: Initiatives, identifier: str) -> Initiative | None:
    """Return the initiative of an id, or None."""
    return next((each for each in kept.initiatives if each.id == identifier), None)


def initiatives_with(kept: Initiatives, entry: Initiative, version: int) -> Initiatives:
    """Return the initiatives with one more, or with one changed.

    Parameters
    ----------
    kept : Initiatives
        What there is.
    entry : Initiative
        With the id of the one it takes the place of, or with an empty one.
    version : int
        The version this will be saved as; it makes the id of a new one.

    Returns
    -------
    Initiatives
        To be saved.

    Raises
    ------
    OwnDataError
        If another one of the same municipality has this title, or there are 500 already.
    """
    others = [each for each in kept.initiatives if each.id != entry.id]
    if any(each.key == entry.key for each in others):
        raise OwnDataError("own_initiative_twice", found=entry.title)
    if len(others) < len(kept.initiatives):
        changed = (entry if each.id == entry.id else each for each in kept.initiatives)
        return Initiatives(tuple(changed))
    return Initiatives((*kept.initiatives, *_numbered([entry], version, len(kept.initiatives))))


def initiatives_without(kept: Initiatives, identifier: str) -> Initiatives:
    """Return the initiatives without one.

    Raises
    ------
    OwnDataError
        If there is no such one.
    """
    if initiative(kept, identifier) is None:
        raise OwnDataError("own_initiative_unknown", found=identifier)
    return Initiatives(tuple(each for each in kept.initiatives if each.id != identifier))


def initiatives_from(
    kept: Initiatives, entries: Sequence[Initiative], version: int, *, replace: bool
) -> Initiatives:
    """Return the initiatives with those of a table.

    Parameters
    ----------
    kept : Initiatives
        What there is.
    entries : sequence of Initiative
        From `read_initiatives`; one of the same municipality and title takes the place and id of the one
        there is.
    version : int
        The version this will be saved as.
    replace : bool
        Whether those that the table does not name are left out.

    Returns
    -------
    Initiatives
        To be saved.

    Raises
    ------
    OwnDataError
        If they are more than 500.
    """
    known = {each.key: each.id for each in kept.initiatives}
    taken = [msgspec.structs.replace(each, id=known.get(each.key, "")) for each in entries]
    if replace:
        return Initiatives(tuple(_numbered(taken, version, 0)))
    # What was there keeps its place; what is new comes after it.
    changed = {each.key: each for each in taken if each.id}
    stay = [changed.get(each.key, each) for each in kept.initiatives]
    return Initiatives((*stay, *_numbered([each for each in taken if not each.id], version, len(stay))))


def _numbered(entries: Iterable[Initiative], version: int, before: int) -> list[Initiative]:
    named = [
        each if each.id else msgspec.structs.replace(each, id=f"r{version}-{number}")
        for number, each in enumerate(entries, 1)
    ]
    if before + len(named) > MOST_INITIATIVES:
        raise OwnDataError("own_initiatives_too_many", found=before + len(named), expected=MOST_INITIATIVES)
    return named


def firmest(evidences: Iterable[str]) -> str:
    """Return the firmest of some evidences, or an empty text where there is none."""
    given = set(evidences)
    return next((each for each in EVIDENCES if each in given), "")
