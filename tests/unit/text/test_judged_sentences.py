"""That nothing differs is said of what was judged alone; of the rest it is said why it was not."""

from __future__ import annotations

from typing import Any

import pytest

from carecompare.text.topics.judged_sentences import beyond_chance

NAN = float("nan")


def line(
    beyond: str = "similar", *, value: float = 1.0, median: float = 1.0, reason: str = "", peers: int = 9
) -> dict[str, Any]:
    return {"value": value, "median": median, "reason": reason, "beyond": beyond, "peers": peers}


FEW = line("", reason="few_events")
SILENT = line("", value=NAN)
FIXED = line("")
ALONE = line("", median=NAN, peers=0)
PARTLY = line("", median=NAN)


def said(*lines: dict[str, Any], group: str = "") -> str:
    return beyond_chance("大和村", group, lines, [f"指標{place}" for place in range(1, len(lines) + 1)])


def test_what_differs_is_named_by_its_way() -> None:
    assert said(line("higher"), line(), line("lower")) == (
        "大和村がくらべる相手の中央値を偶然のゆらぎを超えて上回るのは指標1、下回るのは指標3"
    )


def test_of_six_of_which_two_are_judged_it_is_said_that_four_are_not() -> None:
    """Home said that nothing differs where it judged a few of six, and another panel named a seventh."""
    assert said(line(), line(), FEW, FEW, FEW, SILENT) == (
        "大和村は、判定した2指標のどれも、くらべる相手の中央値との差が偶然のゆらぎを超えるとはいえません"
        "（ほかの4指標は判定していません：数の少ない値3・値がない1）"
    )


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ([FEW, FEW], "数の少ない値2"),
        ([FEW, SILENT], "数の少ない値1・値がない1"),
        ([FIXED], "区間のない値（公表値・推計・人口など）1"),
        ([line("", reason="insurer_level")], "保険者の値1"),
        ([line("", reason="incomplete")], "一部の病院だけの値1"),
        ([line("", reason="to_come")], "順位を付けない値1"),
        ([ALONE, ALONE], "くらべる相手に値がない2"),
        ([PARTLY], "くらべる相手の4分の1より多くが一部の病院だけの値か、一覧にない値1"),
        ([SILENT], "値がない1"),
    ],
)
def test_where_nothing_is_judged_it_is_never_said_that_nothing_differs(
    lines: list[dict[str, Any]], why: str
) -> None:
    """A village of few people, an emptied town without comparators, an island."""
    found = said(*lines, group="資源：医療")
    assert found.startswith(f"大和村の資源：医療は、{len(lines)}指標のどれも、偶然かどうかを判定していません")
    assert found.endswith(f"（{why}）")
    assert "違うもの" not in found
