"""The store is built by the server, at its start and after an import; visitors look on."""

from __future__ import annotations

import time
from functools import lru_cache
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.build import Builder, Building, fresh_store
from carecompare.paths import project_paths
from carecompare.text import words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carecompare.paths import Paths


LOOKS_AGAIN_S = 0.2


@lru_cache(maxsize=1)
def builder(paths: Paths) -> Builder:
    """Return what builds the store for all visitors of this server."""
    return Builder(paths)


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


def wait_for_store() -> Path:
    """Show how far the store is until it is there, as every visitor sees it.

    Returns
    -------
    Path
        Of the store.

    Raises
    ------
    CareCompareError
        Why it could not be built.
    """
    bar = st.progress(0.0, words.BUILDING)
    try:
        return built(lambda share, step: bar.progress(share, words.BUILD_STEPS.get(step, words.BUILDING)))
    finally:
        bar.empty()


def built(progress: Callable[[float, str], object] = lambda *_: None) -> Path:
    """Wait until the server has the store of the figures as they are now; a build is begun where none is.

    Parameters
    ----------
    progress : callable, optional
        Told the share done and the key of the step, empty before the first.

    Returns
    -------
    Path
        Of the store. Whoever leaves meanwhile leaves the build as it is.

    Raises
    ------
    CareCompareError
        Why it could not be built.
    """
    try:
        while isinstance(found := builder(project_paths()).look(), Building):
            if found.problem is not None:
                raise found.problem
            progress(found.share, found.step)
            time.sleep(LOOKS_AGAIN_S)
        return found
    finally:
        _looked_for.cache_clear()


def rebuilt(progress: Callable[[float, str], object]) -> Path:
    """Do as `built` does after the figures changed, whatever became of a build before."""
    if fresh_store(project_paths()) is None:
        builder(project_paths()).begin()
    return built(progress)


def show_build_again() -> None:
    """Draw the button that builds once more, where the last build failed."""
    found = builder(project_paths()).look()
    if isinstance(found, Building) and found.problem is not None:
        st.button(words.BUILD_AGAIN, key="build_again", on_click=builder(project_paths()).begin)
