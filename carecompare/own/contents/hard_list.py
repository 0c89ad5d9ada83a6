"""The list of blocks that services hardly reach: the criteria a town set, and what it remarks on blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.own.keeping.records import Content, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence


LONGEST_REMARK = 200


class BlockRemark(Content, frozen=True):
    """What the town knows of a block: snow, buses, offices' areas of operation, anything else."""

    town: str
    ward: str = ""
    snow: str = ""
    bus: str = ""
    operation: str = ""
    other: str = ""

    @property
    def is_empty(self) -> bool:
        """Return whether nothing was written."""
        return not (self.snow or self.bus or self.operation or self.other)


class HardList(Content, frozen=True):
    """Criteria, empty ones for the usual, and remarks.

    ``services`` are numbers of services, ``minutes`` the longest way, ``speed`` how one goes. ``rule`` says
    whether one service is enough (empty) or all must be hard to reach, ``sea`` whether a block whose nearest
    office lies over the sea belongs to the list (empty) or only by its minutes.
    """

    services: tuple[str, ...] = ()
    minutes: str = ""
    speed: str = ""
    rule: str = ""
    sea: str = ""
    remarks: tuple[BlockRemark, ...] = ()


HARD_LIST = Kind("hard_list", HardList)


def cleaned_remarks(remarks: Sequence[BlockRemark]) -> tuple[BlockRemark, ...]:
    """Return the remarks in which something is written, without outer blanks and not too long."""

    def short(text: str) -> str:
        return " ".join(text.split())[:LONGEST_REMARK]

    kept = (
        BlockRemark(
            each.town, each.ward, short(each.snow), short(each.bus), short(each.operation), short(each.other)
        )
        for each in remarks
    )
    return tuple(each for each in kept if not each.is_empty)
