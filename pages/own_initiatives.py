"""What initiatives does the town have, and which has it found elsewhere: where it enters them."""

from carecompare import ui

with ui.page("own_initiatives") as here:
    ui.page_top(here, ui.words.PAGES["own_initiatives"][0], compares=False)
    ui.show_own_initiatives(here)
