"""What each strip shows, as shares of its own length from zero to its highest."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from carecompare.charts.spacing import axis_end
from carecompare.tables import INSURER_LEVEL, MISSING
from carecompare.text.chart_words import silence
from carecompare.text.format import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.catalog import Indicator

ROW_PX = 40
HEADER_PX = 24
FEWEST_FOR_MIDDLE_HALF = 4


class Strip(NamedTuple):
    """One indicator. Positions are shares of the strip's length, NaN where there is nothing to draw."""

    indicator: str
    y: float
    name: str
    figure: str
    unit: str
    silent: bool
    hollow: bool
    shape: str
    own: float
    lower: float
    upper: float
    is_cut: bool
    band_start: float
    band_end: float
    middle_start: float
    middle_end: float
    median: float
    median_figure: str
    lowest_at: float
    lowest: str
    highest_at: float
    highest: str
    end: float


def strip_rows(rows: pd.DataFrame, indicators: Sequence[Indicator]) -> pd.DataFrame:
    """Return one `Strip` for each indicator.

    Parameters
    ----------
    rows : DataFrame
        Columns ``indicator``, ``role``, ``value``, ``lower``, ``upper``, ``status``, ``reason``.
    indicators : sequence of Indicator
        In the order to show; one without rows is shown as having no figure.

    Returns
    -------
    DataFrame
        A strip starts at zero and ends at the highest value shown, or where the own interval ends, at
        most a quarter further. The middle half needs four peers.
    """
    strips = [
        _strip(rows.loc[rows["indicator"] == each.id], each, HEADER_PX + place * ROW_PX)
        for place, each in enumerate(indicators)
    ]
    return pd.DataFrame(strips, columns=list(Strip._fields))


def _strip(rows: pd.DataFrame, indicator: Indicator, y: float) -> Strip:
    own = rows.loc[rows["role"] == "own"]
    value, lower, upper = (_first(own, column) for column in ("value", "lower", "upper"))
    status, reason = (MISSING, "") if own.empty else (str(own["status"].iloc[0]), str(own["reason"].iloc[0]))
    peers = rows.loc[(rows["role"] == "peer") & rows["value"].notna(), "value"].to_numpy(dtype=float)
    everyone = peers if np.isnan(value) else np.append(peers, value)
    lowest, highest = (everyone.min(), everyone.max()) if everyone.size else (np.nan, np.nan)
    end = axis_end(everyone, [upper])
    has_half = peers.size >= FEWEST_FOR_MIDDLE_HALF
    first, median, third = np.quantile(peers, [0.25, 0.5, 0.75]) if peers.size else [np.nan] * 3
    shown_upper = float(np.where(upper > end, end, upper))
    return Strip(
        indicator=indicator.id,
        y=y,
        name=indicator.name_ja,
        figure=silence(status, reason) if np.isnan(value) else number(value, indicator.decimals),
        unit="" if np.isnan(value) else indicator.unit_ja,
        silent=bool(np.isnan(value)),
        hollow=reason != "",
        shape="square" if status == INSURER_LEVEL else "circle",
        own=value / end,
        lower=lower / end,
        upper=shown_upper / end,
        is_cut=bool(upper > end),
        band_start=peers.min() / end if peers.size else np.nan,
        band_end=peers.max() / end if peers.size else np.nan,
        middle_start=first / end if has_half else np.nan,
        middle_end=third / end if has_half else np.nan,
        median=median / end,
        median_figure=number(median, indicator.decimals),
        lowest_at=np.fmin(lowest, lower) / end,
        lowest=number(lowest, indicator.decimals),
        highest_at=np.fmax(highest, shown_upper) / end,
        highest=number(highest, indicator.decimals),
        end=end,
    )


def _first(rows: pd.DataFrame, column: str) -> float:
    return float("nan") if rows.empty else float(rows[column].iloc[0])
