"""The scores of every item of the incentive grants, as they stand below ``data/figures``."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow.parquet

from carecompare.grant_shapes import GRANT_AREAS, GRANT_ITEMS, GRANT_SCORES
from carecompare.sources.manifest import read_manifest
from carecompare.sources.verified import steadily, verified

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from carecompare.tables import Shape

GRANT_FILES = {
    "grants/items.parquet": GRANT_ITEMS,
    "grants/scores.parquet": GRANT_SCORES,
    "grants/municipalities.parquet": GRANT_AREAS,
}
_KINDS = {"SMALLINT": "int16", "INTEGER": "Int32", "BOOLEAN": "bool", "VARCHAR": "str"}


@dataclass(frozen=True)
class Grants:
    """What the tables of all years say.

    Parameters
    ----------
    items, scores, areas : DataFrame
        GRANT_ITEMS, GRANT_SCORES, GRANT_AREAS.
    """

    items: pd.DataFrame
    scores: pd.DataFrame
    areas: pd.DataFrame

    @classmethod
    def of(cls, items: pd.DataFrame, scores: pd.DataFrame, areas: pd.DataFrame) -> Grants:
        """Return frames in their shapes."""
        shapes = GRANT_FILES.values()
        return cls(
            *(_shaped(frame, shape) for frame, shape in zip((items, scores, areas), shapes, strict=True))
        )

    def tables(self) -> Iterator[tuple[str, pd.DataFrame, Shape]]:
        """Yield path, rows and shape of each table, ordered so that it is written small."""
        for (name, shape), frame in zip(
            GRANT_FILES.items(), (self.items, self.scores, self.areas), strict=True
        ):
            yield name, frame.sort_values(list(shape.key), ignore_index=True), shape


NO_GRANTS = Grants(
    *(
        pd.DataFrame({name: pd.Series(dtype=_KINDS[kind]) for name, kind in shape.columns.items()})
        for shape in GRANT_FILES.values()
    )
)


def read_grants(folder: Path) -> Grants:
    """Read what was imported so far.

    Parameters
    ----------
    folder : Path
        ``data/figures``.

    Returns
    -------
    Grants
        Empty where nothing was imported yet.

    Raises
    ------
    SourceError
        If a table is missing or was changed since it was written.
    """
    return steadily(folder, _grants)


def _grants(folder: Path) -> Grants:
    manifest = read_manifest(folder)
    if not GRANT_FILES.keys() <= manifest.tables.keys():
        return NO_GRANTS
    frames = [
        pyarrow.parquet.read_table(io.BytesIO(verified(folder, name, manifest))).to_pandas()
        for name in GRANT_FILES
    ]
    return Grants.of(*frames)


def with_grants(before: Grants | None, new: Iterable[Grants]) -> Grants:
    """Return the tables after new ones, each of which takes the place of all of its year."""
    held = before or NO_GRANTS
    for each in new:
        years = set(each.items["year"])
        parts = []
        for name in ("items", "scores", "areas"):
            old, fresh = getattr(held, name), getattr(each, name)
            kept = old[~old["year"].isin(years)]
            parts.append(pd.concat([kept, fresh], ignore_index=True) if len(kept) else fresh)
        held = Grants.of(*parts)
    return held


def _shaped(frame: pd.DataFrame, shape: Shape) -> pd.DataFrame:
    kinds = {name: _KINDS[kind] for name, kind in shape.columns.items()}
    return shape.check(frame.astype(kinds))
