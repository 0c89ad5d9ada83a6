"""Is it the ages or is it us, and how many offices would keep the density of today."""

from carecompare import ui

with ui.page("decomposition") as here:
    ui.page_top(here, ui.words.PAGES["decomposition"][0])
    ui.section(ui.decomposition_words.TITLE)
    ui.show_against(here)
    ui.show_decomposition(here)
    ui.section(ui.supply_words.SECTION)
    ui.show_supply(here)
    ui.show_peer_caution()
