"""What do we know of our issues, what have we decided, and on what evidence."""

from carecompare import ui

with ui.page("worksheet") as here:
    ui.page_top(here, ui.words.PAGES["worksheet"][0], chooses=False)
    ui.show_worksheet(here)
    ui.show_visit()
