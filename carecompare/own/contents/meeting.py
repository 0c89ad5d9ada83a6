"""The views a town has put together for a meeting: in order, with titles of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from carecompare.errors import OwnDataError
from carecompare.exhibits import Exhibit, is_same_view
from carecompare.own.contents.members import Member, member, moved, with_changes, without
from carecompare.own.keeping.records import Content, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence


MOST_ITEMS = 60
LONGEST_TITLE = 200


class MeetingItem(Member, frozen=True):
    """One view. ``id`` stands in links; ``exhibit`` is what it showed when it was put here.

    An empty ``title`` stands for the finding, which follows the figures.
    """

    exhibit: Exhibit
    title: str = ""


class Meeting(Content, frozen=True):
    """The papers of a meeting in their order."""

    items: tuple[MeetingItem, ...] = ()
    title: str = ""


MEETING = Kind("meeting", Meeting)


def meeting_places(meeting: Meeting, exhibit: Exhibit) -> list[int]:
    """Return the places, from 1, at which a view stands with the same part and choice."""
    return [place for place, each in enumerate(meeting.items, 1) if is_same_view(each.exhibit, exhibit)]


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
    return msgspec.structs.replace(meeting, items=without(meeting.items, _found(meeting, identifier)))


def meeting_emptied(meeting: Meeting) -> Meeting:
    """Return the papers without any view; the name of the meeting stays."""
    return msgspec.structs.replace(meeting, items=())


def meeting_moved(meeting: Meeting, identifier: str, steps: int) -> Meeting:
    """Return the papers with one view moved towards the end by so many places, or towards the start.

    Raises
    ------
    OwnDataError
        If it is not there.
    """
    return msgspec.structs.replace(meeting, items=moved(meeting.items, _found(meeting, identifier), steps))


def meeting_titled(meeting: Meeting, identifier: str, title: str) -> Meeting:
    """Return the papers with the title of one view changed; an empty one is the finding again.

    Raises
    ------
    OwnDataError
        If it is not there.
    """
    _found(meeting, identifier)
    wanted = " ".join(title.split())[:LONGEST_TITLE]
    return msgspec.structs.replace(meeting, items=with_changes(meeting.items, identifier, title=wanted))


def meeting_renewed(meeting: Meeting, exhibits: dict[str, Exhibit]) -> Meeting:
    """Return the papers with what the views show now, by the ids of the items.

    Raises
    ------
    OwnDataError
        If one is not there.
    """
    items = meeting.items
    for identifier, exhibit in exhibits.items():
        _found(meeting, identifier)
        items = with_changes(items, identifier, exhibit=msgspec.structs.replace(exhibit, picture=None))
    return msgspec.structs.replace(meeting, items=items)


def _found(meeting: Meeting, identifier: str) -> MeetingItem:
    return member(meeting.items, identifier, "own_meeting_unknown")
