"""分析欄: written, saved, met by another's words, taken back, and in the file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from carecompare.own import NOTES, Folder, Note, Shelf
from carecompare.ui.frame.loading import load
from carecompare.views.base.block import Block
from carecompare.views.base.here import Page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from streamlit.testing.v1 import AppTest

    Opened = Callable[..., AppTest]

PAGE = "pages/analysis_sheet.py"
OWN = "15202"
LINK = {"own": OWN, "vs": "similar", "topic": "aging"}
KIND = NOTES.of("aging")
TEXT = "note_text_15202_aging"


def pressed(app: AppTest, key: str) -> AppTest:
    return app.button(key=key).click().run()


def editing(opened: Opened, who: str = "高齢福祉課") -> AppTest:
    app = pressed(opened(PAGE, **LINK), "note_open_aging")
    if who:
        app.text_input(key="own_author_widget").set_value(who).run()
    return app


def written(app: AppTest, text: str) -> AppTest:
    app.text_area(key=TEXT).set_value(text).run()
    return pressed(app, "note_save_aging")


def shown(app: AppTest) -> str:
    return "\n".join(each.proto.body for each in app.get("html"))


def kept(kept_in: Path) -> list[str]:
    shelf = Shelf(Folder(kept_in))
    return [shelf.at(OWN, KIND, each.version).content.text for each in reversed(shelf.history(OWN, KIND))]


def test_an_analysis_is_saved_with_its_author_and_every_visitor_reads_it(
    opened: Opened, kept_in: Path
) -> None:
    app = written(editing(opened), "75歳以上は増え続ける。\n東部で早い。")
    assert not app.exception
    assert "「高齢化」の分析欄を保存しました" in app.success[0].value
    assert kept(kept_in) == ["75歳以上は増え続ける。\n東部で早い。"]
    other = shown(opened(PAGE, **LINK))
    assert "75歳以上は増え続ける。\n東部で早い。" in other
    assert "高齢福祉課" in other
    assert "第1版" in other


def test_what_somebody_saved_meanwhile_stands_beside_ones_own_words_and_nothing_is_lost(
    opened: Opened, kept_in: Path
) -> None:
    first, second = editing(opened, "一係"), editing(opened, "二係")
    second.text_area(key=TEXT).set_value("二係の分析").run()
    written(first, "一係の分析")
    app = pressed(second, "note_save_aging")
    assert not app.exception
    assert [each.value for each in app.code if "係の分析" in each.value] == ["一係の分析", "二係の分析"]
    assert kept(kept_in) == ["一係の分析"]
    assert app.text_area(key=TEXT).value == "二係の分析"
    pressed(app, "note_save_aging")
    assert kept(kept_in) == ["一係の分析", "二係の分析"]


def test_the_last_save_can_be_taken_back_to_the_beginning(opened: Opened, kept_in: Path) -> None:
    app = written(written(editing(opened), "一"), "二")
    pressed(app, f"undo_{KIND.folder}")
    assert kept(kept_in) == ["一", "二", "一"]
    assert app.text_area(key=TEXT).value == "一"


def test_an_unsaved_draft_outlives_closing_the_box(opened: Opened, kept_in: Path) -> None:
    app = editing(opened)
    app.text_area(key=TEXT).set_value("書きかけ").run()
    pressed(app, "note_open_aging")
    assert any("書きかけがあります" in each.value for each in app.caption)
    pressed(app, "note_open_aging")
    assert app.text_area(key=TEXT).value == "書きかけ"
    assert not kept_in.exists()


def test_what_looks_like_html_is_shown_as_it_was_typed(opened: Opened, kept_in: Path) -> None:
    app = written(editing(opened), "<img src=x onerror=alert(1)> **太字**")
    assert "&lt;img src=x onerror=alert(1)&gt; **太字**" in shown(app)
    assert "<img" not in shown(app)
    assert kept(kept_in) == ["<img src=x onerror=alert(1)> **太字**"]


def test_who_has_given_no_name_is_asked_when_saving_and_not_again(opened: Opened, kept_in: Path) -> None:
    app = editing(opened, who="")
    app.text_area(key=TEXT).set_value("名前の前").run()
    app.button(key="note_save_aging").click().run()
    assert not kept_in.exists()
    app.button(key="own_asked_save").click().run()
    assert not kept_in.exists()
    app.text_input(key="own_asked_author").set_value(" 計画係 ").run()
    app.button(key="own_asked_save").click().run()
    assert not app.exception
    assert kept(kept_in) == ["名前の前"]
    app.text_area(key=TEXT).set_value("名前の後").run()
    app.button(key="note_save_aging").click().run()
    assert kept(kept_in) == ["名前の前", "名前の後"]
    assert not [each for each in app.text_input if each.key == "own_asked_author"]


def test_read_only_shows_what_is_written_and_saves_nothing(
    opened: Opened, kept_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Shelf(Folder(kept_in)).save(OWN, KIND, Note("役場の分析"), 0, "係")
    monkeypatch.setenv("CARECOMPARE_MODE", "readonly")
    app = editing(opened, who="")
    assert "役場の分析" in shown(app)
    assert app.button(key="note_save_aging").disabled
    assert "閲覧専用" in app.button(key="note_save_aging").help


def test_a_town_without_comparators_can_still_write(opened: Opened, kept_in: Path) -> None:
    app = opened(PAGE, own=OWN, vs="free", topic="aging")
    app = pressed(app, "note_open_aging")
    # The comparators' own box for saving asks for the same name.
    app.text_input(key="own_author_widget").set_value("係").run()
    written(app, "県とだけくらべた。")
    assert kept(kept_in) == ["県とだけくらべた。"]


def test_pieces_that_visitors_share_hold_nothing_that_was_read_for_one(opened: Opened, kept_in: Path) -> None:
    written(editing(opened), "庁内だけの見方")
    assert "庁内だけの見方" in shown(opened(PAGE, **LINK))
    assert kept(kept_in)
    blocks = [each for each in vars(load().blocks)["_kept"].values() if isinstance(each, Block)]
    pages = [
        page
        for each in blocks
        if isinstance(each.file, partial)
        for page in each.file.args
        if isinstance(page, Page)
    ]
    assert pages
    assert not any(vars(page)["_read"] for page in pages)
