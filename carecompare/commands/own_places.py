"""What the command line does with the place of all that towns keep: move it, list who changed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.commands.beside import tell
from carecompare.errors import OwnDataError
from carecompare.own import Shelf, audit, move, place_at
from carecompare.text.files import own_command_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carecompare.paths import Paths


def moved(paths: Paths, to: str) -> Iterator[str]:
    """Copy every version to another place; the setting says from when on it is used.

    Parameters
    ----------
    paths : Paths
        Where everything is kept now.
    to : str
        A folder, or the address of a database.

    Yields
    ------
    str
        What was copied, and which setting is to be changed.

    Raises
    ------
    OwnDataError
        If nothing is kept, it is the same place, or other versions are there.
    """
    source, target = place_at(paths.kept_at), place_at(to)
    if to == paths.kept_at or source is target:
        raise OwnDataError("own_move_nowhere")
    if not source.held():
        raise OwnDataError("own_nothing_kept")
    done = move(source, target, _say_how_far)
    yield own_command_words.MOVED.format(copied=done.copied, known=done.known)
    yield own_command_words.MOVED_NEXT


def audited(paths: Paths, area: str, since: str) -> Iterator[str]:
    """List who changed what and when, the last first.

    Parameters
    ----------
    paths : Paths
        Where everything is kept.
    area : str
        Only of this municipality.
    since : str
        Only from this day on, as in ``2026-04-01`` (UTC); versions that cannot be read are listed always.

    Yields
    ------
    str
        Time in UTC, author, area, kind, version, the version it was brought back from, parted by tabs.

    Raises
    ------
    OwnDataError
        If the place cannot be read.
    """
    place = place_at(paths.kept_at)
    areas = [area] if area else sorted({code for code, _ in place.held()})
    for each in audit(Shelf(place), areas):
        if not each.when or each.when >= since:
            saving = each.saving
            when = each.when or own_command_words.UNREADABLE
            back = str(saving.restored_from or "")
            yield "\t".join((when, saving.author, each.area, each.kind.folder, str(saving.version), back))


def _say_how_far(done: int, every: int) -> None:
    if done % 50 == 0:
        tell(own_command_words.MOVING.format(done=done, all=every))
