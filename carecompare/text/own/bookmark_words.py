"""Words of the screens that a town comes back to."""

from __future__ import annotations

NAME = "この画面の名前"
PLACEHOLDER = "例：議会で見る図"
KEEP = "覚える"
KEPT = "覚えました。「ホーム」の下の「覚えた画面」と、この「リンク」の欄から開けます。"
LIST = "覚えた画面"
LIST_NOTE = "自町・くらべる相手・年などを、覚えたときのまま開きます。数字は今のものです。"
REMOVE = "外す"
REMOVED = "「{name}」を覚えた画面から外しました。"
UNDONE_FIRST = "覚えた画面を、何も覚えていない状態に戻しました。"
