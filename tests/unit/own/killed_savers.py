"""Save again and again in processes that are killed at random moments; print what was confirmed.

Run as ``python killed_savers.py PLACE KILLS SEED``; PLACE is a folder, or the address of a database.
One line per confirmed save: area, version and text.
"""

from __future__ import annotations

import os
import random
import select
import signal
import sys
import time

from carecompare.own import NOTES, Note, Shelf, place_at

AREAS = ("15202", "46523", "13112")
# Some processes save several times before they are killed, however slow the disk is at the moment.
LONGEST_LIFE_IN_SAVES = 4
PATIENCE_S = 30


def save_until_killed(place: str, chance: random.Random, confirmed: int) -> None:
    """Save for ever; write each confirmed save to a pipe in one piece."""
    shelf = Shelf(place_at(place))
    while True:
        area = chance.choice(AREAS)
        text = "あ" * chance.randint(0, 60_000)
        kept = shelf.save(area, NOTES, Note(text), shelf.latest(area, NOTES), "試験")
        os.write(confirmed, f"{area} {kept.version} {len(text)}\n".encode())


def main(place: str, kills: int, seed: int) -> None:
    """Kill one saver after the other."""
    chance = random.Random(seed)  # noqa: S311 - a test wants the same moments again
    shelf = Shelf(place_at(place))
    begun = time.monotonic()
    for version in range(LONGEST_LIFE_IN_SAVES):
        shelf.save("01100", NOTES, Note("あ" * 30_000), version, "試験")
    longest_life = time.monotonic() - begun
    for number in range(kills):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            save_until_killed(place, random.Random(seed * kills + number), writing)  # noqa: S311 - the same
        os.close(writing)
        if number % 2:
            # However busy the machine is, half of them live to see a save confirmed.
            select.select([reading], [], [], PATIENCE_S)
        time.sleep(chance.uniform(0, longest_life))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(reading) as confirmed:
            sys.stdout.write(confirmed.read())


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
