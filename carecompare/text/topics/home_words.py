"""The words of the home page's panels that lead on."""

from __future__ import annotations

FINDINGS_CAUTION = "決まった規則で拾い出したもので、良し悪しの判定ではありません。根拠の図と注意は「気づき」のページにあります。"
PEERS_RULE = "人口・年齢・世帯・土地と産業・財政が近い順の上位{shown}市区町村です。医療・介護の資源は、似ているかを測る物差しに入れていません。"
COMPARE_WITH_PEERS = "くらべる相手を類似自治体にする"
