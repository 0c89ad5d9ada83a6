"""Screens that a town comes back to, under names of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.errors import OwnDataError
from carecompare.own.contents.members import Member, member, without
from carecompare.own.keeping.records import LONGEST_NAME, Content, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping


MOST_BOOKMARKS = 40


class Bookmark(Member, frozen=True):
    """A screen: its page, the choice as in its link, and its name."""

    name: str
    page: str
    query: dict[str, str]


class Bookmarks(Content, frozen=True):
    """All of a town, the latest first."""

    marks: tuple[Bookmark, ...] = ()


BOOKMARKS = Kind("bookmarks", Bookmarks)


def bookmarked(held: Bookmarks, name: str, page: str, query: Mapping[str, str], version: int) -> Bookmarks:
    """Return the bookmarks with one more, the first; one of the same name is replaced.

    Parameters
    ----------
    held : Bookmarks
        What there is.
    name : str
        As typed.
    page : str
        A key of the pages.
    query : mapping of str to str
        The choice.
    version : int
        The version this will be saved as; it makes an id that no other ever had.

    Raises
    ------
    OwnDataError
        If the name is empty, or there are too many.
    """
    short = " ".join(name.split())[:LONGEST_NAME]
    if not short:
        raise OwnDataError("own_bookmark_nameless")
    others = tuple(each for each in held.marks if each.name != short)
    if len(others) >= MOST_BOOKMARKS:
        raise OwnDataError("own_bookmarks_full", expected=MOST_BOOKMARKS)
    return Bookmarks((Bookmark(id=f"k{version}", name=short, page=page, query=dict(query)), *others))


def unbookmarked(held: Bookmarks, identifier: str) -> Bookmarks:
    """Return the bookmarks without one.

    Raises
    ------
    OwnDataError
        If it is not there.
    """
    return Bookmarks(without(held.marks, member(held.marks, identifier, "own_bookmark_unknown")))
