"""Two imports at once, an import that ends in the middle, and the way back to the figures before."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from small_files import (
    MUNICIPALITIES,
    care_file,
    care_row,
    changes_file,
    municipalities_file,
    topojson_file,
)

from carecompare.__main__ import main
from carecompare.errors import SourceError
from carecompare.paths import before, project_paths
from carecompare.sources import drafts as drafts_module
from carecompare.sources import earlier as earlier_module
from carecompare.sources import (
    earlier_editions,
    import_under_way,
    imported,
    prepared,
    read_figures,
    read_offices,
    restored,
)
from carecompare.sources.cells import check_digit
from carecompare.sources.earlier import MOST_KEPT, keep
from carecompare.sources.lock import locked
from carecompare.text.errors.explain import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.catalog import Catalog

HOLDER = """
import sys, time
from pathlib import Path
from carecompare.sources.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def offices(folder: Path, each: int, name: str = "jigyosho_320.csv") -> Path:
    rows = [
        care_row(
            都道府県コード又は市町村コード=code + check_digit(code),
            都道府県名=place[0],
            市区町村名=place[1],
            住所="1",
            緯度=f"{place[3]}",
            経度=f"{place[4]}",
            事業所番号=f"{code}{number:05}",
        )
        for code, place in MUNICIPALITIES.items()
        for number in range(each)
    ]
    return care_file(folder, rows, name)


@pytest.fixture
def figures(tmp_path: Path, catalog: Catalog) -> Path:
    folder = tmp_path / "data" / "figures"
    ground = [municipalities_file(tmp_path), changes_file(tmp_path), topojson_file(tmp_path)]
    imported(folder, ground, catalog)
    return folder


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_second_import_is_told_that_somebody_is_importing(
    figures: Path, tmp_path: Path, catalog: Catalog
) -> None:
    file = offices(tmp_path, 2)
    held = snapshot(figures)
    with locked(figures):
        assert import_under_way(figures)
        with pytest.raises(SourceError) as caught:
            imported(figures, [file], catalog, "2025-12")
        with pytest.raises(SourceError, match="import_under_way"):
            restored(figures)
    assert sentence(caught.value).startswith("ほかの人が取り込み中です。")
    assert snapshot(figures) == held
    assert not import_under_way(figures)
    imported(figures, [file], catalog, "2025-12")


def test_another_process_holds_the_lock_until_it_ends_even_by_force(
    figures: Path, tmp_path: Path, catalog: Catalog
) -> None:
    file = offices(tmp_path, 2)
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(figures)], stdout=subprocess.PIPE, text=True, env={**os.environ}
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(SourceError, match="import_under_way"):
            imported(figures, [file], catalog, "2025-12")
        holder.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        holder.wait(timeout=30)
    begun = time.monotonic()
    while import_under_way(figures):
        assert time.monotonic() - begun < 10
    assert len(imported(figures, [file], catalog, "2025-12").offices) == 22


def test_a_lock_is_let_go_when_the_import_fails(figures: Path, tmp_path: Path, catalog: Catalog) -> None:
    with pytest.raises(SourceError, match="file_missing"):
        imported(figures, [tmp_path / "none.csv"], catalog)
    assert not import_under_way(figures)


def test_undoing_brings_every_byte_back_and_forgets_what_it_brought(
    figures: Path, tmp_path: Path, catalog: Catalog
) -> None:
    held = snapshot(figures)
    imported(figures, [offices(tmp_path, 2)], catalog, "2025-12")
    assert snapshot(figures) != held
    (kept,) = [each for each in earlier_editions(figures) if each.files == ("jigyosho_320.csv",)]
    assert restored(figures) == kept
    assert snapshot(figures) == held
    assert read_figures(figures).counts.empty
    assert not kept.folder.exists()


def test_an_undo_that_was_confirmed_for_one_import_undoes_no_other(
    figures: Path, tmp_path: Path, catalog: Catalog
) -> None:
    imported(figures, [offices(tmp_path, 2)], catalog, "2025-12")
    at = earlier_editions(figures)[0].at
    held = snapshot(figures)
    with pytest.raises(SourceError, match="undo_moved_on"):
        restored(figures, "2026-11-24T09:00:00+09:00")
    assert snapshot(figures) == held
    restored(figures, at)
    assert snapshot(figures) != held


def test_imports_are_undone_one_after_the_other_from_the_newest(
    figures: Path, tmp_path: Path, catalog: Catalog
) -> None:
    states = []
    for number in range(1, MOST_KEPT + 3):
        states.append(snapshot(figures))
        imported(figures, [offices(tmp_path, number)], catalog, "2025-12", accept_jump=True)
    assert len(earlier_editions(figures)) == MOST_KEPT
    for state in reversed(states[-MOST_KEPT:]):
        restored(figures)
        assert snapshot(figures) == state
    with pytest.raises(SourceError, match="nothing_to_restore"):
        restored(figures)


def test_a_crash_between_keeping_and_writing_leaves_nothing_to_undo(
    figures: Path, tmp_path: Path, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, ways_back = snapshot(figures), earlier_editions(figures)

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("carecompare.sources.importing.write_edition", crash)
        with pytest.raises(KeyboardInterrupt):
            imported(figures, [offices(tmp_path, 2)], catalog, "2025-12")
    assert snapshot(figures) == held
    assert earlier_editions(figures) == ways_back
    imported(figures, [offices(tmp_path, 2)], catalog, "2025-12")
    restored(figures)
    assert snapshot(figures) == held


def test_a_crash_while_undoing_is_finished_by_the_next_reader(
    figures: Path, tmp_path: Path, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = snapshot(figures)
    imported(figures, [offices(tmp_path, 2)], catalog, "2025-12")

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("carecompare.sources.drafts._move", crash)
        with pytest.raises(KeyboardInterrupt):
            restored(figures)
    assert read_figures(figures).counts.empty
    assert snapshot(figures) == held


@pytest.mark.parametrize("next_step", ["import", "undo"])
def test_drafts_of_an_import_that_was_killed_never_become_part_of_the_next_operation(
    figures: Path, tmp_path: Path, catalog: Catalog, next_step: str
) -> None:
    held = snapshot(figures)
    imported(figures, [offices(tmp_path, 2)], catalog, "2025-12")
    now = snapshot(figures)
    for left in (
        figures / ".draft-0123" / "care_offices" / "2025.csv",  # as it is written now
        figures / "areas.csv.draft",  # as it was written once
        figures / "census_2020" / "2020.csv.draft.part",
        before(figures) / ".draft-0123" / "areas.csv",
    ):
        left.parent.mkdir(parents=True, exist_ok=True)
        left.write_text("half a ta")
    read_figures(figures)
    if next_step == "undo":
        restored(figures)
        assert snapshot(figures) == held
    else:
        imported(figures, [offices(tmp_path, 3)], catalog, "2025-12")
        assert len(read_offices(figures)) == 33
        restored(figures)
        assert snapshot(figures) == now
    assert [path for path in figures.parent.rglob("*draft*") if path != figures.parent] == []


def test_damaged_figures_can_be_undone_even_where_their_list_is_damaged(
    figures: Path, tmp_path: Path, catalog: Catalog
) -> None:
    held = snapshot(figures)
    imported(figures, [offices(tmp_path, 2)], catalog, "2025-12")
    (figures / "areas.csv").unlink()
    (figures / "manifest.json").write_text("{")
    with pytest.raises(SourceError) as caught:
        read_figures(figures)
    assert "取り込み前に戻す" in sentence(caught.value)
    restored(figures)
    assert {name: snapshot(figures).get(name) for name in held} == held
    assert read_figures(figures).counts.empty


def test_figures_damaged_after_an_import_that_failed_are_mended_by_what_it_had_kept(
    figures: Path, tmp_path: Path, catalog: Catalog
) -> None:
    imported(figures, [offices(tmp_path, 2)], catalog, "2025-12")
    held, ways_back = snapshot(figures), earlier_editions(figures)
    keep(figures, ["the import that failed.csv"])
    assert earlier_editions(figures) == ways_back
    (figures / "areas.csv").write_bytes(held["areas.csv"][:-9])
    assert [each.files for each in earlier_editions(figures)[:1]] == [("the import that failed.csv",)]
    restored(figures)
    assert snapshot(figures) == held
    assert earlier_editions(figures) == ways_back


def test_nothing_is_forgotten_while_the_figures_are_not_what_was_written(
    figures: Path, tmp_path: Path, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(figures, [offices(tmp_path, 2)], catalog, "2025-12")
    kept = [each.folder for each in earlier_editions(figures)]
    move = drafts_module._move  # noqa: SLF001 - a disk that lies cannot be had otherwise

    def damaging(whole: Path, folder: Path) -> None:
        move(whole, folder)
        (folder / "areas.csv").write_bytes(b"a disk that lies")

    with monkeypatch.context() as patch:
        patch.setattr(drafts_module, "_move", damaging)
        with pytest.raises(SourceError, match="figures_changed"):
            restored(figures)
    assert [each.folder for each in earlier_editions(figures)] == kept
    restored(figures)
    read_figures(figures)


def test_an_undo_that_was_killed_before_it_forgot_is_no_way_forward_after_the_next_undo(
    figures: Path, tmp_path: Path, catalog: Catalog
) -> None:
    states = [snapshot(figures)]
    for number in (1, 2):
        imported(figures, [offices(tmp_path, number)], catalog, "2025-12")
        states.append(snapshot(figures))
    last = earlier_editions(figures)[0].folder
    shutil.copytree(last, tmp_path / "not yet forgotten")
    restored(figures)
    (tmp_path / "not yet forgotten").rename(last)
    assert snapshot(figures) == states[1]
    restored(figures)
    assert snapshot(figures) == states[0]
    assert not last.exists()


def test_what_keeps_an_edition_and_does_not_say_when_is_passed_by(
    figures: Path, tmp_path: Path, catalog: Catalog
) -> None:
    imported(figures, [offices(tmp_path, 2)], catalog, "2025-12")
    known = earlier_editions(figures)
    (before(figures) / "000009").mkdir()
    (before(figures) / "000009" / earlier_module.REASON).write_text("{")
    (before(figures) / "000010").write_text("a file")
    assert earlier_editions(figures) == known
    assert restored(figures) == known[0]


def test_an_earlier_edition_that_was_touched_is_not_restored(
    figures: Path, tmp_path: Path, catalog: Catalog
) -> None:
    imported(figures, [offices(tmp_path, 2)], catalog, "2025-12")
    now = snapshot(figures)
    kept = earlier_editions(figures)[0].folder / "areas.csv"
    kept.write_bytes(kept.read_bytes() + b"x")
    with pytest.raises(SourceError, match="edition_damaged"):
        restored(figures)
    assert snapshot(figures) == now


def test_a_preview_writes_nothing_and_an_import_of_other_figures_than_previewed_is_refused(
    figures: Path, tmp_path: Path, catalog: Catalog
) -> None:
    held = snapshot(figures)
    file = offices(tmp_path, 2)
    steps: list[str] = []
    preview = prepared(figures, [file], catalog, "2025-12", progress=lambda _, step, __: steps.append(step))
    assert snapshot(figures) == held
    assert steps == ["step_open", "step_file", "step_compare", "step_changes"]
    assert preview.edition.new_log["change"].tolist() == ["column_new"]
    imported(figures, [offices(tmp_path, 1, "jigyosho_210.csv")], catalog, "2025-12")
    with pytest.raises(SourceError, match="figures_moved_on"):
        imported(figures, [file], catalog, "2025-12", expected=preview.before)


def test_the_command_says_its_steps_and_undoes(
    figures: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    held = snapshot(figures)
    (figures.parent / "catalog").symlink_to(project_paths().catalog, target_is_directory=True)
    monkeypatch.setenv("CARECOMPARE_DATA", str(figures.parent))
    assert main(["import", "--as-of", "2025-12", str(offices(tmp_path, 2))]) == 0
    said = capsys.readouterr()
    assert "読み取り：jigyosho_320.csv" in said.err
    assert said.err.splitlines()[-1] == "書き込みました"
    assert "新しく11地域の値" in said.out
    assert main(["undo"]) == 0
    assert capsys.readouterr().out == "jigyosho_320.csvを取り込む前の数値に戻しました。\n"
    assert snapshot(figures) == held
    assert main(["undo"]) == 2
    assert "戻せる取り込みはありません" in capsys.readouterr().err


def test_what_is_kept_lies_beside_the_figures(figures: Path, tmp_path: Path, catalog: Catalog) -> None:
    imported(figures, [offices(tmp_path, 2)], catalog, "2025-12")
    assert before(figures) == figures.parent / "figures_before"
    assert earlier_module.REASON in {path.name for path in before(figures).rglob("*")}
