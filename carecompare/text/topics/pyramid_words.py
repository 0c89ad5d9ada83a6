"""Words of the population pyramid."""

from __future__ import annotations

from carecompare.text.format import number

YEAR = "推計の年"
PEER = "重ねる市区町村"
SUBTITLE = "男女別・5歳階級別の人口が全体に占める割合（%）。左＝男、右＝女。{peer}濃い帯＝団塊の世代（1947〜49年生まれ）と団塊ジュニア（1971〜74年生まれ）"
PEER_LEGEND = "黒い縦線＝{peer}　"
ONE_YEAR = "{year}年"
THEN = "{year}年（推計の基準）"
NOW = "{year}年（国勢調査）"
PROJECTED = "{year}年（推計）"
PERSONS = "{persons}人　75歳以上 {share}%"
NOTHING = "資料なし"
GENERATION = {"baby_boomers": "団塊", "second_baby_boomers": "団塊ジュニア"}
MALE, FEMALE = "男", "女"
BAND = "{age}〜{last}歳"
OPEN_BAND = "{age}歳以上"
FINDING = "{own}の75歳以上は{now}年の{then_share}%から{year}年の{share}%へ。人数の最も多い5歳階級は{then_band}から{band}へ"
FINDING_STAYS = (
    "{own}の75歳以上は{now}年の{then_share}%から{year}年の{share}%へ。人数の最も多い5歳階級は{band}のまま"
)
FINDING_NOW = "{own}で{now}年に人数の最も多い5歳階級は{band}、75歳以上は{share}%"
FINDING_NOTHING = "{own}は、国勢調査の日に住む人がいなかったか、男女別・年齢別の人口がありません"
AGE = "年齢"
COLUMN = "{year}年 {sex}（人）"
PEER_COLUMN = "{peer} {year}年 {sex}（%）"
CAPTION = "{own}の男女別・5歳階級別の人口"
RULE = (
    "{counted}年は国勢調査の人数（年齢不詳を除く割合）、{base}年（推計の基準）とその後は{ages}（社人研）です。"
    "作り方が違うため、同じ年の2つの値は少し違います。"
)
NEWER = "より新しい{total}には男女別・5歳階級別の収録がまだありません。"
UNKNOWN = "{own}の{year}年の年齢不詳{persons}人は、どの年齢にも入れていません。"
NO_PROJECTION = "{own}には、男女別・5歳階級別の市区町村の推計（{ages}）がありません。"
FILE = {
    "area": "コード",
    "name": "市区町村",
    "year": "年",
    "series": "系列",
    "age": "年齢",
    "male": "男",
    "female": "女",
}
SERIES = {"census": "国勢調査", "ipss_ages": "推計"}
TOOLTIP = {"band": "年齢", "sex": "性別", "said": "割合", "persons": "人数"}


def band(age: int, last: int) -> str:
    """Return the words of a band of ages; the last age of the open one is -1."""
    return OPEN_BAND.format(age=age) if last < 0 else BAND.format(age=age, last=last)


def persons(count: int, share: float) -> str:
    """Return how many people there are and how many of a hundred are 75 or older."""
    return PERSONS.format(persons=number(count), share=number(share, 1))
