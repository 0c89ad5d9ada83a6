"""The draft criteria of areas with special services: the own figures, the peers', the nation."""

from __future__ import annotations

from functools import partial
from math import isnan, nan
from typing import TYPE_CHECKING

from carecompare.catalog import Indicator
from carecompare.charts import ranked_bars, ranked_plot, ranked_screens
from carecompare.comparisons import BELOW, SpecialFigures, special_figures
from carecompare.comparisons.special_area import AREA, PERSONS
from carecompare.store import counts_in_year
from carecompare.tables import MISSING, OBSERVED
from carecompare.text.format import date, number
from carecompare.text.topics import plan_area_words
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block
from carecompare.views.base.choice import parameter
from carecompare.views.base.file_columns import rows_table
from carecompare.views.base.origins import origins_of
from carecompare.views.base.table import Table
from carecompare.views.shapes.ranked import nearest_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import SpecialArea
    from carecompare.origins import Origin
    from carecompare.rows import ComparisonRow, Role
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page

SINCE = parameter(
    "since",
    lambda value, known: value in {str(each) for each in known.catalog.plan.special_area.since},
    "since_unknown",
)
DECIMALS = 1


def chosen_since(here: Page) -> int:
    """Return the census from which a fall is seen."""
    return int(here.selection[SINCE] or here.catalog.plan.special_area.since[0])


def figures_since(here: Page, since: int) -> Mapping[str, SpecialFigures]:
    """Return the figures of every municipality."""
    return here.cached("country", f"special areas {since}", lambda: _figures(here, since))


def _figures(here: Page, since: int) -> Mapping[str, SpecialFigures]:
    criteria = here.catalog.plan.special_area
    now = counts_in_year(here.store, [PERSONS, AREA], criteria.year)
    before = counts_in_year(here.store, [PERSONS], since)
    return special_figures(now, before, here.loaded.municipalities, criteria)


def special_block(here: Page) -> Block:
    """Return the own municipality beside its peers, with the limits and the distance to them."""
    since = chosen_since(here)
    return here.view("special_area", str(since), lambda: _block(here, since))


def _block(here: Page, since: int) -> Block:
    criteria = here.catalog.plan.special_area
    known = figures_since(here, since)
    shown = [here.own, *(code for code in here.peers if code in known and code != here.own)]
    rows = [
        *(_compared(here, code, known[code], "own" if code == here.own else "peer") for code in shown),
        _limit(criteria),
    ]
    drawn = nearest_rows(rows)
    indicator = _indicator(criteria)
    cells = [_row(here, code, known[code]) for code in shown]
    fields = _fields(criteria, since)
    columns = {name: text.format_map(fields) for name, text in plan_area_words.COLUMNS.items()}
    has_figures = any(not isnan(row["value"]) for row in drawn if row["role"] != "reference")
    return Block(
        key=f"special_area_{here.own}_{since}",
        finding=_finding(here, known[here.own], fields),
        subtitle=plan_area_words.SUBTITLE.format_map(fields),
        what=plan_area_words.WHAT.format_map(fields),
        chart=ranked_bars(drawn, indicator) if has_figures else None,
        staged=partial(ranked_screens, drawn, indicator),
        plot=partial(ranked_plot, drawn, indicator),
        table=Table(
            list(columns.values()),
            cells,
            numeric=frozenset(range(1, 8)),
            own_rows=frozenset({0}),
            kind="worded",
        ),
        file=partial(rows_table, cells, columns),
        origins=_origins(here, since),
        notes=(plan_area_words.draft_note(criteria), plan_area_words.HOW.format_map(fields)),
        wide=True,
    )


def own_table(here: Page) -> Table:
    """Return the own figures, each with its limit and the distance to it."""
    since = chosen_since(here)
    each = figures_since(here, since)[here.own]
    criteria, none = each.criteria, plan_area_words.NO_VALUE
    fields = _fields(criteria, since)
    density, persons, change = (text.format_map(fields) for text in plan_area_words.OWN_ITEMS)
    limits = [text.format_map(fields) for text in plan_area_words.OWN_LIMITS]
    rows: list[tuple[Cell | str, ...]] = [
        (
            density,
            number_cell(each.density, DECIMALS, word=none),
            limits[0],
            number_cell(each.density - criteria.per_km2, DECIMALS, style="signed", word=none),
        ),
        (
            persons,
            number_cell(each.persons, word=none),
            limits[1],
            number_cell(each.persons - criteria.persons, style="signed", word=none),
        ),
        (change, number_cell(each.change, style="signed", word=none), limits[2], ""),
    ]
    columns = [each_heading.format(own=here.own_label) for each_heading in plan_area_words.OWN_COLUMNS]
    return Table(
        columns,
        rows,
        numeric=frozenset({1, 3}),
        own_columns=frozenset({1}),
        caption=plan_area_words.OWN_CAPTION.format(reading=plan_area_words.READINGS[each.reading]),
    )


def nation_block(here: Page) -> Block:
    """Return how many municipalities of each prefecture lie below the limits, beside the draft's number."""
    since = chosen_since(here)
    return here.view("special_area_nation", str(since), lambda: _nation(here, since))


def _nation(here: Page, since: int) -> Block:
    criteria = here.catalog.plan.special_area
    counts = here.cached(
        "everybody",
        "special areas below",
        lambda: {each: _below(figures_since(here, each)) for each in criteria.since},
    )
    codes = sorted({code[:2] for code in figures_since(here, since)})
    rows = here.cached("everybody", f"special areas counted {since}", lambda: _counted_in(here, since, codes))
    said = plan_area_words.NATION_SAME if counts[since] == criteria.known else plan_area_words.NATION_FINDING
    fields = _fields(criteria, since)
    return Block(
        key=f"special_area_nation_{since}",
        finding=said.format(count=number(counts[since]), known=number(criteria.known)),
        subtitle=plan_area_words.NATION_SUBTITLE.format_map(fields),
        table=Table(
            list(plan_area_words.NATION_COLUMNS.values()),
            rows,
            numeric=frozenset(range(1, 7)),
            own_rows=frozenset({1 + codes.index(here.own[:2])}) if here.own else frozenset(),
        ),
        file=partial(rows_table, rows, plan_area_words.NATION_COLUMNS),
        origins=_origins(here, since),
        notes=(
            plan_area_words.known_total(criteria, counts),
            plan_area_words.draft_note(criteria),
            plan_area_words.HOW.format_map(fields),
        ),
    )


def _counted_in(here: Page, since: int, codes: Sequence[str]) -> list[tuple[Cell | str, ...]]:
    """Return the rows of the nation and of each prefecture."""
    known = figures_since(here, since)
    return [
        _counted(plan_area_words.NATION, list(known.values())),
        *(_counted(here.label(each), [known[code] for code in known if code[:2] == each]) for each in codes),
    ]


def steps_block(here: Page) -> Block:
    """Return the steps of the criteria, and what of each can be known here."""
    criteria = here.catalog.plan.special_area
    rows = [(each.number_ja, each.asks_ja, each.here_ja) for each in criteria.step]
    return Block(
        key="special_area_steps",
        finding=plan_area_words.STEPS_FINDING,
        subtitle="",
        table=Table(list(plan_area_words.STEPS_COLUMNS.values()), rows, kind="plan"),
        file=partial(rows_table, rows, plan_area_words.STEPS_COLUMNS),
        credit=f"{criteria.name_ja}（{criteria.meeting_ja}、{date(criteria.date)}、{criteria.page}）",
        notes=(plan_area_words.draft_note(criteria),),
    )


def _below(known: Mapping[str, SpecialFigures]) -> int:
    return sum(each.reading in BELOW for each in known.values())


def _counted(name: str, figures: list[SpecialFigures]) -> tuple[Cell | str, ...]:
    read = [each.reading for each in figures]
    below = sum(each in BELOW for each in read)
    counted = [len(read), below, *(read.count(each) for each in ("sparse", "falling", "few", "unknown"))]
    return (name, *map(number_cell, counted))


def _row(here: Page, code: str, each: SpecialFigures) -> tuple[Cell | str, ...]:
    none = plan_area_words.NO_VALUE
    criteria = each.criteria
    return (
        here.label(code),
        number_cell(each.persons, word=none),
        number_cell(each.km2, DECIMALS, word=none),
        number_cell(each.persons_at_limit, word=none),
        number_cell(each.density, DECIMALS, word=none),
        number_cell(each.density - criteria.per_km2, DECIMALS, style="signed", word=none),
        number_cell(each.persons - criteria.persons, style="signed", word=none),
        number_cell(each.change, style="signed", word=none),
        plan_area_words.READINGS[each.reading],
    )


def _finding(here: Page, each: SpecialFigures, fields: Mapping[str, str]) -> str:
    return plan_area_words.FINDINGS[each.reading].format(
        own=here.own_label,
        density=number(each.density, DECIMALS),
        **{**fields, "persons": number(each.persons), "limit": fields["persons"]},
        change=number(abs(each.change)),
    )


def _fields(criteria: SpecialArea, since: int) -> dict[str, str]:
    return {
        "unit": criteria.unit_ja,
        "year": str(criteria.year),
        "since": str(since),
        "date": date(criteria.date),
        "per_km2": f"{criteria.per_km2:g}",
        "persons": number(criteria.persons),
    }


def _indicator(criteria: SpecialArea) -> Indicator:
    """Return what the bars show: no indicator of the catalogue, since it belongs to the draft alone."""
    return Indicator(
        id="special_area",
        label_ja=plan_area_words.INDICATOR,
        label_en="",
        topic="population",
        kind="amount",
        numerator=(PERSONS,),
        denominator=(AREA,),
        unit_ja=criteria.unit_ja,
        decimals=DECIMALS,
    )


def _compared(here: Page, code: str, each: SpecialFigures, role: Role) -> ComparisonRow:
    return _comparison_row(code, here.label(code), role, each.density, each.persons, each.km2, each.criteria)


def _limit(criteria: SpecialArea) -> ComparisonRow:
    return _comparison_row("", plan_area_words.LIMIT, "reference", criteria.per_km2, nan, nan, criteria)


def _comparison_row(
    code: str, name: str, role: Role, value: float, above: float, below: float, criteria: SpecialArea
) -> ComparisonRow:
    return {
        "area": code,
        "year": criteria.year,
        "indicator": "special_area",
        "value": value,
        "lower": nan,
        "upper": nan,
        "numerator": above,
        "denominator": below,
        "denominator_year": criteria.year,
        "method": "none",
        "status": MISSING if isnan(value) else OBSERVED,
        "name_ja": name,
        "reason": "",
        "role": role,
        "rank": nan,
        "ranked": 0,
        "gap": nan,
    }


def _origins(here: Page, since: int) -> tuple[Origin, ...]:
    year = here.catalog.plan.special_area.year
    return origins_of(here, {PERSONS: {year, since}, AREA: {year}})
