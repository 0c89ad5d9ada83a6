"""Pictures as SVG and PNG, drawn on this machine with the letters that come along with it."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

FONT = "IPAexGothic"
FONT_PACKAGE = "matplotlib_fontja"
NO_ADDRESSES: list[str] = []

_one_at_a_time = Lock()


def chart_svg(picture: Mapping[str, Any], width_px: int) -> str:
    """Return a picture as SVG.

    Parameters
    ----------
    picture : mapping
        A Vega-Lite specification with its figures inside; one that names an address is refused.
    width_px : int
        Of the whole picture with axes and labels.

    Returns
    -------
    str
        Letters are text in `FONT`, not outlines.

    Raises
    ------
    ValueError
        If the specification cannot be drawn.
    """
    with _one_at_a_time:
        drawing = _drawing()
        return str(drawing.vegalite_to_svg(_on_paper(picture, width_px), allowed_base_urls=NO_ADDRESSES))


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


@lru_cache(maxsize=1)
def font_folder() -> Path:
    """Return the folder of the Japanese letters, which are installed with the project.

    Returns
    -------
    Path
        It holds `FONT`. The package itself is not loaded: that would start matplotlib.

    Raises
    ------
    ModuleNotFoundError
        If the package of the letters is not installed.
    """
    found = find_spec(FONT_PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError(FONT_PACKAGE)
    return Path(found.submodule_search_locations[0]) / "fonts"


def _on_paper(picture: Mapping[str, Any], width_px: int) -> dict[str, Any]:
    config = {**picture.get("config", {}), "font": FONT}
    return {**picture, "width": width_px, "config": config}


@lru_cache(maxsize=1)
def _drawing() -> Any:  # noqa: ANN401 - a module
    import vl_convert  # noqa: PLC0415 - heavy; loaded when the first picture is drawn

    vl_convert.register_font_directory(str(font_folder()))
    return vl_convert
