"""The very cells of a table of figures, to show which of them a figure stands in."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from carecompare.sources.former_ids import count_now, former_sources

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path


def figure_cells(
    folder: Path, source: str, year: int, areas: Collection[str]
) -> dict[str, Mapping[str, str]]:
    """Return the rows of some areas as they are written.

    Parameters
    ----------
    folder : Path
        ``data/figures``.
    source : str
        Id of the source.
    year : int
        Of the table.
    areas : collection of str
        Codes of municipalities, insurers, prefectures or the nation.

    Returns
    -------
    dict of str to mapping
        By area the cells by count; an area without a row is left out, and so is every area of a table that is
        not there.
    """
    names = [source, *former_sources(source)]
    path = next((held for each in names if (held := folder / each / f"{year}.csv").is_file()), None)
    if path is None:
        return {}
    with path.open(encoding="utf-8", newline="") as opened:
        columns = [count_now(each) for each in next(csv.reader(opened))]
        place = columns.index("area")
        # Of thousands of lines two or three are wanted: where the area is first, only these are taken apart.
        begins = tuple(f"{area}," for area in areas) if place == 0 else ("",)
        lines = csv.reader(line for line in opened if line.startswith(begins))
        return {
            cells[place]: dict(zip(columns, cells, strict=True)) for cells in lines if cells[place] in areas
        }
