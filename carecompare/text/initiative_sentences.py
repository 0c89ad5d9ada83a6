"""Sentences on what is wrong with an initiative that is entered, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.errors import Problem

INITIATIVE_DATA: Mapping[Problem, str] = {
    "own_initiative_twice": "「{found}」という取組が、その市区町村にもうあります。",
    "own_initiative_unknown": "この取組は登録されていません。ほかの人が消したかもしれません。",
    "own_initiatives_too_many": "登録できる取組は{expected}件までです（{found}件になります）。",
    "own_initiative_title_missing": "取組名がありません。",
    "own_initiative_type_missing": "取組の型がありません。",
    "own_initiative_type_unknown": "「{found}」という型は24の型にありません。",
    "own_initiative_field_unknown": "「{found}」という分野はありません。",
    "own_initiative_area_unknown": "「{found}」という市区町村はありません。",
    "own_initiative_area_ambiguous": "「{found}」という市区町村は1つに決まりません。",
    "own_initiative_area_differs": "市区町村コードと市区町村の名前（{found}）が合いません。",
    "own_initiative_since_wrong": "「{found}」は年として読めません。",
    "own_initiative_source_missing": "出典がありません。",
    "own_initiative_evidence_unknown": "「{found}」という根拠はありません。",
    "own_initiative_evidence_own": "自町の取組の根拠は「自町の登録」です。",
    "own_initiative_evidence_found": "ほかの市区町村の取組は「自町の登録」にできません。",
    "own_initiative_text_too_long": "文字が多すぎます（上限{expected}字）。",
    "own_initiative_row_twice": "同じ市区町村・取組名の行が、{expected}行目にもあります。",
    "own_initiative_heading_missing": "見出しの行が見つかりません。「取組名」と「取組の型」の列を作るか、画面の表を使ってください。",
    "own_initiatives_none": "取組が1件も入っていません。",
}
INITIATIVE_SUGGESTIONS: Mapping[Problem, str] = {
    "own_initiative_type_unknown": "近い型：{suggestion}",
    "own_initiative_area_unknown": "近い名前：{suggestion}",
    "own_initiative_area_ambiguous": "都道府県を付けて書く：{suggestion}",
    "own_initiative_area_differs": "コードの市区町村：{suggestion}",
}
INITIATIVE_ADVICE: Mapping[Problem, str] = {
    "own_initiative_twice": "別の取組名にするか、前のものを直す",
    "own_initiative_title_missing": "取組の名前を書く",
    "own_initiative_type_missing": "24の型から1つ以上選ぶ",
    "own_initiative_type_unknown": "24の型の名前で書き、いくつもあるときは「、」で区切る",
    "own_initiative_field_unknown": "医療、介護、予防、住まい、生活支援、横断のどれかにする",
    "own_initiative_area_unknown": "市区町村の名前か5桁のコードで書く",
    "own_initiative_area_differs": "どちらかを直す",
    "own_initiative_since_wrong": "2015、平成27年、H27、平成27年度のどれかで書くか、空欄にする",
    "own_initiative_source_missing": "出典を書くか、根拠を「未確認」にする",
    "own_initiative_evidence_unknown": "「公開資料」「題名のみ」「未確認」のどれかにする",
    "own_initiative_evidence_own": "空欄にする",
    "own_initiative_evidence_found": "「公開資料」「題名のみ」「未確認」のどれかにする",
    "own_initiative_text_too_long": "短くする",
    "own_initiative_row_twice": "どちらか1行を消す",
}
