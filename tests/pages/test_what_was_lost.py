"""A page that the browser opened anew because its visit was gone says so, as long as one stays on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carecompare.settings import MODE_VARIABLE
from carecompare.text.own.keeping_words import LOST, LOST_VISIT
from carecompare.ui.frame.visit import LOST as PARAMETER

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

    Opens = Callable[..., AppTest]

PAGE, OTHER = "pages/own_data.py", "pages/aging.py"


@pytest.mark.parametrize(("mode", "said"), [("shared", [LOST]), ("session", [LOST_VISIT]), ("readonly", [])])
def test_it_says_what_is_lost_of_what_one_could_enter(
    opened: Opens, monkeypatch: pytest.MonkeyPatch, mode: str, said: list[str]
) -> None:
    monkeypatch.setenv(MODE_VARIABLE, mode)
    app = opened(PAGE, own="44208", **{PARAMETER: "1"})
    assert [each.value for each in app.warning] == said
    assert not app.exception
    app.run()
    assert [each.value for each in app.warning] == said
    app.switch_page(OTHER).run()
    app.switch_page(PAGE).run()
    assert not app.warning


def test_a_page_that_is_opened_as_usual_says_nothing(opened: Opens) -> None:
    assert not opened(PAGE, own="44208").warning
