"""Where is what: an indicator over the country, the own offices, two municipalities at one scale."""

from carecompare import ui

with ui.page("map") as here:
    ui.page_top(here, ui.words.PAGES["map"][0])
    ui.show_map(here)
