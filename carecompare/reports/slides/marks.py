"""Small parts of charts that the library for slides does not offer itself."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from carecompare.text.format import cell_format

if TYPE_CHECKING:
    from typing import Any

    from carecompare.exhibits import Plot


def set_label_format(label: Any, plot: Plot) -> None:  # noqa: ANN401 - untyped there
    """Give one label the number format of all; the library offers it for all of them only."""
    format_ = parse_xml(
        f'<c:numFmt {nsdecls("c")} formatCode={quoteattr(cell_format(plot.decimals))} sourceLinked="0"/>'
    )
    first = next(each for each in (label.find(qn("c:spPr")), label.find(qn("c:txPr"))) if each is not None)
    first.addprevious(format_)


def fill_area(format_: Any, fill: str, edge: str = "") -> None:  # noqa: ANN401 - untyped there
    """Fill an area, with an edge where one is given."""
    format_.fill.solid()
    format_.fill.fore_color.rgb = RGBColor.from_string(fill)
    if edge:
        format_.line.color.rgb = RGBColor.from_string(edge)
        format_.line.width = Pt(1.25)
