"""What stays in memory for all visitors: the open store, the catalogue, the areas."""

from __future__ import annotations

import gc
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.build import build_store, fresh_store
from carecompare.catalog import Catalog, load_catalog
from carecompare.comparisons import labelled_areas
from carecompare.errors import StoreError
from carecompare.paths import project_paths
from carecompare.store import Store, areas, latest_years, open_store
from carecompare.text import words
from carecompare.text.explain import sentence
from carecompare.ui.html import plain

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pandas as pd


@dataclass(frozen=True)
class Loaded:
    """Everything a page reads from.

    Parameters
    ----------
    store : Store
        Open.
    catalog : Catalog
        Definitions the store was built with.
    areas : DataFrame
        From `labelled_areas`.
    municipalities : mapping of str to str
        What the chooser shows for each code: name, prefecture, reading, code.
    latest : mapping of str to int
        Latest observed year by indicator.
    """

    store: Store
    catalog: Catalog
    areas: pd.DataFrame
    municipalities: Mapping[str, str]
    latest: Mapping[str, int]


@st.cache_resource(show_spinner=False)
def _building() -> threading.Lock:
    return threading.Lock()


def _release(loaded: Loaded) -> None:
    loaded.store.close()


@st.cache_resource(max_entries=2, show_spinner=False, on_release=_release)
def _loaded(name: str) -> Loaded:  # the name is the key: a new build is a new name
    paths = project_paths()
    store = open_store(paths.store / name)
    labelled = labelled_areas(areas(store))
    municipal = labelled.loc[labelled["level"] == "municipality"]
    shown = (
        municipal["name_ja"]
        + "（"
        + municipal["prefecture_ja"]
        + "）"
        + municipal["kana"].fillna("")
        + " "
        + municipal["area"]
    )
    chooser = dict(zip(municipal["area"].tolist(), shown.tolist(), strict=True))
    loaded = Loaded(store, load_catalog(paths.catalog), labelled, chooser, latest_years(store))
    # What is in memory now stays for good: leave it out of every later collection.
    gc.collect()
    gc.freeze()
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
    path = fresh_store(project_paths()) or _built()
    try:
        return _loaded(path.name)
    except StoreError as error:
        # A store holds nothing that the figures do not: a damaged one is made again.
        st.warning(plain(f"{sentence(error)}{words.BUILDING_AGAIN}"))
        path.unlink(missing_ok=True)
        return _loaded(_built().name)


def _built() -> Path:
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
