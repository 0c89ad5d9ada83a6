"""What slides stand on: a master of our own, or that of a town's template."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml.etree import LxmlError
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PythonPptxError
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn

from carecompare.errors import OwnDataError
from carecompare.reports.slides import look
from carecompare.reports.slides.look import Box, frame
from carecompare.reports.slides.outside import without_outside
from carecompare.text.files import slide_words

if TYPE_CHECKING:
    from typing import Any

    from pptx.presentation import Presentation as Deck
    from pptx.slide import SlideLayout

    from carecompare.reports.slides.look import Format, Frame


TITLES = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}
FOOT = {PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER}
COVER_LAYOUT, CONTENT_LAYOUT = 0, 5  # of the library's own deck: a title slide and a title only
PANOSE = "020B0400000000000000"
_FACES = re.compile(r"<a:(major|minor)Font>.*?</a:\1Font>", re.DOTALL)
_ACCENT = re.compile(r"(<a:accent([1-6])>).*?(</a:accent\2>)", re.DOTALL)
ACCENTS = (look.OWN, look.PEER, look.DARK, look.MIDDLE, look.PEER_DARK, look.OWN_LIGHT)


@dataclass(frozen=True)
class Ground:
    """A deck without slides, and where things stand in it.

    Parameters
    ----------
    deck : Presentation
        To add slides to.
    cover, content : SlideLayout
        For the first slide, and for all others.
    frame : Frame
        Places on a slide of ``content``.
    width, height : float
        Of a slide, in points.
    """

    deck: Deck
    cover: SlideLayout
    content: SlideLayout
    frame: Frame
    width: float
    height: float


def own_ground(size: Format) -> Ground:
    """Return an empty deck with the product's own master.

    Parameters
    ----------
    size : {"16:9", "a4"}
        Of the slides.

    Returns
    -------
    Ground
        Its letters are named, not embedded.
    """
    deck = Presentation()
    width, height = look.SIZES[size]
    deck.slide_width, deck.slide_height = round(width * look.EMU), round(height * look.EMU)
    layouts = list(deck.slide_layouts)
    cover, content = layouts[COVER_LAYOUT], layouts[CONTENT_LAYOUT]
    for each in layouts:
        if each not in (cover, content):
            deck.slide_layouts.remove(each)
    cover.name, content.name = slide_words.LAYOUT_COVER, slide_words.LAYOUT_CONTENT
    _dress(deck)
    places = frame(width, height)
    title = Box(look.MARGIN_PT * 2, height * 0.28, width - 4 * look.MARGIN_PT, height * 0.24)
    below = Box(title.left, title.bottom + 12, title.width, height * 0.28)
    _place(cover, {PP_PLACEHOLDER.CENTER_TITLE: title, PP_PLACEHOLDER.SUBTITLE: below}, places)
    _place(content, {PP_PLACEHOLDER.TITLE: places.title}, places)
    body = Box(
        places.body.left, places.subtitle.top, places.body.width, places.note.bottom - places.subtitle.top
    )
    _place(deck.slide_master, {PP_PLACEHOLDER.TITLE: places.title, PP_PLACEHOLDER.BODY: body}, places)
    return Ground(deck, cover, content, places, width, height)


def _dress(deck: Deck) -> None:
    """Set letters and colours of the theme, and titles at the left."""
    master = deck.slide_master
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    face = f'typeface="{slide_words.FONT}" panose="{PANOSE}"'
    japanese = f'<a:font script="Jpan" typeface="{slide_words.FONT}"/>'
    faces = f'<a:latin {face}/><a:ea {face}/><a:cs typeface=""/>{japanese}'
    text = theme.blob.decode("utf-8")
    text = _FACES.sub(lambda found: f"<a:{found[1]}Font>{faces}</a:{found[1]}Font>", text)
    text = _ACCENT.sub(
        lambda found: f'{found[1]}<a:srgbClr val="{ACCENTS[int(found[2]) - 1]}"/>{found[3]}', text
    )
    theme._blob = text.encode("utf-8")  # noqa: SLF001 - the library gives the theme to read only
    style = master._element.find(qn("p:txStyles")).find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))  # noqa: SLF001
    style.set("algn", "l")
    letters = style.find(qn("a:defRPr"))
    letters.set("sz", str(round(look.TITLE_PT * 100)))
    letters.set("b", "1")


def _place(holder: Any, wanted: dict[PP_PLACEHOLDER, Box], places: Frame) -> None:  # noqa: ANN401 - layout or master
    for each in list(holder.placeholders):
        kind = each.placeholder_format.type
        if kind == PP_PLACEHOLDER.SLIDE_NUMBER:
            box = places.page
        elif kind in wanted:
            box = wanted[kind]
        else:
            each._element.getparent().remove(each._element)  # noqa: SLF001 - date and footer: the foot is ours
            continue
        each.left, each.top, each.width, each.height = box.emu()
        if kind in TITLES:
            _fix(each, anchor="b")
        if kind == PP_PLACEHOLDER.SUBTITLE:
            _fix(each, anchor="t")
            each._element.txBody.find(qn("a:lstStyle")).find(qn("a:lvl1pPr")).set("algn", "l")  # noqa: SLF001 - the same


def _fix(shape: Any, anchor: str) -> None:  # noqa: ANN401 - untyped there
    """Let a title keep its size: what fits is reckoned, not left to the program that opens the file."""
    body = shape._element.txBody.bodyPr  # noqa: SLF001 - not offered on placeholders of a layout
    for child in list(body):
        body.remove(child)
    for name in ("lIns", "tIns", "rIns", "bIns"):
        body.set(name, "0")
    body.set("anchor", anchor)
    body.set("wrap", "square")


def town_ground(content: bytes, name: str) -> Ground:
    """Return an empty deck with the master, layouts, letters and size of a town's template.

    Parameters
    ----------
    content : bytes
        The template; what it may hold was checked when it was brought.
    name : str
        Of the file, for the sentence when it is wrong.

    Returns
    -------
    Ground
        Its own slides are left out, and whatever leads outside: see `without_outside`.

    Raises
    ------
    OwnDataError
        If it cannot be opened, or has no layout.
    """
    try:
        deck = Presentation(io.BytesIO(content))
        _without_slides(deck)
        without_outside(deck)
        layouts = [layout for master in deck.slide_masters for layout in master.slide_layouts]
    except (PythonPptxError, LxmlError, KeyError, ValueError, OSError, AttributeError, IndexError) as error:
        raise OwnDataError("own_template_wrong", file=name) from error
    if not layouts or deck.slide_width is None or deck.slide_height is None:
        raise OwnDataError("own_template_wrong", file=name, found="no layout")
    width, height = deck.slide_width / look.EMU, deck.slide_height / look.EMU
    content_layout = min(layouts, key=_strangeness)
    cover = next((each for each in layouts if _is_cover(each)), content_layout)
    foot = [each for each in content_layout.placeholders if each.placeholder_format.type in FOOT]
    tops = [each.top / look.EMU for each in foot if each.top is not None]
    title = next(
        (each for each in content_layout.placeholders if each.placeholder_format.type in TITLES), None
    )
    places = frame(width, height, _box(title), min(tops, default=None))
    return Ground(deck, cover, content_layout, places, width, height)


def _without_slides(deck: Deck) -> None:
    listed = deck.slides._sldIdLst  # noqa: SLF001 - the library has no way to drop a slide
    for each in list(listed):
        deck.part.drop_rel(each.rId)
        listed.remove(each)
    root = deck.part._element  # noqa: SLF001 - sections and shows name slides that are gone
    for tag in ("p:custShowLst", "p:extLst"):
        for found in root.findall(qn(tag)):
            root.remove(found)


def _kinds(layout: SlideLayout) -> list[PP_PLACEHOLDER]:
    return [each.placeholder_format.type for each in layout.placeholders]


def _is_cover(layout: SlideLayout) -> bool:
    kinds = _kinds(layout)
    return PP_PLACEHOLDER.CENTER_TITLE in kinds and PP_PLACEHOLDER.SUBTITLE in kinds


def _strangeness(layout: SlideLayout) -> tuple[bool, int]:
    """Return how far a layout is from a title and nothing else."""
    kinds = _kinds(layout)
    has_title = PP_PLACEHOLDER.TITLE in kinds
    others = [each for each in kinds if each not in FOOT and each not in TITLES]
    return not has_title, len(others)


def _box(shape: Any) -> Box | None:  # noqa: ANN401 - a placeholder, untyped there
    if shape is None or None in (shape.left, shape.top, shape.width, shape.height):
        return None
    return Box(*(each / look.EMU for each in (shape.left, shape.top, shape.width, shape.height)))
