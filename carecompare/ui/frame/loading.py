"""Open the store for all visitors; build it where it is missing or stale."""

from __future__ import annotations

import atexit
import gc
import time
from contextlib import suppress
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.build import Builder, Building, tidy
from carecompare.counted import COUNTS
from carecompare.errors import CareCompareError, StoreError
from carecompare.measures import nearest
from carecompare.paths import project_paths
from carecompare.store import fresh_store, open_store
from carecompare.text import words
from carecompare.text.errors.explain import sentence
from carecompare.views.base.installation import opened
from carecompare.views.base.table import plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carecompare.paths import Paths
    from carecompare.views.base.installation import Loaded


LOOKS_AGAIN_S = 0.2
# What `_loaded` keeps out of collections must be collected when the process ends: else the connection stays,
# and DuckDB's bindings (nanobind) list on stderr every object that is left.
atexit.register(gc.unfreeze)


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


# A page that was drawn before an import, and the downloads it prepared, go on reading their own store: none
# is closed while somebody holds it.
@st.cache_resource(max_entries=1, show_spinner=False)
def _loaded(name: str) -> Loaded:  # the name is the key: a new build is a new name
    if gc.get_freeze_count():
        # What was left out of collections for good held the store before the last: it may go now.
        gc.unfreeze()
        gc.collect()
    loaded = opened(project_paths(), name)
    # What is in memory now stays for good: leave it out of every later collection.
    gc.freeze()
    COUNTS.state("store_open", 1.0)
    return loaded


def load() -> Loaded:
    """Return the open store and its definitions; build the store first where needed, with progress.

    Returns
    -------
    Loaded
        Shared by all visitors, read-only.

    Raises
    ------
    CareCompareError
        If a definition or a table of figures is wrong.
    """
    path = store_in_use() or wait_for_store()
    try:
        return _loaded(path.name)
    except StoreError as error:
        # A store holds nothing that the figures do not: a damaged one is made again.
        _discard(path)
        loaded = _loaded(wait_for_store().name)
        st.warning(plain(f"{sentence(error)}{words.BUILDING_AGAIN}"))
        return loaded


def loaded_now() -> Loaded | None:
    """Return the open store, None while it is being built: for who cannot watch how far it is.

    Raises
    ------
    CareCompareError
        If a definition or the store is wrong.
    """
    path = store_in_use()
    return None if path is None else _loaded(path.name)


_DISCARDING = Lock()


def _discard(path: Path) -> None:
    """Remove a damaged store, unless another visitor has had it made again meanwhile."""
    with _DISCARDING:
        try:
            open_store(path).close()
        except StoreError:
            path.unlink(missing_ok=True)


def get_ready() -> None:
    """Clear what killed processes left, have the store built where it must be, and open it.

    What is wrong, or broken, is left to who comes first: the page says it.
    """
    tidy(project_paths())
    with suppress(CareCompareError, OSError):
        _loaded(built().name)
        nearest.get_ready()
