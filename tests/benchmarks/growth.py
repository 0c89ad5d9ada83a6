"""How much memory a server holds as towns nobody opened before come one after another: ``growth.py [ROOT]``.

A visitor for each town goes to one page of it, pages and two sets of comparators in turn, and leaves.
The store of the checkout is built. What is kept for all visitors has an end, which a longer run shows.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from itertools import cycle
from pathlib import Path

from project import subject
from replicas import pages_of
from server import Server, serving
from together import opened

EVERY = 250


async def visited(server: Server, pages: tuple[str, ...], towns: tuple[str, ...], count: int) -> None:
    """Open so many towns, each by a visitor of its own, and write what the server holds now and then."""
    steps = zip(
        range(1, count + 1), cycle(towns), cycle(pages), cycle(("exemplars", "similar")), strict=False
    )
    for number, town, page, comparators in steps:
        visit = await opened(server.port, page)
        async with visit.websocket:
            await visit.ask(f"own={town}&vs={comparators}")
        if number % EVERY == 0:
            sys.stdout.write(f"{number} towns: {server.resident_mb():.0f} MB\n")
            sys.stdout.flush()


def main() -> int:
    """Measure and print a line every 250 towns."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", nargs="?", type=Path, default=Path())
    parser.add_argument("--towns", type=int, default=2000)
    options = parser.parse_args()
    os.environ["CARECOMPARE_MODE"] = "session"
    root = options.root.resolve()
    with serving(root / "app.py", root) as server:
        asyncio.run(visited(server, pages_of(root), subject().municipalities, options.towns))
    return 0


if __name__ == "__main__":
    sys.exit(main())
