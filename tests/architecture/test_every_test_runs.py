"""No test is passed by: pytest leaves out folders by their names, and says nothing of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]


def test_pytest_finds_every_file_of_tests() -> None:
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-q"]
    listed = subprocess.run(command, cwd=TESTS.parent, capture_output=True, text=True, check=True).stdout
    found = {line.split(":")[0] for line in listed.splitlines() if ".py:" in line}
    written = {path.relative_to(TESTS.parent).as_posix() for path in TESTS.rglob("test_*.py")}
    assert found == written
