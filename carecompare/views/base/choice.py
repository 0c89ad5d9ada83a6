"""The choice that a link carries, and the check of it. Nothing here knows of a screen."""

from __future__ import annotations

import re
from dataclasses import dataclass
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
from carecompare.text.topics.find_words import BYS
from carecompare.text.topics.map_words import VIEWS, ZOOMS
from carecompare.text.topics.route_words import ROUTES
from carecompare.text.topics.sheet_words import ONLYS, SORTS
from carecompare.views.base.weights import changed_weights, checked_weights

if TYPE_CHECKING:
    from collections.abc import Collection

    from carecompare.catalog import Catalog
    from carecompare.errors import SelectionProblem


AGAINST = ("nation", "prefecture", "peers")
COUNTS = tuple(str(count) for count in range(FEWEST, MOST + 1))
SHEET_YEARS = tuple(str(year) for year in range(2013, 2100))
STEPS = tuple(str(number) for number in range(1, 10))
FROZEN = re.compile(r"f[0-9a-f]{12}")
FINDING = re.compile(r"[a-z_]+(\.[a-z0-9_]+)+")
REGISTERED = re.compile(r"r[0-9]{1,9}-[0-9]{1,4}")
YEAR = re.compile(r"[0-9]{1,4}", re.ASCII)
MINUTES = re.compile(r"[1-9][0-9]{0,2}")
TIMES = tuple(f"{factor:g}" for factor in FACTORS)
KEPT = "selection"
SEPARATOR = "."
# What decides whom the own municipality is compared with.
OF_COMPARATORS = ("own", "vs", "chosen", "set", "n", "preset", "weights", "pool", "factor")
DEFAULT_COMPARATORS = "exemplars"


@dataclass(frozen=True)
class Selection:
    """What is shown: the URL's parameters by their names.

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
    year : str
        Year, or empty for the latest.
    basis : str
        Population of densities, or empty for the customary one.
    field : str
        One of the five fields.
    item : str
        Indicator shown.
    case : str
        Case or registered initiative whose card is open.
    view : str
        What the map shows.
    zoom : str
        How much of the country the map shows.
    other : str
        Code of the municipality beside the own one on the map.
    against : str
        Whom the certification rate is parted against: a key of `AGAINST` or a municipality.
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
    sort : str
        How the sheet is ordered: a key of `SORTS`, empty for the catalogue's order.
    only : str
        Which indicators of the sheet are shown: a key of `ONLYS`, empty for all.
    topic : str
        The only topic of the sheet, or empty for all.
    area : str
        Area whose figure's passport is open.
    frozen : str
        Id of the frozen view that is open, or empty for the list.
    sheet : str
        Fiscal year of the worksheet, or empty for the one under way.
    route : str
        Question that is followed.
    step : str
        Number of its step, or empty for the first.
    by : str
        How initiatives are looked for: a key of `BYS`, empty for the first.
    type : str
        Type of initiative that is looked for.
    finding : str
        Key of the finding whose initiatives are looked for, or empty for all.
    screen : str
        Which of the papers the presenter shows: the id of an item, or empty for the list of them.
    minutes : str
        How long the presenter means to speak.
    """

    own: str = ""
    vs: str = DEFAULT_COMPARATORS
    chosen: str = ""
    set: str = ""
    year: str = ""
    basis: str = ""
    field: str = ""
    item: str = ""
    case: str = ""
    view: str = ""
    zoom: str = ""
    other: str = ""
    against: str = ""
    n: str = ""
    preset: str = ""
    weights: str = ""
    pool: str = ""
    factor: str = ""
    sort: str = ""
    only: str = ""
    topic: str = ""
    area: str = ""
    frozen: str = ""
    sheet: str = ""
    route: str = ""
    step: str = ""
    by: str = ""
    type: str = ""
    finding: str = ""
    screen: str = ""
    minutes: str = ""

    @property
    def comparators(self) -> tuple[str, ...]:
        """Return what decides who the comparators are."""
        return tuple(getattr(self, name) for name in OF_COMPARATORS)

    @property
    def comparators_alone(self) -> Selection:
        """Return the same municipality among the same ones, whatever is looked at."""
        return Selection(**{name: getattr(self, name) for name in OF_COMPARATORS})

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
        return {name: value for name, value in vars(self).items() if value}


def checked(
    selection: Selection, codes: Collection[str], catalog: Catalog, areas: Collection[str] = ()
) -> tuple[Selection, list[SelectionError]]:
    """Return the choice without what does not exist, and an error for each part that a view needs.

    Parameters
    ----------
    selection : Selection
        As read.
    codes : collection of str
        Codes of all municipalities.
    catalog : Catalog
        Definitions.
    areas : collection of str
        Codes of all areas that have figures, prefectures and the nation among them.

    Returns
    -------
    tuple of Selection and list of SelectionError
        A link with a mistake still opens a view. What only the presenter or one list reads
        (``minutes``, ``finding``) is left out without a word; what a town keeps is known to its keeper alone.
    """
    problems: list[SelectionError] = []

    def kept(problem: SelectionProblem, value: str, known: Collection[str], fallback: str = "") -> str:
        if value in known or value == fallback:
            return value
        problems.append(SelectionError(problem, found=value))
        return fallback

    chosen = [code for code in selection.chosen_codes if kept("chosen_unknown", code, codes)]
    vs = kept("comparators_unknown", selection.vs, COMPARATORS, DEFAULT_COMPARATORS)
    year = selection.year if YEAR.fullmatch(selection.year) else ""
    if selection.year and not year:
        problems.append(SelectionError("year_wrong", found=selection.year))
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
        year=year,
        basis=kept("basis_unknown", selection.basis, catalog.bases),
        field=kept("field_unknown", selection.field, catalog.fields),
        item=kept("item_unknown", selection.item, catalog.indicators),
        # What a town has registered is known to its keeper only; the pages say when it is not there.
        case=selection.case
        if REGISTERED.fullmatch(selection.case)
        else kept("case_unknown", selection.case, catalog.cases),
        view=kept("view_unknown", selection.view, VIEWS),
        zoom=kept("zoom_unknown", selection.zoom, ZOOMS),
        other=kept("other_unknown", selection.other, codes),
        against=selection.against
        if selection.against in AGAINST
        else kept("against_unknown", selection.against, codes),
        n=_unless_usual(kept("n_unknown", selection.n, COUNTS), str(USUAL)),
        preset=_unless_usual(preset, next(iter(catalog.presets))),
        weights=weights,
        pool=_unless_usual(kept("pool_unknown", selection.pool, POOLS), POOLS[0]),
        factor=_unless_usual(kept("factor_unknown", selection.factor, TIMES), f"{USUAL_FACTOR:g}"),
        sort=kept("sort_unknown", selection.sort, SORTS),
        only=kept("only_unknown", selection.only, ONLYS),
        topic=kept("topic_unknown", selection.topic, catalog.topics),
        area=kept("passport_area_unknown", selection.area, areas),
        frozen=kept("frozen_unknown", selection.frozen, FROZEN.findall(selection.frozen)),
        sheet=kept("sheet_unknown", selection.sheet, SHEET_YEARS),
        route=kept("route_unknown", selection.route, ROUTES),
        step=kept("step_unknown", selection.step, STEPS),
        by=_unless_usual(kept("by_unknown", selection.by, BYS), next(iter(BYS))),
        type=kept("type_unknown", selection.type, catalog.initiative_types),
        # Findings depend on the comparators; the page says when there is none of this key any more.
        finding=selection.finding if FINDING.fullmatch(selection.finding) else "",
        screen=selection.screen,
        minutes=selection.minutes if MINUTES.fullmatch(selection.minutes) else "",
    )
    return sound, problems


def _unless_usual(value: str, usual: str) -> str:
    """Return nothing for what a link need not say."""
    return "" if value == usual else value
