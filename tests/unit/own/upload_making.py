"""Uploads as people make them: the same figures in any layout, writing, order and encoding."""

from __future__ import annotations

import csv
import io
import math
import re
import string
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import xlsxwriter

from carecompare.own import OwnFigure
from carecompare.text.own.own_upload_words import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from carecompare.own.uploads.known import Known

OWN_ITEMS = {"own:通いの場": "か所", "own:見守り協力員 <b>": "人", "own:=SUM(A1)": "件"}
AREAS = {"": ("", "15202", "長岡市", "新潟県長岡市"), "a1": ("北部圏域",), "a2": ("栃尾（旧栃尾市）",)}
TRICKS = (
    "=1+1",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    "![x](http://example.org/x.png)",
    "+81",
    '"',
    "改\n行",
    ",;\t",
)
WIDE = str.maketrans(string.digits + ".,-", "０１２３４５６７８９．，－")
ENCODINGS = ("utf-8-sig", "utf-8", "cp932", "utf-16")
DELIMITERS = (",", "\t", ";")


LETTERS = "あ亜ア髙﨑𠮷葛󠄀ｶﾞ①㈱Ａｂ１2 　=+-@,;\t\"'<>&|!()[]{}\\/％△…é😀\n"
Key = tuple[str, str, int]


@dataclass(frozen=True)
class Upload:
    """A file and what it holds."""

    content: bytes
    name: str
    figures: dict[Key, OwnFigure]


def value_of(chance: Random, known: Known, item: str) -> float:
    """Return a value the item may have, as exact as people write them."""
    indicator = known.indicators.get(item)
    if indicator is None or indicator.kind in {"amount", "change", "published"}:
        return chance.choice((chance.randint(-9_999_999, 999_999_999), chance.randint(0, 99_999) / 10))
    if indicator.kind == "proportion":
        return chance.randint(0, 100_000) / 1_000
    return chance.randint(0, 9_999_999) / 100


def written_value(chance: Random, value: float, unit: str) -> str:
    """Return one of the ways to write a number."""
    whole = float(value).is_integer()
    size = f"{abs(value):.0f}" if whole else repr(abs(value))
    grouped = f"{abs(value):,.0f}" if whole else f"{int(abs(value)):,}{size[size.index('.') :]}"
    sign = chance.choice(("-", "△", "▲", "−", "－")) if value < 0 else ""
    text = sign + chance.choice((size, grouped))
    counter = unit.partition("／")[0]
    return chance.choice((text, text, text.translate(WIDE), f" {text} ", text + counter, f"{text} {counter}"))


def written_year(chance: Random, year: int) -> str:
    """Return one of the ways to write a year."""
    forms = [f"{year}", f"{year}年", f"{year}年度", f"{year}".translate(WIDE), f"{year}.0"]
    forms += [f"{year}/10/1", f"{year}-10-01 00:00:00", f"{year}年10月1日", f"10/1/{year}", f"{year}年度末"]
    forms += [f"{year + 1}年3月末時点", f"{year + 1}/3/31現在", f"FY{year}"]
    for era, letter, zeroth in (("令和", "R", 2018), ("平成", "H", 1988), ("昭和", "S", 1925)):
        if year > zeroth:
            count = "元" if year - zeroth == 1 else str(year - zeroth)
            forms += [
                f"{era}{count}年",
                f"{era}{count}年度",
                f"{era}{count}".translate(WIDE),
                f"{letter}{count}",
                f"{era}{count}({year})年",
                f"{era}{count}年（{year}年）",
                f"{year}（{era}{count}）年度",
                f"{era}{count}年度末",
                f"{letter}{count}.10.1",
            ]
            forms += [f"{letter.lower()}{count}年度", f"{letter}.{count}"]
    return chance.choice(forms)


def written_item(chance: Random, known: Known, item: str) -> str:
    """Return one of the names of an item that mean it and no other."""
    indicator = known.indicators.get(item)
    if indicator is None:
        name = item.removeprefix("own:")
        return chance.choice((f"独自：{name}", f"独自: {name}", f"own:{name}"))
    names = [
        indicator.id,
        indicator.label_ja,
        indicator.label_en,
        indicator.name_ja,
        indicator.label_en.upper(),
    ]
    names.append(f"{indicator.label_ja}（{indicator.unit_ja}）")
    return chance.choice([name for name in names if known.indicator_of(name) == item])


def written_heading(chance: Random, role: str) -> str:
    """Return one of the ways to head a column."""
    name = chance.choice(HEADINGS[role])
    return chance.choice((name, name.upper(), f" {name} ", f"{name}（必ず）", f"{name[0]} {name[1:]}"))


def note(chance: Random) -> str:
    """Return a remark: often none, often one that would do harm if it ran."""
    made = "".join(chance.choices(LETTERS, k=chance.randint(0, 30)))
    return chance.choice(("", made, chance.choice(TRICKS))).lstrip(" \u3000\t\n'").rstrip()


def figures_of(chance: Random, known: Known, *, plain: bool) -> dict[Key, OwnFigure]:
    """Return figures, each place, item and year once; plain ones without remarks."""
    own_items = [each for each in OWN_ITEMS if not plain or each in known.own_items]
    items = [*known.indicators, *own_items * 9]
    found = {}
    for _ in range(chance.randint(1, 15)):
        key = (chance.choice(sorted(AREAS)), chance.choice(items), chance.randint(1926, 2060))
        texts = ("", "") if plain else (note(chance), note(chance))
        found[key] = OwnFigure(*key, value_of(chance, known, key[1]), *texts)
    return found


def upload(chance: Random, known: Known) -> Upload:
    """Return a file that is right, however it was made."""
    layout = chance.choice(("long", "years", "items"))
    figures = figures_of(chance, known, plain=layout != "long")
    table = (
        long_table(chance, known, figures) if layout == "long" else wide_table(chance, known, figures, layout)
    )
    above = [[f"資料 {number}"] for number in range(chance.randint(0, 3))]
    name, content = written_file(chance, [*above, *table])
    return Upload(content, name, figures)


def long_table(chance: Random, known: Known, figures: dict[Key, OwnFigure]) -> list[list[str]]:
    """Return one row per figure, the columns in any order, empty rows and strange columns between."""
    roles = ["item", "year", "value", "unit", "place", "note", "source", "", "ignored"]
    chance.shuffle(roles)
    table = [[written_heading(chance, role) if role else "担当者" for role in roles]]
    for figure in figures.values():
        if chance.random() < 0.3:
            table.append([""] * chance.randint(0, len(roles)))
        indicator = known.indicators.get(figure.item)
        unit = indicator.unit_ja if indicator else OWN_ITEMS[figure.item]
        cells = {
            "item": written_item(chance, known, figure.item),
            "year": written_year(chance, figure.year),
            "value": written_value(chance, figure.value, unit),
            "unit": chance.choice(("", unit, unit.partition("／")[0]) if indicator else (unit,)),
            "place": chance.choice(AREAS[figure.place]),
            "note": figure.note,
            "source": figure.source,
            "": "佐藤",
            "ignored": "999",
        }
        table.append([cells[role] for role in roles])
    return table


def wide_table(chance: Random, known: Known, figures: dict[Key, OwnFigure], layout: str) -> list[list[str]]:
    """Return years or items side by side."""
    across, down = (2, 1) if layout == "years" else (1, 2)
    columns = list(dict.fromkeys(key[across] for key in figures))
    lines = list(dict.fromkeys((key[0], key[down]) for key in figures))
    units = OWN_ITEMS | {each.id: each.unit_ja for each in known.indicators.values()}

    def written(part: int, member: Any) -> str:
        return written_year(chance, member) if part == 2 else written_item(chance, known, member)

    first = written_heading(chance, "item" if layout == "years" else "year")
    table = [[written_heading(chance, "place"), first, *(written(across, each) for each in columns)]]
    for place, member in lines:
        line = [chance.choice(AREAS[place]), written(down, member)]
        for column in columns:
            figure = figures.get((place, member, column) if down == 1 else (place, column, member))
            empty = chance.choice(("", "-", "…", "－"))
            line.append(written_value(chance, figure.value, units[figure.item]) if figure else empty)
        table.append(line)
    return table


def written_file(chance: Random, table: Sequence[Sequence[str]]) -> tuple[str, bytes]:
    """Return the table as a file."""
    if chance.random() < 0.4:
        return "own.xlsx", workbook(table, numbers=chance.random() < 0.5)
    return "own.csv", text_file(table, chance.choice(ENCODINGS), chance.choice(DELIMITERS))


def text_file(table: Sequence[Sequence[str]], encoding: str = "utf-8-sig", delimiter: str = ",") -> bytes:
    """Return a table as text; what the encoding does not hold makes it UTF-8."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(table)
    try:
        return stream.getvalue().encode(encoding)
    except UnicodeEncodeError:
        return stream.getvalue().encode("utf-8-sig")


def workbook(table: Sequence[Sequence[str]], *, numbers: bool = False) -> bytes:
    """Return a table as a workbook; with ``numbers`` what is a plain number is stored as one."""
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(stream, options) as book:
        book.add_worksheet("はじめに").write_string(0, 0, "この表は…")
        sheet = book.add_worksheet("数")
        for line, row in enumerate(table):
            for column, cell in enumerate(row):
                value = _plain_number(cell) if numbers else math.nan
                if math.isnan(value):
                    sheet.write_string(line, column, cell)
                else:
                    sheet.write_number(line, column, value)
    return stream.getvalue()


def _plain_number(cell: str) -> float:
    return float(cell) if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", cell) else math.nan
