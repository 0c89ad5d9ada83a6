"""Which figures differ from the comparators beyond chance, and of how many this was judged."""

from __future__ import annotations

from collections import Counter
from math import isnan
from typing import TYPE_CHECKING

from carecompare.text.sentences import listed
from carecompare.text.words import OF_PEERS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.rows import ProfileLine, Reason


WAYS = {"higher": "上回るのは{names}", "lower": "下回るのは{names}"}
DIFFERENT = "{own}が{among}中央値を偶然のゆらぎを超えて{ways}"
NONE = "{whose}は、判定した{judged}指標のどれも、{among}中央値との差が偶然のゆらぎを超えるとはいえません"
UNJUDGED = "{whose}は、{all}指標のどれも、偶然かどうかを判定していません（{why}）"
REST = "（ほかの{rest}指標は判定していません：{why}）"
WHY = "{word}{count}"
OF_GROUP = "{own}の{group}"
SILENT, NO_PEERS, PEERS_PARTLY, NO_INTERVAL, OTHERWISE = (
    "値がない",
    "くらべる相手に値がない",
    "くらべる相手の4分の1より多くが一部の病院だけの値か、一覧にない値",
    "区間のない値（公表値・推計・人口など）",
    "順位を付けない値",
)
FOR: Mapping[Reason, str] = {
    "few_events": "数の少ない値",
    "few_residents": "人口の少ない値",
    "unknown_ages": "年齢不詳の人が多い値",
    "insurer_level": "保険者の値",
    "incomplete": "一部の病院だけの値",
    "": NO_INTERVAL,
}
JUDGED = ("higher", "lower", "similar")


def beyond_chance(own: str, group: str, lines: Sequence[ProfileLine], names: Sequence[str]) -> str:
    """Return which figures differ from the median of the comparators by more than chance would explain.

    Parameters
    ----------
    own : str
        Name of the municipality.
    group : str
        What the figures are of, or empty; it is named where no figure is.
    lines : sequence of ProfileLine
        Where ``beyond`` is anything but `JUDGED` it is not judged.
    names : sequence of str
        Of the figures.

    Returns
    -------
    str
        One sentence without a full stop. That nothing differs is said of those judged, never of the rest.
    """
    ways = [
        said.format(names=listed(found))
        for way, said in WAYS.items()
        if (found := [name for name, line in zip(names, lines, strict=True) if line["beyond"] == way])
    ]
    unjudged = Counter(_why(line) for line in lines if line["beyond"] not in JUDGED)
    rest = unjudged.total()
    why = "・".join(WHY.format(word=word, count=count) for word, count in unjudged.most_common())
    whose = OF_GROUP.format(own=own, group=group) if group else own
    if rest == len(lines):
        return UNJUDGED.format(whose=whose, all=rest, why=why)
    after = REST.format(rest=rest, why=why) if rest else ""
    if ways:
        return DIFFERENT.format(own=own, among=OF_PEERS, ways="、".join(ways)) + after
    return NONE.format(whose=whose, judged=len(lines) - rest, among=OF_PEERS) + after


def _why(line: ProfileLine) -> str:
    if isnan(line["value"]):
        return SILENT
    if not line["reason"] and isnan(line["median"]):
        return PEERS_PARTLY if line["peers"] else NO_PEERS
    return FOR.get(line["reason"], OTHERWISE)
