"""The sheet of all indicators and what officials write beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

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
