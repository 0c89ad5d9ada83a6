"""What do the words mean."""

from carecompare import ui

with ui.page("glossary") as here:
    ui.page_top(here, ui.words.PAGES["glossary"][0], compares=False)
    ui.show_glossary(here)
