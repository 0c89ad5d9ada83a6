"""Who a municipality is compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.errors import SelectionError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

COMPARATORS = ("exemplars", "prefecture", "free")


def comparator_codes(
    comparators: str, own: str, areas: pd.DataFrame, exemplars: Sequence[str], chosen: Sequence[str] = ()
) -> tuple[str, ...]:
    """Return the municipalities of a set, without the own one.

    Parameters
    ----------
    comparators : str
        One of `COMPARATORS`.
    own : str
        Code of the own municipality, or empty.
    areas : DataFrame
        From `labelled_areas`.
    exemplars : sequence of str
        Codes of the ten cases' municipalities, in the document's order.
    chosen : sequence of str
        The user's own choice, for ``free``.

    Returns
    -------
    tuple of str
        Codes.

    Raises
    ------
    SelectionError
        If there is no such set.
    """
    if comparators == "exemplars":
        members: Sequence[str] = exemplars
    elif comparators == "free":
        members = chosen
    elif comparators == "prefecture":
        inside = (areas["level"] == "municipality") & (areas["prefecture"] == own[:2])
        members = areas.loc[inside, "area"].tolist()
    else:
        raise SelectionError("comparators_unknown", found=comparators, expected=COMPARATORS)
    return tuple(dict.fromkeys(code for code in members if code != own))
