"""The page 図表集 as somebody uses it: add, write, make, keep, and see what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from page_steps import in_full

from carecompare.own import FIGURE_BOOK, FIGURE_LEDGER, Folder, Shelf
from carecompare.text.files import book_page_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    Opened = Callable[..., AppTest]

TAKETA = "44208"


def test_a_view_is_added_written_about_made_and_compared_with_the_version_before(
    opened: Opened, kept_in: Path
) -> None:
    shelf = Shelf(Folder(kept_in))
    app = in_full(opened("pages/care_need.py", own=TAKETA))
    next(each for each in app.button if each.label == book_page_words.ADD).click().run()
    app = opened("pages/plan_figures.py", own=TAKETA)
    book = shelf.kept(TAKETA, FIGURE_BOOK)
    assert book is not None
    (figure,) = book.content.figures
    app.text_area(key=f"book_text_{figure.id}").set_value("認定率は19.9%、目標は12.3%です。").run()
    (said,) = [each.value for each in app.warning]
    assert "12\\.3" in said
    assert said.count("- ") == 1
    app.text_input(key="book_ledger_name").set_value("令和8年度 素案").run()
    app.button(key="book_keep").click().run()
    ledger = shelf.kept(TAKETA, FIGURE_LEDGER)
    assert ledger is not None
    assert ledger.content.name == "令和8年度 素案"
    app.button(key="book_make_docx").click().run()
    assert not app.exception
    assert [each.proto.label for each in app.get("download_button") if "Word" in each.proto.label]

    cells = ledger.content.figures[0].cells
    at = next(place for place, each in enumerate(cells) if each.text == "19.9")
    older = replace(cells[at], text="20.3", value=20.3)
    figures = (replace(ledger.content.figures[0], cells=(*cells[:at], older, *cells[at + 1 :])),)
    shelf.save(TAKETA, FIGURE_LEDGER, replace(ledger.content, figures=figures), ledger.version, "介護保険課")
    app.text_area(key=f"book_text_{figure.id}").set_value("認定率は20.3%です。").run()
    said = " ".join(each.value for each in app.warning)
    assert "1個の数字が変わりました" in said
    assert "いまは 19\\.9" in said
    assert not app.exception


def test_an_empty_book_says_how_to_fill_it(opened: Opened, kept_in: Path) -> None:
    assert not kept_in.exists()
    app = opened("pages/plan_figures.py", own=TAKETA)
    assert not app.exception
    assert [each.value for each in app.info] == [book_page_words.NOTHING]
