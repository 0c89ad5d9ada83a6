"""Nothing on a slide leaves its place: reckoned for every name, and drawn by an office program."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from presence import program
from slide_making import opened, points, texts

from carecompare.reports.slides.deck import SlideItem
from carecompare.reports.slides.look import BOLD_ROOM, SIZES, TITLE_PT, TITLE_SMALLEST_PT, frame
from carecompare.reports.slides.text import LINE_EM, fitted, wrapped
from carecompare.ui.frame.loading import load
from carecompare.views.base.block import exhibit
from carecompare.views.base.here import page_for
from carecompare.views.files.deck import deck, deck_file
from carecompare.views.files.registry import VIEWS, view_block
from carecompare.views.files.standard_slides import standard_exhibits

if TYPE_CHECKING:
    from pathlib import Path

OWNS = {"長岡市": "15202", "世田谷区": "13112", "大和村": "46523", "the longest name": "30362"}


@cache
def made(own: str, size: str, vs: str = "exemplars") -> bytes:
    here = page_for(load(), {"own": own, "vs": vs})
    slides = [SlideItem(each) for each in standard_exhibits(here)]
    return deck_file(deck(load(), own, slides, "第3回 介護保険事業計画策定委員会"), size)


@pytest.mark.parametrize("size", ["16:9", "a4"])
def test_the_longest_finding_fits_as_a_title_with_every_name(store_file: Path, size: Any) -> None:
    assert store_file.is_file()
    loaded = load()
    own = "15202"
    known = [view_block(loaded, view, "", {"own": own, "vs": "similar"}) for view in VIEWS]
    longest = max((block.finding for block in known if block is not None), key=len)
    assert len(longest) > 60
    places = frame(*SIZES[size])
    for label in loaded.labels.values():
        title = longest.replace(loaded.labels[own], label)
        found = fitted(
            title, places.title.width * BOLD_ROOM, places.title.height, TITLE_PT, TITLE_SMALLEST_PT
        )
        assert found.text == title
        assert found.height <= places.title.height


@pytest.mark.parametrize(("size", "vs"), [("16:9", "exemplars"), ("a4", "prefecture")])
@pytest.mark.parametrize("own", OWNS.values(), ids=OWNS.keys())
def test_no_text_and_no_table_leaves_its_place(store_file: Path, own: str, size: str, vs: str) -> None:
    assert store_file.is_file()
    given = opened(made(own, size, vs))
    height = points(given.slide_height)
    for slide in list(given.slides)[1:]:
        source = min(points(shape.top) for shape in slide.shapes if "出典：" in texts_of(shape))
        for shape in slide.shapes:
            assert shape.top is None or points(shape.top + shape.height) <= height
            if shape.has_table:
                tall = sum(points(row.height) for row in shape.table.rows)
                assert points(shape.top) + tall <= source
            elif shape.has_text_frame and shape.text_frame.text:
                check_text(shape)


def texts_of(shape: Any) -> str:
    return str(shape.text_frame.text) if shape.has_text_frame else ""


def check_text(shape: Any) -> None:
    runs = [run for paragraph in shape.text_frame.paragraphs for run in paragraph.runs]
    if not runs or runs[0].font.size is None:
        return
    size = runs[0].font.size.pt
    lines = wrapped(shape.text_frame.text, size, points(shape.width))
    assert len(lines) * size * LINE_EM <= points(shape.height) + 0.5, shape.text_frame.text


def test_the_cut_of_a_source_leaves_its_date(store_file: Path) -> None:
    assert store_file.is_file()
    block = view_block(load(), "sheet", "", {"own": "15202", "vs": "exemplars"})
    assert block is not None
    content = deck_file(deck(load(), "15202", [SlideItem(exhibit(block, {"own": "15202"}))]), "a4")
    said = next(text for text in texts(opened(content).slides[1]) if "出典：" in text)
    assert re.search(r"（20\d\d-\d\d-\d\d作成）$", said)


@pytest.fixture(scope="module")
def office() -> str:
    """Return the command of LibreOffice."""
    return program("LibreOffice", "soffice")


@pytest.mark.parametrize(("own", "size"), [("15202", "16:9"), ("30362", "a4")], ids=["16:9", "A4"])
def test_an_office_program_opens_and_draws_every_slide(
    store_file: Path, tmp_path: Path, office: str, own: str, size: str
) -> None:
    assert store_file.is_file()
    content = made(own, size)
    file = tmp_path / "deck.pptx"
    file.write_bytes(content)
    command = [
        office,
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--headless",
        "--convert-to",
        "pdf",
    ]
    done = subprocess.run([*command, file.name], cwd=tmp_path, capture_output=True, timeout=180, check=False)
    drawn = tmp_path / "deck.pdf"
    assert drawn.is_file(), done.stderr.decode("utf-8", "replace")
    pages = len(re.findall(rb"/Type\s*/Page\b", drawn.read_bytes()))
    assert pages == len(opened(content).slides)


@pytest.mark.parametrize("own", OWNS.values(), ids=OWNS.keys())
def test_every_character_of_a_deck_is_in_the_japanese_font_of_the_tests(store_file: Path, own: str) -> None:
    assert store_file.is_file()
    listing = program("fontconfig", "fc-list")
    said = "".join(text for slide in opened(made(own, "16:9")).slides for text in texts(slide))
    wanted = " ".join(sorted({f"{ord(each):x}" for each in said if each.isprintable() and each != " "}))
    pattern = f"Noto Sans CJK JP:charset={wanted}"
    done = subprocess.run([listing, pattern, "family"], capture_output=True, timeout=60, check=True)
    assert b"Noto Sans CJK JP" in done.stdout
