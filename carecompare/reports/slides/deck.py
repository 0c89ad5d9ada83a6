"""What becomes slides, said without the library that writes them: that is loaded when a deck is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.exhibits import Exhibit


MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


@dataclass(frozen=True)
class SlideItem:
    """One exhibit of a deck.

    Parameters
    ----------
    exhibit : Exhibit
        With the figures of today.
    title : str
        Takes the place of the finding where it is not empty.
    before : Exhibit or None
        With the figures it had when it was put into the papers.
    stale : bool
        Whether it cannot be made any more, so that ``exhibit`` still has the figures of then.
    """

    exhibit: Exhibit
    title: str = ""
    before: Exhibit | None = None
    stale: bool = False


@dataclass(frozen=True)
class SlideDeck:
    """What becomes slides.

    Parameters
    ----------
    items : tuple of SlideItem
        In order.
    own : str
        Name of the municipality.
    made : str
        Date, as in 2026-11-23.
    product : str
        Name of this program.
    meeting : str
        Name of the meeting, or empty.
    definitions : mapping of str to str
        How each indicator is made, one line by id.
    cover : bool
        Whether a cover comes first.
    has_appendix : bool
        Whether the tables of pictures, and those too long for a slide, come last.
    """

    items: tuple[SlideItem, ...]
    own: str
    made: str
    product: str
    meeting: str = ""
    definitions: Mapping[str, str] = field(default_factory=dict)
    cover: bool = True
    has_appendix: bool = True


@dataclass(frozen=True)
class SlideMaster:
    """A town's template; an empty file stands for the product's own."""

    name: str = ""
    file: bytes = b""
