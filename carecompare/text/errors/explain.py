"""One Japanese sentence for every error a person can meet."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from carecompare.text.errors.grant_sentences import GRANTS, told
from carecompare.text.errors.import_sentences import EDITIONS, IMPORTS
from carecompare.text.errors.measure_sentences import MEASURES
from carecompare.text.errors.own_sentences import OWN_DATA
from carecompare.text.errors.selection_sentences import SELECTIONS
from carecompare.text.errors.system_words import SYSTEM
from carecompare.text.errors.worker_sentences import SERVERS, SETTINGS, WORKERS
from carecompare.text.files.bundle_words import BUNDLE
from carecompare.text.own.district_words import DISTRICTS
from carecompare.text.own.initiative_words import INITIATIVE_DATA
from carecompare.text.own.mesh_words import MESH
from carecompare.text.own.mieruka_words import MIERUKA
from carecompare.text.topics.reach.reach_words import REACH

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.errors import CareCompareError, Problem


CATALOG: Mapping[Problem, str] = {
    "catalog_file_missing": "定義ファイルがありません。data/catalogを確かめてください。",
    "catalog_not_toml": "定義ファイルをTOMLとして読めません（{found}）。",
    "catalog_field_wrong": "定義の項目が正しくありません（{found}）。",
    "catalog_id_twice": "同じid「{found}」が2回定義されています。",
    "catalog_reference_unknown": "「{found}」は定義されていません。",
    "catalog_feature_barred": "「{found}」は医療・介護などの資源のため、似ているかを測る特徴にできません。"
    "くらべる当のものを、相手を選ぶ物差しにしないためです。",
    "catalog_weight_wrong": "重み{found}は使えません。0から{expected}までの0.5きざみにしてください。",
    "catalog_strata_unpaired": "「{found}」の分子と分母の区分の数が違います。",
    "catalog_replacement_wrong": "「{found}」の訂正は、置きかえるときだけ値（value）を書きます。",
    "correction_outdated": "公表の誤りの記録と今の値が合いません（市区町村{area}の{year}年の{count}：記録{expected}、"
    "今{found}）。公表側で直っていれば、この記録を消してください。",
    "catalog_weights_unpaired": "「{found}」の重みの数が、分子・分母の区分の数と違います。",
    "catalog_base_year_missing": "「{found}」の分母の年（base）と基準年（base_year）は、両方書くか両方書かないかです。",
    "catalog_certainty_wrong": "「{found}」の確かさ（certainty）は、原資料の語にだけ、必ず書きます。",
    "catalog_denominator_missing": "「{found}」に分母がありません。",
    "catalog_census_wrong": "減少をみる国勢調査の年（since）は、{found}年より前の年を1つ以上書いてください。",
    "catalog_code_range_wrong": "見える化のコード「{found}」を読めません。W144 か F1..F9 のように書いてください。",
    "catalog_marks_wrong": "印の境目の順が違います。closeは小さい順、reachは大きい順に書いてください。",
}
TABLES: Mapping[Problem, str] = {
    "table_columns_wrong": "表の列が違います（足りない列：{expected}、知らない列：{found}）。",
    "table_cell_empty": "空欄にできない欄が空です。",
    "table_key_twice": "同じ行が2回あります（{found}）。",
}
FILES: Mapping[Problem, str] = {
    "file_missing": "ファイルがありません。",
    "file_not_written": "書き込めません（{found}）。書き込めるフォルダーとファイル名を指定してください。",
    "disk_refused": "読み書きできません（{found}）。保守の担当者に、ディスクの空きとフォルダーの権限を確かめてください。",
    "file_empty": "ファイルが空か、見出しだけです。",
    "file_too_large": "ファイルが大きすぎます（{found}バイト、上限{expected}バイト）。"
    "公表されたファイルか確かめてください。",
    "encoding_unknown": "文字コードが分かりません。{expected}のどれかで保存し直してください。",
    "not_a_table": "カンマ区切りの表として読めません。",
    "row_cut": "列の数が{found}で、ほかの行の{expected}と違います。"
    "ファイルが途中で切れていないか確かめてください。",
    "layout_unknown": "知らない様式のファイルです。ファイル名と中身が公表のままか確かめてください。",
    "edition_unknown": "版の年が分かりません。公表のままのファイル名（例：{expected}）にしてください。",
    "service_unknown": "サービス番号「{found}」を知りません。"
    "公表のままのファイル名（例：{expected}）にしてください。",
    "workbook_wrong": "Excelのファイルとして読めません。壊れていないか、パスワードが付いていないか確かめてください。",
    "sheet_too_large": "シートが大きすぎます（行と列：{found}、上限：{expected}）。公表されたファイルか確かめてください。",
    "sheet_unexpected": "知らないシートです（{found}）。シートの数と見出しが公表のままか確かめてください。",
    "sheet_missing": "「{expected}」のシートがありません。",
    "archive_wrong": "zipファイルとして読めません。壊れていないか、パスワードがないか確かめてください。",
    "archive_members": "zipファイルの中のファイルが{found}あります（上限{expected}）。公表されたファイルか確かめてください。",
    "archive_tables": "zipファイルの中のCSVが1つではなく{found}です。公表されたファイルか確かめてください。",
    "archive_too_large": "zipファイルの中身が大きすぎます（{found}バイト、上限{expected}バイト）。"
    "公表されたファイルか確かめてください。",
    "parquet_wrong": "Parquetのファイルとして読めません。公表されたファイルか確かめてください。",
    "column_kind_wrong": "この列の中身の種類（{found}）が違います。公表されたファイルか確かめてください。",
    "date_not_in_name": "ファイル名に時点（年月日）がないか、正しくありません。"
    "公表のままのファイル名（例：{expected}）にしてください。",
    "topojson_wrong": "境界のTopoJSONとして読めません。",
    "as_of_missing": "ファイルに時点の記載がありません。「{expected}」のように時点を指定してください。",
    "date_wrong": "時点「{found}」が正しくありません。"
    "「{expected}」または「{expected}-31」のように、今日までの日付を指定してください。",
}
ESTAT: Mapping[Problem, str] = {
    "estat_key_missing": "e-StatのアプリケーションIDがありません。環境変数{expected}に入れてから実行してください。",
    "estat_url_wrong": "e-Statの接続先「{found}」は使えません。https:// で始まる接続先にしてください。",
    "estat_unreachable": "e-Statに接続できません。ネットワークを確かめてください。公表ファイルの取り込みはネットワークなしで使えます。",
    "estat_answered_error": "e-Statが応じません（HTTP {found}）。時間をおいて、もう一度実行してください。公表ファイルの取り込みはネットワークなしで使えます。",
    "estat_refused": "e-Statが答えを返しませんでした（{found}：{expected}）。アプリケーションIDと統計表IDを確かめてください。",
    "estat_answer_wrong": "e-Stat APIの答えとして読めません。",
    "estat_is_list": "統計表の一覧（getStatsList）です。統計データ（getStatsData）の答えを指定してください。",
    "estat_incomplete": "e-Statの答えが途中までです（{expected}件のうち{found}件）。すべての件数を取り直してください。",
    "estat_table_unknown": "統計表「{found}」は、この画面のどの件数にも対応づけられていません。取り込めるのは{expected}です。",
    "estat_category_open": "「{count}」の分類「{column}」が1つに決まりません（{found}種類）。",
    "estat_unit_differs": "「{count}」の単位が「{found}」です。「{expected}」のはずです。",
}
CELLS: Mapping[Problem, str] = {
    "column_missing": "この列がありません。",
    "column_twice": "この列が2つあります。",
    "column_label_wrong": "列の名前が「{found}」です。「{expected}」のはずです。",
    "columns_out_of_order": "この列が「{found}」より後にあります。列の並びが公表のままか確かめてください。",
    "last_row_cut": "最後の行が途中で終わっています。ファイルが途中で切れていないか確かめてください。",
    "cell_empty": "空欄にできない欄が空です。",
    "cell_not_number": "「{found}」は0以上の数ではありません。",
    "code_wrong": "「{found}」は市区町村コードの形ではありません。",
    "code_check_digit_wrong": "市区町村コード「{found}」の検査数字（6桁目）が合いません。",
    "office_number_wrong": "「{found}」は事業所番号（10桁）の形ではありません。",
    "institution_id_wrong": "「{found}」は医療機関のIDの形ではありません。",
    "word_unknown": "「{found}」という語を知りません。",
    "year_wrong": "「{found}」は年として読めません。",
    "area_unknown": "市区町村コード「{found}」を知りません。",
    "area_twice": "市区町村「{found}」の行が2回あります。",
    "area_divided": "市区町村コード「{found}」は{year}に{expected}に分かれたため、数を今の市区町村に分けられません。",
    "parts_missing": "今の「{area}」になった旧市区町村のうち{found}がありません。"
    "すべてそろわないと合計できません。",
    "parts_overlap": "今の「{area}」の旧市区町村が、時点の違うコード（{found}）と混ざっています。",
    "areas_missing": "{expected}市区町村のうち{found}がありません（例：{area}）。"
    "ファイルが途中で切れていないか確かめてください。",
    "prefecture_differs": "都道府県名「{found}」が市区町村コードの「{expected}」と合いません。",
    "prefectures_missing": "都道府県と全国の{expected}行のうち{found}がありません（例：{area}）。"
    "ファイルが途中で切れていないか確かめてください。",
    "premium_wrong": "「{found}」は保険料の金額ではありません。",
    "insurer_premiums_differ": "1つの保険者（{found}）に違う保険料が2つあります。",
    "class_wrong": "「{found}」は類似団体の類型（都市Ⅰ－０、町村Ⅴ－２、中核市など）ではありません。",
    "flag_wrong": "「{found}」は0でも1でもありません。",
    "medical_area_wrong": "「{found}」はこの都道府県の二次医療圏のコード（4桁）ではありません。",
    "medical_area_name_differs": "同じ二次医療圏の名前が「{found}」と「{expected}」の2とおりあります。",
    "medical_area_twice": "指定都市でない市町村が2つの二次医療圏にあります（{found}）。",
    "match_unknown": "「{found}」という対応づけの種類を知りません。",
    "insurer_unknown": "保険者「{found}」を知りません。",
    "insurer_twice": "保険者「{found}」の行が2回あります。",
    "insurers_missing": "{expected}保険者のうち{found}がありません（例：{area}）。"
    "ファイルが途中で切れていないか確かめてください。",
    "nation_missing": "「{expected}」の行が1つではありません。",
    "years_missing": "「{area}」の年が{expected}のうち{found}しかありません。"
    "ファイルが途中で切れていないか確かめてください。",
    "point_outside_japan": "位置「{found}」は日本の中の緯度・経度ではありません。",
    "town_twice": "町丁・字「{found}」の行が2回あります。",
    "statuses_mixed": "1つの年の列に違う扱いの数（{found}）が混ざっています。",
}
SUMS: Mapping[Problem, str] = {
    "parts_do_not_add_up": "「{area}」の内訳の合計{found}人が、総数{expected}人と合いません。",
    "beds_do_not_add_up": "{expected}病院のうち{found}で、種類ごとの病床数の計が合計と合いません。"
    "列がずれていないか確かめてください。",
    "addresses_elsewhere": "{expected}件のうち{found}で、住所が市区町村コードと合いません。"
    "列や行がずれていないか確かめてください。",
    "insurers_do_not_add_up": "保険者の合計{found}人が、公表の全国の値{expected}人と合いません。",
    "ages_do_not_add_up": "年齢別の人数の合計{found}が、総数{expected}と合いません。",
    "municipalities_do_not_add_up": "「{area}」の市区町村の合計{found}が、公表の値{expected}と合いません。",
    "count_exceeds_whole": "「{area}」の{year}年の「{count}」{found}が、"
    "「{whole}」{expected}を超えています。",
}
INCOMPLETE = {
    "total": "「{count}」（{year}年）の全国の合計が{expected}から{found}に減っています。",
    "prefectures": "「{count}」（{year}年）に数のある都道府県が{expected}ではなく{found}です。",
    "jump_total": "「{count}」の全国の合計が、{base}年の{expected}から{year}年の{found}に動き、"
    "これまでの動きから見込む幅（{limit}%）を超えています。",
    "jump_prefecture": "「{count}」の都道府県{area}の合計が、{base}年の{expected}から{year}年の{found}に動いています"
    "（2倍を超えるか、半分を下回ります）。",
    "jump_towns": "「{count}」（{year}年）は、{expected}地域のうち{found}地域がほかと大きく違う動きをしています。",
}
FIGURES: Mapping[Problem, str] = {
    "manifest_wrong": "数値の目録が壊れています。"
    "元のファイルに戻すか、画面「データの健康」の「取り込み前に戻す」（またはコマンドundo）で前の数値に戻してください。",
    "figures_missing": "数値の表がありません。"
    "元のファイルに戻すか、画面「データの健康」の「取り込み前に戻す」（またはコマンドundo）で前の数値に戻してください。",
    "figures_changed": "数値の表が取り込んだときから変わっています。"
    "元のファイルに戻すか、画面「データの健康」の「取り込み前に戻す」（またはコマンドundo）で前の数値に戻してください。",
    "figures_unreadable": "数値のファイルを読めません（{found}）。保守の担当者にフォルダーの権限とディスクを確かめてください。",
    "status_unknown": "「{found}」という値の理由を知りません。",
}
STORES: Mapping[Problem, str] = {
    "store_not_written": "集計ファイルを保存できません（{found}）。前の集計はそのままです。"
    "ディスクの空きと書き込みの権限を確かめて、もう一度作ってください。",
    "build_ended": "集計が途中で終わりました（終了コード{found}）。"
    "保守の担当者にメモリーの空きと記録を確かめて、もう一度作ってください。",
    "store_unreadable": "保存した集計ファイルを開けません。build を実行して作り直してください。",
    "store_other_make": "保存した集計ファイルが別の版で作られています。build を実行して作り直してください。",
    "store_key_twice": "集計の同じ行が2回あります（{found}）。",
}
GROUPS: Sequence[Mapping[Problem, str]] = (
    SETTINGS,
    SERVERS,
    WORKERS,
    IMPORTS,
    EDITIONS,
    CATALOG,
    TABLES,
    FILES,
    ESTAT,
    CELLS,
    SUMS,
    GRANTS,
    FIGURES,
    SELECTIONS,
    STORES,
    MEASURES,
    INITIATIVE_DATA,
    MIERUKA,
    OWN_DATA,
    DISTRICTS,
    BUNDLE,
    MESH,
    REACH,
)
TEMPLATES: Mapping[Problem, str] = {problem: said for group in GROUPS for problem, said in group.items()}


def sentence(error: CareCompareError) -> str:
    """Return what is wrong, and where, in one sentence.

    Parameters
    ----------
    error : CareCompareError
        Its ``problem`` chooses the sentence, its fields fill it.

    Returns
    -------
    str
        Beginning with file, sheet, row and column as far as the error names them.
    """
    fields = fields_of(error)
    template = INCOMPLETE.get(fields["lost"], "") + TEMPLATES[error.problem]
    return _place(fields) + template.format_map(fields)


def filled(template: str, error: CareCompareError) -> str:
    """Return a sentence with the fields of an error, without the place."""
    return template.format_map(fields_of(error))


def fields_of(error: CareCompareError) -> defaultdict[str, str]:
    """Return the fields of an error as they are written in its sentence."""
    fields = defaultdict(str, {name: _written(value) for name, value in error.fields.items()})
    fields["problem"] = error.problem
    problems = error.fields.get("problems")
    if isinstance(problems, tuple):
        fields["number"] = str(len(problems))
        fields["problems"] = told([sentence(each) for each in problems])
    return fields


def _place(fields: Mapping[str, str]) -> str:
    parts = []
    if fields["file"]:
        parts.append(fields["file"])
    if fields["sheet"]:
        parts.append(f"シート「{fields['sheet']}」")
    if fields["row"]:
        parts.append(f"{fields['row']}行目" if fields["row"].isdigit() else f"「{fields['row']}」")
    if fields["column"]:
        parts.append(f"列「{fields['column']}」")
    return "の".join(parts) + "：" if parts else ""


def _written(value: object) -> str:
    if isinstance(value, OSError):
        return SYSTEM.get(value.errno or 0) or value.strerror or type(value).__name__
    if isinstance(value, float):
        return f"{value:.12g}"
    if isinstance(value, list | tuple | set | frozenset):
        return "、".join(str(each) for each in value)
    return str(value)
