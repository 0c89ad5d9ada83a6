"""The server as the visitor reached it."""

from __future__ import annotations

import streamlit as st


def server_address() -> str:
    """Return the address of the server as the visitor reached it, without a page."""
    return (st.context.url or "").rpartition("/")[0]
