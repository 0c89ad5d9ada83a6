"""The views a town has put together for a meeting: in order, with titles of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from carecompare.errors import OwnDataError
from carecompare.exhibits import Exhibit
from carecompare.own.keeping.records import Content, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence


MOST_ITEMS = 60
LONGEST_TITLE = 200


class MeetingItem(Content, frozen=True):
    """One view. ``id`` stands in links; ``exhibit`` is what it showed when it was put here.

    An empty ``title`` stands for the finding, which follows the figures.
    """

    id: str
    exhibit: Exhibit
    title: str = ""


class Meeting(Content, frozen=True):
    """The papers of a meeting in their order."""

    items: tuple[MeetingItem, ...] = ()
    title: str = ""


MEETING = Kind("meeting", Meeting)


def meeting_item(meeting: Meeting, identifier: str) -> MeetingItem | None:
    """Return the item of an id, or None."""
    return next((each for each in meeting.items if each.id == identifier), None)


def meeting_with(meeting: Meeting, exhibits: Sequence[Exhibit], version: int) -> Meeting:
    """Return the papers with further views at the end.

    Parameters
    ----------
    meeting : Meeting
        What there is.
    exhibits : sequence of Exhibit
        What is put there; their pictures are left out, for they are drawn anew.
    version : int
        The version this will be saved as; it makes ids that no other item ever had.

    Returns
    -------
    Meeting
        To be saved.

    Raises
    ------
    OwnDataError
        If there are 60 items already.
    """
    if len(meeting.items) + len(exhibits) > MOST_ITEMS:
        raise OwnDataError("own_meeting_full", expected=MOST_ITEMS)
    added = (
        MeetingItem(id=f"m{version}_{place}", exhibit=msgspec.structs.replace(each, picture=None))
        for place, each in enumerate(exhibits, 1)
    )
    return msgspec.structs.replace(meeting, items=(*meeting.items, *added))


def meeting_without(meeting: Meeting, identifier: str) -> Meeting:
    """Return the papers without one view.

    Raises
    ------
    OwnDataError
        If it is not there.
    """
    _found(meeting, identifier)
    kept = tuple(each for each in meeting.items if each.id != identifier)
    return msgspec.structs.replace(meeting, items=kept)


def meeting_moved(meeting: Meeting, identifier: str, steps: int) -> Meeting:
    """Return the papers with one view moved towards the end by so many places, or towards the start.

    Raises
    ------
    OwnDataError
        If it is not there.
    """
    item = _found(meeting, identifier)
    others = [each for each in meeting.items if each.id != identifier]
    place = min(max(meeting.items.index(item) + steps, 0), len(others))
    return msgspec.structs.replace(meeting, items=(*others[:place], item, *others[place:]))


def meeting_titled(meeting: Meeting, identifier: str, title: str) -> Meeting:
    """Return the papers with the title of one view changed; an empty one is the finding again.

    Raises
    ------
    OwnDataError
        If it is not there.
    """
    _found(meeting, identifier)
    wanted = " ".join(title.split())[:LONGEST_TITLE]
    items = tuple(
        msgspec.structs.replace(each, title=wanted) if each.id == identifier else each
        for each in meeting.items
    )
    return msgspec.structs.replace(meeting, items=items)


def meeting_renewed(meeting: Meeting, exhibits: dict[str, Exhibit]) -> Meeting:
    """Return the papers with what the views show now, by the ids of the items.

    Raises
    ------
    OwnDataError
        If one is not there.
    """
    for identifier in exhibits:
        _found(meeting, identifier)
    items = tuple(
        msgspec.structs.replace(each, exhibit=msgspec.structs.replace(exhibits[each.id], picture=None))
        if each.id in exhibits
        else each
        for each in meeting.items
    )
    return msgspec.structs.replace(meeting, items=items)


def _found(meeting: Meeting, identifier: str) -> MeetingItem:
    item = meeting_item(meeting, identifier)
    if item is None:
        raise OwnDataError("own_meeting_unknown", found=identifier)
    return item
