"""Sentences of what an import refuses as a whole, and of files that are of another date than they should."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.errors import Problem


IMPORTS: Mapping[Problem, str] = {
    "import_under_way": "ほかの人が取り込み中です。終わるまで待ってから、もう一度お試しください。",
    "figures_moved_on": "確かめているあいだに、ほかの人の取り込みで数値が変わりました。もう一度読み取ってください。",
    "figures_not_writable": "数値のフォルダーに書き込めません（{found}）。保守の担当者に書き込みの権限を確かめてください。",
    "figures_not_written": "数値を書き込めませんでした（{found}）。前の数値はそのままです。"
    "ディスクの空きと書き込みの権限を確かめて、もう一度実行してください。",
    "nothing_to_restore": "戻せる取り込みはありません。",
    "undo_moved_on": "確かめているあいだに、ほかの人の取り込みか取り消しで数値が変わりました。"
    "記録を見て、取り消すものを確かめてください。まだ何も戻していません。",
    "edition_damaged": "取り込み前の数値が壊れているため、戻せません。今の数値はそのままです。",
    "as_of_missing_here": "ファイルに時点の記載がありません。「ファイルの時点」の欄に「2026-06」のように入れて、"
    "もう一度読み取ってください。",
    "file_looks_incomplete": "ファイルが途中で切れていないか確かめてください。"
    "正しい減少なら、大きな動きを認める指定（--accept-jump）で取り込めます。",
    "file_looks_incomplete_here": "ファイルが途中で切れていないか確かめてください。正しい減少なら、"
    "「値が大きく動いていること（増減とも）を認める」に印を付けて、もう一度読み取ってください。",
    "figures_jump": "ファイルと時点が正しいか確かめてください。正しければ、"
    "大きな動きを認める指定（--accept-jump）で取り込めます（--preview で動きの表を見られます）。",
    "file_name_wrong": "「{found}」はファイル名として使えません。公表のままの名前にしてください。",
}
# What a file says of its own date and contents, against what was said beside it.
EDITIONS: Mapping[Problem, str] = {
    "date_contradicts": "ファイルは「{found}」年（年度）のものと読み取れ、{expected}年（年度）と合いません。"
    "ファイルと指定した時点のどちらが正しいか、公表ページで確かめてください。",
    "as_of_not_fiscal_end": "年度末（3月）の数値の表です。時点「{found}」ではなく、「{expected}」のように3月の時点を指定してください。",
    "date_ambiguous": "ファイルに年が{found}と書かれ、1つに決まりません。公表のままのファイルか確かめてください。",
    "service_differs": "ファイル名は{expected}ですが、中の事業所は「{found}」のものです。公表のままのファイル名にしてください。",
    "census_preliminary": "国勢調査の速報（人口と世帯数だけ）です。後で確定値に置き換わるため、取り込みません。"
    "確定値の「人口等基本集計」の表（{expected}）を取り込んでください。",
    "census_table_unread": "国勢調査の第{found}表は使いません。取り込めるのは{expected}（【原数値】の表）です。",
    "census_imputed_unread": "【不詳補完値】の表です。取り込めるのは【原数値】の同じ番号の表です。",
    "census_year_unknown": "表題「{found}」から、何年の国勢調査か分かりません。公表のままのファイルか確かめてください。",
    "period_unknown": "時点「{found}」は介護保険事業計画の期の始まり（{expected}のような4月）ではありません。",
    "years_differ": "「{found}」年の行と{expected}年の行が混ざっています。1つの年の表にしてください。",
}
