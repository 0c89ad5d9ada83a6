"""What is noted of the rows of a publisher's file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Note:
    """Something a person should know about rows of a file.

    Parameters
    ----------
    problem : str
        Key of its sentence in ``carecompare.text.import_report``.
    number : int
        How many rows it is about.
    fields : mapping of str to object
        ``row``, ``area``, ``office``, ``found``, ``expected`` as far as they apply.
    """

    problem: str
    number: int = 1
    fields: Mapping[str, object] = field(default_factory=dict)
