"""What a visitor gave or typed stays, and is said to be older, when somebody else saves meanwhile."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import pytest
from streamlit.testing.v1 import AppTest

from carecompare.own import (
    INITIATIVES,
    PLAN_CHECK,
    WORKSHEET,
    CheckLine,
    Folder,
    Initiatives,
    SheetLine,
    Shelf,
    WorksheetLine,
)
from carecompare.own.contents.districts import DISTRICTS, Block, District, Districts
from carecompare.own.contents.persons import PERSONS, TownPersons
from carecompare.own.contents.plan_figures import (
    PLAN_FIGURES,
    PLAN_REVIEW,
    Limits,
    PlanFigure,
    PlanFigures,
    ReviewLine,
)
from carecompare.own.uploads.plan_form import form_texts
from carecompare.text.own import initiative_words, keeping_words
from carecompare.text.topics import plan_progress_words
from carecompare.ui.parts.grids import GRIDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carecompare.catalog import Catalog
    from carecompare.own import Content, Kind

    Opens = Callable[..., AppTest]

OWN = "43212"
TOWNS = (
    *(f"大矢野町{each}" for each in ("上", "中", "湯島", "登立", "維和")),
    *(f"松島町{each}" for each in ("今泉", "内野河内", "合津", "教良木", "阿村")),
    *("姫戸町二間戸", "姫戸町姫浦", "龍ヶ岳町大道", "龍ヶ岳町樋島", "龍ヶ岳町高戸"),
)
NORTH = Districts((District("北", (Block("大矢野町上", ""),)),))
MESH = (
    "KEY_CODE,HTKSYORI,HTKSAKI,GASSAN,T001101001,T001101019,T001101022\n,,,,a,b,c\n483073121,0,,,50,30,20\n"
)


def csv_of(*rows: list[str]) -> bytes:
    stream = io.StringIO()
    csv.writer(stream).writerows(rows)
    return stream.getvalue().encode()


def files(catalog: Catalog) -> dict[str, bytes]:
    roles = initiative_words.ROLES
    type_name = next(iter(catalog.initiative_types.values())).label_ja
    initiative = {roles["title"]: "移動販売", roles["types"]: type_name}
    heading, *rows = form_texts(catalog.plan, PlanFigures())
    planned = heading.index(next(each for each in heading if "計画" in each))
    rows[0][planned] = "10"
    return {
        "initiatives": csv_of(list(initiative), list(initiative.values())),
        "plan": csv_of(heading, *rows),
        "districts": csv_of(["圏域", "町丁・字"], *(["南", each] for each in TOWNS)),
        "persons": MESH.encode("cp932"),
    }


PLACES: dict[str, tuple[str, str, Kind[Content], Content, str]] = {
    "initiatives": (
        "own_initiatives",
        f"initiatives_upload_{OWN}_0",
        INITIATIVES,
        Initiatives(),
        "initiatives_save_table",
    ),
    "plan": ("plan_progress", f"plan_upload_{OWN}_0", PLAN_FIGURES, PlanFigures(), "plan_save_table"),
    "districts": (
        "reach_districts",
        f"reach_districts_upload_{OWN}_0",
        DISTRICTS,
        NORTH,
        "reach_districts_save",
    ),
    "persons": ("reach", f"reach_persons_files_{OWN}_0", PERSONS, TownPersons(), "reach_persons_save"),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_file_stays_in_its_box_when_others_save_and_is_saved_knowingly(
    place: str, opened: Opens, kept_in: Path, catalog: Catalog
) -> None:
    page, box, kind, theirs, save = PLACES[place]
    app = opened(f"pages/{page}.py", own=OWN)
    app.session_state["own_author"] = "計画係"
    if place == "districts":
        app.segmented_control(key="reach_districts_way").set_value("file").run()
    file = (f"{place}.{'txt' if place == 'persons' else 'csv'}", files(catalog)[place], "text/csv")
    app.file_uploader(key=box).set_value([file] if place == "persons" else file).run()
    assert not app.exception
    assert [each.key for each in app.button if each.key == save] == [save]
    shelf = Shelf(Folder(kept_in))
    shelf.save(OWN, kind, theirs, 0, "介護保険課")
    app.run()
    assert keeping_words.NEWER_FILE.format(version=1) in [each.value for each in app.warning]
    app.button(key=save).click().run()
    assert not app.exception
    assert any("介護保険課が新しい内容を保存しました" in each.value for each in app.error)
    assert shelf.latest(OWN, kind) == 1
    app.button(key=save).click().run()
    assert not app.exception
    assert shelf.latest(OWN, kind) == 2
    # What is saved has left its box, so that it is not saved twice.
    assert box not in [each.key for each in app.file_uploader]


def grid_script() -> None:
    """Draw a grid, without its widget: what a widget holds is put into the session by the test."""
    import streamlit as st  # noqa: PLC0415 - the body alone is the script

    from carecompare.ui.parts.grids import begun_grid  # noqa: PLC0415

    version = int(st.session_state.get("kept", 1))
    grid = begun_grid("remarks", version, lambda: f"rows of {version}")
    st.text(f"{grid.key}|{grid.version}|{grid.began}")


def test_a_grid_follows_others_until_something_is_typed_and_then_says_so() -> None:
    app = AppTest.from_function(grid_script).run()
    assert app.text[0].value == "grid_remarks_1|1|rows of 1"
    app.session_state["kept"] = 2
    assert app.run().text[0].value == "grid_remarks_2|2|rows of 2"
    assert not app.warning
    app.session_state["grid_remarks_2"] = {"edited_rows": {0: {}}, "added_rows": [], "deleted_rows": []}
    app.session_state["kept"] = 3
    assert app.run().text[0].value == "grid_remarks_2|2|rows of 2"
    assert app.warning[0].value == keeping_words.NEWER.format(version=3)
    app.button(key="remarks_mine").click().run()
    assert app.text[0].value == "grid_remarks_2|3|rows of 2"
    assert not app.warning
    app.session_state["kept"] = 4
    app.run().button(key="remarks_again").click().run()
    assert app.text[0].value == "grid_remarks_4|4|rows of 4"
    assert GRIDS + "remarks" in app.session_state


def test_a_limit_that_was_typed_stays_when_others_set_theirs(opened: Opens, kept_in: Path) -> None:
    app = opened("pages/plan_progress.py", own=OWN)
    key = f"plan_limit_{OWN}_close_fair"
    app.number_input(key=key).set_value(31.0).run()
    theirs = PlanFigures().limits(close=Limits(1, 2, 3), reach=Limits(90, 80, 70))
    Shelf(Folder(kept_in)).save(OWN, PLAN_FIGURES, theirs, 0, "介護保険課")
    app.run()
    assert app.number_input(key=key).value == 31.0
    assert app.number_input(key=f"plan_limit_{OWN}_close_best").value == 1.0
    assert plan_progress_words.LIMITS_NEWER in [each.value for each in app.warning]
    app.number_input(key=key).set_value(3.0).run()
    assert plan_progress_words.LIMITS_NEWER not in [each.value for each in app.warning]


FIGURES = PlanFigures(
    (
        PlanFigure("certified.persons", 2025, planned=120, actual=112),
        PlanFigure("home_help.cost", 2025, planned=9_000, actual=6_300),
    )
)
REVIEW, SHEET, CHECK = PLAN_REVIEW.of("2025-final"), WORKSHEET.of("2026"), PLAN_CHECK.of("10")
# Of each page with lines: its link, what the town keeps, two lines, how one is opened, its box, what saves.
LINES: dict[str, tuple[dict[str, str], Kind[Any], type[SheetLine], tuple[str, str], str, str]] = {
    "worksheet": (
        {"sheet": "2026"},
        SHEET,
        WorksheetLine,
        ("c_1", "c_2"),
        f"worksheet_words_{OWN}_2026_{{}}",
        "worksheet_save",
    ),
    "plan": ({}, CHECK, CheckLine, ("p10_1", "p10_2"), f"plan_words_{OWN}_{{}}", "plan_save"),
    "plan_progress": (
        {"cycle": "2025-final"},
        REVIEW,
        ReviewLine,
        ("home_help.cost", "certified.persons"),
        f"plan_reason_words_{OWN}_2025-final_{{}}",
        "plan_review_save",
    ),
}


def opened_line(app: AppTest, page: str, line: str) -> AppTest:
    if page == "plan_progress":
        return app.selectbox(key="plan_reason_item").set_value(line).run()
    return app.button(key=f"{page}_open_{line}").click().run()


@pytest.mark.parametrize("page", LINES)
def test_words_written_over_a_line_that_others_saved_unseen_are_asked_about_and_none_is_lost(
    page: str, opened: Opens, kept_in: Path
) -> None:
    query, kind, line, (first, second), box, save = LINES[page]
    shelf = Shelf(Folder(kept_in))
    shelf.save(OWN, PLAN_FIGURES, FIGURES, 0, "計画係")
    shelf.save(OWN, kind, kind.content((line(first, words="前の言葉"),)), 0, "計画係")
    app = opened(f"pages/{page}.py", own=OWN, **query)
    app.session_state["own_author"] = "計画係"
    app = opened_line(app, page, first)
    assert app.text_area(key=box.format(first)).value == "前の言葉"
    theirs = (line(first, words="よその係の言葉"), line(second, words="別の行"))
    shelf.save(OWN, kind, kind.content(theirs), 1, "介護保険課")
    # What is typed goes on from the words that were seen, not from those that nobody here has read.
    app.text_area(key=box.format(first)).set_value("前の言葉に足した言葉").run()
    assert not app.exception
    assert any("介護保険課" in each.value for each in app.warning)
    app.button(key=save).click().run()
    assert not app.exception
    assert any("介護保険課が新しい内容を保存しました" in each.value for each in app.error)
    said = "".join(str(each.value) for each in (*app.code, *app.text, *app.markdown, *app.caption))
    said += "".join(each.value for each in app.text_area)
    assert "よその係の言葉" in said
    assert "前の言葉に足した言葉" in said
    kept = shelf.kept(OWN, kind)
    assert kept is not None
    assert kept.content.lines == theirs
    app.button(key=save).click().run()
    assert not app.exception
    kept = shelf.kept(OWN, kind)
    assert kept is not None
    assert kept.version == 3
    assert [(each.id, each.words) for each in kept.content.lines] == [
        (first, "前の言葉に足した言葉"),
        (second, "別の行"),
    ]


def test_limits_of_marks_and_figures_saved_on_an_older_version_are_refused_and_then_saved_knowingly(
    opened: Opens, kept_in: Path
) -> None:
    shelf = Shelf(Folder(kept_in))
    shelf.save(OWN, PLAN_FIGURES, FIGURES, 0, "計画係")
    app = opened("pages/plan_progress.py", own=OWN, cycle="2025-final")
    app.session_state["own_author"] = "計画係"
    app.number_input(key=f"plan_limit_{OWN}_close_fair").set_value(31.0).run()
    theirs = FIGURES.limits(close=Limits(1, 2, 3), reach=Limits(90, 80, 70))
    shelf.save(OWN, PLAN_FIGURES, theirs, 1, "介護保険課")
    app.button(key="plan_limits_save").click().run()
    assert not app.exception
    assert any("介護保険課が新しい内容を保存しました" in each.value for each in app.error)
    kept = shelf.kept(OWN, PLAN_FIGURES)
    assert kept is not None
    assert kept.content == theirs
    assert app.number_input(key=f"plan_limit_{OWN}_close_fair").value == 31.0
    assert app.number_input(key=f"plan_limit_{OWN}_close_best").value == 1.0
    app.button(key="plan_limits_save").click().run()
    kept = shelf.kept(OWN, PLAN_FIGURES)
    assert kept is not None
    assert (kept.version, kept.content.close, kept.content.reach) == (
        3,
        Limits(1, 2, 31),
        Limits(90, 80, 70),
    )
    assert kept.content.figures == FIGURES.figures
