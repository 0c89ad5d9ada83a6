"""What is on record of a municipality's initiatives, as papers say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.own.initiatives import UNCONFIRMED
from carecompare.text import paper_words as papers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from carecompare.own import Initiative
    from carecompare.ui.frame import Page

MOST_ENTERED = 5


def on_record(entered: Iterable[Initiative]) -> list[Initiative]:
    """Return what was entered without what nobody has confirmed."""
    return [each for each in entered if each.evidence != UNCONFIRMED]


def types_on_record(here: Page, area: str, entered: Iterable[Initiative]) -> list[str]:
    """Return the ids of the types of initiative a municipality has on record, in the catalogue's order.

    Parameters
    ----------
    here : Page
        The page with its choice.
    area : str
        Code.
    entered : iterable of Initiative
        What the own municipality has entered, of itself and of others; what is not confirmed does not count.

    Returns
    -------
    list of str
        From the document's cases and from what was entered.
    """
    case = here.catalog.case_of.get(area)
    entered = on_record(entered)
    held = {mark.id for mark in case.types} if case is not None else set()
    held |= {name for each in entered if each.area == area for name in each.types}
    return [name for name in here.catalog.initiative_types if name in held]


def initiative_lines(here: Page, area: str, entered: Sequence[Initiative]) -> list[str]:
    """Return what is on record of a municipality: title of its case, types by field, entries of the town.

    Parameters
    ----------
    here : Page
        The page with its choice.
    area : str
        Code.
    entered : sequence of Initiative
        What the own municipality has entered.

    Returns
    -------
    list of str
        Sentences; empty where nothing is on record.
    """
    case = here.catalog.case_of.get(area)
    entered = on_record(entered)
    types, fields = here.catalog.initiative_types, here.catalog.fields
    by_field: dict[str, list[str]] = {}
    for name in types_on_record(here, area, entered):
        by_field.setdefault(types[name].field, []).append(types[name].label_ja)
    own_words = [each.title for each in entered if each.area == area]
    lines = [case.title_ja] if case is not None else []
    lines += [f"{fields[name].label_ja}：{papers.LISTED.join(labels)}" for name, labels in by_field.items()]
    if own_words:
        listed = papers.LISTED.join(own_words[:MOST_ENTERED])
        more = len(own_words) - MOST_ENTERED
        rest = papers.ENTERED_MORE.format(count=more) if more > 0 else ""
        lines.append(papers.ENTERED.format(titles=listed, rest=rest))
    return lines
