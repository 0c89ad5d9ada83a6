"""計画値と実績: entered by a table, judged, reasons written, limits set, taken back."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from carecompare.own import Folder, Shelf
from carecompare.own.contents.plan_figures import (
    PLAN_FIGURES,
    PLAN_REVIEW,
    Limits,
    PlanFigure,
    PlanFigures,
)
from carecompare.own.uploads.plan_form import form_texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from streamlit.testing.v1 import AppTest

    from carecompare.catalog import Catalog

    Opens = Callable[..., AppTest]

PAGE = "pages/plan_progress.py"
OWN = "46523"
REVIEW = PLAN_REVIEW.of("2025-final")
KEPT = PlanFigures(
    (
        PlanFigure("certified.persons", 2025, planned=120, actual=112),
        PlanFigure("home_help.cost", 2025, planned=9_000, actual=6_300),
    )
)


def said(app: AppTest) -> str:
    kinds = ("subheader", "caption", "info", "warning", "error", "success", "markdown")
    found = [str(element.value) for kind in kinds for element in app.get(kind)]
    return "\n".join([*found, *(str(element.proto.body) for element in app.get("html"))])


def pressed(app: AppTest, key: str) -> AppTest:
    app = app.button(key=key).click().run()
    assert not app.exception
    return app


def kept(kept_in: Path) -> PlanFigures | None:
    found = Shelf(Folder(kept_in)).kept(OWN, PLAN_FIGURES)
    return found.content if found else None


def uploaded(app: AppTest, rows: list[list[str]], version: int = 0) -> AppTest:
    stream = io.StringIO()
    csv.writer(stream).writerows(rows)
    box = app.file_uploader(key=f"plan_upload_{OWN}_{version}")
    app = box.set_value([("計画.csv", stream.getvalue().encode("cp932"), "text/csv")]).run()
    assert not app.exception
    return app


def test_a_table_is_checked_previewed_saved_judged_and_taken_back(
    kept_in: Path, opened: Opens, catalog: Catalog
) -> None:
    app = opened(PAGE, own=OWN, cycle="2025-final")
    assert not app.exception
    assert not app.error
    assert "まだ入っていません" in app.info[0].value
    app.text_input(key="own_author_widget").set_value("計画係").run()
    rows = form_texts(catalog.plan, KEPT)
    wrong = [list(row) for row in rows]
    wrong[1][5], wrong[3][1] = "百人", "訪問看誤"
    app = uploaded(app, wrong)
    assert "直すところが2件" in app.error[0].value
    assert "訪問看護" in said(app)
    assert kept(kept_in) is None
    app = uploaded(app, rows)
    pressed(app, "plan_save_table")
    assert "保存しました" in app.success[0].value
    assert kept(kept_in) == KEPT
    assert "は、2項目のうち○が1・×が1" in app.subheader[0].value
    pressed(app, f"undo_{PLAN_FIGURES.folder}")
    assert kept(kept_in) == PlanFigures()


def test_reasons_and_limits_are_written_saved_and_shown_in_the_table(kept_in: Path, opened: Opens) -> None:
    Shelf(Folder(kept_in)).save(OWN, PLAN_FIGURES, KEPT, 0, "計画係")
    app = opened(PAGE, own=OWN, cycle="2025-final")
    app.text_input(key="own_author_widget").set_value("計画係").run()
    app.selectbox(key="plan_reason_item").set_value("home_help.cost").run()
    key = f"{OWN}_2025-final_home_help.cost"
    app.button_group(key=f"plan_reason_cause_{key}").set_value("staff").run()
    app.text_area(key=f"plan_reason_words_{key}").set_value("ヘルパーが2人辞めた").run()
    app.text_area(key=f"plan_reason_next_{key}").set_value("県の研修に出す").run()
    pressed(app, "plan_review_save")
    found = Shelf(Folder(kept_in)).kept(OWN, REVIEW)
    assert found is not None
    (line,) = found.content.lines
    assert (line.id, line.cause, line.words, line.next) == (
        "home_help.cost",
        "staff",
        "ヘルパーが2人辞めた",
        "県の研修に出す",
    )
    assert "人材：ヘルパーが2人辞めた" in said(app)
    app.number_input(key=f"plan_limit_{OWN}_close_fair").set_value(30.0).run()
    pressed(app, "plan_limits_save")
    content = kept(kept_in)
    assert content is not None
    assert content.close == Limits(5, 10, 30)
    assert content.figures == KEPT.figures
    assert "は、2項目のうち○が1・△が1" in app.subheader[0].value
    app.number_input(key=f"plan_limit_{OWN}_close_best").set_value(50.0).run()
    pressed(app, "plan_limits_save")
    assert "境目の順" in app.error[0].value
    assert kept(kept_in) == content


def test_where_nothing_is_kept_nothing_is_offered_to_enter(
    kept_in: Path, opened: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    Shelf(Folder(kept_in)).save(OWN, PLAN_FIGURES, KEPT, 0, "計画係")
    monkeypatch.setenv("CARECOMPARE_MODE", "readonly")
    app = opened(PAGE, own=OWN, cycle="2025-final")
    assert not app.exception
    assert "2項目のうち" in app.subheader[0].value
    assert not app.file_uploader
    assert not [each for each in app.button if each.key and "save" in each.key]


def test_a_cycle_that_is_none_is_the_one_that_is_due(opened: Opens) -> None:
    app = opened(PAGE, own=OWN, cycle="1999-x")
    assert not app.exception
    assert app.selectbox(key="choice_cycle").value.startswith("20")
