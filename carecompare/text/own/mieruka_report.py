"""The health report of a set of exports as rows a planner can hand on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.text.errors.explain import sentence
from carecompare.text.own.mieruka_words import REMARKS, WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.errors import CareCompareError


def remark_row(
    kind: str,
    weight: str,
    named: tuple[str, str, str],
    fields: Mapping[str, object],
    problem: CareCompareError | None,
) -> tuple[str, str, str, str, str, str, str]:
    """Return one remark in words.

    Parameters
    ----------
    kind, weight : str
        Keys of `REMARKS` and `WEIGHTS`.
    named : tuple of str
        Code, indicator and file, each maybe empty.
    fields : mapping of str to object
        What the sentence names.
    problem : CareCompareError or None
        What was not expected.

    Returns
    -------
    tuple of str
        Weight, kind, what is so, what to do, code, indicator, file.
    """
    title, template, advice = REMARKS[kind]
    said = sentence(problem) if problem else ""
    return WEIGHTS[weight], title, template.format(sentence=said, **fields), advice, *named
