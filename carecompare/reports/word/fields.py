"""Pieces of Word's own language: fields that it counts by itself, tables, styles."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from carecompare.reports.pictures.svg import UNWRITABLE
from carecompare.text.files.book_words import GAP, LABEL

if TYPE_CHECKING:
    from typing import Any


SPACE = " xml:space='preserve'"


def run(text: str, properties: str = "") -> str:
    """Return a run of text; whatever it looks like, it is text."""
    kept = escape(UNWRITABLE.sub("", text), quote=False)
    looks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{looks}<w:t{SPACE}>{kept}</w:t></w:r>"


def field(instruction: str, shown: str) -> str:
    """Return a field with what it shows until it is counted anew."""
    return _mark("begin") + _instruction(instruction) + _mark("separate") + run(shown) + _mark("end")


def field_begin(instruction: str) -> str:
    """Return the beginning of a field whose result is whole paragraphs."""
    return _mark("begin") + _instruction(instruction) + _mark("separate")


def field_end() -> str:
    """Return the end of such a field."""
    return _mark("end")


def _mark(kind: str) -> str:
    return f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>"


def _instruction(text: str) -> str:
    return f"<w:r><w:instrText{SPACE}> {text} </w:instrText></w:r>"


def caption(number: tuple[str, str], title: str, bookmark: tuple[int, str]) -> Any:  # noqa: ANN401 - an element
    """Return the paragraph over a figure: Word counts its number and lists it.

    Parameters
    ----------
    number : tuple of str
        Chapter, and place in it.
    title : str
        Of the figure.
    bookmark : tuple of int and str
        Number and name of what the list of figures points to.
    """
    identifier, name = bookmark
    chapter, place = number
    # To begin anew with each heading (\\s) is Word's own alone: the first of a chapter says so (\\r).
    anew = r" \r 1" if place == "1" else ""
    inside = (
        f"<w:bookmarkStart w:id='{identifier}' w:name='{name}'/>"
        + run(LABEL)
        + field(r"STYLEREF 1 \s", chapter)
        + run("-")
        + field(rf"SEQ {LABEL} \* ARABIC{anew}", place)
        + run(GAP + title)
        + f"<w:bookmarkEnd w:id='{identifier}'/>"
    )
    return paragraph("Caption", inside, "<w:keepNext/>")


def paragraph(style: str, inside: str, properties: str = "") -> Any:  # noqa: ANN401 - an element
    """Return a paragraph of a style; ``inside`` and ``properties`` are Word's own language."""
    return parse_xml(
        f"<w:p {nsdecls('w')}><w:pPr><w:pStyle w:val='{style}'/>{properties}</w:pPr>{inside}</w:p>"
    )


def list_entry(bookmark: str, text: str, lead: str = "", tail: str = "") -> Any:  # noqa: ANN401 - an element
    """Return a line of the list of figures, a link to its figure; Word adds the pages when it counts anew.

    Parameters
    ----------
    lead, tail : str
        Beginning and end of the field that the list is, on its first and last line.
    """
    link = f"<w:hyperlink w:anchor='{bookmark}' w:history='1'>{run(text)}</w:hyperlink>"
    return paragraph("TableofFigures", f"{lead}{link}{tail}")
