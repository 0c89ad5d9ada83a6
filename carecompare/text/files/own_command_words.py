"""Words of the commands on a town's own figures."""

from __future__ import annotations

AUTHOR = "コマンド"
UNREADABLE = "読めません"
SAVED = "{kind}：全部で{count}件になりました（{area}、第{version}版、{author}）。"
RESTORED = "{kind}：第{restored_from}版の内容に戻しました（{area}、第{version}版、{author}）。"
READING = "{done}／{all} {file}"
EXPORTED = "{file}：{count}市区町村の記録の最新版を書き出しました。"
BROUGHT = "{kind}：取り込みました（{area}、第{version}版）。前の内容は履歴にあります。"
KNOWN = "{kind}：同じ内容がもうあります（{area}）。"
