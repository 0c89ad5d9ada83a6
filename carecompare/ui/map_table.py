"""What the map of an indicator says in words and figures: hover, table, file. One formatting for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from carecompare.maps import hover
from carecompare.text import map_words, sentences, words
from carecompare.text.chart_words import silence
from carecompare.text.format import era_year, figure_or_word, interval, number, rank, status_word
from carecompare.ui.html import Table
from carecompare.ui.passport import passport_address

if TYPE_CHECKING:
    from carecompare.catalog import Indicator
    from carecompare.ui.frame import Page

EDGE, AROUND = 3, 4


def finding(here: Page, frame: pd.DataFrame, indicator: Indicator) -> str:
    """Return where the own municipality stands in the nation."""
    own = frame.loc[frame["role"] == "own"].iloc[0]
    figure = sentences.RankedFigure(
        own=here.own_label,
        value=float(own["value"]),
        count=float(own["numerator"]),
        status=str(own["status"]),
        position=float(own["rank"]),
        of=int(own["ranked"]),
        among=map_words.AMONG_NATION,
        reason=str(own["reason"]),
        insurer=here.loaded.insurers.get(here.own, ""),
    )
    return sentences.ranked(indicator, figure)


def cells(frame: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """Return every figure as it is printed: in the table and under the pointer alike.

    Parameters
    ----------
    frame : DataFrame
        From `nationwide`.
    indicator : Indicator
        What is shown.

    Returns
    -------
    DataFrame
        Texts in columns ``value``, ``interval``, ``rank``, ``numerator``, ``denominator``.
    """
    names = ("value", "lower", "upper", "rank", "numerator", "denominator", "method", "status", "reason")
    rows = [dict(zip(names, row, strict=True)) for row in zip(*(frame[name] for name in names), strict=True)]
    return pd.DataFrame(
        [
            (
                figure_or_word(row, indicator) or silence(row["status"], row["reason"]),
                interval(row["lower"], row["upper"], indicator.decimals),
                rank(row["rank"]) or words.NOT_RANKED.get(row["reason"], ""),
                number(row["numerator"]),
                number(row["denominator"]),
            )
            for row in rows
        ],
        columns=["value", "interval", "rank", "numerator", "denominator"],
        index=frame.index,
    )


def hover_text(frame: pd.DataFrame, indicator: Indicator, year: int) -> str:
    """Return the template of what a municipality says when it is pointed at."""
    shown = cells(frame, indicator)
    both = [
        f"{above} ÷ {below}" if above and below else above
        for above, below in zip(shown["numerator"], shown["denominator"], strict=True)
    ]
    of = int(frame["ranked"].max())
    return hover(
        f"{indicator.name_ja}（{indicator.unit_ja}）{era_year(year, fiscal=indicator.fiscal_year)}",
        {
            map_words.HOVER_VALUE: shown["value"].tolist(),
            map_words.HOVER_INTERVAL: shown["interval"].tolist(),
            map_words.HOVER_RANK.format(of=f"{of:,}"): shown["rank"].tolist(),
            map_words.HOVER_PARTS: both,
        },
    )


def national_table(here: Page, frame: pd.DataFrame, indicator: Indicator) -> Table:
    """Return the ends of the national list, what stands around the own municipality, and its comparators."""
    ordered = frame.sort_values("value", ascending=False, na_position="last", kind="stable")
    given = ordered.index[ordered["rank"].notna()]
    place = list(ordered.index).index(frame.index[frame["area"] == here.own][0])
    few = list(here.peers) if len(here.peers) <= 2 * (EDGE + AROUND) else []
    kept = {*given[:EDGE], *given[-EDGE:], *ordered.index[max(0, place - AROUND) : place + AROUND + 1]}
    chosen = ordered.loc[ordered.index.isin(list(kept)) | ordered["area"].isin(few)]
    shown = cells(chosen, indicator)
    column = words.COLUMN
    of = int(frame["ranked"].max())
    return Table(
        columns=[
            column["name"],
            column["value"],
            column["interval"],
            map_words.NATION_RANK.format(of=f"{of:,}"),
            column["numerator"],
            column["denominator"],
        ],
        rows=[
            (name, *row)
            for name, row in zip(chosen["name_ja"], shown.itertuples(index=False, name=None), strict=True)
        ],
        numeric=frozenset({1, 2, 3, 4, 5}),
        own_rows=frozenset(number for number, area in enumerate(chosen["area"]) if area == here.own),
        links={
            (number, 1): passport_address(here, indicator.id, year, area)
            for number, (area, year) in enumerate(zip(chosen["area"], chosen["year"], strict=True))
        },
        caption=map_words.TABLE_CAPTION.format(edge=EDGE, around=AROUND),
    )


def national_file(frame: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """Return every municipality for download, unformatted."""
    column = words.COLUMN
    return pd.DataFrame(
        {
            column["area"]: frame["area"],
            column["name"]: frame["name_ja"],
            column["indicator"]: indicator.label_ja,
            column["unit"]: indicator.unit_ja,
            column["year"]: frame["year"],
            column["value"]: frame["value"],
            column["lower"]: frame["lower"],
            column["upper"]: frame["upper"],
            column["numerator"]: frame["numerator"],
            column["denominator"]: frame["denominator"],
            column["denominator_year"]: frame["denominator_year"].astype("Int64"),
            column["nation_rank"]: frame["rank"].astype("Int64"),
            column["status"]: [status_word(status) for status in frame["status"]],
            column["kind"]: [words.METHODS.get(method, "") for method in frame["method"]],
            column["note"]: [sentences.WITHHELD.get(reason, "") for reason in frame["reason"]],
        }
    )
