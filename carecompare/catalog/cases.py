"""The frozen records of the ten exemplar cases, each fact with its source."""

from __future__ import annotations

from typing import Literal

from carecompare.catalog.records import Record

Evidence = Literal["document", "title_and_page", "title", "page"]


class CaseFact(Record, frozen=True):
    """One sentence about a case with its source."""

    text_ja: str
    source: str
    field: str = ""
    note_ja: str = ""
    after_document: bool = False


class CaseMark(Record, frozen=True):
    """The evidence that a case holds a type of initiative or covers a field."""

    id: str
    evidence: Evidence
    sources: tuple[str, ...]
    note_ja: str = ""


class DocumentFigures(Record, frozen=True):
    """The figures that the document of 2013 itself prints of a municipality."""

    population: int
    share_65_and_over: float
    share_75_and_over: float
    source: str


class Case(Record, frozen=True):
    """One of the ten exemplar cases."""

    id: str
    areas: tuple[str, ...]
    title_ja: str
    evidence_level: Literal["document_full", "public_pages", "title_only"]
    subtitle_ja: str = ""
    start_ja: str = ""
    start_note_ja: str = ""
    start_sources: tuple[str, ...] = ()
    types: tuple[CaseMark, ...] = ()
    fields: tuple[CaseMark, ...] = ()
    implementers: tuple[CaseFact, ...] = ()
    background: tuple[CaseFact, ...] = ()
    points: tuple[CaseFact, ...] = ()
    networks: tuple[CaseFact, ...] = ()
    funding: tuple[CaseFact, ...] = ()
    effects: tuple[CaseFact, ...] = ()
    outlook: tuple[CaseFact, ...] = ()
    uncertain_ja: tuple[str, ...] = ()
    document_figures: DocumentFigures | None = None
