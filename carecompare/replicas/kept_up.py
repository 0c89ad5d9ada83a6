"""A process that is started again when it dies."""

from __future__ import annotations

import signal
import subprocess
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

# One that lived so long is started again at once; one that died sooner is waited for, longer each time.
LONG_LIFE_S = 30.0
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.5, 30.0


class KeptUp:
    """One process.

    Parameters
    ----------
    name : str
        For the lines that say what became of it.
    command : sequence of str
        What is run.
    folder : Path
        Where.
    environment : mapping of str to str
        With which variables.
    """

    def __init__(
        self, name: str, command: Sequence[str], folder: Path, environment: Mapping[str, str]
    ) -> None:
        self.name = name
        self._command, self._folder, self._environment = list(command), folder, dict(environment)
        self._pause_s = 0.0
        self._again_at = 0.0
        self._process = self._started()

    @property
    def pid(self) -> int:
        """Return the number of the process, or of the last one."""
        return self._process.pid

    @property
    def is_there(self) -> bool:
        """Return whether the process runs."""
        return self._process.poll() is None

    def look(self, tell: Callable[[str, int], object]) -> None:
        """Start the process again where it has died; `tell` is told of its name and code once each time."""
        if self.is_there:
            return
        now = time.monotonic()
        if not self._again_at:
            tell(self.name, self._process.returncode)
            is_soon = now - self._begun < LONG_LIFE_S
            self._pause_s = min(max(self._pause_s * 2, FIRST_PAUSE_S), LONGEST_PAUSE_S) if is_soon else 0.0
            self._again_at = now + self._pause_s
        if now >= self._again_at:
            self._process, self._again_at = self._started(), 0.0

    def tell(self, number: signal.Signals) -> None:
        """Send a signal where there is somebody to take it."""
        if self.is_there:
            self._process.send_signal(number)

    def renew(self, within_s: float) -> None:
        """Have another process in the place of this one."""
        self.tell(signal.SIGTERM)
        self.ended(within_s)
        self._process, self._again_at, self._pause_s = self._started(), 0.0, 0.0

    def ended(self, within_s: float) -> None:
        """Wait for the end of a process that was told to end; then it is killed."""
        try:
            self._process.wait(max(within_s, 0.0))
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _started(self) -> subprocess.Popen[bytes]:
        self._begun = time.monotonic()
        return subprocess.Popen(  # noqa: S603 - our own programs
            self._command,
            cwd=self._folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C comes to who keeps it up, and ends all in order
        )
