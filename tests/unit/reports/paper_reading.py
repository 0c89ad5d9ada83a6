"""Printed papers read back by readers that know nothing of how they were made."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdfium2
from pypdf import PdfReader

if TYPE_CHECKING:
    from collections.abc import Iterator

POINTS_PER_MM = 72 / 25.4
SLACK_POINTS = 1.0


def reader(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def squeezed(text: str) -> str:
    """Return text without gaps and line ends, which a reader of PDF guesses."""
    return "".join(text.split())


def text_of(content: bytes) -> str:
    return squeezed("".join(page.extract_text() for page in reader(content).pages))


def pages_of(content: bytes) -> list[str]:
    return [squeezed(page.extract_text()) for page in reader(content).pages]


def sizes_mm(content: bytes) -> set[tuple[int, int]]:
    return {
        (
            round(float(page.mediabox.width) / POINTS_PER_MM),
            round(float(page.mediabox.height) / POINTS_PER_MM),
        )
        for page in reader(content).pages
    }


def font_descriptors(content: bytes) -> list[Any]:
    """Return the descriptor of every font that a page or a picture in it names."""
    found = []
    for page in reader(content).pages:
        for font in _fonts(page.get("/Resources")):
            below = [each.get_object() for each in font.get("/DescendantFonts", [font])]
            found += [each["/FontDescriptor"].get_object() for each in below]
    return found


def _fonts(resources: Any) -> Iterator[Any]:
    if resources is None:
        return
    held = resources.get_object()
    for font in held.get("/Font", {}).values():
        yield font.get_object()
    for form in held.get("/XObject", {}).values():
        yield from _fonts(form.get_object().get("/Resources"))


def structure(content: bytes) -> list[tuple[str, str]]:
    """Return the tags of the document in their order, each with the words for those who cannot see it."""
    root = reader(content).trailer["/Root"]["/StructTreeRoot"]
    found: list[tuple[str, str]] = []

    def walk(element: Any) -> None:
        held = element.get_object()
        if isinstance(held, list):
            for each in held:
                walk(each)
        elif isinstance(held, dict):
            if "/S" in held:
                found.append((str(held["/S"]), str(held.get("/Alt", ""))))
            if "/K" in held:
                walk(held["/K"])

    walk(root)
    return found


def letters_beyond_the_page(content: bytes, margin_mm: float = 5.0) -> str:
    """Return the letters that stand nearer to an edge of the paper than a printer reaches."""
    margin = margin_mm * POINTS_PER_MM - SLACK_POINTS
    outside = []
    document = pypdfium2.PdfDocument(content)
    try:
        for page in document:
            width, height = page.get_size()
            text = page.get_textpage()
            for place in range(text.count_chars()):
                left, bottom, right, top = text.get_charbox(place)
                if right > left and (
                    left < margin or right > width - margin or bottom < margin or top > height - margin
                ):
                    outside.append(text.get_text_range(place, 1))
            text.close()
            page.close()
    finally:
        document.close()
    return "".join(outside)
