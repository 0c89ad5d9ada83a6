"""The table of a Shapefile (dBASE III): some of its columns as text."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from carecompare.errors import OwnDataError

if TYPE_CHECKING:
    from collections.abc import Sequence


_HEADER, _FIELD = 32, 32
_END_OF_FIELDS = 0x0D
_DELETED = b"*"


def dbf_columns(content: bytes, names: Sequence[str], file: str) -> dict[str, list[str]]:
    """Return columns by name.

    Parameters
    ----------
    content : bytes
        The file; names and numbers in ASCII.
    names : sequence of str
        Of the columns.
    file : str
        Its name, for errors.

    Returns
    -------
    dict of str to list of str
        Cells without the spaces around them; rows marked as deleted are left out.

    Raises
    ------
    OwnDataError
        If it is no such file, is cut off, or a column is missing.
    """
    try:
        number, begin, size = struct.unpack_from("<IHH", content, 4)
        fields: dict[str, tuple[int, int]] = {}
        at, place = _HEADER, 1
        while content[at] != _END_OF_FIELDS:
            name = content[at : at + 11].split(b"\0")[0].decode("ascii")
            width = content[at + 16]
            fields[name] = (place, place + width)
            at, place = at + _FIELD, place + width
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise OwnDataError("mesh_file_wrong", file=file) from error
    if place != size or len(content) < begin + number * size:
        raise OwnDataError("mesh_file_wrong", file=file, found=len(content))
    for name in names:
        if name not in fields:
            raise OwnDataError("mesh_column_missing", file=file, column=name)
    rows = [content[begin + row * size : begin + (row + 1) * size] for row in range(number)]
    kept = [row for row in rows if row[:1] != _DELETED]
    return {
        name: [row[slice(*fields[name])].decode("ascii", "replace").strip() for row in kept] for name in names
    }
