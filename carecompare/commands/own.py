"""What the command line does with a town's own figures: add, list, restore, on the shelf of the pages."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from carecompare.catalog import load_catalog
from carecompare.commands.beside import tell
from carecompare.commands.store_in_use import store_in_use
from carecompare.comparisons import labelled_areas, municipal, observed, shared_insurers
from carecompare.errors import OwnDataError, SelectionError
from carecompare.output_file import write_whole
from carecompare.own import (
    EXPORTED_FIGURES,
    KINDS,
    OWN_FIGURES,
    ExportedFigures,
    OwnFigures,
    Shelf,
    bring,
    carried_file,
    exports_with,
    figures_with,
    kind_of,
    place_at,
    read_carried,
)
from carecompare.own.mieruka.exports import read_exports
from carecompare.own.mieruka.files import exported_files, files_below, is_export
from carecompare.own.mieruka.health import health, own_series
from carecompare.own.mieruka.places import places_from
from carecompare.own.uploads.check import checked
from carecompare.own.uploads.known import known_from
from carecompare.own.uploads.sheets import read_sheets
from carecompare.reports.workbooks.table import table_workbook
from carecompare.settings import mode
from carecompare.store import areas, insurer_members, open_store
from carecompare.store.in_memory import indicator_values
from carecompare.text.errors.explain import sentence
from carecompare.text.files import own_command_words
from carecompare.text.own import mieruka_words
from carecompare.text.own.keeping_words import carried_author
from carecompare.text.own.mieruka_report import remark_row
from carecompare.text.own.mieruka_words import REPORT_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from carecompare.errors import OwnDataProblem
    from carecompare.own import Kept, Kind
    from carecompare.own.mieruka.exports import Exports
    from carecompare.own.mieruka.places import Places
    from carecompare.own.uploads.known import Known
    from carecompare.paths import Paths
    from carecompare.store import Store


def added(
    paths: Paths,
    files: Sequence[Path],
    area: str,
    author: str,
    *,
    report: Path | None = None,
    is_sure: bool = False,
) -> Iterator[str]:
    """Read files of a town's own and keep what they hold.

    Parameters
    ----------
    paths : Paths
        Where everything is kept.
    files : sequence of Path
        Tables of own figures, or folders, archives and workbooks of the 見える化 system.
    area : str
        Code of the municipality.
    author : str
        Who saves; empty for the command's own name.
    report : Path, optional
        Where the report on exports is written, as ``xlsx``.
    is_sure : bool
        Whether unlikely figures are kept as they are.

    Yields
    ------
    str
        One line per kind of what was kept.

    Raises
    ------
    OwnDataError
        If a file is wrong: then nothing of it is kept.
    SelectionError
        If there is no such municipality.
    """
    _check_mode()
    exports = [each for each in files if is_export(each)]
    tables = [each for each in files if each not in exports]
    with closing(open_store(store_in_use(paths))) as store:
        shelf = Shelf(place_at(paths.kept_at))
        who = author or own_command_words.AUTHOR
        places = _places(store, area)
        found = _read(exports, places, report) if exports else None
        kept = shelf.kept(area, OWN_FIGURES)
        before = kept.content if kept else OwnFigures()
        contents = _checked_tables(before, _known(paths, store, area, before), tables, is_sure=is_sure)
    if tables:
        saved = shelf.save(area, OWN_FIGURES, contents, kept.version if kept else 0, who)
        yield _saved(OWN_FIGURES, saved, area, len(contents.figures))
    if found is not None:
        kept_exports = shelf.kept(area, EXPORTED_FIGURES)
        after = exports_with(kept_exports.content if kept_exports else ExportedFigures(), found.newest)
        version = kept_exports.version if kept_exports else 0
        kept_now = shelf.save(area, EXPORTED_FIGURES, after, version, who)
        yield _saved(EXPORTED_FIGURES, kept_now, area, len(after.books))


def listed(paths: Paths, area: str = "") -> Iterator[str]:
    """Return what is kept, one line per version.

    Parameters
    ----------
    paths : Paths
        Where everything is kept.
    area : str
        Only of this municipality.

    Yields
    ------
    str
        Area, kind, version, time, author, parted by tabs, the last version of each kind first.
    """
    place = place_at(paths.kept_at)
    shelf = Shelf(place)
    for code, name in place.held():
        kind = kind_of(name)
        if kind is None or (area and code != area):
            continue
        for saving in shelf.history(code, kind):
            when = saving.saved_at.isoformat() if saving.saved_at else own_command_words.UNREADABLE
            yield "\t".join((code, name, str(saving.version), when, saving.author))


def restored(paths: Paths, area: str, kind: str, version: int, author: str) -> Iterator[str]:
    """Save an earlier version again, as the next one.

    Raises
    ------
    OwnDataError
        If there is no such kind or version, or it cannot be read.
    """
    _check_mode()
    wanted = _kind(kind)
    shelf = Shelf(place_at(paths.kept_at))
    kept = shelf.restore(
        area, wanted, version, shelf.latest(area, wanted), author or own_command_words.AUTHOR
    )
    yield own_command_words.RESTORED.format(
        area=area, kind=_name(wanted), restored_from=version, version=kept.version, author=kept.author
    )


def exported(paths: Paths, file: Path, area: str = "") -> Iterator[str]:
    """Write the latest of everything that is kept into one file, for another machine.

    Parameters
    ----------
    paths : Paths
        Where everything is kept.
    file : Path
        What is written.
    area : str
        Only of this municipality.

    Yields
    ------
    str
        One line that says what was written.

    Raises
    ------
    OwnDataError
        If nothing is kept, or a latest version cannot be read.
    """
    place = place_at(paths.kept_at)
    areas = [area] if area else sorted({code for code, _ in place.held()})
    write_whole(file, carried_file(Shelf(place), areas))
    yield own_command_words.EXPORTED.format(file=file.name, count=len(areas))


def brought(paths: Paths, file: Path, author: str) -> Iterator[str]:
    """Keep what such a file holds, each record as the next version of its kind.

    Yields
    ------
    str
        One line for each record: which version it has become, or that it was there already.

    Raises
    ------
    OwnDataError
        If the file is none of ours, or the disk refuses.
    """
    _check_mode()
    records = read_carried(file.read_bytes(), file.name)
    who = author or own_command_words.AUTHOR
    saved, known = bring(
        records, Shelf(place_at(paths.kept_at)), lambda each: carried_author(who, each.kept.author)
    )
    for each, version in saved:
        yield own_command_words.BROUGHT.format(area=each.area, kind=_name(each.kind), version=version)
    for each in known:
        yield own_command_words.KNOWN.format(area=each.area, kind=_name(each.kind))


def _check_mode() -> None:
    if (known := mode()) != "shared":
        raise OwnDataError("own_readonly" if known == "readonly" else "own_not_in_files")


def _kind(folder: str) -> Kind:  # type: ignore[type-arg] # any content: only the shelf opens it
    kind = kind_of(folder)
    if kind is None:
        raise OwnDataError("own_kind_unknown", found=folder, expected=list(KINDS))
    return kind


def _name(kind: Kind) -> str:  # type: ignore[type-arg] # the same
    return mieruka_words.KIND_NAMES.get(kind.name, kind.name)


def _saved(kind: Kind, kept: Kept, area: str, count: int) -> str:  # type: ignore[type-arg] # the same
    return own_command_words.SAVED.format(
        kind=_name(kind), count=count, area=area, version=kept.version, author=kept.author
    )


def _places(store: Store, area: str) -> Places:
    every = labelled_areas(areas(store))
    if all(each["area"] != area for each in municipal(every)):
        raise SelectionError("area_unknown", found=area)
    union = shared_insurers(insurer_members(store), every).get(area, "")
    return places_from(area, every.values(), union)


def _say_how_far(done: int, every: int, file: str) -> None:
    if done % 50 == 0 or done == every:
        tell(own_command_words.READING.format(done=done, all=every, file=file).rstrip())


def _read(files: Sequence[Path], places: Places, report: Path | None) -> Exports:
    given, problems = exported_files(files_below(files))
    found = read_exports(given, places, problems, _say_how_far)
    remarks = health(found, places)
    rows = [
        remark_row(each.kind, each.weight, (each.code, each.name, each.file), each.fields, each.problem)
        for each in remarks
    ]
    if report is not None:
        write_whole(report, table_workbook(mieruka_words.REPORT_SHEET, list(REPORT_COLUMNS.values()), rows))
    if not found.newest:
        refused = [each.problem for each in remarks if each.problem is not None]
        raise refused[0] if len(refused) == 1 else OwnDataError("mieruka_nothing_read")
    if not any(own_series(book, places) for book in found.newest):
        raise OwnDataError(
            "mieruka_own_nowhere", found=len(found.newest), expected=places.labels.get(places.own, places.own)
        )
    return found


def _checked_tables(content: OwnFigures, known: Known, files: Sequence[Path], *, is_sure: bool) -> OwnFigures:
    """Return what is kept with the figures of files."""
    for name, written in files_below(files):
        result = checked(read_sheets(written, name), known, name)
        _refuse(name, result.problems, "own_problems_in_file", result.more_problems)
        if not is_sure:
            _refuse(name, result.left_out, "own_left_out_in_file")
            _refuse(name, [each.problem for each in result.doubts], "own_doubts_in_file")
        content = figures_with(content, result.figures, result.items)
    return content


def _refuse(file: str, problems: Sequence[OwnDataError], several: OwnDataProblem, more: int = 0) -> None:
    """Raise the one problem of a file, or one that counts them and says the first."""
    if len(problems) == 1 and several == "own_problems_in_file":
        raise OwnDataError(problems[0].problem, **{"file": file, **problems[0].fields})
    if problems:
        found = len(problems) + more
        raise OwnDataError(several, file=file, found=found, expected=sentence(problems[0]))


def _known(paths: Paths, store: Store, area: str, content: OwnFigures) -> Known:
    rows = municipal(labelled_areas(areas(store)))
    indicators = load_catalog(paths.catalog).main_indicators
    published = observed(indicator_values(store).rows([each.id for each in indicators], [area]))
    return known_from(area, rows, indicators, published, (content.areas, content.items))
