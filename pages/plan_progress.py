"""Do plan and actual agree, why not, and what follows."""

from carecompare import ui

with ui.page("plan_progress") as here:
    ui.page_top(here, ui.words.PAGES["plan_progress"][0], chooses=False)
    ui.show_plan_progress(here)
    ui.show_visit()
