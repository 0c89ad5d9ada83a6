"""The settings of HAProxy, as text. Pure.

A visitor stays with one server by a cookie: the websocket, uploads, downloads and pictures of a visit lie in
the memory of the server that made them. Options as in the HAProxy 2.6 configuration manual.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.server_process import THIS_MACHINE
from carecompare.text.data import door_words

if TYPE_CHECKING:
    from pathlib import Path

COOKIE = "carecompare_server"
# A paper may take so long to be made, and its download waits for it.
LONGEST_ANSWER = "15m"
# What is left of transfers when the whole is ended.
HARD_STOP_S = 15
MOST_CONNECTIONS = 4096
BACKEND = "servers"


@dataclass(frozen=True)
class Front:
    """What stands before the servers.

    Parameters
    ----------
    address : str
        Which of the machine's addresses it listens on.
    port : int
        The port visitors ask.
    servers : tuple of int
        The servers' ports, on this machine alone.
    folder : Path
        Of its own: the settings, the page shown while no server answers, the socket it is told things by.
    headers, proxies : tuple of str
        Headers that say who somebody is, and the addresses from which they are passed on.
    """

    address: str
    port: int
    servers: tuple[int, ...]
    folder: Path
    headers: tuple[str, ...] = ()
    proxies: tuple[str, ...] = ()

    @property
    def admin(self) -> Path:
        """Return the socket."""
        return self.folder / "admin.sock"

    @property
    def waiting_page(self) -> Path:
        """Return the file of the page shown while no server answers."""
        return self.folder / "waiting.http"


def name_of(number: int) -> str:
    """Return the name of a server by its place, from 0 on."""
    return f"server{number + 1}"


def proxy_settings(front: Front) -> str:
    """Return the settings.

    ``Host`` is passed on as it came, or the websocket would be refused. The visitors of a server that is dead
    go to another at the next connection (``redispatch``), and what it was asked as it died is asked there
    again, unless that was to change something. Health is asked for every second: a server that refuses is out
    of use within two, one that is only busy is given half a minute, for its visitors would lose what they
    have not saved. One that was just started gets nobody before its figures are in memory.

    Parameters
    ----------
    front : Front
        What stands where.

    Returns
    -------
    str
        A whole file.
    """
    servers = "\n".join(
        f"    server {name_of(number)} {THIS_MACHINE}:{port} cookie {name_of(number)}"
        for number, port in enumerate(front.servers)
    )
    return f"""\
global
    maxconn {MOST_CONNECTIONS}
    hard-stop-after {HARD_STOP_S}s
    stats socket {front.admin} mode 600 level admin

defaults
    mode http
    timeout connect 2s
    timeout http-request 30s
    timeout http-keep-alive 60s
    timeout queue 10s
    timeout client 5m
    timeout server {LONGEST_ANSWER}
    timeout tunnel 1h
    timeout check 10s
    retries 3
    option redispatch 1
    errorfile 503 {front.waiting_page}

frontend visitors
    bind {front.address}:{front.port}{_believed(front)}
    default_backend {BACKEND}

backend {BACKEND}
    balance leastconn
    retry-on conn-failure empty-response
    http-request disable-l7-retry unless METH_GET
    cookie {COOKIE} insert indirect nocache httponly attr SameSite=Lax
    option httpchk
    http-check send meth GET uri /healthz hdr Host localhost
    http-check expect string "\\"ready\\":true"
    default-server check inter 1s fastinter 250ms downinter 500ms fall 3 rise 1
    default-server observe layer4 error-limit 2 on-error fastinter on-marked-down shutdown-sessions
{servers}
"""


def _believed(front: Front) -> str:
    """Return the lines that take away, from everybody but the office's proxy, what says who somebody is."""
    proxies = " ".join(front.proxies)
    lines = [f"    http-request del-header {name} unless {{ src {proxies} }}" for name in front.headers]
    return "".join(f"\n{line}" for line in lines)


def waiting_answer() -> bytes:
    """Return the whole answer given while no server does: it asks again by itself."""
    body = f"""<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2">
<meta name="viewport" content="width=device-width"><title>{door_words.WAITING_TITLE}</title></head>
<body style="font-family: sans-serif; max-width: 40em; margin: 4em auto; padding: 0 1em">
<h1 style="font-size: 1.4em">{door_words.WAITING_TITLE}</h1><p>{door_words.WAITING}</p></body></html>
""".encode()
    head = (
        "HTTP/1.1 503 Service Unavailable",
        "content-type: text/html; charset=utf-8",
        f"content-length: {len(body)}",
        "cache-control: no-store",
        "retry-after: 2",
        "connection: close",
    )
    return "\r\n".join([*head, "", ""]).encode() + body
