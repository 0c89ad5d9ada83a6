"""Every municipality in the order of one figure: searched, filtered, in pages, the own one always there."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan
from typing import TYPE_CHECKING

from carecompare.cells import folded
from carecompare.comparisons import prefecture_of
from carecompare.text.format import era_year, number, rank
from carecompare.text.sentences import inside
from carecompare.text.topics import map_words, ranking_words
from carecompare.text.words import COLUMN
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block
from carecompare.views.base.choice import parameter
from carecompare.views.base.table import Table
from carecompare.views.shapes.chosen import chosen_indicator, chosen_year
from carecompare.views.shapes.national import (
    finding,
    finding_among,
    national_file,
    national_of,
    origins_of_all,
)
from carecompare.views.shapes.passport import passport_address, passport_links

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page
    from carecompare.views.shapes.national import National


LONGEST = 40
PREFECTURE_DIGITS = 2
CLASSES = "class"
ROWS_OF_A_PAGE = 50
FEWEST_RANKED = 2
USUAL_ORDER = next(iter(ranking_words.ORDERS))

FIND = parameter("find", lambda value, _: len(value) <= LONGEST)
IN_PREFECTURE = parameter(
    "pref", lambda value, known: len(value) == PREFECTURE_DIGITS and value in known.areas
)
IN_CLASS = parameter("kind", lambda value, _: len(value) <= LONGEST)
IN_SIZE = parameter("size", lambda value, _: value in ranking_words.SIZES)
ORDER = parameter("order", lambda value, _: value in ranking_words.ORDERS, usual=USUAL_ORDER)
START = parameter("start", lambda value, _: value.isascii() and value.isdigit() and len(value) <= LONGEST)


@dataclass(frozen=True)
class Listed:
    """What of the country is listed, and which page of it.

    Parameters
    ----------
    national : National
        The figures of everybody.
    codes : sequence of str
        Who is listed, in order.
    first : int
        Place of the first on this page, from 0.
    among : str
        Words for those who are listed; empty where that is everybody.
    """

    national: National
    codes: Sequence[str]
    first: int
    among: str

    @property
    def shown(self) -> Sequence[str]:
        """Return who stands on this page."""
        return self.codes[self.first : self.first + ROWS_OF_A_PAGE]

    @property
    def ranks(self) -> Mapping[str, float]:
        """Return the ranks among those listed, 1 for the highest, equal ones sharing the better one."""
        rows = self.national.rows
        every = sorted(rows[code]["rank"] for code in self.codes if not isnan(rows[code]["rank"]))
        better: dict[float, int] = {}
        for place, position in enumerate(every, start=1):
            better.setdefault(position, place)
        return {code: better.get(rows[code]["rank"], nan) for code in self.codes}


def classes(here: Page) -> dict[str, list[str]]:
    """Return the municipalities of each class of the ministry, in the order of its names."""

    def found() -> dict[str, list[str]]:
        members: dict[str, list[str]] = {}
        for each in here.loaded.surroundings.groups:
            if each["kind"] == CLASSES:
                members.setdefault(each["name_ja"], []).append(each["municipality"])
        return dict(sorted(members.items()))

    return here.cached("everybody", "classes", found)


def listed(here: Page) -> Listed:
    """Return what the choice lists of the indicator and year it looks at."""
    indicator = chosen_indicator(here)
    national = national_of(here, indicator, chosen_year(here, indicator))
    codes, among = _kept(here, _ordered(here, national))
    first = min(int(here.selection[START] or 0), max(len(codes) - 1, 0))
    return Listed(national, codes, first - first % ROWS_OF_A_PAGE, among)


def place_of_own(of: Listed, own: str) -> int | None:
    """Return where the page with the own municipality begins; None where it is not listed."""
    if own not in of.codes:
        return None
    place = of.codes.index(own)
    return place - place % ROWS_OF_A_PAGE


def ranking_block(here: Page) -> Block | None:
    """Return the list as a block, None where nobody is left."""
    of = listed(here)
    if not of.codes:
        return None
    national, indicator = of.national, of.national.indicator
    when = era_year(national.year, fiscal=indicator.fiscal_year)
    last = of.first + len(of.shown)
    rows = ranking_words.ROWS.format(all=number(len(of.codes)), first=number(of.first + 1), last=number(last))
    is_outside = bool(of.among) and here.own not in of.codes
    return Block(
        key=f"ranking_{indicator.id}_{national.year}_{of.first}",
        finding=_finding(here, of),
        subtitle=ranking_words.SUBTITLE.format(
            label=indicator.label_ja, unit=indicator.unit_ja, when=when, rows=rows
        ),
        table=_table(here, of),
        file=lambda: national_file(
            national.frame.set_index("area", drop=False).loc[_with_own(of, here.own)], indicator
        ),
        origins=origins_of_all(here, national.behind),
        notes=tuple(
            filter(
                None,
                (
                    ranking_words.OUTSIDE if is_outside else "",
                    ranking_words.WITHOUT_RANK,
                    indicator.notes_ja,
                ),
            )
        ),
        passports=passport_links(here, [national.rows[here.own]]),
        wide=True,
        view="ranking",
        indicators=(indicator.id,),
    )


def _with_own(of: Listed, own: str) -> list[str]:
    return [*of.codes] if own in of.codes else [own, *of.codes]


def _ordered(here: Page, national: National) -> list[str]:
    order = here.selection[ORDER] or USUAL_ORDER
    if order == "code":
        return sorted(national.rows)
    ranked = list(national.ranked) if order == USUAL_ORDER else list(reversed(national.ranked))
    return [*ranked, *(code for code in national.from_the_highest if isnan(national.rows[code]["rank"]))]


def _kept(here: Page, codes: list[str]) -> tuple[list[str], str]:
    """Return those that the filters leave, and the words for them."""
    chosen, said = here.selection, []
    if prefecture := chosen[IN_PREFECTURE]:
        codes = [code for code in codes if code[:2] == prefecture]
        said.append(here.label(prefecture))
    if chosen[IN_CLASS]:
        members = set(classes(here).get(chosen[IN_CLASS], ()))
        codes = [code for code in codes if code in members]
        said.append(ranking_words.CLASS_AMONG.format(name=chosen[IN_CLASS]))
    if chosen[IN_SIZE]:
        label, smallest, largest = ranking_words.SIZES[chosen[IN_SIZE]]
        residents = here.loaded.surroundings.residents
        codes = [code for code in codes if smallest <= residents.get(code, -1) < largest]
        said.append(ranking_words.SIZE_AMONG.format(size=label))
    if wanted := folded(chosen[FIND]):
        names, meant = here.loaded.municipalities, set(here.loaded.towns.found(chosen[FIND]).codes)
        codes = [code for code in codes if code in meant or wanted in folded(names[code])]
        said.append(ranking_words.FIND_AMONG.format(text=chosen[FIND]))
    return codes, ranking_words.AMONG.format(parts=ranking_words.AND.join(said)) if said else ""


def _finding(here: Page, of: Listed) -> str:
    national = of.national
    own = national.rows[here.own]
    if of.among and here.own in of.codes:
        ranks = of.ranks
        many = sum(not isnan(each) for each in ranks.values())
        if many >= FEWEST_RANKED:
            return finding_among(here, national, of.among, ranks[here.own], many)
    said = finding(here, national)
    if isnan(own["rank"]):
        return said
    values = here.loaded.indicator_year(national.indicator.id, national.year)
    ordered = values.ordered.inside(prefecture_of(here.own))
    higher = int((ordered > own["value"]).sum())
    within = ranking_words.PREFECTURE_RANK.format(
        prefecture_word=inside(here.prefecture_label), of=len(ordered), rank=rank(higher + 1)
    )
    return ranking_words.FOLLOWED.format(said=said, more=within)


def _table(here: Page, of: Listed) -> Table:
    """Return the page of the list; where the own municipality is not on it, its row stands above."""
    national, ranks = of.national, of.ranks
    many = sum(not isnan(each) for each in ranks.values())
    has_pinned = here.own not in of.shown
    codes = [here.own, *of.shown] if has_pinned else list(of.shown)
    within = [ranking_words.RANK_WITHIN.format(of=number(many))] if of.among else []
    residents = here.loaded.surroundings.residents
    columns = [
        COLUMN["name"],
        map_words.NATION_RANK.format(of=national.ranked_of),
        *within,
        COLUMN["value"],
        COLUMN["interval"],
        COLUMN["numerator"],
        COLUMN["denominator"],
        ranking_words.POPULATION,
    ]

    def row(code: str) -> tuple[Cell | str, ...]:
        value, interval, position, above, below = national.cells[code]
        inner = [rank(ranks.get(code, nan))] if of.among else []
        people = number_cell(residents.get(code, nan))
        return (here.loaded.full_labels[code], position, *inner, value, interval, above, below, people)

    place = 2 + len(within)  # after the name and the ranks
    return Table(
        columns=columns,
        rows=[row(code) for code in codes],
        numeric=frozenset(range(1, len(columns))),
        own_rows=frozenset(number for number, code in enumerate(codes) if code == here.own),
        groups=_gap(of, here.own) if has_pinned else {},
        links=[
            (
                *[""] * place,
                passport_address(here, national.indicator.id, national.rows[code]["year"], code),
            )
            for code in codes
        ],
        caption=f"{national.indicator.label_ja}（{national.indicator.unit_ja}）",
        kind="ranking",
    )


def _gap(of: Listed, own: str) -> dict[int, str]:
    """Return what stands above the own row, which is on another page, and above the list: how far apart."""
    first, last = of.first, of.first + len(of.shown)
    places = "〜".join(dict.fromkeys((number(first + 1), number(last))))
    if own not in of.codes:
        return {0: ranking_words.OWN_OUTSIDE, 1: ranking_words.GAP_NONE.format(places=places)}
    place = of.codes.index(own)
    between = place - last if place >= last else first - place - 1
    said = ranking_words.GAP_BEFORE if between else ranking_words.GAP_NONE
    return {
        0: ranking_words.OWN_AT.format(place=number(place + 1)),
        1: said.format(count=number(between), places=places),
    }
