"""Where does any figure go over the years, ours and theirs."""

from carecompare import ui

with ui.page("series") as here:
    ui.page_top(here, ui.words.PAGES["series"][0])
    ui.show_any_series(here)
    ui.show_peer_caution()
