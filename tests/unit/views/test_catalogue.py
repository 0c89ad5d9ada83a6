"""What the table of sources says of each: what is held of it, and which indicators use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carecompare.views.base.here import page_for
from carecompare.views.base.installation import opened
from carecompare.views.topics.data.catalogue import catalogue_parts

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.paths import Paths


@pytest.fixture(scope="module")
def sources(paths: Paths, store_file: Path) -> dict[str, dict[str, str]]:
    """The rows of the table of sources by id, each by column."""
    loaded = opened(paths, store_file.name)
    here = page_for(loaded, {})
    assert here is not None
    part = catalogue_parts(here)["sources"]
    loaded.store.close()
    return {row[-1]: dict(zip(part.headings, row, strict=True)) for row in part.rows}


@pytest.mark.parametrize(
    ("source", "held"),
    [
        ("ipss", "令和5年推計、2020年10月1日〜2050年10月1日"),
        ("ipss_ages", "平成30年推計、2015年10月1日〜2045年10月1日"),
        ("census", "2020年10月1日"),
        ("municipality_class", "令和5年度決算"),
        ("census_imputed", "未収集"),
        ("document_2013", "2013年7月29日"),
    ],
)
def test_what_is_held_of_a_source_is_what_was_imported(
    sources: dict[str, dict[str, str]], source: str, held: str
) -> None:
    assert sources[source]["held"] == held


def test_the_indicators_that_use_a_source_are_named(sources: dict[str, dict[str, str]]) -> None:
    assert sources["premium"]["used_for"] == "介護保険料"
    assert sources["ltci"]["used_for"].startswith("認定率・")
    assert sources["public_pages"]["used_for"] == ""
