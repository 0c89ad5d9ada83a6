"""Words of the incentive grants to insurers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.text.format import number

if TYPE_CHECKING:
    from collections.abc import Mapping

LEAD = (
    "保険者機能強化推進交付金（推進）と介護保険保険者努力支援交付金（支援）の得点を、県・全国・相手と並べます。"
    "年度は交付金の年度で、評価の対象は前年度の取組です。"
)
NO_FILE = (
    "交付金の得点はまだ入っていません（0点という意味ではありません）。厚生労働省が公表する市町村分の評価結果のExcel"
    "（シート「全国集計（市町村）」）を取り込むと、全1,741市区町村の得点と約300項目の評価がこの画面に出ます。"
    "令和6年度から8年度のどの年度も取り込めます。"
)
TO_IMPORT = "「{page}」で取り込む"
YEAR_WORD = "{year}年度"
FUNDS = {"promotion": "推進", "support": "支援", "total": "推進・支援"}
ROMAN = {1: "Ⅰ", 2: "Ⅱ", 3: "Ⅲ", 4: "Ⅳ"}
MAXIMUM = {"total": 800, "fund": 400, "goal": 100}
TOTAL = "推進・支援合計"
FUND_TOTAL = "{fund}合計"
GOAL = "{fund}{goal}"
GOALS_COLUMNS = {
    "item": "区分・目標",
    "points": "配点",
    "own": "自町",
    "prefecture": "{prefecture}平均",
    "prefecture_median": "{prefecture}中央値",
    "prefecture_rank": "{prefecture}内順位",
    "nation": "全国平均",
    "nation_rank": "全国順位",
    "above_prefecture": "{prefecture}平均との差",
    "above_nation": "全国平均との差",
    "peers_median": "相手の中央値",
    "reading": "見方",
}
FOUR_WAYS = {
    (True, True): "全国・県の平均以上",
    (False, False): "全国・県の平均より低い",
    (False, True): "全国平均より低いが県平均以上",
    (True, False): "全国平均以上だが県平均より低い",
}
GOALS_FINDING = (
    "{own}の得点は{score}点（800点満点）、全国{rank}位、{prefecture}内{in_prefecture}位（{year}年度）"
)
GOALS_WHAT = "交付金の得点（点）、{year}年度"
GOALS_NOTE = (
    "平均は市町村の得点の単純平均、順位は得点の高い順（同点は同じ順位）です。平均は目標ではありません。"
)
GOAL_FOUR = "目標Ⅳ（成果）は推進と支援で同じ指標で、両方に数えて800点になります。"
ZERO_IS_SILENT = "0点は、取り組んでいないのか、条件に満たないのか、報告がないのかを区別しません。"
GROUP = "同じ規模区分（{size}）で{depopulated}の{count}団体の中では{rank}位、中央値は{median}点です。"
SIZES = {1: "第1号被保険者3千人未満", 2: "3千〜1万人", 3: "1万〜5万人", 4: "5万〜10万人", 5: "10万人以上"}
DEPOPULATED = {True: "過疎地域", False: "過疎地域以外"}
UNION = (
    "{own}の保険者は{union}で、連合には得点がなく、構成市町村ごとに得点があります。構成{count}市町村の単純平均は{mean}点、"
    "第1号被保険者数で重みを付けると{weighted}点です。目標Ⅳは保険者ごとの計算のため、構成市町村で同じ点になります。"
)
UNION_PLAIN = (
    "{own}の保険者は{union}で、連合には得点がありません。構成{count}市町村の単純平均は{mean}点です。"
    "目標Ⅳは保険者ごとの計算のため、構成市町村で同じ点になります。"
)
ITEM_COLUMNS = {
    "fund_goal": "交付金・目標",
    "item": "指標",
    "branch": "枝",
    "points": "配点",
    "nation_share": "全国該当率",
    "prefecture_share": "{prefecture}内該当率",
    "peers": "得点した相手",
}
ZERO_FINDING = "{own}が0点で、全国の半分以上が得点している項目は{count}項目（計{points}点）"
ZERO_NONE = "{own}が0点で、全国の半分以上が得点している項目はありません"
ZERO_SUBTITLE = "配点の大きい順、{year}年度。該当率は得点した市町村の割合"
ALTERNATIVES = "選択式の指標（ア・イのどちらかで採点）では、使われない枝は0点と記録されます。目標Ⅳはこの表に1回だけ入れています。"
STEP_COLUMNS = {
    "fund_goal": "交付金・目標",
    "item": "指標",
    "branch": "枝",
    "step": "今の段",
    "next_step": "次の段",
    "ranks": "次の段までの順位の幅",
    "points": "得られる点",
}
STEP_FINDING = "次の段まで1つの項目は{count}項目。すべて上がれば計{points}点"
STEP_NONE = "次の段がある、上位何%かで決まる項目はありません"
STEP_SUBTITLE = (
    "上位70・50・30・10%かで得点が決まる項目、{year}年度。人数や割合の実績は表にないため、幅は順位で示します"
)
STEP_HOW = (
    "項目の人数の並びから当方が読み取ったものです（表に明記はありません）。多くの市町村に実績のない項目では、"
    "1段目は実績のある団体すべて、次はその50・30・10%です。ほかの市町村が伸びると、段は同じ実績でも下がります。"
)
NO_STEP = "どの段にも入らない"
HAS_VALUE = "実績のある団体"
WITHIN = "上位{share}%"
WITH_COUNT = "{step}（{count}団体）"
GAP = "1〜{ranks}番"
RANK_COLUMNS = {
    "added": "上がる点",
    "score": "得点",
    "nation_rank": "全国順位",
    "prefecture_rank": "{prefecture}内順位",
}
RANK_FINDING = "ほかがそのままで{more}点上がると、{own}は全国{now}位から{then}位になる"
RANK_TOP = "{own}の得点は全国で1位"
RANK_SUBTITLE = "ほかの市町村の得点が{year}年度のままのとき"
RANK_NOTE = "ほかの市町村も動くため、見込みではありません。"
AS_NOW = "今のまま"
PLUS = "+{more}"
TO_NEXT = "+{more}（{where}で1つ上と並ぶ）"
YEARS_FINDING = "{own}の得点は{first}年度{then}点から{last}年度{now}点になった（全国平均は{nation_then}点から{nation_now}点）"
YEARS_ONE = "{own}の得点は{year}年度{now}点（ほかの年度の表は取り込まれていない）"
YEARS_SUBTITLE = "年度ごとの得点と、全国平均に対する割合"
YEARS_COLUMNS = {
    "own": "{year}年度",
    "nation": "{year}年度 全国平均",
    "percent_of_nation": "{year}年度 対全国（%）",
}
YEARS_ITEM = "区分・目標"
YEARS_NOTE = "年度で項目と配点が変わります。小さい市町村は目標Ⅳが年ごとに大きく動きます。"
CHANGES = "{first}年度から{last}年度まで同じ名前の{same}項目のうち、新たに得点したのは{gained}項目、得点を失ったのは{lost}項目です。"
SECTIONS = {
    "peers": "相手と並べる",
    "zero": "取り戻せる項目",
    "steps": "次の段まであと少しの項目",
    "rank": "あと何点で何位か",
    "years": "年度を並べる",
}
CHOOSE = "並べる得点"


def item_label(fund: str, goal: int) -> str:
    """Return the short name of a fund's goal, as ``推進Ⅱ``."""
    return GOAL.format(fund=FUNDS[fund], goal=ROMAN[goal])


def indicator_label(indicator: str) -> tuple[str, int]:
    """Return the name of a row and its maximum, from the id of its indicator."""
    parts = indicator.split("_")
    if parts[1] == "total":
        return TOTAL, MAXIMUM["total"]
    if len(parts) == 2:  # noqa: PLR2004 - grant and fund
        return FUND_TOTAL.format(fund=FUNDS[parts[1]]), MAXIMUM["fund"]
    return item_label(parts[1], int(parts[3])), MAXIMUM["goal"]


def branch_label(branch: str, sub: str) -> str:
    """Return branch and sub as printed: a sub is a digit in a circle."""
    circled = chr(ord("①") + int(sub) - 1) if sub.isdigit() and 1 <= int(sub) <= 20 else sub  # noqa: PLR2004
    return f"{branch}{circled}"


def union(own: str, name: str, said: Mapping[str, float]) -> str:
    """Return that a union has no score, and the two means of its members; the second where it is known."""
    fields = {key: number(value, 0 if key == "count" else 1) for key, value in said.items()}
    template = UNION if "weighted" in said else UNION_PLAIN
    return template.format(own=own, union=name, **fields)


def step_label(share: float) -> str:
    """Return the name of a step."""
    return HAS_VALUE if share == 1 else WITHIN.format(share=round(100 * share))
