"""What a server counts of itself, for whoever watches it: nothing a person typed, no town, no address."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Upper ends of the classes of seconds.
CLASSES_S = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
PREFIX = "carecompare_"


class Counts:
    """Pages, their seconds and outcomes, and states that are set."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._begun = time.monotonic()
        self._outcomes: dict[tuple[str, str], int] = defaultdict(int)
        self._seconds: dict[str, float] = defaultdict(float)
        self._classes: dict[str, list[int]] = defaultdict(lambda: [0] * (len(CLASSES_S) + 1))
        self._states: dict[str, float] = {}

    @property
    def seconds(self) -> float:
        """Return how long this has been counted."""
        return time.monotonic() - self._begun

    def state(self, name: str, value: float) -> None:
        """Set a state."""
        with self._lock:
            self._states[name] = value

    def state_of(self, name: str) -> float:
        """Return a state; 0 where it was never set."""
        return self._states.get(name, 0.0)

    @contextmanager
    def page(self, name: str) -> Iterator[list[str]]:
        """Count a page that is drawn in the block.

        Yields
        ------
        list of str
            Takes ``refused`` where a sentence was shown in its place; an exception counts as ``failed``, what
            is no `Exception`, as the end of a run that is not wanted any more, as ``left``.
        """
        begun, outcome = time.monotonic(), ["drawn"]
        try:
            yield outcome
        except Exception:
            outcome.append("failed")
            raise
        except BaseException:
            if len(outcome) == 1:
                outcome.append("left")
            raise
        finally:
            took = time.monotonic() - begun
            with self._lock:
                self._outcomes[name, outcome[-1]] += 1
                self._seconds[name] += took
                self._classes[name][sum(took > each for each in CLASSES_S)] += 1

    def lines(self) -> list[str]:
        """Return everything in the text format of Prometheus."""
        with self._lock:
            lines = [f"# TYPE {PREFIX}pages_total counter"]
            lines += [
                f'{PREFIX}pages_total{{page="{page}",outcome="{outcome}"}} {number}'
                for (page, outcome), number in sorted(self._outcomes.items())
            ]
            lines.append(f"# TYPE {PREFIX}page_seconds histogram")
            for page, classes in sorted(self._classes.items()):
                until = 0
                for end, number in zip((*map(str, CLASSES_S), "+Inf"), classes, strict=True):
                    until += number
                    lines.append(f'{PREFIX}page_seconds_bucket{{page="{page}",le="{end}"}} {until}')
                lines.append(f'{PREFIX}page_seconds_sum{{page="{page}"}} {self._seconds[page]:.6f}')
                lines.append(f'{PREFIX}page_seconds_count{{page="{page}"}} {until}')
            states = {**self._states, "up_seconds": self.seconds}
        for name, value in sorted(states.items()):
            lines += [f"# TYPE {PREFIX}{name} gauge", f"{PREFIX}{name} {value:g}"]
        return lines


COUNTS = Counts()
