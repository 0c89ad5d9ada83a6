from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from grant_files import STATISTICS, added_up, grant_file, made
from small_files import MUNICIPALITIES, workbook_file

from carecompare.errors import SourceError
from carecompare.sources import Places, Reading, read_file, reader_of
from carecompare.text.errors.explain import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.catalog import Catalog

# Where the published tables have their totals, counted from 0, as three public parsers agree on: R8, R7, R6.
PROMOTION = (54, 55, 56, 76, 77, 78, 105, 106, 107, 140, 141)
TOTALS = {
    8: [*PROMOTION, 235, 236, 237, 264, 265, 266, 298, 299, 300, 333, 334, 335],
    7: [*PROMOTION, 234, 235, 236, 262, 263, 264, 296, 297, 298, 331, 332, 333],
    6: [52, 53, 54, *PROMOTION[3:], 231, 232, 233, 259, 260, 261, 293, 294, 295, 328, 329, 330],
}


def read(path: Path, catalog: Catalog, places: Places, as_of: str | None = None) -> Reading:
    return read_file(path, catalog, as_of, places)


def values(reading: Reading, count: str) -> dict[str, float]:
    assert reading.counts is not None
    chosen = reading.counts[reading.counts["count"] == count]
    return dict(zip(chosen["area"], chosen["value"], strict=True))


def refusal(path: Path, catalog: Catalog, places: Places) -> str:
    with pytest.raises(SourceError) as refused:
        read(path, catalog, places)
    return sentence(refused.value)


@pytest.mark.parametrize("year", [8, 7, 6])
def test_each_year_is_read_by_its_captions_wherever_its_columns_stand(
    year: int, tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    table = made(year)
    assert [table.leading + i for i, each in enumerate(table.columns) if each.kind] == TOTALS[year]
    reading = read(grant_file(tmp_path, table=table), catalog, places)
    assert reading.edition == str(2018 + year)
    assert values(reading, "grant_total") == {code: scores[-1] for code, scores in table.scores.items()}
    goals = [place for place, each in enumerate(table.columns) if each.kind == "goal"]
    names = [f"grant_{fund}_goal_{goal}" for fund in ("promotion", "support") for goal in range(1, 5)]
    for place, name in zip(goals, names, strict=True):
        assert values(reading, name) == {code: scores[place] for code, scores in table.scores.items()}
    assert set(values(reading, "grant_judged").values()) == {1.0}
    grants = reading.grants
    assert grants is not None
    items = [place for place, each in enumerate(table.columns) if not each.kind]
    assert grants.items["points"].tolist() == [table.columns[place].points for place in items]
    wide = grants.scores.pivot(index="area", columns="item", values="score")
    for code, scores in table.scores.items():
        assert wide.loc[code].tolist() == [scores[place] for place in items]


def test_a_heading_ends_those_below_it_so_that_no_sub_runs_into_the_next_indicator(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    grants = read(grant_file(tmp_path), catalog, places).grants
    assert grants is not None
    of_group = grants.items.query("fund == 'promotion' and goal == 1 and grouping == 'process'")
    assert of_group["sub"].tolist() == [*[""] * 8, *["1", "2", "3", "4"] * 4, *[""] * 4]
    assert of_group["number"].tolist() == [*"1111", *"2222", *"3" * 16, *"4444"]
    assert not grants.items.duplicated(["fund", "goal", "grouping", "number", "branch", "sub"]).any()


@pytest.mark.parametrize("column", range(4, 11))
def test_the_column_of_the_row_labels_is_found_by_its_words(
    column: int, tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    table = made(label_column=column)
    assert values(read(grant_file(tmp_path, table=table), catalog, places), "grant_total")


def test_last_years_total_is_never_read_as_this_years(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    table = made()
    assert all(row[12] in {777, ""} for row in table.body)
    found = values(read(grant_file(tmp_path, table=table), catalog, places), "grant_total")
    assert 777.0 not in found.values()


def test_members_of_a_union_have_their_own_scores_and_know_their_union(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    reading = read(grant_file(tmp_path), catalog, places)
    assert reading.grants is not None
    union = reading.grants.areas.set_index("area")["union_ja"]
    assert union[union != ""].to_dict() == {"07543": "双葉広域連合", "07546": "双葉広域連合"}
    assert len(values(reading, "grant_total")) == len(MUNICIPALITIES)
    assert [note.problem for note in reading.notes] == ["grant_unions"]


def test_a_town_behind_the_members_of_a_union_is_none_of_them(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    reading = read(grant_file(tmp_path), catalog, places)
    assert reading.grants is not None
    assert reading.grants.areas.set_index("area")["union_ja"]["11201"] == ""


def test_names_are_joined_within_their_prefecture_and_in_either_way_of_writing(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    renamed = {"04216": "川崎町", "40231": "川崎町", "11222": "越ヶ谷市"}
    areas = places.areas.assign(
        name_ja=[
            renamed.get(a, n) for a, n in zip(places.areas["area"], places.areas["name_ja"], strict=True)
        ]
    )
    known = replace(places, areas=areas)
    towns = {
        code: (prefecture, renamed.get(code, name).replace("ヶ", "ケ"))
        for code, (prefecture, name, *_) in MUNICIPALITIES.items()
    }
    table = made(towns=towns)
    found = values(read(grant_file(tmp_path, table=table), catalog, known), "grant_total")
    assert found == {code: scores[-1] for code, scores in table.scores.items()}


def test_numbers_of_insurers_that_lost_their_zero_are_the_same(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    whole, lost = made(), made()
    for row in lost.body:
        row[3] = int(str(row[3])) if row[3] else ""
    one, other = (read(grant_file(tmp_path, table=each), catalog, places) for each in (whole, lost))
    assert one.grants is not None
    assert other.grants is not None
    assert one.grants.areas.equals(other.grants.areas)
    assert values(one, "grant_total") == values(other, "grant_total")


def test_blank_rows_and_answers_behind_the_rank_are_no_scores(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    table = made()
    for row in table.body:
        row += [3, "有", 20]
    table.body += [[""] * 20, ["※ 注記"]]
    assert len(values(read(grant_file(tmp_path, table=table), catalog, places), "grant_total")) == len(
        MUNICIPALITIES
    )


def test_size_and_depopulation_are_kept(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    grants = read(grant_file(tmp_path), catalog, places).grants
    assert grants is not None
    about = grants.areas.set_index("area")
    assert about.loc["01100", ["insured", "size_class", "depopulated"]].tolist() == [1_900, 1, True]
    assert about.loc["11201", ["insured", "size_class"]].tolist() == [216_900, 5]


def test_a_tie_shares_its_rank(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    table = made()
    alike = table.scores["11201"]
    for row in table.body:
        if row[7] == "越谷市":
            row[14:-1] = alike
    table.scores["11222"] = alike
    for row in table.body:
        if row[-1] != "":
            row[-1] = 1 + sum(scores[-1] > row[-2] for scores in table.scores.values())
    assert (
        values(read(grant_file(tmp_path, table=table), catalog, places), "grant_total")["11222"] == alike[-1]
    )


def test_towns_that_do_not_add_up_are_all_named_with_their_rows(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    table = made()
    for name, at in (("川越市", 56), ("世田谷区", 141), ("大和村", 335)):
        row = next(each for each in table.body if each[7] == name)
        row[at] = int(str(row[at])) + 1
    said = refusal(grant_file(tmp_path, table=table), catalog, places)
    assert said.startswith("001732614.xlsx")
    assert all(f"「{name}」の内訳の計" in said for name in ("川越市", "世田谷区", "大和村"))
    assert "行目の列「BE」" in said
    assert said.count("。") == 2


def test_a_cell_that_is_no_score_is_named(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    table = made()
    row = next(each for each in table.body if each[7] == "川越市")
    row[20] = "４点"
    said = refusal(grant_file(tmp_path, table=table), catalog, places)
    assert "列「U」：得点「４点」" in said


def test_slips_of_every_kind_are_said_at_once(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    table = made()
    rows = {str(each[7]): each for each in table.body}
    rows["川越市"][20] = "４点"
    rows["世田谷区"][141] = int(str(rows["世田谷区"][141])) + 1
    rows["大和村"][7] = "大和町"
    scores = list(table.scores["11222"])
    scores[0] = 5
    rows["越谷市"][14:-1] = added_up(table.columns, scores)
    said = refusal(grant_file(tmp_path, table=table), catalog, places)
    assert "得点「４点」" in said
    assert "「世田谷区」の内訳の計" in said
    assert "大和町" in said
    assert "「越谷市」の得点5が配点4を超えています" in said
    # What is not a number is said once, and nothing is reckoned with it.
    assert "「川越市」の内訳の計" not in said


def test_a_score_above_its_points_is_named_although_all_adds_up(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    table = made()
    row = next(each for each in table.body if each[7] == "川越市")
    scores = list(table.scores["11201"])
    scores[0] = 5
    row[14:-1] = added_up(table.columns, scores)
    assert "「川越市」の得点5が配点4を超えています" in refusal(
        grant_file(tmp_path, table=table), catalog, places
    )


def test_the_table_of_prefectures_is_refused(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    table = made(sheet="全国集計（都道府県）")
    assert "都道府県分の表です" in refusal(grant_file(tmp_path, table=table), catalog, places)


def test_a_table_without_a_town_is_refused(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    table = made()
    table.body = [row for row in table.body if row[3] != "" or row[7] not in {"富岡町", "双葉町"}]
    said = refusal(grant_file(tmp_path, table=table), catalog, places)
    assert "11市区町村のうち2がありません（富岡町、双葉町）" in said


def test_without_last_years_result_the_title_says_the_year_and_else_a_person(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    table = made(
        leading=12, title="令和元（2019）年度" + "保険者機能強化推進交付金・介護保険保険者努力支援交付金"
    )
    assert read(grant_file(tmp_path, table=table), catalog, places).edition == "2019"
    table.title = "保険者機能強化推進交付金・介護保険保険者努力支援交付金の評価結果"
    path = grant_file(tmp_path, table=table)
    assert "時点を指定" in refusal(path, catalog, places)
    assert read(path, catalog, places, "2026-03").edition == "2025"


def test_no_other_reader_takes_it_and_it_takes_no_other_file(tmp_path: Path, catalog: Catalog) -> None:
    assert reader_of(grant_file(tmp_path), catalog).source == "grants"
    other = workbook_file(tmp_path, "other.xlsx", {"表": [["保険者機能強化推進交付金"], ["目標Ⅰ"]]})
    with pytest.raises(SourceError, match="layout_unknown"):
        reader_of(other, catalog)


def test_the_labels_are_the_nine_of_the_layout(catalog: Catalog) -> None:
    assert tuple(catalog.layouts["grants"]["statistics"]) == STATISTICS


def test_ranks_that_do_not_follow_from_the_totals_are_refused(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    table = made()
    row = next(each for each in table.body if each[7] == "川越市")
    row[-1] = int(str(row[-1])) + 1
    assert "「川越市」の順位" in refusal(grant_file(tmp_path, table=table), catalog, places)


def test_a_row_moved_out_of_its_union_is_an_orphan(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    table = made()
    place = next(i for i, row in enumerate(table.body) if row[7] == "富岡町")
    table.body.insert(0, table.body.pop(place))
    assert "「富岡町」に保険者番号がなく" in refusal(grant_file(tmp_path, table=table), catalog, places)
