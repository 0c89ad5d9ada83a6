"""The piece on the municipality's finance, which stands behind what it can do for its aged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.text import outlook_words
from carecompare.ui.blocks import Block, show
from carecompare.ui.profile import profile_block
from carecompare.ui.ranked import compared, finding

if TYPE_CHECKING:
    from carecompare.ui.frame import Page

TOPIC = "finance"


def show_finance(here: Page) -> None:
    """Draw the municipality's finance beside the comparators."""
    show(here.remembered(TOPIC, lambda: _block(here)))


def _block(here: Page) -> Block:
    indicators = [each for each in here.catalog.main_indicators if each.topic == TOPIC]
    first = indicators[0]
    said = finding(here, compared(here, first, here.loaded.latest[first.id]))
    remarks = [f"{each.name_ja}：{each.notes_ja}" for each in indicators]
    return profile_block(here, TOPIC, indicators, [outlook_words.FINANCE_NOTE, *remarks], said)
