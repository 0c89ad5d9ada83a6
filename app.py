"""Home: choose the own municipality, see four panels at a glance."""

from carecompare import ui

with ui.page("home") as here:
    ui.show_home(here)
    ui.show_face_pdf(here)
