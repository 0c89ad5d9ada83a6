"""The pieces of the page that holds every indicator on one sheet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.charts import MOST_TICKS, peer_ticks, sheet_strips
from carecompare.comparisons import Profile
from carecompare.text import finding_sentences, sheet_sentences, sheet_words, words
from carecompare.text.judged_sentences import beyond_chance
from carecompare.ui.analysis_notes import analysis_notes, show_note
from carecompare.ui.blocks import Block, section, show
from carecompare.ui.html import notes
from carecompare.ui.origins import origins_of
from carecompare.ui.passport import passport_links
from carecompare.ui.profile import behind, counts_shown, peer_table_of, profile_file, sheet_indicators
from carecompare.ui.sheet_groups import (
    gap_units,
    shown_groups,
    shown_lines,
    what_is_shown,
    whole_sheet,
)
from carecompare.ui.sheet_table import sheet_file, sheet_table
from carecompare.ui.style import SHEET_PRINT_STYLE
from carecompare.ui.widgets import choose_from_widget, set_widget, widget_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from carecompare.catalog import Indicator
    from carecompare.charts import PeerTicks
    from carecompare.origins import Origin
    from carecompare.rows import ProfileLine
    from carecompare.ui.frame import Page
    from carecompare.ui.sheet_groups import Group

FEWEST_PEERS = 4


def show_sheet_switches(here: Page) -> None:
    """Draw how the sheet is ordered and what of it is shown."""
    st.html(SHEET_PRINT_STYLE)
    left, middle, right = st.columns([4, 4, 3], vertical_alignment="bottom")
    for place, name, label, options in (
        (left, "sort", sheet_words.SORT, sheet_words.SORTS),
        (middle, "only", sheet_words.ONLY, sheet_words.ONLYS),
    ):
        set_widget(name, getattr(here.selection, name))
        place.segmented_control(
            label,
            options=list(options),
            format_func=options.__getitem__,
            required=True,
            key=widget_key(name),
            on_change=choose_from_widget,
            args=(name,),
        )
    topics = dict.fromkeys(here.catalog.indicators[name].topic for name in whole_sheet(here).lines)
    set_widget("topic", here.selection.topic)
    right.selectbox(
        sheet_words.TOPIC,
        options=["", *topics],
        format_func=lambda each: here.catalog.topics[each].label_ja if each else sheet_words.ALL_TOPICS,
        key=widget_key("topic"),
        on_change=choose_from_widget,
        args=("topic",),
    )


def show_sheet(here: Page) -> None:
    """Draw the groups of the sheet, each a picture, with the officials' own analysis of each topic."""
    lines = list(whole_sheet(here).lines.values())
    st.subheader(sheet_sentences.overview(here.own_label, lines))
    st.html(notes(sheet_words.LEAD, sheet_sentences.breakdown(lines)))
    kind = here.prefecture_label[-1:]
    prefecture = words.PREFECTURE_MEAN.get(kind, words.COLUMN["prefecture"])
    if here.peers:
        st.caption(sheet_words.LEGEND.format(prefecture=prefecture))
    else:
        st.info(sheet_words.NO_PEERS)
    with st.expander(words.HOW_TO_READ):
        st.html(notes(*_remarks(here)))
    if 0 < len(here.peers) < FEWEST_PEERS:
        st.info(sheet_words.FEW_PEERS.format(count=len(here.peers)))
    groups = shown_groups(here)
    if not groups:
        st.info(sheet_words.NOTHING_LEFT)
    topics = list(dict.fromkeys(group.topic for group in groups if group.topic))
    for place, group in enumerate(groups):
        if here.peers:
            section(group.label)
            show(here, group_block(here, group))
        is_last = place + 1 == len(groups) or groups[place + 1].topic != group.topic
        if group.topic and is_last and here.peers:
            show_note(here, group.topic)
    if not topics or not here.peers:
        section(sheet_words.NOTES)
        for topic in dict.fromkeys(each.topic for each in sheet_indicators(here)):
            if here.selection.topic in {"", topic}:
                show_note(here, topic)


def show_sheet_table(here: Page) -> None:
    """Draw all lines shown as one table in the officials' order, with the file of them."""
    written = {topic: note.content.text for topic, note in analysis_notes(here).items()}
    lines = [line for group in shown_groups(here) for line in group.lines]
    # The file is asked for outside this script, where no visit is known: it takes the analyses along.
    show(here, sheet_block(here), file=partial(sheet_file, here, lines, written))


def group_block(here: Page, group: Group) -> Block:
    """Return one group of the sheet."""
    return here.view("sheet_group", what_is_shown(here), partial(_block, here, group), part=group.key)


def sheet_block(here: Page) -> Block:
    """Return all lines shown as one table."""
    return here.view("sheet", what_is_shown(here), lambda: _table_block(here))


def _remarks(here: Page) -> list[str]:
    together = whole_sheet(here).judged
    remarks = [
        sheet_words.SCALE_NOTE,
        sheet_words.GAP_NOTE,
        sheet_words.BEYOND_NOTE,
        finding_sentences.judged(together.p_values, together.by_chance),
        sheet_words.RANK_NOTE,
        sheet_words.TREND_NOTE,
        sheet_words.INSURER_NOTE,
        words.RESOURCES_CENSUS_NOTE,
    ]
    if here.selection.sort == "distance":
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
        table=sheet_table(here, [group]),
        file=partial(_group_file, here, group, indicators),
        origins=lines_source(here, indicators),
        notes=tuple(filter(None, (_not_collected(here, group),))),
        passports=passport_links(here, group.lines),
        indicators=tuple(each.id for each in indicators),
        wide=True,
    )


def _group_file(here: Page, group: Group, indicators: Sequence[Indicator]) -> pd.DataFrame:
    every = whole_sheet(here)
    rows = every.rows_of(each.id for each in indicators)
    shown: dict[str, ProfileLine] = {line["indicator"]: line for line in group.lines}
    return profile_file(Profile(rows, shown, every.judged), indicators)


def _ticks(here: Page) -> Mapping[str, PeerTicks]:
    """Return the comparators as ticks."""
    every = sheet_indicators(here)
    return here.of_peers(
        "sheet ticks",
        lambda: peer_ticks([row for rows in peer_table_of(here, every).rows.values() for row in rows], every),
    )


def lines_source(here: Page, indicators: Sequence[Indicator]) -> tuple[Origin, ...]:
    """Return the publications behind some lines; those of the whole sheet are asked for twice."""

    def made() -> dict[str, Mapping[str, frozenset[int]]]:
        every = sheet_indicators(here)
        found = behind(whole_sheet(here).lines, peer_table_of(here, every), every)
        return dict(zip((each.id for each in every), found, strict=True))

    of_line = here.remembered("sheet years", made)
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
