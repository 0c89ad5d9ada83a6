"""How far the town is from the draft criteria of areas with special services."""

from carecompare import ui

with ui.page("plan_areas") as here:
    ui.page_top(here, ui.words.PAGES["plan_areas"][0])
    ui.show_plan_areas(here)
    ui.show_peer_caution()
    ui.show_visit()
