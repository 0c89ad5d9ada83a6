"""Read a file of ``data/catalog`` into records, or say what of it cannot be read."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from carecompare.errors import CatalogError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

T = TypeVar("T")


def parsed(folder: Path, name: str) -> dict[str, Any]:
    """Return a file as TOML.

    Raises
    ------
    CatalogError
        If it is missing or no TOML.
    """
    try:
        return tomllib.loads((folder / name).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CatalogError("catalog_file_missing", file=name) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CatalogError("catalog_not_toml", file=name, found=str(error)) from error


def converted(rows: object, kind: type[T], file: str) -> T:
    """Return what a file says as records of a kind.

    Raises
    ------
    CatalogError
        If a field is unknown, missing or of the wrong type.
    """
    try:
        return msgspec.convert(rows, kind)
    except msgspec.ValidationError as error:
        raise CatalogError("catalog_field_wrong", file=file, found=str(error)) from error


def by_id(rows: Iterable[T], file: str, key: str = "id") -> dict[str, T]:
    """Return records by their id.

    Raises
    ------
    CatalogError
        If one is given twice.
    """
    named: dict[str, T] = {}
    for row in rows:
        name = str(getattr(row, key))
        if name in named:
            raise CatalogError("catalog_id_twice", file=file, found=name)
        named[name] = row
    return named


def records(content: dict[str, Any], name: str, kind: type[T], file: str, key: str = "id") -> dict[str, T]:
    """Return the blocks of a name by their id; see `converted` and `by_id`."""
    return by_id((converted(row, kind, file) for row in content.get(name, [])), file, key)
