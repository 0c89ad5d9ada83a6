"""How old are we, beside whom, and where does it go."""

from carecompare import ui

with ui.page("aging") as here:
    ui.page_top(here, ui.words.PAGES["aging"][0])
    ui.section(ui.aging_words.AGING_LEVELS)
    ui.show_level_switches(here)
    ui.show_level(here)
    ui.show_levels_table(here)
    ui.section(ui.aging_words.AGING_COURSE)
    ui.show_course(here)
    ui.show_document_figures(here)
    ui.section(ui.outlook_words.SECTION)
    ui.show_outlook(here)
    ui.section(ui.aging_words.AGING_HOUSEHOLDS)
    ui.show_households(here)
    ui.show_peer_caution()
