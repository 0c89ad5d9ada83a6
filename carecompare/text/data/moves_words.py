"""What an import would move, in words and as rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from carecompare.text.format import number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd


LEVELS = {"nation": "全国", "prefecture": "都道府県", "town": "大きく動いた市区町村"}
COLUMNS = {
    "count": "項目",
    "scope": "範囲",
    "area": "地域",
    "before": "前の値",
    "after": "新しい値",
    "move": "動き",
}
FINDING = "取り込むと動く値：{counts}項目。{jumps}"
JUMPS = "これまでにない大きな動きが{number}件あります：{named}"
NO_JUMPS = "これまでにない大きな動きはありません"
JUMP = {
    "total": "{label}の全国の合計（{base}年{before}→{year}年{after}）",
    "prefecture": "{label}の{area}の合計（{base}年{before}→{year}年{after}）",
    "towns": "{label} {year}年の{before}地域のうち{after}地域",
}
ITEM = "{label} {year}年（前は{base}年）"
UNKNOWN_CHANGE = "－"


class Jumped(Protocol):
    """A move that waits for a person's word."""

    @property
    def kind(self) -> str:
        """Key of its sentence."""

    @property
    def count(self) -> str:
        """What is counted."""

    @property
    def year(self) -> int:
        """Of the new figures."""

    @property
    def before_year(self) -> int:
        """Of the figures before."""

    @property
    def area(self) -> str:
        """Nation or prefecture."""

    @property
    def before(self) -> float:
        """Total before."""

    @property
    def after(self) -> float:
        """Total now."""


class Moving(Protocol):
    """What the report is written from."""

    @property
    def moves(self) -> pd.DataFrame:
        """Totals and towns, old and new."""

    @property
    def jumps(self) -> Sequence[Jumped]:
        """Moves that wait for a person's word."""


def moves_finding(moving: Moving, labels: Mapping[str, str], names: Mapping[str, str]) -> str:
    """Return one sentence: how many items move, and which of them beyond what they ever did."""
    counts = len(moving.moves[["count", "year"]].drop_duplicates())
    named = "、".join(jump_sentence(each, labels, names) for each in moving.jumps)
    jumps = JUMPS.format(number=len(moving.jumps), named=named) if named else NO_JUMPS
    return FINDING.format(counts=counts, jumps=jumps)


def jump_sentence(jump: Jumped, labels: Mapping[str, str], names: Mapping[str, str]) -> str:
    """Return what moved beyond what it ever did."""
    return JUMP[jump.kind].format(
        label=labels.get(jump.count, jump.count),
        area=names.get(jump.area, jump.area),
        year=jump.year,
        base=jump.before_year,
        before=number(jump.before),
        after=number(jump.after),
    )


def moves_rows(moving: Moving, labels: Mapping[str, str], names: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Return the rows of the table, under ``COLUMNS``: nation, prefectures and towns of each item.

    Parameters
    ----------
    moving : Moving
        With its moves.
    labels, names : mapping of str to str
        Of counts and areas.

    Returns
    -------
    list of tuple of str
        Only what moved; the nation always.
    """
    rows: list[tuple[str, ...]] = []
    for move in moving.moves.to_dict("records"):
        before, after = float(move["before"]), float(move["after"])
        if before == after and move["level"] != "nation":
            continue
        item = ITEM.format(
            label=labels.get(str(move["count"]), move["count"]), year=move["year"], base=move["before_year"]
        )
        change = f"{100 * (after / before - 1):+.1f}%" if before else UNKNOWN_CHANGE
        area = names.get(str(move["area"]), str(move["area"]))
        rows.append((item, LEVELS[str(move["level"])], area, number(before), number(after), change))
    return rows


def moves_report(moving: Moving, labels: Mapping[str, str], names: Mapping[str, str]) -> list[str]:
    """Return the finding and the table as lines of text, tabs between the cells."""
    lines = [moves_finding(moving, labels, names)]
    rows = moves_rows(moving, labels, names)
    if rows:
        lines += ["\t".join(COLUMNS), *("\t".join(row) for row in rows)]
    return lines
