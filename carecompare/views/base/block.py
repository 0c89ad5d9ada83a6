"""One view: finding, picture, table, sources, and what leaves the screen with it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import isnan
from typing import TYPE_CHECKING

from carecompare.clock import today
from carecompare.exhibits import Exhibit, Grid
from carecompare.origins import source_text
from carecompare.reports import characters_lacking
from carecompare.tables import ESTIMATED, PROJECTED
from carecompare.views.base.origins import origins_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.charts import Picture
    from carecompare.exhibits import Plot
    from carecompare.file_tables import FileTable
    from carecompare.origins import Origin
    from carecompare.rows import Years
    from carecompare.views.base.here import Page
    from carecompare.views.base.table import Table

    Staged = Callable[[int], Sequence[Picture]]


# A figure that comes from a projection, of a year counted elsewhere or of one to come.
LATER = {ESTIMATED, PROJECTED}
USE = "opened_use_"
MOST_KEPT = 1024


@dataclass(frozen=True)
class Block:
    """Everything that belongs to one picture.

    Parameters
    ----------
    key : str
        Unique on the page; names the file.
    finding : str
        The sentence that is its title and its alternative text.
    subtitle : str
        What, unit, year, how to read the marks.
    table : Table
        What the chart shows, in figures.
    file : callable
        Returns the same for download, unformatted; asked only when it is wanted.
    origins : tuple of Origin or None
        The publications behind it, empty where no file has its figures; None where it is of no publication.
    chart : Picture or None
        The picture.
    notes : tuple of str
        Cautions.
    passports : str
        HTML of the figures with what they are made of, each a link to its passport.
    wide : bool
        Table under the chart instead of beside it.
    view, part : str
        Which of `VIEWS` makes it, and which piece of it: what can be put into papers and made again.
    plot : callable or None
        Returns the figures of the picture, for a chart that can be edited; asked only when it is wanted.
    indicators : tuple of str
        What is shown.
    what : str
        What, unit and year alone, where the subtitle also says how to read the picture.
    staged : callable or None
        From the height in pixels of a plot above its axis, at which letters are read from the back of a room,
        to the pictures that show the whole, one after the other; None where it is as low as it can be.
    credit : str
        What is said in the source line of figures of no publication.
    """

    key: str
    finding: str
    subtitle: str
    table: Table
    file: Callable[[], FileTable]
    origins: tuple[Origin, ...] | None = None
    chart: Picture | None = None
    notes: tuple[str, ...] = ()
    passports: str = ""
    wide: bool = False
    view: str = ""
    part: str = ""
    plot: Callable[[], Plot | None] | None = None
    indicators: tuple[str, ...] = ()
    what: str = ""
    staged: Staged | None = None
    credit: str = ""

    @cached_property
    def source(self) -> str:
        """Return the source line."""
        return source_text(self.origins, self.credit)

    @cached_property
    def table_html(self) -> str:
        """Return the table as HTML."""
        return self.table.html()

    @cached_property
    def lacking(self) -> str:
        """Return the characters of the table that the older Japanese encoding does not hold."""
        return characters_lacking("".join(cell for row in self.table.texts for cell in row))


def years_behind(
    indicator: Indicator, rows: Iterable[Years], *, observed: bool = True, projected: bool = True
) -> Mapping[str, frozenset[int]]:
    """Return of which years the counts behind shown figures are.

    Parameters
    ----------
    indicator : Indicator
        What is shown.
    rows : iterable of Years
        Of the figures shown; a year that is NaN is left out.
    observed, projected : bool
        Whether figures of this part of the indicator are shown; they matter where it has a projection.

    Returns
    -------
    mapping of str to frozenset of int
        By count.
    """
    given = list(rows)
    when, below = (
        frozenset(int(year) for year in {row[name] for row in given} if not isnan(year))
        for name in ("year", "denominator_year")
    )
    has_parts = indicator.projection is not None
    return _behind(indicator, when, below, observed=observed or not has_parts, projected=projected)


# Of the figures of one year the counts are of the same years, whoever is looked at.
@lru_cache(MOST_KEPT)
def _behind(
    indicator: Indicator, when: frozenset[int], below: frozenset[int], *, observed: bool, projected: bool
) -> Mapping[str, frozenset[int]]:
    nothing: frozenset[int] = frozenset()
    behind = {}
    for count in indicator.counts_behind(observed=observed, projected=projected):
        is_above, is_below = indicator.sides(count)
        behind[count] = (when if is_above else nothing) | ((below or when) if is_below else nothing)
    return behind


def years_behind_all(here: Page, indicator: Indicator) -> Mapping[str, frozenset[int]]:
    """Return of which years the counts behind all figures of an indicator are, in the year shown first."""
    return here.cached(
        "everybody", ("years behind", indicator.id), lambda: _years_behind_all(here, indicator)
    )


def _years_behind_all(here: Page, indicator: Indicator) -> Mapping[str, frozenset[int]]:
    columns = here.loaded.indicator_year(indicator.id, here.loaded.latest.get(indicator.id, 0)).columns
    shown = [columns[name].tolist() for name in ("year", "denominator_year")]
    later = {status in LATER for status in columns["status"].tolist()}
    rows: list[Years] = [
        {"year": year, "denominator_year": below} for year, below in zip(*shown, strict=True)
    ]
    return years_behind(indicator, rows, observed=False in later, projected=True in later)


def source_line(here: Page, years_of_counts: Mapping[str, Collection[int]]) -> str:
    """Return the source line of figures: of each source publisher, title and dates, each once."""
    return source_text(origins_of(here, years_of_counts))


def exhibit(block: Block, query: Mapping[str, str]) -> Exhibit:
    """Return a block as papers take it.

    Parameters
    ----------
    block : Block
        What is shown.
    query : mapping of str to str
        The choice it was made for.

    Returns
    -------
    Exhibit
        Without anything of the page around it.
    """
    return Exhibit(
        view=block.view,
        part=block.part,
        query=dict(query),
        made=today().isoformat(),
        title=block.finding or block.table.caption,
        subtitle=block.subtitle,
        grid=grid(block.table),
        source=block.source,
        notes=tuple(note for note in block.notes if note),
        indicators=block.indicators,
        plot=None if block.plot is None else block.plot(),
        picture=block.chart,
        what=block.what or block.subtitle,
        origins=block.origins,
    )


def grid(table: Table) -> Grid:
    """Return a table as papers take it."""
    return Grid(
        columns=tuple(table.columns),
        rows=tuple(tuple(row) for row in table.rows),
        numeric=tuple(sorted(table.numeric)),
        own_rows=tuple(sorted(table.own_rows)),
        own_columns=tuple(sorted(table.own_columns)),
        groups=dict(table.groups),
        caption=table.caption,
    )
