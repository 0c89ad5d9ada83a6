"""What was confirmed is there, whatever happens to the process; two writers never overwrite each other."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from carecompare.disk import taken
from carecompare.errors import OwnConflictError, OwnDataError
from carecompare.own import NOTES, Folder, Note, Shelf, place_at
from carecompare.own.keeping.storage import DRAFT
from carecompare.text.errors.explain import sentence

HERE = Path(__file__).parent
KILLS = 200
RIVALS = 4
ROUNDS = 4


@pytest.mark.usefixtures("posix")
def test_kills_at_random_moments_lose_no_confirmed_save_and_leave_no_half_file(
    kept_at: str, tmp_path: Path
) -> None:
    kills = KILLS if kept_at.startswith(str(tmp_path)) else KILLS // 4  # a connection takes its time
    command = [sys.executable, str(HERE / "killed_savers.py"), kept_at, str(kills), "20130729"]
    finished = subprocess.run(command, capture_output=True, text=True, check=True)
    confirmed = [line.split() for line in finished.stdout.splitlines()]
    assert len(confirmed) > kills / 10, "the processes lived long enough to save"
    shelf = Shelf(place_at(kept_at))
    for area, version, length in confirmed:
        assert len(shelf.at(area, NOTES, int(version)).content.text) == int(length)
    for area in {each[0] for each in confirmed}:
        history = shelf.history(area, NOTES)
        assert [saving.problem for saving in history if saving.problem] == []
        assert [saving.version for saving in history] == list(range(len(history), 0, -1))
    # What the last kills left half-written goes with the next save.
    for area in {each[0] for each in confirmed}:
        shelf.save(area, NOTES, Note("after"), shelf.latest(area, NOTES), "")
    assert list(tmp_path.rglob(f"{DRAFT}*")) == []


def test_of_processes_that_save_at_once_one_is_kept_and_the_others_are_shown_it(
    kept_at: str, tmp_path: Path
) -> None:
    for round_number in range(1, ROUNDS + 1):
        meeting = tmp_path / f"meeting{round_number}"
        meeting.mkdir()
        starter = meeting / "start"
        rivals = [
            subprocess.Popen(
                [sys.executable, str(HERE / "rival_saver.py"), kept_at, name, str(starter)],
                stdout=subprocess.PIPE,
                text=True,
            )
            for name in (f"r{number}" for number in range(RIVALS))
        ]
        while len(list(meeting.glob("ready-*"))) < RIVALS:
            assert all(rival.poll() in {None, 0} for rival in rivals)
            time.sleep(0.005)
        starter.touch()
        answers = [rival.communicate(timeout=60)[0].split() for rival in rivals]
        kept = [answer for answer in answers if answer[0] == "kept"]
        assert len(kept) == 1
        assert kept[0][1] == str(round_number)
        assert {tuple(answer[1:]) for answer in answers} == {tuple(kept[0][1:])}


def test_a_conflict_carries_both_and_changes_nothing(kept_at: str) -> None:
    shelf = Shelf(place_at(kept_at))
    shelf.save("15202", NOTES, Note("mine at first"), 0, "介護保険課")
    theirs = shelf.save("15202", NOTES, Note("theirs"), 1, "高齢福祉課")
    with pytest.raises(OwnConflictError) as caught:
        shelf.save("15202", NOTES, Note("mine"), 1, "介護保険課")
    assert (caught.value.newer, caught.value.mine) == (theirs, Note("mine"))
    assert shelf.kept("15202", NOTES) == theirs
    assert shelf.latest("15202", NOTES) == 2


def test_a_draft_with_a_writer_stays_and_one_without_goes_whatever_the_clock_says(tmp_path: Path) -> None:
    shelf = Shelf(Folder(tmp_path))
    shelf.save("15202", NOTES, Note("first"), 0, "")
    folder = tmp_path / "15202" / "notes"
    left, writing = folder / f"{DRAFT}left", folder / f"{DRAFT}writing"
    left.write_bytes(b"half")
    tomorrow = time.time() + 86_400
    with writing.open("wb") as opened:
        assert taken(opened.fileno())
        for draft in (left, writing):
            os.utime(draft, (tomorrow, tomorrow))
        Folder(tmp_path).tidy()
        assert [left.exists(), writing.exists()] == [False, True]
    shelf.save("15202", NOTES, Note("second"), 1, "")
    assert not writing.exists()


def test_a_file_in_the_place_of_the_folder_is_said_and_is_no_conflict(tmp_path: Path) -> None:
    (tmp_path / "own").write_text("", encoding="utf-8")
    with pytest.raises(OwnDataError) as caught:
        Folder(tmp_path / "own").add("15202", "notes", 1, b"{}")
    assert caught.value.problem == "own_not_saved"
    assert "フォルダーの場所にファイルがあります" in sentence(caught.value)


@pytest.mark.parametrize("refusal", ["write", "link"])
def test_a_full_disk_is_said_and_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusal: str
) -> None:
    shelf = Shelf(Folder(tmp_path))
    first = shelf.save("15202", NOTES, Note("first"), 0, "")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, {"write": "fsync", "link": "link"}[refusal], full)
    with pytest.raises(OwnDataError) as caught:
        shelf.save("15202", NOTES, Note("second"), 1, "")
    assert caught.value.problem == "own_not_saved"
    monkeypatch.undo()
    assert shelf.kept("15202", NOTES) == first
    assert [path.name for path in (tmp_path / "15202" / "notes").iterdir()] == ["000001.json"]
