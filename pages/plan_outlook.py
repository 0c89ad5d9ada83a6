"""What would be if an assumption held: the certified, offices and users to 2050."""

from carecompare import ui

with ui.page("plan_outlook") as here:
    ui.page_top(here, ui.words.PAGES["plan_outlook"][0])
    ui.show_plan_outlook(here)
