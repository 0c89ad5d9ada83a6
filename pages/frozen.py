"""What was shown then, and what has been revised since."""

from carecompare import ui

with ui.page("frozen") as here:
    ui.page_top(here, ui.words.PAGES["frozen"][0])
    ui.show_frozen(here)
