"""Sets of comparators that a town has given a name."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec

from carecompare.errors import OwnDataError
from carecompare.own.keeping.records import LONGEST_NAME, Content, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence


MOST_SETS = 50
MOST_AREAS = 300
DIGITS = 6


class ComparatorSet(Content, frozen=True):
    """One set. ``id`` stands in links and is never given to another set, not on another visit either."""

    id: str
    name: str
    areas: tuple[str, ...]


class ComparatorSets(Content, frozen=True):
    """All sets of a town in the order they were made."""

    sets: tuple[ComparatorSet, ...] = ()


COMPARATOR_SETS = Kind("comparator_sets", ComparatorSets)


def comparator_set(sets: ComparatorSets, identifier: str) -> ComparatorSet | None:
    """Return the set of an id, or None."""
    return next((each for each in sets.sets if each.id == identifier), None)


def sets_with(sets: ComparatorSets, name: str, areas: Sequence[str], version: int) -> ComparatorSets:
    """Return the sets with one more, the last.

    Parameters
    ----------
    sets : ComparatorSets
        What there is.
    name : str
        Its name; another set must not have it.
    areas : sequence of str
        Codes of its municipalities, at most 300.
    version : int
        The version this will be saved as. With name and members it makes the id, so that a link to it never
        opens another visitor's set of the same version.

    Returns
    -------
    ComparatorSets
        To be saved.

    Raises
    ------
    OwnDataError
        If the name is empty or taken, the set is empty or too large, or there are 50 sets already.
    """
    if not areas:
        raise OwnDataError("own_set_empty")
    if len(areas) > MOST_AREAS:
        raise OwnDataError("own_set_too_large", expected=MOST_AREAS)
    if len(sets.sets) >= MOST_SETS:
        raise OwnDataError("own_sets_too_many", expected=MOST_SETS)
    free, members = _free_name(sets, name), tuple(dict.fromkeys(areas))
    digest = sha256(msgspec.json.encode((free, members))).hexdigest()[:DIGITS]
    return ComparatorSets(sets=(*sets.sets, ComparatorSet(f"s{version}-{digest}", free, members)))


def sets_renamed(sets: ComparatorSets, identifier: str, name: str) -> ComparatorSets:
    """Return the sets with one renamed.

    Raises
    ------
    OwnDataError
        If there is no such set, or the name is empty or another set's.
    """
    others = sets_without(sets, identifier)
    wanted = _free_name(others, name)
    renamed = tuple(
        msgspec.structs.replace(each, name=wanted) if each.id == identifier else each for each in sets.sets
    )
    return ComparatorSets(sets=renamed)


def sets_without(sets: ComparatorSets, identifier: str) -> ComparatorSets:
    """Return the sets without one.

    Raises
    ------
    OwnDataError
        If there is no such set.
    """
    if comparator_set(sets, identifier) is None:
        raise OwnDataError("own_set_unknown", found=identifier)
    return ComparatorSets(sets=tuple(each for each in sets.sets if each.id != identifier))


def _free_name(sets: ComparatorSets, name: str) -> str:
    wanted = " ".join(name.split())[:LONGEST_NAME]
    if not wanted:
        raise OwnDataError("own_set_nameless")
    if any(each.name == wanted for each in sets.sets):
        raise OwnDataError("own_set_name_taken", found=wanted)
    return wanted
