"""What is put into the papers of a meeting from any page, and made again from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from page_steps import in_full

from carecompare.own import MEETING, Folder, Shelf
from carecompare.text.files import meeting_words
from carecompare.ui.frame.loading import load
from carecompare.views.files.registry import VIEWS, view_block

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    Opened = Callable[..., AppTest]

NAGAOKA, TAKETA = "15202", "44208"
# Nothing stands there before a town keeps something, or a table is imported that is not shipped.
EMPTY_AT_FIRST = {"reach_districts", "plan_grant", "plan_progress"}
PAGES_WITH_VIEWS = {
    each.page: f"pages/{each.page}.py" if each.page != "home" else "app.py"
    for each in VIEWS.values()
    if each.page not in EMPTY_AT_FIRST
}


def papers(folder: Path, own: str = NAGAOKA) -> list[str]:
    kept = Shelf(Folder(folder)).kept(own, MEETING)
    return [item.exhibit.view for item in kept.content.items] if kept else []


@pytest.mark.parametrize("page", PAGES_WITH_VIEWS.values(), ids=PAGES_WITH_VIEWS.keys())
def test_every_view_of_a_page_can_be_put_into_the_papers(opened: Opened, kept_in: Path, page: str) -> None:
    app = in_full(opened(page, own=NAGAOKA))
    buttons = [each.key for each in app.button if each.label == meeting_words.ADD]
    assert buttons
    for key in buttons:
        app.button(key=key).click().run()
        assert not app.exception
    found = papers(kept_in)
    assert len(found) == len(buttons)
    assert set(found) <= set(VIEWS)


def test_a_view_in_the_papers_can_be_made_again_as_it_was(opened: Opened, kept_in: Path) -> None:
    app = in_full(opened("pages/aging.py", own=NAGAOKA, vs="prefecture", item="share_85_and_over"))
    for key in [each.key for each in app.button if each.label == meeting_words.ADD]:
        app.button(key=key).click().run()
    kept = Shelf(Folder(kept_in)).kept(NAGAOKA, MEETING)
    assert kept is not None
    for item in kept.content.items:
        block = view_block(load(), item.exhibit.view, item.exhibit.part, item.exhibit.query)
        assert block is not None
        assert block.finding == item.exhibit.title
        assert tuple(map(tuple, block.table.rows)) == item.exhibit.grid.rows


def test_the_papers_are_ordered_titled_emptied_and_brought_back(opened: Opened, kept_in: Path) -> None:
    app = in_full(opened("pages/aging.py", own=NAGAOKA))
    for key in [each.key for each in app.button if each.label == meeting_words.ADD][:2]:
        app.button(key=key).click().run()
    first, second = papers(kept_in)
    app = opened("pages/papers.py", own=NAGAOKA)
    next(each for each in app.button if each.label == meeting_words.DOWN).click().run()
    assert papers(kept_in) == [second, first]
    kept = Shelf(Folder(kept_in)).kept(NAGAOKA, MEETING)
    assert kept is not None
    title = f"meeting_title_{kept.content.items[0].id}"
    app.text_input(key=title).set_value("<b>題</b>").run()
    app.button(key="undo_meeting").click().run()
    assert app.text_input(key=title).value == ""
    app.text_input(key=title).set_value("<b>題</b>").run()
    next(each for each in app.button if each.label == meeting_words.REMOVE).click().run()
    assert papers(kept_in) == [first]
    app.button(key="undo_meeting").click().run()
    assert papers(kept_in) == [second, first]
    assert not app.exception


def test_the_same_view_twice_asks_and_all_go_at_once_and_come_back(opened: Opened, kept_in: Path) -> None:
    app = in_full(opened("pages/care_need.py", own=NAGAOKA))
    add = next(each.key for each in app.button if each.label == meeting_words.ADD)
    app.button(key=add).click().run()
    app.button(key=add).click().run()
    assert len(papers(kept_in)) == 1
    assert any("会議資料の1枚目" in each.value for each in app.warning)
    app.button(key="add_again_no").click().run()
    assert not app.warning
    app.button(key=add).click().run()
    app.button(key="add_again_yes").click().run()
    assert papers(kept_in) == ["care_need", "care_need"]
    app = opened("pages/papers.py", own=NAGAOKA)
    assert len(app.get("vega_lite_chart")) == 2
    app.button(key="meeting_remove_all").click().run()
    assert papers(kept_in) == []
    app.button(key="undo_meeting").click().run()
    assert papers(kept_in) == ["care_need", "care_need"]
    assert not app.exception


def test_the_papers_of_one_town_are_not_those_of_another(opened: Opened, kept_in: Path) -> None:
    app = in_full(opened("pages/care_need.py", own=TAKETA))
    next(each for each in app.button if each.label == meeting_words.ADD).click().run()
    assert papers(kept_in, TAKETA) == ["care_need"]
    assert papers(kept_in) == []


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_answers_a_town_without_the_figures_with_none_or_a_block(view: str, store_file: Path) -> None:
    assert store_file.is_file()
    for own in ("07546", "46523"):
        block = view_block(load(), view, "", {"own": own, "vs": "exemplars"})
        assert block is None or block.view == view
    assert view_block(load(), view, "", {"own": "99999"}) is None
