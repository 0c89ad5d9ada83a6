"""Finds a municipality by what people type: name, reading, Latin letters, code, former or mistaken name."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from carecompare.cells import folded
from carecompare.comparisons.areas import CODE_DIGITS
from carecompare.text.layouts.town_spellings import COUNTY, LATIN, SMALL, SUFFIXES, VARIANTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from carecompare.rows import LabelledArea

MOST_NEAR = 5
LONG = 5
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_BRACKETS = str.maketrans("", "", "()")
# Ways of writing one sound in Latin letters, the first replaced by the second, in this order.
_SPELLINGS = (
    ("tch", "ty"),
    ("shi", "si"),
    ("chi", "ti"),
    ("tsu", "tu"),
    ("fu", "hu"),
    ("ji", "zi"),
    ("sh", "sy"),
    ("ch", "ty"),
    ("j", "zy"),
    ("dz", "z"),
)
_NASAL = re.compile("m(?=[bpm])")
_LONG_VOWELS = re.compile("o[ou]+|oh(?![aeiouy])|uu+")
_DOUBLE = re.compile(r"([^aeioun])\1")
_LATIN = re.compile("[a-z]+")

Way = Literal["named", "part", "near"]


@dataclass(frozen=True)
class FoundTowns:
    """Who was meant.

    Parameters
    ----------
    codes : tuple of str
        The likeliest first; empty where nobody could be meant.
    way : {"named", "part", "near"}
        Whether the text is a whole name, a part of one or a former one, or only resembles one.
    former : mapping of str to str
        The former name that was typed, by code.
    """

    codes: tuple[str, ...]
    way: Way
    former: Mapping[str, str] = field(default_factory=dict)

    @property
    def certain(self) -> str:
        """Return the code where only one can be meant, else an empty text."""
        return self.codes[0] if len(self.codes) == 1 and self.way == "named" and not self.former else ""


class Towns:
    """What municipalities are found by.

    Parameters
    ----------
    areas : iterable of LabelledArea
        The municipalities of today.
    former : mapping of str to sequence of str
        Codes of today by a name that is no more.
    """

    def __init__(self, areas: Iterable[LabelledArea], former: Mapping[str, Sequence[str]]) -> None:
        self._exact: dict[str, dict[str, None]] = defaultdict(dict)
        self._parts: dict[str, tuple[str, ...]] = {}
        self._resembled: dict[str, tuple[str, ...]] = {}
        self._names: dict[str, tuple[str, str]] = {}
        self._prefectures: dict[str, str] = {}
        self._starts: dict[str, set[str]] = defaultdict(set)
        for each in areas:
            self._add(each)
        self._former: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for name, codes in former.items():
            for key in {_plain(name), _stem(_plain(name))}:
                self._former[key] += [(code, name) for code in codes]

    def _add(self, area: LabelledArea) -> None:
        code, name, kana = area["area"], _plain(area["name_ja"]), folded(area["kana"])
        stem, short = _stem(name), _short(name, kana)
        keys = (name, stem, kana, short, _latin(kana), _latin(short))
        for key in (code, *keys):
            if key:
                self._exact[key][code] = None
        self._parts[code] = (name, kana, _latin(kana))
        self._resembled[code] = tuple(map(_unvoiced, keys))
        self._names[code] = (name, kana)
        self._prefectures.setdefault(_plain(area["prefecture_ja"]), area["prefecture"])
        self._starts[name[:1]].add(kana)

    def found(self, text: str) -> FoundTowns:
        """Return who is meant by a text, as typed.

        Parameters
        ----------
        text : str
            Any; width, kind of kana, blanks, prefecture and county make no difference.

        Returns
        -------
        FoundTowns
            Empty where nobody bears or resembles the name.
        """
        prefecture, wanted = self._without_prefecture(_plain(text).translate(_BRACKETS))
        if not wanted:
            return FoundTowns(_inside(self._names if prefecture else (), prefecture), "part")
        for each in _forms(wanted):
            for found in (self._named(each, prefecture), self._part(each, prefecture)):
                if found.codes:
                    return found
        return self._near(wanted, prefecture)

    def _without_prefecture(self, wanted: str) -> tuple[str, str]:
        for name, code in self._prefectures.items():
            if wanted.startswith(name) or wanted.endswith(name):
                return code, wanted.removeprefix(name).removesuffix(name)
        return "", wanted

    def _named(self, wanted: str, prefecture: str) -> FoundTowns:
        # Six digits are the code with its check digit.
        code = wanted[:CODE_DIGITS] if wanted.isdigit() and len(wanted) == CODE_DIGITS + 1 else wanted
        spelled = _in_one_spelling(wanted)
        codes = [found for key in (code, spelled) for found in self._exact.get(key, ())]
        return FoundTowns(_inside(codes, prefecture), "named")

    def _part(self, wanted: str, prefecture: str) -> FoundTowns:
        """Return those in whose name the text stands, and those that took over one of that name."""
        former, text = dict(self._former.get(wanted, ())), _in_one_spelling(wanted)
        found = [code for code, parts in self._parts.items() if any(text in part for part in parts)]
        codes = _inside([*former, *found], prefecture)
        # Of one alone that begins so the rest need not be typed.
        is_begun = len(codes) == 1 and any(part.startswith(text) for part in self._parts[codes[0]])
        named = {code: former[code] for code in codes if code in former}
        return FoundTowns(codes, "named" if is_begun else "part", named)

    def _near(self, wanted: str, prefecture: str) -> FoundTowns:
        """Return those whose name the text begins with, as a ward's does, else those that resemble it."""
        wards = [code for code, (name, _) in self._names.items() if wanted.startswith(name)]
        text = _unvoiced(_in_one_spelling(wanted))
        most = min(1 + (len(text) >= LONG), len(text) - 1)
        order: dict[str, tuple[int, int]] = {}
        for code, (_, kana) in self._names.items():
            near = [
                (-self._alike(text, key, kana), distance)
                for key in self._resembled[code]
                if abs(len(key) - len(text)) <= most and (distance := _distance(text, key)) <= most
            ]
            if near:
                order[code] = min(near)
        codes = _inside([*wards, *sorted(order, key=order.__getitem__)], prefecture)
        return FoundTowns(codes[:MOST_NEAR], "near")

    def _alike(self, text: str, key: str, kana: str) -> int:
        """Return how much of a name begins as typed, or is read as names of the typed first letter are."""
        return _common(text, key) or max(
            (_common(kana, each) for each in self._starts.get(text[:1], ())), default=0
        )


def _plain(text: str) -> str:
    return folded(_SELECTORS.sub("", text)).translate(VARIANTS)


def _forms(wanted: str) -> tuple[str, ...]:
    """Return a text, and what follows the name of a county in it."""
    _, _, rest = wanted.partition(COUNTY)
    return (wanted, rest) if rest else (wanted,)


def _stem(name: str) -> str:
    return name[:-1] if name[-1:] in SUFFIXES else name


def _short(name: str, kana: str) -> str:
    """Return the reading of a name without that of its suffix."""
    readings = SUFFIXES.get(name[-1:], ())
    return next((kana.removesuffix(each) for each in readings if kana.endswith(each)), kana)


def _latin(kana: str) -> str:
    letters: list[str] = []
    for each in kana:
        small = SMALL.get(each)
        if small and letters:
            letters[-1] = letters[-1][:-1] + small
        else:
            letters.append(LATIN.get(each, each))
    return _spelled("".join(letters))


def _in_one_spelling(text: str) -> str:
    """Return Latin letters as `_spelled` has them, without hyphens and long marks; else the text."""
    letters = "".join(each for each in unicodedata.normalize("NFKD", text) if each.isalnum())
    return _spelled(letters) if _LATIN.fullmatch(letters) else text


def _unvoiced(text: str) -> str:
    """Return a text without the marks that make た into だ, as readings are often mistaken."""
    return "".join(each for each in unicodedata.normalize("NFD", text) if not unicodedata.combining(each))


def _spelled(text: str) -> str:
    """Return a text in Latin letters as all its spellings are compared."""
    base = text
    for ours, theirs in _SPELLINGS:
        base = base.replace(ours, theirs)
    long = _LONG_VOWELS.sub(lambda found: found[0][0], _NASAL.sub("n", base))
    return _DOUBLE.sub(r"\1", long)


def _distance(one: str, other: str) -> int:
    """Return how many letters have to be changed, added or left out; a letter moved counts as two."""
    before = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        row = [place]
        for column, its in enumerate(other, start=1):
            row.append(min(row[-1] + 1, before[column] + 1, before[column - 1] + (letter != its)))
        before = row
    return before[-1]


def _common(one: str, other: str) -> int:
    """Return how many letters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (mine, its) in pairs if mine != its), min(len(one), len(other)))


def _inside(codes: Iterable[str], prefecture: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for code in codes if code.startswith(prefecture)))
