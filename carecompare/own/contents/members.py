"""What stands in an order of the town's own: found by its id, taken out, moved, changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from carecompare.errors import OwnDataError
from carecompare.own.keeping.records import Content

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.errors.own_problems import OwnDataProblem


class Member(Content, frozen=True):
    """One of them; no other ever had its ``id``."""

    id: str


M = TypeVar("M", bound=Member)


def member(members: Sequence[M], identifier: str, unknown: OwnDataProblem) -> M:
    """Return the member of an id.

    Raises
    ------
    OwnDataError
        If it is not there; ``unknown`` says which sentence tells so.
    """
    found = next((each for each in members if each.id == identifier), None)
    if found is None:
        raise OwnDataError(unknown, found=identifier)
    return found


def without(members: Sequence[M], gone: M) -> tuple[M, ...]:
    """Return the members without one."""
    return tuple(each for each in members if each.id != gone.id)


def moved(members: Sequence[M], moving: M, steps: int) -> tuple[M, ...]:
    """Return the members with one moved towards the end by so many places, or towards the start."""
    others = without(members, moving)
    place = min(max(list(members).index(moving) + steps, 0), len(others))
    return (*others[:place], moving, *others[place:])


def with_changes(members: Sequence[M], identifier: str, **changes: Any) -> tuple[M, ...]:  # noqa: ANN401
    """Return the members with fields of one changed."""
    return tuple(
        msgspec.structs.replace(each, **changes) if each.id == identifier else each for each in members
    )
