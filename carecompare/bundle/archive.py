"""Put the archive together: program, libraries, figures, a built store, Python, the script that starts it."""

from __future__ import annotations

import shutil
import sys
import tempfile
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from carecompare import __version__
from carecompare.build import build_store, fresh_map
from carecompare.bundle.libraries import install
from carecompare.bundle.parts import bill
from carecompare.bundle.python import unpack_python
from carecompare.bundle.targets import TARGETS, Target
from carecompare.disk import refusals_as
from carecompare.errors import CareCompareError
from carecompare.store import fresh_store
from carecompare.text.files import bundle_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.paths import Paths

TOP = "carecompare"
PROGRAM = ("app.py", "pages", "carecompare", ".streamlit", "LICENSE", "README.md", "CHANGELOG.md")
# What an office logs in with stays on its server.
NOT_PROGRAM = shutil.ignore_patterns("__pycache__", "*.pyc", "secrets.toml")
COMPRESSION = 3  # a third of the time of the usual 6, for a twentieth more
EXECUTABLE = 0o755 << 16
READABLE = 0o644 << 16
SUMS = "SHA256SUMS"
# Streamlit takes itself for a checkout of its makers, and refuses a port, where no folder has this name.
LIBRARIES = "site-packages"
# Dates in an archive begin in 1980; without one of our own, two of the same content would differ.
WRITTEN = (2000, 1, 1, 0, 0, 0)


def bundled(
    paths: Paths,
    target: str,
    file: Path,
    python: Path | None = None,
    progress: Callable[[str], object] = lambda _: None,
) -> Path:
    """Write the archive.

    Parameters
    ----------
    paths : Paths
        Figures and definitions that go into it; the store is built where it is stale.
    target : str
        A key of `TARGETS`.
    file : Path
        The archive.
    python : Path, optional
        An archive with a Python of that platform; without it the machine must have one.
    progress : callable, optional
        Told each step, in words.

    Returns
    -------
    Path
        The archive. All of it lies in one folder. The program is in a folder of its version, so that a later
        archive unpacked at the same place takes its place and leaves ``own``, where a town keeps its own.

    Raises
    ------
    CareCompareError
        If this is no checkout of the project, the libraries cannot be had, the Python does not fit, or the
        disk refuses.
    """
    with (
        refusals_as(CareCompareError, "file_not_written", str(file)),
        tempfile.TemporaryDirectory(prefix="carecompare-") as room,
    ):
        top = assembled(paths, target, Path(room) / TOP, python, progress)
        progress(bundle_words.STEP_ARCHIVE)
        _archive(top, file)
    return file


def assembled(
    paths: Paths,
    target: str,
    top: Path,
    python: Path | None = None,
    progress: Callable[[str], object] = lambda _: None,
) -> Path:
    """Put everything of an archive into a folder; as for `bundled`.

    Parameters
    ----------
    paths, target, python, progress
        As there.
    top : Path
        The folder, which is made.

    Returns
    -------
    Path
        The folder.
    """
    chosen = TARGETS[target]
    root = _checkout()
    program = top / program_folder()
    progress(bundle_words.STEP_PROGRAM)
    _copy_program(root, program)
    _copy_figures(paths, program / "data")
    progress(bundle_words.STEP_LIBRARIES)
    install(root, chosen.platform, program / LIBRARIES)
    if python is not None:
        progress(bundle_words.STEP_PYTHON)
        unpack_python(python, top / "python", program.name, is_windows=target == "windows")
    script = bundle_words.SCRIPTS[target].format(program=program.name, minor=sys.version_info.minor)
    _write(top / chosen.script, script, chosen)
    words = bundle_words.README.format(version=__version__, script=chosen.script, sums=SUMS)
    (top / "README_ja.txt").write_text(words, encoding="utf-8-sig", newline="\r\n")
    progress(bundle_words.STEP_BILL)
    (top / "sbom.cdx.json").write_text(bill(program / LIBRARIES), encoding="utf-8")
    (top / SUMS).write_text(_sums(top), encoding="utf-8", newline="\n")
    return top


def program_folder() -> str:
    """Return the folder of the program in the archive."""
    return f"app-{__version__}"


def _checkout() -> Path:
    root = Path(__file__).resolve().parents[2]
    if not all((root / name).exists() for name in (*PROGRAM, "pyproject.toml", "constraints.txt")):
        raise CareCompareError("bundle_no_checkout", found=str(root))
    return root


def _copy_program(root: Path, program: Path) -> None:
    program.mkdir(parents=True)
    for name in PROGRAM:
        source = root / name
        if source.is_dir():
            shutil.copytree(source, program / name, ignore=NOT_PROGRAM)
        else:
            shutil.copy2(source, program / name)


def _copy_figures(paths: Paths, data: Path) -> None:
    store = fresh_store(paths) or build_store(paths)
    outlines = fresh_map(paths)
    shutil.copytree(paths.catalog, data / "catalog")
    shutil.copytree(paths.figures, data / "figures")
    (data / "store").mkdir()
    shutil.copy2(store, data / "store" / store.name)
    shutil.copy2(paths.store / "current", data / "store" / "current")
    if outlines is not None:
        shutil.copytree(outlines, data / "store" / outlines.relative_to(paths.store))


def _write(file: Path, words: str, target: Target) -> None:
    file.write_text(words, encoding=target.encoding, newline=target.line_end)
    file.chmod(0o755)


def _sums(top: Path) -> str:
    """Return a line for each file, as ``sha256sum --check`` reads it."""
    return "".join(
        f"{sha256(each.read_bytes()).hexdigest()}  {each.relative_to(top).as_posix()}\n"
        for each in _files(top)
    )


def _files(top: Path) -> list[Path]:
    return sorted(each for each in top.rglob("*") if each.is_file())


def _archive(top: Path, file: Path) -> None:
    draft = file.with_name(f"{file.name}.draft")
    try:
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED, compresslevel=COMPRESSION) as archive:
            for each in _files(top):
                entry = zipfile.ZipInfo(each.relative_to(top.parent).as_posix(), WRITTEN)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = EXECUTABLE if each.stat().st_mode & 0o100 else READABLE
                archive.writestr(entry, each.read_bytes())
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)
