"""What is cached for others holds nothing of one visitor, and nothing that its scope does not decide."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

from carecompare.ui.frame.loading import load
from carecompare.views.base.here import Page, page_for
from carecompare.views.base.memory import Memory
from carecompare.views.files.registry import VIEWS
from carecompare.views.topics import outlook
from carecompare.views.topics.findings import found
from carecompare.views.topics.initiatives.columns import ALL
from carecompare.views.topics.map.areas import areas_map
from carecompare.views.topics.own.checks import published_figures
from carecompare.views.topics.sheet.groups import shown_groups
from carecompare.views.topics.sheet.notes import kept_notes

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from pathlib import Path

    from carecompare.views.base.here import Scope

T = TypeVar("T")

QUERY = {"own": "15202", "vs": "exemplars"}
OF_A_VISITOR = frozenset({"keeper", "kept", "address", "link", "_read"})
OF_A_CHOICE = frozenset({"selection", "saved", "own", "comparators_label", "among", "before_passports"})
# What a piece of a scope may not read of its page.
FORBIDDEN: dict[Scope, frozenset[str]] = {
    "everybody": OF_A_VISITOR | OF_A_CHOICE | {"peers"},
    "country": OF_A_VISITOR | OF_A_CHOICE | {"peers"},
    "peers": OF_A_VISITOR | OF_A_CHOICE,
    "choice": OF_A_VISITOR,
    "visitor": frozenset(),
}


class Watched(Page):
    """A page that notes what a piece reads of it although others get the same piece."""

    under_way: list[tuple[Scope, Hashable]] = []  # noqa: RUF012 - one for all, as pages are made in turn
    trespasses: set[tuple[Scope, str, str]] = set()  # noqa: RUF012 - the same
    made: set[Scope] = set()  # noqa: RUF012 - the same

    def __getattribute__(self, name: str) -> Any:
        under_way = Watched.under_way
        if not under_way or name not in FORBIDDEN[under_way[-1][0]]:
            return super().__getattribute__(name)
        # A property reads other ones, which the piece did not ask for.
        Watched.under_way = []
        value = super().__getattribute__(name)
        Watched.under_way = under_way
        # A piece for everybody about one place says in its name about which.
        if str(value) not in str(under_way[-1][1]):
            Watched.trespasses.add((under_way[-1][0], str(under_way[-1][1]), name))
        return value

    def cached(self, scope: Scope, name: Hashable, make: Callable[[], T]) -> T:
        def watched() -> T:
            Watched.under_way.append((scope, name))
            Watched.made.add(scope)
            try:
                return make()
            finally:
                Watched.under_way.pop()

        return super().cached(scope, name, watched)


@pytest.fixture
def here(store_file: Path) -> Page:
    assert store_file.is_file()
    for noted in (Watched.under_way, Watched.trespasses, Watched.made):
        noted.clear()
    loaded = replace(load(), blocks=Memory(1000), countries=Memory(100))
    page = page_for(loaded, QUERY)
    assert page is not None
    return Watched(loaded, page.selection, page.peers, page.saved, page.keeper)


def draw_every_view(here: Page) -> None:
    several = {
        "finding": [each.key for each in found(here).listed][:2],
        "sheet_group": [each.key for each in shown_groups(here)][:2],
        "demand": list(outlook.DEMANDS),
        "initiative_types": [ALL],
    }
    for view, made in VIEWS.items():
        for part in several.get(view, [""]):
            made.block(here, part)


def test_no_piece_reads_what_its_scope_does_not_decide(here: Page) -> None:
    draw_every_view(here)
    published_figures(here)
    kept_notes(here)
    indicator = here.catalog.indicators["share_75_and_over"]
    areas_map(here, None, indicator, 2020, "nation")
    assert Watched.made == FORBIDDEN.keys()
    # Own municipality and bridges stand in the names of these pieces: the same name is the same content.
    assert {each for each in Watched.trespasses if "reach" not in str(each[1])} == set()


@pytest.mark.parametrize("scope", ["everybody", "country", "peers", "choice"])
def test_a_piece_for_others_that_reads_what_a_visitor_keeps_is_noticed(here: Page, scope: Scope) -> None:
    here.cached(scope, "notes", lambda: kept_notes(here))
    assert (scope, "notes", "_read") in Watched.trespasses


def test_a_piece_is_shared_as_far_as_its_scope_goes(here: Page) -> None:
    other = page_for(here.loaded, {**QUERY, "own": "44208"})
    again = page_for(here.loaded, QUERY)
    far = page_for(here.loaded, {**QUERY, "vs": "prefecture"})
    assert other is not None
    assert again is not None
    assert far is not None

    def got(page: Page, scope: Scope) -> int:
        return page.cached(scope, "piece", lambda: id(page))

    for scope in FORBIDDEN:
        assert got(here, scope) == id(here)
    same = {scope: [got(page, scope) == id(here) for page in (again, other, far)] for scope in FORBIDDEN}
    assert same == {
        "everybody": [True, True, True],
        "country": [True, True, True],
        # 長岡市 is one of the exemplars, so that it has others beside it than 竹田市.
        "peers": [True, False, False],
        "choice": [True, False, False],
        "visitor": [False, False, False],
    }


def test_two_municipalities_beside_the_same_peers_share_what_the_peers_decide(here: Page) -> None:
    chosen = {"vs": "free", "chosen": "13112.46523"}
    first = page_for(here.loaded, {"own": "15202", **chosen})
    second = page_for(here.loaded, {"own": "44208", **chosen})
    assert first is not None
    assert second is not None
    assert first.peers == second.peers
    assert len(first.peers) > 1
    assert first.cached("peers", "piece", lambda: "of the first") == "of the first"
    assert second.cached("peers", "piece", lambda: "of the second") == "of the first"
    assert second.cached("choice", "piece", lambda: "of the second") == "of the second"
