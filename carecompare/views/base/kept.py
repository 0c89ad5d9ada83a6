"""Read and save what a town keeps: in the office's folder, for the visit only, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.clock import JAPAN
from carecompare.errors import OwnConflictError, OwnDataError
from carecompare.own import Memory, Shelf, place_at
from carecompare.paths import project_paths
from carecompare.settings import mode
from carecompare.text.own import keeping_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from carecompare.accounts import Account
    from carecompare.own import Kept, Kind, Saving
    from carecompare.own.keeping.records import C
    from carecompare.settings import Mode


AUTHOR_WIDGET = "own_author_widget"
VISIT = "own_visit"
# What a visit remembers of something that is kept has a key that begins so.
READ_FROM_KEPT = "from_kept_"
OUTCOME = "own_outcome"
MOST_ATTEMPTS = 5


@dataclass(frozen=True)
class Keeper:
    """A shelf with the visitor's name on it. Pages save through this and nothing else.

    Parameters
    ----------
    shelf : Shelf
        Over files or over the visit's memory.
    mode : {"shared", "session", "readonly"}
        How the installation is used.
    author : str
        Who saves; empty until it is entered.
    account : Account or None
        Who that is, where there are accounts.
    own : str
        Code of the municipality that is looked at.
    """

    shelf: Shelf
    mode: Mode
    author: str
    account: Account | None = None
    own: str = ""

    @property
    def refusal(self) -> str:
        """Return why nothing can be saved now, or an empty text."""
        if self.mode == "readonly":
            return keeping_words.READONLY
        if self.account is None:
            return "" if self.author else keeping_words.AUTHOR_MISSING
        if not self.account.name:
            return keeping_words.ACCOUNT_MISSING
        if not self.account.may_write(self.own):
            return keeping_words.ACCOUNT_ELSEWHERE.format(name=self.account.name)
        return ""

    def kept(self, area: str, kind: Kind[C]) -> Kept[C] | None:
        """Return what was saved last; see `Shelf.kept`."""
        return self.shelf.kept(area, kind)

    def folders(self, area: str) -> frozenset[str]:
        """Return the folders of the kinds that may have been saved; see `Shelf.folders`."""
        return self.shelf.folders(area)

    def latest(self, area: str, kind: Kind[C]) -> int:
        """Return the number of the last version, 0 when there is none."""
        return self.shelf.latest(area, kind)

    def history(self, area: str, kind: Kind[C], most: int) -> list[Saving]:
        """Return the latest versions, the last first."""
        return self.shelf.history(area, kind, most)

    def save(self, area: str, kind: Kind[C], content: C, based_on: int) -> Kept[C]:
        """Save a content as the next version.

        Raises
        ------
        OwnConflictError
            If somebody saved after ``based_on``.
        OwnDataError
            If this installation keeps nothing, no author is given, or the content cannot be kept.
        """
        self.check(area)
        return self.shelf.save(area, kind, content, based_on, self.author)

    def change(self, area: str, kind: Kind[C], changed: Callable[[C | None, int], C]) -> Kept[C]:
        """Change whatever is kept now: for additions and removals that never contradict another's.

        Parameters
        ----------
        area : str
            Code of the own municipality.
        kind : Kind
            What is changed.
        changed : callable
            From what is kept (None when nothing is) and the version to be, the new content. Asked again when
            somebody else was faster.

        Raises
        ------
        OwnDataError
            As for `save`, or whatever ``changed`` raises.
        """
        for _ in range(MOST_ATTEMPTS - 1):
            try:
                return self._change(area, kind, changed)
            except OwnConflictError:
                continue
        return self._change(area, kind, changed)

    def _change(self, area: str, kind: Kind[C], changed: Callable[[C | None, int], C]) -> Kept[C]:
        kept = self.kept(area, kind)
        version = kept.version if kept else 0
        return self.save(area, kind, changed(kept.content if kept else None, version + 1), version)

    def restore(self, area: str, kind: Kind[C], version: int, based_on: int) -> Kept[C]:
        """Save the content of an earlier version again.

        Raises
        ------
        OwnConflictError
            If somebody saved after ``based_on``.
        OwnDataError
            As for `save`, or if that version cannot be read.
        """
        self.check(area)
        return self.shelf.restore(area, kind, version, based_on, self.author)

    def check(self, area: str) -> None:
        """Refuse what may not be saved for a municipality, whatever button led here.

        Raises
        ------
        OwnDataError
            If this installation keeps nothing, nobody is said to save, or they may not.
        """
        if self.mode == "readonly":
            raise OwnDataError("own_readonly")
        if self.account is not None and not self.account.name:
            raise OwnDataError("own_account_missing")
        if self.account is not None and not self.account.may_write(area):
            raise OwnDataError("own_account_elsewhere", found=self.account.name)
        if not self.author:
            raise OwnDataError("own_author_missing")


def office_keeper() -> Keeper:
    """Return the keeper of this installation, without a visitor and so without an author.

    Raises
    ------
    CareCompareError
        If the setting of the mode is wrong.
    """
    chosen = mode()
    return Keeper(Shelf(Memory({}) if chosen == "session" else place_at(project_paths().kept_at)), chosen, "")


def moment(when: datetime) -> str:
    """Return a time as it was in Japan, to the minute."""
    return when.astimezone(JAPAN).strftime("%Y-%m-%d %H:%M")
