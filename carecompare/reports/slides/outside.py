"""What leads outside is taken out of a template: a deck asks for nothing when it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree
from pptx.opc.package import XmlPart
from pptx.oxml import parse_xml

if TYPE_CHECKING:
    from typing import Any

    from pptx.presentation import Presentation as Deck

RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# A picture that is linked stays as an empty frame; links, sounds and films go as a whole.
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"


def without_outside(deck: Deck) -> None:
    """Take out links, linked pictures, sounds and films, and linked data, wherever they stand in a deck.

    Parameters
    ----------
    deck : Presentation
        Of a town's template. A linked picture would be fetched by whoever opens a deck made with it, and tell
        its owner so.
    """
    package = deck.part.package
    for part in package.iter_parts():
        outside = _outside(part.rels)
        if not outside:
            continue
        if isinstance(part, XmlPart):
            _cut(part._element, outside)  # noqa: SLF001 - the library gives no other way to its parts
        else:
            root = parse_xml(part.blob)
            _cut(root, outside)
            part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001 - the same
        for each in outside:
            part.rels.pop(each)
    for each in _outside(package._rels):  # noqa: SLF001 - the same
        package._rels.pop(each)  # noqa: SLF001 - the same


def _outside(relations: Any) -> set[str]:  # noqa: ANN401 - untyped there
    return {name for name, each in relations.items() if each.is_external}


def _cut(root: Any, outside: set[str]) -> None:  # noqa: ANN401 - untyped there
    for element in list(root.iter(etree.Element)):
        leading = [
            name for name, value in element.attrib.items() if name.startswith(RELATIONS) and value in outside
        ]
        if not leading:
            continue
        parent = element.getparent()
        if element.tag == PICTURE or parent is None:
            for name in leading:
                del element.attrib[name]
        else:
            parent.remove(element)
