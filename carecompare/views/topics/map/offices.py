"""The map of the own municipality's offices and hospitals, and the lists under it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from carecompare.maps import MOST_NAMED, camera, place_map, window
from carecompare.store import offices
from carecompare.text import words
from carecompare.text.format import date, number
from carecompare.text.topics import map_words
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block
from carecompare.views.base.file_columns import file_table
from carecompare.views.base.origins import origins_of
from carecompare.views.base.table import Table
from carecompare.views.topics.map.files import boundary_origin

if TYPE_CHECKING:
    import pandas as pd

    from carecompare.file_tables import FileTable
    from carecompare.maps.deck import Deck
    from carecompare.views.base.here import Page
    from carecompare.views.topics.map.files import Outlines


HEIGHT_PX, FITTED_PX = 560, 430
PART_ROWS = 100
DRAWN = ("published", "town_point")
APPROXIMATE = "town_point"
# Told apart by colour-blind eyes; the signs of the fields are told apart by all.
COLORS = {
    "■": "#0067A5",
    "●": "#B34700",
    "▲": "#00735C",
    "◆": "#6A3D9A",
    "★": "#8A6D00",
    "◇": "#3B4252",
}


@dataclass(frozen=True)
class _Offices:
    block: Block
    missing: Table | None
    rows: pd.DataFrame
    deck: Deck | None
    legend: str
    notes: tuple[str, ...]


def labelled_offices(here: Page, municipality: str, field: str = "") -> pd.DataFrame:
    """Return the offices of a municipality with the words of their services.

    Parameters
    ----------
    here : Page
        The page.
    municipality : str
        Code.
    field : str
        Only those of one field; empty for all.

    Returns
    -------
    DataFrame
        OFFICES with ``field``, ``service_ja``, ``drawn`` and ``approximate``, in the catalogue's order of
        services.
    """
    facilities, services = here.catalog.facilities, here.catalog.services
    labels = {each.id: each.short_ja for each in facilities.values()}
    labels |= {each.number: each.label_ja for each in services.values()}
    fields = {each.id: each.field for each in facilities.values()}
    fields |= {each.number: each.field for each in services.values()}
    order = {service: place for place, service in enumerate(labels)}
    found = offices(here.store, municipality)
    rows = found.assign(
        service_ja=[labels.get(each, each) for each in found["service"]],
        field=[fields.get(each) or map_words.OTHER_FIELD for each in found["service"]],
        drawn=found["position_status"].isin(DRAWN),
        approximate=found["position_status"] == APPROXIMATE,
        place=[order.get(each, len(order)) for each in found["service"]],
    ).sort_values(["place", "office"], kind="stable", ignore_index=True)
    return rows.loc[rows["field"] == field].reset_index(drop=True) if field else rows


def office_kinds(here: Page) -> dict[str, tuple[str, str]]:
    """Return the sign and the colour of each field."""
    return {name: (each.symbol, COLORS[each.symbol]) for name, each in here.catalog.fields.items()}


def office_legend(rows: pd.DataFrame, kinds: dict[str, tuple[str, str]]) -> str:
    """Return which sign stands for which field, as HTML."""
    drawn = rows.loc[rows["drawn"]]
    counts = Counter(drawn["field"].tolist())
    signs = []
    for field, count in counts.items():
        sign, color = kinds[field]
        shown = f"<span style='color:{color}'>{escape(sign)}</span>"
        signs.append(map_words.OFFICE_LEGEND.format(sign=shown, field=escape(field), count=number(count)))
    hollow = [escape(map_words.OFFICE_LEGEND_HOLLOW)] if drawn["approximate"].any() else []
    together = map_words.GAP.join([*signs, *hollow])
    return f"<p class='cc-note'>{together}</p>" if signs else ""


def office_source(here: Page, rows: pd.DataFrame) -> dict[str, list[int]]:
    """Return the counts that offices were counted into, with their years."""
    counts = (f"care_offices_{each}" for each in rows["service"].unique())
    return {count: [origin.year for origin in here.loaded.origins.get(count, [])] for count in counts}


def offices_shown(here: Page, known: Outlines | None, field: str) -> _Offices:
    """Return the map of offices and hospitals in the own municipality with their lists."""
    rows = labelled_offices(here, here.own, field)
    kinds = office_kinds(here)
    deck = None
    if known is not None and here.own in known.shapes:
        shape = known.shapes[here.own]
        view = camera(window([shape]), FITTED_PX, HEIGHT_PX)
        deck = place_map(shape, rows.loc[rows["drawn"]], kinds, view, known.around(here.own, view))
    drawn = int(rows["drawn"].sum())
    remarks = [map_words.ONE_OFFICE_SEVERAL]
    if drawn > MOST_NAMED:
        remarks.append(map_words.NAMES_LEFT_OUT)
    absent = [
        each.short_ja
        for each in here.catalog.services.values()
        if each.not_collected_ja and (not field or each.field == field)
    ]
    if absent:
        remarks.append(f"{words.NOT_COLLECTED_LIST}{'、'.join(absent)}")
    return _Offices(
        block=_block(here, rows, field),
        missing=_missing(rows),
        rows=rows,
        deck=deck,
        legend=office_legend(rows, kinds),
        notes=tuple(remarks),
    )


def _block(here: Page, rows: pd.DataFrame, field: str) -> Block:
    table = []
    for _, members in rows.groupby("place", sort=True):
        drawn = int(members["drawn"].sum())
        table.append(
            (
                members["service_ja"].iloc[0],
                number_cell(len(members)),
                number_cell(drawn),
                number_cell(len(members) - drawn),
                date(str(members["as_of"].max())),
            )
        )
    drawn = int(rows["drawn"].sum())
    return Block(
        key=f"offices_{here.own}_{field or 'all'}",
        finding=map_words.offices_finding(here.own_label, drawn, len(rows) - drawn),
        subtitle="",
        table=Table(
            columns=map_words.OFFICE_COLUMNS,
            rows=table,
            numeric=frozenset({1, 2, 3, 4}),
            caption=map_words.OFFICE_TABLE,
        ),
        file=lambda: _file(rows),
        origins=(*origins_of(here, office_source(here, rows)), boundary_origin(here)),
    )


def _file(rows: pd.DataFrame) -> FileTable:
    positions = [map_words.POSITION.get(each, each) for each in rows["position_status"]]
    shown = rows.assign(position=positions)[list(map_words.FILE_COLUMNS)]
    return file_table(shown, map_words.FILE_COLUMNS)


def _missing(rows: pd.DataFrame) -> Table | None:
    left_out = rows.loc[~rows["drawn"]]
    if left_out.empty:
        return None
    return Table(
        columns=map_words.NOT_DRAWN_COLUMNS,
        rows=[
            (name, service, map_words.POSITION.get(status, status))
            for name, service, status in zip(
                left_out["name_ja"], left_out["service_ja"], left_out["position_status"], strict=True
            )
        ],
    )
