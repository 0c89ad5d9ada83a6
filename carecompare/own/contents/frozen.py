"""Views that a town has frozen: the numbers as they were, and what they were made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from carecompare.errors import OwnDataError
from carecompare.exhibits import Exhibit
from carecompare.own.keeping.records import LONGEST_NAME, Content, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence


MOST_FROZEN = 100


class FrozenSource(Content, frozen=True):
    """A publication behind a view: its editions then, and the date of its latest figures."""

    id: str
    title: str
    editions: tuple[str, ...]
    as_of: str


class FrozenDefinition(Content, frozen=True):
    """How an indicator was made, in words."""

    id: str
    label: str
    text: str


class FrozenView(Content, frozen=True):
    """One view with everything that was shown. It is written once and never changed."""

    exhibit: Exhibit
    sources: tuple[FrozenSource, ...] = ()
    definitions: tuple[FrozenDefinition, ...] = ()


class FrozenEntry(Content, frozen=True):
    """One line of the list. ``id`` stands in links and is the part of `FROZEN_VIEW` that holds the view."""

    id: str
    name: str
    made: str


class FrozenViews(Content, frozen=True):
    """The list, the latest first."""

    entries: tuple[FrozenEntry, ...] = ()


# The list is small and changes; the views are large and do not, each in a file of its own.
FROZEN = Kind("frozen", FrozenViews)
FROZEN_VIEW = Kind("frozen_view", FrozenView)


def frozen_view(
    exhibit: Exhibit, sources: Sequence[FrozenSource], definitions: Sequence[FrozenDefinition]
) -> FrozenView:
    """Return a view as it is kept, its picture in the plain values that a file gives back."""
    picture = msgspec.json.decode(msgspec.json.encode(exhibit.picture))
    return FrozenView(
        exhibit=msgspec.structs.replace(exhibit, picture=picture),
        sources=tuple(sources),
        definitions=tuple(definitions),
    )


def frozen_with(views: FrozenViews, entry: FrozenEntry) -> FrozenViews:
    """Return the list with one more, the first.

    Raises
    ------
    OwnDataError
        If there are 100 already.
    """
    if len(views.entries) >= MOST_FROZEN:
        raise OwnDataError("own_frozen_full", expected=MOST_FROZEN)
    named = msgspec.structs.replace(entry, name=_name(entry.name) or entry.made)
    return FrozenViews(entries=(named, *views.entries))


def frozen_without(views: FrozenViews, identifier: str) -> FrozenViews:
    """Return the list without one.

    Raises
    ------
    OwnDataError
        If it is not there.
    """
    _found(views, identifier)
    return FrozenViews(entries=tuple(each for each in views.entries if each.id != identifier))


def frozen_renamed(views: FrozenViews, identifier: str, name: str) -> FrozenViews:
    """Return the list with one under another name; an empty one becomes the date.

    Raises
    ------
    OwnDataError
        If it is not there.
    """
    _found(views, identifier)
    return FrozenViews(
        entries=tuple(
            msgspec.structs.replace(each, name=_name(name) or each.made) if each.id == identifier else each
            for each in views.entries
        )
    )


def frozen_entry(views: FrozenViews, identifier: str) -> FrozenEntry | None:
    """Return the line of an id, or None."""
    return next((each for each in views.entries if each.id == identifier), None)


def _found(views: FrozenViews, identifier: str) -> FrozenEntry:
    entry = frozen_entry(views, identifier)
    if entry is None:
        raise OwnDataError("own_frozen_unknown", found=identifier)
    return entry


def _name(name: str) -> str:
    return " ".join(name.split())[:LONGEST_NAME]
