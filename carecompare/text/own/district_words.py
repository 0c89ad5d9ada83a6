"""Words of the districts of daily life: headings of tables, and how names of blocks are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.errors import Problem


# What stands in front of a name without being part of it, the longest first.
PREFIXES = ("大字", "字")
CHOME = "丁目"
DIGITS = "〇一二三四五六七八九"
TEN = "十"
HEADINGS = {
    "district": ("圏域", "日常生活圏域", "圏域名", "日常生活圏域名", "地区", "地区名"),
    "ward": ("区", "行政区", "区名", "区のコード"),
    "town": (
        "町丁・字",
        "町丁字",
        "大字・町丁目",
        "大字町丁目",
        "大字",
        "町丁目",
        "町名",
        "町字",
        "町丁",
        "大字名",
        "町・大字",
    ),
    "municipality": ("市区町村コード", "自治体コード", "団体コード", "コード"),
}
FIGURE_HEADINGS = {
    "district": HEADINGS["district"],
    "item": ("項目", "指標", "設問"),
    "value": ("数", "値", "人数", "件数"),
    "of": ("全体の数", "全体", "分母", "回答数", "n", "N"),
    "unit": ("単位",),
    "year": ("年", "年度", "時点"),
    "source": ("出典", "資料"),
}
DISTRICTS: Mapping[Problem, str] = {
    "district_figures_heading_missing": "見出しの行が見つかりません。「圏域」「項目」「数」の列を作ってください。",
    "district_figure_twice": "同じ圏域・項目・年の数が、{expected}行目にもあります。",
    "district_figure_beyond": "数（{expected}）が全体の数（{found}）を超えています。",
    "district_heading_missing": "見出しの行が見つかりません。「圏域」と「町丁・字」の列を作ってください。",
    "district_file_empty": "町丁・字が1つも入っていません。",
    "district_nameless": "圏域の名前がありません。",
    "district_town_missing": "町丁・字の名前がありません。",
    "district_town_unknown": "「{found}」という町丁・字は、この市区町村の代表点にありません。",
    "district_town_elsewhere": "「{found}」は{expected}の町丁・字で、この市区町村のものではありません。",
    "district_other_municipality": "市区町村コード「{found}」は、この市区町村（{expected}）のものではありません。",
    "district_town_twice": "「{found}」が2つの行にあります（{expected}）。1つの町丁・字は1つの圏域に入れます。",
    "district_ward_needed": "「{found}」は{expected}にあります。「区」の列で、どの区のものか示してください。",
    "district_town_left_out": "「{found}」がどの圏域にも入っていません。",
    "districts_too_many": "圏域は{expected}までです。",
    "district_unknown": "「{found}」という圏域はありません。",
    "district_name_taken": "「{found}」という名前の圏域がもうあります。別の名前にしてください。",
    "school_file_wrong": "学校区のGeoJSONとして読めません。国土数値情報の中学校区（A32）のファイルか確かめてください。",
    "school_file_other": "このファイルには、この市区町村（{expected}）の学校区がありません。",
}
DISTRICT_SUGGESTIONS: Mapping[Problem, str] = {"district_town_unknown": "近い名前：{suggestion}"}
DISTRICT_ADVICE: Mapping[Problem, str] = {
    "district_town_unknown": "町丁・字の一覧から選ぶ",
    "district_town_elsewhere": "その行を消す",
    "district_other_municipality": "その行を消す",
    "district_town_twice": "どちらかの行を消す",
    "district_ward_needed": "「区」の列に区の名前を書く",
    "district_town_left_out": "どれかの圏域の行を足す",
    "district_nameless": "圏域の名前を書く",
    "district_unknown": "登録した圏域の名前で書く",
    "district_figure_twice": "どちらか1行を消す",
    "district_figure_beyond": "数と全体の数を確かめる",
    "district_town_missing": "町丁・字の名前を書くか、その行を消す",
}
