"""What stands out, by rule."""

from carecompare import ui

with ui.page("findings") as here:
    ui.page_top(here, ui.words.PAGES["findings"][0])
    ui.show_findings(here)
    ui.show_peer_caution()
