"""One visitor's session, spoken over the websocket as the browser speaks it.

The browser opens ``/_stcore/stream`` with the subprotocol ``streamlit`` and sends a ``BackMsg`` whose
``rerun_script`` holds the query string and, the first time, the name of the page; later the hash of the
page's script, which the server tells it in ``navigation`` (``new_session`` names the main script, whatever
the page). The server answers with ``ForwardMsg``s and ends each run with ``script_finished``. Large elements
are kept by the browser for some runs: it names the hashes it holds in every request, and the server sends a
reference instead of the element. All of that is done here, so that the server does the same work.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from server import HOST
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from table import BenchmarkError
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Subprotocol

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

ANSWER_WITHIN_S = 300.0
# What the browser sends in the place of a token when nobody has logged in.
SUBPROTOCOLS = (Subprotocol("streamlit"), Subprotocol("PLACEHOLDER_AUTH_TOKEN"))


@dataclass(frozen=True)
class Answer:
    """What came back for one request.

    Parameters
    ----------
    milliseconds : float
        From sending the request to the message that the script has finished.
    kilobytes : float
        Of all messages of the answer (10**3 bytes).
    elements : Counter of str
        How many of each kind were sent.
    """

    milliseconds: float
    kilobytes: float
    elements: Counter[str]


@dataclass
class Session:
    """An open session.

    Parameters
    ----------
    websocket : ClientConnection
        Its connection.
    page : str
        The page's name in the address; empty for the main page.
    visit : str
        What the server calls the session, once it has answered.
    """

    websocket: ClientConnection
    page: str
    visit: str = ""
    _script_hash: str = ""
    _run: int = 0
    _oldest_kept: int = 2
    _held: dict[str, tuple[str, int]] = field(default_factory=dict)

    async def ask(self, query: str) -> Answer:
        """Ask for the page with a query string and wait for the whole answer.

        Parameters
        ----------
        query : str
            Without the question mark.

        Returns
        -------
        Answer
            With its time.

        Raises
        ------
        BenchmarkError
            If the connection breaks, nothing ends within five minutes, or the page shows an exception.
        """
        try:
            async with asyncio.timeout(ANSWER_WITHIN_S):
                return await self._answer(query)
        except (TimeoutError, WebSocketException, OSError) as error:
            message = f"no whole answer from page {self.page!r}: {error!r}"
            raise BenchmarkError(message) from error

    async def _answer(self, query: str) -> Answer:
        request = self._request(query).SerializeToString()
        elements: Counter[str] = Counter()
        received_bytes = 0
        started = time.perf_counter()
        await self.websocket.send(request)
        while True:
            frame = await self.websocket.recv(decode=False)
            arrived = time.perf_counter()
            received_bytes += len(frame)
            message = ForwardMsg.FromString(frame)
            kind = message.WhichOneof("type")
            if kind == "new_session":
                # A script may ask for a run of its own; only the last one's elements stay on screen.
                elements.clear()
                self.visit = message.new_session.initialize.session_id
                self._oldest_kept = message.new_session.config.max_cached_message_age
            elif kind == "navigation":
                self._script_hash = message.navigation.page_script_hash
            elif kind in {"delta", "ref_hash"}:
                elements[self._kind_of(message)] += 1
                exception = message.delta.new_element.exception
                if exception.type:
                    text = f"page {self.page!r} shows {exception.type} for {query!r}: {exception.message}"
                    raise BenchmarkError(text)
            elif kind == "page_not_found":
                text = f"there is no page {self.page!r}"
                raise BenchmarkError(text)
            elif kind == "script_finished" and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                break
            elif kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                text = f"page {self.page!r} did not run"
                raise BenchmarkError(text)
        self._forget_old()
        return Answer((arrived - started) * 1000, received_bytes / 1000, elements)

    def _request(self, query: str) -> BackMsg:
        request = BackMsg()
        state = request.rerun_script
        state.query_string = query
        state.widget_states.SetInParent()
        state.page_script_hash = self._script_hash
        state.page_name = "" if self._script_hash else self.page
        state.cached_message_hashes.extend(self._held)
        state.context_info.timezone = "Asia/Tokyo"
        state.context_info.locale = "ja-JP"
        state.context_info.url = f"http://{HOST}/{self.page}"
        return request

    def _kind_of(self, message: ForwardMsg) -> str:
        if message.WhichOneof("type") == "ref_hash":
            kind, _ = self._held[message.ref_hash]
            self._held[message.ref_hash] = (kind, self._run)
            return kind
        delta = message.delta
        if delta.WhichOneof("type") == "new_element":
            kind = delta.new_element.WhichOneof("type") or "nothing"
        elif delta.WhichOneof("type") == "new_transient":
            kind = "transient"
        else:
            kind = f"block {delta.add_block.WhichOneof('type') or ''}".rstrip()
        if message.metadata.cacheable:
            self._held[message.hash] = (kind, self._run)
        return kind

    def _forget_old(self) -> None:
        self._run += 1
        self._held = {
            digest: (kind, run)
            for digest, (kind, run) in self._held.items()
            if self._run - run <= self._oldest_kept
        }


@asynccontextmanager
async def session(port: int, page: str) -> AsyncIterator[Session]:
    """Open a session until the block ends.

    Parameters
    ----------
    port : int
        Of a server on the loopback.
    page : str
        The page's name in the address; empty for the main page.

    Yields
    ------
    Session
        That has asked for nothing yet.

    Raises
    ------
    BenchmarkError
        If the server does not take the connection.
    """
    address = f"ws://{HOST}:{port}/_stcore/stream"
    try:
        websocket = await connect(address, subprotocols=SUBPROTOCOLS, max_size=None)
    except (WebSocketException, OSError) as error:
        message = f"the server took no connection: {error!r}"
        raise BenchmarkError(message) from error
    async with websocket:
        yield Session(websocket, page)
