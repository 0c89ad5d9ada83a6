"""Build the store for a server that looks on: ``python -m carecompare.build``, one JSON object a line."""

from __future__ import annotations

import os
import sys
import threading

import msgspec

from carecompare.build.run import build_store
from carecompare.disk import said_of
from carecompare.errors import CareCompareError
from carecompare.paths import project_paths
from carecompare.text.errors.explain import fields_of

REFUSED = 2


def main() -> int:
    """Build, say every step on standard output, and at the end a problem or nothing.

    Returns
    -------
    int
        0, or 2 after a problem.
    """
    threading.Thread(target=_end_with_the_server, daemon=True).start()
    try:
        build_store(project_paths(), lambda share, step: _say(share=share, step=step))
    except (CareCompareError, OSError) as error:
        said = said_of(error)
        written = {name: text for name, text in fields_of(said).items() if name in said.fields}
        _say(problem=said.problem, fields=written)
        return REFUSED
    return 0


def _say(**said: object) -> None:
    print(msgspec.json.encode(said).decode(), flush=True)  # noqa: T201 - the server reads it


def _end_with_the_server() -> None:
    """End when the other end of standard input is closed: nobody would hear of this build any more."""
    # Not `sys.stdin`: Python could not end while another thread waits inside it.
    while os.read(0, 1):
        pass
    os._exit(REFUSED)


if __name__ == "__main__":
    sys.exit(main())
