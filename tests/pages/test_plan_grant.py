"""The pages of the incentive grants and of the draft criteria of areas, as they open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

    Opens = Callable[..., AppTest]


def test_without_a_file_the_page_says_which_one_brings_the_scores_and_where_to_import_it(
    opened: Opens,
) -> None:
    app = opened("pages/plan_grant.py", own="44208", vs="exemplars")
    assert not app.exception
    said = " ".join(str(each.value) for each in app.info)
    assert "全国集計（市町村）" in said
    assert "0点という意味ではありません" in said
    assert [
        str(each.proto.label) for each in app.get("page_link") if "取り込む" in str(each.proto.label)
    ] == ["「データの健康」で取り込む"]


@pytest.mark.parametrize("own", ["44208", "07546"])
def test_the_page_of_the_draft_criteria_opens_with_its_map_and_date(own: str, opened: Opens) -> None:
    app = opened("pages/plan_areas.py", own=own, vs="exemplars", since="2010")
    assert not app.exception
    assert len(app.get("deck_gl_json_chart")) == 1
    said = " ".join(str(each.proto.body) for each in app.get("html"))
    assert "2026年6月29日" in said
    assert "該当し" not in said


def test_what_nobody_has_imported_is_no_task_and_no_gap(opened: Opens) -> None:
    said = " ".join(str(each.proto.body) for each in opened("pages/data_health.py").get("html"))
    assert "交付金の得点" not in said
