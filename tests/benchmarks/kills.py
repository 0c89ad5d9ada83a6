"""Kill saving, moving, importing, undoing, building: ``python tests/benchmarks/kills.py [ROUNDS] [SEED]``."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS / name) for name in ("", "sources", "unit/build")]

from databases import Postgres  # noqa: E402 - its folder is named first
from kill_rounds import rounds  # noqa: E402 - the same

from carecompare.paths import project_paths  # noqa: E402 - the same

ROUNDS = 1_000


def main(number: int, seed: int) -> int:
    """Print what was killed and what was broken; return 1 where anything was."""
    begun = time.monotonic()
    postgres = Postgres()
    try:
        postgres.start()
        with tempfile.TemporaryDirectory() as folder:
            said = rounds(project_paths(), Path(folder), number, seed, postgres.new_database())
        postgres.stop("immediate")
    finally:
        postgres.remove()
    print(f"{number} rounds in {time.monotonic() - begun:.0f} s, seed {seed}")  # noqa: T201 - read by who runs it
    for name, times in sorted(said["killed"].items()):
        print(f"  {name}: {times}")  # noqa: T201 - the same
    print(f"  acknowledged versions read again: {said['saved']}; broken: {said['broken']}")  # noqa: T201 - the same
    return int(bool(said["broken"]))


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:]]
    sys.exit(main(*(given + [ROUNDS, 1][len(given) :])))
