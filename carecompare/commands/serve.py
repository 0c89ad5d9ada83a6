"""What the command ``serve`` does: one server, or several behind HAProxy."""

from __future__ import annotations

import signal
import subprocess
from typing import TYPE_CHECKING

from carecompare.commands.beside import tell
from carecompare.commands.store_in_use import store_in_use
from carecompare.disk import said_of
from carecompare.errors import CareCompareError
from carecompare.replicas.service import Service
from carecompare.server_process import APP, refused, server_command
from carecompare.settings import mode, workers
from carecompare.text.errors.explain import sentence
from carecompare.text.files import desk_words

if TYPE_CHECKING:
    from carecompare.paths import Paths

MOST_REPLICAS = 64


def served(paths: Paths, address: str, port: int, replicas: int) -> None:
    """Serve until the command is ended.

    Parameters
    ----------
    paths : Paths
        The installation. The store is built here where it is missing or stale, for all servers at once;
        where it cannot be, the pages say why.
    address : str
        Which of the machine's addresses visitors ask.
    port : int
        The port they ask; several servers take those after it.
    replicas : int
        How many servers.

    Raises
    ------
    CareCompareError
        If a setting is wrong, a port cannot be listened on, or several are asked for without HAProxy.
    """
    if not 1 <= replicas <= MOST_REPLICAS:
        raise CareCompareError("replicas_wrong", found=replicas, expected=MOST_REPLICAS)
    if not APP.is_file():
        raise CareCompareError("app_missing")
    mode()
    workers()
    if replicas == 1:
        _one(address, port)
        return
    service = Service(address, port, replicas, lambda name, code: tell(_died(name, code)))
    tell(desk_words.STARTING)
    try:
        store_in_use(paths)
    except (CareCompareError, OSError) as error:
        tell(sentence(said_of(error)))
    service.run(lambda: tell(desk_words.SERVING.format(count=replicas, address=address, port=port)))
    tell(desk_words.ENDED)


def _one(address: str, port: int) -> None:
    if error := refused(address, port):
        raise CareCompareError("port_refused", expected=port, found=error)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # to be ended is to be ended, whoever asks
    process = subprocess.Popen(server_command(address, port), cwd=APP.parent)  # noqa: S603 - our own server
    try:
        process.wait()
    except KeyboardInterrupt:
        process.terminate()
        process.wait()


def _died(name: str, code: int) -> str:
    return desk_words.DIED.format(name=name, code=code)
