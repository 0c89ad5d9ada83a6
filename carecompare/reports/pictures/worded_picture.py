"""A picture with its title, how it is read, its source and its date inside."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from carecompare.reports.letters import FONT
from carecompare.reports.lines import wrapped
from carecompare.reports.pictures.images import chart_svg, svg_png
from carecompare.reports.pictures.svg import UNWRITABLE, size_of, without_declaration
from carecompare.reports.workbooks.cells import INK, QUIET
from carecompare.workers import apart

if TYPE_CHECKING:
    from carecompare.exhibits import Exhibit


MARGIN_PX, LINE_HEIGHT = 24, 1.45
TITLE_PX, SUBTITLE_PX, SMALL_PX = 22, 14, 12
LEAST_WIDTH_PX = 320


@apart
def picture_svg(exhibit: Exhibit, title: str, foot: str, width_px: int) -> str:
    """Return the picture of an exhibit with its words inside.

    Parameters
    ----------
    exhibit : Exhibit
        With a picture.
    title : str
        Stands in place of the finding, where it is given.
    foot : str
        Last line: date and product.
    width_px : int
        Of the whole.

    Returns
    -------
    str
        SVG on white; long words go on in the next line.

    Raises
    ------
    ValueError
        If there is no picture, or it cannot be drawn.
    """
    if exhibit.picture is None:
        raise ValueError(exhibit.view)
    inside_px = max(width_px, LEAST_WIDTH_PX) - 2 * MARGIN_PX
    chart = chart_svg(exhibit.picture, inside_px)
    chart_width, chart_height = size_of(chart)
    inside_px = max(inside_px, round(chart_width))
    top = float(MARGIN_PX)
    drawn = []
    for text, size, colour, weight in (
        (title or exhibit.title, TITLE_PX, INK, "bold"),
        (exhibit.subtitle, SUBTITLE_PX, QUIET, "normal"),
    ):
        lines, top = _text(text, top, inside_px, size, f"{colour}' font-weight='{weight}")
        drawn.append(lines)
    top += SMALL_PX
    drawn.append(f"<g transform='translate({MARGIN_PX},{top:g})'>{without_declaration(chart)}</g>")
    top += chart_height + SMALL_PX
    for text in (*exhibit.notes, exhibit.source, foot):
        lines, top = _text(text, top, inside_px, SMALL_PX, QUIET)
        drawn.append(lines)
    whole_width, whole_height = inside_px + 2 * MARGIN_PX, round(top + MARGIN_PX / 2)
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{whole_width}' height='{whole_height}' "
        f"viewBox='0 0 {whole_width} {whole_height}' font-family='{FONT}'>"
        f"<title>{_safe(title or exhibit.title)}</title>"
        f"<rect width='100%' height='100%' fill='#FFFFFF'/>{''.join(drawn)}</svg>"
    )


@apart
def picture_png(exhibit: Exhibit, title: str, foot: str, width_px: int, scale: float = 2.0) -> bytes:
    """Return the same as PNG.

    Parameters
    ----------
    exhibit, title, foot, width_px
        As for `picture_svg`.
    scale : float
        Dots of the image per pixel.

    Raises
    ------
    ValueError
        As for `picture_svg`.
    """
    return svg_png(picture_svg(exhibit, title, foot, width_px), scale)


def _text(text: str, top: float, width_px: float, size_px: int, colour: str) -> tuple[str, float]:
    """Return lines of text, and where the next may begin."""
    lines = wrapped(UNWRITABLE.sub("", text), width_px / size_px - 1)
    placed = "".join(
        f"<text x='{MARGIN_PX}' y='{top + size_px * (1 + LINE_HEIGHT * place):g}' "
        f"font-size='{size_px}' fill='{colour}'>{escape(line)}</text>"
        for place, line in enumerate(lines)
    )
    return placed, top + size_px * LINE_HEIGHT * len(lines) + (size_px * 0.3 if lines else 0)


def _safe(text: str) -> str:
    return escape(UNWRITABLE.sub("", text))
