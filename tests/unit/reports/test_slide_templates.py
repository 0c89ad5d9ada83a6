"""A town's template: its master, letters and size are used, its slides are not."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Cm
from slide_making import deck, exhibit, opened, points, rezipped, template

from carecompare.errors import OwnDataError
from carecompare.reports.slides.deck import SlideMaster
from carecompare.reports.slides.deck_file import slides_file


def made(content: bytes) -> Any:
    return opened(slides_file(deck(exhibit()), master=SlideMaster("町.pptx", content)))


def sized(given: Any) -> None:
    given.slide_width, given.slide_height = Cm(30), Cm(20)


def test_the_slides_of_a_template_are_left_out() -> None:
    slides = made(template()).slides
    assert len(slides) == 3
    assert "ひな型の中のスライド" not in [slide.shapes.title.text for slide in slides]


def test_a_template_keeps_its_size_and_its_theme() -> None:
    given = made(template(sized))
    assert (given.slide_width, given.slide_height) == (Cm(30), Cm(20))
    theme = next(part for part in given.part.package.iter_parts() if "theme/theme1" in str(part.partname))
    assert "Calibri" in theme.blob.decode("utf-8")


def test_layouts_are_chosen_by_what_they_hold() -> None:
    slides = made(template()).slides
    assert [slide.slide_layout.name for slide in slides] == ["Title Slide", "Title Only", "Title Only"]


def test_a_template_without_a_title_only_layout_is_used_all_the_same() -> None:
    def poor(given: Any) -> None:
        for layout in list(given.slide_layouts)[1:]:
            if layout.name != "Title and Content":
                given.slide_layouts.remove(layout)

    slides = made(template(poor)).slides
    assert slides[1].slide_layout.name == "Title and Content"
    left = [each.placeholder_format.type for each in slides[1].placeholders]
    assert len(left) == 2  # title and page number: nothing waits to be filled
    assert slides[1].shapes.title.text == exhibit().title


def test_what_stands_on_a_template_stays_on_its_slides() -> None:
    given = made(template(sized))
    for slide in given.slides:
        for shape in slide.shapes:
            assert shape.top is None or points(shape.top + shape.height) <= points(given.slide_height) + 1


def test_a_template_that_lies_about_its_parts_is_refused_in_one_sentence() -> None:
    broken = rezipped(template(), {"ppt/presentation.xml": b"<not", "ppt/slides/slide1.xml": b"x"})
    with pytest.raises(OwnDataError) as caught:
        made(broken)
    assert caught.value.problem == "own_template_wrong"


OUTSIDE = "https://evil.example"


def leading_outside(given: Any) -> None:
    """Put links, a linked picture and linked data where a template may have them."""
    master, layout = given.slide_master, given.slide_layouts[5]
    for holder in (master, layout):
        link = holder.part.relate_to(f"{OUTSIDE}/page", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        picture = holder.part.relate_to(f"{OUTSIDE}/seen.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)
        shape = holder.placeholders[0]._element  # noqa: SLF001 - the library offers neither
        shape.nvSpPr.cNvPr.append(parse_xml(f"<a:hlinkClick {nsdecls('a', 'r')} r:id='{link}'/>"))
        fill = f"<a:blipFill {nsdecls('a', 'r')}><a:blip r:link='{picture}'/></a:blipFill>"
        shape.spPr.append(parse_xml(fill))
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    seen = theme.relate_to(f"{OUTSIDE}/theme.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)
    fills = f"<a:bgFillStyleLst><a:blipFill><a:blip {nsdecls('r')} r:link='{seen}'/></a:blipFill>"
    theme._blob = theme.blob.replace(b"<a:bgFillStyleLst>", fills.encode())  # noqa: SLF001 - read only there


def test_what_leads_outside_is_taken_out_of_every_deck() -> None:
    content = template(leading_outside)
    with zipfile.ZipFile(io.BytesIO(content)) as given:
        held = b"".join(given.read(each) for each in given.namelist() if each.endswith(".rels"))
    assert held.count(OUTSIDE.encode()) == 5
    file = slides_file(deck(exhibit()), master=SlideMaster("町.pptx", content))
    with zipfile.ZipFile(io.BytesIO(file)) as written:
        everything = {each: written.read(each) for each in written.namelist()}
    assert not [name for name, held in everything.items() if OUTSIDE.encode() in held]
    assert not [name for name, held in everything.items() if b'TargetMode="External"' in held]
    assert not [name for name, held in everything.items() if b"hlinkClick" in held]
    slides = opened(file).slides
    assert slides[1].shapes.title.text == exhibit().title
