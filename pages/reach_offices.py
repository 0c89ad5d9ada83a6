"""What an office more, or one less, does to who can reach what."""

from carecompare import ui

with ui.page("reach_offices") as here:
    ui.page_top(here, ui.words.PAGES["reach_offices"][0])
    ui.show_reach_offices(here)
