"""Words of the files of meshes and small areas that a town brings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.errors import Problem


LAYOUTS = {
    "census_mesh": "2020年国勢調査 500mメッシュ（T001101）",
    "projected_mesh": "500mメッシュ別将来推計人口（2018年推計）",
    "small_areas": "2020年国勢調査 小地域（T001082）",
}
CREDIT = "人の数は町が取り込んだ{layout}、{year}年（{file}、版{version}、{author}、{when}）"
LEFT = "。町丁・字の名前が合わない{areas}区域の65歳以上{count}人は入っていません"
PERSONS = "人で数える（65歳以上・75歳以上）"
PERSONS_HELP = (
    "国勢調査の500mメッシュ（T001101、境をまたぐ市区町村は1次メッシュごとのファイルを全部）か小地域（T001082）、"
    "または国土数値情報の500mメッシュ別将来推計人口（2018年推計のzip）を公表のまま取り込むと、最も近い代表点に人を割り当て、"
    "点の割合と人の割合を並べます。秘匿された区画の年齢は、合算先と合わせて住民の数で分けます。"
)
UPLOAD = "人口のファイルを選ぶ（複数可）"
YEAR = "推計の年"
YEARS = ("2015", "2020", "2025", "2030", "2035", "2040", "2045", "2050")
FOUND = "{layout}、{year}年：人口{population}人、65歳以上{aged_65}人、75歳以上{aged_75}人を{points}点のうち{held}点に割り当てました。"
SAVE = "この人の数を保存する"
SAVED = "人の数を保存しました。"
UNDONE_FIRST = "取り込みを取り消して、人の数がない状態に戻しました。"
LINE = (
    "人で数えると、65歳以上{aged_65}人のうち{within_65}人（{share_65}%）、"
    "75歳以上{aged_75}人のうち{within_75}人（{share_75}%）が30分以内。"
)
EFFECT_LINE = (
    "人で数えると、30分以内の65歳以上は{before}人から{after}人、75歳以上は{before_75}人から{after_75}人に。"
)
MESH: Mapping[Problem, str] = {
    "mesh_file_wrong": "メッシュ・小地域の人口のファイルとして読めません。e-Stat 統計GISか国土数値情報の公表のままのファイルか確かめてください。",
    "mesh_column_missing": "この列がありません。e-Stat 統計GISか国土数値情報の公表のままのファイルか確かめてください。",
    "mesh_cell_wrong": "「{found}」は人数ではありません。",
    "mesh_key_wrong": "「{found}」は500mメッシュ（9桁）のコードではありません。",
    "mesh_key_twice": "「{found}」の行が2回あります。",
    "mesh_group_unknown": "秘匿の合算先「{found}」の行がありません。ファイルが途中で切れていないか確かめてください。",
    "mesh_mixed": "違う種類のファイルが混ざっています（{found}）。同じ種類のファイルだけにしてください。",
    "mesh_nobody": "このファイルには、この市区町村の人口がありません。",
}
