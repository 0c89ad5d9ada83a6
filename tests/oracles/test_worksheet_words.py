"""What the worksheet calls the document's words stands in the document."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from presence import SHARED, present

if TYPE_CHECKING:
    from carecompare.catalog import Catalog

DOCUMENT = SHARED / "document" / "mhlw_2013-07-29_community_care.txt"
CHART = "市町村における地域包括ケアシステム構築のプロセス(概念図)"


def squeezed(text: str) -> str:
    """Return a text without what its layout put between the letters."""
    return re.sub(r"[\s・■□○※|]+", "", unicodedata.normalize("NFKC", text))


@pytest.fixture(scope="module")
def printed() -> str:
    """Return the document, which the project does not ship."""
    return squeezed(present(DOCUMENT, "the document of 2013").read_text(encoding="utf-8"))


def test_every_word_that_is_called_the_document_s_stands_in_it(catalog: Catalog, printed: str) -> None:
    assert squeezed(CHART) in printed
    outline = catalog.worksheet
    quoted = [each.label_ja for each in (*outline.stages.values(), *outline.parts.values()) if each.certainty]
    for line in outline.lines.values():
        if line.words_of == "source":
            quoted += [line.label_ja, *filter(None, (line.group_ja,)), *line.details_ja]
    # Brackets and commas around a remark differ between its two settings in the document.
    for words in quoted:
        for piece in filter(None, re.split(r"[（）「」、]", words)):
            assert squeezed(piece) in printed, words


def test_what_is_called_ours_does_not(catalog: Catalog, printed: str) -> None:
    outline = catalog.worksheet
    for each in (*outline.stages.values(), *outline.parts.values(), *outline.lines.values()):
        if each.words_of == "ours":
            assert squeezed(each.label_ja) not in printed
