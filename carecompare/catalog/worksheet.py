"""The lines of the worksheet on a town's issues, and whose words each of them is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from carecompare.catalog.records import Record
from carecompare.errors import CatalogError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FILE = "worksheet.toml"

WordsOf = Literal["source", "ours"]
Certainty = Literal["", "high", "medium", "low"]


class WorksheetStage(Record, frozen=True):
    """One of the stages of the process, or the one added to it."""

    id: str
    label_ja: str
    words_of: WordsOf
    certainty: Certainty = ""


class WorksheetPart(Record, frozen=True):
    """Lines under one heading of a stage."""

    id: str
    stage: str
    label_ja: str
    words_of: WordsOf
    certainty: Certainty = ""


class WorksheetItem(Record, frozen=True):
    """One line: ``label_ja`` and ``details_ja`` are words of the document or ours, ``ask_ja`` is ours.

    ``certainty`` is how sure it is where the document's words belong in its chart; empty for ours.
    """

    id: str
    part: str
    label_ja: str
    ask_ja: str
    words_of: WordsOf
    certainty: Certainty = ""
    group_ja: str = ""
    details_ja: tuple[str, ...] = ()
    field: str = ""


@dataclass(frozen=True)
class WorksheetOutline:
    """The worksheet without anything written in it; mappings are by id, in the order on screen."""

    stages: Mapping[str, WorksheetStage] = field(default_factory=dict)
    parts: Mapping[str, WorksheetPart] = field(default_factory=dict)
    lines: Mapping[str, WorksheetItem] = field(default_factory=dict)

    def stage_of(self, line: WorksheetItem) -> WorksheetStage:
        """Return the stage a line belongs to."""
        return self.stages[self.parts[line.part].stage]


def worksheet_references(
    outline: WorksheetOutline, fields: Mapping[str, object]
) -> Iterator[tuple[str, str, str, Mapping[str, object]]]:
    """Yield file, owner, the name referred to, and where it has to be found."""
    for part in outline.parts.values():
        yield FILE, part.id, part.stage, outline.stages
    for line in outline.lines.values():
        yield FILE, line.id, line.part, outline.parts
        if line.field:
            yield FILE, line.id, line.field, fields


def check_worksheet(outline: WorksheetOutline) -> None:
    """Check that words of the document, and no others, say how sure their place is.

    Raises
    ------
    CatalogError
        If one does not.
    """
    named: list[WorksheetStage | WorksheetPart | WorksheetItem] = [
        *outline.stages.values(),
        *outline.parts.values(),
        *outline.lines.values(),
    ]
    for each in named:
        if (each.words_of == "source") != bool(each.certainty):
            raise CatalogError("catalog_certainty_wrong", file=FILE, found=each.id)
