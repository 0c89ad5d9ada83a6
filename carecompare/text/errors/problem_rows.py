"""Problems of an upload as rows of a table: where, what was found, what is wrong, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.text.errors.explain import TEMPLATES, filled
from carecompare.text.errors.own_sentences import ADVICE, SUGGESTIONS

if TYPE_CHECKING:
    from carecompare.errors import CareCompareError


def problem_row(error: CareCompareError) -> tuple[str, str, str, str, str, str]:
    """Return one problem.

    Parameters
    ----------
    error : CareCompareError
        With ``sheet``, ``row``, ``column``, ``found`` and, where something can be proposed, ``suggestion``.

    Returns
    -------
    tuple of str
        Sheet, row, column, what was found, what is wrong, what to do.
    """
    fields = error.fields
    proposed = fields.get("suggestion")
    advice = (
        filled(SUGGESTIONS[error.problem], error)
        if proposed not in (None, [], ()) and error.problem in SUGGESTIONS
        else ADVICE.get(error.problem, "")
    )
    where = (str(fields.get(name) or "") for name in ("sheet", "row", "column", "found"))
    sheet, row, column, found = where
    return sheet, row, column, found, filled(TEMPLATES[error.problem], error), advice
