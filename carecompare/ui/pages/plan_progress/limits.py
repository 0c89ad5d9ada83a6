"""The limits of the marks: set by the town, since the ministry gives no numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.own.contents.plan_figures import PLAN_FIGURES, Limits, PlanFigures
from carecompare.text.topics import plan_progress_words as progress_words
from carecompare.ui.parts.keeping import attempt, keeper, save_button
from carecompare.ui.parts.widgets import follow_untyped, is_overtaken
from carecompare.views.base.table import notes
from carecompare.views.topics.plan.figures import limits_of, plan_figures

if TYPE_CHECKING:
    from carecompare.own import Kept
    from carecompare.views.base.here import Page


LARGEST_LIMIT = 1_000.0
NAMES = ("best", "good", "fair")
SETS = (("close", progress_words.LIMITS_CLOSE), ("reach", progress_words.LIMITS_REACH))


def show_limits(here: Page, kept: Kept[PlanFigures] | None) -> None:
    """Draw the six limits and the button that keeps them."""
    with st.expander(progress_words.LIMITS):
        st.html(notes(progress_words.LIMITS_HELP, here.catalog.plan.marks.standing_ja))
        content = plan_figures(here)
        is_older = False
        for kind, label in SETS:
            st.caption(label)
            found = limits_of(here, content, reaches=kind == "reach")
            for column, name, value in zip(st.columns(3), NAMES, found, strict=True):
                key = follow_untyped(_key(here.own, kind, name), float(value))
                is_older = is_older or is_overtaken(key, float(value))
                column.number_input(
                    progress_words.LIMIT_LABELS[name],
                    min_value=0.0,
                    max_value=LARGEST_LIMIT,
                    step=1.0,
                    format="%g",
                    key=key,
                )
        if is_older:
            st.warning(progress_words.LIMITS_NEWER)
        save_button(
            progress_words.LIMITS_SAVE,
            _save,
            (here.own, kept.version if kept else 0),
            key="plan_limits_save",
            kind="secondary",
        )


def _key(own: str, kind: str, name: str) -> str:
    return f"plan_limit_{own}_{kind}_{name}"


def _save(own: str, version: int) -> None:
    close, reach = (
        Limits(*(float(st.session_state[_key(own, kind, name)]) for name in NAMES)) for kind, _ in SETS
    )
    with attempt(progress_words.LIMITS_SAVED):
        kept = keeper().kept(own, PLAN_FIGURES)
        content = (kept.content if kept else PlanFigures()).limits(close=close, reach=reach)
        keeper().save(own, PLAN_FIGURES, content, version)
