"""Views that were frozen: the same numbers next year, and what has been revised since."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from page_steps import in_full

from carecompare.own import FROZEN, FROZEN_VIEW, Folder, FrozenEntry, FrozenView, Shelf
from carecompare.text.files import frozen_words
from carecompare.ui.frame.loading import load
from carecompare.views.files.frozen import changed_cells, changed_definitions, changed_sources, frozen_of
from carecompare.views.files.registry import VIEWS, renewed, view_block

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    Opened = Callable[..., AppTest]

NAGAOKA, TAKETA = "15202", "44208"
PAGE = "pages/frozen.py"


def entries(folder: Path, own: str = NAGAOKA) -> tuple[FrozenEntry, ...]:
    kept = Shelf(Folder(folder)).kept(own, FROZEN)
    return kept.content.entries if kept else ()


def view_of(folder: Path, entry: FrozenEntry) -> FrozenView:
    kept = Shelf(Folder(folder)).kept(NAGAOKA, FROZEN_VIEW.of(entry.id))
    assert kept is not None
    return kept.content


def froze(opened: Opened, page: str = "pages/care_need.py", **query: str) -> None:
    app = in_full(opened(page, own=NAGAOKA, **query))
    next(each for each in app.button if each.label == frozen_words.FREEZE).click().run()
    assert not app.exception


def as_of_last_year(folder: Path, entry: FrozenEntry) -> FrozenView:
    """Write the view as a town would have it that froze it when one figure was another one."""
    view = view_of(folder, entry)
    grid = view.exhibit.grid
    first = list(grid.rows[0])
    first[1] = "99.9"
    old = msgspec.structs.replace(
        view,
        exhibit=msgspec.structs.replace(
            view.exhibit, grid=msgspec.structs.replace(grid, rows=(tuple(first), *grid.rows[1:]))
        ),
        sources=tuple(
            msgspec.structs.replace(each, editions=("旧版",), as_of="2020-01-01") for each in view.sources
        ),
        definitions=tuple(msgspec.structs.replace(each, text="昔の作り方") for each in view.definitions),
    )
    Shelf(Folder(folder)).save(NAGAOKA, FROZEN_VIEW.of(entry.id), old, 1, "試験")
    return old


def said(app: AppTest) -> str:
    return "\n".join(each.proto.body for each in app.get("html"))


def test_what_is_frozen_holds_picture_table_source_editions_and_definitions(
    opened: Opened, kept_in: Path
) -> None:
    froze(opened)
    (entry,) = entries(kept_in)
    view = view_of(kept_in, entry)
    assert view.exhibit.view == "care_need"
    assert view.exhibit.picture
    assert view.exhibit.grid.rows
    assert [each.id for each in view.definitions] == ["certification_rate"]
    assert view.sources
    assert all(each.editions and each.title in view.exhibit.source for each in view.sources)


def test_a_frozen_view_opens_by_its_link_and_says_that_nothing_changed(opened: Opened, kept_in: Path) -> None:
    froze(opened)
    (entry,) = entries(kept_in)
    app = opened(PAGE, own=NAGAOKA, frozen=entry.id)
    assert not app.exception
    assert [each.value for each in app.success] == [frozen_words.SAME]
    assert frozen_words.SOURCES_SAME in said(app)
    assert frozen_words.DEFINITIONS_SAME in said(app)


def test_a_year_later_the_numbers_are_the_same_and_each_revision_is_named(
    opened: Opened, kept_in: Path
) -> None:
    froze(opened)
    (entry,) = entries(kept_in)
    old = as_of_last_year(kept_in, entry)
    app = opened(PAGE, own=NAGAOKA, frozen=entry.id)
    assert not app.exception
    assert [each.value for each in app.warning] == [frozen_words.CHANGED.format(count=1)]
    now = renewed(load(), old.exhibit)
    assert now is not None
    assert changed_cells(old.exhibit, now) == [
        (old.exhibit.grid.texts[0][0], old.exhibit.grid.columns[1], "99.9", now.grid.texts[0][1])
    ]
    assert {row[1] for row in changed_sources(load(), old, now)} == {"旧版（2020年1月1日まで）"}
    assert {row[1] for row in changed_definitions(load(), old)} == {"昔の作り方"}
    for text in ("99.9", "旧版", "昔の作り方"):
        assert text in said(app)


def test_a_title_that_changed_is_a_sentence_of_its_own_and_pushes_no_figure_aside(
    opened: Opened, kept_in: Path
) -> None:
    froze(opened)
    (entry,) = entries(kept_in)
    old = as_of_last_year(kept_in, entry)
    then = "昔の読み取り" * 8
    renamed = msgspec.structs.replace(old, exhibit=msgspec.structs.replace(old.exhibit, title=then))
    Shelf(Folder(kept_in)).save(NAGAOKA, FROZEN_VIEW.of(entry.id), renamed, 2, "試験")
    app = opened(PAGE, own=NAGAOKA, frozen=entry.id)
    assert not app.exception
    assert [each.value for each in app.warning] == [frozen_words.CHANGED.format(count=2)]
    now = renewed(load(), old.exhibit)
    assert now is not None
    assert frozen_words.TITLE_CHANGED.format(then=then, now=now.title) in said(app)
    assert frozen_words.TITLE_ROW not in said(app)


@pytest.mark.parametrize("view", VIEWS)
def test_any_view_can_be_frozen_and_is_the_same_the_next_moment(view: str, kept_in: Path) -> None:
    loaded, query = load(), {"own": NAGAOKA, "vs": "prefecture"}
    block = view_block(loaded, view, "", query)
    if block is None:
        return
    frozen = frozen_of(loaded, block, query)
    Shelf(Folder(kept_in)).save(NAGAOKA, FROZEN_VIEW.of("f1"), frozen, 0, "試験")
    now = renewed(loaded, frozen.exhibit)
    assert now is not None
    assert changed_cells(frozen.exhibit, now) == []
    assert changed_sources(loaded, frozen, now) == []
    assert changed_definitions(loaded, frozen) == []


def test_a_view_that_does_not_exist_any_more_still_shows_its_numbers(opened: Opened, kept_in: Path) -> None:
    froze(opened)
    (entry,) = entries(kept_in)
    view = view_of(kept_in, entry)
    gone = msgspec.structs.replace(view, exhibit=msgspec.structs.replace(view.exhibit, view="gone"))
    Shelf(Folder(kept_in)).save(NAGAOKA, FROZEN_VIEW.of(entry.id), gone, 1, "試験")
    app = opened(PAGE, own=NAGAOKA, frozen=entry.id)
    assert not app.exception
    assert [each.value for each in app.info] == [frozen_words.NO_VIEW]
    assert view.exhibit.grid.texts[0][0] in said(app)


def test_the_list_is_named_emptied_and_brought_back(opened: Opened, kept_in: Path) -> None:
    froze(opened)
    app = opened(PAGE, own=NAGAOKA)
    (entry,) = entries(kept_in)
    app.text_input(key=f"frozen_name_{entry.id}").set_value("<b>計画</b>").run()
    assert entries(kept_in)[0].name == "<b>計画</b>"
    app.button(key=f"frozen_remove_{entry.id}").click().run()
    assert entries(kept_in) == ()
    app.text_input(key="own_author_widget").set_value("高齢福祉課").run()
    app.button(key="undo_frozen").click().run()
    assert [each.id for each in entries(kept_in)] == [entry.id]
    app = opened(PAGE, own=NAGAOKA, frozen=entry.id)
    assert not app.exception
    assert "\\<b\\>計画" in app.header[0].value


def test_a_link_to_another_town_s_view_shows_nothing_of_it(opened: Opened, kept_in: Path) -> None:
    froze(opened)
    (entry,) = entries(kept_in)
    app = opened(PAGE, own=TAKETA, frozen=entry.id)
    assert not app.exception
    assert [each.value for each in app.info] == [frozen_words.UNKNOWN]


@pytest.mark.parametrize("identifier", ["../../etc", "f1", "F123456789AB", "fzzzzzzzzzzzz"])
def test_a_link_with_something_else_in_place_of_an_id_opens_the_list(
    opened: Opened, kept_in: Path, identifier: str
) -> None:
    app = opened(PAGE, own=NAGAOKA, frozen=identifier)
    assert not app.exception
    assert app.warning
    assert app.info[0].value == frozen_words.NOTHING
    assert not entries(kept_in)


def test_where_nothing_may_be_kept_nothing_can_be_frozen(
    opened: Opened, kept_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARECOMPARE_MODE", "readonly")
    app = in_full(opened("pages/care_need.py", own=NAGAOKA))
    assert all(each.disabled for each in app.button if each.label == frozen_words.FREEZE)
    assert not kept_in.exists()


def test_a_visitor_of_a_public_server_freezes_for_the_visit_only(
    opened: Opened, kept_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARECOMPARE_MODE", "session")
    app = in_full(opened("pages/care_need.py", own=NAGAOKA))
    next(each for each in app.button if each.label == frozen_words.FREEZE).click().run()
    app.switch_page(PAGE).run()
    assert [each.label for each in app.button].count(frozen_words.OPEN) == 1
    assert not kept_in.exists()
