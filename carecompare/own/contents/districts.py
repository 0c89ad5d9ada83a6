"""The districts of daily life that a town declares from its blocks, and what it counts in each."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from carecompare.errors import OwnDataError
from carecompare.limits import Number, YearIfAny
from carecompare.own.keeping.records import LONGEST_NAME, Content, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


MOST_DISTRICTS = 100


class Block(Content, frozen=True, order=True):
    """A block of the town by its names as they stand in the points; ``ward`` is empty without wards."""

    town: str
    ward: str = ""


class DistrictFigure(Content, frozen=True):
    """A figure of a district.

    ``item`` is what is counted, ``of`` the number it is a part of (persons, insured, those who answered) or
    None for a plain count.
    """

    item: str
    value: Number
    of: Number | None = None
    unit: str = ""
    year: YearIfAny = 0
    source: str = ""


class District(Content, frozen=True):
    """One district: its name, its blocks, its figures."""

    name: str
    blocks: tuple[Block, ...] = ()
    figures: tuple[DistrictFigure, ...] = ()


class Bridge(Content, frozen=True):
    """Two blocks, each with the code of its municipality, whose islands a bridge joins."""

    municipality: str
    town: str
    other_municipality: str
    other_town: str


class Districts(Content, frozen=True):
    """The districts of a town in its order, the islands that bridges join, and on what basis they stand."""

    districts: tuple[District, ...] = ()
    bridges: tuple[Bridge, ...] = ()
    note: str = ""

    @property
    def of_block(self) -> dict[Block, str]:
        """Name of the district of each block."""
        return {block: each.name for each in self.districts for block in each.blocks}

    @property
    def joined(self) -> list[tuple[tuple[str, str], tuple[str, str]]]:
        """What bridges join, as the search for the nearest takes it."""
        return [
            ((each.municipality, each.town), (each.other_municipality, each.other_town))
            for each in self.bridges
        ]


DISTRICTS = Kind("districts", Districts)


def districts_of(pairs: Iterable[tuple[str, Block]], before: Districts | None = None) -> Districts:
    """Return districts from pairs of name and block, in the order names first occur.

    Parameters
    ----------
    pairs : iterable of tuple of str and Block
        Each block once.
    before : Districts, optional
        Whose figures, bridges and note are kept: a district of the same name keeps its figures.
    """
    blocks: dict[str, list[Block]] = {}
    for name, block in pairs:
        blocks.setdefault(name, []).append(block)
    held = before or Districts()
    figures = {each.name: each.figures for each in held.districts}
    made = tuple(District(name, tuple(each), figures.get(name, ())) for name, each in blocks.items())
    return msgspec.structs.replace(held, districts=made)


def with_blocks(districts: Districts, name: str, blocks: Sequence[Block]) -> Districts:
    """Return the districts with blocks moved into one of them, as by clicks on the map.

    Parameters
    ----------
    districts : Districts
        What there is.
    name : str
        The district they belong to from now on, made where there is none of this name; empty takes them out.
    blocks : sequence of Block
        Each leaves the district it was in. A district that loses its last block stays.

    Raises
    ------
    OwnDataError
        If there would be more than 100.
    """
    moved = frozenset(blocks)
    wanted = _cleaned(name) if name else ""
    kept = [
        msgspec.structs.replace(each, blocks=tuple(block for block in each.blocks if block not in moved))
        for each in districts.districts
    ]
    if wanted and all(each.name != wanted for each in kept):
        if len(kept) >= MOST_DISTRICTS:
            raise OwnDataError("districts_too_many", expected=MOST_DISTRICTS)
        kept.append(District(wanted))
    made = tuple(
        msgspec.structs.replace(each, blocks=(*each.blocks, *dict.fromkeys(blocks)))
        if each.name == wanted
        else each
        for each in kept
    )
    return msgspec.structs.replace(districts, districts=made)


def district_renamed(districts: Districts, name: str, wanted: str) -> Districts:
    """Return the districts with one renamed.

    Raises
    ------
    OwnDataError
        If there is no such district, or the new name is empty or another's.
    """
    new = _cleaned(wanted)
    names = [each.name for each in districts.districts]
    if name not in names:
        raise OwnDataError("district_unknown", found=name)
    if not new:
        raise OwnDataError("district_nameless")
    if new != name and new in names:
        raise OwnDataError("district_name_taken", found=new)
    made = tuple(
        msgspec.structs.replace(each, name=new) if each.name == name else each for each in districts.districts
    )
    return msgspec.structs.replace(districts, districts=made)


def with_figures(districts: Districts, figures: Mapping[str, Sequence[DistrictFigure]]) -> Districts:
    """Return the districts with these figures, by name, and no others.

    Raises
    ------
    OwnDataError
        If there is no district of a name.
    """
    names = {each.name for each in districts.districts}
    for name in figures:
        if name not in names:
            raise OwnDataError("district_unknown", found=name)
    made = tuple(
        msgspec.structs.replace(each, figures=tuple(figures.get(each.name, ())))
        for each in districts.districts
    )
    return msgspec.structs.replace(districts, districts=made)


def with_bridges(districts: Districts, municipality: str, joined: Sequence[str]) -> Districts:
    """Return the districts with the islands that bridges join within the town.

    Parameters
    ----------
    districts : Districts
        What there is; bridges to other municipalities are kept.
    municipality : str
        Code of the town.
    joined : sequence of str
        A block on each island that can be reached from the others over bridges; fewer than two join nothing.
    """
    abroad = tuple(
        each for each in districts.bridges if {each.municipality, each.other_municipality} != {municipality}
    )
    inside = tuple(Bridge(municipality, one, municipality, other) for one, other in pairwise(joined))
    return msgspec.structs.replace(districts, bridges=(*abroad, *inside))


def _cleaned(name: str) -> str:
    return " ".join(name.split())[:LONGEST_NAME]
