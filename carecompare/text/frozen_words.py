"""Words on frozen views: what is kept, and what has changed since."""

from __future__ import annotations

FREEZE = "この画面を凍結"
FREEZE_HELP = (
    "いまの図・表・出典をそのまま残します。あとで開くと、同じ数字と、その後に変わったところが見られます。"
)
FROZEN = "凍結しました。「凍結ビュー」のページで開けます。"
LEAD = (
    "図の下の「使う」から「この画面を凍結」を押すと、そのときの図・表・出典がここに残ります。"
    "数字が新しくなったあとも同じ数字で開き、いまの数字との違いを示します。"
)
ITEMS = "凍結した画面（{count}）"
NOTHING = "まだありません。図の下の「使う」から「この画面を凍結」を押してください。"
NAME = "名前"
RENAMED = "名前を変えました。"
MADE = "{made}に凍結"
OPEN = "開く"
BACK = "一覧へ戻る"
REMOVE = "一覧から外す"
REMOVED = "「{name}」を一覧から外しました。「ひとつ前に戻す」で戻せます。"
UNDONE_FIRST = "何も凍結していない状態に戻しました。"
UNLISTED = "この凍結ビューは一覧から外されていますが、内容は残っています。"
UNKNOWN = "この凍結ビューは見つかりません。別の市区町村のものか、別の端末で保存したものかもしれません。"
LINE = "{name}（{made}）"
THEN = "凍結したとき（{made}）"
NOW = "いま（{made}）"
NO_VIEW = "いまは同じ画面を作れません（指標や市区町村がなくなったか、図の作りが変わりました）。"
SAME = "凍結したときから、表の数字は1つも変わっていません。"
CHANGED = "凍結したときから、表の{count}か所が変わっています。"
CHANGES = "変わったところ"
CHANGE_COLUMNS = ("項目", "列", "凍結したとき", "いま")
ROW_GONE = "（行がなくなりました）"
ROW_NEW = "（新しい行です）"
COLUMN_GONE = "（列がなくなりました）"
COLUMN_NEW = "（新しい列です）"
TITLE_ROW = "読み取り（題）"
SOURCES = "出典の版"
SOURCE_COLUMNS = ("出典", "凍結したとき", "いま")
SOURCES_SAME = "出典は凍結したときと同じ版です。"
SOURCE_GONE = "使っていません"
SOURCE_NEW = "使っていませんでした"
EDITION = "{editions}（{as_of}まで）"
DEFINITIONS = "指標の作り方"
DEFINITION_COLUMNS = ("指標", "凍結したとき", "いま")
DEFINITIONS_SAME = "指標の作り方は凍結したときと同じです。"
DEFINITION_GONE = "この指標はなくなりました"
DEFINITION = "{definition}（{unit}）{notes}"
TABLE_THEN = "凍結したときの表"
BETWEEN = "・"
MORE = "ほか{count}か所"
EXCEL = "凍結した内容をExcelで"
PNG = "凍結した図を画像（PNG）で"
