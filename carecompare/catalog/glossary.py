"""Terms with their meanings, and how words in titles are read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from carecompare.catalog.reading import converted, records
from carecompare.catalog.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FILE = "glossary.toml"


class Term(Record, frozen=True):
    """A term: ``page`` is where it is used (a key of the menu), ``indicator`` the figure it names."""

    id: str
    label_ja: str
    reading_ja: str
    meaning_ja: str
    page: str
    source_ja: str = ""
    indicator: str = ""


class Word(Record, frozen=True):
    """Words that titles contain, with their reading and what else they are called, parted by blanks."""

    forms_ja: tuple[str, ...]
    reading_ja: str


@dataclass(frozen=True)
class Glossary:
    """All terms by id, and the words."""

    terms: Mapping[str, Term] = field(default_factory=dict)
    words: tuple[Word, ...] = ()

    def reading(self, title: str) -> str:
        """Return how the known words of a title are read, parted by blanks; empty where none is known."""
        found = (each.reading_ja for each in self.words if any(form in title for form in each.forms_ja))
        return " ".join(found)


def glossary(content: dict[str, Any]) -> Glossary:
    """Return the records of the file; whatever is wrong in it is a `CatalogError`."""
    return Glossary(
        records(content, "term", Term, FILE), converted(content.get("word", []), tuple[Word, ...], FILE)
    )


def glossary_references(
    of: Glossary, indicators: Mapping[str, object]
) -> Iterator[tuple[str, str, str, Mapping[str, object]]]:
    """Yield file, owner, the name referred to, and where it has to be found."""
    for term in of.terms.values():
        if term.indicator:
            yield FILE, term.id, term.indicator, indicators
