"""What stands on a sheet of paper, before it is set: words, figures and pictures in their order."""

from __future__ import annotations

from typing import Literal

import msgspec

from carecompare.exhibits import Grid


class Piece(msgspec.Struct, frozen=True, tag_field="kind"):
    """One thing on a sheet."""


class Heading(Piece, frozen=True, tag="heading"):
    """The heading of what follows; ``level`` counts from 1 and is never skipped."""

    text: str
    level: int = 1


class Words(Piece, frozen=True, tag="words"):
    """A paragraph; what a person typed keeps its lines. Small ones are quiet.

    ``to`` is where it stands.
    """

    text: str
    small: bool = False
    strong: bool = False
    to: Literal["left", "center", "right"] = "left"


class Points(Piece, frozen=True, tag="points"):
    """Sentences below each other, each with its sign."""

    items: tuple[str, ...]
    small: bool = False


class Facts(Piece, frozen=True, tag="facts"):
    """Pairs of what it is and what holds, so many beside each other."""

    pairs: tuple[tuple[str, str], ...]
    across: int = 3


class Figures(Piece, frozen=True, tag="figures"):
    """A table. ``shares`` are the widths of its columns in parts; none leaves them to the words inside.

    ``quiet`` are columns in small letters, such as units.
    """

    grid: Grid
    size_pt: float = 7.5
    row_mm: float = 0.7
    shares: tuple[float, ...] = ()
    quiet: tuple[int, ...] = ()


class Drawing(Piece, frozen=True, tag="drawing"):
    """A picture as SVG with the words for those who cannot see it.

    ``fills`` gives it what is left of the page instead of its own height; ``width`` is a part of the place.
    """

    svg: str
    alt: str
    fills: bool = False
    width: float = 1.0
    most_mm: float = 0.0


class Box(Piece, frozen=True, tag="box"):
    """Words of the town in a frame, of a height that leaves room to write by hand."""

    title: str
    text: str
    note: str = ""
    least_mm: float = 0.0


class Beside(Piece, frozen=True, tag="beside"):
    """Pieces side by side, in parts of the width; ``fills`` gives them what is left of the page."""

    columns: tuple[tuple[AnyPiece, ...], ...]
    shares: tuple[float, ...]
    fills: bool = False


class Together(Piece, frozen=True, tag="together"):
    """Pieces that stay on one page."""

    pieces: tuple[AnyPiece, ...]


class Columns(Piece, frozen=True, tag="columns"):
    """Pieces that run through so many columns and on to further pages."""

    count: int
    pieces: tuple[AnyPiece, ...]


AnyPiece = Heading | Words | Points | Facts | Figures | Drawing | Box | Beside | Together | Columns


class Sheet(msgspec.Struct, frozen=True):
    """What begins on a page of its own, with the sources that stand at the foot of each of its pages."""

    pieces: tuple[AnyPiece, ...]
    source: str = ""


class Paper(msgspec.Struct, frozen=True):
    """A document to be printed.

    Parameters
    ----------
    title : str
        Of the document; it stands on top of the first page.
    subject : str
        Whose it is; with the title at the head of every page.
    made : str
        When and with what it was made, at the foot of every page.
    sheets : tuple of Sheet
        In their order.
    size : {"a4", "a3"}
        Of the paper.
    is_landscape : bool
        Whether it lies.
    subtitle : str
        Under the title.
    is_grey : bool
        Whether it is black on white, without the colour of the own municipality.
    """

    title: str
    subject: str
    made: str
    sheets: tuple[Sheet, ...]
    size: Literal["a4", "a3"] = "a4"
    is_landscape: bool = False
    subtitle: str = ""
    is_grey: bool = False
