"""Words of who can reach what."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.errors import Problem


WITHOUT_POSITION = "位置のない町丁・字が{number}あり、行がありません。"
REACH: Mapping[Problem, str] = {
    "points_none": "{found}には町丁・字の代表点がないため、到達時間を示せません。",
    "speed_wrong": "速さ「{found}」は使えません。0より大きい数（km/時）にしてください。",
    "service_without_offices": "サービス「{found}」の事業所がありません。3桁のサービス番号（例：110）か、hospital（病院）にしてください。",
    "positions_not_collected": "「{found}」の位置は一部の市区町村だけで集めたものです。全国の位置がないため、最も近いものを言えません。",
}
