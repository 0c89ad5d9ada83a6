"""The pieces of the page on how complete, how old and how sound the figures are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from carecompare.text.data import health_words
from carecompare.ui.parts.widgets import section
from carecompare.ui.use.block import show
from carecompare.views.topics.data.doubts import doubts_block
from carecompare.views.topics.data.health import ages_block, coverage_block, gaps_block, prefectures_block
from carecompare.views.topics.data.office_positions import positions_block

if TYPE_CHECKING:
    from carecompare.views.base.here import Page


def show_coverage(here: Page) -> None:
    """Draw how many municipalities have the figures of each source."""
    section(health_words.COVERAGE)
    show(here, coverage_block(here))


def show_prefectures(here: Page) -> None:
    """Draw which part of the figures each prefecture has."""
    section(health_words.PREFECTURES)
    show(here, here.cached("everybody", "data_health prefectures", partial(prefectures_block, here)))


def show_gaps(here: Page) -> None:
    """Draw why figures are missing."""
    section(health_words.GAPS)
    show(here, gaps_block(here))


def show_ages(here: Page) -> None:
    """Draw how old the figures are and when the next ones are expected."""
    section(health_words.AGES)
    show(here, ages_block(here))


def show_positions(here: Page) -> None:
    """Draw how many offices stand outside their municipality, by service."""
    section(health_words.POSITIONS)
    show(here, positions_block(here))


def show_doubts(here: Page) -> None:
    """Draw what publishers' lists leave out or count twice, over the nation."""
    section(health_words.DOUBTS)
    show(here, doubts_block(here))
