"""Blocks that hold what one visitor's town keeps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page


def of_visitor(here: Page, view: str, make: Callable[[], Block]) -> Block:
    """Return a block of what the town keeps: it is nobody else's, and forgotten with the page."""
    return here.cached("visitor", ("view", view), lambda: replace(make(), view=view))
