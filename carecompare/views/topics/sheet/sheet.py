"""Every indicator of a town on one sheet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from carecompare.charts import MOST_TICKS, peer_ticks, sheet_screens, sheet_strips
from carecompare.comparisons import Profile
from carecompare.text import words
from carecompare.text.topics import finding_words, sheet_words
from carecompare.text.topics.judged_sentences import beyond_chance
from carecompare.views.base.block import Block
from carecompare.views.base.origins import origins_of
from carecompare.views.shapes.passport import passport_links
from carecompare.views.shapes.profile import (
    behind,
    counts_shown,
    peer_table_of,
    profile_file,
    sheet_indicators,
)
from carecompare.views.shapes.who_is_counted import insured_note
from carecompare.views.topics.sheet.groups import (
    SORT,
    gap_units,
    shown_groups,
    shown_lines,
    what_is_shown,
    whole_sheet,
)
from carecompare.views.topics.sheet.table import sheet_file, sheet_table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.charts import PeerTicks
    from carecompare.file_tables import FileTable
    from carecompare.origins import Origin
    from carecompare.rows import ProfileLine
    from carecompare.views.base.here import Page
    from carecompare.views.topics.sheet.groups import Group


FEWEST_PEERS = 4


def group_block(here: Page, group: Group) -> Block:
    """Return one group of the sheet."""
    return here.view("sheet_group", what_is_shown(here), partial(_block, here, group), part=group.key)


def sheet_block(here: Page) -> Block:
    """Return all lines shown as one table."""
    return here.view("sheet", what_is_shown(here), lambda: _table_block(here))


def sheet_remarks(here: Page) -> list[str]:
    """Return the cautions that belong to the sheet as it is shown."""
    together = whole_sheet(here).judged
    remarks = [
        sheet_words.SCALE_NOTE,
        sheet_words.GAP_NOTE,
        sheet_words.BEYOND_NOTE,
        finding_words.judged(together.p_values, together.by_chance),
        sheet_words.RANK_NOTE,
        sheet_words.TREND_NOTE,
        sheet_words.INSURER_NOTE,
        *insured_note(here),
        words.RESOURCES_CENSUS_NOTE,
    ]
    if here.selection[SORT] == "distance":
        remarks.insert(0, sheet_words.DISTANCE_NOTE)
    if len(here.peers) > MOST_TICKS:
        remarks.insert(0, sheet_words.CROWD_NOTE.format(count=len(here.peers)))
    return remarks


def _block(here: Page, group: Group) -> Block:
    indicators = [here.catalog.indicators[line["indicator"]] for line in group.lines]
    return Block(
        key=f"sheet_{group.key}_{here.own}",
        finding=beyond_chance(
            here.own_label, group.label, group.lines, [each.name_ja for each in indicators]
        ),
        subtitle="",
        chart=sheet_strips(group.lines, _ticks(here), indicators, gap_units(here)),
        staged=partial(sheet_screens, group.lines, _ticks(here), indicators, gap_units(here)),
        table=sheet_table(here, [group]),
        file=partial(_group_file, here, group, indicators),
        origins=lines_source(here, indicators),
        notes=tuple(filter(None, (_not_collected(here, group),))),
        passports=passport_links(here, group.lines),
        indicators=tuple(each.id for each in indicators),
        wide=True,
    )


def _group_file(here: Page, group: Group, indicators: Sequence[Indicator]) -> FileTable:
    every = whole_sheet(here)
    rows = every.rows_of(each.id for each in indicators)
    shown: dict[str, ProfileLine] = {line["indicator"]: line for line in group.lines}
    return profile_file(Profile(rows, shown, every.judged), indicators)


def _ticks(here: Page) -> Mapping[str, PeerTicks]:
    """Return the comparators as ticks."""
    every = sheet_indicators(here)
    return here.cached(
        "peers",
        "sheet ticks",
        lambda: peer_ticks([row for rows in peer_table_of(here, every).rows.values() for row in rows], every),
    )


def lines_source(here: Page, indicators: Sequence[Indicator]) -> tuple[Origin, ...]:
    """Return the publications behind some lines; those of the whole sheet are asked for twice."""

    def made() -> dict[str, Mapping[str, frozenset[int]]]:
        every = sheet_indicators(here)
        found = behind(whole_sheet(here).lines, peer_table_of(here, every), every)
        return dict(zip((each.id for each in every), found, strict=True))

    of_line = here.cached("choice", "sheet years", made)
    return origins_of(here, counts_shown(of_line[each.id] for each in indicators))


def _not_collected(here: Page, group: Group) -> str:
    fields = {here.catalog.indicators[line["indicator"]].field for line in group.lines}
    absent = [
        each.name_ja
        for each in here.catalog.main_indicators
        if group.topic == each.topic and each.field in fields and each.id not in here.loaded.latest
    ]
    return f"{words.NOT_COLLECTED_LIST}{'、'.join(absent)}" if absent else ""


def _table_block(here: Page) -> Block:
    lines = shown_lines(here)
    indicators = [here.catalog.indicators[line["indicator"]] for line in lines]
    groups = shown_groups(here)
    kind = here.prefecture_label[-1:]
    mean = words.PREFECTURE_MEAN.get(kind, words.COLUMN["prefecture"])
    return Block(
        key=f"sheet_all_{here.own}",
        finding="",
        subtitle=sheet_words.TABLE_SUBTITLE,
        what=sheet_words.WHAT,
        table=sheet_table(here, groups, sheet_words.TABLE_CAPTION.format(own=here.own_label)),
        file=partial(sheet_file, here, [line for group in groups for line in group.lines], {}),
        origins=lines_source(here, indicators),
        notes=(sheet_words.MEAN_NOTE.format(mean=mean),),
        indicators=tuple(each.id for each in indicators),
    )
