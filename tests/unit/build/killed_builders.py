"""Build the store and save at once, in processes that are killed at random moments; print what they said.

Run as ``python killed_builders.py FOLDER KILLS SEED``. Half of the kills hit builders, half savers. Before it
builds, each builder opens the store in use, as the dashboard does. One line per confirmed save (``saved AREA
VERSION LENGTH``) and per store (``opened NAME``, ``none``, ``built NAME``).
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

from carecompare.build import build_store
from carecompare.errors import CareCompareError
from carecompare.own import NOTES, Folder, Note, Shelf
from carecompare.paths import Paths
from carecompare.store import current_store, fresh_store, open_store
from carecompare.store.files import DRAFT

AREA = "31389"
# A little longer than a build, so that some are done when they are killed; longer after each that was not, as
# other work may have slowed the machine since a build was timed, and shorter after each that was.
LONGEST_LIFE_IN_BUILDS = 1.15
LONGER, SHORTER = 1.02, 0.9
LONGEST_TEXT = 20_000


def say(said: int, line: str) -> None:
    """Write one line in one piece."""
    os.write(said, f"{line}\n".encode())


def save_until_killed(paths: Paths, chance: random.Random, said: int) -> None:
    """Save for ever."""
    shelf = Shelf(Folder(paths.own))
    while True:
        text = "あ" * chance.randint(0, LONGEST_TEXT)
        kept = shelf.save(AREA, NOTES, Note(text), shelf.latest(AREA, NOTES), "試験")
        say(said, f"saved {AREA} {kept.version} {len(text)}")
        time.sleep(chance.uniform(0, 0.02))


def build_until_killed(paths: Paths, said: int) -> None:
    """Open the store in use, then build a new one, and wait for the end."""
    if list(paths.store.glob(f"{DRAFT}*")):
        say(said, "draft")
    current = current_store(paths.store)
    if current is None:
        say(said, "none")
    else:
        try:
            open_store(current).close()
        except CareCompareError as problem:
            say(said, f"broken {problem}")
        else:
            say(said, f"opened {current.name}")
    if fresh_store(paths) is None:
        say(said, f"built {build_store(paths).name}")
    time.sleep(60)


def build_seconds(paths: Paths, seed: int) -> float:
    """Return how long a build takes beside a saver."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    saver = os.fork()
    if saver == 0:
        save_until_killed(paths, random.Random(seed), nowhere)  # noqa: S311 - the same moments again
    begun = time.monotonic()
    builder = os.fork()
    if builder == 0:
        build_store(paths)
        os._exit(0)
    os.waitpid(builder, 0)
    os.kill(saver, signal.SIGKILL)
    os.waitpid(saver, 0)
    os.close(nowhere)
    return time.monotonic() - begun


def main(paths: Paths, kills: int, seed: int) -> None:
    """Kill a builder and a saver together, again and again, the definitions having changed each time."""
    chance = random.Random(seed)  # noqa: S311 - a test wants the same moments again
    terms = paths.catalog / "terms.toml"
    definitions = terms.read_text(encoding="utf-8")
    longest_life = LONGEST_LIFE_IN_BUILDS * build_seconds(paths, seed)
    for number in range(kills // 2):
        terms.write_text(f"{definitions}\n# {number}\n", encoding="utf-8")
        reading, writing = os.pipe()
        children = []
        for job in (
            lambda said, number=number: save_until_killed(paths, random.Random(seed + number), said),  # noqa: S311
            lambda said: build_until_killed(paths, said),
        ):
            child = os.fork()
            if child == 0:
                job(writing)
                os._exit(1)
            children.append(child)
        os.close(writing)
        time.sleep(chance.uniform(0, longest_life))
        for child in children:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        with os.fdopen(reading) as said:
            told = said.read()
        sys.stdout.write(told)
        is_built = any(line.startswith("built ") for line in told.splitlines())
        longest_life *= SHORTER if is_built else LONGER


if __name__ == "__main__":
    main(Paths(Path(sys.argv[1])), int(sys.argv[2]), int(sys.argv[3]))
