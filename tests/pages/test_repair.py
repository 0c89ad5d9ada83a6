"""What a town keeps was damaged: the page says so and draws the history that the sentence names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from carecompare.own import (
    COMPARATOR_SETS,
    INITIATIVES,
    MEETING,
    NOTES,
    OWN_FIGURES,
    ComparatorSet,
    ComparatorSets,
    Folder,
    Initiatives,
    Kind,
    Meeting,
    Note,
    OwnFigures,
    Shelf,
)
from carecompare.text.own import keeping_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    Opens = Callable[..., AppTest]

OWN = "15202"
SETS = ComparatorSets((ComparatorSet("s1_1", "雪国", ("20201",)),))
PAGES = [
    ("pages/own_data.py", OWN_FIGURES, OwnFigures()),
    ("pages/own_initiatives.py", INITIATIVES, Initiatives()),
    ("pages/peers.py", COMPARATOR_SETS, SETS),
    ("pages/papers.py", MEETING, Meeting()),
]


def damage(kept_in: Path, kind: Kind[Any], version: int) -> None:
    (kept_in / OWN / kind.folder / f"{version:06}.json").write_bytes(b'{"half')


@pytest.mark.parametrize(("page", "kind", "content"), PAGES, ids=lambda each: getattr(each, "name", ""))
def test_a_page_whose_last_version_is_damaged_draws_the_history_and_brings_an_earlier_one_back(
    opened: Opens, kept_in: Path, page: str, kind: Kind[Any], content: Any
) -> None:
    shelf = Shelf(Folder(kept_in))
    for before in (0, 1):
        shelf.save(OWN, kind, content, before, "計画係")
    damage(kept_in, kind, 2)
    app = opened(page, own=OWN)
    assert not app.exception
    (said,) = [each.value for each in app.error]
    assert "履歴から前の版に戻せます" in said
    assert any(each.value.startswith("第2版　読めません") for each in app.caption)
    app.text_input(key="own_author_widget_repair").set_value("保守").run()
    app.button(key=f"repair_restore_{kind.folder}_1").click().run()
    assert not app.exception
    assert not app.error
    kept = shelf.kept(OWN, kind)
    assert kept is not None
    assert (kept.content, kept.version, kept.restored_from) == (content, 3, 1)


def test_where_no_version_can_be_read_one_begins_anew_and_nothing_is_deleted(
    opened: Opens, kept_in: Path
) -> None:
    shelf = Shelf(Folder(kept_in))
    shelf.save(OWN, OWN_FIGURES, OwnFigures(), 0, "計画係")
    damage(kept_in, OWN_FIGURES, 1)
    app = opened("pages/own_data.py", own=OWN)
    app.text_input(key="own_author_widget_repair").set_value("保守").run()
    app.button(key="repair_anew").click().run()
    assert not app.exception
    assert not app.error
    assert shelf.latest(OWN, OWN_FIGURES) == 2
    assert (kept_in / OWN / OWN_FIGURES.folder / "000001.json").read_bytes() == b'{"half'


@pytest.mark.parametrize("place", ["", OWN, f"{OWN}/{OWN_FIGURES.folder}"])
def test_a_file_in_the_place_of_a_folder_is_one_sentence(opened: Opens, kept_in: Path, place: str) -> None:
    wrong = kept_in / place
    wrong.parent.mkdir(parents=True, exist_ok=True)
    wrong.write_text("", encoding="utf-8")
    app = opened("pages/own_data.py", own=OWN)
    assert not app.exception
    (said,) = [each.value for each in app.error]
    assert "フォルダーの場所にファイルがあります" in said


def test_the_history_reads_the_latest_thirty_versions_and_more_when_asked(
    opened: Opens, kept_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf(Folder(kept_in))
    for before in range(70):
        shelf.save(OWN, NOTES.of("aging"), Note("同じ"), before, "計画係")
        shelf.save(OWN, OWN_FIGURES, OwnFigures(), before, "計画係")
    read: list[int] = []
    at = Shelf.at
    monkeypatch.setattr(
        Shelf, "at", lambda self, area, kind, version: read.append(version) or at(self, area, kind, version)
    )
    app = opened("pages/own_data.py", own=OWN)
    assert set(read) == {70}
    app.session_state["history_own_figures"] = True
    app.run()
    assert min(read) == 40  # one more than is shown: whether there are older ones
    app.button(key="older_own_figures").click().run()
    assert min(read) == 10
    app.button(key="older_own_figures").click().run()
    assert min(read) == 1
    lines = [each.value for each in app.caption if each.value.startswith("第")]
    assert len(lines) == 70
    assert keeping_words.HISTORY_OLDER not in {each.label for each in app.button}
