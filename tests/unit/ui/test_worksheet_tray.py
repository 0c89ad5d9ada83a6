"""What is copied when a figure is attached to the worksheet."""

from __future__ import annotations

from datetime import UTC, datetime

import pandas as pd
import pytest

from carecompare.own import Evidence
from carecompare.views.base.block import Block
from carecompare.views.base.table import Table
from carecompare.views.topics.worksheet import evidence_of, own_figures, safe_link

RANKED = Table(
    ("市区町村", "値", "95%区間"),
    (("柏市", "26.1", "26.0〜26.2"), ("長岡市", "31.4", "31.2〜31.6")),
    own_rows=frozenset({1}),
    caption="高齢化率（%）",
)
COURSE = Table(
    ("年", "系列", "長岡市", "柏市"),
    (("2015年", "国勢調査", "29.0", "24.8"), ("2020年", "国勢調査", "", "26.1")),
    own_columns=frozenset({2}),
    with_own=frozenset({1}),
)
LINK = "./aging?own=15202&vs=similar"


def block(table: Table, subtitle: str) -> Block:
    return Block("x", "文", subtitle, table, pd.DataFrame, credit="出典：国勢調査（2020年10月）")


def test_only_the_own_figures_are_copied_with_their_headings() -> None:
    assert own_figures(RANKED) == ["長岡市：値 31.4、95%区間 31.2〜31.6"]
    assert own_figures(COURSE) == ["2015年：系列 国勢調査、長岡市 29.0", "2020年：系列 国勢調査"]


def test_sentence_subject_figures_source_and_time_stay_as_they_were() -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    copied = evidence_of(block(RANKED, "高齢化率（%）、令和2年（2020年）。赤＝自町"), LINK)
    assert (copied.text, copied.subject) == ("文", "高齢化率（%）、令和2年（2020年）")
    assert (copied.source, copied.link) == ("出典：国勢調査（2020年10月）", LINK)
    assert before <= copied.taken_at <= datetime.now(UTC)


def test_a_legend_is_not_what_a_figure_is_of() -> None:
    assert evidence_of(block(RANKED, "赤い点＝自町　横線＝95%区間。注"), LINK).subject == "高齢化率（%）"


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        (LINK, True),
        ("./?own=15202&field=%E4%BB%8B%E8%AD%B7", True),
        ("javascript:alert(1)", False),
        ("http://example.org/?own=1", False),
        ("//example.org/?x", False),
        ("./aging?own=1'><script>", False),
        ("./../x?own=1", False),
    ],
)
def test_only_links_to_pages_of_ours_lead_anywhere(link: str, kept: bool) -> None:  # noqa: FBT001 - a case
    found = safe_link(Evidence("文", datetime.now(UTC), link=link))
    assert found == (link if kept else "")
