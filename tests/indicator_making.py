"""Indicators and figures for tests whose point is not the catalogue."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING, Any

from carecompare.catalog import Indicator
from carecompare.comparisons import IndicatorYear, indicator_year

if TYPE_CHECKING:
    import pandas as pd

    from carecompare.store import Store


def share_indicator(**said: Any) -> Indicator:
    """Return a share of residents in per cent."""
    usual: dict[str, Any] = {
        "id": "share",
        "label_ja": "割合",
        "label_en": "Share",
        "topic": "aging",
        "kind": "proportion",
        "numerator": ("older",),
        "denominator": ("population",),
        "per": 100,
        "unit_ja": "%",
        "decimals": 1,
    }
    return Indicator(**usual | said)


def indicator_year_of(values: pd.DataFrame) -> IndicatorYear:
    """Return the figures of VALUES, of one indicator and year, ready to be looked up."""
    cells = values.astype(object)
    return indicator_year({name: cells[name].where(values[name].notna(), nan).to_numpy() for name in cells})


def stored_values(store: Store, indicator: str, year: int) -> pd.DataFrame:
    """Return VALUES of one indicator and year by area, asked by SQL."""
    statement = """
        SELECT * REPLACE (area::VARCHAR AS area, method::VARCHAR AS method, status::VARCHAR AS status)
        FROM indicator_values WHERE indicator = ? AND year = ? ORDER BY area
    """
    return store.cursor().execute(statement, [indicator, year]).df()


def density_indicator(**said: Any) -> Indicator:
    """Return offices of a service per 1,000 residents aged 75 and over."""
    usual: dict[str, Any] = {
        "id": "service",
        "label_ja": "サービス",
        "label_en": "Service",
        "topic": "resources",
        "kind": "density",
        "numerator": ("care_offices_110",),
        "denominator": ("population_75_and_over",),
        "per": 1000,
        "unit_ja": "か所／75歳以上千人",
        "decimals": 2,
    }
    return Indicator(**usual | said)
