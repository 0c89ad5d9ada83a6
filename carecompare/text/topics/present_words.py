"""Words of the presenter's view."""

from __future__ import annotations

START = "はじめる"
LEAD = (
    "会議資料に並べた図を、1画面に1つずつ大きく映します。"
    "→・スペース・PageDown（クリッカー）で次へ、←・PageUpで前へ、Homeで最初へ進みます。"
)
NOTHING = "会議資料がまだ空です。各画面の図の下の「使う」から「会議資料に追加」を押すと、ここで映せます。"
TO_PAPERS = "会議資料を整える"
STEPS = "映す順番（{count}画面）"
STEP_LINE = "{place}. {title}"
MINUTES = "予定の時間（分）"
MINUTES_HELP = "過ぎると時計の色が変わり、超えた分が出ます。空なら経過時間だけを出します。"
HOW_TITLE = "操作"
HOW = (
    "次へ：→、スペース、PageDown、クリッカーの「進む」、画面右下の「次へ」",
    "前へ：←、PageUp、クリッカーの「戻る」",
    "最初へ：Home　最後へ：End　終える（一覧に戻る）：Esc",
    "全画面：F（もう一度押すと戻る）",
    "時計：映しはじめた時から数えます。「時計を0に」で戻ります。",
    "画面が閉じても、同じリンクを開くと同じ図から続けられます。右下のQRコードは、手元の端末で同じ図を開くためのものです。",
)
NEXT, BACK, FIRST, LAST, LEAVE = "次へ", "前へ", "最初へ", "最後へ", "終える"
NEXT_BY_SPACE, NEXT_BY_CLICKER, BACK_BY_CLICKER = (
    "次へ（スペース）",
    "次へ（クリッカー）",
    "前へ（クリッカー）",
)
FULL_SCREEN = "全画面（F）"
RESET = "時計を0に"
PLACE = "{place} / {count}"
PLACE_PART = "{place} / {count}（{part}／{every}）"
QR = "この図を手元で開くQRコード"
GONE = "この図は、今の資料では表示できません。"
MORE_SOURCES = "　ほか{count}件（全部は、この図のページの「くわしく」と配布資料に）"
END = "おわり"
END_LEAD = "{own}の発表は以上です。"
NO_SUCH = "リンクの画面は会議資料にありません。順番の一覧から選んでください。"
OVER = "超過"
REMAINING = "残り"
UNTITLED = "表"
