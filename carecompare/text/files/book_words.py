"""Words of the book of figures."""

from __future__ import annotations

NUMBER = "{chapter}-{place}"
LABEL = "図表"
GAP = "　"
CAPTION = "図表{number}　{title}"
LINE = "図表{chapter}-{place}　{title}"
SAME_NAME = "{name}（{count}）"
BETWEEN = "、"
# Words that make a number of tens of thousands or thousands.
TENS = {"千": 1e3, "万": 1e4, "億": 1e8}
# A number after one of these may be rounded to its last digit that is no zero.
ABOUT = ("約", "およそ", "おおむね", "ほぼ")
# Numbers of a paragraph that are no figures: dates, periods, ages, numbers of figures and of chapters.
NO_FIGURES = (
    "(?:令和|平成|昭和|西暦|R|H|S){number}年?度?",
    "(?<![0-9,.])(?:19|20)[0-9]{{2}}(?![0-9,.人か件世床円%戸日])",
    "{number}年度?",
    "{number}月(?:{number}日|末)?",
    "第{number}(?:期|章|節|条|項|号|次|回|表|図)?(?:-{number})?",
    "(?:図表|図|表|No.){number}(?:-{number})?",
    "{number}(?:-|〜|~)?{number}?歳(?:以上|未満|代)?",
    "要(?:介護|支援){number}(?:[〜~-]{number})?",
    "{number}号",
    "{number}%区間",
)

# In the book
IN_PICTURE = "【{title}】"
CHAPTER_UNTITLED = "図表"
UNIT = "単位：{unit}"
NOTE = "注）{note}"
STOPS = "。、　 "
MARK = "＊"
MARK_MEANS = "＊＝前の版（{made}）の台帳から変わった数字"
LIST = "図表目次"
_SOURCE, _PRINTED_SOURCE = "出典：", "資料："
# Words on colour that pictures without colour have otherwise.
_IN_GREY = (("赤い", "黒い"), ("赤＝", "濃い色＝"), ("▶と赤", "▶と黒"), ("赤系", "黒系"))


def source(line: str) -> str:
    """Return a source line as plans print it."""
    return _PRINTED_SOURCE + line.removeprefix(_SOURCE) if line else ""


def in_grey(text: str) -> str:
    """Return how a picture is read where what is red on screen is black."""
    for before, after in _IN_GREY:
        text = text.replace(before, after)
    return text


CHAPTER = "{number}　{title}"
TITLE = "{own}　図表集"
GONE = "この図表は、いまの資料では作れません。前の版の数字は台帳の履歴にあります。"
NUMBERED = "図表{number}"

# The workbook
SHEET = "図表{number}"
LIST_SHEET, LEDGER_SHEET = "一覧", "台帳"
LIST_COLUMNS = ("図表番号", "図表の題", "種類", "章", "資料（出典）", "時点", "数字の数", "変わった数字")
LEDGER_COLUMNS = (
    "図表番号",
    "図表の題",
    "行",
    "列",
    "値",
    "図表での表し方",
    "単位",
    "資料（出典）",
    "時点",
    "ほかに載る図表",
    "前の版",
    "変化",
)
KINDS = {
    "bars": "横棒",
    "stacked_bars": "積上げ横棒",
    "columns": "縦棒",
    "lines": "折れ線",
    "waterfall": "内訳の棒",
}
# Whether it has a picture.
KIND_OTHER = {True: "図", False: "表"}
CHANGE_KINDS = {"changed": "変わった", "new": "新しい", "gone": "なくなった"}
HOW_TO_READ_LINES = (
    "黒は自町、灰色はくらべる相手です。図はすぐ下の数字とつながっていて、数字や体裁を変えられます。",
    "台帳は、図表の数字を1つ1行で並べたものです。値は計算できる数値で、△は負の数です。",
    "値のないところには理由の言葉（資料なし・未収集・秘匿・表示しない など）が入っています。0ではありません。",
    "高い・低いは良し悪しではありません。くらべる相手の平均や中央値は目標ではありません。",
)

# What a view is called where its own words are no title.
TITLES = {
    "home_households": "高齢者だけの世帯（{what}）",
    "home_resources": "おもな医療・介護の資源（{what}）",
    "outlook": "75歳以上の人口と医療・介護の需要の見通し",
    "finance": "財政の指標（{what}）",
    "reach": "遠い町丁・字：{what}",
    "reach_peers": "30分以内に届く割合：{what}",
    "reach_services": "サービスごとの所要時間：{what}",
    "reach_hard": "届きにくい町丁・字",
    "reach_gaps": "密度と届く範囲で順位の変わる市区町村（訪問介護）",
    "peers": "自町に似た市区町村（{what}）",
    "initiative_types": "取組の型（記録のあるもの）",
    "initiative_fields": "取組の分野（記録のあるもの）",
    "find_initiatives": "気づきに当てはまる取組の事例",
}
