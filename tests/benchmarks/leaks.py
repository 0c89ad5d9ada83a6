"""Whether anything of one visitor reaches another: ``leaks.py [--visitors N] [--seconds S] ROOT``.

A public server of several processes. Each visitor brings a file with figures and a set of comparators, in
which a mark stands that nobody else has; five visitors are of one town, and all go through all pages. Every
message of the server is searched for the marks of the others. The command ends with 1 where one was found,
or where a visitor did not see its own mark.
"""

from __future__ import annotations

import argparse
import asyncio
import http.client
import os
import random
import re
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from replicas import pages_of
from server import HOST, serving_several
from session import SUBPROTOCOLS
from table import BenchmarkError
from together import TOWNS, Presser
from websockets.asyncio.client import connect

from carecompare.own import (
    COMPARATOR_SETS,
    OWN_FIGURES,
    ComparatorSets,
    Memory,
    OwnFigure,
    OwnFigures,
    Shelf,
    sets_with,
    visit_file,
)
from carecompare.own.contents.figures import OwnItem

if TYPE_CHECKING:
    from streamlit.proto.BackMsg_pb2 import BackMsg
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

OF_ONE_TOWN, PART = 5, "part"
THINK_S, BEGIN_WITHIN_S, OPEN_WITHIN_S = 1.0, 20.0, 120.0
MARK = re.compile(rb"MARK\d{4}END")
PAGE, UPLOAD, TAKE = "own_data", "own_visit_upload", "own_visit_take"


def mark_of(number: int) -> str:
    """Return the mark of a visitor."""
    return f"MARK{number:04}END"


def brought(number: int, town: str) -> bytes:
    """Return what a visitor brings: in each part of it stands the mark."""
    mark = mark_of(number)
    records: dict[str, bytes] = {}
    shelf = Shelf(Memory(records))
    item = OwnItem(mark, "")
    figures = (
        OwnFigure("", item.id, 2025, 1_000 + number, note=mark),
        OwnFigure("", "population", 2025, 20_000 + number, source=mark),
    )
    shelf.save(town, OWN_FIGURES, OwnFigures(figures=figures, items=(item,)), 0, mark)
    shelf.save(town, COMPARATOR_SETS, sets_with(ComparatorSets(), mark, ("15202", "44208"), 1), 0, mark)
    return visit_file(records)


@dataclass
class Watched(Presser):
    """A visitor that brings a file and searches everything that comes back."""

    own: bytes = b""
    cookie: str = ""
    foreign: set[bytes] = field(default_factory=set)
    seen: int = 0
    searched: int = 0
    uploader: str = ""
    given: tuple[str, str, int] = ("", "", 0)

    def _kind_of(self, message: ForwardMsg) -> str:
        raw = message.SerializeToString()
        found = set(MARK.findall(raw))
        self.searched += len(raw)
        self.seen += self.own in found
        self.foreign |= found - {self.own}
        uploader = message.delta.new_element.file_uploader.id
        if uploader.endswith(UPLOAD):
            self.uploader = uploader
        return super()._kind_of(message)

    def _request(self, query: str) -> BackMsg:
        request = super()._request(query)
        if self.given[0]:
            widget = request.rerun_script.widget_states.widgets.add()
            widget.id = self.uploader
            info = widget.file_uploader_state_value.uploaded_file_info.add()
            info.file_id, info.name, info.size = self.given
            info.file_urls.file_id = self.given[0]
        return request

    def upload(self, port: int, content: bytes) -> None:
        """Send a file to where this session's files go, as a browser does."""
        connection = http.client.HTTPConnection(HOST, port)
        connection.request("GET", "/_stcore/health", headers={"Cookie": self.cookie})
        answer = connection.getresponse()
        answer.read()
        token = (answer.getheader("set-cookie") or "").partition(";")[0]
        head = f'--{PART}\r\nContent-Disposition: form-data; name="file"; filename="v.json"\r\n\r\n'
        connection.request(
            "PUT",
            f"/_stcore/upload_file/{self.visit}/one",
            head.encode() + content + f"\r\n--{PART}--\r\n".encode(),
            {
                "Cookie": f"{self.cookie}; {token}",
                "X-Xsrftoken": token.partition("=")[2],
                "Content-Type": f"multipart/form-data; boundary={PART}",
            },
        )
        if (status := connection.getresponse().status) != http.HTTPStatus.NO_CONTENT:
            message = f"the file was refused with {status}"
            raise BenchmarkError(message)
        connection.close()
        self.given = ("one", "v.json", len(content))


async def visited(port: int, pages: tuple[str, ...], number: int, ends: float) -> Watched:
    """Bring a file and go through the pages until a moment."""
    await asyncio.sleep(random.Random(number).uniform(0, BEGIN_WITHIN_S))  # noqa: S311 - a reproducible spread
    town = TOWNS[number // OF_ONE_TOWN % len(TOWNS)]
    query = f"own={town}&vs=exemplars"
    cookie = await asyncio.to_thread(_server_of, port)
    websocket = await connect(
        f"ws://{HOST}:{port}/_stcore/stream",
        subprotocols=SUBPROTOCOLS,
        max_size=None,
        open_timeout=OPEN_WITHIN_S,
        additional_headers={"Cookie": cookie},
    )
    visit = Watched(websocket, PAGE, own=mark_of(number).encode(), cookie=cookie)
    async with websocket:
        await visit.ask(query)
        await asyncio.to_thread(visit.upload, port, brought(number, town))
        await visit.ask(query)
        await visit.press(query, TAKE)
        visit.given = ("", "", 0)
        step = number
        while time.perf_counter() < ends:
            visit.turn_to(pages[step % len(pages)])
            await visit.ask(query)
            await asyncio.sleep(THINK_S)
            step += 1
    return visit


def _server_of(port: int) -> str:
    """Return the cookie by which a visitor stays with one server."""
    connection = http.client.HTTPConnection(HOST, port)
    connection.request("GET", "/healthz")
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return (answer.getheader("set-cookie") or "").partition(";")[0]


async def watched(port: int, pages: tuple[str, ...], options: argparse.Namespace) -> list[Watched]:
    """Let all visitors go at once, and return them."""
    ends = time.perf_counter() + options.seconds
    return await asyncio.gather(*(visited(port, pages, each, ends) for each in range(options.visitors)))


def main() -> int:
    """Watch them and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", nargs="?", type=Path, default=Path())
    parser.add_argument("--visitors", type=int, default=100)
    parser.add_argument("--replicas", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=120.0)
    options = parser.parse_args()
    os.environ["CARECOMPARE_MODE"] = "session"
    root = options.root.resolve()
    with serving_several(root, options.replicas) as server:
        visits = asyncio.run(watched(server.port, pages_of(root), options))
    leaks = sum(len(each.foreign) for each in visits)
    blind = sum(not each.seen for each in visits)
    sys.stdout.write(
        f"{len(visits)} visitors, {len({each.cookie for each in visits})} servers, "
        f"{sum(each.searched for each in visits) / 1e6:.0f} MB searched: own marks seen "
        f"{sum(each.seen for each in visits)} times, {blind} visitors without, marks of others {leaks}\n"
    )
    return int(bool(leaks or blind))


if __name__ == "__main__":
    sys.exit(main())
