"""Start the dashboard at a desk: a free port, this machine alone, the browser opened."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import webbrowser
from importlib.util import find_spec
from typing import TYPE_CHECKING

from carecompare.paths import project_paths
from carecompare.server_process import APP, THIS_MACHINE, answers, refused, server_command
from carecompare.settings import EVERYWHERE, FIRST_PORT, HOSTS_VARIABLE
from carecompare.text.files import desk_words

if TYPE_CHECKING:
    from collections.abc import Sequence

LAST_PORT = 8540
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
    environment = {**os.environ, HOSTS_VARIABLE: ",".join([*hosts, *_named()])}
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # to be ended is to be ended, whoever asks
    command = server_command(address, port)
    process = subprocess.Popen(command, cwd=APP.parent, env=environment)  # noqa: S603 - our own server
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
    ports = range(FIRST_PORT, LAST_PORT + 1)
    return next((port for port in ports if refused(address, port) is None), None)


def _stay(process: subprocess.Popen[bytes], port: int, hosts: Sequence[str], *, opens: bool) -> int:
    here = f"http://localhost:{port}"
    if not answers(process, port, PATIENCE_SECONDS):
        return process.poll() or _refuse(desk_words.SILENT.format(seconds=PATIENCE_SECONDS))
    _say(desk_words.OPEN.format(address=here))
    if hosts:
        _say(desk_words.OFFICE.format(addresses="　".join(f"http://{name}:{port}" for name in hosts)))
    _say(desk_words.KEPT.format(folder=project_paths().own))
    _say(desk_words.KEEP)
    if opens:
        webbrowser.open(here)
    return process.wait()


def _named() -> list[str]:
    return [each for each in os.environ.get(HOSTS_VARIABLE, "").split(",") if each]


def _refuse(said: str) -> int:
    print(said, file=sys.stderr, flush=True)  # noqa: T201 - the window is what a person reads
    return 1


def _say(said: str) -> None:
    print(said, flush=True)  # noqa: T201 - the same


if __name__ == "__main__":
    sys.exit(main())
