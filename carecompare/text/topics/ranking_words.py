"""Words of the ranking of all municipalities."""

from __future__ import annotations

FILTERS = "さがす・しぼる"
FIND = "市区町村をさがす"
FIND_PLACEHOLDER = "名前・よみ・都道府県・コード"
PREFECTURE = "都道府県"
CLASS = "類似団体の区分"
SIZE = "人口"
ORDER = "並べ方"
ALL = "すべて"
ORDERS = {"high": "高い順", "low": "低い順", "code": "コード順"}
# By key the smallest population and the one that is no longer in it.
SIZES = {
    "s1": ("5千人未満", 0, 5_000),
    "s2": ("5千〜1万人", 5_000, 10_000),
    "s3": ("1万〜3万人", 10_000, 30_000),
    "s4": ("3万〜5万人", 30_000, 50_000),
    "s5": ("5万〜10万人", 50_000, 100_000),
    "s6": ("10万〜20万人", 100_000, 200_000),
    "s7": ("20万〜50万人", 200_000, 500_000),
    "s8": ("50万人以上", 500_000, 10**9),
}
SIZE_AMONG = "人口{size}"
CLASS_AMONG = "類似団体「{name}」"
FIND_AMONG = "「{text}」に合う"
AND = "・"
AMONG = "{parts}の"
RANK_WITHIN = "絞った{of}中"
POPULATION = "人口"
PREFECTURE_RANK = "{prefecture_word}順位は{of}中{rank}（高い順）"
OUTSIDE = "自町は絞り込みの外にあるため、題名は全国の順位です。"
SUBTITLE = "{label}（{unit}）、{when}。{rows}"
ROWS = "{all}市区町村のうち{first}〜{last}番目"
NOBODY = "条件に合う市区町村がありません。"
WITHOUT_RANK = (
    "順位を付けない市区町村（数が少ない、保険者の値など）と値のない市区町村は、"
    "順位のある市区町村の後に、理由を付けて並べています。順位はその値も数えた位置のため、番号が飛ぶことがあります。"
)
OWN_AT = "自町（{place}番目）"
OWN_OUTSIDE = "自町（絞り込みの外）"
GAP_BEFORE = "… 間の{count}市区町村を省いて、{places}番目"
GAP_NONE = "{places}番目"
BACK, NEXT, TO_OWN = "前へ", "次へ", "自町のところへ"
FOLLOWED = "{said}。{more}"
