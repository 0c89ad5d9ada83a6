"""課題整理シート on paper: what stands on it, taken from what the town has saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.own import Worksheet
from carecompare.reports import WorksheetRow, WorksheetStagePage, worksheet_paper
from carecompare.text import paper_words as papers
from carecompare.text import worksheet_words as words
from carecompare.text.format import era_year
from carecompare.ui.keeping import moment
from carecompare.ui.paper_pieces import made_today
from carecompare.ui.worksheet_lines import label_of

if TYPE_CHECKING:
    from carecompare.catalog import WorksheetItem, WorksheetOutline
    from carecompare.own import Kept, WorksheetLine
    from carecompare.reports import Paper


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
    version = words.NO_VERSION
    if kept:
        version = words.VERSION.format(version=kept.version, when=moment(kept.saved_at), author=kept.author)
    stages = [
        WorksheetStagePage(stage.label_ja, _rows(outline, stage.id, sheet))
        for stage in outline.stages.values()
    ]
    gone = [each for each in sheet.lines if each.id not in outline.lines]
    if gone:
        rows = [_row(words.OTHER_LINE.format(id=each.id), each) for each in gone]
        stages.append(WorksheetStagePage(words.OTHER_LINES, rows))
    return worksheet_paper(
        papers.WORKSHEET.format(own=own, year=era_year(year, fiscal=True)),
        subject,
        made_today(),
        (words.SOURCE_NOTE,),
        stages,
        words.PROGRESS_SOURCE.format(own=own, version=version),
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
    mark = words.mark(item.words_of, item.certainty)
    return papers.MARKED.format(label=label_of(item), mark=mark) if mark else label_of(item)


def _row(label: str, line: WorksheetLine, heading: str = "") -> WorksheetRow:
    return WorksheetRow(
        label=label,
        state=words.WITH_SIGN.format(sign=words.STATE_SIGNS[line.state], state=words.STATES[line.state]),
        words=line.words,
        evidence=[
            words.EXPORT_EVIDENCE.format(text=each.text, when=moment(each.taken_at)) for each in line.evidence
        ],
        post=line.post,
        due=line.due,
        heading=heading,
    )
