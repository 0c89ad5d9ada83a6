"""Sentences of settings, of servers, and of work that a process of its own does."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.errors import Problem

SETTINGS: Mapping[Problem, str] = {
    "mode_unknown": "設定{setting}の値「{found}」は使えません。{expected}のどれかにしてください。",
    "workers_wrong": "設定{setting}の値「{found}」は使えません。0から{expected}までの整数にしてください。",
}
SERVERS: Mapping[Problem, str] = {
    "replicas_wrong": "サーバーの数「{found}」は使えません。1から{expected}までにしてください。",
    "port_refused": "ポート{expected}で待ち受けられません（{found}）。--port か --address で、この機械で空いているものを指定してください。",
    "proxy_missing": "HAProxyがありません。sudo apt-get install haproxy で入れるか、--replicas を付けずに始めてください。",
    "proxy_refused": "HAProxyが設定を受け付けません（{found}）。HAProxyを2.6以降にしてください。",
    "app_missing": "app.pyがありません。carecompareのフォルダーで、pip install -e . で入れ直してください。",
}
WORKERS: Mapping[Problem, str] = {
    "worker_ended": "作成用のプロセスが途中で止まり、新しいものに入れかえましたので、もう一度操作してください。",
    "worker_too_long": "作成が{found}分たっても終わらないため、やめました。入れる内容を減らして、もう一度操作してください。",
    "worker_many_of_one": "作成中のファイルが{found}つあります。でき上がってから、もう一度操作してください。",
    "worker_many": "作成待ちが多すぎます。しばらくしてから、もう一度操作してください。",
}
