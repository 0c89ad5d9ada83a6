"""Which scores the town has in the incentive grants, and where points are to be regained."""

from carecompare import ui

with ui.page("plan_grant") as here:
    ui.page_top(here, ui.words.PAGES["plan_grant"][0])
    ui.show_plan_grant(here)
    ui.show_peer_caution()
    ui.show_visit()
