"""What an import did, in lines a person reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    import pandas as pd


# What an official does about a change, beginning with one of the words of JUDGEMENTS.
ACCEPT, CONFIRM, RETURN = "受け入れ", "確認", "差し戻しの検討"
ACTIONS = {
    "column_new": (ACCEPT, "手当ては要りません。"),
    "values_gained": (ACCEPT, "手当ては要りません。"),
    "ground_changed": (
        CONFIRM,
        "市区町村の合併・名称変更、保険者の組み替え、境界の更新によるものか確かめ、思い当たらなければ差し戻します。",
    ),
    "code_followed": (ACCEPT, "今の市区町村の値として数えました。手当ては要りません。"),
    "complete_kept": (ACCEPT, "全国がそろった値を残しました。手当ては要りません。"),
    "older_edition_set_aside": (ACCEPT, "新しい推計の年齢別の表も取り込むと、値が戻ります。"),
    "older_edition_kept": (ACCEPT, "手元の新しい版を残しました。手当ては要りません。"),
    "values_changed": (
        CONFIRM,
        "公表元の正誤表や更新履歴に訂正の知らせがあるか確かめ、あれば受け入れます。なければ差し戻します。",
    ),
    "values_lost": (
        RETURN,
        "公表元のファイルに例の地域の行があるか確かめます。行があれば取り込み前に戻し、保守の担当者に知らせます。",
    ),
    "same_as_another": (
        CONFIRM,
        "前の年のファイルを違う時点で取り込んでいないか、公表ページで時点を確かめます。違えば取り込み前に戻します。",
    ),
    "multiple_of_another": (
        CONFIRM,
        "単位（人・千人など）や作り方が変わっていないか、公表ページで確かめます。思い当たらなければ差し戻します。",
    ),
    "jumped": (
        CONFIRM,
        (
            "公表元のファイルの同じ行を見て、合っていれば市区町村の担当課に事情（施設の開設・休止、避難など）を"
            "確かめます。公表の誤りなら取り込み前に戻し、公表元に知らせます。"
        ),
    ),
    "unlike_others": (
        CONFIRM,
        "公表元のファイルの同じ行を見ます。合っていれば、使う前に市区町村の担当課に事情を確かめます。",
    ),
    "area_new": (CONFIRM, "総務省の市町村合併・名称変更の告示と合うか確かめ、合えば受け入れます。"),
    "area_lost": (CONFIRM, "総務省の市町村合併・名称変更の告示と合うか確かめ、合わなければ差し戻します。"),
}
MOST_NAMED = 3
ACTION_LINE = "    → {judgement}：{action}"
CHANGES = {
    "column_new": "{label} {year}年：新しく{after}地域の値",
    "values_changed": "{label} {year}年：{after}地域の値が変わりました",
    "values_gained": "{label} {year}年：値のなかった{after}地域に値が付きました（例：{area}）",
    "values_lost": "{label} {year}年：{after}地域の値がなくなりました（例：{area}）",
    "jumped": "{label} {year}年：{area}が{before}から{after}に大きく変わりました。確かめてください",
    "same_as_another": "{label} {year}年：{after}%の市区町村で{before}年の値とまったく同じです",
    "multiple_of_another": "{label} {year}年：ほとんどの市区町村で{before}年の値のちょうど{after}倍です",
    "unlike_others": "{label} {year}年：{area}が{before}から{after}になり、ほかの市区町村の変わり方と大きく違います",
    "code_followed": "古い市区町村コード{before}の{after}行を{area}に対応づけ",
    "ground_changed": "{list}の{after}行が変わりました",
    "area_new": "新しい市区町村：{area} {after}",
    "area_lost": "なくなった市区町村：{area} {before}",
    "complete_kept": "{label} {year}年：全国がそろった{before}の値があるため、そのままにしました",
    "older_edition_set_aside": "{label} {year}年：新しい推計（{after}）と混ぜないため、前の推計（{before}）の値を外しました",
    "older_edition_kept": "{label} {year}年：手元の方が新しいため、"
    "そのままにしました（手元{before}、ファイル{after}）",
}
# The lists that figures stand on, by the file they are kept in.
LISTS = {
    "areas.csv": "市区町村の一覧（名称・よみ・位置）",
    "area_changes.csv": "市区町村コードの対応表",
    "boundaries.geojson": "市区町村の境界",
    "municipality_insurer.csv": "市区町村と保険者の対応表",
    "town_points/points.parquet": "町丁・字の代表点",
}
NOTES = {
    "ward_counted_in_city": "指定都市の区の行を市に合算",
    "ward_left_out": "指定都市の区の行を除外（市の行があるため）",
    "code_mapped": "古い市区町村コードの行を今の市区町村に対応づけ",
    "ward_area_of_city": "指定都市の区ごとの二次医療圏の行を市にまとめ",
    "area_not_collected": "この表にない市区町村（未収集とし、0とはしません）",
    "insurer_not_collected": "この表にない保険者（未収集とし、0とはしません）",
    "insurer_not_known": "保険者が分からない市区町村の行を除外",
    "sums_rounded": "内訳の合計が総数と四捨五入の範囲で違う行（書かれたとおりに数えます）",
    "older_list_kept": "手元の一覧の方が新しいため、使わなかった行",
    "codes_added_up": "合併前の市区町村を今の市区町村に合算したコード",
    "area_left_out": "1,741市区町村でない地域の行を除外",
    "item_not_in_edition": "この版にない項目",
    "municipality_absent": "市区町村コードのない事業所（市区町村の数に入りません）",
    "address_elsewhere": "住所が別の市区町村を指す事業所（コードのとおりに数えます）",
    "name_differs": "市区町村名がコードと合わない行",
    "office_twice": "同じ事業所が重ねて載っている行（1か所と数えます）",
    "insurer_inferred": "広域連合などの構成市町村を、同じ都道府県に1つしかないことから対応づけた市町村",
    "insurer_ambiguous": "どの広域連合などに属すか名称から分からず、保険者に対応づけない市町村",
    "position_absent": "緯度経度のない事業所（地図に載りません）",
    "position_outside": "緯度経度が市区町村の外にある事業所（数に入り、地図に載りません）",
    "position_of_town_block": "緯度経度が町丁目の代表点である医療機関（およその位置）",
    "hospital_left_out": "病院の行を除外（全国の病院のファイルにあるため）",
    "beds_total_absent": "病床数の合計が未記入の病院（種類の計を合計とします。種類も未記入なら合計に入りません）",
    "beds_kinds_differ": "病床の種類の計が合計と合わない病院（合計は大きいほうを数えます）",
    "beds_kinds_twice": "病床を2つの種類に重ねて書いた病院（種類の計が合計の2倍。種類には数えません）",
    "points_absent": "町丁・字の代表点が1つもない市区町村（到達時間は示しません）",
    "point_absent": "位置のない町丁・字（到達時間に入りません）",
    "point_outside": "代表点が市区町村の境界から1kmより離れている町丁・字（離島など。そのまま使います）",
    "grant_mean_differs": "表に書かれた平均点が、読み取った市町村の平均と0.05点より違う合計の列（得点は書かれたとおりに使います）",
    "grant_unions": "広域連合・一部事務組合の行（得点はなく、構成市町村の行を使います）",
    "capacity_implausible": "定員の欄が人数ではない事業所（未記入とします）",
}


class Imported(Protocol):
    """What the report is written from."""

    @property
    def new_log(self) -> pd.DataFrame:
        """Lines of the log that this import added."""

    @property
    def new_notes(self) -> pd.DataFrame:
        """Notes on the rows of the files of this import."""


def import_report(edition: Imported, labels: Mapping[str, str]) -> list[str]:
    """Return the report of an import.

    Parameters
    ----------
    edition : Imported
        With its log and notes.
    labels : mapping of str to str
        Name of each count.

    Returns
    -------
    list of str
        By file: what changed, then how many rows were mapped, left out or doubtful.
    """
    lines: list[str] = []
    log, notes = edition.new_log, edition.new_notes
    for file in dict.fromkeys([*log["file"], *notes["file"]]):
        lines.append(f"■ {file}")
        for change in log[log["file"] == file].to_dict("records"):
            label = labels.get(change["count"], change["count"])
            lines.append("  " + change_sentence(change, label))
            judgement, action = ACTIONS[change["change"]]
            if judgement != ACCEPT:
                lines.append(ACTION_LINE.format(judgement=judgement, action=action))
        own = notes[notes["file"] == file]
        numbers = own["number"].astype(int).groupby(own["problem"]).sum()
        lines += [f"  {NOTES[str(problem)]}：{number:,}行" for problem, number in numbers.items()]
    return lines or ["変わったところはありません。"]


def change_sentence(change: Mapping[Hashable, object], label: str) -> str:
    """Return what a line of the log says.

    Parameters
    ----------
    change : mapping
        A line of the log; codes may have been replaced by names.
    label : str
        Name of the count.

    Returns
    -------
    str
        One sentence.
    """
    named = {str(name): value for name, value in change.items()}
    listed = LISTS.get(str(named["area"]), "")
    return CHANGES[str(named["change"])].format_map({**named, "label": label, "list": listed})


def undone(files: Sequence[str]) -> str:
    """Return the sentence after an import was undone."""
    named = "、".join(files[:MOST_NAMED]) + ("ほか" if len(files) > MOST_NAMED else "")
    return f"{named}を取り込む前の数値に戻しました。"


# Steps on screen and on the command line, by the keys that `sources` tells; {detail} is a file name.
STEPS = {
    "step_open": "手元の数値を開いています",
    "step_file": "読み取り：{detail}",
    "step_compare": "照合：手元の数値と市区町村コードを突き合わせています",
    "step_changes": "変更点：増えた値・なくなった値・大きく動いた値を調べています",
    "step_keep": "取り込み前の数値を控えています",
    "step_write_figures": "書き込み：数値の表を置きかえています",
    "step_imported": "書き込みました",
}
STEP_BUILD = "集計：{step}"

# The box on screen
IMPORT = "ファイルの取り込み"
WAITING_FINDING = "{number}件のファイルが取り込みを待っています：{names}"
WAITING_NONE = "取り込みを待っているファイルはありません"
WAITING_COLUMNS = {
    "count": "待っているもの",
    "file": "ファイル名",
    "publisher": "公表元",
    "page": "公表ページ（このパソコンからは開きません）",
}
WAITING_NOTE = "取り込むまでは「未収集」と表示し、0とは扱いません。"
UPLOAD = "公表されたままのファイル（CSV・Excelなど。まとめて入れられます）"
UPLOAD_CHOOSE = "ファイルを選ぶ"
UPLOAD_LIMIT = "ここに置くこともできます。1つ20MBまで"
UPLOAD_HELP = (
    "読めるもの：介護サービス情報公表システム（jigyosho_番号.csv）、SSDSE-A、国勢調査 第2-7-1表、社人研の推計、"
    "介護保険事業状況報告（年報）の第2表・第4-1-1表、交付金の評価結果（市町村分の全国集計）、市区町村の境界など。ファイル名は変えないでください。"
)
AS_OF = "ファイルの時点（例：2026-06）"
AS_OF_HELP = (
    "介護サービス情報公表システムと介護保険事業状況報告のファイルには時点が書かれていません。"
    "公表ページにある時点を、年-月の形で入れてください。ほかのファイルでは要りません。"
)
AS_OF_EXAMPLE = "2026-06"
ACCEPT_JUMP = "値が大きく動いていること（増減とも）を認める"
READ_NOTHING = "上の欄でファイルを選ぶと、読み取れます。"
WAITS_FOR_WORD = "大きく動いた数があるため、上の「値が大きく動いていること（増減とも）を認める」に印を付けると、取り込めます。"
READ_BUTTON = "読み取って確かめる"
READING_NOW = "読み取って、手元の数値と照合しています"
READ_DONE = "読み取りと照合が終わりました。まだ書き込んでいません"
IMPORT_BUTTON = "取り込む"
IMPORTING_NOW = "取り込んでいます。終わるまで画面を閉じたり移ったりしないでください"
IMPORT_DONE = "取り込みました。新しい数値で表示しています：{files}"
CANCEL_BUTTON = "やめる"
FAILED = "取り込めませんでした。手元の数値は変わっていません"
PREVIEW_FINDING = "取り込むと、変更点は{all}件（うち確認するもの{confirm}件）。まだ書き込んでいません"
PREVIEW_NONE = "取り込んでも、変わるところはありません。"
PREVIEW_NOTES = "読み取りで分かったこと：{notes}"
NOTE_ROWS = "{note}（{rows}行）"
NOT_SHARED = {
    "session": "この画面は各自の利用だけの設定のため、全員に見える数値の取り込みはできません。保守の担当者に頼んでください。",
    "readonly": "この画面は見るだけの設定のため、取り込みはできません。保守の担当者に頼んでください。",
}
NOT_ALLOWED = "全員に見える数値の取り込みは、すべての市区町村に書き込める人だけができます。保守の担当者に頼んでください。"
UNDER_WAY = "いま、ほかの人が取り込み中です。終わるまで、取り込みと取り消しはできません。"
FILES_UNTIL = "{files}ほか{more}件"

UNDO = "取り込みの取り消し"
UNDO_FINDING = "いちばん新しい取り込み（{files}、{at}）は取り消せます"
UNDO_NOTE = "取り込み前の数値を新しいものから{most}回分まで控えています。新しい取り込みから順に戻します。"
UNDO_BUTTON = "取り込み前に戻す"
UNDO_CONFIRM = "「{files}」を取り込む前の数値に、全員の画面が戻ります。"
UNDO_SURE = "はい、戻す"
UNDOING_NOW = "取り込み前の数値に戻しています"
STEP_UNDO = "書き込み：取り込み前の数値の表に戻しています"
