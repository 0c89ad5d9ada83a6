"""Which insurer each municipality belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.store import insurer_members

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.ui.frame import Page


def insurer_codes(here: Page) -> Mapping[str, str]:
    """Return the code of the insurer of every municipality that has one known."""
    return here.shared("insurers", lambda: _codes(here))


def _codes(here: Page) -> Mapping[str, str]:
    members = insurer_members(here.store).dropna(subset=["insurer"])
    return dict(zip(members["municipality"], members["insurer"], strict=True))
