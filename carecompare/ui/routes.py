"""The questions of council and meetings: which views they lead through, in which order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from carecompare.text import trust_sentences
from carecompare.text.route_words import FIELDS
from carecompare.ui import route_figures as figures
from carecompare.ui.data_health import ages_block, coverage_block, gaps_block
from carecompare.ui.decomposition import RATE
from carecompare.ui.initiative_columns import ALL
from carecompare.ui.views import VIEWS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from carecompare.ui.blocks import Block
    from carecompare.ui.frame import Page

STANDARDISED = "certification_rate_standardised"
LEVEL_3 = "certification_rate_level_3_and_over"
AGED, OLDER, ALONE = "share_65_and_over", "share_75_and_over", "share_living_alone_65_and_over"
DAY_CARE = "day_care_offices_per_1000_residents_75_and_over"
DEMAND, WORKERS = "demand_index_care", "health_and_welfare_workers_per_1000_75_and_over"


@dataclass(frozen=True)
class Step:
    """One step of a question.

    Parameters
    ----------
    page : str
        Where its view stands: a key of ``words.PAGES``.
    block : callable
        Makes the view, or None where there is nothing to show.
    sentence : callable
        Says it in the own numbers; it always says something.
    choice : mapping of str to str
        What is chosen for it: fields of `Selection`. They stand in the link, so that the page opens alike.
    """

    page: str
    block: Callable[[Page], Block | None]
    sentence: Callable[[Page], str]
    choice: Mapping[str, str] = field(default_factory=dict)


def _view(name: str, sentence: Callable[[Page], str], part: str = "", **choice: str) -> Step:
    view = VIEWS[name]
    return Step(view.page, lambda here: view.block(here, part), sentence, choice)


def _health(block: Callable[[Page], Block], sentence: Callable[[Page], str]) -> Step:
    return Step("data_health", block, sentence)


ROUTE_STEPS: Mapping[str, tuple[Step, ...]] = {
    "rate": (
        _view("care_need", figures.is_it_high(RATE), item=RATE),
        _view("decomposition", figures.parted, against=figures.AGAINST),
        _view("care_need", figures.rank_sentence(STANDARDISED), item=STANDARDISED),
        _view("care_need", figures.rank_sentence(LEVEL_3), item=LEVEL_3),
        _view("aging_households", figures.rank_sentence(ALONE)),
        _view(
            "initiative_types", figures.types_of(FIELDS["prevention"]), part=ALL, field=FIELDS["prevention"]
        ),
    ),
    "resources": (
        _view("aging_level", figures.rank_sentence(OLDER), item=OLDER),
        _view("resources_field", figures.of_field(FIELDS["care"]), field=FIELDS["care"]),
        _view("resources_field", figures.of_field(FIELDS["medicine"]), field=FIELDS["medicine"]),
        _view("resources_field", figures.of_field(FIELDS["daily_life"]), field=FIELDS["daily_life"]),
        _view("supply", figures.offices(DAY_CARE), item=DAY_CARE),
    ),
    "future": (
        _view("aging_course", figures.moved(AGED), item=AGED),
        _view("outlook", figures.persons),
        _view("demand", figures.moved(DEMAND), part=DEMAND),
        _view("supply", figures.offices(DAY_CARE), item=DAY_CARE),
        _view("resource", figures.rank_sentence(WORKERS), field=FIELDS["across"], item=WORKERS),
    ),
    "similar": (
        _view("peers", figures.similar),
        _view("aging_level", figures.rank_sentence(OLDER), item=OLDER),
        _view("resources_field", figures.of_field(FIELDS["care"]), field=FIELDS["care"]),
        _view("initiative_types", figures.types_of(ALL), part=ALL, field=""),
    ),
    "trust": (
        _view("sheet", figures.complete),
        _health(gaps_block, figures.of_sheet(trust_sentences.missing)),
        _health(ages_block, figures.of_sheet(trust_sentences.dated)),
        _view("resources_field", figures.of_sheet(trust_sentences.small), field=FIELDS["medicine"]),
        _health(coverage_block, figures.covered),
    ),
}
