"""Words of the commands on a town's own figures."""

from __future__ import annotations

AUTHOR = "コマンド"
UNREADABLE = "読めません"
SAVED = "{kind}：全部で{count}件になりました（{area}、第{version}版、{author}）。"
RESTORED = "{kind}：第{restored_from}版の内容に戻しました（{area}、第{version}版、{author}）。"
READING = "{done}／{all} {file}"
EXPORTED = "{file}：{count}市区町村の記録の最新版を書き出しました。"
BROUGHT = "{kind}：取り込みました（{area}、第{version}版）。前の内容は履歴にあります。"
MOVING = "移しています {done}／{all}"
MOVED = "{copied}の版を移しました（前から移す先にあった版：{known}）。元の場所もそのままです。"
MOVED_NEXT = "設定CARECOMPARE_OWNを移した先にして、サーバーを起動し直してください。その前に保存されたものは、このコマンドをもう一度実行すれば移ります。"
KNOWN = "{kind}：同じ内容がもうあります（{area}）。"
