"""The groups of the menu hold every page once."""

from __future__ import annotations

from carecompare.text.menu_words import MENU
from carecompare.text.words import PAGES


def test_every_page_stands_in_one_group_of_the_menu() -> None:
    assert sorted(name for names in MENU.values() for name in names) == sorted(PAGES)
