"""The columns of the matrix of initiatives: the own municipality, the ten cases, what was found elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.own import firmest
from carecompare.text import words
from carecompare.text.own import initiative_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Literal

    from carecompare.catalog import Case
    from carecompare.own import Initiative
    from carecompare.views.base.here import Page


ALL = "all"
# Choices of evidence beside those of the cases.
OWN_ENTRIES, FOUND_ENTRIES = "own", "found"
MOST_FOUND = 12


@dataclass(frozen=True)
class Mark:
    """What is known of one type or field: the sign, its words, where it is from."""

    sign: str
    words: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Column:
    """One column of the matrix.

    Parameters
    ----------
    key : str
        Its name in a file for programs: of its municipality or its case.
    label : str
        Its heading.
    title : str
        Its heading in a file.
    areas : tuple of str
        Codes of its municipalities.
    marks : mapping of str to Mark
        By type or field; what is absent is unconfirmed.
    is_own : bool
        Whether it is of the own municipality.
    is_registered : bool
        Whether the own municipality entered it.
    """

    key: str
    label: str
    title: str
    areas: tuple[str, ...]
    marks: Mapping[str, Mark]
    is_own: bool
    is_registered: bool

    def mark(self, name: str) -> str:
        """Return the sign of a type or field, or an empty text."""
        return self.marks[name].sign if name in self.marks else ""


def filters(here: Page, entries: Sequence[Initiative]) -> dict[str, str]:
    """Return the choices of evidence: those of the cases, and of what is registered where there is any."""
    found = {ALL: words.INITIATIVES_ALL}
    found |= {each: f"{words.EVIDENCE_MARKS[each]} {text}" for each, text in words.EVIDENCE_WORDS.items()}
    is_own = {each.area == here.own for each in entries}
    if True in is_own:
        found[OWN_ENTRIES] = initiative_words.FILTER["own"]
    if False in is_own:
        found[FOUND_ENTRIES] = initiative_words.FILTER["found"]
    return found


def columns_of(
    here: Page,
    entries: Sequence[Initiative],
    by: Literal["types", "fields"],
    evidence: str = ALL,
    *,
    cut: bool = True,
) -> list[Column]:
    """Return the columns of a matrix.

    Parameters
    ----------
    here : Page
        The page with its choice.
    entries : sequence of Initiative
        What the own municipality has entered.
    by : {"types", "fields"}
        What the rows are.
    evidence : str
        Marks of any other are left out; a key of `filters`.
    cut : bool
        Whether no more than twelve municipalities of what was found elsewhere are shown.

    Returns
    -------
    list of Column
        The own municipality first unless it is a case without entries, the cases in the document's order,
        then those found elsewhere in the order they were entered.
    """
    own_entries = [each for each in entries if each.area == here.own]
    columns = []
    if here.own and (own_entries or here.own not in here.catalog.case_of):
        marks = _marks(own_entries, by) if evidence in {ALL, OWN_ENTRIES} else {}
        key, label = f"area_{here.own}", here.own_label
        columns.append(Column(key, label, label, (here.own,), marks, is_own=True, is_registered=True))
    columns += [_of_case(here, case, by, evidence) for case in here.catalog.cases.values()]
    found = list(dict.fromkeys(each.area for each in entries if each.area != here.own))
    for area in found[:MOST_FOUND] if cut else found:
        label = initiative_words.REGISTERED_LABEL.format(name=here.label(area))
        mine = [each for each in entries if each.area == area]
        marks = _marks(mine, by) if evidence in {ALL, FOUND_ENTRIES} else {}
        columns.append(Column(f"area_{area}", label, label, (area,), marks, is_own=False, is_registered=True))
    return columns


def _of_case(here: Page, case: Case, by: Literal["types", "fields"], evidence: str) -> Column:
    marks = {
        each.id: Mark(words.EVIDENCE_MARKS[each.evidence], words.EVIDENCE_WORDS[each.evidence], each.sources)
        for each in (case.types if by == "types" else case.fields)
        if evidence in {ALL, each.evidence}
    }
    return Column(
        key="case_" + case.id.replace("-", "_"),
        label=case_names(here, case),
        title=case.title_ja,
        areas=case.areas,
        marks=marks,
        is_own=here.own in case.areas,
        is_registered=False,
    )


def _marks(entries: Sequence[Initiative], by: Literal["types", "fields"]) -> dict[str, Mark]:
    of_name: dict[str, list[Initiative]] = {}
    for each in entries:
        for name in each.types if by == "types" else each.fields:
            of_name.setdefault(name, []).append(each)
    marks = {}
    for name, mine in of_name.items():
        evidence = firmest(each.evidence for each in mine)
        sources = tuple(dict.fromkeys(each.source for each in mine if each.source))
        marks[name] = Mark(initiative_words.MARKS[evidence], initiative_words.MARK_WORDS[evidence], sources)
    return marks


def case_names(here: Page, case: Case) -> str:
    """Return the municipalities of a case."""
    return "・".join(here.label(area) for area in case.areas)
