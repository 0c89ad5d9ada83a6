"""Persons by small area (block of a town), from the census that a town brings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from carecompare.errors import OwnDataError
from carecompare.own.uploads.mesh import columns_of, grid_of, persons_of

if TYPE_CHECKING:
    from collections.abc import Sequence


# Of the layout T001082.
KEY, LEVEL, NAME, PROCESSED, INTO = "KEY_CODE", "HYOSYO", "NAME", "HTKSYORI", "HTKSAKI"
FIGURES = {"population": "T001082001", "aged_65": "T001082019", "aged_75": "T001082020"}
# A block without parts, and a part of a block: together everybody once.
LOWEST = ("2", "4")
SUPPRESSED, HIDDEN, NOBODY = "2", "X", "-"
_HEADINGS = 2
_MUNICIPALITY, _BLOCK = 5, 9


def read_small_areas(content: bytes, file: str) -> pd.DataFrame:
    """Read a table T001082 of the census of 2020.

    Parameters
    ----------
    content : bytes
        CP932, two rows of headings: codes of the columns, their names.
    file : str
        Its name, for errors.

    Returns
    -------
    DataFrame
        ``key``, ``municipality``, ``name`` (of block and part), ``population``, ``aged_65``, ``aged_75``,
        ``group``: the lowest level alone. A suppressed area has no figures at all and is counted in another
        one: it is 0 here, and ``group`` is the key of the area that holds it; where the parts of a block go
        into the block itself, the block stands beside them. Shares are to be taken of groups.

    Raises
    ------
    OwnDataError
        If it is no such table, a column is missing, a cell is no number, or the area that holds a suppressed
        one is missing.
    """
    rows = grid_of(content, file)
    places = columns_of(rows, (KEY, LEVEL, NAME, PROCESSED, INTO, *FIGURES.values()), file)
    marks = {HIDDEN: 0.0, NOBODY: 0.0}
    figures = {
        name: persons_of([row[places[code]] for row in rows[_HEADINGS:]], file, code, marks)
        for name, code in FIGURES.items()
    }
    cells: dict[str, Sequence[str]] = {
        name: [row[places[name]].strip() for row in rows[_HEADINGS:]]
        for name in (KEY, LEVEL, NAME, PROCESSED, INTO)
    }
    listed = pd.DataFrame({**cells, **figures})
    lowest = listed[listed[LEVEL].isin(LOWEST)].reset_index(drop=True)
    holder = lowest[KEY].str[:_MUNICIPALITY] + lowest[INTO]
    hidden = lowest[PROCESSED] == SUPPRESSED
    group = lowest[KEY].where(~hidden, holder)
    outside = sorted(set(group) - set(lowest[KEY]))
    blocks = _blocks_of_hidden_parts(listed, lowest, outside, file)
    lowest = pd.concat([lowest, blocks], ignore_index=True)
    group = pd.concat([group, blocks[KEY]], ignore_index=True)
    return pd.DataFrame(
        {
            "key": lowest[KEY],
            "municipality": lowest[KEY].str[:_MUNICIPALITY],
            "name": lowest[NAME],
            **{name: lowest[name] for name in FIGURES},
            "group": group,
        }
    )


def _blocks_of_hidden_parts(
    listed: pd.DataFrame, lowest: pd.DataFrame, keys: Sequence[str], file: str
) -> pd.DataFrame:
    """Return the blocks that hold their suppressed parts: what they count beyond the parts that are shown."""
    blocks = listed[listed[KEY].isin(keys)].copy()
    lost = sorted(set(keys) - set(blocks[KEY]))
    if lost:
        raise OwnDataError("mesh_group_unknown", file=file, found=lost[0])
    shown = lowest.assign(block=lowest[KEY].str[:_BLOCK]).groupby("block")[list(FIGURES)].sum()
    for name in FIGURES:
        # Of no block at all pandas would map the keys to words.
        blocks[name] -= blocks[KEY].map(shown[name]).astype("float64").fillna(0.0)
    return blocks
