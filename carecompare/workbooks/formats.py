"""Which cells of a workbook show something else than what they hold: per cent, eras, words around a number.

The reader of values knows no formats, so they are read from the parts themselves, and only of workbooks that
use one of these.

References
----------
ECMA-376, part 1: 18.8.30 (number formats), 18.8.45 (formats of cells), 18.3.1.4 (cells).
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from lxml import etree

from carecompare.errors import WorkbookError
from carecompare.text.files.workbook_format_words import ERA_BEFORE, FISCAL
from carecompare.workbooks.archive import UNREADABLE, column_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PER_CENT = frozenset({9, 10})  # built in: 0% and 0.00%
_STYLES, _BOOK, _LINKS = "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_LINK = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
# What a format says literally: in quotes, or one character behind a stroke. Colours stand in [].
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_BESIDE = re.compile(r"\[[^\]]*\]|_.|\*.")
_ERA = re.compile(r"g{1,3}|e(?![+-])|y", re.IGNORECASE)
_DIGITS = re.compile(r"[#0?,.]+")
_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 - a day in a sheet has no zone
_LAST_DAY = 2_958_465  # 9999-12-31
Place = tuple[int, int]


@dataclass(frozen=True)
class Shown:
    """How a cell shows its number.

    Parameters
    ----------
    kind : str
        ``per_cent``, ``date``, ``fiscal`` (a date of which the year is shown as a fiscal year) or ``words``.
    before, after : str
        The words around the number.
    """

    kind: str
    before: str = ""
    after: str = ""

    def text(self, cell: object) -> str | None:
        """Return what the cell shows, or None where it holds no such thing."""
        if isinstance(cell, bool):
            return None
        if self.kind in {"date", "fiscal"}:
            day = _day(cell)
            if day is None:
                return None
            return f"{day.year}{FISCAL}" if self.kind == "fiscal" else day.isoformat()
        if not isinstance(cell, int | float):
            return None
        # As decimals: 0.324 is 32.4 %, where the multiplied number would be 32.400000000000006.
        exact = Decimal(repr(cell)) * (100 if self.kind == "per_cent" else 1)
        size = format(exact.normalize(), "f") if exact.is_finite() else str(cell)
        return f"{size}%" if self.kind == "per_cent" else f"{self.before}{size}{self.after}"


def shown_cells(honest: bytes, file: str) -> Mapping[str, Mapping[Place, Shown]]:
    """Return the cells that show something else than their number.

    Parameters
    ----------
    honest : bytes
        A workbook from `unpacked`.
    file : str
        Named when it is wrong.

    Returns
    -------
    mapping of str to mapping
        By sheet; row and column count from 0. Sheets without such a cell may be absent.

    Raises
    ------
    WorkbookError
        If a part is no XML.
    """
    with zipfile.ZipFile(io.BytesIO(honest)) as archive:
        names = set(archive.namelist())
        if not {_STYLES, _BOOK, _LINKS} <= names:
            return {}
        try:
            styles = _styles(archive.read(_STYLES))
            if not styles:
                return {}
            return {
                name: dict(_cells(archive.read(part), styles))
                for name, part in _parts(archive)
                if part in names
            }
        except (etree.XMLSyntaxError, *UNREADABLE) as error:
            raise WorkbookError("workbook_wrong", file=file) from error


def _day(cell: object) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and 1 <= cell <= _LAST_DAY:
        return (_FIRST_DAY + timedelta(days=int(cell))).date()
    return None


def _styles(part: bytes) -> dict[int, Shown]:
    """Return the formats of cells that matter, by their number."""
    root = _parsed(part)
    codes = {int(each.get("numFmtId", "-1")): each.get("formatCode", "") for each in root.iter("{*}numFmt")}
    found = {}
    cells = next(root.iter("{*}cellXfs"), None)
    for number, each in enumerate(() if cells is None else cells.iterchildren("{*}xf")):
        identifier = int(each.get("numFmtId", "0"))
        shown = Shown("per_cent") if identifier in _PER_CENT else _shown(codes.get(identifier, ""))
        if shown is not None:
            found[number] = shown
    return found


def _shown(code: str) -> Shown | None:
    """Return what a format makes of a number, as far as it matters here: by its first section."""
    literal = "".join(one or two for one, two in _LITERAL.findall(code))
    bare = _BESIDE.sub("", _LITERAL.sub("\0", code))
    if "%" in bare:
        return Shown("per_cent")
    if bare.strip().lower() in {"", "general", "@"}:
        return None
    if FISCAL in literal + bare and _ERA.search(bare) and not _DIGITS.search(bare):
        return Shown("fiscal")
    if re.search(r"g|e(?![+-])", bare, re.IGNORECASE) and not re.search(r"[#0]|general", bare, re.IGNORECASE):
        return Shown("date")
    first = code.partition(";")[0]
    pieces = _DIGITS.split(_BESIDE.sub("", _LITERAL.sub(lambda found: found[1] or found[2] or "", first)))
    is_around = len(pieces) == 2 and pieces[0].strip() in ERA_BEFORE  # noqa: PLR2004 - before and after
    return Shown("words", pieces[0].strip(), pieces[1].strip()) if is_around else None


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield name and part of every sheet."""
    links = _parsed(archive.read(_LINKS)).iter("{*}Relationship")
    targets = {each.get("Id", ""): each.get("Target", "") for each in links}
    for each in _parsed(archive.read(_BOOK)).iter("{*}sheet"):
        target = targets.get(each.get(_LINK) or each.get(_STRICT_LINK) or "", "")
        yield each.get("name", ""), target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _cells(part: bytes, styles: Mapping[int, Shown]) -> Iterator[tuple[Place, Shown]]:
    """Yield the places of the cells with one of the formats; a cell without a place follows the last one."""
    row, column = -1, -1
    walk = etree.iterparse(
        io.BytesIO(part), events=("start", "end"), tag=("{*}row", "{*}c"), resolve_entities=False
    )
    for event, element in walk:
        is_row = element.tag.endswith("}row") or element.tag == "row"
        if event == "end":
            element.clear()
        elif is_row:
            row, column = int(element.get("r") or row + 2) - 1, -1
        else:
            letters = (element.get("r") or "").strip().rstrip("0123456789")
            column = column_number(letters.encode()) - 1 if letters else column + 1
            shown = styles.get(int(element.get("s") or 0))
            if shown is not None:
                yield (row, column), shown


def _parsed(part: bytes) -> etree._Element:
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
