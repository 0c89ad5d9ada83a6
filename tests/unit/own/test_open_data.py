"""Open data of a municipality: what can be taken is offered, the rest is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from upload_making import ENCODINGS, text_file, workbook

from carecompare.clock import today
from carecompare.own.uploads.check import checked
from carecompare.own.uploads.sheets import read_sheets
from carecompare.text.errors.explain import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.own.uploads.check_result import Checked
    from carecompare.own.uploads.known import Known

BANDS = [(low, low + 4) for low in range(0, 100, 5)]
JAPANESE = [f"{low}-{high}歳の{sex}" for low, high in BANDS for sex in ("男性", "女性")]
JAPANESE += ["100歳以上の男性", "100歳以上の女性", "年齢不詳の男性", "年齢不詳の女性"]
SNAKE = [f"{sex}_{low}_{high}" for low, high in BANDS for sex in ("male", "female")]
SNAKE += ["male_100_over", "female_100_over", "male_unknown", "female_unknown"]
CAMEL = [f"population{low}To{high}{sex}" for low, high in BANDS for sex in ("Male", "Female")]
CAMEL += ["population100AndOverMale", "population100AndOverFemale", "unknownAgeMale", "unknownAgeFemale"]
FRONT = [
    "都道府県コード又は市区町村コード",
    "地域コード",
    "都道府県名",
    "市区町村名",
    "調査年月日",
    "地域名",
    "総人口",
]
ENGLISH_FRONT = ["municipality_code", "region_code", "prefecture", "municipality_name", "survey_date"]
ENGLISH_FRONT += ["area_name", "total_population"]
# 100 of each sex in each of 20 bands, 5 centenarians, nobody of unknown age.
COUNTS = ["100"] * 40 + ["2", "3", "0", "0"]
TOTAL = "4005"


def line(date: str, area: str = "", code: str = "152021", town: str = "長岡市") -> list[str]:
    return [code, "", "新潟県", town, date, area, TOTAL, *COUNTS, "1700", ""]


def population(rows: Sequence[Sequence[str]], ages: Sequence[str] = JAPANESE) -> list[list[str]]:
    front = FRONT if ages is JAPANESE else ENGLISH_FRONT
    return [[*front, *ages, "世帯数" if ages is JAPANESE else "households", "備考"], *map(list, rows)]


def read(
    table: Sequence[Sequence[str]], known: Known, name: str = "x.csv", encoding: str = "utf-8"
) -> Checked:
    content = workbook(table) if name.endswith("xlsx") else text_file(table, encoding)
    return checked(read_sheets(content, name), known, name)


@pytest.mark.parametrize("ages", [JAPANESE, SNAKE, CAMEL], ids=["Japanese", "snake", "camel"])
@pytest.mark.parametrize("encoding", [*ENCODINGS, "xlsx"])
def test_the_population_by_age_is_offered_as_own_figures(
    known: Known, ages: Sequence[str], encoding: str
) -> None:
    table = population([line("2025/1/1"), line("2025/10/1"), line("2024/10/1")], ages)
    name = "x.xlsx" if encoding == "xlsx" else "x.csv"
    result = read(table, known, name, "utf-8" if encoding == "xlsx" else encoding)
    assert (result.problems, result.left_out) == ((), ())
    of_2025 = {each.item: each.value for each in result.figures if each.year == 2025}
    assert of_2025["population"] == 4_005.0
    assert of_2025["own:世帯数"] == 1_700.0
    assert [of_2025[f"own:{name}人口"] for name in ("0〜14歳", "15〜64歳", "65歳以上", "75歳以上")] == [
        600.0,
        2_000.0,
        1_405.0,
        1_005.0,
    ]
    assert of_2025["own:85〜89歳人口"] == 200.0
    assert of_2025["own:100歳以上人口"] == 5.0
    assert of_2025["share_65_and_over"] == round(100 * 1_405 / 4_005, 3)
    assert {each.year for each in result.figures} == {2024, 2025}
    assert {each.note for each in result.figures if each.year == 2025} == {"2025/10/1現在"}
    assert result.unread == ("2025/1/1の行（同じ年の最後の日付だけを読みます）",)


def test_areas_with_an_own_name_are_taken_and_others_are_named(known: Known) -> None:
    table = population([line("2025/10/1"), line("2025/10/1", "北部圏域"), line("2025/10/1", "大手通")])
    table.append(line("2025/10/1", code="152030", town="別の市"))
    result = read(table, known)
    assert {each.place for each in result.figures} == {"", "a1"}
    assert result.unread == (
        "ほかの市区町村の1行",
        "地域「大手通」の行（同じ名前の独自の地域を加えると読めます）",
    )


def test_ages_that_are_withheld_or_miss_the_total_give_no_groups(known: Known) -> None:
    withheld = line("2025/10/1")
    withheld[10] = "X"
    missing = line("2024/10/1")
    missing[10] = "99"
    result = read(population([withheld, missing]), known)
    assert {each.item for each in result.figures} == {"population", "own:世帯数"}
    assert len(result.unread) == 2


CARE = [
    "都道府県コード又は市区町村コード",
    "NO",
    "市区町村名",
    "介護サービス事業所名称",
    "実施サービス",
    "事業所番号",
]


def test_offices_are_counted_by_each_service_they_offer(known: Known) -> None:
    services = ["訪問介護", "通所介護", "訪問介護;居宅介護支援", "認知症対応型共同生活介護"]
    rows = [
        ["152021", str(n), "長岡市", f"見本{n}", each, f"157020000{n}"] for n, each in enumerate(services)
    ]
    rows.append(["152021", "9", "長岡市", "見本0", "訪問介護", "1570200000"])  # one office twice
    result = read([CARE, *rows], known, "152021_care_service_20250401.csv")
    assert {(each.item, each.value, each.year) for each in result.figures} == {
        ("own:訪問介護の事業所数", 2.0, 2025),
        ("own:通所介護の事業所数", 1.0, 2025),
        ("own:居宅介護支援の事業所数", 1.0, 2025),
        ("own:認知症対応型共同生活介護の事業所数", 1.0, 2025),
    }
    assert {each.source for each in result.figures} == {"介護サービス事業所一覧"}


def test_medical_institutions_are_counted_by_kind_with_their_beds(known: Known) -> None:
    heading = ["全国地方公共団体コード", "地方公共団体名", "名称", "医療機関の種類", "診療科目", "病床数"]
    rows = [["152021", "長岡市", "A", "病院", "内科", "120"], ["152021", "長岡市", "B", "病院", "外科", "80"]]
    rows += [["152021", "長岡市", "C", "一般診療所", "内科", ""]]
    result = read([heading, *rows], known)
    assert {(each.item, each.value, each.year) for each in result.figures} == {
        ("own:病院の数", 2.0, today().year),
        ("own:一般診療所の数", 1.0, today().year),
        ("own:病床数（医療機関一覧）", 200.0, today().year),
    }
    assert {each.note for each in result.figures} == {"ファイルに時点がないため、読み込んだ年"}


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("全国地方公共団体コード,名称,設置位置,小児対応設備の有無", "「AED設置箇所一覧」です。"),
        ("都道府県コード又は市区町村コード,NO,施設名,住所", "「自治体標準オープンデータセットの表」です。"),
    ],
)
def test_a_table_without_such_figures_is_named_with_its_use(known: Known, heading: str, said: str) -> None:
    table = [heading.split(","), ["152021", "a", "b", "c"]]
    (problem,) = read(table, known, "list.csv").problems
    assert said in sentence(problem)
    assert sentence(problem).endswith("に使えます。")


def test_a_file_of_another_town_is_said_once(known: Known) -> None:
    table = population([line("2025/1/1", code="132071", town="昭島市")] * 3)
    (problem,) = read(table, known).problems
    assert "「地域・年齢別人口」ですが、自町の行がありません（あるのは昭島市）" in sentence(problem)


def test_an_own_table_with_a_column_of_codes_is_no_open_data(known: Known) -> None:
    table = [["全国地方公共団体コード", "指標", "年", "値"], ["152021", "総人口", "2025", "258100"]]
    assert [each.value for each in read(table, known).figures] == [258_100.0]
