"""The need of care: certification rates and what chance leaves of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.tables import INSURER_LEVEL, INSURER_UNKNOWN
from carecompare.text import sentences, words
from carecompare.text.format import era_year
from carecompare.views.base.choice import ITEM
from carecompare.views.shapes.compared import compared
from carecompare.views.shapes.ranked import ranked_block
from carecompare.views.shapes.who_is_counted import insured_note
from carecompare.views.topics.decomposition import RATE, reversals
from carecompare.views.topics.funnel import funnel_block

if TYPE_CHECKING:
    from carecompare.catalog import Indicator
    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page


TOPIC = "care_need"


def rates(here: Page) -> list[Indicator]:
    """Return the rates in the catalogue's order."""
    return [each for each in here.catalog.main_indicators if each.topic == TOPIC]


def chosen_rate(here: Page) -> Indicator:
    """Return the rate that is looked at."""
    known = rates(here)
    return next((each for each in known if each.id == here.selection[ITEM]), known[0])


def certification_block(here: Page) -> Block:
    """Return the chosen rate side by side."""
    rate = chosen_rate(here)
    return here.view("care_need", rate.id, lambda: _block(here, rate))


def chance_block(here: Page) -> Block | None:
    """Return the funnel of the chosen rate, or None where it is no share."""
    return funnel_block(here, chosen_rate(here))


def _block(here: Page, rate: Indicator) -> Block:
    year = here.loaded.latest[rate.id]
    remarks = [*(reversals(here) if rate.id == RATE else []), *insured_note(here)]
    remarks += _insurer_notes(here, rate, year)
    if rate.kind != "published":
        remarks.append(words.CARE_NEED_DATE.format(date=era_year(year, fiscal=True)))
    if rate.kind == "standardised":
        remarks.append(words.CARE_NEED_STANDARDISED_COLUMNS)
    return ranked_block(here, rate, year, tuple(remarks))


def _insurer_notes(here: Page, rate: Indicator, year: int) -> list[str]:
    shown = compared(here, rate, year).rows
    members: dict[str, list[str]] = {}
    for row in shown:
        if row["reason"] == INSURER_LEVEL:
            members.setdefault(here.loaded.insurers[row["area"]], []).append(row["name_ja"])
    unknown = [row["name_ja"] for row in shown if row["reason"] == INSURER_UNKNOWN]
    said = [sentences.insurer_members(insurer, names) for insurer, names in members.items()]
    return [*said, sentences.unknown_insurers(unknown)] if unknown else said
