"""Indicators for tests whose point is not the catalogue: what a test says, and the usual for the rest."""

from __future__ import annotations

from typing import Any

from carecompare.catalog import Indicator


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
