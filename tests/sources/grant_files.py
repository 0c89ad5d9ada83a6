"""Workbooks like the national table of the incentive grants, with scores of our own making.

The layout is what public parsers of the publisher's file tell of it; indicators and scores are made up.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from small_files import MUNICIPALITIES, workbook_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PROMOTION, SUPPORT = "保険者機能強化推進交付金", "介護保険保険者努力支援交付金"
ROMAN = ("Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ")
BRANCHES, SUBS = "アイウエオカ", "①②③④⑤"
STATISTICS = (
    "配点",
    "全国合計",
    "平均点",
    "項目平均",
    "平均得点率",
    "中央値",
    "標準偏差",
    "該当市町村数",
    "該当率",
)
SHEET = "全国集計（市町村）"
# Of each group the points of its branches: "4444" is ア to エ of four points; "(22)" are subs of one branch.
FOUR_STEPS = "(5555)(5555)"
OUTCOMES = (FOUR_STEPS, "5555", FOUR_STEPS, "5555", FOUR_STEPS)
GROUPS = {
    (0, 1, 0): ("4444", "4444", "(1111)(1111)(1111)(1111)", "4444"),
    (0, 1, 1): ("3333", "3333", "3333"),
    (0, 2, 0): ("8888", "6(222)888"),
    (0, 2, 1): ("4444", "4444"),
    (0, 3, 0): ("66666", "66(22222)66"),
    (0, 3, 1): ("3333", "3333", "3333"),
    (0, 4, 2): OUTCOMES,
    (1, 1, 0): ("1122", "12(1111)2", "1222", "12112", "1222", "111222", "111112"),
    (1, 1, 1): ("1111", "(1111)(1111)(1111)", "1111", "(1111)(1111)", "1111", "1111", "1111", "1111",
                "(1111)(1111)(1111)1"),
    (1, 2, 0): ("444445", "4555", "5555"),
    (1, 2, 1): ("3333", "3333", "3333"),
    (1, 3, 0): ("56555", "5(222)55", "5655"),
    (1, 3, 1): ("(2222)(2222)", "(2222)(2222)"),
    (1, 4, 2): OUTCOMES,
}  # fmt: skip
# What the earlier years had otherwise, of those that matter for columns.
EARLIER = {
    7: {(1, 1, 0): ("1122", "12(1111)2", "1222", "12112", "1222", "12222", "111112"),
        (1, 2, 0): ("55555", "4555", "5555")},
    6: {(0, 2, 0): ("8888", "(222)(222)888"),
        (1, 1, 0): ("1122", "12(1111)2", "1222", "1222", "1222", "12222", "1222"),
        (1, 2, 0): ("5555", "4555", "55555")},
}  # fmt: skip
GROUP_NAMES = ("（ⅰ）体制・取組指標群", "（ⅱ）活動指標群", "成果指標群")
MAXIMA = {
    (0, 1): (64, 36),
    (0, 2): (68, 32),
    (0, 3): (64, 36),
    (1, 1): (52, 48),
    (1, 2): (64, 36),
    (1, 3): (68, 32),
}
UNION = ("福島県", "双葉広域連合", ("07543", "07546"))


@dataclass(frozen=True)
class Column:
    """One column: its headings from fund to sub, raw and in merged blocks; ``kind`` names a total."""

    kind: str
    fund: int
    goal: int = 0
    group: int = -1
    number: int = 0
    branch: str = ""
    sub: str = ""
    points: int = 0


@dataclass
class Made:
    """A table that is to be written, with everything that a test may change first.

    Parameters
    ----------
    year : int
        Of the era: 8 is 2026.
    body : list of list
        Rows under the statistics.
    """

    year: int = 8
    label_column: int = 6
    heading_rows: int = 18
    leading: int = 14
    sheet: str = SHEET
    title: str = ""
    columns: list[Column] = field(default_factory=list)
    body: list[list[object]] = field(default_factory=list)
    scores: dict[str, list[int]] = field(default_factory=dict)


def columns_of(year: int) -> list[Column]:
    """Return the columns from the first item to the grand total."""
    groups = GROUPS | EARLIER.get(year, {})
    found: list[Column] = []
    for fund in (0, 1):
        for goal in (1, 2, 3, 4):
            kinds = (2,) if goal == 4 else (0, 1)
            for group in kinds:
                for number, pattern in enumerate(groups[fund, goal, group], start=1):
                    found += [
                        Column("", fund, goal, group, number, branch, sub, points)
                        for branch, sub, points in _branches(pattern)
                    ]
            found += [Column("group", fund, goal, group) for group in kinds if goal != 4]
            found.append(Column("goal", fund, goal))
        found.append(Column("fund", fund))
    return [*found, Column("total", 1)]


def _branches(pattern: str) -> list[tuple[str, str, int]]:
    found, branch, inside = [], -1, -1
    for sign in pattern:
        if sign == "(":
            branch, inside = branch + 1, 0
        elif sign == ")":
            inside = -1
        elif inside >= 0:
            found.append((BRANCHES[branch], SUBS[inside], int(sign)))
            inside += 1
        else:
            branch += 1
            found.append((BRANCHES[branch], "", int(sign)))
    return found


def scores_of(columns: Sequence[Column], lot: random.Random, share: float = 0.6) -> list[int]:
    """Return one town's scores of all columns, totals added up; of alternatives only one branch scores."""
    points: list[int] = []
    for column in columns:
        chosen = column.points if lot.random() < share else 0
        # Goal 4 is one set of indicators that stands twice; of two branches the second is not used.
        if column.goal == 4 and column.group == 2 and column.number in {1, 3, 5} and column.branch == "イ":
            chosen = 0
        points.append(chosen)
    return added_up(columns, points)


def added_up(columns: Sequence[Column], points: Sequence[int]) -> list[int]:
    """Return the points with goal 4 repeated and every total made of what it sums up."""
    filled = list(points)
    first = [i for i, each in enumerate(columns) if not each.kind and (each.fund, each.goal) == (0, 4)]
    second = [i for i, each in enumerate(columns) if not each.kind and (each.fund, each.goal) == (1, 4)]
    for one, other in zip(first, second, strict=True):
        filled[other] = filled[one]
    for place, each in enumerate(columns):
        if each.kind:
            filled[place] = sum(
                filled[i] for i, other in enumerate(columns) if not other.kind and _inside(other, each)
            )
    return filled


def _inside(item: Column, total: Column) -> bool:
    if total.kind == "total":
        return True
    same = item.fund == total.fund and total.kind in {"fund", "goal", "group"}
    same = same and (total.kind == "fund" or item.goal == total.goal)
    return same and (total.kind != "group" or item.group == total.group)


def made(
    year: int = 8,
    towns: dict[str, tuple[str, str]] | None = None,
    unions: Sequence[tuple[str, str, Sequence[str]]] = (UNION,),
    *,
    seed: int = 8,
    **layout: object,
) -> Made:
    """Return a table of towns (code to prefecture and name), union members behind the row of their union."""
    table = Made(year, columns=columns_of(year), **layout)  # type: ignore[arg-type] # handed through
    if year == 6 and "leading" not in layout:
        table.leading, table.heading_rows = 12, 17
    known = towns or {code: (prefecture, name) for code, (prefecture, name, *_) in MUNICIPALITIES.items()}
    lot = random.Random(seed)  # noqa: S311 (a lot that can be drawn again)
    members = {code: union for union in unions for code in union[2]}
    for code in known:
        table.scores[code] = scores_of(table.columns, lot, lot.uniform(0.3, 0.9))
    written: set[str] = set()
    serial = 0
    totals = [scores[-1] for scores in table.scores.values()]
    order = sorted(known, key=lambda code: (code[:2], code not in members, code))
    for code in order:
        union = members.get(code)
        if union is not None and union[1] not in written:
            serial += 1
            row = leading(table, serial, union[2][0][:2], union[0], union[1], f"{union[2][0][:2]}{serial:04}")
            table.body.append([*row, *[""] * (len(table.columns) + 1)])
            written.add(union[1])
        serial += 1
        number = "" if union else code + str(serial % 10)
        scores = table.scores[code]
        rank = 1 + sum(total > scores[-1] for total in totals)
        row = leading(table, serial, code[:2], *known[code], number)
        table.body.append([*row, *scores, rank])
    return table


def leading(
    table: Made, serial: int, prefecture: str, prefecture_ja: str, name: str, number: str
) -> list[object]:
    """Return the columns in front: last year's total and rank stand there too, and are never this year's."""
    is_town = name[-1] in "市区町村"
    insured = 900 + 1_000 * (serial % 9) ** 3
    size = 1 + sum(insured >= limit for limit in (3_000, 10_000, 50_000, 100_000))
    cells: list[object] = [serial, int(prefecture), "", number, "", "", prefecture_ja, name]
    cells += [3 * insured, insured, size if is_town else "", "○" if serial % 2 else ""]
    if table.leading > 12:
        cells += [777, 1] if is_town else ["", ""]
    return cells


def grid_of(table: Made) -> list[list[object]]:
    """Return the rows of the sheet: a heading stands only in the first cell of its block."""
    width = table.leading + len(table.columns) + 1
    above: list[list[object]] = [[""] * width for _ in range(table.heading_rows)]
    title = table.title or f"令和{'０１２３４５６７８９'[table.year]}年度{PROMOTION}・{SUPPORT}　評価結果"
    above[0][0] = title
    captions = {
        0: "通し番号",
        1: "都道府県番号",
        3: "保険者番号",
        9: "第１号\n被保険者数",
        10: "区分",
        11: "過疎地域\n該当有無",
    }
    if table.leading > 12:
        captions |= {
            12: f"R{table.year - 1}評価指標　合計得点",
            13: f"R{table.year - 1}評価指標　合計得点順位",
        }
    for column, caption in captions.items():
        above[1][column] = caption
    _headings(table, above)
    first = 8
    for place, word in enumerate(STATISTICS):
        above[first + place][table.label_column] = word
    _statistics(table, above, first)
    return [*above, *table.body]


def _headings(table: Made, above: list[list[object]]) -> None:
    before: tuple[object, ...] = ()
    with_goal = table.year == 6
    for place, each in enumerate(table.columns):
        at = table.leading + place
        if each.kind:
            caption, row = _caption(each)
            above[row][at] = caption
            continue
        path = (each.fund, each.goal, each.group, each.number, each.number, each.branch, each.sub)
        group = (
            GROUP_NAMES[1][3:] if (each.fund, each.goal, each.group) == (1, 2, 1) else GROUP_NAMES[each.group]
        )
        said = (
            (PROMOTION, SUPPORT)[each.fund],
            f"目標{ROMAN[each.goal - 1]}　目標の名前{each.fund}{each.goal}",
            f"目標{ROMAN[each.goal - 1]}ｰ{group}" if with_goal and each.fund == 0 else group,
            each.number,
            f"指標{each.fund}{each.goal}{each.group}の{each.number}",
            each.branch,
            each.sub,
        )
        change = next((i for i in range(7) if path[: i + 1] != before[: i + 1]), 7)
        for level in range(change, 7):
            above[1 + level][at] = said[level]
        before = path
    above[1][table.leading + len(table.columns)] = f"R{table.year}評価指標　今年度順位"


def _caption(each: Column) -> tuple[str, int]:
    """Return the caption of a total and its row: they are scattered, in each fund otherwise."""
    if each.kind == "total":
        return "推進・支援\n合計", 1
    if each.kind == "fund":
        return ("推進合計", "支援合計")[each.fund], 1 + each.fund
    if each.kind == "goal":
        return f"{ROMAN[each.goal - 1]}　合計", (3 if each.goal == 4 else 4) - each.fund
    return f"{ROMAN[each.goal - 1]}（{'ⅰⅱ'[each.group]}）　計", 3


def _statistics(table: Made, above: list[list[object]], first: int) -> None:
    held = list(table.scores.values())
    for place, each in enumerate(table.columns):
        at = table.leading + place
        given = [scores[place] for scores in held]
        maximum = 0
        if each.kind == "group":
            maximum = MAXIMA[each.fund, each.goal][each.group]
        most = each.points or maximum or {"goal": 100, "fund": 400, "total": 800}.get(each.kind, 0)
        above[first][at] = most
        above[first + 1][at] = sum(given)
        above[first + 2][at] = sum(given) / len(given)
        if not each.kind:
            above[first + 7][at] = sum(score > 0 for score in given)
            above[first + 8][at] = sum(score > 0 for score in given) / len(given)


def grant_file(folder: Path, name: str = "001732614.xlsx", table: Made | None = None) -> Path:
    """Write a table with merged headings, as many columns as matter."""
    table = table or made()
    return workbook_file(folder, name, {table.sheet: grid_of(table)}, merged=("A2:A18", "B2:B18"))
