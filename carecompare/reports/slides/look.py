"""Sizes, colours and places of slides, in points and in the units of the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Format = Literal["16:9", "a4"]
EMU = 12_700  # in one point
SIZES: dict[Format, tuple[float, float]] = {"16:9": (960.0, 540.0), "a4": (841.89, 595.28)}

OWN = "C8102E"
OWN_LIGHT = "EDA3AE"
OWN_FAINT = "F9E4E7"
PEER = "8A94A6"
PEER_DARK = "5B6578"
MIDDLE = "B9C2D0"
FAINT = "E9ECF1"
PALE = "F5F6F8"
DARK = "3B4252"
INK = "20242C"
PAPER = "FFFFFF"

TITLE_PT = 28.0
# Bold letters of a font that stands in for ours are wider by this much.
BOLD_ROOM = 0.9
TITLE_SMALLEST_PT = 14.0
SUBTITLE_PT = 14.0
SUBTITLE_SMALLEST_PT = 9.0
NOTE_PT = 12.0
NOTE_SMALLEST_PT = 9.0
SOURCE_PT = 10.0
SOURCE_SMALLEST_PT = 6.5
MARGIN_PT = 36.0
SUBTITLE_HEIGHT_PT = 36.0
NOTE_HEIGHT_PT = 32.0
SOURCE_HEIGHT_PT = 28.0
PAGE_WIDTH_PT = 60.0
GAP_PT = 6.0


@dataclass(frozen=True)
class Box:
    """A place on a slide, in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Return its lower edge."""
        return self.top + self.height

    def emu(self) -> tuple[int, int, int, int]:
        """Return left, top, width and height in the units of the file."""
        return tuple(round(each * EMU) for each in (self.left, self.top, self.width, self.height))  # type: ignore[return-value] # four in, four out


@dataclass(frozen=True)
class Frame:
    """Where the parts of a slide stand.

    Parameters
    ----------
    title, subtitle, body, note, source, page : Box
        From top to bottom; the page number at the right of the source.
    """

    title: Box
    subtitle: Box
    body: Box
    note: Box
    source: Box
    page: Box


def frame(width: float, height: float, title: Box | None = None, bottom: float | None = None) -> Frame:
    """Return the places of a slide.

    Parameters
    ----------
    width, height : float
        Of the slide, in points.
    title : Box, optional
        Where a template has its title.
    bottom : float, optional
        Where a template's own foot begins.

    Returns
    -------
    Frame
        A title that stands in the lower half of a slide is not followed.
    """
    usual = Box(MARGIN_PT, 24.0, width - 2 * MARGIN_PT, 82.0)
    head = title if title is not None and title.bottom < height / 2 and title.width > width / 2 else usual
    left, inner = min(head.left, MARGIN_PT * 2), min(head.width, width - 2 * MARGIN_PT)
    foot = (bottom if bottom is not None and bottom > height * 0.8 else height - 12.0) - SOURCE_HEIGHT_PT
    subtitle = Box(left, head.bottom + 2, inner, SUBTITLE_HEIGHT_PT)
    note = Box(left, foot - NOTE_HEIGHT_PT - 2, inner, NOTE_HEIGHT_PT)
    body = Box(left, subtitle.bottom + GAP_PT, inner, note.top - subtitle.bottom - 2 * GAP_PT)
    source = Box(left, foot, inner - PAGE_WIDTH_PT, SOURCE_HEIGHT_PT)
    page = Box(left + inner - PAGE_WIDTH_PT, foot, PAGE_WIDTH_PT, SOURCE_HEIGHT_PT)
    return Frame(head, subtitle, body, note, source, page)
