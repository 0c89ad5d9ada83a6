"""Sentences on exports of the 見える化 system: why one is refused, and what to know of those that were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.errors import Problem

MIERUKA: Mapping[Problem, str] = {
    "mieruka_no_workbook": "見える化システムのExcel（.xlsx）でも、それを入れたzipでもありません。",
    "mieruka_archive_wrong": "zipとして読めません。壊れていないか、パスワードが付いていないか確かめてください。",
    "mieruka_archive_empty": "zipの中にExcel（.xlsx）がありません。",
    "mieruka_too_many_files": "ファイルが多すぎます（{found}、上限{expected}）。分けて読み込んでください。",
    "mieruka_too_many": "保存できる量を超えています（{found}、上限{expected}）。使う出力だけにしてください。",
    "mieruka_periods_missing": "年の見出しがありません。E列から右に「令和6年3月末」「R5」「2020」などが並ぶはずです。",
    "mieruka_areas_missing": "地域名の見出しがありません。D列から右に「全国」や都道府県・市区町村の名前が並ぶはずです。",
    "mieruka_year_missing": "何年の表か分かりません。地域別の表は、ファイル名を「…_2023_地域別.xlsx」のような出力されたままの名前にしてください。",
    "mieruka_table_empty": "表に何も入っていません。",
    "mieruka_period_unknown": "「{found}」は年の見出しとして読めないため、この列は読んでいません。",
    "mieruka_period_twice": "同じ年の見出し「{found}」が2列あるため、後の列は読んでいません。",
    "mieruka_row_nameless": "地域名か系列名のない行に数（{found}）があるため、この行は読んでいません。",
    "mieruka_value_wrong": "「{found}」は数でも「値なし」の印でもないため、値なしとして扱いました。",
    "mieruka_row_twice": "「{expected}」の「{found}」が値の違う2行で入っているため、どちらも読んでいません。",
    "mieruka_own_nowhere": "読み取った{found}個の表のどれにも{expected}の行がありません。自町の選択か、出力のときの地域の選択を確かめてください。",
    "mieruka_nothing_read": "読み取れた表がありません。",
}
WEIGHTS = {"stop": "読めない", "look": "要確認", "know": "参考"}
# What the report says of each kind: its name, its sentence, what to do.
REMARKS: dict[str, tuple[str, str, str]] = {
    "refused": ("読めないファイル", "{sentence}", "出力し直す"),
    "cell": ("読めないます目", "{sentence}", "その場所を見える化システムの画面と見くらべる"),
    "more_cells": (
        "読めないます目",
        "ほかに{count}か所あります。",
        "その表を見える化システムの画面と見くらべる",
    ),
    "filler": (
        "中身のない出力",
        "表が空か、行と列の名前が「行1」「列1」のままです。この地域の単位では公表されていない指標です。",
        "市区町村では使えないものとして外す",
    ),
    "codeless": (
        "コードのない名前",
        "ファイル名に指標のコード（B5-aなど）がありません。",
        "出力されたままの名前に戻す",
    ),
    "dateless": ("出力日なし", "「出力日」の行がありません。新しい出力とくらべられません。", "出力し直す"),
    "copies": (
        "同じ表の出力",
        "同じ表が{count}個あります。出力日の新しい（{date}）ものを使います。ほかは {others}",
        "ほかを消す",
    ),
    "copies_differ": (
        "同じ日で違う出力",
        "出力日が同じ（{date}）で中身の違う出力が{count}個あります。先に読んだものを使います。ほかは {others}",
        "地域の選び方の違いを確かめ、1つにする",
    ),
    "empty": ("空の出力", "どの地域にも値がありません。", "公表されていない単位か、出力の条件を確かめる"),
    "own_missing": (
        "自町の行がない",
        "自町の行がありません。あるのは {areas}",
        "地域に自町を選んで出力し直す",
    ),
    "own_empty": (
        "自町の値がない",
        "自町の行はありますが、値が1つもありません。",
        "0ではなく「値なし」として扱う",
    ),
    "own_insurer": (
        "保険者の値",
        "自町の行がなく、{area}の値です。",
        "広域連合などの値であることを書き添える",
    ),
    "stale": (
        "更新の止まった系列",
        "自町の最後の値は{year}年（度）です（出力日 {date}）。",
        "新しい数として使わない。ほかの出典を探す",
    ),
    "title_differs": (
        "題と系列の食い違い",
        "ファイル名は「{title}」ですが、表の系列は「{series}」です。どちらの数か、この出力だけでは決められません。",
        "見える化システムの画面の数と見くらべてから使う",
    ),
    "other_area": (
        "ほかの地域の行",
        "{area}の行が{count}個の表にあります。自町の値とは分けて扱います（{files}）",
        "比較に使わないなら外して出力し直す",
    ),
    "unknown_area": (
        "知らない地域名",
        "「{area}」は市区町村・都道府県・広域連合のどれでもありません。コードを付けずに扱います（{count}個の表：{files}）",
        "名前を確かめる",
    ),
    "ambiguous_area": (
        "同じ名前の市区町村",
        "「{area}」は {candidates} のどれか決められません。コードを付けずに扱います（{count}個の表）",
        "どの市区町村か確かめる",
    ),
    "same_named": (
        "同じ名前の市区町村",
        "「{area}」を自町として読みました。同じ名前に {others} があります。",
        "自町の出力であることを確かめる",
    ),
    "same_but_width": ("表記ゆれ", "全角・半角だけが違う名前です：{names}", "名前で探すときは両方を探す"),
    "look_alike": ("よく似た名前", "似ていて中身の違う系列です：{names}", "人数と割合を取り違えない"),
    "years_calendar": (
        "年の意味",
        "西暦だけの年です。国勢調査の間の年と将来推計も、印なしで同じ列に並びます（{count}指標：{codes}）",
        "実績と推計を分けて読む",
    ),
    "years_month_end": (
        "年の意味",
        "「◯年3月末」の時点の値です。年度では前の年度の末です（{count}指標：{codes}）",
        "令和6年3月末は令和5年度末と読む",
    ),
    "years_month": ("年の意味", "月ごとの値です（{count}指標：{codes}）", "年の平均と取り違えない"),
    "years_fiscal": ("年の意味", "年度の値です（{count}指標：{codes}）", "暦年の値とくらべない"),
    "years_file": (
        "年の意味",
        "表の中に年がなく、年はファイル名だけにあります（{count}指標：{codes}）",
        "ファイル名を変えない",
    ),
    "years_of_accounts": (
        "年の意味",
        "決算の値です。「平成27年3月末」は平成26年度の決算を指します。",
        "1年ずらして読む",
    ),
    "years_of_grants": (
        "年の意味",
        "交付金の年は取組の年度です。厚生労働省の集計表の年度（評価の年度）より1年前になります。",
        "令和5年度は集計表の令和6年度と読む",
    ),
    "provisional": ("暫定の値", "「時点」の付いた値は月報などの暫定です：{labels}", "確定したら出力し直す"),
    "unfinished": ("途中の年", "1年に満たない値です：{labels}", "1年分の値と並べない"),
    "both_modes": (
        "2とおりの調整",
        "【注目する地域のみ】と【他地域と比較】の両方があります。同じ日付でも値が違うため、分けて保存します（{count}指標：{codes}）",
        "他市区町村とくらべるときは【他地域と比較】だけを使う",
    ),
    "focus_only": (
        "くらべられない調整",
        "【注目する地域のみ】だけです。ほかの市区町村の値とはくらべられません（{count}指標：{codes}）",
        "【他地域と比較】でも出力する",
    ),
}
REPORT_COLUMNS = ("重さ", "種類", "内容", "すること", "コード", "指標", "ファイル")
