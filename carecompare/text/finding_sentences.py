"""What stands out, as sentences made by rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.tables import INCOMPLETE, INSURER_LEVEL, INSURER_UNKNOWN, UNKNOWN_AGES
from carecompare.text import supply_words
from carecompare.text.format import municipalities, number, signed, with_unit
from carecompare.text.sentences import WITHHELD, listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Sized

    from carecompare.catalog import Indicator

PERCENT = 100
JUDGED = (
    "相手との違いは{judged}指標で判定しました。1つずつ95%で見ると、本当は違わなくても平均{by_chance}指標が偶然だけで"
    "「違う」に入ります。そのため、「違う」としたもののうち偶然によるものが平均5%以下になるように絞っています。"
)
NOTHING_JUDGED = "数が少ない・値がない・保険者の値などのため、相手との違いを判定できる指標がありません。"
WAYS = {"higher": "多く", "lower": "少なく", "up": "増えています", "down": "減っています"}
RATE_WAYS = {"higher": "高く", "lower": "低く", "up": "上がっています", "down": "下がっています"}
MISMATCH = {
    "higher": "{own}は{need}が相手より高い一方で、75歳以上あたりで相手より少ない資源があります（{services}）",
    "lower": "{own}は{need}が相手より低い一方で、75歳以上あたりで相手より多い資源があります（{services}）",
}


def beyond(own: str, indicator: Indicator, way: str, figures: Mapping[str, float]) -> str:
    """Return how the own value lies outside the middle half of the peers."""
    digits = indicator.decimals
    half = f"{number(figures['first'], digits)}〜{number(figures['third'], digits)}"
    said = with_unit(figures["value"], indicator)
    opening = _opening(own, indicator, said)
    ways = RATE_WAYS if indicator.unit_ja == "%" else WAYS
    return (
        f"{opening}くらべる相手の中央の半数（{half}）より{ways[way]}、"
        f"中央値{number(figures['median'], digits)}との差は偶然では説明しにくい"
    )


def trend(own: str, indicator: Indicator, way: str, year: int, figures: Mapping[str, float]) -> str:
    """Return where five points go, and how many of the peers go there too."""
    ways = RATE_WAYS if indicator.unit_ja == "%" else WAYS
    among = (
        f"同じ向きの相手は{number(figures['peers'])}市区町村のうち{number(figures['alike'])}市区町村"
        if figures["peers"]
        else "くらべられる相手はありません"
    )
    return f"{_move(own, indicator, year, figures)}へ、偶然を超えて{ways[way]}（{among}）"


def jump(own: str, indicator: Indicator, year: int, figures: Mapping[str, float]) -> str:
    """Return how far the last step went."""
    change = signed(PERCENT * (figures["last"] / figures["first"] - 1)) if figures["first"] else ""
    return f"{_move(own, indicator, year, figures)}へ急に変わりました（{change}%）"


def mismatch(own: str, way: str, need: str, services: Sequence[str]) -> str:
    """Return that need and services go different ways."""
    return MISMATCH[way].format(own=own, need=need, services=listed(services, 4))


def caution(
    own: str, kind: str, indicator: str, year: int, insurer: str, figures: Mapping[str, float]
) -> str:
    """Return what limits the figures of a municipality."""
    if kind == "few_events":
        of_all = f"のうち{number(figures['few'])}種" if figures["few"] < figures["all"] else "すべて"
        return (
            f"資源の指標{number(figures['all'])}種{of_all}は、{own}では数が10未満です。1か所の増減や偶然で大きく変わるため、"
            "順位も色も付けず、気づきにも使いません。数そのものは「資源密度」のページで見られます。"
        )
    if kind == INSURER_LEVEL:
        return f"介護保険の値は、保険者である{insurer}全体の値です。{own}だけの値ではないため、気づきには使いません。"
    if kind == "no_projection":
        return supply_words.NO_PEAK.format(own=own)
    if kind in {UNKNOWN_AGES, INCOMPLETE}:
        why = WITHHELD[UNKNOWN_AGES if kind == UNKNOWN_AGES else INCOMPLETE]
        return f"{own}の{year}年の{indicator}は、{why}。気づきにも使いません。"
    return f"{own}の介護保険の値は、{WITHHELD[INSURER_UNKNOWN]}。0ではありません。"


def judged(figures: Sized, by_chance: float) -> str:
    """Return of how many figures a difference from the peers was judged, and how many chance alone would give."""
    if not figures:
        return NOTHING_JUDGED
    return JUDGED.format(judged=len(figures), by_chance=number(by_chance, 1))


def too_few_peers(count: int) -> str:
    """Return that a comparison with so few says nothing."""
    return (
        f"くらべる相手が{municipalities(count)}と少なく（5つ以上が必要）、相手との違いは拾い出していません。"
    )


def _opening(own: str, indicator: Indicator, said: str) -> str:
    name = f"{own}の{indicator.name_ja}"
    # A figure per something reads on from the name, as in `sentences.ranked`.
    return f"{name}は{said}で、" if "あたり" in said else f"{name}{said}は、"


def _move(own: str, indicator: Indicator, year: int, figures: Mapping[str, float]) -> str:
    start, end = with_unit(figures["first"], indicator), with_unit(figures["last"], indicator)
    end = end.partition("あたり")[2] or end
    first = number(figures["first_year"]).replace(",", "")
    return f"{own}の{indicator.name_ja}は、{first}年の{start}から{year}年の{end}"
