"""Where does every figure come from."""

from carecompare import ui

with ui.page("sources") as here:
    ui.page_top(here, ui.words.PAGES["sources"][0], compares=False)
    ui.show_definitions(here)
    ui.show_country(here)
