"""Exhibits as slides that an office program can edit."""

from __future__ import annotations

import copy
import io
from typing import TYPE_CHECKING

from pptx.dml.color import RGBColor
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from carecompare.exhibits import changed_cells
from carecompare.reports.slides import look
from carecompare.reports.slides.charts import add_chart
from carecompare.reports.slides.legend import legend
from carecompare.reports.slides.master import TITLES, own_ground, town_ground
from carecompare.reports.slides.notes import chart_description, speaker_notes, table_description
from carecompare.reports.slides.plots import drawn_plot, is_drawn
from carecompare.reports.slides.tables import MOST_ROWS, add_table, pieces
from carecompare.reports.slides.text import LINE_EM, fitted, printable
from carecompare.text.files import slide_words
from carecompare.text.format import date

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from pptx.slide import Slide

    from carecompare.exhibits import Exhibit
    from carecompare.reports.slides.deck import SlideDeck, SlideItem, SlideMaster
    from carecompare.reports.slides.look import Box, Format
    from carecompare.reports.slides.master import Ground
    from carecompare.reports.slides.tables import Piece


def slides_file(
    deck: SlideDeck,
    size: Format = "16:9",
    master: SlideMaster | None = None,
    progress: Callable[[int, int], object] | None = None,
) -> bytes:
    """Return a deck as a file.

    Parameters
    ----------
    deck : SlideDeck
        What is shown.
    size : {"16:9", "a4"}
        Of the slides; a template keeps its own.
    master : SlideMaster, optional
        A template.
    progress : callable, optional
        Told how many exhibits are done, of how many.

    Returns
    -------
    bytes
        A ``.pptx``: cover, a slide for each exhibit, then the tables as an appendix where it is wanted.

    Raises
    ------
    OwnDataError
        If the template cannot be used.
    """
    ground = town_ground(master.file, master.name) if master and master.file else own_ground(size)
    ground.deck.core_properties.title = printable(
        deck.meeting or slide_words.COVER_TITLE.format(own=deck.own)
    )
    ground.deck.core_properties.author = printable(deck.product)
    ground.deck.core_properties.language = "ja-JP"
    if deck.cover:
        _cover(ground, deck)
    appendix: list[tuple[SlideItem, Sequence[Piece]]] = []
    for done, item in enumerate(deck.items, 1):
        _content(ground, deck, item)
        rest = _in_appendix(item.exhibit, ground.frame.body) if deck.has_appendix else ()
        if rest:
            appendix.append((item, rest))
        if progress is not None:
            progress(done, len(deck.items))
    for number, (item, rest) in enumerate(appendix, 1):
        _appendix(ground, deck, item, rest, number)
    written = io.BytesIO()
    ground.deck.save(written)
    return written.getvalue()


def appendix_slides(deck: SlideDeck, size: Format = "16:9", master: SlideMaster | None = None) -> int:
    """Return how many slides the tables of a deck take, as `slides_file` would write them.

    Raises
    ------
    OwnDataError
        If the template cannot be used.
    """
    ground = town_ground(master.file, master.name) if master and master.file else own_ground(size)
    return sum(len(_in_appendix(each.exhibit, ground.frame.body)) for each in deck.items)


def _in_appendix(exhibit: Exhibit, body: Box) -> Sequence[Piece]:
    """Return the table of a picture, or one that is too long for the slide of its view."""
    if not exhibit.grid.rows:
        return ()
    found = pieces(exhibit.grid, body.width, body.height)
    return found if is_drawn(exhibit.plot) or len(found) > 1 else ()


def _cover(ground: Ground, deck: SlideDeck) -> None:
    slide = ground.deck.slides.add_slide(ground.cover)
    title = printable(deck.meeting or slide_words.COVER_TITLE.format(own=deck.own))
    lines = slide_words.COVER_LINES.format(own=deck.own, date=date(deck.made), product=deck.product)
    head = slide.shapes.title
    below = next(
        (each for each in slide.placeholders if each.placeholder_format.type == PP_PLACEHOLDER.SUBTITLE), None
    )
    usual = look.Box(
        look.MARGIN_PT * 2, ground.height * 0.28, ground.width - 4 * look.MARGIN_PT, ground.height * 0.24
    )
    box = _place_of(head) or usual
    shape = head if head is not None else _box(slide, usual)
    _write(shape, title, fitted(title, box.width, box.height, 40.0, look.TITLE_SMALLEST_PT).size, bold=True)
    under = _place_of(below) or look.Box(usual.left, usual.bottom + 12, usual.width, 120.0)
    told = below if below is not None else _box(slide, under)
    _write(told, lines, fitted(lines, under.width, under.height, 20.0, 10.0).size, ink=look.PEER_DARK)
    _drop_empty(slide)


def _content(ground: Ground, deck: SlideDeck, item: SlideItem) -> None:
    """Add the slide of an exhibit."""
    exhibit, places = item.exhibit, ground.frame
    title = item.title or exhibit.title or exhibit.grid.caption or exhibit.what
    slide = ground.deck.slides.add_slide(ground.content)
    said = [slide_words.STALE.format(made=exhibit.made)] if item.stale else []
    body = places.body
    plot = exhibit.plot if is_drawn(exhibit.plot) else None
    drawn = None if plot is None else drawn_plot(plot, exhibit.grid)
    if drawn is not None:
        key = legend(drawn, exhibit, deck.own, has_appendix=deck.has_appendix)
        said += [exhibit.what or exhibit.subtitle, key]
        add_chart(slide, body, drawn, chart_description(exhibit, title, drawn.plot))
    elif exhibit.grid.rows:
        found = pieces(exhibit.grid, body.width, body.height)
        said.append(exhibit.what or exhibit.subtitle)
        if exhibit.grid.own_rows or exhibit.grid.own_columns:
            said.append(slide_words.LEGEND_TABLE.format(own=deck.own))
        if len(found) > 1:
            said.append(slide_words.REST_IN_APPENDIX if deck.has_appendix else slide_words.REST_LEFT_OUT)
        add_table(slide, body, exhibit.grid, found[0], table_description(exhibit, title))
    else:
        said.append(exhibit.what or exhibit.subtitle)
    _head(slide, ground, title, slide_words.GAP.join(each for each in said if each))
    _foot(slide, ground, exhibit, note=True, made=deck.made)
    _notes(slide, deck, item)
    _drop_empty(slide)


def _appendix(ground: Ground, deck: SlideDeck, item: SlideItem, found: Sequence[Piece], number: int) -> None:
    exhibit = item.exhibit
    title = item.title or exhibit.title or exhibit.grid.caption or exhibit.what
    for page, piece in enumerate(found, 1):
        slide = ground.deck.slides.add_slide(ground.content)
        of = slide_words.APPENDIX_PAGE.format(page=page, pages=len(found)) if len(found) > 1 else ""
        said = [exhibit.grid.caption or exhibit.what or exhibit.subtitle]
        if len(exhibit.grid.rows) > MOST_ROWS:
            said.append(slide_words.APPENDIX_CUT.format(shown=MOST_ROWS))
        _head(
            slide,
            ground,
            slide_words.APPENDIX_TITLE.format(number=number, title=title) + of,
            slide_words.GAP.join(said),
            20.0,
        )
        add_table(slide, ground.frame.body, exhibit.grid, piece, table_description(exhibit, title))
        _foot(slide, ground, exhibit, note=False, made=deck.made)
        _drop_empty(slide)


def _head(slide: Slide, ground: Ground, title: str, subtitle: str, largest: float = look.TITLE_PT) -> None:
    box = ground.frame.title
    room = box.width * look.BOLD_ROOM
    fit = fitted(printable(title), room, box.height, largest, look.TITLE_SMALLEST_PT)
    shape = slide.shapes.title
    if shape is None:
        shape = _box(slide, box)
    elif _place_of(shape) != box:
        shape.left, shape.top, shape.width, shape.height = box.emu()
    _write(shape, fit.text, fit.size, bold=True)
    place = ground.frame.subtitle
    said = fitted(printable(subtitle), place.width, place.height, look.SUBTITLE_PT, look.SUBTITLE_SMALLEST_PT)
    _write(_box(slide, place), said.text, said.size, ink=look.PEER_DARK)


def _foot(slide: Slide, ground: Ground, exhibit: Exhibit, *, note: bool, made: str) -> None:
    places = ground.frame
    if note and exhibit.notes:
        more = slide_words.NOTE_MORE if len(exhibit.notes) > 1 else ""
        text = slide_words.NOTE.format(note=exhibit.notes[0]) + more
        fit = fitted(
            printable(text), places.note.width, places.note.height, look.NOTE_PT, look.NOTE_SMALLEST_PT
        )
        _write(_box(slide, places.note), fit.text, fit.size, anchor=MSO_ANCHOR.BOTTOM)
    source = slide_words.SOURCE_DATE.format(source=exhibit.source, made=made)
    # The date must stay: where the source is cut, it is cut before the date.
    room = places.source
    fit = fitted(printable(source), room.width, room.height, look.SOURCE_PT, look.SOURCE_SMALLEST_PT)
    if fit.text != printable(source):
        tail = slide_words.SOURCE_DATE.format(source=slide_words.SOURCE_MORE, made=made)
        short = fit.text[: -len(tail) - 4] + tail
        fit = fitted(short, room.width, room.height, look.SOURCE_SMALLEST_PT, look.SOURCE_SMALLEST_PT)
    _write(_box(slide, room), fit.text, fit.size, ink=look.PEER_DARK, anchor=MSO_ANCHOR.BOTTOM)
    _page_number(slide, ground)


def _page_number(slide: Slide, ground: Ground) -> None:
    """Add the number of the page: the layout's own place for it, else one of ours."""
    for each in ground.content.placeholders:
        if each.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
            number = copy.deepcopy(each._element)  # noqa: SLF001 - no other way
            number.nvSpPr.cNvPr.set("id", str(1 + max(shape.shape_id for shape in slide.shapes)))
            slide.shapes._spTree.append(number)  # noqa: SLF001 - the same
            return
    shape = _box(slide, ground.frame.page)
    _write(shape, "", look.SOURCE_PT, anchor=MSO_ANCHOR.BOTTOM)
    paragraph = shape.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT
    field_ = parse_xml(
        f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
        f'<a:rPr lang="ja-JP" sz="{round(look.SOURCE_PT * 100)}"/><a:t>‹#›</a:t></a:fld>'
    )
    paragraph._p.insert(1, field_)  # noqa: SLF001 - fields are not offered otherwise


def _notes(slide: Slide, deck: SlideDeck, item: SlideItem) -> None:
    exhibit, before = item.exhibit, item.before
    changes = changed_cells(before.grid, exhibit.grid) if before is not None else ()
    was = before.title if before is not None and before.title != exhibit.title else ""
    text = speaker_notes(exhibit, deck.definitions, changes, before.made if before else "", was)
    frame = slide.notes_slide.notes_text_frame
    if frame is not None:
        frame.text = text


def _box(slide: Slide, box: Box) -> Any:  # noqa: ANN401 - untyped there
    return slide.shapes.add_textbox(*box.emu())


def _write(
    shape: Any,  # noqa: ANN401 - untyped there
    text: str,
    size: float,
    *,
    bold: bool = False,
    ink: str = look.INK,
    anchor: MSO_ANCHOR | None = None,
) -> None:
    """Write plain text; nothing in it is read as a mark or a formula."""
    frame = shape.text_frame
    frame.word_wrap = True
    if not shape.is_placeholder or shape.placeholder_format.type in TITLES:
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    if anchor is not None:
        frame.vertical_anchor = anchor
    frame.text = printable(text)
    for paragraph in frame.paragraphs:
        paragraph.line_spacing = Pt(size * LINE_EM)
        for run in paragraph.runs:
            run.font.size = Pt(size)
            run.font.bold = bold or None
            if not shape.is_placeholder:
                run.font.color.rgb = RGBColor.from_string(ink)
            run._r.get_or_add_rPr().set("lang", "ja-JP")  # noqa: SLF001 - not offered otherwise


def _place_of(shape: Any) -> Box | None:  # noqa: ANN401 - untyped there
    if shape is None or None in (shape.left, shape.top, shape.width, shape.height):
        return None
    return look.Box(*(each / look.EMU for each in (shape.left, shape.top, shape.width, shape.height)))


def _drop_empty(slide: Slide) -> None:
    """Take away what a template wants filled and nobody fills."""
    for each in list(slide.placeholders):
        kind = each.placeholder_format.type
        if kind != PP_PLACEHOLDER.SLIDE_NUMBER and not (each.has_text_frame and each.text_frame.text):
            each._element.getparent().remove(each._element)  # noqa: SLF001 - no other way
