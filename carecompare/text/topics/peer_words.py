"""Words of the page on municipalities like the own one."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from carecompare.text.format import number

if TYPE_CHECKING:
    from collections.abc import Sequence


PRESET = "どの点の似かたで選ぶか"
WEIGHTS = "特徴の重みを変える"
WEIGHTS_HELP = "0にすると使いません。重みは差の2乗に掛かります。"
WEIGHTS_RESET = "「{preset}」の重みに戻す"
BARRED = (
    "病院・医師・介護サービスなどの資源は、特徴に選べません。くらべたい当のものを相手選びの物差しにすると、"
    "資源の似た相手ばかりが集まり、違いが見えなくなるためです。"
)
REPLACE = "くらべる相手をこの{count}市区町村に入れかえる"
ADD = "いまの相手に、この{count}市区町村を加える"
IN_USE = "いまのくらべる相手は、この{count}市区町村です。"
REASONS = "なぜ似ているか"
REASONS_HELP = "「違うところ」の棒は、隔たりの2乗に占めるその特徴の割合です。全部の特徴で100%になります。"
CARD = "{place}．{name}"
CARD_FIGURES = "隔たり {distance}　残る割合 {stays}"
BINDING = "近いところ"
PARTING = "違うところ"
PAIR = "{own} と {peer}"
NOTHING_PARTS = "選んだ特徴では違いがありません"

WHAT = "重みは「{preset}」{changed}、範囲は{pool}、近い順に{count}市区町村"
SUBTITLE = f"{WHAT}。{{legend}}"
COLUMNS = {
    "place": "順",
    "distance": "隔たり",
    "stays": "残る割合",
    "contribution": "寄与：{feature}",
    "figure": "{feature}（{unit}）",
}
RULE = (
    "特徴ごとに全国の平均と標準偏差でそろえ、差の2乗に重みを掛けて足し、平方根をとったものが隔たりです"
    "（0＝同じ、1＝全国で最も遠い市区町村）。"
)
STAYS_RULE = (
    "残る割合は、重みを±50%の範囲で1,000回無作為に動かしたとき、上位{count}に残った割合です。"
    "低いものは、重みの選び方しだいで入れかわります。"
)
LACKING = "{own}には次の値がないため、ほかの特徴だけで測っています：{features}。"
POOLED = "範囲を全国に広げたときの上位{count}に入るのは、このうち{kept}市区町村です。"
PEER_LACKS = "値のない特徴は除き、残りの特徴の重みをその分だけ増やしています。"
NO_TARGET = "似ていることは、目標や手本であることを意味しません。"


def finding(own: str, names: Sequence[str], most: int = 3) -> str:
    """Return who is most like the own municipality."""
    shown = "・".join(names[:most])
    return f"{own}に最も似ているのは{shown}"


def share(part: float) -> str:
    """Return a share of one as a percentage; nothing where there is none."""
    return "" if math.isnan(part) else f"{number(100 * part)}%"
