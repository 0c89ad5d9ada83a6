"""What the command ``compare`` writes: a town beside others as a file, without a server."""

from __future__ import annotations

from contextlib import closing
from itertools import chain
from typing import TYPE_CHECKING

from carecompare.commands.store_in_use import store_in_use
from carecompare.errors import SelectionError
from carecompare.reports import csv_of
from carecompare.tables import COMPARISON_COLUMNS
from carecompare.views.base.choice import SEPARATOR, Selection
from carecompare.views.base.here import page_of
from carecompare.views.base.installation import opened
from carecompare.views.base.kept import office_keeper
from carecompare.views.shapes.compared import all_compared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.paths import Paths
    from carecompare.views.base.here import Page

CSV = "csv"


def compared_file(paths: Paths, own: str, vs: str, chosen: Sequence[str], kind: str) -> bytes:
    """Return a comparison of all main indicators in their latest year.

    Parameters
    ----------
    paths : Paths
        The installation; its store is built where it is missing or stale.
    own : str
        Code of the own municipality.
    vs : str
        Set of comparators.
    chosen : sequence of str
        Codes, for the set ``free``.
    kind : str
        ``csv`` or one of `carecompare.views.files.compare.FILES`.

    Returns
    -------
    bytes
        The file.

    Raises
    ------
    SelectionError
        If a municipality does not exist, or nobody is in the set.
    CareCompareError
        If a definition or a table of figures is wrong.
    """
    loaded = opened(paths, store_in_use(paths).name)
    with closing(loaded.store):
        codes = tuple(code for code in chosen if code)
        for code in (own, *codes):
            if code not in loaded.municipalities:
                raise SelectionError("area_unknown", found=code)
        here = page_of(loaded, Selection(own=own, vs=vs, chosen=SEPARATOR.join(codes)), office_keeper())
        if not here.peers:
            raise SelectionError("nobody_to_compare", found=here.comparators_label)
        return comparison_csv(here) if kind == CSV else _drawn(here, kind)


def comparison_csv(here: Page) -> bytes:
    """Return COMPARISON rows of all main indicators as a CSV."""
    rows = chain.from_iterable(each.filed for each in all_compared(here))
    return csv_of(COMPARISON_COLUMNS, ([row[name] for name in COMPARISON_COLUMNS] for row in rows)).content  # type: ignore[literal-required] # the same names


def _drawn(here: Page, kind: str) -> bytes:
    # Only now: a CSV needs none of the libraries that draw.
    from carecompare.views.files.compare import FILES  # noqa: PLC0415

    return FILES[kind](here)
