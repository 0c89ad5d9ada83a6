"""見える化の出力: exports beside the published figures, in the three modes, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from export_making import areas_book, series_book

from carecompare.own import EXPORTED_FIGURES, ExportedFigures, Folder, Shelf, exports_with
from carecompare.own.mieruka.exports import read_exports
from carecompare.own.mieruka.files import exported_files
from carecompare.own.mieruka.places import places_from

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    Opens = Callable[..., AppTest]

PAGE = "pages/mieruka.py"
ROWS = [
    {"area": code, "level": level, "name_ja": name, "prefecture": code[:2], "prefecture_ja": "新潟県"}
    for code, level, name in (
        ("00", "nation", "全国"),
        ("15", "prefecture", "新潟県"),
        ("15202", "municipality", "長岡市"),
    )
]
MARCHES = ["令和5年3月末", "令和6年3月末", "令和7年3月末時点"]


def exported() -> ExportedFigures:
    """Return what reading some workbooks gives."""
    files = {
        "A1_人口_時系列.xlsx": series_book(
            [("長岡市", "総人口", "（人）", [270_000, 266_936, 207_123])], [2015.0, 2020.0, 2040.0]
        ),
        "B4-a_認定率_時系列.xlsx": series_book(
            [(area, "合計認定率", "（％）", [17.1, 77.7, None]) for area in ("長岡市", "新潟県", "全国")],
            MARCHES,
        ),
        "B5-c_調整_時系列.xlsx": series_book(
            [
                ("長岡市", f"{mode}<b>調整済み</b>認定率", "（％）", [value] * 3)
                for mode, value in (("【注目する地域のみ】", 16.0), ("【他地域と比較】", 13.9))
            ],
            MARCHES,
        ),
        "D49_指数_2023_地域別.xlsx": areas_book(
            ["全国", "長岡市"], [("受給率", "（全国を１とする指数）", [1.0, 1.07])]
        ),
    }
    found, problems = exported_files(files.items())
    return exports_with(ExportedFigures(), read_exports(found, places_from("15202", ROWS), problems).newest)


def words_of(app: AppTest) -> str:
    kinds = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error", "success")
    said = [str(element.value) for kind in kinds for element in app.get(kind)]
    return "\n".join([*said, *(str(element.proto.body) for element in app.get("html"))])


def test_before_anything_is_read_the_page_says_so(opened: Opens, kept_in: Path) -> None:
    app = opened(PAGE, own="15202")
    assert not app.exception
    assert "保存した出力はまだありません" in words_of(app)
    assert app.button(key="mieruka_read_button").disabled
    assert not kept_in.exists()


def test_kept_series_are_shown_by_area_and_the_same_figures_beside_the_published_ones(
    opened: Opens, kept_in: Path
) -> None:
    Shelf(Folder(kept_in)).save("15202", EXPORTED_FIGURES, exported(), 0, "高齢福祉課")
    app = opened(PAGE, own="15202")
    assert not app.exception
    said = words_of(app)
    assert "総人口：長岡市の最後の値は2040年の207,123人" in said
    assert "第1版（高齢福祉課" in said
    assert "266,936</td><td class='n'>266,936</td><td class='n'>0<" in said
    assert "2023年度" in said
    assert "77.7</td>" in said
    chart = app.get("vega_lite_chart")[0]
    assert chart.proto.alt == app.subheader[0].value
    books = app.selectbox(key="mieruka_book_15202")
    assert [each for each in books.options if "B5-c" in each] == [
        "B5-c 調整【他地域と比較】",
        "B5-c 調整【注目する地域のみ】",
    ]
    books.set_value("B5-c 調整【注目する地域のみ】").run()
    said = words_of(app)
    assert "ほかの市区町村とはくらべられません" in said
    assert "\\<b\\>調整済み" in said
    assert "<b>" not in said
    assert "13.9" not in said
    books = app.selectbox(key="mieruka_book_15202")
    books.set_value("D49 指数（2023年）").run()
    assert not app.exception
    assert "受給率（2023年）：長岡市は1.07（全国を１とする指数）" in words_of(app)


@pytest.mark.parametrize("page", ["app.py", "pages/care_need.py", "pages/own_data.py", "pages/findings.py"])
def test_exports_change_no_other_page(opened: Opens, kept_in: Path, page: str) -> None:
    before = opened(page, own="15202", vs="prefecture")
    Shelf(Folder(kept_in)).save("15202", EXPORTED_FIGURES, exported(), 0, "高齢福祉課")
    assert words_of(before) == words_of(opened(page, own="15202", vs="prefecture"))


def test_what_was_saved_is_undone_and_what_an_office_keeps_no_public_visitor_sees(
    opened: Opens, kept_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Shelf(Folder(kept_in)).save("15202", EXPORTED_FIGURES, exported(), 0, "高齢福祉課")
    app = opened(PAGE, own="15202")
    app.text_input(key="own_author_widget").set_value("計画係").run()
    app.button(key="undo_exported_figures").click().run()
    assert "保存した出力はまだありません" in words_of(app)
    Shelf(Folder(kept_in)).restore("15202", EXPORTED_FIGURES, 1, 2, "課")
    assert "207,123" in words_of(opened(PAGE, own="15202"))
    assert "207,123" not in words_of(opened(PAGE, own="13112"))
    monkeypatch.setenv("CARECOMPARE_MODE", "session")
    assert "207,123" not in words_of(opened(PAGE, own="15202"))


def test_a_damaged_file_is_named(opened: Opens, kept_in: Path) -> None:
    (kept_in / "15202" / "exported_figures").mkdir(parents=True)
    (kept_in / "15202" / "exported_figures" / "000001.json").write_bytes(b'{"half')
    app = opened(PAGE, own="15202")
    assert not app.exception
    assert "000001\\.json" in app.error[0].value
