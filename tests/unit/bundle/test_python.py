"""A Python that goes along is unpacked, knows where the program is, and is refused where it does not fit."""

from __future__ import annotations

import io
import subprocess
import sys
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest

from carecompare.bundle.python import DIGITS, VERSION, unpack_python
from carecompare.errors import CareCompareError

if TYPE_CHECKING:
    from pathlib import Path


def embeddable(file: Path, digits: str = DIGITS) -> Path:
    """Write an archive with the names of the embeddable Python of python.org."""
    with zipfile.ZipFile(file, "w") as archive:
        for name in ("python.exe", f"python{digits}.dll", f"python{digits}.zip"):
            archive.writestr(name, b"")
        archive.writestr(f"python{digits}._pth", f"python{digits}.zip\n.\n#import site\n")
    return file


def standalone(file: Path) -> Path:
    """Write an archive with the names of a standalone Python."""
    with tarfile.open(file, "w:gz") as archive:
        for name in (f"python/bin/python{VERSION}", f"python/lib/python{VERSION}/site-packages/README.txt"):
            entry = tarfile.TarInfo(name)
            entry.mode = 0o755
            archive.addfile(entry, io.BytesIO(b""))
    return file


def test_the_embeddable_python_is_told_where_program_and_libraries_are(tmp_path: Path) -> None:
    folder = tmp_path / "top" / "python"
    unpack_python(embeddable(tmp_path / "python.zip"), folder, "app-1", is_windows=True)
    lines = (folder / f"python{DIGITS}._pth").read_text(encoding="utf-8").splitlines()
    assert lines == [f"python{DIGITS}.zip", ".", "..\\app-1\\site-packages", "..\\app-1", "import site"]


def test_the_standalone_python_is_lifted_out_of_its_folder_and_finds_the_program(tmp_path: Path) -> None:
    folder = tmp_path / "top" / "python"
    unpack_python(standalone(tmp_path / "python.tar.gz"), folder, "app-1", is_windows=False)
    packages = folder / "lib" / f"python{VERSION}" / "site-packages"
    (tmp_path / "top" / "app-1" / "site-packages").mkdir(parents=True)
    # Python itself reads the file: what it names is on its way to modules.
    known = subprocess.run(
        [sys.executable, "-c", f"import site, sys; site.addsitedir({str(packages)!r}); print(*sys.path)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert str(tmp_path / "top" / "app-1") in known
    assert str(tmp_path / "top" / "app-1" / "site-packages") in known
    assert (folder / "bin" / f"python{VERSION}").stat().st_mode & 0o100


@pytest.mark.parametrize("make", ["other version", "no archive", "other content", "linux for windows"])
def test_what_does_not_fit_is_refused_with_what_would(tmp_path: Path, make: str) -> None:
    file = tmp_path / "python.zip"
    if make == "other version":
        embeddable(file, "399")
    elif make == "no archive":
        file.write_bytes(b"MZ")
    elif make == "other content":
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("readme.txt", b"")
    else:
        standalone(file)
    with pytest.raises(CareCompareError) as caught:
        unpack_python(file, tmp_path / "top" / "python", "app-1", is_windows=True)
    assert caught.value.problem == "bundle_python_wrong"
    assert caught.value.fields == {"file": "python.zip", "expected": VERSION}
