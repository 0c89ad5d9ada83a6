"""Open the one table in a publisher's zip, in memory and never larger than it may be."""

from __future__ import annotations

import io
import zipfile
import zlib

from carecompare.errors import SourceError
from carecompare.limits import HIGHEST_RATIO
from carecompare.limits import LARGEST_PUBLISHED_BYTES as LARGEST_UNPACKED_BYTES
from carecompare.limits import MOST_TABLES_IN_ARCHIVE as MOST_MEMBERS

SUFFIX = ".zip"
MARK = b"PK\x03\x04"
TABLE_SUFFIX = ".csv"
# What a spreadsheet program or a Mac adds to an archive.
_COMPANIONS = ("__MACOSX/", ".")


def unpacked(content: bytes, file: str, most: int | None = None) -> bytes:
    """Return the table in a zip archive.

    Parameters
    ----------
    content : bytes
        The archive.
    file : str
        Named when it is wrong.
    most : int, optional
        Only so many bytes from its beginning.

    Returns
    -------
    bytes
        The table as published. Nothing is written to disk, so that no name in the archive matters.

    Raises
    ------
    SourceError
        If it is no archive, is damaged, holds many files or not exactly one table, or unpacks to far more
        than any of these layouts.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            if len(members) > MOST_MEMBERS:
                raise SourceError("archive_members", file=file, found=len(members), expected=MOST_MEMBERS)
            tables = [each for each in members if _is_table(each.filename)]
            if len(tables) != 1:
                raise SourceError("archive_tables", file=file, found=len(tables))
            declared = tables[0].file_size
            if declared > LARGEST_UNPACKED_BYTES or declared > HIGHEST_RATIO * max(len(content), 1):
                raise _bomb(file, declared)
            with archive.open(tables[0]) as opened:
                if most is not None:
                    return opened.read(most)
                # What is declared can be a lie: one byte more than declared is enough to know.
                table = opened.read(declared + 1)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, EOFError) as error:
        raise SourceError("archive_wrong", file=file) from error
    if len(table) > declared:
        raise _bomb(file, len(table))
    return table


def _is_table(name: str) -> bool:
    return name.lower().endswith(TABLE_SUFFIX) and not name.startswith(_COMPANIONS)


def _bomb(file: str, size: int) -> SourceError:
    return SourceError("archive_too_large", file=file, found=size, expected=LARGEST_UNPACKED_BYTES)
