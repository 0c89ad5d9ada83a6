"""Sentences of statistics that were asked of numbers that do not allow them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.errors import Problem


MEASURES: Mapping[Problem, str] = {
    "count_out_of_range": "{row}番目の数が{found}です。0以上の数でなければ計算できません。",
    "count_exceeds_population": "{row}番目で、人数（{found}）が人口（{expected}）を超えています。",
    "confidence_out_of_range": "信頼度{found}は使えません。"
    "0より大きく1より小さい数（例：0.95）にしてください。",
    "trend_needs_five_points": "傾向は5つの年の値で判定します（{found}つあります）。",
    "stratum_without_rate": "{row}番目の年齢区分の率を計算できません（人数{found}、人口{expected}）。",
    "weight_out_of_range": "重み{found}は使えません。0以上の数にしてください。",
    "weights_all_zero": "すべての特徴の重みが0です。1つ以上を0より大きくしてください。",
}
