"""What becomes of the columns at hand when a file is taken: replaced, kept, set aside; and what moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pandas as pd

from carecompare.errors import SourceError
from carecompare.sources.changes import Change, check_not_cut, column_changes
from carecompare.sources.long_figures import columns_of
from carecompare.sources.manifest import Origin
from carecompare.sources.moves import MOVE_COLUMNS, Series, jumps_of, likeness_of, moves_of, pairs_of
from carecompare.sources.one_edition import set_aside
from carecompare.sources.publishers.ground import is_as_before
from carecompare.tables import MISSING

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping

    from carecompare.catalog import Catalog
    from carecompare.sources.manifest import Manifest
    from carecompare.sources.moves import Jump
    from carecompare.sources.reading import Reading

Key = tuple[str, int]

OLDER = "older_edition_kept"
STRANGE = frozenset({"jumped", "unlike_others"})


class Before(Protocol):
    """The figures that files are compared with."""

    @property
    def columns(self) -> MutableMapping[Key, pd.DataFrame]:
        """``area``, ``value`` and ``status`` of each count and year."""

    @property
    def manifest(self) -> Manifest:
        """Where each came from."""

    @property
    def log(self) -> pd.DataFrame:
        """What each import changed."""

    @property
    def notes(self) -> pd.DataFrame:
        """What is to be known about rows of the files."""


class Taken:
    """The columns as they are after the files taken so far.

    Parameters
    ----------
    before : Before
        The figures so far.
    catalog : Catalog
        Whose layouts tell which source gives way to which.
    imported : str
        Today.
    accept_jump : bool
        Accept counts that moved far.
    """

    def __init__(self, before: Before, catalog: Catalog, imported: str, *, accept_jump: bool) -> None:
        self._catalog, self._imported, self._accept_jump = catalog, imported, accept_jump
        self.columns = before.columns
        self.origins: dict[Key, Origin] = {}
        self.sources: dict[Key, str] = {}
        for table in before.manifest.tables.values():
            if table.year is not None:
                for count, origin in table.origins.items():
                    self.origins[count, table.year] = origin
                    self.sources[count, table.year] = table.source
        self.new: set[Key] = set()
        self.replaced: set[Key] = set()
        self.jumps: list[Jump] = []
        self._moves: list[pd.DataFrame] = []

    def take(self, reading: Reading) -> tuple[list[Change], bool]:
        """Take the counts of a file.

        Returns
        -------
        tuple of list of Change and bool
            Lines of the log, and whether the file is older than what is at hand.

        Raises
        ------
        SourceError
            If it looks cut short, or a column mixes statuses.
        """
        log: list[Change] = []
        has_older = False
        fresh: dict[Key, pd.DataFrame] = {}
        for key, column in columns_of(reading.counts).items() if reading.counts is not None else ():
            as_of, status = str(column["as_of"].iloc[0]), _status(column, reading)
            origin = origin_of(reading, as_of, status, self._imported)
            stays = self._kept_instead(origin, reading, key)
            if stays is not None:
                log.append(stays)
                has_older |= stays.change == OLDER
                continue
            if not is_as_before(self.columns.get(key), column):
                self.new.add(key)
                log += self._changes(column, reading, key)
            fresh[key] = column[["area", "value", "status"]]
            self.origins[key], self.sources[key] = origin, reading.source
        # Not before: each column of a file is compared with what was there before the file.
        self.columns.update(fresh)
        self.replaced |= fresh.keys()
        for key, change in list(set_aside(self.origins, self.sources, reading, self._catalog)):
            log.append(change)
            del self.columns[key], self.origins[key], self.sources[key]
        return log, has_older

    def put(self, key: Key, column: pd.DataFrame, origin: Origin, source: str) -> None:
        """Put a column in place that follows from others, which were compared when they were taken."""
        self.columns[key], self.origins[key], self.sources[key] = column, origin, source
        self.replaced.add(key)

    def unchanged(self, manifest: Manifest) -> frozenset[tuple[str, int]]:
        """Return the tables, by source and year, of which no column was replaced, added or set aside."""
        held: dict[tuple[str, int], set[str]] = {}
        for key in self.columns:
            held.setdefault((self.sources[key], key[1]), set()).add(key[0])
        return frozenset(
            (entry.source, entry.year)
            for name, entry in manifest.tables.items()
            if entry.year is not None
            and name == f"{entry.source}/{entry.year}.csv"
            and held.get((entry.source, entry.year)) == entry.origins.keys()
            and not any((count, entry.year) in self.replaced for count in entry.origins)
        )

    def all_moves(self) -> pd.DataFrame:
        """Return what moved, file by file, columns ``MOVE_COLUMNS``."""
        if not self._moves:
            return pd.DataFrame(columns=list(MOVE_COLUMNS))
        return pd.concat(self._moves, ignore_index=True)

    def _changes(self, column: pd.DataFrame, reading: Reading, key: Key) -> Iterator[Change]:
        held = [year for count, year in self.columns if count == key[0]]
        series: Series = {year: self.columns[key[0], year] for year in held}
        year = max((each for each in series if each <= key[1]), default=None)
        earlier = None if year is None else series[year]
        if not self._accept_jump:
            check_not_cut(earlier, column, reading, key)
        known = self._catalog.counts.get(key[0])
        changes = list(column_changes(earlier, column, reading, key, same_year=key[1] in series))
        is_score = known is not None and known.score
        yield from (each for each in changes if not (is_score and each.change in STRANGE))
        yield from likeness_of(series, column, reading, key)
        if earlier is None or year is None:
            return
        additive = known is None or known.additive
        pairs = pairs_of(earlier, column)
        self._moves.append(moves_of(pairs, reading.file, key, year, additive=additive))
        strange = 0 if is_score else sum(each.change in STRANGE for each in changes)
        self.jumps += jumps_of(series, year, pairs, reading.file, key, strange)

    def _kept_instead(self, origin: Origin, reading: Reading, key: Key) -> Change | None:
        """Return why the figures at hand stay, or None where those of the file take their place."""
        held = self.origins.get(key)
        if held is None:
            return None
        of = self.sources[key]
        if of in self._catalog.layouts.get(reading.source, {}).get("yields_to", ()):
            return Change("complete_kept", reading, *key, before=held.file)
        if of == reading.source and _age(origin) < _age(held):
            return Change("older_edition_kept", reading, *key, before=held.edition, after=reading.edition)
        return None


def origin_of(reading: Reading, as_of: str, status: str, imported: str) -> Origin:
    """Return where a column comes from that a file gives."""
    return Origin(as_of, reading.file, reading.sha256, reading.edition, imported, status)


def _age(origin: Origin) -> tuple[str, str]:
    return origin.edition, origin.as_of


def _status(column: pd.DataFrame, reading: Reading) -> str:
    """Return the one status of the cells that hold a number: the table keeps it once per column."""
    statuses = column["status"][column["value"].notna()].unique()
    if len(statuses) > 1:
        raise SourceError("statuses_mixed", file=reading.file, found=", ".join(sorted(statuses)))
    return str(statuses[0]) if len(statuses) else MISSING
