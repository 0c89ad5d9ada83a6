"""Exported workbooks out of a folder, an archive or many files, each refused alone when it is wrong."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.errors import OwnDataError
from carecompare.limits import HIGHEST_RATIO, LARGEST_ARCHIVE_BYTES, LARGEST_EXPORT_BYTES, MOST_EXPORTS
from carecompare.own.mieruka.names import ANALYSIS_CODE, file_name_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path


WORKBOOK, ARCHIVE = ".xlsx", ".zip"
# What a spreadsheet program or a Mac adds.
COMPANIONS = ("~$", ".", "__MACOSX")
_UTF8_NAMES = 0x800


@dataclass(frozen=True)
class ExportedFile:
    """A workbook that has not been opened yet.

    Parameters
    ----------
    name : str
        Without folders.
    read : callable
        Returns its bytes.
    """

    name: str
    read: Callable[[], bytes]


def exported_files(
    given: Iterable[tuple[str, bytes]],
) -> tuple[list[ExportedFile], list[OwnDataError]]:
    """Return the workbooks among uploaded files and inside uploaded archives.

    Parameters
    ----------
    given : iterable of tuple of str and bytes
        Names and contents.

    Returns
    -------
    list of ExportedFile
        In the order given.
    list of OwnDataError
        One for each file or archive that is none or too large.
    """
    files: list[ExportedFile] = []
    problems: list[OwnDataError] = []
    for path, content in given:
        name = file_name_parts(path).file
        if name.startswith(COMPANIONS):
            continue
        try:
            if name.lower().endswith(ARCHIVE):
                files += _members(name, content)
            elif name.lower().endswith(WORKBOOK):
                files.append(ExportedFile(name, lambda content=content: content))  # type: ignore[misc]
            else:
                problems.append(OwnDataError("mieruka_no_workbook", file=name))
        except OwnDataError as problem:
            problems.append(problem)
    if len(files) > MOST_EXPORTS:
        problems.append(OwnDataError("mieruka_too_many_files", found=len(files), expected=MOST_EXPORTS))
        files = files[:MOST_EXPORTS]
    return files, problems


def is_export(path: Path) -> bool:
    """Return whether a path is a folder, an archive, or a workbook named as the system names its exports."""
    if path.is_dir() or path.suffix.lower() == ARCHIVE:
        return True
    named = file_name_parts(path.name)
    is_named = bool(named.layout) or bool(ANALYSIS_CODE.fullmatch(named.code))
    return path.suffix.lower() == WORKBOOK and is_named


def files_below(paths: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of every workbook and archive given or lying below a folder.

    Raises
    ------
    OwnDataError
        If there is no such file, or it cannot be read.
    """
    for path in paths:
        within = sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]
        for each in within:
            if path.is_dir() and each.suffix.lower() not in {WORKBOOK, ARCHIVE}:
                continue
            try:
                largest = LARGEST_EXPORT_BYTES if each.suffix.lower() == WORKBOOK else LARGEST_ARCHIVE_BYTES
                if (size := each.stat().st_size) > largest:
                    raise OwnDataError("own_too_large", file=each.name, found=size, expected=largest)
                yield each.name, each.read_bytes()
            except FileNotFoundError:
                raise OwnDataError("own_file_missing", file=each.name) from None
            except OSError as error:
                raise OwnDataError("own_file_unreadable", file=each.name, found=error) from error


def _members(file: str, content: bytes) -> list[ExportedFile]:
    """Return the workbooks of an archive; each is unpacked only when it is read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = [each for each in archive.infolist() if not each.is_dir()]
    except (zipfile.BadZipFile, OSError, ValueError, EOFError) as error:
        raise OwnDataError("mieruka_archive_wrong", file=file) from error
    wanted = [
        (info, name)
        for info in infos
        if (name := file_name_parts(_name(info)).file).lower().endswith(WORKBOOK)
        and not name.startswith(COMPANIONS)
        and not info.filename.startswith(COMPANIONS)
    ]
    if not wanted:
        raise OwnDataError("mieruka_archive_empty", file=file)
    if len(infos) > MOST_EXPORTS:
        raise OwnDataError("mieruka_too_many_files", file=file, found=len(infos), expected=MOST_EXPORTS)
    stated = sum(info.file_size for info, _ in wanted)
    if stated > LARGEST_ARCHIVE_BYTES or stated > HIGHEST_RATIO * max(len(content), 1):
        raise OwnDataError("own_too_large", file=file, found=stated, expected=LARGEST_ARCHIVE_BYTES)
    return [ExportedFile(name, _unpacking(content, info, name)) for info, name in wanted]


def _unpacking(content: bytes, info: zipfile.ZipInfo, name: str) -> Callable[[], bytes]:
    def unpacked() -> bytes:
        if info.file_size > LARGEST_EXPORT_BYTES:
            raise OwnDataError(
                "own_too_large", file=name, found=info.file_size, expected=LARGEST_EXPORT_BYTES
            )
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open(info) as opened:
                # What is stated can be a lie: one byte more than stated is enough to know.
                member = opened.read(info.file_size + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            RuntimeError,
            NotImplementedError,
            OSError,
            EOFError,
        ) as error:
            raise OwnDataError("mieruka_archive_wrong", file=name) from error
        if len(member) > info.file_size:
            raise OwnDataError("own_too_large", file=name, found=len(member), expected=info.file_size)
        return member

    return unpacked


def _name(info: zipfile.ZipInfo) -> str:
    """Return a member's name as it was: Windows writes Japanese names without saying in what encoding."""
    if info.flag_bits & _UTF8_NAMES:
        return info.filename
    try:
        written = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for encoding in ("utf-8", "cp932"):
        try:
            return written.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename
