"""The initiatives a town has entered, as pages read them. They are its own: never put into shared memory."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carecompare.own import INITIATIVES, Initiatives
from carecompare.own.contents.initiatives import FOUND, OWN
from carecompare.own.uploads.initiative_check import Terms
from carecompare.own.uploads.spelling import spellings
from carecompare.text.format import year_word
from carecompare.text.own import initiative_words
from carecompare.views.base.choice import parameter
from carecompare.views.base.kept import moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from carecompare.own import Initiative, Kept
    from carecompare.views.base.here import Page


# What a town has registered is known to its keeper only; the pages say when it is not there.
_REGISTERED = re.compile(r"r[0-9]{1,9}-[0-9]{1,4}")
CASE = parameter(
    "case",
    lambda value, known: bool(_REGISTERED.fullmatch(value)) or value in known.catalog.cases,
    "case_unknown",
)

LONG = ("implementers", "funding", "effects", "source")
SEVERAL = ("types", "fields")
ROLES = ("area", "title", "types", "fields", "since", *LONG, "evidence", "contact")
TEXT_HEIGHT_PX = 80


def form_key(own: str, role: str) -> str:
    """Return the key of a widget of the form."""
    return f"initiative_{role}_{own}"


def form_values(own: str, began: Initiative | None) -> dict[str, Any]:
    """Return what the form begins with."""
    if began is None:
        return {role: [] if role in SEVERAL else "" for role in ROLES} | {"area": own, "evidence": FOUND[0]}
    values: dict[str, Any] = {
        role: list(getattr(began, role)) if role in SEVERAL else str(getattr(began, role)) for role in ROLES
    }
    values["since"] = str(began.since or "")
    values["evidence"] = FOUND[0] if began.evidence == OWN else began.evidence
    return values


MOST_SHOWN = 200


def initiative_changes(
    before: Sequence[Initiative], after: Sequence[Initiative]
) -> list[tuple[str, Initiative]]:
    """Return what a new list of initiatives changes: kind of change and initiative."""
    old, new = ({each.id: each for each in given} for given in (before, after))
    entered = [
        ("changed" if name in old else "new", each) for name, each in new.items() if old.get(name) != each
    ]
    return [*entered, *(("gone", each) for name, each in old.items() if name not in new)]


CHOSEN = "initiative_chosen"


def kept_initiatives(here: Page) -> Kept[Initiatives] | None:
    """Return the initiatives of the own municipality as they were saved last.

    Raises
    ------
    OwnDataError
        If the file cannot be read.
    """
    return here.kept(INITIATIVES)


def registered(here: Page) -> tuple[Initiative, ...]:
    """Return the initiatives the own municipality has entered, without those of unknown places and types.

    Raises
    ------
    OwnDataError
        If the file cannot be read.
    """
    kept = kept_initiatives(here)
    given = kept.content.initiatives if kept else ()
    known = here.catalog.initiative_types
    return tuple(
        each
        for each in given
        if each.area in here.loaded.municipalities and any(name in known for name in each.types)
    )


def terms_of(here: Page) -> Terms:
    """Return what entries of the own municipality are checked against."""
    names = here.cached("everybody", "names of municipalities", lambda: _names(here))
    catalog = here.catalog
    return Terms(
        own=here.own,
        areas={code: here.full_label(code) for code in here.loaded.municipalities},
        names=names,
        types={each.id: each.label_ja for each in catalog.initiative_types.values()},
        fields={each.id: each.label_ja for each in catalog.fields.values()},
        field_of_type={each.id: each.field for each in catalog.initiative_types.values()},
    )


def _names(here: Page) -> dict[str, tuple[str, ...]]:
    """Return the codes by every name a municipality may be written with."""
    areas = here.loaded.areas
    found: dict[str, list[str]] = {}
    for code in here.loaded.municipalities:
        name, prefecture = areas[code]["name_ja"], areas[code]["prefecture_ja"]
        for written in (code, name, prefecture + name, here.label(code), here.full_label(code)):
            for spelling in spellings(written):
                codes = found.setdefault(spelling, [])
                if code not in codes:
                    codes.append(code)
    return {name: tuple(codes) for name, codes in found.items()}


def entered_by(here: Page, kept: Kept[Initiatives]) -> str:
    """Return who entered what is shown, and when."""
    return initiative_words.ENTERED.format(
        own=here.own_label, version=kept.version, author=kept.author, when=moment(kept.saved_at)
    )


def labels_of(here: Page, types: Iterable[str]) -> str:
    """Return the names of types of initiative in one line; unknown ones stand by their id."""
    known = here.catalog.initiative_types
    return initiative_words.LIST_SEPARATOR.join(
        known[each].label_ja if each in known else each for each in types
    )


def fields_of(here: Page, fields: Iterable[str]) -> str:
    """Return the names of fields in one line; unknown ones stand by their id."""
    known = here.catalog.fields
    return initiative_words.LIST_SEPARATOR.join(
        known[each].label_ja if each in known else each for each in fields
    )


def since_of(entry: Initiative) -> str:
    """Return the year an initiative began in, or that it is not known."""
    return year_word(entry.since) if entry.since else initiative_words.BLANK


def place_of(here: Page, area: str) -> str:
    """Return the name of a municipality, or its code where it is not known."""
    return here.full_label(area) if area in here.loaded.municipalities else area


def described(here: Page, content: object) -> str:
    """Return initiatives as lines, for two that met."""
    given = content.initiatives if isinstance(content, Initiatives) else ()
    return "\n".join(
        initiative_words.CONFLICT_LINE.format(
            area=place_of(here, each.area), title=each.title, types=labels_of(here, each.types)
        )
        for each in given
    )


PLACE = "registered"
LONG_TEXT = ("implementers", "funding", "effects", "contact", "source")
