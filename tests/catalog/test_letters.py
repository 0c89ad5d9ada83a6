"""Every word the project can print has its letters: no box in place of a character."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from carecompare.reports.papers.pdf import letters_lacking
from carecompare.ui.frame.loading import load

ROOT = Path(__file__).resolve().parents[2]
# Words that only recognise what stands in a publisher's file are never printed.
WORDS = [
    path
    for path in (
        *sorted((ROOT / "carecompare" / "text").glob("*.py")),
        *sorted((ROOT / "data" / "catalog").glob("*.toml")),
    )
    if "layout" not in path.name
]


def test_the_names_of_all_areas_can_be_printed(store_file: Path) -> None:
    assert store_file.is_file()
    areas = load().areas
    names = "".join(
        f"{each['name_ja']}{each['kana']}{each['label_ja']}{each['prefecture_ja']}" for each in areas.values()
    )
    assert len(areas) > 1_741
    assert letters_lacking(names) == ""


def test_the_names_of_all_groups_can_be_printed(store_file: Path) -> None:
    assert store_file.is_file()
    groups = load().surroundings.groups
    assert letters_lacking("".join(each["name_ja"] for each in groups)) == ""


@pytest.mark.parametrize("path", WORDS, ids=lambda path: path.name)
def test_every_word_of_the_project_can_be_printed(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        constants = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant))
        text = "".join(node.value for node in constants if isinstance(node.value, str))
    assert letters_lacking(text) == ""
