"""How complete, how old and how sound are the figures, and how do new ones come in."""

from carecompare import ui

with ui.page("data_health", way_out=ui.show_undo) as here:
    ui.page_top(here, ui.words.PAGES["data_health"][0], compares=False)
    ui.show_waiting(here)
    ui.show_import(here)
    ui.show_undo()
    ui.show_coverage(here)
    ui.show_prefectures(here)
    ui.show_gaps(here)
    ui.show_doubts(here)
    ui.show_positions(here)
    ui.show_ages(here)
    ui.show_change_log(here)
    ui.show_row_notes(here)
