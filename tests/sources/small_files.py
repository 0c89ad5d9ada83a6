"""Small files in the layouts of the publishers, for a Japan of eleven municipalities."""

from __future__ import annotations

import json
import re
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from pathlib import Path

# code: prefecture, name, kind, latitude and longitude of the middle of its square (0.2 degrees wide)
MUNICIPALITIES = {
    "01100": ("北海道", "札幌市", "designated_city", 43.0, 141.3),
    "04216": ("宮城県", "富谷市", "city", 38.4, 140.9),
    "07543": ("福島県", "富岡町", "town", 37.3, 141.0),
    "07546": ("福島県", "双葉町", "town", 37.6, 141.0),
    "11201": ("埼玉県", "川越市", "city", 35.9, 139.4),
    "11222": ("埼玉県", "越谷市", "city", 35.9, 139.8),
    "13112": ("東京都", "世田谷区", "special_ward", 35.6, 139.6),
    "22130": ("静岡県", "浜松市", "designated_city", 34.7, 137.7),
    "40231": ("福岡県", "那珂川市", "city", 33.4, 130.4),
    "43212": ("熊本県", "上天草市", "city", 32.5, 130.4),
    "46523": ("鹿児島県", "大和村", "village", 28.3, 129.3),
}
WARDS = {"01101": ("北海道", "札幌市 中央区"), "22131": ("静岡県", "浜松市 中区")}
LIST_HEADER = (
    "municipality,code_with_check_digit,prefecture_ja,name_ja,kana,office_latitude,office_longitude,kind"
)
CHANGES = """date,reason,old_code,old_name_ja,new_code,new_name_ja
2016-10-10,changesToCity,04423,富谷町,04216,富谷市
2018-10-01,changesToCity,40305,那珂川町,40231,那珂川市
2024-01-01,reorganizationOfWards,22131,中区,22138,中央区
1974-04-01,divisionIntoSeveralMunicipalities,11999,旧村,11201,川越市
1974-04-01,divisionIntoSeveralMunicipalities,11999,旧村,11222,越谷市
"""
SSDSE_ITEMS = {
    "A710101": ("2020", "一般世帯数"),
    "A8301": ("2020", "65歳以上世帯員の単独世帯数"),
    "A8201": ("2020", "夫65歳以上、妻60歳以上の夫婦のみの世帯数"),
    "B1101": ("2024", "総面積（北方地域及び竹島を除く）"),
    "B1103": ("2024", "可住地面積"),
    "I510120": ("2023", "一般病院数"),
    "I6100": ("2022", "医師数"),
}
CENSUS_CODES = ("00", "01", "22", "R1", "R2", "R3", "R4", "R5")
CENSUS_LABELS = (
    "総数",
    "0～4歳",
    "年齢「不詳」",
    "（再掲）15歳未満",
    "（再掲）15～64歳",
    "（再掲）65歳以上",
    "（再掲）75歳以上",
    "（再掲）85歳以上",
)
# total, 0-4, unknown, under 15, 15-64, 65+, 75+, 85+
EMPTIED = "07546"
RESIDENTS = ("1,100", "40", "100", "200", "500", "300", "150", "50")
CARE_COLUMNS = [
    "都道府県コード又は市町村コード",
    "No",
    "都道府県名",
    "市区町村名",
    "事業所名",
    "事業所名カナ",
    "サービスの種類",
    "住所",
    "方書（ビル名等）",
    "緯度",
    "経度",
    "電話番号",
    "FAX番号",
    "法人番号",
    "法人の名称",
    "事業所番号",
    "利用可能曜日",
    "利用可能曜日特記事項",
    "定員",
    "URL",
    "高齢者の方と障害者の方が同時一体的に利用できるサービス",
    "介護保険の通常の指定基準を満たしている",
    "障害福祉の通常の指定基準を満たしている",
    "備考",
]
SERVICE_NAMES = {
    "210": "短期入所生活介護",
    "320": "認知症対応型共同生活介護",
    "410": "特定福祉用具販売",
    "510": "介護老人福祉施設",
    "540": "地域密着型介護老人福祉施設入所者生活介護",
}
SCHEMAS = "http://schemas.openxmlformats.org"
MAIN = f"{SCHEMAS}/spreadsheetml/2006/main"
OFFICE = f"{SCHEMAS}/officeDocument/2006/relationships"
PACKAGE = f"{SCHEMAS}/package/2006"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
IPSS_BANDS = (*(f"{first}～{first + 4}歳" for first in range(0, 90, 5)), "90歳以上")
IPSS_COLUMNS = tuple(f"{band}/{sex}" for sex in "amf" for band in IPSS_BANDS)


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def municipalities_file(folder: Path) -> Path:
    rows = [
        f"{code},,{prefecture},{name},かな,{latitude},{longitude},{kind}"
        for code, (prefecture, name, kind, latitude, longitude) in MUNICIPALITIES.items()
    ]
    rows += [
        f"{code},,{prefecture},{name},かな,35,135,designated_ward"
        for code, (prefecture, name) in WARDS.items()
    ]
    return write(folder / "municipalities.csv", "\n".join([LIST_HEADER, *rows, ""]))


def changes_file(folder: Path) -> Path:
    return write(folder / "municipal_changes.csv", CHANGES)


def topojson_file(folder: Path) -> Path:
    """One square each in steps of 0.001 degrees; every second one is drawn backwards through its arc."""
    arcs, geometries = [], []
    drawn = {code: (latitude, longitude) for code, (*_, latitude, longitude) in MUNICIPALITIES.items()}
    for number, (code, (latitude, longitude)) in enumerate({**drawn, "01695": (45.0, 147.0)}.items()):
        south, west = round((latitude - 0.1 - 20) * 1000), round((longitude - 0.1 - 120) * 1000)
        arcs.append([[west, south], [200, 0], [0, 200], [-200, 0], [0, -200]])
        ring = [number if number % 2 else ~number]
        shape = {"type": "Polygon", "arcs": [ring]}
        if code == "43212":
            arcs.append([[west + 400, south], [1, 0], [0, 1], [-1, -1]])
            shape = {"type": "MultiPolygon", "arcs": [[ring], [[-1]]]}
        geometries.append({**shape, "properties": {"lg_code_5": code}})
    islet = next(number for number, arc in enumerate(arcs) if len(arc) == 4)
    arcs.append(arcs.pop(islet))
    for geometry in geometries:
        if geometry["type"] == "MultiPolygon":
            geometry["arcs"][1] = [[len(arcs) - 1]]
    topology = {
        "type": "Topology",
        "arcs": arcs,
        "transform": {"scale": [0.001, 0.001], "translate": [120.0, 20.0]},
        "objects": {"all": {"type": "GeometryCollection", "geometries": geometries}},
    }
    return write(folder / "ja_municipality_area.topojson", json.dumps(topology))


def ssdse_text(
    first: str = "SSDSE-A-2026",
    codes: dict[str, str] | None = None,
    items: dict[str, tuple[str, str]] | None = None,
    cells: dict[tuple[str, str], str] | None = None,
    left_out: tuple[str, ...] = (),
    extra: tuple[str, ...] = (),
) -> str:
    """Every figure is 10 times its column's place, unless ``cells`` says otherwise for (code, item)."""
    items = items or SSDSE_ITEMS
    rows = [
        [first, "Prefecture", "Municipality", *items],
        ["", "", "年度", *(year for year, _ in items.values())],
        ["地域コード", "都道府県", "市区町村", *(label for _, label in items.values())],
    ]
    default = {"A710101": "400", "A8301": "40", "A8201": "50", "B1101": "9000", "B1103": "500"}
    for code, (prefecture, name, *_) in MUNICIPALITIES.items():
        if code in left_out:
            continue
        empty = dict.fromkeys(("A710101", "A8301", "A8201"), "0") if code == EMPTIED else {}
        figures = [(cells or {}).get((code, item), (default | empty).get(item, "10")) for item in items]
        rows.append([f"R{(codes or {}).get(code, code)}", prefecture, name, *figures])
    return "\r\n".join([",".join(row) for row in rows] + list(extra)) + "\r\n"


def ssdse_file(
    folder: Path, name: str = "SSDSE-A-2026.csv", encoding: str = "cp932", **changes: object
) -> Path:
    return write(folder / name, ssdse_text(**changes), encoding)  # type: ignore[arg-type] # handed through


def census_text(
    residents: dict[str, tuple[str, ...]] | None = None,
    labels: tuple[str, ...] = CENSUS_LABELS,
    year: str = "2020年",
    published: dict[str, tuple[str, ...]] | None = None,
    left_out: tuple[str, ...] = (),
) -> str:
    """Both sexes and men, all nationalities and Japanese; among them a ward and an area of before 2000."""
    nothing = ("-",) * len(CENSUS_CODES)
    held = dict.fromkeys(MUNICIPALITIES, RESIDENTS) | {EMPTIED: nothing} | (residents or {})
    sums: dict[str, list[int]] = {}
    for code, cells in held.items():
        for area in ("00000", f"{code[:2]}000"):
            before = sums.setdefault(area, [0] * len(CENSUS_CODES))
            numbers = [int(cell.replace(",", "")) if cell[0].isdigit() else 0 for cell in cells]
            sums[area] = [one + other for one, other in zip(before, numbers, strict=True)]
    wider = {area: tuple(f"{number:,}" for number in numbers) for area, numbers in sums.items()} | (
        published or {}
    )
    everything = wider | held | {"01101": RESIDENTS, "01339": RESIDENTS}
    above = [
        ["統計名：", "令和２年国勢調査 人口等基本集計"],
        ["表番号：", "2-7-1"],
        [],
        [*[""] * 10, "/年齢 コード", *CENSUS_CODES],
    ]
    header = [
        "表章事項 コード",
        "表章事項",
        "時間軸（年次） コード",
        "時間軸（年次）",
        "男女 コード",
        "男女",
        "国籍総数か日本人 コード",
        "国籍総数か日本人",
    ]
    place = "全国，都道府県，市区町村（2000年市区町村含む）"
    rows = [*above, [*header, f"{place} コード", place, "/年齢", *labels]]
    for sex, nationality in (("0", "0"), ("1", "0"), ("0", "1")):
        for area, cells in everything.items():
            if area not in left_out:
                begin = [
                    "2020_01",
                    "人口【人】",
                    "2020000000",
                    year,
                    sex,
                    "",
                    nationality,
                    "",
                    area,
                    "名",
                    "",
                ]
                rows.append([*begin, *cells])
    return "\r\n".join(",".join(f'"{cell}"' for cell in row) for row in rows) + "\r\n"


def care_row(**cells: str) -> str:
    """One office in the middle of Kawagoe, with the columns named changed."""
    row = dict.fromkeys(CARE_COLUMNS, "") | {
        "都道府県コード又は市町村コード": "112011",
        "都道府県名": "埼玉県",
        "市区町村名": "川越市",
        "事業所名": "事業所",
        "サービスの種類": "訪問介護",
        "住所": "埼玉県川越市1-1",
        "緯度": "35.9",
        "経度": "139.4",
        "事業所番号": "1171600001",
        "定員": "20",
    }
    return ",".join({**row, **cells}.values())


def care_file(
    folder: Path, rows: list[str], name: str = "jigyosho_110.csv", encoding: str = "utf-8-sig"
) -> Path:
    found = re.search(r"jigyosho_(\d{3})", name)
    service = SERVICE_NAMES.get(found[1] if found else "", "訪問介護")
    rows = [row.replace(",訪問介護,", f",{service},") for row in rows]
    return write(folder / name, "\r\n".join([",".join(CARE_COLUMNS), *rows, ""]), encoding)


def ipss_ages(hundreds: int) -> str:
    """So many hundred residents: 4 of each in every age below 75, 10 in each of four above, half women."""
    ages = [4 * hundreds] * 15 + [10 * hundreds] * 4
    half = [each // 2 for each in ages]
    return ",".join(map(str, [sum(ages), *ages, *half, *half]))


def ipss_ages_text(years: tuple[str, ...] = ("2010年", "2015年", "2020年")) -> str:
    """100 residents each, 40 aged 75 and over; Fukushima only as a whole, Nakagawa under its old code."""
    rows = [",".join(("コード", "市などの別", "都道府県", "市区町村", "年", "総数", *IPSS_COLUMNS))]
    areas = {"40305" if code == "40231" else code: "2" for code in MUNICIPALITIES if code[:2] != "07"}
    for code in sorted(areas):
        whole = 2 if code[:2] == "11" else 1
        for year in years:
            rows.append(f"{int(code)},2,県,市,{year},{ipss_ages(1)}")
            if code != "11222":
                rows.append(f"{int(code[:2] + '000')},a,県,,{year},{ipss_ages(whole)}")
    rows += [f"7000,a,福島県,,{year},{ipss_ages(3)}" for year in years]
    rows += [f"1101,0,北海道,札幌市 中央区,{year},{ipss_ages(1)}" for year in years]
    return "\n".join([*rows, ""])


# municipality: insurer, match, candidates
UNION = "双葉地方広域連合"
CANDIDATES = ("北埼玉広域連合", "南埼玉広域連合")
UNCERTAIN = ("", "ambiguous", " / ".join(CANDIDATES))
MEMBERSHIPS = {code: (name, "direct_name_match", "") for code, (_, name, *_) in MUNICIPALITIES.items()} | {
    "07543": (UNION, "inferred_only_union_in_prefecture", ""),
    "07546": (UNION, "inferred_only_union_in_prefecture", ""),
    "11201": UNCERTAIN,
    "11222": UNCERTAIN,
}
INSURERS = [
    *((place[0], place[1]) for code, place in MUNICIPALITIES.items() if code[:2] not in {"07", "11"}),
    ("福島県", UNION),
    *(("埼玉県", name) for name in CANDIDATES),
]
LEVELS = ("要支援１", "要支援２", "要介護１", "要介護２", "要介護３", "要介護４", "要介護５")
FIRST_CATEGORY = "（再掲）第１号被保険者"
AGES = (
    "65歳以上70歳未満",
    "70歳以上75歳未満",
    "75歳以上80歳未満",
    "80歳以上85歳未満",
    "85歳以上90歳未満",
    "90歳以上",
)
Grid = list[list[object]]


def insurers_file(folder: Path, memberships: dict[str, tuple[str, str, str]] | None = None) -> Path:
    rows = ["municipality,prefecture_ja,name_ja,insurer_ja,match,candidates"]
    for code, (insurer, match, candidates) in (MEMBERSHIPS | (memberships or {})).items():
        prefecture, name, *_ = MUNICIPALITIES[code]
        rows.append(f"{code},{prefecture},{name},{insurer},{match},{candidates}")
    return write(folder / "municipality_insurer.csv", "\n".join([*rows, ""]))


def insured_sheet(insurers: list[tuple[str, str]] = INSURERS) -> dict[str, Grid]:
    """Each insurer has 100 insured persons more than the one before: half, three tenths and two tenths."""
    figures = [[100 * n, 50 * n, 30 * n, 20 * n, n, n] for n in range(1, len(insurers) + 1)]
    return {
        "02h": [
            ["第２表　保険者別　第１号被保険者数　（年度末現在）"],
            [],
            [*[""] * 7, "（単位：人）"],
            ["都道府県", "保険者", "計"],
            [
                "",
                "",
                "",
                "６５歳以上７５歳未満",
                "７５歳以上８５歳未満",
                "８５歳以上",
                "外国人",
                "住所地特例",
            ],
            ["全　 国", "", *(sum(column) for column in zip(*figures, strict=True))],
            *([*insurer, *row] for insurer, row in zip(insurers, figures, strict=True)),
        ]
    }


def certified_sheets(insurers: list[tuple[str, str]] = INSURERS) -> dict[str, Grid]:
    """Each insurer has, in each age band and level, one more certified person than the one before."""
    subjects = {"総数": 7, FIRST_CATEGORY: 6}
    subjects |= {f"{FIRST_CATEGORY}　－{age}－": 1 for age in AGES}
    subjects |= {"（再掲）第２号被保険者": 1}
    grids: dict[str, Grid] = {}
    for number, (subject, times) in enumerate(subjects.items(), start=1):
        figures = [[times * n] * 7 + [7 * times * n] for n in range(1, len(insurers) + 1)]
        grids[f"04-1-1h{number}"] = [
            ["第４－１－１表　保険者別　要介護（要支援）認定者数　男女計　－総数－　（年度末現在）"],
            [],
            ["※　注意"],
            [*[""] * 9, "（単位：人）"],
            ["都道府県", "保険者", subject],
            ["", "", *LEVELS, "合計"],
            ["全　 国", "", *(sum(column) for column in zip(*figures, strict=True))],
            *([*insurer, *row] for insurer, row in zip(insurers, figures, strict=True)),
        ]
    return grids


def workbook_file(folder: Path, name: str, grids: dict[str, Grid], merged: tuple[str, ...] = ()) -> Path:
    """Write a workbook of text and numbers, by hand: five parts are enough for any reader.

    Each sheet has the same ``merged`` cells.
    """
    path = folder / name
    sheets = "".join(
        f'<sheet name="{escape(title)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, title in enumerate(grids, start=1)
    )
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(grids) + 1)
    )
    parts = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{SHEET}.worksheet+xml"/>'
        for n in range(1, len(grids) + 1)
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{SHEET}.sheet.main+xml"/>{parts}</Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>',
        )
        for n, rows in enumerate(grids.values(), start=1):
            archive.writestr(f"xl/worksheets/sheet{n}.xml", _sheet_xml(rows, merged))
    return path


def _sheet_xml(rows: Grid, merged: tuple[str, ...]) -> str:
    lines = []
    width = max(map(len, rows), default=0)
    letters = [_letters(column) for column in range(width)]
    for number, row in enumerate(rows, start=1):
        cells = "".join(
            f'<c r="{letters[column]}{number}"><v>{cell}</v></c>'
            if isinstance(cell, int | float)
            else f'<c r="{letters[column]}{number}" t="inlineStr"><is><t>{escape(str(cell))}</t></is></c>'
            for column, cell in enumerate(row)
            if cell != ""
        )
        lines.append(f'<row r="{number}">{cells}</row>')
    blocks = "".join(f'<mergeCell ref="{each}"/>' for each in merged)
    blocks = f"<mergeCells>{blocks}</mergeCells>" if blocks else ""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData>{blocks}</worksheet>'


def _letters(column: int) -> str:
    """Return the letters of a column counted from 0: A to Z, then AA."""
    written, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        written = chr(65 + rest) + written
    return written
