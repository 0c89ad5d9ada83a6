"""The districts of daily life that a town declares, side by side."""

from carecompare import ui

with ui.page("reach_districts") as here:
    ui.page_top(here, ui.words.PAGES["reach_districts"][0])
    ui.show_reach_districts(here)
