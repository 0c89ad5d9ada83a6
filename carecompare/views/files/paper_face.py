"""市区町村の一枚もの: what stands on it, taken from the page's figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.exhibits import Grid
from carecompare.own.contents.initiatives import UNCONFIRMED
from carecompare.reports.papers.face import Face, face_paper
from carecompare.reports.papers.pdf import drawing
from carecompare.tables import CLASS, DEPOPULATED, MEDICAL_AREA
from carecompare.text import comparator_words, words
from carecompare.text.chart_words import COURSE_LEGEND, STRIPS_LEGEND
from carecompare.text.files import paper_words
from carecompare.text.format import figure_or_word, number, year_word
from carecompare.views.files.paper_pieces import made_today, sheet_grid, sheet_source, subtitle, topic_groups
from carecompare.views.topics.findings import finding_sentence, found
from carecompare.views.topics.home import home_resources_block, population_block

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from carecompare.own import Initiative
    from carecompare.reports.papers.paper import Drawing, Paper
    from carecompare.views.base.here import Page


MOST_FINDINGS = 3
INDUSTRY = "industry"
HALF_PX = 430
FIRST_YEAR = 2020
OUTLOOK = (
    "population",
    "share_65_and_over",
    "share_75_and_over",
    "demand_index_medical",
    "demand_index_care",
)


def face(here: Page, aside: Collection[str] = (), entered: Sequence[Initiative] = ()) -> Paper:
    """Return both sides of the sheet of the own municipality.

    Parameters
    ----------
    here : Page
        The page with its choice.
    aside : collection of str
        Findings set aside.
    entered : sequence of Initiative
        What the town has entered of initiatives.

    Returns
    -------
    Paper
        A4, two pages.
    """
    groups = topic_groups(here)
    front = [group for group in groups if group.key == group.topic and group.topic != INDUSTRY]
    back = [group for group in groups if group.key != group.topic]
    listed = [each for each in found(here).listed if each.key not in aside]
    kind = here.prefecture_label[-1:]
    mean = words.PREFECTURE_MEAN.get(kind, words.COLUMN["prefecture"])
    return face_paper(
        Face(
            own=here.own_label,
            subject=here.full_label(here.own),
            made=made_today(),
            subtitle=subtitle(here),
            identity=_identity(here),
            findings=[finding_sentence(here, each) for each in listed[:MOST_FINDINGS]],
            front=sheet_grid(here, front),
            back=sheet_grid(here, back),
            outlook=_outlook(here),
            drawings=_drawings(here),
            initiatives=initiative_lines(here, here.own, entered),
            notes=(paper_words.FACE_NOTE.format(mean=mean), paper_words.FACE_RESOURCE_NOTE),
            sources=(sheet_source(here, front), sheet_source(here, back)),
        )
    )


def _identity(here: Page) -> list[tuple[str, str]]:
    names = paper_words.IDENTITY
    around = here.loaded.surroundings
    edition = around.editions.get(CLASS) or comparator_words.UNDATED
    area = here.loaded.areas[here.own]
    is_depopulated = bool(around.group_names(DEPOPULATED, here.own))
    depopulated = paper_words.DEPOPULATED if is_depopulated else paper_words.NOT_DEPOPULATED
    listed = comparator_words.listed_all
    insurer = here.loaded.insurers.get(here.own, "")
    return [
        (names["code"], here.own),
        (names["kana"], area["kana"]),
        (names["prefecture"], here.prefecture_label),
        (names["class"].format(edition=edition), listed(around.group_names(CLASS, here.own))),
        (names["medical_area"], listed(around.group_names(MEDICAL_AREA, here.own))),
        (names["depopulated"].format(edition=edition), depopulated),
        (names["insurer"], insurer or paper_words.INSURER_ALONE),
        (names["population"], _people(here)),
        (names["industry"], _industry(here)),
    ]


def _people(here: Page) -> str:
    year = here.loaded.latest["population"]
    counted = here.loaded.indicator_year("population", year).figures(here.own)["value"]
    return paper_words.PEOPLE.format(count=number(counted), year=year_word(year))


def _industry(here: Page) -> str:
    """Return the shares of the three sectors, which describe a municipality and are compared elsewhere."""
    lines = [line for group in topic_groups(here) if group.topic == INDUSTRY for line in group.lines]
    known = here.catalog.indicators
    return paper_words.INDUSTRY.format(
        shares=paper_words.BETWEEN.join(figure_or_word(line, known[line["indicator"]]) for line in lines)
    )


def _outlook(here: Page) -> Grid:
    rows = here.loaded.figures.rows(OUTLOOK, [here.own])
    years = sorted({int(row["year"]) for row in rows if row["year"] >= FIRST_YEAR})
    found_rows = {(row["indicator"], int(row["year"])): row for row in rows}
    cells = []
    for name in OUTLOOK:
        indicator = here.catalog.indicators[name]
        shown = [found_rows.get((name, year)) for year in years]
        cells.append(
            (
                paper_words.FACE_OUTLOOK_ROW.format(name=indicator.name_ja, unit=indicator.unit_ja),
                *(figure_or_word(row, indicator) if row else "" for row in shown),
            )
        )
    return Grid(
        columns=(words.COLUMN["item"], *(year_word(year) for year in years)),
        rows=tuple(cells),
        numeric=tuple(range(1, len(years) + 1)),
    )


def _drawings(here: Page) -> list[tuple[str, str, Drawing]]:
    shown = (
        (paper_words.FACE_COURSE, COURSE_LEGEND, population_block(here)),
        (paper_words.FACE_PROFILE, STRIPS_LEGEND, home_resources_block(here)),
    )
    return [
        (title, legend, drawing(block.chart, block.finding, HALF_PX, fills=True))
        for title, legend, block in shown
        if block.chart is not None
    ]


MOST_ENTERED = 5


def on_record(entered: Iterable[Initiative]) -> list[Initiative]:
    """Return what was entered without what nobody has confirmed."""
    return [each for each in entered if each.evidence != UNCONFIRMED]


def types_on_record(here: Page, area: str, entered: Iterable[Initiative]) -> list[str]:
    """Return the ids of the types of initiative a municipality has on record, in the catalogue's order.

    Parameters
    ----------
    here : Page
        The page with its choice.
    area : str
        Code.
    entered : iterable of Initiative
        What the own municipality has entered, of itself and of others; what is not confirmed does not count.

    Returns
    -------
    list of str
        From the document's cases and from what was entered.
    """
    case = here.catalog.case_of.get(area)
    entered = on_record(entered)
    held = {mark.id for mark in case.types} if case is not None else set()
    held |= {name for each in entered if each.area == area for name in each.types}
    return [name for name in here.catalog.initiative_types if name in held]


def initiative_lines(here: Page, area: str, entered: Sequence[Initiative]) -> list[str]:
    """Return what is on record of a municipality: title of its case, types by field, entries of the town.

    Parameters
    ----------
    here : Page
        The page with its choice.
    area : str
        Code.
    entered : sequence of Initiative
        What the own municipality has entered.

    Returns
    -------
    list of str
        Sentences; empty where nothing is on record.
    """
    case = here.catalog.case_of.get(area)
    entered = on_record(entered)
    types, fields = here.catalog.initiative_types, here.catalog.fields
    by_field: dict[str, list[str]] = {}
    for name in types_on_record(here, area, entered):
        by_field.setdefault(types[name].field, []).append(types[name].label_ja)
    own_words = [each.title for each in entered if each.area == area]
    lines = [case.title_ja] if case is not None else []
    lines += [
        f"{fields[name].label_ja}：{paper_words.LISTED.join(labels)}" for name, labels in by_field.items()
    ]
    if own_words:
        listed = paper_words.LISTED.join(own_words[:MOST_ENTERED])
        more = len(own_words) - MOST_ENTERED
        rest = paper_words.ENTERED_MORE.format(count=more) if more > 0 else ""
        lines.append(paper_words.ENTERED.format(titles=listed, rest=rest))
    return lines
