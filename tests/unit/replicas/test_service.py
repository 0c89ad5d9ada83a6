"""Two real servers behind a real HAProxy: who answers whom, what a death costs, and how all ends."""

from __future__ import annotations

import http.client
import json
import signal
import socket
import subprocess
import sys
import tomllib
from contextlib import ExitStack
from importlib.metadata import EntryPoint
from typing import TYPE_CHECKING

import psutil
import pytest
from presence import program
from replicas_making import PATIENCE_SECONDS, REPLICAS, Running, serving, until
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from carecompare.__main__ import main
from carecompare.server_process import THIS_MACHINE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KILLED_AT_ONCE = """
import os, signal, subprocess
from carecompare.server_process import ending_with_us
begun = subprocess.Popen(ending_with_us(["sleep", "300"]), stdout=subprocess.DEVNULL)
print(begun.pid, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(scope="module")
def running(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    data = tmp_path_factory.mktemp("no figures")  # servers say so on every page, and are up all the same
    with ExitStack() as stack:
        there = stack.enter_context(serving(pytestconfig.rootpath, data))
        there.wait_until_ready()
        yield there


def test_a_visitor_stays_with_one_server(running: Running) -> None:
    for cookie in running.both_cookies():
        assert [running.asked(cookie=cookie)[:2] for _ in range(5)] == [(200, "")] * 5


def test_the_health_says_when_a_server_is_ready(running: Running) -> None:
    assert json.loads(running.asked()[2])["ready"] is True


def test_a_page_and_its_upload_reach_one_server(running: Running) -> None:
    """A file is taken by the server that has the session, and by no other."""
    for cookie in running.both_cookies():
        visitor = connect(
            f"ws://{THIS_MACHINE}:{running.port}/_stcore/stream",
            subprotocols=["streamlit"],  # type: ignore[list-item] # plain text is one
            additional_headers={"Cookie": cookie},
        )
        with visitor:
            request = BackMsg()
            request.rerun_script.query_string = ""
            visitor.send(request.SerializeToString())
            session = ""
            while not session:
                message = ForwardMsg.FromString(visitor.recv())  # type: ignore[arg-type] # Streamlit sends bytes
                session = message.new_session.initialize.session_id
            token = running.asked("/_stcore/health", cookie)[1]
            headers = {"Cookie": f"{cookie}; {token}", "X-Xsrftoken": token.partition("=")[2]}
            asked = http.client.HTTPConnection(THIS_MACHINE, running.port, timeout=PATIENCE_SECONDS)
            body = b'--x\r\ncontent-disposition: form-data; name="f"; filename="f"\r\n\r\n1\r\n--x--\r\n'
            headers["Content-Type"] = "multipart/form-data; boundary=x"
            asked.request("PUT", f"/_stcore/upload_file/{session}/f", body, headers)
            assert asked.getresponse().status == 204
            asked.close()


def test_the_host_a_visitor_asked_for_reaches_the_server(running: Running) -> None:
    assert running.asked(Host="other.example.jp")[0] == 421
    assert running.asked(Host=f"dashboard:{running.port}")[0] == 200


def test_who_was_with_a_server_that_is_killed_is_with_another_and_it_comes_again(running: Running) -> None:
    (number, cookie), *_ = enumerate(sorted(running.both_cookies()))
    killed = running.server(number)
    killed.kill()
    status, other, _ = running.asked(cookie=cookie)
    assert status == 200
    assert other not in {"", cookie}
    until(lambda: running.server(number).pid != killed.pid)
    until(lambda: running.asked(cookie=cookie)[1] == "")


def test_servers_are_replaced_one_after_another_and_every_answer_is_one(running: Running) -> None:
    before = {running.server(number).pid for number in range(REPLICAS)}
    running.process.send_signal(signal.SIGHUP)
    statuses = set()

    def are_new() -> bool:
        statuses.add(running.asked()[0])
        now = {running.server(number).pid for number in range(REPLICAS)}
        return not now & before and len(running.both_cookies()) == REPLICAS

    until(are_new)
    assert statuses == {200}


def test_told_to_end_it_ends_all_of_it(running: Running) -> None:
    everybody = psutil.Process(running.process.pid).children(recursive=True)
    assert len(everybody) > REPLICAS
    running.process.terminate()
    assert running.process.wait(PATIENCE_SECONDS) == 0
    psutil.wait_procs(everybody, PATIENCE_SECONDS)
    assert [each.pid for each in everybody if each.is_running()] == []


def test_killed_it_leaves_nobody_behind(pytestconfig: pytest.Config, tmp_path: Path) -> None:
    program("setpriv", "setpriv")
    with serving(pytestconfig.rootpath, tmp_path) as running:
        command = psutil.Process(running.process.pid)
        until(lambda: len(command.children()) > REPLICAS)
        everybody = command.children(recursive=True)
        running.process.kill()
        psutil.wait_procs(everybody, PATIENCE_SECONDS)
        assert [each.pid for each in everybody if each.is_running()] == []


def test_what_is_started_just_as_its_starter_is_killed_ends_too() -> None:
    """Two of three lived on: the system was told whose end to watch for when that end was past."""
    program("setpriv", "setpriv")
    begun = [
        int(
            subprocess.run([sys.executable, "-c", KILLED_AT_ONCE], stdout=subprocess.PIPE, check=False).stdout
        )
        for _ in range(6)
    ]
    until(lambda: not [each for each in begun if psutil.pid_exists(each) and not is_dead(each)])


def is_dead(number: int) -> bool:
    try:
        return psutil.Process(number).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def test_what_cannot_be_is_said_before_anything_starts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--replicas", "0"]) == 2
    assert "「0」" in capsys.readouterr().err
    monkeypatch.setenv("PATH", "")
    assert main(["serve", "--replicas", "2"]) == 2
    assert "HAProxyがありません" in capsys.readouterr().err


def test_a_port_in_use_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind((THIS_MACHINE, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port), "--address", THIS_MACHINE]) == 2
    assert str(port) in capsys.readouterr().err


def test_the_command_is_installed_under_its_name(pytestconfig: pytest.Config) -> None:
    project = tomllib.loads((pytestconfig.rootpath / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert EntryPoint("carecompare", project["scripts"]["carecompare"], "console_scripts").load() is main
