"""Frames to draw, and pictures read back as a reader would see them."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import altair as alt
import numpy as np
import vl_convert
from indicator_making import density_indicator, share_indicator

from carecompare.catalog import Indicator
from carecompare.charts import peers_on_strips, strips
from carecompare.comparisons import PeerTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from carecompare.charts import PeersOnStrip, Picture

NAN = float("nan")
SHARE = share_indicator(
    id="share_65_and_over",
    label_ja="高齢化率（65歳以上）",
    label_en="Share of residents aged 65 and over",
    short_ja="高齢化率",
    numerator=("population_65_and_over",),
)
OFFICES = density_indicator(
    id="care_offices_510_per_1000_75_and_over",
    label_ja="介護老人福祉施設の密度",
    label_en="Welfare facilities per 1,000 residents aged 75 and over",
    short_ja="特養（広域型）",
    numerator=("care_offices_510",),
)
POPULATION = Indicator(
    id="population",
    label_ja="総人口",
    label_en="Population",
    topic="population",
    kind="amount",
    numerator=("population",),
    unit_ja="人",
    decimals=0,
)


@dataclass(frozen=True)
class Letters:
    """A text as drawn: where it begins and ends, the middle of its line, its size and weight."""

    text: str
    start: float
    end: float
    y: float
    size: float
    opacity: float
    weight: str


def comparison_row(area: str, name: str, role: str, value: float, **others: Any) -> dict[str, object]:
    row: dict[str, object] = {
        "area": area,
        "year": 2020,
        "indicator": SHARE.id,
        "value": value,
        "lower": float(np.fmax(value - 1, 0.0 * value)),
        "upper": value + 1,
        "numerator": 1234.0,
        "denominator": 5678.0,
        "denominator_year": 2020,
        "method": "wilson",
        "status": "observed",
        "name_ja": name,
        "role": role,
        "rank": NAN,
        "ranked": 4,
        "quartile": NAN,
        "gap": NAN,
        "reason": "",
    }
    return row | others


def on_strips(rows: Sequence[dict[str, Any]], indicators: Sequence[Indicator]) -> Picture:
    """Return the strips of rows with roles."""
    return strips(*with_peers(rows, indicators), indicators)


def with_peers(
    rows: Sequence[dict[str, Any]], indicators: Sequence[Indicator]
) -> tuple[list[dict[str, Any]], dict[str, PeersOnStrip]]:
    """Return the own rows, and the peers as strips take them."""
    own, peers = ([row for row in rows if row["role"] == role] for role in ("own", "peer"))
    table = PeerTable({each.id: [row for row in peers if row["indicator"] == each.id] for each in indicators})
    return own, peers_on_strips(peers, indicators, dict(zip(table.rows, table.spread, strict=True)))


def specification(chart: Picture) -> dict[str, Any]:
    """Return a picture as the browser gets it, which follows the grammar and holds nothing but JSON."""
    alt.LayerChart.validate(chart)
    read: dict[str, Any] = json.loads(json.dumps(chart, allow_nan=False))
    return read


def datasets(chart: Picture) -> dict[str, list[dict[str, Any]]]:
    """Return the rows by the name of their dataset; the first layer of each brings it."""
    given = [layer["data"] for layer in specification(chart)["layer"]]
    return defaultdict(list, {each["name"]: _read(each["values"]) for each in given if "values" in each})


def _read(values: list[dict[str, Any]] | str) -> list[dict[str, Any]]:
    """Return rows, of a text as a browser reads it."""
    if not isinstance(values, str):
        return values
    names, *lines = [line.split("\t") for line in values.split("\n")]
    return [dict(zip(names, line, strict=True)) for line in lines]


def rows_drawn(chart: Picture) -> list[dict[str, Any]]:
    """Return every row of every dataset."""
    return [row for rows in datasets(chart).values() for row in rows]


def drawn_texts(chart: Picture, width: int) -> list[Letters]:
    """Return the visible texts as a real compiler and renderer place them in a page of that width."""
    found: list[Letters] = []
    _walk(_drawing(chart, width), 0.0, 0.0, found)
    return [each for each in found if each.opacity > 0 and each.text]


def drawn_marks(chart: Picture, kind: str) -> list[dict[str, str]]:
    """Return the drawn bars, points or rule marks: their attributes, and the fields that they show."""
    marks = [each for each in _drawing(chart, 640).iter() if each.get("aria-roledescription") == kind]
    return [
        mark.attrib | dict(each.split(": ", 1) for each in mark.attrib["aria-label"].split("; "))
        for mark in marks
    ]


def places_of_points(chart: Picture, width: int) -> list[tuple[float, float]]:
    """Return where the visible points stand on the paper."""
    found: list[tuple[float, float]] = []
    _walk_points(_drawing(chart, width), 0.0, 0.0, found)
    return found


def _walk_points(element: ET.Element, x: float, y: float, found: list[tuple[float, float]]) -> None:
    moved = re.match(r"translate\(([-\d.e]+)[, ]+([-\d.e]+)\)", element.get("transform", ""))
    if moved:
        x, y = x + float(moved[1]), y + float(moved[2])
    if element.get("aria-roledescription") == "point":
        found.append((x, y))
    for child in element:
        _walk_points(child, x, y, found)


def _drawing(chart: Picture, width: int) -> ET.Element:
    fixed = specification(chart) | {"width": width}
    fixed["config"]["font"] = "Noto Sans CJK JP"
    return ET.fromstring(vl_convert.vegalite_to_svg(json.dumps(fixed)))  # noqa: S314 - our own picture


def _walk(element: ET.Element, x: float, y: float, found: list[Letters]) -> None:
    moved = re.match(r"translate\(([-\d.e]+)[, ]+([-\d.e]+)\)", element.get("transform", ""))
    if moved:
        x, y = x + float(moved[1]), y + float(moved[2])
    if element.tag.endswith("}text") and element.get("stroke") is None:
        size = float(element.get("font-size", "0px").removesuffix("px"))
        words = "".join(element.itertext())
        wide = sum(1.0 if ord(each) > 0x2000 else 0.56 for each in words) * size
        start = {"middle": x - wide / 2, "end": x - wide}.get(element.get("text-anchor", ""), x)
        opacity = float(element.get("opacity", "1"))
        weight = element.get("font-weight", "normal")
        found.append(Letters(words, start, start + wide, y, size, opacity, weight))
    for child in element:
        _walk(child, x, y, found)


def overlapping(letters: Sequence[Letters]) -> list[tuple[str, str]]:
    """Return the pairs of texts that share more than a hair of the paper."""
    return [
        (one.text, other.text)
        for place, one in enumerate(letters)
        for other in letters[place + 1 :]
        if abs(one.y - other.y) < 0.7 * min(one.size, other.size)
        and min(one.end, other.end) - max(one.start, other.start) > 1
    ]


def outside(letters: Sequence[Letters], width: int) -> list[str]:
    return [each.text for each in letters if each.start < -1 or each.end > width + 1]


def listed(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a frame as a chart takes them."""
    return [dict(zip(frame.columns, row, strict=True)) for row in frame.astype(object).to_numpy().tolist()]
