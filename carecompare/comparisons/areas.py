"""Areas with a name that means one place only."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from carecompare.tables import NATION
from carecompare.text.words import WITH_PREFECTURE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.rows import AreaRow, LabelledArea

CODE_DIGITS = 5
MUNICIPALITY = "municipality"


def labelled_areas(areas: Sequence[AreaRow]) -> dict[str, LabelledArea]:
    """Return areas by code with a ``label_ja`` that is unique in the country.

    Parameters
    ----------
    areas : sequence of AreaRow
        Every area.

    Returns
    -------
    dict of str to LabelledArea
        By code, in the same order; a name that several municipalities bear is followed by its prefecture.
    """
    bearers = Counter(each["name_ja"] for each in areas if each["level"] == MUNICIPALITY)
    return {each["area"]: {**each, "label_ja": _label(each, bearers)} for each in areas}


def _label(area: AreaRow, bearers: Mapping[str, int]) -> str:
    name = area["name_ja"]
    is_shared = area["level"] == MUNICIPALITY and bearers[name] > 1
    return WITH_PREFECTURE.format(name=name, prefecture=area["prefecture_ja"]) if is_shared else name


def municipal(areas: Mapping[str, LabelledArea]) -> list[LabelledArea]:
    """Return the municipalities among areas, in the same order."""
    return [each for each in areas.values() if each["level"] == MUNICIPALITY]


def shared_insurers(members: Mapping[str, str], areas: Mapping[str, LabelledArea]) -> dict[str, str]:
    """Return the insurer's name of each municipality that has it together with others.

    Parameters
    ----------
    members : mapping of str to str
        Insurer of each municipality whose insurer is known.
    areas : mapping of str to LabelledArea
        Every area by code.

    Returns
    -------
    dict of str to str
        By the code of the municipality. No insurer is an area before figures of insurers are imported.
    """
    insured = Counter(members.values())
    return {
        municipality: areas[insurer]["name_ja"]
        for municipality, insurer in members.items()
        if insured[insurer] > 1 and insurer in areas
    }


def prefecture_of(area: str) -> str:
    """Return the code of the prefecture a municipality lies in, the nation's for anything else."""
    return area[:2] if len(area) == CODE_DIGITS else NATION
