"""Legends of maps of points, as HTML: the point as it is drawn, what it is, how many there are."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from carecompare.text.format import number
from carecompare.text.topics.reach import reach_words

if TYPE_CHECKING:
    from collections.abc import Sequence


def disc_row(
    text: str, count: int, color: tuple[int, int, int], radius_px: float, ring_px: float = 1, mark: str = ""
) -> str:
    """Return a line for points of one kind.

    Parameters
    ----------
    text : str
        What they are.
    count : int
        How many.
    color, radius_px, ring_px, mark
        As they are drawn.
    """
    wide = 2 * radius_px
    disc = (
        f"<span style='display:inline-block;width:{wide}px;height:{wide}px;border-radius:50%;"
        f"background:#{bytes(color).hex()};border:{max(ring_px, 1)}px solid #20242C;"
        f"box-sizing:content-box'></span>"
    )
    number_of = f"<b>{escape(mark)}</b>　" if mark else ""
    many = escape(reach_words.POINTS.format(count=number(count)))
    placed = f"<span aria-hidden='true' style='width:1.9em;text-align:center;flex:none'>{disc}</span>"
    return f"<li>{placed}{number_of}{escape(text)}<small>{many}</small></li>"


def sign_row(text: str, sign: str, color: str) -> str:
    """Return a line for a sign."""
    shown = f"<span style='color:{color};width:1.9em;text-align:center'>{sign}</span>"
    return f"<li>{shown}{escape(text)}</li>"


def legend(heading: str, rows: Sequence[str]) -> str:
    """Return a legend of such lines."""
    return f"<div class='cc-legend'><p>{escape(heading)}</p><ul>{''.join(rows)}</ul></div>"
