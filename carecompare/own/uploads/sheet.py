"""A grid of text, whatever file it came from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sheet:
    """A grid of text.

    Parameters
    ----------
    name : str
        Of the sheet; empty for a text file.
    rows : list of list of str
        The first is row 1.
    """

    name: str
    rows: list[list[str]]
