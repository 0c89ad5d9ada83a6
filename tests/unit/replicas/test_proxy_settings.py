"""What HAProxy is told, as text and as HAProxy itself understands it."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from presence import program

from carecompare.replicas.proxy import Front, proxy_settings, waiting_answer

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def front(tmp_path: Path) -> Front:
    told = (("x-remote-user", "x-remote-groups"), ("10.1.2.0/24", "::1"))
    return Front("127.0.0.1", 8501, (8502, 8503, 8504), tmp_path, *told)


def test_haproxy_takes_the_settings_without_a_warning(front: Front) -> None:
    haproxy = program("HAProxy", "haproxy")
    front.waiting_page.write_bytes(waiting_answer())
    file = front.folder / "haproxy.cfg"
    file.write_text(proxy_settings(front), encoding="utf-8")
    checked = subprocess.run([haproxy, "-c", "-f", str(file)], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    assert "[WARNING]" not in checked.stderr


def test_every_server_is_on_this_machine_alone_and_has_a_cookie_of_its_own(front: Front) -> None:
    servers = [line.split() for line in proxy_settings(front).splitlines() if line.startswith("    server ")]
    assert [each[2] for each in servers] == ["127.0.0.1:8502", "127.0.0.1:8503", "127.0.0.1:8504"]
    assert len({each[4] for each in servers}) == 3


def test_nothing_changes_the_host_a_visitor_asked_for(front: Front) -> None:
    """Streamlit takes a websocket only from pages of the host it is asked by."""
    hosts = [line.split()[0] for line in proxy_settings(front).splitlines() if " Host " in line]
    assert hosts == ["http-check"]


def test_the_page_shown_meanwhile_is_japanese_and_asks_again() -> None:
    head, body = waiting_answer().split(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 503 ")
    assert f"content-length: {len(body)}".encode() in head
    assert 'lang="ja"' in body.decode()
    assert 'http-equiv="refresh"' in body.decode()
