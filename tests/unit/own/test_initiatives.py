"""Initiatives: kept, checked with every problem at once, the same after a table took and brought them."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecompare.errors import OwnDataError
from carecompare.own import (
    INITIATIVES,
    Initiative,
    Initiatives,
    Memory,
    Shelf,
    initiatives_from,
    initiatives_with,
    initiatives_without,
)
from carecompare.own.uploads.initiative_check import Terms, checked_initiative, clean
from carecompare.own.uploads.initiative_table import initiatives_workbook, read_initiatives, table_rows
from carecompare.own.uploads.sheets import read_sheets
from carecompare.reports import csv_file
from carecompare.text.own.initiative_words import ROLES

AREAS = {
    "20201": "長野市（長野県）",
    "31389": "南部町（鳥取県）",
    "02445": "南部町（青森県）",
    "01100": "札幌市（北海道）",
}
TERMS = Terms(
    own="20201",
    areas=AREAS,
    names={
        "20201": ("20201",),
        "長野市": ("20201",),
        "長野市(長野県)": ("20201",),
        "南部町": ("31389", "02445"),
        "南部町(鳥取県)": ("31389",),
        "南部町(青森県)": ("02445",),
        "札幌市(北海道)": ("01100",),
    },
    types={"meals": "配食・会食", "watching_over": "見守り・孤立防止", "meeting": "居場所・交流拠点・サロン"},
    fields={"生活支援": "生活支援", "予防": "予防"},
    field_of_type={"meals": "生活支援", "watching_over": "生活支援", "meeting": "予防"},
)
NASTY = (
    "=HYPERLINK(1)",
    "'=1",
    "''+x",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "<script>alert(1)</script>",
    "![x](http://example.org)",
    'a"b,c;d\te',
    "一\n二\n=三",
    "一\r\n二\r三\u2028四",
    "\x00\x07\x1b[31m赤",
    "\u202e逆\u2066",
    "👨‍👩‍👧 é 𠮷 葛󠄀",
    "_x000D_ _x0041_",
    "   空白　",
    "あ" * 500,
)
ANYTHING = st.one_of(
    st.sampled_from(NASTY), st.text(max_size=60), st.text("=+-@'\"\t\n,;|<>&_x0D", max_size=20)
)


@st.composite
def drafts(draw: st.DrawFn) -> dict[str, str]:
    """Return what somebody may write that can be kept."""
    texts = {role: draw(ANYTHING) for role in ("implementers", "funding", "effects", "source")}
    texts["title"] = draw(ANYTHING)[:90] + "取組"
    texts["contact"] = draw(ANYTHING)[:50]
    texts["types"] = "、".join(draw(st.lists(st.sampled_from(sorted(TERMS.types.values())), min_size=1)))
    texts["fields"] = "\n".join(draw(st.lists(st.sampled_from(sorted(TERMS.fields)))))
    texts["code"] = draw(st.sampled_from(sorted(AREAS)))
    texts["since"] = draw(st.sampled_from(["", "2015", "平成27年度", "Ｈ２７"]))
    return texts


def made(texts: dict[str, str]) -> Initiative:
    entry, problems = checked_initiative(texts, TERMS)
    assert problems == ()
    assert entry is not None
    return entry


def of_csv(initiatives: list[Initiative]) -> bytes:
    frame = pd.DataFrame(table_rows(initiatives, TERMS), columns=list(ROLES.values()), dtype=str)
    return csv_file(frame).content


def of_workbook(initiatives: list[Initiative]) -> bytes:
    return initiatives_workbook("長野市", table_rows(initiatives, TERMS), TERMS)


@settings(deadline=None, max_examples=150)
@given(st.lists(drafts(), min_size=1, max_size=4))
def test_a_table_brings_back_exactly_what_it_took(written: list[dict[str, str]]) -> None:
    by_key = {each.key: each for each in map(made, written)}
    initiatives = list(by_key.values())
    for content, name in ((of_csv(initiatives), "x.csv"), (of_workbook(initiatives), "x.xlsx")):
        result = read_initiatives(read_sheets(content, name), TERMS, name)
        assert [str(problem) for problem in result.problems] == []
        assert list(result.initiatives) == initiatives


@settings(deadline=None, max_examples=150)
@given(drafts())
def test_what_is_kept_is_read_back_and_nothing_in_a_table_runs(texts: dict[str, str]) -> None:
    entry = made(texts)
    shelf = Shelf(Memory({}))
    kept = shelf.save("20201", INITIATIVES, initiatives_with(Initiatives(), entry, 1), 0, "係")
    assert shelf.kept("20201", INITIATIVES) == kept
    for row in table_rows([entry], TERMS):
        assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@settings(max_examples=300)
@given(st.text(st.characters(codec=None)))
def test_what_cannot_be_seen_is_left_out_and_cleaning_twice_changes_nothing(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert not any(each in cleaned for each in "\x00\x07\x1b\r\u202e\u2066\ud800")
    cleaned.encode()


def test_every_problem_of_an_entry_is_named_at_once() -> None:
    texts = {
        "code": "99999",
        "title": "",
        "types": "配食、体操",
        "fields": "教育",
        "since": "去年",
        "evidence": "うわさ",
        "effects": "あ" * 1_001,
    }
    entry, problems = checked_initiative(texts, TERMS)
    assert entry is None
    assert {(each.problem, each.role) for each in problems} == {
        ("own_initiative_area_unknown", "code"),
        ("own_initiative_type_unknown", "types"),
        ("own_initiative_field_unknown", "fields"),
        ("own_initiative_since_wrong", "since"),
        ("own_initiative_evidence_unknown", "evidence"),
        ("own_initiative_text_too_long", "effects"),
        ("own_initiative_title_missing", "title"),
    }
    assert [each.found for each in problems if each.role == "types"] == ["配食", "体操"]


@pytest.mark.parametrize(
    ("texts", "evidence"),
    [
        ({}, "own"),
        ({"area": "南部町（鳥取県）"}, "unconfirmed"),
        ({"area": "南部町（鳥取県）", "source": "計画"}, "page"),
        ({"area": "南部町（鳥取県）", "source": "計画", "evidence": "題名のみ"}, "title"),
        ({"area": "南部町（鳥取県）", "evidence": "未確認"}, "unconfirmed"),
    ],
)
def test_what_the_town_does_itself_is_its_own_and_what_it_found_has_a_source_or_is_unconfirmed(
    texts: dict[str, str], evidence: str
) -> None:
    assert made({"title": "会", "types": "meals", **texts}).evidence == evidence


@pytest.mark.parametrize(
    ("texts", "problem"),
    [
        ({"evidence": "公開資料"}, "own_initiative_evidence_own"),
        ({"area": "南部町"}, "own_initiative_area_ambiguous"),
        ({"area": "南極町"}, "own_initiative_area_unknown"),
        ({"code": "31389", "area": "長野市"}, "own_initiative_area_differs"),
        ({"code": "31389", "evidence": "自町の登録"}, "own_initiative_evidence_found"),
        ({"code": "31389", "evidence": "公開資料"}, "own_initiative_source_missing"),
    ],
)
def test_what_does_not_fit_together_is_refused(texts: dict[str, str], problem: str) -> None:
    entry, problems = checked_initiative({"title": "会", "types": "meals", **texts}, TERMS)
    assert entry is None
    assert [each.problem for each in problems] == [problem]


@pytest.mark.parametrize("code", ["1100", "01100", "011002", "０１１００"])
def test_a_code_without_its_zero_or_with_its_check_digit_is_understood(code: str) -> None:
    assert made({"title": "会", "types": "meals", "code": code}).area == "01100"


def test_without_fields_those_of_the_types_are_meant() -> None:
    assert made({"title": "会", "types": "配食・会食、居場所・交流拠点・サロン"}).fields == (
        "生活支援",
        "予防",
    )


def test_problems_of_a_table_name_row_and_column() -> None:
    text = "取組,型,開始年,感想\n会,meals,2015,よい\n,meals,去年,\n会,meals,,\n"
    result = read_initiatives(read_sheets(text.encode(), "x.csv"), TERMS, "x.csv")
    assert [(each.problem, each.fields["row"], each.fields["column"]) for each in result.problems] == [
        ("own_initiative_since_wrong", 3, "開始年"),
        ("own_initiative_title_missing", 3, "取組"),
        ("own_initiative_row_twice", 4, "取組"),
    ]
    assert result.unread == ("感想",)


@pytest.mark.parametrize(
    ("text", "problem"),
    [("名前,数\na,1\n", "own_initiative_heading_missing"), ("取組名,取組の型\n", "own_initiatives_none")],
)
def test_a_table_without_a_heading_or_without_rows_is_refused(text: str, problem: str) -> None:
    result = read_initiatives(read_sheets(text.encode(), "x.csv"), TERMS, "x.csv")
    assert [each.problem for each in result.problems] == [problem]


def test_the_empty_form_has_its_headings_and_nothing_to_keep() -> None:
    result = read_initiatives(read_sheets(of_workbook([]), "x.xlsx"), TERMS, "x.xlsx")
    assert [each.problem for each in result.problems] == ["own_initiatives_none"]


def test_ids_are_given_once_and_stay_with_their_initiative() -> None:
    one, two = (made({"title": title, "types": "meals"}) for title in ("一", "二"))
    kept = initiatives_with(initiatives_with(Initiatives(), one, 1), two, 2)
    assert [each.id for each in kept.initiatives] == ["r1-1", "r2-1"]
    again = initiatives_from(kept, [two, made({"title": "三", "types": "meals"})], 3, replace=False)
    assert [(each.id, each.title) for each in again.initiatives] == [
        ("r1-1", "一"),
        ("r2-1", "二"),
        ("r3-1", "三"),
    ]
    only = initiatives_from(kept, [two], 4, replace=True)
    assert [each.id for each in only.initiatives] == ["r2-1"]
    assert initiatives_without(only, "r2-1") == Initiatives()
    with pytest.raises(OwnDataError, match="own_initiative_unknown"):
        initiatives_without(only, "r1-1")
    with pytest.raises(OwnDataError, match="own_initiative_twice"):
        initiatives_with(kept, one, 3)


def test_more_than_five_hundred_are_refused() -> None:
    many = [made({"title": str(number), "types": "meals"}) for number in range(501)]
    with pytest.raises(OwnDataError, match="own_initiatives_too_many"):
        initiatives_from(Initiatives(), many, 1, replace=False)
