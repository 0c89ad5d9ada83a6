"""課題整理シート: a town's issues and answers by fiscal year, beside last year's."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from html import escape
from typing import TYPE_CHECKING

import msgspec

from carecompare.charts import state_bars
from carecompare.clock import today
from carecompare.own import WORKSHEET, Evidence, Worksheet, cleaned, counts_by_state
from carecompare.own.contents.lines import LONGEST_TEXT, MOST_FIGURES, L
from carecompare.text.own import worksheet_words
from carecompare.text.words import PAGES
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block
from carecompare.views.base.choice import parameter
from carecompare.views.base.file_columns import rows_table
from carecompare.views.base.kept import moment
from carecompare.views.base.table import Table, link

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from carecompare.catalog import WorksheetItem
    from carecompare.own import Kept, Kind, LineDraft, LineSheet, SheetLine, State, WorksheetLine
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page


SHEET_YEARS = tuple(str(year) for year in range(2013, 2100))
# The fiscal year of the worksheet, empty for the one under way.
SHEET_YEAR = parameter("sheet", lambda value, _: value in SHEET_YEARS, "sheet_unknown")

FISCAL_YEAR_BEGINS = 4
YEARS_BACK = 6
REVIEW = "review"
BESIDE = "worksheet_beside"


def fiscal_year() -> int:
    """Return the fiscal year that is under way in Japan."""
    date = today()
    return date.year - (date.month < FISCAL_YEAR_BEGINS)


def sheet_year(here: Page) -> int:
    """Return the fiscal year of the sheet that is looked at."""
    return int(here.selection[SHEET_YEAR] or fiscal_year())


def sheet_content(kept: Kept[Worksheet] | None) -> Worksheet:
    """Return a kept worksheet, or an empty one."""
    return kept.content if kept else Worksheet()


def progress_block(here: Page, year: int, sheet: Worksheet, kept: Kept[Worksheet] | None) -> Block:
    """Return how many items of each stage are in which state as a block."""
    outline = here.catalog.worksheet
    counts = {
        stage.label_ja: counts_by_state(
            sheet, [item.id for item in outline.lines.values() if outline.stage_of(item).id == stage.id]
        )
        for stage in outline.stages.values()
    }
    total = counts_by_state(sheet, outline.lines)
    rows: list[tuple[Cell | str, ...]] = [
        (name, number_cell(sum(each.values())), *(number_cell(each[state]) for state in each))
        for name, each in (*counts.items(), (worksheet_words.PROGRESS_TOTAL, total))
    ]
    version = worksheet_words.NO_VERSION
    if kept is not None:
        version = worksheet_words.VERSION.format(
            version=kept.version, when=moment(kept.saved_at), author=kept.author
        )
    return Block(
        key=f"worksheet_{here.own}_{year}",
        finding=worksheet_words.progress(here.own_label, year, total),
        subtitle=worksheet_words.PROGRESS_SUBTITLE,
        chart=state_bars(counts),
        table=Table(
            list(worksheet_words.PROGRESS_COLUMNS.values()),
            rows,
            numeric=frozenset(range(1, len(worksheet_words.PROGRESS_COLUMNS))),
        ),
        file=partial(rows_table, rows, worksheet_words.PROGRESS_COLUMNS),
        credit=worksheet_words.PROGRESS_SOURCE.format(own=here.own_label, version=version),
        notes=(worksheet_words.PROGRESS_NOTE,),
    )


def sheet_heading(here: Page, line: WorksheetLine) -> str:
    """Return the label of a line, also of one that the outline holds no more."""
    item = here.catalog.worksheet.lines.get(line.id)
    return label_of(item) if item else worksheet_words.OTHER_LINE.format(id=line.id)


def worksheet_described(here: Page, content: object) -> str:
    """Return the lines of a sheet as text, for two that stand side by side."""
    lines = content.lines if isinstance(content, Worksheet) else ()
    return "\n\n".join(
        "\n".join(
            filter(
                None,
                (
                    f"{sheet_heading(here, each)}　{worksheet_words.state_with_sign(each.state)}",
                    each.words,
                    "　".join(filter(None, (each.post, each.due))),
                    *(f"{worksheet_words.EVIDENCE}：{one.text}" for one in each.evidence),
                ),
            )
        )
        for each in lines
    )


DRAFTS = "worksheet_drafts"
OPEN = "worksheet_open"


@dataclass(frozen=True)
class OpenLine:
    """The line whose editor is open: town, sheet, id and words."""

    own: str
    sheet: Kind[Any]
    id: str
    label: str


def sheet_kind(year: int) -> Kind[Worksheet]:
    """Return what the sheet of a fiscal year is kept as."""
    return WORKSHEET.of(str(year))


def see_newer(drafts: dict[str, LineDraft[Any]], newer: LineSheet[Any]) -> None:
    """Both are shown now: whoever saves again has seen the other's words."""
    for name, draft in drafts.items():
        if draft.is_changed:
            drafts[name] = replace(draft, began=newer.line(name))


def shown_lines(kept: LineSheet[L], drafts: Mapping[str, LineDraft[L]]) -> dict[str, L]:
    """Return the lines as they are shown: what is kept, with what is being written in its place."""
    shown = {each.id: each for each in kept.lines}
    return shown | {name: draft.line for name, draft in drafts.items()}


CHOICES: tuple[State, ...] = ("known", "partly", "unknown", "not_applicable")
TALL_PX = 150


def worksheet_html(line: WorksheetLine) -> str:
    """Return what a town wrote in a line of the worksheet as HTML."""
    return contents_html(line, ((worksheet_words.POST_SHORT, line.post), (worksheet_words.DUE, line.due)))


def label_of(item: WorksheetItem) -> str:
    """Return the words of a line."""
    return worksheet_words.line_label(item.label_ja, item.group_ja)


def contents_html(line: SheetLine, named: Sequence[tuple[str, str]]) -> str:
    """Return what a town wrote in a line as HTML: every word escaped, every link one of ours.

    Parameters
    ----------
    line : SheetLine
        Its words and evidence.
    named : sequence of tuple of str
        What else stands in it, each with its name; what is empty is left out.
    """
    written = f"<p class='written'>{escape(line.words)}</p>" if line.words else ""
    where = "　".join(f"{label}：{escape(text)}" for label, text in named if text)
    listed = "".join(f"<li>{evidence_html(each)}</li>" for each in line.evidence)
    return (
        written
        + (f"<p class='where'>{where}</p>" if where else "")
        + (f"<p class='where'>{worksheet_words.EVIDENCE}</p><ul>{listed}</ul>" if listed else "")
    )


def evidence_html(evidence: Evidence) -> str:
    """Return a piece of evidence as HTML: its sentence, its figures, its source, and the link."""
    taken = worksheet_words.TAKEN.format(when=moment(evidence.taken_at))
    address = safe_link(evidence)
    leads = link(address, worksheet_words.OPEN_VIEW) if address else ""
    quiet = (evidence.subject, "　".join(evidence.figures), evidence.source)
    small = "".join(f"<small>{escape(each)}</small>" for each in quiet if each)
    return f"{escape(evidence.text)}{small}<small>{escape(taken)}　{leads}</small>"


TRAY = "worksheet_tray"
LINK = re.compile(r"\./[a-z_]*\?[\w%.=&~+-]*", re.ASCII)
LEGEND_SIGN = "＝"
SENTENCE_END = "。"
SCRIPTS = frozenset(path.rpartition("/")[2].removesuffix(".py") for _, _, path in PAGES.values())

Tray = dict[tuple[str, str, str], Evidence]


def evidence_of(block: Block, link: str) -> Evidence:
    """Return what a block shows, as it is now.

    Parameters
    ----------
    block : Block
        Its sentence, the own figures of its table and its source line are copied.
    link : str
        From `link_here`.
    """
    opening = block.subtitle.partition(SENTENCE_END)[0]
    subject = block.table.caption if LEGEND_SIGN in opening else opening
    return Evidence(
        text=cleaned(block.finding or subject or block.key, LONGEST_TEXT),
        taken_at=datetime.now(UTC).replace(microsecond=0),
        subject=cleaned(subject, LONGEST_TEXT),
        figures=tuple(cleaned(each, LONGEST_TEXT) for each in own_figures(block.table)[:MOST_FIGURES]),
        source=cleaned(block.source, LONGEST_TEXT),
        link=link,
    )


def own_figures(table: Table) -> list[str]:
    """Return the figures of a table that are the own municipality's, each with its headings."""
    copied = {*table.own_columns, *table.with_own} if table.own_columns else {*range(len(table.columns))}
    rows = [row for place, row in enumerate(table.texts) if not table.own_rows or place in table.own_rows]
    said = []
    for row in rows:
        cells = [
            (heading, cell)
            for place, (heading, cell) in enumerate(zip(table.columns, row, strict=True))
            if place and cell and place in copied
        ]
        said.append(
            worksheet_words.FIGURES.format(
                row=row[0],
                cells=worksheet_words.FIGURES_BETWEEN.join(f"{heading} {cell}" for heading, cell in cells),
            )
        )
    return said


def safe_link(evidence: Evidence) -> str:
    """Return the link of evidence, nothing where it is not one of ours: a file may hold any text."""
    return evidence.link if LINK.fullmatch(evidence.link) else ""


def renamed(evidence: Evidence, text: str, subject: str) -> Evidence:
    """Return evidence under another sentence: a finding, with the figures of the block that shows it."""
    named = {"text": cleaned(text, LONGEST_TEXT), "subject": cleaned(subject, LONGEST_TEXT)}
    return msgspec.structs.replace(evidence, **named)
