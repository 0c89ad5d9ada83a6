"""How a book of figures looks in Word: every style has a name there, so that a town can change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

if TYPE_CHECKING:
    from docx.document import Document as WordDocument


# On the office's computers; Word takes another where it is not there.
FONT = "BIZ UDPGothic"
NUMBERING = 90
_FONTS = f"<w:rFonts w:ascii='{FONT}' w:hAnsi='{FONT}' w:eastAsia='{FONT}' w:cs='{FONT}'/>"
# Name, id, on what it is built, paragraph, letters.
OWN_STYLES = (
    ("Figure Picture", "FigurePicture", "<w:keepNext/><w:spacing w:after='40'/><w:jc w:val='center'/>", ""),
    (
        "Figure Unit",
        "FigureUnit",
        "<w:keepNext/><w:spacing w:before='40' w:after='20'/><w:jc w:val='right'/>",
        "16",
    ),
    ("Figure Source", "FigureSource", "<w:spacing w:before='20' w:after='40'/><w:jc w:val='right'/>", "16"),
    ("Figure Note", "FigureNote", "<w:spacing w:before='0' w:after='30'/>", "15"),
    ("Figure Gap", "FigureGap", "<w:spacing w:before='0' w:after='0' w:line='60' w:lineRule='exact'/>", "4"),
    ("List Heading", "ListHeading", "<w:keepNext/><w:spacing w:before='240' w:after='80'/>", "24"),
    (
        "table of figures",
        "TableofFigures",
        (
            "<w:tabs><w:tab w:val='right' w:leader='dot' w:pos='9638'/></w:tabs>"
            "<w:spacing w:before='0' w:after='40'/>"
        ),
        "20",
    ),
)
# Of the styles that are there: id, size in half points, properties of the paragraph.
KNOWN_STYLES = (
    ("Normal", "21", "<w:spacing w:before='0' w:after='120'/>"),
    ("Title", "36", "<w:spacing w:before='0' w:after='200'/>"),
    (
        "Heading1",
        "28",
        (
            "<w:keepNext/><w:pageBreakBefore/>"
            f"<w:numPr><w:ilvl w:val='0'/><w:numId w:val='{NUMBERING}'/></w:numPr>"
            "<w:spacing w:before='480' w:after='160'/><w:outlineLvl w:val='0'/>"
        ),
    ),
    ("Caption", "21", "<w:keepNext/><w:spacing w:before='280' w:after='80'/><w:jc w:val='center'/>"),
)


def set_styles(paper: WordDocument) -> None:
    """Give a document the styles of a book of figures, black on white, and chapters that Word counts."""
    styles = paper.styles.element
    for identifier, size, properties in KNOWN_STYLES:
        style = next(each for each in styles.style_lst if each.styleId == identifier)
        for name in ("w:pPr", "w:rPr"):
            for old in style.findall(qn(name)):
                style.remove(old)
        bold = "" if identifier == "Normal" else "<w:b/>"
        style.append(parse_xml(f"<w:pPr {nsdecls('w')}>{properties}</w:pPr>"))
        style.append(
            parse_xml(
                f"<w:rPr {nsdecls('w')}>{_FONTS}{bold}<w:color w:val='000000'/><w:sz w:val='{size}'/>"
                f"<w:szCs w:val='{size}'/><w:lang w:val='en-US' w:eastAsia='ja-JP'/></w:rPr>"
            )
        )
    for name, identifier, properties, size in OWN_STYLES:
        letters = f"<w:rPr><w:sz w:val='{size}'/><w:szCs w:val='{size}'/></w:rPr>" if size else ""
        styles.append(
            parse_xml(
                f"<w:style {nsdecls('w')} w:type='paragraph' w:customStyle='1' w:styleId='{identifier}'>"
                f"<w:name w:val='{name}'/><w:basedOn w:val='Normal'/><w:qFormat/>"
                f"<w:pPr>{properties}</w:pPr>{letters}</w:style>"
            )
        )
    _number_chapters(paper)


def _number_chapters(paper: WordDocument) -> None:
    """Let Word count the chapters: numbers of figures begin with theirs."""
    numbering = paper.part.numbering_part.element
    counted = parse_xml(
        f"<w:abstractNum {nsdecls('w')} w:abstractNumId='{NUMBERING}'>"
        "<w:multiLevelType w:val='multilevel'/>"
        "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:pStyle w:val='Heading1'/>"
        "<w:lvlText w:val='%1'/><w:lvlJc w:val='left'/>"
        "<w:pPr><w:ind w:left='425' w:hanging='425'/></w:pPr></w:lvl></w:abstractNum>"
    )
    first = numbering.find(qn("w:num"))
    first.addprevious(counted)
    numbering.append(
        parse_xml(
            f"<w:num {nsdecls('w')} w:numId='{NUMBERING}'><w:abstractNumId w:val='{NUMBERING}'/></w:num>"
        )
    )
