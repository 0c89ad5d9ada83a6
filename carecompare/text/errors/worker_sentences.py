"""Sentences of settings, of servers, and of work that a process of its own does."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.errors import Problem

SETTINGS: Mapping[Problem, str] = {
    "mode_unknown": "設定{setting}の値「{found}」は使えません。{expected}のどれかにしてください。",
    "workers_wrong": "設定{setting}の値「{found}」は使えません。0から{expected}までの整数にしてください。",
    "accounts_missing": "設定{setting}のファイル（書き込める人の表）を読めません（{found}）。ファイルの場所と権限を確かめてください。",
    "accounts_wrong": "書き込める人の表を読めません（{found}）。書き方はREADMEの「Accounts」にあります。",
    "accounts_proxies_missing": "書き込める人の表に proxies（利用者の名前を伝える中継サーバーのアドレス）がありません。"
    "書いてないと、だれでも人の名前を名乗れてしまいます。",
    "accounts_writer_wrong": "書き込める人の表の「{found}」を読めません。person か group のどちらか一方と、"
    "市区町村コード（5けた）、都道府県（2けた）か * を書いてください。",
    "accounts_name_twice": "書き込める人の表に「{found}」が2回あります。履歴で見分けられるように、別の名前にしてください。",
    "accounts_login_missing": "ログインの設定がありません。.streamlit/secrets.tomlに[auth]を書き、"
    'pip install -e ".[accounts]" を実行してください。',
}
SERVERS: Mapping[Problem, str] = {
    "replicas_wrong": "サーバーの数「{found}」は使えません。1から{expected}までにしてください。",
    "port_refused": "ポート{expected}で待ち受けられません（{found}）。--port か --address で、この機械で空いているものを指定してください。",
    "proxy_missing": "HAProxyがありません。sudo apt-get install haproxy で入れるか、--replicas を付けずに始めてください。",
    "proxy_refused": "HAProxyが設定を受け付けません（{found}）。HAProxyを2.6以降にしてください。",
    "app_missing": "app.pyがありません。carecompareのフォルダーで、pip install -e . で入れ直してください。",
}
WORKERS: Mapping[Problem, str] = {
    "letters_missing": "日本語の書体がないので、画像と紙を作れません。保守の担当者が "
    "pip install -c constraints.txt --no-deps {found} を実行すると作れます。",
    "worker_ended": "作成用のプロセスが途中で止まり、新しいものに入れかえましたので、もう一度操作してください。",
    "worker_too_long": "作成が{found}分たっても終わらないため、やめました。入れる内容を減らして、もう一度操作してください。",
    "worker_many_of_one": "作成中のファイルが{found}つあります。でき上がってから、もう一度操作してください。",
    "worker_many": "作成待ちが多すぎます。しばらくしてから、もう一度操作してください。",
}
