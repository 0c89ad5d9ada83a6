"""What does the town hold of the 見える化 system, is it sound, and does it agree with what is published."""

from carecompare import ui

with ui.page("mieruka") as here:
    ui.page_top(here, ui.words.PAGES["mieruka"][0], chooses=False)
    ui.show_mieruka(here)
    ui.show_visit()
