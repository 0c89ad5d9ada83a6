"""The measures: each returns its rows, with the floor of the same run beside them."""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from contextlib import AsyncExitStack, ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from floor import HOOKED
from server import serving
from session import session
from table import Aim, Row, Sample

if TYPE_CHECKING:
    from collections.abc import Sequence

    from session import Answer
    from subject import Subject

THINK_S = 2.0
# How many sessions the project's aim is about.
AIMED_AT = 30
FURTHER_SESSIONS = 20
RERUNS_PER_SESSION = 3
WARM_UP = 3
ROUND = 5


def page_rows(ours: Subject, floor: Subject, reruns: int) -> list[Row]:
    """Return the script time of each page, reruns of both sides in turn.

    First for another municipality each time, which is the hardest there is: nothing was made for it before.
    Then for one and the same, as when a visitor comes back to a page or changes something else on it.

    Parameters
    ----------
    ours, floor : Subject
        The app and its floor.
    reruns : int
        Timed runs per page and side, after the first few have warmed it.

    Returns
    -------
    list of Row
        Two per page.
    """
    subjects = (ours, floor)
    with tempfile.TemporaryDirectory() as folder, ExitStack() as servers:
        files = [Path(folder, "ours"), Path(folder, "floor")]
        ports = [
            servers.enter_context(serving(side.script, side.cwd, (HOOKED, "--script-times", str(file)))).port
            for side, file in zip(subjects, files, strict=True)
        ]
        for page in ours.pages:
            asyncio.run(_in_turn(ours, ports, page, reruns))
        servers.close()
        mine, theirs = (_script_times(file) for file in files)

    def row(name: str, script: Path, part: slice) -> Row:
        samples = (Sample(tuple(times[script.stem][part])) for times in (mine, theirs))
        return Row(name.format(script=script), "ms", *samples, Aim("ratio", 1.5))

    first, again = slice(WARM_UP, WARM_UP + reruns), slice(-reruns, None)
    return [
        *(row("script of {script}", script, first) for script in ours.scripts.values()),
        *(row("script of {script}, seen before", script, again) for script in ours.scripts.values()),
    ]


async def _in_turn(subject: Subject, ports: Sequence[int], page: str, reruns: int) -> None:
    async with AsyncExitStack() as stack:
        visits = [await stack.enter_async_context(session(port, page)) for port in ports]
        municipalities = (*range(WARM_UP + reruns), *[0] * (WARM_UP + reruns))
        for start in range(0, len(municipalities), ROUND):
            for visit in visits:
                for step in municipalities[start : start + ROUND]:
                    await visit.ask(subject.query(0, step))


def _script_times(file: Path) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        page, milliseconds, _ = line.split("\t")
        times.setdefault(page, []).append(float(milliseconds))
    return times


def memory_rows(ours: Subject, floor: Subject, page: str) -> list[Row]:
    """Return what a server holds before and after its first session, and for each further one.

    Parameters
    ----------
    ours, floor : Subject
        The app and its floor.
    page : str
        That the sessions are on.

    Returns
    -------
    list of Row
        Three, in megabytes.
    """
    readings = [_memory(side, page) for side in (ours, floor)]
    names = ("memory, no session yet", "memory, first session", "memory, each further session")
    return [
        Row(name, "MB", Sample((mine,)), Sample((theirs,)))
        for name, mine, theirs in zip(names, *readings, strict=True)
    ]


def _memory(subject: Subject, page: str) -> tuple[float, float, float]:
    with serving(subject.script, subject.cwd) as server:
        idle = server.resident_mb()

        async def visited() -> tuple[float, float]:
            async with AsyncExitStack() as stack:
                held = []
                for visitor in range(1 + FURTHER_SESSIONS):
                    visit = await stack.enter_async_context(session(server.port, page))
                    for step in range(RERUNS_PER_SESSION):
                        await visit.ask(subject.query(visitor, step))
                    held.append(server.resident_mb())
                return held[0], (held[-1] - held[0]) / FURTHER_SESSIONS

        return idle, *asyncio.run(visited())


def session_rows(ours: Subject, floor: Subject, page: str, sessions: int, seconds: float) -> list[Row]:
    """Return the response times of visitors who look at another municipality every two seconds.

    Parameters
    ----------
    ours, floor : Subject
        The app and its floor.
    page : str
        That all of them are on.
    sessions : int
        Visitors at the same time.
    seconds : float
        How long each goes on after its first load.

    Returns
    -------
    list of Row
        The first load, and every answer after it.
    """
    first, later = _visited(ours, page, sessions, seconds)
    floor_first, floor_later = _visited(floor, page, sessions, seconds)
    visitors = f"{sessions} session{'s' if sessions > 1 else ''}"
    aim = Aim("p95", 200) if sessions == AIMED_AT else None
    return [
        Row(f"{visitors}, first load", "ms", first, floor_first),
        Row(f"{visitors}, change of own", "ms", later, floor_later, aim),
    ]


def _visited(subject: Subject, page: str, sessions: int, seconds: float) -> tuple[Sample, Sample]:
    async def visitor(number: int, pause_s: float, port: int) -> list[Answer]:
        await asyncio.sleep(pause_s)
        async with session(port, page) as visit:
            answers = [await visit.ask(subject.query(number, 0))]
            until = time.perf_counter() + seconds
            while time.perf_counter() < until:
                await asyncio.sleep(THINK_S)
                answers.append(await visit.ask(subject.query(number, len(answers))))
        return answers

    async def all_visitors(port: int) -> list[list[Answer]]:
        # Visitors do not come at the same moment but spread over one pause for thought, alike for both sides.
        arrivals = random.Random(sessions)  # noqa: S311 - a reproducible spread, not a secret
        visits = (visitor(number, arrivals.uniform(0, THINK_S), port) for number in range(sessions))
        return await asyncio.gather(*visits)

    with serving(subject.script, subject.cwd) as server:
        asyncio.run(_warm(subject, server.port, page))
        answers = asyncio.run(all_visitors(server.port))
    first = tuple(visit[0].milliseconds for visit in answers)
    later = tuple(answer.milliseconds for visit in answers for answer in visit[1:])
    return Sample(first), Sample(later)


async def _warm(subject: Subject, port: int, page: str) -> None:
    async with session(port, page) as visit:
        for step in range(WARM_UP):
            await visit.ask(subject.query(0, step))
