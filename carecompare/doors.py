"""Who may ask the server, what a browser may do with its answers, and how much one visitor may leave there.

Streamlit answers every name it is asked by: a page elsewhere whose name is made to lead here could read what
an office sees. It also sets none of the headers that keep other pages from framing this one, and takes files
from one visitor without end. This stands before it, as the middleware that its `App` takes.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from functools import lru_cache
from typing import TYPE_CHECKING

from carecompare.accounts import accounts
from carecompare.errors import CareCompareError
from carecompare.settings import allowed_hosts
from carecompare.text.data import door_words

if TYPE_CHECKING:
    from collections.abc import Iterable, MutableMapping
    from typing import Any

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_UPLOADED_BYTES = 100_000_000
HEADERS = {
    # Streamlit's own page has scripts in it and compiles charts; maps and tables run in workers.
    "content-security-policy": "default-src 'self'; "
    "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; media-src 'self' data: blob:; "
    "connect-src 'self' data: blob:; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'self'",
    "x-frame-options": "SAMEORIGIN",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
}
_UPLOAD = re.compile(r"/_stcore/upload_file/([^/]+)/([^/]+)$")
# Streamlit tells programs how to drive a page even where that is switched off, and counts for its makers.
_SHUT = re.compile(r"/_stcore/(agent|metrics|script-health-check)(/|$)")
_PORT = re.compile(r":\d+$")
NOT_FOUND, MISDIRECTED, TOO_LARGE = 404, 421, 413


class Doors:
    """The middleware.

    Parameters
    ----------
    app : ASGI application
        What is behind the doors.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        # By visitor and file, what is on its way in: files come side by side.
        self._coming: dict[str, dict[str, int]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse, a request or a connection."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        host = headers.get(b"host", b"").decode("latin-1")
        if not is_allowed(host, allowed_hosts()):
            await _refuse(scope, receive, send, MISDIRECTED, door_words.HOST_REFUSED.format(host=host[:100]))
            return
        scope["headers"] = _believed(scope)
        if _SHUT.search(scope["path"]):
            await _refuse(scope, receive, send, NOT_FOUND, door_words.NOTHING_HERE)
            return
        found = _UPLOAD.search(scope["path"])
        if scope["type"] == "http" and scope["method"] in {"PUT", "POST"} and found:
            await self._take(
                found[1], found[2], int(headers.get(b"content-length", b"0")), scope, receive, send
            )
            return
        await self._app(scope, receive, _with_headers(send))

    async def _take(
        self, visitor: str, file: str, size: int, scope: Scope, receive: Receive, send: Send
    ) -> None:
        coming = self._coming.setdefault(visitor, {})
        if size == 0 or _held(visitor) + sum(coming.values()) + size > MOST_UPLOADED_BYTES:
            # A browser listens once it has sent everything.
            while (await receive()).get("more_body"):
                pass
            await _refuse(scope, receive, send, TOO_LARGE, door_words.UPLOADS_FULL)
            return
        coming[file] = size
        try:
            await self._app(scope, receive, _with_headers(send))
        finally:
            coming.pop(file, None)
            if not coming:
                self._coming.pop(visitor, None)


def is_allowed(host: str, named: Iterable[str]) -> bool:
    """Return whether the server answers to a name.

    Parameters
    ----------
    host : str
        The header, with or without a port.
    named : iterable of str
        Names that the installation was given.

    Returns
    -------
    bool
        Addresses, names without a point (which only the office's own network resolves) and the machine's own
        name are answered to; another name may have been made to lead here by anybody.
    """
    name = _PORT.sub("", host).strip("[]").rstrip(".").lower()
    if not name:
        return False
    if "." not in name and ":" not in name:
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return name in {_own_name(), *(each.lower() for each in named)}
    return True


@lru_cache(maxsize=1)
def _own_name() -> str:
    return socket.getfqdn().lower()


def _believed(scope: Scope) -> list[tuple[bytes, bytes]]:
    """Return the headers of a request; those of the proxy only where it set them."""
    given: list[tuple[bytes, bytes]] = list(scope["headers"])
    try:
        known = accounts()
    except CareCompareError:
        return given  # pages say what is wrong with the table, and ask nobody who they are
    named = {each.encode() for each in known.headers} if known else set()
    if known is None or not named:
        return given
    forwarded = [value.decode("latin-1") for name, value in given if name == b"x-forwarded-for"]
    client = scope.get("client")
    counts = [sum(name == each for name, _ in given) for each in named]
    if client and max(counts) == 1 and known.is_believed(client[0], forwarded):
        return given
    return [(name, value) for name, value in given if name not in named]


def _held(visitor: str) -> int:
    """Return how many bytes of a visitor's files Streamlit holds."""
    from streamlit.runtime import get_instance  # noqa: PLC0415 - there is one once the server runs

    stored: MutableMapping[str, Any] = get_instance().uploaded_file_mgr.file_storage  # type: ignore[attr-defined]
    return sum(len(each.data) for each in list(stored.get(visitor, {}).values()))


def _with_headers(send: Send) -> Send:
    async def sends(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = {name.lower() for name, _ in message["headers"]}
            added = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
            message["headers"] = [*message["headers"], *(each for each in added if each[0] not in given)]
        await send(message)

    return sends


async def _refuse(scope: Scope, receive: Receive, send: Send, status: int, said: str) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1008})
        return
    body = said.encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    sends = _with_headers(send)
    await sends({"type": "http.response.start", "status": status, "headers": headers})
    await sends({"type": "http.response.body", "body": body})
