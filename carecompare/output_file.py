"""A file that a command was asked to write: whole, or not at all."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from carecompare.disk import refusals_as
from carecompare.errors import CareCompareError

if TYPE_CHECKING:
    from pathlib import Path


def write_whole(file: Path, content: bytes) -> None:
    """Write a file by a draft beside it; whatever had its name stays until the draft is complete.

    Raises
    ------
    CareCompareError
        If the place cannot be written to.
    """
    draft = file.with_name(f"{file.name}.draft")
    try:
        with refusals_as(CareCompareError, "file_not_written", str(file)):
            draft.write_bytes(content)
            draft.replace(file)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
