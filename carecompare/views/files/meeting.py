"""The papers of a meeting: their list, and each as a screen of the presenter."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, NamedTuple

import segno

from carecompare.own import MEETING, Meeting
from carecompare.text.files import meeting_words
from carecompare.text.topics import present_words
from carecompare.views.base.choice import parameter
from carecompare.views.base.table import Table

if TYPE_CHECKING:
    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page


# Which of the papers is on the screen, and for how many minutes the presenter means to speak.
SCREEN = parameter("screen", lambda _, __: True)
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
# What can be read from the back of a room: rows of a picture, and of a table.
MOST_DRAWN, MOST_ROWS = 12, 8
AXIS_PX = 60
SHAPE = 2.2
NARROWEST_PX, WIDEST_PX = 640, 960


class Button(NamedTuple):
    """A way to another screen: key, label, keyboard shortcut, and by how many screens it goes on."""

    key: str
    label: str
    shortcut: str
    steps: int


def width_px(height_px: int) -> int:
    """Return how wide a picture is drawn, so that it fills the screen when it is enlarged as a whole."""
    return round(min(max((height_px + AXIS_PX) * SHAPE, NARROWEST_PX), WIDEST_PX))


def stage_head(here: Page, title: str, block: Block | None, cut: tuple[int, int] | None) -> str:
    """Return the HTML above a screen: title, what was cut, minutes left."""
    rows = len(block.table.rows) if block and block.chart is None else 0
    said = [block.subtitle if block else ""]
    if cut:
        said.append(present_words.CUT.format(all=cut[0], most=cut[1]))
    if rows > MOST_ROWS:
        said.append(present_words.ROWS_CUT.format(all=rows, most=MOST_ROWS))
    facts = {
        "minutes": here.selection[MINUTES],
        "over": present_words.OVER,
        "remaining": present_words.REMAINING,
    }
    given = " ".join(f"data-{name}='{escape(value)}'" for name, value in facts.items())
    small = "".join(f"<p>{escape(each)}</p>" for each in said if each)
    return f"<div class='cc-stage' {given}><h1>{escape(title)}</h1>{small}</div>"


def first_rows(table: Table) -> Table:
    """Return the rows of a table that can be read at ten metres."""
    rows = list(table.rows)[:MOST_ROWS]
    return Table(
        columns=table.columns,
        rows=rows,
        numeric=table.numeric,
        centred=table.centred,
        own_rows=table.own_rows,
        own_columns=table.own_columns,
        groups={row: label for row, label in table.groups.items() if row < len(rows)},
        caption=table.caption,
        kind=table.kind,
    )


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
