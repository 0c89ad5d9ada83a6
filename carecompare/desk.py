"""Start the dashboard at a desk: a free port, this machine alone, the browser opened."""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
import webbrowser
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from carecompare.paths import project_paths
from carecompare.settings import HOSTS_VARIABLE
from carecompare.text.files import desk_words

if TYPE_CHECKING:
    from collections.abc import Sequence

FIRST_PORT, LAST_PORT = 8501, 8540
THIS_MACHINE, EVERYWHERE = "127.0.0.1", "0.0.0.0"  # noqa: S104 - only where the office is named
PATIENCE_SECONDS = 180
NEEDED = ("streamlit", "duckdb", "pandas", "altair")


def main(arguments: Sequence[str] | None = None) -> int:
    """Start the server, open the browser, and stay until the server ends.

    Parameters
    ----------
    arguments : sequence of str, optional
        Those of the command line when not given.

    Returns
    -------
    int
        0 when it was ended, 1 after a sentence that says why it could not start.
    """
    chosen = _parser().parse_args(arguments)
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        return _refuse(desk_words.MISSING.format(name=missing[0]))
    hosts = [each for given in chosen.office for each in given.split(",") if each]
    address = EVERYWHERE if hosts else THIS_MACHINE
    port = chosen.port or free_port(address)
    if port is None:
        return _refuse(desk_words.NO_PORT.format(first=FIRST_PORT, last=LAST_PORT))
    _say(desk_words.STARTING)
    app = Path(__file__).resolve().parents[1] / "app.py"
    command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.port", str(port)]
    command += ["--server.address", address]
    environment = {**os.environ, HOSTS_VARIABLE: ",".join([*hosts, *_named()])}
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # to be ended is to be ended, whoever asks
    process = subprocess.Popen(command, cwd=app.parent, env=environment)  # noqa: S603 - our own server
    try:
        return _stay(process, port, hosts, opens=not chosen.no_browser)
    except KeyboardInterrupt:
        return 0
    finally:
        process.terminate()
        process.wait()
        _say(desk_words.ENDED)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m carecompare.desk")
    parser.add_argument(
        "--office",
        action="append",
        default=[],
        metavar="NAME,…",
        help="open to the office's network under these names of this machine",
    )
    parser.add_argument("--port", type=int, help=f"a free one from {FIRST_PORT} on when not given")
    parser.add_argument("--no-browser", action="store_true", help="only say the address")
    return parser


def free_port(address: str) -> int | None:
    """Return the first port that nobody uses, None where all of them are used."""
    for port in range(FIRST_PORT, LAST_PORT + 1):
        with socket.socket() as tried:
            try:
                tried.bind((address, port))
            except OSError:
                continue
            return port
    return None


def _stay(process: subprocess.Popen[bytes], port: int, hosts: Sequence[str], *, opens: bool) -> int:
    here = f"http://localhost:{port}"
    if not _answers(process, f"{here}/_stcore/health"):
        return process.poll() or _refuse(desk_words.SILENT.format(seconds=PATIENCE_SECONDS))
    _say(desk_words.OPEN.format(address=here))
    if hosts:
        _say(desk_words.OFFICE.format(addresses="　".join(f"http://{name}:{port}" for name in hosts)))
    _say(desk_words.KEPT.format(folder=project_paths().own))
    _say(desk_words.KEEP)
    if opens:
        webbrowser.open(here)
    return process.wait()


def _answers(process: subprocess.Popen[bytes], address: str) -> bool:
    begun = time.monotonic()
    while process.poll() is None and time.monotonic() - begun < PATIENCE_SECONDS:
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310 - our own server
                return True
        except OSError:
            time.sleep(0.3)
    return False


def _named() -> list[str]:
    return [each for each in os.environ.get(HOSTS_VARIABLE, "").split(",") if each]


def _refuse(said: str) -> int:
    print(said, file=sys.stderr, flush=True)  # noqa: T201 - the window is what a person reads
    return 1


def _say(said: str) -> None:
    print(said, flush=True)  # noqa: T201 - the same


if __name__ == "__main__":
    sys.exit(main())
