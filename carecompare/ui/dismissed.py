"""Findings set aside: kept with the town, so that they stay aside, each change undone by its opposite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.own import DISMISSED_FINDINGS, DismissedFinding, DismissedFindings
from carecompare.text.finding_words import DISMISSED, RESTORED
from carecompare.ui.keeping import attempt, keeper

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.ui.frame import Page


def dismissed(here: Page) -> frozenset[str]:
    """Return the keys of the findings of the own municipality that were set aside.

    Raises
    ------
    OwnDataError
        If what is kept cannot be read.
    """
    kept = here.kept(DISMISSED_FINDINGS)
    return frozenset(each.id for each in kept.content.findings) if kept else frozenset()


def dismiss(own: str, key: str) -> None:
    """Set a finding aside; meant for callbacks."""
    _keep(own, DISMISSED, lambda findings: (*findings, DismissedFinding(key)))


def restore(own: str, key: str) -> None:
    """Bring a finding back; meant for callbacks."""
    _keep(own, RESTORED, lambda findings: tuple(each for each in findings if each.id != key))


def _keep(
    own: str,
    success: str,
    changed: Callable[[tuple[DismissedFinding, ...]], tuple[DismissedFinding, ...]],
) -> None:
    def after(content: DismissedFindings | None, _version: int) -> DismissedFindings:
        return DismissedFindings(changed(content.findings if content else ()))

    with attempt(success):
        keeper().change(own, DISMISSED_FINDINGS, after)
