"""Sentences about what a link or a command asks for and what is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.errors import Problem

SELECTIONS: Mapping[Problem, str] = {
    "own_unknown": "リンクの自町「{found}」という市区町村コードはありません。左の欄で選び直してください。",
    "chosen_unknown": "リンクの「{found}」という市区町村コードはないため、くらべる相手から外しました。",
    "comparators_unknown": "リンクの「{found}」というくらべ方はないため、先進10事例とくらべています。",
    "set_unknown": "保存した組「{found}」は、この自町では見つかりません（消されたか、ほかの自町の組です）。先進10事例とくらべています。",
    "set_of_a_visit": "この画面では、保存した組はその人が画面を開いている間だけのもので、リンク（組「{found}」）では開けません。先進10事例とくらべています。",
    "set_unreadable": "保存した組を読めないため、先進10事例とくらべています。",
    "basis_unknown": "リンクの「{found}」という人口のとり方はないため、通例で示しています。",
    "field_unknown": "リンクの「{found}」という分野はないため、はじめの分野を示しています。",
    "nobody_to_compare": "「{found}」には、くらべる市区町村がありません。",
    "frozen_unknown": "リンクの「{found}」という凍結ビューはないため、一覧を示しています。",
    "item_unknown": "リンクの「{found}」という指標はないため、はじめの指標を示しています。",
    "passport_area_unknown": "リンクの「{found}」というコードはないため、自町の値を示しています。",
    "case_unknown": "リンクの「{found}」という事例はないため、はじめの事例を示しています。",
    "by_unknown": "リンクの「{found}」というさがし方はないため、気づきから探しています。",
    "type_unknown": "リンクの「{found}」という取組の型はないため、はじめの型を示しています。",
    "nothing_to_import": "取り込むファイルか、e-Statの統計表ID（--estat）を指定してください。",
    "view_unknown": "リンクの「{found}」という地図の見方はないため、全国の塗り分けを示しています。",
    "zoom_unknown": "リンクの「{found}」という地図の範囲はないため、都道府県の範囲を示しています。",
    "other_unknown": "リンクの「{found}」という市区町村コードはないため、並べる市区町村を選び直してください。",
    "against_unknown": "リンクの「{found}」という相手はないため、全国とくらべています。",
    "n_unknown": "リンクの市区町村の数「{found}」は使えないため、15にしています。",
    "preset_unknown": "リンクの「{found}」という重みの組はないため、総合で示しています。",
    "weights_wrong": "重み「{found}」は使えない（知らない特徴があるか、すべて0になる）ため、重みの組のままで示しています。",
    "pool_unknown": "リンクの「{found}」という範囲はないため、全国から選んでいます。",
    "factor_unknown": "リンクの「{found}」倍は使えないため、1.25倍にしています。",
    "sort_unknown": "リンクの「{found}」という並べ方はないため、定義の順に並べています。",
    "only_unknown": "リンクの「{found}」というしぼり方はないため、すべての指標を示しています。",
    "since_unknown": "リンクの「{found}」という国勢調査の年はないため、はじめの年からの増減で示しています。",
    "topic_unknown": "リンクの「{found}」という章はないため、すべての章を示しています。",
    "sheet_unknown": "リンクの「{found}」という年度のシートはないため、今年度を示しています。",
    "route_unknown": "リンクの「{found}」という問いはないため、はじめの問いを示しています。",
    "step_unknown": "リンクの{found}番目の段はないため、はじめの段を示しています。",
    "indicator_unknown": "指標「{found}」はありません。画面「データと出典」のIDを確かめてください。",
}
