"""The papers of a meeting: their list, and each as a screen of the presenter."""

from __future__ import annotations

import re
from html import escape
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

import segno

from carecompare.charts.parts.spacing import text_width_px
from carecompare.origins import source_text
from carecompare.own import MEETING, Meeting
from carecompare.text.files import meeting_words
from carecompare.text.topics import present_words
from carecompare.views.base.choice import parameter
from carecompare.views.files.stage_tables import screens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.charts import Picture
    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page
    from carecompare.views.base.table import Table


# Which of the papers is on the screen, which part of a picture too tall for one, and for how many minutes the
# presenter means to speak.
SCREEN = parameter("screen", lambda _, __: True)
_NUMBER = re.compile(r"[1-9][0-9]?")
PART = parameter("screen_part", lambda value, _: bool(_NUMBER.fullmatch(value)))
_MINUTES = re.compile(r"[1-9][0-9]{0,2}")
MINUTES = parameter("minutes", lambda value, _: bool(_MINUTES.fullmatch(value)))


def meeting(here: Page) -> tuple[Meeting, int]:
    """Return the papers of a municipality and their version, 0 when nothing was put there.

    Raises
    ------
    OwnDataError
        If the file cannot be read.
    """
    kept = here.kept(MEETING)
    return (kept.content, kept.version) if kept else (Meeting(), 0)


def meeting_described(content: object) -> str:
    """Return a version of the papers of a meeting in words, a line each, for the history."""
    items = content.items if isinstance(content, Meeting) else ()
    return "\n".join(
        meeting_words.LINE.format(place=place, title=item.title or item.exhibit.title)
        for place, item in enumerate(items, 1)
    )


END = "end"
# The room of a table on 1024 × 768 in its letters, what a line of the title and of the words below it take
# of it, and how many letters of their own such a line holds.
TABLE_EM, TITLE_EM, WHAT_EM = 31.0, 2.55, 1.2
TITLE_LINE_EM, WHAT_LINE_EM = 25.0, 56.0
# Letters that two lines below a title hold, and three at the foot, on a projector of 1024 × 768.
LONGEST_LINE, LONGEST_SOURCE = 88, 100
# A picture is drawn for a desk with letters of 12 px, and enlarged as a whole until it fills what a title of
# two lines and the foot leave. Drawn no wider and no taller than this, its letters are at least 18 px on a
# projector of 1024 × 768 and on a screen of 16:9, and it is as wide as either.
WIDTHS_PX = {"narrow": 640, "wide": 850}
FIRST_SHAPE = "wide"
# That holds for titles of three lines; each further one takes this much of the plot, of which two rows stay.
PLOT_PX, MOST_LINES, TITLE_LINE_PX, LOWEST_PX = 192, 3, 34, 64


class Part(NamedTuple):
    """Which of the screens of one picture is shown, from 1."""

    number: int
    every: int


class Button(NamedTuple):
    """A way to another screen: key, label, keyboard shortcut, and the place and part it leads to."""

    key: str
    label: str
    shortcut: str
    to: tuple[int, int]


def staged_pictures(title: str, block: Block | None) -> Sequence[Picture]:
    """Return the pictures of a view as they are read from the back of a room, one after the other."""
    if block is None or block.chart is None:
        return ()
    height_px = max(PLOT_PX - TITLE_LINE_PX * max(_title_lines(title) - MOST_LINES, 0), LOWEST_PX)
    return (block.staged(height_px) if block.staged else ()) or (block.chart,)


def staged_tables(title: str, block: Block | None) -> Sequence[Table]:
    """Return the table of a view in pieces that can be read from the back of a room below its title."""
    if block is None:
        return ()
    taken = _title_lines(title) * TITLE_EM
    taken += min(ceil(text_width_px(_what(block), 1) / WHAT_LINE_EM), 2) * WHAT_EM
    return screens_of(block.table, TABLE_EM - taken)


def _title_lines(title: str) -> int:
    return ceil(text_width_px(title, 1) / TITLE_LINE_EM)


def stage_head(here: Page, title: str, block: Block | None) -> str:
    """Return the HTML above a screen: title, how to read it, minutes left."""
    said = _what(block) if block else ""
    facts = {
        "minutes": here.selection[MINUTES],
        "over": present_words.OVER,
        "remaining": present_words.REMAINING,
    }
    given = " ".join(f"data-{name}='{escape(value)}'" for name, value in facts.items())
    small = f"<p>{escape(said)}</p>" if said else ""
    return f"<div class='cc-stage' {given}><h1>{escape(title)}</h1>{small}</div>"


def _what(block: Block) -> str:
    """Return the line below the title: how to read the picture where it fits, else what it shows."""
    return block.subtitle if len(block.subtitle) <= LONGEST_LINE else block.what or block.subtitle


def stage_source(block: Block) -> str:
    """Return the source line as far as the foot of a screen holds it, and how many it leaves to the page."""
    origins = block.origins or ()
    for many in range(len(origins), 0, -1):
        line = source_text(origins[:many], block.credit)
        if many < len(origins):
            line += present_words.MORE_SOURCES.format(count=len(origins) - many)
        if len(line) <= LONGEST_SOURCE or many == 1:
            return line
    return block.source


def stage_foot(source: str, place: str, address: str) -> str:
    """Return the HTML under a screen: source, clock, number and the QR code of its address."""
    code = segno.make(address, error="m").svg_data_uri(scale=4, border=2)
    return (
        "<div class='cc-stage-foot'>"
        f"<p title='{escape(source)}'>{escape(source)}</p>"
        f"<b class='cc-clock' role='timer'></b><b>{escape(place)}</b>"
        f"<a class='cc-qr' href='{escape(address)}' title='{present_words.QR}'>"
        f"<img alt='{present_words.QR}' src='{escape(code)}'></a>"
        "</div>"
    )
