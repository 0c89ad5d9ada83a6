"""Where there are no figures to show, every page says so in one sentence, and one has the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_installation import small_installation

from carecompare.sources.earlier import keep
from carecompare.sources.lock import locked
from carecompare.text import words
from carecompare.text.data import import_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    from carecompare.paths import Paths

    Opens = Callable[..., AppTest]

CENSUS = "census/2020.csv"
PAGES = ["app.py", "pages/aging.py", "pages/data_health.py", "pages/own_data.py"]


@pytest.fixture
def damaged(paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """Return an installation whose figures were damaged after they were kept."""
    small = small_installation(paths, tmp_path)
    with locked(small.figures):
        keep(small.figures, ["2020.csv"])
    (small.figures / CENSUS).write_bytes((small.figures / CENSUS).read_bytes()[:-200])
    monkeypatch.setenv("CARECOMPARE_DATA", str(tmp_path))
    return small


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_one_sentence_where_figures_are_refused_and_leads_to_the_way_out(
    opened: Opens, damaged: Paths, page: str
) -> None:
    app = opened(page)
    assert not app.exception
    (said,) = [each.value for each in app.error]
    assert said.startswith(f"**{words.ERROR_HEADING}**")
    assert "数値の表が取り込んだときから変わっています" in said
    links = [each.proto.page for each in app.get("page_link")]
    assert ("data_health" in links) == (page != "pages/data_health.py")
    assert damaged.figures.is_dir()


def test_the_page_on_the_figures_brings_the_figures_before_back(opened: Opens, damaged: Paths) -> None:
    app = opened("pages/data_health.py")
    (sure,) = [each for each in app.button if each.label == import_words.UNDO_SURE]
    app = sure.click().run()
    assert not app.exception
    assert not app.error
    assert app.title[0].value == "データの健康"
    assert (damaged.figures / CENSUS).read_bytes().endswith(b"\n")
