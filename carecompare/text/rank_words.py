"""Words on how firm a rank is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.text.format import rank

if TYPE_CHECKING:
    from collections.abc import Sequence

BEST, WORST = "順位の区間（上）", "順位の区間（下）"
RANGE_NOTE = (
    "順位の（　）は、どの値も95%区間の程度に動くものとして1,000回計算し、順位がその95%に収まる幅です。"
    "幅が広いときは、順位だけで高い・低いを語れません。"
)
SHRUNK = "参考：{own}の縮約値"
SHRUNK_NOTE = "縮約値は、数が100未満の値を、偶然の大きさに応じて{prefecture}全体の平均に寄せた参考値です（経験ベイズ）。順位には使いません。"


def in_table(position: float, ends: Sequence[int] | None) -> str:
    """Return a rank with its range: ``3位（1〜9位）``; the rank alone where it does not move."""
    said = rank(position)
    if not said or ends is None or ends[0] == ends[1]:
        return said
    return f"{said}（{ends[0]}〜{ends[1]}位）"


def in_sentence(ends: Sequence[int] | None, position: float, of: int) -> str:
    """Return what follows a sentence on a rank: nothing where the rank does not move.

    Counted from the end that the sentence counts the rank from.
    """
    if ends is None or ends[0] == ends[1]:
        return ""
    if is_from_the_highest(position, of):
        return f"（順位の幅は高いほうから{ends[0]}〜{ends[1]}位）"
    return f"（順位の幅は低いほうから{of - ends[1] + 1}〜{of - ends[0] + 1}位）"


def is_from_the_highest(position: float, of: int) -> bool:
    """Return whether a rank is stated from the highest: in the lower half it is from the lowest."""
    return position <= (of + 1) / 2
