"""Small tables of the census as Excel files, in the layout that is known of 2025."""

from __future__ import annotations

from typing import TYPE_CHECKING

from small_files import EMPTIED, MUNICIPALITIES, workbook_file

if TYPE_CHECKING:
    from pathlib import Path

    from small_files import Grid

# Five of each age from 0 to 100 (21 groups) and 5 of unknown age.
EACH, UNKNOWN = 5, 5
AGES = [
    *(f"{n:02}_{5 * n - 5}～{5 * n - 1}歳" for n in range(1, 21)),
    "21_100歳以上",
    "22_年齢「不詳」",
]
TOTALS = ["R1_（再掲）15歳未満", "R2_（再掲）15～64歳", "R3_（再掲）65歳以上"]
ITEMS = ["00_総数", *AGES, *TOTALS]


def residents(each: int = EACH, unknown: int = UNKNOWN) -> list[int]:
    return [21 * each + unknown, *([each] * 21), unknown, 3 * each, 10 * each, 8 * each]


def ages_file(
    folder: Path,
    era: str = "令和７年",
    year: str = "2025",
    basis: str = "【原数値】",
    cells: dict[str, list[int]] | None = None,
    name: str = "b02_07.xlsx",
) -> Path:
    """Table 2-7: ages of both sexes, of men and of Japanese; a ward, and an area of before the mergers."""
    held = dict.fromkeys(MUNICIPALITIES, residents()) | (cells or {})
    sums = {
        area: [sum(column) for column in zip(*rows, strict=True)] for area, rows in _by_whole(held).items()
    }
    rows: Grid = []
    for nationality, sex in (("0_国籍総数", "0_総数"), ("0_国籍総数", "1_男"), ("1_うち日本人", "0_総数")):
        begin = [nationality, sex]
        rows += [[*begin, "a", "", "", "2000", "", area, "全国", *sums[area]] for area in sorted(sums)]
        rows += [
            [
                *begin,
                "2",
                "",
                "",
                "2000",
                "",
                code,
                "市",
                *(figures if code != EMPTIED or sum(figures) else ["-"] * 26),
            ]
            for code, figures in held.items()
        ]
        rows.append([*begin, "0", "", "", "2000", "", "01101", "中央区", *residents()])
        rows.append([*begin, "9", "", "", "2000", "", "13112", "（旧：世田谷区）", *residents(each=1)])
    headings = [
        "国籍総数か日本人", "男女", "地域識別コード", "2000年_都道府県", "2000年_地域コード", "2000年地域",
        f"{year}年_都道府県", f"{year}年_地域コード", "地域名",
    ]  # fmt: skip
    above = [[*[""] * 8, label, *cells_of] for label, cells_of in _labels(ITEMS, "人口", "人")]
    title = [[f"{basis}{era}国勢調査　人口等基本集計"], ["第２－７表　男女，年齢（5歳階級）別人口"], []]
    return workbook_file(folder, name, {"b02_07": [*title, *above, headings, *rows]})


def population_file(folder: Path, name: str = "b01_01.xlsx", *, basis: str = "【原数値】") -> Path:
    """Table 1-1: everybody, and the area as a figure of its own."""
    sums = {area: 110 * len(rows) for area, rows in _by_whole({code: [1] for code in MUNICIPALITIES}).items()}
    headings = [
        "地域識別コード", "2000年_都道府県", "2000年_地域コード", "2000年地域",
        "2025年_都道府県", "2025年_地域コード", "地域名",
    ]  # fmt: skip
    rows: Grid = [
        ["a", "", "", "2000", "", area, f"0001_{area}", total, 9] for area, total in sorted(sums.items())
    ]
    rows += [["2", "", "", "2000", "", int(code), "0002_市", 110, 9] for code in MUNICIPALITIES]
    title = [[f"{basis}令和７年国勢調査　人口等基本集計"], ["第１－１表　人口"], [], []]
    above = [
        [*[""] * 6, "表章項目", "人口", "面積（参考）"],
        [*[""] * 6, "事項名", "男女", ""],
        [*[""] * 6, "項目名", "0_総数", "0_総数"],
        [*[""] * 6, "表章単位", "人", "km2"],
    ]
    return workbook_file(folder, name, {"b01_01": [*title, *above, headings, *rows]})


def families_file(folder: Path, aged: str = "6_うち65歳以上世帯員のいる一般世帯") -> Path:
    """Table 9-1: forty households each, ten of one person, four of one person aged 65 and over."""
    count = len(MUNICIPALITIES)
    wholes = {area: len(rows) for area, rows in _by_whole({code: [1] for code in MUNICIPALITIES}).items()}
    rows: Grid = []
    for family, (every, old) in {"0_総数": (40, 15), "3_単独世帯": (10, 4)}.items():
        for area, times in sorted(wholes.items()):
            rows.append(["a", "", f"{area}_全国", "1", family, every * times, old * times])
        rows += [["2", "", f"{code}_市", "1", family, every, old] for code in MUNICIPALITIES]
    assert count == wholes["00000"]
    headings = ["地域識別コード", "都道府県", "地域名", "階層レベル", "世帯の家族類型"]
    above = [
        [*[""] * 4, "表章項目", "一般世帯数", "一般世帯数"],
        [*[""] * 4, "事項名", "世帯員の年齢", "世帯員の年齢"],
        [*[""] * 4, "項目名", "0_総数", aged],
        [*[""] * 4, "表章単位", "世帯", "世帯"],
    ]
    title = [["【原数値】令和７年国勢調査　人口等基本集計"], ["第９－１表　世帯の家族類型"], []]
    return workbook_file(folder, "b09_01.xlsx", {"b09_01": [*title, *above, headings, *rows]})


def first_counts_file(folder: Path) -> Path:
    rows: Grid = [[] for _ in range(15)]
    rows[0] = ["令和７年国勢調査　人口速報集計"]
    rows[8] = ["", "", "表章項目", "人口"]
    rows[10] = ["", "", "項目名", "0_総数"]
    rows[12] = ["地域識別コード", "都道府県", "地域名"]
    rows[13] = ["a", "00_全国", "00000_全国", 1000]
    return workbook_file(folder, "a01.xlsx", {"a01": rows})


def _labels(items: list[str], counted: str, unit: str) -> list[tuple[str, list[str]]]:
    size = len(items)
    return [
        ("表章項目", [counted] * size),
        ("事項名", ["年齢"] * size),
        ("項目名", items),
        ("階層レベル", ["1"] * size),
        ("表章単位", [unit] * size),
    ]


def _by_whole(held: dict[str, list[int]]) -> dict[str, list[list[int]]]:
    found: dict[str, list[list[int]]] = {}
    for code, row in held.items():
        for area in ("00000", f"{code[:2]}000"):
            found.setdefault(area, []).append(row)
    return found
