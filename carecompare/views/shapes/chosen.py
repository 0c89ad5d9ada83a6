"""The indicator and the year that a page with a free choice of both looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.text.topics import map_words
from carecompare.views.base.choice import ITEM, YEAR

if TYPE_CHECKING:
    from carecompare.catalog import Indicator
    from carecompare.views.base.choice import Parameter
    from carecompare.views.base.here import Page


FIRST = "share_65_and_over"


def offered(here: Page, fewest_years: int = 1) -> list[str]:
    """Return the ids of the main indicators with figures of so many years or more."""
    years = here.loaded.years
    return [each.id for each in here.catalog.main_indicators if len(years.get(each.id, ())) >= fewest_years]


def chosen_indicator(here: Page, of: Parameter = ITEM, first: str = FIRST) -> Indicator:
    """Return the indicator that is asked for, or the first where it has no figures."""
    wanted = here.selection[of]
    return here.catalog.indicators[wanted if wanted in here.loaded.years else first]


def chosen_year(here: Page, indicator: Indicator) -> int:
    """Return the year that is asked for, or the one shown first where the indicator has none of it."""
    projected = here.loaded.years[indicator.id]
    asked = int(here.selection[YEAR] or 0)
    return asked if asked in projected else here.loaded.latest.get(indicator.id, max(projected))


def indicator_option(here: Page, indicator: Indicator) -> str:
    """Return what the chooser of indicators says of one: topic and label."""
    topic = here.catalog.topics[indicator.topic].label_ja
    return map_words.ITEM_OPTION.format(topic=topic, label=indicator.label_ja)
