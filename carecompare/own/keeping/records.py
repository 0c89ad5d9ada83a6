"""What is kept: a content of some kind, with its version, author and time."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Generic, TypeVar

import msgspec

from carecompare.errors import OwnDataError


class Content(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something a town writes. New fields get a default; anything else is a new ``schema`` of its kind."""


C = TypeVar("C", bound=Content)

LONGEST_NAME = 60
_AREA = re.compile(r"[0-9a-z_-]{1,40}")
_PART = re.compile(r"[0-9a-z_-]{1,60}")


@dataclass(frozen=True)
class Kind(Generic[C]):
    """A kind of content.

    Parameters
    ----------
    name : str
        Its folder.
    content : type
        What is kept.
    schema : int
        Raised when older files can no longer be read as ``content``.
    part : str
        What several people may write independently (a topic, a year), each with versions of its own.
    """

    name: str
    content: type[C]
    schema: int = 1
    part: str = ""

    def of(self, part: str) -> Kind[C]:
        """Return the kind of one part.

        Raises
        ------
        OwnDataError
            If its name has other characters than a-z, 0-9, ``-`` and ``_``: it is part of a folder's name.
        """
        if not _PART.fullmatch(part):
            raise OwnDataError("own_name_wrong", found=part[:LONGEST_NAME])
        return replace(self, part=part)

    @property
    def folder(self) -> str:
        """Return the name of its folder."""
        return f"{self.name}.{self.part}" if self.part else self.name


@dataclass(frozen=True)
class Kept(Generic[C]):
    """A content as it was saved.

    Parameters
    ----------
    content : Content
        What was written.
    version : int
        From 1; the next save states it.
    author : str
        Who saved it: a post or section rather than a person.
    saved_at : datetime
        In UTC.
    restored_from : int
        The version whose content this is again, or 0.
    """

    content: C
    version: int
    author: str
    saved_at: datetime
    restored_from: int = 0


@dataclass(frozen=True)
class Saving:
    """One line of a history.

    Parameters
    ----------
    version : int
        Its number.
    author : str
        Who; empty where the file cannot be read.
    saved_at : datetime or None
        When, in UTC.
    restored_from : int
        The version whose content it is again, or 0.
    problem : OwnDataError or None
        Why the file cannot be read.
    """

    version: int
    author: str
    saved_at: datetime | None
    restored_from: int = 0
    problem: OwnDataError | None = None


class Envelope(Content, frozen=True):
    """A file: the content, and what says where it belongs."""

    area: str
    kind: str
    part: str
    schema: int
    version: int
    author: str
    saved_at: datetime
    content: msgspec.Raw
    restored_from: int = 0


def checked_area(area: str) -> str:
    """Return the code of an area when it can name a folder.

    Raises
    ------
    OwnDataError
        If it cannot.
    """
    if not _AREA.fullmatch(area):
        raise OwnDataError("own_name_wrong", found=area[:LONGEST_NAME])
    return area


def checked_folder(folder: str) -> str:
    """Return the name of a kind's folder when it is one.

    Raises
    ------
    OwnDataError
        If it is not.
    """
    name, point, part = folder.partition(".")
    if not _PART.fullmatch(name) or (point and not _PART.fullmatch(part)):
        raise OwnDataError("own_name_wrong", found=folder[:LONGEST_NAME])
    return folder


def file_name(area: str, folder: str, version: int) -> str:
    """Return the path of a version below the place it is kept."""
    return f"{area}/{folder}/{version:06d}.json"
