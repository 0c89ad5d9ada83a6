"""Words for the sets of comparators: the choice, what each set is, and why one is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.text.format import municipalities, number

if TYPE_CHECKING:
    from collections.abc import Sequence

LABELS = {
    "exemplars": "先進10事例",
    "similar": "類似自治体",
    "class": "類似団体（令和5年度決算）",
    "size": "同規模",
    "depopulated": "過疎どうし",
    "neighbours": "近隣",
    "medical_area": "同じ二次医療圏",
    "prefecture": "同じ都道府県",
    "free": "自由に選ぶ",
    "saved": "保存した組",
}
HELP = {
    "exemplars": "厚生労働省の2013年の資料が挙げた11市区町村",
    "similar": "人口・高齢化・世帯などの特徴が近い順",
    "class": "総務省の区分（人口と産業構造）が同じ市町村",
    "size": "人口が自町の何倍以内か",
    "depopulated": "過疎地域の市町村のうち人口の近い順",
    "neighbours": "境界を接する市区町村（少なければ役所の近い順に補う）",
    "medical_area": "入院医療を一体で考える区域",
    "prefecture": "都・道・府・県内のすべて",
    "free": "名前で1つずつ選ぶ",
    "saved": "名前を付けて保存した組",
}
CHOSEN = "{label}（{count}）"
COUNT = "市区町村の数"
FACTOR = "人口の範囲（倍率）"
POOL = "選ぶ範囲"
POOLS = {"nation": "全国", "prefecture": "同じ都道府県", "kind": "市区どうし・町村どうし"}
WHY_SIMILAR = "重みを変える・似ている理由を見る"
TIMES = "{low}〜{high}倍"

# How a set is named in front of "12市区町村中": the own municipality a member, or joined to it.
SCOPES = {
    "exemplars": ("先進10事例の", "先進10事例に{own}を加えた"),
    "similar": ("類似自治体と合わせた", "類似自治体と合わせた"),
    "class": ("類似団体「{group}」（令和5年度決算）の", "類似団体（令和5年度決算）と合わせた"),
    "size": ("人口が近い", "人口が近い"),
    "depopulated": ("人口の近い過疎市町村と合わせた", "人口の近い過疎市町村と合わせた"),
    "neighbours": ("近隣と合わせた", "近隣と合わせた"),
    "medical_area": ("二次医療圏「{group}」の", "同じ二次医療圏と合わせた"),
    "prefecture": ("{prefecture_word}の", "{prefecture_word}の"),
    "free": ("選んだ市区町村と合わせた", "選んだ市区町村と合わせた"),
    "saved": ("「{group}」の組と合わせた", "「{group}」の組と合わせた"),
}

SIMILAR_LINE = "類似自治体：特徴の近い順に{count}（重みは「{preset}」{changed}、範囲は{pool}）。"
CHANGED = "を一部変更"
CLASS_LINE = "類似団体：{source}の類型「{group}」の{count}。公表された区分そのままです。"
SIZE_LINE = "同規模：人口が{own}の{times}の{count}。"
DEPOPULATED_LINE = "過疎どうし：{source}で過疎地域とされる市町村のうち、人口の近い順に{count}。"
NEIGHBOURS_LINE = "近隣：{parts}。"
TOUCHING = "境界を接する{count}"
NEAR = "その次に近い{count}"
ISLAND = "境界を接する市区町村がないため、役所・役場の近い{count}"
MEDICAL_AREA_LINE = "同じ二次医療圏：{source}の「{group}」の{count}。"
OWN_INCLUDED = "（{own}を含む）"

EMPTY = {
    "similar": "{own}は、似ているかを測る特徴の値が足りません（{lacking}）。ほかの相手を選んでください。",
    "similar_pool": "選ぶ範囲「{pool}」に、ほかの市区町村がありません。範囲を広げてください。",
    "class": "{own}には、類似団体（令和5年度決算）の類型の資料がありません。ほかの相手を選んでください。",
    "size": "人口が{own}の{times}の市区町村は、ほかにありません。倍率を広げるか、ほかの相手を選んでください。",
    "depopulated": "{own}は、令和5年度の資料で過疎地域とされていません。ほかの相手を選んでください。",
    "medical_area": "{own}と同じ二次医療圏の市区町村は、ほかにありません。ほかの相手を選んでください。",
    "saved": "この組には、{own}のほかに市区町村がありません。ほかの相手を選んでください。",
    "class_alone": "類型「{group}」は{own}だけです。ほかの相手を選んでください。",
}


def times(factor: float) -> str:
    """Return how small and how large a population may be, such as ``0.8〜1.25倍``."""
    low, high = (f"{round(each, 2):g}" for each in (1 / factor, factor))
    return TIMES.format(low=low, high=high)


def named(label: str, count: int) -> str:
    """Return a set with the number of its members."""
    return CHOSEN.format(label=label, count=number(count))


def neighbours_line(touching: int, near: int) -> str:
    """Return who the neighbours are."""
    parts = []
    if touching:
        parts.append(TOUCHING.format(count=municipalities(touching)))
    if near:
        parts.append((NEAR if touching else ISLAND).format(count=municipalities(near)))
    return NEIGHBOURS_LINE.format(parts="と、".join(parts))


def listed_all(names: Sequence[str]) -> str:
    """Return every name."""
    return "・".join(names)
