"""What visitors wait while one of them makes files: ``together.py [--visitors N] ROOT [ROOT …]``.

Each root is a checkout with its store built; they are measured in turn, and again in each round. Visitors go
through all pages, with another municipality each time, and think for two seconds in between. One more makes
slides and handouts of its meeting without pause, or does not with ``--alone``. Meanwhile the server is asked
for its health twenty times a second.
"""

from __future__ import annotations

import argparse
import asyncio
import http.client
import os
import random
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from server import HOST, serving
from session import SUBPROTOCOLS, Session
from subject import Subject
from table import BenchmarkError
from websockets.asyncio.client import connect

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from streamlit.proto.BackMsg_pb2 import BackMsg
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

PAPERS = "papers"
STANDARD, PRESSED = "slides_standard", ("slides_make", "handout_make")
THINK_S, HEALTH_EVERY_S, HEALTH_WITHIN_S = 2.0, 0.05, 120.0
HEALTH = "/_stcore/health"
TOWNS = (
    "13112 15202 31389 12217 24202 44208 43212 11201 46523 31204 31202 22130 13402 07546 "
    "01202 02201 03201 05201 06201 08201 09201 10201 14201 16201 17201 18201 19201 20201"
).split()


@dataclass
class Presser(Session):
    """A session that goes from page to page and presses buttons."""

    buttons: dict[str, str] = field(default_factory=dict)
    pressing: str = ""

    def turn_to(self, page: str) -> None:
        """Ask for another page from now on."""
        self.page, self._script_hash = page, ""

    async def press(self, query: str, name: str) -> None:
        """Press the button of a key and wait until the page stands still."""
        if name not in self.buttons:
            message = f"page {self.page!r} has no button {name!r}"
            raise BenchmarkError(message)
        self.pressing = self.buttons[name]
        try:
            await self.ask(query)
        finally:
            self.pressing = ""

    def _kind_of(self, message: ForwardMsg) -> str:
        button = message.delta.new_element.button.id
        if button:
            self.buttons[button.rpartition("-")[2]] = button
        return super()._kind_of(message)

    def _request(self, query: str) -> BackMsg:
        request = super()._request(query)
        if self.pressing:
            widget = request.rerun_script.widget_states.widgets.add()
            widget.id, widget.trigger_value = self.pressing, True
        return request


@contextmanager
def health_asked(port: int, waits: list[float]) -> Iterator[None]:
    """Ask for the health until the block ends, and note how long each answer took, in seconds."""
    ends = threading.Event()

    def ask() -> None:
        while not ends.is_set():
            begun = time.perf_counter()
            connection = http.client.HTTPConnection(HOST, port, timeout=HEALTH_WITHIN_S)
            connection.request("GET", HEALTH)
            connection.getresponse().read()
            connection.close()
            waits.append(time.perf_counter() - begun)
            ends.wait(HEALTH_EVERY_S)

    thread = threading.Thread(target=ask)
    thread.start()
    try:
        yield
    finally:
        ends.set()
        thread.join()


async def opened(port: int, page: str) -> Presser:
    """Open a session."""
    address = f"ws://{HOST}:{port}/_stcore/stream"
    return Presser(await connect(address, subprotocols=SUBPROTOCOLS, max_size=None), page)


async def look(port: int, pages: Sequence[str], number: int, ends: float) -> list[float]:
    """Go through the pages until a moment; return what each answer took, in milliseconds."""
    await asyncio.sleep(random.Random(number).uniform(0, THINK_S))  # noqa: S311 - a reproducible spread
    visit = await opened(port, pages[number % len(pages)])
    took = []
    async with visit.websocket:
        for step in range(10_000):
            visit.turn_to(pages[(number + step) % len(pages)])
            town = TOWNS[(number * 5 + step) % len(TOWNS)]
            took.append((await visit.ask(f"own={town}&vs=exemplars")).milliseconds)
            await asyncio.sleep(THINK_S)
            if time.perf_counter() > ends:
                break
    return took


async def make(visit: Presser, query: str, ends: float) -> int:
    """Make slides and handouts until a moment; return how many."""
    made = 0
    while time.perf_counter() < ends:
        await visit.press(query, PRESSED[made % len(PRESSED)])
        made += 1
    return made


async def measured(
    root: Path, port: int, options: argparse.Namespace
) -> tuple[list[float], int, list[float]]:
    """Return what visitors waited (ms), how many files were made, and what the health took (s)."""
    pages = Subject(root / "app.py", root, ()).pages
    query = "own=15202&vs=exemplars"
    for page in pages:  # what every page needs is loaded
        visit = await opened(port, page)
        async with visit.websocket:
            await visit.ask(query)
    maker = await opened(port, PAPERS)
    waits: list[float] = []
    async with maker.websocket:
        await maker.ask(query)
        await maker.press(query, STANDARD)
        ends = time.perf_counter() + options.seconds
        with health_asked(port, waits):
            made, *took = await asyncio.gather(
                make(maker, query, time.perf_counter() if options.alone else ends),
                *(look(port, pages, number, ends) for number in range(options.visitors)),
            )
    return [each for of_one in took for each in of_one], made, waits


def main() -> int:
    """Measure every root in turn and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("roots", nargs="+", type=Path)
    parser.add_argument("--visitors", type=int, default=10)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--alone", action="store_true", help="nobody makes files")
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    os.environ["CARECOMPARE_MODE"] = "session"  # what is made is kept for the visit, in no folder
    for _ in range(options.rounds):
        for root in options.roots:
            with serving(root.resolve() / "app.py", root.resolve()) as server:
                took, made, waits = asyncio.run(measured(root.resolve(), server.port, options))
                megabytes = server.resident_mb()
            p95 = quantiles(took, n=20)[-1]
            line = (
                f"{root}: {len(took)} pages, median {median(took):.0f} ms, p95 {p95:.0f} ms, longest "
                f"{max(took):.0f} ms; {made} files; health at most {max(waits):.2f} s; {megabytes:.0f} MB"
            )
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
