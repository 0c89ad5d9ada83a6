"""The libraries of another platform in a folder, by a tool that knows which of them it needs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from carecompare.errors import CareCompareError
from carecompare.reports import letters

if TYPE_CHECKING:
    from pathlib import Path

LAST_LINES = 3
# What no program runs: tests of libraries, what others compile against, parts of notebooks, maps to sources.
NEVER_RUN = ("tests", "include", "share")
NEVER_READ = {".a", ".c", ".cpp", ".h", ".hpp", ".lib", ".map", ".pxd", ".pyx"}


def install(root: Path, platform: str, folder: Path) -> None:
    """Install what the project needs when it runs, in the versions that it is tested with.

    Parameters
    ----------
    root : Path
        The checkout, with ``pyproject.toml`` and ``constraints.txt``.
    platform : str
        Whose wheels; nothing is compiled.
    folder : Path
        Where they are unpacked.

    Raises
    ------
    CareCompareError
        If the tool is not installed or cannot get them.

    Notes
    -----
    ``pip install --platform`` decides by the machine it runs on whether a requirement holds: on Linux it asks
    for uvloop on Windows too. uv decides by the platform asked for.
    """
    try:
        from uv import find_uv_bin  # noqa: PLC0415 - of the extra `bundle`
    except ModuleNotFoundError:
        raise CareCompareError("bundle_tool_missing", found="uv") from None
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    command = [find_uv_bin(), "pip", "install", "--quiet", "--target", str(folder)]
    command += ["--python-platform", platform, "--python-version", version, "--only-binary", ":all:"]
    command += ["--link-mode", "copy", "--constraint", "constraints.txt"]
    for wanted in (["--requirement", "pyproject.toml"], ["--no-deps", letters.PACKAGE]):
        done = subprocess.run([*command, *wanted], cwd=root, capture_output=True, text=True, check=False)  # noqa: S603 - ours
        if done.returncode:
            said = " ".join(done.stderr.split("\n")[-LAST_LINES - 1 :]).strip()
            raise CareCompareError("bundle_libraries_missing", found=said)
    _lighten(folder)


def _lighten(folder: Path) -> None:
    """Remove what never runs: an eighth of what the libraries take on a disk."""
    for name in NEVER_RUN:
        for each in list(folder.rglob(name)):
            if each.is_dir():
                shutil.rmtree(each)
    for each in list(folder.rglob("*")):
        if each.suffix in NEVER_READ:
            each.unlink()
