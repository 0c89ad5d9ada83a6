"""Save, move, import, undo and build, killed each time; then carry the next operation out.

Run as ``python killed_changes.py FOLDER ROUNDS SEED DATABASE``; FOLDER holds an installation, and the files
to import in ``new/*/jigyosho_*.csv``; DATABASE is the address of an empty one. Half of the rounds kill at a
write step (a file opened for writing, renamed or removed, a folder made), half at a moment. Prints one JSON
object: what was killed, every broken promise.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from carecompare.build import build_store, tidy
from carecompare.catalog import load_catalog
from carecompare.errors import CareCompareError
from carecompare.own import NOTES, Note, Shelf, move, place_at
from carecompare.paths import Paths
from carecompare.sources import earlier_editions, imported, read_figures, read_offices, restored
from carecompare.sources.earlier import MOST_KEPT
from carecompare.store import fresh_store, open_store

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.own.keeping.storage import OfficePlace

AREAS = {"save": "31389", "save there": "31390"}
JOBS = ("save", "save there", "move", "move back", "import", "undo", "build")
WRITES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "shutil.rmtree", "os.truncate"}
# A save takes few steps, and one in a database no step that can be watched.
MOST_STEPS = {"save": 8, "save there": 0, "move": 0, "move back": 16}
MANY_STEPS = 60
LEFT = (".draft-*", ".whole-*", "draft-*", "*.draft", "*.part")


class Rounds:
    """Rounds on one installation."""

    def __init__(self, paths: Paths, seed: int, database: str) -> None:
        self.paths = paths
        self.database = database
        self.chance = random.Random(seed)  # noqa: S311 - a test wants the same moments again
        self.catalog = load_catalog(paths.catalog)
        self.places = {"save": paths.own, "save there": database, "back": paths.data / "own_back"}
        self.files = sorted(paths.data.glob("new/*/jigyosho_*.csv"))
        self.broken: list[str] = []
        self.killed: Counter[str] = Counter()
        self.seconds = dict.fromkeys(JOBS, 1.0)
        self.acknowledged: dict[str, dict[int, int]] = {"save": {}, "save there": {}}
        # The figures now and, behind them, what undoing leads to.
        self.states = [self.state()]
        self.ways_back = 0

    def state(self) -> str:
        """Return the manifest of the figures as they are read now."""
        finished = self.apart(lambda: read_figures(self.paths.figures) and None)
        if finished:
            self.broken.append(f"figures are refused: {finished}")
        return (self.paths.figures / "manifest.json").read_text(encoding="utf-8")

    def apart(self, job: Callable[[], str | None], step: int = 0, after: float | None = None) -> str:
        """Do something in a process of its own, killed at a write step or a moment; return what it said."""
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            if step:
                kill_at(step, self.paths.data)
            try:
                said = job() or ""
            except CareCompareError as error:
                said = f"! {error}"
            except Exception as error:  # noqa: BLE001 - whatever it is, it is no kill
                said = f"! {type(error).__name__}: {error}"
            os.write(writing, (said or "done").encode())
            os._exit(0)
        os.close(writing)
        if after is not None:
            time.sleep(after)
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(reading) as told:
            said = told.read()
        return "" if said == "done" else said or "killed"

    def place(self, name: str) -> OfficePlace:
        """Return one of the places: the folder, the database, the folder that is moved back to."""
        return place_at(str(self.places[name]))

    def save(self, name: str, length: int) -> str:
        """Save a note of some length in one of the places; what is returned was acknowledged."""
        shelf, area = Shelf(self.place(name)), AREAS[name]
        kept = shelf.save(area, NOTES, Note("あ" * length), shelf.latest(area, NOTES), "")
        return f"saved {kept.version} {length}"

    def moved_whole(self, source: str, target: str) -> str | None:
        """Move once more, and return whether a version is missing or another then."""
        here, there = self.place(source), self.place(target)
        move(here, there, lambda *_: None)
        for area, folder in here.held():
            for version in here.versions(area, folder):
                if here.read(area, folder, version) != there.read(area, folder, version):
                    return f"{area}/{folder}/{version} is another after moving to {target}"
        return None

    def job(self, name: str) -> Callable[[], str | None]:
        """Return an operation; what it returns was acknowledged."""
        figures, number = self.paths.figures, self.chance.randrange(10_000)
        if name in self.acknowledged:
            return lambda: self.save(name, number)
        if name.startswith("move"):
            way = ("save", "save there") if name == "move" else ("save there", "back")
            return lambda: move(*map(self.place, way), lambda *_: None) and None
        if name == "import":
            file = self.files[number % len(self.files)]
            return lambda: imported(figures, [file], self.catalog, "2025-12", accept_jump=True) and None
        if name == "undo":
            return lambda: restored(figures) and None
        with (self.paths.catalog / "terms.toml").open("a", encoding="utf-8") as terms:
            terms.write(f"# {number}\n")
        return lambda: build_store(self.paths) and None

    def after(self, name: str, said: str) -> None:
        """Take down what an operation did, killed or not, and check every promise."""
        if said.startswith("saved"):
            _, version, length = said.split()
            self.acknowledged[name][int(version)] = int(length)
        elif said not in {"", "killed"} and "nothing_to_restore" not in said:
            self.broken.append(f"{name}: {said}")
        now = self.state()
        if now != self.states[-1]:
            if name == "undo" and len(self.states) > 1 and now == self.states[-2]:
                self.states.pop()
                self.ways_back -= 1
            elif name == "import":
                self.states.append(now)
                self.ways_back = min(self.ways_back + 1, MOST_KEPT)
            else:
                self.broken.append(f"{name}: the figures are neither those before nor those after")
                self.states = [now]
        elif not said and name == "undo":
            self.broken.append("an undo that was acknowledged did nothing")
        back = earlier_editions(self.paths.figures)
        leads = (back[0].folder / "manifest.json").read_text(encoding="utf-8") if back else ""
        if back and len(self.states) > 1 and leads != self.states[-2]:
            self.broken.append(f"{name}: undoing would lead elsewhere")
        if not back and self.ways_back > 0:
            self.broken.append(f"{name}: there is no way back any more")

    def round(self) -> None:
        """Kill one operation, carry another out, look at everything."""
        name, following = self.chance.choice(JOBS), self.chance.choice(JOBS)
        job = self.job(name)
        steps = MOST_STEPS.get(name, MANY_STEPS)
        if steps and self.chance.random() < 0.5:
            said = self.apart(job, step=self.chance.randint(1, steps))
        else:
            said = self.apart(job, after=self.chance.uniform(0, self.seconds[name]))
        self.killed[f"{name} {'killed' if said == 'killed' else 'done'}"] += 1
        self.after(name, said)
        begun = time.monotonic()
        self.after(following, self.apart(self.job(following)))
        self.seconds[following] = time.monotonic() - begun

    def last_look(self) -> None:
        """Start once more, and look for what was lost or left."""
        self.apart(lambda: tidy(self.paths))
        left = [str(path) for pattern in LEFT for path in self.paths.data.rglob(pattern)]
        self.broken += [f"left: {each}" for each in left]
        for source, target in (("save", "save there"), ("save there", "back")):
            if said := self.apart(lambda way=(source, target): self.moved_whole(*way)):
                self.broken.append(said)
        for name, versions in self.acknowledged.items():
            shelf = Shelf(self.place(name))
            for version, length in versions.items():
                if len(shelf.at(AREAS[name], NOTES, version).content.text) != length:
                    self.broken.append(f"version {version} of {name} is another")
        if said := self.apart(lambda: read_offices(self.paths.figures) is None or open_fresh(self.paths)):
            self.broken.append(said)


def open_fresh(paths: Paths) -> str | None:
    """Build the store where it must be, and open every store there is."""
    if fresh_store(paths) is None:
        build_store(paths)
    for path in paths.store.glob("carecompare-*.duckdb"):
        open_store(path).close()
    return None


def kill_at(step: int, data: Path) -> None:
    """Let this process be killed at its write step of this number below a folder."""
    left = step
    below = str(data)

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        writes = event in WRITES
        if event == "open" and isinstance(arguments[2], int):
            writes = bool(arguments[2] & (os.O_WRONLY | os.O_RDWR))
        if writes and arguments and str(arguments[0]).startswith(below):
            left -= 1
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


def main(folder: Path, rounds: int, seed: int, database: str) -> None:
    """Do the rounds and say what became of them."""
    running = Rounds(Paths(folder), seed, database)
    for number in range(rounds):
        running.round()
        if running.broken:
            running.broken.insert(0, f"in round {number}")
            break
    running.last_look()
    said = {
        "killed": running.killed,
        "saved": sum(map(len, running.acknowledged.values())),
        "broken": running.broken,
    }
    print(json.dumps(said))  # noqa: T201 - whoever runs it reads it


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
