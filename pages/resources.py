"""How dense are care and medicine here, service by service and town by town."""

from carecompare import ui

with ui.page("resources") as here:
    ui.page_top(here, ui.words.PAGES["resources"][0])
    ui.show_switches(here)
    ui.section(ui.words.RESOURCES_ALL)
    ui.show_field_profile(here)
    ui.section(ui.words.RESOURCES_ONE)
    ui.show_resource(here)
    ui.show_resource_series(here)
    ui.section(ui.outlook_words.FINANCE_SECTION)
    ui.show_finance(here)
