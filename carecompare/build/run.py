"""Build the store from the figures and the catalogue when it is missing or stale."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.build.corrections import check_corrections, with_replaced, with_withheld
from carecompare.build.definitions import definition_tables, initiative_rows
from carecompare.build.former_names import former_names
from carecompare.build.gaps import gaps_of_lists, with_gaps, without_doubtful_zeros
from carecompare.build.insurers import with_members, with_unknown_insurers
from carecompare.build.map_files import written_map
from carecompare.build.places import placed
from carecompare.build.reached import reached_counts, reached_origins
from carecompare.build.series import CountMatrix
from carecompare.build.totals import with_averages, with_totals
from carecompare.build.turn import turn
from carecompare.build.values import indicator_values
from carecompare.catalog import load_catalog
from carecompare.disk import refusals_as
from carecompare.errors import SourceError, StoreError
from carecompare.sources.figures import OFFICES_FILES, read_figures, read_places
from carecompare.sources.publishers.ages import AGES_FILE
from carecompare.sources.publishers.grants.table import GRANT_FILES
from carecompare.store import fingerprint, fresh_store, open_store, publish, versioned_name
from carecompare.store.files import DRAFT
from carecompare.store.write import StoreContent, write_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carecompare.build.places import Placed
    from carecompare.catalog import Catalog
    from carecompare.paths import Paths
    from carecompare.sources.figures import Figures
    from carecompare.sources.manifest import Manifest

# Shares of the whole work at which each step begins, for a progress bar.
READ, ADD_UP, COMPUTE, WRITE, DONE = 0.05, 0.25, 0.4, 0.7, 1.0


def build_store(paths: Paths, progress: Callable[[float, str], object] = lambda *_: None) -> Path:
    """Build a store and put it in use.

    Parameters
    ----------
    paths : Paths
        Where everything is kept.
    progress : callable, optional
        Told the share done and the key of the step.

    Returns
    -------
    Path
        The versioned file, now the current one.

    Raises
    ------
    CatalogError, SourceError, TableError, StoreError
        If a definition or a table is wrong, or the disk refuses it. The store in use before stays as it was.
    """
    with turn(paths) as has_waited:
        # Whoever was waited for has done this work.
        built = fresh_store(paths) if has_waited else None
        while built is None:
            built = _built(paths, progress)
    progress(DONE, "step_done")
    return built


def _built(paths: Paths, progress: Callable[[float, str], object]) -> Path | None:
    """Return a store in use; None when what it is made from has changed meanwhile."""
    mark = fingerprint(paths)
    draft = paths.store / f"{DRAFT}{mark}.duckdb"
    # The outlines need nothing of the figures: a quarter of the work, for the second processor.
    beside = ThreadPoolExecutor(max_workers=1)
    try:
        known = beside.submit(read_places, paths.figures)
        located = beside.submit(lambda: placed(paths, known.result()))
        outlines = beside.submit(lambda: written_map(paths, known.result()))
        progress(READ, "step_read")
        catalog = load_catalog(paths.catalog)
        figures = read_figures(paths.figures)
        if figures.counts.empty:
            raise SourceError("figures_missing", file=paths.figures.name)
        progress(ADD_UP, "step_add_up")
        places = located.result()
        counts, gaps = _all_counts(figures, places, catalog)
        progress(COMPUTE, "step_compute")
        matrix = CountMatrix(counts, sorted(set(counts["area"])))
        indicators = catalog.indicators.values()
        values = with_unknown_insurers(
            indicator_values(indicators, matrix), indicators, figures.counts, figures.areas, figures.members
        )
        values = with_gaps(values, indicators, gaps)
        progress(WRITE, "step_write")
        content = StoreContent(
            areas=figures.areas,
            members=figures.members,
            groups=figures.groups,
            neighbours=figures.neighbours,
            former_names=former_names(figures.code_changes, figures.areas),
            counts=counts,
            values=values,
            initiatives=initiative_rows(catalog),
            offices=[path for name in OFFICES_FILES if (path := paths.figures / name).is_file()],
            ages=[path for path in [paths.figures / AGES_FILE] if path.is_file()],
            grants=_grant_files(paths, figures.manifest),
            town_points=places.town_points,
            islands=places.islands,
            definitions={
                **definition_tables(catalog),
                "count_origins": _origins(figures.manifest, catalog),
                "list_gaps": gaps,
            },
        )
        with refusals_as(StoreError, "store_not_written", paths.store.name):
            write_store(draft, content, mark)
            open_store(draft).close()
            if fingerprint(paths) != mark:
                return None
            publish(draft, paths.store / versioned_name(mark))
        outlines.result()
    finally:
        beside.shutdown()
        with suppress(OSError):  # whoever has the next turn clears what cannot be cleared now
            draft.unlink(missing_ok=True)
            draft.with_name(f"{draft.name}.wal").unlink(missing_ok=True)  # where the disk was full
    return paths.store / versioned_name(mark)


def _grant_files(paths: Paths, manifest: Manifest) -> list[Path]:
    """Return the files of the incentive grants: all of them, or none where nothing was imported."""
    return [paths.figures / name for name in GRANT_FILES if GRANT_FILES.keys() <= manifest.tables.keys()]


def _all_counts(figures: Figures, places: Placed, catalog: Catalog) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return COUNTS of municipalities, insurers, prefectures and the nation, and where lists miss some."""
    wider = {count.id: count.wider or count.id for count in catalog.counts.values() if not count.additive}
    check_corrections(figures.counts, catalog.corrections)
    replaced = with_replaced(figures.counts, catalog.corrections)
    gaps = gaps_of_lists(replaced, figures.areas, catalog)
    reached = reached_counts(places, replaced, catalog)
    counts = pd.concat([replaced, reached], ignore_index=True) if len(reached) else replaced
    averages = counts["count"].isin(wider)
    totals = with_totals(counts.loc[~averages], figures.areas)
    averaged = with_averages(counts.loc[averages], figures.areas, wider)
    together = pd.concat([totals, averaged], ignore_index=True) if len(averaged) else totals
    # Only now: a prefecture keeps the sum of what is listed in it, also where one of its places is not.
    of_members = with_members(without_doubtful_zeros(together, gaps), figures.areas, figures.members)
    return with_withheld(of_members, catalog.corrections), gaps


def _origins(manifest: Manifest, catalog: Catalog) -> pd.DataFrame:
    """Return where each count of each year comes from; an average also has the origin of its wider count."""
    held_by = {count.wider: count.id for count in catalog.counts.values() if count.wider}
    rows = [
        (count, entry.year, entry.source, origin.as_of, origin.edition, origin.file, name)
        for entry in manifest.tables.values()
        if entry.year is not None
        for name, origin in entry.origins.items()
        for count in ([name, held_by[name]] if name in held_by else [name])
    ]
    rows += reached_origins(manifest, catalog)
    return pd.DataFrame(rows, columns=["count", "year", "source", "as_of", "edition", "file", "holder"])
