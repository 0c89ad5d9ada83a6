"""What CONTRIBUTING and README say is true of the code."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WORDS = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
CODE = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", WORDS + README, flags=re.DOTALL))
BLOCKS = "\n".join(re.findall(r"```sh\n(.*?)```", WORDS, flags=re.DOTALL))
# A path names its folder from the top of the repository; what begins with `..` is not part of it.
PATH = re.compile(r"(?:carecompare|data|tests|pages|\.github|\.ci)/[\w./-]*|[\w.]+\.(?:md|toml|py)|\.ci/run")
# "`SETS` of `file`", "`RULES`, `RULE` and `CAUTION` of `file`".
DEFINED = re.compile(
    r"((?:`[A-Za-z_]\w*`(?:, where it can be empty, | and, [^`|]*, |, | and )?)+) of `([^`]+)`"
)
GLOSSARY = WORDS[WORDS.index("## Glossary") :]
ROWS = [line.strip("|").split("|") for line in GLOSSARY.splitlines() if line.startswith("| ")][1:]
CODE_NAMES = [(name, row[0].strip()) for row in ROWS for name in re.findall(r"`(\w+)`", row[1])]
FEWEST_TERMS = 35


def _is_path(words: str) -> bool:
    return PATH.fullmatch(words) is not None and ("/" in words or (ROOT / words).suffix == ".md")


@cache
def _definitions(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign):
            found |= {each.id for each in node.targets if isinstance(each, ast.Name)}
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
    return frozenset(found)


@cache
def _everything() -> frozenset[str]:
    """Return every word of the code and of the definitions."""
    files = [*(ROOT / "carecompare").rglob("*.py"), *(ROOT / "data" / "catalog").glob("*.toml")]
    return frozenset(word for path in files for word in re.findall(r"\w+", path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", sorted({words for words in CODE if _is_path(words)}))
def test_a_path_that_is_named_exists(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize(
    ("name", "path"),
    sorted((name, path) for names, path in DEFINED.findall(WORDS) for name in re.findall(r"`(\w+)`", names)),
)
def test_a_name_said_to_be_of_a_file_is_defined_there(name: str, path: str) -> None:
    assert name in _definitions(ROOT / path)


def test_how_the_code_is_cut_stands_in_one_place() -> None:
    """README is for users; two tables of what to touch would part at the next change."""
    for heading in ("## How it is cut", "| to add |"):
        assert heading in WORDS
        assert heading not in README


def test_names_of_files_are_found_in_the_text() -> None:
    """The tests above would be silent if the words were written in another way."""
    named = {name for names, _ in DEFINED.findall(WORDS) for name in re.findall(r"`(\w+)`", names)}
    assert {"SETS", "READERS", "RULES", "CAUTION", "VIEWS", "KINDS", "PAGES"} <= named


@pytest.mark.parametrize(("name", "term"), CODE_NAMES)
def test_a_code_name_of_the_glossary_is_used_in_the_code(name: str, term: str) -> None:
    assert name in _everything(), term


def test_the_glossary_has_a_definition_and_a_source_for_each_term_once() -> None:
    assert len(ROWS) >= FEWEST_TERMS
    assert all(len(row) == 4 and all(cell.strip() for cell in row[1:]) for row in ROWS)
    terms = [row[0].strip() for row in ROWS if row[0].strip()]
    assert sorted(set(terms)) == sorted(terms)


def test_every_asked_way_of_the_cache_is_one_of_the_page() -> None:
    tree = ast.parse((ROOT / "carecompare/views/base/here.py").read_text(encoding="utf-8"))
    page = next(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == "Page")
    methods = {node.name for node in page.body if isinstance(node, ast.FunctionDef)}
    asked = set(re.findall(r"`here\.(\w+)(?:\(\w+\))?`", WORDS))
    assert asked
    assert asked <= methods


def test_every_command_named_exists() -> None:
    named = set(re.findall(r"python -m carecompare (\w+)", "\n".join([*CODE, BLOCKS])))
    assert {"check", "import"} <= named
    said = subprocess.run(
        [sys.executable, "-m", "carecompare", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert {command for command in named if not re.search(rf"\b{command}\b", said)} == set()


@pytest.mark.parametrize("tool", ["ruff", "mypy", "lint-imports"])
def test_a_tool_that_is_named_is_installed_with_the_project_and_run_by_the_gate(tool: str) -> None:
    assert re.search(rf"`{tool}\b", WORDS)
    assert f"/{tool}" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    package = {"lint-imports": "import-linter"}.get(tool, tool)
    assert any(each.startswith(package) for each in project["optional-dependencies"]["dev"])


TABLE = WORDS[WORDS.index("| to add |") : WORDS.index("## What is cached")]
PLACES = sorted({words for words in re.findall(r"`([^`]+)`", TABLE) if words.startswith("carecompare/")})
# As `test_the_cut` and `test_the_rooms` ask; a row adds a module to a folder, a few lines to a file.
MOST_FILES, MOST_LINES, LINES_ADDED = 30, 300, 3


@pytest.mark.parametrize("place", PLACES)
def test_a_place_where_something_is_added_has_room(place: str) -> None:
    path = ROOT / place
    if path.is_dir():
        assert len(list(path.glob("*.py"))) < MOST_FILES
    elif path.suffix == ".py":
        assert len(path.read_text(encoding="utf-8").splitlines()) + LINES_ADDED <= MOST_LINES


def test_no_row_of_what_to_add_leaves_the_reader_without_a_file() -> None:
    rows = [line for line in TABLE.splitlines() if line.startswith("| ")][1:]
    for row in rows:
        assert any(_is_path(words) for words in re.findall(r"`([^`]+)`", row)), row
