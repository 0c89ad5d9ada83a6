"""Words of an import: its steps, the box on screen, the way back."""

from __future__ import annotations

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
WAITING_COLUMNS = ("待っているもの", "ファイル名", "公表元", "公表ページ（このパソコンからは開きません）")
WAITING_NOTE = "取り込むまでは「未収集」と表示し、0とは扱いません。"
UPLOAD = "公表されたままのファイル（CSV・Excelなど。まとめて入れられます）"
UPLOAD_CHOOSE = "ファイルを選ぶ"
UPLOAD_LIMIT = "ここに置くこともできます。1つ20MBまで"
UPLOAD_HELP = (
    "読めるもの：介護サービス情報公表システム（jigyosho_番号.csv）、SSDSE-A、国勢調査 第2-7-1表、社人研の推計、"
    "介護保険事業状況報告（年報）の第2表・第4-1-1表、市区町村の境界など。ファイル名は変えないでください。"
)
AS_OF = "ファイルの時点（例：2026-06）"
AS_OF_HELP = (
    "介護サービス情報公表システムと介護保険事業状況報告のファイルには時点が書かれていません。"
    "公表ページにある時点を、年-月の形で入れてください。ほかのファイルでは要りません。"
)
AS_OF_EXAMPLE = "2026-06"
ACCEPT_JUMP = "値が大きく動いていること（増減とも）を認める"
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
