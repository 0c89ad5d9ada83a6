"""What a machine may lack: nothing in CI; elsewhere a test that needs it is skipped and says why."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable

# What the project reads in tests and does not ship: the publishers' files and documents.
SHARED = Path(__file__).resolve().parents[2] / "shared"


def lacks_nothing() -> bool:
    """Return whether this machine must have everything, as CI must."""
    return os.environ.get("CI", "").lower() not in {"", "0", "false"}


def absent(what: str) -> NoReturn:
    """Fail where everything must be there; elsewhere skip and say why."""
    if lacks_nothing():
        pytest.fail(f"{what}: CI must have it")
    pytest.skip(what)


def program(name: str, *commands: str) -> str:
    """Return where the first of a program's commands is."""
    return next(filter(None, map(shutil.which, commands)), None) or absent(f"no {name} on this machine")


def present(path: Path, name: str) -> Path:
    """Return a file or folder that is there."""
    return path if path.exists() else absent(f"{name} not present")


def not_tested(skipped: Iterable[pytest.TestReport | pytest.CollectReport]) -> list[str]:
    """Return a line for each reason why tests were skipped, and a line for each test or file of that reason.

    Several cases of a test are one line with their number.
    """
    tests: dict[str, dict[str, int]] = {}
    for report in skipped:
        said = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        reason = said.removeprefix("Skipped: ")
        name = report.nodeid.partition("[")[0]
        of_reason = tests.setdefault(reason, {})
        of_reason[name] = of_reason.get(name, 0) + 1
    lines = []
    for reason, names in sorted(tests.items()):
        lines.append(f"{reason}:")
        lines += [
            f"  {name}{f' ({count} cases)' if count > 1 else ''}" for name, count in sorted(names.items())
        ]
    return lines
