"""Indicators that are one pattern over many services, or one figure per several populations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from carecompare.catalog.records import NO_LAST_YEAR, Basis, Count, Indicator, Record, Service

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class IndicatorFamily(Record, frozen=True):
    """A pattern of indicator with ``{number}``, ``{short}``, ``{label}`` to be filled for each service."""

    id: str
    label_ja: str
    label_en: str
    topic: str
    numerator: str
    denominator: tuple[str, ...]
    per: float
    unit_ja: str
    decimals: int
    bases: tuple[str, ...]
    notes_ja: str = ""


def expanded(family: IndicatorFamily, services: Iterable[Service]) -> Iterator[Indicator]:
    """Yield one density per service.

    Parameters
    ----------
    family : IndicatorFamily
        The pattern.
    services : iterable of Service
        What to fill it with.

    Yields
    ------
    Indicator
        In the order of the services, without those that are abolished.
    """
    for service in services:
        if service.abolished:
            continue

        def filled(pattern: str, service: Service = service) -> str:
            return pattern.format(number=service.number, short=service.short_ja, label=service.label_ja)

        yield Indicator(
            id=filled(family.id),
            label_ja=filled(family.label_ja),
            label_en=filled(family.label_en),
            short_ja=service.short_ja,
            topic=family.topic,
            field=service.field,
            kind="density",
            numerator=(filled(family.numerator),),
            denominator=family.denominator,
            denominator_year="latest_before",
            per=family.per,
            unit_ja=family.unit_ja,
            decimals=family.decimals,
            bases=family.bases,
            basis=family.bases[0],
            notes_ja=service.notes_ja or family.notes_ja,
            not_collected_ja=service.not_collected_ja,
        )


def with_what_follows(indicator: Indicator, counts: Mapping[str, Count]) -> Indicator:
    """Return an indicator with what follows from its counts.

    Parameters
    ----------
    indicator : Indicator
        As it is written.
    counts : mapping of str to Count
        Which say what holds the same persons with the unknown ages distributed, and of what they are places.

    Returns
    -------
    Indicator
        Per the imputed census too where the denominator is of the latest census and all its counts have an
        imputed one; with the counts of designations where the numerator counts their places, and with the
        breaks of its counts.
    """
    newer = tuple(counts[each].imputed if each in counts else "" for each in indicator.denominator)
    if indicator.denominator_year != "latest_before" or not all(newer):
        newer = ()
    of_numerator = (counts[each].places_of for each in indicator.numerator if each in counts)
    places_of = tuple(each for many in of_numerator for each in many)
    breaks = tuple(each for name in indicator.counts if name in counts for each in counts[name].breaks)
    if not newer and not places_of and not breaks:
        return indicator
    return msgspec.structs.replace(indicator, denominator_imputed=newer, places_of=places_of, breaks=breaks)


def as_projected(indicator: Indicator) -> Iterator[Indicator]:
    """Yield the projection of an indicator as it was published, also of years that were counted since.

    Parameters
    ----------
    indicator : Indicator
        Any.

    Yields
    ------
    Indicator
        A variant with the counts of the projection alone; none of an indicator without one.
    """
    later = indicator.projection
    if later is not None:
        yield msgspec.structs.replace(
            indicator,
            id=indicator.projected_id,
            label_ja=later.label_ja or indicator.label_ja,
            label_en=f"{indicator.label_en}, as projected",
            short_ja="" if later.label_ja else indicator.short_ja,
            numerator=later.numerator,
            denominator=later.denominator,
            imputed=None,
            projection=None,
            history="",
            first_year=later.first_year,
            last_observed_year=NO_LAST_YEAR,
            variant_of=indicator.id,
            notes_ja=later.note_ja,
            awaited=None,
        )


def variants(indicator: Indicator, bases: Mapping[str, Basis]) -> Iterator[Indicator]:
    """Yield the same density per each other population it can be expressed per.

    Parameters
    ----------
    indicator : Indicator
        With ``bases``; the first is its own.
    bases : mapping of str to Basis
        The populations by id.

    Yields
    ------
    Indicator
        With ``variant_of`` set and the id's ending exchanged.
    """
    counter, stroke, _ = indicator.unit_ja.partition("／")
    for name in indicator.bases[1:]:
        basis = bases[name]
        stem = indicator.id.removesuffix(f"_{indicator.bases[0]}")
        yield msgspec.structs.replace(
            indicator,
            id=f"{stem}_{name}",
            denominator=(basis.count,),
            unit_ja=f"{counter}{stroke}{basis.units_ja[str(round(indicator.per))]}",
            basis=name,
            variant_of=indicator.id,
        )
