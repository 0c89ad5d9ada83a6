"""What towns keep in a real PostgreSQL: stopped under use, moved to and from, backed up, never changed."""

from __future__ import annotations

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import psycopg
import pytest
from databases import postgres_program, written_over

from carecompare.__main__ import main
from carecompare.errors import OwnDataError
from carecompare.own import NOTES, Folder, Note, Shelf, move, place_at
from carecompare.own.keeping.database import MOST_CONNECTIONS, Database
from carecompare.text.errors.explain import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from databases import Postgres

    from carecompare.own.keeping.storage import OfficePlace

TOWN = "15202"


def saved(shelf: Shelf, *texts: str) -> None:
    for text in texts:
        shelf.save(TOWN, NOTES, Note(text), shelf.latest(TOWN, NOTES), "計画係")


def everything(place: OfficePlace) -> dict[tuple[str, str, int], bytes]:
    return {
        (area, folder, version): place.read(area, folder, version)
        for area, folder in place.held()
        for version in place.versions(area, folder)
    }


def test_a_database_that_stops_is_said_loses_nothing_and_is_used_again_when_it_starts(
    postgres: Postgres, database: str
) -> None:
    shelf = Shelf(place_at(database))
    saved(shelf, "one")
    for mode in ("fast", "immediate"):
        postgres.stop(mode)
        try:
            for attempt in (
                lambda: shelf.kept(TOWN, NOTES),
                lambda: saved(shelf, "lost"),
                lambda: place_at(database).add(TOWN, "notes", 9, b"lost"),
            ):
                with pytest.raises(OwnDataError) as caught:
                    attempt()
                assert caught.value.problem == "own_database_away"
        finally:
            postgres.start()
        kept = shelf.kept(TOWN, NOTES)
        assert kept is not None
        saved(shelf, f"after {mode}")
    assert [each.author for each in shelf.history(TOWN, NOTES)] == ["計画係"] * 3
    assert "つながりません" in sentence(caught.value)


def test_savers_go_on_while_the_database_is_stopped_and_started_and_lose_nothing(
    postgres: Postgres, database: str
) -> None:
    shelf = Shelf(place_at(database))
    done = threading.Event()
    problems: set[str] = set()

    def save(area: str) -> list[int]:
        acknowledged = []
        while not done.is_set():
            try:
                kept = shelf.save(area, NOTES, Note("x"), shelf.latest(area, NOTES), "")
            except OwnDataError as problem:
                problems.add(problem.problem)
            else:
                acknowledged.append(kept.version)
        return acknowledged

    with ThreadPoolExecutor(4) as pool:
        savers = [pool.submit(save, f"0{number}") for number in range(4)]
        try:
            for mode in ("fast", "immediate"):
                postgres.stop(mode)
                postgres.start()
            # Every one of them has saved again since.
            last = {number: shelf.latest(f"0{number}", NOTES) for number in range(4)}
            while any(shelf.latest(f"0{number}", NOTES) <= last[number] for number in range(4)):
                pass
        finally:
            done.set()
    assert problems <= {"own_database_away", "own_database_silent", "own_conflict"}
    for number, saver in enumerate(savers):
        versions = place_at(database).versions(f"0{number}", "notes")
        assert set(saver.result()) <= set(versions)
        assert versions == list(range(1, len(versions) + 1))


def test_an_answer_that_is_lost_is_asked_for_again(database: str) -> None:
    shelf = Shelf(place_at(database))
    saved(shelf, "one")
    with (
        psycopg.connect(database) as other,
        psycopg.connect(database, autocommit=True) as watcher,
        ThreadPoolExecutor() as pool,
    ):
        other.execute("LOCK TABLE carecompare_versions IN EXCLUSIVE MODE")
        saving = pool.submit(saved, shelf, "two")
        waiting = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
        while not watcher.execute(waiting).fetchall():
            assert not saving.done()
        other.rollback()
        saving.result()
    assert [each.version for each in shelf.history(TOWN, NOTES)] == [2, 1]


def test_versions_are_added_and_nothing_else(database: str) -> None:
    saved(Shelf(place_at(database)), "one")
    for statement in (
        b"UPDATE carecompare_versions SET version = 9",
        b"DELETE FROM carecompare_versions",
        b"TRUNCATE carecompare_versions",
    ):
        with psycopg.connect(database) as connection, pytest.raises(psycopg.errors.RaiseException):
            connection.execute(statement)


def test_replicas_that_start_together_make_one_table(database: str) -> None:
    replicas = [Database(database) for _ in range(8)]
    with ThreadPoolExecutor(len(replicas)) as pool:
        assert list(pool.map(lambda each: each.held(), replicas)) == [[]] * len(replicas)
    for each in replicas:
        each.close()


def test_a_process_holds_few_connections_however_many_visitors_ask(database: str) -> None:
    place = Database(database)
    with ThreadPoolExecutor(40) as pool:
        assert list(pool.map(lambda _: place.held(), range(200))) == [[]] * 200
    with psycopg.connect(database) as connection:
        row = connection.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        ).fetchone()
    place.close()
    assert row is not None
    assert 1 < row[0] <= MOST_CONNECTIONS + 1


@pytest.mark.parametrize(
    ("address", "problem", "said"),
    [
        ("postgresql://u:geheim@127.0.0.1:1/d", "own_database_away", "127.0.0.1/d"),
        ("postgresql://u:geheim@[", "own_database_wrong", "CARECOMPARE_OWN"),
    ],
)
def test_an_address_that_leads_nowhere_is_said_without_its_password(
    address: str, problem: str, said: str
) -> None:
    with pytest.raises(OwnDataError) as caught:
        place_at(address).held()
    assert caught.value.problem == problem
    assert said in sentence(caught.value)
    assert "geheim" not in sentence(caught.value)


def test_without_the_library_one_sentence_says_how_to_get_it() -> None:
    script = (
        "import sys; sys.modules['psycopg'] = None\n"
        "from carecompare.own import place_at\n"
        "from carecompare.errors import OwnDataError\n"
        "try: place_at('postgresql://x')\n"
        "except OwnDataError as error: print(error.problem)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "own_database_library"


def test_a_move_there_and_back_keeps_every_byte_damaged_ones_too(database: str, tmp_path: Path) -> None:
    folder, back = Folder(tmp_path / "own"), Folder(tmp_path / "back")
    saved(Shelf(folder), "one", "two", "three")
    Shelf(folder).save("46523", NOTES.of("aging"), Note("other"), 0, "")
    written_over(str(tmp_path / "own"), TOWN, "notes", 2, b'{"half')
    before = everything(folder)
    done = move(folder, place_at(database), lambda *_: None)
    assert (done.copied, done.known) == (4, 0)
    done = move(place_at(database), back, lambda *_: None)
    assert (done.copied, done.known) == (4, 0)
    assert everything(folder) == everything(place_at(database)) == everything(back) == before


def test_a_move_can_be_run_again_and_refuses_what_is_another(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CARECOMPARE_DATA", str(tmp_path))
    shelf, there = Shelf(Folder(tmp_path / "own")), Shelf(place_at(database))
    assert main(["own", "move", database]) == 2
    assert "書き出すものがありません" in capsys.readouterr().err
    saved(shelf, "one", "two")
    assert main(["own", "move", database]) == 0
    assert "2の版を移しました" in capsys.readouterr().out
    saved(shelf, "three")  # meanwhile, before the server knows the new place
    assert main(["own", "move", database]) == 0
    assert "1の版を移しました（前から移す先にあった版：2）" in capsys.readouterr().out
    saved(there, "four")
    assert main(["own", "move", database]) == 0
    saved(shelf, "another four", "five")
    shelf.save("46523", NOTES, Note("other"), 0, "")
    assert main(["own", "move", database]) == 2
    assert "番号が同じで中身の違う版が1件" in capsys.readouterr().err
    assert there.latest("46523", NOTES) == 0
    assert main(["own", "move", str(tmp_path / "own")]) == 2
    assert "今の置き場所" in capsys.readouterr().err


def test_the_commands_work_on_the_database_that_the_setting_names(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CARECOMPARE_DATA", str(tmp_path))
    monkeypatch.setenv("CARECOMPARE_OWN", database)
    saved(Shelf(place_at(database)), "one", "two")
    assert main(["own", "restore", "--area", TOWN, "--kind", "notes", "--version", "1"]) == 0
    assert main(["own", "list"]) == 0
    lines = [line.split("\t")[1:3] for line in capsys.readouterr().out.splitlines()[1:]]
    assert lines == [["notes", "3"], ["notes", "2"], ["notes", "1"]]
    assert not (tmp_path / "own").exists()


def test_a_backup_is_restored_into_an_empty_database(
    postgres: Postgres, database: str, tmp_path: Path
) -> None:
    saved(Shelf(place_at(database)), "one", "two")
    file, other = tmp_path / "own.dump", postgres.new_database()
    subprocess.run([postgres_program("pg_dump"), "-Fc", "-f", str(file), database], check=True)
    saved(Shelf(place_at(database)), "after the backup")
    subprocess.run([postgres_program("pg_restore"), "-d", other, str(file)], check=True)
    assert len(everything(place_at(other))) == 2
    saved(Shelf(place_at(other)), "three")
    assert Shelf(place_at(other)).latest(TOWN, NOTES) == 3
