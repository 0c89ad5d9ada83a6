"""What a page works on: the installation, the choice, the peers, what the town keeps."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeVar
from urllib.parse import urlencode

import msgspec

from carecompare.comparisons import SAVED, SETS, comparator_codes, prefecture_of
from carecompare.errors import CareCompareError, SelectionError
from carecompare.own import COMPARATOR_SETS, comparator_set
from carecompare.settings import mode
from carecompare.text import comparator_words
from carecompare.text.sentences import scope
from carecompare.views.base.choice import DEFAULT_COMPARATORS, SEPARATOR, Selection, checked
from carecompare.views.base.kept import office_keeper

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Mapping
    from typing import Any

    from _typeshed import DataclassInstance

    from carecompare.catalog import Catalog
    from carecompare.errors import SelectionProblem
    from carecompare.own import ComparatorSet, Kept, Kind
    from carecompare.own.keeping.records import C
    from carecompare.store import Store
    from carecompare.views.base.installation import Loaded
    from carecompare.views.base.kept import Keeper


def group_name(here: Page) -> str:
    """Return the name of the group the set is, or nothing for a set that is none."""
    kind = SETS[here.selection.vs].group
    if not kind:
        return ""
    return comparator_words.listed_all(here.loaded.surroundings.group_names(kind, here.own))


def edition_of(loaded: Loaded, vs: str) -> str:
    """Return the edition of the list that says who belongs to a set; empty where none is named with it."""
    return loaded.surroundings.editions.get(SETS[vs].listed, "") if SETS[vs].listed else ""


T = TypeVar("T")
D = TypeVar("D", bound="DataclassInstance")

PASSPORT = "passport"

# Who gets the same piece from the cache:
# - everybody: all visitors, whatever they chose; what else decides it stands in its name;
# - country: the same, for megabytes about every municipality, of which few are kept;
# - peers: all who compare with the same municipalities, whichever their own is;
# - choice: all who chose the same municipality and the same comparators;
# - visitor: this page of this visitor, until it is forgotten: what may have changed before the next time.
Scope = Literal["everybody", "country", "peers", "choice", "visitor"]


@dataclass(frozen=True)
class Page:
    """What a page works on.

    Parameters
    ----------
    loaded : Loaded
        Store and definitions.
    selection : Selection
        The checked choice.
    peers : tuple of str
        Codes of the comparators.
    saved : ComparatorSet or None
        The saved set that the comparators are.
    keeper : Keeper
        Where what the town keeps is read and saved.
    address : str
        Of the page on this server; empty where there is none, as in a command.
    """

    loaded: Loaded
    selection: Selection
    peers: tuple[str, ...]
    saved: ComparatorSet | None
    keeper: Keeper = field(compare=False)
    address: str = field(default="", compare=False)
    _read: dict[Hashable, Any] = field(default_factory=dict, compare=False)

    @property
    def store(self) -> Store:
        """Return the open store."""
        return self.loaded.store

    @property
    def catalog(self) -> Catalog:
        """Return the definitions."""
        return self.loaded.catalog

    @property
    def own(self) -> str:
        """Return the code of the own municipality, or an empty text."""
        return self.selection.own

    @property
    def own_label(self) -> str:
        """Return the name of the own municipality."""
        return self.label(self.own)

    @property
    def prefecture_label(self) -> str:
        """Return the name of the own prefecture."""
        return self.label(prefecture_of(self.own))

    @property
    def comparators_label(self) -> str:
        """Return what the comparators are called, as a user may have typed it."""
        if self.saved:
            return self.saved.name
        return comparator_words.label(self.selection.vs, edition_of(self.loaded, self.selection.vs))

    @property
    def among(self) -> str:
        """Return the words for the municipalities a rank is among."""
        group = self.saved.name if self.saved else group_name(self)
        member = bool(group) or (self.selection.vs == "exemplars" and self.own in self.catalog.exemplars)
        return scope(
            self.selection.vs,
            self.own_label,
            self.prefecture_label,
            own_is_member=member,
            group=group,
            edition=edition_of(self.loaded, self.selection.vs),
        )

    @property
    def link(self) -> str:
        """Return the address that opens this view on any machine that reaches the server.

        A visitor's own set is no other visitor's: its municipalities stand in the link instead.
        """
        shown = self.selection
        if self.saved and mode() == "session":
            shown = replace(shown, vs="free", set="", chosen=SEPARATOR.join(self.saved.areas))
        return f"{self.address}?{urlencode(shown.as_query())}"

    @cached_property
    def before_passports(self) -> str:
        """Return what the addresses of all passports begin with: a sheet has hundreds of them.

        They stand in pieces that visitors share, so nothing else that one of them looks at is in them.
        """
        query = urlencode(self.selection.comparators_alone.as_query())
        return f"{PASSPORT}?{query}&" if query else f"{PASSPORT}?"

    @cached_property
    def _chosen(self) -> tuple[Hashable, ...]:
        """Return what tells this choice from every other."""
        return (*self.selection.comparators, self.saved)

    def cached(self, scope: Scope, name: Hashable, make: Callable[[], T]) -> T:
        """Return a piece, made where nobody of its scope has asked for it before.

        Parameters
        ----------
        scope : {"everybody", "country", "peers", "choice", "visitor"}
            Who gets the same piece: see `Scope`. The widest one that is right makes the least work.
        name : hashable
            What it is, with everything it depends on besides its scope.
        make : callable
            Makes it. Whatever others get too must not read what a visitor keeps.

        Returns
        -------
        object
            What ``make`` returned, of this call or of an earlier one; a returned None is not kept.
        """
        if scope == "visitor":
            if name not in self._read:
                self._read[name] = make()
            kept: T = self._read[name]
            return kept
        if scope == "country":
            return self.loaded.countries.get(name, make)
        if scope == "everybody":
            return self.loaded.blocks.get((scope, name), make)
        of = self.peers if scope == "peers" else self._chosen
        return self.loaded.blocks.get((scope, of, name), make)

    def forget(self) -> None:
        """Clear what `once` and `kept` read for this visitor."""
        self._read.clear()

    def kept(self, kind: Kind[C]) -> Kept[C] | None:
        """Return what the own municipality saved last of a kind, read once while the page is made.

        Raises
        ------
        OwnDataError
            If the file cannot be read.
        """
        if not self.own:
            return None
        # Of most kinds nothing is kept: one look at the disk says so of all of them.
        held = self.cached("visitor", "kept", lambda: self.keeper.folders(self.own))
        if kind.folder not in held:
            return None
        return self.cached("visitor", f"kept {kind.folder}", lambda: self.keeper.kept(self.own, kind))

    def view(self, view: str, name: str, make: Callable[[], D], part: str = "") -> D:
        """Return a block that can be put into papers, kept like any piece of the page.

        Parameters
        ----------
        view, part : str
            Its name among `VIEWS`, and which piece of it.
        name : str
            What of the choice it depends on, besides the comparators.
        make : callable
            Draws it.
        """
        return self.cached("choice", f"{view} {part} {name}", lambda: replace(make(), view=view, part=part))

    def label(self, area: str) -> str:
        """Return the name of an area that means one place only."""
        return self.loaded.labels[area]

    def full_label(self, area: str) -> str:
        """Return the name of a municipality with its prefecture."""
        return self.loaded.full_labels[area]


def page_of(
    loaded: Loaded,
    selection: Selection,
    keep: Keeper,
    saved: ComparatorSet | None = None,
    address: str = "",
) -> Page:
    """Return what a page works on for a checked choice and its saved set, without drawing anything."""

    def found() -> tuple[str, ...]:
        choice = selection.choice(loaded.catalog)
        if saved:
            choice = replace(choice, chosen=saved.areas)
        return comparator_codes(choice, selection.own, loaded.surroundings)

    # Who the peers are is what the scopes of `Page.cached` are made of, so it cannot be asked there.
    peers = loaded.blocks.get(("comparators", *selection.comparators, saved), found)
    return Page(loaded, selection, peers, saved, keep, address)


def page_for(loaded: Loaded, query: Mapping[str, str], keep: Keeper | None = None) -> Page | None:
    """Return what a page works on for the choice of a link; parts that do not exist are left out.

    Without the saved set it was compared with there is no page: another set would be another statement.
    Sets are looked for where ``keep`` has them, else in the files of the office.
    """
    selection, _ = checked(
        Selection.of(query), loaded.municipalities.keys(), loaded.catalog, loaded.shown_areas.keys()
    )
    keep = keep or office_keeper()
    selection, saved, unopened = opened_set(selection, loaded.municipalities.keys(), keep)
    return None if unopened else page_of(loaded, selection, keep, saved)


def opened_set(
    selection: Selection, codes: Collection[str], keep: Keeper
) -> tuple[Selection, ComparatorSet | None, list[CareCompareError]]:
    """Return the choice with the saved set it asks for.

    Parameters
    ----------
    selection : Selection
        Checked.
    codes : collection of str
        Codes of all municipalities; a set may have been saved before a merger.
    keep : Keeper
        Where the sets of this visit are.

    Returns
    -------
    tuple of Selection, ComparatorSet or None, and list of CareCompareError
        A set that cannot be opened is replaced by the usual comparators, and why is said.
    """
    if selection.vs != SAVED:
        return selection, None, []
    usual = selection.changed(vs=DEFAULT_COMPARATORS, set="")
    try:
        kept = keep.kept(selection.own, COMPARATOR_SETS) if selection.own else None
    except CareCompareError as damage:
        return usual, None, [damage, SelectionError("set_unreadable")]
    found = comparator_set(kept.content, selection.set) if kept else None
    if found is None:
        problem: SelectionProblem = "set_of_a_visit" if mode() == "session" else "set_unknown"
        return usual, None, [SelectionError(problem, found=selection.set)]
    members = tuple(code for code in found.areas if code in codes)
    return selection, msgspec.structs.replace(found, areas=members), []
