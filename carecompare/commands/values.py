"""What the command ``values`` writes: a row per area and year of one indicator."""

from __future__ import annotations

import csv
import json
from contextlib import closing
from io import StringIO
from operator import itemgetter
from typing import TYPE_CHECKING, Literal

from carecompare.commands.store_in_use import store_in_use
from carecompare.errors import SelectionError
from carecompare.store import areas, is_indicator, open_store, values_over_years
from carecompare.tables import VALUES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.paths import Paths
    from carecompare.rows import ValueRow

IN_ORDER = itemgetter(*VALUES.columns)


def values(paths: Paths, indicator: str, codes: Sequence[str], year: int | None) -> list[ValueRow]:
    """Return the figures of an indicator.

    Parameters
    ----------
    paths : Paths
        The installation; its store is built where it is missing or stale.
    indicator : str
        Id in the catalogue.
    codes : sequence of str
        Areas; all where none is named.
    year : int, optional
        All years when not given.

    Returns
    -------
    list of ValueRow
        VALUES, by area and year.

    Raises
    ------
    SelectionError
        If the indicator or an area is unknown.
    """
    with closing(open_store(store_in_use(paths))) as store:
        if not is_indicator(store, indicator):
            raise SelectionError("indicator_unknown", found=indicator)
        known = {each["area"] for each in areas(store)} if codes else set()
        for code in codes:
            if code not in known:
                raise SelectionError("area_unknown", found=code)
        rows = values_over_years(store, [indicator], codes)
    return [row for row in rows if year is None or row["year"] == year]


def written(rows: Sequence[ValueRow], kind: Literal["csv", "json"]) -> str:
    """Return rows as a CSV, or as a JSON list with a record per row; what is missing is empty, or null."""
    # A NaN alone is not itself.
    cells = ([cell if cell == cell else None for cell in row] for row in map(IN_ORDER, rows))  # noqa: PLR0124
    if kind == "json":
        records = [dict(zip(VALUES.columns, row, strict=True)) for row in cells]
        return json.dumps(records, ensure_ascii=False, separators=(",", ":"))
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(VALUES.columns)
    writer.writerows(cells)
    return text.getvalue().rstrip("\n")
