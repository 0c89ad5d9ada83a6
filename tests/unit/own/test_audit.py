from __future__ import annotations

from typing import TYPE_CHECKING

from databases import written_over

from carecompare.__main__ import main
from carecompare.own import COMPARATOR_SETS, NOTES, ComparatorSets, Note, Shelf, audit, place_at

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_changes_of_every_kind_are_told_with_who_made_them_the_last_first(kept_at: str) -> None:
    shelf = Shelf(place_at(kept_at))
    shelf.save("15202", NOTES, Note("one"), 0, "田中")
    shelf.save("15202", COMPARATOR_SETS, ComparatorSets(), 0, "佐藤")
    shelf.save("46523", NOTES, Note("other"), 0, "山田")
    shelf.save("15202", NOTES, Note("two"), 1, "佐藤")
    shelf.restore("15202", NOTES, 1, 2, "田中")
    written_over(kept_at, "15202", "notes", 2, b'{"half')
    found = audit(shelf, ["15202"])
    assert [each.when for each in found] == sorted((each.when for each in found), reverse=True)
    assert {
        (each.kind.name, each.saving.version, each.saving.author, each.saving.restored_from) for each in found
    } == {
        ("notes", 3, "田中", 1),
        ("notes", 2, "", 0),
        ("notes", 1, "田中", 0),
        ("comparator_sets", 1, "佐藤", 0),
    }
    assert found[-1].saving.version == 2  # cannot be read, and is told all the same
    assert len(audit(shelf, ["15202", "46523"], 2)) == 2
    assert len(audit(shelf, ["15202", "46523"])) == 5


def test_the_command_lists_them_from_a_day_on(
    kept_at: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CARECOMPARE_DATA", str(tmp_path))
    monkeypatch.setenv("CARECOMPARE_OWN", kept_at)
    shelf = Shelf(place_at(kept_at))
    shelf.save("15202", NOTES, Note("one"), 0, "田中")
    shelf.save("46523", NOTES, Note("two"), 0, "山田")
    assert main(["own", "audit", "--area", "15202", "--since", "2013-07-29"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.split("\t")[1:] == ["田中", "15202", "notes", "1", ""]
    assert main(["own", "audit", "--since", "2999-01-01"]) == 0
    assert capsys.readouterr().out == ""
