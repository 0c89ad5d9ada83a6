"""Servers and what stands before them, from their start to their end."""

from __future__ import annotations

import csv
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from carecompare.accounts import accounts
from carecompare.errors import CareCompareError
from carecompare.replicas.kept_up import KeptUp
from carecompare.replicas.proxy import BACKEND, HARD_STOP_S, Front, name_of, proxy_settings, waiting_answer
from carecompare.server_process import (
    APP,
    THIS_MACHINE,
    ending_with_us,
    is_ready,
    refused,
    server_command,
)
from carecompare.settings import WORKERS_VARIABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

PROXY = "haproxy"
SECRET_VARIABLE = "STREAMLIT_SERVER_COOKIE_SECRET"  # noqa: S105 - its name
LOOKS_EVERY_S = 0.1
# What a server has for the answers it is giving when it is told to end.
ENDS_WITHIN_S = 10.0
READY_WITHIN_S = 180.0
DRAIN_S = 30.0
ANSWERS_WITHIN_S = 2.0
MOST_SAID = 200
# Beside several servers one process each that makes files is what two are beside one.
WORKERS_OF_EACH = "1"


class Service:
    """Servers behind one address, kept up until they are told to end.

    Parameters
    ----------
    address : str
        Which of the machine's addresses visitors ask.
    port : int
        The port visitors ask; the servers take those after it, on this machine alone.
    replicas : int
        How many servers, 2 or more.
    died : callable
        Told the name and code of a process that died by itself.

    Raises
    ------
    CareCompareError
        If there is no HAProxy, or a port cannot be listened on. Then nothing has been started.
    """

    def __init__(self, address: str, port: int, replicas: int, died: Callable[[str, int], object]) -> None:
        self._program = shutil.which(PROXY) or ""
        if not self._program:
            raise CareCompareError("proxy_missing")
        self._ports = tuple(range(port + 1, port + 1 + replicas))
        for host, number in ((address, port), *((THIS_MACHINE, each) for each in self._ports)):
            if error := refused(host, number):
                raise CareCompareError("port_refused", expected=number, found=error)
        self._address, self._port, self._died = address, port, died
        self._ends, self._renews = threading.Event(), threading.Event()

    def run(self, begun: Callable[[], object]) -> None:
        """Start everything, keep it up, and end it in order at SIGTERM or Ctrl-C.

        At SIGHUP the servers are replaced one after another: each gets no new visitors for half a minute,
        or until it has none left, then its visitors are moved to the others.

        Parameters
        ----------
        begun : callable
            Called once a server is ready for visitors.

        Raises
        ------
        CareCompareError
            If HAProxy refuses the settings written for it.
        """
        with tempfile.TemporaryDirectory(prefix="carecompare-") as folder, self._listening():
            known = accounts()
            told = (known.headers, known.proxies) if known else ((), ())
            front = Front(self._address, self._port, self._ports, Path(folder), *told)
            proxy = self._proxy(front)
            secret = secrets.token_hex()
            servers = [self._server(number, secret) for number in range(len(self._ports))]
            try:
                self._stay(front, proxy, servers, begun)
            finally:
                _end(proxy, servers)

    def _proxy(self, front: Front) -> KeptUp:
        front.waiting_page.write_bytes(waiting_answer())
        settings = front.folder / "haproxy.cfg"
        settings.write_text(proxy_settings(front), encoding="utf-8")
        command = [self._program, "-f", str(settings), "-q"]
        checked = subprocess.run([*command, "-c"], capture_output=True, text=True, check=False)  # noqa: S603 - the system's
        if checked.returncode:
            raise CareCompareError("proxy_refused", found=" ".join(checked.stderr.split())[:MOST_SAID])
        return KeptUp(PROXY, ending_with_us([*command, "-db"]), front.folder, os.environ)

    def _server(self, number: int, secret: str) -> KeptUp:
        given = {SECRET_VARIABLE: secret, WORKERS_VARIABLE: WORKERS_OF_EACH, **os.environ}
        command = ending_with_us(server_command(THIS_MACHINE, self._ports[number]))
        return KeptUp(name_of(number), command, APP.parent, given)

    def _stay(self, front: Front, proxy: KeptUp, servers: list[KeptUp], begun: Callable[[], object]) -> None:
        everybody = [proxy, *servers]
        self._wait(everybody, READY_WITHIN_S, lambda: any(map(is_ready, self._ports)))
        begun()
        while not self._ends.is_set():
            self._wait(everybody, LOOKS_EVERY_S, self._renews.is_set)
            if self._renews.is_set():
                self._renews.clear()
                for number, server in enumerate(servers):
                    self._renew(front, everybody, server, number)

    def _renew(self, front: Front, everybody: list[KeptUp], server: KeptUp, number: int) -> None:
        """Replace a server by a new one; the next waits until that is ready."""
        place = f"{BACKEND}/{name_of(number)}"
        asked(front.admin, f"set server {place} state drain")
        self._wait(everybody, DRAIN_S, lambda: visitors(front.admin, name_of(number)) == 0)
        asked(front.admin, f"set server {place} state maint")
        server.renew(ENDS_WITHIN_S)
        self._wait(everybody, READY_WITHIN_S, lambda: is_ready(self._ports[number]))
        asked(front.admin, f"set server {place} state ready")

    def _wait(self, everybody: list[KeptUp], seconds: float, until: Callable[[], bool]) -> None:
        """Wait for something, or the end, while everybody is kept up."""
        ends = time.monotonic() + seconds
        while not (self._ends.is_set() or until() or time.monotonic() > ends):
            for each in everybody:
                each.look(self._died)
            self._ends.wait(LOOKS_EVERY_S)

    @contextmanager
    def _listening(self) -> Iterator[None]:
        """Take the signals of the system as what is to be done, until the block ends."""
        events = {signal.SIGTERM: self._ends, signal.SIGINT: self._ends}
        if sys.platform != "win32":
            events[signal.SIGHUP] = self._renews

        def take(number: int, _: FrameType | None) -> None:
            events[signal.Signals(number)].set()

        before = {number: signal.signal(number, take) for number in events}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def _end(proxy: KeptUp, servers: list[KeptUp]) -> None:
    """End all: nobody new comes in, what is being answered is answered, then the door is shut."""
    if sys.platform != "win32":
        proxy.tell(signal.SIGUSR1)
    for each in servers:
        each.tell(signal.SIGTERM)
    ends = time.monotonic() + ENDS_WITHIN_S
    for each in servers:
        each.ended(ends - time.monotonic())
    proxy.ended(HARD_STOP_S)


def asked(admin: Path, command: str) -> str:
    """Return what HAProxy answers to a command; nothing where it does not answer."""
    with suppress(OSError), socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(ANSWERS_WITHIN_S)
        connection.connect(str(admin))
        connection.sendall(f"{command}\n".encode())
        return b"".join(iter(lambda: connection.recv(65536), b"")).decode()
    return ""


def visitors(admin: Path, name: str) -> int:
    """Return how many connections a server has."""
    table = csv.DictReader(asked(admin, f"show stat {BACKEND} 4 -1").removeprefix("# ").splitlines())
    return sum(int(row["scur"]) for row in table if row["svname"] == name)
