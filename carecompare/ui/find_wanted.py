"""What is looked for among the initiatives, from the choice alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.comparisons import led
from carecompare.ui.dismissed import dismissed
from carecompare.ui.findings import found

if TYPE_CHECKING:
    from carecompare.comparisons import Led
    from carecompare.ui.examples import Example
    from carecompare.ui.frame import Page

FINDINGS, FIELD, TYPE, ALL = "findings", "field", "type", "all"


@dataclass(frozen=True)
class Wanted:
    """What is looked for.

    Parameters
    ----------
    by : str
        How: a key of `BYS`.
    chosen : str
        The name of the field or type.
    types, fields : frozenset of str
        What fits; everything where both are empty.
    known, used : tuple of Led
        The findings that lead anywhere, and those of them it is looked for by.
    """

    by: str
    chosen: str = ""
    types: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    known: tuple[Led, ...] = ()
    used: tuple[Led, ...] = ()

    @property
    def is_open(self) -> bool:
        """Return whether everything fits."""
        return not self.types and not self.fields

    def fits(self, example: Example) -> bool:
        """Return whether something that is looked for is confirmed of an example."""
        return self.is_open or bool(self.types & example.types or self.fields & example.fields)


def leads(here: Page) -> tuple[Led, ...]:
    """Return what the findings that were not set aside lead to.

    Raises
    ------
    OwnDataError
        If what was set aside cannot be read.
    """
    aside = dismissed(here)
    listed = [each for each in found(here).listed if each.key not in aside]
    catalog = here.catalog
    return led(listed, catalog.leads.values(), catalog.indicators, catalog.initiative_types)


def chosen_field(here: Page) -> str:
    """Return the field that is looked for."""
    return here.selection.field or next(iter(here.catalog.fields))


def chosen_type(here: Page) -> str:
    """Return the type that is looked for."""
    return here.selection.type or next(iter(here.catalog.initiative_types))


def wanted_of(here: Page) -> Wanted:
    """Return what is looked for; everything where no finding leads anywhere.

    Raises
    ------
    OwnDataError
        If what was set aside cannot be read.
    """
    by, types = here.selection.by or FINDINGS, here.catalog.initiative_types
    if by == FIELD:
        field = chosen_field(here)
        of_field = frozenset(each.id for each in types.values() if each.field == field)
        return Wanted(FIELD, here.catalog.fields[field].label_ja, of_field, frozenset({field}))
    if by == TYPE:
        kind = chosen_type(here)
        return Wanted(TYPE, types[kind].label_ja, frozenset({kind}))
    known = leads(here) if by == FINDINGS else ()
    if not known:
        return Wanted(ALL)
    used = tuple(each for each in known if each.finding.key == here.selection.finding) or known
    types_of_used = frozenset(name for each in used for name in each.types)
    return Wanted(FINDINGS, types=types_of_used, known=known, used=used)
