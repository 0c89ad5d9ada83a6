"""Tables and paragraphs as HTML that a screen reader can read. Every cell is escaped here, once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from html import escape
from itertools import islice
from typing import TYPE_CHECKING

from carecompare.typed_cells import Cell, texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


MANY_ROWS = 26
MOST_FORMS = 512
# Stands in no text that anybody writes.
SEPARATOR = "\x1f"
# A link of its own for each figure; the keyboard reaches the same through the chooser of the page.
UNREACHED = " tabindex='-1'"
# A point after a digit is no address.
READ_IN_A_LINE = re.compile(r"[\\`*_{}\[\]<>#!|~$:&]|(?<!\d)\.")
# Addresses are linked even where every sign in them is escaped; a character that is not seen parts them.
ADDRESS = re.compile(r"https?:(?=//)|www(?=\.)|[\w.+-](?=@)", re.IGNORECASE)
JOINER = "\u2060"
MARKDOWN_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]()<>#+-.!|~$:&"})


@dataclass(frozen=True)
class Table:
    """A table as it is shown.

    Parameters
    ----------
    columns : sequence of str
        Headings.
    rows : sequence of sequence of Cell or str
        Figures as records, words as text; the first of each row is its heading.
    numeric : frozenset of int
        Columns set to the right.
    centred : frozenset of int
        Columns set in the middle.
    own_rows, own_columns : frozenset of int
        What belongs to the own municipality.
    with_own : frozenset of int
        Columns that say something of the own figure, such as its interval or its year: where it is copied
        they go along.
    faint : frozenset of str
        Cells with these words are set small and quiet.
    groups : mapping of int to str
        Headings that stand above the row of that number.
    shades : mapping of (int, int) to int
        Grey behind a cell, by row and column: 1 the lightest, 4 the darkest.
    links : sequence of tuple of str
        By row the addresses that its first cells lead to, empty where a cell leads nowhere; rows and cells
        after those given lead nowhere.
    caption : str
        What the table holds.
    kind : str
        Further CSS class.
    written : sequence of str
        `rows_html`, where another table with the same rows and columns has it already.
    widths : sequence of float
        How wide the columns are, in proportion; without them as the browser finds best.
    """

    columns: Sequence[str]
    rows: Sequence[Sequence[Cell | str]]
    numeric: frozenset[int] = frozenset()
    centred: frozenset[int] = frozenset()
    own_rows: frozenset[int] = frozenset()
    own_columns: frozenset[int] = frozenset()
    with_own: frozenset[int] = frozenset()
    faint: frozenset[str] = frozenset()
    groups: dict[int, str] = field(default_factory=dict)
    shades: dict[tuple[int, int], int] = field(default_factory=dict)
    links: Sequence[tuple[str, ...]] = ()
    caption: str = ""
    kind: str = ""
    written: Sequence[str] = ()
    widths: Sequence[float] = ()

    def html(self) -> str:
        """Return the table as HTML."""
        head = _headings(tuple(self.columns), tuple(map(self._kind, range(len(self.columns)), self.columns)))
        caption = f"<caption>{escape(self.caption)}</caption>" if self.caption else ""
        tall = " cc-tall" if len(self.rows) > MANY_ROWS and self.kind != "matrix" else ""
        inside = f"{caption}{self._columns_html()}<thead><tr>{head}</tr></thead><tbody>{self._body()}</tbody>"
        table = f"<table class='cc {escape(self.kind)}'>{inside}</table>"
        return f"<div class='cc-scroll{tall}' tabindex='0'>{table}</div>"

    def _columns_html(self) -> str:
        if not self.widths:
            return ""
        whole = sum(self.widths)
        columns = "".join(f"<col style='width:{100 * width / whole:.2f}%'>" for width in self.widths)
        return f"<colgroup>{columns}</colgroup>"

    def _body(self) -> str:
        rows = self.written or self.rows_html
        if not self.groups:
            return "".join(rows)
        return "".join(
            f"{self._group(self.groups[number])}{row}" if number in self.groups else row
            for number, row in enumerate(rows)
        )

    @cached_property
    def is_without_figures(self) -> bool:
        """Return whether figures belong here and none is known: the sentence then says all there is."""
        figures = [cell for row in self.rows for cell in row if isinstance(cell, Cell)]
        return bool(figures) and all(cell.value is None for cell in figures)

    @cached_property
    def texts(self) -> Sequence[Sequence[str]]:
        """Return the cells as they are shown."""
        return texts_of(self.rows)

    @cached_property
    def rows_html(self) -> Sequence[str]:
        """Return each row as HTML."""
        cells = iter(_escaped([cell for row in self.texts for cell in row]))
        addresses = iter(_escaped([address for row in self.links for address in row]))
        written = []
        for number, row in enumerate(self.texts):
            inside = list(islice(cells, len(row)))
            if number < len(self.links):
                for column, address in enumerate(islice(addresses, len(self.links[number]))):
                    if address:
                        inside[column] = _link(address, inside[column], UNREACHED)
            written.append(_form(self._kinds(number, row), number in self.own_rows) % tuple(inside))
        return written

    def _group(self, heading: str) -> str:
        th = f"<th scope='rowgroup' colspan='{len(self.columns)}'>{escape(heading)}</th>"
        return f"<tr class='group'>{th}</tr>"

    def _kinds(self, number: int, row: Sequence[str]) -> tuple[str, ...]:
        """Return the attributes of the cells of a row."""
        if self.shades or not self.faint.isdisjoint(row):
            shades = (self.shades.get((number, column), 0) for column in range(len(row)))
            return tuple(map(self._kind, range(len(row)), row, shades))
        return self._attributes[: len(row)]

    def _kind(self, column: int, text: str, shade: int = 0) -> str:
        """Return the attribute with the classes of a cell."""
        return _attribute(self._classes[column], text in self.faint, shade)

    @cached_property
    def _attributes(self) -> tuple[str, ...]:
        """Return the attribute of a cell without a class of its own, for each column."""
        return tuple(map(_attribute, self._classes))

    @cached_property
    def _classes(self) -> tuple[str, ...]:
        """Return the classes that all cells of a column have."""
        return _classes(len(self.columns), self.numeric, self.centred, self.own_columns)


def _escaped(texts: Sequence[str]) -> list[str]:
    """Return texts escaped, all at once: it costs little more than one of them."""
    escaped = escape(SEPARATOR.join(texts)).split(SEPARATOR)
    # A cell that contains the separator would be split: escape such cells one by one.
    return escaped if len(escaped) == len(texts) else [escape(each) for each in texts]


# The tables of one page have few forms between them.
@lru_cache(MOST_FORMS)
def _classes(
    columns: int, numeric: frozenset[int], centred: frozenset[int], own: frozenset[int]
) -> tuple[str, ...]:
    kinds = (("n", numeric), ("c", centred), ("own", own))
    return tuple(" ".join(name for name, members in kinds if column in members) for column in range(columns))


@lru_cache(MOST_FORMS)
def _attribute(classes: str, is_faint: bool = False, shade: int = 0) -> str:  # noqa: FBT001, FBT002 - one of a cell's kinds
    every = [classes, "faint" if is_faint else "", f"shade{shade}" if shade else ""]
    named = " ".join(each for each in every if each)
    return f" class='{named}'" if named else ""


@lru_cache(MOST_FORMS)
def _headings(columns: tuple[str, ...], kinds: tuple[str, ...]) -> str:
    return "".join(
        f"<th{kind} scope='col'>{escape(text)}</th>" for kind, text in zip(kinds, columns, strict=True)
    )


@lru_cache(MOST_FORMS)
def _form(kinds: tuple[str, ...], is_own: bool) -> str:  # noqa: FBT001 - the other kind of a row
    """Return a row with a place for each cell."""
    cells = "".join(f"<td{kind}>%s</td>" for kind in kinds[1:])
    return f"<tr{_attribute('own' if is_own else '')}><th{kinds[0]} scope='row'>%s</th>{cells}</tr>"


def link(address: str, text: str) -> str:
    """Return a link that opens beside the page: to leave it would lose what the visit has entered there.

    Parameters
    ----------
    address, text : str
        Where it leads, and its words; both are escaped.
    """
    return _link(escape(address), escape(text), "")


def links(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Return a `link` for each address with its words, all escaped at once."""
    escaped = iter(_escaped([text for pair in pairs for text in pair]))
    return [_link(address, text, "") for address, text in zip(escaped, escaped, strict=True)]


def _link(address: str, text: str, more: str) -> str:
    return f"<a href='{address}' target='_blank' rel='noopener noreferrer'{more}>{text}</a>"


def notes(*texts: str) -> str:
    """Return quiet paragraphs, one each; an empty text is left out."""
    return "".join(f"<p class='cc-note'>{escape(text)}</p>" for text in texts if text)


def fact(text: str, *small: str, mark: str = "") -> str:
    """Return a statement with what supports it in small print, and a mark in a frame."""
    framed = f" <span class='cc-after'>{escape(mark)}</span>" if mark else ""
    details = "".join(f"<small>{escape(each)}</small>" for each in small if each)
    return f"<p class='cc-fact'>{escape(text)}{framed}{details}</p>"


def disclosure(label: str, inside: str, kind: str = "cc-more") -> str:
    """Return words that open what is below them, which is HTML, without asking the server.

    Parameters
    ----------
    label, inside : str
        The words, escaped here, and the HTML below them.
    kind : str
        CSS class: ``cc-more`` is left out on paper, ``cc-details`` stands there in full.
    """
    return f"<details class='{kind}'><summary>{escape(label)}</summary>{inside}</details>"


def group_heading(text: str) -> str:
    """Return the small words above a group of links or buttons."""
    return f"<div class='cc-menu'>{escape(text)}</div>"


def heading(text: str) -> str:
    """Return a title for Streamlit's Markdown that shows as it is, its figures unescaped.

    Parameters
    ----------
    text : str
        Of one line that begins with a name or a word.
    """
    return READ_IN_A_LINE.sub(r"\\\g<0>", _parted(text))


def plain(text: str) -> str:
    """Return text for Streamlit's Markdown that shows as it is: no link, picture, formula or emphasis."""
    return _parted(text).translate(MARKDOWN_SIGNS)


def _parted(text: str) -> str:
    """Return text in which no address is taken for a link, which would also take in the sentence after it."""
    return ADDRESS.sub(rf"\g<0>{JOINER}", text) if "//" in text or "@" in text or "." in text else text
