"""The rules of the cut that no linter knows."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "carecompare"
PAGES = [ROOT / "app.py", *sorted((ROOT / "pages").glob("*.py"))]
MODULES = sorted(PACKAGE.rglob("*.py"))
KANJI_OR_KANA = re.compile(r"[ぁ-ゖァ-ヺ㐀-鿿々]")
LONGEST_MODULE = 300
LONGEST_PAGE = 60


def code_of(path: Path) -> str:
    """Return the source without comments and docstrings."""
    return ast.unparse(_without_docstrings(ast.parse(path.read_text(encoding="utf-8"))))


def _without_docstrings(tree: ast.Module) -> ast.Module:
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            value = body[0].value
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                body[0] = ast.Pass()
    return tree


@pytest.mark.parametrize("path", [*MODULES, *PAGES], ids=lambda path: str(path.relative_to(ROOT)))
def test_japanese_stands_only_in_text_and_in_the_catalogue(path: Path) -> None:
    if PACKAGE / "text" in path.parents:
        return
    assert KANJI_OR_KANA.search(code_of(path)) is None


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_is_longer_than_300_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_composes_and_defines_nothing(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    defined = [
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda)
    ]
    assert defined == []
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_PAGE


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_imports_the_pieces_and_nothing_else(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    serves = [
        "from streamlit import App",
        "from carecompare.serving import MIDDLEWARE, ROUTES, getting_ready",
    ]
    assert [ast.unparse(node) for node in imports] == [
        *(serves if path.name == "app.py" else []),
        "from carecompare import ui",
    ]


def test_only_the_store_speaks_duckdb() -> None:
    speakers = [
        path for path in MODULES if re.search(r"^\s*(import|from) duckdb", path.read_text(), re.MULTILINE)
    ]
    assert {path.parent.name for path in speakers} == {"store"}


def test_no_markdown_lets_html_through() -> None:
    for path in MODULES:
        assert "unsafe_allow_html" not in path.read_text(encoding="utf-8")


def test_no_name_of_a_python_error_reaches_a_sentence() -> None:
    for path in MODULES:
        # Definitions are written by developers, who want the parser's own words.
        if PACKAGE / "catalog" not in path.parents:
            assert not re.search(r"found=(type\(|str\(error|repr\()", path.read_text(encoding="utf-8")), path


def test_the_import_contracts_hold() -> None:
    finished = subprocess.run(
        [Path(sys.executable).with_name("lint-imports")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stdout


def test_no_committed_file_names_a_package_index_or_a_machine() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in listed.stdout.splitlines():
        path = ROOT / name
        if path.suffix in {".txt", ".toml", ".cfg", ".ini", ".lock"} and path.is_file():
            text = path.read_text(encoding="utf-8")
            assert "index-url" not in text
            assert not re.search(r"https?://[^\s]*(pypi|simple/)", text), name


def test_every_command_of_the_readme_exists() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = set(re.findall(r"python -m carecompare (\w+)", readme))
    assert commands >= {"import", "build", "check", "values"}
    finished = subprocess.run(
        [sys.executable, "-m", "carecompare", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for command in commands:
        assert command in finished.stdout


def test_every_picture_of_the_readme_exists() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", readme)
    assert pictures
    for picture in pictures:
        assert (ROOT / picture).is_file(), picture


def test_a_row_has_a_type_that_names_its_columns() -> None:
    picture = "Picture = dict[str, Any]"  # what Vega-Lite reads: any JSON
    below_the_screen = ("rows", "store", "comparisons", "charts", "maps", "text")
    untyped = [
        f"{path.relative_to(PACKAGE)}: {line.strip()}"
        for folder in below_the_screen
        for path in sorted((PACKAGE / folder).rglob("*.py"))
        for line in code_of(path).splitlines()
        if re.search(r"\b(dict|Mapping)\[str, Any\]", line) and line.strip() != picture
    ]
    assert untyped == []
