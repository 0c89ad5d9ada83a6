"""Read exports of the 見える化 system: many workbooks, each to a book or to the reason why it is none."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import msgspec

from carecompare.errors import OwnDataError
from carecompare.limits import LARGEST_EXPORT_BYTES
from carecompare.own.mieruka.figures import ExportedBook, order
from carecompare.own.mieruka.names import file_name_parts
from carecompare.own.mieruka.tables import read_table
from carecompare.own.uploads.workbook import workbook_sheets
from carecompare.workbooks import MARK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from carecompare.own.mieruka.figures import BookLayout, ExportedSeries
    from carecompare.own.mieruka.files import ExportedFile
    from carecompare.own.mieruka.names import FileName
    from carecompare.own.mieruka.places import Places
    from carecompare.own.mieruka.tables import Table


OLD_EXCEL = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class ReadWorkbook:
    """What became of one workbook.

    Parameters
    ----------
    named : FileName
        What its name says.
    books : tuple of ExportedBook
        One, or one per standardisation; none where it was refused or nobody filled it in.
    problems : tuple of OwnDataError
        Why it was refused, or every cell that was not expected.
    is_refused : bool
        Whether nothing of it was read.
    is_filler : bool
        Whether its table is empty, or its rows bear the system's own names only: the indicator is not given
        at this level.
    """

    named: FileName
    books: tuple[ExportedBook, ...]
    problems: tuple[OwnDataError, ...] = ()
    is_refused: bool = False
    is_filler: bool = False


@dataclass(frozen=True)
class Exports:
    """What was read of all of them.

    Parameters
    ----------
    workbooks : tuple of ReadWorkbook
        One per file, in the order given.
    problems : tuple of OwnDataError
        Files and archives that could not be opened at all.
    """

    workbooks: tuple[ReadWorkbook, ...]
    problems: tuple[OwnDataError, ...] = ()

    @property
    def newest(self) -> tuple[ExportedBook, ...]:
        """Return one book per table and standardisation: of copies the one exported last."""
        of_key: dict[tuple[str, str, str, int, str], ExportedBook] = {}
        for workbook in self.workbooks:
            for book in workbook.books:
                before = of_key.get(book.key)
                if before is None or book.exported_on > before.exported_on:
                    of_key[book.key] = book
        return tuple(sorted(of_key.values(), key=order))


def read_exports(
    files: Sequence[ExportedFile],
    places: Places,
    problems: Iterable[OwnDataError] = (),
    progress: Callable[[int, int, str], object] = lambda *_: None,
) -> Exports:
    """Read exported workbooks.

    Parameters
    ----------
    files : sequence of ExportedFile
        From `exported_files`.
    places : Places
        The areas as seen from the own municipality.
    problems : iterable of OwnDataError
        Of files that could not be opened, handed on.
    progress : callable, optional
        Told how many are read, how many there are, and the name of the next.

    Returns
    -------
    Exports
        A wrong workbook is refused alone.
    """
    found = []
    for position, file in enumerate(files):
        progress(position, len(files), file.name)
        named = file_name_parts(file.name)
        try:
            found.append(read_workbook(file.read(), named, places))
        except OwnDataError as problem:
            found.append(ReadWorkbook(named, (), (_in_file(problem, named.file),), is_refused=True))
    progress(len(files), len(files), "")
    return Exports(tuple(found), tuple(problems))


def read_workbook(content: bytes, named: FileName, places: Places) -> ReadWorkbook:
    """Read one workbook.

    Parameters
    ----------
    content : bytes
        The file.
    named : FileName
        What its name says.
    places : Places
        The areas as seen from the own municipality.

    Raises
    ------
    OwnDataError
        If it is no workbook, too large, or holds no table in one of the three layouts.
    """
    if not content:
        raise OwnDataError("own_file_empty", file=named.file)
    if len(content) > LARGEST_EXPORT_BYTES:
        raise OwnDataError(
            "own_too_large", file=named.file, found=len(content), expected=LARGEST_EXPORT_BYTES
        )
    if content.startswith(OLD_EXCEL):
        raise OwnDataError("own_old_excel", file=named.file)
    if not content.startswith(MARK):
        raise OwnDataError("mieruka_no_workbook", file=named.file)
    sheets = list(workbook_sheets(content, named.file))
    if not sheets:
        raise OwnDataError("own_file_empty", file=named.file)
    table = read_table(sheets, named, places)
    if table.layout == "areas" and not named.year and table.series:
        raise OwnDataError("mieruka_year_missing", file=named.file, sheet=table.sheet)
    is_empty = not table.series and not table.problems
    # The date of the export says that the system wrote it, and nothing below.
    if is_empty and not table.filler and not table.exported_on:
        raise OwnDataError("mieruka_table_empty", file=named.file, sheet=table.sheet)
    placed = [msgspec.structs.replace(each, area=places.of(each.label).code) for each in table.series]
    kept, twice = _each_once(placed, table)
    modes = sorted({each.mode for each in kept})
    return ReadWorkbook(
        named,
        tuple(_book(named, table, [each for each in kept if each.mode == mode]) for mode in modes),
        tuple(_in_file(each, named.file) for each in (*table.problems, *twice)),
        is_filler=not table.series and (bool(table.filler) or is_empty),
    )


def _in_file(problem: OwnDataError, file: str) -> OwnDataError:
    return OwnDataError(problem.problem, **{"file": file, **problem.fields})


def _each_once(
    series: Sequence[ExportedSeries], table: Table
) -> tuple[list[ExportedSeries], list[OwnDataError]]:
    """Return the rows without those that stand twice; of rows that differ nobody knows which is right."""

    def key(each: ExportedSeries) -> tuple[str, str, str, str, str]:
        return each.area, each.label, each.name, each.unit, each.mode

    count = Counter(map(key, series))
    kept: dict[tuple[str, str, str, str, str], ExportedSeries] = {}
    differing: dict[tuple[str, str, str, str, str], ExportedSeries] = {}
    for each in series:
        if count[key(each)] == 1:
            kept[key(each)] = each
        elif kept.setdefault(key(each), each).figures != each.figures:
            differing[key(each)] = each
    problems = [
        OwnDataError("mieruka_row_twice", sheet=table.sheet, found=each.name, expected=each.label)
        for each in differing.values()
    ]
    return [each for name, each in kept.items() if name not in differing], problems


def _book(named: FileName, table: Table, series: Sequence[ExportedSeries]) -> ExportedBook:
    return ExportedBook(
        file=named.file,
        code=named.code,
        name=named.name,
        layout=cast("BookLayout", table.layout),
        exported_on=table.exported_on,
        periods=tuple(table.periods),
        series=tuple(series),
        year=named.year if table.layout == "areas" else 0,
        mode=series[0].mode,
    )
