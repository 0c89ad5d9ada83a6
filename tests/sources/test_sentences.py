from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from carecompare.errors import SourceError
from carecompare.sources import Edition
from carecompare.sources.one_edition import SET_ASIDE
from carecompare.text.data.import_words import CHANGES, NOTES
from carecompare.text.errors.explain import GROUPS, TEMPLATES, sentence

SOURCES = Path(__file__).resolve().parents[2] / "carecompare" / "sources"


def first_arguments(*callables: str) -> set[str]:
    """Return every literal that is the first argument of one of these calls below ``sources``."""
    calls = [
        node
        for path in SOURCES.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in callables
    ]
    literals = [node for call in calls for node in ast.walk(call.args[0])]
    return {
        str(node.value) for node in literals if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_no_problem_has_two_sentences() -> None:
    problems = [problem for group in GROUPS for problem in group]
    assert len(problems) == len(set(problems))


def test_every_note_and_change_has_its_sentence() -> None:
    assert first_arguments("Note") == set(NOTES)
    assert first_arguments("Change") | {SET_ASIDE} == set(CHANGES)


def test_a_sentence_names_file_row_and_column() -> None:
    error = SourceError("area_unknown", file="a.csv", row=3, column="c", found="99999")
    assert sentence(error) == "a.csvの3行目の列「c」：市区町村コード「99999」を知りません。"


@pytest.mark.parametrize("problem", sorted(TEMPLATES))
def test_a_sentence_is_complete_even_when_a_field_is_missing(problem: str) -> None:
    written = sentence(SourceError(problem, file="a.csv"))
    assert written.startswith("a.csv：")
    assert not re.search(r"[{}]", written)
    assert "\n" not in written


def test_an_edition_is_what_the_report_is_written_from() -> None:
    assert {"new_log", "new_notes"} <= set(Edition.__dataclass_fields__)
