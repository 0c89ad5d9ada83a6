"""What is said of a figure over its years: where it goes, or why that is not judged."""

from __future__ import annotations

from carecompare.text.format import year_word

SECTION = "年ごとの動き"
ONE_YEAR = "{name}は{year}の値だけです。別の年の資料を取り込むと、ここに年ごとの動きを示します。"
ONE_YEAR_ALONE = "{name}は{year}の値だけです。年ごとの値がある指標を上の欄で選んでください。"
WAYS = {"up": "上がっている", "down": "下がっている", "no_change": "はっきりした動きはない"}
TREND = "傾向：{first}〜{last}の等間隔の5つの値から、{way}と判定しました（偶然のゆらぎを超えるかの目安）。"
NOT_JUDGED = (
    "傾向は判定していません。等間隔の5つの年に、同じ作り方で10件以上の値がそろうときだけ判定します"
    "（「変わらない」という意味ではありません）。"
)
CENSUSES = "分母の国勢調査の年：{years}。国勢調査が替わる年は、分母の違いでも値が動きます。"
BREAK = "年齢不詳を補った分母（不詳補完値）による年は、人数のままの分母による年と線をつないでいません。"

DEFINITION = "{year}年からはそれより前と数え方が違うため、線をつながず、増減も傾向も述べません。{note}"


def trend(way: str, first: int, last: int, *, fiscal: bool) -> str:
    """Return where five points go, with the years at both ends."""
    ends = {"first": year_word(first, fiscal=fiscal), "last": year_word(last, fiscal=fiscal)}
    return TREND.format(way=WAYS[way], **ends)
