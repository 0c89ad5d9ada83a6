"""A list of municipalities cut to what a screen shows from the back of a room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.charts.municipality_rows import ROW_PX as MUNICIPALITY_PX
from carecompare.charts.strip_rows import HEADER_PX
from carecompare.charts.strip_rows import ROW_PX as STRIP_PX

if TYPE_CHECKING:
    from carecompare.charts.plan import Picture


def shortened(picture: Picture, most: int) -> tuple[Picture, tuple[int, int] | None]:
    """Return a picture with fewer rows; of municipalities those around the own one.

    Parameters
    ----------
    picture : Picture
        Any; one whose rows are neither municipalities nor strips is left as it is. Of strips those stay whose
        own interval does not hold the median of the peers, then the first.
    most : int
        How many municipalities are kept; strips as many as are as tall.

    Returns
    -------
    tuple of Picture and (int, int) or None
        The picture, and where rows were left out how many it had and has.
    """
    if any(layer.get("data", {}).get("name") == "strips" for layer in picture["layer"]):
        return _fewer_strips(picture, most * MUNICIPALITY_PX // STRIP_PX - 2)
    parameters = {each["name"]: each["value"] for each in picture.get("params", ()) if "value" in each}
    names: list[str] = parameters.get("names", [])
    if len(names) <= most:
        return picture, None
    own = next((names.index(each) for each in parameters.get("own_names", ()) if each in names), 0)
    first = max(0, min(own - most // 2, len(names) - most))
    kept = names[first : first + most]
    layers = [
        {**layer, "data": {**layer["data"], "values": _of(layer["data"]["values"], kept)}}
        if "values" in layer.get("data", {})
        else layer
        for layer in picture["layer"]
    ]
    filled = [
        {"name": name, "value": kept if name == "names" else value} for name, value in parameters.items()
    ]
    return {**picture, "height": most * MUNICIPALITY_PX, "layer": layers, "params": filled}, (
        len(names),
        most,
    )


def _fewer_strips(picture: Picture, most: int) -> tuple[Picture, tuple[int, int] | None]:
    datasets = {
        layer["data"]["name"]: layer["data"]["values"]
        for layer in picture["layer"]
        if "values" in layer.get("data", {})
    }
    strips = datasets["strips"]
    if len(strips) <= most:
        return picture, None
    first = sorted(strips, key=lambda row: not _is_beyond(row))[:most]
    kept = [row["y"] for row in strips if row in first]
    moved = {y: HEADER_PX + place * STRIP_PX for place, y in enumerate(kept)}
    layers = [
        {
            **layer,
            "data": {
                **layer["data"],
                "values": [
                    row | {"y": moved[row["y"]]} if "y" in row else row
                    for row in layer["data"]["values"]
                    if "y" not in row or row["y"] in moved
                ],
            },
        }
        # A text finds the strips by itself, and leaves out what stands on none.
        if isinstance(layer.get("data", {}).get("values"), list)
        else layer
        for layer in picture["layer"]
    ]
    return {**picture, "height": HEADER_PX + STRIP_PX * most, "layer": layers}, (len(strips), most)


def _is_beyond(strip: dict[str, float | None]) -> bool:
    median, lower, upper = strip["median"], strip["lower"], strip["upper"]
    return not (median is None or lower is None or upper is None or lower <= median <= upper)


def _of(rows: list[dict[str, object]], kept: list[str]) -> list[dict[str, object]]:
    return [row for row in rows if row.get("name_ja", kept[0]) in kept]
