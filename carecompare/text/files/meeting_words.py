"""Words on the papers of a meeting: what is put together, its order, its titles."""

from __future__ import annotations

ADD = "会議資料に追加"
ADDED = "会議資料に入れました（{count}枚目）。"
PAGE_LEAD = (
    "どの画面でも、図の下の「使う」から「会議資料に追加」を押すと、ここに並びます。"
    "順番と題を整えて、スライドや用紙に書き出します。"
)
NOTHING = "まだ何も入っていません。図の下の「使う」から「会議資料に追加」を押してください。"
ITEMS = "並べた図（{count}枚）"
TITLE = "{place}枚目の題"
TITLE_HELP = "空にすると、図の読み取り（数字に合わせて変わる文）が題になります。"
UP = "上へ"
DOWN = "下へ"
REMOVE = "外す"
REMOVED = "「{title}」を外しました。「ひとつ前に戻す」で戻せます。"
MOVED = "順番を変えました。"
TITLED = "題を変えました。"
UNDONE_FIRST = "何も入っていない状態に戻しました。"
MADE = "{made}に追加"
OPEN = "画面を開く"
LINE = "{place}. {title}"
