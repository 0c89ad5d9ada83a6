"""The outlines of municipalities: where the browser fetches them, and their shapes for single ones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import shapely

from carecompare.maps import seen, together, windows
from carecompare.views.base.origins import publication

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.maps import Bounds, Camera
    from carecompare.origins import Origin
    from carecompare.views.base.here import Page


# Land without a figure is white: it needs a sea to stand out from.
SEA = "<style>[data-testid='stDeckGlJsonChart'] { background: #E3EAF1; border-radius: 4px; }</style>"
# Somewhat more than the map of a town on a wide screen: it can be moved.
SEEN_PX = (1200, 800)


@dataclass(frozen=True)
class Outlines:
    """Outlines of all municipalities.

    Parameters
    ----------
    address : str
        Of the folder with the map's files, as seen from a page.
    shapes : mapping of str to geometry
        Polygon of each municipality in degrees.
    """

    address: str
    shapes: Mapping[str, shapely.Geometry]

    @cached_property
    def _tree(self) -> tuple[shapely.STRtree, Sequence[str]]:
        return shapely.STRtree(list(self.shapes.values())), list(self.shapes)

    def around(self, code: str, camera: Camera) -> list[shapely.Geometry]:
        """Return the land of others around a municipality, as far as a map of it shows."""
        part = seen(camera, *SEEN_PX)
        tree, codes = self._tree
        found = sorted(tree.query(shapely.box(*part), predicate="intersects").tolist())
        others = [self.shapes[codes[place]] for place in found if codes[place] != code]
        return [each for each in shapely.clip_by_rect(others, *part) if not each.is_empty]

    @cached_property
    def windows(self) -> Mapping[str, Bounds]:
        """Return the part of the country that shows the bulk of each prefecture."""
        return windows(self.shapes)

    @cached_property
    def country(self) -> Bounds:
        """Return the part of the world that shows the bulk of every prefecture."""
        return together(self.windows.values())


def boundary_origin(here: Page) -> Origin:
    """Return the publication of the boundaries that a map is drawn with."""
    return publication(here.catalog, "boundaries", "outlines")
