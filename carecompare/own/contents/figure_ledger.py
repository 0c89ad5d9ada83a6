"""The ledger of a book of figures: every number that stood in it, each version of the book one of these."""

from __future__ import annotations

from carecompare.limits import Number
from carecompare.own.keeping.records import Content, Kind


class LedgerCell(Content, frozen=True, omit_defaults=True):
    """One number. ``value`` is as stored, with all its digits; None where the cell holds several numbers.

    ``is_own`` says that it belongs to the own municipality.
    """

    row: str
    column: str
    text: str
    value: Number | None = None
    unit: str = ""
    is_own: bool = False


class LedgerFigure(Content, frozen=True):
    """The numbers of one figure.

    Parameters
    ----------
    id : str
        Of the figure in the book.
    number, title : str
        As they stood over it, such as 1-2.
    source : str
        Publications with publisher and dates.
    as_of : str
        Of when the figures are.
    cells : tuple of LedgerCell
        In the order of the table.
    """

    id: str
    number: str
    title: str
    source: str
    as_of: str
    cells: tuple[LedgerCell, ...]


class FigureLedger(Content, frozen=True):
    """Every number of one version of the book; ``made`` is its day, ``name`` what the town calls it."""

    figures: tuple[LedgerFigure, ...] = ()
    name: str = ""
    made: str = ""


FIGURE_LEDGER = Kind("figure_ledger", FigureLedger)
