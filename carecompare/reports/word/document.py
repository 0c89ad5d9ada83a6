"""A book of figures as a Word file: real tables, sharp pictures, numbers that Word counts and lists."""

from __future__ import annotations

import io
from datetime import UTC
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Emu, Mm

from carecompare.clock import now
from carecompare.reports.book import unit_line
from carecompare.reports.pictures.images import svg_png
from carecompare.reports.pictures.svg import UNWRITABLE
from carecompare.reports.word import fields
from carecompare.reports.word.styles import set_styles
from carecompare.reports.word.tables import tables
from carecompare.text.files import book_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document as WordDocument

    from carecompare.reports.book import PrintedBook, PrintedFigure


WIDTH_CM, MOST_HIGH_CM = 15.2, 19.0
DOTS_PER_INCH = 225
INCH_CM = 2.54
PICTURE_PX = 720
SIDE_MM, ABOVE_MM = 20, 22
LONGEST_WORDS = 1_000
# So many full-width characters of a source stand on one line of the text.
LINE_CHARACTERS = 58


def book_document(book: PrintedBook, progress: Callable[[int], object] = lambda _: None) -> bytes:
    """Return a book of figures as a Word file.

    Parameters
    ----------
    book : PrintedBook
        What stands in it.
    progress : callable
        Told how many figures are written.

    Returns
    -------
    bytes
        A ``docx`` file without macros or links to elsewhere. Word asks once whether it may count pages and
        numbers anew.
    """
    paper = Document()
    set_styles(paper)
    _set_page(paper, book)
    add = _adder(paper)
    add(fields.paragraph("Title", fields.run(book.title)))
    for each in book.facts:
        add(fields.paragraph("FigureNote", fields.run(each)))
    _add_list(paper, book)
    done = 0
    for chapter in book.chapters:
        add(fields.paragraph("Heading1", fields.run(chapter.heading)))
        for figure in chapter.figures:
            progress(done)
            _add_figure(paper, figure, done)
            done += 1
    _set_facts(paper, book)
    stream = io.BytesIO()
    paper.save(stream)
    return stream.getvalue()


def _adder(paper: WordDocument) -> Callable[[object], object]:
    add: Callable[[object], object] = paper.element.body.sectPr.addprevious
    return add


def _bookmark(place: int) -> tuple[int, str]:
    return place + 1, f"_Toc{place + 1:08d}"


def _add_list(paper: WordDocument, book: PrintedBook) -> None:
    """Write the list of figures, which Word makes anew from the captions."""
    add = _adder(paper)
    add(fields.paragraph("ListHeading", fields.run(book_words.LIST)))
    figures = book.figures
    for place, figure in enumerate(figures):
        lead = fields.field_begin(rf'TOC \h \z \c "{book_words.LABEL}"') if place == 0 else ""
        tail = fields.field_end() if place == len(figures) - 1 else ""
        add(fields.list_entry(_bookmark(place)[1], figure.caption, lead, tail))
    if book.mark:
        add(fields.paragraph("FigureNote", fields.run(book.mark)))


def _add_figure(paper: WordDocument, figure: PrintedFigure, place: int) -> None:
    add = _adder(paper)
    for line in figure.text.splitlines():
        if line.strip():
            add(fields.paragraph("Normal", fields.run(line.strip()), "<w:keepNext/>"))
    number = figure.number.partition("-")
    add(fields.caption((number[0], number[2]), figure.title, _bookmark(place)))
    for said in filter(None, (figure.remark, figure.finding)):
        add(fields.paragraph("FigureNote", fields.run(said)))
    if figure.shows_picture:
        _add_picture(paper, figure)
    if figure.shows_table and figure.exhibit is not None:
        grid = figure.exhibit.grid
        unit = unit_line(grid)
        if unit:
            add(fields.paragraph("FigureUnit", fields.run(unit), "<w:keepNext/>"))
        for table in tables(grid, figure.changed, figure.caption):
            add(table)
            add(fields.paragraph("FigureGap", ""))
    if figure.source:
        # One line stands at the right; several read better from the left.
        side = "<w:jc w:val='left'/>" if len(figure.source) > LINE_CHARACTERS else ""
        add(fields.paragraph("FigureSource", fields.run(figure.source), side))
    for each in figure.notes:
        add(fields.paragraph("FigureNote", fields.run(book_words.NOTE.format(note=each))))


def _add_picture(paper: WordDocument, figure: PrintedFigure) -> None:
    scale = WIDTH_CM / INCH_CM * DOTS_PER_INCH / PICTURE_PX
    image = svg_png(figure.svg(), scale)
    wide, high = (int.from_bytes(image[at : at + 4]) for at in (16, 20))
    # A picture as tall as a page is made smaller as a whole.
    width_cm = min(WIDTH_CM, MOST_HIGH_CM * wide / high)
    placed = paper.add_paragraph(style="Figure Picture")
    placed.paragraph_format.keep_with_next = True
    shape = placed.add_run().add_picture(
        io.BytesIO(image), width=Cm(width_cm), height=Emu(round(Cm(width_cm) * high / wide))
    )
    described = shape._inline.docPr  # noqa: SLF001 - the library has no other way to the words of a picture
    said = figure.exhibit.title if figure.exhibit else figure.title
    described.set("descr", UNWRITABLE.sub("", said)[:LONGEST_WORDS])
    described.set("title", UNWRITABLE.sub("", figure.caption)[:LONGEST_WORDS])


def _set_page(paper: WordDocument, book: PrintedBook) -> None:
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(SIDE_MM)
    section.top_margin = section.bottom_margin = Mm(ABOVE_MM)
    foot = section.footer.paragraphs[0]
    foot.style = paper.styles["Figure Source"]
    inside = parse_xml(
        f"<w:p {nsdecls('w')}>{fields.run(book.made + book_words.GAP)}{fields.field('PAGE', '1')}</w:p>"
    )
    for each in list(inside):
        foot._p.append(each)  # noqa: SLF001 - the library knows no fields
    head = section.header.paragraphs[0]
    head.style = paper.styles["Figure Source"]
    head.text = UNWRITABLE.sub("", book.subject)


def _set_facts(paper: WordDocument, book: PrintedBook) -> None:
    facts = paper.core_properties
    facts.title, facts.author = (UNWRITABLE.sub("", each)[:250] for each in (book.title, book.subject))
    facts.comments, facts.keywords, facts.language = UNWRITABLE.sub("", book.made)[:250], "", "ja-JP"
    facts.last_modified_by = facts.author
    facts.created = facts.modified = now().astimezone(UTC).replace(tzinfo=None)
    settings = paper.settings.element
    update = settings.makeelement(qn("w:updateFields"), {qn("w:val"): "true"})
    after = {qn(f"w:{name}") for name in ("hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "rsids")}
    place = next((place for place, each in enumerate(settings) if each.tag in after), len(settings))
    settings.insert(place, update)
