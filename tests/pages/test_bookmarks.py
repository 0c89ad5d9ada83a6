"""Screens to come back to: kept under a name, opened as they were, taken out, brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.own import Folder, Shelf
from carecompare.own.contents.bookmarks import BOOKMARKS, Bookmark, Bookmarks
from carecompare.text.own import bookmark_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    Opens = Callable[..., AppTest]

TAKETA = "44208"


def mark(identifier: str, name: str, page: str) -> Bookmark:
    return Bookmark(id=identifier, name=name, page=page, query={"own": TAKETA})


def test_a_screen_is_kept_under_a_name_and_replaced_by_one_of_the_same(opened: Opens, kept_in: Path) -> None:
    app = opened("pages/resources.py", own=TAKETA, vs="prefecture")
    app.text_input(key="bookmark_name").set_value(" 議会で  見る図 ")
    app.button(key="bookmark_keep").click().run()
    assert not app.exception
    assert bookmark_words.KEPT in [each.value for each in app.success]
    app.text_input(key="bookmark_name").set_value("議会で 見る図")
    app.button(key="bookmark_keep").click().run()
    kept = Shelf(Folder(kept_in)).kept(TAKETA, BOOKMARKS)
    assert kept is not None
    (one,) = kept.content.marks
    assert (one.name, one.page, kept.version) == ("議会で 見る図", "resources", 2)
    assert (one.query["own"], one.query["vs"]) == (TAKETA, "prefecture")


def test_without_a_name_or_with_too_many_nothing_is_kept_and_nothing_lost(
    opened: Opens, kept_in: Path
) -> None:
    shelf = Shelf(Folder(kept_in))
    two = Bookmarks((mark("k1", "資源", "resources"), mark("k0", "昔の画面", "no_such")))
    shelf.save(TAKETA, BOOKMARKS, two, 0, "試験")
    app = opened("app.py", own=TAKETA)
    assert not [each for each in app.button if each.key == "bookmark_remove_k0"]
    app.button(key="bookmark_remove_k1").click().run()
    assert not app.exception
    kept = shelf.kept(TAKETA, BOOKMARKS)
    assert kept is not None
    assert [each.id for each in kept.content.marks] == ["k0"]
    app.button(key="undo_bookmarks").click().run()
    kept = shelf.kept(TAKETA, BOOKMARKS)
    assert kept is not None
    assert [each.id for each in kept.content.marks] == ["k1", "k0"]


def test_a_page_that_needs_nothing_kept_opens_where_the_screens_kept_are_damaged(
    opened: Opens, kept_in: Path
) -> None:
    Shelf(Folder(kept_in)).save(TAKETA, BOOKMARKS, Bookmarks((mark("k1", "資源", "resources"),)), 0, "試験")
    (damaged,) = (kept_in / TAKETA / "bookmarks").glob("*.json")
    damaged.write_text("{", encoding="utf-8")
    app = opened("pages/ranking.py", own=TAKETA)
    assert not app.exception
    assert not app.error
    assert any("順位" in each.value for each in app.title)
