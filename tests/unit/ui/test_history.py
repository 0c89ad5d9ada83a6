"""A visit that is brought back from a file."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from carecompare.views.base.kept import READ_FROM_KEPT

RECORDS = {"15202/notes/1.json": b"{}"}


def _brought_back(key: str, records: dict[str, bytes]) -> None:
    import streamlit as st  # noqa: PLC0415 - the body alone is the script

    from carecompare.ui.parts.history import _take_visit  # noqa: PLC0415

    st.session_state[key], st.session_state["other"] = "of the visit before", "stays"
    _take_visit(records)


def test_what_was_read_of_the_visit_before_is_forgotten_when_another_is_brought_back() -> None:
    key = f"{READ_FROM_KEPT}exports"
    app = AppTest.from_function(
        _brought_back, kwargs={"key": key, "records": RECORDS}, default_timeout=60
    ).run()
    assert not app.exception
    assert key not in app.session_state
    assert app.session_state["other"] == "stays"
    assert app.session_state["own_visit"] == RECORDS
