"""What does the town know of itself that no ministry publishes."""

from carecompare import ui

with ui.page("own_data") as here:
    ui.page_top(here, ui.words.PAGES["own_data"][0])
    ui.show_own_data(here)
    ui.show_carry(here)
    ui.show_audit(here)
    ui.show_visit()
