"""Districts side by side: how many of their points reach a service, with those that peers declared."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from math import isinf, nan
from typing import TYPE_CHECKING

from carecompare.charts import ranked_bars, ranked_plot, ranked_screens
from carecompare.comparisons.access.district_figures import district_offices
from carecompare.comparisons.access.reach import reach
from carecompare.comparisons.access.reach_summary import summary
from carecompare.store import town_points
from carecompare.tables import OBSERVED
from carecompare.text import words
from carecompare.text.format import number
from carecompare.text.topics.reach import reach_district_words, reach_words
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block
from carecompare.views.base.file_columns import rows_table
from carecompare.views.base.table import Table
from carecompare.views.topics.reach.districts import (
    blocks_of,
    declared_peers,
    is_declared,
    kept_districts,
    of_points,
)
from carecompare.views.topics.reach.own import what
from carecompare.views.topics.reach.persons import persons
from carecompare.views.topics.reach.visitors import of_visitor
from carecompare.views.topics.reach.ways import (
    cautions,
    chosen_service,
    chosen_speed,
    minutes_cell,
    offices,
    points,
    reach_origins,
    reached,
    service_label,
    share_indicator,
    share_word,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from carecompare.catalog import Indicator
    from carecompare.comparisons.access.reach import Reach
    from carecompare.comparisons.access.reach_summary import Summary
    from carecompare.file_tables import FileTable
    from carecompare.own.contents.districts import Districts
    from carecompare.rows import ComparisonRow
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page


# Beyond so many bars the picture holds the own districts alone.
MOST_BARS = 40


@dataclass(frozen=True)
class Line:
    """A district: whose, its number and name, its blocks, how it reaches the service, its offices of it."""

    code: str
    number: int
    name: str
    blocks: int
    summary: Summary
    offices: int
    persons: tuple[float, ...] = ()

    def label(self, here: Page) -> str:
        """Return its name with its number, or with its town where that is another's."""
        if self.code == here.own:
            return reach_district_words.NUMBERED.format(number=self.number, name=self.name)
        return reach_district_words.OF_TOWN.format(town=here.label(self.code), name=self.name)


def district_reach_block(here: Page) -> Block | None:
    """Return the districts side by side; None where none are declared."""
    if not is_declared(kept_districts(here)[0]) or not len(points(here)):
        return None
    return of_visitor(here, "reach_districts", lambda: _block(here))


def _block(here: Page) -> Block:
    service = chosen_service(here)
    label = service_label(here, service)
    own = _lines(here, here.own, kept_districts(here)[0], reached(here, service))
    declared, damaged = declared_peers(here)
    others = [line for code, each in declared.items() for line in _lines_of_peer(here, code, each)]
    indicator = share_indicator(
        f"reach_districts_{service}",
        reach_district_words.REACH_INDICATOR.format(service=label),
        f"points within 30 minutes of {service}, by district",
    )
    rows = _bars(here, [*own, *others], indicator)
    drawn = rows if len(rows) <= MOST_BARS else rows[: len(own)]
    people = persons(here)
    table, file = _tables(here, [*own, *others], label)
    known = "、".join(map(here.label, declared))
    peers = reach_district_words.PEERS_SOME.format(named=known) if known else reach_district_words.PEERS_NONE
    spoilt = reach_district_words.PEERS_DAMAGED.format(named="、".join(map(here.label, damaged)))
    return Block(
        key=f"reach_districts_{here.own}_{service}",
        finding=_finding(own, label),
        subtitle=reach_district_words.SUBTITLE.format(what=what(here)),
        chart=ranked_bars(drawn, indicator),
        staged=partial(ranked_screens, drawn, indicator),
        table=table,
        file=file,
        origins=reach_origins(here, [service]),
        notes=(
            reach_district_words.REACH_NOTE,
            *([reach_district_words.OWN_ALONE] if len(drawn) < len(rows) else []),
            peers,
            *([spoilt] if damaged else []),
            *([people.said] if people else []),
            *cautions(here),
        ),
        plot=partial(ranked_plot, drawn, indicator),
        wide=True,
        what=reach_words.OF_POINTS.format(what=what(here)),
    )


def _lines(here: Page, code: str, districts: Districts, ways: Reach) -> list[Line]:
    of_point = of_points(ways.points, districts)
    service, (_, speed) = chosen_service(here), chosen_speed(here)
    listed = ways.offices[ways.offices["municipality"] == code]
    counted = district_offices(ways.points, of_point, listed)
    known = {(block.ward, block.town) for block in blocks_of(ways.points)}
    people = persons(here) if code == here.own else None
    lines = []
    for place, each in enumerate(districts.districts, 1):
        inside = of_point == each.name
        lines.append(
            Line(
                code,
                place,
                each.name,
                sum((block.ward, block.town) in known for block in each.blocks),
                summary(ways, speed, chosen=inside),
                counted.get(each.name, Counter())[service],
                ()
                if people is None
                else (
                    float(people.population[inside].sum()),
                    float(people.aged_65[inside].sum()),
                    float(people.aged_75[inside].sum()),
                    summary(ways, speed, people.aged_65, inside).share,
                    summary(ways, speed, people.aged_75, inside).share,
                ),
            )
        )
    return lines


def _lines_of_peer(here: Page, code: str, districts: Districts) -> list[Line]:
    listed = here.cached("everybody", ("reach points", code), lambda: town_points(here.store, [code]))
    if not len(listed):
        return []
    return _lines(here, code, districts, reach(listed, offices(here)[chosen_service(here)], districts.joined))


def _bars(here: Page, lines: Sequence[Line], indicator: Indicator) -> list[ComparisonRow]:
    return [
        {
            "area": f"{line.code}.{line.number}",
            "year": 0,
            "indicator": indicator.id,
            "value": 100 * line.summary.share,
            "lower": nan,
            "upper": nan,
            "numerator": line.summary.within,
            "denominator": line.summary.weight,
            "denominator_year": nan,
            "method": "none",
            "status": OBSERVED,
            "name_ja": line.label(here),
            "reason": "few_events" if line.summary.reason else "",
            "role": "own" if line.code == here.own else "peer",
            "rank": nan,
            "ranked": 0,
            "gap": nan,
        }
        for line in lines
        if line.summary.points
    ]


def _finding(own: Sequence[Line], service: str) -> str:
    judged = sorted((each for each in own if not each.summary.reason), key=lambda each: -each.summary.share)
    if not judged:
        return reach_district_words.REACH_FEW.format(service=service)
    best, worst = judged[0], judged[-1]
    high, low = share_word(best.summary.share), share_word(worst.summary.share)
    if best.summary.share == worst.summary.share:
        said = reach_district_words.REACH_SAME
        return said.format(service=service, count=number(len(judged)), share=high)
    found = reach_district_words.REACH_FINDING
    return found.format(service=service, best=best.name, worst=worst.name, high=high, low=low)


def _tables(here: Page, lines: Sequence[Line], service: str) -> tuple[Table, Callable[[], FileTable]]:
    has_persons = any(line.persons for line in lines)
    column = dict(reach_district_words.REACH_COLUMNS)
    note = column.pop("note")
    people = reach_district_words.PERSONS_COLUMNS if has_persons else {}
    columns = {
        name: text.format(service=service) for name, text in {**column, **people, "note": note}.items()
    }
    rows = [_row(here, line, has_persons=has_persons) for line in lines]
    table = Table(
        columns=list(columns.values()),
        rows=rows,
        numeric=frozenset(range(1, len(columns) - 1)),
        own_rows=frozenset(place for place, line in enumerate(lines) if line.code == here.own),
    )
    return table, partial(rows_table, rows, columns)


def _row(here: Page, line: Line, *, has_persons: bool) -> tuple[Cell | str, ...]:
    found = line.summary
    people: list[Cell | str] = []
    if has_persons:
        counts, shares = line.persons[:3], line.persons[3:]
        people += [number_cell(each) for each in counts]
        people += [number_cell(100 * each, 1) for each in shares]
        people = people or [""] * len(reach_district_words.PERSONS_COLUMNS)
    return (
        line.label(here),
        number_cell(line.blocks),
        number_cell(found.points),
        number_cell(100 * found.share, 1, word=words.NO_FIGURE),
        *(
            number_cell(None, word=words.NO_FIGURE) if not found.points else minutes_cell(each)
            for each in (found.median, found.ninth_decile, found.farthest)
        ),
        number_cell(line.offices),
        *people,
        reach_district_words.FEW if found.reason else reach_words.OVER_SEA if isinf(found.farthest) else "",
    )
