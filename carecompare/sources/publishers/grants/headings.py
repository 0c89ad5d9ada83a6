"""What heads the columns of the table of the incentive grants: found by words, never by their place.

A heading stands only in the first cell of the columns it is over. It is carried to the right level by level,
and a new heading ends all that are below it: else the ④ of one indicator would run into the next.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carecompare.cells import LONGEST_SHOWN
from carecompare.errors import SourceError
from carecompare.sources.publishers.grants.columns import GOALS, HeadedItem, Headings, letters
from carecompare.sources.publishers.ltci_sheet import compact

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    import pandas as pd


MOST_ROWS, MOST_COLUMNS = 30, 40
FEWEST_STATISTICS = 4
ROMAN = {number: letters for letters, number in GOALS.items()}
OUTCOME_GOAL = 4


def read_headings(file: str, sheet: str, cells: pd.DataFrame, words: Mapping[str, Any]) -> Headings:
    """Find the columns of a table.

    Parameters
    ----------
    file, sheet : str
        Named in errors.
    cells : DataFrame
        The sheet as text; row and column are counted from 0 here.
    words : mapping
        Of the layout.

    Returns
    -------
    Headings
        Complete.

    Raises
    ------
    SourceError
        All that is wrong with the headings in one error.
    """
    above = [[compact(cell) for cell in row] for row in cells.iloc[:MOST_ROWS].to_numpy().tolist()]
    statistics = _statistics(above, words)
    if words["points"] not in statistics:
        raise SourceError("grant_labels_missing", file=file, sheet=sheet, expected=words["points"])
    first, last = min(statistics.values()), max(statistics.values())
    heads = above[:first]
    top = next((number for number, row in enumerate(heads) if first_column(row, words) >= 0), -1)
    levels = words["levels"]
    if top < 0 or first - top != len(levels):
        raise SourceError(
            "grant_levels_wrong", file=file, sheet=sheet, found=max(first - top, 0), expected=len(levels)
        )
    first_item = first_column(heads[top], words)
    totals, rank, problems = _totals(heads, first_item, words)
    points = above[statistics[words["points"]]]
    items = [] if problems else list(_items(heads[top:], points, first_item, totals, words, problems))
    leading = _leading(heads, first_item, words)
    if "serial" not in leading:
        problems.append(SourceError("column_missing", column=words["serial"]))
    if problems:
        raise SourceError("grant_table_wrong", file=file, sheet=sheet, problems=tuple(problems))
    mean = statistics.get(words["mean"])
    return Headings(
        first_item,
        first,
        last,
        tuple(items),
        totals,
        {name: int(points[column]) for name, column in totals.items() if points[column].isdigit()},
        rank,
        leading,
        {} if mean is None else {name: above[mean][column] for name, column in totals.items()},
    )


def _statistics(above: list[list[str]], words: Mapping[str, Any]) -> dict[str, int]:
    """Return the row of each statistic, in the one column that names most of them."""
    best: dict[str, int] = {}
    for column in range(min(MOST_COLUMNS, max(map(len, above), default=0))):
        found: dict[str, int] = {}
        for number, row in enumerate(above):
            if column < len(row) and row[column] in words["statistics"]:
                found.setdefault(row[column], number)
        best = max(best, found, key=len)
    return best if len(best) >= FEWEST_STATISTICS else {}


def first_column(row: list[str], words: Mapping[str, Any]) -> int:
    """Return the first column headed by the first fund alone: the title of the table names both."""
    first, *others = (fund["name"] for fund in words["funds"].values())
    return next(
        (
            column
            for column, cell in enumerate(row)
            if cell.startswith(first) and not any(other in cell for other in others)
        ),
        -1,
    )


def _totals(
    heads: list[list[str]], first_item: int, words: Mapping[str, Any]
) -> tuple[dict[str, int], int, list[SourceError]]:
    """Return the columns of all totals, that of the rank, and what is wrong with them."""
    captions: dict[int, set[str]] = {}
    for row in heads:
        for column, cell in enumerate(row):
            if cell and column >= first_item:
                captions.setdefault(column, set()).add(cell)
    totals: dict[str, int] = {}
    problems: list[SourceError] = []
    begin = first_item
    for name, caption, after in _wanted(words):
        start = totals.get(after, begin - 1) + 1
        column = next((each for each in sorted(captions) if each >= start and caption in captions[each]), -1)
        if column < 0:
            problems.append(SourceError("column_missing", column=caption))
        else:
            totals[name] = column
    order = list(totals.values())
    if not problems and order != sorted(order):
        problems.append(SourceError("grant_totals_out_of_order"))
    grand = totals.get("total", -1)
    is_rank = (each for each in sorted(captions) if each > grand >= 0)
    rank = next((each for each in is_rank if any(words["rank"] in cell for cell in captions[each])), -1)
    return totals, rank, problems


def _wanted(words: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield name and caption of every total in the order of the table, and after which it is looked for."""
    before = ""
    for fund, said in words["funds"].items():
        for goal in GOALS.values():
            for grouping, group in words["groups"].items():
                if group["total"] and goal != OUTCOME_GOAL:
                    name = f"{fund}_goal_{goal}_{grouping}"
                    yield name, f"{ROMAN[goal]}{group['total']}", before
                    before = name
            yield f"{fund}_goal_{goal}", words["goal_total"].format(goal=ROMAN[goal]), before
            before = f"{fund}_goal_{goal}"
        yield fund, said["total"], before
        before = fund
    yield "total", words["total"], before


def _items(
    heads: list[list[str]],
    points: list[str],
    first_item: int,
    totals: Mapping[str, int],
    words: Mapping[str, Any],
    problems: list[SourceError],
) -> Iterator[HeadedItem]:
    sums = set(totals.values())
    held = [""] * len(words["levels"])
    known: set[tuple[object, ...]] = set()
    for column in range(first_item, totals["total"]):
        if column in sums:
            continue
        for level, row in enumerate(heads):
            if column < len(row) and row[column]:
                held[level:] = [row[column]] + [""] * (len(held) - level - 1)
        said = dict(zip(words["levels"], held, strict=True))
        funds = (name for name, each in words["funds"].items() if said["fund"].startswith(each["name"]))
        groups = (name for name, each in words["groups"].items() if each["word"] in said["group"])
        fund, grouping = next(funds, ""), next(groups, "")
        goal = re.match(words["goal"], said["goal"])
        worth = points[column] if column < len(points) else ""
        if not (fund and goal and grouping and said["name"] and said["number"]):
            problems.append(SourceError("grant_heading_wrong", column=letters(column), found=_joined(held)))
        elif not worth.isdigit():
            at = {"row": words["points"], "column": letters(column)}
            problems.append(SourceError("cell_not_number", **at, found=worth[:LONGEST_SHOWN]))
        else:
            item = HeadedItem(
                len(known),
                fund,
                GOALS[goal[1]],
                said["goal"],
                grouping,
                said["number"],
                said["name"],
                said["branch"],
                said["sub"],
                int(worth),
                column,
            )
            if item.place in known:
                problems.append(SourceError("grant_item_twice", column=letters(column), found=_joined(held)))
            known.add(item.place)
            yield item


def _joined(held: list[str]) -> str:
    return " ".join(each for each in held if each)[:LONGEST_SHOWN]


def _leading(heads: list[list[str]], first_item: int, words: Mapping[str, Any]) -> dict[str, int]:
    """Return the columns in front by their captions; those of last year's result are none of them."""
    found: dict[str, int] = {}
    for row in heads:
        for column, cell in enumerate(row[:first_item]):
            if not cell or re.match(words["previous"], cell):
                continue
            for name in ("serial", "insurer_number", "insured", "size_class", "depopulated"):
                if cell.startswith(words[name]):
                    found.setdefault(name, column)
    return found
