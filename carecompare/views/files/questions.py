"""The questions of council and meetings: which views they lead through, in which order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from carecompare.text.topics import route_words
from carecompare.text.topics.route_words import FIELDS
from carecompare.views.base.choice import parameter
from carecompare.views.files.registry import VIEWS
from carecompare.views.topics import question_figures
from carecompare.views.topics.data.health import ages_block, coverage_block, gaps_block
from carecompare.views.topics.decomposition import RATE
from carecompare.views.topics.initiatives.columns import ALL

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page


STEPS = tuple(str(number) for number in range(1, 10))
ROUTE = parameter("route", lambda value, _: value in route_words.ROUTES, "route_unknown")
STEP = parameter("step", lambda value, _: value in STEPS, "step_unknown")

SIMILAR = "similar"
# The sentences are of the latest year and the customary population: so is what is drawn beside them.
AS_USUAL = {"year": "", "basis": "", "only": "", "topic": ""}


def step_choice(route: str, number: int) -> dict[str, str]:
    """Return the parameters of the link to a step of a question."""
    return {**AS_USUAL, **ROUTE_STEPS[route][number - 1].choice, "route": route, "step": str(number)}


STANDARDISED = "certification_rate_standardised"
LEVEL_3 = "certification_rate_level_3_and_over"
AGED, OLDER, ALONE = "share_65_and_over", "share_75_and_over", "share_living_alone_65_and_over"
DAY_CARE = "day_care_places_per_1000_75_and_over"
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
        _view("care_need", question_figures.is_it_high(RATE), item=RATE),
        _view("decomposition", question_figures.parted, against=question_figures.AGAINST),
        _view("care_need", question_figures.rank_sentence(STANDARDISED), item=STANDARDISED),
        _view("care_need", question_figures.rank_sentence(LEVEL_3), item=LEVEL_3),
        _view("aging_households", question_figures.rank_sentence(ALONE)),
        _view(
            "initiative_types",
            question_figures.types_of(FIELDS["prevention"]),
            part=ALL,
            field=FIELDS["prevention"],
        ),
    ),
    "resources": (
        _view("aging_level", question_figures.rank_sentence(OLDER), item=OLDER),
        _view("resources_field", question_figures.of_field(FIELDS["care"]), field=FIELDS["care"]),
        _view("resources_field", question_figures.of_field(FIELDS["medicine"]), field=FIELDS["medicine"]),
        _view("resources_field", question_figures.of_field(FIELDS["daily_life"]), field=FIELDS["daily_life"]),
        _view("supply", question_figures.offices(DAY_CARE), item=DAY_CARE),
    ),
    "future": (
        _view("aging_course", question_figures.moved(AGED), item=AGED),
        _view("outlook", question_figures.persons),
        _view("demand", question_figures.moved(DEMAND), part=DEMAND),
        _view("supply", question_figures.offices(DAY_CARE), item=DAY_CARE),
        _view("resource", question_figures.rank_sentence(WORKERS), field=FIELDS["across"], item=WORKERS),
    ),
    "similar": (
        _view("peers", question_figures.similar),
        _view("aging_level", question_figures.rank_sentence(OLDER), item=OLDER),
        _view("resources_field", question_figures.of_field(FIELDS["care"]), field=FIELDS["care"]),
        _view("initiative_types", question_figures.types_of(ALL), part=ALL, field=""),
    ),
    "trust": (
        _view("sheet", question_figures.complete),
        _health(gaps_block, question_figures.of_sheet(route_words.missing)),
        _health(ages_block, question_figures.of_sheet(route_words.dated)),
        _view("resources_field", question_figures.of_sheet(route_words.small), field=FIELDS["medicine"]),
        _health(coverage_block, question_figures.covered),
    ),
}
