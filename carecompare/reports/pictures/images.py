"""Pictures as SVG and PNG, drawn on this machine with the letters that come along with it."""

from __future__ import annotations

from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from carecompare.reports import letters
from carecompare.reports.letters import FONT
from carecompare.workers import apart

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


# Letters of no such name are not looked for, and a word in them takes a fifth of the time.
UNMEASURED = "carecompare-unmeasured"
NO_ADDRESSES: list[str] = []

_one_at_a_time = Lock()


@apart
def chart_svg(
    picture: Mapping[str, Any], width_px: int, *, is_still: bool = False, has_axes: bool = True
) -> str:
    """Return a picture as SVG.

    Parameters
    ----------
    picture : mapping
        A Vega-Lite specification with its figures inside; one that names an address is refused.
    width_px : int
        Of the whole picture with axes and labels.
    is_still : bool
        Without what only a pointer or a screen reader finds in it, as on paper.
    has_axes : bool
        Whether axes or labels stand beside the plot. Without them no place depends on how wide a word is, and
        words are not measured, which takes most of the time; those that end at a limit are.

    Returns
    -------
    str
        Letters are text in `FONT`, not outlines.

    Raises
    ------
    ValueError
        If the specification cannot be drawn.
    """
    wanted = _on_paper(_still(picture) if is_still else picture, width_px)
    if not has_axes:
        padding = wanted["config"].get("padding", {})
        beside = sum(padding.get(side, 0) for side in ("left", "right"))
        layers = [_measured(layer) for layer in wanted["layer"]]
        wanted |= {"width": width_px - beside, "autosize": {"type": "none"}, "layer": layers}
        wanted["config"]["font"] = UNMEASURED
    with _one_at_a_time:
        svg = str(_drawing().vegalite_to_svg(wanted, allowed_base_urls=NO_ADDRESSES))
    return svg.replace(f'font-family="{UNMEASURED}"', f'font-family="{FONT}"')


@apart
def chart_png(picture: Mapping[str, Any], width_px: int, scale: float = 2.0) -> bytes:
    """Return a picture as PNG.

    Parameters
    ----------
    picture : mapping
        A Vega-Lite specification with its figures inside; one that names an address is refused.
    width_px : int
        Of the whole picture with axes and labels, before it is enlarged.
    scale : float
        Dots of the image per pixel.

    Returns
    -------
    bytes
        The file.

    Raises
    ------
    ValueError
        If the specification cannot be drawn.
    """
    with _one_at_a_time:
        drawing = _drawing()
        return bytes(
            drawing.vegalite_to_png(_on_paper(picture, width_px), scale=scale, allowed_base_urls=NO_ADDRESSES)
        )


@apart
def svg_png(svg: str, scale: float = 2.0) -> bytes:
    """Return an SVG as PNG, its text in `FONT` where it names that.

    Parameters
    ----------
    svg : str
        Drawn on this machine.
    scale : float
        Dots of the image per pixel.

    Raises
    ------
    ValueError
        If it cannot be drawn.
    """
    with _one_at_a_time:
        return bytes(_drawing().svg_to_png(svg, scale=scale))


def _on_paper(picture: Mapping[str, Any], width_px: int) -> dict[str, Any]:
    config = {**picture.get("config", {}), "font": FONT}
    return {**picture, "width": width_px, "config": config}


def _still(picture: Mapping[str, Any]) -> dict[str, Any]:
    """Return a picture without its places for the pointer and without words on each mark."""
    layers = []
    for layer in picture.get("layer", ()):
        mark = layer.get("mark")
        is_unseen = isinstance(mark, dict) and mark.get("opacity") == 0
        if is_unseen and "values" not in layer.get("data", {}):
            continue
        encoding = {name: told for name, told in layer.get("encoding", {}).items() if name != "tooltip"}
        layers.append({**layer, "encoding": encoding})
    still = {**picture, "config": {**picture.get("config", {}), "aria": False}}
    return {**still, "layer": layers} if layers else still


def _measured(layer: Mapping[str, Any]) -> dict[str, Any]:
    """Return a layer whose words are measured if they end at a limit."""
    mark = layer["mark"]
    has_limit = isinstance(mark, dict) and "limit" in mark
    return {**layer, "mark": {**mark, "font": FONT}} if has_limit else dict(layer)


@lru_cache(maxsize=1)
def _drawing() -> Any:  # noqa: ANN401 - a module
    import vl_convert  # noqa: PLC0415 - heavy; loaded when the first picture is drawn

    vl_convert.register_font_directory(str(letters.folder()))
    return vl_convert
