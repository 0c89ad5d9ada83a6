"""The districts that a town and its peers have declared, and what they are checked against."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carecompare.comparisons.access.district_figures import districts_of_points
from carecompare.errors import OwnDataError
from carecompare.own.contents.districts import DISTRICTS, Block, Districts
from carecompare.own.uploads.district_table import Blocks
from carecompare.views.topics.reach.new_office import around
from carecompare.views.topics.reach.ways import points

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from carecompare.own import Kept
    from carecompare.views.base.here import Page


def kept_districts(here: Page) -> tuple[Districts, int]:
    """Return what the own town has declared, and its version; nothing and 0 where it has not."""
    kept: Kept[Districts] | None = here.kept(DISTRICTS)
    return (kept.content, kept.version) if kept else (Districts(), 0)


def is_declared(districts: Districts) -> bool:
    """Return whether there is a block in a district: bridges alone are no districts."""
    return any(each.blocks for each in districts.districts)


def blocks_of(points_of_town: pd.DataFrame) -> tuple[Block, ...]:
    """Return each block of points once, in their order."""
    return tuple(dict.fromkeys(map(Block, points_of_town["town"], points_of_town["ward"])))


def town_blocks(here: Page) -> Blocks:
    """Return the blocks of the own town."""

    def read() -> Blocks:
        listed = blocks_of(points(here))
        return Blocks(here.own, listed, {each.ward: each.ward for each in listed if each.ward})

    return here.cached("everybody", ("reach blocks", here.own), read)


def blocks_and_beside(here: Page) -> Blocks:
    """Return the blocks of the own town, and whose the names around it are: for a file."""
    beside = around(here)
    others = beside[beside["municipality"] != here.own]
    elsewhere = {
        str(town): here.label(str(code))
        for town, code in zip(others["town"], others["municipality"], strict=True)
    }
    return replace(town_blocks(here), elsewhere=elsewhere)


def of_points(points_of_town: pd.DataFrame, districts: Districts) -> NDArray[np.str_]:
    """Return the district of each point, empty where its block is in none."""
    names = {(block.ward, block.town): name for block, name in districts.of_block.items()}
    return districts_of_points(points_of_town, names)


def declared_peers(here: Page) -> tuple[Mapping[str, Districts], tuple[str, ...]]:
    """Return the districts of peers that declared them where this visitor's own things are kept.

    Returns
    -------
    tuple of mapping of str to Districts and tuple of str
        By code; and whose file cannot be read. On an office's server all towns of it; on a public one those
        that this visitor declared in this visit.
    """
    return here.cached("visitor", "reach peers' districts", lambda: _declared(here))


def _declared(here: Page) -> tuple[dict[str, Districts], tuple[str, ...]]:
    found, damaged = {}, []
    for code in here.peers:
        if code == here.own or DISTRICTS.folder not in here.keeper.folders(code):
            continue
        try:
            kept = here.keeper.kept(code, DISTRICTS)
        except OwnDataError:
            damaged.append(code)
            continue
        if kept is not None and is_declared(kept.content):
            found[code] = kept.content
    return found, tuple(damaged)
