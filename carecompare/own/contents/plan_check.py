"""What a town writes of each item that the draft guideline of the plan asks to be looked at."""

from __future__ import annotations

from typing import Literal

from carecompare.own.contents.lines import LineSheet, SheetLine
from carecompare.own.keeping.records import Kind

CheckState = Literal["", "done", "partly", "problem", "open"]


class CheckLine(SheetLine, frozen=True):
    """What stands of one item.

    ``place`` is where it stands in the town's plan and from which data, ``instead`` what serves in place of
    what is missing.
    """

    state: CheckState = ""
    place: str = ""
    instead: str = ""


class PlanCheck(LineSheet[CheckLine], frozen=True):
    """The items of which something was written."""

    def blank(self, identifier: str) -> CheckLine:
        """Return an item of which nothing was written."""
        return CheckLine(identifier)


# One sheet per period of the plan: PLAN_CHECK.of("10").
PLAN_CHECK = Kind("plan_check", PlanCheck)
