"""Names that municipalities no longer bear, with those of today that cover their ground."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.sources.places import MUNICIPALITY
from carecompare.tables import FORMER_NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping


def former_names(code_changes: pd.DataFrame, areas: pd.DataFrame) -> pd.DataFrame:
    """Follow every name that was given up to the municipalities of today.

    Parameters
    ----------
    code_changes : DataFrame
        The dated changes of codes, columns ``CODE_CHANGE_COLUMNS``.
    areas : DataFrame
        AREAS.

    Returns
    -------
    DataFrame
        FORMER_NAMES. Wards of designated cities are not in it, nor a name that its follower bears again.
    """
    today = areas[areas["level"] == MUNICIPALITY]
    names = dict(zip(today["area"], today["name_ja"], strict=True))
    events = code_changes.sort_values("date")
    after: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for date, old, new in zip(events["date"], events["old_code"], events["new_code"], strict=True):
        after[old].append((date, new))
    rows = {
        (name, code)
        for date, name, new in zip(events["date"], events["old_name_ja"], events["new_code"], strict=True)
        for code in _followers(new, date, after, names)
        if name != names[code]
    }
    return pd.DataFrame(sorted(rows), columns=list(FORMER_NAMES.columns), dtype="str")


def _followers(
    code: str, date: str, after: Mapping[str, list[tuple[str, str]]], names: Mapping[str, str]
) -> set[str]:
    """Return the codes of today that a code led to from a day on; a code may have been given again since."""
    later = [(when, new) for when, new in after.get(code, ()) if when >= date and new != code]
    if not later:
        return {code} & names.keys()
    return set().union(*(_followers(new, when, after, names) for when, new in later))
