"""Indicators that are one pattern over many services, or one figure per several populations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from carecompare.catalog.records import Basis, Indicator, Record, Service

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
