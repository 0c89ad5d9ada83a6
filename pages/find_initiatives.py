"""Whose initiatives fit: cases by likeness of their municipality and by what stands out."""

from carecompare import ui

with ui.page("find_initiatives") as here:
    ui.page_top(here, ui.words.PAGES["find_initiatives"][0])
    ui.show_find_initiatives(here)
