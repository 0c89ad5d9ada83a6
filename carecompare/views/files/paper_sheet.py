"""比較分析表 on paper: what stands on it, taken from the page's figures and the town's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.reports.papers.pdf import drawing
from carecompare.reports.papers.sheet import Chapter, SheetOfAll, sheet_paper
from carecompare.text import words
from carecompare.text.topics import sheet_words
from carecompare.views.base.kept import moment
from carecompare.views.files.paper_pieces import (
    by_topic,
    made_today,
    sheet_grid,
    sheet_source,
    subtitle,
    topic_groups,
)
from carecompare.views.topics.sheet.sheet import group_block

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Literal

    from carecompare.own import Kept, Note
    from carecompare.reports.papers.paper import Drawing, Paper
    from carecompare.views.base.here import Page
    from carecompare.views.topics.sheet.groups import Group


# On A3 all of them stand on one page.
STRIPS_PX = {"a4": 720, "a3": 800}
WHOLE = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)


def analysis_paper(here: Page, written: Mapping[str, Kept[Note]], size: Literal["a4", "a3"]) -> Paper:
    """Return the sheet of all indicators of the own municipality.

    Parameters
    ----------
    here : Page
        The page with its choice.
    written : mapping of str to Kept
        What the town has written, by topic.
    size : {"a4", "a3"}
        Of the paper.

    Returns
    -------
    Paper
        Lying; without comparators there are no pictures.
    """
    groups = topic_groups(here)
    kind = here.prefecture_label[-1:]
    mean = words.PREFECTURE_MEAN.get(kind, words.COLUMN["prefecture"])
    topics = dict.fromkeys(group.topic for group in groups)
    return sheet_paper(
        SheetOfAll(
            own=here.own_label,
            subject=here.full_label(here.own),
            made=made_today(),
            subtitle=subtitle(here),
            chapters=[_chapter(here, topic, groups, written.get(topic), size) for topic in topics],
            legend=sheet_words.LEGEND.format(prefecture=mean) if here.peers else sheet_words.NO_PEERS,
            grid=sheet_grid(here, groups, WHOLE),
            notes=(
                sheet_words.MEAN_NOTE.format(mean=mean),
                sheet_words.GAP_NOTE,
                sheet_words.RANK_NOTE,
                sheet_words.TREND_NOTE,
                words.RESOURCES_CENSUS_NOTE,
            ),
            source=sheet_source(here, groups),
        ),
        size,
    )


def _chapter(here: Page, topic: str, groups: Sequence[Group], kept: Kept[Note] | None, size: str) -> Chapter:
    line = ""
    if kept is not None:
        line = sheet_words.NOTE_LINE.format(
            version=kept.version, when=moment(kept.saved_at), author=kept.author
        )
    drawn = [group for group in groups if group.topic == topic] if here.peers else []
    return Chapter(
        label=here.catalog.topics[topic].label_ja,
        drawings=[_drawn(here, group, STRIPS_PX[size]) for group in drawn],
        analysis=kept.content.text if kept is not None else "",
        kept=line,
    )


def _drawn(here: Page, group: Group, width_px: int) -> tuple[str, str, Drawing]:
    block = group_block(by_topic(here), group)
    if block.chart is None:
        raise ValueError(group.key)
    return group.label, block.finding, drawing(block.chart, block.finding, width_px, has_axes=False)
