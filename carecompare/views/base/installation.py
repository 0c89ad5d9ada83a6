"""What stays in memory for all visitors: the open store, the catalogue, the areas."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from math import isnan
from typing import TYPE_CHECKING

import numpy as np

from carecompare.catalog import load_catalog
from carecompare.comparisons import (
    Standings,
    Surroundings,
    Towns,
    feature_table,
    figures_ranked,
    indicator_year,
    labelled_areas,
    municipal,
    prefecture_of,
    shared_insurers,
)
from carecompare.store import (
    area_groups,
    areas,
    count_origins,
    former_names,
    insurer_members,
    list_gaps,
    neighbours,
    open_store,
)
from carecompare.store.in_memory import indicator_values
from carecompare.text import words
from carecompare.views.base.memory import Memory

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from carecompare.catalog import Catalog
    from carecompare.comparisons import FeatureTable, IndicatorYear
    from carecompare.paths import Paths
    from carecompare.rows import LabelledArea
    from carecompare.store import CountOrigin, ListGap, Store
    from carecompare.store.in_memory import IndicatorValues


POPULATION = "population"
MOST_BLOCKS = 256
MOST_COUNTRIES = 32
MOST_YEARS_KEPT = 64


@dataclass(frozen=True)
class Loaded:
    """Everything a page reads from, shared by all visitors.

    Parameters
    ----------
    store : Store
        Open.
    catalog : Catalog
        Definitions the store was built with.
    areas : mapping of str to LabelledArea
        From `labelled_areas`.
    municipalities : mapping of str to str
        What the chooser shows for each code: name, prefecture, reading, code.
    years : mapping of str to mapping of int to bool
        Years by indicator, and whether a year is a projection.
    insurers : mapping of str to str
        Name of the insurer of each municipality that has it together with others.
    origins : mapping of str to list of CountOrigin
        By count.
    gaps : mapping of str to list of ListGap
        By count, where a list misses institutions.
    figures : IndicatorValues
        Of every area, indicator and year.
    indicator_year : callable
        Those of an indicator and year over all areas, ready to be looked up.
    blocks : Memory
        Blocks by choice.
    countries : Memory
        Large pieces about every municipality at once, megabytes each.
    """

    store: Store
    catalog: Catalog
    areas: Mapping[str, LabelledArea]
    municipalities: Mapping[str, str]
    years: Mapping[str, Mapping[int, bool]]
    insurers: Mapping[str, str]
    origins: Mapping[str, list[CountOrigin]]
    gaps: Mapping[str, list[ListGap]]
    figures: IndicatorValues
    indicator_year: Callable[[str, int], IndicatorYear]
    blocks: Memory
    countries: Memory

    @cached_property
    def features(self) -> FeatureTable:
        """Return the features of every municipality in their latest year that is not a projection."""
        wanted = [each.indicator for each in self.catalog.features.values() if each.indicator in self.latest]
        return feature_table(
            list(self.catalog.features.values()),
            {indicator: self.indicator_year(indicator, self.latest[indicator]) for indicator in wanted},
            self.latest,
            list(self.municipalities),
        )

    @cached_property
    def towns(self) -> Towns:
        """Return what finds a municipality by what people type."""
        return Towns(municipal(self.areas), former_names(self.store))

    def others_than(self, municipality: str) -> dict[str, str]:
        """Return what a chooser shows of everybody else, by code."""
        return {code: label for code, label in self.municipalities.items() if code != municipality}

    @cached_property
    def full_labels(self) -> Mapping[str, str]:
        """Return the names of all municipalities with their prefectures, by code."""
        return {each["area"]: _with_prefecture(each) for each in municipal(self.areas)}

    @cached_property
    def surroundings(self) -> Surroundings:
        """Return what comparators are chosen from."""
        residents = self.indicator_year(POPULATION, self.latest[POPULATION]).columns
        return Surroundings(
            areas=self.areas,
            exemplars=self.catalog.exemplars,
            groups=area_groups(self.store),
            bordering=neighbours(self.store),
            residents={
                area: value
                for area, value in zip(residents["area"].tolist(), residents["value"].tolist(), strict=True)
                if not isnan(value)
            },
            features=lambda: self.features,
        )

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """Return the names of all areas by code, each meaning one place."""
        return {code: each["label_ja"] for code, each in self.areas.items()}

    @cached_property
    def shown_areas(self) -> Mapping[str, str]:
        """Return what a chooser of any area shows: the nation, prefectures, municipalities."""
        wide = {
            code: each["name_ja"]
            for code, each in sorted(self.areas.items())
            if each["level"] in {"nation", "prefecture"}
        }
        return {**wide, **self.municipalities}

    @cached_property
    def latest(self) -> Mapping[str, int]:
        """Return the year shown first by indicator: the latest that is not a projection.

        For what is only projected it is the year that the definition names, or the last.
        """
        counted = {
            indicator: [year for year, is_projected in known.items() if not is_projected]
            for indicator, known in self.years.items()
        }
        return {
            indicator: max(counted[indicator], default=self.catalog.indicators[indicator].shown_year)
            or max(known)
            for indicator, known in self.years.items()
        }

    @cached_property
    def standings(self) -> Standings:
        """Return the latest figures of every main indicator over all municipalities, ready to be ranked."""
        wanted = {
            each.id: self.latest[each.id] for each in self.catalog.main_indicators if each.id in self.latest
        }
        return Standings(
            line_of={indicator: line for line, indicator in enumerate(wanted)},
            figures=figures_ranked(self.figures.at(wanted, list(self.municipalities))),
            prefectures=np.array([prefecture_of(code) for code in self.municipalities], dtype=np.int8),
        )


def opened(paths: Paths, name: str) -> Loaded:
    """Return an open store and its definitions, for pages and for the command line.

    Parameters
    ----------
    paths : Paths
        Where definitions and stores are.
    name : str
        File name of the store.

    Returns
    -------
    Loaded
        Its store is to be closed.

    Raises
    ------
    CareCompareError
        If the store or a definition is wrong.
    """
    store = open_store(paths.store / name)
    labelled = labelled_areas(areas(store))
    known = indicator_values(store)
    origins: dict[str, list[CountOrigin]] = {}
    for origin in count_origins(store):
        origins.setdefault(origin.count, []).append(origin)
    gaps: dict[str, list[ListGap]] = {}
    for gap in list_gaps(store):
        gaps.setdefault(gap.count, []).append(gap)
    loaded = Loaded(
        store=store,
        catalog=load_catalog(paths.catalog),
        areas=labelled,
        municipalities={each["area"]: _found_by(each) for each in municipal(labelled)},
        years=known.years(),
        insurers=shared_insurers(insurer_members(store), labelled),
        origins=origins,
        gaps=gaps,
        figures=known,
        indicator_year=lru_cache(MOST_YEARS_KEPT)(
            lambda indicator, year: indicator_year(known.over_all_areas(indicator, year))
        ),
        blocks=Memory(MOST_BLOCKS),
        countries=Memory(MOST_COUNTRIES),
    )
    # What is awaited is said until it is there.
    return replace(loaded, catalog=loaded.catalog.at_hand(loaded.latest))


def _with_prefecture(area: LabelledArea) -> str:
    return words.WITH_PREFECTURE.format(name=area["name_ja"], prefecture=area["prefecture_ja"])


def _found_by(area: LabelledArea) -> str:
    """Return what a chooser shows of a municipality: people look for it by each part."""
    return f"{_with_prefecture(area)}{area['kana']} {area['area']}"
