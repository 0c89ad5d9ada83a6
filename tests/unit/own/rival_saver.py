"""Wait for a signal file, then save on the version seen before; print whether it was accepted.

Run as ``python rival_saver.py PLACE NAME STARTER``.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from carecompare.errors import OwnConflictError
from carecompare.own import NOTES, Kept, Note, Shelf, place_at

AREA = "15202"


def main(place: str, name: str, starter: Path) -> None:
    """Save once, together with the others."""
    shelf = Shelf(place_at(place))
    seen = shelf.latest(AREA, NOTES)
    starter.with_name(f"ready-{name}").touch()
    while not starter.exists():
        time.sleep(0.0005)
    try:
        kept = shelf.save(AREA, NOTES, Note(name), seen, name)
    except OwnConflictError as conflict:
        newer = conflict.newer
        assert isinstance(newer, Kept)
        sys.stdout.write(f"refused {newer.version} {newer.content.text}")
    else:
        sys.stdout.write(f"kept {kept.version} {name}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
