"""The real server: whom it answers, with which headers, and how much it takes from one visitor."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from carecompare.doors import HEADERS, MOST_UPLOADED_BYTES, is_allowed
from carecompare.settings import HOSTS_VARIABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE_SECONDS = 60
PUBLIC = "kurabe.city.example.jp"


@pytest.fixture(scope="module")
def port(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    import socket  # noqa: PLC0415 - for a free port

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
    data = tmp_path_factory.mktemp("no figures")  # the doors stand before whatever is behind them
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(number)]
    running = subprocess.Popen(
        command,
        cwd=pytestconfig.rootpath,
        env={**os.environ, HOSTS_VARIABLE: f"other.example, {PUBLIC}", "CARECOMPARE_DATA": str(data)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    given_up = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            asked(number, "/_stcore/health")
        except OSError:
            assert time.monotonic() < given_up
            assert running.poll() is None
            time.sleep(0.1)
        else:
            break
    yield number
    running.terminate()
    running.wait(timeout=PATIENCE_SECONDS)


def asked(
    port: int, path: str, host: str = "localhost", body: bytes = b"", **headers: str
) -> tuple[int, dict[str, str], str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)
    connection.request("PUT" if body else "GET", path, body or None, {"Host": f"{host}:{port}", **headers})
    answer = connection.getresponse()
    said = answer.read().decode("utf-8", "replace")
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, said


@pytest.mark.parametrize("path", ["/", "/aging", "/_stcore/health", "/_stcore/host-config", "/no/such"])
def test_every_answer_has_the_headers(port: int, path: str) -> None:
    _, headers, _ = asked(port, path)
    assert {name: headers.get(name) for name in HEADERS} == HEADERS


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/agent/openapi.json",
        "/_stcore/agent/interact",
        "/_stcore/agent/mcp",
        "/aging/_stcore/agent/openapi.json",
        "/_stcore/metrics",
        "/_stcore/script-health-check",
    ],
)
def test_no_route_for_programs_of_others_answers(port: int, path: str) -> None:
    for body in (b"", b"{}"):
        status, _, said = asked(port, path, body=body)
        assert status == 404
        assert "treamlit" not in said


def test_a_name_made_to_lead_here_is_refused_and_the_setting_is_named(port: int) -> None:
    status, headers, said = asked(port, "/", "evil.example")
    assert status == 421
    assert HOSTS_VARIABLE in said
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert asked(port, "/", PUBLIC)[0] == 200


def test_a_connection_under_such_a_name_is_refused_too(port: int) -> None:
    upgrade = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"}
    upgrade["Sec-WebSocket-Key"] = "dGhlIHNhbXBsZSBub25jZQ=="
    assert asked(port, "/_stcore/stream", "evil.example", **upgrade)[0] == 403
    with connect(f"ws://localhost:{port}/_stcore/stream"):
        pass


@pytest.mark.parametrize(
    ("host", "allowed"),
    [
        ("localhost:8501", True),
        ("192.168.1.5:8501", True),
        ("[::1]:8501", True),
        ("kaigo-server:8501", True),
        ("Town.Example.JP.", True),
        ("evil.example:8501", False),
        ("192.168.1.5.evil.example", False),
        ("", False),
    ],
)
def test_addresses_and_names_of_the_office_are_answered_to(host: str, *, allowed: bool) -> None:
    assert is_allowed(host, ["town.example.jp"]) == allowed


def test_of_twenty_uploads_of_twenty_megabytes_one_visitor_leaves_no_more_than_a_hundred(port: int) -> None:
    with connect(f"ws://localhost:{port}/_stcore/stream", max_size=None) as visit:
        asks = BackMsg()
        asks.rerun_script.query_string = ""
        visit.send(asks.SerializeToString())
        said = ForwardMsg()
        while said.WhichOneof("type") != "new_session":
            said.ParseFromString(visit.recv(timeout=PATIENCE_SECONDS))
        address = f"/_stcore/upload_file/{said.new_session.initialize.session_id}"
        cookie = asked(port, "/_stcore/health")[1]["set-cookie"].partition(";")[0]
        head = b'--part\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
        body = head + b"x" * 19_900_000 + b"\r\n--part--\r\n"
        headers = {
            "Content-Type": "multipart/form-data; boundary=part",
            "Cookie": cookie,
            "X-Xsrftoken": cookie.partition("=")[2],
        }
        answers = [asked(port, f"{address}/{number}", body=body, **headers) for number in range(20)]
    assert [status for status, _, _ in answers] == [204] * 5 + [413] * 15
    assert "100MB" in answers[-1][2]
    assert MOST_UPLOADED_BYTES == 100_000_000
