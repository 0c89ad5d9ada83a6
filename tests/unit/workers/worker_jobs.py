"""Work for workers: they find it by its name."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from carecompare.errors import SourceError
from carecompare.workers import apart

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@apart
def where() -> int:
    return os.getpid()


@apart
def counted(number: int, progress: Callable[[int, int], object] = lambda *_: None) -> list[int]:
    for each in range(number):
        progress(each + 1, number)
    return list(range(number))


@apart
def refused() -> None:
    raise SourceError("row_cut", file="town.csv", row=3, found=2, expected=4)


@apart
def broken() -> float:
    return 1 / 0


@apart
def noisy() -> str:
    print("a library says something", flush=True)  # noqa: T201 - that it does no harm is tested
    return "answer"


@apart
def ended() -> None:
    os._exit(9)


@apart
def long(file: Path, progress: Callable[[str], object] = lambda _: None) -> str:
    """Go on in steps until a file is there."""
    while not file.exists():
        progress("still")
        time.sleep(0.01)
    return "done"


@apart
def stubborn(file: Path) -> None:
    """Say nothing, and end only when a file is there."""
    while not file.exists():
        time.sleep(0.01)
