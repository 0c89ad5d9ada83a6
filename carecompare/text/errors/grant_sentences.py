"""Sentences of what is wrong in the national table of the incentive grants."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.errors import Problem


# Parts of one sentence: each ends without a full stop.
GRANTS: Mapping[Problem, str] = {
    "grant_table_wrong": "交付金の表に{number}か所の食い違いがあります（{problems}）。公表のままのファイルか確かめてください。",
    "grant_of_prefectures": "都道府県分の表です。取り込めるのは市町村分（「全国集計（市町村）」のシート）です。",
    "grant_labels_missing": "「{expected}」「平均点」などの行の見出しが見つかりません。公表のままのファイルか確かめてください。",
    "grant_levels_wrong": "見出しの行（交付金・目標・指標群・番号・指標・枝・小枝の{expected}行）が{found}行です。"
    "行が消えたり増えたりしていないか確かめてください。",
    "grant_totals_out_of_order": "合計の列の並びが「推進Ⅰ」から「推進・支援合計」の順ではありません",
    "grant_heading_wrong": "見出し（{found}）から、交付金・目標・指標群・指標のどれかが読み取れません",
    "grant_item_twice": "同じ項目（{found}）の列が2つあります",
    "grant_names_missing": "都道府県名と市町村名の列が見つかりません",
    "grant_serial_wrong": "「{found}」の通し番号が数ではありません",
    "grant_row_unknown": "「{found}」は市区町村でも、得点の空いた広域連合などの行でもありません",
    "grant_area_unknown": "「{found}」という市区町村を知りません",
    "grant_member_without_union": "「{found}」に保険者番号がなく、上に広域連合などの行もありません",
    "grant_number_of_another": "保険者番号{found}が「{area}」のものではありません",
    "grant_scores_missing": "「{found}」に得点がありません",
    "grant_areas_twice": "同じ市区町村の行が2回あります（{found}）",
    "grant_areas_missing": "{expected}市区町村のうち{found}がありません（{area}）",
    "grant_cell_wrong": "得点「{found}」は0以上の整数ではありません",
    "grant_score_exceeds": "「{area}」の得点{found}が配点{expected}を超えています",
    "grant_does_not_add_up": "「{area}」の内訳の計{found}が、表の{expected}と合いません",
    "grant_rank_wrong": "「{area}」の順位{found}が、合計から数えた{expected}位と合いません",
}
MOST_TOLD = 5
MORE = "、ほか{rest}か所"


def told(parts: list[str]) -> str:
    """Return several problems in one sentence, the first of them in full."""
    rest = len(parts) - MOST_TOLD
    return "；".join(part.rstrip("。") for part in parts[:MOST_TOLD]) + (
        MORE.format(rest=rest) if rest > 0 else ""
    )
