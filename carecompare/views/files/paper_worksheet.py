"""課題整理シート as a paper and as a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.own import Worksheet, difference
from carecompare.reports.papers.worksheet import WorksheetRow, WorksheetStagePage, worksheet_paper
from carecompare.reports.workbooks.worksheet import WordSheet, worksheet_workbook
from carecompare.text.files import paper_words
from carecompare.text.format import era_year
from carecompare.text.own import worksheet_words
from carecompare.views.base.kept import moment
from carecompare.views.files.paper_pieces import made_today
from carecompare.views.topics.worksheet import label_of, safe_link

if TYPE_CHECKING:
    from carecompare.catalog import WorksheetItem, WorksheetOutline
    from carecompare.own import Kept, SheetLine, WorksheetLine
    from carecompare.reports.papers.paper import Paper


def worksheet_sheet(
    outline: WorksheetOutline, own: str, subject: str, year: int, kept: Kept[Worksheet] | None
) -> Paper:
    """Return the worksheet of a year on A4.

    Parameters
    ----------
    outline : WorksheetOutline
        Its lines.
    own, subject : str
        Name of the town, and its name with the prefecture.
    year : int
        Fiscal.
    kept : Kept or None
        As saved; without it every line stands empty, to be written by hand.

    Returns
    -------
    Paper
        Lines that are not in the outline any more stand at the end.
    """
    sheet = kept.content if kept else Worksheet()
    version = worksheet_words.NO_VERSION
    if kept:
        version = worksheet_words.VERSION.format(
            version=kept.version, when=moment(kept.saved_at), author=kept.author
        )
    stages = [
        WorksheetStagePage(stage.label_ja, _rows(outline, stage.id, sheet))
        for stage in outline.stages.values()
    ]
    gone = [each for each in sheet.lines if each.id not in outline.lines]
    if gone:
        rows = [_row(worksheet_words.OTHER_LINE.format(id=each.id), each) for each in gone]
        stages.append(WorksheetStagePage(worksheet_words.OTHER_LINES, rows))
    return worksheet_paper(
        paper_words.WORKSHEET.format(own=own, year=era_year(year, fiscal=True)),
        subject,
        made_today(),
        (worksheet_words.SOURCE_NOTE,),
        stages,
        worksheet_words.PROGRESS_SOURCE.format(own=own, version=version),
    )


def _rows(outline: WorksheetOutline, stage: str, sheet: Worksheet) -> list[WorksheetRow]:
    rows: list[WorksheetRow] = []
    part = ""
    for item in outline.lines.values():
        if outline.stage_of(item).id != stage:
            continue
        heading = "" if item.part == part else outline.parts[item.part].label_ja
        part = item.part
        rows.append(_row(_label(item), sheet.line(item.id), heading))
    return rows


def _label(item: WorksheetItem) -> str:
    mark = worksheet_words.mark(item.words_of, item.certainty)
    return paper_words.MARKED.format(label=label_of(item), mark=mark) if mark else label_of(item)


def _row(label: str, line: WorksheetLine, heading: str = "") -> WorksheetRow:
    return WorksheetRow(
        label=label,
        state=worksheet_words.WITH_SIGN.format(
            sign=worksheet_words.STATE_SIGNS[line.state], state=worksheet_words.STATES[line.state]
        ),
        words=line.words,
        evidence=[
            worksheet_words.EXPORT_EVIDENCE.format(text=each.text, when=moment(each.taken_at))
            for each in line.evidence
        ],
        post=line.post,
        due=line.due,
        heading=heading,
    )


WIDTHS = (26, 9, 72, 44, 16, 14, 18)
EVIDENCE_WIDTHS = (26, 50, 30, 44, 44, 16, 40)
BESIDE_WIDTHS = (26, 16, 9, 60, 9, 60)


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
    title = worksheet_words.EXPORT_TITLE.format(own=own, year=era_year(year, fiscal=True))
    version = worksheet_words.NO_VERSION
    if kept:
        version = worksheet_words.VERSION.format(
            version=kept.version, when=moment(kept.saved_at), author=kept.author
        )
    notes = (worksheet_words.PROGRESS_SOURCE.format(own=own, version=version), worksheet_words.SOURCE_NOTE)
    lines = list(outline.lines.values())
    groups: dict[int, str] = {}
    for place, item in enumerate(lines):
        heading = outline.stage_of(item).label_ja
        if not place or outline.stage_of(lines[place - 1]).label_ja != heading:
            groups[place] = heading
    unknown = [each for each in sheet.lines if each.id not in outline.lines]
    if unknown:
        groups[len(lines)] = worksheet_words.OTHER_LINES
    rows = [_export_row(item, sheet.line(item.id)) for item in lines]
    rows += [_other_row(each) for each in unknown]
    sheets = [
        _paper(0, title, notes, tuple(zip(worksheet_words.EXPORT_COLUMNS, WIDTHS, strict=True)), rows, groups)
    ]
    labels = {item.id: label_of(item) for item in lines}
    evidence = [
        row for line in sheet.lines for row in evidence_rows(line, labels.get(line.id, line.id), address)
    ]
    columns = tuple(zip(worksheet_words.EXPORT_EVIDENCE_COLUMNS, EVIDENCE_WIDTHS, strict=True))
    sheets.append(_paper(1, title, (worksheet_words.ATTACH_HELP,), columns, evidence, {}))
    if last is not None:
        beside = [_beside(item, last.line(item.id), sheet.line(item.id)) for item in lines]
        columns = tuple(zip(worksheet_words.EXPORT_BESIDE_COLUMNS, BESIDE_WIDTHS, strict=True))
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
    return WordSheet(
        worksheet_words.EXPORT_SHEETS[place], title, notes, columns, rows, shown, worksheet_words.EXPORT_PAGE
    )


def _export_row(item: WorksheetItem, line: WorksheetLine) -> tuple[str, ...]:
    return (label_of(item), *_written(line), worksheet_words.standing(item.words_of, item.certainty))


def _other_row(line: WorksheetLine) -> tuple[str, ...]:
    return (worksheet_words.OTHER_LINE.format(id=line.id), *_written(line), "")


def _written(line: WorksheetLine) -> tuple[str, str, str, str, str]:
    evidence = "\n".join(
        worksheet_words.EXPORT_EVIDENCE.format(text=each.text, when=moment(each.taken_at))
        for each in line.evidence
    )
    return (worksheet_words.STATES[line.state], line.words, evidence, line.post, line.due)


def evidence_rows(line: SheetLine, label: str, address: str) -> list[tuple[str, ...]]:
    """Return the evidence of a line in full, for `worksheet_words.EXPORT_EVIDENCE_COLUMNS`.

    Parameters
    ----------
    line : SheetLine
        Of any sheet of lines.
    label : str
        Its name.
    address : str
        Of the server; links begin with it.
    """
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
        worksheet_words.DIFFERENCES[difference(last, now)],
        worksheet_words.STATES[last.state],
        last.words,
        worksheet_words.STATES[now.state],
        now.words,
    )
