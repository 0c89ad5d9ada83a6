"""Start a Streamlit server as a process of its own, and stop it whatever happens."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import psutil
from table import BenchmarkError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

HOST = "127.0.0.1"
START_WITHIN_S = 60.0
STOP_WITHIN_S = 30.0
POLL_EVERY_S = 0.02
HEALTH = "/_stcore/health"
PLAIN = ("-m", "streamlit", "run")


@dataclass(frozen=True)
class Server:
    """A server that answers.

    Parameters
    ----------
    port : int
        On the loopback.
    process : psutil.Process
        The server itself.
    seconds_to_health : float
        From starting the process to the first healthy answer.
    """

    port: int
    process: psutil.Process
    seconds_to_health: float

    def resident_mb(self) -> float:
        """Return the memory the server holds now, in megabytes (10**6 bytes)."""
        return float(self.process.memory_info().rss) / 1e6

    def shared_out_mb(self) -> float:
        """Return the memory of the server and all it started; what processes share is divided among them."""
        everybody = (self.process, *self.process.children(recursive=True))
        return sum(float(each.memory_full_info().pss) for each in everybody) / 1e6

    def processor_s(self) -> float:
        """Return the processor time that the server and all it started have used, in seconds."""
        everybody = (self.process, *self.process.children(recursive=True))
        return sum(sum(each.cpu_times()[:2]) for each in everybody)


@contextmanager
def serving(script: Path, cwd: Path, command: Sequence[str] = PLAIN) -> Iterator[Server]:
    """Serve an app until the block ends.

    Parameters
    ----------
    script : Path
        Its main script.
    cwd : Path
        Where the server is started, which decides the ``.streamlit/config.toml`` it reads.
    command : sequence of str
        What Python runs; the script and the server's options follow it.

    Yields
    ------
    Server
        Once it is healthy.

    Raises
    ------
    BenchmarkError
        If it ends or is not healthy within a minute, with the end of what it wrote.
    """
    port = _free_port()
    options = {
        "server.port": str(port),
        "server.address": HOST,
        "server.headless": "true",
        "browser.gatherUsageStats": "false",
        # A page that fails is to say why in the report.
        "client.showErrorDetails": "full",
    }
    arguments = [str(script), *(f"--{name}={setting}" for name, setting in options.items())]
    with _running([*command, *arguments], cwd, port, HEALTH) as server:
        yield server


@contextmanager
def serving_several(root: Path, replicas: int) -> Iterator[Server]:
    """Serve a checkout by several servers behind one address until the block ends.

    Parameters
    ----------
    root : Path
        Of the checkout.
    replicas : int
        How many servers.

    Yields
    ------
    Server
        The command that keeps them, once the first of them is ready.

    Raises
    ------
    BenchmarkError
        As `serving`.
    """
    port = _free_port(replicas)
    command = ["-m", "carecompare", "serve", "--replicas", str(replicas)]
    arguments = ["--port", str(port), "--address", HOST]
    with _running([*command, *arguments], root, port, "/healthz") as server:
        yield server


@contextmanager
def _running(arguments: Sequence[str], cwd: Path, port: int, health: str) -> Iterator[Server]:
    # As on a visitor's machine: a server that was started once finds its modules compiled the next time.
    environment = {name: said for name, said in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=cwd,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_until_healthy(port, process, health)
        yield Server(port, psutil.Process(process.pid), time.perf_counter() - started)
    finally:
        process.terminate()
        try:
            process.wait(STOP_WITHIN_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _free_port(after: int = 0) -> int:
    """Return a port that nobody uses, followed by so many more."""
    while True:
        with ExitStack() as held:
            probe = held.enter_context(socket.socket())
            probe.bind((HOST, 0))
            first = int(probe.getsockname()[1])
            try:
                for port in range(first + 1, first + 1 + after):
                    held.enter_context(socket.socket()).bind((HOST, port))
            except (OSError, OverflowError):
                continue
            return first


def _wait_until_healthy(port: int, process: subprocess.Popen[bytes], health: str) -> None:
    deadline = time.perf_counter() + START_WITHIN_S
    while time.perf_counter() < deadline:
        if process.poll() is not None:
            message = f"the server ended by itself with code {process.returncode}"
            raise BenchmarkError(message)
        connection = http.client.HTTPConnection(HOST, port, timeout=1.0)
        try:
            connection.request("GET", health)
            if connection.getresponse().status == http.HTTPStatus.OK:
                return
            time.sleep(POLL_EVERY_S)
        except OSError:
            time.sleep(POLL_EVERY_S)
        finally:
            connection.close()
    message = f"the server was not healthy within {START_WITHIN_S:.0f} s"
    raise BenchmarkError(message)
