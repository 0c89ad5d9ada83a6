"""The choice that a link carries, and the check of it. Nothing here knows of a screen.

Nine parameters that every page shares decide who the comparators are: the fields of `Selection`. Whatever
else a link may carry is declared by the module that reads it (`parameter`), and read as
``here.selection[PARAMETER]``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING

from carecompare.comparisons import (
    COMPARATORS,
    FACTORS,
    FEWEST,
    MOST,
    POOLS,
    SAVED,
    USUAL,
    USUAL_FACTOR,
    Choice,
)
from carecompare.errors import CareCompareError, SelectionError
from carecompare.views.base.weights import changed_weights, checked_weights

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from carecompare.catalog import Catalog
    from carecompare.errors import SelectionProblem


COUNTS = tuple(str(count) for count in range(FEWEST, MOST + 1))
TIMES = tuple(f"{factor:g}" for factor in FACTORS)
_YEAR = re.compile(r"[0-9]{1,4}", re.ASCII)
KEPT = "selection"
SEPARATOR = "."
DEFAULT_COMPARATORS = "exemplars"


@dataclass(frozen=True)
class Known:
    """What the parameters of a link are checked against.

    Parameters
    ----------
    codes : collection of str
        Codes of all municipalities.
    areas : collection of str
        Codes of all areas that have figures, prefectures and the nation among them.
    catalog : Catalog
        Definitions.
    """

    codes: Collection[str]
    areas: Collection[str]
    catalog: Catalog


@dataclass(frozen=True)
class Parameter:
    """A parameter of a link besides those that choose the comparators.

    Parameters
    ----------
    name : str
        As it stands in the link.
    accepts : callable
        From a value that is not empty and what is known to whether a view can use it.
    problem : SelectionProblem or None
        Key of the sentence when it is not accepted; None where it is then left out without a word.
    usual : str
        The value that an empty one stands for, which a link need not carry.
    """

    name: str
    accepts: Callable[[str, Known], bool]
    problem: SelectionProblem | None = None
    usual: str = ""


DECLARED: dict[str, Parameter] = {}


def parameter(
    name: str, accepts: Callable[[str, Known], bool], problem: SelectionProblem | None = None, usual: str = ""
) -> Parameter:
    """Declare a parameter of links; see `Parameter`. From then on links keep it and pages may read it."""
    declared = Parameter(name, accepts, problem, usual)
    DECLARED[name] = declared
    return declared


# What several pages read.
YEAR = parameter("year", lambda value, _: bool(_YEAR.fullmatch(value)), "year_wrong")
ITEM = parameter("item", lambda value, known: value in known.catalog.indicators, "item_unknown")
FIELD = parameter("field", lambda value, known: value in known.catalog.fields, "field_unknown")
BASIS = parameter("basis", lambda value, known: value in known.catalog.bases, "basis_unknown")
OTHER = parameter("other", lambda value, known: value in known.codes, "other_unknown")


@dataclass(frozen=True)
class Selection:
    """What is shown.

    Parameters
    ----------
    own : str
        Code of the own municipality, or empty.
    vs : str
        Set of comparators.
    chosen : str
        Codes joined by points, for the set ``free``.
    set : str
        Id of a saved set, for the set ``saved``.
    n : str
        How many peers, or empty for the usual number.
    preset : str
        Ready set of weights of the features of similar ones, or empty for the first.
    weights : str
        Weights that differ from the preset's; see `changed_weights`.
    pool : str
        Where similar ones may come from, or empty for the whole country.
    factor : str
        How many times larger or smaller ones of the same size may be, or empty for the usual factor.
    others : mapping of str to str
        Values of the declared parameters by name; one that is empty is left out.
    """

    own: str = ""
    vs: str = DEFAULT_COMPARATORS
    chosen: str = ""
    set: str = ""
    n: str = ""
    preset: str = ""
    weights: str = ""
    pool: str = ""
    factor: str = ""
    others: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Selection:
        """Return the choice of a link, unchecked; what nobody declared is left out."""
        shared = {name: query[name] for name in OF_COMPARATORS if name in query}
        return cls(**shared, others={name: query[name] for name in DECLARED if query.get(name)})

    def __getitem__(self, wanted: Parameter) -> str:
        """Return the value of a parameter, empty where the link has none."""
        return self.others.get(wanted.name, "")

    def changed(self, **changes: str) -> Selection:
        """Return it with other values of some parameters."""
        return Selection.of({**self.as_query(), **changes})

    @property
    def comparators(self) -> tuple[str, ...]:
        """Return what decides who the comparators are."""
        return tuple(getattr(self, name) for name in OF_COMPARATORS)

    @property
    def comparators_alone(self) -> Selection:
        """Return the same municipality among the same ones, whatever is looked at."""
        return replace(self, others={})

    @property
    def most(self) -> int:
        """Return how many peers are asked for."""
        return int(self.n or USUAL)

    @property
    def times(self) -> float:
        """Return how many times larger or smaller ones of the same size may be."""
        return float(self.factor or USUAL_FACTOR)

    def choice(self, catalog: Catalog) -> Choice:
        """Return the set of comparators and what it is set to, of a checked choice."""
        return Choice(
            comparators=self.vs,
            chosen=self.chosen_codes,
            most=self.most,
            weights=changed_weights(self.preset, self.weights, catalog),
            pool=self.pool or POOLS[0],
            factor=self.times,
        )

    @property
    def chosen_codes(self) -> tuple[str, ...]:
        """Return the freely chosen municipalities."""
        return tuple(code for code in self.chosen.split(SEPARATOR) if code)

    def as_query(self) -> dict[str, str]:
        """Return the parameters that differ from an empty choice."""
        shared = {name: value for name in OF_COMPARATORS if (value := getattr(self, name))}
        return {**shared, **{name: value for name, value in self.others.items() if value}}


# The fields that decide whom the own municipality is compared with.
OF_COMPARATORS = tuple(each.name for each in fields(Selection) if each.name != "others")


def checked(
    selection: Selection, codes: Collection[str], catalog: Catalog, areas: Collection[str] = ()
) -> tuple[Selection, list[SelectionError]]:
    """Return the choice without what does not exist, and an error for each part that a view needs.

    Parameters
    ----------
    selection : Selection
        As read.
    codes, catalog, areas
        See `Known`.

    Returns
    -------
    tuple of Selection and list of SelectionError
        A link with a mistake still opens a view.
    """
    problems: list[SelectionError] = []

    def kept(problem: SelectionProblem, value: str, known: Collection[str], fallback: str = "") -> str:
        if value in known or value == fallback:
            return value
        problems.append(SelectionError(problem, found=value))
        return fallback

    chosen = [code for code in selection.chosen_codes if kept("chosen_unknown", code, codes)]
    vs = kept("comparators_unknown", selection.vs, COMPARATORS, DEFAULT_COMPARATORS)
    preset = kept("preset_unknown", selection.preset, catalog.presets)
    try:
        weights = checked_weights(preset, selection.weights, catalog)
    except CareCompareError:
        weights = ""
        problems.append(SelectionError("weights_wrong", found=selection.weights))
    sound = Selection(
        own=kept("own_unknown", selection.own, codes),
        vs=vs,
        chosen=SEPARATOR.join(dict.fromkeys(chosen)),
        set=selection.set if vs == SAVED else "",
        n=_unless_usual(kept("n_unknown", selection.n, COUNTS), str(USUAL)),
        preset=_unless_usual(preset, next(iter(catalog.presets))),
        weights=weights,
        pool=_unless_usual(kept("pool_unknown", selection.pool, POOLS), POOLS[0]),
        factor=_unless_usual(kept("factor_unknown", selection.factor, TIMES), f"{USUAL_FACTOR:g}"),
        others=_sound(selection.others, Known(codes, areas, catalog), problems),
    )
    return sound, problems


def _sound(others: Mapping[str, str], known: Known, problems: list[SelectionError]) -> dict[str, str]:
    """Return the values that a view can use; say which are not among ``problems``."""
    sound = {}
    for name, value in others.items():
        asked = DECLARED[name]
        if not value or value == asked.usual:
            continue
        if asked.accepts(value, known):
            sound[name] = value
        elif asked.problem:
            problems.append(SelectionError(asked.problem, found=value))
    return sound


def _unless_usual(value: str, usual: str) -> str:
    """Return nothing for what a link need not say."""
    return "" if value == usual else value
