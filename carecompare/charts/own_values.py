"""Own figures as rings beside the published ones, each on the strip of its peers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from carecompare.charts import theme
from carecompare.charts.own_values_plan import HEADER_PX, ROW_PX, own_values_plan
from carecompare.charts.plan import filled
from carecompare.charts.spacing import axis_end, text_width_px
from carecompare.text.chart_words import FISCAL_YEAR, YEAR
from carecompare.text.format import figure
from carecompare.text.own_data_words import IN_BRACKETS, RING, RING_YEARS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.charts.plan import Picture
    from carecompare.rows import OwnValue

_PARTS = ("lowest", "first", "median", "third", "highest", "published", "value")
MARGIN_PX = 16


def own_values(rows: Sequence[OwnValue], indicators: Mapping[str, Indicator]) -> Picture:
    """Return one strip for each own figure.

    Parameters
    ----------
    rows : sequence of OwnValue
        In the order to show.
    indicators : mapping of str to Indicator
        By id.

    Returns
    -------
    Picture
        Every strip starts at zero (or at the lowest figure below it). The light band runs from the lowest to
        the highest peer, the darker one is their middle half, the upright mark their median; the filled
        point is the published figure, the ring the own one, and a line joins the two.
    """
    placed = []
    for position, row in enumerate(rows):
        indicator = indicators[row.item]
        parts = {name: float(getattr(row, name)) for name in _PARTS}
        known = [each for each in parts.values() if not math.isnan(each)]
        start = min(0.0, *known)
        end = axis_end([each - start for each in known], []) or 1.0
        shares = {name: None if math.isnan(each) else (each - start) / end for name, each in parts.items()}
        placed.append(
            {
                **shares,
                "y": HEADER_PX + position * ROW_PX,
                "name": indicator.name_ja,
                "years": _years(row, indicator),
                "own_figure": figure(row.value, indicator),
                "published_figure": figure(row.published, indicator),
                "median_figure": figure(row.median, indicator),
                "unit": indicator.unit_ja,
                "start": 0,
                "stop": 1,
            }
        )
    names = [text_width_px(str(each["name"]), theme.TEXT_PX) for each in placed]
    years = [text_width_px(str(each["years"]), theme.SMALL_TEXT_PX) for each in placed]
    numbers = {"name_px": round(max([*names, *years], default=0.0)) + MARGIN_PX}
    height_px = HEADER_PX + ROW_PX * max(len(rows), 1)
    return filled(own_values_plan(), {"rows": placed}, numbers, height_px)


def _years(row: OwnValue, indicator: Indicator) -> str:
    word = FISCAL_YEAR if indicator.fiscal_year else YEAR
    own = word.format(year=row.year)
    if math.isnan(row.published):
        return RING.format(own=own)
    published = word.format(year=int(row.published_year)) + IN_BRACKETS.get(row.status, "")
    return RING_YEARS.format(own=own, published=published)
