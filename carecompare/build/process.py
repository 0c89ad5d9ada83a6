"""The store is built by a process of its own: its memory goes with it, and whoever looks on may leave."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import msgspec

from carecompare.errors import CareCompareError, StoreError
from carecompare.store import fingerprint, fresh_store

if TYPE_CHECKING:
    from carecompare.errors import Problem
    from carecompare.paths import Paths

ROOT = Path(__file__).resolve().parents[2]


class _Said(msgspec.Struct):
    share: float = 0.0
    step: str = ""
    problem: str = ""
    fields: dict[str, str] = {}


@dataclass(frozen=True)
class Building:
    """How far a build is.

    Parameters
    ----------
    share : float
        Of the work done, 0 to 1.
    step : str
        Key of the step; empty before the first.
    problem : CareCompareError or None
        Why the last build of the figures and definitions as they are now failed.
    """

    share: float
    step: str
    problem: CareCompareError | None = None


class Builder:
    """Builds the store of an installation, once at a time.

    Parameters
    ----------
    paths : Paths
        Where everything is kept.
    """

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._changing = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._said = _Said()
        self._failed: tuple[str, CareCompareError] | None = None

    def begin(self) -> None:
        """Begin to build unless a build is under way; what failed before is tried again."""
        with self._changing:
            if self._process is not None:
                return
            self._said, self._failed = _Said(), None
            mark = fingerprint(self._paths)
            self._process = subprocess.Popen(
                [sys.executable, "-m", "carecompare.build"],
                cwd=ROOT,
                env={**os.environ, "CARECOMPARE_DATA": str(self._paths.data.absolute())},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                start_new_session=True,  # the server's Ctrl-C ends it by closing its input, without a word
            )
            threading.Thread(target=self._follow, args=(self._process, mark), daemon=True).start()

    def look(self) -> Path | Building:
        """Return the store when it is there, else how far its build is, begun first where it failed never.

        Raises
        ------
        CareCompareError
            If the definitions or figures cannot be read at all.
        """
        path = fresh_store(self._paths)
        if path is not None:
            return path
        failed = self._failed
        if failed is not None and failed[0] == fingerprint(self._paths):
            return Building(0.0, "", failed[1])
        self.begin()
        return Building(self._said.share, self._said.step)

    def _follow(self, process: subprocess.Popen[bytes], mark: str) -> None:
        problem: CareCompareError | None = None
        try:
            with process:
                for line in process.stdout or ():
                    said = _read(line)
                    if said.problem:
                        problem = CareCompareError(cast("Problem", said.problem), **said.fields)
                    elif said.step:
                        self._said = said
        finally:  # whatever happens here, nobody waits for a build that has ended
            if process.returncode and problem is None:
                problem = StoreError("build_ended", found=process.returncode)
            with self._changing:
                self._failed = (mark, problem) if problem else None
                self._process = None


def _read(line: bytes) -> _Said:
    try:
        return msgspec.json.decode(line, type=_Said)
    except msgspec.DecodeError:  # some library's own words
        sys.stderr.buffer.write(line)
        return _Said()
