"""The boxes that choose an indicator and a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.text import words
from carecompare.text.format import era_year
from carecompare.text.topics import map_words
from carecompare.ui.parts.widgets import choose_from_widget, set_widget, widget_key
from carecompare.views.base.choice import ITEM
from carecompare.views.shapes.chosen import FIRST, chosen_indicator, chosen_year, indicator_option, offered

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from carecompare.catalog import Indicator
    from carecompare.views.base.choice import Parameter
    from carecompare.views.base.here import Page


def choose_indicator(
    here: Page,
    place: DeltaGenerator,
    page: str,
    of: Parameter = ITEM,
    label: str = map_words.ITEM,
    first: str = FIRST,
    fewest_years: int = 1,
) -> Indicator:
    """Draw the box with every main indicator, to be found by its words.

    Parameters
    ----------
    here : Page
        The page.
    place : DeltaGenerator
        Where it stands.
    page : str
        Tells the boxes of one parameter on several pages apart.
    of : Parameter
        What it chooses.
    label : str
        Above the box.
    first : str
        Id of the one that is looked at without a choice.
    fewest_years : int
        Only those with figures of so many years.

    Returns
    -------
    Indicator
        Chosen.
    """
    options = offered(here, fewest_years)
    indicator = chosen_indicator(here, of, first)
    if indicator.id not in options:
        options.append(indicator.id)
    set_widget(of.name, indicator.id, page)
    place.selectbox(
        label,
        options=options,
        format_func=lambda each: indicator_option(here, here.catalog.indicators[each]),
        filter_mode="contains",
        key=widget_key(of.name, page),
        on_change=choose_from_widget,
        args=(of.name, page),
    )
    return indicator


def choose_year(here: Page, place: DeltaGenerator, page: str, indicator: Indicator) -> int:
    """Draw the box with the years of an indicator, the newest first; return the chosen one."""
    projected = here.loaded.years[indicator.id]
    year = chosen_year(here, indicator)
    set_widget("year", str(year), page)
    place.selectbox(
        words.YEAR,
        options=[str(each) for each in sorted(projected, reverse=True)],
        format_func=lambda each: (
            era_year(int(each), fiscal=indicator.fiscal_year)
            + (words.IS_PROJECTED if projected[int(each)] else "")
        ),
        key=widget_key("year", page),
        on_change=choose_from_widget,
        args=("year", page),
    )
    return year
