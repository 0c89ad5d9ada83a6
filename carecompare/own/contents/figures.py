"""A town's own figures: of known indicators or its own items, for itself or for areas of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from carecompare.errors import OwnDataError
from carecompare.limits import Number, Year
from carecompare.own.keeping.records import LONGEST_NAME, Content, Kind
from carecompare.own.uploads.year_labels import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


AreaKind = Literal["living_area", "merged", "planned", "other"]
OWN_ITEM = "own:"
MOST_FIGURES = 50_000
MOST_AREAS = 200
LONGEST_TEXT = 500


class OwnFigure(Content, frozen=True):
    """One figure.

    ``place`` is empty for the town itself, else the id of an `OwnArea`; ``item`` is the id of an indicator,
    or ``own:`` and the name of an `OwnItem`; ``value`` is in the unit of either; ``status`` is what its
    label says of it, if anything.
    """

    place: str
    item: str
    year: Year
    value: Number
    note: str = ""
    source: str = ""
    status: Status = ""

    @property
    def key(self) -> tuple[str, str, int]:
        """Return what no two figures share."""
        return self.place, self.item, self.year


class OwnArea(Content, frozen=True):
    """An area that no ministry knows: a living area, a merged or a planned town."""

    id: str
    name: str
    kind: AreaKind = "living_area"
    note: str = ""


class OwnItem(Content, frozen=True):
    """Something that no indicator counts."""

    name: str
    unit: str

    @property
    def id(self) -> str:
        """Return what figures name it by."""
        return OWN_ITEM + self.name


class OwnFigures(Content, frozen=True):
    """Everything a town has entered."""

    figures: tuple[OwnFigure, ...] = ()
    areas: tuple[OwnArea, ...] = ()
    items: tuple[OwnItem, ...] = ()


OWN_FIGURES = Kind("own_figures", OwnFigures)


def figures_with(
    kept: OwnFigures, figures: Iterable[OwnFigure], items: Iterable[OwnItem], *, replace: bool = False
) -> OwnFigures:
    """Return what is kept with new figures.

    Parameters
    ----------
    kept : OwnFigures
        What there is.
    figures : iterable of OwnFigure
        New ones; each takes the place of one for the same place, item and year.
    items : iterable of OwnItem
        The own items they name.
    replace : bool
        Whether the figures that are not among the new ones go.

    Returns
    -------
    OwnFigures
        In the order they were entered, without items that no figure names.

    Raises
    ------
    OwnDataError
        If there would be more than 50,000.
    """
    of_key = {} if replace else {each.key: each for each in kept.figures}
    of_key.update((each.key, each) for each in figures)
    if len(of_key) > MOST_FIGURES:
        raise OwnDataError("own_figures_too_many", found=len(of_key), expected=MOST_FIGURES)
    named = {each.item for each in of_key.values()}
    of_id = {each.id: each for each in (*kept.items, *items)}
    return OwnFigures(
        figures=tuple(of_key.values()),
        areas=kept.areas,
        items=tuple(item for name, item in of_id.items() if name in named),
    )


def areas_with(kept: OwnFigures, name: str, kind: AreaKind, note: str, version: int) -> OwnFigures:
    """Return what is kept with one more area.

    Parameters
    ----------
    kept : OwnFigures
        What there is.
    name : str
        Its name; another area must not have it.
    kind : {"living_area", "merged", "planned", "other"}
        What it is.
    note : str
        Where it lies, which municipalities it will have.
    version : int
        The version this will be saved as. It makes the id, which therefore no other area ever had.

    Raises
    ------
    OwnDataError
        If the name is empty or taken, or there are 200 areas already.
    """
    wanted = " ".join(name.split())[:LONGEST_NAME]
    if not wanted:
        raise OwnDataError("own_area_nameless")
    if any(each.name == wanted for each in kept.areas):
        raise OwnDataError("own_area_name_taken", found=wanted)
    if len(kept.areas) >= MOST_AREAS:
        raise OwnDataError("own_areas_too_many", expected=MOST_AREAS)
    made = OwnArea(id=f"a{version}", name=wanted, kind=kind, note=note[:LONGEST_TEXT])
    return msgspec.structs.replace(kept, areas=(*kept.areas, made))


def areas_without(kept: OwnFigures, identifier: str) -> OwnFigures:
    """Return what is kept without an area and its figures.

    Raises
    ------
    OwnDataError
        If there is no such area.
    """
    if all(each.id != identifier for each in kept.areas):
        raise OwnDataError("own_area_unknown", found=identifier)
    left = [each for each in kept.figures if each.place != identifier]
    areas = tuple(each for each in kept.areas if each.id != identifier)
    return figures_with(msgspec.structs.replace(kept, areas=areas), left, (), replace=True)


def changes(before: Sequence[OwnFigure], after: Sequence[OwnFigure]) -> list[tuple[str, OwnFigure]]:
    """Return what differs.

    Parameters
    ----------
    before, after : sequence of OwnFigure
        What is kept and what would be.

    Returns
    -------
    list of tuple of str and OwnFigure
        ``new``, ``changed`` or ``gone`` with the figure after (of one that is gone: before).
    """
    old = {each.key: each for each in before}
    new = {each.key: each for each in after}
    found = [("changed" if key in old else "new", each) for key, each in new.items() if old.get(key) != each]
    return found + [("gone", each) for key, each in old.items() if key not in new]
