"""The server, and its first page: choose the own municipality, see six panels at a glance."""

from streamlit import App

from carecompare.serving import MIDDLEWARE, ROUTES, getting_ready

# The server imports this file to find `app`; for a visitor the file runs as the script of the first page.
app = App(__file__, lifespan=getting_ready, middleware=MIDDLEWARE, routes=ROUTES)

if __name__ == "__main__":
    from carecompare import ui

    with ui.page("home") as here:
        ui.show_home(here)
        ui.show_face_pdf(here)
