"""What was tested for people who see, hear or move otherwise, and what is not known."""

from carecompare import ui

with ui.page("accessibility") as here:
    ui.page_top(here, ui.words.PAGES["accessibility"][0], compares=False)
    ui.show_accessibility(here)
