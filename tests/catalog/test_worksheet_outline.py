"""The lines of the worksheet: complete, resolved, and honest about whose words they are."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from carecompare.catalog import Catalog, load_catalog
from carecompare.errors import CatalogError
from carecompare.text.errors.explain import sentence
from carecompare.text.own.worksheet_words import STANDINGS, mark, standing

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.paths import Paths

# Kept in the towns' own files: an id that goes leaves its words without a place.
LINES = """
    p1_1 p1_2 p1_3 p1_4 c_1 c_2 c_3_care c_3_medicine c_3_housing c_3_prevention c_3_daily_life c_4 c_5
    r_1 r_2 r_3 p2_1 p2_2 p2_3 p2_4 p2_5 p2_6 p3_1 p3_2 p3_3 p3_4 p3_5 l_1 l_2 l_3
""".split()


def test_the_lines_are_those_of_the_process_and_a_review_of_our_own(catalog: Catalog) -> None:
    outline = catalog.worksheet
    assert list(outline.lines) == LINES
    assert list(outline.stages) == ["p1", "p2", "p3", "review"]
    ours = {name for name, line in outline.lines.items() if line.words_of == "ours"}
    assert ours == {"l_1", "l_2", "l_3"}


def test_the_issues_of_resources_stand_by_the_five_fields(catalog: Catalog) -> None:
    fields = [line.field for line in catalog.worksheet.lines.values() if line.field]
    assert sorted(fields) == sorted(set(catalog.fields) - {"横断"})


def test_whatever_is_not_surely_the_document_s_is_marked(catalog: Catalog) -> None:
    outline = catalog.worksheet
    for each in (*outline.stages.values(), *outline.parts.values(), *outline.lines.values()):
        assert standing(each.words_of, each.certainty) in STANDINGS.values()
        assert bool(mark(each.words_of, each.certainty)) == (each.certainty != "high")
    assert outline.lines["p1_4"].certainty == "low"
    assert {outline.lines[name].certainty for name in LINES if name.startswith("p2_")} == {"medium"}


def test_no_letter_of_pdca_is_given_to_a_line(catalog: Catalog) -> None:
    for line in catalog.worksheet.lines.values():
        words = f"{line.label_ja}{line.group_ja}{line.ask_ja}{''.join(line.details_ja)}"
        assert re.search(r"PDCA|Plan|Check|[（(][PDCA][）)]", words) is None


@pytest.mark.parametrize(
    ("pattern", "replacement", "problem"),
    [
        ('part = "methods"', 'part = "cats"', "catalog_reference_unknown"),
        ('stage = "p1"', 'stage = "p9"', "catalog_reference_unknown"),
        ('field = "介護"', 'field = "猫"', "catalog_reference_unknown"),
        ('id = "p1_2"', 'id = "p1_1"', "catalog_id_twice"),
        ('words_of = "ours"', 'words_of = "theirs"', "catalog_field_wrong"),
        ('words_of = "source"\ncertainty = "high"\n', 'words_of = "source"\n', "catalog_certainty_wrong"),
        ('words_of = "ours"\n', 'words_of = "ours"\ncertainty = "high"\n', "catalog_certainty_wrong"),
    ],
)
def test_a_wrong_line_is_named_in_one_sentence(
    paths: Paths, tmp_path: Path, pattern: str, replacement: str, problem: str
) -> None:
    folder = shutil.copytree(paths.catalog, tmp_path / "catalog")
    path = folder / "worksheet.toml"
    text = path.read_text(encoding="utf-8")
    assert pattern in text
    path.write_text(text.replace(pattern, replacement, 1), encoding="utf-8")
    with pytest.raises(CatalogError, match=problem) as raised:
        load_catalog(folder)
    assert "worksheet.toml" in sentence(raised.value)
