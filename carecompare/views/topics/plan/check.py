"""The check of a plan: every item with what fills it, and what the town writes of it."""

from __future__ import annotations

from functools import partial
from math import isnan
from typing import TYPE_CHECKING

from carecompare.own import PLAN_CHECK, PlanCheck
from carecompare.text import words
from carecompare.text.format import date, with_unit
from carecompare.text.own import worksheet_words
from carecompare.text.topics import plan_words
from carecompare.views.base.block import Block
from carecompare.views.base.file_columns import rows_table
from carecompare.views.base.kept import moment
from carecompare.views.base.table import Table
from carecompare.views.topics.plan.found import found_of, item_group
from carecompare.views.topics.sheet.sheet import lines_source
from carecompare.views.topics.sheet.table import sheet_file, sheet_table
from carecompare.views.topics.worksheet import contents_html

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import CheckItem, Indicator
    from carecompare.own import CheckLine, Kept, Kind
    from carecompare.rows import SheetLine
    from carecompare.views.base.here import Page
    from carecompare.views.topics.plan.found import Found


MOST_SAID = 2


def check_kind(here: Page) -> Kind[PlanCheck]:
    """Return what the check of the period that is being planned is kept as."""
    return PLAN_CHECK.of(str(here.catalog.plan.draft.period))


def version_of(kept: Kept[PlanCheck] | None) -> str:
    """Return which version is shown, in words."""
    if kept is None:
        return worksheet_words.NO_VERSION
    return worksheet_words.VERSION.format(
        version=kept.version, when=moment(kept.saved_at), author=kept.author
    )


def counts_by_state(here: Page, lines: Mapping[str, CheckLine]) -> dict[str, int]:
    """Return how many items are in each state; the empty one is of those not looked at yet."""
    counts = dict.fromkeys(plan_words.STATES, 0)
    for name in here.catalog.plan.items:
        counts[lines[name].state if name in lines else ""] += 1
    return counts


def lines_of(kept: Kept[PlanCheck] | None) -> dict[str, CheckLine]:
    """Return what was saved, by item."""
    return {each.id: each for each in (kept.content if kept else PlanCheck()).lines}


def check_block(here: Page) -> Block:
    """Return all items as the table that planners make, with what the town saved.

    The lines and what fills them are the visitor's: the block is never shared.

    Raises
    ------
    OwnDataError
        If what the town keeps cannot be read.
    """
    kept = here.kept(check_kind(here))
    lines = lines_of(kept)
    draft = here.catalog.plan.draft
    rows = [check_row(here, item, lines.get(item.id)) for item in here.catalog.plan.items.values()]
    written = plan_words.WRITTEN_BY.format(own=here.own_label, version=version_of(kept))
    return Block(
        key=f"plan_check_{here.own}",
        finding=plan_words.finding(here.own_label, counts_by_state(here, lines)),
        subtitle=plan_words.CAPTION.format(date=date(draft.date)),
        table=Table(list(plan_words.COLUMNS.values()), rows, kind="plan"),
        file=partial(rows_table, rows, plan_words.COLUMNS),
        origins=lines_source(here, shown_indicators(here)),
        notes=(plan_words.draft_note(draft), written, plan_words.STATE_NOTE),
        view="plan_check",
        wide=True,
    )


def shown_indicators(here: Page) -> list[Indicator]:
    """Return the indicators of all items that have a line, each once."""
    names = [
        line["indicator"]
        for item in here.catalog.plan.items.values()
        for line in item_group(here, item).lines
    ]
    return [here.catalog.indicators[name] for name in dict.fromkeys(names)]


def check_row(here: Page, item: CheckItem, line: CheckLine | None) -> tuple[str, ...]:
    """Return the five cells of an item; what the town did not write is what the catalogue knows."""
    found = found_of(here, item)
    sources = data_line(found)
    return (
        plan_words.item_label(item.number_ja, item.label_ja),
        plan_words.LOOKS_BETWEEN.join(item.looks_ja),
        plan_words.state_with_sign(line.state if line else ""),
        "\n".join(filter(None, (line.place if line else "", sources))),
        (line.instead if line else "") or "\n".join(found.missing),
    )


def data_line(found: Found) -> str:
    """Return what fills an item, counted."""
    counted = (
        (plan_words.HERE_COUNT, found.indicators),
        (plan_words.EXPORT_COUNT, len(found.exports)),
        (plan_words.OWN_COUNT, len(found.own)),
    )
    said = [text.format(count=count) for text, count in counted if count]
    return plan_words.DATA.format(sources=plan_words.BETWEEN.join(said)) if said else ""


def item_block(here: Page, part: str) -> Block | None:
    """Return the figures of one item beside the peers; None where this project has none.

    Parameters
    ----------
    here : Page
        The page with its choice.
    part : str
        Id of the item.
    """
    item = here.catalog.plan.items.get(part)
    if item is None or not item_group(here, item).lines:
        return None
    return here.view("plan_item", "", lambda: _item_block(here, item), part=part)


def _item_block(here: Page, item: CheckItem) -> Block:
    group = item_group(here, item)
    indicators = [here.catalog.indicators[line["indicator"]] for line in group.lines]
    return Block(
        key=f"plan_item_{item.id}",
        finding=_finding(here, item, group.lines),
        subtitle="",
        table=sheet_table(here, [group], group.label),
        file=partial(sheet_file, here, group.lines, {}),
        origins=lines_source(here, indicators),
        notes=(words.PEERS_ARE_NO_TARGET,),
        indicators=tuple(each.id for each in indicators),
    )


def _finding(here: Page, item: CheckItem, lines: Sequence[SheetLine]) -> str:
    known = [line for line in lines if not isnan(line["value"])]
    if not known:
        return plan_words.ITEM_NONE.format(own=here.own_label, label=item.label_ja)
    said = []
    for line in known[:MOST_SAID]:
        indicator = here.catalog.indicators[line["indicator"]]
        text = plan_words.ITEM_FIGURE_ALONE if isnan(line["median"]) else plan_words.ITEM_FIGURE
        said.append(
            text.format(
                name=indicator.name_ja,
                value=with_unit(line["value"], indicator),
                median=with_unit(line["median"], indicator),
            )
        )
    return plan_words.ITEM_FINDING.format(
        own=here.own_label, label=item.label_ja, figures=plan_words.FIGURES_BETWEEN.join(said)
    )


def line_html(line: CheckLine) -> str:
    """Return what a town wrote of an item as HTML."""
    named = (
        (plan_words.PLACE, line.place),
        (plan_words.INSTEAD, line.instead),
        (worksheet_words.POST_SHORT, line.post),
    )
    return contents_html(line, named)


def check_described(here: Page, content: object) -> str:
    """Return the items of a check as text, for two that stand side by side."""
    lines = content.lines if isinstance(content, PlanCheck) else ()
    items = here.catalog.plan.items
    return "\n\n".join(
        "\n".join(
            filter(
                None,
                (
                    f"{_name(items.get(each.id), each.id)}　{plan_words.state_with_sign(each.state)}",
                    each.words,
                    each.place,
                    each.instead,
                    each.post,
                    *(f"{worksheet_words.EVIDENCE}：{one.text}" for one in each.evidence),
                ),
            )
        )
        for each in lines
    )


def _name(item: CheckItem | None, identifier: str) -> str:
    if item is None:
        return worksheet_words.OTHER_LINE.format(id=identifier)
    return plan_words.item_label(item.number_ja, item.label_ja)
