"""What a machine lacks is a failure in CI and a named skip elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from presence import not_tested, present, program

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LACKING: dict[str, Callable[[Path], object]] = {
    "a program": lambda _: program("an abacus", "abacus-that-nobody-has"),
    "a file": lambda folder: present(folder / "missing.txt", "an abacus"),
}


@pytest.mark.parametrize("said", ["true", "True", "1", "yes"])
@pytest.mark.parametrize("lacking", LACKING.values(), ids=LACKING.keys())
def test_what_ci_lacks_is_a_failure(
    lacking: Callable[[Path], object], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", said)
    with pytest.raises(pytest.fail.Exception, match=r"an abacus.*CI must have it"):
        lacking(tmp_path)


@pytest.mark.parametrize("lacking", LACKING.values(), ids=LACKING.keys())
def test_what_another_machine_lacks_is_a_skip_that_names_it(
    lacking: Callable[[Path], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="an abacus"):
        lacking(tmp_path)


def test_what_is_there_is_found(tmp_path: Path) -> None:
    assert program("Python", "abacus-that-nobody-has", "python3").endswith("python3")
    assert present(tmp_path, "a folder") == tmp_path


def _skipped(name: str, why: str) -> pytest.TestReport:
    where = ("tests/test_x.py", 1, f"Skipped: {why}")
    return pytest.TestReport(name, where, {}, "skipped", where, "setup")


def test_a_run_names_what_it_could_not_test_by_the_reason() -> None:
    reports = [
        _skipped("test_x.py::test_two[b]", "no abacus on this machine"),
        _skipped("test_x.py::test_two[a]", "no abacus on this machine"),
        _skipped("test_x.py::test_one", "no abacus on this machine"),
        _skipped("test_y.py::test_sums", "a ledger not present"),
    ]
    assert not_tested(reports) == [
        "a ledger not present:",
        "  test_y.py::test_sums",
        "no abacus on this machine:",
        "  test_x.py::test_one",
        "  test_x.py::test_two (2 cases)",
    ]
    assert not_tested([]) == []
