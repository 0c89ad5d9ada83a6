"""The population pyramid: then, now and projected, with another municipality laid over it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from carecompare.charts import PyramidPanel, pyramids
from carecompare.comparisons import pyramid
from carecompare.store import ages_of
from carecompare.text.format import number
from carecompare.text.topics import pyramid_words
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block
from carecompare.views.base.choice import OTHER, parameter
from carecompare.views.base.editions import TOTAL, census_behind, projections
from carecompare.views.base.file_columns import rows_table, standard_column
from carecompare.views.base.origins import origins_of
from carecompare.views.base.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.charts import Picture
    from carecompare.comparisons import Pyramid
    from carecompare.file_tables import FileTable
    from carecompare.rows import AgeRow, PyramidRow
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page


CENSUS, PROJECTION = "census", "ipss_ages"
# Counts that are read from the same tables: they name the publications.
COUNT_OF = {CENSUS: "population_75_and_over", PROJECTION: "population_75_and_over_ipss_ages"}
OLDER = 75
USUAL_YEAR = "2040"
# Projections go by five years; which of them are at hand, the figures say.
STEPS = {str(year) for year in range(2020, 2101, 5)}
TO = parameter("to", lambda value, _: value in STEPS, usual=USUAL_YEAR)


@dataclass(frozen=True)
class _Year:
    """A year of a source, with the own municipality and the one laid over it."""

    year: int
    source: str
    title: str
    own: Pyramid | None
    peer: Pyramid | None


def laid_over(here: Page) -> str:
    """Return the code of the municipality laid over the own one; empty where nobody is compared."""
    wanted = here.selection[OTHER]
    if wanted and wanted != here.own:
        return wanted
    return next(iter(here.peers), "")


def projected_years(here: Page) -> list[str]:
    """Return the years of the newest projection that nobody was counted in yet."""
    projected, counted = (
        {each.year for each in here.loaded.origins.get(COUNT_OF[source], ()) if each.source == source}
        for source in (PROJECTION, CENSUS)
    )
    return [str(year) for year in sorted(projected) if year > max(counted, default=0)]


def chosen_year(here: Page) -> str:
    """Return the year that is looked ahead to; the last where the wanted one is not projected."""
    wanted, known = here.selection[TO] or USUAL_YEAR, projected_years(here)
    return wanted if wanted in known or not known else known[-1]


def pyramid_block(here: Page) -> Block:
    """Return the pyramids of three years."""
    to, other = int(chosen_year(here)), laid_over(here)
    return here.view("pyramid", f"{to} {other}", lambda: _block(here, to, other))


def _ages(here: Page, area: str) -> list[AgeRow]:
    return here.cached("everybody", f"ages {area}", lambda: ages_of(here.store, area)) if area else []


def _years(here: Page, to: int, other: str) -> list[_Year]:
    own, peer = _ages(here, here.own), _ages(here, other)
    # Years that only an older projection begins with are no start of the newest.
    base = census_behind(here, COUNT_OF[PROJECTION]) if any(row["source"] == PROJECTION for row in own) else 0
    counted = max((row["year"] for row in own if row["source"] == CENSUS), default=0)
    places = (
        (base, PROJECTION, pyramid_words.THEN),
        (counted, CENSUS, pyramid_words.NOW),
        (to, PROJECTION, pyramid_words.PROJECTED),
    )
    return [
        _Year(
            year,
            source,
            title.format(year=year),
            _of_some(pyramid(own, year, source)),
            _of_some(pyramid(peer, year, source)),
        )
        for year, source, title in places
        if year
    ]


def _of_some(found: Pyramid | None) -> Pyramid | None:
    """Return a pyramid that somebody stands in, None of a town that was left by all."""
    return found if found and found.persons else None


def _block(here: Page, to: int, other: str) -> Block:
    years = _years(here, to, other)
    peer = here.label(other) if other else ""
    legend = pyramid_words.PEER_LEGEND.format(peer=peer) if peer else ""
    subtitle = pyramid_words.SUBTITLE.format(peer=legend)
    shown = [each for each in years if each.own]
    behind = {COUNT_OF[each]: [year.year for year in shown if year.source == each] for each in COUNT_OF}
    return Block(
        key=f"pyramid_{to}_{other}_{here.own}",
        finding=_finding(here.own_label, years),
        subtitle=subtitle,
        chart=_chart(years),
        staged=lambda height_px: [each for each in [_chart(years, height_px)] if each],
        table=_table(here, shown, peer),
        file=partial(_file, here.own, here.own_label, other, peer, years),
        origins=origins_of(here, {count: when for count, when in behind.items() if when}),
        notes=_notes(here, years),
        wide=True,
    )


def _older(of: Pyramid) -> float:
    return sum(row["male_share"] + row["female_share"] for row in of.rows if row["age"] >= OLDER)


def _largest(of: Pyramid) -> str:
    closed = [row for row in of.rows if row["last_age"] >= 0]
    row = max(closed, key=lambda each: each["male"] + each["female"])
    return pyramid_words.band(row["age"], row["last_age"])


def _finding(own: str, years: Sequence[_Year]) -> str:
    now = next((each for each in years if each.source == CENSUS), None)
    later = next((each for each in reversed(years) if each.source == PROJECTION and each.own), None)
    if now is None or now.own is None:
        return pyramid_words.FINDING_NOTHING.format(own=own)
    share = number(_older(now.own), 1)
    if later is None or later.own is None:
        return pyramid_words.FINDING_NOW.format(own=own, now=now.year, band=_largest(now.own), share=share)
    bands = _largest(now.own), _largest(later.own)
    said = pyramid_words.FINDING_STAYS if bands[0] == bands[1] else pyramid_words.FINDING
    return said.format(
        own=own,
        now=now.year,
        year=later.year,
        then_share=share,
        share=number(_older(later.own), 1),
        then_band=bands[0],
        band=bands[1],
    )


def _chart(years: Sequence[_Year], height_px: int | None = None) -> Picture | None:
    if not any(each.own for each in years):
        return None
    return pyramids(
        [
            PyramidPanel(
                pyramid_words.ONE_YEAR.format(year=each.year),
                each.title,
                pyramid_words.persons(each.own.persons, _older(each.own)) if each.own else "",
                each.own.rows if each.own else (),
                each.peer.rows if each.own and each.peer else (),
            )
            for each in years
        ],
        height_px,
    )


def _notes(here: Page, years: Sequence[_Year]) -> tuple[str, ...]:
    said = [_rule(here, years)] if projected_years(here) else []
    said += [
        pyramid_words.UNKNOWN.format(own=here.own_label, year=each.year, persons=number(each.own.unknown))
        for each in years
        if each.own and each.own.unknown
    ]
    if not any(each.own for each in years if each.source == PROJECTION):
        said.append(pyramid_words.NO_PROJECTION.format(own=here.own_label, **projections(here)))
    return tuple(said)


def _rule(here: Page, years: Sequence[_Year]) -> str:
    counted = next((each.year for each in years if each.source == CENSUS), "")
    of_ages, of_all = census_behind(here, COUNT_OF[PROJECTION]), census_behind(here, TOTAL)
    rule = pyramid_words.RULE.format(counted=counted, base=of_ages, **projections(here))
    return rule + (pyramid_words.NEWER.format(**projections(here)) if of_ages < of_all else "")


def _table(here: Page, shown: Sequence[_Year], peer: str) -> Table:
    sexes = (pyramid_words.MALE, pyramid_words.FEMALE)
    with_peer = [each for each in shown if each.peer and peer][-1:]
    columns = [pyramid_words.AGE]
    columns += [pyramid_words.COLUMN.format(year=each.year, sex=sex) for each in shown for sex in sexes]
    columns += [
        pyramid_words.PEER_COLUMN.format(peer=peer, year=each.year, sex=sex)
        for each in with_peer
        for sex in sexes
    ]
    own: list[Sequence[PyramidRow]] = [each.own.rows for each in shown if each.own]
    peers: list[Sequence[PyramidRow]] = [each.peer.rows for each in with_peer if each.peer]
    rows: list[list[Cell | str]] = []
    for place, row in reversed(list(enumerate(own[0] if own else ()))):
        cells: list[Cell | str] = [pyramid_words.band(row["age"], row["last_age"])]
        for bands in own:
            cells += [number_cell(bands[place]["male"]), number_cell(bands[place]["female"])]
        for bands in peers:
            shares = (bands[place]["male_share"], bands[place]["female_share"])
            cells += [number_cell(share, 1) for share in shares]
        rows.append(cells)
    return Table(
        columns=columns,
        rows=rows,
        numeric=frozenset(range(1, len(columns))),
        caption=pyramid_words.CAPTION.format(own=here.own_label),
    )


def _file(own: str, own_label: str, other: str, other_label: str, years: Sequence[_Year]) -> FileTable:
    rows = [
        (
            code,
            name,
            each.year,
            pyramid_words.SERIES[each.source],
            pyramid_words.band(row["age"], row["last_age"]),
            row["male"],
            row["female"],
        )
        for each in years
        for code, name, of in ((own, own_label, each.own), (other, other_label, each.peer))
        if of
        for row in of.rows
    ]
    return rows_table(rows, {**pyramid_words.FILE, "area": standard_column("area")}, years=("year",))
