"""The families of the menu hold every page once."""

from __future__ import annotations

from carecompare.text.menu_words import MENU, tabs_of
from carecompare.text.words import PAGES

FAMILIES = [family for families in MENU.values() for family in families.items()]


def test_every_page_stands_in_one_family_of_the_menu() -> None:
    assert sorted(page for _, pages in FAMILIES for page in pages) == sorted(PAGES)


def test_families_and_the_tabs_of_one_are_told_apart_by_their_words() -> None:
    names = [name for name, _ in FAMILIES]
    assert len(set(names)) == len(names)
    for _, pages in FAMILIES:
        assert len(set(pages.values())) == len(pages)


def test_a_page_finds_its_tabs() -> None:
    assert list(tabs_of("find_initiatives")) == ["initiatives", "find_initiatives", "own_initiatives"]
    assert list(tabs_of("map")) == ["map"]
