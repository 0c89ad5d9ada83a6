"""Findings as sentences, made by rule from the figures shown beside them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.tables import (
    INCOMPLETE,
    INSURER_LEVEL,
    INSURER_UNKNOWN,
    NOT_ADDED_UP,
    UNKNOWN_AGES,
    UNLISTED,
)
from carecompare.text.comparator_words import SETS, UNDATED
from carecompare.text.format import era_year, municipalities, number, status_word, with_unit
from carecompare.text.rank_words import is_from_the_highest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.rows import Reason
    from carecompare.tables import Status

MOST_NAMED = 5
WITHHELD: Mapping[Reason, str] = {
    "few_events": "数が少なく偶然で大きく変わるため、順位と色は付けません",
    "few_residents": "分母の人口が100人未満のため、割合を示しません",
    INSURER_LEVEL: "保険者（広域連合など）全体の値で、市区町村だけの値ではないため、順位は付けません",
    INSURER_UNKNOWN: "どの広域連合などが保険者か手元の資料では分からないため、値がありません",
    UNLISTED: "出典に1か所も載っていませんが、ないとはいえないため、値がありません（0ではありません）",
    INCOMPLETE: "出典に載っていない、または病床を記入していない病院があり、一部の病院だけの値のため、順位を付けず、中央値にも入れません",
    NOT_ADDED_UP: "公表された比率は市区町村の値を足し合わせて作れないため、県と全国の値はありません",
    UNKNOWN_AGES: "年齢不詳の人が3%を超えるため、幅で読み、順位は付けません",
}


def scope(
    comparators: str, own: str, prefecture: str, *, own_is_member: bool, group: str = "", edition: str = ""
) -> str:
    """Return the words for the municipalities a rank is among.

    Parameters
    ----------
    comparators : str
        Id of the set.
    own, prefecture : str
        Names.
    own_is_member : bool
        Whether the own municipality belongs to the set by itself.
    group : str
        Name of the group that the set is.
    edition : str
        Of the list that says who belongs to it.

    Returns
    -------
    str
        For example ``先進10事例の``.
    """
    words = SETS[comparators]
    return (words.member if own_is_member else words.joined).format(
        own=own, prefecture_word=inside(prefecture), group=group, edition=edition or UNDATED
    )


def inside(prefecture: str) -> str:
    """Return 都内・道内・府内・県内."""
    return f"{prefecture[-1:] or '県'}内"


@dataclass(frozen=True)
class RankedFigure:
    """A figure and where it stands.

    Parameters
    ----------
    own : str
        Name of the own municipality.
    value, count : float
        The figure and its numerator; NaN when missing.
    status : Status
        Of of the value.
    position : float
        Rank from the highest; NaN when withheld.
    of : int
        How many are ranked.
    among : str
        From `scope`.
    reason : Reason
        Why a rank is withheld, or empty.
    insurer : str
        Name of the insurer whose figure it is, where it is not the municipality's own.
    """

    own: str
    value: float
    count: float
    status: Status
    position: float
    of: int
    among: str
    reason: Reason
    insurer: str = ""


def ranked(indicator: Indicator, figure: RankedFigure) -> str:
    """Return where the own municipality stands.

    Parameters
    ----------
    indicator : Indicator
        What is compared.
    figure : RankedFigure
        The own figure among the others.

    Returns
    -------
    str
        One sentence without a full stop.
    """
    name = f"{figure.own}の{indicator.name_ja}"
    if math.isnan(figure.value):
        if figure.reason:
            return f"{name}は、{WITHHELD[figure.reason]}"
        return f"{name}は「{status_word(figure.status)}」です"
    said = with_unit(figure.value, indicator)
    if figure.reason == "few_events":
        counter = indicator.unit_ja.partition("／")[0]
        said += f"（{number(figure.count)}{'件' if counter == '%' else counter}）"
    # A figure per something reads on from the name: 病院は10万人あたり3.4か所で、…
    reads_on = "あたり" in said
    opening = f"{name}は{said}で、" if reads_on else f"{name}{said}は、"
    if figure.reason in {"few_events", UNKNOWN_AGES, INCOMPLETE}:
        return opening + WITHHELD[figure.reason]
    if figure.reason == INSURER_LEVEL:
        return f"{opening}{figure.insurer}全体の値のため、順位は付けません"
    if math.isnan(figure.position) or figure.of == 1:
        return f"{name}は{said}。くらべる相手に値がありません"
    return f"{opening}{figure.among}{municipalities(figure.of)}{_position(int(figure.position), figure.of)}"


def _position(position: int, of: int) -> str:
    if position == 1:
        return "の中で最も高い"
    if position == of:
        return "の中で最も低い"
    if is_from_the_highest(position, of):
        return f"中{position}番目に高い"
    return f"中{of - position + 1}番目に低い"


def course(
    own: str, indicator: Indicator, first: tuple[int, float] | None, last: tuple[int, float] | None
) -> str:
    """Return where a series goes, between two figures made the same way.

    Parameters
    ----------
    own : str
        Name.
    indicator : Indicator
        What is shown.
    first, last : tuple of int and float, or None
        Year and value at both ends of one method.

    Returns
    -------
    str
        One sentence.
    """
    name = indicator.name_ja
    if first is None or last is None:
        return f"{own}の{name}は、くらべられる2つの年の値がありません"
    start, end = with_unit(first[1], indicator), with_unit(last[1], indicator)
    change = number(last[1] - first[1], indicator.decimals)
    direction = "変わらない" if start == end else "上がる" if last[1] > first[1] else "下がる"
    if indicator.unit_ja == "%":
        moved = "" if start == end else f"（{change.removeprefix('△')}ポイント{direction}）"
    else:
        moved = "" if start == end else f"（{direction}）"
    return f"{own}の{name}は、{first[0]}年の{start}から{last[0]}年の{end}へ{moved}"


def listed(names: Sequence[str], most: int = 3) -> str:
    """Return up to three names and how many more there are."""
    shown = "・".join(names[:most])
    return shown if len(names) <= most else f"{shown}など{len(names)}種"


def households(own: str, alone: float, couple: float, year: int) -> str:
    """Return the composition of households in words."""
    if math.isnan(alone) or math.isnan(couple):
        return f"{own}の{era_year(year)}の世帯構成は「資料なし」です"
    together = number(alone + couple, 1)
    return (
        f"{own}では、高齢者だけの世帯が{together}%"
        f"（ひとり暮らし{number(alone, 1)}%、夫婦のみ{number(couple, 1)}%）"
    )


def one_more(indicator: Indicator, size: float) -> str:
    """Return what one facility more or less changes."""
    counter = indicator.unit_ja.partition("／")[0]
    one = f"1{counter}"
    digits = indicator.decimals if size >= 10**-indicator.decimals else indicator.decimals + 1
    return f"{one}の増減で ±{number(size, digits)}"


def most_common(types: Mapping[str, int], cases: int) -> str:
    """Return the types of initiative found in most cases, which is no judgement of those found in fewer."""
    if not types:
        return "条件に合う取組はまだ確認できていません"
    highest = max(types.values())
    names = [name for name, count in types.items() if count == highest]
    return f"{cases}事例のうち最も多くで確認できる型は{listed(names)}（{highest}事例）"


def population(
    own: str,
    counted: tuple[int, float] | None,
    first: tuple[int, float] | None,
    last: tuple[int, float] | None,
) -> str:
    """Return the population of the latest census, and where its projection goes from the same year.

    Parameters
    ----------
    own : str
        Name.
    counted : tuple of int and float, or None
        Year and persons of the census.
    first, last : tuple of int and float, or None
        What is projected of that year and of the last one: a change is only said within the projection.

    Returns
    -------
    str
        One sentence.
    """
    if counted is None:
        return f"{own}の人口は「資料なし」です"
    start = f"{own}の人口は{counted[0]}年に{number(counted[1])}人（国勢調査）"
    if first is None or last is None or first[1] <= 0:
        return start
    change = (last[1] / first[1] - 1) * 100
    if abs(change) < 0.5:  # noqa: PLR2004 - rounds to nothing
        return f"{start}。推計では{first[0]}年から{last[0]}年までほぼ同じ"
    moves = "増える" if change > 0 else "減る"
    return f"{start}。推計では{first[0]}年から{last[0]}年までに{number(abs(change))}%{moves}"


def most_common_field(fields: Mapping[str, int], cases: int) -> str:
    """Return the fields found in most cases."""
    highest = max(fields.values())
    names = [name for name, count in fields.items() if count == highest]
    return f"{cases}事例のうち最も多くで確認できる分野は{listed(names)}（{highest}事例）"


def document_figures(residents: int, share_65_and_over: float, share_75_and_over: float) -> str:
    """Return the figures the document of 2013 prints of a municipality."""
    return f"人口{residents:,}人、65歳以上{share_65_and_over}%、75歳以上{share_75_and_over}%"


def insurer_members(insurer: str, names: Sequence[str]) -> str:
    """Return which of the municipalities shown have the figure of one insurer."""
    return f"{_several(names)}の値は、保険者である{insurer}全体の値です。順位は付けません。"


def unknown_insurers(names: Sequence[str]) -> str:
    """Return which of the municipalities shown have no figure because their insurer is not known."""
    return f"{_several(names)}は、{WITHHELD['insurer_unknown']}。0ではありません。"


def _several(names: Sequence[str]) -> str:
    shown = "・".join(names[:MOST_NAMED])
    return shown if len(names) <= MOST_NAMED else f"{shown}など{municipalities(len(names))}"
