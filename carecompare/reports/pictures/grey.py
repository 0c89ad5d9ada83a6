"""Pictures in grey that survive a copier: tones far apart, hatching where the own colour was light."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from carecompare.reports.letters import FONT
from carecompare.reports.lines import wrapped
from carecompare.reports.pictures.images import chart_svg
from carecompare.reports.pictures.svg import UNWRITABLE, size_of, without_declaration
from carecompare.reports.tones import grey_tone

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


TITLE_PX, MARGIN_PX, LINE_HEIGHT = 16, 10, 1.35
INK, FRAME = "#000000", "#7F7F7F"
# Two light tones of red would be one grey: they are hatched.
HATCHED = {"#EDA3AE": "hatch-wide", "#F9E4E7": "hatch-light"}
# Words stand on them, so their lines are thin and far apart.
PATTERNS = (
    "<defs>"
    "<pattern id='hatch-wide' width='9' height='9' patternUnits='userSpaceOnUse' "
    "patternTransform='rotate(45)'>"
    "<rect width='9' height='9' fill='#BFBFBF'/><rect width='1.6' height='9' fill='#000000'/></pattern>"
    "<pattern id='hatch-light' width='9' height='9' patternUnits='userSpaceOnUse' "
    "patternTransform='rotate(135)'>"
    "<rect width='9' height='9' fill='#FFFFFF'/><rect width='1' height='9' fill='#000000'/></pattern>"
    "</defs>"
)
# Bars of the own municipality: dark, not black, for the line of their interval is drawn on them.
_OWN_BAR = re.compile(r'(<path[^>]*? d="M[^"A]*Z"[^>]*?) fill="#C8102E"(?: stroke="#[0-9A-Fa-f]{6}")?')
_OWN_BAR_GREY = r'\1 fill="#6B6B6B" stroke="#000000"'
_PAINT = re.compile(r'\b(fill|stroke)="(#[0-9A-Fa-f]{6})"')
_SHORT = re.compile(r'\b(fill|stroke)="#([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])"')
# A dark word gets a light edge, to be read on hatching and on bars.
_WORD = re.compile(r'<text(?![^>]*stroke=)(?=[^>]*fill="#(?:000000|404040|595959)")')
_EDGE = '<text stroke="#FFFFFF" stroke-width="3" stroke-linejoin="round" paint-order="stroke"'


def in_grey(svg: str) -> str:
    """Return an SVG without colours.

    Parameters
    ----------
    svg : str
        With paints as attributes in hexadecimal, as Vega writes them.

    Returns
    -------
    str
        It names the patterns of `PATTERNS`, which must stand in it or in what it is put into.
    """

    def paint(match: re.Match[str]) -> str:
        hatch = HATCHED.get(match[2].upper()) if match[1] == "fill" else None
        return f'{match[1]}="url(#{hatch})"' if hatch else f'{match[1]}="{grey_tone(match[2])}"'

    svg = _OWN_BAR.sub(_OWN_BAR_GREY, svg)
    return _WORD.sub(_EDGE, _PAINT.sub(paint, _SHORT.sub(r'\1="#\2\2\3\3\4\4"', svg)))


def grey_picture(picture: Mapping[str, Any], title: str, width_px: int) -> str:
    """Return a picture in grey in a thin frame, its title above it.

    Parameters
    ----------
    picture : mapping
        A Vega-Lite specification with its figures inside.
    title : str
        In the middle above; long ones go on in the next line.
    width_px : int
        Of the whole.

    Returns
    -------
    str
        SVG on white.

    Raises
    ------
    ValueError
        If it cannot be drawn.
    """
    inside_px = width_px - 2 * MARGIN_PX
    chart = in_grey(chart_svg(picture, inside_px, is_still=True))
    wide, high = size_of(chart)
    whole = max(width_px, round(wide) + 2 * MARGIN_PX)
    lines = wrapped(UNWRITABLE.sub("", title), (whole - 2 * MARGIN_PX) / TITLE_PX - 1)
    said = "".join(
        f"<text x='{whole / 2:g}' y='{MARGIN_PX + TITLE_PX * (1 + LINE_HEIGHT * place):g}' "
        f"text-anchor='middle' font-size='{TITLE_PX}' font-weight='bold' fill='{INK}'>{escape(line)}</text>"
        for place, line in enumerate(lines)
    )
    top = MARGIN_PX + TITLE_PX * LINE_HEIGHT * len(lines) + MARGIN_PX / 2
    height = round(top + high + MARGIN_PX)
    left = (whole - wide) / 2
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{whole}' height='{height}' "
        f"viewBox='0 0 {whole} {height}' font-family='{FONT}'>{PATTERNS}"
        f"<rect x='0.5' y='0.5' width='{whole - 1}' height='{height - 1}' fill='#FFFFFF' stroke='{FRAME}'/>"
        f"{said}<g transform='translate({left:g},{top:g})'>{without_declaration(chart)}</g></svg>"
    )
