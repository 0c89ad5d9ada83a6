"""取組を探す: by likeness and by what stands out, with figures of then and now that claim no effect."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from carecompare.own import INITIATIVES, Folder, Initiative, Initiatives, Shelf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    Opens = Callable[..., AppTest]

PAGE, OWN = "pages/find_initiatives.py", "20201"


def words_of(app: AppTest) -> str:
    kinds = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error")
    said = [str(element.value) for kind in kinds for element in app.get(kind)]
    return "\n".join([*said, *(str(element.proto.body) for element in app.get("html"))])


def places(app: AppTest) -> list[int]:
    bodies = [str(element.proto.body) for element in app.get("html")]
    listed = next((body for body in bodies if "番目</th>" in body), "")
    return [int(each.replace(",", "")) for each in re.findall(r">([0-9,]+)番目</th>", listed)]


@pytest.mark.parametrize("own", ["15202", "46523", "13112"])
def test_cases_stand_from_the_nearest_and_the_own_one_is_left_out(opened: Opens, own: str) -> None:
    app = opened(PAGE, own=own, by="all")
    assert not app.exception
    found = places(app)
    assert len(found) == 9
    assert found == sorted(found)
    assert any("取組の効果を示しません" in each.value for each in app.info)
    assert "資料未入手" in words_of(app)
    assert "なし</td>" not in words_of(app)


def test_figures_of_then_and_now_stand_beside_the_own_ones(opened: Opens) -> None:
    said = words_of(opened(PAGE, own=OWN, by="type", type="daily_living_support"))
    # 長岡市: census of 2010, 2015, 2025; 長野市: census of 2025.
    for figure in ("282,674", "275,133", "251,069", "357,077"):
        assert figure in said, figure
    assert "未収集" in said
    assert "出典：" in said


def test_findings_lead_to_types_and_a_link_chooses_one(opened: Opens) -> None:
    app = opened(PAGE, own=OWN, vs="similar")
    chooser = next(box for box in app.selectbox if box.label == "もとにする気づき")
    assert chooser.value == "every"
    said = words_of(app)
    assert "さがした型：" in said
    assert "対応策を決めるものではありません" in said
    findings = opened("pages/findings.py", own=OWN, vs="similar")
    links = [element.proto for element in findings.get("page_link")]
    assert any(link.label == "近い事例から探す" and "finding=" in link.query_string for link in links)
    assert "いまのくらべる相手では当てはまりません" in words_of(
        opened(PAGE, own=OWN, vs="similar", finding="beyond.nothing.higher.2000")
    )


def test_a_field_without_evidence_is_unconfirmed_and_never_absent(opened: Opens) -> None:
    app = opened(PAGE, own=OWN, by="type", type="low_income_housing")
    said = words_of(app)
    assert "この条件では未確認の事例" in "".join(each.label for each in app.expander)
    assert "取り組んでいないという意味ではありません" in said


def test_a_town_that_cannot_be_compared_gets_the_cases_without_an_order(opened: Opens) -> None:
    app = opened(PAGE, own="07546", by="all")
    assert not app.exception
    assert "測れない" in words_of(app)
    assert places(app) == []


def test_what_was_found_elsewhere_is_found_and_its_address_leads_there(opened: Opens, kept_in: Path) -> None:
    entry = Initiative(
        "r1-1",
        "20202",
        "移動販売",
        ("mobility_and_shopping",),
        ("生活支援",),
        "page",
        source="javascript:alert(1) https://example.org/a?b=1&c='x'",
    )
    Shelf(Folder(kept_in)).save(OWN, INITIATIVES, Initiatives((entry,)), 0, "計画係")
    said = words_of(opened(PAGE, own=OWN, by="type", type="mobility_and_shopping"))
    assert "松本市（長野県）" in said
    assert "<a href='https://example.org/a?b=1&amp;c=" in said
    assert "href='javascript" not in said
