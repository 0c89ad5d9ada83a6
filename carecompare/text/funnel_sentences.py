"""What a funnel says of the own municipality."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.text import funnel_words as words
from carecompare.text.format import number, with_unit

if TYPE_CHECKING:
    from carecompare.catalog import Indicator
    from carecompare.rows import FunnelRow


def finding(own: str, row: FunnelRow | None, reference: float, indicator: Indicator) -> str:
    """Return whether the difference from the nation may be chance, or why that is not judged.

    Parameters
    ----------
    own : str
        Name of the own municipality.
    row : FunnelRow or None
        Its row of a funnel.
    reference : float
        Share of the nation.
    indicator : Indicator
        What is shown.

    Returns
    -------
    str
        A sentence without its full stop, as titles have none.
    """
    name = indicator.name_ja
    if row is None:
        return words.NO_FIGURE.format(own=own, name=name)
    if row["reason"]:
        reason = words.REASONS.get(row["reason"], words.OTHER_REASON)
        return words.NOT_JUDGED.format(own=own, name=name, reason=reason)
    return words.FINDING[row["where"]].format(
        own=own,
        name=name,
        value=with_unit(row["value"], indicator),
        reference=with_unit(reference, indicator),
        way=words.HIGHER if row["value"] > reference else words.LOWER,
    )


def spread(by_chance: int, inside: int, of: int) -> str:
    """Return how many of all municipalities lie within what chance allows, and within the wider limits."""
    shares = {name: number(100 * count / of) for name, count in (("chance", by_chance), ("share", inside))}
    return words.SPREAD.format(of=number(of), by_chance=number(by_chance), inside=number(inside), **shares)
