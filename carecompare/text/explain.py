"""One Japanese sentence for every error a person can meet."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from carecompare.text.own_sentences import OWN_DATA

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.errors import CareCompareError

CATALOG = {
    "catalog_file_missing": "定義ファイルがありません。data/catalogを確かめてください。",
    "catalog_not_toml": "定義ファイルをTOMLとして読めません（{found}）。",
    "catalog_field_wrong": "定義の項目が正しくありません（{found}）。",
    "catalog_id_twice": "同じid「{found}」が2回定義されています。",
    "catalog_reference_unknown": "「{found}」は定義されていません。",
    "catalog_strata_unpaired": "「{found}」の分子と分母の区分の数が違います。",
    "catalog_weights_unpaired": "「{found}」の重みの数が、分子・分母の区分の数と違います。",
    "catalog_base_year_missing": "「{found}」の分母の年（base）と基準年（base_year）は、両方書くか両方書かないかです。",
    "catalog_denominator_missing": "「{found}」に分母がありません。",
}
TABLES = {
    "table_columns_wrong": "表の列が違います（足りない列：{expected}、知らない列：{found}）。",
    "table_cell_empty": "空欄にできない欄が空です。",
    "table_key_twice": "同じ行が2回あります（{found}）。",
}
FILES = {
    "file_missing": "ファイルがありません。",
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
    "workbook_wrong": "Excelのファイルとして読めません（{found}）。壊れていないか確かめてください。",
    "sheet_unknown": "知らないシートです（{found}）。シートの数と見出しが公表のままか確かめてください。",
    "sheet_missing": "「{expected}」のシートがありません。",
    "date_of_another_year": "時点が「{found}」です。この様式で取り込めるのは{expected}時点のファイルです。",
    "topojson_wrong": "境界のTopoJSONとして読めません（{found}）。",
    "as_of_missing": "ファイルに時点の記載がありません。「{expected}」のように時点を指定してください。",
    "date_wrong": "時点「{found}」が正しくありません。"
    "「{expected}」または「{expected}-31」のように、今日までの日付を指定してください。",
}
CELLS = {
    "column_missing": "この列がありません。",
    "column_twice": "この列が2つあります。",
    "column_label_wrong": "列の名前が「{found}」です。「{expected}」のはずです。",
    "cell_empty": "空欄にできない欄が空です。",
    "cell_not_number": "「{found}」は0以上の数ではありません。",
    "code_wrong": "「{found}」は市区町村コードの形ではありません。",
    "code_check_digit_wrong": "市区町村コード「{found}」の検査数字（6桁目）が合いません。",
    "office_number_wrong": "「{found}」は事業所番号（10桁）の形ではありません。",
    "year_wrong": "「{found}」は年として読めません。",
    "area_unknown": "市区町村コード「{found}」を知りません。",
    "area_twice": "市区町村「{found}」の行が2回あります。",
    "areas_missing": "{expected}市区町村のうち{found}がありません（例：{area}）。"
    "ファイルが途中で切れていないか確かめてください。",
    "prefecture_differs": "都道府県名「{found}」が市区町村コードの「{expected}」と合いません。",
    "match_unknown": "「{found}」という対応づけの種類を知りません。",
    "insurer_unknown": "保険者「{found}」を知りません。",
    "insurer_twice": "保険者「{found}」の行が2回あります。",
    "insurers_missing": "{expected}保険者のうち{found}がありません（例：{area}）。"
    "ファイルが途中で切れていないか確かめてください。",
    "nation_missing": "「{expected}」の行が1つではありません。",
    "years_missing": "「{area}」の年が{expected}のうち{found}しかありません。"
    "ファイルが途中で切れていないか確かめてください。",
    "statuses_mixed": "1つの年の列に違う扱いの数（{found}）が混ざっています。",
}
SUMS = {
    "parts_do_not_add_up": "「{area}」の内訳の合計{found}人が、総数{expected}人と合いません。",
    "insurers_do_not_add_up": "保険者の合計{found}人が、公表の全国の値{expected}人と合いません。",
    "ages_do_not_add_up": "年齢別の人数の合計{found}が、総数{expected}と合いません。",
    "municipalities_do_not_add_up": "「{area}」の市区町村の合計{found}が、公表の値{expected}と合いません。",
    "count_exceeds_whole": "「{area}」の{year}年の「{count}」{found}が、"
    "「{whole}」{expected}を超えています。",
}
INCOMPLETE = {
    "total": "「{count}」（{year}年）の全国の合計が{expected}から{found}に減っています。",
    "prefectures": "「{count}」（{year}年）に数のある都道府県が{expected}ではなく{found}です。",
}
FIGURES = {
    "manifest_wrong": "数値の目録が壊れています（{found}）。元のファイルに戻してください。",
    "figures_missing": "数値の表がありません。元のファイルに戻してください。",
    "figures_changed": "数値の表が取り込んだときから変わっています。"
    "元のファイルに戻すか、取り込み直してください。",
    "status_unknown": "「{found}」という値の理由を知りません。",
}
SELECTIONS = {
    "own_unknown": "リンクの自町「{found}」という市区町村コードはありません。左の欄で選び直してください。",
    "chosen_unknown": "リンクの「{found}」という市区町村コードはないため、くらべる相手から外しました。",
    "comparators_unknown": "リンクの「{found}」というくらべ方はないため、先進10事例とくらべています。",
    "basis_unknown": "リンクの「{found}」という人口のとり方はないため、通例で示しています。",
    "field_unknown": "リンクの「{found}」という分野はないため、はじめの分野を示しています。",
    "item_unknown": "リンクの「{found}」という指標はないため、はじめの指標を示しています。",
    "passport_area_unknown": "リンクの「{found}」というコードはないため、自町の値を示しています。",
    "case_unknown": "リンクの「{found}」という事例はないため、はじめの事例を示しています。",
    "against_unknown": "リンクの「{found}」という相手はないため、全国とくらべています。",
    "sort_unknown": "リンクの「{found}」という並べ方はないため、定義の順に並べています。",
    "only_unknown": "リンクの「{found}」というしぼり方はないため、すべての指標を示しています。",
    "topic_unknown": "リンクの「{found}」という章はないため、すべての章を示しています。",
    "indicator_unknown": "指標「{found}」はありません。画面「データと出典」のIDを確かめてください。",
}
STORES = {
    "store_unreadable": "保存した集計ファイルを開けません。",
    "store_other_make": "保存した集計ファイルが別の版で作られています。",
    "store_key_twice": "集計の同じ行が2回あります（{found}）。",
    "store_missing": "集計ファイルがまだありません。先に build を実行してください。",
}
MEASURES = {
    "count_out_of_range": "{row}番目の数が{found}です。0以上の数でなければ計算できません。",
    "count_exceeds_population": "{row}番目で、人数（{found}）が人口（{expected}）を超えています。",
    "confidence_out_of_range": "信頼度{found}は使えません。"
    "0より大きく1より小さい数（例: 0.95）にしてください。",
    "trend_needs_five_points": "傾向は5つの年の値で判定します（{found}つあります）。",
    "stratum_without_rate": "{row}番目の年齢区分の率を計算できません（人数{found}、人口{expected}）。",
    "times_not_places_by_sites": "移動時間の表の大きさ（{found}）が、地点と施設の数（{expected}）と合いません。",
    "years_not_in_order": "{row}番目の後の年（{found}）が、前の年（{expected}）より後になっていません。",
}
SETTINGS = {
    "mode_unknown": "設定{setting}の値「{found}」は使えません。{expected}のどれかにしてください。",
}
TEMPLATES: Mapping[str, str] = {
    **SETTINGS,
    **CATALOG,
    **TABLES,
    **FILES,
    **CELLS,
    **SUMS,
    **FIGURES,
    **SELECTIONS,
    **STORES,
    **MEASURES,
    **OWN_DATA,
    "file_looks_incomplete": "ファイルが途中で切れていないか確かめてください。"
    "正しい減少なら、減少を認める指定（--accept-drop）で取り込めます。",
}
UNKNOWN = "処理できませんでした（{problem}）。"


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
    fields = _fields(error)
    template = INCOMPLETE.get(fields["lost"], "") + TEMPLATES.get(error.problem, UNKNOWN)
    return _place(fields) + template.format_map(fields)


def filled(template: str, error: CareCompareError) -> str:
    """Return a sentence with the fields of an error, without the place."""
    return template.format_map(_fields(error))


def _fields(error: CareCompareError) -> defaultdict[str, str]:
    fields = defaultdict(str, {name: _written(value) for name, value in error.fields.items()})
    fields["problem"] = error.problem
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
    if isinstance(value, float):
        return f"{value:.12g}"
    if isinstance(value, list | tuple | set | frozenset):
        return "、".join(str(each) for each in value)
    return str(value)
