"""What the command line does with the place of all that towns keep: move it to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.commands.beside import tell
from carecompare.errors import OwnDataError
from carecompare.own import move, place_at
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


def _say_how_far(done: int, every: int) -> None:
    if done % 50 == 0:
        tell(own_command_words.MOVING.format(done=done, all=every))
