"""What the sheet holds for a choice: all its lines, and the groups in which they are shown."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, NamedTuple

from carecompare.comparisons import by_distance, is_beyond, prefecture_of, sheet
from carecompare.tables import NATION
from carecompare.text.topics import sheet_words
from carecompare.views.base.choice import parameter
from carecompare.views.shapes.profile import peer_table_of, reference_rows, sheet_indicators

if TYPE_CHECKING:
    from carecompare.comparisons import Sheet
    from carecompare.rows import SheetLine
    from carecompare.views.base.here import Page


# How the sheet is ordered, and which of its indicators are shown; empty for the catalogue's order and all.
SORT = parameter("sort", lambda value, _: value in sheet_words.SORTS, "sort_unknown")
ONLY = parameter("only", lambda value, _: value in sheet_words.ONLYS, "only_unknown")
TOPIC = parameter("topic", lambda value, known: value in known.catalog.topics, "topic_unknown")

# So many rows of a list without topics are one picture.
MOST_ROWS = 20


class Group(NamedTuple):
    """Rows that are one picture: its id and heading, the topic it belongs to or empty, and its lines."""

    key: str
    label: str
    topic: str
    lines: tuple[SheetLine, ...]


def whole_sheet(here: Page) -> Sheet:
    """Return every line for the own municipality and its comparators."""
    return here.cached("choice", "analysis sheet", lambda: _sheet(here))


def _sheet(here: Page) -> Sheet:
    indicators = sheet_indicators(here)
    past = [each.history for each in indicators if each.history]
    latest = here.loaded.latest
    own = here.loaded.figures.rows([*(each.id for each in indicators), *past], [here.own])
    references = reference_rows(here, [each.id for each in indicators])
    wider = [row for code in (prefecture_of(here.own), NATION) for row in references[code]]
    return sheet(
        [*own, *wider],
        peer_table_of(here, indicators),
        here.loaded.labels,
        indicators,
        latest,
        here.own,
        here.loaded.standings,
    )


def shown_lines(here: Page) -> list[SheetLine]:
    """Return the lines that the filters leave, in the catalogue's order."""
    indicators = here.catalog.indicators
    return [
        line
        for name, line in whole_sheet(here).lines.items()
        if here.selection[TOPIC] in {"", indicators[name].topic}
        and (here.selection[ONLY] != "beyond" or is_beyond(line))
    ]


def shown_groups(here: Page) -> list[Group]:
    """Return the lines that are shown as pictures: by topic and field, or by distance from the comparators.

    None of them is empty.
    """
    return here.cached(
        "choice", f"sheet groups {what_is_shown(here)}", lambda: _grouped(here, shown_lines(here))
    )


def what_is_shown(here: Page) -> str:
    """Return what of the choice decides which lines are shown, and in which order."""
    return f"{here.selection[SORT]} {here.selection[ONLY]} {here.selection[TOPIC]}"


def _grouped(here: Page, lines: list[SheetLine]) -> list[Group]:
    if here.selection[SORT] == "distance":
        return _by_distance(lines)
    of: dict[tuple[str, str], list[SheetLine]] = {}
    for topic in here.catalog.topics:
        for field in ("", *here.catalog.fields):
            of[topic, field] = []
    for line in lines:
        indicator = here.catalog.indicators[line["indicator"]]
        of.setdefault((indicator.topic, indicator.field), []).append(line)
    return [
        Group(f"{topic}_{field}" if field else topic, _label(here, topic, field), topic, tuple(found))
        for (topic, field), found in of.items()
        if found
    ]


def _by_distance(lines: list[SheetLine]) -> list[Group]:
    ordered = by_distance(lines)
    far = [line for line in ordered if not isnan(line["distance"])]
    groups = [
        Group(
            f"distance_{first + 1}",
            sheet_words.DISTANCE_GROUP.format(first=first + 1, last=min(first + MOST_ROWS, len(far))),
            "",
            tuple(far[first : first + MOST_ROWS]),
        )
        for first in range(0, len(far), MOST_ROWS)
    ]
    rest = ordered[len(far) :]
    return [
        *groups,
        *(
            Group(
                f"without_distance_{first + 1}",
                sheet_words.WITHOUT_DISTANCE,
                "",
                tuple(rest[first : first + MOST_ROWS]),
            )
            for first in range(0, len(rest), MOST_ROWS)
        ),
    ]


def _label(here: Page, topic: str, field: str) -> str:
    label = here.catalog.topics[topic].label_ja
    known = here.catalog.fields.get(field)
    return sheet_words.GROUP.format(topic=label, field=known.label_ja) if known else label


def gap_units(here: Page) -> dict[str, str]:
    """Return what the numerator of each indicator of the sheet counts."""
    return here.cached("everybody", "sheet units", lambda: _gap_units(here))


def _gap_units(here: Page) -> dict[str, str]:
    counts = here.catalog.counts
    return {
        each.id: counts[each.numerator[0].removeprefix("-")].unit_ja
        for each in sheet_indicators(here)
        if each.numerator
    }
