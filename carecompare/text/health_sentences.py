"""Sentences on how complete and how old the figures are, made by rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.text import health_words as words
from carecompare.text.format import number

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

MONTHS = 12
MOST_NAMED = 3


def age(as_of: str, today: date) -> str:
    """Return how long ago a date was, in plain words.

    Parameters
    ----------
    as_of : str
        ``2024``, ``2024-03`` or ``2024-03-31``; a year alone is taken to its end.
    today : date
        The day it is seen from.

    Returns
    -------
    str
        For example ``1年8か月前``; ``約`` before it where only a year is known.
    """
    parts = [int(part) for part in as_of.split("-")]
    month = parts[1] if len(parts) > 1 else MONTHS
    passed = (today.year - parts[0]) * MONTHS + today.month - month
    if passed < 0:
        return words.FUTURE
    years, months = divmod(passed, MONTHS)
    if not passed:
        return words.UNTIL_NOW
    spoken = (f"{years}年" if years else "") + (f"{months}か月" if months else "")
    return f"{'約' if len(parts) == 1 else ''}{spoken}前"


def coverage_finding(complete: int, all_areas: int, incomplete: Sequence[str]) -> str:
    """Return how many municipalities have every figure of every source.

    Parameters
    ----------
    complete, all_areas : int
        Municipalities.
    incomplete : sequence of str
        Names of the sources that some municipality lacks figures of, the least complete first.

    Returns
    -------
    str
        One sentence.
    """
    if not incomplete:
        return f"{all_areas:,}市区町村のすべてで、手元のどの出典の数値もそろっています"
    named = "・".join(incomplete[:MOST_NAMED]) + ("など" if len(incomplete) > MOST_NAMED else "")
    return f"{all_areas:,}市区町村のうち、手元のどの出典の数値もそろうのは{complete:,}市区町村。欠けているのは{named}"


def prefectures_finding(lacking: Sequence[str]) -> str:
    """Return which prefectures lack most.

    Parameters
    ----------
    lacking : sequence of str
        Names of the prefectures with a gap, the largest first.
    """
    if not lacking:
        return "どの都道府県でも、手元の出典の数値がそろっています"
    named = "・".join(lacking[:MOST_NAMED])
    return (
        f"値の欠けがあるのは{len(lacking)}都道府県で、{named}の欠けがいちばん大きい"
        if len(lacking) > MOST_NAMED
        else f"値の欠けがあるのは{named}"
    )


def ages_finding(oldest: str, oldest_age: str, newest: str, newest_age: str) -> str:
    """Return which source is oldest and which newest."""
    return f"いちばん新しいのは{newest}（{newest_age}）、いちばん古いのは{oldest}（{oldest_age}）"


def gaps_finding(cells: int, largest: str, share: float) -> str:
    """Return how many cells are empty and the reason of most of them.

    Parameters
    ----------
    cells : int
        Empty cells.
    largest : str
        The commonest reason.
    share : float
        Its share in per cent.
    """
    if not cells:
        return words.GAPS_NONE
    return f"値のないます目は{cells:,}。いちばん多い理由は「{largest}」（{number(share)}%）"


def log_finding(to_confirm: int, all_lines: int) -> str:
    """Return how many lines of the log want a person's eye."""
    return f"変更点{all_lines:,}件のうち、確認するものは{to_confirm:,}件"


def notes_finding(rows: int, kinds: int) -> str:
    """Return how many rows were mapped, left out or doubtful."""
    return f"公表されたファイルの{rows:,}行に、{kinds}種類の注意すべき点がありました"


def positions_finding(offices: int, points: Sequence[tuple[float, float, int]]) -> str:
    """Return how many offices stand outside their municipality, and at which points many of them do."""
    if not offices:
        return "位置が市区町村の外にある事業所はありません"
    named = "、".join(
        f"{_point(latitude, longitude)}の1点に{number(count)}か所" for latitude, longitude, count in points
    )
    return f"位置が市区町村の外にある事業所は{number(offices)}か所" + (f"（うち{named}）" if named else "")


def _point(latitude: float, longitude: float) -> str:
    north = f"{'北緯' if latitude >= 0 else '南緯'}{abs(latitude):.2f}度"
    return f"{north}・{'東経' if longitude >= 0 else '西経'}{abs(longitude):.2f}度"
