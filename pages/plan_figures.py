"""The figures of the plan, numbered, with a ledger of their numbers."""

from carecompare import ui

with ui.page("plan_figures") as here:
    ui.page_top(here, ui.words.PAGES["plan_figures"][0])
    ui.show_figure_book(here)
    ui.show_visit()
