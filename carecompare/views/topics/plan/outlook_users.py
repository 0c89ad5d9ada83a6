"""見込み: users of each service, as the town entered or exported them, beside the certified to come."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from carecompare.cells import narrow
from carecompare.own import EXPORTED_FIGURES, OWN_FIGURES
from carecompare.own.contents.plan_figures import BETWEEN, PLAN_FIGURES
from carecompare.text.format import year_word
from carecompare.text.layouts.mieruka_periods import spoken_period
from carecompare.text.own.plan_figure_words import PLAN_SIGNS
from carecompare.text.topics import plan_outlook_words
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block
from carecompare.views.base.file_columns import rows_table
from carecompare.views.base.table import Table
from carecompare.views.topics.plan.figures import plan_figures
from carecompare.views.topics.plan.outlook import outlook_notes, outlook_origins, plan_outlook
from carecompare.views.topics.plan.outlook_services import change_of, factors_of
from carecompare.views.topics.plan.progress import version_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carecompare.own import ExportedBook, ExportedSeries, OwnFigure
    from carecompare.own.contents.plan_figures import PlanFigure
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page


USERS = "users"


@dataclass(frozen=True)
class Users:
    """The newest number of users of one service, its period in words, and what it was taken from."""

    service: str
    period: str
    persons: float
    taken_from: str


def outlook_users_block(here: Page) -> Block | None:
    """Return the users that a town knows beside the certified to come, None where it knows none.

    They are the town's own: nothing of this is shared between visitors.

    Raises
    ------
    OwnDataError
        If what the town keeps cannot be read.
    """
    result, users = plan_outlook(here), known_users(here)
    if result.reason or not users:
        return None
    factors = factors_of(result)
    rows: list[list[Cell | str]] = [
        [
            each.service,
            plan_outlook_words.TAKEN_FROM[each.taken_from],
            each.period,
            number_cell(each.persons),
            *(number_cell(each.persons * factor) for *_, factor in factors),
        ]
        for each in users
    ]
    columns = plan_outlook_words.USERS_COLUMNS | {key: heading for key, heading, _ in factors}
    return Block(
        key=f"plan_outlook_users_{here.own}",
        view="plan_outlook_users",
        finding=plan_outlook_words.USERS_FINDING.format(
            own=here.own_label, year=result.aim, change=change_of(result)
        ),
        subtitle="",
        what=plan_outlook_words.USERS_WHAT,
        table=Table(list(columns.values()), rows, numeric=frozenset(range(3, len(columns)))),
        file=partial(rows_table, rows, columns),
        origins=outlook_origins(here, result),
        credit=_credit(here, users),
        notes=(plan_outlook_words.USERS_NOTE, *outlook_notes(here, result)),
    )


def known_users(here: Page) -> list[Users]:
    """Return the users of each service: of plan and actual, of exports, then of the own figures.

    Raises
    ------
    OwnDataError
        If what the town keeps cannot be read.
    """
    return [*_of_plan(here), *_of_exports(here), *_of_own_figures(here)]


def _of_plan(here: Page) -> Iterator[Users]:
    """Yield what came of each service, never what was planned."""
    content = plan_figures(here)
    names = {
        f"{item.id}{BETWEEN}{USERS}": item.label_ja
        for item in here.catalog.plan.progress_items.values()
        if USERS in item.measures
    }
    names |= {each.id: each.name for each in content.items if _counts_users(each.name, each.unit)}
    latest: dict[str, PlanFigure] = {}
    for each in sorted(content.figures, key=lambda figure: figure.year):
        if each.item in names and (each.actual is not None or each.interim is not None):
            latest[each.item] = each
    for key, name in names.items():
        figure = latest.get(key)
        if figure is None:
            continue
        year = year_word(figure.year, fiscal=True)
        if figure.actual is not None:
            yield Users(name, year, figure.actual, "plan")
        elif figure.interim is not None:
            yield Users(name, plan_outlook_words.SEPTEMBER.format(year=year), figure.interim, "plan")


def _of_exports(here: Page) -> Iterator[Users]:
    """Yield the last figure of each series of users of the own municipality, of years that are over."""
    for book in _books(here):
        for series in book.series:
            if series.area != here.own or not _is_of_users(book, series):
                continue
            found = [
                (place, value)
                for place, value in enumerate(series.figures)
                if value is not None and not book.period(place).until
            ]
            if found:
                place, value = found[-1]
                name = plan_outlook_words.EXPORTED.format(code=book.code, book=book.name, series=series.name)
                yield Users(name, spoken_period(book.periods[place]), value, "exports")


def _books(here: Page) -> list[ExportedBook]:
    kept = here.kept(EXPORTED_FIGURES)
    return [each for each in kept.content.books if each.layout == "series"] if kept else []


def _is_of_users(book: ExportedBook, series: ExportedSeries) -> bool:
    said = narrow(f"{book.name} {series.name}")
    is_planned = any(sign in said for sign in (*PLAN_SIGNS["planned"], *plan_outlook_words.EXPECTED))
    return _counts_users(said, series.unit) and not is_planned


def _of_own_figures(here: Page) -> Iterator[Users]:
    """Yield the latest number of users of each own item that counts them, of the whole town."""
    kept = here.kept(OWN_FIGURES)
    if kept is None:
        return
    counted = {each.id for each in kept.content.items if _counts_users(each.name, each.unit)}
    latest: dict[str, OwnFigure] = {}
    for each in sorted(kept.content.figures, key=lambda figure: figure.year):
        if each.item in counted and not each.place and each.status in {"", "actual"}:
            latest[each.item] = each
    for each in latest.values():
        yield Users(each.item.partition(":")[2], year_word(each.year, fiscal=True), each.value, "own")


def _counts_users(name: str, unit: str) -> bool:
    is_unit = narrow(unit).replace(" ", "") in plan_outlook_words.USER_UNITS
    return is_unit and any(word in name for word in plan_outlook_words.USER_WORDS)


def _credit(here: Page, users: list[Users]) -> str:
    """Return where the users are from, with the version that was entered and the days of the exports."""
    sources = dict.fromkeys(each.taken_from for each in users)
    said = {"own": plan_outlook_words.CREDIT_OWN}
    if "plan" in sources:
        said["plan"] = plan_outlook_words.CREDIT_PLAN.format(version=version_of(here.kept(PLAN_FIGURES)))
    if "exports" in sources:
        used = [each for each in _books(here) if any(_is_of_users(each, one) for one in each.series)]
        days = sorted({each.exported_on for each in used} - {""})
        said["exports"] = plan_outlook_words.credit_exports([each.code for each in used], days)
    return plan_outlook_words.USERS_CREDIT.format(
        sources=plan_outlook_words.CREDIT_BETWEEN.join(said[each] for each in sources)
    )
