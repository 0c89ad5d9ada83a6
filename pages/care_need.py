"""How many are certified as needing care, as they are and with ages made alike."""

from carecompare import ui

with ui.page("care_need") as here:
    ui.page_top(here, ui.words.PAGES["care_need"][0])
    ui.show_certification_switch(here)
    ui.show_certification(here)
    ui.show_chance(here)
    ui.show_rate_series(here)
    ui.show_peer_caution()
