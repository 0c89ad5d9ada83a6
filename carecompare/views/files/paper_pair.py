"""2町比較シート: what stands on it, taken from the figures of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.comparisons import pair
from carecompare.exhibits import Grid
from carecompare.reports.papers.pair import PairSheet, pair_paper
from carecompare.tables import CLASS, MEDICAL_AREA
from carecompare.text import comparator_words, words
from carecompare.text.files import paper_words
from carecompare.text.format import figure_or_word, interval, signed, year_of, year_word
from carecompare.views.base.block import source_line, years_behind
from carecompare.views.files.paper_face import on_record, types_on_record
from carecompare.views.files.paper_pieces import made_today
from carecompare.views.shapes.profile import sheet_indicators

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.catalog import Indicator
    from carecompare.comparisons import Pair, PairLine
    from carecompare.own import Initiative
    from carecompare.reports.papers.paper import Paper
    from carecompare.views.base.here import Page


def two_towns(here: Page, other: str) -> Pair:
    """Return every indicator of the own municipality beside another one's, by topic and field."""
    topics, fields = list(here.catalog.topics), ["", *here.catalog.fields]
    indicators = sorted(
        sheet_indicators(here), key=lambda each: (topics.index(each.topic), fields.index(each.field))
    )
    rows = here.loaded.figures.rows([each.id for each in indicators], [here.own, other])
    return pair(rows, here.loaded.labels, indicators, here.loaded.latest, here.own, other)


def pair_sheet(here: Page, other: str, entered: Sequence[Initiative] = ()) -> Paper:
    """Return the sheet of the own municipality and another one.

    Parameters
    ----------
    here : Page
        The page with its choice.
    other : str
        Code of another municipality.
    entered : sequence of Initiative
        What the own municipality has entered of initiatives, of itself and of others.

    Returns
    -------
    Paper
        A4.
    """
    result = two_towns(here, other)
    known = here.catalog.indicators
    own_label, other_label = here.label(here.own), here.label(other)
    named = {"own": own_label, "other": other_label}
    return pair_paper(
        PairSheet(
            own=own_label,
            other=other_label,
            subject=paper_words.PAIR_SUBJECT.format(
                own=here.full_label(here.own), other=here.full_label(other)
            ),
            made=made_today(),
            who=_who(here, other),
            different=Grid(
                columns=tuple(each.format(**named) for each in paper_words.PAIR_COLUMNS),
                rows=tuple(_cells(known[line.indicator], line) for line in result.different),
                numeric=(2, 3, 4, 5, 6),
                own_columns=(2,),
                groups=_groups(here, result.different),
            ),
            exact=Grid(
                columns=tuple(each.format(**named) for each in paper_words.PAIR_EXACT_COLUMNS),
                rows=tuple(_exact_cells(known[line.indicator], line) for line in result.exact),
                numeric=(2, 3),
                own_columns=(2,),
                groups=_groups(here, result.exact),
            ),
            similar=_names(here, result.similar),
            unjudged=_names(here, result.unjudged),
            initiatives=_initiatives(here, other, entered),
            source=_source(here, result),
        )
    )


def _who(here: Page, other: str) -> Grid:
    around = here.loaded.surroundings
    population = here.catalog.indicators["population"]
    year = here.loaded.latest[population.id]
    figures = here.loaded.indicator_year(population.id, year)
    listed = comparator_words.listed_all
    return Grid(
        columns=(
            words.COLUMN["name"],
            paper_words.IDENTITY["code"],
            paper_words.PAIR_PEOPLE.format(year=year_word(year)),
            paper_words.IDENTITY["class"].format(
                edition=around.editions.get(CLASS) or comparator_words.UNDATED
            ),
            paper_words.IDENTITY["medical_area"],
            paper_words.IDENTITY["insurer"],
        ),
        rows=tuple(
            (
                here.full_label(code),
                code,
                figure_or_word(figures.figures(code), population),
                listed(around.group_names(CLASS, code)),
                listed(around.group_names(MEDICAL_AREA, code)),
                here.loaded.insurers.get(code, "") or paper_words.INSURER_ALONE,
            )
            for code in (here.own, other)
        ),
        numeric=(2,),
        own_rows=(0,),
    )


def _cells(indicator: Indicator, line: PairLine) -> tuple[str, ...]:
    own, other = line.own, line.other
    return (
        indicator.name_ja,
        indicator.unit_ja,
        figure_or_word(own, indicator),
        interval(own["lower"], own["upper"], indicator.decimals),
        figure_or_word(other, indicator),
        interval(other["lower"], other["upper"], indicator.decimals),
        signed(own["value"] - other["value"], indicator.decimals),
        year_of(own["year"], indicator),
    )


def _exact_cells(indicator: Indicator, line: PairLine) -> tuple[str, ...]:
    return (
        indicator.name_ja,
        indicator.unit_ja,
        figure_or_word(line.own, indicator),
        figure_or_word(line.other, indicator),
        year_of(line.own["year"], indicator),
    )


def _groups(here: Page, lines: Sequence[PairLine]) -> dict[int, str]:
    """Return the heading above the first line of each topic and field."""
    headings: dict[int, str] = {}
    before = ""
    for place, line in enumerate(lines):
        indicator = here.catalog.indicators[line.indicator]
        label = here.catalog.topics[indicator.topic].label_ja
        field = here.catalog.fields.get(indicator.field)
        heading = paper_words.GROUP.format(topic=label, field=field.label_ja) if field else label
        if heading != before:
            headings[place] = before = heading
    return headings


def _names(here: Page, lines: Sequence[PairLine]) -> list[str]:
    return [here.catalog.indicators[line.indicator].name_ja for line in lines]


def _initiatives(here: Page, other: str, entered: Sequence[Initiative]) -> list[str]:
    """Return the types of initiative that the other one has on record, and whether the own one has too."""
    held = set(types_on_record(here, here.own, entered))
    types, fields = here.catalog.initiative_types, here.catalog.fields
    beside = {
        True: paper_words.PAIR_INITIATIVES_OWN.format(own=here.own_label),
        False: paper_words.PAIR_INITIATIVES_UNKNOWN.format(own=here.own_label),
    }
    case = here.catalog.case_of.get(other)
    return [
        *([case.title_ja] if case is not None else []),
        *(
            f"{fields[types[name].field].label_ja}：{types[name].label_ja}{beside[name in held]}"
            for name in types_on_record(here, other, entered)
        ),
        *(each.title for each in on_record(entered) if each.area == other),
    ]


def _source(here: Page, result: Pair) -> str:
    shown: dict[str, set[int]] = {}
    for line in (*result.different, *result.exact):
        of_line = years_behind(here.catalog.indicators[line.indicator], [line.own, line.other])
        for count, years in of_line.items():
            shown.setdefault(count, set()).update(years)
    return source_line(here, shown)
