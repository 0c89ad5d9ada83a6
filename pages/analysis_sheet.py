"""Every indicator of the own municipality on one sheet, with what chance leaves of its differences."""

from carecompare import ui

with ui.page("analysis_sheet") as here:
    ui.page_top(here, ui.words.PAGES["analysis_sheet"][0])
    ui.show_sheet_switches(here)
    ui.show_sheet(here)
    ui.section(ui.sheet_words.TABLE)
    ui.show_sheet_table(here)
    ui.show_peer_caution()
    ui.section(ui.paper_words.SECTION)
    ui.show_sheet_pdf(here)
