"""Words of the page 図表集."""

from __future__ import annotations

ADD = "図表集に追加"
ADDED = "図表集に入れました（{count}枚目）。"
AGAIN = "この図は、もう図表集の{places}枚目に入っています。もう1枚入れますか。"
LEAD = (
    "どの画面でも、図の下の「使う」から「図表集に追加」を押すと、ここに並びます。章ごとに図表1-1のように番号を付け、"
    "白黒のWord・Excel・PDFにします。数字はいつも今の資料から作り直し、前の版から変わった数字を知らせます。"
)
NOTHING = "まだ何も入っていません。図の下の「使う」から「図表集に追加」を押すか、下のボタンで入れてください。"
FROM_PAPERS = "会議資料の図を入れる（{count}枚）"
FROM_PAPERS_NONE = "会議資料にまだ図がありません。"
STANDARD = "標準の12枚を入れる"
STANDARD_HELP = "{own}の高齢化・認定・資源・見通しなど、どの町でも使う図です。"
STANDARD_MAKING = "図を作っています"
MANY_ADDED = "図表集に{count}枚を入れました。"
MAKING = "図表を作っています（{done}／{all}枚）"

BOOK_TITLE = "図表集の題"
BOOK_TITLED = "図表集の題を変えました。"
CHAPTER_TITLE = "第{number}章の題"
CHAPTER_TITLED = "章の題を変えました。"
FIGURES = "並べた図表（{count}枚）"
CHAPTER_OPTION = "第{chapter}章"
FIGURE_TITLE = "図表{number}の題"
TITLE_HELP = "空にすると、図の名前が題になります。"
CHAPTER_OF = "章"
FORM = "載せ方"
FORMS = {"both": "図と表", "picture": "図だけ", "table": "表だけ"}
TEXT = "図表{number}の本文"
TEXT_HELP = "図表の前に載る、町の文章です。中の数字を、図表の数字とくらべます。"
TEXT_PLACEHOLDER = "例：本市の高齢化率は…"
UP, DOWN, REMOVE, OPEN = "上へ", "下へ", "外す", "画面を開く"
MOVED = "順番を変えました。"
CHANGED = "図表{number}を書き直しました。"
REMOVED = "「{title}」を外しました。「ひとつ前に戻す」で戻せます。"
UNDONE_FIRST = "何も入っていない状態に戻しました。"
GONE = "いまの資料では作れません。外すか、画面で作り直してください。"

STALE = (
    "本文の「{text}」（…{around}…）は前の版の図表{number}「{row}・{column}」の数字です。いまは {now} です。"
)
STALE_GONE = (
    "本文の「{text}」（…{around}…）は前の版の図表{number}「{row}・{column}」の数字です。いまはありません。"
)
UNFOUND = "本文の「{text}」（…{around}…）は、どの図表にも見つかりません。"
TEXT_AGREES = "本文の数字はすべて図表の数字と合っています。"
TEXT_RULE = "年・月日・第○期・要介護度・10未満の整数は調べません。書いてあるけた数に四捨五入して同じなら、合っているとします。"

MAKE_SECTION = "書き出す（Word・Excel・PDF）"
MAKE = {"docx": "Wordを作る", "xlsx": "Excelを作る", "pdf": "PDFを作る"}
READY = {
    "docx": "Wordを保存（{kilobytes}KB）",
    "xlsx": "Excelを保存（{kilobytes}KB）",
    "pdf": "PDFを保存（{kilobytes}KB）",
}
FILE = "図表集_{own}_{made}.{ending}"
MARKS = "前の版から変わった数字に＊を付ける"
WORD_NOTE = "Wordを開くと「フィールドを更新しますか」と聞かれます。「はい」で図表番号と、図表目次のページ番号が入ります。"

CHANGES_SECTION = "前の版から変わったところ"
NO_LEDGER = "まだ版を残していません。いまの数字を版として残すと、次に作るときに、変わった数字を知らせます。"
LEDGER_OF = "前の版：{name}（{made}、{figures}図表・{cells}個の数字）"
NAMELESS = "名前なし"
UNCHANGED = "前の版から変わった数字はありません（{cells}個の数字をくらべました）。"
CHANGED_COUNT = "{figures}図表で{cells}個の数字が変わりました。"
CHANGE_COLUMNS = ("図表", "図表の題", "行", "列", "前の版", "いま", "変化")
WHOLE = "（図表全体）"
MORE = "ほか{count}件は、下の台帳とExcelにあります。"
KEEP_NAME = "版の名前"
KEEP_PLACEHOLDER = "例：令和8年度 素案"
KEEP = "いまの数字を版として残す"
KEEP_HELP = "台帳を残します。次からは、この版とくらべます。前の版も履歴に残ります。"
KEPT = "{count}個の数字を台帳に残しました。"
LEDGER_UNDONE_FIRST = "台帳が何もない状態に戻しました。"

LEDGER_SECTION = "台帳"
LEDGER_LEAD = "図表の数字を1つ1行で、資料と時点、ほかに載る図表と並べます。全部はExcelの「台帳」にあります。"
LEDGER_OF_FIGURE = "図表を選ぶ"
LEDGER_SOURCE = "{source}（時点：{as_of}）"
