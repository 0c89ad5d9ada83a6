"""Words of 見込み: what would be if an assumption held. Nothing of it is called a forecast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.text.format import date, number, signed

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAD = (
    "年齢別の人口に、年齢別の認定率の仮定を掛けた計算です。「仮定どおりなら」こうなるという数で、予測ではありません。"
    "2つの仮定を並べて、違いをくらべられます。"
)
FIRST, SECOND = "仮定1", "仮定2"
YEARLY = "{name}：認定率の変わり方"
ASSUMED = {
    "own": "自町の年齢別の認定率のまま",
    "nation": "全国の年齢別の認定率なら",
    "prefecture": "{prefecture}の年齢別の認定率なら",
    "peers": "くらべる相手（合計）の年齢別の認定率なら",
}
ASSUMED_OF = "{name}の年齢別の認定率なら"
YEARLY_NONE = "変わらない"
YEARLY_CHANGE = "毎年{change}%ずつ変わる（いまの率の割合で）"
YEARLY_SHORT = "{assumed}、毎年{change}%"
LISTED = "・"
SECTION_PARTS = "変化の内訳：人数か、年齢か、認定率か"
SECTION_SERVICES = "サービスごとの事業所と利用者"

SUBTITLE = "認定者（人）。太い線＝{first}　点線＝{second}　横線＝{year}年（自町のいまの認定率）。{ages_last}年までは年齢別、その先は65歳以上の伸びだけ"
WHAT = "要介護・要支援認定者の見込み（人、仮定どおりなら）"
AXIS = "認定者（人）"
NOW = "{year}年 {figure}"
COLUMNS = ("年", "65〜74歳（人）", "75〜84歳（人）", "85歳以上（人）", "65歳以上（人）")
CERTIFIED_COLUMN, RATE_COLUMN = "認定者（{name}）", "認定率（%、{name}）"
DIFFERENCE_COLUMN = "差（仮定2−仮定1）"
YEAR = "{year}年"
NO_AGES = "年齢別なし"
CAPTION = "仮定1＝{first}、仮定2＝{second}"
FILE_COLUMNS = {
    "year": "年",
    "assumption": "仮定",
    "age": "年齢",
    "persons": "人口（人）",
    "certified": "認定者（人）",
}
ALL_AGES = "65歳以上"

COUNTED = (
    "{year}年の人口は国勢調査（不詳補完値）で、その後は{ages}の年齢ごとの増減率で進めています（当方算出）。"
)
PROJECTED = "{year}年の人口は{ages}です。国勢調査の年齢別の人数が手元にないため、推計から始めています。"
SPLITS = "{year}年の国勢調査の85歳以上の人数は手元にないため、75歳以上の人数を、{ages}の割合で84歳までと85歳からに分けています。"
FEW = "認定者が10人未満のため、1人の違いで割合も見込みも大きく変わります。"
NAMED = "{label}：{name}"
BEYOND = "{years}年は年齢別の推計がないため、{last}年の年齢構成のまま、65歳以上の人口（{total}）の増減率だけで延ばしました。"
RATES = "認定率は{year}の第1号被保険者の3つの年齢区分（65〜74歳・75〜84歳・85歳以上）で、それより細かい年齢では手元にありません。"
ONE_YEAR = "年齢別の認定率が手元にあるのは{years}だけです。過去の動きから傾きは計算していません。変わり方は仮定として選びます。"
NOT_FORECAST = (
    "認定の基準や申請のしやすさ、予防の取組で認定率は変わります。実際の数は計画の検討で確かめてください。"
)
OTHER_LEFT_OUT = "仮定に使う認定率に資料のない市区町村：{names}"
REASON = {
    "own_unknown": "{own}の年齢別の認定率が手元にないため、計算できません。",
    "no_projection": "{own}には年齢別の将来推計人口（{ages}）がないため、計算できません。",
}

PARTS_WHAT = "認定者の変化の内訳（人、{first}年から{last}年、仮定どおりなら）"
PARTS_COLUMNS = {
    "assumption": "仮定",
    "first": "{first}年（人）",
    "last": "{last}年（人）",
    "change": "変化",
    "size": "うち人数（65歳以上の増減）",
    "structure": "うち年齢構成",
    "rates": "うち年齢別の認定率",
}
PARTS = ("人数", "年齢構成", "年齢別の認定率")
PARTS_UNKNOWN = "変化の内訳は計算できません（どれかの年齢区分に人がいません）"
PERSONS_UNIT = "人"
PARTS_NOTE = (
    "はじめの年は、どちらの仮定でも自町のいまの認定率です。内訳は、ほかをはじめと終わりの平均に置いたときの変化で、"
    "3つを足すと変化になります（四捨五入のため、1人ほど合わないことがあります）。"
)
SERVICES_WHAT = "いまの事業所の数を認定者の見込みに合わせた数（か所、仮定どおりなら）"
SERVICES_FINDING = (
    "仮定どおりなら、{own}の認定者1人あたりの事業所をいまのまま保つ数は、{year}年にいまの{change}%"
)
SERVICES_COLUMNS = {
    "service": "サービス",
    "now": "いま（か所）",
    "per_100_certified": "認定者100人あたり",
}
LATER_COLUMN = "{year}年（{name}）"
SERVICES_NOTE = "認定者1人あたりの事業所の数がいまのままとした計算です。定員・利用者・人材は含みません。10か所未満は計算上の参考です。"
SERVICES_AGES = "サービスの利用の割合は年齢別には手元にないため、認定者全体に合わせています。"
NO_USERS = (
    "サービスごとの利用者は、市区町村ごとの公表資料が手元にありません。「計画値と実績」に利用者数の実績を入れるか、"
    "見える化システムの利用者数・受給者数の出力を入れるか、「自町データ」に「独自：（サービス名）利用者数」（単位：人）を入れると、"
    "認定者1人あたりの利用をいまのままとした数を並べます。"
)
USERS_WHAT = "いまの利用者を認定者の見込みに合わせた数（人、仮定どおりなら）"
USERS_FINDING = (
    "仮定どおりなら、{own}の認定者1人あたりの利用をいまのまま保つと、利用者は{year}年にいまの{change}%"
)
USERS_COLUMNS = {"item": "サービス", "taken_from": "利用者の出どころ", "year": "時点", "now": "いま（人）"}
TAKEN_FROM = {"plan": "計画値と実績（実績）", "exports": "見える化システムの出力", "own": "自町データ"}
SEPTEMBER = "{year}（9月末）"
EXPORTED = "{code} {book}：{series}"
USERS_NOTE = (
    "利用者は自町が入れた数で、計画値や推計値は使っていません。どのサービスも、認定者1人あたりの利用がいまのままとした計算で、"
    "どの見込みとも限りません。同じサービスが2つの出どころにあるときは、両方を並べています。"
)
USERS_CREDIT = "利用者は、{sources}によります。"
CREDIT_PLAN = "「計画値と実績」に入れた実績（{version}）"
CREDIT_EXPORTS = "見える化システムの出力（{codes}、{days}）"
CREDIT_OWN = "「自町データ」"
CREDIT_BETWEEN = "、"
NO_DAY = "出力日は不明"
EXPORTED_ON = "{day}出力"
USER_WORDS = ("利用者", "受給者")
USER_UNITS = {"人", "人/月", "人/月平均"}
# Words of exports for what is only expected to come.
EXPECTED = ("見込", "推計")


def credit_exports(codes: Sequence[str], days: Sequence[str]) -> str:
    """Return which exports users are from, by their codes and the ISO days on which they were made."""
    made = LISTED.join(EXPORTED_ON.format(day=date(each)) for each in days) or NO_DAY
    return CREDIT_EXPORTS.format(codes=LISTED.join(dict.fromkeys(codes)), days=made)


def yearly(change: float) -> str:
    """Return by how much of itself a rate changes a year."""
    return YEARLY_CHANGE.format(change=signed(change * 100, 1))


def assumed_name(assumed: str, yearly: float) -> str:
    """Return an assumption with how its rates change."""
    if not yearly:
        return assumed
    return YEARLY_SHORT.format(assumed=assumed, change=signed(yearly * 100, 1))


def certified(own: str, now: tuple[int, float], first: tuple[int, float], second: tuple[int, float]) -> str:
    """Return how many would be certified under both assumptions.

    Parameters
    ----------
    own : str
        Name.
    now, first, second : tuple of int and float
        Year and persons: today, and later under each assumption.
    """
    return (
        f"仮定どおりなら、{own}の認定者は{now[0]}年の約{number(now[1])}人から、{first[0]}年に仮定1で約{number(first[1])}人、"
        f"仮定2で約{number(second[1])}人"
    )


def parts(own: str, years: tuple[int, int], sizes: tuple[float, float, float, float]) -> str:
    """Return what the change under the first assumption is made of: in all, persons, ages, rates."""
    total, size, structure, rates = (signed(each) for each in sizes)
    return (
        f"仮定どおりなら、{own}の認定者は{years[0]}年から{years[1]}年に{total}人。"
        f"うち人数で{size}人、年齢構成で{structure}人、年齢別の認定率で{rates}人（仮定1）"
    )
