"""Districts that a town declares: tables, wrong tables, proposals."""

from __future__ import annotations

import json

import pandas as pd
import pytest

from carecompare.errors import OwnDataError
from carecompare.own import KINDS, Memory, Shelf
from carecompare.own.contents.districts import (
    DISTRICTS,
    Block,
    Bridge,
    DistrictFigure,
    Districts,
    district_renamed,
    districts_of,
    with_blocks,
    with_figures,
)
from carecompare.own.uploads.district_figures import (
    ReadDistrictFigures,
    figure_rows,
    read_district_figures,
    read_figure_grid,
)
from carecompare.own.uploads.district_table import (
    Blocks,
    names_gone,
    names_left_out,
    plain_block,
    read_districts,
    table_of,
)
from carecompare.own.uploads.school_districts import (
    proposed_by_area,
    proposed_by_nearest,
    read_school_districts,
)
from carecompare.own.uploads.sheets import read_sheets
from carecompare.text.errors.explain import sentence
from carecompare.text.errors.problem_rows import problem_row

TOWN = Blocks(
    "43212",
    tuple(map(Block, ("大矢野町上", "大矢野町湯島", "松島町合津", "姫戸町姫浦"))),
    elsewhere={"有明町大浦": "天草市"},
)
CITY = Blocks(
    "22130",
    (Block("本町", "22138"), Block("本町", "22140"), Block("中央一丁目", "22138")),
    {"22138": "浜松市 中央区", "22140": "浜松市 天竜区"},
)
RIGHT = "圏域,町丁・字\n北,大矢野町上\n北,大矢野町湯島\n南,松島町合津\n南,姫戸町姫浦\n"


def read(text: str, blocks: Blocks = TOWN, before: Districts | None = None) -> object:
    return read_districts(read_sheets(text.encode(), "圏域.csv"), blocks, "圏域.csv", before)


def problems_of(text: str, blocks: Blocks = TOWN) -> list[tuple[str, object]]:
    return [(each.problem, each.fields.get("row")) for each in read(text, blocks).problems]  # type: ignore[attr-defined]


def test_a_right_table_makes_districts_in_its_order() -> None:
    found = read_districts(read_sheets(RIGHT.encode(), "圏域.csv"), TOWN)
    assert found.problems == ()
    assert [(each.name, [block.town for block in each.blocks]) for each in found.districts.districts] == [
        ("北", ["大矢野町上", "大矢野町湯島"]),
        ("南", ["松島町合津", "姫戸町姫浦"]),
    ]


def test_all_problems_of_a_wrong_table_are_said_at_once() -> None:
    wrong = (
        "圏域,町丁・字,市区町村コード\n北,大矢野町上,43212\n南,大矢野町上,43212\n北,大矢野町湯嶋,43212\n"
        "北,有明町大浦,43212\n北,松島町合津,43215\n,姫戸町姫浦,43212\n北,,43212\n"
    )
    found = read_districts(read_sheets(wrong.encode(), "圏域.csv"), TOWN)
    assert [(each.problem, each.fields.get("row")) for each in found.problems] == [
        ("district_town_twice", 3),
        ("district_town_unknown", 4),
        ("district_town_elsewhere", 5),
        ("district_other_municipality", 6),
        ("district_nameless", 7),
        ("district_town_missing", 8),
        ("district_town_left_out", None),
        ("district_town_left_out", None),
        ("district_town_left_out", None),
    ]
    said = [sentence(each) for each in found.problems]
    assert "「大矢野町上」が2つの行にあります（2、3）" in said[0]
    assert "天草市の町丁・字" in said[2]
    assert "「大矢野町湯島」がどの圏域にも" in said[6]
    assert found.problems[1].fields["suggestion"] == ["大矢野町湯島", "大矢野町上"]
    assert problem_row(found.problems[1])[5] == "近い名前：大矢野町湯島、大矢野町上"
    assert all(problem_row(each)[4] for each in found.problems)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("名前,年\nあ,1\n", "district_heading_missing"),
        ("圏域,町丁・字\n", "district_file_empty"),
    ],
)
def test_a_table_of_something_else_is_said_to_be_one(text: str, problem: str) -> None:
    assert [each for each, _ in problems_of(text)] == [problem]


def test_more_than_a_hundred_districts_are_refused() -> None:
    many = Blocks("43212", tuple(Block(f"町{number}") for number in range(101)))
    text = "圏域,町丁・字\n" + "".join(f"圏域{number},町{number}\n" for number in range(101))
    assert problems_of(text, many) == [("districts_too_many", None)]


def test_a_block_of_a_name_that_two_wards_have_needs_its_ward() -> None:
    rows = "圏域,区,町丁・字\n東,中央区,本町\n西,天竜区,本町\n東,,中央１丁目\n"
    assert problems_of(rows, CITY) == []
    assert problems_of("圏域,町丁・字\n東,本町\n東,中央1丁目\n", CITY) == [
        ("district_ward_needed", 2),
        ("district_town_left_out", None),
        ("district_town_left_out", None),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("喜多見１丁目", "喜多見一丁目"),
        ("大字 今里", "今里"),
        ("字中島", "中島"),
        ("中央20丁目", "中央二十丁目"),
        ("中央13丁目", "中央十三丁目"),
    ],
)
def test_ways_of_writing_a_block_are_one(one: str, other: str) -> None:
    assert plain_block(one) == plain_block(other)


def test_a_table_taken_home_is_read_back_the_same() -> None:
    made = districts_of([("北", Block("本町", "22138")), ("南", Block("本町", "22140"))])
    made = with_blocks(made, "南", [Block("中央一丁目", "22138")])
    text = "\n".join(map(",".join, [("圏域", "区", "町丁・字"), *table_of(made, CITY.ward_names)]))
    again = read_districts(read_sheets(text.encode(), "x.csv"), CITY)
    assert (again.districts, again.problems) == (made, ())


def test_a_table_brought_again_loses_no_figure_and_no_bridge() -> None:
    before = read_districts(read_sheets(RIGHT.encode(), "x"), TOWN).districts
    before = with_figures(before, {"北": [DistrictFigure("認定者", 120, 900, "人", 2025)]})
    bridge = Bridge("43212", "大矢野町上", "43212", "松島町合津")
    before = Districts(before.districts, (bridge,), "令和9年度から")
    after = read_districts(read_sheets(RIGHT.encode(), "x"), TOWN, before=before).districts
    assert after == before
    assert after.joined == [(("43212", "大矢野町上"), ("43212", "松島町合津"))]


def test_districts_are_kept_like_everything_a_town_keeps() -> None:
    assert KINDS["districts"] is DISTRICTS
    shelf = Shelf(Memory({}))
    made = read_districts(read_sheets(RIGHT.encode(), "x"), TOWN).districts
    shelf.save("43212", DISTRICTS, made, 0, "係")
    kept = shelf.kept("43212", DISTRICTS)
    assert kept is not None
    assert kept.content == made


def test_blocks_move_between_districts_by_clicks() -> None:
    made = with_blocks(Districts(), "北", [Block("大矢野町上"), Block("大矢野町湯島")])
    made = with_blocks(made, "南", [Block("大矢野町湯島")])
    assert made.of_block == {Block("大矢野町上"): "北", Block("大矢野町湯島"): "南"}
    made = with_blocks(made, "", [Block("大矢野町上")])
    assert [each.name for each in made.districts] == ["北", "南"]
    assert names_left_out(TOWN, made.of_block) == [
        block.town for block in TOWN.listed if block.town != "大矢野町湯島"
    ]


def test_what_was_kept_of_points_that_are_no_more_is_said_and_stays() -> None:
    made = with_blocks(Districts(), "北", [Block("大矢野町上"), Block("消えた町")])
    assert names_gone(TOWN, made.of_block) == ["消えた町"]
    assert Block("消えた町") in made.of_block


def test_a_district_is_renamed_unless_the_name_is_anothers() -> None:
    made = with_blocks(with_blocks(Districts(), "北", [Block("あ")]), "南", [Block("い")])
    assert [each.name for each in district_renamed(made, "北", "北部").districts] == ["北部", "南"]
    for wanted, problem in (("南", "district_name_taken"), (" ", "district_nameless")):
        with pytest.raises(OwnDataError, match=problem):
            district_renamed(made, "北", wanted)
    with pytest.raises(OwnDataError, match="district_unknown"):
        district_renamed(made, "東", "西")
    with pytest.raises(OwnDataError, match="district_unknown"):
        with_figures(made, {"東": []})


POINT = json.dumps(
    {
        "features": [
            {
                "properties": {"A32_001": "43212", "A32_004": "一中"},
                "geometry": {"type": "Point", "coordinates": [0, 0]},
            }
        ]
    }
).encode()


def feature(code: str, school: str, west: float, east: float) -> dict[str, object]:
    ring = [[west, 0], [east, 0], [east, 1], [west, 1], [west, 0]]
    return {
        "properties": {"A32_001": code, "A32_002": "町", "A32_003": "C1", "A32_004": school},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def points() -> pd.DataFrame:
    rows = [
        ("", "東町", "", 0.5, 0.2),
        ("", "西町", "", 0.5, 1.4),
        ("", "西町", "1", 0.5, 1.6),
        ("", "沖", "", 0.5, 9.0),
    ]
    return pd.DataFrame(rows, columns=["ward", "town", "koaza", "latitude", "longitude"])


def test_a_proposal_by_school_districts_leaves_out_what_lies_in_none() -> None:
    content = json.dumps(
        {
            "features": [
                feature("43212", "一中", 0, 1),
                feature("43212", "二中", 1, 2),
                feature("43215", "他", 0, 9),
            ]
        }
    ).encode()
    schools = read_school_districts(content, "43212", "a.geojson")
    assert list(schools) == ["一中", "二中"]
    assert proposed_by_area(points(), schools) == [("一中", Block("東町")), ("二中", Block("西町"))]


def test_a_proposal_by_the_nearest_school_has_every_block() -> None:
    found = proposed_by_nearest(points(), [("一中", 0.5, 0.0), ("二中", 0.5, 2.0)])
    assert found == [("一中", Block("東町")), ("二中", Block("西町")), ("二中", Block("沖"))]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"{", "school_file_wrong"),
        (b"[]", "school_file_wrong"),
        (POINT, "school_file_wrong"),
        (b'{"features":[]}', "school_file_other"),
    ],
)
def test_another_file_is_no_file_of_school_districts(content: bytes, problem: str) -> None:
    with pytest.raises(OwnDataError, match=problem):
        read_school_districts(content, "43212", "a.geojson")


FIGURES = "圏域,項目,数,全体の数,単位,年,出典\n"


def figures(text: str) -> ReadDistrictFigures:
    return read_district_figures(read_sheets((FIGURES + text).encode(), "数.csv"), ["北", "南"], "数.csv")


def test_figures_of_districts_are_read_with_their_whole_year_and_source() -> None:
    found = figures("北,認定者,120,900,人,令和7年9月末,介護保険課\n南,通いの場,4,,か所,2025,\n南,,,,,,\n")
    assert found.problems == ()
    assert found.figures == {
        "北": (DistrictFigure("認定者", 120, 900, "人", 2025, "介護保険課"),),
        "南": (DistrictFigure("通いの場", 4, None, "か所", 2025),),
    }
    again = [
        ",".join("" if cell is None else str(cell) for cell in row) for row in figure_rows(found.figures)
    ]
    assert figures("\n".join(again).replace("2025.0", "2025")).figures == found.figures


def test_all_problems_of_figures_are_said_at_once() -> None:
    found = figures(
        "東,認定者,1,2,人,2025,\n,認定者,1,2,人,2025,\n北,,1,2,人,2025,\n北,認定者,多い,2,人,2025,\n"
        "北,認定者,-1,2,人,2025,\n北,認定者,3,2,人,2025,\n北,認定者,1,ね,人,2025,\n北,認定者,1,2,人,,\n"
        "北,認定者,1,2,人,いつか,\n北,認定者,1,2,人,2025,\n北,認定者,1,2,人,2025,\n"
    )
    assert [(each.problem, each.fields.get("row")) for each in found.problems] == [
        ("district_unknown", 2),
        ("district_nameless", 3),
        ("own_item_missing", 4),
        ("own_value_wrong", 5),
        ("own_value_negative", 6),
        ("district_figure_beyond", 7),
        ("own_value_wrong", 8),
        ("own_year_missing", 9),
        ("own_year_wrong", 10),
        ("district_figure_twice", 12),
    ]
    assert all(problem_row(each)[4] for each in found.problems)
    other = read_district_figures(read_sheets("あ,い\n1,2\n".encode(), "x.csv"), ["北"], "x.csv")
    assert [each.problem for each in other.problems] == ["district_figures_heading_missing"]


def test_a_problem_in_the_grid_names_the_row_as_the_grid_counts_it() -> None:
    columns = ["圏域", "項目", "数", "全体の数", "単位", "年", "出典"]
    cells = [
        ("北", "認定者", 12.5, 20.0, "人", 2025, ""),
        ("南", "", None, None, "", None, ""),
        ("東", "認定者", 1.0, None, "人", 2025, ""),
        ("北", "認定者", 1.0, None, "人", 2025, ""),
    ]
    # The third row was deleted: its number is not given again.
    typed = pd.DataFrame(cells, columns=columns, index=[1, 2, 4, 5])
    found = read_figure_grid(typed, ["北", "南"])
    assert [(each.problem, each.fields["row"]) for each in found.problems] == [
        ("district_unknown", 4),
        ("district_figure_twice", 5),
    ]
    assert "1行目" in sentence(found.problems[1])
    assert read_figure_grid(typed.loc[[1, 2]], ["北", "南"]) == ReadDistrictFigures(
        {"北": (DistrictFigure("認定者", 12.5, 20.0, "人", 2025),)}, ()
    )
