"""From what is shown to what leaves the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.clock import today
from carecompare.exhibits import Exhibit, Grid

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.ui.blocks import Block
    from carecompare.ui.html import Table


def exhibit(block: Block, query: Mapping[str, str]) -> Exhibit:
    """Return a block as papers take it.

    Parameters
    ----------
    block : Block
        What is shown.
    query : mapping of str to str
        The choice it was made for.

    Returns
    -------
    Exhibit
        Without anything of the page around it.
    """
    return Exhibit(
        view=block.view,
        part=block.part,
        query=dict(query),
        made=today().isoformat(),
        title=block.finding or block.table.caption,
        subtitle=block.subtitle,
        grid=grid(block.table),
        source=block.source,
        notes=tuple(note for note in block.notes if note),
        indicators=block.indicators,
        plot=None if block.plot is None else block.plot(),
        picture=block.chart,
        what=block.what or block.subtitle,
        origins=block.origins,
    )


def grid(table: Table) -> Grid:
    """Return a table as papers take it."""
    return Grid(
        columns=tuple(table.columns),
        rows=tuple(tuple(row) for row in table.rows),
        numeric=tuple(sorted(table.numeric)),
        own_rows=tuple(sorted(table.own_rows)),
        own_columns=tuple(sorted(table.own_columns)),
        groups=dict(table.groups),
        caption=table.caption,
    )
