"""Findings set aside: the one place that knows where they are kept."""

from __future__ import annotations

import streamlit as st

KEPT = "dismissed_findings"


def dismissed(own: str) -> frozenset[str]:
    """Return the keys of the findings of a municipality that were set aside."""
    kept: dict[str, frozenset[str]] = st.session_state.get(KEPT, {})
    return kept.get(own, frozenset())


def dismiss(own: str, key: str) -> None:
    """Set a finding aside; meant for callbacks."""
    _keep(own, dismissed(own) | {key})


def restore(own: str, key: str) -> None:
    """Bring a finding back; meant for callbacks."""
    _keep(own, dismissed(own) - {key})


def _keep(own: str, keys: frozenset[str]) -> None:
    st.session_state[KEPT] = {**st.session_state.get(KEPT, {}), own: keys}
