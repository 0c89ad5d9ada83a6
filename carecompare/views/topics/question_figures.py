"""What the sentences of the questions are filled with."""

from __future__ import annotations

from math import isnan, nan
from typing import TYPE_CHECKING

from carecompare.comparisons import comparable, complete_areas, rankable
from carecompare.comparisons.years.supply import OLDER
from carecompare.measures.standing import spread
from carecompare.store import figures_held
from carecompare.tables import NATION
from carecompare.text.topics import decomposition_words, route_sentences, route_words
from carecompare.views.shapes.compared import compared
from carecompare.views.topics.decomposition import RATE, decomposition
from carecompare.views.topics.initiatives.columns import ALL
from carecompare.views.topics.peers import nearest_codes
from carecompare.views.topics.resources import resources_of
from carecompare.views.topics.sheet.groups import whole_sheet
from carecompare.views.topics.supply import people_to_come, supply_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from carecompare.rows import SheetLine, ValueRow
    from carecompare.views.base.here import Page


AGAINST = "nation"
YEAR_ASKED = 2040
PEAK = "year_of_75_and_over_peak"


def rank_sentence(indicator: str) -> Callable[[Page], str]:
    """Return what writes the sentence of a figure and of where it stands among others."""
    return lambda here: route_sentences.placed(figure_placed(here, indicator))


def is_it_high(indicator: str) -> Callable[[Page], str]:
    """Return what says whether a figure is high at all."""
    return lambda here: route_sentences.is_it_high(figure_placed(here, indicator))


def figure_placed(here: Page, name: str) -> route_sentences.Placed:
    """Return a figure of the own municipality beside the nation's and the middle of the comparators."""
    indicator = here.catalog.indicators[name]
    result = compared(here, indicator, here.loaded.latest[name])
    nation = (rankable(row) for row in result.of_role("reference") if row["area"] == NATION)
    return route_sentences.Placed(
        own=here.own_label,
        indicator=indicator,
        row=result.own,
        nation=float(next(nation, nan)),
        median=spread(comparable(result.of_role("peer"))).median,
        insurer=here.loaded.insurers.get(here.own, ""),
    )


def parted(here: Page) -> str:
    """Return which part of the difference from the nation is the larger, or why it is not known."""
    rate = figure_placed(here, RATE)
    if isnan(rate.row["value"]):
        return route_sentences.placed(rate)
    result = decomposition(here, AGAINST)
    own, other = here.own_label, decomposition_words.AGAINST_NATION
    if result.parts is None:
        insurer = here.loaded.insurers.get(here.own, own)
        return decomposition_words.NOTHING[result.reason].format(own=own, other=other, insurer=insurer)
    structure, rates = float(result.parts.structure.sum()), float(result.parts.rates.sum())
    said = route_sentences.parted(own, other, result.parts.difference, structure, rates)
    said += decomposition_words.few(result.few) if result.few else ""
    insurer = here.loaded.insurers.get(here.own, "")
    return said + (decomposition_words.OWN_INSURER.format(own=own, insurer=insurer) if insurer else "")


def of_field(field: str) -> Callable[[Page], str]:
    """Return the function that says how many resources of a field differ from the comparators."""

    def said(here: Page) -> str:
        wanted = {each.id for each in resources_of(here, field)}
        lines = [line for name, line in whole_sheet(here).lines.items() if name in wanted]
        label = here.catalog.fields[field].label_ja
        return route_sentences.of_field(here.own_label, label, lines, _names(here))

    return said


def moved(indicator: str) -> Callable[[Page], str]:
    """Return what says a figure of the last census year and of 2040, both of the projection."""

    def said(here: Page) -> str:
        known = here.catalog.indicators[indicator]
        # All of what is projected: a figure made otherwise would not be comparable.
        rows = [row for row in _own_rows(here, known.projected_id or indicator) if not isnan(row["value"])]
        later = [row for row in rows if row["year"] == YEAR_ASKED]
        newest = here.loaded.latest.get(indicator, 0) if known.projected_id else 0
        earlier = [row for row in rows if row["year"] >= newest][:1]
        ends = [(int(row["year"]), float(row["value"])) for row in (*earlier, *later)]
        first, last = ends if len(ends) > 1 else (None, None)
        return route_sentences.moved(here.own_label, known, first, last)

    return said


def _own_rows(here: Page, indicator: str) -> list[ValueRow]:
    rows = here.loaded.figures.rows([indicator], [here.own])
    return sorted(rows, key=lambda row: float(row["year"]))


def persons(here: Page) -> str:
    """Return how many residents aged 75 and over there are and will be."""
    rows = [row for row in people_to_come(here).rows if row["series"] == OLDER]
    course = [(int(row["year"]), float(row["population"])) for row in rows]
    asked = next((point for point in course if point[0] == YEAR_ASKED), None)
    (peak,) = here.loaded.figures.rows_at({PEAK: here.loaded.latest[PEAK]}, [here.own])
    return route_sentences.persons(here.own_label, course[0] if course else None, asked, peak)


def offices(service: str) -> Callable[[Page], str]:
    """Return the function that says how many offices of a service keep the density of today."""

    def said(here: Page) -> str:
        known = here.catalog.indicators[service]
        result = here.cached("choice", f"supply {service}", lambda: supply_of(here, known))
        later = next(
            (row for row in result.rows if row["series"] == OLDER and row["year"] == YEAR_ASKED), None
        )
        needed = None if later is None else (YEAR_ASKED, float(later["needed"]))
        now = (result.year, float(result.offices))
        return route_sentences.offices(here.own_label, known.name_ja, now, needed, result.reason)

    return said


def types_of(field: str) -> Callable[[Page], str]:
    """Return what says which types of initiative the cases hold, of one field or of all."""

    def said(here: Page) -> str:
        types = [each for each in here.catalog.initiative_types.values() if field in {ALL, each.field}]
        marked = {mark.id for case in here.catalog.cases.values() for mark in case.types}
        known = [each.label_ja for each in types if each.id in marked]
        case = here.catalog.case_of.get(here.own)
        label = "" if field == ALL else here.catalog.fields[field].label_ja
        return route_sentences.types(label, known, len(types), here.own_label, case.title_ja if case else "")

    return said


def similar(here: Page) -> str:
    """Return who is alike, and which of them are exemplars."""
    codes = nearest_codes(here)
    exemplars = [here.label(code) for code in codes if code in here.catalog.exemplars]
    return route_sentences.similar(here.own_label, [here.full_label(code) for code in codes], exemplars)


def of_sheet(say: Callable[[str, list[SheetLine], Mapping[str, str]], str]) -> Callable[[Page], str]:
    """Return what says something of all lines of the sheet of indicators."""
    return lambda here: say(here.own_label, list(whole_sheet(here).lines.values()), _names(here))


def complete(here: Page) -> str:
    """Return of how many indicators there is a figure."""
    return route_words.complete(here.own_label, list(whole_sheet(here).lines.values()))


def covered(here: Page) -> str:
    """Return how many municipalities have every figure."""
    held = here.cached("everybody", "figures held", lambda: figures_held(here.store))
    return route_words.covered(complete_areas(held), int(held["area"].nunique()))


def _names(here: Page) -> dict[str, str]:
    return {name: each.name_ja for name, each in here.catalog.indicators.items()}
