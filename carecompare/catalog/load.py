"""Read ``data/catalog`` and resolve every reference, or say which one does not resolve."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import msgspec

from carecompare.catalog.cases import Case
from carecompare.catalog.families import (
    IndicatorFamily,
    as_projected,
    expanded,
    variants,
    with_what_follows,
)
from carecompare.catalog.features import Feature, FeatureGroup, Preset, check_features
from carecompare.catalog.glossary import FILE as GLOSSARY_FILE
from carecompare.catalog.glossary import Glossary, glossary, glossary_references
from carecompare.catalog.plan import FILE as PLAN_FILE
from carecompare.catalog.plan import PlanGuide, check_plan, plan_guide, plan_references
from carecompare.catalog.reading import by_id, converted, parsed, records
from carecompare.catalog.records import (
    Basis,
    Correction,
    Count,
    Facility,
    Field,
    Indicator,
    InitiativeType,
    Lead,
    Service,
    Source,
    Topic,
)
from carecompare.catalog.worksheet import FILE as WORKSHEET_FILE
from carecompare.catalog.worksheet import (
    WorksheetItem,
    WorksheetOutline,
    WorksheetPart,
    WorksheetStage,
    check_worksheet,
    worksheet_references,
)
from carecompare.errors import CatalogError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

NEEDS_DENOMINATOR = {"proportion", "density", "change"}


@dataclass(frozen=True)
class Catalog:
    """Every definition, in the order it stands on screen; mappings are by id."""

    sources: Mapping[str, Source]
    counts: Mapping[str, Count]
    topics: Mapping[str, Topic]
    fields: Mapping[str, Field]
    bases: Mapping[str, Basis]
    services: Mapping[str, Service]
    facilities: Mapping[str, Facility]
    indicators: Mapping[str, Indicator]
    initiative_types: Mapping[str, InitiativeType]
    cases: Mapping[str, Case]
    layouts: Mapping[str, Any]
    feature_groups: Mapping[str, FeatureGroup]
    features: Mapping[str, Feature]
    presets: Mapping[str, Preset]
    worksheet: WorksheetOutline
    leads: Mapping[str, Lead]
    plan: PlanGuide
    glossary: Glossary
    corrections: tuple[Correction, ...] = ()

    @cached_property
    def exemplars(self) -> tuple[str, ...]:
        """Return the codes of the eleven municipalities of the ten cases, in the document's order."""
        return tuple(area for case in self.cases.values() for area in case.areas)

    @cached_property
    def case_of(self) -> Mapping[str, Case]:
        """Return the case of each exemplar municipality by its code."""
        return {area: case for case in self.cases.values() for area in case.areas}

    @cached_property
    def main_indicators(self) -> tuple[Indicator, ...]:
        """Return the indicators that are not another one on a different basis."""
        return tuple(each for each in self.indicators.values() if not each.variant_of)

    def at_hand(self, latest: Mapping[str, int]) -> Catalog:
        """Return the definitions with what is said only until newer figures are there.

        Parameters
        ----------
        latest : mapping of str to int
            The newest year of each indicator that has figures.
        """
        indicators = {
            key: each
            if each.awaited is None or latest.get(key, 0) >= each.awaited.year
            else msgspec.structs.replace(each, notes_ja=each.notes_ja + each.awaited.note_ja)
            for key, each in self.indicators.items()
        }
        return replace(self, indicators=indicators)

    def on_basis(self, indicator: Indicator, basis: str) -> Indicator:
        """Return the same figure per another population.

        Parameters
        ----------
        indicator : Indicator
            A density with ``bases``, itself not a variant.
        basis : str
            Id of a basis; an empty one keeps the customary basis.

        Returns
        -------
        Indicator
            The variant, or the indicator itself where it has no such basis.
        """
        if basis in {"", indicator.basis}:
            return indicator
        found = (each for each in self.indicators.values() if each.variant_of == indicator.id)
        return next((each for each in found if each.basis == basis), indicator)

    def sources_of(self, indicator: Indicator) -> tuple[Source, ...]:
        """Return the sources of an indicator through its counts, each once."""
        ids = dict.fromkeys(source for count in indicator.counts for source in self.counts[count].read)
        return tuple(self.sources[each] for each in ids)


def load_catalog(folder: Path) -> Catalog:
    """Read the definitions.

    Parameters
    ----------
    folder : Path
        ``data/catalog``.

    Returns
    -------
    Catalog
        With every reference resolved.

    Raises
    ------
    CatalogError
        If a file is missing or no TOML, a field is unknown, missing or of the wrong type, an id is
        given twice, or a reference leads nowhere.
    """
    terms = parsed(folder, "terms.toml")
    services = records(terms, "service", Service, "terms.toml", key="number")
    bases = records(terms, "basis", Basis, "terms.toml")
    indicators_file = parsed(folder, "indicators.toml")
    written = converted(indicators_file.get("indicator", []), list[Indicator], "indicators.toml")
    families = converted(indicators_file.get("family", []), list[IndicatorFamily], "indicators.toml")
    main = [*written, *(each for family in families for each in expanded(family, services.values()))]
    made = [*main, *(each for indicator in main for each in variants(indicator, bases))]
    made += [each for indicator in main for each in as_projected(indicator)]
    likeness = parsed(folder, "features.toml")
    counts_file = parsed(folder, "counts.toml")
    process = parsed(folder, WORKSHEET_FILE)
    counts = converted(counts_file.get("count", []), list[Count], "counts.toml")
    known_counts = by_id([*counts, *_service_counts(services.values())], "counts.toml")
    cases = converted(parsed(folder, "cases.toml").get("case", []), list[Case], "cases.toml")
    catalog = Catalog(
        sources=records(parsed(folder, "sources.toml"), "source", Source, "sources.toml"),
        counts=known_counts,
        topics=records(terms, "topic", Topic, "terms.toml"),
        fields=records(terms, "field", Field, "terms.toml"),
        bases=bases,
        services=services,
        facilities=records(terms, "facility", Facility, "terms.toml"),
        indicators=by_id((with_what_follows(each, known_counts) for each in made), "indicators.toml"),
        initiative_types=records(terms, "initiative_type", InitiativeType, "terms.toml"),
        leads=records(terms, "lead", Lead, "terms.toml"),
        cases=by_id(cases, "cases.toml"),
        layouts=parsed(folder, "layouts.toml"),
        corrections=converted(
            parsed(folder, "corrections.toml").get("correction", []),
            tuple[Correction, ...],
            "corrections.toml",
        ),
        plan=plan_guide(parsed(folder, PLAN_FILE)),
        glossary=glossary(parsed(folder, GLOSSARY_FILE)),
        feature_groups=records(likeness, "group", FeatureGroup, "features.toml"),
        features=records(likeness, "feature", Feature, "features.toml"),
        presets=records(likeness, "preset", Preset, "features.toml"),
        worksheet=WorksheetOutline(
            stages=records(process, "stage", WorksheetStage, WORKSHEET_FILE),
            parts=records(process, "part", WorksheetPart, WORKSHEET_FILE),
            lines=records(process, "line", WorksheetItem, WORKSHEET_FILE),
        ),
    )
    _check_references(catalog)
    check_plan(catalog.plan)
    check_worksheet(catalog.worksheet)
    check_features(catalog.features, catalog.feature_groups, catalog.presets, catalog.indicators)
    return catalog


def _service_counts(services: Iterable[Service]) -> list[Count]:
    return [
        Count(
            id=f"care_offices_{service.number}",
            label_ja=service.label_ja,
            unit_ja=service.counter_ja,
            read={"care_offices": service.number, **service.also_read},
            notes_ja=service.notes_ja,
            not_collected_ja=service.not_collected_ja,
        )
        for service in services
    ]


def _check_references(catalog: Catalog) -> None:
    for file, owner, name, known in _references(catalog):
        if name not in known:
            raise CatalogError("catalog_reference_unknown", file=file, found=name, row=owner)
    for record in catalog.corrections:
        if (record.action == "replace") != (record.value is not None):
            raise CatalogError("catalog_replacement_wrong", file="corrections.toml", found=record.area)
    for indicator in catalog.indicators.values():
        if indicator.kind in NEEDS_DENOMINATOR and not indicator.denominator:
            raise CatalogError("catalog_denominator_missing", file="indicators.toml", found=indicator.id)
        if indicator.kind == "standardised" and len(indicator.numerator) != len(indicator.denominator):
            raise CatalogError("catalog_strata_unpaired", file="indicators.toml", found=indicator.id)
        if indicator.kind == "index" and {len(indicator.numerator), len(indicator.denominator)} != {
            len(indicator.weights)
        }:
            raise CatalogError("catalog_weights_unpaired", file="indicators.toml", found=indicator.id)
        if (indicator.denominator_year == "base") != bool(indicator.base_year):
            raise CatalogError("catalog_base_year_missing", file="indicators.toml", found=indicator.id)


def _references(catalog: Catalog) -> Iterator[tuple[str, str, str, Mapping[str, object]]]:
    """Yield file, owner, the name referred to, and where it has to be found."""
    for count in catalog.counts.values():
        listing = count.listing
        others = [
            count.wider,
            count.part_of,
            count.imputed,
            *count.places_of,
            *((listing.listed, listing.known, listing.counted) if listing else ()),
        ]
        yield from (("counts.toml", count.id, source, catalog.sources) for source in count.read)
        yield from (("counts.toml", count.id, name, catalog.counts) for name in others if name)
    for record in catalog.corrections:
        yield from (("corrections.toml", record.area, count, catalog.counts) for count in record.counts)
    for basis in catalog.bases.values():
        yield "terms.toml", basis.id, basis.count, catalog.counts
    for service in catalog.services.values():
        yield "terms.toml", service.number, service.field, catalog.fields
    for facility in catalog.facilities.values():
        yield "terms.toml", facility.id, facility.field, catalog.fields
    for kind in catalog.initiative_types.values():
        yield "terms.toml", kind.id, kind.field, catalog.fields
    for lead in catalog.leads.values():
        yield "terms.toml", lead.id, lead.topic, catalog.topics
        yield from (("terms.toml", lead.id, name, catalog.fields) for name in lead.fields)
        yield from (("terms.toml", lead.id, name, catalog.initiative_types) for name in lead.types)
        yield from (("terms.toml", lead.id, name, catalog.indicators) for name in lead.indicators)
    for indicator in catalog.indicators.values():
        owner = ("indicators.toml", indicator.id)
        yield *owner, indicator.topic, catalog.topics
        yield from ((*owner, name, catalog.counts) for name in indicator.counts)
        yield from ((*owner, name, catalog.bases) for name in indicator.bases)
        yield from ((*owner, name, catalog.fields) for name in [indicator.field] if name)
        yield from ((*owner, name, catalog.indicators) for name in [indicator.history] if name)
    yield from worksheet_references(catalog.worksheet, catalog.fields)
    yield from plan_references(catalog.plan, catalog.indicators)
    yield from glossary_references(catalog.glossary, catalog.indicators)
    for case in catalog.cases.values():
        yield from (("cases.toml", case.id, mark.id, catalog.initiative_types) for mark in case.types)
        yield from (("cases.toml", case.id, mark.id, catalog.fields) for mark in case.fields)
