"""A file that is brought is read once, whatever else is chosen on its page."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def _reads(keys: list[str]) -> None:
    import streamlit as st  # noqa: PLC0415 - the body alone is the script

    from carecompare.ui.parts.once import once  # noqa: PLC0415

    def read(key: str) -> str:
        st.session_state.setdefault("read", []).append(key)
        return f"what {key} says"

    st.session_state["said"] = [once("slot", key, lambda key=key: read(key)) for key in keys]


def test_a_file_is_read_again_only_when_another_came_between() -> None:
    app = AppTest.from_function(_reads, kwargs={"keys": ["a", "a", "b", "a"]}, default_timeout=60).run()
    assert not app.exception
    assert app.session_state["said"] == ["what a says", "what a says", "what b says", "what a says"]
    assert app.session_state["read"] == ["a", "b", "a"]


def test_a_rerun_does_not_read() -> None:
    app = AppTest.from_function(_reads, kwargs={"keys": ["a"]}, default_timeout=60).run().run()
    assert app.session_state["read"] == ["a"]
