"""Words of the files of meshes and small areas that a town brings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.errors import Problem


MESH: Mapping[Problem, str] = {
    "mesh_file_wrong": "メッシュ・小地域の人口のファイルとして読めません。e-Stat 統計GISか国土数値情報の公表のままのファイルか確かめてください。",
    "mesh_column_missing": "この列がありません。e-Stat 統計GISか国土数値情報の公表のままのファイルか確かめてください。",
    "mesh_cell_wrong": "「{found}」は人数ではありません。",
    "mesh_key_wrong": "「{found}」は500mメッシュ（9桁）のコードではありません。",
    "mesh_key_twice": "「{found}」の行が2回あります。",
    "mesh_group_unknown": "秘匿の合算先「{found}」の行がありません。ファイルが途中で切れていないか確かめてください。",
    "mesh_nobody": "このファイルには、この市区町村の人口がありません。",
}
