"""What the town keeps is in a database: pages read and save there, and say when it does not answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carecompare.own import NOTES, OWN_FIGURES, Note, OwnFigures, Shelf, place_at
from carecompare.ui.parts.keeping import AUTHOR

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from databases import Postgres
    from streamlit.testing.v1 import AppTest

    Opens = Callable[..., AppTest]

OWN = "15202"
PAGES = ("app.py", "pages/own_data.py", "pages/peers.py", "pages/papers.py")


@pytest.mark.usefixtures("kept_in")
def test_pages_say_that_the_database_does_not_answer_and_go_on_when_it_does(
    opened: Opens, database: str, postgres: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARECOMPARE_OWN", database)
    shelf = Shelf(place_at(database))
    shelf.save(OWN, NOTES.of("aging"), Note("メモ"), 0, "計画係")
    postgres.stop()
    try:
        said = {}
        for page in PAGES:
            app = opened(page, own=OWN)
            assert not app.exception, page
            told = [each.value for each in (*app.error, *app.warning, *app.info)]
            said[page] = [each for each in told if "つながりません" in each]
    finally:
        postgres.start()
    assert {page: len(each) for page, each in said.items()} == dict.fromkeys(PAGES, 1)
    app = opened("pages/own_data.py", own=OWN)
    assert not app.error


def test_a_save_of_a_page_is_a_row_and_none_is_lost_while_the_database_is_away(
    opened: Opens, kept_in: Path, database: str, postgres: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARECOMPARE_OWN", database)
    shelf = Shelf(place_at(database))
    shelf.save(OWN, OWN_FIGURES, OwnFigures(), 0, "計画係")
    app = opened("pages/own_data.py", own=OWN)
    app.session_state[AUTHOR] = "高齢福祉課"
    app.run()
    app.button(key="undo_own_figures").click().run()
    assert not app.error
    assert [each.author for each in shelf.history(OWN, OWN_FIGURES)] == ["高齢福祉課", "計画係"]
    postgres.stop()
    try:
        app.button(key="undo_own_figures").click().run()
        assert not app.exception
        assert all("つながりません" in each.value for each in app.error)
    finally:
        postgres.start()
    app.run()
    assert not app.error
    assert shelf.latest(OWN, OWN_FIGURES) == 2
    assert not kept_in.exists()
