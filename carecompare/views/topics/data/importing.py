"""An import as the page asks for it: done by a worker, which hands back what is shown and no more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.sources import imported, prepared, restored
from carecompare.text.data import import_words
from carecompare.text.data.moves_words import moves_finding, moves_rows
from carecompare.text.format import number
from carecompare.workers import apart

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import pandas as pd

    from carecompare.catalog import Catalog
    from carecompare.views.topics.data.changes import Rows

    Progress = Callable[[float, str, str], object]


@dataclass(frozen=True)
class Found:
    """What an import would change.

    Parameters
    ----------
    before : str
        Checksum of the figures it was compared with.
    log : DataFrame
        Lines of the change log, as text.
    notes : str
        What was found in the rows, in one line.
    moves : list of tuple of str
        Totals and towns, old and new.
    finding : str
        How many items move, and which beyond what they ever did.
    jumps : bool
        Whether a move waits for a person's word.
    """

    before: str
    log: pd.DataFrame
    notes: str
    moves: Rows
    finding: str
    jumps: bool


@apart
def files_looked_at(
    figures: Path,
    paths: Sequence[Path],
    catalog: Catalog,
    as_of: str | None,
    *,
    accept_jump: bool,
    progress: Progress,
) -> Found:
    """Return what an import would change; see `prepared`."""
    preview = prepared(figures, paths, catalog, as_of, accept_jump=accept_jump, progress=progress)
    edition = preview.edition
    labels = {count.id: count.label_ja for count in catalog.counts.values()}
    names = dict(zip(edition.places.areas["area"], edition.places.areas["name_ja"], strict=True))
    noted = edition.new_notes
    numbers = noted["number"].astype(int).groupby(noted["problem"]).sum()
    return Found(
        preview.before,
        edition.new_log,
        "、".join(
            import_words.NOTE_ROWS.format(note=import_words.NOTES[str(problem)], rows=number(rows))
            for problem, rows in numbers.items()
        ),
        moves_rows(edition, labels, names),
        moves_finding(edition, labels, names),
        bool(edition.jumps),
    )


@apart
def files_taken(
    figures: Path,
    paths: Sequence[Path],
    catalog: Catalog,
    as_of: str | None,
    *,
    accept_jump: bool,
    expected: str,
    progress: Progress,
) -> None:
    """Make files part of the figures; see `imported`."""
    imported(figures, paths, catalog, as_of, accept_jump=accept_jump, expected=expected, progress=progress)


@apart
def import_undone(figures: Path, at: str) -> tuple[str, ...]:
    """Undo an import and return the names of its files; see `restored`."""
    return tuple(restored(figures, at).files)
