from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from databases import written_over

from carecompare.errors import OwnDataError
from carecompare.own import (
    COMPARATOR_SETS,
    NOTES,
    ComparatorSets,
    Folder,
    Kind,
    Memory,
    Note,
    Shelf,
    place_at,
)
from carecompare.own.keeping import storage

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(params=["files", "memory", "database"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Shelf:
    if request.param == "memory":
        return Shelf(Memory({}))
    return Shelf(
        place_at(request.getfixturevalue("database") if request.param == "database" else str(tmp_path))
    )


def test_what_was_never_saved_is_not_there(shelf: Shelf) -> None:
    assert shelf.kept("15202", NOTES) is None
    assert shelf.history("15202", NOTES) == []
    assert shelf.latest("15202", NOTES) == 0


def test_the_folders_are_those_of_what_was_saved(shelf: Shelf) -> None:
    assert shelf.folders("15202") == frozenset()
    shelf.save("15202", NOTES.of("care_need"), Note("a"), 0, "")
    shelf.save("15202", COMPARATOR_SETS, ComparatorSets(), 0, "")
    shelf.save("46523", NOTES, Note("b"), 0, "")
    assert shelf.folders("15202") == {NOTES.of("care_need").folder, COMPARATOR_SETS.folder}


def test_a_save_is_found_again_with_its_author_and_time(shelf: Shelf) -> None:
    shelf.save("15202", NOTES, Note("長岡の分析\n2行目"), 0, "  介護保険課\n 計画係 ")
    kept = shelf.kept("15202", NOTES)
    assert kept is not None
    assert (kept.content.text, kept.version, kept.author) == (
        "長岡の分析\n2行目",
        1,
        "介護保険課 計画係",
    )
    assert timedelta(0) <= datetime.now(UTC) - kept.saved_at < timedelta(minutes=1)


def test_towns_kinds_and_parts_do_not_meet(shelf: Shelf) -> None:
    shelf.save("15202", NOTES, Note("a"), 0, "")
    shelf.save("46523", NOTES, Note("b"), 0, "")
    shelf.save("15202", NOTES.of("care_need"), Note("c"), 0, "")
    shelf.save("15202", COMPARATOR_SETS, ComparatorSets(), 0, "")
    for area, kind, text in (
        ("15202", NOTES, "a"),
        ("46523", NOTES, "b"),
        ("15202", NOTES.of("care_need"), "c"),
    ):
        kept = shelf.kept(area, kind)
        assert kept is not None
        assert kept.content == Note(text)


def test_undo_is_an_earlier_content_as_a_new_version(shelf: Shelf) -> None:
    for version, text in enumerate(("one", "two", "three")):
        shelf.save("15202", NOTES, Note(text), version, "甲")
    restored = shelf.restore("15202", NOTES, 1, 3, "乙")
    assert (restored.content.text, restored.version, restored.restored_from) == ("one", 4, 1)
    history = shelf.history("15202", NOTES)
    assert [(each.version, each.author, each.restored_from) for each in history] == [
        (4, "乙", 1),
        (3, "甲", 0),
        (2, "甲", 0),
        (1, "甲", 0),
    ]
    assert shelf.at("15202", NOTES, 3).content.text == "three"


def test_a_version_that_never_was_cannot_be_restored(shelf: Shelf) -> None:
    shelf.save("15202", NOTES, Note("one"), 0, "")
    with pytest.raises(OwnDataError) as caught:
        shelf.restore("15202", NOTES, 7, 1, "")
    assert caught.value.problem == "own_version_missing"
    assert caught.value.fields["file"] == "15202/notes/000007.json"


@pytest.mark.parametrize("name", ["", "../15202", "a/b", "15202\n", "CON.txt", "あ", "a" * 61])
def test_no_name_leads_out_of_the_folder(shelf: Shelf, name: str) -> None:
    for attempt in (
        lambda: shelf.save(name, NOTES, Note(""), 0, ""),
        lambda: shelf.kept(name, NOTES),
        lambda: shelf.history(name, NOTES),
        lambda: NOTES.of(name),
    ):
        with pytest.raises(OwnDataError) as caught:
            attempt()
        assert caught.value.problem == "own_name_wrong"


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        (lambda _: b"", "own_unreadable"),
        (lambda written: written[:-9], "own_unreadable"),
        (lambda _: b"\xff\xfe\x00", "own_unreadable"),
        (lambda written: written.replace(b'"text"', b'"texts"'), "own_unreadable"),
        (lambda written: written.replace(b'"two"', b"2"), "own_unreadable"),
        (lambda written: written.replace(b'"schema":1', b'"schema":2'), "own_other_schema"),
        (lambda written: written.replace(b"15202", b"46523"), "own_elsewhere"),
        (lambda written: written.replace(b'"version":2', b'"version":9'), "own_elsewhere"),
    ],
)
def test_a_damaged_file_is_named_and_the_others_stay_usable(
    kept_at: str, damage: object, problem: str
) -> None:
    shelf = Shelf(place_at(kept_at))
    shelf.save("15202", NOTES, Note("one"), 0, "")
    shelf.save("15202", NOTES, Note("two"), 1, "")
    shelf.save("15202", COMPARATOR_SETS, ComparatorSets(), 0, "")
    written_over(kept_at, "15202", "notes", 2, damage(shelf.written("15202", NOTES, 2)))  # type: ignore[operator]
    with pytest.raises(OwnDataError) as caught:
        shelf.kept("15202", NOTES)
    assert (caught.value.problem, caught.value.fields["file"]) == (problem, "15202/notes/000002.json")
    assert shelf.kept("15202", COMPARATOR_SETS) is not None
    assert [each.problem is None for each in shelf.history("15202", NOTES)] == [False, True]
    assert shelf.restore("15202", NOTES, 1, 2, "").content == Note("one")
    assert shelf.kept("15202", NOTES) == shelf.at("15202", NOTES, 3)


def test_strange_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    shelf = Shelf(Folder(tmp_path))
    shelf.save("15202", NOTES, Note("one"), 0, "")
    for name in ("000002.json.bak", "000003", "Thumbs.db"):
        (tmp_path / "15202" / "notes" / name).write_text("x", encoding="utf-8")
    assert shelf.latest("15202", NOTES) == 1
    assert shelf.save("15202", NOTES, Note("two"), 1, "").version == 2
    assert len(list((tmp_path / "15202" / "notes").iterdir())) == 5


def test_what_could_not_be_read_again_is_not_saved(shelf: Shelf) -> None:
    with pytest.raises(OwnDataError) as caught:
        shelf.save("15202", NOTES, Note("half a character: \ud842"), 0, "")
    assert caught.value.problem == "own_content_wrong"
    assert shelf.latest("15202", NOTES) == 0


def test_a_visit_holds_only_so_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage, "LARGEST_BYTES", 1_000)
    shelf = Shelf(Memory({}))
    shelf.save("15202", NOTES, Note("a" * 500), 0, "")
    with pytest.raises(OwnDataError) as caught:
        shelf.save("15202", NOTES, Note("b" * 500), 1, "")
    assert caught.value.problem == "own_visit_full"
    assert shelf.latest("15202", NOTES) == 1


def test_a_file_says_what_it_is(tmp_path: Path) -> None:
    Shelf(Folder(tmp_path)).save("15202", NOTES.of("care_need"), Note("x"), 0, "甲")
    written = json.loads((tmp_path / "15202" / "notes.care_need" / "000001.json").read_text(encoding="utf-8"))
    assert {name: written[name] for name in ("area", "kind", "part", "schema", "version", "author")} == {
        "area": "15202",
        "kind": "notes",
        "part": "care_need",
        "schema": 1,
        "version": 1,
        "author": "甲",
    }


def test_a_kind_of_a_newer_program_is_refused_with_its_number(shelf: Shelf) -> None:
    shelf.save("15202", Kind("notes", Note, schema=2), Note("x"), 0, "")
    with pytest.raises(OwnDataError) as caught:
        shelf.kept("15202", NOTES)
    assert caught.value.fields["found"] == 2
