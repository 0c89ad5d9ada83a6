"""What the commands that change the project's figures say: import, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.catalog import load_catalog
from carecompare.commands.beside import tell
from carecompare.errors import SelectionError
from carecompare.sources import Preview, imported, prepared, restored
from carecompare.text.data.import_words import STEPS, import_report, undone
from carecompare.text.data.moves_words import moves_report

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from carecompare.paths import Paths


def imported_report(
    paths: Paths,
    files: Sequence[Path],
    tables: Sequence[str],
    as_of: str | None,
    *,
    accept_jump: bool,
    preview: bool,
) -> Iterable[str]:
    """Import files and tables of e-Stat, or only look what would change, and return what there is to say.

    Raises
    ------
    SelectionError
        If nothing is to be imported.
    CareCompareError
        If a file is wrong: then nothing is imported.
    """
    if not (files or tables):
        raise SelectionError("nothing_to_import")
    catalog = load_catalog(paths.catalog)
    labels = {count.id: count.label_ja for count in catalog.counts.values()}
    take = prepared if preview else imported
    taken = take(
        paths.figures,
        files,
        catalog,
        as_of,
        tables=tables,
        accept_jump=accept_jump or preview,
        progress=_say,
    )
    if not isinstance(taken, Preview):
        return import_report(taken, labels)
    edition = taken.edition
    names = dict(zip(edition.places.areas["area"], edition.places.areas["name_ja"], strict=True))
    return [*import_report(edition, labels), *moves_report(edition, labels, names)]


def _say(_: float, step: str, detail: str = "") -> None:
    tell(STEPS[step].format(detail=detail))


def undone_report(paths: Paths) -> str:
    """Put the figures back as they were before the last import, and return what there is to say."""
    return undone(restored(paths.figures).files)
