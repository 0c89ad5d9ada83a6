"""Initiatives as a table to take and to bring: what is written is read back exactly, and nothing runs."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import xlsxwriter

from carecompare.cells import LONGEST_SHOWN, narrow
from carecompare.errors import OwnDataError
from carecompare.limits import INERT_WORKBOOK
from carecompare.own.uploads.initiative_check import NEEDED, checked_initiative
from carecompare.text.own import initiative_words
from carecompare.workers import apart

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from carecompare.own.contents.initiatives import Initiative
    from carecompare.own.uploads.initiative_check import Terms
    from carecompare.own.uploads.sheet import Sheet


HEADING_ROWS = 30
MOST_PROBLEMS = 2_000
_ROLE = {name: role for role, names in initiative_words.HEADINGS.items() for name in names}
_BRACKETS = re.compile(r"[(\[【].*?[)\]】]")
# An apostrophe more than there was disarms what a spreadsheet would run, and is taken off again.
_RUNS = re.compile(r"'*[=+\-@\t]")
_DISARMED = re.compile(r"'+[=+\-@\t]")
_OPTIONS = {"in_memory": True, **INERT_WORKBOOK}
_WIDTHS = {"code": 14, "area": 16, "since": 9, "evidence": 11, "title": 36, "types": 36, "effects": 44}
_WIDE = 26


@dataclass(frozen=True)
class ReadTable:
    """What a table holds.

    Parameters
    ----------
    initiatives : tuple of Initiative
        Read, without ids; to be kept only when there is no problem.
    problems : tuple of OwnDataError
        Every problem in the order of the file, at most 2,000.
    unread : tuple of str
        Headings that mean nothing here.
    """

    initiatives: tuple[Initiative, ...]
    problems: tuple[OwnDataError, ...]
    unread: tuple[str, ...] = ()


def read_initiatives(sheets: Iterable[Sheet], terms: Terms, file: str = "") -> ReadTable:
    """Read a table of initiatives.

    Parameters
    ----------
    sheets : iterable of Sheet
        From `read_sheets`; sheets without a heading are passed over when another has one.
    terms : Terms
        What it is checked against.
    file : str
        Named when no sheet can be understood.

    Returns
    -------
    ReadTable
        The initiatives, and all problems at once, each with sheet, row and column.
    """
    found: list[Initiative] = []
    problems: list[OwnDataError] = []
    unread: dict[str, None] = {}
    rows_of: dict[tuple[str, str], int] = {}
    understood = False
    for sheet in sheets:
        heading = _heading(sheet)
        if heading is None:
            continue
        understood = True
        number, columns = heading
        labels = {role: sheet.rows[number][column].strip() for role, column in columns.items()}
        problems += _doubled(sheet, number)
        unread.update(dict.fromkeys(_unread(sheet, number)))
        for row, cells in enumerate(sheet.rows[number + 1 :], number + 2):
            texts = {role: _cell(cells, column) for role, column in columns.items()}
            if not any(texts.values()):
                continue
            made, wrong = checked_initiative(texts, terms)
            problems += [
                each.error(
                    labels.get(each.role, initiative_words.ROLES[each.role]), sheet=sheet.name, row=row
                )
                for each in wrong
            ]
            if made is None:
                continue
            if made.key in rows_of:
                problems.append(
                    OwnDataError(
                        "own_initiative_row_twice",
                        sheet=sheet.name,
                        row=row,
                        column=labels["title"],
                        found=made.title[:LONGEST_SHOWN],
                        expected=rows_of[made.key],
                    )
                )
                continue
            rows_of[made.key] = row
            found.append(made)
    if not understood:
        problems.append(OwnDataError("own_initiative_heading_missing", file=file))
    elif not found and not problems:
        problems.append(OwnDataError("own_initiatives_none", file=file))
    return ReadTable(tuple(found), tuple(problems[:MOST_PROBLEMS]), tuple(unread))


def table_rows(initiatives: Iterable[Initiative], terms: Terms) -> list[dict[str, str]]:
    """Return initiatives as rows of a table.

    Parameters
    ----------
    initiatives : iterable of Initiative
        To be written.
    terms : Terms
        Names of municipalities, types and fields.

    Returns
    -------
    list of dict of str to str
        One per initiative by the headings of ``ROLES``; a cell that a spreadsheet would run has an apostrophe
        in front, which `read_initiatives` takes off.
    """
    return [
        {initiative_words.ROLES[role]: _disarmed(text) for role, text in _texts(each, terms).items()}
        for each in initiatives
    ]


@apart
def initiatives_workbook(own: str, rows: Sequence[Mapping[str, str]], terms: Terms) -> bytes:
    """Return rows from `table_rows` as a workbook with the lists of types and fields beside it.

    Parameters
    ----------
    own : str
        Name of the town.
    rows : sequence of mapping
        From `table_rows`; none gives the empty form.
    terms : Terms
        Types and fields.

    Returns
    -------
    bytes
        An ``xlsx`` file without formulas, links or macros.
    """
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, _OPTIONS) as book:
        heading = book.add_format({"bold": True, "bg_color": "#EEF1F5", "bottom": 1, "text_wrap": True})
        wrapped = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet(initiative_words.SHEET)
        for column, (role, label) in enumerate(initiative_words.ROLES.items()):
            sheet.set_column(column, column, _WIDTHS.get(role, _WIDE), wrapped)
            sheet.write_string(0, column, label, heading)
            for line, row in enumerate(rows, 1):
                sheet.write_string(line, column, row[label], wrapped)
        sheet.freeze_panes(1, 3)
        lists = book.add_worksheet(initiative_words.TERMS_SHEET)
        lists.set_column(0, 1, 48)
        columns = (
            (initiative_words.ROLES["types"], terms.types),
            (initiative_words.ROLES["fields"], terms.fields),
        )
        for column, (label, names) in enumerate(columns):
            lists.write_string(0, column, label, heading)
            for line, name in enumerate(names.values(), 1):
                lists.write_string(line, column, name)
        explained = book.add_worksheet(initiative_words.HELP_SHEET)
        explained.set_column(0, 0, 100)
        for line, text in enumerate(initiative_words.HELP_LINES):
            explained.write_string(line, 0, text.format(own=own))
    return stream.getvalue()


def _texts(each: Initiative, terms: Terms) -> dict[str, str]:
    several = {
        "types": initiative_words.LIST_SEPARATOR.join(terms.types.get(name, name) for name in each.types),
        "fields": initiative_words.LIST_SEPARATOR.join(terms.fields.get(name, name) for name in each.fields),
    }
    given = {
        "code": each.area,
        "area": terms.areas[each.area],
        "since": str(each.since or ""),
        "evidence": initiative_words.EVIDENCE[each.evidence],
        **several,
    }
    return {role: given[role] if role in given else getattr(each, role) for role in initiative_words.ROLES}


def _heading(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    """Return the row of the headings, from 0, and the column of each role."""
    for number, cells in enumerate(sheet.rows[:HEADING_ROWS]):
        columns: dict[str, int] = {}
        for column, cell in enumerate(cells):
            role = _role(cell)
            if role:
                columns.setdefault(role, column)
        if columns.keys() >= NEEDED.keys():
            return number, columns
    return None


def _doubled(sheet: Sheet, number: int) -> list[OwnDataError]:
    cells = sheet.rows[number]
    roles = [_role(cell) for cell in cells]
    return [
        OwnDataError("own_column_twice", sheet=sheet.name, row=number + 1, column=cells[column].strip())
        for column, role in enumerate(roles)
        if role and role in roles[:column]
    ]


def _unread(sheet: Sheet, number: int) -> list[str]:
    return [cell.strip()[:LONGEST_SHOWN] for cell in sheet.rows[number] if cell.strip() and not _role(cell)]


def _role(cell: str) -> str:
    return _ROLE.get("".join(_BRACKETS.sub("", narrow(cell)).split()).lower(), "")


def _cell(cells: Sequence[str], column: int) -> str:
    text = cells[column].strip() if column < len(cells) else ""
    return text[1:] if _DISARMED.match(text) else text


def _disarmed(text: str) -> str:
    return f"'{text}" if _RUNS.match(text) else text
