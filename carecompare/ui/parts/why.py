"""Why a button is grey, in words beside it: what a mouse has to hover for, nobody else reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.views.base.table import plain

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator


def say_why(reason: str, place: DeltaGenerator | None = None) -> None:
    """Say beside a button why it cannot be pressed; nothing where it can.

    Parameters
    ----------
    reason : str
        One sentence; empty where the button works.
    place : DeltaGenerator, optional
        Where the button stands.
    """
    if reason:
        (place or st).caption(plain(reason))
