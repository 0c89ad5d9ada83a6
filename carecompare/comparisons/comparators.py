"""Who a municipality is compared with."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import numpy as np

from carecompare.comparisons.areas import municipal
from carecompare.comparisons.peers import POOLS, similar_codes
from carecompare.errors import SelectionError
from carecompare.tables import CLASS, DEPOPULATED, MEDICAL_AREA

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

    from carecompare.comparisons.peers import FeatureTable
    from carecompare.rows import GroupRow, LabelledArea

FEWEST, USUAL, MOST = 5, 15, 30
SAVED = "saved"
FACTORS = (1.1, 1.25, 1.5, 2.0, 3.0)
USUAL_FACTOR = 1.25
# An island borders on nobody, a corner town on one: their neighbours are completed by those behind the
# neighbours, then by the nearest offices.
FEWEST_NEIGHBOURS = 5


@dataclass(frozen=True)
class Choice:
    """A set of comparators and what it is set to.

    Parameters
    ----------
    comparators : str
        One of `COMPARATORS`.
    chosen : tuple of str
        Codes, for ``free`` and ``saved``.
    most : int
        How many, for ``similar`` and ``depopulated``.
    weights : mapping of str to float
        By feature, for ``similar``.
    pool : str
        Where similar ones may come from; one of `POOLS`.
    factor : float
        How many times larger or smaller a population may be, for ``size``.
    """

    comparators: str
    chosen: tuple[str, ...] = ()
    most: int = USUAL
    weights: Mapping[str, float] = field(default_factory=dict)
    pool: str = POOLS[0]
    factor: float = USUAL_FACTOR


@dataclass(frozen=True)
class Surroundings:
    """What is known of all municipalities that may stand beside one of them.

    Parameters
    ----------
    areas : mapping of str to LabelledArea
        From `labelled_areas`.
    exemplars : tuple of str
        Codes of the ten cases' municipalities, in the document's order.
    groups : sequence of GroupRow
        AREA_GROUPS.
    bordering : mapping of str to sequence of str
        Who borders on each municipality that is no island.
    residents : mapping of str to float
        Population by code, of the latest census.
    features : callable
        Returns the `FeatureTable`; asked only where it is needed.
    """

    areas: Mapping[str, LabelledArea]
    exemplars: tuple[str, ...]
    groups: Sequence[GroupRow]
    bordering: Mapping[str, Sequence[str]]
    residents: Mapping[str, float]
    features: Callable[[], FeatureTable]

    @cached_property
    def municipalities(self) -> tuple[str, ...]:
        """Return the codes of all municipalities."""
        return tuple(each["area"] for each in municipal(self.areas))

    @cached_property
    def positions(self) -> NDArray[np.float64]:
        """Return latitude and longitude of each municipality's office in radians."""
        return np.radians([(each["latitude"], each["longitude"]) for each in municipal(self.areas)])

    @cached_property
    def members(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """Return the municipalities of each group by its kind and id."""
        held: dict[tuple[str, str], list[str]] = {}
        for each in self.groups:
            held.setdefault((each["kind"], each["group"]), []).append(each["municipality"])
        return {key: tuple(codes) for key, codes in held.items()}

    @cached_property
    def groups_of(self) -> Mapping[tuple[str, str], tuple[tuple[str, str], ...]]:
        """Return id and name of the groups of one kind that a municipality belongs to."""
        held: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for each in self.groups:
            held.setdefault((each["kind"], each["municipality"]), []).append((each["group"], each["name_ja"]))
        return {key: tuple(groups) for key, groups in held.items()}

    @cached_property
    def editions(self) -> Mapping[str, str]:
        """Return the edition of the list that each kind of group was read from, such as ``令和5年度決算``."""
        return {each["kind"]: each["note"] for each in self.groups}

    def fellows(self, kind: str, own: str) -> tuple[str, ...]:
        """Return the municipalities that share a group of a kind, the own one among them."""
        groups = self.groups_of.get((kind, own), ())
        return tuple(dict.fromkeys(code for group, _ in groups for code in self.members[kind, group]))

    def group_names(self, kind: str, own: str) -> tuple[str, ...]:
        """Return the names of the groups of a kind that a municipality belongs to."""
        return tuple(name for _, name in self.groups_of.get((kind, own), ()))


def comparator_codes(choice: Choice, own: str, surroundings: Surroundings) -> tuple[str, ...]:
    """Return the municipalities of a set, without the own one.

    Parameters
    ----------
    choice : Choice
        The set and what it is set to.
    own : str
        Code of the own municipality, or empty: then only sets that do not need it have members.
    surroundings : Surroundings
        All municipalities.

    Returns
    -------
    tuple of str
        Codes; none where the set does not exist for the own municipality.

    Raises
    ------
    SelectionError
        If there is no such set.
    MeasureError
        If the weights cannot be used.
    """
    if choice.comparators not in SETS:
        raise SelectionError("comparators_unknown", found=choice.comparators, expected=COMPARATORS)
    chosen = SETS[choice.comparators]
    if not own and chosen.needs_own:
        return ()
    members = chosen.members(choice, own, surroundings)
    return tuple(dict.fromkeys(code for code in members if code != own))


def _exemplars(_: Choice, __: str, surroundings: Surroundings) -> Sequence[str]:
    return surroundings.exemplars


def _similar(choice: Choice, own: str, surroundings: Surroundings) -> Sequence[str]:
    return similar_codes(surroundings.features(), own, choice.weights, choice.most, choice.pool)


def _class(_: Choice, own: str, surroundings: Surroundings) -> Sequence[str]:
    return surroundings.fellows(CLASS, own)


def _size(choice: Choice, own: str, surroundings: Surroundings) -> Sequence[str]:
    residents = surroundings.residents
    own_size = residents.get(own, 0.0)
    low, high = own_size / choice.factor, own_size * choice.factor
    within = [code for code in surroundings.municipalities if 0 < low <= residents.get(code, 0.0) <= high]
    return _by_size(within, own, residents)


def _depopulated(choice: Choice, own: str, surroundings: Surroundings) -> Sequence[str]:
    fellows = [code for code in surroundings.fellows(DEPOPULATED, own) if code != own]
    return _by_size(fellows, own, surroundings.residents)[: choice.most]


def _neighbours(_: Choice, own: str, surroundings: Surroundings) -> Sequence[str]:
    touching = set(surroundings.bordering.get(own, ()))
    behind = {code for each in touching for code in surroundings.bordering.get(each, ())}
    near = [code for code in _by_way(own, surroundings) if code != own]
    rings = sorted(near, key=lambda code: (code not in touching, code not in behind))
    return rings[: max(len(touching), FEWEST_NEIGHBOURS)]


def _medical_area(_: Choice, own: str, surroundings: Surroundings) -> Sequence[str]:
    return surroundings.fellows(MEDICAL_AREA, own)


def _prefecture(_: Choice, own: str, surroundings: Surroundings) -> Sequence[str]:
    return [code for code in surroundings.municipalities if code[:2] == own[:2]]


def _free(choice: Choice, _: str, __: Surroundings) -> Sequence[str]:
    return choice.chosen


# What of a `Choice` decides who the members of a set are; on screen each is a widget.
Setting = Literal["count", "pool", "weights", "factor", "chosen"]


@dataclass(frozen=True)
class PeerSet:
    """A set of comparators: who its members are. Its words are those of the same key in the text.

    Parameters
    ----------
    members : callable
        From the choice, the own code and the surroundings to codes, the own one perhaps among them.
    settings : frozenset of {"count", "pool", "weights", "factor", "chosen"}
        What of the choice it goes by.
    needs_own : bool
        Whether it has members only where an own municipality is chosen.
    group : str
        Kind of the official group that it is, in AREA_GROUPS; empty for a set that is none.
    source : str
        Of the catalogue's sources, which says who belongs to it; empty for a set that needs none.
    listed : str
        Kind of the groups in that source's list whose edition is named with the set; empty where none is.
    """

    members: Callable[[Choice, str, Surroundings], Sequence[str]]
    settings: frozenset[Setting] = frozenset()
    needs_own: bool = True
    group: str = ""
    source: str = ""
    listed: str = ""


# The order here is the order on screen: alike first, then near, then by name.
SETS: Mapping[str, PeerSet] = {
    "exemplars": PeerSet(_exemplars, needs_own=False),
    "similar": PeerSet(_similar, frozenset({"count", "pool", "weights"})),
    "class": PeerSet(_class, group=CLASS, source="municipality_class", listed=CLASS),
    "size": PeerSet(_size, frozenset({"factor"})),
    "depopulated": PeerSet(
        _depopulated, frozenset({"count"}), source="municipality_class", listed=DEPOPULATED
    ),
    "neighbours": PeerSet(_neighbours),
    "medical_area": PeerSet(_medical_area, group=MEDICAL_AREA, source="medical_areas"),
    "prefecture": PeerSet(_prefecture),
    "free": PeerSet(_free, frozenset({"chosen"}), needs_own=False),
    SAVED: PeerSet(_free),
}
COMPARATORS = tuple(SETS)


def _by_size(codes: Sequence[str], own: str, residents: Mapping[str, float]) -> list[str]:
    """Return codes by how many times their population is larger or smaller than the own one."""
    own_size = np.log1p(residents.get(own, 0.0))
    apart = [abs(np.log1p(residents.get(code, 0.0)) - own_size) for code in codes]
    return [codes[place] for place in np.argsort(apart, kind="stable")]


def _by_way(own: str, surroundings: Surroundings) -> list[str]:
    """Return all codes by the distance of their offices as the crow flies."""
    codes = surroundings.municipalities
    latitude, longitude = surroundings.positions.T
    at = codes.index(own)
    across = np.sin((latitude - latitude[at]) / 2) ** 2
    along = np.cos(latitude[at]) * np.cos(latitude) * np.sin((longitude - longitude[at]) / 2) ** 2
    return [codes[place] for place in np.argsort(across + along, kind="stable")]
