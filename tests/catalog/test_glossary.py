"""The glossary and the readings: every term is complete, and every title is found in kana."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from carecompare.catalog import load_catalog
from carecompare.cells import folded
from carecompare.text.words import PAGES

if TYPE_CHECKING:
    from carecompare.catalog import Catalog
    from carecompare.paths import Paths

READING = re.compile(r"[ぁ-ゖー ]+")


@pytest.fixture(scope="module")
def catalog(paths: Paths) -> Catalog:
    return load_catalog(paths.catalog)


def test_a_term_has_a_reading_in_kana_a_sentence_and_a_page_and_stands_once(catalog: Catalog) -> None:
    terms = list(catalog.glossary.terms.values())
    assert len(terms) > 50
    assert len({each.label_ja for each in terms}) == len(terms)
    for term in terms:
        assert READING.fullmatch(term.reading_ja), term.id
        assert term.meaning_ja.endswith("。"), term.id
        assert term.page in PAGES, term.id


def test_every_indicator_and_page_is_found_in_kana(catalog: Catalog) -> None:
    titles = [f"{each.label_ja}{each.name_ja}" for each in catalog.main_indicators]
    titles += [title for title, _, _ in PAGES.values()]
    assert [title for title in titles if not catalog.glossary.reading(title)] == []
    assert all(READING.fullmatch(each.reading_ja) for each in catalog.glossary.words)


def test_no_reading_is_of_a_word_that_stands_nowhere(catalog: Catalog) -> None:
    titles = "".join(f"{each.label_ja}{each.name_ja}" for each in catalog.main_indicators)
    titles += "".join(title for title, _, _ in PAGES.values())
    unused = [each.forms_ja for each in catalog.glossary.words if not any(f in titles for f in each.forms_ja)]
    assert unused == []


def test_what_a_term_is_also_called_is_folded_like_what_is_typed(catalog: Catalog) -> None:
    assert folded("トクヨウ") in folded(catalog.glossary.terms["tokuyo"].reading_ja)
