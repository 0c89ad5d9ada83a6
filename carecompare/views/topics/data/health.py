"""How complete, how old and how sound the figures are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.charts import coverage_bars
from carecompare.clock import today
from carecompare.comparisons import complete_areas, coverage_by_prefecture, coverage_by_source
from carecompare.store import figures_held, gaps
from carecompare.tables import INSURER_LEVEL
from carecompare.text.data import health_words
from carecompare.text.format import date, number
from carecompare.text.words import SOURCE
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block
from carecompare.views.base.file_columns import file_table, rows_table
from carecompare.views.base.table import Table

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    import numpy as np

    from carecompare.catalog import Source
    from carecompare.comparisons import SourceCoverage
    from carecompare.file_tables import FileTable
    from carecompare.store import CountOrigin
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page


WHOLE = 100.0
# From the darkest: per cent below which a cell of the table of prefectures is shaded.
SHADES = ((50.0, 4), (80.0, 3), (95.0, 2), (WHOLE, 1))
BY_SOURCE = f"{SOURCE}：{health_words.FIGURES_SOURCE}"


@dataclass(frozen=True)
class SourceCounts:
    """The counts of a source: those that have figures, and those that wait for a file."""

    source: Source
    held: Mapping[str, Sequence[CountOrigin]]
    waiting: tuple[str, ...]
    every: int

    @property
    def is_brought(self) -> bool:
        """Return whether none of its figures is missing, since only who has the file brings them."""
        return self.source.brought and not self.held

    def dates(self, today: str) -> list[str]:
        """Return the date of the newest figures of each count; of a projection that of its base."""
        found = []
        for origins in self.held.values():
            dates = [origin.as_of for origin in origins]
            found.append(min(dates) if max(dates) > today else max(dates))
        return sorted(found)


def counts_by_source(here: Page) -> list[SourceCounts]:
    """Return the sources of counts in the catalogue's order."""
    found = []
    for source in here.catalog.sources.values():
        counts = [each.id for each in here.catalog.counts.values() if source.id in each.read]
        of_source = {
            count: [
                each
                for each in here.loaded.origins.get(count, [])
                if each.source == source.id and each.holder == count
            ]
            for count in counts
        }
        if counts:
            held = {count: origins for count, origins in of_source.items() if origins}
            # A part compiled elsewhere does not stand for the file of the source that names its files.
            is_first = bool(here.catalog.layouts.get(source.id, {}).get("named"))
            waiting = tuple(
                count
                for count, origins in of_source.items()
                if not (origins if is_first else here.loaded.origins.get(count))
            )
            found.append(SourceCounts(source, held, waiting, len(counts)))
    return found


def coverage_block(here: Page) -> Block:
    """Return how many municipalities have the figures of each source."""
    return here.cached("everybody", "data_health coverage", partial(_coverage_block, here))


def gaps_block(here: Page) -> Block:
    """Return why figures are missing."""
    return here.cached("everybody", "data_health gaps", partial(_gaps_block, here))


def ages_block(here: Page) -> Block:
    """Return how old the figures are and when the next ones are expected."""
    date = today()
    return here.cached("everybody", f"data_health ages {date}", lambda: _ages_block(here, date))


def _coverage_block(here: Page) -> Block:
    held = figures_held(here.store)
    lines = sorted(coverage_by_source(held), key=lambda line: line.share)
    counts = {each.source.id: each for each in counts_by_source(here)}
    names = {line.source: here.catalog.sources[line.source].short_ja for line in lines}
    rows = [_coverage_row(names[line.source], counts[line.source], line) for line in lines]
    drawn = pd.DataFrame(
        {
            "name_ja": [names[line.source] for line in lines],
            "all": [line.every for line in lines],
            "some": [line.some for line in lines],
            "none": [line.none for line in lines],
            "label": [f"{number(line.every)}（{number(line.share, 1)}%）" for line in lines],
            "tip": [
                "・".join(
                    f"{health_words.COVERAGE_PARTS[part]} {number(value)}"
                    for part, value in (("all", line.every), ("some", line.some), ("none", line.none))
                )
                for line in lines
            ],
        }
    )
    incomplete = [names[line.source] for line in lines if line.share < WHOLE]
    return Block(
        key="data_health_coverage",
        finding=health_words.coverage_finding(complete_areas(held), int(held["area"].nunique()), incomplete),
        subtitle=health_words.COVERAGE_SUBTITLE,
        table=Table(list(health_words.COVERAGE_COLUMNS.values()), rows, numeric=frozenset({1, 2, 3, 4, 5})),
        file=partial(rows_table, rows, health_words.COVERAGE_COLUMNS),
        credit=BY_SOURCE,
        chart=coverage_bars(drawn),
        notes=(health_words.COVERAGE_NOT_ZERO, health_words.COVERAGE_INSURERS),
    )


def _coverage_row(name: str, counts: SourceCounts, line: SourceCoverage) -> tuple[Cell | str, ...]:
    return (
        name,
        f"{len(counts.held)}／{counts.every}",
        number_cell(line.every),
        number_cell(line.some),
        number_cell(line.none),
        number_cell(line.share, 1, around="{figure}%"),
    )


def prefectures_block(here: Page) -> Block:
    """Return the share of municipalities with figures, by prefecture and source."""
    share = coverage_by_prefecture(figures_held(here.store))
    order = [each for each in here.catalog.sources if each in share.columns]
    names = [here.loaded.areas[code]["name_ja"] for code in share.index]
    shown = share[order]
    rows: list[tuple[Cell | str, ...]] = []
    shades = {}
    for i, (name, cells) in enumerate(zip(names, shown.to_numpy(), strict=True)):
        rows.append((name, *(number_cell(int(cell)) for cell in cells)))
        for j, cell in enumerate(cells):
            shades[i, j + 1] = next((shade for below, shade in SHADES if cell < below), 0)
    worst = shown.min(axis=1).set_axis(names).sort_values(kind="stable")
    columns = {
        "prefecture": health_words.PREFECTURE,
        **{each: here.catalog.sources[each].short_ja for each in order},
    }
    return Block(
        key="data_health_prefectures",
        finding=health_words.prefectures_finding([str(name) for name in worst.index[worst < WHOLE]]),
        subtitle=health_words.PREFECTURE_SUBTITLE,
        table=Table(
            list(columns.values()),
            rows,
            numeric=frozenset(range(1, len(columns))),
            shades=shades,
            kind="heat",
            faint=frozenset({"100"}),
        ),
        file=partial(_prefectures_file, shown.to_numpy().round(1), names, columns),
        credit=BY_SOURCE,
    )


def _prefectures_file(cells: np.ndarray, names: list[str], columns: Mapping[str, str]) -> FileTable:
    frame = pd.DataFrame(cells, columns=list(columns)[1:])
    frame.insert(0, "prefecture", names)
    return file_table(frame, columns)


def _gaps_block(here: Page) -> Block:
    found = gaps(here.store)
    rows: list[tuple[Cell | str, ...]] = []
    sums: dict[str, int] = {}
    for line in found.to_dict("records"):
        word, explained = health_words.REASONS[line["reason"]]
        name = here.catalog.sources[line["source"]].short_ja
        rows.append((name, word, number_cell(line["cells"]), number_cell(line["municipalities"]), explained))
        if line["reason"] != INSURER_LEVEL:
            sums[word] = sums.get(word, 0) + int(line["cells"])
    for each in counts_by_source(here):
        if each.waiting and not each.is_brought:
            word, explained = health_words.REASONS["no_file"]
            areas = len(here.loaded.municipalities)
            sums[word] = sums.get(word, 0) + areas * len(each.waiting)
            waiting = "・".join(here.catalog.counts[count].label_ja for count in each.waiting)
            rows.append(
                (
                    each.source.short_ja,
                    word,
                    number_cell(areas * len(each.waiting)),
                    number_cell(areas),
                    f"{waiting}。{explained}",
                )
            )
    cells = sum(sums.values())
    largest = max(sums, key=lambda word: sums[word]) if sums else ""
    return Block(
        key="data_health_gaps",
        finding=health_words.gaps_finding(cells, largest, WHOLE * sums[largest] / cells if cells else 0),
        subtitle=health_words.GAPS_SUBTITLE,
        table=Table(list(health_words.GAPS_COLUMNS.values()), rows, numeric=frozenset({2, 3})),
        file=partial(rows_table, rows, health_words.GAPS_COLUMNS),
        credit=BY_SOURCE,
    )


def _ages_block(here: Page, today: dt.date) -> Block:
    rows = []
    newest: dict[str, str] = {}
    for each in counts_by_source(here):
        dates = each.dates(today.isoformat())
        if not dates:
            continue
        if not _superseded(here, each, dates[-1]):
            newest[each.source.short_ja] = dates[-1]
        spans = list(dict.fromkeys((dates[0], dates[-1])))
        rows.append(
            (
                each.source.short_ja,
                each.source.publisher_ja,
                "〜".join(map(date, spans)),
                "〜".join(dict.fromkeys(health_words.age(span, today) for span in spans)),
                each.source.next_release_ja or health_words.NO_NEXT,
            )
        )
    ordered = sorted(newest, key=lambda name: newest[name])
    return Block(
        key="data_health_ages",
        finding=health_words.ages_finding(
            ordered[0],
            health_words.age(newest[ordered[0]], today),
            ordered[-1],
            health_words.age(newest[ordered[-1]], today),
        )
        if ordered
        else "",
        subtitle="",
        table=Table(list(health_words.AGES_COLUMNS.values()), rows),
        file=partial(rows_table, rows, health_words.AGES_COLUMNS),
        credit=BY_SOURCE,
        notes=(health_words.AGES_NOTE,),
    )


def _superseded(here: Page, counts: SourceCounts, newest: str) -> bool:
    """Return whether other sources have later figures of every count: what is left is history."""
    return all(
        any(each.source != counts.source.id and each.as_of > newest for each in here.loaded.origins[count])
        for count in counts.held
    )
