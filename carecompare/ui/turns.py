"""Pages are made one after another, not all at once.

Python runs one thread at a time. Thirty pages begun in the same moment and made side by side are all ready
when the last one is; made in turn, each is ready when it is done, half of them in half the time. Visitors who
wait together also ask together again: in turn, they spread out.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Turns:
    """A queue in which whoever takes long does not keep the others waiting.

    Parameters
    ----------
    longest_s : float
        After so many seconds a turn passes to the next, though its holder goes on.

    Attributes
    ----------
    waiting : deque of object
        Who waits, the next first.
    holder : object
        Whose turn it is; None when it is nobody's.
    """

    def __init__(self, longest_s: float) -> None:
        self._longest_s = longest_s
        self.waiting: deque[object] = deque()
        self.holder: object = None
        self._ends = 0.0
        self._changed = threading.Condition()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for one's turn, hold it while the block lasts, and pass it on."""
        mine = object()
        with self._changed:
            self.waiting.append(mine)
            self._wait_for(mine)
            self.waiting.popleft()
            self.holder, self._ends = mine, time.monotonic() + self._longest_s
            self._changed.notify_all()
        try:
            yield
        finally:
            with self._changed:
                if self.holder is mine:
                    self.holder = None
                    self._changed.notify_all()

    def _wait_for(self, mine: object) -> None:
        while True:
            is_next = self.waiting[0] is mine
            left = self._ends - time.monotonic() if self.holder else 0.0
            if is_next and left <= 0:
                return
            self._changed.wait(left if is_next else None)
