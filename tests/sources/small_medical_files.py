"""Small files of medical institutions and answers of the e-Stat API, in the layouts of their publishers."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

from small_files import MUNICIPALITIES, write

if TYPE_CHECKING:
    from pathlib import Path

HOSPITALS = "01-1_hospital_facility_info_20250601"
BEDS = ["一般病床", "療養病床", "療養病床のうち医療保険適用", "療養病床のうち介護保険適用"]
BEDS += ["精神病床", "結核病床", "感染症病床", "合計病床数"]
COLUMNS = ["ID", "正式名称", "正式名称（フリガナ）", "機関区分", "都道府県コード", "市区町村コード", "所在地"]
COLUMNS += ["所在地座標（緯度）", "所在地座標（経度）", "案内用ホームページアドレス", "祝日に休診"]
PHARMACY_COLUMNS = ["ID", "名称", "フリガナ", "都道府県コード", "市区町村コード", "所在地"]
PHARMACY_COLUMNS += ["所在地座標（緯度）", "所在地座標（経度）", "月_開店時間帯1_開始時間"]
POINT_COLUMNS = [
    "municipality",
    "kind",
    "name_ja",
    "address_ja",
    "latitude",
    "longitude",
    "position",
    "beds_total",
]


def hospital(**cells: str) -> dict[str, str]:
    """One hospital of 100 general and 20 psychiatric beds in the middle of Kawagoe, some cells changed."""
    row = dict.fromkeys([*COLUMNS, *BEDS], "") | {
        "ID": "1111100001",
        "正式名称": "川越の病院",
        "機関区分": "1",
        "都道府県コード": "11",
        "市区町村コード": "201",
        "所在地": "埼玉県川越市1-1",
        "所在地座標（緯度）": "35.9",
        "所在地座標（経度）": "139.4",
        "一般病床": "100",
        "精神病床": "20",
        "合計病床数": "120",
    }
    return row | cells


def hospitals_everywhere(each: int = 2) -> list[dict[str, str]]:
    return [
        hospital(
            ID=f"{code}{number:05}",
            都道府県コード=code[:2],
            市区町村コード=code[2:],
            所在地=prefecture + name,
            **{"所在地座標（緯度）": str(latitude), "所在地座標（経度）": str(longitude)},
        )
        for code, (prefecture, name, _, latitude, longitude) in MUNICIPALITIES.items()
        for number in range(each)
    ]


def medical_text(rows: list[dict[str, str]], columns: list[str]) -> str:
    lines = [columns, *([row.get(column, "") for column in columns] for row in rows)]
    return "".join(",".join(f'"{cell}"' for cell in line) + "\r\n" for line in lines)


def medical_file(
    folder: Path, rows: list[dict[str, str]], name: str = f"{HOSPITALS}.csv", columns: list[str] | None = None
) -> Path:
    return write(folder / name, medical_text(rows, columns or [*COLUMNS, *BEDS]), "utf-8-sig")


def zip_file(folder: Path, name: str, members: dict[str, bytes]) -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return path


def points_file(folder: Path, rows: list[str]) -> Path:
    return write(folder / "medical_facilities.csv", "\n".join([",".join(POINT_COLUMNS), *rows, ""]))


def answer(
    values: list[dict[str, str]],
    table: str = "0000020209",
    total: int | None = None,
    first: int = 1,
    following: int | None = None,
    classes: dict[str, list[str]] | None = None,
) -> dict[str, object]:
    """An answer of getStatsData, where one thing is an object and several are a list."""

    def one_or_many(things: list[dict[str, str]]) -> object:
        return things[0] if len(things) == 1 else things

    explained = classes or {
        name[1:]: sorted({value[name] for value in values})
        for name in (values[0] if values else {})
        if name not in {"$", "@unit"}
    }
    position: dict[str, int] = {
        "TOTAL_NUMBER": len(values) if total is None else total,
        "FROM_NUMBER": first,
        "TO_NUMBER": first + len(values) - 1,
    }
    return {
        "GET_STATS_DATA": {
            "RESULT": {"STATUS": 0, "ERROR_MSG": "正常に終了しました。"},
            "STATISTICAL_DATA": {
                "RESULT_INF": position | ({} if following is None else {"NEXT_KEY": following}),
                "TABLE_INF": {"@id": table, "UPDATED_DATE": "2026-02-27"},
                "CLASS_INF": {
                    "CLASS_OBJ": [
                        {
                            "@id": name,
                            "CLASS": one_or_many([{"@code": code, "@name": code} for code in codes]),
                        }
                        for name, codes in explained.items()
                    ]
                },
                "DATA_INF": {
                    "NOTE": {"@char": "-", "$": "計数のない場合"},
                    "VALUE": one_or_many(values),
                },
            },
        }
    }


def value(
    area: str, figure: str, item: str = "I510120", time: str = "2024100000", **more: str
) -> dict[str, str]:
    begin = {"@tab": "00001", "@cat01": item, "@area": area, "@time": time, "@unit": "施設", "$": figure}
    return begin | {f"@{name}": code for name, code in more.items()}


def answer_file(folder: Path, content: object, name: str = "answer.json") -> Path:
    return write(folder / name, json.dumps(content, ensure_ascii=False, indent=1))
