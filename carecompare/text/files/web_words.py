"""Words in the page that is one file, and beside the buttons that make it."""

from __future__ import annotations

TITLE = "{own}　地域包括ケアの現状"
MADE = "{date}作成　{product}"
LEAD = (
    "このファイルだけで、インターネットにつながらない端末のブラウザーでも開けます。"
    "図の上にマウスを置くと数字が出ます。数字の表と注意と出典は、それぞれの図の下にあります。"
    "高い・低いは良し悪しではありません。"
)
SKIP = "図へ進む"
CONTENTS = "目次"
FIGURE = "図。{title}。数字は下の表にあります。"
FAILED = "この端末では図を描けませんでした。数字は下の表にあります。"
WITHOUT_SCRIPTS = "スクリプトが止められているため、図は出ません。数字は下の表にあります。"
TABLE = "数字の表"
NOTES = "注意"
DEFINITIONS = "作り方"
BACK = "目次へ戻る"

PAGE = "1枚のHTML"
PAGE_HELP = (
    "図・表・注意・出典を1つのファイルにします。サーバーのない端末でも、ブラウザーだけで開いて見られます。"
)
DECK = "1枚のHTMLを作る"
MAKING = "HTMLを作っています"
READY = "1枚のHTMLをダウンロード（{count}図、{kilobytes}KB）"
FILE = "会議資料_{own}_{date}.html"
