"""The sheet of all indicators and what officials write beside it."""

from __future__ import annotations

import re
from math import isnan
from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from carecompare.comparisons.few import RATES
from carecompare.own import NOTES, Folder, Note, Shelf
from carecompare.reports import table_csv

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE = "pages/analysis_sheet.py"


def said(app: AppTest) -> str:
    kinds = (app.subheader, app.info, app.caption, app.warning)
    return "\n".join(each.value for kind in kinds for each in kind)


@pytest.mark.parametrize("own", ["15202", "46523", "31389", "07546"])
def test_every_town_has_a_sheet(opened: Callable[..., AppTest], own: str) -> None:
    app = opened(PAGE, own=own, vs="prefecture")

    assert not app.exception
    assert not app.error
    assert "指標" in app.subheader[0].value


@pytest.mark.parametrize(("chosen", "words"), [("", "県と全国との比較だけ"), ("20201", "4つ以上が必要")])
def test_too_few_comparators_are_said(opened: Callable[..., AppTest], chosen: str, words: str) -> None:
    app = opened(PAGE, own="15202", vs="free", chosen=chosen)

    assert not app.exception
    assert words in said(app)


def test_a_filter_that_leaves_nothing_says_so(opened: Callable[..., AppTest]) -> None:
    app = opened(PAGE, own="15202", vs="prefecture", only="beyond", topic="finance")

    assert not app.exception
    assert "差のある指標はありません" in said(app)


def test_the_order_by_distance_opens_from_a_link(opened: Callable[..., AppTest]) -> None:
    app = opened(PAGE, own="15202", vs="prefecture", sort="distance")

    assert not app.exception
    assert "相手から遠い順（1〜20番目）" in [each.value for each in app.header]


def test_a_link_with_an_unknown_order_still_opens(opened: Callable[..., AppTest]) -> None:
    app = opened(PAGE, own="15202", sort="best")

    assert not app.exception
    assert "定義の順" in app.warning[0].value.replace("\\", "")


FILE_SCRIPT = """
import streamlit as st
from carecompare import ui
from carecompare.views.topics.sheet.notes import analysis_notes
from carecompare.views.topics.sheet.groups import whole_sheet
from carecompare.views.topics.sheet.table import sheet_file
with ui.page("analysis_sheet") as here:
    written = {topic: note.content.text for topic, note in analysis_notes(here).items()}
    st.session_state["lines"] = list(whole_sheet(here).lines.values())
    st.session_state["file"] = sheet_file(here, st.session_state["lines"], written)
"""


def ran(kept_in: Path, root: Path, **query: str) -> AppTest:
    """Run the script above in an installation of its own."""
    script = kept_in.parent / "app.py"
    script.write_text(FILE_SCRIPT, encoding="utf-8")
    (kept_in.parent / "pages").symlink_to(root / "pages")
    app = AppTest.from_file(str(script), default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


@pytest.mark.parametrize("text", ["=1+1 で増える", "@東部", "+20人\n二行目", "ふつうの文"])
def test_the_file_holds_what_the_officials_wrote_and_no_spreadsheet_runs_it(
    kept_in: Path, pytestconfig: pytest.Config, text: str
) -> None:
    Shelf(Folder(kept_in)).save("15202", NOTES.of("aging"), Note(text), 0, "係")
    app = ran(kept_in, pytestconfig.rootpath, own="15202", vs="prefecture")
    assert not app.exception
    table = app.session_state["file"]
    written = table.frame.set_index("topic")["analysis"]
    assert [each for each in written["高齢化"] if each] == [text]
    assert not any(written.drop("高齢化"))
    content = table_csv(table).content.decode("utf-8-sig")
    assert text in content
    assert (f"'{text}" in content) == text.startswith(("=", "+", "@"))


@pytest.mark.parametrize("own", ["46523", "13112", "31389"])
def test_where_there_is_no_rank_its_reason_stands_in_its_place(
    opened: Callable[..., AppTest], own: str
) -> None:
    """A village, a ward, and a town whose insurer has several members."""
    app = opened(PAGE, own=own, vs="similar", n="30")
    table = max((each.proto.body for each in app.get("html") if "cc sheet" in each.proto.body), key=len)
    lines = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in re.findall(r"<tr>(.*?)</tr>", table)]
    rows = [[re.sub(r"<[^>]+>", "", cell) for cell in line] for line in lines if len(line) > 1][1:]
    assert len(rows) > 70
    has_figure = [row for row in rows if re.search(r"[0-9]", row[1]) and not row[0].endswith("（年）")]
    assert [row[0] for row in has_figure if not (row[3] and row[5] and row[7])] == []
    assert len(has_figure) > 60


@pytest.mark.parametrize("own", ["46523", "13112", "15202"])
def test_fewer_than_ten_events_are_neither_ranked_nor_judged_nor_called_far_and_every_range_holds_its_rank(
    kept_in: Path, pytestconfig: pytest.Config, own: str
) -> None:
    lines = ran(kept_in, pytestconfig.rootpath, own=own, vs="similar", n="30").session_state["lines"]
    few = [line for line in lines if line["method"] in RATES and line["numerator"] < 10]
    assert own == "13112" or len(few) > 5
    for line in few:
        assert line["reason"]
        assert line["beyond"] == ""
        assert line["trend"] == ""
        assert isnan(line["rank"])
        assert isnan(line["distance"])
        assert isnan(line["in_nation"].position)
    ranked = [line for line in lines if not isnan(line["rank"])]
    assert ranked
    assert all(line["best"] <= line["rank"] <= line["worst"] <= line["of"] for line in ranked)
