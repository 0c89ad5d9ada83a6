"""The Python of a bundle, unpacked from the archive of whoever publishes it."""

from __future__ import annotations

import shutil
import sys
import tarfile
import zipfile
from typing import TYPE_CHECKING

from carecompare.errors import CareCompareError

if TYPE_CHECKING:
    from pathlib import Path

VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
DIGITS = VERSION.replace(".", "")


def unpack_python(archive: Path, folder: Path, program: str, *, is_windows: bool) -> None:
    """Unpack a Python and tell it where the program and its libraries are.

    Parameters
    ----------
    archive : Path
        The embeddable zip of python.org, or an archive of python-build-standalone (``install_only``).
    folder : Path
        Where it goes.
    program : str
        The program's folder beside that one.
    is_windows : bool
        For which platform.

    Raises
    ------
    CareCompareError
        If the file is no such archive, or holds another version than the one whose libraries go along.
    """
    try:
        if zipfile.is_zipfile(archive):
            shutil.unpack_archive(archive, folder, "zip")
        else:
            with tarfile.open(archive) as opened:
                opened.extractall(folder, filter="data")
    except (OSError, ValueError, tarfile.TarError, zipfile.BadZipFile) as error:
        raise CareCompareError("bundle_python_wrong", file=archive.name, expected=VERSION) from error
    _lift(folder)
    if not (_embeddable(folder, program) or _whole(folder, program, is_windows=is_windows)):
        raise CareCompareError("bundle_python_wrong", file=archive.name, expected=VERSION)


def _lift(folder: Path) -> None:
    """Take away the one folder that everything of the archive lies in."""
    inside = list(folder.iterdir())
    if len(inside) == 1 and inside[0].is_dir():
        moved = folder.with_name(f"{folder.name}-inside")
        inside[0].rename(moved)
        folder.rmdir()
        shutil.move(moved, folder)


def _embeddable(folder: Path, program: str) -> bool:
    """Tell the embeddable Python, which looks at this file and at nothing else, where to look."""
    known = folder / f"python{DIGITS}._pth"
    if not known.is_file() or not (folder / "python.exe").is_file():
        return False
    lines = (f"python{DIGITS}.zip", ".", f"..\\{program}\\site-packages", f"..\\{program}", "import site")
    known.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\r\n")
    return True


def _whole(folder: Path, program: str, *, is_windows: bool) -> bool:
    started = folder / ("python.exe" if is_windows else f"bin/python{VERSION}")
    packages = folder / ("Lib/site-packages" if is_windows else f"lib/python{VERSION}/site-packages")
    if not started.is_file() or not packages.is_dir():
        return False
    if is_windows and not (folder / f"python{DIGITS}.dll").is_file():
        return False
    up = "../" * (len(packages.relative_to(folder).parts) + 1)
    lines = (f"{up}{program}/site-packages", f"{up}{program}")
    (packages / "carecompare.pth").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return True
