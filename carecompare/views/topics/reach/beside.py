"""The own town beside its comparators: the share of points within half an hour of a service."""

from __future__ import annotations

from functools import partial
from math import isinf, nan
from typing import TYPE_CHECKING

from carecompare.charts import ranked_bars, ranked_plot, ranked_screens
from carecompare.comparisons.access.reach_summary import summary_ranks
from carecompare.tables import MISSING, OBSERVED, UNLISTED
from carecompare.text import words
from carecompare.text.format import number
from carecompare.text.topics.reach import reach_words
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block
from carecompare.views.base.file_columns import rows_table, standard_column
from carecompare.views.base.table import Table
from carecompare.views.shapes.ranked import MOST_BARS, nearest_rows
from carecompare.views.topics.reach.own import what
from carecompare.views.topics.reach.ways import (
    bridges,
    cautions,
    chosen_service,
    chosen_speed,
    minutes_cell,
    own_summaries,
    peers_summaries,
    points,
    reach_origins,
    service_label,
    share_indicator,
    share_word,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.comparisons.access.reach_summary import Summary
    from carecompare.file_tables import FileTable
    from carecompare.rows import ComparisonRow
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page


# The table stands beside the picture.
IN_FILES = {"within", "ninth"}


def peers_block(here: Page) -> Block | None:
    """Return the share of the chosen service beside the comparators; None of a town without points."""
    if not len(points(here)):
        return None
    service, (speed, _) = chosen_service(here), chosen_speed(here)
    return here.view("reach_peers", f"{service} {speed} {bridges(here)}", lambda: _peers_block(here))


def _peers_block(here: Page) -> Block:
    service, (_, speed) = chosen_service(here), chosen_speed(here)
    own = own_summaries(here, speed)[service]
    # Whatever the town says of its bridges, a comparator that is the town itself is not among the peers.
    found = {**peers_summaries(here, service, speed), here.own: own}
    ranks = summary_ranks(found)
    label = service_label(here, service)
    indicator = share_indicator(
        f"reach_{service}",
        reach_words.PEERS_INDICATOR.format(service=label),
        f"points within 30 minutes of {service}",
    )
    rows = _rows(here, indicator, found, ranks)
    drawn = nearest_rows(rows)
    cut = (words.NEAREST.format(all=len(rows), most=MOST_BARS),) if len(drawn) < len(rows) else ()
    return Block(
        key=f"reach_peers_{here.own}_{service}",
        finding=_finding(here, label, own, ranks),
        subtitle=reach_words.SUBTITLE.format(what=what(here)),
        chart=ranked_bars(drawn, indicator),
        table=_table(rows, found, ranks[here.own][1]),
        file=lambda: _file(rows, found),
        origins=reach_origins(here, [service]),
        notes=(reach_words.PEERS_CAUTION, *cut, *cautions(here)),
        plot=partial(ranked_plot, drawn, indicator),
        staged=partial(ranked_screens, drawn, indicator),
        what=reach_words.OF_POINTS.format(what=what(here)),
    )


def _finding(here: Page, label: str, own: Summary, ranks: Mapping[str, tuple[int | None, int]]) -> str:
    place, of = ranks[here.own]
    ties = sum(each == ranks[here.own] for each in ranks.values()) - 1
    share = share_word(own.share)
    if place is None:
        few = reach_words.PEERS_FINDING_FEW
        return few.format(own=here.own_label, points=number(own.points), share=share)
    said = reach_words.PEERS_FINDING
    text = said.format(own=here.own_label, service=label, share=share, of=number(of), rank=place)
    return text + (reach_words.PEERS_TIES.format(ties=number(ties)) if ties else "")


def _rows(
    here: Page,
    indicator: Indicator,
    found: Mapping[str, Summary],
    ranks: Mapping[str, tuple[int | None, int]],
) -> list[ComparisonRow]:
    own = found[here.own]
    rows: list[ComparisonRow] = []
    for code in (here.own, *(each for each in here.peers if each != here.own)):
        each = found.get(code)
        place, of = ranks.get(code, (None, ranks[here.own][1]))
        rows.append(
            {
                "area": code,
                "year": 0,
                "indicator": indicator.id,
                "value": nan if each is None else 100 * each.share,
                "lower": nan,
                "upper": nan,
                "numerator": nan if each is None else each.within,
                "denominator": nan if each is None else each.weight,
                "denominator_year": nan,
                "method": "none",
                "status": MISSING if each is None else OBSERVED,
                "name_ja": here.label(code),
                "reason": UNLISTED if each is None else "few_events" if each.reason else "",
                "role": "own" if code == here.own else "peer",
                "rank": nan if place is None else float(place),
                "ranked": of,
                "gap": nan if each is None else 100 * (each.share - own.share),
            }
        )
    return rows


def _table(rows: Sequence[ComparisonRow], found: Mapping[str, Summary], ranked: int) -> Table:
    column = [text for name, text in reach_words.PEERS_COLUMNS.items() if name not in IN_FILES]
    ordered = _ordered(rows)
    return Table(
        columns=[text.format(of=ranked) for text in column],
        rows=[_line(row, found.get(row["area"])) for row in ordered],
        numeric=frozenset(range(1, len(column))),
        own_rows=frozenset(place for place, row in enumerate(ordered) if row["role"] == "own"),
    )


def _ordered(rows: Sequence[ComparisonRow]) -> list[ComparisonRow]:
    return sorted(rows, key=lambda row: (-row["value"] if row["value"] == row["value"] else 1.0, row["rank"]))


def _line(row: ComparisonRow, found: Summary | None) -> tuple[Cell | str, ...]:
    if found is None:
        return (row["name_ja"], number_cell(None, word=reach_words.NONE), *([""] * 4))
    return (
        row["name_ja"],
        number_cell(row["value"], 1),
        reach_words.FEW if found.reason else number_cell(row["rank"]),
        number_cell(found.points),
        *(minutes_cell(each) for each in (found.median, found.farthest)),
    )


def _file(rows: Sequence[ComparisonRow], found: Mapping[str, Summary]) -> FileTable:
    lines = []
    for row in _ordered(rows):
        each = found.get(row["area"])
        times = [] if each is None else [each.median, each.ninth_decile, each.farthest]
        lines.append(
            (
                row["area"],
                row["name_ja"],
                row["value"],
                row["rank"],
                *((None, None) if each is None else (each.points, each.within)),
                *(reach_words.NO_WAY if isinf(time) else time for time in times or [nan] * 3),
            )
        )
    names = {name: text.format(of=rows[0]["ranked"]) for name, text in reach_words.PEERS_COLUMNS.items()}
    return rows_table(lines, {"area": standard_column("area"), **names})
