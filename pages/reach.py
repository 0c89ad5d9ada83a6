"""Who can reach what within half an hour, inside the town and beside others."""

from carecompare import ui

with ui.page("reach") as here:
    ui.page_top(here, ui.words.PAGES["reach"][0])
    ui.show_reach(here)
    ui.show_peer_caution()
