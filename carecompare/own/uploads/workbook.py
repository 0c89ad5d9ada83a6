"""A workbook that anybody may have made, as sheets of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare import workbooks
from carecompare.errors import OwnDataError, WorkbookError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from carecompare.errors import OwnDataProblem, Problem


_PROBLEMS: Mapping[Problem, OwnDataProblem] = {
    "workbook_wrong": "own_workbook_wrong",
    "file_too_large": "own_too_large",
    "sheet_too_large": "own_sheet_too_large",
}


def workbook_sheets(content: bytes, file: str) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield every sheet as text, as `carecompare.workbooks.sheets` does.

    Raises
    ------
    OwnDataError
        If it is no workbook, is damaged, or would unpack to more than a sheet typed by people.
    """
    try:
        yield from workbooks.sheets(content, file, workbooks.UPLOADED)
    except WorkbookError as error:
        raise OwnDataError(_PROBLEMS[error.problem], **error.fields) from error
