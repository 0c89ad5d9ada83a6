"""Words of the search and of the glossary."""

from __future__ import annotations

SEARCH = "さがす（指標・ページ・用語）"
PLACEHOLDER = "指標・ページ・用語をさがす"
KINDS = {"page": "ページ", "item": "指標", "term": "用語"}
OPTION = "{label}｜{kind}　{reading}"
GLOSSARY_FIND = "用語をさがす（漢字でもかなでも）"
COLUMNS = {
    "term": "用語",
    "reading": "よみ",
    "meaning": "意味",
    "page": "使うページ",
    "source": "もとの資料",
}
COUNT = "{found}／{all}の用語"
OPEN = "「{page}」を開く"
OPEN_INDICATOR = "「{indicator}」の順位を開く"
NOTHING = "その言葉の用語はありません。左の「さがす」では、指標とページも探せます。"
