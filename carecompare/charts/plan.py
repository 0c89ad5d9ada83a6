"""A picture in two steps: Altair writes its plan once, and each call only fills in rows and numbers.

Altair's objects cost tens of milliseconds a picture. The plan of a picture does not depend on the figures:
rows stand in named datasets, and numbers that follow from the rows (the end of an axis, the order of names)
are parameters of the plan.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt

from carecompare.charts import theme

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


PLACES = ("x", "y")
# A Vega-Lite specification, as `st.vega_lite_chart` and the exports take it.
Picture = dict[str, Any]


def named(name: str) -> alt.NamedData:
    """Return the place of a dataset that a call fills in."""
    return alt.NamedData(name=name)


def parameter(name: str) -> alt.ExprRef:
    """Return the place of a number, text or list that a call fills in."""
    return alt.ExprRef(name)


def planned(layers: Sequence[alt.Chart]) -> Picture:
    """Return layers as a plan with the common letters and axes, as wide as its place on the page.

    Parameters
    ----------
    layers : sequence of Chart
        From the lowest to the topmost.

    Returns
    -------
    Picture
        Its width follows the page; axes and labels stay inside it. Figures and height are to be `filled` in.
    """
    # Altair's own picture of layers copies each of them, which takes three times as long as to write it.
    written = [layer.to_dict(validate=False, context={"top_level": False}) for layer in layers]
    encodings = [each["encoding"] for each in written]
    shared = {
        channel: _taken_out([each[channel] for each in encodings])
        for channel in PLACES
        if all(channel in each for each in encodings)
    }
    return {
        "$schema": alt.SCHEMA_URL,
        "width": "container",
        "autosize": {"type": "fit-x", "contains": "padding"},
        "config": theme.CONFIG.to_dict(validate=False),
        "encoding": shared,
        "layer": written,
    }


def _taken_out(definitions: Sequence[Picture]) -> Picture:
    """Take the scale and axis that most layers have out of each; layers have what the whole picture has.

    Layers repeat them, which is half of the text of a plan, and that is sent with every picture.
    """
    shared: Picture = {}
    for name in ("scale", "axis"):
        given = [each[name] for each in definitions if name in each]
        if not given:
            continue
        shared[name] = max(given, key=given.count)
        for each in definitions:
            if name in each and each[name] == shared[name]:
                del each[name]
    return shared


def filled(
    plan: Picture,
    rows: Mapping[str, str | Sequence[Mapping[str, object]]],
    numbers: Mapping[str, object],
    height_px: int,
) -> Picture:
    """Return a plan with its figures.

    Parameters
    ----------
    plan : Picture
        From a cached function; shared and left as it is.
    rows : mapping of str to sequence of mappings, or str
        The datasets by name; a missing cell is None. Layers of an empty dataset are left out but for the
        first, which may bring the axes. A text is read as the plan says.
    numbers : mapping of str to object
        The parameters by name.
    height_px : int
        Height of the plot without axes.

    Returns
    -------
    Picture
        A new specification.
    """
    waiting = dict(rows)
    layers: list[Picture] = []
    for layer in plan["layer"]:
        name = layer["data"]["name"]
        if layers and not rows.get(name, True):
            continue
        # The first layer brings its dataset, later ones name it. Under `datasets` at the top Streamlit would
        # turn each into Arrow, which takes longer than the whole picture.
        data = {"name": name}
        if name in waiting:
            given = waiting.pop(name)
            data = {**layer["data"], "values": given if isinstance(given, str) else list(given)}
        layers.append({**layer, "data": data})
    parameters = [{"name": name, "value": value} for name, value in numbers.items()]
    return {**plan, "height": height_px, "layer": layers, "params": parameters}
