"""Do two figures go together over the country, and where are we."""

from carecompare import ui

with ui.page("scatter") as here:
    ui.page_top(here, ui.words.PAGES["scatter"][0])
    ui.show_scatter(here)
    ui.show_peer_caution()
