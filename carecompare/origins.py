"""The publications behind a view, and the source line that names them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from carecompare.text import words
from carecompare.text.format import date
from carecompare.text.topics.map_words import BOUNDARY

if TYPE_CHECKING:
    from collections.abc import Sequence


class Origin(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One publication behind a view, as it was when the view was made.

    Parameters
    ----------
    source : str
        Its id in the catalogue.
    title, publisher, licence, page : str
        As the catalogue has them.
    first, last : str
        ISO dates of the earliest and the latest of its figures that are shown; empty of none.
    edition : str
        What its editions are called, where a date does not say which; empty where it does.
    editions, files : tuple of str
        The publisher's editions that the figures were read from, and the names of the files.
    use : {"processed", "quoted", "outlines"}
        Whether figures are made from it, it is quoted as it stands, or it gives the outlines of a map.
    place : str
        Where in a quoted publication, as ``スライド2``.
    """

    source: str
    title: str
    publisher: str
    licence: str
    page: str
    first: str = ""
    last: str = ""
    edition: str = ""
    editions: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    use: Literal["processed", "quoted", "outlines"] = "processed"
    place: str = ""

    @property
    def as_of(self) -> str:
        """Return of when its figures are, as it is written in Japanese."""
        if self.first == self.last:
            return date(self.first) if self.first else ""
        return f"{date(self.first)}〜{date(self.last)}"

    @property
    def dated(self) -> str:
        """Return its edition, where it has a name, and of when its figures are."""
        return words.BETWEEN_DATES.join(filter(None, (self.edition, self.as_of)))


def source_text(origins: Sequence[Origin] | None, credit: str = "") -> str:
    """Return the source line of a view.

    Parameters
    ----------
    origins : sequence of Origin or None
        Its publications; None where a view names none.
    credit : str
        What is said where the figures are of no publication.

    Returns
    -------
    str
        Publisher, title and dates of each; that there is none, where figures should have one.
    """
    if origins is None:
        return credit
    processed, quoted, outlines = (
        [each for each in origins if each.use == use] for use in ("processed", "quoted", "outlines")
    )
    made = "、".join(f"{each.publisher}「{each.title}」（{each.dated}）" for each in processed)
    said = "、".join(f"{each.publisher}「{each.title}」{each.place}" for each in quoted)
    parts = [made + words.PROCESSED if made else "", said]
    line = f"{words.SOURCE}：{'／'.join(filter(None, parts)) or words.NO_SOURCE}"
    drawn = (
        BOUNDARY.format(name=each.title, publisher=each.publisher, licence=each.licence) for each in outlines
    )
    return "。".join((line, *drawn, *filter(None, (credit,))))
