"""Words for the sets of comparators: the choice, what each set is, and why one is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carecompare.text.format import municipalities, number

if TYPE_CHECKING:
    from collections.abc import Sequence


class SetWords(NamedTuple):
    """What is said of a set of comparators.

    Parameters
    ----------
    label : str
        In the chooser.
        ``{edition}`` is that of the list that says who belongs to the set, as everywhere here.
    explained : str
        Under the label.
    member, joined : str
        In front of "12市区町村中": where the own municipality is a member, and where it is joined to it.
    line : str
        Under the heading of a page; empty where the label says all.
    empty : str
        Why it has no members; empty where it always has some, or where names are asked for instead.
    alone : str
        Why it has none although the own municipality belongs to its group; empty where ``empty`` says it.
    """

    label: str
    explained: str
    member: str
    joined: str
    line: str = ""
    empty: str = ""
    alone: str = ""


# By the key of the set's record in `comparisons.comparators.SETS`.
SETS = {
    "exemplars": SetWords(
        label="先進10事例",
        explained="厚生労働省の2013年の資料が挙げた11市区町村",
        member="先進10事例の",
        joined="先進10事例に{own}を加えた",
    ),
    "similar": SetWords(
        label="類似自治体",
        explained="人口・高齢化・世帯などの特徴が近い順",
        member="類似自治体と合わせた",
        joined="類似自治体と合わせた",
        line="類似自治体：特徴の近い順に{count}（重みは「{preset}」{changed}、範囲は{pool}）。",
        empty="{own}は、似ているかを測る特徴の値が足りません（{lacking}）。ほかの相手を選んでください。",
    ),
    "class": SetWords(
        label="類似団体（{edition}）",
        explained="総務省の区分（人口と産業構造）が同じ市町村",
        member="類似団体「{group}」（{edition}）の",
        joined="類似団体（{edition}）と合わせた",
        line="類似団体：{source}の類型「{group}」の{count}。公表された区分そのままです。",
        empty="{own}には、類似団体（{edition}）の類型の資料がありません。ほかの相手を選んでください。",
        alone="類型「{group}」は{own}だけです。ほかの相手を選んでください。",
    ),
    "size": SetWords(
        label="同規模",
        explained="人口が自町の何倍以内か",
        member="人口が近い",
        joined="人口が近い",
        line="同規模：人口が{own}の{times}の{count}。",
        empty="人口が{own}の{times}の市区町村は、ほかにありません。倍率を広げるか、ほかの相手を選んでください。",
    ),
    "depopulated": SetWords(
        label="過疎どうし",
        explained="過疎地域の市町村のうち人口の近い順",
        member="人口の近い過疎市町村と合わせた",
        joined="人口の近い過疎市町村と合わせた",
        line="過疎どうし：{source}で過疎地域とされる市町村のうち、人口の近い順に{count}。",
        empty="{own}は、{edition}の資料で過疎地域とされていません。ほかの相手を選んでください。",
    ),
    "neighbours": SetWords(
        label="近隣",
        explained="境界を接する市区町村（少なければ役所の近い順に補う）",
        member="近隣と合わせた",
        joined="近隣と合わせた",
        line="近隣：{parts}。",
    ),
    "medical_area": SetWords(
        label="同じ二次医療圏",
        explained="入院医療を一体で考える区域",
        member="二次医療圏「{group}」の",
        joined="同じ二次医療圏と合わせた",
        line="同じ二次医療圏：{source}の「{group}」の{count}。",
        empty="{own}と同じ二次医療圏の市区町村は、ほかにありません。ほかの相手を選んでください。",
    ),
    "prefecture": SetWords(
        label="同じ都道府県",
        explained="都・道・府・県内のすべて",
        member="{prefecture_word}の",
        joined="{prefecture_word}の",
    ),
    "free": SetWords(
        label="自由に選ぶ",
        explained="名前で1つずつ選ぶ",
        member="選んだ市区町村と合わせた",
        joined="選んだ市区町村と合わせた",
    ),
    "saved": SetWords(
        label="保存した組",
        explained="名前を付けて保存した組",
        member="「{group}」の組と合わせた",
        joined="「{group}」の組と合わせた",
        empty="この組には、{own}のほかに市区町村がありません。ほかの相手を選んでください。",
    ),
}
CHOSEN = "{label}（{count}）"
COUNT = "市区町村の数"
FACTOR = "人口の範囲（倍率）"
POOL = "選ぶ範囲"
POOLS = {"nation": "全国", "prefecture": "同じ都道府県", "kind": "市区どうし・町村どうし"}
WHY_SIMILAR = "重みを変える・似ている理由を見る"
TIMES = "{low}〜{high}倍"

UNDATED = "年度の記載なし"
EDITION = "（{edition}）"
CHANGED = "を一部変更"
TOUCHING = "境界を接する{count}"
NEAR = "その次に近い{count}"
ISLAND = "境界を接する市区町村がないため、役所・役場の近い{count}"
OWN_INCLUDED = "（{own}を含む）"

EMPTY_POOL = "選ぶ範囲「{pool}」に、ほかの市区町村がありません。範囲を広げてください。"


def label(key: str, edition: str) -> str:
    """Return what a set is called.

    Parameters
    ----------
    key : str
        Of `SETS`.
    edition : str
        Of the list that says who belongs to it, such as ``令和5年度決算``; empty where it has none.
    """
    return SETS[key].label.format(edition=edition or UNDATED)


def times(factor: float) -> str:
    """Return how small and how large a population may be, such as ``0.8〜1.25倍``."""
    low, high = (f"{round(each, 2):g}" for each in (1 / factor, factor))
    return TIMES.format(low=low, high=high)


def named(label: str, count: int) -> str:
    """Return a set with the number of its members."""
    return CHOSEN.format(label=label, count=number(count))


def touching_and_near(touching: int, near: int) -> str:
    """Return how many neighbours share a border, and how many are the next nearest."""
    parts = []
    if touching:
        parts.append(TOUCHING.format(count=municipalities(touching)))
    if near:
        parts.append((NEAR if touching else ISLAND).format(count=municipalities(near)))
    return "と、".join(parts)


def listed_all(names: Sequence[str]) -> str:
    """Return every name."""
    return "・".join(names)
