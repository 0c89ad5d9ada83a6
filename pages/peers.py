"""Who is like us, why, and how firm is that."""

from carecompare import ui

with ui.page("peers") as here:
    ui.page_top(here, ui.words.PAGES["peers"][0])
    ui.show_peer_settings(here)
    ui.show_peers(here)
    ui.show_reasons(here)
    ui.section(ui.words.SAVED_SETS)
    ui.show_saved_sets(here)
    ui.section(ui.paper_words.SECTION)
    ui.show_pair_pdf(here)
