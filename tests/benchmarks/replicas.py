"""What many visitors wait at one server and at several: ``replicas.py [--visitors N] BEFORE AFTER``.

``BEFORE`` is a checkout served by one process, ``AFTER`` one served by ``serve --replicas``; the stores of
both are built. They are measured in turn, in each round. Visitors go through the pages that both have, with
another municipality each time, and think for two seconds in between; nothing is kept between runs. The
processor time of a page is that of everything that serves, and holds on a machine that has other work too.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import time
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, NamedTuple

from server import serving, serving_several
from subject import Subject
from together import TOWNS, health_asked, look, opened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from server import Server


class Waited(NamedTuple):
    """What visitors waited.

    Parameters
    ----------
    pages_per_s : float
        Of all visitors together.
    p95_ms : float
        Nineteen of twenty pages were complete so soon.
    """

    pages_per_s: float
    p95_ms: float


async def warmed(port: int, pages: Sequence[str], servers: int) -> None:
    """Have every server load what every page needs: visitors who come together are parted."""
    for page in pages:
        await asyncio.gather(*(_looked(port, page) for _ in range(servers)))


async def visited(port: int, pages: Sequence[str], visitors: int, seconds: float) -> list[float]:
    """Have visitors go through the pages, and return what each answer took, in milliseconds."""
    ends = time.perf_counter() + seconds
    took = await asyncio.gather(*(look(port, pages, number, ends) for number in range(visitors)))
    return [each for of_one in took for each in of_one]


async def _looked(port: int, page: str) -> None:
    visit = await opened(port, page)
    async with visit.websocket:
        await visit.ask(f"own={TOWNS[0]}&vs=exemplars")


def measured(
    name: str, server: Server, pages: Sequence[str], servers: int, options: argparse.Namespace
) -> Waited:
    """Measure one way of serving, and write a line."""
    waits: list[float] = []
    asyncio.run(warmed(server.port, pages, servers))
    used = server.processor_s()
    with health_asked(server.port, waits):
        took = asyncio.run(visited(server.port, pages, options.visitors, options.seconds))
    of_page_ms = (server.processor_s() - used) / len(took) * 1000
    waited = Waited(len(took) / options.seconds, quantiles(took, n=20)[-1])
    line = (
        f"{name}: {waited.pages_per_s:.1f} pages/s, median {median(took):.0f} ms, "
        f"p95 {waited.p95_ms:.0f} ms, "
        f"longest {max(took):.0f} ms; {of_page_ms:.0f} ms of processor a page; "
        f"health at most {max(waits):.2f} s; {server.shared_out_mb():.0f} MB"
    )
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
    return waited


def pages_of(root: Path) -> tuple[str, ...]:
    """Return the pages of a checkout."""
    return Subject(root / "app.py", root, ()).pages


def main() -> int:
    """Measure both in turn, and print a line for each and one for the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("--replicas", type=int, default=2)
    parser.add_argument("--visitors", type=int, default=60)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    os.environ["CARECOMPARE_MODE"] = "session"
    before, after = options.before.resolve(), options.after.resolve()
    of_after = set(pages_of(after))
    pages = [page for page in pages_of(before) if page in of_after]
    for _ in range(options.rounds):
        with serving(before / "app.py", before) as server:
            one = measured(f"one server of {before}", server, pages, 1, options)
        with serving_several(after, options.replicas) as server:
            several = measured(
                f"{options.replicas} servers of {after}", server, pages, options.replicas, options
            )
        sys.stdout.write(
            f"pages {several.pages_per_s / one.pages_per_s:.2f} x, p95 {several.p95_ms / one.p95_ms:.2f} x\n"
        )
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
