"""Who lives here by sex and age: then, now and to come, beside another town."""

from carecompare import ui

with ui.page("pyramid") as here:
    ui.page_top(here, ui.words.PAGES["pyramid"][0])
    ui.show_pyramid(here)
