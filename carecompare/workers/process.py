"""One worker: a process of its own at the other end of two pipes."""

from __future__ import annotations

import os
import pickle
import queue
import struct
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import IO

ROOT = Path(__file__).resolve().parents[2]
# What goes to a worker, and what comes back.
JOB, CANCEL = b"J", b"C"
TOLD, DONE, FAILED, CANCELLED = b"T", b"D", b"F", b"X"
_LENGTH = struct.Struct("!Q")
ENDS_WITHIN_S = 5.0


class Ended(Exception):  # noqa: N818 - its name says what happened
    """The process has ended."""


def put(stream: IO[bytes], kind: bytes, content: bytes = b"") -> None:
    """Write one message."""
    stream.write(_LENGTH.pack(len(content)) + kind + content)
    stream.flush()


def taken(stream: IO[bytes]) -> tuple[bytes, bytes] | None:
    """Read one message; None where the other end has closed."""
    head = stream.read(_LENGTH.size + 1)
    if len(head) <= _LENGTH.size:
        return None
    length = _LENGTH.unpack(head[:-1])[0]
    content = stream.read(length)
    return (head[-1:], content) if len(content) == length else None


class Worker:
    """A process that does one job after another, each at the lowest urgency: pages go first."""

    def __init__(self) -> None:
        found = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "carecompare.workers"],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(found)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,  # the server's Ctrl-C ends it by closing its input, without a word
        )
        self._said: queue.SimpleQueue[tuple[bytes, bytes] | None] = queue.SimpleQueue()
        threading.Thread(target=self._listen, name="worker", daemon=True).start()

    @property
    def pid(self) -> int:
        """Return the number of the process."""
        return self._process.pid

    @property
    def is_there(self) -> bool:
        """Return whether the process is there to work."""
        return self._process.poll() is None

    def _listen(self) -> None:
        stream = self._process.stdout
        while stream is not None and (said := taken(stream)) is not None:
            self._said.put(said)
        self._said.put(None)

    def give(self, function: Callable[..., object], arguments: dict[str, Any], *, tells: bool) -> None:
        """Begin a job; if it ``tells``, it says how far it is.

        Raises
        ------
        Ended
            If there is no process any more.
        """
        self._put(JOB, pickle.dumps((function, arguments, tells), protocol=pickle.HIGHEST_PROTOCOL))

    def cancel(self) -> None:
        """Ask that the job end at its next step."""
        self._put(CANCEL)

    def _put(self, kind: bytes, content: bytes = b"") -> None:
        try:
            if self._process.stdin is not None:
                put(self._process.stdin, kind, content)
        except (OSError, ValueError) as error:
            raise Ended from error

    def said(self, within_s: float) -> tuple[bytes, bytes]:
        """Return the next message.

        Raises
        ------
        queue.Empty
            If there is none within so many seconds.
        Ended
            If the process has ended.
        """
        found = self._said.get(timeout=within_s)
        if found is None:
            raise Ended
        return found

    def close(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.wait(ENDS_WITHIN_S)
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError):  # what was still to be written has no reader
                    stream.close()
