"""The store is built in the app: at the first start, and after an import; never twice at the same time."""

from __future__ import annotations

import threading
import time
from functools import lru_cache
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.build import build_store, fresh_store
from carecompare.paths import project_paths
from carecompare.text import words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carecompare.paths import Paths


@st.cache_resource(show_spinner=False)
def _building() -> threading.Lock:
    return threading.Lock()


def store_in_use() -> Path | None:
    """Return the store when it was built from the inputs as they are now, or were a second ago.

    Returns
    -------
    Path or None
        None when it has to be built.
    """
    return _looked_for(project_paths(), int(time.monotonic()))


# Each visitor's every page asks: who asks in the same second need not look at every file again.
@lru_cache(maxsize=1)
def _looked_for(paths: Paths, _second: int) -> Path | None:
    return fresh_store(paths)


def build_first() -> Path:
    """Build the store while the visitor who came first looks on.

    Returns
    -------
    Path
        Of the store.

    Raises
    ------
    CareCompareError
        If a definition or a table of figures is wrong.
    """
    with _building():
        path = fresh_store(project_paths())
        if path is not None:  # another visitor had it built meanwhile
            return path
        bar = st.progress(0.0, words.BUILDING)
        try:
            return build_store(
                project_paths(), lambda share, step: bar.progress(share, words.BUILD_STEPS[step])
            )
        finally:
            bar.empty()
            _looked_for.cache_clear()


def rebuild(progress: Callable[[float, str], object]) -> None:
    """Build the store after the figures changed, unless another visitor did.

    Parameters
    ----------
    progress : callable
        Told the share done and the key of the step.

    Raises
    ------
    CareCompareError
        If a definition or a table of figures is wrong.
    """
    with _building():
        if fresh_store(project_paths()) is None:
            build_store(project_paths(), progress)
            _looked_for.cache_clear()
