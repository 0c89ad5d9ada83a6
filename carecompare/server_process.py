"""How a server is started as a process, and when it answers: at a desk, on a host, several side by side."""

from __future__ import annotations

import json
import os
import shutil
import socket
import sys
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

APP = Path(__file__).resolve().parents[1] / "app.py"
THIS_MACHINE = "127.0.0.1"
HEALTH = "/_stcore/health"
ASKS_AGAIN_S = 0.2


def server_command(address: str, port: int) -> list[str]:
    """Return the command of one server; it is to be started where `APP` is, whose settings it then finds.

    Parameters
    ----------
    address : str
        Which of the machine's addresses it listens on.
    port : int
        The port.
    """
    return [
        *(sys.executable, "-m", "streamlit", "run", str(APP)),
        *("--server.port", str(port), "--server.address", address),
    ]


# The system ends a process with the one it was told of; of one that was gone before, nobody is told any more.
UNLESS_ORPHAN = '[ "$PPID" = "$1" ] && shift && exec "$@"'


def ending_with_us(command: list[str]) -> list[str]:
    """Return a command, to be started by this process, that the system ends when this process is killed.

    Without util-linux (on other systems than Linux) it is returned as it is.
    """
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        return command
    return [setpriv, "--pdeathsig", "TERM", "sh", "-c", UNLESS_ORPHAN, "sh", str(os.getpid()), *command]


def refused(address: str, port: int) -> OSError | None:
    """Return why a port cannot be listened on; None where it can."""
    with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as tried:
        if sys.platform != "win32":  # there it would share the port with whoever has it
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((address, port))
        except OSError as error:
            return error
    return None


def answers(process: subprocess.Popen[bytes], port: int, seconds: float) -> bool:
    """Wait until a server of this machine answers; False where it ends, or the seconds do."""
    begun = time.monotonic()
    address = f"http://{THIS_MACHINE}:{port}{HEALTH}"
    while process.poll() is None and time.monotonic() - begun < seconds:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return True
        except OSError:
            time.sleep(ASKS_AGAIN_S)
    return False


def is_ready(port: int) -> bool:
    """Return whether a server of this machine has its figures in memory, or has found that it cannot."""
    try:
        with urllib.request.urlopen(f"http://{THIS_MACHINE}:{port}/healthz", timeout=2) as answer:
            return bool(json.load(answer).get("ready"))
    except (OSError, ValueError):
        return False
