"""What leads on from the home page, and what was set aside stays aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.settings import MODE_VARIABLE
from carecompare.ui.parts.keeping import AUTHOR

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from streamlit.testing.v1 import AppTest

    Opens = Callable[..., AppTest]

FINDINGS = "pages/findings.py"


def lines(app: AppTest) -> str:
    return "\n".join(str(each.value) for each in app.markdown)


def test_home_names_what_stands_out_and_who_is_alike(opened: Opens) -> None:
    app = opened("app.py", own="15202")

    assert not app.exception
    assert lines(app).count("\n- ") + lines(app).startswith("- ") >= 2
    assert "上越市（新潟県）" in lines(app)


def test_one_click_on_home_compares_with_those_who_are_alike(opened: Opens) -> None:
    app = opened("app.py", own="15202")
    app.button(key="home_similar").click().run()

    assert app.session_state["selection"]["vs"] == "similar"
    assert not app.exception


def test_a_finding_set_aside_stays_aside_in_a_visit_and_comes_back(
    opened: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(MODE_VARIABLE, "session")
    app = opened(FINDINGS, own="15202")
    first = next(each for each in app.button if str(each.key).startswith("dismiss_"))
    key = str(first.key).removeprefix("dismiss_")
    first.click().run()

    assert f"dismiss_{key}" not in {each.key for each in app.button}
    app.run()
    assert f"dismiss_{key}" not in {each.key for each in app.button}
    app.button(key=f"restore_{key}").click().run()
    assert f"dismiss_{key}" in {each.key for each in app.button}


def test_a_finding_set_aside_in_an_office_is_aside_for_the_next_visitor(opened: Opens, kept_in: Path) -> None:
    app = opened(FINDINGS, own="15202")
    app.session_state[AUTHOR] = "高齢福祉課"
    app.run()
    first = next(each for each in app.button if str(each.key).startswith("dismiss_"))
    key = first.key
    first.click().run()

    assert key not in {each.key for each in opened(FINDINGS, own="15202").button}
    assert any(kept_in.rglob("*.json"))


def test_where_nothing_is_kept_the_button_says_why(opened: Opens, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(MODE_VARIABLE, "readonly")
    app = opened(FINDINGS, own="15202")
    buttons = [each for each in app.button if str(each.key).startswith("dismiss_")]

    assert buttons
    assert all(each.disabled and each.help for each in buttons)


def test_sets_can_be_saved_on_the_page_of_those_who_are_alike(opened: Opens) -> None:
    app = opened("pages/peers.py", own="15202")

    assert not app.exception
    assert "名前を付けた組" in [each.value for each in app.header]
