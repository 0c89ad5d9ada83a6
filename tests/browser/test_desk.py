"""The dashboard started at a desk and opened to the office: its names are answered, others are not."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from browser_steps import drawn, installation
from presence import program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Playwright

    from carecompare.paths import Paths

OFFICE, STRANGER = "kaigo.city.example.jp", "attack.example.com"
MISDIRECTED = 421
PATIENCE_SECONDS = 60


@pytest.fixture
def desk(
    paths: Paths, store_file: Path, tmp_path: Path, pytestconfig: pytest.Config
) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Return a desk opened to the office, and its port."""
    assert store_file.is_file()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    command = [sys.executable, "-m", "carecompare.desk", "--no-browser", "--port", str(port)]
    running = subprocess.Popen(
        [*command, "--office", f"{OFFICE},other.example.jp"],
        cwd=pytestconfig.rootpath,
        env={**os.environ, "CARECOMPARE_DATA": installation(paths, tmp_path)},
        stdout=subprocess.PIPE,
        text=True,
    )
    with running:  # which closes what it said, too
        yield running, port
        running.terminate()  # so that it ends the server as well
        running.wait(timeout=PATIENCE_SECONDS)


def test_the_office_opens_it_by_its_names_and_another_name_is_refused(
    desk: tuple[subprocess.Popen[str], int], playwright: Playwright
) -> None:
    running, port = desk
    assert running.stdout is not None
    said = next(line for line in running.stdout if OFFICE in line)
    assert f"http://{OFFICE}:{port}" in said
    assert f"http://other.example.jp:{port}" in said
    # Another address of this machine than the one that only it can reach.
    socket.create_connection(("127.0.0.2", port), timeout=PATIENCE_SECONDS).close()
    rules = f"--host-resolver-rules=MAP {OFFICE} 127.0.0.2, MAP {STRANGER} 127.0.0.2"
    chromium = program("Chromium", "chromium", "chromium-browser")
    browser = playwright.chromium.launch(
        executable_path=chromium, args=["--no-sandbox", "--disable-gpu", rules]
    )
    page = browser.new_page(locale="ja-JP")
    answered = page.goto(f"http://{OFFICE}:{port}/aging?own=44208")
    assert answered is not None
    assert answered.ok
    drawn(page, has_charts=True)
    refused = page.goto(f"http://{STRANGER}:{port}/aging?own=44208")
    assert refused is not None
    assert refused.status == MISDIRECTED
    assert STRANGER in page.inner_text("body")
    assert "高齢化" not in page.inner_text("body")
    browser.close()
    running.send_signal(signal.SIGTERM)
    assert running.wait(timeout=PATIENCE_SECONDS) == 0
