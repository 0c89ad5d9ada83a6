"""A difference of certification rates in two parts: ages, and rates by age."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.charts import decomposition_plot, waterfall
from carecompare.comparisons import decomposed, prefecture_of
from carecompare.comparisons.decomposition import BANDS, CERTIFIED, INSURED, STRUCTURE
from carecompare.store import counts_in_year
from carecompare.tables import NATION
from carecompare.text import sentences, words
from carecompare.text.format import era_year
from carecompare.text.topics import decomposition_words
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block
from carecompare.views.base.choice import parameter
from carecompare.views.base.file_columns import file_table
from carecompare.views.base.making import insurer_codes
from carecompare.views.base.origins import origins_of
from carecompare.views.base.table import Table
from carecompare.views.shapes.who_is_counted import insured_note

if TYPE_CHECKING:
    from carecompare.comparisons import Decomposed
    from carecompare.file_tables import FileTable
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page


AGAINST = ("nation", "prefecture", "peers")
# Whom the rate is compared with: one of these, or a municipality.
AGAINST_PARAMETER = parameter(
    "against", lambda value, known: value in AGAINST or value in known.codes, "against_unknown"
)

RATE = "certification_rate"
PERCENT = 100


def chosen_against(here: Page) -> str:
    """Return whom the rate is parted against: a key of `AGAINST` or a comparator's code."""
    known = (*AGAINST, *here.peers)
    return here.selection[AGAINST_PARAMETER] if here.selection[AGAINST_PARAMETER] in known else AGAINST[0]


def against_name(here: Page, against: str) -> str:
    """Return the name of whom the rate is compared with."""
    if against == "nation":
        return decomposition_words.AGAINST_NATION
    if against == "prefecture":
        return here.prefecture_label
    return decomposition_words.pooled(len(here.peers)) if against == "peers" else here.label(against)


def _codes(here: Page, against: str) -> tuple[str, ...]:
    if against == "nation":
        return (NATION,)
    if against == "prefecture":
        return (prefecture_of(here.own),)
    return here.peers if against == "peers" else (against,)


def decomposition(here: Page, against: str) -> Decomposed:
    """Return the difference of the rates in parts, or why there are none."""
    return here.cached("choice", f"decomposed {against}", lambda: _result(here, against))


def decomposition_block(here: Page) -> Block | None:
    """Return the difference in parts, None where there is nothing to part."""
    against = chosen_against(here)
    if against == "peers" and not here.peers:
        return None
    result = decomposition(here, against)
    if result.reason:
        return None
    return here.view("decomposition", against, lambda: _block(here, against, result))


def _result(here: Page, against: str) -> Decomposed:
    counts = here.cached(
        "everybody",
        "persons by age",
        lambda: counts_in_year(here.store, [*CERTIFIED, *INSURED], here.loaded.latest[RATE]),
    )
    return decomposed(counts, insurer_codes(here), here.own, _codes(here, against))


def reversals(here: Page) -> list[str]:
    """Return beside whom the own rate is the other way round in every age band."""
    found: dict[str, list[str]] = {}
    for against in ("nation", "prefecture", *here.peers):
        way = decomposition(here, against).reversal
        if way:
            found.setdefault(way, []).append(against_name(here, against))
    return [
        decomposition_words.reversed_rate(here.own_label, sentences.listed(names, 5), way, here=False)
        for way, names in found.items()
    ]


def _block(here: Page, against: str, result: Decomposed) -> Block:
    parts = result.parts
    if parts is None:  # a reason was said instead
        raise AssertionError
    other = against_name(here, against)
    year = here.loaded.latest[RATE]
    total, structure, rates = parts.difference, float(parts.structure.sum()), float(parts.rates.sum())
    certified = float(result.own.certified.sum())
    notes = [
        decomposition_words.in_persons(other, certified - result.persons(rates), certified),
        decomposition_words.chance(*parts.rates_limits()),
        decomposition_words.NOT_GOOD_OR_BAD,
        decomposition_words.METHOD_NOTE,
    ]
    if result.reversal:
        notes.insert(0, decomposition_words.reversed_rate(here.own_label, other, result.reversal))
    if result.few:
        notes.insert(0, decomposition_words.few(result.few))
    notes[:0] = insured_note(here)
    insurer = here.loaded.insurers.get(here.own)
    if insurer:
        notes.insert(0, decomposition_words.OWN_INSURER.format(own=here.own_label, insurer=insurer))
    if result.other.left_out:
        names = sentences.listed([here.label(code) for code in result.other.left_out], 5)
        notes.append(decomposition_words.LEFT_OUT.format(names=names))
    if decomposition_words.is_rounded(total, structure, rates):
        notes.append(decomposition_words.ROUNDED)
    in_chart = decomposition_words.AGAINST_PEERS_SHORT if against == "peers" else other
    return Block(
        key=f"decomposition_{here.own}_{against}",
        finding=decomposition_words.difference(here.own_label, other, total, structure, rates),
        subtitle=decomposition_words.SUBTITLE.format(year=era_year(year, fiscal=True)),
        chart=waterfall(result.steps(), here.own_label, in_chart),
        staged=lambda height_px: [waterfall(result.steps(), here.own_label, in_chart, height_px)],
        table=_table(here, other, result),
        file=partial(_file, result),
        origins=origins_of(here, dict.fromkeys((*CERTIFIED, *INSURED), (year,))),
        notes=(*notes, words.CARE_NEED_DATE.format(date=era_year(year, fiscal=True))),
        plot=lambda: decomposition_plot(result.steps(), here.own_label, in_chart),
        indicators=(RATE,),
        what=decomposition_words.WHAT.format(year=era_year(year, fiscal=True)),
    )


def _figures(result: Decomposed) -> list[dict[str, float | str]]:
    points = {(row["part"], row["band"]): row for row in result.steps()}
    sides = (result.own, result.other)
    rows: list[dict[str, float | str]] = []
    for place, band in enumerate(BANDS):
        shares = [side.insured[place] / side.insured.sum() * PERCENT for side in sides]
        of_band = [side.certified[place] / side.insured[place] * PERCENT for side in sides]
        by_rate = points["rates", band]
        rows.append(
            {
                "band": decomposition_words.BAND[band],
                "own_share": shares[0],
                "other_share": shares[1],
                "own_rate": of_band[0],
                "other_rate": of_band[1],
                "structure": points[STRUCTURE, band]["points"],
                "rates": by_rate["points"],
                "persons": by_rate["persons"],
            }
        )
    added = {name: sum(float(row[name]) for row in rows) for name in ("structure", "rates", "persons")}
    crude = [float(side.certified.sum() / side.insured.sum() * PERCENT) for side in sides]
    whole: dict[str, float | str] = {"band": decomposition_words.ALL_BANDS}
    whole |= {"own_share": 100.0, "other_share": 100.0, "own_rate": crude[0], "other_rate": crude[1]} | added
    return [*rows, whole]


def _table(here: Page, other: str, result: Decomposed) -> Table:
    return Table(
        columns=list(decomposition_words.COLUMN.values()),
        rows=[[_cell(name, row[name]) for name in decomposition_words.COLUMN] for row in _figures(result)],
        numeric=frozenset(range(1, len(decomposition_words.COLUMN))),
        own_columns=frozenset({1, 3}),
        caption=decomposition_words.CAPTION.format(own=here.own_label, other=other),
    )


def _cell(name: str, figure: float | str) -> Cell | str:
    if isinstance(figure, str):
        return figure
    if name in {"structure", "rates", "persons"}:
        return number_cell(figure, 0 if name == "persons" else 1, style="signed")
    return number_cell(figure, 1)


def _file(result: Decomposed) -> FileTable:
    figures = pd.DataFrame(_figures(result))
    for name, side in (("own", result.own), ("other", result.other)):
        for label, values in (("certified", side.certified), ("insured", side.insured)):
            figures[f"{name}_{label}"] = [*values, values.sum()]
    return file_table(figures, decomposition_words.COLUMN | decomposition_words.PERSONS_COLUMN)
