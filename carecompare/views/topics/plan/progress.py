"""Plan and actual as they are shown: the judgement of one cycle."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from carecompare.charts import PlanBar, plan_bars
from carecompare.exhibits import Plot, Series
from carecompare.measures.plan_marks import WHOLE, total_ratio
from carecompare.own.contents.plan_figures import PLAN_FIGURES, PlanReview
from carecompare.text.own import worksheet_words
from carecompare.text.topics import plan_progress_words as progress_words
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block
from carecompare.views.base.file_columns import rows_table
from carecompare.views.base.kept import moment
from carecompare.views.base.table import Table
from carecompare.views.topics.plan.figures import (
    by_year,
    chosen_cycle,
    judged_row,
    limits_of,
    plan_figures,
    plan_rows,
    review_kind,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.charts import Picture
    from carecompare.measures.plan_marks import Judgement
    from carecompare.own import Kept
    from carecompare.own.contents.plan_figures import PlanFigure, PlanFigures, ReviewLine
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page
    from carecompare.views.topics.plan.figures import Cycle, PlanRow


MOST_DECIMALS = 3


@dataclass(frozen=True)
class JudgedItem:
    """An item in a cycle: what it is, its figures, and how they agree."""

    row: PlanRow
    figure: PlanFigure
    judgement: Judgement


def judged_items(here: Page, cycle: Cycle) -> list[JudgedItem]:
    """Return the items of which plan or actual is known in a cycle, in the order of the catalogue."""
    content = plan_figures(here)
    figures = by_year(content)
    found = []
    for key, row in plan_rows(here, content).items():
        figure = figures.get((key, cycle.year))
        if figure is not None and (figure.planned is not None or cycle.actual(figure) is not None):
            found.append(JudgedItem(row, figure, judged_row(here, content, row, figure, cycle=cycle)))
    return found


def judgement_words(item: JudgedItem) -> str:
    """Return the mark of an item with its words, or why there is none."""
    found = item.judgement
    return progress_words.judgement(found.mark, found.why, reaches=item.row.reaches)


def review_lines(here: Page, cycle: Cycle) -> Mapping[str, ReviewLine]:
    """Return what was written of a cycle, by item."""
    kept = here.kept(review_kind(cycle))
    return {each.id: each for each in (kept.content if kept else PlanReview()).lines}


def review_described(here: Page, content: object) -> str:
    """Return the words of a cycle as text, for two that stand side by side."""
    if not isinstance(content, PlanReview):
        return ""
    named = plan_rows(here, plan_figures(here))
    return "\n\n".join(
        "\n".join(
            filter(
                None,
                (named[each.id].label if each.id in named else each.id, *said_cells(each)),
            )
        )
        for each in content.lines
    )


def exact_cell(value: float | None) -> Cell:
    """Return a typed figure with the decimals it was typed with."""
    _, _, after = f"{value or 0:.{MOST_DECIMALS}f}".rstrip("0").partition(".")
    return number_cell(value, len(after), word=progress_words.NOT_KNOWN)


def ratio_cell(ratio: float | None) -> Cell:
    """Return a ratio in per cent."""
    return number_cell(ratio, 1, around=progress_words.PER_CENT, word=progress_words.NOT_KNOWN, unit="%")


def progress_block(here: Page) -> Block | None:
    """Return the judgement of the chosen cycle; None where nothing of it was entered.

    Its figures and words are the visitor's: the block is never shared.

    Raises
    ------
    OwnDataError
        If what the town keeps cannot be read.
    """
    cycle = chosen_cycle(here)
    items = judged_items(here, cycle)
    if not items:
        return None
    lines = review_lines(here, cycle)
    rows = [_row(each, cycle, lines.get(each.row.key)) for each in items]
    groups = {
        place: each.row.group
        for place, each in enumerate(items)
        if not place or items[place - 1].row.group != each.row.group
    }
    total = _total_row(items, cycle)
    if total:
        groups[len(rows)] = progress_words.TOTAL_GROUP
        rows.append(total)
    columns = dict(progress_words.COLUMNS)
    if cycle.is_interim:
        columns |= {"planned": progress_words.PLANNED_INTERIM, "actual": progress_words.ACTUAL_INTERIM}
    counts = dict.fromkeys(progress_words.MARKS, 0)
    for each in items:
        if each.judgement.mark:
            counts[each.judgement.mark] += 1
    unjudged = sum(not each.judgement.mark for each in items)
    label = progress_words.cycle_label(cycle.year, cycle.name)
    return Block(
        key=f"plan_progress_{here.own}_{cycle.part}",
        finding=progress_words.finding(here.own_label, label, counts, unjudged),
        subtitle=progress_words.SUBTITLE.format(cycle=label),
        table=Table(
            list(columns.values()),
            rows,
            numeric=frozenset({2, 3, 4, 5}),
            groups=groups,
            kind="progress",
        ),
        chart=_picture(items),
        file=partial(rows_table, rows, columns),
        credit=entered_by(here),
        notes=cycle_notes(here, cycle),
        view="plan_progress",
        plot=lambda: _plot(items),
        wide=True,
    )


def _row(item: JudgedItem, cycle: Cycle, line: ReviewLine | None) -> tuple[Cell | str, ...]:
    planned, actual = item.figure.planned, cycle.actual(item.figure)
    due = None if planned is None else planned * (item.row.interim if cycle.is_interim else 1.0)
    gap = None if due is None or actual is None else actual - due
    return (
        item.row.label,
        item.row.unit,
        exact_cell(due),
        exact_cell(actual),
        number_cell(gap, exact_cell(gap).decimals, style="signed", word=progress_words.NOT_KNOWN),
        ratio_cell(item.judgement.ratio),
        judgement_words(item),
        *said_cells(line),
    )


def said_cells(line: ReviewLine | None) -> tuple[str, str, str]:
    """Return what was written of an item: why, what follows, by whom and until when."""
    if line is None:
        return "", "", ""
    return (
        _of_kind(progress_words.CAUSES[line.cause], line.words),
        _of_kind(progress_words.STEPS[line.state], line.next),
        "　".join(filter(None, (line.post, line.due))),
    )


def _of_kind(kind: str, text: str) -> str:
    return progress_words.OF_KIND.format(kind=kind, text=text) if kind and text else kind or text


def _total_row(items: Sequence[JudgedItem], cycle: Cycle) -> tuple[Cell | str, ...]:
    pairs = [
        (each.figure.planned * (each.row.interim if cycle.is_interim else 1.0), actual)
        for each in items
        if each.row.in_total
        and each.figure.planned is not None
        and (actual := cycle.actual(each.figure)) is not None
    ]
    if not pairs:
        return ()
    planned, actual = (sum(side) for side in zip(*pairs, strict=True))
    return (
        progress_words.TOTAL.format(count=len(pairs)),
        "",
        exact_cell(planned),
        exact_cell(actual),
        number_cell(actual - planned, exact_cell(actual - planned).decimals, style="signed"),
        ratio_cell(total_ratio(pairs)),
        "",
        "",
        "",
        "",
    )


def _picture(items: Sequence[JudgedItem]) -> Picture | None:
    times = Counter(each.row.label for each in items)
    bars = []
    for each in items:
        row, found = each.row, each.judgement
        if found.ratio is None:
            continue
        said = f"{ratio_cell(found.ratio).text} {progress_words.MARKS.get(found.mark, '')}"
        name = row.label if times[row.label] == 1 else f"{row.group} {row.label}"
        tip = progress_words.BAR_TIP.format(item=row.label, group=row.group, said=said)
        bars.append(PlanBar(name, found.ratio, found.mark, said, tip))
    return plan_bars(bars, progress_words.PLAN_LINE) if bars else None


def _plot(items: Sequence[JudgedItem]) -> Plot | None:
    known = [each for each in items if each.judgement.ratio is not None]
    if not known:
        return None
    return Plot(
        kind="bars",
        categories=tuple(each.row.label for each in known),
        series=(Series(progress_words.RATIO, tuple(each.judgement.ratio for each in known)),),
        unit="%",
        decimals=1,
        references=((progress_words.PLAN_LINE, WHOLE),),
    )


def cycle_notes(here: Page, cycle: Cycle) -> tuple[str, ...]:
    """Return the cautions of a cycle: what is empty, what is halved, where marks and limits are from."""
    content, marks = plan_figures(here), here.catalog.plan.marks
    close, reach = (limits_of(here, content, reaches=each) for each in (False, True))
    named = {
        f"close_{name}": f"{value:g}" for name, value in zip(("best", "good", "fair"), close, strict=True)
    }
    named |= {
        f"reach_{name}": f"{value:g}" for name, value in zip(("best", "good", "fair"), reach, strict=True)
    }
    own = content.close is not None or content.reach is not None
    whose = progress_words.LIMITS_OWN if own else progress_words.LIMITS_DEFAULT
    return (
        *((progress_words.HALF_NOTE,) if cycle.is_interim else ()),
        progress_words.EMPTY_NOTE,
        progress_words.LIMITS_NOTE.format(**named, whose=whose),
        progress_words.marks_note(marks),
    )


def entered_by(here: Page) -> str:
    """Return whose figures are shown, and which version of them."""
    kept = here.kept(PLAN_FIGURES)
    return progress_words.CREDIT.format(own=here.own_label, version=version_of(kept))


def version_of(kept: Kept[PlanFigures] | None) -> str:
    """Return which version is shown, in words."""
    if kept is None:
        return worksheet_words.NO_VERSION
    return worksheet_words.VERSION.format(
        version=kept.version, when=moment(kept.saved_at), author=kept.author
    )
