"""Papers as PDF: set by typst, with the letters inside, tagged, every word selectable."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from carecompare.cells import composed
from carecompare.reports import letters
from carecompare.reports.csv import GETA
from carecompare.reports.papers.paper import Drawing
from carecompare.reports.pictures.images import chart_svg
from carecompare.workers import apart

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from carecompare.reports.papers.paper import Paper


LAYOUT = Path(__file__).with_name("paper.typ")
# For screen readers too: PDF/UA refuses a page with a letter that is not there or a picture without words.
STANDARD = "ua-1"
BOLD = re.compile(r'<text(?=[^>]*font-weight="bold")(?![^>]*stroke=)([^>]*?)fill="(#[0-9a-fA-F]{3,6})"')
INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
VARIANTS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")  # which drawing of a character is meant


@dataclass(frozen=True)
class PaperFile:
    """A PDF as bytes.

    Parameters
    ----------
    content : bytes
        The file.
    lacking : str
        Characters that the letters do not hold, each once; they stand as 〓 on paper.
    """

    content: bytes
    lacking: str


@apart
def paper_file(paper: Paper) -> PaperFile:
    """Return a paper as PDF.

    Parameters
    ----------
    paper : Paper
        What stands on it. Its words are data to the layout: none of them is run, whatever they look like.

    Returns
    -------
    PaperFile
        PDF/UA-1 with embedded letters, language, title and the words of every picture.

    Raises
    ------
    TypstError
        If it cannot be set, such as a picture that is no SVG.
    """
    lacking: dict[str, None] = {}
    shown = _settable(msgspec.to_builtins(paper), lacking)
    typst = _typst()
    compiler = typst.Compiler(
        LAYOUT.read_bytes(),
        root=str(LAYOUT.parent),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"paper": msgspec.json.encode(shown).decode()},
    )
    return PaperFile(bytes(compiler.compile(format="pdf", pdf_standards=[STANDARD])), "".join(lacking))


def drawing(
    picture: Mapping[str, Any],
    alt: str,
    width_px: int,
    *,
    fills: bool = False,
    most_mm: float = 0.0,
    has_axes: bool = True,
) -> Drawing:
    """Return a picture ready for paper.

    Parameters
    ----------
    picture : mapping
        A Vega-Lite specification with its figures inside.
    alt : str
        The words for those who cannot see it.
    width_px : int
        Width in pixels it is drawn for; fewer make its letters larger on paper.
    fills : bool
        Whether it takes what is left of the page.
    most_mm : float
        Greatest height, 0 for none.
    has_axes : bool
        Whether axes or labels stand beside the plot; without them it is drawn faster.

    Returns
    -------
    Drawing
        Bold words in it are drawn with an edge, for the letters have no bold of their own.
    """
    drawn = chart_svg(picture, width_px, is_still=True, has_axes=has_axes)
    svg = BOLD.sub(r'<text\1fill="\2" stroke="\2" stroke-width="0.5"', drawn)
    return Drawing(svg=svg, alt=alt, fills=fills, most_mm=most_mm)


def letters_lacking(text: str) -> str:
    """Return the characters that papers cannot show, each once."""
    lacking: dict[str, None] = {}
    _settable(text, lacking)
    return "".join(lacking)


def _settable(part: Any, lacking: dict[str, None]) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return decoded JSON in characters that can be set; those that cannot are put into ``lacking``."""
    if isinstance(part, str):
        return "".join(_set(each, lacking) for each in composed(part))
    if isinstance(part, list | tuple):
        return [_settable(each, lacking) for each in part]
    if isinstance(part, dict):
        return {str(name): _settable(each, lacking) for name, each in part.items()}
    return part


def _set(character: str, lacking: dict[str, None]) -> str:
    if ord(character) in letters.held() or character == "\n" or VARIANTS.match(character):
        return character
    if unicodedata.category(character) in INVISIBLE:
        return ""
    lacking[character] = None
    return GETA


@lru_cache(maxsize=1)
def _fonts() -> Any:  # noqa: ANN401 - typst's own
    return _typst().Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(letters.folder())]
    )


@lru_cache(maxsize=1)
def _typst() -> Any:  # noqa: ANN401 - a module
    import typst  # noqa: PLC0415 - loaded when the first paper is made

    return typst
