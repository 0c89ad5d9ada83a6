"""The keys of errors: each has one sentence, and each kind of error only its own."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from carecompare.errors import CareCompareError, Problem
from carecompare.text.errors.explain import TEMPLATES

PACKAGE = Path(__file__).resolve().parents[2] / "carecompare"
# Where keys are listed, not met.
LISTS = {PACKAGE / "errors" / "problems.py", PACKAGE / "errors" / "own_problems.py"}


def test_every_problem_has_its_sentence_and_every_sentence_its_problem() -> None:
    assert set(get_args(Problem)) == set(TEMPLATES)


def test_every_problem_is_met_somewhere() -> None:
    written = {
        node.value
        for path in PACKAGE.rglob("*.py")
        if PACKAGE / "text" not in path.parents and path not in LISTS
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert set(get_args(Problem)) <= written


@pytest.mark.parametrize("error", list(CareCompareError.__subclasses__()))
def test_an_error_takes_only_problems_of_its_own(error: type[CareCompareError]) -> None:
    # mypy checks what is raised against this; here, that no kind of error was left with any text.
    problems = get_args(get_type_hints(error.__init__)["problem"])
    assert problems
    assert set(problems) <= set(TEMPLATES)
