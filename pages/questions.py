"""Five questions of council and meetings, each followed in steps with the town's own numbers."""

from carecompare import ui

with ui.page("questions") as here:
    ui.page_top(here, ui.words.PAGES["questions"][0])
    ui.show_questions(here)
    ui.show_peer_caution()
