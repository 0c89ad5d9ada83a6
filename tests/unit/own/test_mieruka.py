"""Exports of the 見える化 system are read exactly as they stand, or refused in a sentence."""

from __future__ import annotations

import io
import random
import zipfile
from typing import TYPE_CHECKING

import pytest
from export_making import MARCHES, Made, analysis_book, areas_book, series_book
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from upload_making import TRICKS

from carecompare.own import EXPORTED_FIGURES, ExportedBook, ExportedFigures, Folder, Shelf, exports_with
from carecompare.own.mieruka.exports import Exports, read_exports
from carecompare.own.mieruka.files import exported_files
from carecompare.own.mieruka.names import file_name_parts
from carecompare.own.mieruka.periods import period_of
from carecompare.own.mieruka.places import Places, places_from
from carecompare.text.errors.explain import TEMPLATES

if TYPE_CHECKING:
    from pathlib import Path

AREAS = [
    ("00", "nation", "全国", "", ""),
    ("07", "prefecture", "福島県", "07", "福島県"),
    ("31", "prefecture", "鳥取県", "31", "鳥取県"),
    ("07402", "municipality", "北塩原村", "07", "福島県"),
    ("02445", "municipality", "南部町", "02", "青森県"),
    ("31389", "municipality", "南部町", "31", "鳥取県"),
    ("31401", "municipality", "日南町", "31", "鳥取県"),
    ("i01457", "insurer", "大雪地区広域連合", "01", "北海道"),
    ("i07402", "insurer", "北塩原村", "07", "福島県"),
]
ROWS = [
    dict(zip(("area", "level", "name_ja", "prefecture", "prefecture_ja"), each, strict=True))
    for each in AREAS
]
NAME = "B4-a_認定率_時系列.xlsx"


def seen_from(own: str, insurer: str = "") -> Places:
    return places_from(own, ROWS, insurer)


def read(files: dict[str, bytes], own: str = "07402") -> Exports:
    found, problems = exported_files(files.items())
    return read_exports(found, seen_from(own), problems)


def only(files: dict[str, bytes], own: str = "07402") -> ExportedBook:
    exports = read(files, own)
    assert [str(each) for workbook in exports.workbooks for each in workbook.problems] == []
    (book,) = exports.newest
    return book


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (
            "B5-a_調整済み認定率（要介護度別）_時系列.xlsx",
            ("B5-a", "調整済み認定率（要介護度別）", 0, "series"),
        ),
        (
            "δ3_介護サービス自給率［地域比較］_2025_地域別.xlsx",
            ("δ3", "介護サービス自給率［地域比較］", 2025, "areas"),
        ),
        (
            "D31-i_（+認知症対応型通所介護）_時系列 (2).xlsx",
            ("D31-i", "（+認知症対応型通所介護）", 0, "series"),
        ),
        ("✕F10_通いの場_202003_地域別.xlsx", ("F10", "通いの場", 2020, "areas")),
        ("出力/W126_交付金_2023_地域別.XLSX", ("W126", "交付金", 2023, "areas")),
        ("まとめ.xlsx", ("", "まとめ", 0, "")),
    ],
)
def test_a_file_s_name_says_code_indicator_year_and_layout(file: str, expected: tuple[object, ...]) -> None:
    named = file_name_parts(file)
    assert (named.code, named.name, named.year, named.layout) == expected


@pytest.mark.parametrize(
    ("label", "year", "month", "family", "fiscal"),
    [
        ("2020", 2020, 0, "calendar", 2020),
        ("平成25年3月末", 2013, 3, "month_end", 2012),
        ("令和元年3月末", 2019, 3, "month_end", 2018),
        ("令和2年\n3月末", 2020, 3, "month_end", 2019),
        ("令和８年４月末時点", 2026, 4, "month_end", 2026),
        ("平成27年度", 2015, 0, "fiscal", 2015),
        ("R元", 2019, 0, "fiscal", 2019),
        ("H26", 2014, 0, "fiscal", 2014),
        ("平成26年4月", 2014, 4, "month", 2014),
        ("R6（R7/2月サービス提供分まで）", 2024, 0, "fiscal", 2024),
        ("令和6年度(R7/2月サービス提供分まで)", 2024, 0, "fiscal", 2024),
    ],
)
def test_every_family_of_periods_has_its_year(
    label: str, year: int, month: int, family: str, fiscal: int
) -> None:
    period = period_of(label)
    assert period is not None
    assert (period.year, period.month, period.family, period.fiscal_year) == (year, month, family, fiscal)
    assert bool(period.until) == ("まで" in label)
    assert period.provisional == ("時点" in label)


@pytest.mark.parametrize("label", ["", "行1", "地域", "単位", "20", "令和", "元年", "R2020", "令和6年13月"])
def test_what_is_no_period_is_none(label: str) -> None:
    assert period_of(label) is None


def test_a_table_over_periods_is_read_cell_by_cell_and_a_mark_is_no_zero() -> None:
    values = [16.0, "-", 0.0, "‐", "***", 14.3]
    book = only(
        {
            NAME: series_book(
                [("北塩原村", "合計認定率", "（％）", values), ("全国", "合計認定率", "（％）", [1] * 6)]
            )
        }
    )
    own, nation = book.series
    assert own.figures == (16.0, None, 0.0, None, None, 14.3)
    assert (own.area, own.unit, nation.area) == ("07402", "％", "00")
    assert (book.periods, book.exported_on, book.code) == (MARCHES, "2026-08-25", "B4-a")


def test_a_table_of_areas_has_the_year_of_its_file_and_its_areas_by_name() -> None:
    content = areas_book(
        ["全国", "福島県", "北塩原村"], [("受給率", "（全国を１とする指数）", [1.0, 1.01, 1.07])]
    )
    book = only({"D49_地域差指数_2023_地域別.xlsx": content})
    assert {each.area: each.figures for each in book.series} == {
        "00": (1.0,),
        "07": (1.01,),
        "07402": (1.07,),
    }
    assert (book.year, book.period(0).year, book.series[0].unit) == (2023, 2023, "全国を１とする指数")
    exports = read({"D49_地域差指数_地域別.xlsx": content})
    assert [each.problem for each in exports.workbooks[0].problems] == ["mieruka_year_missing"]


def test_the_books_of_an_analysis_have_the_area_in_the_name_of_the_series() -> None:
    rows = [
        ("人口", "高齢化率", "（%)", [28, 30, 31, 32, 33]),
        ("", "高齢化率（福島県）", "（%）", [27, 28, 29, 30, 31]),
        ("", "高齢化率（全国）", "（%）", [20, 21, 22, 23, 24]),
        ("", "認定者数（要支援１）", "（人）", [1, 2, 3, 4, "-"]),
    ]
    book = only({"P2.xlsx": analysis_book("福島県北塩原村", rows, ["令和元年3月末", *MARCHES[1:5]])})
    assert [(each.area, each.name, each.unit) for each in book.series] == [
        ("07402", "高齢化率", "%"),
        ("07", "高齢化率", "%"),
        ("00", "高齢化率", "%"),
        ("07402", "認定者数（要支援１）", "人"),
    ]
    assert book.series[3].figures == (1, 2, 3, 4, None)
    other = only({"P2.xlsx": analysis_book("鳥取県日南町", rows, MARCHES[:5])})
    assert other.series[0].area == "31401"


def test_the_two_standardisations_are_two_books_and_never_one() -> None:
    rows = [
        ("北塩原村", f"{mode}合計調整済み認定率", "（％）", [value] * 6)
        for mode, value in (("【注目する地域のみ】", 16.0), ("【他地域と比較】", 13.9))
    ]
    exports = read({"B5-c_調整済み認定率_時系列.xlsx": series_book(rows)})
    assert [(each.mode, each.series[0].name, each.series[0].figures[0]) for each in exports.newest] == [
        ("compared", "合計調整済み認定率", 13.9),
        ("focus", "合計調整済み認定率", 16.0),
    ]
    apart = {
        "B5-c_調整済み認定率_時系列.xlsx": series_book(rows[:1]),
        "B5-c_調整済み認定率_時系列 (1).xlsx": series_book(rows[1:], date="2026/09/01"),
    }
    assert len(exports_with(ExportedFigures(), read(apart).newest).books) == 2


def test_of_copies_the_one_exported_last_is_kept_whatever_their_order() -> None:
    def made(value: float, date: str) -> bytes:
        return series_book([("北塩原村", "認定率", "（％）", [value] * 6)], date=date)

    files = {
        "B4_認定率_時系列.xlsx": made(1.0, "2026/01/05"),
        "B4_認定率_時系列 (1).xlsx": made(2.0, "2026/10/01"),
        "B4_認定率_時系列 (2).xlsx": made(3.0, "2025/10/01"),
    }
    assert only(files).series[0].figures[0] == 2.0
    kept = exports_with(ExportedFigures(), read(files).newest)
    older = read({"B4_認定率_時系列.xlsx": made(9.0, "2024/01/01")}).newest
    assert exports_with(kept, older) == kept


@pytest.mark.parametrize(
    ("own", "label", "code"),
    [
        ("31389", "南部町", "31389"),
        ("31401", "南部町", "31389"),
        ("07402", "南部町", ""),
        ("31389", "南部町（青森県）", "02445"),
        ("07402", "福島県北塩原村", "07402"),
        ("07402", "北塩原村※", "07402"),
        ("07402", "大雪地区広域連合", "i01457"),
        ("07402", "北塩原", ""),
    ],
)
def test_a_bare_name_is_resolved_through_the_own_prefecture_or_left_open(
    own: str, label: str, code: str
) -> None:
    assert seen_from(own).of(label).code == code


def test_rows_that_stand_twice_with_other_values_are_both_left_out() -> None:
    same = [("北塩原村", "認定率", "（％）", [1.0] * 6)] * 2
    assert len(only({NAME: series_book(same)}).series) == 1
    exports = read({NAME: series_book([same[0], ("北塩原村", "認定率", "（％）", [2.0] * 6)])})
    assert [each.problem for each in exports.workbooks[0].problems] == ["mieruka_row_twice"]
    assert exports.newest == ()


def test_what_was_not_expected_is_named_by_its_cell() -> None:
    grid = [
        ["出力日:2026/08/25"],
        [None, None, None, None, "R2", "R3", "R4", "R4", "いつか", "列9"],
        [None, "北塩原村", "認定率", "（％）", 1.5, "約2", 3, 4, 5, None],
        [None, "", "認定率", "（％）", 7, None, None, None, None, None],
    ]
    exports = read({NAME: Made().book({"表形式（時系列）": grid})})
    (workbook,) = exports.workbooks
    assert {(each.problem, each.fields["row"], each.fields["column"]) for each in workbook.problems} == {
        ("mieruka_value_wrong", 3, "F"),
        ("mieruka_period_twice", 2, "H"),
        ("mieruka_period_unknown", 2, "I"),
        ("mieruka_row_nameless", 4, "B"),
    }
    assert exports.newest[0].series[0].figures == (1.5, None, 3.0)


def test_an_export_nobody_filled_in_is_known_as_such() -> None:
    grid = [["出力日:2026/08/25"], [None, "列1", "列2", "列3", "列4"], [None, "行1", "列1", None, "-"]]
    exports = read({"L16_医療_時系列.xlsx": Made().book({"表形式（時系列）": grid})})
    assert [(each.is_filler, each.books, each.problems) for each in exports.workbooks] == [(True, (), ())]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("B4_認定率_時系列.xlsx", b"", "own_file_empty"),
        ("B4_認定率_時系列.xlsx", b"<html>", "mieruka_no_workbook"),
        ("B4_認定率_時系列.xlsx", b"PK\x03\x04 broken", "own_workbook_wrong"),
        ("B4_認定率_時系列.xlsx", b"\xd0\xcf\x11\xe0", "own_old_excel"),
        (
            "B4_認定率_時系列.xlsx",
            Made().book({"表形式（時系列）": [["a"], ["b"], [None, "北塩原村", "認定率", "％", 1]]}),
            "mieruka_periods_missing",
        ),
        ("B4_認定率_時系列.xlsx", Made().book({"表形式（時系列）": []}), "mieruka_table_empty"),
        (
            "B4_認定率_2020_地域別.xlsx",
            Made().book({"表形式（地域別）": [["a"], ["b"]]}),
            "mieruka_areas_missing",
        ),
        ("memo.txt", b"x", "mieruka_no_workbook"),
        ("all.zip", b"PK\x03\x04 broken", "mieruka_archive_wrong"),
    ],
)
def test_a_wrong_file_is_refused_alone_in_words(name: str, content: bytes, problem: str) -> None:
    good = series_book([("北塩原村", "認定率", "（％）", [1.0] * 6)])
    exports = read({name: content, "B9_新規_時系列.xlsx": good})
    problems = [*exports.problems, *(each for workbook in exports.workbooks for each in workbook.problems)]
    assert [(each.problem, each.fields["file"]) for each in problems] == [(problem, name)]
    assert problem in TEMPLATES
    assert [each.code for each in exports.newest] == ["B9"]


def zipped(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return stream.getvalue()


def test_names_in_an_archive_of_windows_are_read_in_its_own_code_page() -> None:
    good = series_book([("北塩原村", "認定率", "（％）", [1.0] * 6)])
    written = NAME.encode("cp932")
    stand_in = "x" * len(written)
    content = zipped({stand_in: good}).replace(stand_in.encode(), written)
    assert only({"all.zip": content}).file == NAME


def test_an_archive_of_folders_is_read_without_what_a_machine_added() -> None:
    good = series_book([("北塩原村", "認定率", "（％）", [1.0] * 6)])
    content = zipped(
        {f"出力/{NAME}": good, f"__MACOSX/._{NAME}": b"x", "~$B4.xlsx": b"x", "readme.txt": b"x"}
    )
    assert only({"all.zip": content}).code == "B4-a"


def test_a_bomb_is_refused_before_it_fills_the_memory() -> None:
    bomb = zipped({f"B{number}_x_時系列.xlsx": b"\0" * 19_000_000 for number in range(10)})
    exports = read(
        {"bomb.zip": bomb, "B4_x_時系列.xlsx": zipped({"xl/worksheets/s.xml": b" " * 120_000_000})}
    )
    assert [each.problem for each in exports.problems] == ["own_too_large"]
    assert [each.problem for each in exports.workbooks[0].problems] == ["own_too_large"]
    assert exports.newest == ()


def test_what_is_kept_is_read_back_and_never_among_the_own_figures(tmp_path: Path) -> None:
    shelf = Shelf(Folder(tmp_path))
    rows = [("北塩原村", trick, "<b>", [1.5, None, 0, 2, 3, 4]) for trick in TRICKS]
    books = read({NAME: series_book(rows)}).newest
    kept = shelf.save("07402", EXPORTED_FIGURES, ExportedFigures(books), 0, "課")
    assert shelf.at("07402", EXPORTED_FIGURES, 1) == kept
    assert kept.content.books == books
    assert [each.name for each in tmp_path.glob("07402/*")] == ["exported_figures"]


WORDS = (
    "認定率",
    "認定者数（要支援１）",
    "=SUM(A1)",
    "<script>alert(1)</script>",
    "受給率",
    "給付月額",
    "数\n改行",
)
MARKS = ("-", "‐", "－", "―", "ー", "***", "…", "N/A", "", None)
LABELS = {
    "march": [f"平成{n}年3月末" for n in range(25, 32)],
    "short": ["H29", "H30", "R元", "R2", "R3", "R4", "R5（R6/2月サービス提供分まで）"],
    "year": [str(year) for year in range(2000, 2051, 5)],
    "broken": ["令和2年\n3月末", "令和3年\n3月末", "令和4年 3月末", "令和5年3月末時点"],
}


@settings(deadline=None, max_examples=200, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**40))
def test_200_exports_of_every_kind_are_read_back_exactly(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test wants the same export again
    areas = chance.sample(["全国", "福島県", "北塩原村", "日南町", "大雪地区広域連合", "知らない村"], 4)
    names = chance.sample(WORDS, chance.randint(1, len(WORDS)))
    periods = LABELS[chance.choice(sorted(LABELS))]

    def cell() -> float | str | None:
        known = (0, chance.randint(-(10**9), 10**9), chance.randint(0, 10**6) / 1000)
        return chance.choice((*known, *known, chance.choice(MARKS)))

    rows = [(area, name, "（人）", [cell() for _ in periods]) for area in areas for name in names]
    if chance.random() < 0.5:
        file, content = "B1_x_時系列.xlsx", series_book(rows, periods)
    else:
        areas.append("全国") if "全国" not in areas else None
        rows = [(area, name, "（人）", [cell()]) for area in areas for name in names]
        file = "B1_x_2023_地域別.xlsx"
        figures = {(area, name): values[0] for area, name, _, values in rows}
        content = areas_book(
            areas, [(name, "（人）", [figures[area, name] for area in areas]) for name in names]
        )
    book = only({file: content})
    found = {(each.label, each.name): each.figures for each in book.series}
    expected = {
        (area, " ".join(name.split())): tuple(
            None if value is None or isinstance(value, str) else float(value) for value in values
        )
        for area, name, _, values in rows
    }
    assert found == expected


@settings(deadline=None, max_examples=100, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**40), cuts=st.integers(1, 20))
def test_100_damaged_exports_are_read_or_refused_in_words(seed: int, cuts: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same
    content = bytearray(series_book([("北塩原村", "認定率", "（％）", [1.0] * 6)]))
    for _ in range(cuts):
        content[chance.randrange(len(content))] = chance.randrange(256)
    exports = read({NAME: bytes(content)})
    (workbook,) = exports.workbooks
    assert all(each.problem in TEMPLATES for each in workbook.problems)
    assert workbook.books or workbook.problems or workbook.is_filler
