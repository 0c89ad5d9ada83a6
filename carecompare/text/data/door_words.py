"""What the server says to whom it does not answer."""

from __future__ import annotations

HOST_REFUSED = "このサーバーは「{host}」という名前では答えません。この名前で使うには、設定CARECOMPARE_HOSTSに名前を加えてください。"
UPLOADS_FULL = (
    "1人が置けるファイルは合わせて100MBまでです。要らないファイルを外してから、もう一度入れてください。"
)
NOTHING_HERE = "ここには何もありません。"
# While no server answers, as when all are started again.
WAITING_TITLE = "サーバーを準備しています"
WAITING = "準備ができると、このページは自動で開きます。1分たっても変わらないときは、情報システムの担当に伝えてください。"
