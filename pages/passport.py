"""Where does this one figure come from."""

from carecompare import ui

with ui.page("passport") as here:
    ui.page_top(here, ui.words.PAGES["passport"][0], compares=False)
    ui.show_passport(here)
