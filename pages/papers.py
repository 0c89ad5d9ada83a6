"""What goes into the meeting."""

from carecompare import ui

with ui.page("papers") as here:
    ui.page_top(here, ui.words.PAGES["papers"][0])
    ui.show_papers(here)
