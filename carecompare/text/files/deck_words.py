"""Words on the page and in the menus that make slides."""

from __future__ import annotations

SECTION = "スライド（PowerPoint）"
LEAD = (
    "並べた図を、図と表を直せるスライドにします。題には図の読み取り（文）、"
    "ノートには定義・注意・表が入り、出典と日付はすべてのスライドに付きます。"
    "数字は書き出すたびに新しくなります。"
)
MEETING = "会議の名前（表紙の題）"
MEETING_PLACEHOLDER = "例：第3回 介護保険事業計画策定委員会"
MEETING_SAVED = "会議の名前を保存しました。"
SIZE = "大きさ"
SIZES = {"16:9": "16:9（投影）", "a4": "A4横（印刷）"}
TEMPLATE = "ひな形"
TEMPLATE_NONE = "標準"
TEMPLATE_OWN = "自町のひな形（{name}）"
TEMPLATE_KEEPS = "ひな形の大きさのままにします。"
STANDARD = "{own}の12枚を入れる"
STANDARD_AT_ONCE = "{own}の12枚でスライドを作る"
STANDARD_HELP = (
    "目立つ点、高齢化、世帯、見通し、認定率、資源、似た自治体、取組までの12枚を、並べた図の後ろに入れます。"
)
STANDARD_ADDED = "{own}の{count}枚を入れました。"
STANDARD_MAKING = "{own}の12枚をそろえています"
MAKE = "スライドを作る（{count}枚）"
WITH_APPENDIX = "付表を付ける（{count}枚）"
WITH_APPENDIX_HELP = "付表は、図の数字の表と、1枚に入らない表の全部です。"
COUNTED = "表紙1枚と図{items}枚で{all}枚です。"
COUNTED_APPENDIX = "表紙1枚、図{items}枚、付表{appendix}枚で{all}枚です。"
MAKING = "スライドを作っています（{done}／{of}）"
COMPARING = "前回の数字とくらべています"
READY = "スライドをダウンロード（全{count}枚、{kilobytes}KB）"
FILE = "会議資料_{own}_{date}.pptx"
ONE = "スライド1枚（PowerPoint）"

CHANGED = "数字の変わった図（{count}枚）"
CHANGED_NONE = "並べた図の数字は、入れたときと同じです。"
CHANGED_LEAD = (
    "入れたときから数字が変わっています。スライドには新しい数字が入り、変わったところはノートに書きます。"
    "「新しい数字にする」を押すと、今の数字を次の比較の元にします。"
)
CHANGED_ITEM = "{place}枚目　{title}（{made}から{count}か所）"
CHANGED_COLUMNS = ("行", "列", "前", "今")
CHANGED_MORE = "ほか{count}か所"
CHANGED_TITLE = "読み取り：{before} → {after}"
RENEW = "新しい数字にする"
RENEW_ALL = "全部を新しい数字にする"
RENEWED = "{count}枚を新しい数字にしました。"
GONE = "今の数字では作れない図：{titles}。スライドには、入れたときの数字を、その旨を添えて載せます。"

TEMPLATE_TITLE = "自町のひな形"
TEMPLATE_LEAD = (
    "PowerPointのファイル（.pptx、10MBまで）を入れると、そのマスター・文字・大きさでスライドを作ります。"
    "ひな形の中のスライドは使いません。マクロの入ったファイルは使えません。"
)
TEMPLATE_UPLOAD = "ひな形のファイル"
TEMPLATE_SAVE = "このひな形を使う"
TEMPLATE_SAVED = "ひな形「{name}」を保存しました。"
TEMPLATE_DELETE = "ひな形を外す"
TEMPLATE_DELETED = "ひな形を外しました。"
