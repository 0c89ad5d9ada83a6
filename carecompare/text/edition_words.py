"""What an edition of a publication is called."""

from __future__ import annotations

from carecompare.text.format import era

PROJECTION = "{era}推計"
BASED = "{year}年を基準とする推計"
BETWEEN = "・"


def projection(edition: str) -> str:
    """Return what an edition of the projections is called.

    Parameters
    ----------
    edition : str
        Month of publication, as ``2023-12``, or the year of the census it starts from where that is not known.

    Returns
    -------
    str
        For example ``令和5年推計``.
    """
    year, _, month = edition.partition("-")
    return PROJECTION.format(era=era(int(year))) if month else BASED.format(year=year)
