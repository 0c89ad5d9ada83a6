"""A word that nothing says any more is deleted."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tests.architecture.test_the_cut import MODULES, PACKAGE, PAGES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORDS = PACKAGE / "text"


def test_every_word_and_sentence_is_said_somewhere() -> None:
    said = {each for path in {*MODULES, *PAGES} for each in _said(path)}
    kept = {each for path in sorted(WORDS.rglob("*.py")) for each in _defined(path)}
    assert len(kept) > 1000
    assert kept - said == set()


def _defined(path: Path) -> Iterator[tuple[str, str]]:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        for each in (part for target in targets if target for part in ast.walk(target)):
            if isinstance(each, ast.Name):
                yield path.stem, each.id
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield path.stem, node.name


def _said(path: Path) -> Iterator[tuple[str, str]]:
    """Yield module and name of whatever is taken from a module, by whatever name the module goes here."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for each in node.names:
                modules[each.asname or each.name] = each.name
                yield node.module.rpartition(".")[2], each.name
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield path.stem, node.id
        elif isinstance(node, ast.Attribute):
            # `words.TABLE` in a module, `ui.words.TABLE` on a page.
            of = node.value
            if isinstance(of, ast.Name):
                yield modules.get(of.id, of.id), node.attr
            elif isinstance(of, ast.Attribute):
                yield of.attr, node.attr
