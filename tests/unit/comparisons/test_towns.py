"""Whom the box of municipalities finds, over all of today's and the names that are no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carecompare.views.base.installation import Loaded, opened
from carecompare.views.base.towns import asked_sentence, meant, named

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carecompare.paths import Paths

TAKETA, NAGAOKA, YOKOHAMA, SHIZUOKA = "44208", "15202", "14100", "22100"


@pytest.fixture(scope="module")
def loaded(paths: Paths, store_file: Path) -> Iterator[Loaded]:
    found = opened(paths, store_file.name)
    yield found
    found.store.close()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("大分県竹田市", TAKETA),
        ("竹田市（大分県）", TAKETA),
        ("タケタ", TAKETA),
        ("ﾀｹﾀ", TAKETA),
        ("たけたし", TAKETA),
        ("taketa", TAKETA),
        ("TAKETA-SHI", TAKETA),
        ("竹田\u3000市", TAKETA),
        ("竹\U000e0100田", TAKETA),
        ("44208", TAKETA),
        ("４４２０８９", TAKETA),
        ("nagaoka", NAGAOKA),
        ("北佐久郡軽井沢町", "20321"),
        ("竜ヶ崎", "08208"),
        ("ooita", "44201"),
        ("Kōchi", "39201"),
        ("郡山", "07203"),
        ("奈良県大和郡山市", "29203"),
        ("世田谷", "13112"),
        ("青ケ島", "13402"),
        ("軽井", "20321"),
    ],
)
def test_one_name_written_in_any_way_is_one_municipality(loaded: Loaded, typed: str, code: str) -> None:
    assert loaded.towns.found(typed).certain == code


def test_every_municipality_is_found_by_its_name_with_its_prefecture_and_by_its_code(loaded: Loaded) -> None:
    for code, label in loaded.full_labels.items():
        assert code in loaded.towns.found(label).codes
        assert loaded.towns.found(code).certain == code


@pytest.mark.parametrize(
    ("typed", "first", "way"),
    [
        ("武田市", TAKETA, "near"),  # of all towns one letter away, the one that is read like it
        ("たけだ", TAKETA, "near"),
        ("takeda-shi", TAKETA, "near"),
        ("竹田町", TAKETA, "near"),
        ("横浜市港北区", YOKOHAMA, "near"),
        ("清水市", SHIZUOKA, "part"),
        ("荻町", TAKETA, "part"),
    ],
)
def test_what_is_no_name_of_today_is_asked_about(loaded: Loaded, typed: str, first: str, way: str) -> None:
    found = loaded.towns.found(typed)
    assert (found.codes[0], found.way, found.certain) == (first, way, "")


def test_a_name_that_several_bear_chooses_nobody(loaded: Loaded) -> None:
    found = loaded.towns.found("府中")
    assert set(found.codes) == {"13206", "34208", "34302"}
    assert not found.certain
    assert loaded.towns.found("東京都府中市").certain == "13206"


def test_a_part_within_a_name_is_not_taken_for_it(loaded: Loaded) -> None:
    """東京 stands in one name only, 西東京市; who types it hardly means that."""
    found = loaded.towns.found("tokyo")
    assert found.codes == ("13229",)
    assert not found.certain


@pytest.mark.parametrize("typed", ["zzz", "んんん", "🗾", "<script>", "a" * 500])
def test_what_nobody_is_called_is_said_and_how_to_look(loaded: Loaded, typed: str) -> None:
    found = loaded.towns.found(typed)
    assert found.codes == ()
    assert typed in asked_sentence(typed, found)
    assert "ローマ字" in asked_sentence(typed, found)


def test_a_former_name_stands_beside_the_one_of_today(loaded: Loaded) -> None:
    found = loaded.towns.found("浜北市")
    assert [named(loaded, code, found) for code in found.codes] == ["旧 浜北市：浜松市（静岡県）"]


def test_only_those_that_can_be_chosen_are_meant(loaded: Loaded) -> None:
    assert not meant(loaded, "竹田市", {NAGAOKA}).codes
    assert meant(loaded, "府中", {"34208"}).certain == "34208"


def test_a_prefecture_is_all_its_municipalities(loaded: Loaded) -> None:
    found = loaded.towns.found("大分県")
    assert len(found.codes) == 18
    assert "（ほか10。" in asked_sentence("大分県", found)
