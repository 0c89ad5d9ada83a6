"""What is said of figures that a list of self-reports leaves incomplete, or counts twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from carecompare.text.format import number

if TYPE_CHECKING:
    from collections.abc import Sequence


MOST_NAMED = 5
MORE = "、ほか{rest}か所"
PART = "{name}（{said}）"
FEWER_LISTED = "{expected}病院のうち{listed}病院"
OF_THEM = "、うち{unknown}病院は病床が分からない"
UNKNOWN = "{listed}病院のうち{unknown}病院は病床が分からない"
PARTS = (
    "一部の病院だけの値：{places}。病院が自ら報告した一覧のため、載っていない病院や、病床を記入していない病院、"
    "種類を二重に書いた病院があります。もとの病院数は、一覧に載る病院（精神科を含む）と、別の統計の一般病院の多いほう"
    "（県は別の統計の一般病院）です。順位を付けず、中央値・気づき・県の線に使いません。"
)
SILENT = (
    "{places}は、自ら報告した一覧に1か所も載っていません。ないとはいえないため、0とせず「未収集」とします。"
)
PLACES = "「{label}」は、住所か事業所番号が同じ指定を1か所と数えた数です：{said}。"
PLACES_FEWER = "{name}の指定{designations}は{places}か所"
PLACES_ELSEWHERE = "くらべる相手のうち{count}市区町村で指定より少なくなります"


class Gap(Protocol):
    """Hospitals of a place."""

    @property
    def listed(self) -> float:
        """Return how many a list names."""

    @property
    def known(self) -> float:
        """Return of how many the figure is made."""

    @property
    def expected(self) -> float:
        """Return how many there should be."""


def part(name: str, gap: Gap) -> str:
    """Return of how many hospitals the figure of a place is, and of how many it should be."""
    unknown = gap.listed - gap.known
    figures = {
        "expected": number(gap.expected),
        "listed": number(gap.listed),
        "unknown": number(unknown),
    }
    fewer = FEWER_LISTED + (OF_THEM if unknown else "")
    said = fewer if gap.listed < gap.expected else UNKNOWN
    return PART.format(name=name, said=said.format(**figures))


def parts(places: Sequence[str]) -> str:
    """Return what is missing in places: each as `part` says it."""
    return PARTS.format(places=_named(places))


def silent(names: Sequence[str]) -> str:
    """Return of which places a list names not one institution."""
    return SILENT.format(places=_named(names))


def fewer_places(label: str, own: tuple[str, float, float] | None, others: int) -> str:
    """Return where several designations share a place.

    Parameters
    ----------
    label : str
        What is counted.
    own : tuple of str, float and float, optional
        Name, designations and places of the own municipality, where the places are fewer.
    others : int
        How many others are shown of which the places are fewer.
    """
    said = []
    if own is not None:
        name, designations, places = own
        said.append(PLACES_FEWER.format(name=name, designations=number(designations), places=number(places)))
    if others:
        said.append(PLACES_ELSEWHERE.format(count=number(others)))
    return PLACES.format(label=label, said="、".join(said))


def _named(places: Sequence[str]) -> str:
    rest = len(places) - MOST_NAMED
    return "、".join(places[:MOST_NAMED]) + (MORE.format(rest=rest) if rest > 0 else "")
