"""For whom work is done."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def _nothing() -> None:
    pass


@dataclass(frozen=True)
class Asking:
    """Who waits for work.

    Parameters
    ----------
    visitor : str
        One who has much made waits for it alone: see `Pool`.
    look : callable
        Called every moment while the work lasts; raises when it is not wanted any more.
    gives_way : callable
        Called once when the waiting begins.
    """

    visitor: str = ""
    look: Callable[[], object] = _nothing
    gives_way: Callable[[], object] = _nothing


_asking: ContextVar[Asking | None] = ContextVar("asking", default=None)


@contextmanager
def asking(who: Asking) -> Iterator[None]:
    """Say who asks for whatever work is done in the block."""
    token = _asking.set(who)
    try:
        yield
    finally:
        _asking.reset(token)


def who_asks() -> Asking:
    """Return who asks now; nobody in particular where nothing was said."""
    return _asking.get() or Asking()
