"""The form to fill in: published figures beside empty cells for the town's own."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from carecompare.text.format import rounded
from carecompare.text.own import own_upload_words
from carecompare.text.own.own_year_words import STATUS_WORDS
from carecompare.workbooks import cell_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.own.contents.figures import OwnFigures


@dataclass(frozen=True)
class TemplateRow:
    """One line of the form; a number that is absent is NaN."""

    item: str
    unit: str
    published_year: float
    published: float
    year: float
    value: float
    status: str
    place: str
    note: str
    source: str
    decimals: int = 0
    has_thousands: bool = True

    def shown(self, name: str) -> str | int | Decimal | None:
        """Return one cell as it is displayed, in a file without formats; None where there is no number."""
        cell: str | float = getattr(self, name)
        if isinstance(cell, str):
            return cell
        if math.isnan(cell):
            return None
        if name == "published":
            return Decimal(f"{rounded(cell, self.decimals):.{self.decimals}f}")
        return Decimal(cell_text(float(cell)))  # years and typed figures as they are


def template_rows(
    indicators: Sequence[Indicator], published: Mapping[str, Mapping[int, float]], kept: OwnFigures
) -> list[TemplateRow]:
    """Return the form of a town.

    Parameters
    ----------
    indicators : sequence of Indicator
        One line each, in this order.
    published : mapping of str to mapping of int to float
        The town's published figures by indicator and year; the latest stands in its line.
    kept : OwnFigures
        What the town has entered; every figure has a line, so that the form read again changes nothing.

    Returns
    -------
    list of TemplateRow
        Figures that are kept stand below the empty line of their indicator; own items come last.
    """
    places = {"": "", **{each.id: each.name for each in kept.areas}}
    units = {each.id: each.unit for each in kept.items}
    names = {each.id: f"{own_upload_words.OWN_ITEM_SHOWN}{each.name}" for each in kept.items}
    rows: list[TemplateRow] = []
    known = {each.id: each for each in indicators}
    entered: dict[str, list[TemplateRow]] = {}
    for figure in kept.figures:
        indicator = known.get(figure.item)
        beside = published.get(figure.item, {}).get(figure.year, math.nan)
        entered.setdefault(figure.item, []).append(
            TemplateRow(
                decimals=indicator.decimals if indicator else 0,
                has_thousands=not (indicator and indicator.is_a_year),
                item=indicator.label_ja if indicator else names.get(figure.item, figure.item),
                unit=indicator.unit_ja if indicator else units.get(figure.item, ""),
                published_year=math.nan if math.isnan(beside) else figure.year,
                published=beside,
                year=figure.year,
                value=figure.value,
                status=STATUS_WORDS[figure.status],
                place=places.get(figure.place, figure.place),
                note=figure.note,
                source=figure.source,
            )
        )
    for each in indicators:
        years = published.get(each.id, {})
        latest = max(years, default=0)
        rows.append(
            TemplateRow(
                decimals=each.decimals,
                has_thousands=not each.is_a_year,
                item=each.label_ja,
                unit=each.unit_ja,
                published_year=latest or math.nan,
                published=years.get(latest, math.nan),
                year=math.nan,
                value=math.nan,
                status="",
                place="",
                note="",
                source="",
            )
        )
        rows += entered.pop(each.id, [])
    return rows + [row for others in entered.values() for row in others]
