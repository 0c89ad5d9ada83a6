from __future__ import annotations

import json

import pytest

from carecompare.errors import OwnDataError
from carecompare.own import (
    COMPARATOR_SETS,
    NOTES,
    ComparatorSets,
    Memory,
    Note,
    Shelf,
    read_visit,
    sets_with,
    visit_file,
)


def visited() -> dict[str, bytes]:
    records: dict[str, bytes] = {}
    shelf = Shelf(Memory(records))
    shelf.save("15202", NOTES.of("aging"), Note("一"), 0, "甲")
    shelf.save("15202", NOTES.of("aging"), Note("二"), 1, "甲")
    shelf.save("46523", COMPARATOR_SETS, sets_with(ComparatorSets(), "島", ["13402"], 1), 0, "")
    return records


def test_a_visit_taken_home_comes_back_with_every_version() -> None:
    records = visited()
    back = read_visit(visit_file(records), "visit.json")
    assert back == records
    assert [each.version for each in Shelf(Memory(back)).history("15202", NOTES.of("aging"))] == [2, 1]


@pytest.mark.parametrize(
    "change",
    [
        lambda _: b"",
        lambda _: b"PK\x03\x04",
        lambda _: b"[]",
        lambda written: written[:-1],
        lambda written: written.replace(b'"carecompare_own":1', b'"carecompare_own":2'),
        lambda written: written.replace(b'"kind":"notes"', b'"kind":"programs"'),
        lambda written: written.replace(b'"area":"46523"', b'"area":"../../etc"'),
        lambda written: written.replace(b'"part":"aging"', b'"part":"../x"'),
        lambda written: written.replace(b'"schema":1', b'"schema":7'),
        lambda written: written.replace(b'"version":2', b'"version":-2'),
        lambda written: written.replace(b'"areas":["13402"]', b'"areas":[13402]'),
    ],
)
def test_a_file_that_is_no_visit_is_refused_whole(change: object) -> None:
    written = visit_file(visited())
    changed = change(written)  # type: ignore[operator]
    assert changed != written
    with pytest.raises(OwnDataError):
        read_visit(changed, "visit.json")


def test_the_file_is_plain_json() -> None:
    assert len(json.loads(visit_file(visited()))["records"]) == 3
