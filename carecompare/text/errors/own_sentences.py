"""Sentences on what a town keeps of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.text.own.district_words import DISTRICT_ADVICE, DISTRICT_SUGGESTIONS
from carecompare.text.own.initiative_words import INITIATIVE_ADVICE, INITIATIVE_SUGGESTIONS
from carecompare.text.own.plan_figure_words import PLAN_ADVICE, PLAN_FIGURES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.errors import Problem


OWN_DATA: Mapping[Problem, str] = {
    **PLAN_FIGURES,
    "own_not_in_files": "この設定（session）では、入れたものをファイルに残しません。CARECOMPARE_MODEをsharedにしてください。",
    "own_kind_unknown": "「{found}」という種類はありません。{expected}のどれかにしてください。",
    "own_problems_in_file": "直すところが{found}件あるため、何も保存していません。はじめは「{expected}」",
    "own_left_out_in_file": "読めない見出しや年が{found}件あるため、何も保存していません。それらを除いて保存してよければ --sure を付けてください。はじめは「{expected}」",
    "own_doubts_in_file": "確かめてほしい数が{found}件あるため、何も保存していません。そのままでよければ --sure を付けてください。はじめは「{expected}」",
    "own_file_missing": "ファイルがありません。",
    "own_file_unreadable": "ファイルを読めません（{found}）。",
    "own_name_wrong": "「{found}」という名前では保存できません。",
    "own_not_saved": "保存できませんでした（{found}）。"
    "ディスクの空きと書き込みの許可を確かめて、もう一度保存してください。前の内容は残っています。",
    "own_unreadable": "保存したファイルを読めません。履歴から前の版に戻せます。",
    "own_folder_wrong": "保存したもののフォルダーを開けません（{found}）。保守の担当者に、data/ownの下を確かめてください。",
    "own_database_away": "保存したものを置くデータベース（{found}）につながりません。保存済みのものは失われていません。"
    "しばらくしてから開き直し、続くときは保守の担当者に知らせてください。",
    "own_database_silent": "データベース（{found}）の返事が途切れたため、保存できたか分かりません。"
    "つながったら「履歴」で確かめ、入っていなければもう一度保存してください。",
    "own_database_refused": "データベース（{found}）が受け付けませんでした。前の内容は残っています。"
    "保守の担当者に、権限と空き容量を確かめてください。",
    "own_database_wrong": "CARECOMPARE_OWNのデータベースの書き方を読めません。postgresql://利用者@サーバー/データベース のように書いてください。",
    "own_database_library": "データベースにつなぐためのpsycopgがありません。"
    '保守の担当者に、pip install ".[postgresql]" を頼んでください。',
    "own_move_differs": "移す先に、番号が同じで中身の違う版が{found}件あるため、何も移していません。"
    "移す先を確かめるか、空の場所を指定してください。",
    "own_move_nowhere": "移す先が、今の置き場所（CARECOMPARE_OWN）と同じです。",
    "own_version_missing": "この版はありません。履歴にある版を選んでください。",
    "own_elsewhere": "別の市区町村か、別の種類のファイルが置かれています。元の場所に戻してください。",
    "own_other_schema": "別の版（{found}）の様式で保存されています。この版は{expected}です。",
    "own_content_wrong": "この内容は保存できません。使えない文字や数が含まれていないか確かめてください。",
    "own_too_large": "大きすぎます（{found}バイト、上限{expected}バイト）。ファイルを分けるか、小さくしてください。",
    "own_conflict": "編集している間に、{found}が新しい内容を保存しました。"
    "両方を見くらべて、もう一度保存してください。まだ何も上書きしていません。",
    "own_readonly": "この画面は閲覧専用のため、保存できません。",
    "own_author_missing": "保存する前に、保存する人（課・係・職名など）を入れてください。",
    "own_account_missing": "だれが保存するのか分からないため、保存できません。ログインしてから、もう一度保存してください。",
    "own_account_elsewhere": "{found}は、この市区町村の内容を保存できません。保守の担当者に、書き込める人の表を確かめてください。",
    "own_visit_full": "この画面で覚えておける量を超えます（{found}バイト、上限{expected}バイト）。"
    "内容をファイルに書き出してから、使わないものを消してください。",
    "own_nothing_kept": "保存されたものがまだないため、書き出すものがありません。",
    "own_visit_wrong": "この画面から書き出したファイルとして読めません。",
    "own_set_empty": "くらべる相手が1つもないため、保存できません。",
    "own_set_too_large": "1つの組に入れられるのは{expected}市区町村までです。減らしてから保存してください。",
    "own_sets_too_many": "保存できる組は{expected}までです。使わない組を消してから保存してください。",
    "own_set_nameless": "組の名前を入れてください。",
    "own_set_name_taken": "「{found}」という名前の組がもうあります。別の名前にしてください。",
    "own_meeting_full": "会議資料に入れられる数（{expected}）を超えています。使わないものを外してください。",
    "own_bookmark_nameless": "覚える画面の名前を入れてください。",
    "own_bookmark_unknown": "この画面（{found}）は、もう覚えた画面にありません。",
    "own_bookmarks_full": "覚えられる画面の数（{expected}）を超えています。使わないものを外してください。",
    "own_book_full": "図表集に入れられる数（{expected}）を超えています。使わないものを外してください。",
    "own_book_unknown": "この図表（{found}）は、もう図表集にありません。",
    "own_meeting_unknown": "この図（{found}）は、もう会議資料にありません。",
    "own_frozen_full": "凍結できる数（{expected}）を超えています。使わないものを一覧から外してください。",
    "own_frozen_unknown": "この凍結ビュー（{found}）は、もう一覧にありません。",
    "own_template_old": "古い形式（.ppt）か、パスワードの付いたファイルです。パスワードを外し、「.pptx」として保存し直してください。",
    "own_template_wrong": "PowerPointのファイルとして読めません。PowerPointで開き、「.pptx」として保存し直してください。",
    "own_template_macro": "マクロの入ったファイルは使えません。マクロのない「.pptx」として保存し直してください。",
    "own_template_other": "PowerPointの「.pptx」ではありません。ひな形（.potx）は「.pptx」として保存し直してください。",
    "own_set_unknown": "リンクの「{found}」という組は保存されていません。",
    "own_evidence_too_many": "1つの項目に添えられる根拠は{expected}件までです。",
    "own_file_empty": "ファイルが空です。",
    "own_old_excel": "古い形式のExcel（.xls）は読めません。Excelで「.xlsx」または「CSV」として保存し直してください。",
    "own_workbook_wrong": "Excelのファイルとして読めません。"
    "壊れていないか、パスワードが付いていないか確かめてください。",
    "own_sheet_too_large": "シートが大きすぎます（行と列：{found}、上限：{expected}）。"
    "使っていない行と列を削除してください。",
    "own_encoding_unknown": "文字コードが分かりません。UTF-8かShift_JISのCSV、またはExcel（.xlsx）にしてください。",
    "own_not_a_table": 'カンマ区切りの表として読めません。引用符（"）の数を確かめてください。',
    "own_heading_missing": "見出しの行が見つかりません。「指標」「年」「独自値」の列を作るか、様式を使ってください。",
    "own_open_data_without_figures": "「{found}」です。独自値として取り込める数はありません。{expected}に使えます。",
    "own_open_data_of_another": "「{found}」ですが、自町の行がありません（あるのは{expected}）。自町のファイルか確かめてください。",
    "own_nothing_entered": "数が1つも入っていません。「独自値」の列に数を入れてください。",
    "own_column_twice": "同じ意味の列が2つあります。1つにしてください。",
    "own_column_nameless": "見出しのない列に数があります。見出しを書くか、列を消してください。",
    "own_item_missing": "指標の名前がありません。",
    "own_item_unknown": "「{found}」という指標はありません。",
    "own_unit_differs": "単位が「{found}」です。「{expected}」のはずです。",
    "own_unit_missing": "独自の項目「{found}」には単位が要ります。",
    "own_place_other_town": "別の市区町村（{expected}）の行です。自町の行だけにしてください。",
    "own_place_unknown": "「{found}」という地域はありません。",
    "own_year_missing": "年がありません。",
    "own_year_wrong": "「{found}」は年として読めません。",
    "own_value_wrong": "「{found}」は数として読めません。",
    "own_value_negative": "「{found}」は0より小さい数です。この指標は0以上です。",
    "own_value_beyond_whole": "「{found}」は{expected}%を超えています。",
    "own_status_wrong": "「{found}」は「実績」「見込み」「計画」のどれでもありません。",
    "own_figure_less_firm": "同じ地域・指標・年の、より確かな数（実績、見込み、計画の順）が{expected}行目にあるため、読んでいません。",
    "own_figure_twice": "同じ地域・指標・年の数が、{expected}行目にもあります。",
    "own_text_too_long": "文字が多すぎます（上限{expected}字）。",
    "own_figures_too_many": "数が多すぎます（{found}件、上限{expected}件）。使わない行を除いてください。",
    "own_area_nameless": "地域の名前を入れてください。",
    "own_area_name_taken": "「{found}」という名前の地域がもうあります。別の名前にしてください。",
    "own_areas_too_many": "独自の地域は{expected}までです。",
    "own_area_unknown": "「{found}」という地域はありません。",
    "own_doubt_fraction": "公表値（{year}年）の{expected}と2けた違います。割合を小数で書いていませんか。",
    "own_doubt_fraction_of_own": "同じ項目の{year}年の{expected}と2けた違います。割合を小数で書いていませんか。",
    "own_doubt_tenth": "公表値（{year}年）の{expected}と1けた違います。小数点の位置を確かめてください。",
    "own_doubt_zero": "公表値（{year}年）は{expected}です。0でよいか、空欄のつもりでないか確かめてください。",
    "own_doubt_unit": "公表値（{year}年）の{expected}とけたが違います。千人・万人などの単位で書いていませんか。",
    "own_doubt_far": "公表値（{year}年）の{expected}と5倍を超えて違います。数と単位を確かめてください。",
}
# What to do about it, beside the sentence; `{suggestion}` is what the check proposes.
SUGGESTIONS: Mapping[Problem, str] = {
    **INITIATIVE_SUGGESTIONS,
    **DISTRICT_SUGGESTIONS,
    "own_item_unknown": "近い名前：{suggestion}",
    "own_place_unknown": "自町なら空欄に。登録した地域：{suggestion}",
    "own_unit_differs": "{suggestion} と書いて、単位を直す",
    "own_doubt_fraction": "{suggestion} の書きまちがい",
    "own_doubt_fraction_of_own": "{suggestion} の書きまちがい",
    "own_doubt_tenth": "{suggestion} の書きまちがい",
    "own_doubt_unit": "{suggestion} の書きまちがい",
}
# Where nothing can be computed to propose.
ADVICE: Mapping[Problem, str] = {
    **PLAN_ADVICE,
    **INITIATIVE_ADVICE,
    **DISTRICT_ADVICE,
    "own_item_unknown": "様式の一覧から選ぶか、「独自：」で始めて単位も書く",
    "own_item_missing": "様式の一覧から選ぶ",
    "own_place_unknown": "自町なら空欄に。独自の地域は先に画面で追加する",
    "own_year_wrong": "2025、令和7年度、R7、令和7年3月末、2025/10/1 などと書く",
    "own_year_missing": "2025、令和7年度、R7、令和7年3月末、2025/10/1 などと書く",
    "own_status_wrong": "「実績」「見込み」「計画」のどれかを書くか、空欄にする",
    "own_figure_less_firm": "計画の数も残すなら、別の独自の項目にする",
    "own_value_wrong": "数だけを書く（例：1,234.5、△3）",
    "own_value_negative": "数と符号を確かめる",
    "own_value_beyond_whole": "割合は%の数（31.4）で書く",
    "own_unit_missing": "単位の列に書く（例：か所、人）",
    "own_figure_twice": "どちらか1行を消す",
    "own_unit_differs": "単位を直し、数もその単位で書く",
    "own_column_twice": "どちらかの列を消す",
    "own_place_other_town": "その行を消す",
    "own_doubt_zero": "値がないなら空欄に",
}
