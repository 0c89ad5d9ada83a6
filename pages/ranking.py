"""Where do we stand among all 1,741, and who stands around us."""

from carecompare import ui

with ui.page("ranking") as here:
    ui.page_top(here, ui.words.PAGES["ranking"][0])
    ui.show_ranking(here)
    ui.show_peer_caution()
