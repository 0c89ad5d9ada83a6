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
MESH: Mapping[Problem, str] = {
    "mesh_file_wrong": "メッシュ・小地域の人口のファイルとして読めません。e-Stat 統計GISか国土数値情報の公表のままのファイルか確かめてください。",
    "mesh_column_missing": "この列がありません。e-Stat 統計GISか国土数値情報の公表のままのファイルか確かめてください。",
    "mesh_cell_wrong": "「{found}」は人数ではありません。",
    "mesh_key_wrong": "「{found}」は500mメッシュ（9桁）のコードではありません。",
    "mesh_key_twice": "「{found}」の行が2回あります。",
    "mesh_group_unknown": "秘匿の合算先「{found}」の行がありません。ファイルが途中で切れていないか確かめてください。",
    "mesh_nobody": "このファイルには、この市区町村の人口がありません。",
}
