"""What is asked of a server from outside: ``/healthz`` by who routes visitors, ``/metrics`` by Prometheus."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from anyio import move_on_after, to_thread
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Route

from carecompare import __version__
from carecompare.counted import COUNTS, PREFIX
from carecompare.errors import CareCompareError
from carecompare.paths import project_paths
from carecompare.settings import mode
from carecompare.workers import jobs_asked

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from carecompare.settings import Mode

TEXT = "text/plain; version=0.0.4; charset=utf-8"
LONGEST_SILENCE_S = 0.4
STATM = Path("/proc/self/statm")


async def healthz(_: Request) -> Response:
    """Answer as long as the process can, and say how its parts are.

    The status is 200 also where the figures are refused: the pages say why, and what to do. It is ``ready``
    for visitors once the figures are in memory, or found to be refused.
    """
    kept = "refused"
    with move_on_after(LONGEST_SILENCE_S):  # a database that gives no answer makes nobody wait for this one
        kept = await to_thread.run_sync(kept_state, abandon_on_cancel=True)
    store = "open" if COUNTS.state_of("store_open") else "not open"
    ready = bool(COUNTS.state_of("ready"))
    return JSONResponse(
        {"process": "ok", "version": __version__, "ready": ready, "store": store, "kept": kept}
    )


async def metrics(_: Request) -> Response:
    """Answer with all counts."""
    served, waiting = jobs_asked()
    lines = [
        *COUNTS.lines(),
        f"# TYPE {PREFIX}jobs gauge",
        f'{PREFIX}jobs{{state="served"}} {served}',
        f'{PREFIX}jobs{{state="waiting"}} {waiting}',
    ]
    lines += resident_lines()
    return PlainTextResponse("\n".join([*lines, ""]), media_type=TEXT)


def resident_lines() -> list[str]:
    """Return the memory this process holds, where the system says it."""
    if not STATM.is_file():
        return []
    resident = int(STATM.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return ["# TYPE process_resident_memory_bytes gauge", f"process_resident_memory_bytes {resident}"]


def kept_state() -> str:
    """Return how what towns keep is: ``ok``, ``readonly``, ``session`` (nothing is kept), or ``refused``."""
    used = mode()
    if used == "session":
        return used
    paths = project_paths()
    if paths.database:
        return _database_state(paths.database, used)
    own = paths.own
    nearest = next(each for each in (own, *own.absolute().parents) if each.exists())
    if not (nearest.is_dir() and os.access(nearest, os.R_OK | os.X_OK)):
        return "refused"
    if used == "readonly":
        return used
    return "ok" if os.access(nearest, os.W_OK) else "refused"


def _database_state(address: str, used: Mode) -> str:
    # Here, not above: the server answers before what towns keep is known to it.
    from carecompare.own import place_at  # noqa: PLC0415

    try:
        place_at(address).folders("")
    except CareCompareError:
        return "refused"
    return "readonly" if used == "readonly" else "ok"


ROUTES = (Route("/healthz", healthz), Route("/metrics", metrics))
