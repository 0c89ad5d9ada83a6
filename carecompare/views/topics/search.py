"""What can be looked for in the frame of every page, and the glossary."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from carecompare.cells import folded
from carecompare.text import search_words, words
from carecompare.text.menu_words import tabs_of
from carecompare.views.base.block import Block
from carecompare.views.base.choice import parameter
from carecompare.views.base.file_columns import rows_table
from carecompare.views.base.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import Catalog, Term
    from carecompare.views.base.here import Page
    from carecompare.views.base.installation import Loaded


GLOSSARY, RANKING = "glossary", "ranking"
TERM = parameter("term", lambda value, known: value in known.catalog.glossary.terms)


@dataclass(frozen=True)
class Hit:
    """Something to be found.

    Parameters
    ----------
    option : str
        What the box shows of it, reading included: it is searched as it stands.
    page : str
        Where it leads: a key of ``words.PAGES``.
    changes : mapping of str to str
        What of the choice it changes.
    """

    option: str
    page: str
    changes: Mapping[str, str] = field(default_factory=dict)


def hits(loaded: Loaded) -> Mapping[str, Hit]:
    """Return everything that can be found by a key of its own: pages, then indicators, then terms."""
    return loaded.blocks.get(("everybody", "hits"), lambda: _hits(loaded))


def _hits(loaded: Loaded) -> dict[str, Hit]:
    catalog = loaded.catalog
    found = {f"page_{page}": Hit(_option(catalog, "page", _page_title(page)), page) for page in words.PAGES}
    for each in catalog.main_indicators:
        if loaded.years.get(each.id):
            title = each.label_ja if each.name_ja in each.label_ja else f"{each.name_ja}：{each.label_ja}"
            option = _option(catalog, "item", title)
            found[f"item_{each.id}"] = Hit(option, RANKING, {"item": each.id, "start": ""})
    for term in catalog.glossary.terms.values():
        option = _option(catalog, "term", term.label_ja, term.reading_ja)
        found[f"term_{term.id}"] = Hit(option, GLOSSARY, {TERM.name: term.id})
    return found


def _page_title(page: str) -> str:
    """Return the title of a page with the words of its tab, where they are others."""
    title, tab = words.PAGES[page][0], tabs_of(page)[page]
    return title if tab in title else f"{title}（{tab}）"


def _option(catalog: Catalog, kind: str, label: str, reading: str = "") -> str:
    return search_words.OPTION.format(
        kind=search_words.KINDS[kind], label=label, reading=reading or catalog.glossary.reading(label)
    )


def found_terms(here: Page, text: str) -> list[Term]:
    """Return the terms in which a text stands, in kanji or kana, the chosen one first."""
    wanted, chosen = folded(text), here.selection[TERM]
    terms = [
        each
        for each in here.catalog.glossary.terms.values()
        if wanted in folded(f"{each.label_ja}{each.reading_ja}{each.meaning_ja}")
    ]
    return sorted(terms, key=lambda each: each.id != chosen)


def glossary_block(here: Page, terms: Sequence[Term]) -> Block:
    """Return terms as a table."""
    rows = [
        (each.label_ja, each.reading_ja, each.meaning_ja, words.PAGES[each.page][0], each.source_ja)
        for each in terms
    ]
    many = len(here.catalog.glossary.terms)
    return Block(
        key="glossary",
        finding="",
        subtitle="",
        table=Table(
            columns=list(search_words.COLUMNS.values()),
            rows=rows,
            caption=search_words.COUNT.format(found=len(rows), all=many),
            kind="glossary",
        ),
        file=partial(rows_table, rows, search_words.COLUMNS),
    )
