"""What do the ten cases do, by type and field, and on what evidence do we know."""

from carecompare import ui

with ui.page("initiatives") as here:
    ui.page_top(here, ui.words.PAGES["initiatives"][0], compares=False)
    ui.section(ui.words.INITIATIVES_MATRIX)
    ui.show_matrix(here)
    ui.section(ui.words.INITIATIVES_FIELDS)
    ui.show_field_matrix(here)
    ui.show_registered_cards(here)
    ui.section(ui.words.INITIATIVES_CASE)
    ui.show_cards(here)
