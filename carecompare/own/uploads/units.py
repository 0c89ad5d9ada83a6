"""Units as people write them."""

from __future__ import annotations

import re

from carecompare.cells import narrow
from carecompare.own.uploads.spelling import plain_name, spellings
from carecompare.text.own.own_upload_words import COUNTED_IN, COUNTERS, MULTIPLES, SAME_UNITS

BY = "/"
_BEHIND = re.compile(r"(.+)[(（\[［]([^()（）\[\]［］]+)[)）\]］]")


def same_unit(written: str, unit: str) -> bool:
    """Return whether a written unit is an indicator's: in full, or the part before the stroke."""
    wanted = {
        spelling for each in spellings(unit) for spelling in (_flat(each), _flat(each.partition(BY)[0]))
    }
    return _flat(written) in wanted


def counter(unit: str) -> str:
    """Return what is counted: the part of a unit before the stroke."""
    return narrow(unit).partition(BY)[0]


def without_unit(value: str, unit: str) -> str:
    """Return a written value without the unit it may end with."""
    text = narrow(value)
    for name in (narrow(unit), *SAME_UNITS.get(counter(unit), (counter(unit),))):
        if name and text.endswith(name):
            return text.removesuffix(name).strip()
    return text


def unit_of_name(name: str) -> tuple[str, str]:
    """Return a name and the unit it says: in brackets behind it, or by its ending; an empty one if none.

    Parameters
    ----------
    name : str
        ``通いの場（箇所）`` is ``通いの場`` in ``箇所``; ``認定者数`` is in ``人``; the brackets of
        ``通いの場（週1回以上）`` hold no unit and belong to the name.
    """
    found = _BEHIND.fullmatch(name.strip())
    if found and _is_unit(found[2]):
        return found[1].strip(), found[2].strip()
    plain = narrow(name)
    return name, next((unit for ending, unit in COUNTED_IN.items() if plain.endswith(ending)), "")


def _is_unit(text: str) -> bool:
    counted = _flat(text).partition(BY)[0]
    return counted in COUNTERS or any(counted == narrow(name) for name in SAME_UNITS)


def in_unit(value: float | None, written: str, unit: str) -> float | None:
    """Return a value given in thousands or ten thousands in the unit wanted, or None."""
    flat = _flat(written)
    for name, times in MULTIPLES.items():
        if value is not None and flat.startswith(name) and same_unit(flat.removeprefix(name), unit):
            return value * times
    return None


def _flat(unit: str) -> str:
    text = plain_name(unit)
    counted, stroke, rest = text.partition(BY)
    for name, others in SAME_UNITS.items():
        if counted in others:
            counted = narrow(name)
    return counted + stroke + rest
