"""From the bare name of an area to its code: same-named towns, unions of municipalities, unknown names."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from carecompare.own.uploads.spelling import plain_name
from carecompare.text.layouts.mieruka_layout_words import NATION

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carecompare.rows import LabelledArea


How = Literal["known", "same_named", "ambiguous", "unknown"]
# What may stand behind a name and still be no part of it.
_SUFFIX = re.compile(r"[(\[【※*:・].*|[0-9]+$")
_LEVELS = ("nation", "prefecture", "municipality", "insurer")


@dataclass(frozen=True)
class Place:
    """An area as a table names it.

    Parameters
    ----------
    code : str
        Its code; empty where the name leaves it open.
    how : {"known", "same_named", "ambiguous", "unknown"}
        ``same_named`` when others bear the name and the own prefecture decided.
    candidates : tuple of str
        Codes the name may stand for.
    """

    code: str
    how: How
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True)
class Places:
    """Every area by name, seen from one municipality.

    Parameters
    ----------
    own : str
        Its code.
    names : mapping of str to tuple of str
        Codes by plain name.
    prefectures : mapping of str to str
        Prefecture of each code.
    own_insurer : str
        The code of the union that insures the municipality together with others, or empty.
    labels : mapping of str to str
        A name that means one place only, by code.
    """

    own: str
    names: Mapping[str, tuple[str, ...]] = field(repr=False)
    prefectures: Mapping[str, str] = field(repr=False)
    own_insurer: str = ""
    labels: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def own_prefecture(self) -> str:
        """Return the code of the own prefecture."""
        return self.prefectures.get(self.own, "")

    def of(self, label: str) -> Place:
        """Return the area that a label of a table names."""
        name = plain_name(label)
        codes = self.names.get(name)
        if codes is None:
            shorter = _SUFFIX.sub("", name)
            codes = self.names.get(shorter) if shorter else None
        if not codes:
            return Place("", "unknown")
        if len(codes) == 1:
            return Place(codes[0], "known", codes)
        if self.own in codes:
            return Place(self.own, "same_named", codes)
        near = [code for code in codes if self.prefectures.get(code) == self.own_prefecture]
        return Place(near[0], "same_named", codes) if len(near) == 1 else Place("", "ambiguous", codes)

    def knows(self, label: str) -> bool:
        """Return whether a label names an area, be it one of several."""
        return self.of(label).how != "unknown"


def places_from(own: str, rows: Iterable[LabelledArea], own_insurer: str = "") -> Places:
    """Return the areas as seen from one municipality.

    Parameters
    ----------
    own : str
        Its code.
    rows : iterable of LabelledArea
        Every area.
    own_insurer : str
        Name of the union that insures it together with others, or empty.

    Returns
    -------
    Places
        A union that bears a municipality's name is that municipality's own insurer and not named apart.
    """
    known = [row for row in rows if row["level"] in _LEVELS]
    towns = {row["name_ja"] for row in known if row["level"] == "municipality"}
    names: dict[str, dict[str, None]] = defaultdict(dict)
    prefectures: dict[str, str] = {}
    labels: dict[str, str] = {}
    union = ""
    for row in known:
        code, name, level = row["area"], row["name_ja"], row["level"]
        if level == "insurer" and name in towns:
            continue
        names[plain_name(name)][code] = None
        labels[code] = name
        if level in {"municipality", "insurer"}:
            prefectures[code] = row["prefecture"]
            labels[code] = f"{name}（{row['prefecture_ja']}）"
            for full in (f"{row['prefecture_ja']}{name}", labels[code]):
                names[plain_name(full)][code] = None
        if level == "nation":
            names[plain_name(NATION)][code] = None
        if level == "insurer" and name == own_insurer:
            union = code
    return Places(own, {name: tuple(codes) for name, codes in names.items()}, prefectures, union, labels)
