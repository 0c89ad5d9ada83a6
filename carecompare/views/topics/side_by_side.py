"""Several municipalities side by side over some indicators: an insurer's members, a prefecture, a choice."""

from __future__ import annotations

from functools import partial
from math import isnan, nan
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from carecompare.comparisons import prefecture_of, rankable, reason_for_care, without_shaky_value
from carecompare.tables import NATION
from carecompare.text import side_words
from carecompare.text.format import rank, status_word, year_of
from carecompare.text.sentences import WITHHELD
from carecompare.text.words import COLUMN, NOT_RANKED
from carecompare.typed_cells import FIGURE, figure_cell
from carecompare.views.base.block import Block, years_behind
from carecompare.views.base.choice import SEPARATOR, parameter
from carecompare.views.base.file_columns import file_table, shared_unit
from carecompare.views.base.making import correction_notes
from carecompare.views.base.origins import origins_of
from carecompare.views.base.table import Table
from carecompare.views.shapes.passport import passport_address
from carecompare.views.shapes.profile import counts_shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.file_tables import FileTable
    from carecompare.rows import Figures, Reason, Years
    from carecompare.typed_cells import Cell
    from carecompare.views.base.choice import Known
    from carecompare.views.base.here import Page


KEY_FIGURES = (
    "share_65_and_over",
    "share_75_and_over",
    "share_living_alone_65_and_over",
    "certification_rate",
    "clinics_per_100000",
    "care_home_places_per_1000_75_and_over",
    "day_care_places_per_1000_75_and_over",
)
MOST_TOWNS, MOST_INDICATORS = 12, 10
INSURER, PREFECTURE = "insurer", "prefecture"


def _are_towns(value: str, known: Known) -> bool:
    codes = value.split(SEPARATOR)
    return value in {INSURER, PREFECTURE} or (
        len(codes) <= MOST_TOWNS and all(code in known.codes for code in codes)
    )


def _are_indicators(value: str, known: Known) -> bool:
    chosen = value.split(SEPARATOR)
    return len(chosen) <= MOST_INDICATORS and known.catalog.indicators.keys() >= set(chosen)


TOWNS = parameter("towns", _are_towns)
ITEMS = parameter("items", _are_indicators)


class _Figure(NamedTuple):
    """A figure as it may be shown, why it is read with care, and its rank in the nation; NaN without one."""

    figures: Figures
    reason: Reason
    position: float


def members(here: Page) -> list[str]:
    """Return who is insured together with the own municipality, with itself; nobody where it is alone."""
    insurers = here.loaded.insurers
    mine = insurers.get(here.own)
    inside = prefecture_of(here.own)
    return (
        [code for code, name in insurers.items() if name == mine and prefecture_of(code) == inside]
        if mine
        else []
    )


def chosen_towns(here: Page) -> list[str]:
    """Return the municipalities beside the own one; without a choice fellow members, else neighbours."""
    chosen = here.selection[TOWNS]
    if chosen == PREFECTURE:
        codes = [code for code in here.loaded.municipalities if code[:2] == here.own[:2]]
    elif chosen and chosen != INSURER:
        codes = chosen.split(SEPARATOR)
    else:
        bordering = here.loaded.surroundings.bordering.get(here.own, ())
        within = [code for code in bordering if prefecture_of(code) == prefecture_of(here.own)]
        codes = members(here) or (within or list(bordering))[:MOST_TOWNS]
    return [code for code in dict.fromkeys(codes) if code != here.own]


def chosen_indicators(here: Page) -> list[Indicator]:
    """Return the indicators in the columns; the key figures without a choice."""
    wanted = here.selection[ITEMS].split(SEPARATOR) if here.selection[ITEMS] else KEY_FIGURES
    return [here.catalog.indicators[each] for each in wanted if each in here.loaded.latest]


def side_by_side_block(here: Page) -> Block:
    """Return the own municipality, the others, their prefecture and the nation as a table."""
    towns, indicators = [here.own, *chosen_towns(here)], chosen_indicators(here)
    found = {each.id: {code: _figure(here, each, code) for code in _areas(towns)} for each in indicators}
    behind = (
        years_behind(each, [_years(here, each, one.figures) for one in found[each.id].values()])
        for each in indicators
    )
    shown = counts_shown(behind)
    return Block(
        key=f"side_by_side_{here.own}",
        finding=_finding(here, towns, indicators[0], found[indicators[0].id]) if indicators else "",
        subtitle=side_words.SUBTITLE,
        table=_table(here, towns, indicators, found),
        file=partial(_file, here, indicators, found),
        origins=origins_of(here, shown),
        notes=(
            side_words.WITHHELD,
            *(each.notes_ja for each in indicators if each.notes_ja),
            *correction_notes(here, shown, towns),
        ),
        wide=True,
        view="side_by_side",
        indicators=tuple(each.id for each in indicators),
    )


def _areas(towns: Sequence[str]) -> list[str]:
    prefectures = dict.fromkeys(prefecture_of(code) for code in towns)
    return [*towns, *prefectures, NATION]


def _figure(here: Page, indicator: Indicator, code: str) -> _Figure:
    figures = here.loaded.indicator_year(indicator.id, here.loaded.latest[indicator.id]).figures(code)
    reason = reason_for_care(figures)
    value = nan if reason or code not in here.loaded.municipalities else rankable(figures)
    _, place = here.loaded.standings.places({indicator.id: value}, prefecture_of(code))[indicator.id]
    return _Figure(without_shaky_value(figures, reason), reason, place.position)


def _years(here: Page, indicator: Indicator, figures: Figures) -> Years:
    return {
        "year": float(here.loaded.latest[indicator.id]),
        "denominator_year": figures["denominator_year"],
    }


def _finding(here: Page, towns: Sequence[str], indicator: Indicator, found: Mapping[str, _Figure]) -> str:
    """Return who is highest and lowest in the first column, of those whose figure is read without care."""
    firm = {
        code: found[code].figures["value"]
        for code in towns
        if not found[code].reason and not isnan(found[code].figures["value"])
    }
    label, many = indicator.name_ja, len(towns)
    if len(set(firm.values())) < 2 or here.own not in firm:  # noqa: PLR2004 - a highest and a lowest
        return side_words.ALL_ALIKE.format(many=many, label=label)
    highest, lowest = max(firm, key=firm.__getitem__), min(firm, key=firm.__getitem__)

    def said(code: str) -> str:
        return f"{figure_cell(found[code].figures, indicator).text}{indicator.unit_ja}"

    extremes = side_words.HIGHEST_AND_LOWEST.format(
        many=many,
        label=label,
        highest=here.label(highest),
        high=said(highest),
        lowest=here.label(lowest),
        low=said(lowest),
    )
    if here.own in {highest, lowest}:
        return extremes
    return side_words.ALSO_OWN.format(said=extremes, own=here.own_label, value=said(here.own))


def _table(
    here: Page,
    towns: Sequence[str],
    indicators: Sequence[Indicator],
    found: Mapping[str, Mapping[str, _Figure]],
) -> Table:
    headings = [
        side_words.HEADING.format(
            name=each.name_ja, unit=each.unit_ja, year=year_of(here.loaded.latest[each.id], each)
        )
        for each in indicators
    ]
    rows: list[tuple[Cell | str, ...]] = []
    links: list[tuple[str, ...]] = []
    for code in _areas(towns):
        cells = []
        for each in indicators:
            figures, reason, position = found[each.id][code]
            around = FIGURE if isnan(position) else side_words.FIGURE.replace("{rank}", rank(position))
            cells.append(figure_cell(figures, each, NOT_RANKED.get(reason, ""), around))
        rows.append((here.label(code), *cells))
        links.append(
            ("", *(passport_address(here, each.id, here.loaded.latest[each.id], code) for each in indicators))
        )
    return Table(
        columns=[COLUMN["name"], *headings],
        rows=rows,
        links=links,
        numeric=frozenset(range(1, len(headings) + 1)),
        own_rows=frozenset({0}),
        caption=side_words.CAPTION.format(many=len(towns)),
        kind="side",
    )


def _file(
    here: Page, indicators: Sequence[Indicator], found: Mapping[str, Mapping[str, _Figure]]
) -> FileTable:
    rows = [
        {
            "indicator": each.label_ja,
            "unit": each.unit_ja,
            "area": code,
            "name": here.label(code),
            "year": here.loaded.latest[each.id],
            **{
                name: figures[name]
                for name in ("value", "lower", "upper", "numerator", "denominator", "denominator_year")
            },
            "status": status_word(figures["status"]),
            "rank": position,
            "note": WITHHELD.get(reason, ""),
        }
        for each in indicators
        for code, (figures, reason, position) in found[each.id].items()
    ]
    headings = {"rank": side_words.NATION_RANK}
    return file_table(pd.DataFrame(rows), headings, unit=shared_unit(indicators))
