"""What a damage has to know of each layout."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from damage import NOTICED, SAME, Layout
from more_whole_files import AVERAGES, CLASSES, COMPILED, INSURERS_PREMIUMS, MEDICAL_AREAS, packed_table
from whole_files import rows_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

    from carecompare.catalog import Catalog

LISTS = {
    AVERAGES: Layout(numbers=(2,), zeros=(0,)),
    INSURERS_PREMIUMS: Layout(numbers=(1,), complete=False, zeros=(0,), repeated=SAME),
    COMPILED[0]: Layout(numbers=(1,), complete=False, zeros=(0,)),
    COMPILED[1]: Layout(numbers=(1, 2), complete=False, zeros=(0,)),
    MEDICAL_AREAS: Layout(numbers=(2,), complete=False, zeros=(0, 2)),
}


def layout_of(path: Path, catalog: Catalog) -> Layout:  # noqa: C901, PLR0911 (one for each layout)
    """Return what a damage has to know; the columns read are those that the catalogue names."""
    words = catalog.layouts
    if path.name.startswith("SSDSE"):
        items = rows_of(path, "cp932")[0]
        read = {count.read["ssdse_a"] for count in catalog.counts.values() if "ssdse_a" in count.read}
        numbers = tuple(place for place, item in enumerate(items) if item in read)
        return Layout(header=3, numbers=numbers, encoding="cp932", by_name=False)
    if path.name.startswith("2020_table"):
        rows = rows_of(path)
        start = next(number for number, row in enumerate(rows) if "/年齢 コード" in row)
        read = {each.read["census"] for each in catalog.counts.values() if "census" in each.read}
        numbers = tuple(place for place, code in enumerate(rows[start]) if code in read)
        return Layout(header=start + 2, key=8, numbers=numbers, by_name=False)
    if path.suffix == ".zip":
        return institutions_layout(path, words["medical_institutions"])
    header = rows_of(path)[0]
    places = {name: place for place, name in enumerate(header)}
    if path.name in LISTS:
        return LISTS[path.name]
    if path.name.startswith("jigyosho"):
        care = words["care_offices"]
        return Layout(
            numbers=tuple(places[care[name]] for name in ("latitude", "longitude", "capacity")),
            complete=False,
            zeros=(places[care["municipality"]], places[care["office"]]),
            repeated=SAME,
        )
    if path.name.startswith("2018_age5"):
        names = {name for columns in words["ipss_ages"]["sums"].values() for name in columns}
        return Layout(numbers=tuple(sorted(places[name] for name in names)), complete=False)
    if path.name == "municipalities.csv":
        return Layout(numbers=(places["office_latitude"],), complete=False, zeros=(0,))
    if path.name == "municipal_changes.csv":
        return Layout(key=places["old_code"], complete=False, repeated=SAME, unknown=NOTICED)
    if path.name == "municipality_insurer.csv":
        return Layout(zeros=(0,))
    if path.name == CLASSES:
        flags = ("depopulated_area", "mountain_village", "metropolitan_area")
        return Layout(numbers=tuple(places[name] for name in flags), zeros=(0,))
    counted = tuple(place for name, place in places.items() if name.startswith("population"))
    return Layout(numbers=counted, complete=False, zeros=(0,))


def institutions_layout(path: Path, words: Mapping[str, Any]) -> Layout:
    """Return what a damage has to know of the table in the archive."""
    header = next(csv.reader([packed_table(path)[1].decode("utf-8-sig").splitlines()[0]]))
    read = ("latitude", "longitude", "beds_total")
    names = [*(words[each] for each in read), *words["beds_kinds"]]
    return Layout(
        key=header.index(words["municipality"]),
        numbers=tuple(header.index(name) for name in names),
        by_name=False,
        complete=False,
        zeros=tuple(header.index(words[each]) for each in ("prefecture", "municipality", "office")),
        repeated=SAME,
    )
