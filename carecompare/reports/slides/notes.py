"""What a speaker reads under a slide, and what someone hears who cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.reports.slides.text import printable
from carecompare.text.files import slide_words
from carecompare.text.format import number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.exhibits import ChangedCell, Exhibit, Grid, Plot


MOST_CHANGES = 40
MOST_TABLE_ROWS = 80
MOST_SPOKEN = 8


def speaker_notes(
    exhibit: Exhibit,
    definitions: Mapping[str, str],
    changes: Sequence[ChangedCell],
    before: str,
    title_before: str,
) -> str:
    """Return the notes of a slide.

    Parameters
    ----------
    exhibit : Exhibit
        What it shows.
    definitions : mapping of str to str
        How each indicator is made, one line by id.
    changes : sequence of ChangedCell
        Figures that are not what they were.
    before : str
        Date of those figures.
    title_before : str
        The finding of that time where it was another, or empty.

    Returns
    -------
    str
        What changed first, then finding, definition, cautions, source, and the table with tabs between cells.
    """
    parts: list[str] = []
    if changes or title_before:
        parts += _changed(exhibit, changes, before, title_before)
    told = [definitions[each] for each in exhibit.indicators if each in definitions]
    cautions = exhibit.notes or (slide_words.NONE_THERE,)
    sections = (
        (slide_words.NOTES_FINDING, [exhibit.title]),
        (slide_words.NOTES_WHAT, [exhibit.what or exhibit.subtitle]),
        (slide_words.NOTES_DEFINITION, told),
        (slide_words.NOTES_CAUTIONS, list(cautions)),
        (slide_words.NOTES_SOURCE, [exhibit.source]),
        (slide_words.NOTES_TABLE, _table(exhibit.grid)),
    )
    for heading, lines in sections:
        kept = [line for line in lines if line]
        if kept:
            parts += [heading, *kept, ""]
    return printable("\n".join(parts).rstrip())


def _changed(exhibit: Exhibit, changes: Sequence[ChangedCell], before: str, title_before: str) -> list[str]:
    lines = [slide_words.NOTES_CHANGED.format(made=before)]
    if title_before:
        lines.append(slide_words.NOTES_CHANGED_TITLE.format(before=title_before, after=exhibit.title))
    lines += [
        slide_words.NOTES_CHANGED_LINE.format(
            row=each.row,
            column=each.column,
            before=each.before or slide_words.NONE_THERE,
            after=each.after or slide_words.NONE_THERE,
        )
        for each in changes[:MOST_CHANGES]
    ]
    if len(changes) > MOST_CHANGES:
        lines.append(slide_words.NOTES_CHANGED_MORE.format(count=len(changes) - MOST_CHANGES))
    return [*lines, ""]


def _table(grid: Grid) -> list[str]:
    return ["\t".join(grid.columns), *("\t".join(row) for row in grid.texts[:MOST_TABLE_ROWS])]


def chart_description(exhibit: Exhibit, title: str, plot: Plot) -> str:
    """Return a chart in words: what it says, and the own figures, or the first ones."""
    figures: list[str] = []
    for each in plot.series:
        if plot.own >= 0:
            figures.append(
                _spoken(
                    each.name if len(plot.series) > 1 else plot.categories[plot.own],
                    each.values[plot.own],
                    plot,
                )
            )
        elif each.role in {"own", "part"}:
            known = [(c, v) for c, v in zip(plot.categories, each.values, strict=True) if v is not None]
            ends = known if len(known) <= MOST_SPOKEN else [known[0], known[-1]]
            figures += [_spoken(f"{each.name} {c}", v, plot) for c, v in ends]
    said = "、".join(figures)
    return slide_words.ALT.format(title=title, what=exhibit.what or exhibit.subtitle, figures=said)


def _spoken(name: str, value: float | None, plot: Plot) -> str:
    text = number(value, plot.decimals) or slide_words.NO_FIGURE
    return slide_words.ALT_FIGURE.format(name=name, value=text)


def table_description(exhibit: Exhibit, title: str) -> str:
    """Return a table in words."""
    return slide_words.ALT_TABLE.format(title=title, what=exhibit.what or exhibit.subtitle)
