"""What a visitor gave or typed stays, and is said to be older, when somebody else saves meanwhile."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from carecompare.own import INITIATIVES, Folder, Initiatives, Shelf
from carecompare.own.contents.districts import DISTRICTS, Block, District, Districts
from carecompare.own.contents.persons import PERSONS, TownPersons
from carecompare.own.contents.plan_figures import PLAN_FIGURES, Limits, PlanFigures
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
