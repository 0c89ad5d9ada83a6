"""Our town and those of our union or prefecture, beside each other."""

from carecompare import ui

with ui.page("side_by_side") as here:
    ui.page_top(here, ui.words.PAGES["side_by_side"][0], chooses=False)
    ui.show_side_by_side(here)
