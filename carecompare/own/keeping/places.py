"""Where an installation keeps what towns keep: below a folder, or in a database."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from carecompare.errors import OwnDataError
from carecompare.own.keeping.storage import Folder
from carecompare.paths import DATABASE

if TYPE_CHECKING:
    from carecompare.own.keeping.database import Database
    from carecompare.own.keeping.storage import OfficePlace


def place_at(where: str) -> OfficePlace:
    """Return a place by what ``CARECOMPARE_OWN`` says.

    Parameters
    ----------
    where : str
        ``postgresql://user@host/database``, or a folder.

    Raises
    ------
    OwnDataError
        If the address cannot be read, or the library for it is not installed. Nothing is connected to yet.
    """
    return _database(where) if where.startswith(DATABASE) else Folder(Path(where))


@lru_cache(maxsize=8)
def _database(address: str) -> Database:
    """Return one database for a whole process: it keeps the connections."""
    try:
        # Here, not above: an office that keeps files needs no library for databases.
        from carecompare.own.keeping.database import Database  # noqa: PLC0415
    except ImportError as error:
        raise OwnDataError("own_database_library") from error
    return Database(address)
