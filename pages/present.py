"""One message a screen, for a room."""

from carecompare import ui

with ui.page("present") as here:
    if not ui.on_screen(here):
        ui.page_top(here, ui.words.PAGES["present"][0])
    ui.show_present(here)
