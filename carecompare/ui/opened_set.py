"""The saved set that a choice asks for, and those that may be chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from carecompare.comparisons import SAVED
from carecompare.errors import CareCompareError, SelectionError
from carecompare.own import COMPARATOR_SETS, comparator_set
from carecompare.settings import mode
from carecompare.ui.selection import DEFAULT_COMPARATORS

if TYPE_CHECKING:
    from collections.abc import Collection

    from carecompare.errors import SelectionProblem
    from carecompare.own import ComparatorSet
    from carecompare.ui.frame import Page
    from carecompare.ui.keeping import Keeper
    from carecompare.ui.selection import Selection


def opened_set(
    selection: Selection, codes: Collection[str], keep: Keeper
) -> tuple[Selection, ComparatorSet | None, list[CareCompareError]]:
    """Return the choice with the saved set it asks for.

    Parameters
    ----------
    selection : Selection
        Checked.
    codes : collection of str
        Codes of all municipalities; a set may have been saved before a merger.
    keep : Keeper
        Where the sets of this visit are.

    Returns
    -------
    tuple of Selection, ComparatorSet or None, and list of CareCompareError
        A set that cannot be opened is replaced by the usual comparators, and why is said.
    """
    if selection.vs != SAVED:
        return selection, None, []
    usual = replace(selection, vs=DEFAULT_COMPARATORS, set="")
    try:
        kept = keep.kept(selection.own, COMPARATOR_SETS) if selection.own else None
    except CareCompareError as damage:
        return usual, None, [damage, SelectionError("set_unreadable")]
    found = comparator_set(kept.content, selection.set) if kept else None
    if found is None:
        problem: SelectionProblem = "set_of_a_visit" if mode() == "session" else "set_unknown"
        return usual, None, [SelectionError(problem, found=selection.set)]
    members = tuple(code for code in found.areas if code in codes)
    return selection, msgspec.structs.replace(found, areas=members), []


def sets_to_choose(here: Page) -> dict[str, ComparatorSet]:
    """Return the saved sets of the own municipality by id; none where they cannot be read."""
    try:
        kept = here.kept(COMPARATOR_SETS)
    except CareCompareError:
        return {}
    return {each.id: each for each in kept.content.sets} if kept else {}
