"""What must a plan look at, what of it is known here, and what does the town say."""

from carecompare import ui

with ui.page("plan") as here:
    ui.page_top(here, ui.words.PAGES["plan"][0])
    ui.show_plan(here)
    ui.show_visit()
