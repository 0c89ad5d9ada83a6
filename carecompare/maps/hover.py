"""What a municipality says when it is pointed at, for all of them in one short text.

deck.gl fills a template with properties of the thing pointed at, and those stand in a file that is fetched
once. So the template itself carries every line, and a window of one line's height is moved to the one wanted.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LINE_PX = 18


def hover(heading: str, lines: Mapping[str, Sequence[str]]) -> str:
    """Return the template.

    Parameters
    ----------
    heading : str
        What the figures are.
    lines : mapping of str to sequence of str
        Label of each row to the texts of all municipalities, in the order of the map's file.

    Returns
    -------
    str
        HTML in which ``{n}`` is the name and ``{i}`` the place in that order.
    """
    rows = "".join(_row(label, texts) for label, texts in lines.items())
    return f"<b>{{n}}</b><br>{_plain(heading)}{rows}"


def _row(label: str, texts: Sequence[str]) -> str:
    every = "\n".join(_plain(text) for text in texts)
    return (
        f"<div style='display:flex;gap:.6em'><span style='color:#5B6578'>{_plain(label)}</span>"
        f"<div style='height:{LINE_PX}px;overflow:hidden;margin-left:auto'>"
        f"<div style='white-space:pre;text-align:right;margin-top:calc(-{LINE_PX}px*{{i}})'>{every}</div>"
        "</div></div>"
    )


def _plain(text: str) -> str:
    """Return text in which nothing is markup and nothing a placeholder."""
    return escape(text.replace("\n", " ")).replace("{", "&#123;").replace("}", "&#125;")
