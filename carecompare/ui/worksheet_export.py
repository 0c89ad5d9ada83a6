"""The worksheet as a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.own import Worksheet, difference
from carecompare.reports import WordSheet, worksheet_workbook
from carecompare.text import worksheet_words as words
from carecompare.text.format import era_year
from carecompare.ui.keeping import moment
from carecompare.ui.worksheet_lines import label_of
from carecompare.ui.worksheet_tray import safe_link

if TYPE_CHECKING:
    from carecompare.catalog import WorksheetItem, WorksheetOutline
    from carecompare.own import Kept, WorksheetLine

WIDTHS = (26, 9, 72, 44, 16, 14, 18)
EVIDENCE_WIDTHS = (26, 50, 30, 44, 44, 16, 40)
BESIDE_WIDTHS = (26, 16, 9, 60, 9, 60)


def server_address() -> str:
    """Return the address of the server as the visitor reached it, without a page."""
    return (st.context.url or "").rpartition("/")[0]


def exported(
    outline: WorksheetOutline,
    named: tuple[str, int],
    kept: Kept[Worksheet] | None,
    last: Worksheet | None,
    address: str,
) -> bytes:
    """Return the sheet of a year as a workbook, beside last year's where there is one.

    Parameters
    ----------
    outline : WorksheetOutline
        Its lines.
    named : tuple of str and int
        Name of the town, and the fiscal year.
    kept : Kept or None
        As saved.
    last : Worksheet or None
        Last year's.
    address : str
        Of the server; links begin with it.

    Returns
    -------
    bytes
        An ``xlsx`` file of the sheet, its evidence in full, and the comparison with last year.
    """
    own, year = named
    sheet = kept.content if kept else Worksheet()
    title = words.EXPORT_TITLE.format(own=own, year=era_year(year, fiscal=True))
    version = words.NO_VERSION
    if kept:
        version = words.VERSION.format(version=kept.version, when=moment(kept.saved_at), author=kept.author)
    notes = (words.PROGRESS_SOURCE.format(own=own, version=version), words.SOURCE_NOTE)
    lines = list(outline.lines.values())
    groups: dict[int, str] = {}
    for place, item in enumerate(lines):
        heading = outline.stage_of(item).label_ja
        if not place or outline.stage_of(lines[place - 1]).label_ja != heading:
            groups[place] = heading
    unknown = [each for each in sheet.lines if each.id not in outline.lines]
    if unknown:
        groups[len(lines)] = words.OTHER_LINES
    rows = [_row(item, sheet.line(item.id)) for item in lines]
    rows += [_other_row(each) for each in unknown]
    sheets = [_paper(0, title, notes, tuple(zip(words.EXPORT_COLUMNS, WIDTHS, strict=True)), rows, groups)]
    labels = {item.id: label_of(item) for item in lines}
    evidence = [
        row for line in sheet.lines for row in _evidence_rows(line, labels.get(line.id, line.id), address)
    ]
    columns = tuple(zip(words.EXPORT_EVIDENCE_COLUMNS, EVIDENCE_WIDTHS, strict=True))
    sheets.append(_paper(1, title, (words.ATTACH_HELP,), columns, evidence, {}))
    if last is not None:
        beside = [_beside(item, last.line(item.id), sheet.line(item.id)) for item in lines]
        columns = tuple(zip(words.EXPORT_BESIDE_COLUMNS, BESIDE_WIDTHS, strict=True))
        sheets.append(_paper(2, title, (), columns, beside, groups))
    return worksheet_workbook(sheets)


def _paper(
    place: int,
    title: str,
    notes: tuple[str, ...],
    columns: tuple[tuple[str, int], ...],
    rows: list[tuple[str, ...]],
    groups: dict[int, str],
) -> WordSheet:
    shown = {number: label for number, label in groups.items() if number < len(rows)}
    return WordSheet(words.EXPORT_SHEETS[place], title, notes, columns, rows, shown, words.EXPORT_PAGE)


def _row(item: WorksheetItem, line: WorksheetLine) -> tuple[str, ...]:
    return (label_of(item), *_written(line), words.standing(item.words_of, item.certainty))


def _other_row(line: WorksheetLine) -> tuple[str, ...]:
    return (words.OTHER_LINE.format(id=line.id), *_written(line), "")


def _written(line: WorksheetLine) -> tuple[str, str, str, str, str]:
    evidence = "\n".join(
        words.EXPORT_EVIDENCE.format(text=each.text, when=moment(each.taken_at)) for each in line.evidence
    )
    return (words.STATES[line.state], line.words, evidence, line.post, line.due)


def _evidence_rows(line: WorksheetLine, label: str, address: str) -> list[tuple[str, ...]]:
    return [
        (
            label,
            each.text,
            each.subject,
            "\n".join(each.figures),
            each.source,
            moment(each.taken_at),
            address + safe_link(each)[1:] if safe_link(each) else "",
        )
        for each in line.evidence
    ]


def _beside(item: WorksheetItem, last: WorksheetLine, now: WorksheetLine) -> tuple[str, ...]:
    return (
        label_of(item),
        words.DIFFERENCES[difference(last, now)],
        words.STATES[last.state],
        last.words,
        words.STATES[now.state],
        now.words,
    )
