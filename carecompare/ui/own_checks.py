"""What an upload or a grid is checked against, and how its problems and changes are shown."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.own import Known, OwnFigures, changes, replaced
from carecompare.tables import PROJECTED
from carecompare.text import own_data_words as words
from carecompare.text.format import number, year_word
from carecompare.text.problem_rows import problem_row
from carecompare.ui.html import Table, notes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.own import Checked, OwnFigure
    from carecompare.ui.frame import Page

MOST_SHOWN = 200


def published_figures(here: Page) -> Mapping[str, Mapping[int, float]]:
    """Return the observed figures of the own municipality by indicator and year."""

    def read() -> dict[str, dict[int, float]]:
        items = [each.id for each in here.catalog.main_indicators]
        found: dict[str, dict[int, float]] = {}
        for row in here.loaded.of_areas.rows(items, [here.own]):
            if not math.isnan(row["value"]) and row["status"] != PROJECTED:
                found.setdefault(row["indicator"], {})[int(row["year"])] = float(row["value"])
        return found

    return here.loaded.blocks.get(("published of", here.own), read)


def known_to(here: Page, kept: OwnFigures) -> Known:
    """Return what entries of the own municipality are checked against."""
    areas = here.loaded.areas.loc[here.loaded.areas["level"] == "municipality"]
    name, label, prefecture = (
        str(areas.loc[here.own, each]) for each in ("name_ja", "label_ja", "prefecture_ja")
    )
    rest = areas.drop(index=here.own)
    named = {
        name: label
        for code, short, label in zip(rest["area"], rest["name_ja"], rest["label_ja"], strict=True)
        for name in (code, short, label)
    }
    return Known(
        own_names=frozenset({here.own, name, label, prefecture + name}),
        others=named,
        indicators={each.id: each for each in here.catalog.main_indicators},
        published=published_figures(here),
        areas=kept.areas,
        items=kept.items,
    )


def names_of_items(here: Page, kept: OwnFigures) -> dict[str, tuple[str, str, int]]:
    """Return name, unit and decimals of every item by its id."""
    known = {each.id: (each.name_ja, each.unit_ja, each.decimals) for each in here.catalog.main_indicators}
    return known | {each.id: (each.name, each.unit, 0) for each in kept.items}


def names_of_places(here: Page, kept: OwnFigures) -> dict[str, str]:
    """Return the name of every place by its id."""
    return {"": words.PLACE_ITSELF.format(own=here.own_label), **{each.id: each.name for each in kept.areas}}


def show_problems(result: Checked) -> None:
    """Draw every problem with its place and what to do."""
    if not result.problems:
        return
    st.error(words.PROBLEMS.format(count=len(result.problems) + result.more_problems))
    rows = [problem_row(each) for each in result.problems[:MOST_SHOWN]]
    st.html(_problem_table(rows).html())
    if hidden := len(result.problems) - len(rows) + result.more_problems:
        st.caption(words.PROBLEMS_MORE.format(count=hidden))


def _problem_table(rows: Sequence[Sequence[str]]) -> Table:
    first = 0 if any(row[0] for row in rows) else 1  # a text file has no sheets
    return Table(words.PROBLEM_COLUMNS[first:], [row[first:] for row in rows], numeric=frozenset({1 - first}))


def settled(result: Checked, key: str) -> tuple[tuple[OwnFigure, ...], bool]:
    """Draw what is doubtful, and return the figures as decided and whether they may be saved."""
    if result.unread:
        st.html(notes(words.UNREAD.format(columns="、".join(result.unread))))
    if result.blank:
        st.html(notes(words.BLANK.format(count=result.blank)))
    if not result.doubts:
        return result.figures, True
    st.warning(words.DOUBTS.format(count=len(result.doubts)))
    rows = [problem_row(each.problem) for each in result.doubts[:MOST_SHOWN]]
    st.html(_problem_table(rows).html())
    proposed = sum(each.suggested is not None for each in result.doubts)
    figures = result.figures
    if proposed and st.checkbox(words.DOUBTS_REPLACE.format(count=proposed), key=f"{key}_replace"):
        figures = replaced(figures, result.doubts)
        if proposed == len(result.doubts):
            return figures, True
    return figures, st.checkbox(words.DOUBTS_SURE, key=f"{key}_sure")


def show_preview(here: Page, kept: OwnFigures, after: OwnFigures) -> int:
    """Draw what saving would change beside the published figures, and return how many figures that is."""
    found = changes(kept.figures, after.figures)
    if not found:
        st.info(words.PREVIEW_NONE)
        return 0
    st.subheader(words.PREVIEW.format(count=len(found)))
    before = {each.key: each.value for each in kept.figures}
    items, places = names_of_items(here, after) | names_of_items(here, kept), names_of_places(here, after)
    published = published_figures(here)
    rows = []
    for change, figure in found[:MOST_SHOWN]:
        name, unit, decimals = items.get(figure.item, (figure.item, "", 1))
        beside = math.nan if figure.place else published.get(figure.item, {}).get(figure.year, math.nan)
        new = math.nan if change == "gone" else figure.value
        rows.append(
            (
                words.CHANGES[change],
                places.get(figure.place, figure.place),
                f"{name}（{unit}）" if unit else name,
                year_word(figure.year),
                number(before.get(figure.key, math.nan), shown_decimals(before.get(figure.key), decimals)),
                number(new, shown_decimals(new, decimals)),
                number(beside, decimals),
                number(new - beside, decimals),
            )
        )
    st.html(Table(words.PREVIEW_COLUMNS, rows, numeric=frozenset({3, 4, 5, 6, 7})).html())
    if len(found) > len(rows):
        st.caption(words.PREVIEW_CUT.format(most=MOST_SHOWN))
    return len(found)


def shown_decimals(value: float | None, fewest: int) -> int:
    """Return the decimals a typed number is shown with, so that it is seen as it was typed."""
    if value is None or math.isnan(value):
        return fewest
    _, _, after = f"{value:.10f}".rstrip("0").partition(".")
    return max(fewest, min(len(after), 6))


def described(here: Page, content: object) -> str:
    """Return own figures as lines, for two that met."""
    if not isinstance(content, OwnFigures):
        return ""
    items, places = names_of_items(here, content), names_of_places(here, content)
    return "\n".join(
        words.CONFLICT_LINE.format(
            place=places.get(each.place, each.place),
            item=items.get(each.item, (each.item,))[0],
            year=each.year,
            value=number(each.value, shown_decimals(each.value, 0)),
        )
        for each in content.figures[:MOST_SHOWN]
    )
