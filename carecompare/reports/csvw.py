"""A table with its description: CSV on the Web.

References
----------
W3C Recommendation, Metadata Vocabulary for Tabular Data, 2015-12-17.
"""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from carecompare.file_tables import FileTable
from carecompare.reports.csv import table_csv
from carecompare.reports.workbooks.cells import as_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.file_tables import FileColumn
    from carecompare.origins import Origin

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
CONTEXT = ["http://www.w3.org/ns/csvw", {"@language": "ja"}]
DIALECT = {"encoding": "utf-8", "header": True, "delimiter": ",", "lineTerminators": ["\r\n", "\n"]}
# The same bytes for the same table: a file's time says nothing here.
NO_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Described:
    """A table and what is said of it.

    Parameters
    ----------
    name : str
        Of the file, without ending.
    table : FileTable
        Unformatted figures.
    title, description : str
        What it shows, and how it is read.
    origins : sequence of Origin
        The publications it is from.
    made : str
        ISO date.
    credit : str
        Where figures of no publication are from.
    """

    name: str
    table: FileTable
    title: str
    description: str
    origins: Sequence[Origin]
    made: str
    credit: str = ""


def csvw_zip(described: Described) -> bytes:
    """Return a CSV and its description, packed together.

    Parameters
    ----------
    described : Described
        What is packed.

    Returns
    -------
    bytes
        A zip of ``<name>.csv`` (UTF-8 without a mark) and ``<name>.csv-metadata.json``, where readers look.
    """
    columns, frame = described.table.columns, described.table.frame.copy()
    for each in columns:
        if _datatype(frame, each) in {"integer", "gYear"}:
            frame[each.key] = pd.array([_whole(cell) for cell in frame[each.key].tolist()], dtype="Int64")
    table = table_csv(FileTable(columns, frame)).content.removeprefix(BYTE_ORDER_MARK)
    said = json.dumps(metadata(described), ensure_ascii=False, indent=2).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (
            (f"{described.name}.csv", table),
            (f"{described.name}.csv-metadata.json", said),
        ):
            archive.writestr(zipfile.ZipInfo(name, NO_TIME), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def metadata(described: Described) -> dict[str, Any]:
    """Return what is said of a table.

    Parameters
    ----------
    described : Described
        The table.

    Returns
    -------
    dict
        A table description of the W3C vocabulary; an empty cell is no value, never zero.
    """
    return {
        "@context": CONTEXT,
        "url": f"{described.name}.csv",
        "dc:title": described.title,
        "dc:description": described.description,
        "dc:created": {"@value": described.made, "@type": "xsd:date"},
        "dc:source": [*(each.title for each in described.origins), *filter(None, (described.credit,))],
        "dc:publisher": _each_once(each.publisher for each in described.origins),
        "dc:license": _each_once(each.licence for each in described.origins),
        "dc:references": [
            {"@id": page} for page in _each_once(each.page for each in described.origins) if _is_address(page)
        ],
        "dc:temporal": [f"{each.title}：{each.as_of}" for each in described.origins if each.as_of],
        "dialect": DIALECT,
        "tableSchema": {"columns": _columns(described)},
    }


def _columns(described: Described) -> list[dict[str, Any]]:
    columns = []
    for each in described.table.columns:
        column: dict[str, Any] = {
            "name": each.key,
            "titles": each.heading,
            "datatype": _datatype(described.table.frame, each),
            "null": "",
        }
        if each.unit:
            column["schema:unitText"] = each.unit
        if each.note:
            column["dc:description"] = each.note
        columns.append(column)
    return columns


def _datatype(frame: pd.DataFrame, column: FileColumn) -> str:
    cells = [cell for cell in frame[column.key].tolist() if not _is_empty(cell)]
    if any(as_number(cell) is None for cell in cells):
        return "string"
    if column.holds == "year":
        return "gYear"
    if not cells:
        return "number" if column.holds in {"figure", "limit"} else "string"
    return "integer" if frame[column.key].dtype.kind in "iu" else "number"


def _is_empty(cell: object) -> bool:
    return cell is None or cell is pd.NA or cell != cell  # noqa: PLR0124 - NaN alone is not itself


def _whole(cell: object) -> int | None:
    value = as_number(cell)
    return None if value is None else int(value)


def _is_address(page: str) -> bool:
    """Return whether it is one address: many pages of many publishers have none together."""
    return page.startswith(("https://", "http://"))


def _each_once(texts: Any) -> list[str]:  # noqa: ANN401 - an iterable of text
    return list(dict.fromkeys(texts))
