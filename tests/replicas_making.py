"""The command that serves by several servers, as a test runs it."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import psutil
import pytest
from presence import program

from carecompare.server_process import THIS_MACHINE, refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PATIENCE_SECONDS = 120
REPLICAS = 2


class Running:
    """The command, as it serves."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self.process, self.port = process, port

    def asked(self, path: str = "/healthz", cookie: str = "", **headers: str) -> tuple[int, str, bytes]:
        """Return the status, the cookie that was set, and the body."""
        connection = http.client.HTTPConnection(THIS_MACHINE, self.port, timeout=PATIENCE_SECONDS)
        given = {"Cookie": cookie} if cookie else {}
        connection.request("GET", path, headers={**given, **headers})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, (answer.getheader("set-cookie") or "").partition(";")[0], body

    def server(self, number: int) -> psutil.Process:
        """Return the process of a server, the one that is there now."""
        port = str(self.port + 1 + number)
        found = psutil.Process(self.process.pid).children()
        alive = [each for each in found if each.status() != psutil.STATUS_ZOMBIE]
        return next(each for each in alive if port in each.cmdline())

    def wait_until_ready(self) -> None:
        """Wait until every server takes visitors."""
        until(lambda: len(self.both_cookies()) == REPLICAS)

    def both_cookies(self) -> set[str]:
        """Return the cookies that visitors without one are given."""
        return {cookie for _ in range(6) if (cookie := self.asked()[1])}


@contextmanager
def serving(root: Path, data: Path | str) -> Iterator[Running]:
    """Run the command until the block ends."""
    program("HAProxy", "haproxy")
    port = next(
        first
        for first in range(20_000, 30_000, 10)
        if all(refused(THIS_MACHINE, first + each) is None for each in range(REPLICAS + 1))
    )
    command = [sys.executable, "-m", "carecompare", "serve", "--replicas", str(REPLICAS)]
    process = subprocess.Popen(
        [*command, "--port", str(port), "--address", THIS_MACHINE],
        cwd=root,
        env={**os.environ, "CARECOMPARE_DATA": str(data)},
        stderr=subprocess.DEVNULL,
    )
    running = Running(process, port)
    try:
        yield running
    finally:
        process.terminate()
        process.wait(PATIENCE_SECONDS)


def until(there: Callable[[], bool]) -> None:
    """Wait until something is so."""
    given_up = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < given_up:
        try:
            if there():
                return
        except (OSError, StopIteration, http.client.HTTPException, psutil.Error):
            pass
        time.sleep(0.1)
    pytest.fail("it did not come to be")
