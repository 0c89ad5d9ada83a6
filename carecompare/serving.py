"""What the server does while the first browser still loads the page: it reads in what every page needs."""

from __future__ import annotations

import gc
import sys
import threading
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from starlette.middleware import Middleware
from starlette.routing import Route

from carecompare import health
from carecompare.counted import COUNTS
from carecompare.doors import Doors
from carecompare.log_lines import write_one_line_each
from carecompare.settings import workers
from carecompare.workers import Pool, begin, end

if sys.platform != "win32":
    import resource

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request
    from starlette.responses import Response
    from streamlit import App

# A page makes some ten thousand objects, which go by themselves when it is sent. Looking among them for those
# that hold each other, after every 700 of them as usual, took a twentieth of its time.
OBJECTS_BETWEEN_LOOKS = 50_000


def _answered(request: Request) -> Response:
    # Here, not above: nobody waits at the start for what other programs may ask.
    from carecompare.api import answered  # noqa: PLC0415

    return answered(request)


MIDDLEWARE = (Middleware(Doors),)
ROUTES = (*health.ROUTES, Route("/api/v1/{table}", _answered), Route("/embed/{view}", _answered))


@asynccontextmanager
async def getting_ready(_: App) -> AsyncIterator[None]:
    """Begin in the background, so that the server answers at once.

    Yields
    ------
    None
        While the server runs.
    """
    write_one_line_each()
    _allow_many_files()
    threading.Thread(target=_get_ready, name="getting ready", daemon=True).start()
    try:
        yield
    finally:
        end()


def _allow_many_files() -> None:
    """Use all file handles the system grants: a visit takes three, and the usual limit is 1,024."""
    if sys.platform != "win32":
        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def _get_ready() -> None:
    gc.set_threshold(OBJECTS_BETWEEN_LOOKS)
    # What is read in stays: looking for garbage among it only takes time.
    gc.disable()
    try:
        # Here, not above: these two seconds are what is moved out of the first visitor's way.
        from carecompare import ui  # noqa: PLC0415
        from carecompare.views.files.warm import warm  # noqa: PLC0415 - the same

        ui.get_ready()
    finally:
        gc.enable()
        COUNTS.state("ready", 1.0)
    if count := workers():
        begin(Pool(count, warm))
