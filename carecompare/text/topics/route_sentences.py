"""The sentence of each step of a question, made by rule from the own figures."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING

from carecompare.tables import INSURER_LEVEL, PROJECTED
from carecompare.text.format import era_year, figure, number, signed, status_word, with_unit
from carecompare.text.sentences import WITHHELD
from carecompare.text.topics import peak_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.rows import NamedRow, SheetLine, ValueRow


# How a figure stands beside another: at the end of a sentence, and where it goes on.
WAYS = {
    "higher": ("より高い", "より高く"),
    "lower": ("より低い", "より低く"),
    "similar": ("と違うとはいえない", "と違うとはいえず"),
    "same": ("と同じ", "と同じで"),
}
MORE_WAYS = {**WAYS, "higher": ("より多い", "より多く"), "lower": ("より少ない", "より少なく")}
NATION, MEDIAN = "全国", "くらべる相手の中央値"
MOST_NAMED = 4
NOT_HIGH = {
    "higher": "問いのとおり、全国より高い値です。次の段から、そのわけを分けて見ます。",
    "lower": "「高い」という前提には当たりません。全国より低いわけとして、次の段を読んでください。",
    "similar": "全国より高いとはいえません。前提を確かめたうえで、次の段を読んでください。",
    "same": "全国と同じで、高いとはいえません。前提を確かめたうえで、次の段を読んでください。",
}
NO_NATION = "全国の値がないため、高いかどうかはいえません。"


@dataclass(frozen=True)
class Placed:
    """A figure of the own municipality beside two others.

    Parameters
    ----------
    own : str
        Name of the municipality.
    indicator : Indicator
        What it is.
    row : NamedRow
        Its figures.
    nation, median : float
        Of the nation, and the middle of the comparators; NaN where there is none.
    insurer : str
        Of several or empty.
    """

    own: str
    indicator: Indicator
    row: NamedRow
    nation: float
    median: float
    insurer: str = ""

    @property
    def is_silent(self) -> bool:
        """Return whether nothing may be said of high and low."""
        return isnan(self.row["value"]) or bool(self.row["reason"])

    def way(self, other: float) -> str:
        """Return ``higher``, ``lower``, ``similar`` or ``same``, or nothing where there is no other figure.

        Where there is an interval the other figure has to lie outside it.
        """
        if isnan(other):
            return ""
        value, lower, upper = (self.row["value"], self.row["lower"], self.row["upper"])
        if not isnan(lower) and lower <= other <= upper:
            return "similar"
        if figure(value, self.indicator) == figure(other, self.indicator):
            return "same"
        return "higher" if value > other else "lower"


def several(names: Sequence[str]) -> str:
    """Return the first names, and that there are more."""
    shown = "・".join(names[:MOST_NAMED])
    return shown if len(names) <= MOST_NAMED else f"{shown}など"


def placed(found: Placed) -> str:
    """Return a figure with where it stands, or why nothing is said of that."""
    row, indicator, own = found.row, found.indicator, found.own
    when = era_year(int(row["year"]), fiscal=indicator.fiscal_year)
    name = f"{own}の{indicator.name_ja}は、{when}"
    if isnan(row["value"]):
        word = status_word(row["status"]) or WITHHELD.get(row["reason"], "")
        return f"{name}の値がありません（{word}）。0ではありません。"
    projected = "の推計で" if row["status"] == PROJECTED else "に"
    opening = f"{name}{projected}{with_unit(row['value'], indicator)}"
    if row["reason"] == INSURER_LEVEL:
        return (
            f"{opening}ですが、保険者である{found.insurer}全体の値です。"
            f"{own}だけの値ではないため、高い・低いは述べません。"
        )
    if row["reason"]:
        return f"{opening}です。{WITHHELD[row['reason']]}。高い・低いも述べません。"
    ways = WAYS if indicator.unit_ja == "%" or indicator.kind in {"standardised", "index"} else MORE_WAYS
    others = [
        (label, each) for label, each in ((NATION, found.nation), (MEDIAN, found.median)) if not isnan(each)
    ]
    if not others:
        return f"{opening}です。"
    said = "、".join(
        f"{label}（{figure(other, indicator)}）{ways[found.way(other)][place + 1 < len(others)]}"
        for place, (label, other) in enumerate(others)
    )
    return f"{opening}で、{said}値です。"


def is_it_high(found: Placed) -> str:
    """Return a figure with whether it is high at all: what the question takes for granted."""
    if found.is_silent:
        return placed(found)
    return placed(found) + NOT_HIGH.get(found.way(found.nation), NO_NATION)


def parted(own: str, other: str, total: float, structure: float, rates: float) -> str:
    """Return which part of a difference of certification rates is the larger, in percentage points."""
    if number(abs(total), 1) == number(0.0, 1):
        return f"{own}と{other}の認定率はほぼ同じです。差を分けても、年齢構成の分{signed(structure, 1)}と年齢別の認定率の分{signed(rates, 1)}が打ち消し合うだけです。"
    opening = f"{own}の認定率は{other}より{number(abs(total), 1)}ポイント{'高く' if total > 0 else '低く'}、"
    parts = f"年齢構成の分が{signed(structure, 1)}、年齢別の認定率の分が{signed(rates, 1)}です。"
    if structure * total <= 0:
        rest = "年齢構成は逆に働いており、差は年齢別の認定率によるものです。"
    elif rates * total <= 0:
        rest = "年齢別の認定率は逆に働いており、差は年齢構成によるものです。"
    elif abs(structure) >= abs(rates):
        rest = "年齢構成の分のほうが大きい差です。"
    else:
        rest = "年齢構成をのぞいても、差の多くが残ります。"
    return opening + parts + rest


def of_field(own: str, field: str, lines: Sequence[SheetLine], names: Mapping[str, str]) -> str:
    """Return how many resources of a field differ from the comparators beyond chance."""
    found = {
        way: [names[line["indicator"]] for line in lines if line["beyond"] == way]
        for way in ("lower", "higher", "similar")
    }
    few = [line for line in lines if line["reason"] and not isnan(line["value"])]
    silent = [line for line in lines if isnan(line["value"])]
    judged = sum(map(len, found.values()))
    if not lines:
        return f"{field}の資源には、値のある指標がありません。"
    parts = [
        f"{word}もの{len(found[way])}種（{several(found[way])}）"
        for way, word in (("lower", "相手の中央値より少ない"), ("higher", "相手の中央値より多い"))
        if found[way]
    ]
    if found["similar"]:
        parts.append(f"違うとはいえないもの{len(found['similar'])}種")
    said = f"{own}の{field}の資源{len(lines)}種のうち、" + (
        "、".join(parts) + "です。" if judged else "偶然かどうかを判定できるものはありません。"
    )
    rest = [
        f"{word}{len(rows)}種" for word, rows in (("数が少ないなどの", few), ("値がない", silent)) if rows
    ]
    return said + (f"ほかに{'、'.join(rest)}は判定していません。" if rest else "")


def moved(
    own: str, indicator: Indicator, first: tuple[int, float] | None, last: tuple[int, float] | None
) -> str:
    """Return a figure in two years."""
    if first is None or last is None:
        return f"{own}には、{indicator.name_ja}の将来推計がありません。0ではありません。"
    if indicator.kind == "index":
        return (
            f"{own}の{indicator.name_ja}は、{era_year(first[0])}を{figure(first[1], indicator)}として、"
            f"{era_year(last[0])}に{figure(last[1], indicator)}となる推計です。"
        )
    start, end = with_unit(first[1], indicator), with_unit(last[1], indicator)
    return f"{own}の{indicator.name_ja}は、{era_year(first[0])}の{start}から、{era_year(last[0])}に{end}となる推計です。"


def persons(
    own: str,
    first: tuple[int, float] | None,
    asked: tuple[int, float] | None,
    peak: ValueRow,
) -> str:
    """Return how many residents aged 75 and over there are in two years, and when most of all years."""
    if first is None or asked is None:
        return f"{own}には、年齢別の将来推計人口がありません。0ではありません。"
    return (
        f"{own}の75歳以上は、{era_year(first[0])}の{number(first[1])}人から、{era_year(asked[0])}に"
        f"{number(asked[1])}人となる推計です（{signed(asked[1] - first[1])}人）。{peak_words.peak(own, peak)}。"
    )


def offices(
    own: str, service: str, now: tuple[int, float], last: tuple[int, float] | None, reason: str
) -> str:
    """Return how many offices keep the density of today, or why that is not said."""
    if isnan(now[1]):
        return f"{own}の{service}の今の数は、手元の資料にありません。0ではありません。"
    opening = f"{own}の{service}は、{era_year(now[0])}に{number(now[1])}か所です。"
    if last is None:
        return f"{opening}年齢別の将来推計がないため、この先の必要数は計算できません。"
    if now[1] == 0:
        return f"{opening}増減の元になる数がないため、この先の必要数は計算できません。"
    if reason:
        return f"{opening}10か所未満のため、この先の必要数は数えず、人口の伸びで見ます。"
    return f"{opening}75歳以上の人数に合わせて今の密度を保つなら、{era_year(last[0])}は約{number(last[1])}か所です。"


def types(field: str, known: Sequence[str], every: int, own: str, title: str) -> str:
    """Return which types of initiative the ten cases hold, and those of the own case."""
    scope = f"{field}の{every}型" if field else f"{every}の型"
    found = f"（{several(known)}）" if known else ""
    said = f"2013年の先進10事例では、{scope}のうち{len(known)}型の取組を資料で確認できます{found}。"
    return said + (f"{own}の「{title}」は、この10事例の1つです。" if title else "")


def similar(own: str, names: Sequence[str], exemplars: Sequence[str]) -> str:
    """Return who is alike, and which of them are among the exemplars."""
    if not names:
        return f"{own}は、物差しになる特徴の値がそろわないため、似た町を選べません。"
    among = (
        f"このうち2013年の先進10事例の市区町村は{several(exemplars)}です。"
        if exemplars
        else "この中に、2013年の先進10事例の市区町村はありません。"
    )
    return f"{own}に似た{len(names)}市区町村は、近い順に{several(names)}です。{among}"
