"""Save and find again. Nothing is overwritten: every save, and every undo, is one more version."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from carecompare.errors import OwnConflictError, OwnDamagedError, OwnDataError
from carecompare.own.keeping.records import LONGEST_NAME, Envelope, Kept, Saving, checked_area, file_name
from carecompare.own.keeping.storage import LARGEST_BYTES

if TYPE_CHECKING:
    from carecompare.own.keeping.records import C, Kind
    from carecompare.own.keeping.storage import Place


class Shelf:
    """What is kept in one place.

    Parameters
    ----------
    place : Place
        `Folder`, `Database` or `Memory`.
    """

    def __init__(self, place: Place) -> None:
        self._place = place

    def kept(self, area: str, kind: Kind[C]) -> Kept[C] | None:
        """Return what was saved last.

        Parameters
        ----------
        area : str
            Code of the own municipality.
        kind : Kind
            What is asked for.

        Returns
        -------
        Kept or None
            None when nothing of the kind was ever saved.

        Raises
        ------
        OwnDamagedError
            If the file cannot be read; it names the file. Older versions can still be restored.
        OwnDataError
            If the folder cannot be read.
        """
        version = self.latest(area, kind)
        return self.at(area, kind, version) if version else None

    def folders(self, area: str) -> frozenset[str]:
        """Return the folders of the kinds that may have been saved: nothing was of any other."""
        return frozenset(self._place.folders(checked_area(area)))

    def at(self, area: str, kind: Kind[C], version: int) -> Kept[C]:
        """Return one version.

        Raises
        ------
        OwnDamagedError
            If it cannot be read.
        OwnDataError
            If there is none of this number.
        """
        file = file_name(checked_area(area), kind.folder, version)
        try:
            written = self._place.read(area, kind.folder, version)
        except FileNotFoundError:
            raise OwnDataError("own_version_missing", file=file) from None
        except OSError as error:
            problem = OwnDataError("own_unreadable", file=file)
            raise OwnDamagedError(problem, area, kind, version) from error
        try:
            return opened(written, area, kind, version)
        except OwnDataError as problem:
            raise OwnDamagedError(problem, area, kind, version) from problem

    def written(self, area: str, kind: Kind[C], version: int) -> bytes:
        """Return one version as it lies there; `at` says whether it can be read."""
        return self._place.read(area, kind.folder, version)

    def latest(self, area: str, kind: Kind[C]) -> int:
        """Return the number of the last version, 0 when there is none."""
        return max(self._place.versions(checked_area(area), kind.folder), default=0)

    def save(
        self,
        area: str,
        kind: Kind[C],
        content: C,
        based_on: int,
        author: str,
        *,
        restored_from: int = 0,
    ) -> Kept[C]:
        """Save a content as the next version.

        Parameters
        ----------
        area : str
            Code of the own municipality.
        kind : Kind
            What it is.
        content : Content
            What is to be kept.
        based_on : int
            The version the writer saw when beginning; 0 when there was none.
        author : str
            Who saves.
        restored_from : int
            The version whose content this is again, or 0.

        Returns
        -------
        Kept
            As it lies there now: what is returned survives whatever happens next.

        Raises
        ------
        OwnConflictError
            If somebody saved after ``based_on``; it carries both contents, and nothing was saved.
        OwnDataError
            If the content cannot be kept.
        """
        version = based_on + 1
        file = file_name(checked_area(area), kind.folder, version)
        if self.latest(area, kind) != based_on:
            raise self._conflict(area, kind, content)
        envelope = Envelope(
            area=area,
            kind=kind.name,
            part=kind.part,
            schema=kind.schema,
            version=version,
            author=" ".join(author.split())[:LONGEST_NAME],
            saved_at=datetime.now(UTC).replace(microsecond=0),
            content=msgspec.Raw(_encoded(content, file)),
            restored_from=restored_from,
        )
        written = _encoded(envelope, file)
        if len(written) > LARGEST_BYTES:
            raise OwnDataError("own_too_large", file=file, found=len(written), expected=LARGEST_BYTES)
        kept = opened(written, area, kind, version)
        if kept.content != content:
            raise OwnDataError("own_content_wrong", file=file)
        try:
            self._place.add(area, kind.folder, version, written)
        except FileExistsError:
            raise self._conflict(area, kind, content) from None
        return kept

    def history(self, area: str, kind: Kind[C], most: int | None = None) -> list[Saving]:
        """Return the latest versions, the last first; one that cannot be read carries its problem.

        Parameters
        ----------
        area, kind
            As for `kept`.
        most : int, optional
            How many are read; all when not given.
        """
        found = []
        for version in self._place.versions(checked_area(area), kind.folder)[::-1][:most]:
            try:
                kept = self.at(area, kind, version)
            except OwnDataError as problem:
                found.append(Saving(version, "", None, problem=problem))
            else:
                found.append(Saving(version, kept.author, kept.saved_at, kept.restored_from))
        return found

    def restore(self, area: str, kind: Kind[C], version: int, based_on: int, author: str) -> Kept[C]:
        """Save the content of an earlier version again, as the next one: this is how a save is undone.

        Parameters
        ----------
        area, kind, based_on, author
            As for `save`.
        version : int
            Whose content.

        Returns
        -------
        Kept
            The new version.

        Raises
        ------
        OwnDataError
            As for `save`, or if that version cannot be read.
        """
        earlier = self.at(area, kind, version)
        return self.save(area, kind, earlier.content, based_on, author, restored_from=version)

    def _conflict(self, area: str, kind: Kind[C], mine: C) -> OwnConflictError:
        newer = self.kept(area, kind)
        author, when = (newer.author, newer.saved_at.isoformat()) if newer else ("", "")
        return OwnConflictError(newer, mine, found=author, expected=when)


def opened(written: bytes, area: str, kind: Kind[C], version: int) -> Kept[C]:
    """Return what a file holds.

    Raises
    ------
    OwnDataError
        If it is damaged, of another schema, or belongs elsewhere.
    """
    file = file_name(area, kind.folder, version)
    try:
        envelope = msgspec.json.decode(written, type=Envelope)
        if (envelope.area, envelope.kind, envelope.part, envelope.version) != (
            area,
            kind.name,
            kind.part,
            version,
        ):
            raise OwnDataError("own_elsewhere", file=file)
        if envelope.schema != kind.schema:
            raise OwnDataError("own_other_schema", file=file, found=envelope.schema, expected=kind.schema)
        content = msgspec.json.decode(envelope.content, type=kind.content)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise OwnDataError("own_unreadable", file=file) from error
    return Kept(content, version, envelope.author, envelope.saved_at, envelope.restored_from)


def _encoded(content: object, file: str) -> bytes:
    try:
        return msgspec.json.encode(content)
    except (msgspec.MsgspecError, UnicodeError, TypeError, OverflowError) as error:
        raise OwnDataError("own_content_wrong", file=file) from error
