"""From what stands out to fields and types of initiative that are worth a look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.comparisons.finding_rules import MISMATCH

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carecompare.catalog import Indicator, InitiativeType, Lead
    from carecompare.comparisons.finding_rules import Finding


@dataclass(frozen=True)
class Led:
    """What a finding leads to.

    Parameters
    ----------
    finding : Finding
        What stands out.
    leads : tuple of str
        Ids of the definitions that apply.
    fields : tuple of str
        Fields of initiative.
    types : tuple of str
        Types of initiative.
    """

    finding: Finding
    leads: tuple[str, ...]
    fields: tuple[str, ...]
    types: tuple[str, ...]


def led(
    findings: Iterable[Finding],
    leads: Iterable[Lead],
    indicators: Mapping[str, Indicator],
    types: Mapping[str, InitiativeType],
) -> tuple[Led, ...]:
    """Return what findings lead to.

    Parameters
    ----------
    findings : iterable of Finding
        What stands out, in its order.
    leads : iterable of Lead
        The definitions.
    indicators, types : mapping
        By id.

    Returns
    -------
    tuple of Led
        In the order of the findings; one that leads nowhere is left out.
    """
    given = tuple(leads)
    return tuple(each for found in findings if (each := _led(found, given, indicators, types)) is not None)


def _led(
    found: Finding,
    leads: tuple[Lead, ...],
    indicators: Mapping[str, Indicator],
    types: Mapping[str, InitiativeType],
) -> Led | None:
    applied = [each for each in leads if _applies(each, found, indicators)]
    if not applied:
        return None
    fields: dict[str, None] = {}
    wanted: dict[str, None] = {}
    for each in applied:
        named = list(each.fields)
        if each.of_finding:
            named += [field for name in _spoken(found) if (field := indicators[name].field)]
        fields.update(dict.fromkeys(named))
        of_fields = [kind.id for kind in types.values() if kind.field in named]
        wanted.update(dict.fromkeys(each.types or of_fields))
    return Led(
        found,
        tuple(each.id for each in applied),
        tuple(fields),
        tuple(name for name in types if name in wanted),
    )


def _applies(lead: Lead, found: Finding, indicators: Mapping[str, Indicator]) -> bool:
    # A mismatch speaks of need first and of scarce services after it: two topics at once.
    main = found.indicators[0] if found.indicators else ""
    of_need = found.rule == MISMATCH and bool(main) and indicators[main].topic == lead.topic
    if found.rule == MISMATCH and not of_need:
        # Where need is high the services named are scarce, and the other way round.
        opposite = {"higher": "lower", "lower": "higher"}[found.way]
        return lead.topic == found.topic and opposite in lead.ways and not lead.indicators
    if lead.topic != found.topic and not of_need:
        return False
    named = not lead.indicators or main in lead.indicators
    return named and found.way in lead.ways


def _spoken(found: Finding) -> tuple[str, ...]:
    return found.indicators[1:] if found.rule == MISMATCH else found.indicators
