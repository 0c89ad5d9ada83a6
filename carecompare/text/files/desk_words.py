"""What the window says from which the dashboard is started, at a desk or as a service."""

from __future__ import annotations

STARTING = "carecompare を始めています。しばらくお待ちください。"
OPEN = "ブラウザーで開いてください：{address}"
OFFICE = "庁内のほかの端末からは：{addresses}"
KEEP = "使っている間は、この画面を閉じないでください。終わるときは、この画面を閉じるか Ctrl+C を押します。"
KEPT = "自町で保存したものの場所：{folder}"
ENDED = "carecompare を終わりました。"
NO_PORT = "{first}番から{last}番までの番号が、すべてほかのプログラムに使われています。ほかのプログラムを終わるか、--port で番号を指定してください。"
MISSING = "部品「{name}」がありません。zip を「すべて展開」し直してください。"
SILENT = "{seconds}秒待っても始まりませんでした。上に出ている文字を、情報システムの担当に伝えてください。"
SERVING = "{count}つのサーバーで開いています：http://{address}:{port}（終わるときは Ctrl+C）"
DIED = "{name}が終了コード{code}で止まったため、始め直します。"
